"""The part that shows the mathematics, alone on a page of a real browser."""

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.page_checks import assert_no_console_errors, axe_violations, watch
from widgets.browser.bundle import bundle
from widgets.explorers.model_credibility.model_mathematics import ModelMathematics, mathematics_in_sections

TRAITS = ("heading", "introduction", "sections", "opened", "words")
PAGE = """<!doctype html><html lang="en"><title>Mathematics</title><style>{style}</style>
<main class="explainer"><h1>Model</h1><div id="part"></div></main></html>"""
START = """async ([code, state]) => {
  const part = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
  state.sections = Uint8Array.from(atob(state.sections), (one) => one.charCodeAt(0));
  const model = { get: (name) => state[name], on() {}, off() {} };
  part.default.render({ model, el: document.getElementById("part"), signal: new AbortController().signal });
}"""


def text_of(name: str) -> str:
    return bundle(name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def state() -> dict:
    part = ModelMathematics()
    traits = {name: getattr(part, name) for name in TRAITS}
    return traits | {"sections": base64.b64encode(part.sections).decode()}


def opened_part(browser: Browser, state: dict, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 844})
    watch(page)
    page.set_content(PAGE.format(style=text_of("explorer_page.css") + text_of("model_mathematics.css")))
    page.evaluate(START, [text_of("model_mathematics.js"), state])
    page.wait_for_selector("#part[data-drawn]")
    return page


@pytest.fixture
def part(browser, state) -> Iterator[Page]:
    page = opened_part(browser, state, 1280)
    yield page
    assert_no_console_errors(page)
    page.close()


@pytest.fixture
def phone(browser, state) -> Iterator[Page]:
    page = opened_part(browser, state, 390)
    yield page
    page.close()


def shown_entries(page: Page) -> list[str]:
    return page.locator(".entry:visible").evaluate_all("entries => entries.map(entry => entry.dataset.id)")


def entries_with(name: str) -> list[str]:
    entries = [entry for section in mathematics_in_sections() for entry in section["entries"]]
    return [entry["id"] for entry in entries if any(name in line.get("text", "") for line in entry["lines"])]


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(section => section.open = true)")


def test_the_reactions_are_open_at_first(part):
    assert part.locator("details[open]").evaluate_all("all => all.map(one => one.dataset.section)") == ["reaction"]


def test_finding_shows_what_holds_the_name_and_nothing_else(part):
    part.get_by_label("Find a name").fill("Calsequestrin")
    assert shown_entries(part) == entries_with("calsequestrin")


def test_what_was_found_is_counted_aloud(part):
    part.get_by_label("Find a name").fill("calsequestrin")
    total = sum(len(section["entries"]) for section in mathematics_in_sections())
    count = len(entries_with("calsequestrin"))
    expect(part.get_by_role("status")).to_have_text(f"{count} of {total} have this name in them.")


def test_a_name_that_is_nowhere_is_said_to_be_nowhere(part):
    part.get_by_label("Find a name").fill("unicorn")
    expect(part.get_by_role("status")).to_have_text("No reaction or equation has this name in it.")


def test_clearing_the_box_brings_everything_back_as_it_was(part):
    box = part.get_by_label("Find a name")
    box.fill("calsequestrin")
    box.fill("")
    assert part.locator("details[open]").evaluate_all("all => all.map(one => one.dataset.section)") == ["reaction"]
    expect(part.locator("details:visible")).to_have_count(len(mathematics_in_sections()))


def test_a_section_opens_with_the_keyboard(part):
    part.get_by_label("Find a name").press("Tab")
    part.keyboard.press("Enter")
    expect(part.locator("details[open]")).to_have_count(0)


def test_a_screen_reader_hears_a_formula_in_plain_words(part):
    part.get_by_label("Find a name").fill("calsequestrin")
    spoken = part.locator("#part").aria_snapshot()
    section = next(one for one in mathematics_in_sections() if one["key"] == "settled_before")
    entry = next(one for one in section["entries"] if one["id"] == "store_calcium_at_rest")
    assert entry["lines"][0]["text"] in spoken


def test_everything_passes_the_rules_of_access(part):
    open_all(part)
    assert axe_violations(part) == []


def test_every_formula_fits_a_wide_page(part):
    open_all(part)
    assert (
        part.locator(".formula").evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1)") == []
    )


def test_a_phone_never_scrolls_sideways_as_a_whole(phone):
    open_all(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_formula_too_wide_for_a_phone_scrolls_by_keyboard(phone):
    open_all(phone)
    phone.wait_for_selector(".formula[tabindex='0']")
    wide = "all => all.filter(one => one.scrollWidth > one.clientWidth + 1 && one.tabIndex !== 0)"
    assert phone.locator(".formula").evaluate_all(wide) == []


def test_a_phone_gets_shorter_lines(part, phone):
    rows = "[data-section=reaction] mtr"
    assert phone.locator(rows).count() > part.locator(rows).count()
