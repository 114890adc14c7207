"""What is drawn agrees with the run at the playhead, in a real browser."""

import math

import pytest

from tests.sarcomere.recorded_runs import recorded_run

TIMES_MS = (0, 20, 51, 54, 63, 85, 121, 160, 237, 391, 700, 1000)


def nearest(share_percent: float, of: int) -> int:
    return math.floor(share_percent / 100 * of + 0.5)


@pytest.mark.parametrize("rate_hz", [1, 10, 50])
@pytest.mark.parametrize(
    ("drawn_as", "total_as", "trace"),
    [
        ("sitesFilled", "sitesTotal", "troponin_sites_filled_percent"),
        ("headsAttached", "headsTotal", "heads_attached_percent"),
        ("headsPulled", "headsTotal", "heads_pulled_percent"),
    ],
)
def test_as_many_parts_are_drawn_as_the_run_says(stage, rate_hz, drawn_as, total_as, trace):
    run = stage.start(rate_hz)
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


@pytest.mark.parametrize("rate_hz", [1, 10, 50])
def test_as_many_calcium_dots_drift_as_the_stated_scale_says(stage, rate_hz):
    run = stage.start(rate_hz)
    drawn = {time: stage.at(time) for time in TIMES_MS}
    unit = float(drawn[0]["calciumUnitUm"])
    assert {time: int(seen["freeCalciumDots"]) for time, seen in drawn.items()} == {
        time: math.floor(run["free_calcium_uM"][time] / unit + 0.5) for time in TIMES_MS
    }


def test_visible_dots_are_the_counted_dots(stage):
    stage.start(1)
    count = int(stage.at(53)["freeCalciumDots"])
    assert stage.page.locator(".drifting > circle[opacity='1']").count() == count > 5


def test_visible_filled_sites_are_the_counted_sites(stage):
    stage.start(50)
    count = int(stage.at(200)["sitesFilled"])
    assert stage.page.locator(".troponin > g[opacity='1']").count() == count > 5


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


def test_the_store_level_is_drawn_lower_when_calcium_has_left(stage):
    stage.start(50)
    level = "() => document.querySelector('.pouch-level').getBoundingClientRect().top"
    stage.at(0)
    full = stage.page.evaluate(level)
    stage.at(300)
    assert stage.page.evaluate(level) > full + 8


def test_the_thin_filaments_slide_and_keep_their_length(stage):
    stage.start(50)
    box = """() => {
      const { left, width } = document.querySelector(".part-ruler .ruler").getBoundingClientRect();
      return [left, width];
    }"""
    stage.at(0)
    start, length = stage.page.evaluate(box)
    stage.at(500)
    end, length_in_pull = stage.page.evaluate(box)
    assert end < start - 15
    assert length_in_pull == pytest.approx(length, abs=0.01)


def test_the_spring_is_stretched_in_proportion_to_force(stage):
    run = stage.start(50)
    width = "() => document.querySelector('.spring').getBoundingClientRect().width"
    lengths = []
    for time in (0, 100, 200):
        stage.at(time)
        lengths.append(stage.page.evaluate(width))
    force = [run["force_percent"][time] for time in (0, 100, 200)]
    share = (lengths[1] - lengths[0]) / (lengths[2] - lengths[0])
    assert share == pytest.approx((force[1] - force[0]) / (force[2] - force[0]), abs=0.02)


def test_the_pump_turns_only_as_far_as_the_run_pumps(stage):
    run = stage.start(1)
    turns = float(stage.at(300)["pumpTurns"]) - float(stage.at(40)["pumpTurns"])
    pumped = sum(run["pump_working_percent"][40:301]) / 100
    assert turns == pytest.approx(pumped / 25, rel=0.02)


def test_the_signal_band_shows_at_impulse_times_only(stage):
    stage.start(10)
    assert [stage.at(time)["signal"] for time in (30, 52, 55, 100, 152, 190)] == [
        "none", "pulse", "pulse", "none", "pulse", "none",
    ]  # fmt: skip


def test_signals_that_would_flash_too_fast_are_drawn_steady(stage):
    stage.start(50, playhead={"slow_down": 10})
    assert {stage.at(time)["signal"] for time in range(60, 600, 3)} == {"steady"}


def test_the_same_time_gives_the_same_picture_after_scrubbing_away(stage):
    stage.start(10)
    picture = "() => document.querySelector('.sarcomere-drawing').innerHTML"
    stage.at(170.5)
    first = stage.page.evaluate(picture)
    stage.at(640)
    stage.at(170.5)
    attributes_of_hidden_parts = r'transform="[^"]*"(?=[^>]*opacity="0)|opacity="0[^>]*'
    js = "([a, b, pattern]) => a.replace(new RegExp(pattern, 'g'), '') === b.replace(new RegExp(pattern, 'g'), '')"
    assert stage.page.evaluate(js, [first, stage.page.evaluate(picture), attributes_of_hidden_parts])


def test_a_new_run_is_drawn_at_once_at_the_same_time(stage):
    stage.start(1)
    stage.at(200)
    tetanus = recorded_run(50)
    stage.page.evaluate("run => harness.model.set('run', harness.packed(run))", tetanus)
    drawn = stage.drawn()
    assert float(drawn["timeMs"]) == 200
    assert float(drawn["forcePercent"]) == pytest.approx(tetanus["force_percent"][200], abs=0.006)


def test_without_a_run_nothing_is_claimed(stage):
    stage.start(None)
    assert "timeMs" not in stage.drawn()
    assert stage.page.locator(".sarcomere-caption").inner_text() == "The first run is on its way."
    assert stage.page.evaluate("harness.events") == []


def test_the_first_drawing_is_announced_once(stage):
    stage.start(1)
    stage.at(100)
    stage.page.evaluate("harness.model.set('run', { ...harness.model.get('run') })")
    assert stage.page.evaluate("harness.events") == ["sarcomere"]
    assert stage.page.locator("#place").get_attribute("data-drawn") == "true"


def test_a_kept_run_is_a_second_spring(stage):
    run = stage.start(1)
    assert stage.page.locator(".kept-spring").get_attribute("opacity") == "0"
    stage.page.evaluate("force => harness.model.set('kept_force', harness.bytesOf(force))", run["force_percent"])
    assert stage.page.locator(".kept-spring").get_attribute("opacity") == "1"


def test_the_stated_scale_is_written_on_the_picture(stage):
    stage.start(1)
    assert "1 dot = 0.5 µM" in stage.page.locator(".sarcomere-drawing").text_content()


def test_less_magnesium_is_drawn_as_fewer_hexagons(stage):
    run = stage.start(1)
    normal = int(stage.at(10)["freeMagnesiumHexagons"])
    run["free_magnesium_mM"] = [value / 4 for value in run["free_magnesium_mM"]]
    stage.page.evaluate("run => harness.model.set('run', harness.packed(run))", run)
    assert int(stage.drawn()["freeMagnesiumHexagons"]) == normal / 4


def test_heads_hand_over_while_force_holds(stage):
    stage.start(50)
    pulling = "() => [...document.querySelectorAll('.head')].map((head) => head.classList.contains('head-attached'))"
    stage.at(400)
    first = stage.page.evaluate(pulling)
    stage.at(500)
    later = stage.page.evaluate(pulling)
    assert sum(first) == sum(later)
    assert first != later


def test_without_atp_no_head_lets_go(stage):
    run = stage.start(50)
    run["magnesium_ATP_mM"] = [0.0] * len(run["time_ms"])
    run["heads_attached_percent"] = run["heads_pulled_percent"] = [60.0] * len(run["time_ms"])
    stage.page.evaluate("run => harness.model.set('run', harness.packed(run))", run)
    pulled = "() => [...document.querySelectorAll('.head')].map((head) => head.classList.contains('head-pulled'))"
    stage.at(100)
    first = stage.page.evaluate(pulled)
    stage.at(900)
    assert stage.page.evaluate(pulled) == first
    assert any(first)


def test_the_picture_says_that_it_is_simplified_and_not_to_scale(stage):
    stage.start(1)
    notice = stage.page.locator(".sarcomere-notice").inner_text()
    assert "One simplified fibre" in notice
    assert "Not drawn to scale" in notice


@pytest.mark.parametrize("seen_time_ms", [120])
def test_one_frame_costs_far_less_than_a_frame_has(stage, seen_time_ms):
    stage.start(50)
    cost_ms = stage.page.evaluate(
        """from => {
          const costs = [];
          for (let k = 0; k < 400; k += 1) {
            const start = performance.now();
            harness.at(from + k * 0.83);
            costs.push(performance.now() - start);
          }
          return costs.sort((a, b) => a - b)[200];
        }""",
        seen_time_ms,
    )
    assert cost_ms < 4
