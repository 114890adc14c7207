import plotly.graph_objects as go
import pytest

import widgets
from widgets.figures.chart_style import upper_limit
from widgets.figures.contraction_traces import PANELS, axis_limits, draw_contraction_traces
from widgets.reference_data.data_package import read_table


@pytest.fixture(scope="module")
def twitch():
    return widgets.simulate(impulse_rate_Hz=1)


@pytest.fixture(scope="module")
def tetanus():
    return widgets.simulate(impulse_rate_Hz=50)


def line(figure: dict, trace: str, run: str = "this_run") -> dict:
    return next(line for line in figure["data"] if (line["meta"]["trace"], line["meta"]["run"]) == (trace, run))


def test_plotly_knows_every_property_of_the_figure(twitch, tetanus):
    assert go.Figure(draw_contraction_traces(twitch, kept=tetanus)).data


def test_each_line_carries_its_trace_without_loss(twitch):
    figure = draw_contraction_traces(twitch)
    for panel in PANELS:
        assert line(figure, panel.trace)["y"] == twitch.traces[panel.trace]


def test_every_panel_names_its_quantity_and_unit(twitch):
    shown = {note["text"] for note in draw_contraction_traces(twitch)["layout"]["annotations"]}
    rows = {row["trace"]: row for row in read_table("contraction_traces")}
    assert {f"{rows[panel.trace]['label']}, {rows[panel.trace]['unit']}" for panel in PANELS} <= shown


def test_the_time_axis_says_its_unit(twitch):
    assert draw_contraction_traces(twitch)["layout"]["xaxis"]["title"]["text"] == "Time, ms"


def test_every_value_axis_starts_at_zero(twitch):
    layout = draw_contraction_traces(twitch)["layout"]
    assert all(layout[name]["range"][0] == 0 for name in layout if name.startswith("yaxis"))


def test_a_kept_run_is_drawn_behind_this_run(twitch, tetanus):
    figure = draw_contraction_traces(tetanus, kept=twitch)
    assert line(figure, "force_percent", "kept_run")["y"] == twitch.traces["force_percent"]
    runs = [item["meta"]["run"] for item in figure["data"] if item["meta"]["trace"] == "force_percent"]
    assert runs == ["kept_run", "this_run"]


def test_a_kept_run_changes_no_number_of_lines(twitch, tetanus):
    assert len(draw_contraction_traces(tetanus)["data"]) == len(draw_contraction_traces(tetanus, kept=twitch)["data"])


def test_a_kept_run_is_said_in_words(twitch, tetanus):
    notes = [note["text"] for note in draw_contraction_traces(tetanus, kept=twitch)["layout"]["annotations"]]
    assert any("kept run" in note for note in notes)


def test_axes_grow_for_a_stronger_run(twitch, tetanus):
    assert axis_limits(tetanus, axis_limits(twitch))["force_percent"][1] > axis_limits(twitch)["force_percent"][1]


def test_axes_stay_for_a_weaker_run(twitch, tetanus):
    assert axis_limits(twitch, axis_limits(tetanus))["force_percent"] == axis_limits(tetanus)["force_percent"]


@pytest.mark.parametrize("rate", [0, 1, 10, 50])
def test_no_line_leaves_its_axis(rate):
    run = widgets.simulate(impulse_rate_Hz=rate)
    assert all(max(run.traces[panel.trace]) <= axis_limits(run)[panel.trace][1] for panel in PANELS)


def test_each_impulse_is_one_mark(tetanus):
    marks = line(draw_contraction_traces(tetanus), "impulse_times_ms")
    assert marks["x"][::3] == tetanus.impulse_times_ms


@pytest.mark.parametrize(("highest", "limit"), [(0.9, 1), (7.3, 8), (19.7, 30), (96, 200), (0.05, 0.08)])
def test_an_axis_ends_on_a_round_number(highest, limit):
    assert upper_limit(highest) == pytest.approx(limit)
