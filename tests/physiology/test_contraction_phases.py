import pytest

import widgets
from widgets.physiology.contraction_phases import calcium_rush_ms, contraction_phases


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


def test_the_rush_of_calcium_lasts_from_the_impulse_until_troponin_has_filled(twitch):
    start, end = calcium_rush_ms(twitch)
    assert start == twitch.impulse_times_ms[0]
    assert twitch.at(end)["troponin_sites_filled_percent"] == max(twitch.traces["troponin_sites_filled_percent"])


def test_without_an_impulse_there_is_no_rush():
    assert calcium_rush_ms(widgets.simulate(impulse_rate_Hz=0)) == ()


def test_a_train_rushes_once(train):
    assert calcium_rush_ms(train)[1] <= train.impulse_times_ms[1]
