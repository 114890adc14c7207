import csv

import pytest

from widgets.evidence.cramp_causes import KINDS, ORDERS, SUREST_FIRST, CauseQuestion, causes_asked_for, cramp_causes
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.reference_data.data_package import DATA_FOLDER

CAUSES = cramp_causes()


def test_every_cause_of_the_five_articles_is_there():
    with (DATA_FOLDER / "causes.csv").open(encoding="utf-8", newline="") as file:
        assert list(CAUSES) == [row["id"] for row in csv.DictReader(file)]
    assert len(CAUSES) == 46


def test_asking_for_nothing_gives_every_cause():
    assert {cause.id for cause in causes_asked_for(CauseQuestion())} == set(CAUSES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_causes_and_shows_no_other(kind):
    assert {cause.kind for cause in causes_asked_for(CauseQuestion(kind=kind))} == {kind}


@pytest.mark.parametrize("certainty", SUREST_FIRST)
def test_every_certainty_has_causes_and_shows_no_other(certainty):
    assert {cause.certainty for cause in causes_asked_for(CauseQuestion(certainty=certainty))} == {certainty}


@pytest.mark.parametrize("article", "abcde")
def test_an_article_shows_what_it_names(article):
    found = causes_asked_for(CauseQuestion(article=article))
    assert found
    assert all(article in cause.articles for cause in found)


def test_causes_with_and_without_a_run_are_all_the_causes():
    runs = [causes_asked_for(CauseQuestion(run=run)) for run in ("with", "without")]
    assert sum(map(len, runs)) == len(CAUSES)
    assert all(magnesium_situations()[cause.situation].runnable for cause in runs[0])


def test_filters_narrow_together():
    found = causes_asked_for(CauseQuestion(kind="medicine", certainty="weak"))
    assert {cause.id for cause in found} == {"statins", "loop_diuretics"}


def test_a_question_that_nothing_fits_gives_nothing():
    assert causes_asked_for(CauseQuestion(kind="posture", certainty="strong")) == ()


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_the_same_causes(order):
    assert {cause.id for cause in causes_asked_for(CauseQuestion(order=order))} == set(CAUSES)


def test_the_surest_stand_first():
    places = [SUREST_FIRST.index(cause.certainty) for cause in causes_asked_for(CauseQuestion())]
    assert places == sorted(places)


def test_names_stand_in_the_order_of_the_alphabet():
    names = [cause.name.lower() for cause in causes_asked_for(CauseQuestion(order="name"))]
    assert names == sorted(names)


def test_every_situation_of_a_cause_is_known():
    assert {cause.situation for cause in CAUSES.values()} - {""} <= set(magnesium_situations())


def test_what_magnesium_does_with_weak_kidneys_is_called_harm():
    assert CAUSES["kidney_disease"].magnesium_role == "harmful"


def test_what_only_an_article_says_is_marked_as_very_weak():
    assert {cause.certainty for cause in CAUSES.values() if cause.checked == "claim"} == {"very_weak"}


def test_the_statins_say_both_the_wait_for_aches_and_the_excess_of_the_first_year():
    assert "first year" in CAUSES["statins"].who
    assert "waiting for aches" in CAUSES["statins"].who


@pytest.mark.parametrize("cause", ["low_potassium", "high_potassium", "kidney_disease"])
def test_potassium_tablets_and_salt_substitutes_are_warned_of(cause):
    assert "salt substitutes" in (CAUSES[cause].magnesium_cannot + CAUSES[cause].who).lower()
