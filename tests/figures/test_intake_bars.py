import plotly.graph_objects as go
import pytest

from widgets.figures.intake_bars import draw_intake_bars
from widgets.figures.ion_palette import MAGNESIUM
from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import check_intake
from widgets.reference_data.intake_controls import intake_presets


def check(**values):
    return check_intake(DailyIntake.from_values(values))


def bar(figure, name, strip):
    return next(b for b in figure["data"] if (b["meta"]["bar"], b["meta"]["strip"]) == (name, strip))


def marks(figure, strip):
    axis = "x" if strip == 1 else f"x{strip}"
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line" and shape["xref"] == axis]


def said(figure):
    return " ".join(note["text"] for note in figure["layout"]["annotations"])


@pytest.mark.parametrize("name", intake_presets())
@pytest.mark.parametrize("kept", [False, True])
def test_plotly_knows_every_property_of_the_figure(name, kept):
    day = check_intake(DailyIntake.from_preset(name))
    assert go.Figure(draw_intake_bars(day, check() if kept else None)).data


def test_the_supplement_is_stacked_on_the_food_in_the_strip_of_the_need():
    figure = draw_intake_bars(check(magnesium_from_food_mg=200, magnesium_from_supplements_mg=90))
    supplement = bar(figure, "strip_supplement", 1)
    assert bar(figure, "strip_food", 1)["x"] == (200,)
    assert (supplement["base"], supplement["x"]) == (200, (90,))


def test_the_supplement_stands_alone_in_the_strip_of_the_limit():
    figure = draw_intake_bars(check(magnesium_from_food_mg=200, magnesium_from_supplements_mg=90))
    supplement = bar(figure, "strip_supplement", 2)
    assert (supplement["base"], supplement["x"]) == (0, (90,))


def test_no_food_is_drawn_in_the_strip_of_the_limit():
    figure = draw_intake_bars(check())
    assert [b for b in figure["data"] if b["meta"]["bar"] == "strip_food" and b["xaxis"] != "x"] == []


def test_need_and_limit_stand_each_on_its_own_strip():
    figure = draw_intake_bars(check(age_years=16, sex="male"))
    assert [mark["x0"] for mark in marks(figure, 1)] == [410]
    assert [mark["x0"] for mark in marks(figure, 2)] == [350]


def test_need_and_limit_are_named_where_they_stand():
    text = said(draw_intake_bars(check(age_years=16, sex="male")))
    assert "RDA 410\N{NO-BREAK SPACE}mg" in text
    assert "Upper limit 350\N{NO-BREAK SPACE}mg" in text


def test_the_limit_is_a_long_dash_and_the_need_is_not():
    figure = draw_intake_bars(check())
    assert (marks(figure, 1)[0]["line"]["dash"], marks(figure, 2)[0]["line"]["dash"]) == ("solid", "longdash")


def test_the_strip_is_hatched_from_the_limit_to_its_end():
    figure = draw_intake_bars(check())
    beyond = bar(figure, "strip_beyond", 2)
    assert beyond["marker"]["pattern"]["shape"]
    assert (beyond["base"], beyond["base"] + beyond["x"][0]) == (350, figure["layout"]["xaxis2"]["range"][1])


def test_where_no_limit_is_set_the_strip_says_so_and_is_not_hatched():
    figure = draw_intake_bars(check(age_years=0.25))
    assert "No upper limit is set" in said(figure)
    assert (marks(figure, 2), bar(figure, "strip_beyond", 2)["x"]) == ([], ())


def test_where_the_table_has_no_value_the_strip_says_so():
    figure = draw_intake_bars(check(age_years=0.25, authority="efsa"))
    assert "No value for this person" in said(figure)
    assert marks(figure, 1) == []


@pytest.mark.parametrize("authority", ["nam", "efsa"])
@pytest.mark.parametrize("age", [0.6, 2, 5, 11, 16, 25, 40, 70])
@pytest.mark.parametrize("sex", ["male", "female"])
def test_the_two_marks_never_stand_in_one_line_at_usual_amounts(authority, age, sex):
    day = check(authority=authority, age_years=age, sex=sex, magnesium_from_food_mg=30)
    layout = draw_intake_bars(day)["layout"]
    need = day.reference.mg_per_day / layout["xaxis"]["range"][1]
    limit = (day.limit.mg_per_day or 0) / layout["xaxis2"]["range"][1]
    assert need - limit > 0.1


@pytest.mark.parametrize("food", [0, 30, 410, 800])
@pytest.mark.parametrize("supplement", [0, 5, 351, 800])
@pytest.mark.parametrize("age", [0, 0.6, 2, 16])
def test_no_bar_leaves_its_strip(food, supplement, age):
    day = check(magnesium_from_food_mg=food, magnesium_from_supplements_mg=supplement, age_years=age)
    layout = draw_intake_bars(day, kept=check())["layout"]
    assert layout["xaxis"]["range"][1] >= max(food + supplement, 410)
    assert layout["xaxis2"]["range"][1] >= supplement


def test_both_axes_begin_at_zero_and_say_what_counts_and_the_unit():
    layout = draw_intake_bars(check())["layout"]
    assert [layout[axis]["range"][0] for axis in ("xaxis", "xaxis2")] == [0, 0]
    assert all(layout[axis]["title"]["text"].endswith("mg a day") for axis in ("xaxis", "xaxis2"))


def test_magnesium_has_its_colour():
    figure = draw_intake_bars(check())
    assert {bar(figure, "strip_supplement", strip)["marker"]["color"] for strip in (1, 2)} == {MAGNESIUM.line}


def test_food_and_supplement_are_named_on_the_bar():
    figure = draw_intake_bars(check(magnesium_from_food_mg=200, magnesium_from_supplements_mg=90))
    assert bar(figure, "strip_food", 1)["text"] == "food 200"
    assert bar(figure, "strip_supplement", 1)["text"] == "supplement 90"


def test_a_kept_day_is_drawn_in_both_strips_and_said_in_words():
    kept = check(magnesium_from_food_mg=100, magnesium_from_supplements_mg=50)
    figure = draw_intake_bars(check(), kept)
    assert bar(figure, "strip_kept_total", 1)["x"] == (150,)
    assert bar(figure, "strip_kept_supplement", 2)["x"] == (50,)
    assert "your kept set-up" in said(figure)


def test_a_kept_day_changes_no_number_of_bars():
    assert len(draw_intake_bars(check())["data"]) == len(draw_intake_bars(check(), check())["data"])


def test_the_figure_carries_its_numbers_as_a_table():
    rows = dict(draw_intake_bars(check(magnesium_from_supplements_mg=90))["layout"]["meta"]["table"]["rows"])
    assert list(rows.values()) == ["410", "90", "500", "410", "350"]
