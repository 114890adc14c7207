"""The page of causes in a real browser, served by Voila and opened in JupyterLab."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.causes_page import CausesPage
from tests.pages.opened_page import READY, READY_LIMIT_MS, opened_voila_page
from tests.pages.page_checks import (
    assert_no_console_errors,
    axe_violations,
    height_of_all_px,
    width_beyond_the_screen_px,
)
from tests.pages.shown_page import page_of_each_server
from widgets.descriptions.cramp_description import cramp_notes, look_alike_table
from widgets.evidence.article_claims import article_claims
from widgets.evidence.clinician_signs import clinician_signs
from widgets.evidence.cramp_causes import CauseQuestion, causes_asked_for, cramp_causes
from widgets.evidence.cramp_facts import look_alikes
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.evidence.medicines import magnesium_interactions

CAUSES = cramp_causes()


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[CausesPage]:
    """One open page for all tests of a server."""
    with page_of_each_server(request, browser, "causes_of_cramps") as page:
        yield CausesPage(page)


@pytest.fixture
def causes(opened: CausesPage) -> CausesPage:
    opened.start_over()
    return opened


@pytest.fixture
def phone(look_at) -> CausesPage:
    phone = CausesPage(look_at("causes_of_cramps", 390, 844))
    phone.unfold()
    phone.start_over()
    return phone


@pytest.fixture(scope="module")
def opened_phone(look_at) -> CausesPage:
    """A phone on which a tile and a case with several circumstances are open."""
    phone = CausesPage(look_at("causes_of_cramps", 390, 844))
    phone.unfold()
    phone.open_tile("low_magnesium")
    phone.choose_case("many")
    phone.assert_soon(lambda: len(phone.case_notes()) == 4)
    return phone


def ids(**question):
    return [cause.id for cause in causes_asked_for(CauseQuestion(**question))]


def test_every_cause_is_a_tile_and_the_surest_stand_first(causes):
    assert causes.tiles() == ids()


def test_a_filter_leaves_what_fits(causes):
    causes.filter("kind", "medicine")
    causes.assert_soon(lambda: causes.tiles() == ids(kind="medicine"))
    expect(causes.counted).to_contain_text(f"{len(ids(kind='medicine'))} of {len(CAUSES)}")


def test_a_filter_works_by_keyboard(causes):
    causes.page.locator("select[data-filter=certainty]").focus()
    causes.page.keyboard.press("ArrowDown")
    causes.assert_soon(lambda: causes.tiles() == ids(certainty="strong"))


def test_an_order_changes_the_order(causes):
    causes.filter("order", "name")
    causes.assert_soon(lambda: causes.tiles() == ids(order="name"))


def test_one_button_shows_all_causes_again(causes):
    causes.filter("run", "with")
    causes.assert_soon(lambda: causes.tiles() == ids(run="with"))
    causes.page.get_by_role("button", name="Show all causes again").click()
    causes.assert_soon(lambda: causes.tiles() == ids())


def test_a_tile_opens_in_its_place_with_both_sides_and_a_source(causes):
    story = causes.open_tile("diabetes")
    for text in (CAUSES["diabetes"].mechanism, CAUSES["diabetes"].magnesium_can, CAUSES["diabetes"].magnesium_cannot):
        expect(story).to_contain_text(text)
    expect(story.locator("a")).to_have_attribute("href", "https://doi.org/10.1371/journal.pone.0178465")


def test_a_tile_sets_its_red_flag_apart(causes):
    expect(causes.open_tile("statins").locator(".cause-flag")).to_contain_text("Dark urine")


def test_a_tile_that_only_an_article_speaks_for_says_so(causes):
    expect(causes.open_tile("stress")).to_contain_text("Said by a popular article. No study was found.")


def test_only_one_tile_is_open(causes):
    causes.open_tile("diabetes")
    causes.open_tile("statins")
    causes.assert_soon(lambda: causes.open_tiles() == ["statins"])


def test_a_tile_opens_by_keyboard(causes):
    causes.tile("pregnancy").locator("summary").focus()
    causes.page.keyboard.press("Enter")
    causes.assert_soon(lambda: causes.open_tiles() == ["pregnancy"])


def test_a_cause_leads_to_its_run(causes):
    causes.choose_situation("statins")
    causes.open_tile("low_magnesium").get_by_role("button", name="Run it beside a healthy fibre").click()
    expect(causes.situation_card.locator("h3")).to_have_text(magnesium_situations()["proton_pump_inhibitors"].title)
    expect(causes.beside).to_be_visible()


def test_what_a_cramp_is_stands_before_its_causes(causes):
    titles = causes.page.locator(".section-head h2").all_inner_texts()
    assert titles.index("What is a cramp?") < titles.index("Many causes, one cramp")
    expect(causes.page.locator(".part-cramp .note h3")).to_have_text([note.title for note in cramp_notes()])
    expect(causes.page.locator(".part-look_alikes tbody th")).to_have_text([row.name for row in look_alikes()])


def test_the_sources_of_what_a_cramp_is_fold_out_as_links(causes):
    fold = causes.page.locator(".part-look_alikes .source-fold")
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator("li").first).to_be_visible()
    expect(fold.locator("a")).to_have_count(len(look_alike_table().sources))


def test_each_statement_of_the_articles_has_its_verdict(causes):
    rows = causes.page.locator(".part-claims tbody tr")
    expect(rows).to_have_count(len(article_claims("causes_of_cramps")))
    expect(rows.filter(has_text="Potassium taken")).to_contain_text("Not shown")


def test_every_sign_that_needs_a_clinician_is_on_the_page(causes):
    expect(causes.page.locator(".part-signs li > strong")).to_have_text([sign.sign for sign in clinician_signs()])


@pytest.mark.parametrize("situation", [each.id for each in magnesium_situations().values() if each.runnable])
def test_a_situation_with_a_run_fires_longer_than_the_healthy_one(causes, situation):
    causes.choose_situation(situation)
    expect(causes.situation_card.locator(".situation-compared")).to_contain_text("healthy fibre")
    title = magnesium_situations()[situation].title
    expect(causes.beside.locator(".figure-finding")).to_contain_text(title)
    causes.assert_soon(lambda: causes.firing_samples()[1] > 2 * causes.firing_samples()[0])


@pytest.mark.parametrize("situation", [each.id for each in magnesium_situations().values() if not each.runnable])
def test_a_situation_without_a_run_says_why_and_draws_nothing(causes, situation):
    causes.choose_situation(situation)
    expect(causes.situation_card).to_contain_text(magnesium_situations()[situation].model_cannot_show)
    expect(causes.situation_card).to_contain_text("No run:")
    expect(causes.beside).to_be_hidden()


def test_the_figure_does_not_follow_into_the_next_section(causes):
    causes.circumstance("dialysis").scroll_into_view_if_needed()
    figure, case = causes.beside.bounding_box(), causes.case.bounding_box()
    assert figure["y"] + figure["height"] <= case["y"]


def test_a_circumstance_brings_causes_questions_and_evidence(causes):
    causes.circumstance("pregnant").check()
    causes.assert_soon(lambda: causes.case_notes() == ["pregnant"])
    assert causes.causes_in_play()[0] == "pregnancy"
    expect(causes.case.locator(".case-note")).to_contain_text("Trials disagree")
    expect(causes.case.locator(".case-counted")).to_contain_text("no diagnosis")


def test_body_mass_counts_from_two_percent_on_by_keyboard(causes):
    causes.circumstance("body_mass_lost_percent").focus()
    for _ in range(4):
        causes.page.keyboard.press("ArrowRight")
    causes.assert_soon(lambda: causes.case_notes() == ["body_mass_lost_percent"])


def test_a_ready_case_ticks_what_is_so(causes):
    causes.choose_case("nights_at_70")
    causes.assert_soon(lambda: causes.case_notes() == ["night_cramps_at_70"])
    expect(causes.circumstance("night_cramps_at_70")).to_be_checked()
    expect(causes.case.locator(".case-note")).to_contain_text("Five trials with 307 people")


def test_a_ready_case_can_be_chosen_again_after_a_step_back(causes):
    chosen = causes.page.locator("select[data-choice=case]")
    causes.choose_case("nights_at_70")
    causes.assert_soon(lambda: causes.case_notes() != [])
    before = causes.case_notes()
    causes.case.locator(".undo-button[data-step=undo]").click()
    causes.assert_soon(lambda: causes.case_notes() == [])
    expect(chosen).to_have_value("")
    causes.choose_case("nights_at_70")
    causes.assert_soon(lambda: causes.case_notes() == before)
    expect(chosen).to_have_value("nights_at_70")


def test_a_cause_in_play_opens_its_tile_whatever_is_filtered(causes):
    causes.filter("kind", "posture")
    causes.choose_case("dialysis")
    causes.page.locator(".case-cause[data-cause=kidney_disease]").click()
    causes.assert_soon(lambda: causes.open_tiles() == ["kidney_disease"])
    expect(causes.tile("kidney_disease")).to_be_in_viewport()


def test_a_trial_can_be_followed_from_a_case(causes):
    causes.choose_case("pregnant_nights")
    causes.assert_soon(lambda: causes.case_notes() == ["pregnant"])
    links = causes.case.locator(".case-sources a").evaluate_all("(links) => links.map(({ href }) => href)")
    assert "https://doi.org/10.1111/j.1740-8709.2012.00440.x" in links


def test_every_medicine_is_a_row_of_the_table(causes):
    expect(causes.page.locator(".part-medicines tbody tr")).to_have_count(len(magnesium_interactions()))


def test_the_sources_of_the_medicines_can_be_followed(causes):
    causes.page.locator(".part-medicines summary").click()
    expect(causes.page.locator(".part-medicines ol a[href='https://doi.org/10.1002/prp2.829']")).to_be_visible()


def test_quinine_is_warned_of(causes):
    expect(causes.page.locator(".part-warnings [data-note=quinine]")).to_contain_text("US regulator warns")


def test_the_causes_can_be_downloaded(causes):
    with causes.page.expect_download() as waiting:
        causes.page.locator("[data-file='causes.csv']").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8"))))
    assert [row["id"] for row in rows] == list(CAUSES)


def test_the_runs_can_be_seen_as_a_table(causes):
    causes.beside.get_by_role("button", name="Show as table").click()
    headings = causes.beside.locator(".figure-table th").all_inner_texts()
    assert headings == [
        "Time, s",
        "Signals, situation, Hz",
        "Force, situation, %",
        "Signals, healthy, Hz",
        "Force, healthy, %",
    ]
    causes.beside.get_by_role("button", name="Hide table").click()


def test_the_page_writes_no_error(causes):
    assert_no_console_errors(causes.page)


def test_a_phone_shows_the_first_causes_and_the_others_on_demand(phone):
    assert phone.tiles() == ids()[:12]
    phone.page.get_by_role("button", name="Show the other 34").click()
    assert phone.tiles() == ids()


@pytest.mark.parametrize(
    "control_and_answer",
    [
        (".cause-filters select", ".cause-tile:nth-child(6)"),
        (".situation-list", ".part-beside .js-plotly-plot"),
        (".case-toolbar select", ".case-group:nth-of-type(2)"),
    ],
)
def test_a_small_phone_shows_a_choice_together_with_its_answer(look_at, control_and_answer):
    page = CausesPage(look_at("causes_of_cramps", 360, 740))
    page.unfold()
    assert height_of_all_px(page.page, *control_and_answer) <= 740


def test_the_answer_stays_in_view_and_the_box_under_the_finger(phone):
    box = phone.circumstance("low_magnesium_measured")
    box.scroll_into_view_if_needed()
    before = box.bounding_box()
    box.check()
    phone.assert_soon(lambda: phone.case_notes() == ["low_magnesium_measured"])
    expect(phone.case.locator(".case-counted")).to_be_in_viewport(ratio=1)
    assert box.bounding_box() == before


def test_the_page_opens_with_a_case_that_can_be_cleared(look_at):
    page = CausesPage(look_at("causes_of_cramps", 1280, 900))
    expect(page.page.locator("select[data-choice=case]")).to_have_value("cyclist")
    assert page.causes_in_play()
    page.case.get_by_role("button", name="Start anew").click()
    page.assert_soon(lambda: page.case_notes() == [])


def test_a_medicine_is_a_line_that_opens_on_a_phone(phone):
    row = phone.page.locator(".part-medicines tbody tr").first
    expect(row.locator("td").nth(1)).to_be_hidden()
    row.get_by_role("button").click()
    expect(row.locator("td").nth(1)).to_be_visible()


def test_nothing_reaches_beyond_a_phone_with_everything_open(opened_phone):
    assert width_beyond_the_screen_px(opened_phone.page) == 0


def test_no_serious_accessibility_rule_is_broken_with_everything_open(opened_phone):
    assert axe_violations(opened_phone.page) == []


def test_what_is_touched_is_large_enough_on_a_phone(phone):
    sizes = phone.page.locator(
        ".cause-tile:visible summary, .cause-browser select, .situation-list label, .case-box, .case-builder select"
    ).evaluate_all("(nodes) => nodes.map((node) => node.getBoundingClientRect().height)")
    assert min(sizes) >= 44


def test_filters_situation_and_case_come_back_after_a_reload(browser, voila_server):
    with opened_voila_page(browser, voila_server, "causes_of_cramps", 1280, 900) as page:
        before = CausesPage(page)
        before.filter("kind", "nerve")
        before.choose_situation("statins")
        before.case.get_by_role("button", name="Start anew").click()
        before.circumstance("dialysis").check()
        before.assert_soon(lambda: before.case_notes() == ["dialysis"])
        page.reload()
        page.wait_for_function(READY, timeout=READY_LIMIT_MS)
        back = CausesPage(page)
        assert (back.case_notes(), back.tiles()) == (["dialysis"], ids(kind="nerve"))
        expect(back.situation_card.locator("h3")).to_have_text("Statins")
