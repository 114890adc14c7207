"""What a learner can set on the intake page: who, how much magnesium, whose table; and the cases made of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.reference_data.controls import Control, Preset, control_as, read_presets
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field, row_as
from widgets.reference_data.wording import sentence

MONTHS_IN_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Ages:
    """What can be set on a scale of ages, in years."""

    minimum: float
    maximum: float
    step: float


@kept_for_each_language
def intake_controls() -> Mapping[str, Control]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `intake_controls.csv` or `intake_choices.csv` breaks its schema.
    """
    return by_first_field(_control(row) for row in read_table("intake_controls"))


@kept_for_each_language
def intake_presets() -> Mapping[str, Preset]:
    """Return every case by name, in the order of the table.

    Raises:
        DataError: a case names an unknown control.
    """
    return read_presets("intake_presets", "intake_controls", intake_controls())


def age_in_words(age_years: float) -> str:
    """Return an age as people say it: full months below one year, full years from then on."""
    if age_years >= 1:
        return sentence("intake", "age_years", years=int(age_years))
    months = int(age_years * MONTHS_IN_A_YEAR + 1e-9)
    return sentence("intake", "age_months" if months else "age_newborn", months=months)


def _control(row: Row) -> Control:
    choices = {
        choice.text("value"): choice.text("label")
        for choice in read_table("intake_choices")
        if choice["control"] == row["control"]
    }
    stops = _age_stops(row_as(_Ages, row)) if row["scale"] == "age" else {}
    return control_as(Control, row, choices=choices, stops=stops)


def _age_stops(ages: _Ages) -> dict[float, str]:
    """Return every age one can set: each month of the first year, then steps of `step` years."""
    months = [month / MONTHS_IN_A_YEAR for month in range(MONTHS_IN_A_YEAR) if month / MONTHS_IN_A_YEAR >= ages.minimum]
    years = [1 + ages.step * number for number in range(int((ages.maximum - 1) / ages.step) + 1)]
    return {age: age_in_words(age) for age in (*months, *years)}
