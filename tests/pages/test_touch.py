"""Fingers on the figures, sliders and the sarcomere: who scrolls moves nothing, and who drags is not interrupted."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.pages.cycle_page import CyclePage
from tests.pages.opened_page import opened_voila_page
from tests.pages.page_checks import let_frames_pass
from tests.pages.servers import PageServer
from tests.pages.touch import Place, Touch, line

SCROLLED_PX = "window.scrollY"


@pytest.fixture(scope="module")
def opened(browser: Browser, voila_server: PageServer) -> Iterator[CyclePage]:
    with opened_voila_page(browser, voila_server, "contraction_cycle", 390, 844, touch=True) as page:
        page.add_style_tag(content="html { scroll-behavior: auto !important; }")
        yield CyclePage(page)


@pytest.fixture
def cycle(opened: CyclePage) -> CyclePage:
    opened.reset()
    opened.show_level("see")
    opened.wait_for_still_layout()
    opened.page.evaluate("document.activeElement.blur()")
    return opened


@pytest.fixture
def touch(cycle: CyclePage) -> Touch:
    return Touch(cycle.page)


def time_of(cycle: CyclePage) -> float:
    return float(cycle.page.locator(".part-traces .figure-playhead").get_attribute("aria-valuenow"))


def place_in(node: Locator, across: float, down: float) -> Place:
    """A place in an element, 0 to 1 from its left and its top, with the element in the middle of the screen."""
    node.evaluate("(node) => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = node.bounding_box()
    return box["x"] + across * box["width"], box["y"] + down * box["height"]


def moved(place: Place, across_px: float, down_px: float) -> Place:
    return place[0] + across_px, place[1] + down_px


@pytest.mark.parametrize("part", [".part-traces .figure-stage", ".sarcomere-drawing", ".sarcomere .scrub"])
@pytest.mark.parametrize("sideways_px", [0, 40])
def test_a_finger_that_scrolls_moves_no_clock_and_stops_nothing(cycle, touch, part, sideways_px):
    start = place_in(cycle.page.locator(part), 0.6, 0.5)
    before = time_of(cycle)
    scrolled_before = cycle.page.evaluate(SCROLLED_PX)
    touch.swipe(start, moved(start, sideways_px, -160))
    cycle.assert_soon(lambda: cycle.page.evaluate(SCROLLED_PX) > scrolled_before + 60)
    assert time_of(cycle) == before


@pytest.mark.parametrize("part", [".part-traces .figure-stage", ".sarcomere-drawing"])
def test_a_finger_that_scrolls_while_it_plays_lets_it_play(cycle, touch, part):
    cycle.page.locator(".player-play").click()
    start = place_in(cycle.page.locator(part), 0.5, 0.5)
    before = time_of(cycle)
    touch.swipe(start, moved(start, 12, -140))
    let_frames_pass(cycle.page)
    expect(cycle.page.locator(".player-play")).to_have_attribute("data-playing", "true")
    cycle.assert_soon(lambda: time_of(cycle) > before)
    cycle.page.locator(".player-play").click()


def test_a_finger_that_goes_across_the_figure_moves_the_clock_with_it(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.3, 0.5)
    touch.swipe(start, moved(start, 120, 6))
    cycle.assert_soon(lambda: 380 < time_of(cycle) < 540)


def test_a_drag_goes_on_when_the_finger_wobbles_up_and_down(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.3, 0.5)
    scrolled_before = cycle.page.evaluate(SCROLLED_PX)
    touch.down(start)
    touch.move(*line(start, moved(start, 40, 0)), moved(start, 50, 70), moved(start, 60, -90), moved(start, 120, 0))
    touch.up()
    cycle.assert_soon(lambda: 380 < time_of(cycle) < 540)
    assert cycle.page.evaluate(SCROLLED_PX) == scrolled_before


def test_a_second_finger_takes_no_part_in_a_drag(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.3, 0.5)
    other = moved(start, -20, 90)
    touch.down(start)
    touch.move(*line(start, moved(start, 60, 0)))
    at_sixty = time_of(cycle)
    touch.down(other, finger=1)
    touch.move(moved(other, 100, 0), finger=1)
    assert time_of(cycle) == at_sixty
    touch.up(finger=1)
    touch.move(moved(start, 120, 0))
    touch.up()
    cycle.assert_soon(lambda: 380 < time_of(cycle) < 540)


def test_a_drag_over_the_edge_of_the_screen_ends_at_the_end_of_time(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.6, 0.5)
    touch.down(start)
    touch.move(*line(start, (389, start[1])), (420, start[1]))
    touch.up()
    cycle.assert_soon(lambda: time_of(cycle) > 690)


def test_a_drag_that_the_system_ends_keeps_its_place_and_the_next_one_works(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.3, 0.5)
    touch.down(start)
    touch.move(*line(start, moved(start, 60, 0)))
    reached = time_of(cycle)
    touch.cancel()
    let_frames_pass(cycle.page)
    assert time_of(cycle) == reached
    touch.swipe(start, moved(start, 120, 0))
    cycle.assert_soon(lambda: time_of(cycle) > reached + 60)


def test_a_tap_on_the_figure_sets_the_clock(cycle, touch):
    start = place_in(cycle.page.locator(".part-traces .figure-stage"), 0.6, 0.5)
    touch.down(start)
    touch.up()
    cycle.assert_soon(lambda: 330 < time_of(cycle) < 470)


def test_a_finger_that_scrolls_from_a_sliders_track_leaves_its_value(cycle, touch):
    cycle.show_level("try")
    start = place_in(cycle.slider("impulse_rate_Hz"), 0.7, 0.5)
    before, scrolled_before = cycle.values(), cycle.page.evaluate(SCROLLED_PX)
    touch.swipe(start, moved(start, 10, -160))
    cycle.assert_soon(lambda: cycle.page.evaluate(SCROLLED_PX) > scrolled_before + 60)
    assert cycle.values() == before


def test_a_finger_that_goes_across_a_slider_moves_it_and_nothing_else(cycle, touch):
    cycle.show_level("try")
    # From the run that the page opens with, whose sentence about what changed is short.
    cycle.press("reset")
    cycle.assert_soon(lambda: cycle.values()["impulse_rate_Hz"] == 50)
    cycle.wait_for_still_layout()
    slider = cycle.slider("free_magnesium_mM")
    start = place_in(slider, 0.5, 0.5)
    before, place_before = cycle.values()["free_magnesium_mM"], slider.bounding_box()
    touch.down(start)
    touch.move(*line(start, moved(start, 40, 4)), moved(start, 60, 40))
    touch.up()
    cycle.assert_soon(lambda: cycle.values()["free_magnesium_mM"] > before)
    # The sentence above may grow by a line: the browser then scrolls by whole pixels to keep all in its place.
    assert slider.bounding_box()["y"] == pytest.approx(place_before["y"], abs=1)


def test_a_tap_on_a_slider_sets_it(cycle, touch):
    cycle.show_level("try")
    start = place_in(cycle.slider("impulse_rate_Hz"), 0.5, 0.5)
    touch.down(start)
    touch.up()
    cycle.assert_soon(lambda: 35 < cycle.values()["impulse_rate_Hz"] < 45)
