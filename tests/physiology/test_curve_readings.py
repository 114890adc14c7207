import math

import numpy as np
import pytest
from scipy.optimize import curve_fit
from scipy.stats import linregress

from widgets.physiology.curve_readings import area, crossing_ms, exponential_rate, peak, straight_line, value_at

UNEVEN_MS = (0.0, 1.0, 1.5, 3.0, 4.0, 6.0)


def test_a_value_between_samples_lies_on_the_line_between_them():
    assert value_at(UNEVEN_MS, (0.0, 10.0, 20.0, 50.0, 0.0, 0.0), 2.0) == pytest.approx(30)


@pytest.mark.parametrize(("at_ms", "value"), [(-5, 1.0), (99, 6.0)])
def test_outside_the_recording_its_ends_count(at_ms, value):
    assert value_at((0.0, 1.0), (1.0, 6.0), at_ms) == value


def test_the_top_of_a_parabola_is_found_between_uneven_samples():
    values = [17 - 2 * (time - 2.1) ** 2 for time in UNEVEN_MS]
    assert peak(UNEVEN_MS, values) == pytest.approx((2.1, 17))


def test_a_peak_at_the_edge_is_its_sample():
    assert peak(UNEVEN_MS, (9.0, 5.0, 4.0, 3.0, 2.0, 1.0)) == (0.0, 9.0)


def test_a_spike_that_was_recorded_too_coarsely_is_its_sample():
    assert peak(UNEVEN_MS, (0.0, 1.0, 9.0, 5.0, 1.0, 0.0)) == (1.5, 9.0)


def test_a_peak_is_looked_for_only_in_its_window():
    assert peak(UNEVEN_MS, (9.0, 1.0, 2.0, 1.0, 0.0, 5.0), 0.9, 4.1)[0] == pytest.approx(1.5, abs=0.5)


def test_a_curve_comes_down_to_a_level_between_samples():
    assert crossing_ms((0.0, 2.0, 4.0), (8.0, 4.0, 0.0), 3.0, 0.0) == pytest.approx(2.5)


def test_a_curve_can_be_followed_backwards():
    assert crossing_ms((0.0, 2.0, 4.0), (0.0, 4.0, 8.0), 3.0, 4.0, step=-1) == pytest.approx(1.5)


def test_a_curve_that_stays_above_never_comes_down():
    assert crossing_ms((0.0, 2.0, 4.0), (8.0, 6.0, 5.0), 3.0, 0.0) is None


def test_the_area_is_counted_from_the_floor_and_between_the_ends():
    assert area((0.0, 10.0), (3.0, 3.0), 2.0, 6.0, floor=1.0) == pytest.approx(8)


def test_the_area_agrees_with_numpy():
    times = np.sort(np.random.default_rng(1).uniform(0, 10, 80))
    values = np.sin(times) ** 2
    assert area(times, values, times[0], times[-1]) == pytest.approx(np.trapezoid(values, times))


def test_a_line_agrees_with_scipy():
    x, y = np.random.default_rng(2).uniform(0, 1, (2, 30))
    expected = linregress(x, y)
    assert straight_line(list(x), list(y)) == pytest.approx((expected.slope, expected.intercept))


@pytest.mark.parametrize("rate", [0.004, 0.03, 0.4])
def test_the_rate_of_an_exponential_on_a_constant_is_found(rate):
    times = list(range(0, 200, 2))
    assert exponential_rate(times, [0.3 + 5 * math.exp(-rate * time) for time in times]) == pytest.approx(rate, 1e-3)


def test_the_fit_of_two_exponentials_agrees_with_scipy():
    times = np.linspace(0, 200, 150)
    values = 3 * np.exp(-0.2 * times) + np.exp(-0.01 * times) + 0.1
    (_, rate, _), _ = curve_fit(lambda t, a, k, c: a * np.exp(-k * t) + c, times, values, p0=(3, 0.1, 0.1))
    assert exponential_rate(list(times), list(values)) == pytest.approx(rate, rel=1e-3)
