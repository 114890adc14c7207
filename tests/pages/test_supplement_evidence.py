"""The page of trials in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.pages.page_checks import width_beyond_the_screen_px
from tests.pages.seen_together import seen_share
from tests.pages.shown_page import ShownPage
from widgets.evidence.open_questions import open_questions
from widgets.evidence.other_treatments import other_treatments, treatment_results


def treatment(page: Page, name: str) -> Locator:
    return page.locator(f"[data-treatment={name}]")


def choose_treatment(page: Page, name: str) -> Locator:
    """Chooses a treatment by its label, and gives its card."""
    treatment(page, name).locator("xpath=..").click()
    expect(treatment(page, name)).to_be_checked()
    card = page.locator(".treatment-card")
    expect(card.locator("h3")).to_have_text(other_treatments()[name].name)
    return card


@pytest.fixture
def treatments(look_at) -> Page:
    page = look_at("supplement_evidence")
    ShownPage(page).unfold()
    choose_treatment(page, "quinine")
    return page


def test_quinine_is_told_with_its_groups_its_harm_and_two_regulators(treatments):
    card = treatments.locator(".treatment-card")
    expect(card).to_contain_text("8.8 with dummy tablets, 6.35 with the treatment")
    expect(card).to_contain_text("United States (FDA)")
    expect(card).to_contain_text("United Kingdom (MHRA)")
    expect(treatments.locator(".treatment-arms .js-plotly-plot")).to_be_visible()


def test_side_effects_are_people_one_can_count_where_people_were_counted(treatments):
    expect(treatments.locator(".treatment-people")).to_contain_text("13 of 100")
    choose_treatment(treatments, "stretching")
    expect(treatments.locator(".treatment-people")).to_be_hidden()


def test_a_treatment_whose_groups_are_not_told_has_no_picture_and_says_what_is_open(treatments):
    card = choose_treatment(treatments, "b_vitamins")
    expect(treatments.locator(".treatment-arms .figure-stage")).to_be_hidden()
    expect(card).to_contain_text("no number is shown")
    choose_treatment(treatments, "vitamin_k2")
    expect(treatments.locator(".treatment-arms .figure-finding")).to_contain_text("3.63 with dummy capsules")


def test_treatments_are_chosen_by_keyboard_and_taken_back(treatments):
    choose_treatment(treatments, "vitamin_k2")
    treatment(treatments, "vitamin_k2").press("ArrowDown")
    expect(treatments.locator(".treatment-card h3")).to_have_text(other_treatments()["stretching"].name)
    treatments.keyboard.press("Control+z")
    expect(treatment(treatments, "vitamin_k2")).to_be_checked()


def test_all_results_of_a_treatment_fold_out(treatments):
    card = choose_treatment(treatments, "stretching")
    card.locator(".treatment-results summary").click()
    expect(card.locator(".treatment-results li")).to_have_count(len(treatment_results("stretching")))


def test_on_a_phone_the_choice_and_its_picture_are_on_one_screen(look_at):
    page = look_at("supplement_evidence", 390, 844)
    ShownPage(page).unfold()
    choose_treatment(page, "quinine")
    page.locator(".treatment-list").evaluate("(list) => list.scrollIntoView({ block: 'start', behavior: 'instant' })")
    assert seen_share(page.locator(".treatment-arms .figure-finding")) >= 0.9
    assert width_beyond_the_screen_px(page) == 0


def test_every_missing_trial_has_its_row(treatments):
    rows = treatments.locator(".part-open_questions tbody th")
    expect(rows).to_have_count(len(open_questions()))
