"""What comes out of a printer, on A4 and Letter, from a wide window and from a phone, without background graphics."""

import contextlib
import functools
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.pages.opened_page import opened_voila_page
from tests.pages.servers import PageServer
from widgets.cells.pages import PAGES

WINDOWS = {"wide": (1280, 800), "phone": (390, 844)}
# At most so many sheets; the lists of what the model was held against are long.
MOST_SHEETS = {
    "home": 4,
    "contraction_cycle": 6,
    "low_magnesium_and_cramps": 14,
    "causes_of_cramps": 17,
    "intake_table": 6,
    "supplement_evidence": 16,
    "model_credibility": 26,
}
WITH_SETTINGS = ("contraction_cycle", "low_magnesium_and_cramps", "intake_table", "supplement_evidence")
NOT_ON_PAPER = ("In a moment", "Keep this run", "Undo", "Download", "Show as table", "Choose a set-up", "Play")
COLUMN_PT = (210 - 2 * 15) / 25.4 * 72
COLUMN_PX = (210 - 2 * 15) / 25.4 * 96


class Printed(NamedTuple):
    """A printed page: the text of each sheet, how far down each is inked (0 to 1), and how wide its pictures are."""

    texts: list[str]
    inked: list[float]
    pictures_pt: list[float]


@pytest.fixture(scope="module")
def printed(browser: Browser, voila_server: PageServer) -> Iterator[Callable[[str, str, str], Printed]]:
    """Prints a page, in a format, from a window; each page is opened once."""
    with contextlib.ExitStack() as opened:

        @functools.cache
        def page_named(name: str) -> Page:
            return opened.enter_context(opened_voila_page(browser, voila_server, name, *WINDOWS["wide"]))

        @functools.cache
        def print_page(name: str, paper: str, window: str) -> Printed:
            page = page_named(name)
            width, height = WINDOWS[window]
            page.set_viewport_size({"width": width, "height": height})
            return _read(page.pdf(format=paper, print_background=False))

        yield print_page


def _read(pdf: bytes) -> Printed:
    sheets = list(pypdfium2.PdfDocument(pdf))
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    images = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    bounds = [image.get_bounds() for sheet in sheets for image in sheet.get_objects(filter=[images])]
    return Printed(texts, [_inked(sheet) for sheet in sheets], [right - left for left, _, right, _ in bounds])


def _inked(sheet: pypdfium2.PdfPage) -> float:
    """How far down a sheet something is printed, its number at the foot left out."""
    picture = sheet.render(scale=0.5, grayscale=True).to_pil()
    body = picture.crop((0, 0, picture.width, round(picture.height * 0.94)))
    ink = body.point(lambda tone: 255 if tone < 160 else 0).getbbox()
    return ink[3] / body.height if ink else 0.0


def _flat(text: str) -> str:
    return " ".join(text.split())


PAPERS = (("A4", "wide"), ("A4", "phone"), ("Letter", "phone"))
EVERY = [(name, *paper) for name in PAGES for paper in PAPERS]


@pytest.mark.parametrize(("name", "paper", "window"), EVERY)
def test_no_sheet_is_nearly_empty(printed, name, paper, window):
    sheets = printed(name, paper, window)
    assert len(sheets.texts) <= MOST_SHEETS[name]
    assert [i + 1 for i, share in enumerate(sheets.inked[:-1]) if share < 0.4] == []


@pytest.mark.parametrize(("name", "paper", "window"), EVERY)
def test_paper_says_which_page_this_is(printed, name, paper, window):
    texts = [_flat(text) for text in printed(name, paper, window).texts]
    today = f"{datetime.now():%B} {datetime.now().day}, {datetime.now().year}"
    for said in (
        today,
        f"Version {version('magnesium-muscle-explainer')}",
        f"/voila/render/{name}.ipynb",
        "Name and class",
    ):
        assert said in texts[0]
    assert all(f"Page {i} / {len(texts)}" in text for i, text in enumerate(texts, 1))


@pytest.mark.parametrize(("name", "paper", "window"), EVERY)
def test_paper_has_settings_in_words_and_nothing_to_press(printed, name, paper, window):
    text = _flat(" ".join(printed(name, paper, window).texts))
    assert ("Settings" in text) == (name in WITH_SETTINGS)
    assert [said for said in NOT_ON_PAPER if f" {said} " in f" {text} "] == []


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", ["home", "contraction_cycle"])
def test_the_sarcomere_is_printed_whole_and_as_wide_as_the_column(printed, name, window):
    assert max(printed(name, "A4", window).pictures_pt) == pytest.approx(COLUMN_PT, abs=3)


def test_a_changed_setting_is_said_in_words(open_voila_page):
    page = open_voila_page("contraction_cycle")
    page.locator(".level-tabs input[value=try]").check()
    page.locator("select[data-control=preset]").select_option("single_signal")
    page.wait_for_function("document.querySelector('[data-typed=impulse_rate_Hz]').value === '1'")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    settings = page.locator(".paper-settings")
    assert "usual:" not in settings.text_content()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator(".level-tabs input[value=all]").check()
    page.locator("[data-typed=impulse_rate_Hz]").fill("50")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.querySelector('.control[data-name=impulse_rate_Hz]').classList.contains('changed')"
    )
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert "50 Hz (usual: 1 Hz)" in _flat(settings.text_content())
    # All controls were on show, so paper tells all of them.
    assert settings.locator("li").count() >= page.locator(".control").count()


@pytest.mark.parametrize("window", WINDOWS)
def test_figures_are_drawn_for_the_column_and_afterwards_as_they_were(look_at, window):
    page = look_at("contraction_cycle", *WINDOWS[window])
    drawn = "document.querySelector('.figure-stage .main-svg').clientWidth"
    before = page.evaluate(drawn)
    page.emulate_media(media="print")
    page.wait_for_function(f"Math.abs({drawn} * 0.85 - {COLUMN_PX}) < 3")
    assert page.locator("pattern[id*=hatching]").count() > 0
    page.emulate_media(media="screen")
    page.wait_for_function(f"{drawn} === {before}")
