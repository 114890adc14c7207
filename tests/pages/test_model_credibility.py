"""The page on the model's credibility in a real browser, served by Voila and opened in JupyterLab."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.credibility_page import CredibilityPage
from tests.pages.page_checks import (
    assert_no_console_errors,
    axe_violations,
    height_of_all_px,
    width_beyond_the_screen_px,
)
from tests.pages.servers import CHECKOUT
from tests.pages.shown_page import page_of_each_server
from widgets.figures.sensitivity_tornado import MOST_ROWS
from widgets.physiology.known_directions import known_directions, shipped_directions
from widgets.physiology.published_results import published_results
from widgets.reference_data.model_parameters import model_parameters

RESULTS = published_results()
FIRST, SECOND = RESULTS[:2]
FIGURES = [".part-chart", ".part-pulls", ".part-tornado"]


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[CredibilityPage]:
    """One open page for all tests of a server."""
    with page_of_each_server(request, browser, "model_credibility") as page:
        yield CredibilityPage(page)


@pytest.fixture
def credibility(opened: CredibilityPage) -> CredibilityPage:
    opened.filter("relation", "all")
    opened.filter("topic", "all")
    opened.assert_soon(lambda: len(opened.drawn_titles()) == len(RESULTS))
    opened.choose_measurement(FIRST.id)
    opened.assert_soon(lambda: opened.card.locator("h3").inner_text() == FIRST.first.title)
    return opened


@pytest.fixture
def phone(look_at) -> CredibilityPage:
    phone = CredibilityPage(look_at("model_credibility", 390, 844))
    phone.unfold()
    return phone


@pytest.fixture(scope="module")
def opened_phone(look_at) -> CredibilityPage:
    """A phone on which the tornado has filled and everything is unfolded."""
    phone = CredibilityPage(look_at("model_credibility", 390, 844))
    phone.unfold()
    phone.start(phone.ranking)
    expect(phone.ranking.get_by_role("status")).to_contain_text("numbers were moved", timeout=60_000)
    phone.page.evaluate("for (const box of document.querySelectorAll('main details')) box.open = true")
    return phone


def test_every_published_result_is_a_row_of_the_chart(credibility):
    assert credibility.drawn_titles() == [result.first.title for result in RESULTS]


def test_the_chart_shows_only_what_was_predicted_when_asked(credibility):
    credibility.filter("relation", "predicted")
    predicted = [result.first.title for result in RESULTS if result.first.relation == "predicted"]
    credibility.assert_soon(lambda: credibility.drawn_titles() == predicted)


def test_the_filter_works_by_keyboard(credibility):
    credibility.page.locator("select[data-filter=relation]").focus()
    credibility.page.keyboard.press("ArrowDown")
    credibility.assert_soon(lambda: len(credibility.drawn_titles()) < len(RESULTS))


def test_the_next_button_tells_the_next_story(credibility):
    credibility.page.get_by_role("button", name="Next result").click()
    expect(credibility.card.locator("h3")).to_have_text(SECOND.first.title)


def test_a_click_on_a_row_tells_its_story(credibility):
    credibility.click_row(4)
    credibility.assert_soon(lambda: credibility.chosen_measurement() == RESULTS[4].id)
    expect(credibility.card.locator("h3")).to_have_text(RESULTS[4].first.title)


def test_the_verdict_is_told_in_words(credibility):
    said = credibility.card.locator(".card-verdict").inner_text().split("\n")[-1]
    assert said.startswith(("Met", "Near", "Missed"))


def test_one_result_can_be_run_again(credibility):
    credibility.page.get_by_role("button", name="Run it again now").click()
    expect(credibility.card.locator(".card-ran")).to_contain_text("Run just now", timeout=20_000)


def test_the_page_answers_while_all_are_run_again_and_stops_when_told(credibility):
    credibility.start(credibility.rerun)
    credibility.assert_soon(lambda: credibility.done(credibility.rerun) >= 2)
    credibility.choose_measurement(SECOND.id)
    expect(credibility.card.locator("h3")).to_have_text(SECOND.first.title)
    expect(credibility.rerun.locator("progress")).to_be_visible()
    credibility.stop(credibility.rerun)
    expect(credibility.rerun.get_by_role("status")).to_contain_text("Stopped after", timeout=20_000)
    expect(credibility.rerun.locator(".main-button")).to_be_focused()


def test_directions_that_fail_are_named_at_once_and_those_that_hold_open_by_key(credibility):
    known = credibility.page.locator(".part-known")
    holding = next(d for d in known_directions() if shipped_directions()[d.id].holds)
    for direction in known_directions():
        if not shipped_directions()[direction.id].holds:
            expect(known.get_by_text(direction.statement, exact=True)).to_be_visible()
    expect(known.get_by_text(holding.statement, exact=True)).to_be_hidden()
    known.locator("[data-group=holds] summary").press("Enter")
    expect(known.get_by_text(holding.statement, exact=True)).to_be_visible()


def test_the_search_finds_constants_by_all_words(credibility):
    credibility.search.fill("pump magnesium")
    assert credibility.parameters_listed()
    assert all("ump" in name for name in credibility.parameters_listed())
    expect(credibility.page.locator(".parameter-found")).to_contain_text(f"of {len(model_parameters())}")
    credibility.search.fill("")
    assert len(credibility.parameters_listed()) == len(model_parameters())


def test_a_search_without_a_match_says_so(credibility):
    credibility.search.fill("unicorn")
    expect(credibility.page.locator(".parameter-found")).to_contain_text("No number")
    credibility.search.fill("")


def test_constants_are_chosen_by_keyboard(credibility):
    credibility.parameter("pump_maximum_rate").focus()
    credibility.page.keyboard.press("ArrowDown")
    ids = list(model_parameters())
    following = model_parameters()[ids[ids.index("pump_maximum_rate") + 1]]
    expect(credibility.parameter_card.locator("h3")).to_have_text(following.name)
    expect(credibility.page.locator(".part-pulls .figure-finding")).to_contain_text(following.name)


def test_the_tornado_fills_and_keeps_what_it_has_when_stopped(credibility):
    credibility.start(credibility.ranking)
    credibility.stop_once(credibility.ranking, 5)
    expect(credibility.ranking.get_by_role("status")).to_contain_text("Stopped after", timeout=20_000)
    expect(credibility.tornado.locator(".figure-finding")).to_contain_text("So far")
    assert credibility.drawn_tornado()


def test_the_whole_tornado_shows_the_strongest(credibility):
    credibility.start(credibility.ranking)
    expect(credibility.ranking.get_by_role("status")).to_contain_text("numbers were moved", timeout=60_000)
    expect(credibility.tornado.locator(".figure-finding")).to_contain_text("nothing matters more")
    credibility.assert_soon(lambda: len(credibility.drawn_tornado()) == MOST_ROWS)


@pytest.mark.parametrize("name", ["contraction_model.sbml.xml", "contraction_model.ant", "physiology_parameters.csv"])
def test_files_of_the_model_can_be_downloaded(credibility, name):
    with credibility.page.expect_download() as download:
        credibility.page.locator(f"[data-file='{name}']").click()
    assert Path(download.value.path()).read_bytes() == (CHECKOUT / "data" / name).read_bytes()


def test_the_results_can_be_downloaded(credibility):
    with credibility.page.expect_download() as download:
        credibility.page.locator("[data-file='model_against_measurement.csv']").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == [
        point.id for result in RESULTS for point in result.points
    ]


def test_the_agreement_of_other_programs_is_a_real_table(credibility):
    table = credibility.page.locator(".part-engines table")
    assert table.locator("caption").inner_text()
    assert table.locator("thead th[scope=col]").count() >= 4
    assert table.locator("tbody th[scope=row]").count() == table.locator("tbody tr").count() > 0


def test_the_list_of_sections_leads_to_each(credibility):
    for button in credibility.page.locator(".section-list button").all():
        button.click()
        heading = credibility.page.locator(".section-button").filter(has_text=button.inner_text())
        expect(heading).to_be_focused()
        expect(heading).to_be_in_viewport()


def test_figures_clip_none_of_their_texts(credibility):
    assert {figure: credibility.clipped_texts(figure) for figure in FIGURES} == {figure: [] for figure in FIGURES}


def test_nothing_was_complained_about_after_all_that(credibility):
    assert_no_console_errors(credibility.page)


def test_nothing_is_clipped_on_a_phone(opened_phone):
    assert width_beyond_the_screen_px(opened_phone.page) == 0
    assert {figure: opened_phone.clipped_texts(figure) for figure in FIGURES} == {figure: [] for figure in FIGURES}


def test_everything_opened_breaks_no_serious_accessibility_rule(opened_phone):
    for button in opened_phone.page.get_by_text("Show as table").filter(visible=True).element_handles():
        button.click()
    assert axe_violations(opened_phone.page) == []


def test_a_row_tapped_on_a_phone_brings_its_story_into_view(phone):
    phone.click_row(len(RESULTS) - 1)
    expect(phone.card.locator("h3")).to_have_text(RESULTS[-1].first.title)
    expect(phone.card.locator("h3")).to_be_in_viewport()


@pytest.mark.parametrize(
    "control_and_answer",
    [
        (".browser-filters", ".part-chart .figure-stage"),
        (".part-chart .figure-stage", ".browser-row", ".card-numbers"),
        (".parameter-list", ".part-pulls .js-plotly-plot"),
        (".parameter-find input[type=search]", ".parameter-list"),
    ],
)
def test_a_small_phone_shows_a_choice_together_with_its_answer(look_at, control_and_answer):
    page = CredibilityPage(look_at("model_credibility", 360, 740))
    page.unfold()
    assert height_of_all_px(page.page, *control_and_answer) <= 740


def test_the_chosen_row_comes_into_view_in_the_chart(phone):
    phone.choose_measurement(RESULTS[-1].id)
    expect(phone.card.locator("h3")).to_have_text(RESULTS[-1].first.title)
    phone.assert_soon(lambda: phone.chart_scrolled_px() > 1000)


def test_a_long_list_shows_its_first_and_all_when_asked(phone):
    missed = phone.page.locator(".part-strengths [data-group=missed]")
    count = missed.locator("li").count()
    expect(missed.locator("li").last).to_be_hidden()
    missed.get_by_role("button", name=f"Show all {count}").click()
    expect(missed.locator("li").last).to_be_visible()


def test_paper_carries_no_controls(phone):
    phone.page.emulate_media(media="print")
    for part in (".section-list", ".browser-filters", ".parameter-find", ".part-rerun", ".download-list"):
        expect(phone.page.locator(f"{part}:visible")).to_have_count(0)
    expect(phone.page.locator(".part-chart .js-plotly-plot")).to_be_visible()
