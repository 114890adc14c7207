"""A forest plot as plain rows: what its table says, and where on its axis each mark stands."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypedDict

from widgets.reference_data.amounts import number_in_words

Beyond = Literal["none", "start", "end", "both"]
TrialState = Literal["counted", "left_out", "filtered", "not_pooled"]
Bias = Literal["low", "some", "high", "unclear"]
SummaryKind = Literal["pooled", "prediction", "published"]

_RATIO_TICKS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS_A_SIDE = 3
_LEAST_RATIO = 2.0
# An interval may reach this much farther out than the middle one of all; what goes on beyond gets an arrow.
_WIDEST = 2.5
_ROOM = 1.06
_DECIMALS = 4


class ForestMark(TypedDict):
    """An interval as shares of the axis, 0 at its start; `beyond` says at which ends it goes on. `size` is 0 to 1."""

    start: float
    middle: float
    end: float
    beyond: Beyond
    size: float


class ForestTick(TypedDict):
    """A number on the axis and its place, as a share of it."""

    at: float
    label: str


class ForestAxis(TypedDict):
    """Ticks, the place of "no difference", and what the two ends mean; `scale` says how the axis counts, or nothing."""

    ticks: list[ForestTick]
    none: float
    start: str
    end: str
    scale: str


class ForestFact(TypedDict):
    """One thing to know of a trial, under its name."""

    label: str
    text: str


class ForestSource(TypedDict):
    """Where a trial was published."""

    reference: str
    link: str


class ForestTrial(TypedDict):
    """One row: texts for the cells, and a mark where there is an interval.

    `why` says why it does not count, or is empty. `switch` is the control that leaves it out, or empty where nothing
    can be left out. `said` is the whole row as a sentence.
    """

    key: str
    study: str
    state: TrialState
    switch: str
    magnesium: str
    placebo: str
    dose: str
    salt: str
    weeks: str
    bias: Bias
    bias_label: str
    effect: str
    weight: str
    why: str
    said: str
    marks: list[ForestMark]
    facts: list[ForestFact]
    sources: list[ForestSource]


class ForestSummary(TypedDict):
    """One row below the trials: our pooling, where the next trial may fall, or what a review has published."""

    kind: SummaryKind
    label: str
    effect: str
    note: str
    said: str
    marks: list[ForestMark]


class Forest(TypedDict):
    """The whole table. `nothing` says why there is no row, or is empty."""

    caption: str
    nothing: str
    axis: ForestAxis
    trials: list[ForestTrial]
    summaries: list[ForestSummary]


@dataclass(frozen=True, slots=True)
class ForestScale:
    """An axis round "no difference", as long on one side as on the other.

    Attributes:
        reach: how far it goes to each side; for a ratio as a natural logarithm, so that a half lies as far as a double.
        is_ratio: whether its numbers are ratios.
    """

    reach: float
    is_ratio: bool

    @classmethod
    def of(
        cls, estimates: Iterable[float], intervals: Iterable[tuple[float, float]], *, is_ratio: bool
    ) -> "ForestScale":
        """Return an axis that has all estimates on it, and the intervals unless they reach very far out.

        Args:
            estimates: in the units of the axis, ratios above 0.
            intervals: both ends of every interval, in the same units.
            is_ratio: see the class.
        """
        near = max((abs(_on_axis(value, is_ratio=is_ratio)) for value in estimates), default=0.0)
        ends = sorted(max(abs(_on_axis(end, is_ratio=is_ratio)) for end in interval) for interval in intervals) or [0.0]
        usual = _WIDEST * ends[(len(ends) - 1) // 2]
        reach = max(min(ends[-1], usual), near, math.log(_LEAST_RATIO) if is_ratio else 0.0)
        return cls(_ROOM * reach or 1.0, is_ratio)

    def place(self, value: float) -> float:
        """Return the place of a value as a share of the axis; outside 0 to 1 where it is not on it."""
        return 0.5 + _on_axis(value, is_ratio=self.is_ratio) / (2 * self.reach)

    def mark(self, low: float, estimate: float, high: float, size: float = 1.0) -> ForestMark:
        """Return the mark of an interval in the units of the axis, cut at its ends."""
        start, middle, end = map(self.place, (low, estimate, high))
        beyond: Beyond = "both" if start < 0 and end > 1 else "start" if start < 0 else "end" if end > 1 else "none"
        return {
            "start": _share(start),
            "middle": _share(middle),
            "end": _share(end),
            "beyond": beyond,
            "size": round(size, _DECIMALS),
        }

    def ticks(self) -> list[ForestTick]:
        """Return round numbers on the axis from its start to its end, "no difference" among them."""
        values = _ratio_ticks(self.reach) if self.is_ratio else _difference_ticks(self.reach)
        return [{"at": _share(self.place(value)), "label": number_in_words(value, 3)} for value in values]


def _on_axis(value: float, *, is_ratio: bool) -> float:
    return math.log(value) if is_ratio else value


def _share(place: float) -> float:
    return round(min(max(place, 0.0), 1.0), _DECIMALS)


def _ratio_ticks(reach: float) -> list[float]:
    on_it = [value for value in _RATIO_TICKS if abs(math.log(value)) <= reach]
    middle = on_it.index(1)
    # Every second where they would stand too close.
    return on_it if middle <= _MOST_TICKS_A_SIDE else on_it[middle % 2 :: 2]


def _difference_ticks(reach: float) -> list[float]:
    tenfold = 10 ** math.floor(math.log10(reach / _MOST_TICKS_A_SIDE))
    step = next(each * tenfold for each in (1, 2, 5, 10) if reach / (each * tenfold) <= _MOST_TICKS_A_SIDE)
    count = math.floor(reach / step)
    return [round(i * step, 9) for i in range(-count, count + 1)]
