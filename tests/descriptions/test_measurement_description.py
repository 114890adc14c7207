import re

import pytest

from widgets.descriptions.measurement_description import describe_measurements, measurement_finding
from widgets.physiology.published_measurements import measurement_results, published_measurements

MEASUREMENTS = published_measurements()
PREDICTED = [measurement for measurement in MEASUREMENTS if measurement.relation == "predicted"]
FITTED = [measurement for measurement in MEASUREMENTS if measurement.relation == "fitted"]
MET = {measurement.id: measurement.accepted_low for measurement in MEASUREMENTS}


def missed_by(widths, measurement):
    return {measurement.id: measurement.accepted_high + widths * (measurement.accepted_high - measurement.accepted_low)}


def test_the_finding_counts_what_is_met_and_what_was_not_fitted():
    finding = measurement_finding(MEASUREMENTS, MET | missed_by(0.1, FITTED[0]))
    total = len(MEASUREMENTS)
    assert finding == f"{total - 1} of {total} published results met, {len(PREDICTED)} of them not fitted"


@pytest.mark.parametrize(
    ("shown", "words"),
    [(FITTED, "all of them fitted"), (PREDICTED, "none of them fitted"), ([], "No published result")],
)
def test_the_finding_fits_what_is_shown(shown, words):
    assert words in measurement_finding(shown, MET)


def test_where_nothing_is_met_the_finding_says_so():
    assert measurement_finding(FITTED[:1], missed_by(2, FITTED[0])) == "The one published result is not met"
    missed = missed_by(2, FITTED[0]) | missed_by(2, FITTED[1])
    assert measurement_finding(FITTED[:2], missed) == "None of 2 published results met"


def test_a_result_that_is_only_near_is_named_and_near_is_explained():
    text = describe_measurements(MEASUREMENTS, MET | missed_by(0.1, FITTED[0]))
    assert f"a quarter of the band’s width: {FITTED[0].title}." in text


def test_results_that_are_outside_are_named():
    text = describe_measurements(MEASUREMENTS, MET | missed_by(2, FITTED[0]) | missed_by(2, FITTED[1]))
    assert f"Outside: {FITTED[0].title}; {FITTED[1].title}." in text


def test_where_all_are_inside_none_is_named():
    text = describe_measurements(MEASUREMENTS, MET)
    assert text.startswith(f"The model is inside all {len(MEASUREMENTS)} bands.")
    assert "Outside:" not in text


def test_the_shipped_results_have_a_full_description():
    text = describe_measurements(MEASUREMENTS, measurement_results())
    assert not re.search(r"[{}]|None|nan", text)
    assert text.endswith(".")
