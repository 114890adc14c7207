"""Simulated trials on the page of trials, as a reader sets them, in a real browser served by Voila."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pages.shown_page import ShownPage
from widgets.simulated_trials.many_trials import TRIALS

PEOPLE, COUNTS = ".part-everybody_better", ".part-everybody_better_counts"
LINE = """([part, line]) => document.querySelector(`${part} .js-plotly-plot`).data
    .filter(({ meta }) => meta?.line === line).flatMap(({ y }) => [...y])"""
BARS = """(part) => document.querySelector(`${part} .js-plotly-plot`).data
    .filter(({ type }) => type === "bar").flatMap(({ y }) => [...y]).reduce((sum, y) => sum + y, 0)"""


class TrialsOnPage(ShownPage):
    """What the tests do with the section."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.unfold()
        self.people, self.counts = page.locator(PEOPLE), page.locator(COUNTS)
        self.question = self.people.locator(".prediction")

    def line(self, name: str) -> list[float]:
        return self.page.evaluate(LINE, [PEOPLE, name])

    def set(self, control: str, value: float) -> None:
        self.typed(control).fill(f"{value:g}")
        self.typed(control).press("Enter")

    def note(self, key: str):
        return self.page.locator(f".part-everybody_better_notes .note[data-note={key}]")


@pytest.fixture
def trials(look_at) -> TrialsOnPage:
    """The section as it opens, its question not yet answered."""
    trials = TrialsOnPage(look_at("supplement_evidence"))
    if trials.question.locator(".prediction-again").is_visible():
        trials.question.locator(".prediction-again").click()
    trials.page.locator(".part-everybody_better_controls [data-action=reset]").click()
    expect(trials.typed("trial_number")).to_have_value("1")
    # Nothing is counted before a reader comes near.
    trials.counts.scroll_into_view_if_needed()
    return trials


def test_the_answer_comes_once_somebody_has_said_what_they_expect(trials):
    expect(trials.people.locator(".figure-finding:visible")).to_contain_text("person by person")
    expect(trials.note("with_control")).to_have_count(0)
    trials.question.get_by_role("button", name="They stay the same").click()
    expect(trials.question).to_contain_text("You expected: They stay the same")
    expect(trials.people.locator(".figure-finding:visible")).to_contain_text("Both groups got better")
    expect(trials.note("with_control")).to_be_visible()


def test_a_slider_is_followed_by_the_people_at_once_and_by_a_thousand_trials(trials):
    before = trials.line("people_mean_magnesium")
    trials.set("trial_effect_percent", 60)
    trials.assert_soon(lambda: trials.line("people_mean_magnesium")[1] < before[1])
    expect(trials.counts.locator(".figure-finding")).to_contain_text(
        re.compile(rf"Of {TRIALS} such trials, \d+ conclude")
    )
    assert trials.page.evaluate(BARS, COUNTS) == TRIALS


def test_other_people_join_at_a_press(trials):
    before = trials.line("people_mean_placebo")
    trials.page.locator("[data-choice=again]").press("Enter")
    expect(trials.typed("trial_number")).to_have_value("2")
    trials.assert_soon(lambda: trials.line("people_mean_placebo") != before)


def test_counting_can_be_stopped_and_taken_up_again(trials):
    stop = trials.page.locator("[data-choice=stop]")
    stop.click()
    expect(stop).to_have_attribute("aria-pressed", "true")
    trials.set("trial_people_per_arm", 400)
    expect(trials.counts.locator(".figure-finding")).to_have_text(
        "How often would such trials conclude that magnesium works?"
    )
    stop.click()
    expect(trials.counts.locator(".figure-finding")).to_contain_text(f"Yet of {TRIALS} such trials")


def test_the_numbers_of_all_trials_can_be_taken_along(trials):
    expect(trials.counts.locator(".figure-finding")).to_contain_text(f"of {TRIALS} such trials")
    with trials.page.expect_download() as download:
        trials.counts.get_by_role("button", name="Download CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    rows = list(csv.DictReader(line for line in io.StringIO(text) if not line.startswith("#")))
    assert len(rows) == TRIALS


def test_on_a_phone_the_question_stands_above_the_picture(look_at):
    page = TrialsOnPage(look_at("supplement_evidence", 390, 844))
    question, stage = page.question.bounding_box(), page.people.locator(".figure-stage").bounding_box()
    assert question["y"] + question["height"] <= stage["y"]
