"""What the lists hold: a control, a preset, a trace or a measure, a source. Each prints itself in a few lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.reference_data.amounts import list_in_words, number_in_words, unit_in_words
from widgets.reference_data.citations import Citation
from widgets.reference_data.controls import ControlValue

DIGITS = 6


@dataclass(frozen=True, slots=True, repr=False)
class ControlEntry:
    """One control: its name for `simulate`, label, unit, ends of its range or its choices, default, meaning, sources.

    `minimum` and `maximum` are None for a switch and a choice; `choices` (value -> label) is empty but for a choice.
    """

    name: str
    label: str
    unit: str
    minimum: float | None
    maximum: float | None
    choices: Mapping[str, str]
    default: ControlValue
    meaning: str
    sources: tuple[Citation, ...]

    @property
    def range(self) -> str:
        """What it can be, in words."""
        if self.minimum is None or self.maximum is None:
            return list_in_words(map(repr, self.choices or (True, False)), "or")
        ends = (number_in_words(end, DIGITS) for end in (self.minimum, self.maximum))
        return list_in_words(ends, "range")

    @property
    def starts_at(self) -> str:
        """The default as it is typed."""
        return _typed(self.default)

    def __repr__(self) -> str:
        return _lines(f"{self.name} = {self.starts_at}", f"{self.label}: {self.range} {unit_in_words(self.unit)}", self)


@dataclass(frozen=True, slots=True, repr=False)
class PresetEntry:
    """One preset: its name for `simulate`, label, what it sets, and why it is worth a look."""

    name: str
    label: str
    values: Mapping[str, ControlValue]
    meaning: str

    @property
    def settings(self) -> str:
        """What it sets, as it is typed."""
        return as_typed(self.values)

    def __repr__(self) -> str:
        return "\n".join((self.name, self.label, self.settings, self.meaning))


@dataclass(frozen=True, slots=True, repr=False)
class QuantityEntry:
    """One trace or measure: its name in a run, label, unit, meaning, sources."""

    name: str
    label: str
    unit: str
    meaning: str
    sources: tuple[Citation, ...]

    def __repr__(self) -> str:
        return _lines(self.name, f"{self.label} {unit_in_words(self.unit)}".rstrip(), self)


@dataclass(frozen=True, slots=True, repr=False)
class SourceEntry:
    """One source: its key, full reference, address, and what of a run rests on it."""

    name: str
    reference: str
    link: str
    behind: tuple[str, ...]

    def __repr__(self) -> str:
        return "\n".join(filter(None, (self.reference, self.link)))


def as_typed(values: Mapping[str, ControlValue]) -> str:
    """Return settings as they are typed into `simulate`."""
    return ", ".join(f"{name}={_typed(value)}" for name, value in values.items())


def _typed(value: ControlValue) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if whole else repr(value)


def _lines(*lines: "str | ControlEntry | QuantityEntry") -> str:
    entry = lines[-1]
    meaning = () if isinstance(entry, str) else (entry.meaning, "; ".join(source.short for source in entry.sources))
    return "\n".join((*(line.rstrip() for line in lines if isinstance(line, str)), *meaning))
