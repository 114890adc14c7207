import pytest

from widgets.physiology.magnesium_in_fibre import (
    BRAKES,
    ForceCalciumCurve,
    brake_shares,
    force_calcium_curve,
    pull,
    usual_free_magnesium_mM,
)
from widgets.reference_data.control_values import ControlError


@pytest.fixture(scope="module")
def usual_curve() -> ForceCalciumCurve:
    return force_calcium_curve({"free_magnesium_mM": usual_free_magnesium_mM()})


def test_a_curve_has_a_dozen_points_or_more(usual_curve):
    assert 12 <= len(usual_curve.calcium_uM) == len(usual_curve.force_percent)


def test_more_calcium_never_gives_less_force(usual_curve):
    assert list(usual_curve.force_percent) == sorted(usual_curve.force_percent)


def test_half_force_lies_between_the_points_around_half(usual_curve):
    half = usual_curve.force_percent[-1] / 2
    points = list(zip(usual_curve.calcium_uM, usual_curve.force_percent, strict=True))
    below = max(calcium for calcium, force in points if force < half)
    above = min(calcium for calcium, force in points if force >= half)
    assert below < usual_curve.half_calcium_uM <= above


def test_every_brake_is_frozen_alone():
    values = {"free_magnesium_mM": 3.0}
    shares = brake_shares(values, pull(values), pull({}))
    assert list(shares.frozen) == list(BRAKES)


def test_a_brake_that_is_off_is_not_frozen_again():
    values = {"free_magnesium_mM": 3.0, "magnesium_at_pump": False}
    assert "magnesium_at_pump" not in brake_shares(values, pull(values), pull({})).frozen


def test_freezing_a_brake_at_usual_magnesium_changes_hardly_anything():
    shares = brake_shares({}, pull({}), pull({}))
    assert shares.frozen["magnesium_at_troponin"] == pytest.approx(shares.usual_percent, rel=0.01)


def test_a_control_that_is_unknown_is_named():
    with pytest.raises(ControlError, match="magnesium"):
        pull({"magnesium": 1.0})
