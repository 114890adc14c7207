import pytest

from widgets.evidence.cramp_case import case_of, circumstances
from widgets.evidence.cramp_causes import cramp_causes
from widgets.reference_data.causes_controls import case_controls, causes_controls, causes_presets
from widgets.reference_data.control_values import checked_values


def case(**so):
    return case_of(checked_values(causes_controls(), so))


def names(found):
    return [each.cause.id for each in found.in_play]


def test_without_circumstances_nothing_is_in_play():
    assert case().in_play == ()


@pytest.mark.parametrize("circumstance", circumstances())
def test_every_circumstance_brings_known_causes_into_play(circumstance):
    value = 6 if circumstance == "body_mass_lost_percent" else True
    found = case(**{circumstance: value})
    assert names(found) == list(circumstances()[circumstance].causes)


def test_every_circumstance_has_a_control_and_every_control_a_circumstance():
    assert set(circumstances()) == set(case_controls())


def test_a_little_lost_body_mass_plays_no_part():
    assert case(body_mass_lost_percent=1).circumstances == ()


def test_from_two_percent_on_lost_body_mass_plays_a_part():
    assert "dehydration" in names(case(body_mass_lost_percent=2))


def test_a_cause_that_two_circumstances_name_stands_first_and_says_so():
    found = case(night_cramps_at_70=True, water_tablet=True)
    assert found.in_play[0].cause.id == "water_tablets"
    assert found.in_play[0].because_of == ("night_cramps_at_70", "water_tablet")


def test_no_cause_stands_there_twice():
    found = names(case(**dict.fromkeys(set(circumstances()) - {"body_mass_lost_percent"}, True)))
    assert len(found) == len(set(found))


def test_dialysis_says_that_magnesium_can_harm():
    assert "harm" in case(dialysis=True).circumstances[0].magnesium_known


def test_filters_are_no_part_of_a_case():
    assert case(kind="medicine") == case()


@pytest.mark.parametrize("preset", causes_presets())
def test_every_ready_case_brings_something_into_play(preset):
    found = case(**causes_presets()[preset].values)
    assert found.in_play
    assert set(names(found)) <= set(cramp_causes())
