import math

import pytest

from widgets.figures.after_discharge_traces import draw_after_discharge
from widgets.figures.brake_bars import brake_rows, draw_brake_bars
from widgets.figures.fibre_pull import draw_fibre_pull
from widgets.figures.force_calcium_curves import TENFOLDS, draw_force_calcium_curves
from widgets.figures.sustained_pull_traces import LINES, draw_sustained_pull, no_sustained_pull_yet
from widgets.figures.timed_panels import MOST_POINTS
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.magnesium_in_fibre import BrakeShares, ForceCalciumCurve, pull
from widgets.physiology.sustained_pull import SustainedPull

CURVE = ForceCalciumCurve(0.4, (0.1, 1.0, 100.0), (0.0, 40.0, 100.0), 1.6)
USUAL = ForceCalciumCurve(1.0, (0.1, 1.0, 100.0), (0.0, 20.0, 100.0), 5.6)


@pytest.fixture(scope="module")
def nerve_run():
    values = {"impulse_rate_Hz": 30.0, "command_duration_ms": 500.0, "recording_length_ms": 12_000.0}
    return simulate_contraction(Experiment.from_values(values))


def line(figure, run, trace=None):
    return next(
        one for one in figure["data"] if one["meta"]["run"] == run and trace in (None, one["meta"].get("trace"))
    )


def test_a_kept_run_changes_no_number_of_lines(nerve_run):
    alone, with_kept = draw_after_discharge(nerve_run), draw_after_discharge(nerve_run, nerve_run, nerve_run, "held")
    assert len(alone["data"]) == len(with_kept["data"])


def test_the_command_is_shaded_where_it_is(nerve_run):
    (ground,) = draw_after_discharge(nerve_run)["layout"]["shapes"]
    assert (ground["x0"], ground["x1"]) == pytest.approx((0.05, 0.55))


def test_a_long_run_is_drawn_with_as_many_points_as_a_screen_has(nerve_run):
    assert len(line(draw_after_discharge(nerve_run), "this_run")["x"]) <= MOST_POINTS + MOST_POINTS // 2


def test_a_run_beside_it_is_named_in_the_key(nerve_run):
    figure = draw_after_discharge(nerve_run, None, nerve_run, "muscle stretched from the start")
    assert any("muscle stretched" in note["text"] for note in figure["layout"]["annotations"])


def test_the_moment_of_the_stretch_is_marked(nerve_run):
    shapes = draw_after_discharge(nerve_run, None, nerve_run, "stretched", stretched_ms=3000.0)["layout"]["shapes"]
    assert [shape["x0"] for shape in shapes if shape["type"] == "line"] == [3.0]


def test_the_pull_is_drawn_beside_the_usual_one():
    figure = draw_fibre_pull(pull({"free_magnesium_mM": 0.4}), pull({}))
    assert max(line(figure, "this_run", "force_percent")["y"]) > max(line(figure, "usual_run", "force_percent")["y"])


def test_half_force_is_led_down_to_its_calcium():
    half = line(draw_force_calcium_curves(CURVE, USUAL), "this_half")
    assert (half["x"][-1], half["y"][0], half["y"][-1]) == (1.6, 50.0, 0.0)


def test_the_calcium_axis_holds_every_point():
    assert (math.log10(CURVE.calcium_uM[0]), math.log10(CURVE.calcium_uM[-1])) == TENFOLDS


def test_both_curves_stand_in_the_table():
    rows = draw_force_calcium_curves(CURVE, USUAL)["layout"]["meta"]["table"]["rows"]
    assert rows[1] == ["1", "20", "40"]


def test_a_brake_that_is_off_has_a_row_without_a_bar():
    shares = BrakeShares(15.0, 66.0, {"magnesium_at_troponin": 34.0})
    rows = brake_rows(shares)
    drawn = sum(len(one["x"]) for one in draw_brake_bars(shares)["data"])
    assert (len(rows), drawn) == (6, 3)


def test_every_bar_of_a_brake_starts_at_nothing():
    figure = draw_brake_bars(BrakeShares(15.0, 66.0, {"magnesium_at_troponin": 34.0}))
    assert figure["layout"]["xaxis"]["range"][0] == 0


def test_the_minutes_figure_waits_with_as_many_lines_as_it_will_have(nerve_run):
    drawn = draw_sustained_pull(SustainedPull(30.0, nerve_run, nerve_run, nerve_run))
    assert len(drawn["data"]) == len(no_sustained_pull_yet()["data"]) == LINES
