import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import check_intake, why_not


def check(**values):
    return check_intake(DailyIntake.from_values(values))


def test_food_and_supplement_are_held_together_against_the_need():
    found = check(age_years=25, sex="female", magnesium_from_food_mg=250, magnesium_from_supplements_mg=60)
    assert found.share_of_reference_percent == pytest.approx(100)
    assert found.above_reference_mg == 0


@given(food=st.floats(0, 800))
def test_food_never_counts_towards_the_limit(food):
    assert check(magnesium_from_food_mg=food, magnesium_from_supplements_mg=20).above_limit_mg == 20 - 350


@pytest.mark.parametrize(("supplement", "above"), [(0, -350), (350, 0), (351, 1)])
def test_only_the_supplement_is_held_against_the_limit(supplement, above):
    assert check(magnesium_from_supplements_mg=supplement).above_limit_mg == above


def test_the_same_tablets_are_under_one_limit_and_over_the_other():
    tablets = {"age_years": 25, "sex": "female", "magnesium_from_supplements_mg": 300}
    assert check(**tablets).above_limit_mg == -50
    assert check(**tablets, authority="efsa").above_limit_mg == 50


def test_without_a_limit_nothing_is_above_it():
    assert check(age_years=0.25, magnesium_from_supplements_mg=100).above_limit_mg is None


def test_without_a_reference_there_is_no_share():
    found = check(age_years=0.25, authority="efsa")
    assert (found.share_of_reference_percent, found.above_reference_mg) == (None, None)


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({"age_years": 16, "sex": "male"}, True),
        ({"age_years": 25, "sex": "female"}, False),
        ({"age_years": 25, "sex": "female", "authority": "efsa"}, True),
        ({"age_years": 0.25}, False),
        ({"age_years": 2}, True),
    ],
)
def test_a_need_above_the_limit_is_found(values, case):
    assert check(**values).reference_is_above_limit == case


@pytest.mark.parametrize("stage", ["pregnant", "breastfeeding"])
def test_a_switch_can_be_turned_on_where_the_table_has_a_row(stage):
    assert why_not(stage, DailyIntake.from_values({"sex": "female", "age_years": 30})) is None


def test_breastfeeding_cannot_be_added_to_pregnancy():
    day = DailyIntake.from_values({"sex": "female", "age_years": 30, "pregnant": True})
    assert why_not("breastfeeding", day).reason == "two_stages"


def test_a_switch_that_is_on_may_stay_on():
    day = DailyIntake.from_values({"sex": "female", "age_years": 30, "pregnant": True})
    assert why_not("pregnant", day) is None
