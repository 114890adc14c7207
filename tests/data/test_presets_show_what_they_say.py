"""Each preset, run: what its text promises is what happens."""

import pytest

from widgets import simulate


@pytest.fixture(scope="module")
def run(tables):
    """Run a preset, with some of its controls changed."""
    values: dict[str, dict[str, float | str]] = {}
    for row in tables["experiment_presets"]:
        number = row["value"].replace(".", "", 1).isdigit()
        values.setdefault(row["preset"], {})[row["control"]] = float(row["value"]) if number else row["value"]
    return lambda preset, **changed: simulate(**(values[preset] | changed))


def test_in_one_twitch_force_follows_calcium(run):
    measures = run("single_signal").measures
    assert measures["time_to_peak_calcium_ms"] < measures["time_to_peak_force_ms"] / 3


def test_at_ten_impulses_a_second_twitches_can_still_be_told_apart(run):
    assert run("unfused_train").measures["ripple_percent"] > 10


def test_at_fifty_impulses_a_second_the_pull_is_smooth(run):
    assert run("smooth_pull").measures["ripple_percent"] < 1


def test_fifty_impulses_a_second_pull_harder_than_ten(run):
    assert run("smooth_pull").measures["peak_force_percent"] > 2 * run("unfused_train").measures["peak_force_percent"]


def test_a_slow_pump_relaxes_later(run):
    slow, normal = run("slow_pump").measures, run("slow_pump", pump_activity=1).measures
    assert slow["half_relaxation_time_ms"] > 1.2 * normal["half_relaxation_time_ms"]


@pytest.mark.parametrize(("measure", "least"), [("peak_force_percent", 1.05), ("half_relaxation_time_ms", 1.02)])
def test_low_magnesium_makes_the_twitch_a_little_stronger_and_longer(run, measure, least):
    low, normal = run("low_magnesium_in_fibre").measures, run("single_signal").measures
    assert least < low[measure] / normal[measure] < 1.5


def test_low_magnesium_in_the_fibre_is_no_cramp(run):
    assert run("low_magnesium_in_fibre").measures["after_discharge_duration_ms"] == 0


def test_almost_no_magnesium_makes_the_fibre_contract_without_an_impulse(run):
    measures = run("laboratory_low_magnesium").measures
    assert (measures["impulse_count"], measures["peak_force_percent"] > 50) == (0, True)


def test_high_magnesium_lets_less_calcium_out(run):
    high, normal = run("high_magnesium_in_fibre"), run("high_magnesium_in_fibre", free_magnesium_mM=1)
    assert high.measures["lowest_store_calcium_percent"] > normal.measures["lowest_store_calcium_percent"] + 5


def test_high_magnesium_weakens_the_pull(run):
    high, normal = run("high_magnesium_in_fibre"), run("high_magnesium_in_fibre", free_magnesium_mM=1)
    assert high.measures["peak_force_percent"] < 0.6 * normal.measures["peak_force_percent"]


def test_with_very_low_blood_magnesium_the_nerve_goes_on_after_the_command(run):
    assert run("low_blood_magnesium").measures["after_discharge_duration_ms"] > 5000


@pytest.mark.parametrize("magnesium_mM", [0.85, 0.5])
def test_with_normal_blood_magnesium_it_stops_and_mostly_at_half_a_millimole_too(run, magnesium_mM):
    assert run("low_blood_magnesium", plasma_magnesium_mM=magnesium_mM).measures["after_discharge_duration_ms"] == 0


def test_with_low_blood_calcium_the_nerve_goes_on_after_the_command(run):
    assert run("low_blood_calcium").measures["after_discharge_duration_ms"] > 3000


def test_with_normal_blood_calcium_it_stops_too(run):
    normal = run("low_blood_calcium", plasma_ionised_calcium_mM=1.2)
    assert normal.measures["after_discharge_duration_ms"] == 0


def test_blood_magnesium_changes_nothing_inside_the_fibre(run):
    low, normal = run("low_blood_magnesium"), run("low_blood_magnesium", plasma_magnesium_mM=0.85)
    assert low.traces["free_magnesium_mM"][0] == normal.traces["free_magnesium_mM"][0]


def test_a_cramp_lasts_many_seconds(run):
    assert 45_000 < run("cramp_prone").measures["after_discharge_duration_ms"] < 60_000


def test_stretching_stops_the_cramp(run):
    assert run("cramp_prone", muscle_stretch=1).measures["after_discharge_duration_ms"] < 2000


def test_without_ATP_the_fibre_goes_stiff_without_calcium(run):
    rigor = run("rigor_without_ATP")
    assert (rigor.measures["force_at_end_percent"] > 50, rigor.measures["peak_free_calcium_uM"] < 0.1) == (True, True)


def test_with_ATP_the_same_fibre_stays_soft(run):
    assert run("rigor_without_ATP", total_ATP_mM=8).measures["force_at_end_percent"] < 2


def test_the_bath_makes_a_skinned_fibre_pull_about_half(run):
    assert 30 < run("skinned_fibre").measures["force_at_end_percent"] < 60


def test_more_magnesium_weakens_a_half_activated_skinned_fibre(run):
    more, normal = run("skinned_fibre", free_magnesium_mM=2), run("skinned_fibre")
    assert more.measures["force_at_end_percent"] < 0.9 * normal.measures["force_at_end_percent"]


def test_the_mouse_fibre_has_the_high_and_short_calcium_peak_that_was_measured(run):
    mouse, human = run("mouse_fast_fibre").measures, run("single_signal").measures
    assert 16 < mouse["peak_free_calcium_uM"] < 21
    assert mouse["peak_free_calcium_uM"] > 2 * human["peak_free_calcium_uM"]
