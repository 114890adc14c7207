"""Frozen dataclasses made from the rows of a table, by the types of the dataclass's own fields."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from widgets.reference_data.data_package import Cell, DataError, Row, read_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
Reader = Callable[[Row], Any]
Fit = tuple[Callable[[Cell], Any], str]


@dataclass(frozen=True, slots=True)
class Column:
    """Says which column a field is read from where the two differ in name: `id: Annotated[str, Column("fact")]`."""

    name: str


def rows_as(kind: type[T], table: str) -> tuple[T, ...]:
    """Return every row of a table as a dataclass `kind`, in the order of the table; see `row_as`.

    Raises:
        DataError: the table breaks its schema, or a cell does not fit the type of its field.
    """
    return tuple(row_as(kind, row) for row in read_table(table))


def rows_by_key(kind: type[T], table: str) -> Mapping[str, T]:
    """Return every row of a table as a dataclass, by the first field of the dataclass, in the order of the table.

    Raises:
        DataError: the table breaks its schema, or a cell does not fit the type of its field.
    """
    return by_first_field(rows_as(kind, table))


def by_first_field(rows: Iterable[T]) -> Mapping[str, T]:
    """Return dataclasses by the value of their first field, in their order."""
    return MappingProxyType({getattr(row, fields(row)[0].name): row for row in rows})


def row_as(kind: type[T], row: Row, **given: object) -> T:
    """Return one row as a dataclass `kind`.

    Each field is read from the column of its name (or of its `Column`) by its type: `str` ("" for an empty cell),
    `float`, `int`, `bool`, a `Literal` of texts, `tuple[str, ...]` for a list parted by blanks, `X | None` where the
    cell may be empty. A field that is a dataclass itself is read from the same row.

    Args:
        kind: the dataclass.
        row: the row, which may have further columns.
        given: fields that are not read but set to these values.

    Raises:
        DataError: a cell does not fit the type of its field, or the table has no such column.
    """
    return kind(**{name: read(row) for name, read in _readers(kind, frozenset(given)).items()}, **given)


@cache
def _readers(kind: type[Any], given: frozenset[str]) -> Mapping[str, Reader]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: _reader(field.name, hints[field.name]) for field in fields(kind) if field.name not in given}


def _reader(column: str, hint: Any) -> Reader:  # noqa: ANN401 - a type as Python writes it
    if get_origin(hint) is Annotated:
        hint, *notes = get_args(hint)
        column = next((note.name for note in notes if isinstance(note, Column)), column)
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(row_as, hint)
    may_be_empty = get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)
    value_of, allowed = _fit(get_args(hint)[0] if may_be_empty else hint)

    def read(row: Row) -> Any:  # noqa: ANN401 - of the field's type
        if column not in row:
            raise DataError(f"data/{row.file_name} has no column {column}.")
        cell = row[column]
        if cell is None and may_be_empty:
            return None
        value = value_of(cell)
        if value is None:
            raise row.fault(column, "" if cell is None else cell, allowed)
        return value

    return read


def _fit(hint: Any) -> Fit:  # noqa: ANN401 - a type as Python writes it
    """Return what makes the value of a cell, None where the cell does not fit; and what is allowed, in words."""
    if get_origin(hint) is Literal:
        choices = get_args(hint)
        return lambda cell: cell if cell in choices else None, f"allowed are {', '.join(map(str, choices))}"
    if hint not in _FITS:
        raise TypeError(f"A field of the type {hint} cannot be read from a table.")
    return _FITS[hint]


def _text(cell: Cell) -> str | None:
    return "" if cell is None else cell if isinstance(cell, str) else None


def _list(cell: Cell) -> tuple[str, ...] | None:
    text = _text(cell)
    return None if text is None else tuple(text.split())


def _truth(cell: Cell) -> bool | None:
    return cell if isinstance(cell, bool) else None


def _whole_number(cell: Cell) -> int | None:
    return cell if isinstance(cell, int) and not isinstance(cell, bool) else None


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) and not isinstance(cell, bool) else None


_FITS: Mapping[Any, Fit] = MappingProxyType(
    {
        str: (_text, "a text is needed"),
        tuple[str, ...]: (_list, "a list parted by blanks is needed"),
        bool: (_truth, "true or false is needed"),
        int: (_whole_number, "an integer is needed"),
        float: (_number, "a number is needed"),
    }
)
