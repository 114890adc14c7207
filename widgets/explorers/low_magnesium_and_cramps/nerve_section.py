"""The section on the nerve: a command that ends while force goes on, and what stops it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from widgets.descriptions.after_discharge_description import HARDLY_FALLEN, describe_firing, firing_finding, nerve_notes
from widgets.explorers.parts.choice_buttons import Choice, ChoiceButtons
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.after_discharge_traces import draw_after_discharge
from widgets.physiology.after_discharge import (
    MS_IN_S,
    MarginLost,
    command_end_ms,
    margin_lost,
    with_calcium_switched,
    with_muscle_stretched_at,
)
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.amounts import amount
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets
from widgets.reference_data.wording import sentence

# Control -> ends and step of this page's slider: finer, and only where blood of living people lies.
OWN_SLIDERS = {"plasma_magnesium_mM": (0.2, 1.5, 0.025), "plasma_ionised_calcium_mM": (0.7, 1.5, 0.02)}
CONTROLS = (
    "plasma_magnesium_mM",
    "plasma_ionised_calcium_mM",
    "parathyroid_response",
    "cramp_susceptibility",
    "nerve_irritation",
    "muscle_stretch",
)
# Tucked away: the command itself.
COMMAND = ("impulse_rate_Hz", "command_duration_ms", "recording_length_ms")
PRESETS = ("low_blood_magnesium", "cramp_prone")
START_PRESET = "low_blood_magnesium"
QUICK_mM = (0.85, 0.6, 0.5, 0.4)
# Moments to stretch at, after the command; a click on the picture takes any other.
STRETCH_S = (0.5, 3.0, 8.0)
STRETCH = "stretch_"


class NerveSection:
    """Everything that follows from the blood and the nerve.

    Attributes:
        quick: a few blood levels at a press.
        controls: blood, calcium, tendency, irritation, stretch, and the command tucked away.
        actions: the muscle stretched during the cramp, or calcium held steady, drawn beside the run on show.
        run: the run on show.
        kept: the kept run, or None.
        traces: firing and force over time.
        notes: how long, what low calcium does, what stretching does.
    """

    def __init__(self, on_change: Callable[[str], None] = lambda _finding: None) -> None:
        """Open with a nerve that does not stop.

        Args:
            on_change: called with the finding whenever the picture changes.
        """
        self._on_change = on_change
        self.kept: Contraction | None = None
        values = _preset_values(START_PRESET)
        self._stretch_after_s: float | None = None
        self._solve_all(values)
        self.controls = ControlPanel(
            _controls(), [experiment_presets()[name] for name in PRESETS], values, levels=("all",)
        )
        self.quick = ChoiceButtons(
            _said("quick_label"),
            [{"value": f"{value:g}", "label": _said("quick_choice", value=amount(value, "mM"))} for value in QUICK_mM],
            self._quick_pressed(),
            on_press=lambda value: self.set(plasma_magnesium_mM=float(value)),
        )
        self.actions = ChoiceButtons(
            _said("stretch_label"),
            [
                *(
                    Choice(value=_stretch_key(s), label=_said("stretch_choice", seconds=amount(s, "s")))
                    for s in STRETCH_S
                ),
                Choice(value="held", label=_said("held_choice")),
            ],
            (),
            on_press=self._press,
        )
        self.traces = FigurePanel(**self._figure(), file_name="after_the_command", to_csv=self._as_csv)
        self.traces.on_pick(self._pick)
        self.notes = NoteList("", self._notes())
        self.controls.observe(lambda change: self._solve(change["new"]), names="values")
        self.controls.on_msg(self._act)

    @property
    def experiment(self) -> Experiment:
        """What is done in the run on show."""
        return self.run.experiment

    def set(self, **values: ControlValue) -> None:
        """Set controls by name, as if a learner had moved them."""
        self.controls.values = {**self.controls.values, **values}

    def stretch(self, seconds_after_command: float) -> None:
        """Run the same command again, with the muscle stretched from this moment on, and draw it beside the run."""
        self._stretch_after_s = max(seconds_after_command, 0.0)
        self.actions.pressed = [_stretch_key(s) for s in STRETCH_S if s == self._stretch_after_s]
        self._solve(self.controls.values)

    def _press(self, value: str) -> None:
        # One dashed line at a time: two would be told apart by nobody.
        on = value not in self.actions.pressed
        self._stretch_after_s = None
        self.actions.pressed = [value] if on else []
        if on and value != "held":
            self.stretch(float(value.removeprefix(STRETCH)))
        else:
            self._solve(self.controls.values)

    def _pick(self, time_s: float, _height: float) -> None:
        self.stretch(time_s - command_end_ms(self.experiment) / MS_IN_S)

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        action = message["action"]
        if action in ("keep", "drop"):
            self.kept = self.run if action == "keep" else None
            self.controls.has_kept_run = self.kept is not None
            self._show()
        elif action == "reset":
            self.controls.values = _preset_values(START_PRESET)
        elif action == "preset":
            self.controls.values = _preset_values(message["preset"])

    def _solve(self, values: Mapping[str, ControlValue]) -> None:
        try:
            self._solve_all(values, held="held" in self.actions.pressed)
        except ControlError as error:
            # The last good run stays on show; the sentence stands beside the control it names.
            self.controls.faults = {error.control: str(error)}
            return
        self.controls.faults = {}
        self._show()

    def _solve_all(self, values: Mapping[str, ControlValue], *, held: bool = False) -> None:
        experiment = Experiment.from_values(values)
        self.run = simulate_contraction(experiment)
        if hasattr(self, "traces") and not self.actions.pressed and self._stretch_after_s is None:
            # The picture follows the hand; the numbers beside it come a moment later.
            self.stretched = None
            self.traces.show(**self._figure())
        self.lost: MarginLost = margin_lost(experiment)
        self.held = simulate_contraction(with_calcium_switched(experiment)) if self._calcium_matters(held) else None
        self.stretched = None
        if self._stretch_after_s is not None:
            moment_ms = round(command_end_ms(experiment) + MS_IN_S * self._stretch_after_s)
            self.stretched = simulate_contraction(with_muscle_stretched_at(experiment, moment_ms))

    def _calcium_matters(self, asked: bool) -> bool:
        """Return whether the run with calcium switched is asked for, or differs from the one on show."""
        falls = bool(self.run.controls["parathyroid_response"])
        return asked or not falls or self.lost.calcium_share >= HARDLY_FALLEN

    def _show(self) -> None:
        self.traces.show(**self._figure())
        self.notes.show(self._notes())
        self.quick.pressed = self._quick_pressed()
        self._on_change(firing_finding(self.run))

    def _as_csv(self) -> str:
        return self.run.to_csv()

    def _quick_pressed(self) -> list[str]:
        magnesium = self.experiment.number("plasma_magnesium_mM")
        return [f"{value:g}" for value in QUICK_mM if abs(value - magnesium) < min(QUICK_mM) / 1000]

    def _notes(self) -> Any:  # noqa: ANN401 - a sequence of notes, see NoteList
        return nerve_notes(self.run, self.lost, self.held, self.stretched)

    def _figure(self) -> dict[str, Any]:
        held = self.held if hasattr(self, "actions") and "held" in self.actions.pressed else None
        other, name = (self.stretched, "stretched_line") if self.stretched else (held, "held_line")
        stretched_ms = self.stretched.experiment.number("stretch_start_ms") if self.stretched else None
        if held and not self.run.controls["parathyroid_response"]:
            name = "falling_line"
        return {
            "figure": draw_after_discharge(self.run, self.kept, other, _said(name), stretched_ms=stretched_ms),
            "finding": firing_finding(self.run),
            "description": describe_firing(self.run, self.kept, self.stretched, held),
        }


def _controls() -> list[Control]:
    known = experiment_controls()
    own: list[Control] = [_with_own_slider(replace(known[name], level="try")) for name in CONTROLS]
    # Beside the blood that it changes, not among the places where magnesium acts in the fibre.
    own = [replace(control, group="blood") if control.name == "parathyroid_response" else control for control in own]
    return [*own, *(replace(known[name], level="all") for name in COMMAND)]


def _with_own_slider(control: Control) -> Control:
    minimum, maximum, step = OWN_SLIDERS.get(control.name, (control.minimum, control.maximum, control.step))
    return replace(control, minimum=minimum, maximum=maximum, step=step)


def _preset_values(name: str) -> dict[str, ControlValue]:
    values = {control: experiment_controls()[control].default for control in (*CONTROLS, *COMMAND)}
    return {**values, **experiment_presets()[name].values}


def _stretch_key(seconds: float) -> str:
    return f"{STRETCH}{seconds:g}"


def _said(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)
