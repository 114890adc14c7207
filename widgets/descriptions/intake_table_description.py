"""The whole table of an authority as text, and where a person stands in it."""

from typing import TypedDict

from widgets.browser.source import Source, as_sources
from widgets.descriptions.intake_description import age_group_in_words, authority_in_words, month_names, row_in_words
from widgets.nutrition.intake_check import IntakeCheck
from widgets.nutrition.intake_reference import (
    AuthorityKey,
    NoReference,
    ReferenceIntake,
    ReferenceRow,
    Sex,
    UpperLimit,
    reference_table,
)
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.wording import sentence

# Enough for every amount of the tables.
MG_DIGITS = 6


class IntakeRow(TypedDict):
    """A row as text: its key, its heading, and its cells."""

    key: str
    heading: str
    male: str
    female: str
    limit: str


class TableOfAuthority(TypedDict):
    """A whole table as text."""

    caption: str
    columns: list[str]
    rows: list[IntakeRow]
    notes: list[str]
    sources: list[Source]


class PlaceInTable(TypedDict, total=False):
    """The row and the column of a person; empty where the table has no row."""

    row: str
    column: Sex


def table_in_words(authority: AuthorityKey) -> TableOfAuthority:
    """Return the table of an authority as text."""
    rows = reference_table(authority)
    return {
        "caption": sentence("intake", "table_caption", authority=authority_in_words(authority)),
        "columns": [sentence("intake", f"table_{column}") for column in ("ages", "male", "female", "limit")],
        "rows": [_row_in_words(row, authority) for row in rows],
        "notes": _notes(rows, authority),
        "sources": as_sources(_sources(rows)),
    }


def place_in_table(check: IntakeCheck) -> PlaceInTable:
    """Return where the person of a day stands in the table of the day's authority."""
    found = check.reference
    return {} if isinstance(found, NoReference) else {"row": _key(found), "column": found.sex}


def _key(row: ReferenceRow | ReferenceIntake) -> str:
    return f"{row.life_stage}_{row.ages.min_years:g}"


def _row_in_words(row: ReferenceRow, authority: AuthorityKey) -> IntakeRow:
    return {
        "key": _key(row),
        "heading": row_in_words(row.ages, row.life_stage, authority),
        "male": _cell(row.male),
        "female": _cell(row.female),
        "limit": _limit_cell(row.limits),
    }


def _cell(cell: ReferenceIntake | None) -> str:
    if cell is None:
        return sentence("intake", "table_no_cell")
    text = _mg(cell.mg_per_day)
    return sentence("intake", "table_AI_cell", mg=text) if cell.measure == "AI" else text


def _limit_cell(limits: tuple[UpperLimit, ...]) -> str:
    first, last = limits[0], limits[-1]
    if last.mg_per_day is None:
        text = sentence("intake", "table_no_limit")
    elif first.mg_per_day is None:
        text = sentence("intake", "table_limit_from", age=last.ages.min_years, mg=_mg(last.mg_per_day))
    else:
        text = _mg(last.mg_per_day)
    from_memory = any(limit.checked == "recall" for limit in limits)
    return sentence("intake", "table_recall_mark", text=text) if from_memory else text


def _mg(mg_per_day: float) -> str:
    return number_in_words(mg_per_day, MG_DIGITS)


def _notes(rows: tuple[ReferenceRow, ...], authority: AuthorityKey) -> list[str]:
    measures = {cell.measure for row in rows for cell in (row.male, row.female) if cell is not None}
    notes = [sentence("intake", f"table_note_{measure}") for measure in ("AI", "RDA") if measure in measures]
    notes.append(sentence("intake", f"table_note_limit_{authority}"))
    months = next((row.ages for row in rows if row.ages.min_years and (row.ages.max_years or 2) <= 1), None)
    if months is not None and authority == "nam":
        named = age_group_in_words(months, authority)
        notes.append(sentence("intake", "table_note_months", ages=named, **month_names(months)))
    if any(limit.checked == "recall" for row in rows for limit in row.limits):
        notes.append(sentence("intake", "table_note_recall"))
    return notes


def _sources(rows: tuple[ReferenceRow, ...]) -> list[Citation]:
    """Return every source that the rows rest on, the one with most rows first."""
    cells = [cell for row in rows for cell in (row.male, row.female, *row.limits) if cell is not None]
    keys = [cell.source for cell in cells]
    return [cite(key) for key in sorted(set(keys), key=lambda key: (-keys.count(key), key))]
