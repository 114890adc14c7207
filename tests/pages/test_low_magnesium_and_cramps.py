"""The page on low magnesium in a real browser, served by Voila and opened in JupyterLab."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.pages.low_magnesium_page import LowMagnesiumPage
from tests.pages.page_checks import (
    assert_all_requests_local,
    assert_no_console_errors,
    axe_violations,
    width_beyond_the_screen_px,
)
from tests.pages.shown_page import page_of_each_server
from widgets.evidence.clinician_signs import clinician_signs
from widgets.reference_data.experiment_controls import experiment_controls

NAME = "low_magnesium_and_cramps"
USUAL_FIBRE = f"{experiment_controls()['free_magnesium_mM'].default:g} mM"


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[LowMagnesiumPage]:
    """One open page for all tests of a server; each test begins with `low`, which resets it."""
    with page_of_each_server(request, browser, NAME) as page:
        yield LowMagnesiumPage(page)


@pytest.fixture
def low(opened: LowMagnesiumPage) -> LowMagnesiumPage:
    for part in ("part-cell_controls", "part-nerve_controls"):
        opened.page.locator(f".{part} [data-action=reset]").click()
    opened.assert_soon(lambda: opened.scale("blood") == "0.85 mM" and opened.scale("fibre") == USUAL_FIBRE)
    opened.assert_soon(lambda: "stops with the command" in opened.finding("part-nerve_traces"))
    return opened


def test_the_opening_already_tells_the_story(low):
    assert "This is the usual fibre" in low.finding("part-cell_pull")
    assert "The nerve stops with the command" in low.finding("part-nerve_traces")


def test_the_three_scales_stay_in_view_however_far_one_scrolls(low):
    low.scroll_to("part-limits")
    box = low.scales.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] < 300


def test_the_diet_has_no_number_of_its_own(low):
    assert low.scale("diet") == "not in the model"


def test_fibre_and_blood_move_apart(low):
    low.set("free_magnesium_mM", 0.1)
    low.assert_soon(lambda: low.scale("fibre") == "0.1 mM")
    assert low.scale("blood") == "0.85 mM"
    low.set("plasma_magnesium_mM", 0.6)
    low.assert_soon(lambda: low.scale("blood") == "0.6 mM")
    assert low.scale("fibre") == "0.1 mM"


def test_far_below_people_the_fibre_pulls_unasked(low):
    low.slider("free_magnesium_mM").press("Home")
    low.assert_soon(lambda: "without any signal" in low.finding("part-cell_pull"))
    low.assert_soon(lambda: "Nobody’s diet gets here" in low.note("part-cell_notes", "zone"))


def test_half_force_calcium_follows_the_slider(low):
    low.set("free_magnesium_mM", 3)
    low.assert_soon(lambda: "needs more calcium" in low.finding("part-cell_curves"))
    low.assert_soon(lambda: "troponin" in low.finding("part-cell_brakes"))


@pytest.mark.parametrize(
    ("choice", "said"),
    [("0.85", "stops with"), ("0.5", "stops with"), ("0.45", "fires on for"), ("0.4", "Nobody asked")],
)
def test_each_quick_choice_tells_its_story(low, choice, said):
    low.press(choice)
    low.assert_soon(lambda: said in low.finding("part-nerve_traces"))


def test_a_cramp_with_normal_magnesium_is_stopped_by_stretching(low):
    low.choose_set_up("part-nerve_controls", "cramp_prone")
    low.assert_soon(lambda: "the nerve does not" in low.finding("part-nerve_traces"))
    assert low.scale("blood") == "0.85 mM"
    low.press("stretch_3")
    low.assert_soon(lambda: low.drawn_points("part-nerve_traces", "other_run") > 0)
    low.assert_soon(lambda: "The nerve stops at once" in low.note("part-nerve_notes", "stretch"))
    low.press("stretch_3")
    low.assert_soon(lambda: low.drawn_points("part-nerve_traces", "other_run") == 0)


def test_low_calcium_is_the_larger_part(low):
    low.press("0.4")
    low.assert_soon(lambda: "comes from blood calcium" in low.note("part-nerve_notes", "calcium"))


def test_a_kept_run_lies_behind_the_next(low):
    low.page.locator(".part-nerve_controls [data-action=keep]").click()
    low.press("0.5")
    low.assert_soon(lambda: low.drawn_points("part-nerve_traces", "kept_run") > 0)
    low.page.locator(".part-nerve_controls [data-action=drop]").click()
    low.assert_soon(lambda: low.drawn_points("part-nerve_traces", "kept_run") == 0)


def test_a_hundred_people_appear_and_the_sentence_counts_them(low):
    low.scroll_to("part-nerve_people")
    low.press("0.45")
    expect(low.people.locator(".figure-finding")).to_contain_text("With usual blood magnesium")
    expect(low.marks("unknown")).to_have_count(0)
    cramping = sum(low.marks(kind).count() for kind in ("short", "long", "unasked"))
    assert cramping + low.marks("none").count() == 100
    assert f"{cramping} cramp" in low.finding("part-nerve_people")


def test_a_cell_of_the_map_is_loaded_by_a_click(low):
    low.click_map(0.7, 1.0)
    low.assert_soon(lambda: low.scale("blood") == "0.7 mM")
    expect(low.typed("plasma_ionised_calcium_mM")).to_have_value("1")


def test_a_cell_of_the_map_is_found_and_loaded_by_keys(low):
    mark = low.page.locator(".part-map_figure .figure-mark")
    told = low.page.locator(".part-map_figure .figure-told")
    mark.focus()
    mark.press("ArrowRight")
    mark.press("ArrowRight")
    low.assert_soon(lambda: "0.9" in told.inner_text() and "the nerve" in told.inner_text())
    mark.press("Enter")
    low.assert_soon(lambda: low.scale("blood") == "0.9 mM")


def test_the_minute_is_computed_when_a_reader_comes_near(low):
    low.scroll_to("part-fatigue_rates")
    low.assert_soon(lambda: "weaken and slow" in low.finding("part-fatigue_traces"))
    low.assert_soon(lambda: low.drawn_points("part-fatigue_traces", "this_run") > 0)
    low.assert_soon(lambda: "weaker" in low.note("part-fatigue_notes", "tested"))


def test_every_figure_can_be_read_as_a_table(low):
    panel = low.page.locator(".part-cell_curves")
    panel.get_by_role("button", name="Show as table").click()
    rows = panel.locator(".figure-table tbody tr").count()
    panel.get_by_role("button", name="Hide table").click()
    assert rows >= 12


def test_the_page_shows_the_one_list_of_signs_that_need_a_clinician(low):
    expect(low.page.locator(".part-signs li > strong")).to_have_text([sign.sign for sign in clinician_signs()])


def test_nothing_was_complained_about_and_nobody_else_was_asked(opened):
    assert_no_console_errors(opened.page)
    assert_all_requests_local(opened.page)


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_once_everything_is_on_show(look_at, width):
    low = LowMagnesiumPage(look_at(NAME, width, 844))
    low.unfold()
    low.scroll_to("part-fatigue_rates")
    low.assert_soon(lambda: "weaken and slow" in low.finding("part-fatigue_traces"))
    low.press("stretch_3")
    low.assert_soon(lambda: low.drawn_points("part-nerve_traces", "other_run") > 0)
    low.scroll_to("part-nerve_people")
    expect(low.marks("unknown")).to_have_count(0)
    assert axe_violations(low.page) == []
    assert width_beyond_the_screen_px(low.page) == 0


def test_on_a_phone_the_scales_leave_room_for_the_page(look_at):
    low = LowMagnesiumPage(look_at(NAME, 390, 844))
    assert low.scales.bounding_box()["height"] < 150


def test_targets_are_large_enough_for_fingers(look_at):
    page = look_at(NAME, 390, 844)
    targets = page.locator(".explainer .quiet-button:visible, .explainer input[type=range]:visible")
    assert min(target.bounding_box()["height"] for target in targets.all()) >= 44
