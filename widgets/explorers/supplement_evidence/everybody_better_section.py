"""The section on why everybody gets better: one simulated trial at once, and a thousand of them a moment later."""

import csv
import io
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from widgets.browser.plain_output import runs_unwatched
from widgets.descriptions.simulated_trial_description import (
    TrialNote,
    compare_trials,
    counts_finding,
    describe_counts,
    describe_trial,
    trial_finding,
    trial_in_words,
    trial_notes,
    what_is_left_out,
)
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.choice_buttons import Choice, ChoiceButtons
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.prediction import Prediction, labels
from widgets.figures.simulated_trial_counts import draw_simulated_trials
from widgets.figures.simulated_trial_people import draw_simulated_trial
from widgets.reference_data.amounts import ended, number_in_words, paragraph
from widgets.reference_data.wording import sentence
from widgets.simulated_trials.many_trials import ManyTrials
from widgets.simulated_trials.simulated_trial import SimulatedTrial, simulate_trial
from widgets.simulated_trials.trial_plan import TrialPlan

NUMBER = "trial_number"
NAMES = (
    "trial_effect_percent",
    "trial_people_per_arm",
    "trial_design",
    "trial_washout_weeks",
    "trial_entry_percent",
    "trial_placebo_percent",
    "trial_noticing_percent",
    NUMBER,
)
# Often enough to see the bars grow, seldom enough that drawing does not hold them up.
SHOWN_EVERY = 100
MOST_KNOWN = 32
CSV_DECIMALS = 3
ANSWER_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class TrialsFound:
    """One trial, and as many of a thousand like it as are done."""

    trial: SimulatedTrial
    trials: ManyTrials


class EverybodyBetterSection(Section[TrialsFound, SimulatedTrial]):
    """Simulated trials; the thousand of a plan are done once, in pieces, and the next move ends that.

    Attributes:
        found: the trial on show, and a thousand like it as far as they are done.
        kept: the kept trial, or None.
        question: what happens to those who all take the same dummy tablet.
        people: one trial, person by person.
        controls: the trial, and what its people are like.
        again: the next trial.
        counting: a button that stops the thousand, and lets them go on.
        counts: the thousand.
        notes: what they teach.
        left_out: what the simulation leaves out.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the trial of the record."""
        self._known: OrderedDict[TrialPlan, ManyTrials] = OrderedDict()
        # A page that nobody watches cannot be scrolled.
        self._is_near, self._is_stopped = runs_unwatched(), False
        super().__init__(record, NAMES)
        self.controls = ControlPanel(record, [record.controls[name] for name in NAMES], [], name="simulated")
        self.people = FigurePanel(**self._people(), file_name="simulated_trial", to_csv=self.to_csv)
        self.question = Prediction("dummy", labels("dummy", "fewer", "same", "more"), self._on_dummy_tablets)
        self.people.ask_first(self.question, sentence("prediction", "dummy_neutral"))
        self.again = ChoiceButtons(
            _said("again"), [Choice(value="again", label=_said("again_choice"))], [], on_press=self._next_trial
        )
        self.counting = ChoiceButtons(
            _said("counting"),
            [Choice(value="stop", label=_said("counting_stop"))],
            [],
            on_press=self._stop_or_go_on,
            on_seen=self.come_near,
        )
        self.counts = FigurePanel(**self._counts(), file_name="thousand_trials", to_csv=self.counts_to_csv)
        self.notes = NoteList("", self._notes())
        self.left_out = NoteList(_said("left_out_title"), what_is_left_out(), folds=True)
        self.question.observe(lambda _: self.notes.show(self._notes()), names="answer")

    def solve(self, values: Values) -> TrialsFound:
        """Return the trial of these values, and what is known of a thousand like it."""
        plan = TrialPlan.from_values(values)
        return TrialsFound(_trial(values), self._known.get(plan) or ManyTrials(plan))

    def rest(self, found: TrialsFound) -> Iterator[TrialsFound | None]:
        """Do the thousand trials, a few at a time, until somebody stops that; none before a reader comes near."""
        trials, shown = found.trials, found.trials.done
        while self._is_near and not (trials.is_complete or self._is_stopped):
            trials = trials.with_more()
            self._remember(trials)
            if trials.is_complete or trials.done >= shown + SHOWN_EVERY:
                shown = trials.done
                yield replace(found, trials=trials)
            else:
                yield None

    def come_near(self) -> None:
        """Do the thousand trials, because somebody comes to see them."""
        if not self._is_near:
            self._is_near = True
            self.record.go_on(self)

    def keep(self, found: TrialsFound) -> SimulatedTrial:
        """Return the one trial."""
        return found.trial

    def solve_kept(self, values: Values) -> SimulatedTrial:
        """Return a kept trial that comes back."""
        return _trial(values)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of these figures stay
        """Show the trial, and the thousand as far as they are done."""
        self.people.show(**self._people())
        self.question.tell()
        self.counts.show(**self._counts())
        self.notes.show(self._notes())

    def said(self) -> str:
        """Return how the people of the trial did, what it concludes, and what the kept one found."""
        trial = self.found.trial
        beside = compare_trials(trial, self.kept) if self.kept else ""
        return paragraph([ended(trial_finding(trial)), trial_in_words(trial), beside])

    def to_csv(self) -> str:
        """Return everybody of the trial on show, a row for each kind of tablet that a person took."""
        trial, text = self.found.trial, io.StringIO()
        self._write_settings(text)
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["tablet", "person", "cramps_a_week_before", "cramps_a_week_on_tablets", "said_it_helped"])
        # In a crossover everybody takes both; otherwise the groups are different people.
        both = trial.plan.design == "crossover"
        for place, group in enumerate(trial.groups):
            start = 1 if both else 1 + place * trial.plan.people_per_arm
            rows = zip(group.before, group.after, group.said_it_helped, strict=True)
            writer.writerows(
                [group.tablet, person, round(before, CSV_DECIMALS), round(after, CSV_DECIMALS), int(helped)]
                for person, (before, after, helped) in enumerate(rows, start=start)
            )
        return text.getvalue()

    def counts_to_csv(self) -> str:
        """Return what each of the trials found, in cramps a week, and concluded."""
        trials, text = self.found.trials, io.StringIO()
        self._write_settings(text)
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["trial_number", "found_cramps_a_week", "concludes"])
        rows = zip(trials.found, trials.verdicts, strict=True)
        writer.writerows(
            [number, round(found, CSV_DECIMALS), verdict] for number, (found, verdict) in enumerate(rows, start=1)
        )
        return text.getvalue()

    def _write_settings(self, text: io.StringIO) -> None:
        for name, value in self.own(self.record.shown.values).items():
            text.write(f"# {name}: {value}\n")

    def _remember(self, trials: ManyTrials) -> None:
        self._known[trials.plan] = trials
        self._known.move_to_end(trials.plan)
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)

    def _next_trial(self, _: str) -> None:
        last = self.record.controls[NUMBER].maximum or 1
        number = self.found.trial.number
        self.record.set(**{NUMBER: number + 1 if number < last else 1})

    def _stop_or_go_on(self, _: str) -> None:
        self._is_stopped = not self._is_stopped
        self.counting.pressed = ["stop"] if self._is_stopped else []
        if self._is_stopped:
            self.show()
        else:
            self.record.go_on(self)

    def _on_dummy_tablets(self) -> Mapping[str, object] | None:
        """Return how those on dummy tablets did, None where the trial on show has none."""
        trial = self.found.trial
        if trial.plan.design == "uncontrolled":
            return None
        means = {"before": trial.placebo.mean_before, "after": trial.placebo.mean_after}
        return {when: number_in_words(mean, decimals=ANSWER_DECIMALS) for when, mean in means.items()}

    def _notes(self) -> list[TrialNote]:
        """Return what the trials teach, once the question is answered."""
        return [] if self.question.is_open else trial_notes(self.found.trial, self.found.trials)

    def _people(self) -> dict[str, Any]:
        trial = self.found.trial
        return {
            "figure": draw_simulated_trial(trial, self.kept),
            "finding": trial_finding(trial),
            "description": describe_trial(trial),
        }

    def _counts(self) -> dict[str, Any]:
        trial, trials = self.found.trial, self.found.trials
        return {
            "figure": draw_simulated_trials(trials, trial),
            "finding": counts_finding(trials),
            "description": describe_counts(trials),
        }


def everybody_better_head() -> dict[str, str]:
    """Return title and text of the section."""
    return {"title": _said("title"), "text": _said("text")}


def _trial(values: Values) -> SimulatedTrial:
    return simulate_trial(TrialPlan.from_values(values), round(float(values[NUMBER])))


def _said(key: str) -> str:
    return sentence("simulated_trials", key)
