"""Every page in the pseudo-language: accented, 40 % longer, from right to left. One Python behind each page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.explorers.learner_text import left_words
from tests.pages.opened_page import opened_voila_page
from tests.pages.page_checks import axe_violations
from tests.pages.servers import NOTEBOOKS
from widgets.reference_data.language import PSEUDO

PAGES = sorted(notebook.stem for notebook in NOTEBOOKS.glob("*.ipynb"))
SHOWN_TEXT = (Path(__file__).parent / "shown_text.js").read_text(encoding="utf-8")
SCREEN = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
# What can be folded away is opened, so that everything that the page can say is read.
OPEN_EVERYTHING = """() => {
    document.querySelector(".level-tabs input[value=all]")?.click();
    for (const box of document.querySelectorAll("details")) box.open = true;
}"""
TWO_DRAWINGS = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 400))))"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one page shows, as `shown_text.js` reads it, folded and opened, at two widths."""

    language: str
    direction: str
    looks: dict[str, dict[str, Any]]
    axe: list[str]

    def all(self, what: str) -> list[str]:
        """Everything of one kind that any look has found, without repetitions."""
        found = [f"{look}: {item}" for look, read in self.looks.items() for item in read[what]]
        return list(dict.fromkeys(found))


@pytest.fixture(scope="module", params=PAGES)
def opened(request, browser, voila_server) -> Seen:
    looks, axe = {}, []
    asked = f"?language={PSEUDO}"
    with opened_voila_page(browser, voila_server, request.param, **SCREEN, query=asked) as page:

        def look(name: str) -> None:
            page.evaluate(TWO_DRAWINGS)
            looks[name] = page.evaluate(SHOWN_TEXT)

        look("screen")
        axe += axe_violations(page)
        page.set_viewport_size(PHONE)
        look("phone")
        axe += axe_violations(page)
        page.evaluate(OPEN_EVERYTHING)
        look("phone, opened")
        page.set_viewport_size(SCREEN)
        look("screen, opened")
        said = page.evaluate("[document.documentElement.lang, document.documentElement.dir]")
    return Seen(*said, looks, axe)


def test_page_says_its_language_and_direction(opened):
    assert (opened.language, opened.direction) == (PSEUDO, "rtl")


@pytest.mark.parametrize("kind", ["texts", "names"])
def test_nothing_is_left_in_english(opened, kind):
    said = {tuple(item) for look in opened.looks.values() for item in look[kind]}
    left = [f"{place}: {text}" for place, text in sorted(said) if left_words(text)]
    assert not left, "\n".join(left)


def test_nothing_is_cut_off(opened):
    assert not opened.all("cut"), "\n".join(opened.all("cut"))


def test_numbers_stand_before_their_units(opened):
    assert not opened.all("disordered"), "\n".join(opened.all("disordered"))


def test_figures_and_formulas_run_from_left_to_right(opened):
    assert not opened.all("notLeftToRight"), "\n".join(opened.all("notLeftToRight"))


def test_page_cannot_be_pushed_sideways(opened):
    assert {name: look["beyondTheScreen_px"] for name, look in opened.looks.items() if look["beyondTheScreen_px"]} == {}


def test_page_breaks_no_serious_accessibility_rule(opened):
    assert opened.axe == []
