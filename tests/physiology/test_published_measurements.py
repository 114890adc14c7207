import math

import pytest

from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_quantities import MEASURED_QUANTITIES
from widgets.physiology.published_measurements import (
    measurement_results,
    model_value,
    published_measurements,
    verdict,
)

MEASUREMENTS = {measurement.id: measurement for measurement in published_measurements()}
# Machines differ in the last digits, and a search by halving may then end one step apart.
SAME = 2e-3


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_the_shipped_result_is_what_the_model_gives(name):
    shipped = measurement_results()[name]
    assert shipped == pytest.approx(model_value(MEASUREMENTS[name]), rel=SAME, abs=1e-6)


def test_every_measurement_has_a_shipped_result_and_no_other_has():
    assert list(measurement_results()) == list(MEASUREMENTS)


@pytest.mark.parametrize("name", MEASUREMENTS)
def test_every_protocol_can_be_set_on_the_page(name):
    measurement = MEASUREMENTS[name]
    assert Experiment.from_values({**measurement.settings, **measurement.reference_settings})


def test_every_quantity_is_measured_somewhere():
    assert {measurement.quantity for measurement in MEASUREMENTS.values()} == set(MEASURED_QUANTITIES)


def test_a_second_run_is_set_where_two_are_compared_and_nowhere_else():
    wrong = [m.id for m in MEASUREMENTS.values() if bool(m.reference_settings) == (m.comparison == "value")]
    assert wrong == []


def test_every_published_value_lies_in_its_band():
    outside = [
        m.id
        for m in MEASUREMENTS.values()
        if m.published_value is not None and not m.accepted_low <= m.published_value <= m.accepted_high
    ]
    assert outside == []


def test_every_number_that_was_published_is_given():
    assert [m.id for m in MEASUREMENTS.values() if m.kind == "quantitative" and m.published_value is None] == []


def test_a_fitted_measurement_names_its_constants_and_a_predicted_one_has_none():
    wrong = [m.id for m in MEASUREMENTS.values() if bool(m.fitted_constants) != (m.relation == "fitted")]
    assert wrong == []


def test_the_model_can_be_asked_with_other_constants():
    measurement = MEASUREMENTS["T05"]
    slow = model_value(measurement, {"tendon_slack_time": 100.0})
    assert slow > 1.1 * model_value(measurement)


def test_other_constants_leave_no_trace():
    measurement = MEASUREMENTS["T05"]
    before = model_value(measurement)
    model_value(measurement, {"tendon_slack_time": 100.0})
    assert model_value(measurement) == before


BAND = MEASUREMENTS["T08"]
WIDTH = BAND.accepted_high - BAND.accepted_low


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (BAND.accepted_low, "inside"),
        (BAND.accepted_high, "inside"),
        (BAND.accepted_high + 0.24 * WIDTH, "near"),
        (BAND.accepted_low - 0.24 * WIDTH, "near"),
        (BAND.accepted_high + 0.26 * WIDTH, "outside"),
        (BAND.accepted_low - 0.26 * WIDTH, "outside"),
        (math.inf, "outside"),
    ],
)
def test_near_is_within_a_quarter_of_the_band(value, said):
    assert verdict(BAND, value) == said
