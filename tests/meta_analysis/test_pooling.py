import math

import numpy as np
import pimeta
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

from tests.meta_analysis.any_trials import trials
from widgets.meta_analysis.between_trials import restricted_likelihood
from widgets.meta_analysis.effect_sizes import Counts, Effect, log_risk_ratio
from widgets.meta_analysis.pooling import METHODS, pool, pool_mantel_haenszel

SIMILAR = st.lists(st.builds(Effect, st.floats(-3, 3), st.floats(0.2, 1)), min_size=2, max_size=8).map(tuple)
MEASURED = (Effect(0.1, 0.2), Effect(-0.5, 0.3), Effect(0.9, 0.25), Effect(0.0, 0.1))
AGREEING = (Effect(0.30, 0.5), Effect(0.31, 0.4), Effect(0.29, 0.6))


def numbers(effects):
    return [effect.estimate for effect in effects], [effect.variance for effect in effects]


@given(effects=trials(2))
def test_fixed_and_dersimonian_laird_are_those_of_statsmodels(effects):
    oracle = combine_effects(*map(np.array, numbers(effects)), method_re="dl")
    fixed, then = pool(effects, "fixed"), pool(effects, "then")
    assert fixed.estimate == pytest.approx(oracle.mean_effect_fe, abs=1e-9)
    assert fixed.standard_error == pytest.approx(oracle.sd_eff_w_fe)
    assert then.tau2 == pytest.approx(max(0, oracle.tau2), rel=1e-6, abs=1e-9)
    # statsmodels goes on with a tau² below 0, which is no variance.
    if oracle.tau2 >= 0:
        assert then.estimate == pytest.approx(oracle.mean_effect_re, rel=1e-6, abs=1e-7)
        assert then.standard_error == pytest.approx(oracle.sd_eff_w_re, rel=1e-6)
    assert then.heterogeneity.q == pytest.approx(oracle.q, rel=1e-6, abs=1e-7)


@given(effects=SIMILAR)
def test_restricted_likelihood_is_at_least_as_great_as_where_an_independent_library_stops(effects):
    oracle = pimeta.rma(*numbers(effects), method="REML")
    found = pool(effects, "now")
    assert restricted_likelihood(effects, found.tau2) >= restricted_likelihood(effects, oracle.tau2) - 1e-9


def test_restricted_likelihood_with_hartung_knapp_is_that_of_an_independent_library():
    oracle, found = pimeta.rma(*numbers(MEASURED), method="REML", test="knha"), pool(MEASURED, "now")
    assert not found.held_wide
    assert found.tau2 == pytest.approx(oracle.tau2, rel=1e-4)
    assert [found.estimate, found.standard_error, found.low, found.high] == pytest.approx(
        [oracle.b[0], oracle.se[0], oracle.ci_lb[0], oracle.ci_ub[0]], rel=1e-4
    )


@given(effects=SIMILAR)
def test_hartung_knapp_is_what_its_formula_says_with_the_t_of_scipy(effects):
    found = pool(effects, "now")
    weights = [1 / (effect.variance + found.tau2) for effect in effects]
    mean = sum(w * e.estimate for w, e in zip(weights, effects, strict=True)) / sum(weights)
    spread = sum(w * (e.estimate - mean) ** 2 for w, e in zip(weights, effects, strict=True))
    error = math.sqrt(max(1, spread / (len(effects) - 1)) / sum(weights))
    assert found.high - found.low == pytest.approx(2 * stats.t.ppf(0.975, len(effects) - 1) * error, rel=1e-6)


def test_a_prediction_reaches_as_far_as_its_formulas_say():
    for method, degrees in (("then", 2), ("now", 3)):
        found = pool(MEASURED, method)
        reach = stats.t.ppf(0.975, degrees) * math.hypot(found.standard_error, math.sqrt(found.tau2))
        assert found.predicted_high - found.estimate == pytest.approx(reach)
        assert found.estimate - found.predicted_low == pytest.approx(reach)


def test_the_prediction_of_the_day_is_that_of_an_independent_library():
    found = pool(MEASURED, "then")
    oracle = pimeta.predict_rma(found.estimate, found.standard_error, found.tau2, 4, predtype="riley")
    assert (found.predicted_low, found.predicted_high) == pytest.approx((oracle.pi_lb, oracle.pi_ub), rel=1e-6)


@given(effects=trials(1), method=st.sampled_from(METHODS))
def test_weights_are_shares_and_the_interval_holds_the_estimate(effects, method):
    found = pool(effects, method)
    assert sum(found.weights) == pytest.approx(1)
    assert min(found.weights) >= 0
    assert found.low <= found.estimate <= found.high
    assert found.tau2 >= 0


@given(effects=trials(3), method=st.sampled_from(["then", "now"]))
def test_a_prediction_is_never_narrower_than_the_interval_of_the_mean(effects, method):
    found = pool(effects, method)
    assert found.predicted_low <= found.low + 1e-9
    assert found.predicted_high >= found.high - 1e-9


@given(effects=trials(2))
def test_todays_interval_is_never_narrower_than_the_precision_of_the_trials(effects):
    assert pool(effects, "now").standard_error >= pool(effects, "fixed").standard_error * (1 - 1e-9)


@given(data=st.data(), effects=trials(2), method=st.sampled_from(METHODS))
def test_the_order_of_trials_changes_nothing(data, effects, method):
    shuffled = tuple(data.draw(st.permutations(effects)))
    one, other = pool(effects, method), pool(shuffled, method)
    assert (one.low, one.estimate, one.high) == pytest.approx((other.low, other.estimate, other.high), abs=1e-6)


@given(effects=SIMILAR, method=st.sampled_from(METHODS), by=st.floats(-5, 5))
def test_moving_all_trials_moves_the_result_as_far(effects, method, by):
    one, other = pool(effects, method), pool(tuple(Effect(e.estimate + by, e.standard_error) for e in effects), method)
    assert (other.low - by, other.estimate - by, other.high - by) == pytest.approx(
        (one.low, one.estimate, one.high), abs=1e-5
    )


@given(effects=SIMILAR, method=st.sampled_from(METHODS), by=st.floats(0.01, 100))
def test_another_unit_scales_the_result_with_it(effects, method, by):
    one = pool(effects, method)
    other = pool(tuple(Effect(by * e.estimate, by * e.standard_error) for e in effects), method)
    assert (other.low / by, other.high / by) == pytest.approx((one.low, one.high), rel=1e-5, abs=1e-6)
    assert other.tau2 / by**2 == pytest.approx(one.tau2, rel=1e-4, abs=1e-7)


@pytest.mark.parametrize("method", METHODS)
def test_one_trial_gives_its_own_result(method):
    effect = Effect(1.8, 1.59)
    found = pool((effect,), method)
    assert (found.low, found.estimate, found.high) == pytest.approx((effect.low, effect.estimate, effect.high))
    assert (found.heterogeneity, found.predicted_low) == (None, None)


@pytest.mark.parametrize("method", ["then", "now"])
def test_trials_that_found_the_same_do_not_differ(method):
    found = pool((Effect(0.4, 0.2),) * 4, method)
    assert (found.tau2, found.heterogeneity.i2_percent, found.heterogeneity.tau2_high) == (0, 0, 0)
    assert found.high - found.low >= 2 * 1.959 * 0.1


def test_trials_that_agree_too_well_are_held_at_their_own_precision():
    found = pool(AGREEING, "now")
    assert found.held_wide
    assert found.standard_error == pytest.approx(pool(AGREEING, "fixed").standard_error)


@pytest.mark.parametrize("size", [1e-9, 1e9])
@pytest.mark.parametrize("method", METHODS)
def test_huge_and_tiny_variances_leave_numbers(size, method):
    found = pool((Effect(0.1, size), Effect(0.5, 1), Effect(-0.2, 2)), method)
    assert all(math.isfinite(value) for value in (found.low, found.high, found.tau2, *found.weights))


def test_nothing_cannot_be_pooled():
    with pytest.raises(ValueError, match="no trials"):
        pool((), "now")


COUNTS = st.tuples(st.integers(5, 200), st.integers(5, 200)).flatmap(
    lambda people: st.builds(
        Counts, st.just(people[0]), st.integers(1, people[0]), st.just(people[1]), st.integers(1, people[1])
    )
)


@given(counts=st.lists(COUNTS, min_size=1, max_size=6).map(tuple))
def test_mantel_haenszel_is_that_of_an_independent_library(counts):
    # Where all found the same, the library divides by a Q of 0.
    assume(len(counts) == 1 or len({log_risk_ratio(row).estimate for row in counts}) == len(counts))
    assume(any(row.events_magnesium < row.people_magnesium for row in counts))
    found = pool_mantel_haenszel(counts, tuple(log_risk_ratio(row) for row in counts))
    oracle = pimeta.rma_mh(
        [c.events_magnesium for c in counts],
        [c.people_magnesium - c.events_magnesium for c in counts],
        [c.events_placebo for c in counts],
        [c.people_placebo - c.events_placebo for c in counts],
        measure="RR",
    )
    assert (found.estimate, found.standard_error) == pytest.approx((oracle.beta, oracle.se), abs=1e-9)
    assert sum(found.weights) == pytest.approx(1)


def test_mantel_haenszel_bears_an_arm_that_had_no_event_in_any_trial():
    counts = (Counts(20, 3, 20, 0), Counts(30, 1, 30, 0))
    found = pool_mantel_haenszel(counts, tuple(log_risk_ratio(row) for row in counts))
    assert 0 < found.estimate < found.high < math.inf


def test_mantel_haenszel_needs_somebody_with_the_event():
    with pytest.raises(ValueError, match="nobody had the event"):
        pool_mantel_haenszel((Counts(20, 0, 20, 0),), ())
