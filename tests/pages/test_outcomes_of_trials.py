"""Every trial with its row, on the page of trials, in a real browser."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.page_checks import width_beyond_the_screen_px
from tests.pages.shown_page import ShownPage


class OutcomesOnPage(ShownPage):
    """What the tests do with the section."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.plot = page.locator(".forest-plot")
        self.together = self.plot.locator(".forest-summary[data-kind=pooled] .forest-effect")

    def choose(self, control: str, value: str) -> None:
        self.page.locator(f"select[data-control={control}]").select_option(value)

    def trial(self, name: str) -> Locator:
        return self.plot.locator(".forest-trial").filter(has_text=name)

    def width_of_interval(self) -> float:
        ends = re.findall(r"[−\d.]+", self.together.inner_text().split("(")[1])
        low, high = (float(end.replace("−", "-")) for end in ends[:2])
        return high - low


def opened(page: Page) -> OutcomesOnPage:
    outcomes = OutcomesOnPage(page)
    outcomes.unfold()
    outcomes.choose("trial_population", "older_adults")
    expect(outcomes.trial("Frusso 1999")).to_be_visible()
    outcomes.choose("pooling_method", "now")
    outcomes.plot.get_by_role("button", name="Count every trial").click()
    expect(outcomes.together).to_be_visible()
    return outcomes


@pytest.fixture
def outcomes(look_at) -> OutcomesOnPage:
    return opened(look_at("supplement_evidence"))


def test_a_trial_opens_by_keyboard_and_says_who_took_part(outcomes):
    name = outcomes.plot.get_by_role("button", name="Roguin Maor 2017")
    name.press("Enter")
    expect(name).to_have_attribute("aria-expanded", "true")
    expect(outcomes.plot.locator(".forest-more:visible")).to_contain_text("Capsules that look alike")
    name.press("Enter")
    expect(outcomes.plot.locator(".forest-more:visible")).to_have_count(0)


def test_a_trial_is_left_out_and_counted_again_by_keyboard(outcomes):
    before = outcomes.together.inner_text()
    box = outcomes.plot.get_by_role("checkbox", name="Count Frusso 1999")
    box.press("Space")
    expect(outcomes.together).not_to_have_text(before)
    expect(outcomes.trial("Frusso 1999")).to_have_attribute("data-state", "left_out")
    expect(box).to_be_focused()
    box.press("Space")
    expect(outcomes.together).to_have_text(before)


def test_what_is_advised_now_is_wider_than_what_was_done_then(outcomes):
    now, before = outcomes.width_of_interval(), outcomes.together.inner_text()
    outcomes.choose("pooling_method", "then")
    expect(outcomes.together).not_to_have_text(before)
    assert now > outcomes.width_of_interval()


def test_the_axis_stays_while_the_trials_that_count_change(outcomes):
    ticks = outcomes.plot.locator(".forest-ticks")
    before, together = ticks.inner_text(), outcomes.together.inner_text()
    outcomes.plot.get_by_role("checkbox", name="Count Roguin Maor 2017").press("Space")
    expect(outcomes.together).not_to_have_text(together)
    assert ticks.inner_text() == before


def test_in_sport_there_is_no_row_and_it_says_so(outcomes):
    outcomes.choose("trial_population", "exercise")
    expect(outcomes.plot.locator(".forest-nothing")).to_contain_text("No trial was found")
    expect(outcomes.plot.locator(".forest-trial")).to_have_count(0)


def test_on_a_phone_no_row_reaches_beyond_the_screen(look_at):
    outcomes = opened(look_at("supplement_evidence", 390, 844))
    assert width_beyond_the_screen_px(outcomes.page) == 0
    expect(outcomes.trial("Frusso 1999").locator(".forest-box")).to_be_visible()
