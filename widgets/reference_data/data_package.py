"""Tables of the data package as typed rows, each cell checked against its schema.

The package is a Frictionless data package (`data/datapackage.json`). The tests check it with the `frictionless`
library; a page reads it with the standard library alone, because every learner's kernel pays for what is imported here.
"""

import csv
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from widgets.reference_data.data_files import DATA_FOLDER, DataError, read_text

__all__ = ["DATA_FOLDER", "Cell", "DataError", "Row", "read_table", "read_text"]

Cell = str | float | int | bool | None
Row = Mapping[str, Cell]


@cache
def read_table(name: str, folder: Path = DATA_FOLDER) -> tuple[Row, ...]:
    """Return all rows of the table `name`, in file order, as read-only mappings from column to typed value.

    Empty cells are `None`; numbers are floats, integers ints, booleans bools. A table is read on first use and kept.

    Raises:
        DataError: the package has no such table, a column is missing or unknown, or a cell breaks its schema.
    """
    file_name, fields = _schema(name, folder)
    lines = read_text(file_name, folder).splitlines()
    reader = csv.DictReader(lines, strict=True)
    expected = [field["name"] for field in fields]
    if reader.fieldnames != expected:
        raise DataError(f"data/{file_name} has the columns {reader.fieldnames}; allowed are exactly {expected}.")
    return tuple(
        MappingProxyType({field["name"]: _typed_cell(field, raw, file_name, number) for field in fields})
        for number, raw in enumerate(reader, start=1)
    )


def _schema(name: str, folder: Path) -> tuple[str, list[dict[str, Any]]]:
    package = json.loads(read_text("datapackage.json", folder))
    for resource in package["resources"]:
        if resource["name"] == name:
            return resource["path"], resource["schema"]["fields"]
    raise DataError(f"data/datapackage.json has no table named {name!r}.")


def _typed_cell(field: dict[str, Any], raw: Mapping[str, str | None], file_name: str, number: int) -> Cell:
    text = raw.get(field["name"])
    constraints = field.get("constraints", {})

    def fault(allowed: str) -> DataError:
        return DataError(f"data/{file_name}, row {number}, column {field['name']}: {text!r} is not allowed; {allowed}.")

    if text is None or text == "":
        if constraints.get("required"):
            raise fault("a value is required")
        return None
    value = _parsed(text, field.get("type", "string"), fault)
    if "enum" in constraints and value not in constraints["enum"]:
        raise fault("allowed are " + ", ".join(map(str, constraints["enum"])))
    if "minimum" in constraints and float(value) < constraints["minimum"]:
        raise fault(f"the least allowed is {constraints['minimum']}")
    if "maximum" in constraints and float(value) > constraints["maximum"]:
        raise fault(f"the most allowed is {constraints['maximum']}")
    if "pattern" in constraints and not re.fullmatch(constraints["pattern"], text):
        raise fault(f"it must match {constraints['pattern']}")
    return value


def _parsed(text: str, kind: str, fault: Callable[[str], DataError]) -> str | float | int | bool:
    if kind == "string":
        return text
    if kind == "boolean":
        if text not in ("true", "false"):
            raise fault("true or false is needed")
        return text == "true"
    try:
        return int(text) if kind in ("integer", "year") else float(text)
    except ValueError as error:
        raise fault(f"{'an integer' if kind != 'number' else 'a number'} is needed") from error
