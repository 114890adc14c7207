"""On a phone a control and the picture that answers it are on the screen together, on every page of the path."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.seen_together import places_seen, seen_share, watch_places
from tests.pages.servers import PageServer
from tests.pages.shown_page import ShownPage

PHONES = [(390, 844), (360, 740)]
BEFORE_IT_STAYS_MS = 900
# What was pressed before may still be on its way; what it says may be a line longer.
UNTIL_IT_SAYS_SO_MS = 400


@dataclass(frozen=True, slots=True)
class Pair:
    """A control, the picture that answers it, and how much of the picture must be seen while the control is used.

    `level` is the level of the page at which the control is on show, where there are levels. A control that is pressed
    may first move the page up to its picture; one that is moved may not.
    """

    page: str
    control: str
    picture: str
    level: str = ""
    pressed: bool = False
    share: float = 0.95


# Who adds a control or a picture to a page adds its line here.
PAIRS = [
    Pair("contraction_cycle", "[data-action=send_short_burst]", ".sarcomere-drawing", "see", pressed=True),
    Pair("contraction_cycle", "[data-action=send_single_signal]", ".sarcomere-drawing", "see", pressed=True),
    *(
        Pair("contraction_cycle", ".player-play", ".sarcomere-drawing", level, pressed=True)
        for level in ("see", "try", "all")
    ),
    *(
        Pair("contraction_cycle", f"input[data-control={name}]", ".part-force .figure-stage", level)
        for level in ("try", "all")
        for name in ("impulse_rate_Hz", "free_magnesium_mM", "pump_activity")
    ),
    *(
        Pair("intake_table", f"[data-control={name}]", ".part-strips .figure-stage")
        for name in (
            "age_years",
            "sex",
            "magnesium_from_food_mg",
            "magnesium_from_supplements_mg",
            "authority",
        )
    ),
    *(
        Pair("supplement_evidence", control, ".part-missing_arm .people-groups")
        for control in ("input[data-control=expected_placebo_percent]", "[data-choice=answer]")
    ),
    Pair("low_magnesium_and_cramps", "[data-control=free_magnesium_mM]", ".part-cell_pull .figure-stage"),
    *(
        Pair("low_magnesium_and_cramps", control, ".part-nerve_traces .figure-stage")
        for control in ("[data-control=plasma_magnesium_mM]", "[data-choice='0.45']", "[data-choice=stretch_3]")
    ),
    *(
        Pair("supplement_evidence", f"[data-control={name}]", ".part-everybody_better .figure-stage")
        for name in ("trial_effect_percent", "trial_design", "trial_noticing_percent")
    ),
    Pair("supplement_evidence", "[data-choice=again]", ".part-everybody_better .figure-stage", pressed=True),
]


@pytest.fixture(scope="module")
def on_phone(browser: Browser, voila_server: PageServer) -> Iterator[Callable[[str, int, int], Page]]:
    """Gives a page on a phone, opened once for all of its pairs."""
    opened: dict[tuple[str, int, int], tuple[object, Page]] = {}

    def open_page(name: str, width: int, height: int) -> Page:
        if (name, width, height) not in opened:
            window = opened_voila_page(browser, voila_server, name, width, height, touch=True)
            page = window.__enter__()
            page.add_style_tag(content="html { scroll-behavior: auto !important; }")
            ShownPage(page).unfold()
            opened[name, width, height] = window, page
        return opened[name, width, height][1]

    yield open_page
    for window, _ in opened.values():
        window.__exit__(None, None, None)


def use(page: Page, pair: Pair) -> None:
    """Goes to a control as a reader does that scrolls down to it, and uses it where it is a button."""
    if pair.level:
        CyclePage(page).show_level(pair.level)
        page.wait_for_timeout(UNTIL_IT_SAYS_SO_MS)
    control = page.locator(pair.control).first
    page.evaluate("window.scrollTo(0, 0)")
    control.focus()
    control.evaluate("(node) => node.scrollIntoView({ block: 'nearest' })")
    if pair.pressed:
        control.click()
        page.wait_for_timeout(BEFORE_IT_STAYS_MS)


@pytest.mark.parametrize(("width", "height"), PHONES)
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.page} {pair.level} {pair.control}")
def test_control_and_picture_are_seen_together(on_phone, pair, width, height):
    page = on_phone(pair.page, width, height)
    use(page, pair)
    control, picture = page.locator(pair.control).first, page.locator(pair.picture).first
    if pair.pressed and "player-play" in pair.control:
        picture.evaluate("(node) => node.scrollIntoView({ block: 'start' })")
    seen = {"control": seen_share(control), "picture": seen_share(picture)}
    if "player-play" in pair.control:
        control.click()
    # A corner may lie below the larger target of the button beside it.
    assert seen["control"] >= 0.8, seen
    assert seen["picture"] >= pair.share, seen


@pytest.mark.parametrize("level", ["see", "try", "all"])
def test_neither_button_nor_picture_moves_while_it_plays(on_phone, level):
    page = on_phone("contraction_cycle", 390, 844)
    cycle = CyclePage(page)
    cycle.show_level(level)
    play = page.locator(".player-play")
    play.scroll_into_view_if_needed()
    page.wait_for_timeout(BEFORE_IT_STAYS_MS)
    watch_places(page, play, page.locator(".sarcomere-drawing"), page.locator(".part-traces"))
    play.click()
    page.wait_for_timeout(3000)
    play.click()
    page.wait_for_timeout(300)
    assert [len(places) for places in places_seen(page)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("name", "slider", "picture"),
    [
        ("contraction_cycle", "free_magnesium_mM", ".part-force .figure-stage"),
        ("intake_table", "magnesium_from_food_mg", ".part-strips .figure-stage"),
    ],
)
def test_neither_slider_nor_picture_moves_while_a_slider_does(on_phone, name, slider, picture):
    page = on_phone(name, 390, 844)
    if name == "contraction_cycle":
        CyclePage(page).show_level("try")
    moved = page.locator(f"input[data-control={slider}]")
    moved.focus()
    watch_places(page, moved, page.locator(picture))
    for key in ["PageDown"] * 3 + ["PageUp"] * 5:
        moved.press(key)
        page.wait_for_timeout(150)
    page.locator("[data-action=keep]").evaluate("(button) => button.click()")
    moved.press("PageDown")
    page.wait_for_timeout(600)
    assert [len(places) for places in places_seen(page)] == [1, 1]
    page.locator("[data-action=reset]").evaluate("(button) => button.click()")


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("level", ["see", "try", "all"])
def test_on_a_laptop_play_and_the_sarcomere_are_above_the_fold(look_at, level, width, height):
    page = look_at("contraction_cycle", width, height)
    cycle = CyclePage(page)
    if level != "see":
        cycle.show_level(level)
        page.locator("select[data-control=preset]").select_option("smooth_pull")
    cycle.show_level(level)
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(600)
    assert seen_share(page.locator(".sarcomere-drawing")) == 1
    assert seen_share(page.locator(".player-play")) == 1


def test_in_a_narrow_column_of_jupyterlab_slider_and_force_are_seen_together(browser, jupyterlab_server):
    with opened_jupyterlab_page(browser, jupyterlab_server, "contraction_cycle", 560, 800) as page:
        cycle = CyclePage(page)
        cycle.show_level("all")
        slider, force = page.locator("input[data-control=pump_activity]"), page.locator(".part-force .figure-stage")

        def seen_by_who_goes_there() -> bool:
            # Again and again: what the level brought on show may still push the slider away.
            slider.evaluate("(node) => { node.blur(); node.focus(); }")
            return seen_share(slider) >= 0.9 and seen_share(force) >= 0.95

        cycle.assert_soon(seen_by_who_goes_there)
