"""The axes of a figure: where a value lies on the paper, and which ticks stand beside it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from widgets.reference_data.amounts import number_in_words

# As plotly does where a layout says nothing.
DEFAULT_TICKS = 6
_TICK_DIGITS, _TICK_DECIMALS = 6, 9
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Paper:
    """The room of the plot, in px from the picture's upper left corner; paper coordinates run from 0 to 1 in it."""

    left: float
    top: float
    width: float
    height: float

    def across(self, share: float) -> float:
        """Return the px of a share of the width."""
        return self.left + share * self.width

    def up(self, share: float) -> float:
        """Return the px of a share of the height, counted from below."""
        return self.top + (1 - share) * self.height


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its settings, and the px of both ends of its range."""

    settings: Mapping[str, Any]
    ends: tuple[float, float]
    px: tuple[float, float]

    @property
    def is_log(self) -> bool:
        """Whether it counts in tenfolds."""
        return bool(self.settings.get("type") == "log")

    def place(self, value: float) -> float:
        """Return where a value lies in px; outside the range it lies outside the plot, NaN where it has no place."""
        if self.is_log:
            value = math.log10(value) if value > 0 else math.nan
        return self.place_of_range(value)

    def place_of_range(self, value: float) -> float:
        """Return where a value lies that is counted as the range is: in tenfolds where the axis does."""
        share = (value - self.ends[0]) / ((self.ends[1] - self.ends[0]) or 1.0)
        return self.px[0] + share * (self.px[1] - self.px[0])

    def within(self, share: float) -> float:
        """Return the px of a share of the axis itself."""
        return self.px[0] + share * (self.px[1] - self.px[0])

    def ticks(self) -> list[tuple[float, str]]:
        """Return place in px and text of every tick within the range."""
        if "tickvals" in self.settings:
            values: Sequence[float] = self.settings["tickvals"]
            texts = self.settings.get("ticktext") or [_number(value) for value in values]
            ticks = [(self.place(value), str(text)) for value, text in zip(values, texts, strict=True)]
        else:
            ticks = [(self.place(value), _number(value)) for value in self._values()]
        low, high = sorted(self.px)
        return [(px, text) for px, text in ticks if low - 1 <= px <= high + 1]

    def _values(self) -> Iterable[float]:
        low, high = sorted(self.ends)
        if self.is_log:
            return _tenfolds(low, high)
        most = self.settings.get("nticks") or DEFAULT_TICKS
        step = self.settings.get("dtick") or _round_step((high - low) / max(1, most))
        first = math.ceil(low / step - 1e-9)
        return [step * i for i in range(first, math.floor(high / step + 1e-9) + 1)]


def axes_of(layout: Mapping[str, Any], data: Iterable[Mapping[str, Any]], paper: Paper) -> dict[str, Axis]:
    """Return every axis that a figure names, by plotly's short names: x, x2, y, y2."""
    lines = list(data)
    names = {"x", "y", *(str(line.get(f"{way}axis", way)) for line in lines for way in "xy")}
    names |= {key.replace("axis", "") for key in layout if key.startswith(("xaxis", "yaxis"))}
    return {name: _axis(name, layout.get(f"{name[0]}axis{name[1:]}", {}), lines, paper) for name in names}


def _axis(name: str, settings: Mapping[str, Any], data: Sequence[Mapping[str, Any]], paper: Paper) -> Axis:
    way = name[0]
    start, end = settings.get("domain", (0.0, 1.0))
    px = (paper.across(start), paper.across(end)) if way == "x" else (paper.up(start), paper.up(end))
    ends = settings.get("range") or _range_of(
        [line for line in data if line.get(f"{way}axis", way) == name], way, log=settings.get("type") == "log"
    )
    return Axis(settings, (float(ends[0]), float(ends[1])), px)


def _range_of(lines: Sequence[Mapping[str, Any]], way: str, *, log: bool) -> tuple[float, float]:
    known = [float(value) for line in lines for value in line.get(way, ()) if math.isfinite(value)]
    if log:
        known = [math.log10(value) for value in known if value > 0]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = 0.05 * (high - low) or 0.5
    return low - room, high + room


def _round_step(least: float) -> float:
    tenfold = 10.0 ** math.floor(math.log10(least or 1.0))
    return next(step * tenfold for step in _STEPS if step * tenfold >= least * (1 - 1e-9))


def _tenfolds(low: float, high: float) -> list[float]:
    parts = (1,) if high - low > len(_STEPS) / 2 else (1, 2, 5)
    values = [part * 10.0**power for power in range(math.floor(low), math.ceil(high) + 1) for part in parts]
    return [value for value in values if low - 1e-9 <= math.log10(value) <= high + 1e-9]


def _number(value: float) -> str:
    return number_in_words(round(value, _TICK_DECIMALS), _TICK_DIGITS)
