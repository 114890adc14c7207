from dataclasses import replace

import plotly.graph_objects as go
import pytest

from widgets.descriptions.curve_description import curve_finding, describe_curve
from widgets.figures.published_curve import draw_published_curve
from widgets.physiology.published_measurements import Band, published_measurements
from widgets.physiology.published_results import results_of

RATES_Hz = (10.0, 20.0, 50.0)
ROW = replace(
    published_measurements()[0],
    title="Force against rate",
    comparison="ratio",
    unit="ratio",
    curve="force_by_rate",
    curve_axis="impulse_rate_Hz",
    relation="predicted",
)
POINTS = [
    replace(
        ROW,
        id=f"M{number:03d}",
        settings={"impulse_rate_Hz": rate},
        published_value=0.2 * number,
        published_text=f"{0.2 * number:g}",
        accepted=Band(0.2 * number - 0.05, 0.2 * number + 0.05),
    )
    for number, rate in enumerate(RATES_Hz, start=1)
]
(CURVE,) = results_of(POINTS)
VALUES = {"M001": 0.21, "M002": 0.4, "M003": 0.7}


def line(figure, name):
    return next(line for line in figure["data"] if line["meta"]["line"] == name)


def test_plotly_knows_every_property_of_the_figure():
    assert go.Figure(draw_published_curve(CURVE, VALUES)).data


def test_published_points_and_the_models_stand_over_the_control_that_tells_them_apart():
    figure = draw_published_curve(CURVE, VALUES)
    assert line(figure, "line_published")["x"] == line(figure, "line_model")["x"] == RATES_Hz
    assert line(figure, "line_model")["y"] == (0.21, 0.4, 0.7)
    assert line(figure, "line_published")["y"] == pytest.approx((0.2, 0.4, 0.6))


def test_every_point_lies_within_the_axes():
    axes = draw_published_curve(CURVE, VALUES)["layout"]
    assert axes["xaxis"]["range"][0] < RATES_Hz[0]
    assert axes["xaxis"]["range"][1] > RATES_Hz[-1]
    assert axes["yaxis"]["range"][1] > 0.7


def test_the_figure_carries_its_numbers_as_a_table():
    table = draw_published_curve(CURVE, VALUES)["layout"]["meta"]["table"]
    assert table["rows"][1] == ["20", "0.4", "0.35 to 0.45", "0.4"]


def test_a_single_value_has_as_many_lines_and_nothing_in_them():
    (single,) = results_of([replace(ROW, curve="", curve_axis="")])
    lines = draw_published_curve(single, {ROW.id: 1.0})["data"]
    assert [line["x"] for line in lines] == [()] * len(draw_published_curve(CURVE, VALUES)["data"])


def test_the_curve_in_words_counts_its_points_and_says_how_far_off_they_are():
    assert curve_finding(CURVE, VALUES) == "Force against rate: the model is a little too far from the published curve"
    words = describe_curve(CURVE, VALUES)
    assert "inside the band at 2 of 3" in words
    assert "off by 1.2 times what is allowed" in words
