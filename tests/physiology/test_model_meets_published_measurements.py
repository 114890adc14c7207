"""The model against everybody else's measurements: it must lie in each accepted band."""

import pytest

from widgets.physiology.published_measurements import model_value, published_measurements

MEASUREMENTS = published_measurements()


@pytest.mark.parametrize("measurement", MEASUREMENTS, ids=lambda measurement: measurement.id)
def test_the_model_lies_in_the_accepted_band(measurement):
    value = model_value(measurement)
    assert measurement.accepted_low <= value <= measurement.accepted_high, measurement.title


def test_at_least_a_third_was_not_fitted_to():
    predicted, total = sum(m.relation == "predicted" for m in MEASUREMENTS), len(MEASUREMENTS)
    assert 3 * predicted >= total
