import pytest

import widgets
from widgets.physiology.contraction_phases import contraction_phases, typical_moment_ms
from widgets.reference_data.experiment_controls import experiment_presets


def keys(run) -> list[str]:
    return [phase.key for phase in contraction_phases(run)]


def test_one_signal_goes_from_rest_to_rest(twitch):
    assert keys(twitch) == ["rest", "release", "pull", "relax", "rest_again"]


def test_a_train_is_held_before_it_relaxes(train):
    assert keys(train) == ["rest", "release", "pull", "hold", "relax", "rest_again"]


def test_a_fibre_left_alone_rests():
    assert keys(widgets.simulate(impulse_rate_Hz=0)) == ["rest"]


def test_a_leaking_fibre_contracts_by_itself():
    run = widgets.simulate(impulse_rate_Hz=0, free_magnesium_mM=0.05, recording_length_ms=3000)
    assert keys(run) == ["spontaneous"]


def test_a_nerve_that_fires_on_has_a_phase_of_its_own():
    run = widgets.simulate(
        impulse_rate_Hz=30, command_duration_ms=2000, recording_length_ms=8000, plasma_magnesium_mM=0.4
    )
    assert "after_discharge" in keys(run)


@pytest.mark.parametrize("rate", [0, 1, 3, 10, 50, 80])
def test_phases_meet_without_gaps_and_cover_the_recording(rate):
    run = widgets.simulate(impulse_rate_Hz=rate)
    phases = contraction_phases(run)
    assert phases[0].start_ms == 0
    assert phases[-1].end_ms == run.time_ms[-1]
    assert [phase.end_ms for phase in phases[:-1]] == [phase.start_ms for phase in phases[1:]]


def test_release_begins_with_the_impulse(twitch):
    assert contraction_phases(twitch)[1].start_ms == twitch.impulse_times_ms[0]


def typical(run, key: str) -> dict[str, float]:
    """The state of the run at the moment to which a phase leads."""
    phase = next(phase for phase in contraction_phases(run) if phase.key == key)
    return run.at(phase.typical_ms)


def test_a_pull_leads_to_a_moment_near_its_peak_with_heads_attached(twitch):
    shown = typical(twitch, "pull")
    assert shown["force_percent"] > 0.9 * twitch.measures["peak_force_percent"]
    assert shown["heads_attached_percent"] > 0.85 * max(twitch.traces["heads_attached_percent"])


def test_a_release_leads_to_an_open_gate_with_much_calcium_out(twitch):
    shown = typical(twitch, "release")
    assert shown["release_gate_open_percent"] > 25
    assert shown["free_calcium_uM"] > 0.5 * twitch.measures["peak_free_calcium_uM"]


def test_a_relaxation_leads_to_half_of_the_force(train):
    phases = {phase.key: phase for phase in contraction_phases(train)}
    start = train.at(phases["relax"].start_ms)["force_percent"]
    assert typical(train, "relax")["force_percent"] == pytest.approx(start / 2, rel=0.05)


@pytest.mark.parametrize("name", experiment_presets())
def test_each_phase_of_a_preset_leads_into_itself(name):
    for phase in contraction_phases(widgets.simulate(**experiment_presets()[name].values)):
        assert phase.start_ms <= phase.typical_ms <= phase.end_ms


@pytest.mark.parametrize("name", experiment_presets())
def test_a_preset_is_looked_at_where_it_pulls_most(name):
    run = widgets.simulate(**experiment_presets()[name].values)
    assert run.at(typical_moment_ms(run))["force_percent"] > 0.9 * run.measures["peak_force_percent"]


def test_a_fibre_that_rests_is_looked_at_from_its_start():
    assert typical_moment_ms(widgets.simulate(impulse_rate_Hz=0)) == 0
