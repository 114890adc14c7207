"""Lists of what can be set and of what a run gives: tables in a notebook, rows by name in code."""

import difflib
import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from widgets.browser.written_table import html_table, plain_table
from widgets.cells.data_frames import data_frame
from widgets.cells.entries import ControlEntry, PresetEntry, QuantityEntry, SourceEntry
from widgets.reference_data.amounts import list_in_words, unit_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.contraction_names import contraction_measures, contraction_traces
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets
from widgets.reference_data.plain_error import UnknownNameError
from widgets.reference_data.wording import sentence

AnyEntry = ControlEntry | PresetEntry | QuantityEntry | SourceEntry
Entry = TypeVar("Entry", bound=AnyEntry)
# Key of a column's heading -> its text in a row.
Columns = Mapping[str, Callable[[Entry], str]]
# Too long for a line of a terminal.
LONG = ("meaning", "source", "reference", "behind")


class Listing(Generic[Entry]):
    """Rows in a fixed order: loop over them, or take one by its name or its place."""

    def __init__(self, title: str, rows: Sequence[Entry], columns: Columns[Entry]) -> None:
        """Keep the rows; `title` says what they are, `columns` how a row is shown."""
        self.title = title
        self._rows = {row.name: row for row in rows}
        self._columns = columns

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all rows."""
        return tuple(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __getitem__(self, name: str | int) -> Entry:
        if isinstance(name, int):
            return list(self._rows.values())[name]
        if name not in self._rows:
            nearest = difflib.get_close_matches(str(name), self._rows, n=3, cutoff=0.3) or list(self._rows)[:3]
            raise UnknownNameError(sentence("cells", "not_listed", name=name, nearest=list_in_words(nearest, "or")))
        return self._rows[name]

    def _ipython_key_completions_(self) -> list[str]:
        return list(self._rows)

    def to_dataframe(self) -> Any:  # noqa: ANN401 - a DataFrame
        """Return the rows as a pandas DataFrame, by name.

        Raises:
            NoPandasError: pandas is not installed.
        """
        names = [field.name for field in fields(next(iter(self)))][1:]
        columns = {name: [getattr(row, name) for row in self] for name in names}
        return data_frame(columns, {"name": self.names})

    def __repr__(self) -> str:
        short = [key for key in self._columns if key not in LONG] or ["name"]
        wide = short if len(short) > 1 else ["name", "reference"]
        rows = [[_without_markup(self._columns[key](row)) for key in wide] for row in self]
        return plain_table(self.title, [_heading(key) for key in wide], rows)

    def _repr_html_(self) -> str:
        rows = [[text(row) for text in self._columns.values()] for row in self]
        return html_table(self.title, [_heading(key) for key in self._columns], rows)


def controls() -> Listing[ControlEntry]:
    """Return everything that `simulate` can set: name, unit, range, default, meaning and sources of each control."""
    rows = [
        ControlEntry(
            name=control.name,
            label=control.label,
            unit="" if control.scale in ("switch", "choice") else control.unit,
            minimum=None if control.scale == "switch" else control.minimum,
            maximum=None if control.scale == "switch" else control.maximum,
            choices=control.choices,
            default=control.default,
            meaning=control.help,
            sources=tuple(map(cite, control.source)),
        )
        for control in experiment_controls().values()
    ]
    columns: Columns[ControlEntry] = {
        "name": _name,
        "label": _label,
        "unit": _unit,
        "range": lambda row: html.escape(row.range, quote=False),
        "default": lambda row: html.escape(row.starts_at, quote=False),
        "meaning": _meaning,
        "source": lambda row: links(row.sources),
    }
    return Listing(sentence("cells", "controls_title"), rows, columns)


def presets() -> Listing[PresetEntry]:
    """Return every ready set-up for `simulate(preset=...)`: name, label, what it sets, why it is worth a look."""
    rows = [
        PresetEntry(preset.name, preset.label, preset.values, preset.why) for preset in experiment_presets().values()
    ]
    columns: Columns[PresetEntry] = {
        "name": _name,
        "label": _label,
        "settings": lambda row: html.escape(row.settings, quote=False),
        "meaning": _meaning,
    }
    return Listing(sentence("cells", "presets_title"), rows, columns)


def traces() -> Listing[QuantityEntry]:
    """Return everything that a run records over time: name in `run.traces`, unit, meaning and sources."""
    rows = [
        QuantityEntry(name, trace.label, trace.unit, trace.help, tuple(map(cite, trace.source)))
        for name, trace in contraction_traces().items()
    ]
    return _quantities(sentence("cells", "traces_title"), rows)


def measures() -> Listing[QuantityEntry]:
    """Return everything that is read off a run: name in `run.measures`, unit, meaning and sources."""
    rows = [
        QuantityEntry(name, measure.label, measure.unit, measure.help, tuple(map(cite, measure.source)))
        for name, measure in contraction_measures().items()
    ]
    return _quantities(sentence("cells", "measures_title"), rows)


def links(sources: Sequence[Citation]) -> str:
    """Return sources in short as HTML, each with its address."""
    return "; ".join(_link(source.short, source.link) for source in sources)


def sources_listed(rows: Sequence[SourceEntry]) -> Listing[SourceEntry]:
    """Return sources as a list."""
    columns: Columns[SourceEntry] = {
        "name": _name,
        "reference": lambda row: _link(row.reference, row.link),
        "behind": lambda row: html.escape(", ".join(row.behind), quote=False),
    }
    return Listing(sentence("cells", "sources_title"), rows, columns)


def _quantities(title: str, rows: Sequence[QuantityEntry]) -> Listing[QuantityEntry]:
    columns: Columns[QuantityEntry] = {
        "name": _name,
        "label": _label,
        "unit": _unit,
        "meaning": _meaning,
        "source": lambda row: links(row.sources),
    }
    return Listing(title, rows, columns)


def _link(text: str, address: str) -> str:
    said = html.escape(text, quote=False)
    return f'<a href="{html.escape(address)}">{said}</a>' if address else said


def _name(row: AnyEntry) -> str:
    return row.name


def _label(row: ControlEntry | PresetEntry | QuantityEntry) -> str:
    return html.escape(row.label, quote=False)


def _unit(row: ControlEntry | QuantityEntry) -> str:
    return html.escape(unit_in_words(row.unit), quote=False)


def _meaning(row: ControlEntry | PresetEntry | QuantityEntry) -> str:
    return html.escape(row.meaning, quote=False)


def _heading(key: str) -> str:
    return sentence("cells", f"column_{key}")


def _without_markup(text: str) -> str:
    if text.startswith("<a "):
        text = text.partition(">")[2].removesuffix("</a>")
    return html.unescape(text)
