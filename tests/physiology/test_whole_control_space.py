"""Whatever is set, a run is solved, is finite, and nothing of which there can only be some falls below zero."""

import math
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings

import widgets
from tests.physiology.any_settings import settings_of
from widgets.reference_data.experiment_controls import experiment_controls

# A margin and a flow: they may change sign.
SIGNED = ("nerve_safety_margin_mV", "release_rate_uM_per_ms")
# What the solver's own error may make of a zero, in the unit of each trace.
NOISE = 1e-5
SLOW_IS_FINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

A_PLACE_BETWEEN_TWO_SAMPLES = {
    "impulse_rate_Hz": 51.0,
    "command_start_ms": 1150.0,
    "command_duration_ms": 1550.0,
    "recording_length_ms": 3000.0,
}
A_SAMPLE_IN_THE_INSTANT_OF_A_CHANGE = {
    "command_start_ms": 1e-300,
    "fibre_type": "mouse_fast_16C",
    "plasma_magnesium_mM": 0.2,
    "plasma_ionised_calcium_mM": 0.5,
    "plasma_potassium_mM": 2.930624382886728,
    "muscle_stretch": 1.0,
    "spinal_cord_connected": False,
    "parathyroid_response": False,
}
A_SAMPLE_WHERE_THE_COMMAND_ENDS = {
    "impulse_rate_Hz": 56.0,
    "command_start_ms": 0.0,
    "command_duration_ms": 28_340.0,
    "recording_length_ms": 60_000.0,
    "pump_activity": 0.0,
    "magnesium_with_ATP": False,
    "magnesium_at_actin": False,
    "metabolism_running": False,
}
# In these a solver tries, for an instant, what cannot be: less than no potassium, a drive beyond all numbers.
POTASSIUM_BELOW_ZERO = {
    "impulse_rate_Hz": 80.0,
    "command_start_ms": 2000.0,
    "command_duration_ms": 1900.0,
    "recording_length_ms": 3000.0,
    "fibre_type": "mouse_fast_16C",
    "free_magnesium_mM": 0.05,
    "inorganic_phosphate_mM": 0.5,
    "phosphocreatine_mM": 1e-5,
    "pump_activity": 0.0,
    "plasma_magnesium_mM": 0.2,
    "plasma_ionised_calcium_mM": 0.5,
    "plasma_potassium_mM": 2.0,
    "plasma_sodium_mM": 160.0,
    "muscle_stretch": 0.026753708525039777,
    "magnesium_with_ATP": False,
    "skinned_fibre": True,
    "bath_calcium_uM": 100.0,
}
A_DRIVE_BEYOND_ALL_NUMBERS = {
    "impulse_rate_Hz": 80.0,
    "command_start_ms": 0.0,
    "recording_length_ms": 3000.0,
    "fibre_type": "mouse_fast_16C",
    "free_magnesium_mM": 0.05,
    "inorganic_phosphate_mM": 0.5,
    "phosphocreatine_mM": 0.0,
    "fibre_pH": 6.2,
    "phosphorylated_light_chains_percent": 100.0,
    "plasma_magnesium_mM": 0.2,
    "plasma_ionised_calcium_mM": 0.5,
    "plasma_potassium_mM": 11.0,
    "cramp_susceptibility": 0.001,
    "spinal_cord_connected": False,
}
NEXT_TO_NOTHING = {
    **{name: c.minimum or 1e-300 for name, c in experiment_controls().items() if c.scale in ("linear", "log")},
    "recording_length_ms": 600.0,
}


def assert_sound(values: dict[str, object]) -> None:
    """A refusal is a ControlError, and fails too."""
    run = widgets.simulate(**values)
    for name, trace in run.traces.items():
        assert all(map(math.isfinite, trace)), name
        assert name in SIGNED or min(trace) >= -NOISE, (name, min(trace))


# The same draws every time: a rare find is for the long suite, not for an unrelated change.
@settings(SLOW_IS_FINE, max_examples=300, derandomize=True)
@given(settings_of())
@example(A_PLACE_BETWEEN_TWO_SAMPLES)
@example(A_SAMPLE_IN_THE_INSTANT_OF_A_CHANGE)
@example(A_SAMPLE_WHERE_THE_COMMAND_ENDS)
@example(POTASSIUM_BELOW_ZERO)
@example(A_DRIVE_BEYOND_ALL_NUMBERS)
@example(NEXT_TO_NOTHING)
@example({"phosphocreatine_mM": 1e-290})
@example({"parvalbumin_sites_uM": 5e-324})
@example({"total_ATP_mM": 1e-4, "skinned_fibre": True, "bath_calcium_uM": 100.0})
def test_any_settings_are_solved_and_nothing_is_negative(values):
    assert_sound(values)


@pytest.mark.long
@settings(SLOW_IS_FINE, max_examples=10_000)
@given(settings_of())
def test_ten_thousand_more_settings_are_solved_and_nothing_is_negative(values):
    assert_sound(values)


@pytest.mark.long
@settings(SLOW_IS_FINE, max_examples=300)
@given(settings_of(recording_length_ms=60_000.0))
def test_whole_minutes_are_solved_and_nothing_is_negative(values):
    assert_sound(values)


@pytest.mark.parametrize("length_ms", [2999.9, 17_100.0, 119_900.0])
def test_every_recorded_time_is_solved_to_its_last_digit(length_ms):
    """Impulses are found between samples; a time that lost its last digits would move them."""
    values = {"impulse_rate_Hz": 7.0, "command_start_ms": 33.333, "command_duration_ms": 60_000.0}
    run = widgets.simulate(**values, muscle_stretch=1.0, recording_length_ms=length_ms)
    gaps_ms = [after - before for before, after in pairwise(run.impulse_times_ms[1:])]
    assert gaps_ms == pytest.approx([1000 / 7] * len(gaps_ms), rel=0, abs=0.005)
