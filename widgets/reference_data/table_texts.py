"""The learner text of tables in other languages: fields that the data package marks with `"translate": true`.

A language keeps it in `data/wording/LANGUAGE/tables/TABLE.json`: row -> column -> text. A row is named by the first
column of the table's primary key, or by the columns of its `translateKey`, joined by a blank: several rows of one key
(a preset's) share a text.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from widgets.reference_data.data_files import DATA_FOLDER, DataError, read_text
from widgets.reference_data.language import PSEUDO
from widgets.reference_data.pseudo_language import pseudo

Texts = Mapping[str, Mapping[str, str]]
Cell = TypeVar("Cell")


def translated_columns(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the columns of a table that learners read."""
    return tuple(field["name"] for field in schema["fields"] if field.get("translate"))


def row_name(schema: Mapping[str, Any], cells: Mapping[str, object]) -> str:
    """Return what a language calls a row by."""
    primary = schema["primaryKey"]
    columns: Sequence[str] = schema.get("translateKey") or [primary if isinstance(primary, str) else primary[0]]
    return " ".join(str(cells[column]) for column in columns)


def translator(table: str, schema: Mapping[str, Any], language: str) -> Callable[[Mapping[str, Cell]], dict[str, Cell]]:
    """Return a function that puts the text of a row's cells into a language; what is not translated stays English.

    Raises:
        DataError: the language's file of this table is not JSON, or holds something else than texts.
    """
    columns = translated_columns(schema)
    texts = {} if language == PSEUDO else _texts(table, language)

    def translated(cells: Mapping[str, Cell]) -> dict[str, Any]:
        told = texts.get(row_name(schema, cells), {})
        changed = {column: cells[column] for column in columns if isinstance(cells[column], str)}
        return {
            **cells,
            **{
                column: pseudo(str(text)) if language == PSEUDO else told.get(column, text)
                for column, text in changed.items()
            },
        }

    return translated


def _texts(table: str, language: str) -> Texts:
    path = f"wording/{language}/tables/{table}.json"
    if not (DATA_FOLDER / path).is_file():
        return {}
    try:
        texts: Texts = json.loads(read_text(path))
        whole = all(isinstance(text, str) for row in texts.values() for text in row.values())
    except (json.JSONDecodeError, AttributeError) as error:
        raise DataError(f"data/{path} is no table of texts: {error}.") from error
    if not whole:
        raise DataError(f"data/{path} must hold one text for each column of each row.")
    return texts
