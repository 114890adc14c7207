import math
import re

import pytest

from widgets.nutrition.daily_intake import DailyIntake
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.intake_controls import intake_controls, intake_presets

NUMBERS = [
    control for control in intake_controls().values() if control.minimum is not None and control.scale != "switch"
]


def fault_of(**values) -> str:
    with pytest.raises(ControlError) as error:
        DailyIntake.from_values(values)
    return str(error.value)


def test_without_values_the_day_is_that_of_the_defaults():
    assert dict(DailyIntake.from_values({}).values) == {name: c.default for name, c in intake_controls().items()}


def test_food_and_supplement_add_up():
    day = DailyIntake.from_values({"magnesium_from_food_mg": 250, "magnesium_from_supplements_mg": 300})
    assert day.total_mg == 550


@pytest.mark.parametrize("control", NUMBERS, ids=lambda control: control.name)
@pytest.mark.parametrize("beyond", [-1, 1])
def test_a_value_out_of_range_is_answered_with_name_value_unit_and_range(control, beyond):
    value = control.minimum - 1 if beyond < 0 else control.maximum + 1
    fault = fault_of(**{control.name: value})
    unit = f"\N{NO-BREAK SPACE}{control.unit}"
    range_in_words = f"from {control.minimum:g} to {control.maximum:g}{unit}"
    given = f"{value:g}{unit}".replace("-1\N{NO-BREAK SPACE}years", "-1\N{NO-BREAK SPACE}year").replace("-", "−")
    assert all(part in fault for part in (control.name, f"cannot be {given}:", range_in_words))


@pytest.mark.parametrize("value", [math.nan, math.inf, "410", None, True])
def test_what_is_no_number_is_refused(value):
    assert "needs a number" in fault_of(magnesium_from_food_mg=value)


def test_an_unknown_choice_is_answered_with_the_choices():
    assert "choose female or male" in fault_of(sex="man")


def test_a_switch_takes_only_on_and_off():
    assert "is a switch" in fault_of(pregnant="yes")


def test_an_unknown_name_is_answered_with_the_nearest():
    assert "magnesium_from_food_mg" in fault_of(magnesium_from_foods=1)


def test_an_unknown_case_is_answered_with_the_cases():
    with pytest.raises(ControlError, match="boy_16"):
        DailyIntake.from_preset("boy")


@pytest.mark.parametrize("name", intake_presets())
def test_every_case_is_a_day(name):
    day = DailyIntake.from_preset(name)
    assert {control: day.values[control] for control in intake_presets()[name].values} == intake_presets()[name].values


def test_the_age_slider_stops_at_every_month_of_the_first_year_and_at_every_year_after():
    stops = list(intake_controls()["age_years"].stops)
    assert stops == [month / 12 for month in range(12)] + list(range(1, 101))


def test_every_stop_of_the_age_slider_says_months_or_years():
    texts = list(intake_controls()["age_years"].stops.values())
    assert texts[:3] == ["under 1 month", "1 month", "2 months"]
    assert texts[11:14] == ["11 months", "1 year", "2 years"]
    assert all(re.fullmatch(r"(under )?\d+ (month|year)s?", text) for text in texts)
