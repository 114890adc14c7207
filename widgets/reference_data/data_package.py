"""Tables of the data package, row by row, each cell read strictly and checked against its schema.

The package is a Frictionless data package (`data/datapackage.json`). The tests check it with the `frictionless`
library; a page reads it with the standard library alone, because every learner's kernel pays for what is imported here.
`typed_rows` makes dataclasses of the rows.
"""

import csv
import io
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from widgets.reference_data.data_files import DATA_FOLDER, DataError, read_text
from widgets.reference_data.language import ENGLISH, current_language
from widgets.reference_data.table_texts import translator

__all__ = ["DATA_FOLDER", "Cell", "DataError", "Row", "read_table", "read_text"]

Cell = str | float | int | bool | None

# Python's own `float` and `int` take more than a table should hold: nan, 8_0, digits of other scripts, blanks around.
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")


class Row(Mapping[str, Cell]):
    """One row of a table: column -> typed value, None for an empty cell. It knows where it stands, to name a fault."""

    __slots__ = ("_cells", "file_name", "number")

    def __init__(self, file_name: str, number: int, cells: Mapping[str, Cell]) -> None:
        """Keep the cells; `number` is 1 for the first row below the header."""
        self.file_name = file_name
        self.number = number
        self._cells = cells

    def __getitem__(self, column: str) -> Cell:
        return self._cells[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def text(self, column: str) -> str:
        """Return the cell as text; an empty cell is an empty text."""
        value = self[column]
        return "" if value is None else str(value)

    def fault(self, column: str, value: object, allowed: str) -> DataError:
        """Return the error that says what is wrong with a value of this row, and what is allowed instead."""
        return DataError(
            f"data/{self.file_name}, row {self.number}, column {column}: {value!r} is not allowed; {allowed}."
        )


def read_table(name: str, folder: Path = DATA_FOLDER) -> tuple[Row, ...]:
    """Return all rows of the table `name`, in file order, with what learners read in the language that is spoken.

    Empty cells are `None`; numbers are floats, integers ints, booleans bools. A table is read on first use and kept.

    Raises:
        DataError: the package has no such table, a column is missing or unknown, a row has a cell too many or too few,
            a cell breaks its schema, or a key stands twice.
    """
    return _rows(name, folder, current_language())


@cache
def _rows(name: str, folder: Path, language: str) -> tuple[Row, ...]:
    file_name, schema = _schema(name, folder)
    if language != ENGLISH:
        rows, translated = _rows(name, folder, ENGLISH), translator(name, schema, language)
        return tuple(Row(file_name, row.number, translated(row)) for row in rows)
    fields: list[dict[str, Any]] = schema["fields"]
    header, *lines = _cells(file_name, folder)
    expected = [field["name"] for field in fields]
    if header != expected:
        raise DataError(f"data/{file_name} has the columns {header}; allowed are exactly {expected}.")
    rows = tuple(_typed_row(file_name, number, fields, cells) for number, cells in enumerate(lines, start=1))
    for key in _keys(schema):
        _refuse_doubles(rows, key)
    return rows


def number_in(text: str) -> float | None:
    """Return the finite number that a text is: plain ASCII digits, a decimal point, an exponent; else None."""
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    return number if math.isfinite(number) else None


def _schema(name: str, folder: Path) -> tuple[str, dict[str, Any]]:
    for resource in _package(folder):
        if resource["name"] == name:
            return resource["path"], resource["schema"]
    raise DataError(f"data/datapackage.json has no table named {name!r}.")


@cache
def _package(folder: Path) -> list[dict[str, Any]]:
    try:
        resources: list[dict[str, Any]] = json.loads(read_text("datapackage.json", folder))["resources"]
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise DataError(f"data/datapackage.json does not describe a data package: {error}.") from error
    return resources


def _cells(file_name: str, folder: Path) -> list[list[str]]:
    reader = csv.reader(io.StringIO(read_text(file_name, folder), newline=""), strict=True)
    try:
        return list(reader) or [[]]
    except csv.Error as error:
        raise DataError(f"data/{file_name}, line {reader.line_num} cannot be read: {error}.") from error


def _typed_row(file_name: str, number: int, fields: Sequence[dict[str, Any]], cells: Sequence[str]) -> Row:
    if len(cells) != len(fields):
        raise DataError(f"data/{file_name}, row {number} has {len(cells)} cells; allowed are exactly {len(fields)}.")
    texts = Row(file_name, number, {field["name"]: text for field, text in zip(fields, cells, strict=True)})
    return Row(file_name, number, {field["name"]: _typed_cell(field, texts) for field in fields})


def _typed_cell(field: Mapping[str, Any], texts: Row) -> Cell:
    column, constraints = field["name"], field.get("constraints", {})
    text = texts.text(column)
    if text == "":
        if constraints.get("required"):
            raise texts.fault(column, text, "a value is required")
        return None
    value, kind = _parsed(text, field.get("type", "string"))
    if value is None:
        raise texts.fault(column, text, f"{kind} is needed")
    if fault := _broken(constraints, text, value):
        raise texts.fault(column, text, fault)
    return value


def _parsed(text: str, kind: str) -> tuple[Cell, str]:
    """Return the value, None where the text is none of this kind, and the kind in words."""
    if kind == "string":
        return text, "a text"
    if kind == "boolean":
        return {"true": True, "false": False}.get(text), "true or false"
    if kind == "integer":
        return int(text) if _INTEGER.fullmatch(text) else None, "an integer"
    return number_in(text), "a number"


def _broken(constraints: Mapping[str, Any], text: str, value: Any) -> str | None:  # noqa: ANN401 - text, number or truth
    """Return what is allowed instead, or None where the value keeps to every constraint."""
    if "enum" in constraints and value not in constraints["enum"]:
        return "allowed are " + ", ".join(map(str, constraints["enum"]))
    if "minimum" in constraints and value < constraints["minimum"]:
        return f"the least allowed is {constraints['minimum']}"
    if "maximum" in constraints and value > constraints["maximum"]:
        return f"the most allowed is {constraints['maximum']}"
    if "maxLength" in constraints and len(text) > constraints["maxLength"]:
        return f"at most {constraints['maxLength']} characters are allowed"
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        return f"it must match {constraints['pattern']}"
    return None


def _keys(schema: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the columns, one or several together, whose values tell the rows of a table apart."""
    primary = schema.get("primaryKey", [])
    unique = [(field["name"],) for field in schema["fields"] if field.get("constraints", {}).get("unique")]
    together = (primary,) if isinstance(primary, str) else tuple(primary)
    return [key for key in (together, *unique) if key]


def _refuse_doubles(rows: Sequence[Row], key: tuple[str, ...]) -> None:
    first: dict[tuple[Cell, ...], int] = {}
    for row in rows:
        values = tuple(row[column] for column in key)
        if first.setdefault(values, row.number) != row.number:
            value = values[0] if len(values) == 1 else values
            raise row.fault(", ".join(key), value, f"row {first[values]} has it already")
