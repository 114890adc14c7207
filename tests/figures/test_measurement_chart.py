from dataclasses import replace

import plotly.graph_objects as go
import pytest

from tests.figures.test_ion_palette import contrast
from widgets.figures.measurement_chart import VERDICT_COLORS, measurement_chart
from widgets.physiology.published_measurements import Band, Sign, measurement_results, published_measurements
from widgets.physiology.published_results import published_results, results_of

RESULTS = published_results()
BANDED = [result for result in RESULTS if isinstance(result.first.accepted, Band)]
SHIPPED = measurement_results()
LOW, HIGH = 0.3, 0.55
ROW = replace(
    published_measurements()[0],
    title="Force at 10 signals a second",
    published_text="about 0.42",
    published_value=0.42,
    accepted=Band(LOW, HIGH),
    unit="ratio",
    comparison="ratio",
    relation="predicted",
)
HIGHER = replace(ROW, published_value=None, accepted=Sign("higher", 0.01))


def chart(value, measurement=ROW):
    return measurement_chart(results_of([measurement]), {measurement.id: value})


def line(figure, name):
    return next(line for line in figure["data"] if line["meta"]["line"] == name)


def model_line(figure):
    (drawn,) = [
        line(figure, name) for name in ("line_met", "line_near_model", "line_missed") if line(figure, name)["x"]
    ]
    return drawn


def said(figure):
    return [note["text"] for note in figure["layout"]["annotations"]]


@pytest.mark.parametrize("count", [1, 5, len(RESULTS)])
def test_plotly_knows_every_property_of_the_figure(count):
    assert go.Figure(measurement_chart(RESULTS[:count], SHIPPED)).data


def test_every_measurement_is_named():
    assert {result.first.title for result in RESULTS} <= set(said(measurement_chart(RESULTS, SHIPPED)))


def test_all_bands_are_equally_wide():
    band = line(measurement_chart(RESULTS, SHIPPED), "line_band")
    assert set(band["x"][0::3]) == {0.0}
    assert set(band["x"][1::3]) == {1.0}


def test_the_first_measurement_is_on_top():
    assert measurement_chart(RESULTS, SHIPPED)["layout"]["yaxis"]["range"] == [len(RESULTS) - 0.5, -0.5]


def test_a_place_in_the_figure_is_nearest_to_its_row():
    rows = line(measurement_chart(BANDED, SHIPPED), "line_band")["y"][0::3]
    assert [round(row) for row in rows] == list(range(len(BANDED)))


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0, 1.2, -0.2])
def test_the_model_stands_where_it_is_on_its_band(share):
    assert model_line(chart(LOW + share * (HIGH - LOW)))["x"] == pytest.approx((share,))


def test_the_published_value_stands_where_it_is_on_the_same_band():
    mark = line(chart(LOW), "line_published")
    assert mark["x"] == pytest.approx(((ROW.published_value - LOW) / (HIGH - LOW),))


def test_where_no_number_was_published_none_is_drawn():
    assert line(chart(LOW, replace(ROW, published_value=None)), "line_published")["x"] == ()


@pytest.mark.parametrize("value", [-1e6, 1e6, float("inf")])
def test_no_mark_leaves_the_figure(value):
    figure = chart(value)
    low, high = figure["layout"]["xaxis"]["range"]
    assert low < model_line(figure)["x"][0] < high


@pytest.mark.parametrize(
    ("share", "symbol", "word"),
    [
        (0.5, "circle", "met"),
        (1.1, "diamond", "near"),
        (-0.1, "diamond", "near"),
        (2.0, "triangle-right", "missed"),
        (-2.0, "triangle-left", "missed"),
    ],
)
def test_each_verdict_has_its_shape_and_its_word(share, symbol, word):
    figure = chart(LOW + share * (HIGH - LOW))
    assert model_line(figure)["marker"]["symbol"] == [symbol]
    assert word in said(figure)


def test_a_fitted_result_has_a_hollow_mark():
    assert model_line(chart(LOW, replace(ROW, relation="fitted")))["marker"]["symbol"] == ["circle-open"]


@pytest.mark.parametrize(("value", "place", "symbol"), [(1.4, 1.0, "circle"), (1.005, 0.5, "x"), (0.6, 0.0, "x")])
def test_a_direction_has_an_arrow_and_no_band_and_the_model_on_the_side_it_takes(value, place, symbol):
    figure = chart(value, HIGHER)
    assert line(figure, "line_band")["x"] == ()
    assert line(figure, "line_direction")["marker"]["symbol"][1] == "triangle-right"
    assert (model_line(figure)["x"], model_line(figure)["marker"]["symbol"]) == ((place,), [symbol])


def test_a_curve_is_one_row_with_a_mark_for_each_point():
    points = [replace(ROW, id=name, curve="force_by_rate") for name in ("M001", "M002", "M003")]
    figure = measurement_chart(results_of(points), {"M001": LOW, "M002": HIGH, "M003": LOW})
    assert len(figure["layout"]["meta"]["table"]["rows"]) == 1
    assert model_line(figure)["x"] == (0.0, 1.0, 0.0)


def test_a_point_inside_its_band_is_round_even_where_its_curve_is_missed():
    points = [replace(ROW, id=name, curve="force_by_rate") for name in ("M001", "M002", "M003")]
    figure = measurement_chart(results_of(points), {"M001": LOW, "M002": 9.0, "M003": 9.0})
    assert model_line(figure)["marker"]["symbol"] == ["circle", "triangle-right", "triangle-right"]


@pytest.mark.parametrize("color", VERDICT_COLORS.values())
def test_the_colour_of_a_verdict_can_be_read(color):
    assert contrast(color, "#FFFFFF") >= 4.5


def test_the_number_of_lines_is_always_the_same():
    assert len(chart(LOW)["data"]) == len(measurement_chart(RESULTS, SHIPPED)["data"])


def test_the_figure_carries_its_numbers_as_a_table():
    table = chart(0.4)["layout"]["meta"]["table"]
    assert table["rows"] == [[ROW.title, ROW.published_text, "0.3 to 0.55", "0.4", "met", "predicted"]]
    assert len(table["columns"]) == len(table["rows"][0])


def test_the_table_gives_units():
    peak = replace(ROW, accepted=Band(16, 21), unit="µM", comparison="value")
    assert chart(18.361, peak)["layout"]["meta"]["table"]["rows"][0][2:4] == [
        "16 to 21\N{NO-BREAK SPACE}µM",
        "18.4\N{NO-BREAK SPACE}µM",
    ]
