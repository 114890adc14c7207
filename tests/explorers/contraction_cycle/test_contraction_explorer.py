import asyncio
import json
from array import array
from unittest.mock import Mock

import pytest

import widgets
from tests.browser.asking import answer_of, ask
from widgets.explorers.contraction_cycle.contraction_explorer import START_PRESET, ContractionExplorer
from widgets.explorers.frame import long_move
from widgets.physiology.copasi_simulator import CopasiSimulator, SimulationError
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


@pytest.fixture
def explorer() -> ContractionExplorer:
    return ContractionExplorer()


def drawn(explorer: ContractionExplorer, trace: str, run: str = "this_run") -> list[float]:
    """What the browser is given to draw for one line of the figure."""
    for line in explorer.cycle.traces.lines:
        if (line["meta"]["trace"], line["meta"]["run"]) == (trace, run):
            return array("f", getattr(explorer.cycle.traces, line["y"])).tolist()
    raise AssertionError(f"no line for {trace}, {run}")


def test_the_page_opens_on_a_burst_in_which_most_heads_attach(explorer):
    assert len(explorer.run.impulse_times_ms) == 8
    assert max(explorer.run.traces["heads_attached_percent"]) > 75


def test_the_page_opens_at_the_beginning_of_its_time_and_waits(explorer):
    clock = explorer.cycle.playhead
    assert (clock.time_ms, clock.playing) == (0, False)


@pytest.mark.parametrize("name", [name for name in experiment_presets() if name != START_PRESET])
def test_a_preset_opens_where_it_pulls_most(explorer, name):
    explorer.record.load_preset(name)
    shown = explorer.run.at(explorer.cycle.playhead.time_ms)["force_percent"]
    assert shown > 0.9 * explorer.run.measures["peak_force_percent"]


def test_a_preset_that_is_looked_at_plays_from_its_beginning(explorer):
    explorer.record.load_preset("smooth_pull")
    assert explorer.cycle.playhead.still_ms == explorer.cycle.playhead.time_ms > 0


def test_the_burst_comes_back_at_its_beginning(explorer):
    explorer.record.load_preset("smooth_pull")
    explorer.record.reset()
    assert (explorer.cycle.playhead.time_ms, explorer.cycle.playhead.still_ms) == (0, None)


def test_the_page_shows_what_the_same_call_gives(explorer):
    explorer.set(impulse_rate_Hz=20, free_magnesium_mM=0.5)
    same = widgets.simulate(**explorer.record.values)
    assert drawn(explorer, "force_percent") == array("f", same.traces["force_percent"]).tolist()


@pytest.mark.parametrize("name", [c.name for c in experiment_controls().values() if c.scale in ("linear", "log")])
def test_every_slider_can_be_moved_to_both_ends(explorer, name):
    control = experiment_controls()[name]
    for end in (control.minimum, control.maximum):
        explorer.record.values = {**explorer.record.values, name: end}
        assert explorer.run.controls[name] == end or name in explorer.record.faults


def test_figure_and_sarcomere_show_the_same_run(explorer):
    explorer.set(impulse_rate_Hz=12)
    assert array("f", explorer.cycle.sarcomere.run["force_percent"]).tolist() == drawn(explorer, "force_percent")


def test_a_value_that_cannot_be_used_is_answered_beside_its_control(explorer):
    before = explorer.run
    explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 99}
    assert "0.05 to 10\N{NO-BREAK SPACE}mM" in explorer.record.faults["free_magnesium_mM"]
    assert explorer.run is before


def test_a_good_value_takes_the_fault_away(explorer):
    explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 99}
    explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 2}
    assert explorer.record.faults == {}


def test_where_the_solver_gives_up_one_sentence_says_so_and_the_last_good_run_stays(explorer, monkeypatch):
    before, force = explorer.run, drawn(explorer, "force_percent")
    with monkeypatch.context() as broken:
        broken.setattr(CopasiSimulator, "run", Mock(side_effect=SimulationError("step too small")))
        explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 2}
    (sentence,) = explorer.record.faults.values()
    assert "could not be solved" in sentence
    assert explorer.run is before
    assert drawn(explorer, "force_percent") == force


def test_after_the_solver_gave_up_the_next_move_is_solved(explorer, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(CopasiSimulator, "run", Mock(side_effect=SimulationError("step too small")))
        explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 2}
    explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 3}
    assert explorer.record.faults == {}
    assert explorer.run.controls["free_magnesium_mM"] == 3


def test_setting_an_unknown_control_changes_nothing(explorer):
    before = explorer.run
    with pytest.raises(ControlError):
        explorer.set(magnesium=1)
    assert explorer.run is before


def test_a_kept_run_stays_as_a_ghost_while_sliders_move(explorer):
    kept = drawn(explorer, "force_percent")
    explorer.record.keep()
    explorer.set(pump_activity=0.5)
    assert drawn(explorer, "force_percent", "kept_run") == kept
    assert drawn(explorer, "force_percent") != kept


def test_a_kept_run_is_what_the_sentence_compares_with(explorer):
    explorer.set(impulse_rate_Hz=20)
    explorer.record.keep()
    explorer.set(pump_activity=0.5)
    assert "differs from your kept run: Calcium pump activity" in explorer.sentence


def test_a_kept_run_can_be_removed(explorer):
    explorer.record.keep()
    explorer.record.drop()
    assert drawn(explorer, "force_percent", "kept_run") == []
    assert explorer.cycle.sarcomere.kept_force is None


def test_a_kept_run_of_another_length_is_drawn_on_its_own_time(explorer):
    explorer.record.keep()
    explorer.set(recording_length_ms=300)
    assert len(array("f", explorer.cycle.sarcomere.kept_force)) == len(explorer.run.time_ms)


def test_reset_puts_every_control_back(explorer):
    start = dict(explorer.record.values)
    explorer.set(impulse_rate_Hz=33, plasma_magnesium_mM=0.4)
    explorer.record.reset()
    assert explorer.record.values == start


def test_reset_fits_the_axes_again(explorer):
    limits = explorer.cycle.traces.figure_layout["yaxis4"]["range"]
    explorer.set(impulse_rate_Hz=50)
    explorer.record.reset()
    assert explorer.cycle.traces.figure_layout["yaxis4"]["range"] == limits


@pytest.mark.parametrize("name", experiment_presets())
def test_every_preset_sets_its_controls_and_defaults_for_the_rest(explorer, name):
    explorer.set(nerve_irritation=0.2)
    explorer.record.load_preset(name)
    defaults = {control: c.default for control, c in experiment_controls().items()}
    assert explorer.record.values == defaults | dict(experiment_presets()[name].values)


@pytest.mark.parametrize(("preset", "signals"), [("short_burst", 8), ("single_signal", 1)])
def test_sending_signals_plays_them_from_the_beginning(explorer, preset, signals):
    explorer.set(impulse_rate_Hz=40)
    explorer.send_signals(preset)
    assert explorer.cycle.playhead.playing
    assert explorer.cycle.playhead.time_ms == 0
    assert len(explorer.run.impulse_times_ms) == signals


def test_the_burst_is_sent_again_without_solving_it_again(explorer):
    before = explorer.run
    explorer.send_signals("short_burst")
    assert explorer.run is before


def test_the_clock_follows_the_recordings_length(explorer):
    explorer.set(recording_length_ms=400)
    assert explorer.cycle.playhead.duration_ms == 400


@pytest.mark.parametrize("question", ["keep", "drop", "reset", "undo"])
def test_every_button_of_the_panel_does_something(explorer, question):
    explorer.set(impulse_rate_Hz=5)
    if question == "drop":
        explorer.record.keep()
    before = (explorer.cycle.kept, explorer.record.values)
    ask(explorer.record, question)
    assert (explorer.cycle.kept, explorer.record.values) != before


def test_the_buttons_of_the_first_level_send_signals(explorer):
    ask(explorer.controls, "send", preset="single_signal")
    assert explorer.cycle.playhead.playing


def test_the_figure_hands_out_the_run_as_csv(explorer):
    explorer.set(impulse_rate_Hz=7)
    assert answer_of(explorer.cycle.traces, "csv").decode() == explorer.run.to_csv()


def test_only_arrays_that_changed_are_sent(explorer):
    explorer.record.keep()
    changed = set()
    explorer.cycle.traces.send_state = changed.update
    explorer.set(pump_activity=0.6)
    ghosts = {line["y"] for line in explorer.cycle.traces.lines if line["meta"]["run"] == "kept_run"}
    assert changed & {line["y"] for line in explorer.cycle.traces.lines}
    assert not changed & ghosts


def test_a_phase_chosen_in_the_sarcomere_is_shaded_on_the_traces(explorer):
    explorer.cycle.sarcomere.selected_phase = "relax"
    relax = next(phase for phase in explorer.cycle.sarcomere.phases if phase["key"] == "relax")
    shapes = explorer.cycle.traces.figure_layout["shapes"]
    assert (relax["start_ms"], relax["end_ms"]) in [(shape["x0"], shape["x1"]) for shape in shapes]


def test_a_part_chosen_in_the_sarcomere_draws_nothing_anew(explorer, monkeypatch):
    drawn = []
    monkeypatch.setattr(explorer.cycle.traces, "show", lambda **figure: drawn.append(figure))
    explorer.cycle.sarcomere.selected_part = "sites"
    assert drawn == []


def test_the_browser_knows_which_trace_tells_of_a_part(explorer):
    traces = {line["meta"]["trace"] for line in explorer.cycle.traces.lines}
    assert explorer.cycle.sarcomere.trace_of_part["sites"] == "troponin_sites_filled_percent"
    assert set(explorer.cycle.sarcomere.trace_of_part.values()) <= traces


def test_the_axes_can_be_fitted_to_a_weaker_run(explorer):
    grown = explorer.cycle.traces.figure_layout["yaxis4"]["range"]
    explorer.set(impulse_rate_Hz=1)
    still = explorer.cycle.traces.figure_layout["yaxis4"]["range"]
    ask(explorer.cycle.traces, "fit")
    assert explorer.cycle.traces.figure_layout["yaxis4"]["range"][1] < still[1] == grown[1]


LONG_RUN = {"recording_length_ms": 21_000.0, "command_duration_ms": 10_000.0}


class TestLongRuns:
    """A recording of 21 s is solved in pieces; here the page never waits for it."""

    @pytest.fixture(autouse=True)
    def _wait_for_nothing(self, monkeypatch):
        monkeypatch.setattr(long_move, "LOOK_AFTER_S", 0.0)
        monkeypatch.setattr(long_move, "LONGEST_AT_ONCE_S", 0.0)

    def test_the_former_run_stays_until_the_long_one_is_ready(self, explorer):
        start = explorer.run

        async def run() -> None:
            explorer.record.values = {**explorer.record.values, **LONG_RUN}
            assert explorer.record.computing
            assert explorer.run is start
            while explorer.record.computing:
                await asyncio.sleep(0.01)

        asyncio.run(run())
        assert max(drawn(explorer, "force_percent")) == pytest.approx(
            explorer.run.measures["peak_force_percent"], rel=0.01
        )
        assert explorer.run.controls["recording_length_ms"] == LONG_RUN["recording_length_ms"]
        assert "Recording lasts" in explorer.sentence

    def test_a_signal_that_is_sent_meanwhile_takes_its_place(self, explorer):
        async def run() -> None:
            explorer.record.values = {**explorer.record.values, **LONG_RUN}
            explorer.send_signals(START_PRESET)

        asyncio.run(run())
        assert (explorer.record.values, explorer.record.computing) == (dict(explorer.record.start), False)
        assert explorer.cycle.playhead.playing

    def test_a_long_run_that_was_kept_comes_back_in_pieces(self, explorer):
        kept = {**explorer.record.values, **LONG_RUN}

        async def run() -> None:
            stored = {"values": {"impulse_rate_Hz": 20}, "kept": kept, "level": "all"}
            ask(explorer.record, "restore", stored=json.dumps(stored))
            assert explorer.record.computing
            while explorer.record.computing:
                await asyncio.sleep(0.01)

        asyncio.run(run())
        assert explorer.cycle.kept.controls["recording_length_ms"] == LONG_RUN["recording_length_ms"]
        assert explorer.run.controls["impulse_rate_Hz"] == 20
