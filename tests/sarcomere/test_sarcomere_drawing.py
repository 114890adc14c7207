"""What is drawn agrees with the run at the playhead, in a real browser. Motion itself is tested without one."""

import math

import pytest
from playwright.sync_api import expect

from tests.sarcomere.recorded_runs import recorded_run
from tests.sarcomere.stage import CYTOSOL

TIMES_MS = (0, 20, 51, 54, 63, 85, 121, 160, 237, 391, 700, 1000)
CALCIUM = (213, 94, 0)
STORED = (244, 190, 150)
Z_LINE = (55, 51, 44)
RULER = (77, 74, 69)
KEPT_RUN = (118, 118, 118)
# Places in the whole drawing: left, top, width and height.
UPPER_TROPONINS = (50, 222, 560, 18)
LOWER_TROPONINS = (50, 368, 560, 18)
POUCH_COLUMN = (330, 93, 2, 50)  # below the mark of a full store
END_OF_RIGHT_Z_LINE = (560, 386.5, 100, 1)
ENDS_OF_RULER = (340, 397.5, 320, 2)
HEADS = (150, 270, 400, 70)
WALL_X = 740


def nearest(share_percent: float, of: int) -> int:
    return math.floor(share_percent / 100 * of + 0.5)


@pytest.mark.parametrize(
    ("drawn_as", "total_as", "trace"),
    [
        ("sitesFilled", "sitesTotal", "troponin_sites_filled_percent"),
        ("headsAttached", "headsTotal", "heads_attached_percent"),
        ("headsPulled", "headsTotal", "heads_pulled_percent"),
    ],
)
def test_as_many_parts_are_drawn_as_the_run_says(stage, drawn_as, total_as, trace):
    run = stage.start(50)
    drawn = {time: stage.at(time) for time in TIMES_MS}
    assert {time: int(seen[drawn_as]) for time, seen in drawn.items()} == {
        time: nearest(run[trace][time], int(drawn[time][total_as])) for time in TIMES_MS
    }


def test_half_a_sarcomere_keeps_the_shares_of_the_run(stage):
    run = stage.start(50, width=390)
    drawn = {time: stage.at(time) for time in TIMES_MS}
    assert {time: (int(seen["headsAttached"]), int(seen["sitesFilled"])) for time, seen in drawn.items()} == {
        time: (
            nearest(run["heads_attached_percent"][time], 12),
            nearest(run["troponin_sites_filled_percent"][time], 8),
        )
        for time in TIMES_MS
    }


@pytest.mark.parametrize(
    ("drawn_as", "trace"),
    [
        ("storeFillPercent", "store_calcium_percent"),
        ("gateOpenPercent", "release_gate_open_percent"),
        ("latchPercent", "magnesium_latch_percent"),
        ("forcePercent", "force_percent"),
    ],
)
def test_levels_follow_the_run(stage, drawn_as, trace):
    run = stage.start(10)
    assert [float(stage.at(time)[drawn_as]) for time in TIMES_MS] == pytest.approx(
        [run[trace][time] for time in TIMES_MS], abs=0.006
    )


def test_visible_dots_are_the_counted_dots(stage):
    stage.start(1)
    seen, counted = [], []
    for time in (20, 70, 80, 90):
        counted.append(int(stage.at(time)["freeCalciumDots"]))
        seen.append(stage.spots((10, 174, 736, 46), CALCIUM))
    assert seen == counted
    assert max(counted) > 1


def test_visible_filled_sites_are_the_counted_sites(stage):
    stage.start(50)
    count = int(stage.at(200)["sitesFilled"])
    # Above and below, left and right take turns; only below no free ion comes near.
    below = sum(rank % 4 >= 2 for rank in range(count))
    assert stage.spots(LOWER_TROPONINS, CALCIUM) == 2 * below > 10


def test_the_store_level_is_drawn_lower_when_calcium_has_left(stage):
    stage.start(50)
    tops = []
    for time in (0, 300):
        stage.at(time)
        tops.append(stage.edges(POUCH_COLUMN, STORED)[1])
    assert tops[1] > tops[0] + 7


def test_the_thin_filaments_slide_and_keep_their_length(stage):
    stage.start(50)
    rulers = []
    for time in (0, 500):
        stage.at(time)
        left, _, right, _ = stage.edges(ENDS_OF_RULER, RULER)
        rulers.append((left, right - left))
    (start, length), (end, length_in_pull) = rulers
    assert end < start - 15
    assert length_in_pull == pytest.approx(length, abs=1)


def test_the_spring_is_stretched_in_proportion_to_force(stage):
    run = stage.start(50)
    lengths = []
    for time in (0, 100, 200):
        stage.at(time)
        lengths.append(WALL_X - stage.edges(END_OF_RIGHT_Z_LINE, Z_LINE)[0])
    force = [run["force_percent"][time] for time in (0, 100, 200)]
    share = (lengths[1] - lengths[0]) / (lengths[2] - lengths[0])
    assert share == pytest.approx((force[1] - force[0]) / (force[2] - force[0]), abs=0.05)


def test_what_can_be_reached_moves_with_what_is_drawn(stage):
    stage.start(50)
    ruler = stage.page.locator("[data-part=ruler]")
    lefts = []
    for time in (0, 500):
        stage.at(time)
        lefts.append(ruler.bounding_box()["x"])
    assert lefts[1] < lefts[0] - 15


def test_the_signal_shows_at_impulse_times_only(stage):
    stage.start(10)
    assert [stage.at(time)["signal"] for time in (30, 53, 100, 152, 190)] == ["none", "pulse", "none", "pulse", "none"]


def test_signals_that_would_flash_too_fast_are_drawn_steady(stage):
    stage.start(50, playhead={"slow_down": 10})
    assert {stage.at(time)["signal"] for time in range(60, 600, 30)} == {"steady"}


def test_the_same_time_gives_the_same_picture_after_scrubbing_away(stage):
    stage.start(10)
    picture = "document.querySelector('.sarcomere-canvas').toDataURL()"
    stage.at(170.5)
    first = stage.page.evaluate(picture)
    stage.at(640)
    other = stage.page.evaluate(picture)
    stage.at(170.5)
    assert stage.page.evaluate(picture) == first != other


def test_heads_hand_over_while_force_holds(stage):
    stage.start(50)
    first = (stage.at(400)["headsAttached"], stage.look(HEADS))
    later = (stage.at(500)["headsAttached"], stage.look(HEADS))
    assert first[0] == later[0]
    assert first[1] != later[1]


def test_a_new_run_is_drawn_in_the_next_frame_at_the_same_time(stage):
    stage.start(1)
    stage.at(200)
    tetanus = recorded_run(50)
    drawn = stage.take_run(tetanus)
    assert float(drawn["timeMs"]) == 200
    assert float(drawn["forcePercent"]) == pytest.approx(tetanus["force_percent"][200], abs=0.006)


def test_one_move_of_a_slider_is_drawn_once(stage):
    run = stage.start(1, kept=recorded_run(1)["force_percent"])
    drawings = stage.page.evaluate(
        """async (run) => {
          let drawings = 0;
          const picture = document.querySelector(".sarcomere-canvas").getContext("2d");
          const { drawImage } = picture;
          // The first thing that is laid on the canvas covers all of it.
          picture.drawImage = function (sheet, ...place) {
            drawings += sheet.width === this.canvas.width;
            return drawImage.call(this, sheet, ...place);
          };
          const { model, playhead } = harness;
          playhead.set("duration_ms", 900);
          playhead.set("story", [{ key: "rest", start_ms: 0, end_ms: 900, slow_down: 30 }]);
          model.set("run", harness.packed(run));
          model.set("phases", [...model.get("phases")]);
          model.set("kept_force", harness.bytesOf(run.force_percent));
          for (let frame = 0; frame < 4; frame += 1) await harness.nextFrame();
          return drawings;
        }""",
        run,
    )
    assert drawings == 1


def test_what_cannot_be_seen_is_told_but_not_painted(stage):
    stage.start(50)
    stage.at(0)
    stage.page.evaluate("document.getElementById('place').style.marginTop = '4000px'")
    stage.page.wait_for_timeout(100)
    before = stage.look(HEADS)
    told = stage.at(300)
    unseen = stage.look(HEADS)
    stage.page.locator(".sarcomere-drawing").scroll_into_view_if_needed()
    stage.page.wait_for_function("before => harness.look([150, 270, 400, 70]) !== before", arg=before)
    assert unseen == before
    assert float(told["timeMs"]) == 300
    assert int(told["headsAttached"]) > 5


def test_without_a_run_nothing_is_claimed(stage):
    stage.start(None)
    assert "timeMs" not in stage.drawn()
    expect(stage.page.locator(".sarcomere-caption")).to_have_text("The first run is on its way.")
    assert stage.page.evaluate("harness.events") == []


def test_a_run_without_a_trace_is_told_and_not_drawn_as_nothing(open_stage):
    stage = open_stage()
    stage.start(1)
    run = recorded_run(50)
    del run["heads_attached_percent"]
    before = stage.drawn()
    after = stage.take_run(run)
    fault = stage.page.get_by_role("alert").inner_text()
    assert fault == "The picture cannot be drawn, because the run has no heads_attached_percent."
    assert after == before
    assert any("heads_attached_percent" in error for error in stage.errors)


def test_the_next_good_run_is_drawn_again(open_stage):
    stage = open_stage()
    stage.start(1)
    stage.take_run({**recorded_run(50), "force_percent": []})
    drawn = stage.take_run(recorded_run(50))
    assert float(drawn["storeFillPercent"]) == 100
    expect(stage.page.locator(".sarcomere-fault")).to_be_hidden()


def test_the_first_drawing_is_announced_once(stage):
    stage.start(1)
    stage.at(100)
    stage.take_run(recorded_run(1))
    assert stage.page.evaluate("harness.events") == ["sarcomere"]
    expect(stage.page.locator("#place")).to_have_attribute("data-drawn", "true")


def test_a_kept_run_is_a_second_spring(stage):
    run = stage.start(1)
    beside_spring = (650, 265, 80, 22)
    alone = stage.edges(beside_spring, KEPT_RUN)
    kept = "async force => { harness.model.set('kept_force', harness.bytesOf(force)); await harness.nextFrame(); }"
    stage.page.evaluate(kept, run["force_percent"])
    assert alone is None
    assert stage.edges(beside_spring, KEPT_RUN) is not None


def test_the_stated_scale_is_written_on_the_picture(stage):
    stage.start(1)
    expect(stage.page.locator(".sarcomere-drawing")).to_contain_text("1 dot = 0.5 µM")


def test_the_amounts_of_now_are_written_on_the_picture(stage):
    run = stage.start(50)
    stage.at(200)
    expect(stage.page.locator(".force-value")).to_have_text(f"{run['force_percent'][200]:.0f} %")
    expect(stage.page.locator(".store-value")).to_have_text(f"{run['store_calcium_percent'][200]:.0f} %")


def test_the_picture_has_as_many_pixels_as_the_screen(open_stage):
    stage = open_stage(device_scale_factor=2)
    stage.start(1)
    width = stage.page.locator(".sarcomere-drawing").bounding_box()["width"]
    assert stage.page.evaluate("document.querySelector('.sarcomere-canvas').width") == pytest.approx(2 * width, abs=2)


def test_the_picture_is_finer_in_print(stage):
    stage.start(1)
    pixels = "document.querySelector('.sarcomere-canvas').width"
    on_screen = stage.page.evaluate(pixels)
    stage.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = stage.page.evaluate(pixels)
    troponins = stage.look(UPPER_TROPONINS)
    stage.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert printed >= 3 * on_screen
    assert len(set(troponins.split(","))) > 50
    assert stage.page.evaluate(pixels) == on_screen


def test_in_forced_colours_the_picture_has_the_readers_own(stage):
    stage.start(1)
    stage.at(88)
    stage.page.emulate_media(forced_colors="active")
    stage.page.wait_for_function("box => harness.edges(box, [213, 94, 0]) === null", arg=list(UPPER_TROPONINS))
    background, text = stage.page.evaluate(
        """() => ["Canvas", "CanvasText"].map((name) => {
          const probe = document.body.appendChild(document.createElement("p"));
          probe.style.color = name;
          return getComputedStyle(probe).color.match(/\\d+/g).slice(0, 3).map(Number);
        })"""
    )
    assert stage.edges(CYTOSOL, background) is not None
    assert stage.edges(END_OF_RIGHT_Z_LINE, text) is not None


def test_the_picture_says_that_it_is_simplified_and_not_to_scale(stage):
    stage.start(1)
    notice = stage.page.locator(".sarcomere-notice").inner_text()
    assert "One simplified fibre" in notice
    assert "Not drawn to scale" in notice
