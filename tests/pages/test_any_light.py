"""Every page on a dark ground, in a reader's own colours, and magnified four times. One Python behind each page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.opened_page import opened_voila_page
from tests.pages.page_checks import assert_no_console_errors, axe_violations, width_beyond_the_screen_px
from tests.pages.servers import NOTEBOOKS, PageServer
from widgets.browser.colours import COLOURS

PAGES = sorted(notebook.stem for notebook in NOTEBOOKS.glob("*.ipynb"))
OPEN_FOLDS = "() => { for (const box of document.querySelectorAll('main details')) box.open = true }"
# What is set and what is not, side by side.
STATES = {
    ".page-path [aria-current] .path-number": ".page-path a:not([aria-current]) .path-number",
    ".level-tabs input:checked + span": ".level-tabs input:not(:checked) + span",
    ".choice-buttons [aria-pressed=true]": ".choice-buttons [aria-pressed=false]",
    ".phase[aria-current=step]": ".phase:not([aria-current])",
    "[role=switch]:checked": "[role=switch]:not(:checked):not([aria-disabled=true])",
    "tr.your-row td": "tr:not(.your-row) td",
}
LOOKS = """([one, other]) => [one, other].map((name) => {
  const node = [...document.querySelectorAll(name)].find((found) => found.checkVisibility());
  if (!node) return null;
  const { outline, borderTop, borderBottom, borderLeft, backgroundColor } = getComputedStyle(node);
  return [outline, borderTop, borderBottom, borderLeft, backgroundColor].join();
})"""
BARS = """() => [...document.querySelectorAll("body *")]
  .filter((node) => ["sticky", "fixed"].includes(getComputedStyle(node).position) && node.checkVisibility())
  .filter((node) => node.offsetWidth > innerWidth / 2 && node.offsetHeight > innerHeight / 5)
  .map((node) => node.className)"""
# Of what the keyboard has reached, whether any point shows; null at the end of the page.
REACHED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const own = node.getBoundingClientRect();
  const label = node.closest("label");
  const box = own.width < 3 ? (label ?? node).getBoundingClientRect() : own;
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  const shares = [0.1, 0.5, 0.9];
  const places = shares.flatMap((x) => shares.map((y) => [left + x * (right - left), top + y * (bottom - top)]));
  const shows = right > left && bottom > top && places.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    // A pointer goes through the mark on a figure to what lies below it.
    const stage = node.closest(".figure-mark")?.parentElement;
    return hit && [node, label, stage].some((one) => one?.contains(hit)) || hit?.contains(node);
  });
  return { name: `${node.tagName} ${node.className} ${node.textContent.slice(0, 30)}`, shows };
}"""
# Once what was reached has been brought into sight, within a second.
SOON = f"""async () => {{
  const look = {REACHED};
  const until = performance.now() + 1000;
  for (;;) {{
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const reached = look();
    if (!reached || reached.shows || performance.now() > until) return reached;
  }}
}}"""
MOST_STOPS = 400


@pytest.mark.parametrize("page_name", PAGES, scope="class")
class TestPage:
    @pytest.fixture(scope="class")
    def page(self, browser: Browser, voila_server: PageServer, page_name: str) -> Iterator[Page]:
        with opened_voila_page(browser, voila_server, page_name, 1280, 800) as page:
            yield page

    def test_can_be_dark_and_accessible_at_every_level(self, page):
        choose(page, "dark")
        assert ground(page) == in_numbers(COLOURS["ground"]["dark"])
        levels = page.locator(".level-tabs input")
        found = []
        for level in [level.get_attribute("value") for level in levels.all()] or [None]:
            if level:
                page.locator(f".level-tabs input[value={level}]").check(force=True)
            page.evaluate(OPEN_FOLDS)
            found += axe_violations(page)
        assert found == []

    def test_is_light_again_at_once_and_accessible_with_its_folds_open(self, page):
        choose(page, "light")
        assert ground(page) == in_numbers(COLOURS["ground"]["light"])
        assert axe_violations(page) == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_tells_what_is_set_in_a_readers_own_colours(self, page, scheme):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        looks = {name: page.evaluate(LOOKS, [name, other]) for name, other in STATES.items()}
        page.emulate_media(forced_colors="none", color_scheme="light")
        assert {name for name, (one, other) in looks.items() if one and one == other} == set()

    def test_covers_nothing_that_the_keyboard_reaches_when_magnified_four_times(self, page):
        page.set_viewport_size({"width": 320, "height": 256})
        expect(page.locator("h1").first).to_be_visible()
        assert width_beyond_the_screen_px(page) == 0
        assert page.evaluate(BARS) == []
        assert [stop for key in ("Tab", "Shift+Tab") for stop in covered_stops(page, key)] == []

    def test_complains_of_nothing(self, page):
        assert_no_console_errors(page)


def choose(page: Page, theme: str) -> None:
    page.locator(".site-settings summary").click()
    page.locator(f".theme-choice input[value={theme}]").check()
    page.locator(".site-settings summary").click()
    expect(page.locator("html")).to_have_attribute("data-theme", theme)


def ground(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def in_numbers(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[i : i + 2], 16)) for i in (1, 3, 5))})"


def covered_stops(page: Page, key: str) -> list[str]:
    page.evaluate("(node => { node.tabIndex = -1; node.focus() })(document.querySelector('.site-footer'))")
    if key == "Tab":
        page.evaluate("document.querySelector('.skip-link').focus()")
    covered = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        reached = page.evaluate(SOON)
        if reached is None:
            break
        if not reached["shows"]:
            covered.append(f"{key}: {reached['name']}")
    return covered
