"""The contraction page for phones, keyboards, screen readers and people who want less motion."""

import pytest
from playwright.sync_api import Page, expect

from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import READY
from tests.pages.page_checks import axe_violations, let_frames_pass, width_beyond_the_screen_px

LEVELS = ["see", "try", "all"]
FOCUS = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    const shown = e.matches(".level-tabs input") ? getComputedStyle(e.nextElementSibling) : style;
    return { name: e.id || e.className || e.tagName, inside: !!e.closest(".explainer"),
             focus: parseFloat(shown.outlineWidth) >= 3 && shown.outlineStyle !== "none",
             label: e.labels?.[0]?.textContent ?? e.getAttribute("aria-label") ?? e.textContent };
}"""


def walk_by_tab(page: Page, most: int = 250) -> list[dict]:
    """Every place that Tab reaches in the explorer, in order."""
    page.locator(".explainer").evaluate("(e) => { e.tabIndex = -1; e.focus(); }")
    places = []
    for _ in range(most):
        page.keyboard.press("Tab")
        place = page.evaluate(FOCUS)
        if not place["inside"]:
            break
        places.append(place)
    return places


@pytest.fixture
def page(look_at) -> Page:
    return look_at("contraction_cycle")


@pytest.fixture
def phone(look_at) -> Page:
    return look_at("contraction_cycle", 390, 844)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("screen", ["page", "phone"])
def test_axe_finds_nothing_serious(request, level, screen):
    page = request.getfixturevalue(screen)
    CyclePage(page).show_level(level)
    assert axe_violations(page) == []


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_sticks_out_on_a_phone(phone, level):
    CyclePage(phone).show_level(level)
    assert width_beyond_the_screen_px(phone) == 0


@pytest.mark.parametrize("level", LEVELS)
def test_every_place_that_tab_reaches_shows_its_focus_and_has_a_name(page, level):
    CyclePage(page).show_level(level)
    places = walk_by_tab(page)
    assert len(places) > 5
    assert [place["name"] for place in places if not place["focus"]] == []
    assert [place for place in places if not (place["label"] or "").strip()] == []


def test_the_page_can_be_used_by_keyboard_alone(open_voila_page):
    cycle = CyclePage(open_voila_page("contraction_cycle"))
    page = cycle.page
    page.locator(".level-tabs input[value=see]").focus()
    page.keyboard.press("ArrowRight")
    while page.evaluate("document.activeElement.dataset.control") != "impulse_rate_Hz":
        page.keyboard.press("Tab")
    page.keyboard.press("PageUp")
    cycle.assert_soon(lambda: "Nerve signals" in cycle.changed.inner_text())
    assert cycle.values()["impulse_rate_Hz"] == 60


def test_a_slider_tells_its_value_with_its_unit(page):
    cycle = CyclePage(page)
    cycle.reset()
    cycle.slider("free_magnesium_mM").press("ArrowLeft")
    expect(cycle.slider("free_magnesium_mM")).to_have_attribute("aria-valuetext", "0.5\N{NO-BREAK SPACE}mM")


def test_targets_are_large_enough_for_fingers(phone):
    CyclePage(phone).show_level("try")
    buttons = phone.locator(
        ".explainer .quiet-button:visible, .explainer .level-tabs label:visible, .explainer input[type=range]:visible"
    )
    assert min(button.bounding_box()["height"] for button in buttons.all()) >= 44


def test_less_motion_means_that_nothing_plays_by_itself(open_voila_page):
    page = open_voila_page("contraction_cycle", wait_until_ready=False)
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    page.wait_for_function(READY)
    before = CyclePage(page).sarcomere()["timeMs"]
    let_frames_pass(page)
    assert CyclePage(page).sarcomere()["timeMs"] == before
