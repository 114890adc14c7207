"""The people of the simulated trials, made to fit published placebo arms; renews `data/simulated_trial_parameters.csv`.

    python -m tests.simulated_trials.trial_parameters_table

It takes a few seconds. It is needed when a row of `data/simulated_trial_checks.csv` changes.

People join in a month with at least 90 % of their own long-term mean. The share of the fall that a tablet itself
brings (the placebo response) then follows; were they choosier, or less so, it would be another, and the fit as good.
`low` and `high` of that row are the ends between which the sum of squared misfits rises by less than 4.
"""

import csv
import sys
from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path

import numpy
from scipy.optimize import brentq, least_squares
from scipy.stats import norm

from widgets.simulated_trials.cramp_months import CrampMonths
from widgets.simulated_trials.trial_parameters import placebo_arm_checks
from widgets.simulated_trials.trial_plan import CrampHabits

TABLE = Path(__file__).parents[2] / "data" / "simulated_trial_parameters.csv"
# In the month in which they join, people have at least nearly their own long-term mean; the placebo response is then
# well inside the ends that fit.
ENTRY_PERCENT = 90.0
# Medians of Roffe 2002, in each of the two orders: in the first period, in the second.
ROFFE_PERIODS = ((9.0, 5.0), (9.0, 8.0))
RISE_OF_MISFIT = 4.0
PLACES = 20_000
DIGITS = 3
FITTED = ("middle_cramps_a_week", "people_spread", "months_spread")
COLUMNS = ("parameter", "label", "value", "low", "high", "unit", "made_from", "source", "note")


def placebo_arm(habits: CrampHabits, entry_percent: float, placebo_percent: float) -> dict[str, float]:
    """Return what a placebo arm without end would show, check by check."""
    months, left = CrampMonths(habits, entry_percent), 1 - placebo_percent / 100
    before = months.own_moment(1) * months.joining_moment(1)
    after = left * months.own_moment(1)
    return {
        "mean_before": before,
        "mean_after": after,
        "spread_before": sqrt(months.variance((1, 0, 0))),
        "spread_after": sqrt(months.variance((0, left, 0))),
        "mean_change": after - before,
        "spread_change": sqrt(months.variance((-1, left, 0))),
        "quarter_fewer_percent": 100 * share_fallen(habits, entry_percent, placebo_percent, 25),
        "fall_percent": 100 * (1 - after / before),
        "helped_percent": 100 * share_fallen(habits, entry_percent, placebo_percent, habits.helped_from_percent),
    }


def share_fallen(habits: CrampHabits, entry_percent: float, placebo_percent: float, by_percent: float) -> float:
    """Return the share of people whose cramps fell by so many per cent or more."""
    spread = habits.months_spread
    bar = (numpy.log(entry_percent / 100) + spread**2 / 2) / spread if entry_percent else -numpy.inf
    places = norm.cdf(bar) + norm.cdf(-bar) * (numpy.arange(PLACES) + 0.5) / PLACES
    needed = norm.ppf(places) + numpy.log((1 - by_percent / 100) / (1 - placebo_percent / 100)) / spread
    return float(norm.cdf(needed).mean())


def misfits(habits: CrampHabits, entry_percent: float, placebo_percent: float) -> list[float]:
    """Return, for each value that is fitted but the opinions, how many standard errors the simulation is away."""
    arm = placebo_arm(habits, entry_percent, placebo_percent)
    return [
        (arm[check.id] - check.published) / check.standard_error
        for check in placebo_arm_checks().values()
        if check.calibrated and check.id != "helped_percent"
    ]


def calibrated() -> tuple[CrampHabits, float, tuple[float, float]]:
    """Return people, placebo response in %, and the ends between which that fits about as well."""
    best = least_squares(
        lambda x: misfits(_habits(x), ENTRY_PERCENT, x[3]), [6, 0.5, 0.45, 8], bounds=([0] * 4, [99] * 4)
    )
    habits, placebo_percent = _habits(best.x), float(best.x[3])
    enough = brentq(
        lambda by: (
            100 * share_fallen(habits, ENTRY_PERCENT, placebo_percent, by)
            - placebo_arm_checks()["helped_percent"].published
        ),
        1,
        90,
    )
    return _habits(best.x, enough), placebo_percent, _placebo_ends()


def _placebo_ends() -> tuple[float, float]:
    """Return between which placebo responses some choosiness of those who join meets the arms about as well."""

    def misfit(placebo_percent: float) -> float:
        found = least_squares(
            lambda x: misfits(_habits(x), x[3], placebo_percent),
            [6, 0.5, 0.45, 95],
            bounds=([0.01] * 4, [99, 9, 9, 200]),
        )
        return 2 * float(found.cost)

    tried = range(0, 61, 2)
    sums = {percent: misfit(percent) for percent in tried}
    alike = [percent for percent in tried if sums[percent] < min(sums.values()) + RISE_OF_MISFIT]
    return min(alike), max(alike)


def _habits(fitted: Sequence[float], helped_from_percent: float = 35.0) -> CrampHabits:
    ratios = [second / first for first, second in ROFFE_PERIODS]
    return CrampHabits(
        **dict(zip(FITTED, map(float, fitted[:3]), strict=True)),
        helped_from_percent=helped_from_percent,
        second_period_ratio=sqrt(ratios[0] * ratios[1]),
        carry_over_half_time_weeks=1.0,
    )


def rows() -> list[Mapping[str, str]]:
    """Return the table."""
    habits, placebo_percent, ends = calibrated()
    arms = "roguinmaor2017 cochrane2020_tbl1"

    def row(  # noqa: PLR0917 - the columns in their order
        name: str, label: str, value: float, unit: str, made_from: str, source: str, note: str
    ) -> dict[str, str]:
        texts = (name, label, f"{value:.{DIGITS}g}", "", "", unit, made_from, source, note)
        return dict(zip(COLUMNS, texts, strict=True))

    return [
        row(
            *("middle_cramps_a_week", "Long-term mean of the person in the middle", habits.middle_cramps_a_week),
            *("cramps per week", "calibrated", arms, "Half of the people have more, half have fewer."),
        ),
        row(
            *("people_spread", "How far people differ from each other", habits.people_spread, "1", "calibrated", arms),
            "Standard deviation of the natural logarithm of long-term means.",
        ),
        row(
            *("months_spread", "How far one person's months differ", habits.months_spread, "1", "calibrated", arms),
            "Standard deviation of the natural logarithm of cramps a week in a month. "
            "Months do not depend on each other.",
        ),
        row(
            *("placebo_response_percent", "Fall that any tablet brings", placebo_percent, "%", "calibrated", arms),
            "If people join in a month with at least 90 % of their own long-term mean. "
            "With another entry, low to high fit about as well.",
        )
        | {"low": f"{ends[0]:g}", "high": f"{ends[1]:g}"},
        row(
            *("helped_from_percent", "Fall from which people say that it helped", habits.helped_from_percent, "%"),
            *("calibrated", "roffe2002"),
            "Chosen so that as many simulated people on dummy tablets say so as in the trial.",
        ),
        row(
            *("second_period_ratio", "Second period over first in a crossover", habits.second_period_ratio, "1"),
            *("derived", "roffe2002"),
            "From medians: 9 then 5 in one order, 9 then 8 in the other; "
            "the geometric mean frees it of what the tablets did.",
        ),
        row(
            *("carry_over_half_time_weeks", "Time after which half of the effect is gone"),
            *(habits.carry_over_half_time_weeks, "week", "chosen", "model_convention", "No trial has measured it."),
        ),
    ]


def _write_table() -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())
    print(TABLE.read_text(), file=sys.stderr)


if __name__ == "__main__":
    _write_table()
