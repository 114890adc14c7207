import plotly.graph_objects as go
import pytest

from widgets import simulate
from widgets.figures.runs_beside_each_other import draw_runs_beside_each_other

COMMAND = {"impulse_rate_Hz": 30, "command_duration_ms": 1000, "recording_length_ms": 3000}


@pytest.fixture(scope="module")
def runs():
    return simulate(**COMMAND, plasma_ionised_calcium_mM=0.9), simulate(**COMMAND)


@pytest.fixture(scope="module")
def figure(runs):
    return draw_runs_beside_each_other(*runs)


def test_plotly_knows_every_property(figure):
    go.Figure(figure)


def test_both_runs_are_drawn_in_both_panels(figure):
    drawn = [(line["meta"]["run"], line["meta"]["trace"]) for line in figure["data"]]
    assert drawn == [(run, trace) for run in ("other_run", "this_run") for trace in ("firing_rate_Hz", "force_percent")]


def test_time_is_told_in_seconds(figure):
    assert figure["data"][0]["x"][-1] == pytest.approx(3, rel=0.01)


def test_the_runs_differ_in_more_than_colour(figure):
    healthy, situation = figure["data"][0], figure["data"][2]
    assert healthy["line"]["dash"] != situation["line"]["dash"]


def test_the_table_holds_both_runs(figure):
    table = figure["layout"]["meta"]["table"]
    assert len(table["columns"]) == 5
    assert {len(row) for row in table["rows"]} == {5}


def test_axes_start_at_zero(figure):
    assert [figure["layout"][axis]["range"][0] for axis in ("xaxis", "yaxis", "yaxis2")] == [0, 0, 0]


def test_the_command_is_shaded_from_its_start_to_its_end(figure):
    shape = figure["layout"]["shapes"][0]
    assert (shape["x0"], shape["x1"]) == (0.05, 1.05)
