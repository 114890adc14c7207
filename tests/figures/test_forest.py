"""Where the marks of a forest plot stand, and which numbers its axis shows."""

import math

import pytest

from widgets.figures.forest import ForestScale


def labels(scale):
    return [tick["label"] for tick in scale.ticks()]


def test_no_difference_lies_in_the_middle():
    assert ForestScale(2.0, is_ratio=False).place(0.0) == 0.5
    assert ForestScale(2.0, is_ratio=True).place(1.0) == 0.5


def test_a_half_lies_as_far_from_the_middle_as_a_double():
    scale = ForestScale(math.log(4), is_ratio=True)
    assert scale.place(0.5) == pytest.approx(0.25)
    assert scale.place(2.0) == pytest.approx(0.75)


def test_every_estimate_is_on_the_axis():
    scale = ForestScale.of([-3.0, 0.4], [(-3.2, -2.8), (0.2, 0.6)], is_ratio=False)
    assert 0 < scale.place(-3.0) < scale.place(0.4) < 1


def test_an_interval_far_wider_than_the_others_is_cut_and_says_at_which_ends():
    scale = ForestScale.of([0.1, 0.2, 0.1], [(-9.0, 9.0), (-1.0, 1.0), (-0.8, 1.0)], is_ratio=False)
    mark = scale.mark(-9.0, 0.1, 9.0)
    assert (mark["start"], mark["end"], mark["beyond"]) == (0.0, 1.0, "both")


def test_an_interval_on_the_axis_is_not_cut():
    scale = ForestScale.of([-0.18], [(-0.84, 0.49)], is_ratio=False)
    assert scale.mark(-0.84, -0.18, 0.49)["beyond"] == "none"


def test_ratios_have_ticks_as_far_apart_in_halves_as_in_doubles():
    assert labels(ForestScale(math.log(5.5), is_ratio=True)) == ["0.2", "0.5", "1", "2", "5"]


def test_many_ratios_show_every_second_and_always_one():
    assert labels(ForestScale(math.log(60), is_ratio=True)) == ["0.05", "0.2", "1", "5", "20"]


@pytest.mark.parametrize(
    ("reach", "expected"),
    [
        (1.0, ["−1", "−0.5", "0", "0.5", "1"]),
        (0.9, ["−0.5", "0", "0.5"]),
        (5.2, ["−4", "−2", "0", "2", "4"]),
        (24.5, ["−20", "−10", "0", "10", "20"]),
    ],
)
def test_differences_have_round_ticks(reach, expected):
    assert labels(ForestScale(reach, is_ratio=False)) == expected


def test_an_axis_without_trials_still_has_one():
    assert "0" in labels(ForestScale.of([], [], is_ratio=False))
