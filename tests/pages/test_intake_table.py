"""The page of intakes in a real browser, served by Voila and opened in JupyterLab."""

import csv
import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.intake_page import IntakePage
from tests.pages.page_checks import (
    assert_all_requests_local,
    assert_no_console_errors,
    axe_violations,
    width_beyond_the_screen_px,
)
from tests.pages.shown_page import page_of_each_server
from widgets.descriptions.intake_table_description import table_in_words
from widgets.reference_data.intake_controls import intake_controls, intake_presets

SLIDERS = [name for name, control in intake_controls().items() if control.scale in ("age", "linear")]
SEED_TABLE = [
    ("Birth to 6 months", "30*", "30*"),
    ("7–12 months", "75*", "75*"),
    ("1–3 years", "80", "80"),
    ("4–8 years", "130", "130"),
    ("9–13 years", "240", "240"),
    ("14–18 years", "410", "360"),
    ("19–30 years", "400", "310"),
    ("31–50 years", "420", "320"),
    ("51 years and older", "420", "320"),
]
# The last stop of the slider within a group, and the first of the next.
BOUNDARIES = {
    "nam": [(5 / 12, 6 / 12), (11 / 12, 1), (3, 4), (8, 9), (13, 14), (18, 19), (30, 31), (50, 51)],
    "efsa": [(6 / 12, 7 / 12), (11 / 12, 1), (2, 3), (9, 10), (17, 18)],
}
LIMIT_BOUNDARIES = [("nam", 11 / 12, 1), ("nam", 3, 4), ("nam", 8, 9), ("efsa", 3, 4)]


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[IntakePage]:
    """One open page for all tests of a server; each test begins with `intake`, which resets it."""
    with page_of_each_server(request, browser, "intake_table") as page:
        page.get_by_role("button", name="Skip", exact=True).click()
        yield IntakePage(page)


@pytest.fixture
def intake(opened: IntakePage) -> IntakePage:
    opened.reset()
    return opened


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def test_the_page_opens_on_the_boy_of_16(intake):
    assert "410 mg for males (14–18 years)" in plain(intake.sentence.inner_text())
    assert intake.shows(intake.expected())


def test_every_row_of_the_seed_table_is_on_screen(intake):
    assert [(plain(heading), *cells[:2]) for heading, *cells in intake.rows()[:9]] == SEED_TABLE


@pytest.mark.parametrize("authority", ["nam", "efsa"])
def test_every_row_on_screen_equals_the_data(intake, authority):
    intake.choose("authority", authority)
    rows = [[row["heading"], row["male"], row["female"], row["limit"]] for row in table_in_words(authority)["rows"]]
    intake.assert_soon(lambda: intake.rows() == rows)


def test_the_table_has_caption_and_headings_with_scope(intake):
    table = intake.page.locator(".intake-table table")
    expect(table.locator("caption")).to_contain_text("US and Canada")
    assert table.locator("thead th[scope=col]").count() == 4
    assert table.locator("tbody th[scope=row]").count() == table.locator("tbody tr").count() == 15


def test_the_bars_on_the_screen_begin_and_end_where_their_rulers_say(intake):
    intake.choose("preset", "man_70_tablets")
    intake.assert_soon(lambda: intake.values()["age_years"] == 70)
    intake.assert_shown_soon()
    bars = intake.bars_on_rulers()
    assert bars["strip_food_1"] == pytest.approx((0, 280), abs=1)
    assert bars["strip_supplement_1"] == pytest.approx((280, 680), abs=1)
    assert bars["strip_supplement_2"] == pytest.approx((0, 400), abs=1)


def test_the_marked_row_is_told_in_words_and_not_by_colour_alone(intake):
    (marked,) = intake.marked()
    assert "your row" in marked["heading"]
    assert "your value" in marked["said"]
    assert marked["current"] == "true"


@pytest.mark.parametrize("name", SLIDERS)
@pytest.mark.parametrize("key", ["ArrowRight", "ArrowLeft", "PageUp", "PageDown", "Home", "End"])
def test_row_and_strips_follow_every_slider_by_keyboard(intake, name, key):
    if name == "magnesium_from_supplements_mg":
        intake.slider(name).press("PageUp")
        intake.slider(name).press("PageUp")
        intake.assert_shown_soon()
    before = intake.values()[name]
    intake.slider(name).press(key)
    intake.assert_soon(lambda: intake.values()[name] != before)
    intake.assert_shown_soon()


@pytest.mark.parametrize("name", SLIDERS)
def test_row_and_strips_follow_every_slider_by_mouse(intake, name):
    before = intake.values()[name]
    intake.drag(name, 0.3, 0.45, 0.7, 0.8)
    intake.assert_soon(lambda: intake.values()[name] != before)
    intake.assert_shown_soon()


@pytest.mark.parametrize(("step", "age"), [("-1", 15), ("1", 17)])
def test_a_button_moves_the_age_by_one_stop(intake, step, age):
    intake.page.locator(f".step-button[data-step='{step}']").click()
    intake.assert_soon(lambda: intake.values()["age_years"] == age)
    intake.assert_shown_soon()


@pytest.mark.parametrize(
    ("authority", "younger", "older"), [(authority, *pair) for authority, pairs in BOUNDARIES.items() for pair in pairs]
)
def test_the_row_changes_at_every_boundary_of_the_table(intake, authority, younger, older):
    intake.choose("authority", authority)
    intake.set_age(younger)
    intake.assert_shown_soon()
    row = intake.marked()
    intake.slider("age_years").press("ArrowRight")
    intake.assert_soon(lambda: intake.values()["age_years"] == pytest.approx(older))
    intake.assert_shown_soon()
    assert [mark["row"] for mark in intake.marked()] != [mark["row"] for mark in row]


@pytest.mark.parametrize(("authority", "younger", "older"), LIMIT_BOUNDARIES)
def test_the_limit_changes_at_every_boundary_of_its_table(intake, authority, younger, older):
    intake.choose("authority", authority)
    intake.set_age(younger)
    intake.assert_shown_soon()
    limit = intake.strips()["marks"].get("x2")
    intake.slider("age_years").press("ArrowRight")
    intake.assert_soon(lambda: intake.values()["age_years"] == pytest.approx(older))
    intake.assert_shown_soon()
    assert intake.strips()["marks"]["x2"] != limit


@pytest.mark.parametrize("age", [0, 0.5, 0.75])
def test_infants_have_no_limit_and_the_strip_says_so(intake, age):
    intake.set_age(age)
    intake.assert_shown_soon()
    assert "No upper limit is set" in intake.strips()["text"]


def test_row_and_strips_follow_sex_by_keyboard(intake):
    intake.page.locator("select[data-control=sex]").focus()
    intake.page.keyboard.press("ArrowUp")
    intake.assert_soon(lambda: intake.values()["sex"] == "female")
    intake.assert_shown_soon()


def test_row_and_strips_follow_the_authority_by_keyboard(intake):
    intake.page.locator("select[data-control=authority]").focus()
    intake.page.keyboard.press("ArrowDown")
    intake.assert_soon(lambda: intake.values()["authority"] == "efsa")
    intake.assert_shown_soon()


@pytest.mark.parametrize("stage", ["pregnant", "breastfeeding"])
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("age", [14, 18, 19, 30, 31, 50])
def test_row_and_strips_follow_pregnancy_and_breastfeeding(intake, stage, by, age):
    intake.choose("sex", "female")
    intake.set_age(age)
    intake.assert_soon(lambda: not intake.reason(stage).is_visible())
    switch = intake.switch(stage)
    if by == "mouse":
        switch.click()
    else:
        switch.press("Space")
    intake.assert_soon(lambda: intake.values()[stage] is True)
    intake.assert_shown_soon()
    (marked,) = intake.marked()
    assert marked["row"].startswith("pregnancy" if stage == "pregnant" else "lactation")


@pytest.mark.parametrize(
    ("sex", "age", "why"), [("male", 30, "females only"), ("female", 13, "14–50"), ("female", 51, "14–50")]
)
@pytest.mark.parametrize("stage", ["pregnant", "breastfeeding"])
def test_a_stage_without_a_row_cannot_be_turned_on_and_says_why(intake, stage, sex, age, why):
    intake.choose("sex", sex)
    intake.set_age(age)
    intake.assert_soon(lambda: why in intake.reason(stage).inner_text())
    intake.switch(stage).press("Space")
    intake.switch(stage).click(force=True)
    # What is asked later is answered later.
    intake.slider("magnesium_from_food_mg").press("ArrowRight")
    intake.assert_shown_soon()
    assert intake.values()[stage] is False
    expect(intake.switch(stage)).to_have_attribute("aria-disabled", "true")


def test_growing_out_of_a_stage_turns_it_off(intake):
    intake.choose("sex", "female")
    intake.set_age(50)
    intake.assert_soon(lambda: not intake.reason("pregnant").is_visible())
    intake.switch("pregnant").click()
    intake.assert_shown_soon()
    intake.slider("age_years").press("ArrowRight")
    intake.assert_soon(lambda: intake.values()["pregnant"] is False and intake.values()["age_years"] == 51)
    intake.assert_shown_soon()


@pytest.mark.parametrize("name", intake_presets())
def test_every_case_shows_its_day_and_why(intake, name):
    preset = intake_presets()[name]
    intake.choose("preset", name)
    intake.assert_soon(lambda: {control: intake.values()[control] for control in preset.values} == dict(preset.values))
    intake.assert_shown_soon()
    expect(intake.page.locator(".preset-why")).to_have_text(preset.why)


def test_the_boys_need_above_his_limit_is_explained(intake):
    note = intake.page.locator(".note[data-note=yardsticks]")
    expect(note).to_contain_text("both numbers can be true")


def test_below_the_need_is_not_called_deficient(intake):
    intake.slider("magnesium_from_food_mg").press("PageDown")
    note = intake.page.locator(".note[data-note=below]")
    note.wait_for()
    expect(note).to_contain_text("does not mean deficient")


def test_when_to_ask_a_clinician_is_always_on_the_page(intake):
    for name in intake_presets():
        intake.choose("preset", name)
        expect(intake.page.locator(".note[data-note=clinician]")).to_be_visible()


def test_the_sentence_tells_both_yardsticks(intake):
    intake.typed("magnesium_from_supplements_mg").fill("400")
    intake.typed("magnesium_from_supplements_mg").press("Enter")
    intake.assert_soon(lambda: "50 mg above the upper limit of 350 mg" in plain(intake.sentence.inner_text()))
    assert "198 % of the RDA of 410 mg" in plain(intake.sentence.inner_text())


def test_a_typed_value_out_of_range_is_answered_beside_its_control(intake):
    intake.typed("magnesium_from_food_mg").fill("9000")
    intake.typed("magnesium_from_food_mg").press("Enter")
    fault = intake.page.locator(".control[data-name=magnesium_from_food_mg] .control-fault")
    assert "from 0 to 800 mg" in plain(fault.inner_text())


def test_a_kept_set_up_can_be_compared_and_removed(intake):
    intake.page.locator("[data-action=keep]").click()
    intake.slider("magnesium_from_food_mg").press("PageDown")
    intake.assert_soon(lambda: "Your kept set-up: 410" in plain(intake.sentence.inner_text()))
    assert intake.strips()["bars"]["strip_kept_total_1"] == 410
    intake.page.locator("[data-action=drop]").click()
    intake.assert_soon(lambda: intake.strips()["bars"]["strip_kept_total_1"] == 0)


def test_the_age_slider_says_months_and_years(intake):
    intake.set_age(7 / 12)
    intake.assert_soon(lambda: intake.slider("age_years").get_attribute("aria-valuetext") == "7 months")
    intake.set_age(51)
    intake.assert_soon(lambda: intake.slider("age_years").get_attribute("aria-valuetext") == "51 years")


def test_the_numbers_of_the_figure_can_be_had_as_a_table(intake):
    intake.page.get_by_role("button", name="Show as table").click()
    cells = intake.page.locator(".figure-table td").all_inner_texts()
    intake.page.get_by_role("button", name="Hide table").click()
    assert cells[1::2] == ["410", "0", "410", "410", "350"]


def test_the_downloaded_day_is_the_day_on_show(intake):
    with intake.page.expect_download() as download:
        intake.page.get_by_role("button", name="Download CSV").click()
    row = next(csv.DictReader(io.StringIO(download.value.path().read_text())))
    assert (row["age_years"], row["reference_mg_per_day"]) == ("16.0", "410.0")


def test_on_paper_the_day_the_strips_and_the_table_stay_and_the_controls_go(intake):
    intake.page.emulate_media(media="print")
    shown = {
        part: intake.page.locator(part).is_visible() for part in (".what-changed", ".figure-plot", ".intake-table")
    }
    controls = intake.page.locator(".part-controls .control-groups").is_visible()
    intake.page.emulate_media(media="screen")
    assert (all(shown.values()), controls) == (True, False)


def test_nothing_was_complained_about_and_nobody_else_was_asked(opened):
    assert_no_console_errors(opened.page)
    assert_all_requests_local(opened.page)


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(look_at, width):
    intake = IntakePage(look_at("intake_table", width, 844))
    assert axe_violations(intake.page) == []
    intake.choose("preset", "european_view")
    intake.assert_shown_soon()
    intake.page.locator("[data-action=keep]").click()
    intake.page.locator("[data-action=drop]").wait_for()
    assert axe_violations(intake.page) == []
    intake.page.locator("[data-action=drop]").click()


@pytest.mark.parametrize("preset", ["boy_16", "european_view"])
def test_a_phone_shows_the_whole_table_and_nothing_sticks_out(look_at, preset):
    page = look_at("intake_table", 390, 844)
    IntakePage(page).choose("preset", preset)
    IntakePage(page).assert_shown_soon()
    hidden = page.locator(".intake-table-region").evaluate("(region) => region.scrollWidth - region.clientWidth")
    assert (width_beyond_the_screen_px(page), hidden) == (0, 0)


def test_the_page_can_be_used_by_keyboard_alone(look_at):
    intake = IntakePage(look_at("intake_table", 1280, 844))
    intake.reset()
    page = intake.page
    page.locator("[data-action=reset]").focus()
    while page.evaluate("document.activeElement.dataset.control") != "age_years":
        page.keyboard.press("Tab")
    page.keyboard.press("PageDown")
    intake.assert_soon(lambda: intake.values()["age_years"] == 6)
    intake.assert_shown_soon()


def test_targets_are_large_enough_for_fingers(look_at):
    page = look_at("intake_table", 390, 844)
    targets = page.locator(
        ".explainer .quiet-button:visible, .explainer .step-button, .explainer input[type=range]:visible"
    )
    assert min(target.bounding_box()["height"] for target in targets.all()) >= 44
