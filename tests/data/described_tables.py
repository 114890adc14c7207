"""Writes data/README.md: what each table is, its columns and its units, from datapackage.json.

python -m tests.data.described_tables
"""

import csv
import json
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[2] / "data"
README = DATA / "README.md"
OPENING = """\
# The tables

{description}

This folder is a [Frictionless data package](https://datapackage.org): [datapackage.json](datapackage.json) describes
each file, so that any reader of that standard opens it with the right types. It stands on its own; the program is not
needed.

    from frictionless import Package
    rows = Package("data/datapackage.json").get_resource("published_measurements").read_rows()

or, with pandas, `pandas.read_csv("data/published_measurements.csv")`. Files are UTF-8, with commas and one header line.
An empty cell means that there is no value. Several keys in one cell are parted by spaces.

- **Units** stand in the column's name or description here, or in a column of their own beside the number.
- **Sources**: a column `source` holds keys of [sources.csv](sources.csv). `checked` says how a row was checked:
  `page` (the figure was read there), `seed` (in one of the five articles that the project began with), `recall` (from
  memory; shown as such).
- **Licence**: {licences}. Please cite the sources as well; [CITATION.cff](../CITATION.cff) says how to cite this
  collection.
- The folder [wording](wording) holds the sentences that learners read, by language.

This page is made from datapackage.json by `python -m tests.data.described_tables`.
"""


def described_tables() -> str:
    """The text of data/README.md."""
    package = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    licences = ", ".join(f"[{licence['title']}]({licence['path']})" for licence in package["licenses"])
    opening = OPENING.format(description=package["description"], licences=licences)
    return "\n".join([opening, *(_described(resource) for resource in package["resources"])])


def _described(resource: dict[str, Any]) -> str:
    lines = [f"## [{resource['path']}]({resource['path']})", "", f"**{resource['title']}.** {resource['description']}"]
    if "schema" in resource:
        with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
            rows = sum(1 for _ in csv.DictReader(file))
        keys = resource["schema"]["primaryKey"]
        key = ", ".join(f"`{name}`" for name in ([keys] if isinstance(keys, str) else keys))
        lines[-1] += f" {rows} rows, told apart by {key}."
        lines += ["", "| column | type | unit | what |", "| --- | --- | --- | --- |"]
        lines += [_column(field) for field in resource["schema"]["fields"]]
    return "\n".join([*lines, ""])


def _column(field: dict[str, Any]) -> str:
    unit = field.get("unit") or (f"in `{field['unitField']}`" if "unitField" in field else "")
    said = field["description"].replace("|", "\\|")
    return f"| `{field['name']}` | {field['type']} | {unit} | {said} |"


if __name__ == "__main__":
    README.write_text(described_tables(), encoding="utf-8")
