"""What a learner can set on the intake page: who, how much magnesium, whose table; and the cases made of them."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import cast

from widgets.reference_data.controls import Control, Preset, control_fields, read_presets
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.wording import sentence

MONTHS_IN_A_YEAR = 12


@cache
def intake_controls() -> Mapping[str, Control]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `intake_controls.csv` or `intake_choices.csv` breaks its schema.
    """
    return MappingProxyType({str(row["control"]): _control(row) for row in read_table("intake_controls")})


@cache
def intake_presets() -> Mapping[str, Preset]:
    """Return every case by name, in the order of the table.

    Raises:
        DataError: a case names an unknown control.
    """
    return read_presets("intake_presets", "intake_controls", intake_controls())


def age_in_words(age_years: float) -> str:
    """Return an age as people say it: full months below one year, full years from then on."""
    if age_years >= 1:
        return sentence("intake", "age_one_year" if age_years < 2 else "age_years", years=int(age_years))  # noqa: PLR2004
    months = int(age_years * MONTHS_IN_A_YEAR + 1e-9)
    key = {0: "age_newborn", 1: "age_one_month"}.get(months, "age_months")
    return sentence("intake", key, months=months)


def _control(row: Row) -> Control:
    choices = {
        str(choice["value"]): str(choice["label"])
        for choice in read_table("intake_choices")
        if choice["control"] == row["control"]
    }
    return Control(**control_fields(row, choices=choices, stops=_age_stops(row) if row["scale"] == "age" else None))


def _age_stops(row: Row) -> dict[float, str]:
    """Return every age one can set: each month of the first year, then steps of `step` years."""
    least, most, step = (cast(float, row[column]) for column in ("minimum", "maximum", "step"))
    months = [month / MONTHS_IN_A_YEAR for month in range(MONTHS_IN_A_YEAR) if month / MONTHS_IN_A_YEAR >= least]
    years = [1 + step * number for number in range(int((most - 1) / step) + 1)]
    return {age: age_in_words(age) for age in (*months, *years)}
