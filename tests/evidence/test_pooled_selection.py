"""The published values that can be made again from published numbers, and what a choice of trials leaves out."""

import math
from types import SimpleNamespace

import pytest

from widgets.evidence.pooled_selection import Selection, pooled_selection
from widgets.evidence.trials import pooled_results, trial_outcomes, trial_results
from widgets.evidence.trials import trials as read_trials

ARM = ("n", "mean", "sd", "events")
NUMBERS = (*(f"{what}_{arm}" for arm in ("magnesium", "placebo") for what in ARM), "effect", "low", "high")


def trial(population="pregnancy", design="parallel", salt="citrate", dose=300, risk="unclear"):
    return SimpleNamespace(population=population, design=design, salt=salt, dose_mg_per_day=dose, risk_of_bias=risk)


def row(name, outcome, kind, pooling="pooled", why_not="", **numbers):
    given = {**dict.fromkeys(NUMBERS), **numbers}
    return SimpleNamespace(id=name, trial=name, outcome=outcome, kind=kind, pooling=pooling, why_not=why_not, **given)


def counts(name, outcome, *numbers):
    keys = ("n_magnesium", "events_magnesium", "n_placebo", "events_placebo")
    return row(name, outcome, "counts", **dict(zip(keys, numbers, strict=True)))


def means(name, outcome, *numbers):
    keys = ("n_magnesium", "mean_magnesium", "sd_magnesium", "n_placebo", "mean_placebo", "sd_placebo")
    return row(name, outcome, "means", **dict(zip(keys, numbers, strict=True)))


TRIALS = {
    "dahle": trial(salt="lactate_citrate", dose=366),
    "araujo": trial(),
    "lahore": trial(salt="glycinate"),
    "supakatisant": trial(salt="glycinate"),
    "nygaard": trial(salt="lactate_citrate", dose=360),
    "frusso": trial("older_adults", "crossover", dose=200),
    "roguin_maor": trial("older_adults", salt="oxide", dose=None),
    "garrison": trial("older_adults", salt="sulfate", dose=None),
}
ROWS = (
    counts("dahle", "cramp_free", 34, 11, 35, 2),
    counts("araujo", "cramp_free", 66, 18, 64, 21),
    counts("lahore", "cramp_free", 100, 45, 100, 26),
    counts("supakatisant", "halved", 43, 37, 43, 26),
    counts("supakatisant", "pain_halved", 43, 30, 43, 21),
    means("nygaard", "cramps_in_two_weeks", 21, 9.5, 5.1, 17, 7.7, 4.7),
    means("nygaard", "pain_score", 21, 13.2, 6.5, 17, 11.4, 8.5),
    means("frusso", "cramps_a_week", 42, 2.95, 1.9, 42, 2.775, 1.825),
    means("roguin_maor", "cramps_a_week", 48, 4.44, 5.66, 46, 5.48, 4.93),
    row("garrison", "cramps_a_week", "none", "not_poolable", "Never published."),
)


def found(outcome, measure="risk_ratio", **choice):
    return pooled_selection(Selection(outcome, measure, **choice), TRIALS, ROWS)


def ends(chosen):
    return tuple(
        round(chosen.shown(value), 2) for value in (chosen.pooled.estimate, chosen.pooled.low, chosen.pooled.high)
    )


# Luo 2020 (Cochrane, pregnancy), table 1.
@pytest.mark.parametrize(
    ("outcome", "measure", "only", "published"),
    [
        ("cramp_free", "risk_ratio", "lactate_citrate", (5.66, 1.35, 23.68)),
        ("halved", "risk_ratio", "glycinate", (1.42, 1.09, 1.86)),
        ("pain_halved", "risk_ratio", "glycinate", (1.43, 0.99, 2.06)),
        ("cramps_in_two_weeks", "mean_difference", "lactate_citrate", (1.8, -1.32, 4.92)),
        ("pain_score", "mean_difference", "lactate_citrate", (1.8, -3.1, 6.7)),
    ],
)
@pytest.mark.parametrize("method", ["fixed", "then", "now"])
def test_a_published_result_of_one_trial_is_made_again(outcome, measure, only, published, method):
    chosen = found(outcome, measure, salts=(only,), method=method)
    assert ends(chosen) == pytest.approx(published, abs=0.006)


def test_the_published_cramps_a_week_of_2020_cannot_be_made_again_from_what_was_published():
    chosen = found("cramps_a_week", "mean_difference", method="fixed")
    assert len(chosen.included) == 2
    assert ends(chosen) != (-0.18, -0.84, 0.49)
    assert [row.why for row in chosen.excluded] == ["Never published."]


def test_three_trials_carry_less_as_cochrane_advises_now_than_as_it_was_done():
    then, now = found("cramp_free", method="then").pooled, found("cramp_free", method="now").pooled
    assert now.high - now.low > 2 * (then.high - then.low)


def test_a_crossover_trial_counts_as_two_groups_and_says_so():
    assert [row.as_two_groups for row in found("cramps_a_week", "mean_difference").included] == [True, False]


@pytest.mark.parametrize(
    ("choice", "trial_out", "reason"),
    [
        ({"population": "pregnancy"}, "frusso", "population"),
        ({"salts": ("citrate",)}, "roguin_maor", "salt"),
        ({"dose_mg": (250, 400)}, "frusso", "dose"),
        ({"dose_mg": (250, 400)}, "roguin_maor", "dose_unknown"),
        ({"risks_of_bias": ("low",)}, "frusso", "risk_of_bias"),
        ({"left_out": ("frusso",)}, "frusso", "left_out"),
        ({}, "garrison", "not_poolable"),
    ],
)
def test_what_is_not_in_says_why(choice, trial_out, reason):
    chosen = found("cramps_a_week", "mean_difference", **choice)
    assert {row.trial: row.reason for row in chosen.excluded}[trial_out] == reason
    assert trial_out not in {row.trial for row in chosen.included}


def test_a_trial_without_any_event_is_not_estimable():
    empty = counts("dahle", "halved", 20, 0, 20, 0)
    chosen = pooled_selection(Selection("halved", "risk_ratio"), TRIALS, [empty])
    assert (chosen.pooled, chosen.excluded[0].reason) == (None, "not_estimable")


def test_a_published_ratio_with_its_interval_is_pooled_on_its_logarithm():
    printed = row("dahle", "halved", "difference", effect=1.42, low=1.09, high=1.86)
    chosen = pooled_selection(Selection("halved", "risk_ratio"), TRIALS, [printed])
    assert chosen.pooled.estimate == pytest.approx(math.log(1.42))


def real(outcome, population=None, **choice):
    selection = Selection(outcome, trial_outcomes()[outcome].measure, population=population, **choice)
    return pooled_selection(selection, read_trials(), trial_results())


@pytest.mark.parametrize(
    "review", [row for row in pooled_results().values() if row.rederived == "yes"], ids=lambda row: row.id
)
def test_what_the_tables_say_can_be_made_again_is_made_again_from_them(review):
    only = {result.trial for result in trial_results(review.outcome) if result.effect == review.estimate}
    others = tuple(result.trial for result in trial_results(review.outcome) if only and result.trial not in only)
    chosen = real(review.outcome, review.population, left_out=others)
    assert chosen.pooled.trials == review.trials
    assert ends(chosen) == pytest.approx((review.estimate, review.low, review.high), abs=0.006)


@pytest.mark.parametrize(
    "review",
    [row for row in pooled_results().values() if row.rederived == "no" and row.estimate is not None],
    ids=lambda row: row.id,
)
def test_what_the_tables_say_cannot_be_made_again_lacks_numbers_of_trials(review):
    chosen = real(review.outcome, review.population, method="then")
    assert chosen.pooled is None or len(chosen.included) < review.trials or review.measure != chosen.selection.measure


@pytest.mark.parametrize("outcome", trial_outcomes())
def test_every_row_of_the_tables_is_either_in_or_out_with_a_reason(outcome):
    chosen = real(outcome)
    told = {row.result for row in (*chosen.included, *chosen.excluded)}
    assert told == {row.id for row in trial_results(outcome)}
    assert all(row.why for row in chosen.excluded if row.reason == "not_poolable")
    assert not [row.result for row in chosen.excluded if row.reason == "not_estimable"]
