import pytest

import widgets
from widgets.physiology.contraction_story import contraction_story
from widgets.reference_data.experiment_controls import experiment_presets

# What a viewer must be able to follow, wherever a run has it.
STEPS = {"signal", "flow", "sites", "heads", "slide", "relax"}
SHORTEST_S, SHORTEST_STORY_S, LONGEST_STORY_S = 1.5, 12.0, 20.0


def story(name: str):
    return contraction_story(widgets.simulate(**experiment_presets()[name].values))


@pytest.mark.parametrize("name", experiment_presets())
def test_the_whole_story_of_a_preset_takes_12_to_20_seconds(name):
    assert SHORTEST_STORY_S <= sum(step.seconds for step in story(name)) <= LONGEST_STORY_S


@pytest.mark.parametrize("name", experiment_presets())
def test_each_step_of_a_preset_can_be_followed(name):
    assert {step.key: step.seconds for step in story(name) if step.key in STEPS and step.seconds < SHORTEST_S} == {}


@pytest.mark.parametrize("name", experiment_presets())
def test_the_steps_meet_without_gaps_and_cover_the_recording(name):
    run = widgets.simulate(**experiment_presets()[name].values)
    steps = contraction_story(run)
    assert (steps[0].start_ms, steps[-1].end_ms) == (0, run.time_ms[-1])
    assert [step.end_ms for step in steps[:-1]] == [step.start_ms for step in steps[1:]]


@pytest.mark.parametrize("name", ["short_burst", "single_signal"])
def test_the_steps_of_a_contraction_come_in_their_order(name):
    keys = [step.key for step in story(name) if step.key != "hold"]
    assert keys == ["rest", "signal", "flow", "sites", "heads", "slide", "relax", "rest_again"]


def test_in_each_step_of_the_burst_its_own_thing_happens():
    run = widgets.simulate(**experiment_presets()["short_burst"].values)
    steps = {step.key: (run.at(step.start_ms), run.at(step.end_ms)) for step in contraction_story(run)}
    grown = {
        "signal": "release_gate_open_percent",
        "flow": "free_calcium_uM",
        "sites": "troponin_sites_filled_percent",
        "heads": "heads_attached_percent",
        "slide": "force_percent",
    }
    assert [key for key, trace in grown.items() if steps[key][1][trace] <= steps[key][0][trace]] == []
    assert steps["relax"][1]["force_percent"] < 0.2 * steps["relax"][0]["force_percent"]


def test_the_tail_is_quicker_than_the_pull():
    pace = {step.key: step.slow_down for step in story("short_burst")}
    assert pace["rest_again"] < pace["relax"] < pace["slide"] < pace["flow"]


def test_a_minute_of_cramp_goes_faster_than_life():
    assert {step.key: step.slow_down for step in story("cramp_prone")}["after_discharge"] < 0.1


def test_a_fibre_that_only_rests_is_not_stretched():
    (rest,) = contraction_story(widgets.simulate(impulse_rate_Hz=0))
    assert rest.seconds == pytest.approx(4, rel=0.05)
