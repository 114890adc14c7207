from array import array
from unittest.mock import Mock

import pytest

import widgets
from widgets.explorers.contraction_cycle.contraction_explorer import ContractionExplorer
from widgets.physiology.copasi_simulator import CopasiSimulator, SimulationError
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


@pytest.fixture
def explorer() -> ContractionExplorer:
    return ContractionExplorer()


def drawn(explorer: ContractionExplorer, trace: str, run: str = "this_run") -> list[float]:
    """What the browser is given to draw for one line of the figure."""
    for line in explorer.traces.lines:
        if (line["meta"]["trace"], line["meta"]["run"]) == (trace, run):
            return array("f", getattr(explorer.traces, line["y"])).tolist()
    raise AssertionError(f"no line for {trace}, {run}")


def test_the_page_opens_on_a_finished_run_of_one_signal(explorer):
    assert len(explorer.run.impulse_times_ms) == 1
    assert max(drawn(explorer, "force_percent")) > 5


def test_the_page_shows_what_the_same_call_gives(explorer):
    explorer.set(impulse_rate_Hz=20, free_magnesium_mM=0.5)
    same = widgets.simulate(**explorer.controls.values)
    assert drawn(explorer, "force_percent") == array("f", same.traces["force_percent"]).tolist()


@pytest.mark.parametrize("name", [c.name for c in experiment_controls().values() if c.scale in ("linear", "log")])
def test_every_slider_can_be_moved_to_both_ends(explorer, name):
    control = experiment_controls()[name]
    for end in (control.minimum, control.maximum):
        explorer.controls.values = {**explorer.controls.values, name: end}
        assert explorer.run.controls[name] == end or name in explorer.controls.faults


def test_figure_and_sarcomere_show_the_same_run(explorer):
    explorer.set(impulse_rate_Hz=12)
    assert array("f", explorer.sarcomere.run["force_percent"]).tolist() == drawn(explorer, "force_percent")


def test_a_value_that_cannot_be_used_is_answered_beside_its_control(explorer):
    before = explorer.run
    explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 99}
    assert "0.05 to 10\N{NO-BREAK SPACE}mM" in explorer.controls.faults["free_magnesium_mM"]
    assert explorer.run is before


def test_a_good_value_takes_the_fault_away(explorer):
    explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 99}
    explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 2}
    assert explorer.controls.faults == {}


def test_where_the_solver_gives_up_one_sentence_says_so_and_the_last_good_run_stays(explorer, monkeypatch):
    before, force = explorer.run, drawn(explorer, "force_percent")
    with monkeypatch.context() as broken:
        broken.setattr(CopasiSimulator, "run", Mock(side_effect=SimulationError("step too small")))
        explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 2}
    (sentence,) = explorer.controls.faults.values()
    assert "could not be solved" in sentence
    assert explorer.run is before
    assert drawn(explorer, "force_percent") == force


def test_after_the_solver_gave_up_the_next_move_is_solved(explorer, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(CopasiSimulator, "run", Mock(side_effect=SimulationError("step too small")))
        explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 2}
    explorer.controls.values = {**explorer.controls.values, "free_magnesium_mM": 3}
    assert explorer.controls.faults == {}
    assert explorer.run.controls["free_magnesium_mM"] == 3


def test_setting_an_unknown_control_changes_nothing(explorer):
    before = explorer.run
    with pytest.raises(ControlError):
        explorer.set(magnesium=1)
    assert explorer.run is before


def test_a_kept_run_stays_as_a_ghost_while_sliders_move(explorer):
    kept = drawn(explorer, "force_percent")
    explorer.keep_run()
    explorer.set(pump_activity=0.5)
    assert drawn(explorer, "force_percent", "kept_run") == kept
    assert drawn(explorer, "force_percent") != kept


def test_a_kept_run_is_what_the_sentence_compares_with(explorer):
    explorer.set(impulse_rate_Hz=20)
    explorer.keep_run()
    explorer.set(pump_activity=0.5)
    assert "differs from your kept run: Calcium pump activity" in explorer.sentence


def test_a_kept_run_can_be_removed(explorer):
    explorer.keep_run()
    explorer.drop_kept_run()
    assert drawn(explorer, "force_percent", "kept_run") == []
    assert explorer.sarcomere.kept_force is None


def test_a_kept_run_of_another_length_is_drawn_on_its_own_time(explorer):
    explorer.keep_run()
    explorer.set(recording_length_ms=300)
    assert len(array("f", explorer.sarcomere.kept_force)) == len(explorer.run.time_ms)


def test_reset_puts_every_control_back(explorer):
    start = dict(explorer.controls.values)
    explorer.set(impulse_rate_Hz=33, plasma_magnesium_mM=0.4)
    explorer.reset()
    assert explorer.controls.values == start


def test_reset_fits_the_axes_again(explorer):
    limits = explorer.traces.figure_layout["yaxis4"]["range"]
    explorer.set(impulse_rate_Hz=50)
    explorer.reset()
    assert explorer.traces.figure_layout["yaxis4"]["range"] == limits


@pytest.mark.parametrize("name", experiment_presets())
def test_every_preset_sets_its_controls_and_defaults_for_the_rest(explorer, name):
    explorer.set(nerve_irritation=0.2)
    explorer.load_preset(name)
    defaults = {control: c.default for control, c in experiment_controls().items()}
    assert explorer.controls.values == defaults | dict(experiment_presets()[name].values)


def test_sending_a_signal_plays_from_just_before_it(explorer):
    explorer.send_signal()
    assert explorer.playhead.playing
    assert 0 <= explorer.playhead.time_ms < explorer.run.impulse_times_ms[0]


def test_sending_a_signal_brings_the_single_signal_back(explorer):
    explorer.set(impulse_rate_Hz=40)
    explorer.send_signal()
    assert len(explorer.run.impulse_times_ms) == 1


def test_the_clock_follows_the_recordings_length(explorer):
    explorer.set(recording_length_ms=400)
    assert explorer.playhead.duration_ms == 400


@pytest.mark.parametrize(
    "message", [{"action": "keep"}, {"action": "drop"}, {"action": "reset"}, {"action": "send_signal"}]
)
def test_every_button_of_the_panel_does_something(explorer, message):
    explorer.set(impulse_rate_Hz=5)
    explorer.kept = explorer.run if message["action"] == "drop" else None
    before = (explorer.kept, explorer.controls.values, explorer.playhead.playing)
    explorer.controls._handle_custom_msg(message, [])
    assert (explorer.kept, explorer.controls.values, explorer.playhead.playing) != before


def test_the_figure_hands_out_the_run_as_csv(explorer):
    sent = []
    explorer.traces.send = lambda _content, buffers: sent.append(bytes(buffers[0]).decode())
    explorer.set(impulse_rate_Hz=7)
    explorer.traces._handle_custom_msg({"ask": "csv"}, [])
    assert sent == [explorer.run.to_csv()]


def test_only_arrays_that_changed_are_sent(explorer):
    explorer.keep_run()
    changed = set()
    explorer.traces.send_state = changed.update
    explorer.set(pump_activity=0.6)
    ghosts = {line["y"] for line in explorer.traces.lines if line["meta"]["run"] == "kept_run"}
    assert changed & {line["y"] for line in explorer.traces.lines}
    assert not changed & ghosts


def test_a_phase_chosen_in_the_sarcomere_is_shaded_on_the_traces(explorer):
    explorer.sarcomere.selected_phase = "relax"
    relax = next(phase for phase in explorer.sarcomere.phases if phase["key"] == "relax")
    shapes = explorer.traces.figure_layout["shapes"]
    assert (relax["start_ms"], relax["end_ms"]) in [(shape["x0"], shape["x1"]) for shape in shapes]


def test_a_part_chosen_in_the_sarcomere_dims_the_traces_that_do_not_tell_of_it(explorer):
    explorer.sarcomere.selected_part = "sites"
    bright = {line["meta"]["trace"] for line in explorer.traces.lines if line["opacity"] == 1}
    assert bright == {"troponin_sites_filled_percent"}


def test_leaving_the_part_brings_all_traces_back(explorer):
    explorer.sarcomere.selected_part = "sites"
    explorer.sarcomere.selected_part = ""
    assert not any("opacity" in line for line in explorer.traces.lines)


def test_the_axes_can_be_fitted_to_a_weaker_run(explorer):
    limits = explorer.traces.figure_layout["yaxis4"]["range"]
    explorer.set(impulse_rate_Hz=50)
    explorer.set(impulse_rate_Hz=1)
    grown = explorer.traces.figure_layout["yaxis4"]["range"]
    explorer.traces._handle_custom_msg({"ask": "fit"}, [])
    assert explorer.traces.figure_layout["yaxis4"]["range"] == limits != grown
