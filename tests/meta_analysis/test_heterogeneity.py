import pimeta
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tests.meta_analysis.any_trials import trials
from widgets.meta_analysis.between_trials import tau2_dersimonian_laird, tau2_interval, weighted_spread
from widgets.meta_analysis.effect_sizes import Effect
from widgets.meta_analysis.heterogeneity import heterogeneity
from widgets.meta_analysis.pooling import pool

MEASURED = (Effect(0.1, 0.2), Effect(-0.5, 0.3), Effect(0.9, 0.25), Effect(0.0, 0.1))


@given(effects=trials(2))
def test_at_each_end_of_its_interval_tau2_leaves_a_spread_that_chance_just_allows(effects):
    for end, share in zip(tau2_interval(effects), (0.975, 0.025), strict=True):
        wanted = stats.chi2.ppf(share, len(effects) - 1)
        if end == 0:
            assert weighted_spread(effects) <= wanted * (1 + 1e-6)
        else:
            assert weighted_spread(effects, end) == pytest.approx(wanted, rel=1e-4)


def test_the_intervals_are_those_of_an_independent_library():
    found = pool(MEASURED, "now").heterogeneity
    oracle = pimeta.confint_tau2([e.estimate for e in MEASURED], [e.variance for e in MEASURED], found.tau2)
    assert (found.tau2_low, found.tau2_high) == pytest.approx((oracle.tau2_lb, oracle.tau2_ub), rel=1e-3)
    assert (found.i2_percent, found.i2_low, found.i2_high) == pytest.approx(
        (oracle.i2, oracle.i2_lb, oracle.i2_ub), 1e-3
    )
    assert found.p_value == pytest.approx(stats.chi2.sf(found.q, 3))


@given(effects=trials(2))
def test_with_the_moments_of_q_i2_is_the_part_of_q_beyond_chance(effects):
    found = heterogeneity(effects, tau2_dersimonian_laird(effects))
    expected = 0 if found.q == 0 else max(0, 100 * (found.q - found.degrees) / found.q)
    assert found.i2_percent == pytest.approx(expected, abs=1e-6)


@given(effects=trials(2), method=st.sampled_from(["fixed", "then", "now"]))
def test_intervals_of_heterogeneity_are_in_order_and_shares_are_shares(effects, method):
    found = pool(effects, method).heterogeneity
    assert 0 <= found.tau2_low <= found.tau2_high
    assert 0 <= found.i2_low <= found.i2_high <= 100
    assert 0 <= found.p_value <= 1


def test_one_trial_does_not_differ_from_itself():
    assert heterogeneity((Effect(1, 1),), 0.0) is None
