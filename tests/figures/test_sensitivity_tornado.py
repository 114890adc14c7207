import math

import plotly.graph_objects as go
import pytest

from tests.figures.test_ion_palette import contrast
from widgets.figures.parameter_pulls import draw_parameter_pulls
from widgets.figures.sensitivity_tornado import HIGH_END, LOW_END, MOST_ROWS, draw_sensitivity_tornado
from widgets.physiology.sensitivity import ParameterEffect, pull_of_kind, pulls_over_range
from widgets.reference_data.model_parameters import model_parameters

PARAMETERS = [p for p in model_parameters().values() if p.can_differ]


def effect(index: int, force_high: float, relaxing_high: float | None = 100.0) -> ParameterEffect:
    return ParameterEffect(
        PARAMETERS[index],
        {"low": 20.0, "usual": 20.0, "high": force_high},
        {"low": 100.0, "usual": 100.0, "high": relaxing_high},
    )


EFFECTS = [effect(i, 20.0 + i) for i in range(MOST_ROWS + 5)]


def named_rows(figure):
    return [a["text"] for a in figure["layout"]["annotations"] if a.get("yref") == "y"]


@pytest.mark.parametrize("count", [0, 1, len(EFFECTS)])
def test_plotly_knows_every_property(count):
    go.Figure(draw_sensitivity_tornado(EFFECTS[:count]))


def test_the_strongest_stand_on_top_and_only_so_many():
    rows = named_rows(draw_sensitivity_tornado(EFFECTS))
    assert len(rows) == MOST_ROWS
    assert PARAMETERS[len(EFFECTS) - 1].name in rows[0]


def test_lines_and_height_stay_the_same_while_it_fills():
    empty, full = draw_sensitivity_tornado([]), draw_sensitivity_tornado(EFFECTS)
    assert len(empty["data"]) == len(full["data"])
    assert empty["layout"]["height"] == full["layout"]["height"]


def test_a_rows_ends_are_told_by_shape_and_by_colour():
    marks = {
        line["marker"]["symbol"]: line["marker"]["color"]
        for line in draw_sensitivity_tornado(EFFECTS)["data"]
        if line["mode"] == "markers"
    }
    assert marks == {"triangle-down": LOW_END.line, "triangle-up": HIGH_END.line}


@pytest.mark.parametrize("ink", [LOW_END, HIGH_END])
def test_marks_and_their_key_can_be_seen_on_white(ink):
    assert contrast(ink.line, "#FFFFFF") >= 3
    assert contrast(ink.text, "#FFFFFF") >= 4.5


def test_assumed_ranges_are_dotted_and_named():
    assumed = next(i for i, p in enumerate(PARAMETERS) if p.range.assumed)
    figure = draw_sensitivity_tornado([effect(assumed, 30)])
    dotted = [line for line in figure["data"] if line.get("line", {}).get("dash") == "dot"]
    assert all(len(line["x"]) == 3 for line in dotted)
    assert "± 20\N{NO-BREAK SPACE}%" in named_rows(figure)[0]


def test_a_measure_that_is_not_defined_has_no_mark_and_a_dash_in_the_table():
    figure = draw_sensitivity_tornado([effect(0, 30, relaxing_high=None)])
    high = [line for line in figure["data"] if line["mode"] == "markers" and line["xaxis"] == "x2"][1]
    assert list(high["x"]) == []
    assert figure["layout"]["meta"]["table"]["rows"][0][-1] == "–"


def test_both_axes_start_at_zero_and_hold_every_mark():
    figure = draw_sensitivity_tornado(EFFECTS)
    for axis in ("x", "x2"):
        marks = [x for line in figure["data"] if line["xaxis"] == axis for x in line["x"] if not math.isnan(x)]
        low, high = figure["layout"][axis.replace("x", "xaxis")]["range"]
        assert low == 0
        assert max(marks) < high


def test_the_table_has_a_text_under_every_heading():
    table = draw_sensitivity_tornado(EFFECTS)["layout"]["meta"]["table"]
    assert {len(row) for row in table["rows"]} == {len(table["columns"])}


def test_three_pulls_are_three_lines_that_differ_in_dash():
    figure = draw_parameter_pulls(pulls_over_range("pump_maximum_rate", 1, 5, pull_of_kind("twitch")))
    go.Figure(figure)
    assert len({line["line"]["dash"] for line in figure["data"]}) == 3
    assert figure["layout"]["yaxis"]["range"][0] == 0


def test_a_pull_that_could_not_be_solved_is_an_empty_line():
    pulls = dict(pulls_over_range("pump_maximum_rate", 1, 5, pull_of_kind("twitch")))
    assert draw_parameter_pulls({**pulls, "high": None})["data"][2]["x"] == ()
