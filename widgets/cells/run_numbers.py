"""The numbers of a run: plain dicts to every tool, that print short and cannot be changed by mistake."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

from widgets.browser.written_table import WrittenTable
from widgets.reference_data.amounts import number_in_words, unit_in_words
from widgets.reference_data.contraction_names import contraction_measures, contraction_traces
from widgets.reference_data.wording import sentence

Value = TypeVar("Value")
DIGITS = 4
NONE = "–"


class _Numbers(dict[str, Value]):
    """A dict that stays as it is. pandas and others take a dict, and nothing else, for a table of columns."""

    def _refuse(self, *_given: object, **_named: object) -> NoReturn:
        raise TypeError(sentence("cells", "run_stays"))

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = __ior__ = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)

    def as_table(self) -> WrittenTable:
        """Return the numbers as they print, a row for each name."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return self.as_table().as_text()

    def _repr_html_(self) -> str:
        return self.as_table().as_html()


class Traces(_Numbers[tuple[float, ...]]):
    """Name with unit -> values, as long as the run's `time_ms`; prints how many there are and from where to where."""

    def as_table(self) -> WrittenTable:
        """Return a row for each trace: how many values, the lowest and the highest."""
        known = contraction_traces()
        rows = [
            [name, _unit(known, name), str(len(values)), _number(min(values)), _number(max(values))]
            for name, values in self.items()
        ]
        return WrittenTable("", _headings("name", "unit", "values", "lowest", "highest"), rows)


class Measures(_Numbers[float | None]):
    """Name with unit -> number, None where the run has no such thing; prints with labels and units."""

    def as_table(self) -> WrittenTable:
        """Return a row for each measure."""
        known = contraction_measures()
        rows = [
            [name, known[name].label, _number(value), _unit(known, name)] if name in known else [name, "", "", ""]
            for name, value in self.items()
        ]
        return WrittenTable("", _headings("name", "label", "value", "unit"), rows)


def _headings(*keys: str) -> list[str]:
    return [sentence("cells", f"column_{key}") for key in keys]


def _unit(known: Mapping[str, Any], name: str) -> str:
    return unit_in_words(known[name].unit) if name in known else ""


def _number(value: float | None) -> str:
    return NONE if value is None else number_in_words(value, DIGITS)
