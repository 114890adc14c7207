"""The section on the nerve: a command that ends while force goes on, and what stops it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from widgets.descriptions.after_discharge_description import HARDLY_FALLEN, describe_firing, firing_finding, nerve_notes
from widgets.descriptions.amounts import rounded
from widgets.explorers.choice_buttons import ChoiceButtons
from widgets.explorers.control_panel import ControlPanel
from widgets.explorers.figure_panel import FigurePanel
from widgets.explorers.note_list import NoteList
from widgets.figures.after_discharge_traces import draw_after_discharge
from widgets.physiology.after_discharge import MarginLost, margin_lost, with_calcium_switched, with_muscle_stretched
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
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


class NerveSection:
    """Everything that follows from the blood and the nerve.

    Attributes:
        quick: a few blood levels at a press.
        controls: blood, calcium, tendency, irritation, stretch, and the command tucked away.
        actions: the muscle stretched, and calcium held steady, drawn beside the run on show.
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
        self._solve_all(values, stretch=False)
        self.controls = ControlPanel(
            _controls(), [experiment_presets()[name] for name in PRESETS], values, levels=("all",)
        )
        self.quick = ChoiceButtons(
            _said("quick_label"),
            [{"value": f"{value:g}", "label": _said("quick_choice", value=rounded(value))} for value in QUICK_mM],
            self._quick_pressed(),
            on_press=lambda value: self.set(plasma_magnesium_mM=float(value)),
        )
        self.actions = ChoiceButtons(
            _said("stretch_label"),
            [{"value": value, "label": _said(f"{value}_choice")} for value in ("stretch", "held")],
            (),
            on_press=self._press,
        )
        self.traces = FigurePanel(**self._figure(), file_name="after_the_command", to_csv=self._as_csv)
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

    def stretch(self) -> None:
        """Draw the same command with the muscle held stretched beside the run, or take it away again."""
        self._press("stretch")

    def _press(self, value: str) -> None:
        # One dashed line at a time: two would be told apart by nobody.
        self.actions.pressed = [] if value in self.actions.pressed else [value]
        self._solve(self.controls.values)

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
            pressed = self.actions.pressed
            self._solve_all(values, stretch="stretch" in pressed, held="held" in pressed)
        except ControlError as error:
            # The last good run stays on show; the sentence stands beside the control it names.
            self.controls.faults = {error.control: str(error)}
            return
        self.controls.faults = {}
        self._show()

    def _solve_all(self, values: Mapping[str, ControlValue], *, stretch: bool, held: bool = False) -> None:
        experiment = Experiment.from_values(values)
        self.run = simulate_contraction(experiment)
        if hasattr(self, "traces") and not self.actions.pressed:
            # The picture follows the hand; the numbers beside it come a moment later.
            self.stretched = None
            self.traces.show(**self._figure())
        self.lost: MarginLost = margin_lost(experiment)
        self.held = simulate_contraction(with_calcium_switched(experiment)) if self._calcium_matters(held) else None
        self.stretched = simulate_contraction(with_muscle_stretched(experiment)) if stretch else None

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
        if held and not self.run.controls["parathyroid_response"]:
            name = "falling_line"
        return {
            "figure": draw_after_discharge(self.run, self.kept, other, _said(name)),
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


def _said(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)
