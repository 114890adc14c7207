import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from widgets.meta_analysis.distributions import (
    chi_square_quantile,
    chi_square_share,
    chi_square_tail,
    normal_quantile,
    student_t_quantile,
    student_t_share,
)

DEGREES = st.one_of(st.integers(1, 60), st.floats(0.5, 400))
SHARES = st.floats(1e-4, 1 - 1e-4)


@given(value=st.floats(-60, 60), degrees=DEGREES)
def test_the_share_below_a_t_is_that_of_scipy(value, degrees):
    assert student_t_share(value, degrees) == pytest.approx(stats.t.cdf(value, degrees), rel=1e-9, abs=1e-14)


@given(share=SHARES, degrees=DEGREES)
def test_the_quantile_of_t_is_that_of_scipy(share, degrees):
    assert student_t_quantile(share, degrees) == pytest.approx(stats.t.ppf(share, degrees), rel=1e-8, abs=1e-8)


@given(value=st.floats(-5, 300), degrees=DEGREES)
def test_the_share_below_a_chi_square_is_that_of_scipy(value, degrees):
    assert chi_square_share(value, degrees) == pytest.approx(stats.chi2.cdf(value, degrees), rel=1e-9, abs=1e-12)
    assert chi_square_tail(value, degrees) == pytest.approx(stats.chi2.sf(value, degrees), rel=1e-8, abs=1e-14)


@given(share=SHARES, degrees=DEGREES)
def test_the_quantile_of_chi_square_is_that_of_scipy(share, degrees):
    assert chi_square_quantile(share, degrees) == pytest.approx(stats.chi2.ppf(share, degrees), rel=1e-8)


def test_the_normal_reach_is_the_well_known_one():
    assert normal_quantile(0.975) == pytest.approx(stats.norm.ppf(0.975), rel=1e-12)


def test_nothing_lies_beyond_the_ends():
    assert (student_t_share(math.inf, 3), student_t_share(-math.inf, 3)) == (1, 0)
