"""Simulated trials against published placebo arms, closed forms and another program's power."""

from dataclasses import replace
from math import sqrt
from statistics import mean, pvariance

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.power import TTestIndPower

from tests.simulated_trials.trial_parameters_table import ENTRY_PERCENT, placebo_arm, rows
from widgets.simulated_trials.cramp_months import CrampMonths
from widgets.simulated_trials.many_trials import TRIALS, ManyTrials, thousand_trials
from widgets.simulated_trials.people_needed import change_by_itself, expected_result, people_needed
from widgets.simulated_trials.simulated_trial import recruits, simulate_trial
from widgets.simulated_trials.trial_parameters import placebo_arm_checks, trial_parameters
from widgets.simulated_trials.trial_plan import TrialPlan, usual_habits

PLAN = TrialPlan(0.0, 50, "parallel", 4.0, ENTRY_PERCENT, 10.0, 20.0, usual_habits())
MONTE_CARLO = 3.5


def error_of_share(share, trials=TRIALS):
    return sqrt(share * (1 - share) / trials)


@pytest.mark.parametrize("check", placebo_arm_checks().values(), ids=list(placebo_arm_checks()))
def test_people_on_dummy_tablets_meet_the_published_arm_within_two_standard_errors(check):
    placebo_percent = trial_parameters()["placebo_response_percent"].value
    assert check.low <= placebo_arm(usual_habits(), ENTRY_PERCENT, placebo_percent)[check.id] <= check.high


def test_the_table_of_parameters_is_what_the_calibration_gives():
    """Where this fails: python -m tests.simulated_trials.trial_parameters_table."""
    known = trial_parameters()
    for row in rows():
        assert known[row["parameter"]].value == pytest.approx(float(row["value"]), rel=0.01)


def test_a_large_simulated_placebo_arm_shows_what_the_closed_form_says():
    arm = simulate_trial(replace(PLAN, people_per_arm=40_000), 1).placebo
    expected = placebo_arm(PLAN.habits, ENTRY_PERCENT, PLAN.placebo_percent)
    assert arm.mean_before == pytest.approx(expected["mean_before"], abs=0.12)
    assert arm.change == pytest.approx(expected["mean_change"], abs=0.12)
    assert 100 * arm.quarter_fewer / arm.people == pytest.approx(expected["quarter_fewer_percent"], abs=1)
    assert 100 * arm.helped / arm.people == pytest.approx(expected["helped_percent"], abs=1)


def test_without_any_tablet_people_who_join_in_a_bad_month_get_better_as_the_closed_form_says():
    before, after = change_by_itself(PLAN)
    months = recruits(replace(PLAN, people_per_arm=40_000), 2).months
    assert after < before
    assert mean(months.joining) == pytest.approx(before, rel=0.02)
    assert mean(months.first) == pytest.approx(after, rel=0.02)


def test_people_who_join_in_any_month_do_not_get_better_by_themselves():
    before, after = change_by_itself(replace(PLAN, entry_percent=0.0))
    assert before == pytest.approx(after)


def test_the_variance_of_months_is_that_of_many_drawn_people():
    months = CrampMonths(PLAN.habits, ENTRY_PERCENT)
    drawn = recruits(replace(PLAN, people_per_arm=100_000), 3).months
    values = [0.4 * b - 0.3 * c - a for a, b, c in zip(drawn.joining, drawn.first, drawn.second, strict=True)]
    assert pvariance(values) == pytest.approx(months.variance((-1, 0.4, -0.3)), rel=0.06)


@pytest.mark.parametrize("design", ["parallel", "crossover"])
def test_one_in_twenty_trials_finds_a_difference_where_there_is_none(design):
    counts = thousand_trials(replace(PLAN, design=design)).counts
    share = (counts.works + counts.harms) / TRIALS
    assert abs(share - 0.05) < MONTE_CARLO * error_of_share(0.05)


def test_without_a_control_group_nearly_every_trial_of_nothing_concludes_that_it_works():
    assert thousand_trials(PLAN).counts.works_without_control > 0.95 * TRIALS


@pytest.mark.parametrize(("design", "people"), [("parallel", 50), ("parallel", 120), ("crossover", 30)])
def test_the_power_of_a_thousand_trials_is_that_of_statsmodels(design, people):
    plan = replace(PLAN, design=design, people_per_arm=people, effect_percent=30.0)
    power = TTestIndPower().power(expected_result(plan).standardised, people, 0.05)
    assert abs(thousand_trials(plan).counts.works / TRIALS - power) < MONTE_CARLO * error_of_share(power) + 0.02


@pytest.mark.parametrize("design", ["parallel", "crossover"])
@pytest.mark.parametrize("effect", [10.0, 30.0, 60.0])
def test_the_people_that_a_fair_answer_needs_are_those_of_statsmodels(design, effect):
    plan = replace(PLAN, design=design, effect_percent=effect)
    needed = TTestIndPower().solve_power(expected_result(plan).standardised, alpha=0.05, power=0.8)
    assert abs(people_needed(plan) - needed) <= 1


def test_no_size_finds_an_effect_that_is_not_there():
    assert people_needed(PLAN) is None


def test_an_effect_that_is_carried_over_makes_a_crossover_find_less():
    short, long = (replace(PLAN, design="crossover", effect_percent=40.0, washout_weeks=w) for w in (0.0, 8.0))
    assert abs(expected_result(short).difference) < 0.7 * abs(expected_result(long).difference)


def test_those_who_notice_magnesium_say_more_often_that_it_helped_though_cramps_are_alike():
    trials = [thousand_trials(replace(PLAN, noticing_percent=percent)).counts for percent in (0.0, 60.0)]
    assert trials[0].works == trials[1].works
    assert trials[0].works_by_answers < 0.06 * TRIALS
    assert trials[1].works_by_answers > 0.5 * TRIALS


def test_the_same_number_meets_the_same_people_whatever_is_done_with_them():
    one, other = simulate_trial(PLAN, 7), simulate_trial(replace(PLAN, effect_percent=50.0, noticing_percent=0), 7)
    assert one.magnesium.before == other.magnesium.before
    assert one.placebo.after == other.placebo.after
    assert simulate_trial(PLAN, 8).magnesium.before != one.magnesium.before


def test_trials_in_pieces_are_the_same_as_one_by_one():
    some = ManyTrials(PLAN).with_more()
    assert some.found[4] == simulate_trial(PLAN, 5).found.estimate


PLANS = st.builds(
    TrialPlan,
    effect_percent=st.floats(0, 60),
    people_per_arm=st.integers(10, 200),
    design=st.sampled_from(["parallel", "crossover", "uncontrolled"]),
    washout_weeks=st.floats(0, 8),
    entry_percent=st.floats(0, 200),
    placebo_percent=st.floats(0, 40),
    noticing_percent=st.floats(0, 100),
    habits=st.just(usual_habits()),
)


@settings(deadline=2000, max_examples=60)
@given(plan=PLANS, number=st.integers(1, 1000))
def test_every_setting_gives_a_finite_trial(plan, number):
    trial = simulate_trial(plan, number)
    assert all(0 < value < 1e6 for group in trial.groups for value in (*group.before, *group.after))
    assert trial.found.low <= trial.found.estimate <= trial.found.high
    assert ManyTrials(plan).with_more().done >= 1
