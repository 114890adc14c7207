"""What is said of trials put together holds the numbers of the tables and owns up to what few trials cannot tell."""

import pytest

from widgets.descriptions.pooling_description import (
    kept_out_in_words,
    left_out_in_words,
    methods_in_words,
    pooled_in_words,
    prediction_in_words,
    published_in_words,
    spread_in_words,
)
from widgets.evidence.pooled_selection import Selection, pooled_selection
from widgets.evidence.trials import pooled_results, trial_outcomes, trial_results, trials


def found(outcome, population=None, **choice):
    selection = Selection(outcome, trial_outcomes()[outcome].measure, population=population, **choice)
    return pooled_selection(selection, trials(), trial_results())


def said(describe, outcome, population=None, **choice):
    return describe(found(outcome, population, **choice), trial_outcomes()[outcome]).replace("\N{NO-BREAK SPACE}", " ")


def test_a_pooled_ratio_is_said_with_its_interval_its_trials_and_its_people():
    text = said(pooled_in_words, "halved", "pregnancy")
    assert "1.42 (from 1.09 to 1.86)" in text
    assert "one trial with 86 people" in text


def test_people_who_had_both_treatments_are_counted_once():
    assert "2 trials with 136 people" in said(pooled_in_words, "cramps_a_week", "older_adults")


def test_where_nothing_can_be_put_together_only_that_and_the_reasons_are_said():
    none = found("change_percent", "older_adults")
    assert said(pooled_in_words, "change_percent", "older_adults").startswith("No trial here has numbers")
    assert "Garrison 2011 stays out. The Cochrane authors had its numbers" in kept_out_in_words(none)
    assert spread_in_words(none) == ""


def test_two_trials_are_said_to_tell_nearly_nothing_of_how_far_trials_differ():
    text = spread_in_words(found("cramps_a_week", "older_adults"))
    assert "I²" in text
    assert "As few as 2 trials say nearly nothing" in text


def test_two_trials_predict_nothing_and_three_give_a_range():
    assert "fewer than three trials" in said(prediction_in_words, "cramps_a_week", "older_adults")
    chosen = found("cramp_free", "pregnancy")
    low = f"{chosen.shown(chosen.pooled.predicted_low):.2f}"
    assert f"from {low} to" in said(prediction_in_words, "cramp_free", "pregnancy")


def test_the_way_advised_now_is_said_to_be_wider_by_as_much_as_it_is():
    now, then = (found("cramp_free", "pregnancy", method=method).pooled for method in ("now", "then"))
    times = (now.high - now.low) / (then.high - then.low)
    assert times > 2
    assert f"{times:.2g} times as wide" in said(methods_in_words, "cramp_free", "pregnancy")


def test_leaving_a_trial_out_is_said_with_what_the_page_then_shows():
    rest = found("cramp_free", "pregnancy", method="fixed", left_out=("dahle_1995",))
    estimate = f"{rest.shown(rest.pooled.estimate):.2f}"
    assert f"Without Dahle 1995: {estimate} (" in said(left_out_in_words, "cramp_free", "pregnancy", method="fixed")


def test_a_trial_that_the_reader_left_out_is_not_blamed_on_its_numbers():
    text = kept_out_in_words(found("cramp_free", "pregnancy", left_out=("dahle_1995",)))
    assert "Dahle 1995 stays out. You left it out." in text


@pytest.mark.parametrize(
    ("row", "printed"),
    [
        ("cochrane_2020_change_percent", "−9.59 % (from −23.14 to 3.97)"),
        ("cochrane_2020_quarter_fewer", "1.04 (from 0.84 to 1.29)"),
        ("cochrane_2020_cramps_a_week", "−0.18 cramps a week (from −0.84 to 0.49)"),
    ],
)
def test_a_printed_value_that_nobody_can_make_again_is_shown_and_says_so(row, printed):
    review = pooled_results()[row]
    chosen, outcome = found(review.outcome, review.population), trial_outcomes()[review.outcome]
    text = published_in_words(review, chosen, outcome).replace("\N{NO-BREAK SPACE}", " ")
    assert printed in text
    assert "cannot be made again from what is published" in text
    assert review.rederived_why in text
    assert ("count here give" in text) == (row == "cochrane_2020_cramps_a_week")


def test_a_printed_value_that_can_be_made_again_says_so():
    review = pooled_results()["luo_2020_halved"]
    text = published_in_words(review, found("halved", "pregnancy"), trial_outcomes()["halved"])
    assert "can be made again from what is published" in text
    assert "gives 1.42 (from 1.09 to 1.86)" in text
