from collections.abc import Mapping
from dataclasses import replace

import pytest

from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_quantities import MEASURED_QUANTITIES
from widgets.physiology.published_measurements import (
    Band,
    Sign,
    measurement_results,
    model_value,
    published_measurements,
)
from widgets.physiology.published_results import results_of

MEASUREMENTS = {measurement.id: measurement for measurement in published_measurements()}
SLOW_TWITCH = next(m for m in MEASUREMENTS.values() if m.quantity == "time_to_peak_force_ms")
# What each point of a curve has for itself; the rest they have in common.
POINT_OF_ITS_OWN: Mapping[str, object] = {
    "id": "",
    "settings": frozenset(),
    "reference_settings": frozenset(),
    "published_value": None,
    "published_text": "",
    "accepted": None,
    "note": "",
}
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
        if isinstance(m.accepted, Band)
        and not (m.published_value is not None and m.accepted.low <= m.published_value <= m.accepted.high)
    ]
    assert outside == []


def test_no_number_is_given_where_only_a_direction_was_published():
    signs = [m for m in MEASUREMENTS.values() if isinstance(m.accepted, Sign)]
    assert [m.id for m in signs if m.published_value is not None or m.accepted.smallest_difference <= 0] == []


def test_more_and_less_are_said_of_two_runs_and_presence_of_one():
    wrong = [
        m.id
        for m in MEASUREMENTS.values()
        if isinstance(m.accepted, Sign)
        and m.accepted.direction != "none"
        and (m.accepted.direction == "present") != (m.comparison == "value")
    ]
    assert wrong == []


def test_ids_have_no_gaps():
    assert list(MEASUREMENTS) == [f"M{number:03d}" for number in range(1, len(MEASUREMENTS) + 1)]


def test_the_points_of_a_curve_stand_together_and_differ_in_its_axis_alone():
    curves = [result for result in results_of(MEASUREMENTS.values()) if result.is_curve]
    assert len({curve.first.curve for curve in curves}) == len(curves)
    for curve in curves:
        alike = {replace(point, **POINT_OF_ITS_OWN) for point in curve.points if isinstance(point.accepted, Band)}
        places = [point.settings[curve.first.curve_axis] for point in curve.points]
        assert len(alike) == 1, curve.first.curve
        assert places == sorted(set(places)), curve.first.curve
        # The run that all are compared with is a point too.
        assert len(curve.points) > 1, curve.first.curve


def test_only_a_curve_has_an_axis():
    assert [m.id for m in MEASUREMENTS.values() if bool(m.curve) != bool(m.curve_axis)] == []


def test_a_fitted_measurement_names_its_constants_and_a_predicted_one_has_none():
    wrong = [m.id for m in MEASUREMENTS.values() if bool(m.fitted_constants) != (m.relation == "fitted")]
    assert wrong == []


def test_the_model_can_be_asked_with_other_constants():
    measurement = SLOW_TWITCH
    slow = model_value(measurement, {"tendon_slack_time": 100.0})
    assert slow > 1.1 * model_value(measurement)


def test_other_constants_leave_no_trace():
    measurement = SLOW_TWITCH
    before = model_value(measurement)
    model_value(measurement, {"tendon_slack_time": 100.0})
    assert model_value(measurement) == before
