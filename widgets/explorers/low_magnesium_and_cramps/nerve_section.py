"""The section on the nerve: a command that ends while force goes on, and what stops it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from widgets.descriptions.after_discharge_description import HARDLY_FALLEN, describe_firing, firing_finding, nerve_notes
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.frame.view_controls import choice_control, moment_control
from widgets.explorers.parts.choice_buttons import Choice, ChoiceButtons
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.after_discharge_traces import draw_after_discharge
from widgets.physiology.after_discharge import (
    MS_IN_S,
    MarginLost,
    margin_lost,
    with_calcium_switched,
    with_muscle_stretched_at,
)
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.amounts import amount, ended
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
# The page opens with its command, and with usual blood.
START_PRESET = "low_blood_magnesium"
QUICK_mM = (0.85, 0.5, 0.45, 0.4)
# Moments to stretch at, after the command; a click on the picture takes any other.
STRETCH_S = (0.5, 3.0, 8.0)
STRETCH = "stretch_"


# What is drawn beside the run: nothing, calcium held steady, or the muscle stretched from a moment on.
BESIDE = ("none", "held", "stretched")
LONGEST_S = 120.0
RUN = (*CONTROLS, *COMMAND)
OWN = (*RUN, "nerve_beside", "stretch_after_s")


@dataclass(frozen=True, slots=True)
class NerveFindings:
    """One run, what is drawn beside it, and what takes longer to find: `lost`, None until it is known.

    `held` is the run with the fall of calcium switched, where it is asked for or differs; `stretched` the one with the
    muscle stretched, where that is asked for.
    """

    run: Contraction
    beside: str
    stretched: Contraction | None
    held: Contraction | None = None
    lost: MarginLost | None = None


class NerveSection(Section[NerveFindings, Contraction]):
    """Everything that follows from the blood and the nerve.

    Attributes:
        found: the run on show, and what is beside it.
        kept: the kept run, or None.
        quick: a few blood levels at a press.
        controls: blood, calcium, tendency, irritation, stretch, and the command tucked away.
        actions: the muscle stretched during the cramp, or calcium held steady, drawn beside the run on show.
        traces: firing and force over time.
        notes: how long, what low calcium does, what stretching does.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the values of the record."""
        super().__init__(record, OWN, kept_names=RUN)
        self.controls = ControlPanel(
            record, _controls(), [experiment_presets()[name] for name in PRESETS], name="nerve"
        )
        self.quick = ChoiceButtons(
            _said("quick_label"),
            [{"value": f"{value:g}", "label": _said("quick_choice", value=amount(value, "mM"))} for value in QUICK_mM],
            self._quick_pressed(),
            on_press=lambda value: record.set(plasma_magnesium_mM=float(value)),
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
            self._actions_pressed(),
            on_press=self._press,
        )
        self.traces = FigurePanel(**self._figure(), file_name="after_the_command", to_csv=self._as_csv)
        self.traces.on_pick(self._pick)
        self.notes = NoteList("", self._notes())

    @property
    def run(self) -> Contraction:
        """The run on show."""
        return self.found.run

    def solve(self, values: Values) -> NerveFindings:
        """Return the run of these values, and the one beside it."""
        experiment, beside, stretched = _experiment(values), str(values["nerve_beside"]), None
        if beside == "stretched":
            moment_ms = round(experiment.command_end_ms + MS_IN_S * float(values["stretch_after_s"]))
            stretched = simulate_contraction(with_muscle_stretched_at(experiment, moment_ms))
        held = simulate_contraction(with_calcium_switched(experiment)) if beside == "held" else None
        return NerveFindings(simulate_contraction(experiment), beside, stretched, held)

    def rest(self, found: NerveFindings) -> Iterator[NerveFindings | None]:
        """Give the numbers beside the picture: the picture follows the hand, these come a moment later."""
        experiment = found.run.experiment
        lost = margin_lost(experiment)
        falls = bool(found.run.controls["parathyroid_response"])
        held = found.held
        if held is None and (not falls or lost.calcium_share >= HARDLY_FALLEN):
            yield None
            held = simulate_contraction(with_calcium_switched(experiment))
        yield replace(found, held=held, lost=lost)

    def keep(self, found: NerveFindings) -> Contraction:
        """Return the run."""
        return found.run

    def solve_kept(self, values: Values) -> Contraction:
        """Return the run of a kept set-up."""
        return simulate_contraction(_experiment(values))

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show the run, and the numbers beside it once they are known."""
        self.traces.show(**self._figure())
        self.quick.pressed = self._quick_pressed()
        self.actions.pressed = self._actions_pressed()
        if self.found.lost is not None:
            self.notes.show(self._notes())

    def said(self) -> str:
        """Return what the nerve does."""
        return ended(firing_finding(self.run))

    def stretch(self, seconds_after_command: float) -> None:
        """Run the same command again, with the muscle stretched from this moment on, and draw it beside the run."""
        self.record.set(nerve_beside="stretched", stretch_after_s=min(max(seconds_after_command, 0.0), LONGEST_S))

    def _press(self, value: str) -> None:
        # One dashed line at a time: two would be told apart by nobody.
        if value in self.actions.pressed:
            self.record.set(nerve_beside="none")
        elif value == "held":
            self.record.set(nerve_beside="held")
        else:
            self.stretch(float(value.removeprefix(STRETCH)))

    def _pick(self, time_s: float, _height: float) -> None:
        self.stretch(time_s - self.run.experiment.command_end_ms / MS_IN_S)

    def _as_csv(self) -> str:
        return self.run.to_csv()

    def _quick_pressed(self) -> list[str]:
        magnesium = self.run.experiment.number("plasma_magnesium_mM")
        return [f"{value:g}" for value in QUICK_mM if abs(value - magnesium) < min(QUICK_mM) / 1000]

    def _actions_pressed(self) -> list[str]:
        if self.found.beside == "stretched":
            return [_stretch_key(s) for s in STRETCH_S if s == self.record.shown.values["stretch_after_s"]]
        return ["held"] if self.found.beside == "held" else []

    def _notes(self) -> Any:  # noqa: ANN401 - a sequence of notes, see NoteList
        found = self.found
        return nerve_notes(found.run, found.lost, found.held, found.stretched) if found.lost else ()

    def _figure(self) -> dict[str, Any]:
        run, stretched = self.run, self.found.stretched
        held = self.found.held if self.found.beside == "held" else None
        other, name = (stretched, "stretched_line") if stretched else (held, "held_line")
        stretched_ms = stretched.experiment.number("stretch_start_ms") if stretched else None
        if held and not run.controls["parathyroid_response"]:
            name = "falling_line"
        return {
            "figure": draw_after_discharge(run, self.kept, other, _said(name), stretched_ms=stretched_ms),
            "finding": firing_finding(run),
            "description": describe_firing(run, self.kept, stretched, held),
        }


def nerve_controls() -> dict[str, Control]:
    """Return every control of the section by name."""
    known = experiment_controls()
    return {
        **{name: known[name] for name in RUN},
        "nerve_beside": choice_control("nerve_beside", _said("stretch_label"), BESIDE, "none"),
        "stretch_after_s": moment_control("stretch_after_s", _said("stretch_label"), LONGEST_S, STRETCH_S[0]),
    }


def start_values() -> dict[str, ControlValue]:
    """Return what the section starts with: a command that low magnesium would draw out, and usual blood."""
    values = {control: experiment_controls()[control].default for control in RUN}
    preset = experiment_presets()[START_PRESET].values
    return {**values, **{name: value for name, value in preset.items() if name in COMMAND}}


def _experiment(values: Values) -> Experiment:
    return Experiment.from_values({name: values[name] for name in RUN})


def _controls() -> list[Control]:
    known = experiment_controls()
    own: list[Control] = [_with_own_slider(replace(known[name], level="try")) for name in CONTROLS]
    # Beside the blood that it changes, not among the places where magnesium acts in the fibre.
    own = [replace(control, group="blood") if control.name == "parathyroid_response" else control for control in own]
    return [*own, *(replace(known[name], level="all") for name in COMMAND)]


def _with_own_slider(control: Control) -> Control:
    minimum, maximum, step = OWN_SLIDERS.get(control.name, (control.minimum, control.maximum, control.step))
    return replace(control, minimum=minimum, maximum=maximum, step=step)


def _stretch_key(seconds: float) -> str:
    return f"{STRETCH}{seconds:g}"


def _said(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)
