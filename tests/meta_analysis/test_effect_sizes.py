import math

import pimeta
import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.meta_analysis.effect_sizes import (
    Counts,
    Effect,
    Means,
    NotEstimableError,
    from_interval,
    log_risk_ratio,
    mean_difference,
    needs_continuity,
)

ARM = st.integers(1, 300).flatmap(lambda people: st.tuples(st.just(people), st.integers(0, people)))


def counts(first, second):
    return Counts(*first, *second)


@given(first=ARM, second=ARM)
def test_a_log_risk_ratio_is_that_of_an_independent_library(first, second):
    if 0 in (first[1], second[1]) or (first[0] == first[1] or second[0] == second[1]):
        return
    found = log_risk_ratio(counts(first, second))
    oracle = pimeta.escalc("RR", ai=[first[1]], n1i=[first[0]], ci=[second[1]], n2i=[second[0]])
    assert found.estimate == pytest.approx(oracle.yi[0], abs=1e-12)
    assert found.variance == pytest.approx(oracle.vi[0])


@given(people=st.integers(2, 300), other=st.integers(2, 300), events=st.integers(1, 2))
def test_an_arm_without_events_gets_half_a_person_in_each_cell(people, other, events):
    found = log_risk_ratio(Counts(people, 0, other, events))
    oracle = pimeta.escalc("RR", ai=[0], n1i=[people], ci=[events], n2i=[other])
    assert found.estimate == pytest.approx(oracle.yi[0])
    assert found.variance == pytest.approx(oracle.vi[0])


@given(first=ARM, second=ARM)
def test_swapping_the_arms_turns_the_ratio_round(first, second):
    if first[1] == second[1] == 0:
        return
    one, other = log_risk_ratio(counts(first, second)), log_risk_ratio(counts(second, first))
    assert one.estimate == pytest.approx(-other.estimate, abs=1e-12)
    assert one.standard_error == pytest.approx(other.standard_error)


def test_a_ratio_without_any_event_cannot_be_told():
    with pytest.raises(NotEstimableError) as found:
        log_risk_ratio(Counts(20, 0, 30, 0))
    assert found.value.reason == "no_events"


def test_two_full_arms_have_a_ratio_of_about_one_and_an_interval():
    found = log_risk_ratio(Counts(20, 20, 20, 20))
    assert needs_continuity(Counts(20, 20, 20, 20))
    assert (found.estimate, found.standard_error > 0) == (0, True)


@pytest.mark.parametrize("wrong", [(10, 11, 10, 1), (0, 0, 10, 1), (10, -1, 10, 1)])
def test_an_arm_cannot_have_more_events_than_people(wrong):
    with pytest.raises(ValueError, match="cannot have"):
        Counts(*wrong)


@given(
    means=st.builds(
        Means,
        st.integers(2, 500), st.floats(-50, 50), st.floats(0.01, 30),
        st.integers(2, 500), st.floats(-50, 50), st.floats(0.01, 30),
    )
)  # fmt: skip
def test_a_difference_of_means_is_that_of_an_independent_library(means):
    found = mean_difference(means)
    oracle = pimeta.escalc(
        "MD",
        m1i=[means.mean_magnesium], sd1i=[means.sd_magnesium], n1i=[means.people_magnesium],
        m2i=[means.mean_placebo], sd2i=[means.sd_placebo], n2i=[means.people_placebo],
    )  # fmt: skip
    assert (found.estimate, found.variance) == pytest.approx((oracle.yi[0], oracle.vi[0]))


@given(correlation=st.floats(0.01, 0.99))
def test_taking_a_crossover_for_two_groups_is_cautious(correlation):
    crossover = Means(42, 2.95, 1.9, 42, 2.775, 1.825)
    paired = mean_difference(crossover, correlation)
    assert paired.standard_error < mean_difference(crossover).standard_error
    of_differences = math.sqrt(1.9**2 + 1.825**2 - 2 * correlation * 1.9 * 1.825)
    assert paired.standard_error == pytest.approx(of_differences / math.sqrt(42))


def test_means_without_spread_have_no_error():
    with pytest.raises(NotEstimableError):
        mean_difference(Means(10, 1, 0, 10, 2, 0))


@given(estimate=st.floats(-1e3, 1e3), error=st.floats(1e-3, 1e3))
def test_a_published_interval_gives_its_error_back(estimate, error):
    effect = Effect(estimate, error)
    assert from_interval(estimate, effect.low, effect.high).standard_error == pytest.approx(error, rel=1e-6)


@pytest.mark.parametrize("wrong", [(math.nan, 1), (1, 0), (1, -1), (1, math.inf)])
def test_what_is_no_number_is_no_effect(wrong):
    with pytest.raises(ValueError, match="No effect size"):
        Effect(*wrong)
