"""The names of all controls as parameters, so that editors complete them and show unit, range and default."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from widgets.cells.entries import ControlEntry
from widgets.cells.listings import controls
from widgets.reference_data.amounts import unit_in_words

_NAMED = inspect.Parameter.KEYWORD_ONLY
_FIRST = inspect.Parameter.POSITIONAL_OR_KEYWORD


@dataclass(frozen=True, slots=True, repr=False)
class _Allowed:
    """What stands after the colon of a parameter: unit and range."""

    text: str

    def __repr__(self) -> str:
        return self.text


def takes_controls(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a function of `preset` and controls their names, and to its docstring their units, ranges and defaults."""
    preset = inspect.Parameter("preset", _FIRST, default=None, annotation=_Allowed("str | None"))
    named = [
        inspect.Parameter(
            entry.name, _NAMED, default=entry.default, annotation=_Allowed(f"{entry.range} {entry.unit}".rstrip())
        )
        for entry in controls()
    ]
    function.__signature__ = inspect.Signature([preset, *named])  # type: ignore[attr-defined]
    lines = "\n".join(map(_line, controls()))
    function.__doc__ = f"{inspect.getdoc(function)}\n\nControls:\n{lines}\n"
    return function


def _line(entry: ControlEntry) -> str:
    allowed = f"{entry.range} {unit_in_words(entry.unit)}".rstrip()
    return f"    {entry.name}: {entry.label}. {allowed}; {entry.starts_at} if left out."
