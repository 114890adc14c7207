import math
from dataclasses import replace

import pytest

from widgets.physiology.published_measurements import Band, Sign, published_measurements
from widgets.physiology.published_results import (
    PublishedResult,
    counted_by_strength,
    distance_from_middle,
    published_results,
    results_of,
    strength,
    verdict,
)

LOW, HIGH = 0.3, 0.55
WIDTH = HIGH - LOW
ROW = replace(
    published_measurements()[0],
    id="M001",
    comparison="ratio",
    accepted=Band(LOW, HIGH),
    relation="predicted",
    fitted_constants=(),
)


def of(**changed: object) -> PublishedResult:
    return PublishedResult((replace(ROW, **changed),))


def sign(direction, comparison="ratio"):
    return of(accepted=Sign(direction, 0.01), comparison=comparison)


def curve(*ids):
    (result,) = results_of(replace(ROW, id=name, curve="force_by_rate") for name in ids)
    return result


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (LOW, "met"),
        (HIGH, "met"),
        (HIGH + 0.24 * WIDTH, "near"),
        (LOW - 0.24 * WIDTH, "near"),
        (HIGH + 0.26 * WIDTH, "missed"),
        (LOW - 0.26 * WIDTH, "missed"),
        (math.inf, "missed"),
    ],
)
def test_near_is_within_a_quarter_of_the_band(value, said):
    assert verdict(of(), {"M001": value}) == said


@pytest.mark.parametrize(
    ("direction", "comparison", "value", "said"),
    [
        ("higher", "ratio", 1.02, "met"),
        ("higher", "ratio", 1.005, "missed"),
        ("higher", "ratio", 0.9, "missed"),
        ("lower", "ratio", 0.98, "met"),
        ("lower", "difference", -0.02, "met"),
        ("lower", "difference", 0.98, "missed"),
        ("none", "ratio", 0.995, "met"),
        ("none", "ratio", 0.98, "missed"),
        ("none", "value", 0.0, "met"),
        ("present", "value", 0.5, "met"),
        ("present", "value", 0.0, "missed"),
        ("higher", "ratio", math.nan, "missed"),
    ],
)
def test_a_direction_is_met_only_by_a_difference_that_counts(direction, comparison, value, said):
    assert verdict(sign(direction, comparison), {"M001": value}) == said


def test_a_curve_is_met_where_its_points_together_are_as_close_as_one_value_would_have_to_be():
    result = curve("M001", "M002")
    middle, edge = (LOW + HIGH) / 2, HIGH
    assert distance_from_middle(result, {"M001": middle, "M002": edge}) == pytest.approx(0.5 / math.sqrt(2))
    assert verdict(result, {"M001": middle, "M002": edge + 0.2 * WIDTH}) == "met"
    assert verdict(result, {"M001": edge + 0.2 * WIDTH, "M002": edge + 0.2 * WIDTH}) == "near"
    assert verdict(result, {"M001": middle, "M002": edge + WIDTH}) == "missed"


def test_points_of_a_curve_are_one_result_and_single_values_are_one_each():
    rows = [replace(ROW, id="M001"), *curve("M002", "M003").points, replace(ROW, id="M004")]
    assert [result.id for result in results_of(rows)] == ["M001", "M002", "M004"]


@pytest.mark.parametrize(
    ("result", "value", "said"),
    [
        (of(), LOW, "predicted_number"),
        (sign("higher"), 1.2, "predicted_direction"),
        (of(relation="fitted"), LOW, "fitted"),
        (of(relation="fitted", accepted=Sign("higher", 0.01)), 1.2, "fitted"),
        (of(), HIGH + 0.1 * WIDTH, "missed"),
        (of(relation="fitted"), 9.0, "missed"),
    ],
)
def test_strength_follows_from_the_row_and_the_value(result, value, said):
    assert strength(result, {"M001": value}) == said


def test_every_result_has_one_strength():
    values = {measurement.id: 0.0 for measurement in published_measurements()}
    assert sum(counted_by_strength(published_results(), values).values()) == len(published_results())
