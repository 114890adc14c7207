import math

import pytest

from widgets.evidence.other_treatments import (
    all_treatment_results,
    other_treatments,
    treatment_result,
    treatment_results,
)
from widgets.reference_data.data_package import DataError, Row, read_table

RESULTS = {result.id: result for result in all_treatment_results()}
ROWS = {row.text("id"): row for row in read_table("other_treatment_results")}
# What the spreads and sizes of the trial's two groups are, as its abstract prints them.
K2_SPREAD, K2_PEOPLE, DUMMY_SPREAD, DUMMY_PEOPLE = 1.41, 103, 2.20, 96
# row, its changed cells, and what the message must name
WRONG = [
    ("quinine_cramps", {"estimate": -4.0}, ("estimate", "-4.0", "-3.54")),
    ("quinine_cramps", {"high": None}, ("low", "-3.54", "two ends")),
    ("quinine_cramps", {"estimate": None, "low": None, "high": None}, ("estimate", "mean_difference")),
    ("quinine_cramps", {"people": 7}, ("people", "7", "13")),
    ("quinine_cramps", {"treatment": "bark"}, ("treatment", "bark")),
    ("quinine_minor", {"without_value": 1200.0}, ("without_value", "1200.0", "1000")),
    ("quinine_minor", {"with_value": 120.0}, ("estimate", "127")),
    ("k2_cramps", {"with_value": 1.5}, ("estimate", "-2.67", "-2.13")),
    ("pickle_pain", {"without_value": None}, ("without_value", "both groups")),
    ("pickle_pain", {"estimate": 3.0}, ("estimate", "each_arm")),
    ("calcium_pregnancy", {"low": -0.1}, ("low", "-0.1", "above 0")),
]


@pytest.mark.parametrize(("name", "changed", "named"), WRONG)
def test_a_wrong_row_is_named_by_file_row_column_and_value(name, changed, named):
    row = ROWS[name]
    with pytest.raises(DataError) as fault:
        treatment_result(Row(row.file_name, row.number, {**row, **changed}))
    said = str(fault.value)
    assert f"other_treatment_results.csv, row {row.number}, column {named[0]}" in said
    assert [part for part in named if part not in said] == []


@pytest.mark.parametrize("treatment", other_treatments())
def test_every_treatment_with_results_is_judged_by_one_of_them_which_stands_first(treatment):
    primary = [result.primary for result in treatment_results(treatment)]
    assert primary in ([], [True] + [False] * (len(primary) - 1))


@pytest.mark.parametrize("treatment", other_treatments())
def test_a_treatment_whose_numbers_are_missing_says_so(treatment):
    row = other_treatments()[treatment]
    assert row.left_open or any(result.measure != "none" for result in treatment_results(treatment))


@pytest.mark.parametrize("treatment", other_treatments().values())
def test_every_treatment_says_what_to_ask(treatment):
    assert treatment.ask.endswith("?")


def test_quinine_says_why_two_regulators_warn():
    quinine = other_treatments()["quinine"]
    assert {"fda_quinine", "mhra_quinine2010"} <= set(quinine.source)
    assert "(FDA)" in quinine.regulator
    assert "(MHRA)" in quinine.regulator


def test_quinine_looks_better_where_unpublished_trials_are_left_out():
    published, all_of_them = RESULTS["quinine_published"], RESULTS["quinine_with_unpublished"]
    assert published.estimate / all_of_them.estimate > 2


def test_the_value_of_the_treated_follows_from_the_others_and_the_difference():
    assert RESULTS["quinine_cramps"].value_with == pytest.approx(6.35)
    assert RESULTS["k2_cramps"].value_with == 0.96
    assert RESULTS["stretch_sham"].value_with is None


def test_the_printed_interval_of_vitamin_K2_is_narrower_than_its_own_spreads_allow():
    half = 1.96 * math.sqrt(K2_SPREAD**2 / K2_PEOPLE + DUMMY_SPREAD**2 / DUMMY_PEOPLE)
    k2 = RESULTS["k2_cramps"]
    assert (k2.high - k2.low) / 2 < 0.5 * half
    assert f"from {k2.estimate - half:.2f} to {k2.estimate + half:.2f}" in ROWS["k2_cramps"].text("note")
