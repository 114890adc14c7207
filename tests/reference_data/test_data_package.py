import json
from pathlib import Path

import pytest

from widgets.reference_data.data_package import DataError, read_table


def package_with(folder: Path, text: str, kind: str = "number", **constraints: object) -> Path:
    fields = [{"name": "food", "type": "string"}, {"name": "mg", "type": kind, "constraints": constraints}]
    resource = {"name": "foods", "path": "foods.csv", "schema": {"fields": fields, "primaryKey": "food"}}
    (folder / "datapackage.json").write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    (folder / "foods.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_number_is_read_as_a_number(tmp_path):
    assert read_table("foods", package_with(tmp_path, "food,mg\nbread,12.5\n"))[0]["mg"] == 12.5


def test_an_empty_cell_is_read_as_nothing(tmp_path):
    assert read_table("foods", package_with(tmp_path, "food,mg\nbread,\n"))[0]["mg"] is None


@pytest.mark.parametrize(
    ("cell", "constraints", "allowed"),
    [
        ("much", {}, "a number is needed"),
        ("-1", {"minimum": 0}, "the least allowed is 0"),
        ("9", {"maximum": 5}, "the most allowed is 5"),
        ("", {"required": True}, "a value is required"),
        ("3", {"enum": [4.0, 2.0]}, "allowed are 4.0, 2.0"),
        ("4000", {"maxLength": 3}, "at most 3 characters are allowed"),
        ("4", {"unique": True}, "row 1 has it already"),
    ],
)
def test_a_broken_cell_is_named_by_file_row_column_value_and_what_is_allowed(tmp_path, cell, constraints, allowed):
    with pytest.raises(DataError) as fault:
        read_table("foods", package_with(tmp_path, f"food,mg\nbread,4\nmilk,{cell}\n", **constraints))
    value = repr(4.0 if "unique" in constraints else cell)
    assert str(fault.value) == f"data/foods.csv, row 2, column mg: {value} is not allowed; {allowed}."


@pytest.mark.parametrize("cell", ["nan", "inf", "-inf", "1e999", "8_0", "\u0664", "\uff14", " 4", "0x10", "1,5", "."])
def test_only_a_plain_finite_number_is_a_number(tmp_path, cell):
    with pytest.raises(DataError, match=r"row 1, column mg: .+ is not allowed; a number is needed\."):
        read_table("foods", package_with(tmp_path, f'food,mg\nbread,"{cell}"\n'))


@pytest.mark.parametrize("cell", ["4.0", "1e3", "8_0", "\u0664", " 4", "nan"])
def test_only_plain_digits_are_an_integer(tmp_path, cell):
    with pytest.raises(DataError, match=r"row 1, column mg: .+ is not allowed; an integer is needed\."):
        read_table("foods", package_with(tmp_path, f"food,mg\nbread,{cell}\n", kind="integer"))


@pytest.mark.parametrize(("row", "cells"), [("bread,4,5", 3), ("bread", 1), ("", 0)])
def test_a_row_with_a_cell_too_many_or_too_few_is_named(tmp_path, row, cells):
    with pytest.raises(DataError, match=rf"data/foods\.csv, row 2 has {cells} cells; allowed are exactly 2\."):
        read_table("foods", package_with(tmp_path, f"food,mg\nmilk,1\n{row}\nrice,2\n"))


def test_a_key_that_stands_twice_is_named(tmp_path):
    with pytest.raises(DataError, match="row 3, column food: 'milk' is not allowed; row 1 has it already"):
        read_table("foods", package_with(tmp_path, "food,mg\nmilk,1\nrice,2\nmilk,3\n"))


def test_a_text_may_hold_commas_and_line_breaks(tmp_path):
    rows = read_table("foods", package_with(tmp_path, 'food,mg\n"bread, dark\nor \u2028 white",4\n'))
    assert rows[0]["food"] == "bread, dark\nor \u2028 white"


def test_a_quote_that_is_never_closed_is_named(tmp_path):
    with pytest.raises(DataError, match=r"data/foods\.csv, line 2 cannot be read"):
        read_table("foods", package_with(tmp_path, 'food,mg\n"bread,4\n'))


@pytest.mark.parametrize("text", ["", "[]", '{"resources": '])
def test_a_package_that_describes_nothing_is_named(tmp_path, text):
    (tmp_path / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=r"data/datapackage\.json does not describe a data package"):
        read_table("foods", tmp_path)


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(DataError, match=r"allowed are exactly \['food', 'mg'\]"):
        read_table("foods", package_with(tmp_path, "food\nbread\n"))


def test_a_missing_file_is_named(tmp_path):
    folder = package_with(tmp_path, "food,mg\n")
    (folder / "foods.csv").unlink()
    with pytest.raises(DataError, match=r"data/foods\.csv cannot be read"):
        read_table("foods", folder)
