import re
from dataclasses import replace

import pytest

from widgets.descriptions.measurement_description import describe_measurements, measurement_finding
from widgets.physiology.published_measurements import Band, Sign, measurement_results, published_measurements
from widgets.physiology.published_results import published_results, results_of

ROW = replace(
    published_measurements()[0],
    accepted=Band(1, 2),
    comparison="ratio",
    relation="predicted",
    curve="",
)
NUMBER = replace(ROW, id="number", title="A number")
DIRECTION = replace(ROW, id="direction", title="A direction", accepted=Sign("higher", 0.1))
FITTED = replace(ROW, id="fitted", title="Fitted", relation="fitted")
RESULTS = results_of([NUMBER, DIRECTION, FITTED])
MET = {measurement.id: 1.5 for measurement in (NUMBER, DIRECTION, FITTED)}
NEAR, FAR = 2.1, 9.0


def test_the_finding_tells_results_by_what_they_prove():
    assert measurement_finding(RESULTS, MET) == (
        "3 published results: 1 predicted, with a number; 1 predicted, in direction only; 1 fitted; 0 not met"
    )


def test_what_is_near_counts_as_not_met():
    assert measurement_finding(RESULTS[:1], MET | {"number": NEAR}) == "1 published result: 1 not met"


def test_where_nothing_is_shown_the_finding_says_so():
    assert measurement_finding([], MET) == "No published result is on show"


def test_a_result_that_is_only_near_is_named_and_near_is_explained():
    text = describe_measurements(RESULTS, MET | {"fitted": NEAR})
    assert "a quarter of the band’s width: Fitted." in text


def test_results_that_are_missed_are_named_first():
    text = describe_measurements(RESULTS, MET | {"number": FAR, "fitted": FAR})
    assert text.startswith("The model meets 1 of 3 results. Missed: A number; Fitted.")


def test_where_all_are_met_none_is_named():
    text = describe_measurements(RESULTS[:2], MET)
    assert text.startswith("The model meets 2 of 2 results. Each row")


@pytest.mark.parametrize(("shown", "word"), [(RESULTS[1:2], True), (RESULTS[:1], False)])
def test_arrows_are_explained_where_there_are_any(shown, word):
    assert ("an arrow takes the place of the band" in describe_measurements(shown, MET)) == word


def test_the_shipped_results_have_a_full_description():
    text = describe_measurements(published_results(), measurement_results())
    assert not re.search(r"[{}]|None|nan", text)
    assert text.endswith(".")
