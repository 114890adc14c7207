import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import pytest

import widgets
from widgets.reference_data.data_package import DATA_FOLDER, DataError, Row, read_table
from widgets.reference_data.typed_rows import Column, row_as, rows_by_key


@dataclass(frozen=True, slots=True)
class Ages:
    least: float
    most: float | None


@dataclass(frozen=True, slots=True)
class Food:
    id: Annotated[str, Column("food")]
    kind: Literal["grain", "nut"]
    mg: float
    grams: int
    roasted: bool
    note: str
    articles: tuple[str, ...]
    ages: Ages


CELLS = {"food": "bread", "kind": "grain", "mg": 12, "grams": 100, "roasted": False, "note": None, "articles": "a b"}
CELLS |= {"least": 1.5, "most": None}


def food(**cells: object) -> Food:
    return row_as(Food, Row("foods.csv", 7, {**CELLS, **cells}))


def test_each_field_is_read_by_its_own_type():
    assert food() == Food("bread", "grain", 12.0, 100, False, "", ("a", "b"), Ages(1.5, None))
    assert isinstance(food().mg, float)


def test_an_empty_list_is_a_list():
    assert food(articles=None).articles == ()


@pytest.mark.parametrize(
    ("column", "cell", "allowed"),
    [
        ("kind", "leaf", "allowed are grain, nut"),
        ("mg", "much", "a number is needed"),
        ("mg", True, "a number is needed"),
        ("mg", None, "a number is needed"),
        ("grams", 1.5, "an integer is needed"),
        ("roasted", 1, "true or false is needed"),
        ("food", 3.0, "a text is needed"),
        ("articles", 3, "a list parted by blanks is needed"),
        ("least", None, "a number is needed"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_by_file_row_column_value_and_what_is_allowed(column, cell, allowed):
    with pytest.raises(DataError) as fault:
        food(**{column: cell})
    value = "" if cell is None else cell
    assert str(fault.value) == f"data/foods.csv, row 7, column {column}: {value!r} is not allowed; {allowed}."


def test_a_column_that_is_not_there_is_named():
    with pytest.raises(DataError, match=r"data/foods\.csv has no column mg\."):
        row_as(Food, Row("foods.csv", 1, {name: cell for name, cell in CELLS.items() if name != "mg"}))


def test_a_field_that_is_given_is_not_read():
    given = row_as(Food, Row("foods.csv", 1, {**CELLS, "mg": "much"}), mg=3.0)
    assert given.mg == 3.0


def test_a_type_that_no_cell_can_have_is_a_mistake_of_the_programmer():
    @dataclass(frozen=True, slots=True)
    class Odd:
        food: bytes

    with pytest.raises(TypeError, match="cannot be read from a table"):
        row_as(Odd, Row("foods.csv", 1, CELLS))


def test_rows_can_be_had_by_their_first_field():
    @dataclass(frozen=True, slots=True)
    class Source:
        key: Annotated[str, Column("id")]
        title: str

    assert list(rows_by_key(Source, "sources")) == [row["id"] for row in read_table("sources")]


def choices_of_fields() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield class, column and choices of every `Literal` in a dataclass of the project that tells its table."""
    for found in walk_packages(widgets.__path__, "widgets."):
        if found.name.split(".")[1] in ("reference_data", "evidence", "nutrition", "physiology"):
            for kind in vars(import_module(found.name)).values():
                if isinstance(kind, type) and kind.__module__ == found.name and "`" in (kind.__doc__ or ""):
                    yield from _choices(kind)


def _choices(kind: type) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    table = (kind.__doc__ or "").split("`")[1]
    if table.endswith(".csv") and hasattr(kind, "__dataclass_fields__"):
        hints: Mapping[str, object] = get_type_hints(kind)
        for field in fields(kind):
            if get_origin(hints[field.name]) is Literal:
                yield table.removesuffix(".csv"), field.name, get_args(hints[field.name])


@pytest.mark.parametrize(("table", "column", "choices"), tuple(choices_of_fields()))
def test_every_choice_that_a_column_allows_fits_its_field(table, column, choices):
    package = json.loads(Path(DATA_FOLDER, "datapackage.json").read_text(encoding="utf-8"))
    schema = next(resource["schema"] for resource in package["resources"] if resource["name"] == table)
    constraints = next(field["constraints"] for field in schema["fields"] if field["name"] == column)
    assert set(constraints["enum"]) <= set(choices)
