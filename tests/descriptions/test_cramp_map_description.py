import pytest

from widgets.descriptions.cramp_map_description import cramp_map_finding, describe_cramp_map, different_settings
from widgets.physiology.cramp_map import CellOutcome, CrampMap, map_cells, shipped_map
from widgets.physiology.experiment import Experiment

USUAL = Experiment.from_values({})
PRONE = Experiment.from_values({"cramp_susceptibility": 1, "muscle_stretch": 0})


def at(magnesium_mM: float, calcium_mM: float = 1.2) -> Experiment:
    return Experiment.from_values({"plasma_magnesium_mM": magnesium_mM, "plasma_ionised_calcium_mM": calcium_mM})


def uniform(experiment: Experiment, outcome: CellOutcome) -> CrampMap:
    return CrampMap.of(experiment).with_outcomes((cell, outcome) for cell in map_cells(experiment))


@pytest.mark.parametrize(
    ("magnesium_mM", "said"),
    [
        (0.85, "stops with the command"),
        (0.5, "stops with the command"),
        (0.45, "fires on for"),
        (0.4, "before any command"),
    ],
)
def test_the_title_states_what_happens_at_the_learners_point(magnesium_mM, said):
    finding = cramp_map_finding(shipped_map(), at(magnesium_mM))
    assert f"{magnesium_mM:g}" in finding
    assert said in finding


def test_the_title_says_that_usual_blood_is_quiet():
    assert "Wherever both are usual, it stops" in cramp_map_finding(shipped_map(), USUAL)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [(CellOutcome(1.5, False), "for up to 1.5"), (CellOutcome(2.99, False), "go on"), (CellOutcome(3, True), "go on")],
)
def test_the_title_does_not_call_usual_blood_quiet_where_it_is_not(outcome, said):
    assert said in cramp_map_finding(uniform(PRONE, outcome), PRONE)


def test_the_title_says_when_the_map_is_of_other_settings():
    finding = cramp_map_finding(shipped_map(), PRONE)
    assert "usual settings" in finding
    assert "Tendency to cramp" in finding
    assert "Muscle stretch" in finding


def test_a_long_list_of_differences_is_cut():
    many = {"cramp_susceptibility": 1, "muscle_stretch": 0, "plasma_potassium_mM": 5, "plasma_sodium_mM": 135}
    assert "and 1 more." in cramp_map_finding(shipped_map(), Experiment.from_values(many))


def test_blood_and_command_are_no_difference():
    assert different_settings(shipped_map(), Experiment.from_values({"plasma_magnesium_mM": 2})) == ()


def test_the_title_says_when_the_point_lies_beside_the_map():
    assert "beside" in cramp_map_finding(shipped_map(), at(3.0))


@pytest.mark.parametrize("filling", [True, False])
def test_an_unfinished_map_makes_no_claim(filling):
    finding = cramp_map_finding(CrampMap.of(PRONE), PRONE, filling=filling)
    assert "fill" in finding
    assert "usual" not in finding


def test_the_words_count_every_cell_once():
    outcomes = [outcome.kind for outcome in shipped_map().outcomes.values()]
    description = describe_cramp_map(shipped_map(), USUAL)
    for kind in ("stops", "fires_on", "goes_on", "unasked"):
        assert f"{outcomes.count(kind):,}" in description


def test_the_words_tell_how_low_each_may_fall_alone():
    description = describe_cramp_map(shipped_map(), USUAL)
    assert "down to 0.45\N{NO-BREAK SPACE}mM magnesium" in description
    assert "down to 0.86\N{NO-BREAK SPACE}mM calcium" in description


def test_the_words_say_that_it_is_a_toy_and_that_most_cramps_are_otherwise():
    description = describe_cramp_map(shipped_map(), USUAL)
    assert "toy" in description
    assert "Most people who get cramps have both values in the usual range" in description


@pytest.mark.parametrize(("switch", "said"), [(True, "also lowers calcium"), (False, "is off")])
def test_the_words_say_what_the_parathyroid_does_to_the_axis(switch, said):
    experiment = Experiment.from_values({"parathyroid_response": switch})
    assert said in describe_cramp_map(CrampMap.of(experiment), experiment)


def test_an_unfinished_map_tells_how_far_it_is():
    assert "0 of 1600" in describe_cramp_map(CrampMap.of(PRONE), PRONE)


def test_no_sentence_is_unfinished():
    for cramp_map, experiment in ((shipped_map(), USUAL), (shipped_map(), PRONE), (CrampMap.of(PRONE), PRONE)):
        text = describe_cramp_map(cramp_map, experiment)
        assert text.endswith(".")
        assert "{" not in text
        assert "  " not in text
