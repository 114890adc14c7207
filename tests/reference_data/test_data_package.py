import json
from pathlib import Path

import pytest

from widgets.reference_data.data_package import DataError, read_table


def package_with(folder: Path, text: str, **constraints: object) -> Path:
    fields = [{"name": "food", "type": "string"}, {"name": "mg", "type": "number", "constraints": constraints}]
    resource = {"name": "foods", "path": "foods.csv", "schema": {"fields": fields}}
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
        ("3", {"enum": [1.0, 2.0]}, "allowed are 1.0, 2.0"),
    ],
)
def test_a_broken_cell_is_named_by_file_row_column_value_and_what_is_allowed(tmp_path, cell, constraints, allowed):
    folder = package_with(tmp_path, f"food,mg\nbread,4\nmilk,{cell}\n", **constraints)
    if not constraints.get("minimum", 0) and constraints.get("enum"):
        folder = package_with(tmp_path, f"food,mg\nbread,1\nmilk,{cell}\n", **constraints)
    with pytest.raises(DataError) as fault:
        read_table("foods", folder)
    assert str(fault.value) == f"data/foods.csv, row 2, column mg: {cell!r} is not allowed; {allowed}."


def test_a_missing_column_is_named(tmp_path):
    with pytest.raises(DataError, match=r"allowed are exactly \['food', 'mg'\]"):
        read_table("foods", package_with(tmp_path, "food\nbread\n"))


def test_a_missing_file_is_named(tmp_path):
    folder = package_with(tmp_path, "food,mg\n")
    (folder / "foods.csv").unlink()
    with pytest.raises(DataError, match=r"data/foods\.csv cannot be read"):
        read_table("foods", folder)
