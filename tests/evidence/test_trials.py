"""The trials of magnesium against cramps, each row whole; a wrong row is named by file, row, column and value."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.stats.contingency import relative_risk

from widgets.evidence.trial_faults import whole_change, whole_pooled_result, whole_result, whole_trial
from widgets.evidence.trials import pooled_results, trial_changes, trial_outcomes, trial_results, trials
from widgets.reference_data.data_package import DataError, Row, read_table

POPULATIONS = ("older_adults", "pregnancy", "liver_disease", "measured_lack", "exercise")
PEOPLE = st.integers(1, 500)
NUMBER = st.floats(-50, 50, allow_nan=False)


def broken(table, **cells):
    """The first row of a table that such a change can be made in, with it."""
    row = next(row for row in read_table(table) if all(row[column] is not None for column in cells))
    return Row(row.file_name, row.number, {**row, **cells})


def result(**cells):
    """A whole row of counts in a trial of 2000 people, changed."""
    counts = {"n_magnesium": 100, "events_magnesium": 40, "n_placebo": 90, "events_placebo": 30}
    row = next(row for row in read_table("trial_results") if row["kind"] == "counts")
    return Row("trial_results.csv", 7, {**row, "effect": None, "low": None, "high": None, **counts, **cells})


def check(row):
    return whole_result(row, {row.text("trial"): 2000}, set(), trial_outcomes())


def named(row_number, column, value):
    return rf"^data/\w+\.csv, row {row_number}, column {column}: '?{value}'? is not allowed; .+\.$"


@pytest.mark.parametrize("population", POPULATIONS)
def test_every_population_of_the_question_has_a_row_in_words(population):
    rows = [pooled for pooled in pooled_results().values() if pooled.population == population]
    assert rows
    assert all(pooled.certainty_why or pooled.estimate is not None for pooled in rows)


def test_for_exercise_the_row_says_that_no_trial_was_found():
    (row,) = [pooled for pooled in pooled_results().values() if pooled.population == "exercise"]
    assert (row.trials, row.people, row.estimate, row.certainty) == (0, 0, None, "none")
    assert "No trial was found" in row.certainty_why


def test_every_trial_has_a_result_or_is_a_report_of_cases():
    with_results = {found.trial for found in trial_results()}
    assert {trial.id for trial in trials().values() if trial.design != "case_reports"} == with_results


def test_results_can_be_asked_by_outcome_and_population():
    found = trial_results(outcome="cramp_free", population="pregnancy")
    assert {trials()[row.trial].study for row in found} >= {"Dahle 1995", "Araujo 2020", "Lahore 2022"}
    assert all(row.outcome == "cramp_free" for row in found)


def test_a_trial_stands_once_among_what_can_be_pooled_for_an_outcome():
    pooled = [(row.trial, row.outcome) for row in trial_results() if row.pooling == "pooled"]
    assert len(pooled) == len(set(pooled))


def test_a_unit_is_that_of_its_outcome():
    assert [row.id for row in trial_results() if row.unit != trial_outcomes()[row.outcome].unit] == []


def test_nothing_stands_from_memory():
    tables = ("trials", "trial_results", "trial_changes", "pooled_results")
    assert {row["checked"] for table in tables for row in read_table(table)} == {"page"}


def test_roffe_helped_is_told_with_its_placebo_arm():
    (helped,) = trial_results(outcome="helped")
    assert (helped.events_magnesium, helped.n_magnesium) == (36, 46)
    assert (helped.events_placebo, helped.n_placebo) == (25, 46)


def test_what_time_alone_did_is_told_for_those_who_got_both_treatments():
    told = {trial.id for trial in trials().values() if trial.period_effect}
    assert told == {trial.id for trial in trials().values() if trial.design == "crossover"}
    assert "0.008" in trials()["roffe_2002"].period_effect


def test_every_outcome_has_a_result_or_the_words_for_why_not():
    assert set(trial_outcomes()) == {row.outcome for row in trial_results()} | {
        pooled.outcome for pooled in pooled_results().values()
    }


def test_every_mark_of_certainty_comes_with_its_reason():
    assert [pooled.id for pooled in pooled_results().values() if not pooled.certainty_why] == []


def test_the_main_outcome_of_roffe_stands_for_each_order():
    rows = {row.id: row for row in trial_results(outcome="cramps_in_four_weeks") if row.trial == "roffe_2002"}
    assert {(row.n_placebo, row.mean_placebo, row.mean_magnesium) for row in rows.values()} == {(29, 9, 5), (17, 8, 9)}
    assert {row.p_value for row in rows.values()} == {"0.07"}


class TestPublishedNumbersAreComputedAgain:
    """The printed interval of a trial follows from its printed arms, by other people's programs."""

    WITH_INTERVAL = tuple(row for row in trial_results() if row.low is not None)

    @pytest.mark.parametrize("row", [row for row in WITH_INTERVAL if row.kind == "counts"], ids=lambda row: row.id)
    def test_a_ratio_and_its_interval(self, row):
        ratio = relative_risk(row.events_magnesium, row.n_magnesium, row.events_placebo, row.n_placebo)
        made = (ratio.relative_risk, *ratio.confidence_interval())
        assert made == pytest.approx((row.effect, row.low, row.high), abs=0.006)

    @pytest.mark.parametrize("row", [row for row in WITH_INTERVAL if row.kind == "means"], ids=lambda row: row.id)
    def test_a_difference_and_its_interval(self, row):
        error = math.hypot(row.sd_magnesium / row.n_magnesium**0.5, row.sd_placebo / row.n_placebo**0.5)
        difference = row.mean_magnesium - row.mean_placebo
        made = (difference, *stats.norm.interval(0.95, difference, error))
        assert made == pytest.approx((row.effect, row.low, row.high), abs=0.03)

    def test_what_is_said_to_be_made_again_is_a_trial_of_the_table(self):
        again = [pooled for pooled in pooled_results().values() if pooled.rederived == "yes"]
        rows = {(row.outcome, row.effect, row.low, row.high) for row in trial_results()}
        assert {(pooled.outcome, pooled.estimate, pooled.low, pooled.high) for pooled in again} <= rows
        assert again


class TestWrongRows:
    @given(events=st.integers(101, 10_000))
    def test_events_above_the_total(self, events):
        with pytest.raises(DataError, match=named(7, "events_magnesium", events)):
            check(result(events_magnesium=events))

    @given(column=st.sampled_from(("n_magnesium", "events_magnesium", "n_placebo", "events_placebo")))
    def test_a_missing_arm_or_number(self, column):
        with pytest.raises(DataError, match=named(7, column, "")):
            check(result(**{column: None}))

    @given(estimate=NUMBER, low=NUMBER, high=NUMBER)
    def test_an_interval_that_does_not_hold_its_effect(self, estimate, low, high):
        row = result(effect=estimate, low=low, high=high)
        if low <= estimate <= high:
            assert check(row) is row
        else:
            with pytest.raises(DataError, match=r"row 7, column effect: .* it must lie in its interval"):
                check(row)

    @pytest.mark.parametrize(("cells", "column"), [({"low": 0.5}, "high"), ({"high": 0.5}, "low")])
    def test_half_an_interval(self, cells, column):
        with pytest.raises(DataError, match=named(7, column, "")):
            check(result(effect=0.5, **cells))

    @pytest.mark.parametrize(("kind", "column"), [("means", "mean_magnesium"), ("medians", "mean_magnesium")])
    def test_a_kind_without_its_numbers(self, kind, column):
        with pytest.raises(DataError, match=named(7, column, "")):
            check(result(kind=kind))

    def test_a_difference_without_one(self):
        with pytest.raises(DataError, match=named(7, "effect", "")):
            check(result(kind="difference"))

    @given(n_magnesium=st.integers(1001, 5000), n_placebo=st.integers(1000, 5000))
    def test_more_people_than_were_randomised(self, n_magnesium, n_placebo):
        with pytest.raises(DataError, match=named(7, "n_magnesium", n_magnesium)):
            check(result(n_magnesium=n_magnesium, n_placebo=n_placebo))

    @pytest.mark.parametrize("column", ["trial", "outcome"])
    def test_a_trial_or_an_outcome_that_is_not_there(self, column):
        row = result(**{column: "nowhere"})
        with pytest.raises(DataError, match=named(7, column, "nowhere")):
            whole_result(row, {"roffe_2002": 73}, set(), trial_outcomes())

    def test_what_cannot_be_pooled_without_a_reason(self):
        with pytest.raises(DataError, match=named(7, "why_not", "")):
            check(result(pooling="not_poolable", why_not=None))

    def test_middle_values_that_are_to_be_pooled(self):
        row = result(kind="medians", mean_magnesium=1.0, mean_placebo=2.0)
        with pytest.raises(DataError, match=named(7, "pooling", "pooled")):
            check(row)

    @given(randomised=PEOPLE, more=PEOPLE)
    def test_more_analysed_than_randomised(self, randomised, more):
        row = broken("trials", randomised=randomised, analysed=randomised + more)
        with pytest.raises(DataError, match=named(row.number, "analysed", randomised + more)):
            whole_trial(row)

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"estimate": 9.0}, "estimate"),
            ({"measure": "none"}, "measure"),
            ({"placebo_unit": None}, "placebo_unit"),
            ({"outcome": "nothing"}, "outcome"),
            ({"low": None}, "low"),
            ({"low": None, "high": None}, "low"),
            ({"measure": "risk_ratio"}, "low"),
            ({"trials": 0}, "people"),
        ],
    )
    def test_a_pooled_result_that_contradicts_itself(self, cells, column):
        whole = next(row for row in read_table("pooled_results") if row["estimate"] is not None)
        row = Row(whole.file_name, whole.number, {**whole, **cells})
        with pytest.raises(DataError, match=rf"^data/pooled_results\.csv, row {whole.number}, column {column}: "):
            whole_pooled_result(row, trial_outcomes())

    def test_a_change_that_is_none(self):
        row = broken("trial_changes", change=1.0)
        with pytest.raises(DataError, match=named(row.number, "change", "")):
            whole_change(Row(row.file_name, row.number, {**row, "change": None, "before": None}), trials())


@pytest.mark.parametrize("change", trial_changes().values(), ids=lambda change: change.id)
def test_a_change_is_what_lies_between_before_and_after(change):
    if None not in (change.before, change.after, change.change):
        assert change.after - change.before == pytest.approx(change.change, abs=0.011)


def test_a_result_that_is_shown_without_its_numbers_is_named():
    with pytest.raises(DataError, match="measured_lack needs an estimate"):
        _ = pooled_results()["measured_lack"].numbers
