import csv
import io
import os
import subprocess
import sys

import pytest

import widgets
from widgets.physiology.contraction import Contraction
from widgets.reference_data.data_package import read_table
from widgets.reference_data.experiment_controls import experiment_controls


def test_the_same_input_gives_the_same_numbers(twitch):
    widgets.simulate(impulse_rate_Hz=50, free_magnesium_mM=0.2, fibre_type="mouse_fast_16C")
    assert widgets.simulate(impulse_rate_Hz=1).traces == twitch.traces


def test_every_trace_of_the_table_is_there_and_as_long_as_the_time(twitch):
    assert list(twitch.traces) == [row["trace"] for row in read_table("contraction_traces")]
    assert {len(values) for values in twitch.traces.values()} == {len(twitch.time_ms)}


def test_time_runs_from_zero_to_the_recordings_length():
    run = widgets.simulate(recording_length_ms=700)
    assert (run.time_ms[0], run.time_ms[-1]) == (0, 700)


def test_traces_are_tuples_of_floats(twitch):
    assert all(type(values) is tuple and type(values[0]) is float for values in twitch.traces.values())


def test_a_run_cannot_be_changed_afterwards(twitch):
    with pytest.raises(AttributeError):
        twitch.time_ms = ()
    with pytest.raises(TypeError):
        twitch.traces["force_percent"] = ()


def test_a_run_keeps_the_full_set_of_controls(twitch):
    assert set(twitch.controls) == set(experiment_controls())
    assert twitch.controls["impulse_rate_Hz"] == 1


def test_every_measure_of_the_table_is_there(twitch):
    assert list(twitch.measures) == [row["measure"] for row in read_table("contraction_measures")]


def test_the_csv_gives_back_every_number(twitch):
    lines = [line for line in twitch.to_csv().splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(io.StringIO("\n".join(lines))))
    assert tuple(float(row["force_percent"]) for row in rows) == twitch.traces["force_percent"]


def test_the_csv_says_what_was_set(twitch):
    assert "# free_magnesium_mM: 0.56" in twitch.to_csv().splitlines()


def test_impulses_come_at_the_commanded_rate(train):
    gaps = [b - a for a, b in zip(train.impulse_times_ms, train.impulse_times_ms[1:], strict=False)]
    assert gaps == pytest.approx([50] * len(gaps), abs=0.5)


def test_the_first_impulse_comes_a_millisecond_after_the_command_starts(train):
    assert train.impulse_times_ms[0] == pytest.approx(train.controls["command_start_ms"] + 1, abs=0.2)


def test_no_rate_means_no_impulse():
    assert widgets.simulate(impulse_rate_Hz=0).impulse_times_ms == ()


def test_between_samples_a_trace_is_linear(twitch):
    middle = (twitch.time_ms[100] + twitch.time_ms[101]) / 2
    force = twitch.traces["force_percent"]
    assert twitch.at(middle)["force_percent"] == pytest.approx((force[100] + force[101]) / 2)


def test_outside_the_recording_a_trace_has_its_ends(twitch):
    assert twitch.at(-5)["force_percent"] == twitch.traces["force_percent"][0]
    assert twitch.at(1e6)["force_percent"] == twitch.traces["force_percent"][-1]


def test_a_run_says_in_one_line_what_it_is(twitch):
    plain = Contraction(twitch.experiment, twitch.time_ms, twitch.traces, twitch.impulse_times_ms, twitch.measures)
    assert repr(plain).startswith("<Contraction: 700 ms, 1 impulses, peak force")


def test_a_slower_pump_relaxes_later(twitch):
    slow = widgets.simulate(impulse_rate_Hz=1, pump_activity=0.5)
    assert slow.measures["half_relaxation_time_ms"] > 1.1 * twitch.measures["half_relaxation_time_ms"]


def test_more_impulses_a_second_pull_harder_and_smoother(train):
    slow = widgets.simulate(impulse_rate_Hz=8)
    assert train.measures["peak_force_percent"] > slow.measures["peak_force_percent"]
    assert train.measures["ripple_percent"] < slow.measures["ripple_percent"]


def test_more_magnesium_in_the_fibre_weakens_the_pull(train):
    more = widgets.simulate(impulse_rate_Hz=20, free_magnesium_mM=3)
    assert more.measures["peak_force_percent"] < 0.7 * train.measures["peak_force_percent"]


def test_each_magnesium_brake_switched_off_gives_force_back():
    at_three = {"impulse_rate_Hz": 20, "free_magnesium_mM": 3}
    braked = widgets.simulate(**at_three).measures["peak_force_percent"]
    for brake in ("magnesium_at_troponin", "magnesium_at_release_channel"):
        assert widgets.simulate(**at_three, **{brake: False}).measures["peak_force_percent"] > 1.2 * braked


def test_hardly_any_magnesium_lets_the_store_leak_without_an_impulse():
    run = widgets.simulate(impulse_rate_Hz=0, free_magnesium_mM=0.05, recording_length_ms=3000)
    assert run.measures["peak_force_percent"] > 10


def test_low_blood_magnesium_makes_the_nerve_fire_on():
    low = widgets.simulate(
        impulse_rate_Hz=30, command_duration_ms=2000, recording_length_ms=8000, plasma_magnesium_mM=0.4
    )
    usual = widgets.simulate(impulse_rate_Hz=30, command_duration_ms=2000, recording_length_ms=8000)
    assert low.measures["after_discharge_duration_ms"] - usual.measures["after_discharge_duration_ms"] > 3000


def test_stretching_ends_the_after_discharge():
    cramp = {
        "cramp_susceptibility": 1,
        "impulse_rate_Hz": 20,
        "command_duration_ms": 7500,
        "recording_length_ms": 20000,
    }
    held_short = widgets.simulate(**cramp, muscle_stretch=0).measures["after_discharge_duration_ms"]
    stretched = widgets.simulate(**cramp, muscle_stretch=1).measures["after_discharge_duration_ms"]
    assert held_short > 10_000
    assert stretched < 2000


def test_the_mouse_fibre_is_gone_when_the_human_one_comes_back(twitch):
    mouse = widgets.simulate(impulse_rate_Hz=1, fibre_type="mouse_fast_16C", parvalbumin_sites_uM=1500)
    assert mouse.measures["peak_free_calcium_uM"] > 2 * twitch.measures["peak_free_calcium_uM"]
    assert widgets.simulate(impulse_rate_Hz=1).measures == twitch.measures


def test_simulating_needs_no_numpy_scipy_or_pandas():
    blocked = "import sys; sys.modules.update({name: None for name in ('numpy', 'scipy', 'pandas', 'plotly')});"
    code = f"{blocked} import widgets; print(widgets.simulate(impulse_rate_Hz=1).measures['peak_force_percent'] > 5)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "True", done.stderr


def test_simulating_leaves_the_encoding_of_a_students_files_alone():
    code = "from locale import getencoding as e; a = e(); import widgets; widgets.simulate(); print(a, e())"
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["UTF-8", "UTF-8"]
