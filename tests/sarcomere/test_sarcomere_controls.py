"""Playing, stepping, scrubbing, reaching parts; calm, narrow and printed forms."""

import re

import pytest
from playwright.sync_api import expect

from tests.sarcomere.recorded_runs import recorded_run
from tests.sarcomere.stage import CYTOSOL, WORDS


def focus_part(stage, name: str) -> None:
    stage.page.locator(f"[data-part={name}]").first.focus()


def test_space_plays_and_pauses(stage):
    stage.start(1)
    focus_part(stage, "heads")
    stage.page.keyboard.press("Space")
    playing = stage.clock("playing")
    stage.page.keyboard.press("Space")
    assert (playing, stage.clock("playing")) == (True, False)


def test_space_on_a_button_presses_that_button_only(stage):
    stage.start(1)
    stage.page.locator(".player-toggle").first.focus()
    stage.page.keyboard.press("Space")
    assert not stage.clock("playing")
    expect(stage.page.locator(".sarcomere-drawing")).to_have_attribute("data-labels", "off")


def test_full_stop_and_comma_step_one_millisecond(stage):
    stage.start(1, playhead={"time_ms": 84.3})
    focus_part(stage, "pump")
    stage.page.keyboard.press(".")
    forward = stage.clock("time_ms")
    stage.page.keyboard.press(",")
    stage.page.keyboard.press(",")
    assert (forward, stage.clock("time_ms")) == (85, 83)


def test_keys_outside_the_view_do_nothing(stage):
    stage.start(1)
    stage.page.keyboard.press(".")
    assert stage.clock("time_ms") == 0


def test_a_step_is_told_to_the_kernel(stage):
    stage.start(1, playhead={"time_ms": 84})
    focus_part(stage, "pump")
    stage.page.keyboard.press(".")
    assert stage.page.evaluate("harness.playhead.sent") == [{"time_ms": 85}]


def test_the_kernel_hears_of_the_pause_and_not_of_the_frames_before(stage):
    stage.start(1)
    focus_part(stage, "pump")
    stage.page.keyboard.press("Space")
    stage.page.wait_for_function("harness.playhead.get('time_ms') > 3")
    while_playing = stage.page.evaluate("harness.playhead.sent")
    stage.page.keyboard.press("Space")
    told = stage.page.evaluate("harness.playhead.sent")
    assert while_playing == []
    assert told == [{"playing": False, "time_ms": stage.clock("time_ms")}]


def test_the_kernel_hears_of_the_end(stage):
    stage.start(1, playhead={"duration_ms": 5})
    stage.page.evaluate("harness.playhead.set('playing', true)")
    stage.page.wait_for_function("harness.playhead.sent.length > 0")
    assert stage.page.evaluate("harness.playhead.sent") == [{"playing": False, "time_ms": 5}]


def test_the_question_mark_shows_the_keys(stage):
    stage.start(1)
    focus_part(stage, "pump")
    stage.page.keyboard.press("?")
    expect(stage.page.locator(".sarcomere-keys")).to_be_visible()


def test_a_phase_button_jumps_to_its_typical_moment(stage):
    stage.start(1)
    typical = stage.page.evaluate("harness.model.get('phases')[3].typical_ms")
    stage.page.get_by_role("button", name=re.compile("^Phase 4")).click()
    assert stage.clock("time_ms") == pytest.approx(typical)
    assert stage.page.evaluate("harness.model.get('selected_phase')") == "relax"
    expect(stage.page.locator(".sarcomere-caption")).to_have_text(re.compile("^Relax:"))


def test_a_run_plays_at_the_chosen_slow_down_and_stops_at_its_end(stage):
    stage.start(1, playhead={"duration_ms": 60, "slow_down": 10})
    took_ms = stage.page.evaluate(
        """() => new Promise((done) => {
          const start = performance.now();
          const { playhead } = harness;
          playhead.on("change:playing", () => playhead.get("playing") || done(performance.now() - start));
          playhead.set("playing", true);
        })"""
    )
    assert took_ms == pytest.approx(600, rel=0.25)
    assert stage.clock("time_ms") == 60


def test_the_description_follows_a_time_that_was_set_elsewhere(stage):
    stage.start(1)
    stage.page.evaluate("harness.at(321)")
    stage.page.wait_for_function("document.querySelector('.sarcomere-description').textContent.includes('321')")
    expect(stage.page.locator(".sarcomere-description")).to_contain_text("321")


STORY = [
    {"key": "rest", "start_ms": 0, "end_ms": 50, "slow_down": 20},
    {"key": "flow", "start_ms": 50, "end_ms": 56, "slow_down": 300},
    {"key": "relax", "start_ms": 56, "end_ms": 1000, "slow_down": 0.5},
]


@pytest.mark.parametrize(
    ("time_ms", "said"),
    [
        (20, WORDS["pace_slower"].format(factor=20)),
        (50, WORDS["pace_slower"].format(factor=300)),
        (56, WORDS["pace_faster"].format(factor=2)),
    ],
)
def test_the_pace_of_the_story_is_written_on_screen(stage, time_ms, said):
    stage.start(1, playhead={"story": STORY, "slow_down": 0})
    stage.page.evaluate("time => harness.at(time)", time_ms)
    expect(stage.page.locator(".sarcomere-speed")).to_have_text(said)


def test_playing_goes_at_the_pace_of_each_step(stage):
    stage.start(1, playhead={"story": [{**STORY[0], "end_ms": 1}, {**STORY[1], "end_ms": 1000}], "slow_down": 0})
    stage.page.evaluate("harness.playhead.set('playing', true)")
    stage.page.wait_for_function("harness.playhead.get('time_ms') > 1")
    stage.page.wait_for_timeout(100)
    assert 1 < stage.clock("time_ms") < 3


@pytest.mark.parametrize(
    ("factor", "said"),
    [
        ("200", WORDS["pace_slower"].format(factor=200)),
        ("1", WORDS["pace_life"]),
        ("0.1", WORDS["pace_faster"].format(factor=10)),
    ],
)
def test_the_pace_is_chosen_in_the_bar_and_written_on_screen(stage, factor, said):
    stage.start(1, playhead={"story": STORY, "slow_down": 0})
    stage.page.get_by_label(WORDS["slow_down_name"]).select_option(factor)
    assert stage.clock("slow_down") == float(factor)
    expect(stage.page.locator(".sarcomere-speed")).to_have_text(said)


def test_play_begins_at_the_start_from_a_moment_that_was_only_looked_at(stage):
    stage.start(1, playhead={"time_ms": 400, "still_ms": 400})
    stage.page.get_by_role("button", name=WORDS["play"]).click()
    stage.page.wait_for_function("harness.playhead.get('time_ms') < 100")


def test_play_goes_on_from_where_a_reader_has_moved(stage):
    stage.start(1, playhead={"time_ms": 400, "still_ms": 400})
    focus_part(stage, "pump")
    stage.page.keyboard.press(".")
    stage.page.keyboard.press("Space")
    stage.page.wait_for_function("harness.playhead.get('time_ms') > 401")


def test_while_it_plays_a_screen_reader_hears_each_phase_begin(stage):
    stage.start(1, playhead={"time_ms": 49.5, "slow_down": 200})
    stage.page.evaluate("harness.playhead.set('playing', true)")
    expect(stage.page.locator(".sarcomere-spoken")).to_have_text(re.compile("^(Release|Pull):"))


def test_nothing_runs_while_paused(stage):
    stage.start(1)
    stage.page.evaluate(
        """async () => {
          window.asked = 0;
          const ask = requestAnimationFrame;
          window.requestAnimationFrame = (f) => { asked += 1; return ask(f); };
          for (let frame = 0; frame < 20; frame += 1) await new Promise((shown) => ask(shown));
        }"""
    )
    assert stage.page.evaluate("asked") == 0


def test_the_time_slider_reads_out_its_time(stage):
    stage.start(1)
    slider = stage.page.get_by_role("slider", name=WORDS["scrub_name"])
    slider.fill("84")
    assert stage.clock("time_ms") == 84
    expect(stage.page.locator(".player-time")).to_have_text("84 ms")
    expect(slider).to_have_attribute("aria-valuetext", "84 ms")


def test_a_focused_part_says_its_name_and_state(stage):
    run = stage.start(50)
    stage.at(200)
    focus_part(stage, "sites")
    told = stage.page.locator(".sarcomere-tip").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    filled = run["troponin_sites_filled_percent"][200]
    assert told.startswith(f"Troponin sites: {filled:.0f} % hold calcium.")
    named = stage.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert named.replace("\N{NO-BREAK SPACE}", " ") == told
    assert stage.page.evaluate("harness.model.get('selected_part')") == "sites"


def test_arrow_keys_walk_through_every_part(stage):
    stage.start(1)
    focus_part(stage, "signal")
    names = []
    for _ in range(stage.page.locator("[data-part]").count()):
        names.append(stage.page.evaluate("document.activeElement.dataset.part"))
        stage.page.keyboard.press("ArrowRight")
    everything = stage.page.evaluate("[...document.querySelectorAll('[data-part]')].map((part) => part.dataset.part)")
    assert set(names) == set(everything)
    assert names[:2] == ["signal", "gate"]


def test_the_picture_is_one_tab_stop(stage):
    stage.start(1)
    assert stage.page.locator(".sarcomere-drawing [tabindex='0']").count() == 1


def test_a_hovered_part_shows_its_name(stage):
    stage.start(1)
    stage.page.locator("[data-part=pump]").hover()
    expect(stage.page.locator(".sarcomere-tip")).to_have_text(re.compile("^Calcium pump"))


def test_a_paused_moment_is_announced_in_words(stage):
    stage.start(1)
    stage.page.get_by_role("button", name=re.compile("^Phase 3")).click()
    live = stage.page.locator("[aria-live=polite]")
    stage.page.wait_for_function(
        "document.querySelector('[aria-live=polite]').textContent.includes('after the last signal')"
    )
    expect(live).to_contain_text("Free calcium is")


def test_screen_readers_are_not_flooded_while_runs_stream_in(stage):
    stage.start(1)
    stage.page.wait_for_function("document.querySelector('[aria-live=polite]').textContent !== ''")
    changes = stage.page.evaluate(
        """async (force) => {
          const live = document.querySelector("[aria-live=polite]");
          let changes = 0;
          new MutationObserver(() => { changes += 1; }).observe(live, { childList: true, characterData: true });
          for (let k = 1; k <= 20; k += 1) {
            const store = harness.bytesOf(force.map(() => 100 - k));
            harness.model.set("run", { ...harness.model.get("run"), store_calcium_percent: store });
            await new Promise((next) => setTimeout(next, 50));
          }
          return changes;
        }""",
        recorded_run(1)["force_percent"],
    )
    assert changes <= 1


def test_with_reduced_motion_the_clock_starts_paused(open_stage):
    stage = open_stage(reduced_motion="reduce")
    stage.start(1, playhead={"playing": True})
    assert not stage.clock("playing")


def test_with_reduced_motion_ions_stay_in_place_between_jumps(open_stage):
    stage = open_stage(reduced_motion="reduce")
    stage.start(1)
    looks = []
    for time in (801, 830, 841):
        stage.at(time)
        looks.append(stage.look(CYTOSOL))
    assert looks[0] == looks[1] != looks[2]


def test_a_narrow_place_gets_half_a_sarcomere(open_stage):
    stage = open_stage(viewport={"width": 390, "height": 844})
    stage.start(1)
    drawn = stage.drawn()
    assert (drawn["layout"], drawn["headsTotal"], drawn["sitesTotal"]) == ("half", "12", "8")
    assert stage.page.locator("[data-part=z_lines]").count() == 1


def test_the_place_counts_and_not_the_window(stage):
    stage.start(1, width=500)
    assert stage.drawn()["layout"] == "half"


def test_growing_wider_brings_the_whole_sarcomere_at_the_same_time(stage):
    stage.start(1, width=500)
    stage.at(120)
    stage.page.evaluate("document.getElementById('place').style.width = '740px'")
    stage.page.wait_for_function("document.querySelector('.sarcomere-drawing').dataset.layout === 'whole'")
    assert stage.drawn()["timeMs"] == "120"


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_to_press_is_44_px_or_more(open_stage, width):
    stage = open_stage(viewport={"width": width, "height": 844})
    stage.start(1)
    sizes = stage.page.evaluate(
        "[...document.querySelectorAll('.sarcomere button, .sarcomere select, .sarcomere input')]"
        ".map((b) => b.getBoundingClientRect()).map((r) => Math.min(r.width, r.height))"
    )
    assert min(sizes) >= 44


def test_nothing_is_wider_than_a_phone(open_stage):
    stage = open_stage(viewport={"width": 390, "height": 844})
    stage.start(1)
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("width", [390, 1280])
def test_labels_do_not_cover_each_other(open_stage, width):
    stage = open_stage(viewport={"width": width, "height": 844})
    stage.start(1)
    overlaps = stage.page.evaluate(
        """() => {
          const labels = [...document.querySelectorAll(".label-text")];
          const boxes = labels.map((node) => [node.textContent, node.getBoundingClientRect()]);
          return boxes.flatMap(([a, p], i) => boxes.slice(i + 1)
            .filter(([, q]) => p.left < q.right && q.left < p.right && p.top < q.bottom - 3 && q.top < p.bottom - 3)
            .map(([b]) => `${a} / ${b}`));
        }"""
    )
    assert overlaps == []


def test_the_player_is_not_printed(stage):
    stage.start(1)
    stage.page.emulate_media(media="print")
    expect(stage.page.locator(".sarcomere-player")).to_be_hidden()
    expect(stage.page.locator(".sarcomere-description")).to_be_visible()


def test_two_views_of_one_run_show_the_same(stage):
    stage.start(1)
    stage.page.evaluate("() => harness.addView(document.body.appendChild(document.createElement('div')))")
    stage.at(120)
    first, second = stage.page.evaluate(
        "[...document.querySelectorAll('.sarcomere-drawing')].map(({ dataset: d }) => d.timeMs + '/' + d.headsAttached)"
    )
    assert first == second


def test_a_closed_view_leaves_no_listener_behind(stage):
    stage.start(1)
    before = stage.page.evaluate("harness.listenerCount()")
    stage.page.evaluate("() => harness.addView(document.body.appendChild(document.createElement('div')))")
    stage.page.evaluate("() => harness.stopViews.pop()()")
    assert stage.page.evaluate("harness.listenerCount()") == before
    expect(stage.page.locator(".sarcomere")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 740])
def test_every_text_that_the_view_asks_for_is_worded(stage, width):
    stage.start(50, width=width, kept=recorded_run(1)["force_percent"])
    stage.page.evaluate("harness.playhead.set('playing', true)")
    stage.at(200)
    focus_part(stage, "pump")
    asked = set(stage.page.evaluate("[...harness.asked].filter((key) => typeof key === 'string')"))
    assert asked - WORDS.keys() == set()
    assert {"label_pump", "play", "pause", "keys_parts", "value_kept", "part_pump_working"} <= asked


def test_a_part_that_has_the_focus_names_the_trace_that_tells_of_it(stage):
    stage.start(50)
    focus_part(stage, "sites")
    emphasised = stage.clock("emphasised_trace")
    stage.page.evaluate("document.activeElement.blur()")
    assert (emphasised, stage.clock("emphasised_trace")) == ("troponin_sites_filled_percent", "")


def test_the_focus_is_shown_on_every_place_of_a_part(stage):
    stage.start(1)
    focus_part(stage, "z_lines")
    outline = """(places) => places.map((place) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(place);
      return [outlineStyle, outlineWidth];
    })"""
    styles = stage.page.locator("[data-part=z_lines]").evaluate_all(outline)
    assert styles == [["solid", "3px"]] * 2
