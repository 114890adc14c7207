"""How both groups of a trial did, and what can stand beside magnesium."""

import pytest

from widgets.evidence.other_treatments import all_treatment_results
from widgets.evidence.treatments_beside_magnesium import MAGNESIUM, treatments_beside_magnesium
from widgets.evidence.trials import pooled_results
from widgets.figures.treatment_arms import draw_treatment_arms
from widgets.figures.treatments_beside import draw_treatments_beside

RESULTS = {result.id: result for result in all_treatment_results()}
ROWS = {row.id: row for row in treatments_beside_magnesium()}


def arms(name):
    return draw_treatment_arms(RESULTS[name], "The treatment")


def test_each_group_has_a_bar_of_its_length():
    others, treated, _ = arms("quinine_cramps")["data"]
    assert (others["x"], treated["x"]) == ((8.8,), (pytest.approx(6.35),))


def test_the_whisker_is_the_published_interval_set_on_the_other_group():
    *_, whisker = arms("quinine_cramps")["data"]
    assert whisker["x"] == pytest.approx((8.8 - 3.54, 8.8 - 1.36))


@pytest.mark.parametrize("name", [name for name, result in RESULTS.items() if result.arms])
def test_there_are_always_three_lines(name):
    assert len(arms(name)["data"]) == 3


@pytest.mark.parametrize("name", ["stretch_sham", "calcium_pregnancy", "vitamin_e_quinine"])
def test_nothing_is_drawn_of_groups_that_are_not_told(name):
    with pytest.raises(ValueError, match=name):
        arms(name)


@pytest.mark.parametrize("name", ["quinine_cramps", "pickle_pain", "salts_before"])
def test_the_axis_holds_zero_and_both_groups(name):
    figure = arms(name)
    low, high = figure["layout"]["xaxis"]["range"]
    shown = [0.0, *figure["data"][0]["x"], *figure["data"][1]["x"]]
    assert low <= min(shown) <= max(shown) <= high


def test_only_adults_against_a_dummy_stand_beside_magnesium():
    assert list(ROWS) == [MAGNESIUM, "quinine", "vitamin_k2", "stretching"]


def test_other_lengths_of_time_are_divided_out_and_nothing_else():
    quinine, stretching = ROWS["quinine"], ROWS["stretching"]
    assert (quinine.estimate, quinine.low, quinine.high) == pytest.approx((-2.45 / 2, -3.54 / 2, -1.36 / 2))
    assert stretching.high == pytest.approx(6.9 / 4)


def test_magnesium_stands_there_as_published():
    published, drawn = pooled_results()["cochrane_2020_cramps_a_week"], ROWS[MAGNESIUM]
    assert (drawn.estimate, drawn.low, drawn.high, drawn.people) == published.numbers


def test_the_chosen_treatment_has_a_ground_and_one_that_is_not_there_has_none():
    shapes = [
        len(draw_treatments_beside(list(ROWS.values()), name)["layout"]["shapes"]) for name in ("quinine", "b_vitamins")
    ]
    assert shapes == [2, 1]


def test_the_rows_are_also_a_table():
    table = draw_treatments_beside(list(ROWS.values()))["layout"]["meta"]["table"]
    assert [row[0] for row in table["rows"]] == [row.name for row in ROWS.values()]
    assert all(len(row) == len(table["columns"]) for row in table["rows"])
