"""The contraction page in a real browser, served by Voila and opened in JupyterLab."""

import csv
import io
from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import Browser, expect

import widgets
from tests.pages.cycle_page import CyclePage
from tests.pages.page_checks import assert_all_requests_local, assert_no_console_errors
from tests.pages.shown_page import page_of_each_server
from widgets.physiology.contraction_phases import typical_moment_ms
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

NUMERIC = [name for name, control in experiment_controls().items() if control.scale in ("linear", "log")]
SWITCHES = [name for name, control in experiment_controls().items() if control.scale == "switch"]


@pytest.fixture(scope="module", params=["voila", "jupyterlab"])
def opened(request: pytest.FixtureRequest, browser: Browser) -> Iterator[CyclePage]:
    """One open page for all tests of a server; each test begins with `cycle`, which resets it."""
    with page_of_each_server(request, browser, "contraction_cycle") as page:
        yield CyclePage(page)


@pytest.fixture
def cycle(opened: CyclePage) -> CyclePage:
    opened.reset()
    return opened


def test_the_page_opens_without_a_complaint(opened):
    assert_no_console_errors(opened.page)


def test_the_page_says_when_it_is_ready(opened):
    expect(opened.explainer).to_have_attribute("data-ready", "true")


def test_the_page_opens_on_a_burst_at_the_beginning_of_its_time_ready_to_play(opened):
    drawn = opened.sarcomere()
    assert (float(drawn["timeMs"]), drawn["phase"]) == (0, "rest")
    expect(opened.page.get_by_role("button", name="Play")).to_be_visible()
    assert opened.shows(widgets.simulate(**experiment_presets()["short_burst"].values))


def test_one_signal_states_its_finding(cycle):
    expect(cycle.finding).to_contain_text("Calcium first, force later")
    assert cycle.shows(widgets.simulate(impulse_rate_Hz=1))


@pytest.mark.parametrize("name", NUMERIC)
def test_an_arrow_key_on_a_slider_changes_the_traces_as_the_model_says(cycle, name):
    before = cycle.values()[name]
    at_top = before == experiment_controls()[name].maximum
    cycle.slider(name).press("ArrowLeft" if at_top else "ArrowRight")
    cycle.assert_soon(lambda: cycle.values()[name] != before)
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))


@pytest.mark.parametrize("name", NUMERIC)
def test_dragging_a_slider_changes_the_traces_as_the_model_says(cycle, name):
    before = cycle.values()[name]
    cycle.drag(name, 0.3, 0.25, 0.6, 0.56)
    cycle.assert_soon(lambda: cycle.values()[name] != before)
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_changes_the_traces_as_the_model_says(cycle, name):
    before = cycle.values()[name]
    cycle.page.locator(f"input[data-control={name}]").press("Space")
    cycle.assert_soon(lambda: cycle.values()[name] != before)
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))


def test_the_lines_on_the_screen_move_with_the_numbers(cycle):
    before = cycle.paths()
    cycle.slider("impulse_rate_Hz").press("PageUp")
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    moved = [old != new for old, new in zip(before, cycle.paths(), strict=False)]
    assert sum(moved) >= 4


@pytest.mark.parametrize(("key", "steps"), [("ArrowRight", 1), ("ArrowLeft", -1), ("PageUp", 10), ("PageDown", -10)])
def test_keys_move_a_slider_by_one_or_ten_steps(cycle, key, steps):
    cycle.typed("impulse_rate_Hz").fill("40")
    cycle.typed("impulse_rate_Hz").press("Enter")
    cycle.slider("impulse_rate_Hz").press(key)
    assert cycle.values()["impulse_rate_Hz"] == 40 + steps


@pytest.mark.parametrize(("key", "end"), [("Home", "minimum"), ("End", "maximum")])
def test_home_and_end_move_a_slider_to_its_limits(cycle, key, end):
    cycle.slider("free_magnesium_mM").press(key)
    assert cycle.values()["free_magnesium_mM"] == getattr(experiment_controls()["free_magnesium_mM"], end)


@pytest.mark.parametrize("time_ms", [0, 40, 51, 53, 60, 88, 138, 250, 650])
def test_the_drawn_sarcomere_equals_the_run_at_the_playhead(cycle, time_ms):
    cycle.scrub_to(time_ms)
    run = cycle.expected()
    now = run.at(time_ms)
    drawn = cycle.sarcomere()
    sites, heads = int(drawn["sitesTotal"]), int(drawn["headsTotal"])
    assert float(drawn["timeMs"]) == time_ms
    assert float(drawn["forcePercent"]) == pytest.approx(now["force_percent"], abs=0.01)
    assert float(drawn["storeFillPercent"]) == pytest.approx(now["store_calcium_percent"], abs=0.01)
    assert float(drawn["gateOpenPercent"]) == pytest.approx(now["release_gate_open_percent"], abs=0.02)
    assert int(drawn["sitesFilled"]) == pytest.approx(now["troponin_sites_filled_percent"] / 100 * sites, abs=0.51)
    assert int(drawn["headsAttached"]) == pytest.approx(now["heads_attached_percent"] / 100 * heads, abs=0.51)


def test_the_sarcomere_follows_a_slider_while_time_stands_still(cycle):
    cycle.scrub_to(300)
    cycle.slider("impulse_rate_Hz").press("PageUp")
    cycle.slider("impulse_rate_Hz").press("PageUp")
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    force = cycle.expected().at(300)["force_percent"]
    cycle.assert_soon(lambda: float(cycle.sarcomere()["forcePercent"]) == pytest.approx(force, abs=0.02))


def test_playing_moves_the_line_on_the_traces_and_the_sarcomere_together(cycle):
    cycle.scrub_to(40)
    cycle.page.get_by_role("button", name="Play").click()
    cycle.assert_soon(lambda: float(cycle.sarcomere()["timeMs"]) > 45)
    cycle.page.get_by_role("button", name="Pause").click()
    line = cycle.page.locator(".part-traces .figure-playhead")
    cycle.assert_soon(
        lambda: abs(float(line.get_attribute("aria-valuenow")) - float(cycle.sarcomere()["timeMs"])) <= 0.5
    )


@pytest.mark.parametrize("preset", ["short_burst", "single_signal"])
def test_sending_signals_plays_them_from_the_beginning(cycle, preset):
    cycle.scrub_to(300)
    cycle.show_level("see")
    cycle.press(f"send_{preset}")
    cycle.assert_soon(lambda: 20 <= float(cycle.sarcomere()["timeMs"]) <= 60)
    cycle.page.get_by_role("button", name="Pause").click()
    assert cycle.shows(widgets.simulate(**experiment_presets()[preset].values))


def test_sending_a_signal_again_while_it_plays_begins_anew(cycle):
    cycle.show_level("see")
    cycle.press("send_single_signal")
    cycle.assert_soon(lambda: float(cycle.sarcomere()["timeMs"]) > 50)
    cycle.press("send_single_signal")
    cycle.assert_soon(lambda: float(cycle.sarcomere()["timeMs"]) < 45)
    cycle.page.get_by_role("button", name="Pause").click()


def test_a_part_that_has_the_focus_dims_the_traces_that_do_not_tell_of_it(cycle):
    cycle.page.locator("[data-part=sites]").first.focus()
    cycle.assert_soon(lambda: cycle.bright_traces() == {"troponin_sites_filled_percent"})
    cycle.page.evaluate("document.activeElement.blur()")
    cycle.assert_soon(lambda: len(cycle.bright_traces()) > 3)


def test_dragging_the_line_on_the_traces_scrubs_the_sarcomere(cycle):
    cycle.wait_for_still_layout()
    plot = cycle.page.locator(".part-traces .figure-stage")
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    cycle.page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    cycle.page.mouse.down()
    cycle.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.5)
    cycle.page.mouse.up()
    cycle.assert_soon(lambda: 330 < float(cycle.sarcomere()["timeMs"]) < 470)


@pytest.mark.parametrize(("level", "sliders"), [("see", 0), ("try", 3), ("all", len(NUMERIC))])
def test_each_level_shows_its_controls(cycle, level, sliders):
    cycle.show_level(level)
    assert (
        sum(slider.is_visible() for slider in cycle.page.locator(".part-controls input[type=range]").all()) == sliders
    )


def test_a_kept_run_stays_as_a_ghost(cycle):
    kept = cycle.drawn("force_percent")
    cycle.press("keep")
    cycle.slider("pump_activity").press("PageDown")
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    assert np.array_equal(cycle.drawn("force_percent", "kept_run"), kept)


def test_one_sentence_says_what_changed_and_by_how_much(cycle):
    cycle.press("keep")
    cycle.slider("pump_activity").press("PageDown")
    cycle.assert_soon(lambda: "Calcium pump activity 0.5" in cycle.changed.inner_text())
    expect(cycle.changed).to_contain_text("% longer")


def test_the_sentence_is_told_to_a_screen_reader(cycle):
    cycle.slider("impulse_rate_Hz").press("PageUp")
    spoken = cycle.page.locator(".explainer > .visually-hidden[aria-live=polite]")
    cycle.assert_soon(lambda: spoken.text_content() == cycle.changed.locator("> p").inner_text())


@pytest.mark.parametrize("preset", experiment_presets())
def test_a_preset_shows_its_run_and_why_it_is_worth_a_look(cycle, preset):
    cycle.page.locator("select[data-control=preset]").select_option(preset)
    wanted = widgets.simulate(**experiment_presets()[preset].values)
    cycle.assert_soon(lambda: cycle.values() == dict(wanted.controls))
    cycle.assert_soon(lambda: cycle.shows(wanted))
    expect(cycle.page.locator(".preset-why")).to_have_text(experiment_presets()[preset].why)
    opens_at = 0 if preset == "short_burst" else typical_moment_ms(wanted)
    cycle.assert_soon(lambda: float(cycle.sarcomere()["timeMs"]) == pytest.approx(opens_at, abs=0.01))


@pytest.mark.parametrize("text", ["99", "-1", "lots", "", "0x10", "1,000"])
def test_a_typed_value_that_cannot_be_used_gets_one_sentence_and_changes_nothing(cycle, text):
    cycle.typed("free_magnesium_mM").fill(text)
    cycle.typed("free_magnesium_mM").press("Tab")
    sentence = cycle.fault("free_magnesium_mM").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Free magnesium" in sentence
    assert "from 0.05 to 10 mM" in sentence
    cycle.assert_soon(lambda: cycle.shows(widgets.simulate(impulse_rate_Hz=1)))


def test_escape_drops_a_typed_value_that_was_refused(cycle):
    typed = cycle.typed("free_magnesium_mM")
    before = typed.input_value()
    typed.fill("99")
    typed.press("Enter")
    expect(cycle.fault("free_magnesium_mM")).to_be_visible()
    typed.press("Escape")
    expect(typed).to_have_value(before)
    expect(cycle.fault("free_magnesium_mM")).to_be_hidden()
    typed.press("Tab")
    expect(cycle.fault("free_magnesium_mM")).to_be_hidden()


def test_a_typed_value_is_used_as_it_is(cycle):
    cycle.typed("free_magnesium_mM").fill("0.537")
    cycle.typed("free_magnesium_mM").press("Enter")
    cycle.assert_soon(lambda: cycle.shows(widgets.simulate(free_magnesium_mM=0.537)))


def test_a_typed_value_may_have_a_decimal_comma(cycle):
    cycle.typed("free_magnesium_mM").fill("0,5")
    cycle.typed("free_magnesium_mM").press("Enter")
    cycle.assert_soon(lambda: cycle.shows(widgets.simulate(free_magnesium_mM=0.5)))


def test_a_control_tells_its_help_range_and_source(cycle):
    control = experiment_controls()["pump_activity"]
    box = cycle.page.locator(".control[data-name=pump_activity]")
    box.get_by_role("button").click()
    about = box.locator(".control-about").inner_text()
    box.get_by_role("button").click()
    assert control.help in about
    assert "from 0 to 1.5 × normal" in about
    expect(box.locator(".control-about li")).to_have_count(len(control.source))


def test_the_table_shows_the_runs_numbers(cycle):
    cycle.page.get_by_role("button", name="Show as table").click()
    rows = cycle.page.locator(".figure-table tbody tr").all_inner_texts()
    cycle.page.get_by_role("button", name="Hide table").click()
    shown = [float(cell) for cell in rows[5].split("\t")]
    assert shown[3] == pytest.approx(cycle.expected().at(shown[0])["force_percent"], rel=0.05, abs=0.01)


def test_the_csv_download_is_the_run(cycle):
    with cycle.page.expect_download() as waiting:
        cycle.page.get_by_role("button", name="Download CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO("\n".join(line for line in text.splitlines() if line[0] != "#"))))
    # The solver's last digits depend on where its arrays lie in memory, so on what its process has done before.
    said = [float(row["force_percent"]) for row in rows]
    expected = cycle.expected().traces["force_percent"]
    assert said == pytest.approx(expected, rel=0, abs=2e-5 * (max(expected) - min(expected)))


def test_the_picture_download_is_a_picture(cycle):
    with cycle.page.expect_download() as waiting:
        cycle.page.get_by_role("button", name="Download picture").click()
    assert waiting.value.path().read_bytes().startswith(b"\x89PNG")


def test_zooming_in_shows_a_stretch_around_the_line_and_keeps_it(cycle):
    cycle.scrub_to(100)
    cycle.page.get_by_role("button", name="Zoom in").click()
    cycle.slider("impulse_rate_Hz").press("PageUp")
    cycle.assert_soon(lambda: cycle.shows(cycle.expected()))
    range_ms = cycle.page.evaluate("document.querySelector('.part-traces .js-plotly-plot').layout.xaxis.range")
    cycle.page.get_by_role("button", name="Show all").click()
    assert range_ms[1] - range_ms[0] == pytest.approx(350)
    assert range_ms[0] <= 100 <= range_ms[1]


def test_a_run_that_takes_long_fills_a_bar_and_can_be_stopped(cycle):
    # The nerve is to fire all along: the longest work that the controls allow, 1 to 3 s.
    settings = {
        "nerve_irritation": 1,
        "cramp_susceptibility": 1,
        "plasma_magnesium_mM": 0.3,
        "command_duration_ms": 60_000,
        "recording_length_ms": 120_000,
    }
    for name, value in settings.items():
        cycle.typed(name).fill(str(value))
        cycle.typed(name).press("Enter")
    cycle.slider("impulse_rate_Hz").press("End")
    stop = cycle.changed.get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    expect(cycle.changed).to_contain_text("you see the one before")
    expect(cycle.changed.get_by_role("progressbar")).not_to_have_attribute("value", "0")
    stop.click()
    expect(cycle.changed).to_contain_text("was not finished")
    expect(stop).to_be_hidden()


def test_nothing_was_asked_of_another_machine_and_nothing_complained(cycle):
    """Stands last: it looks back on all that the tests above have done with the page."""
    assert_all_requests_local(cycle.page)
    assert_no_console_errors(cycle.page)
