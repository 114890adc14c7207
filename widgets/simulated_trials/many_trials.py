"""A thousand trials of one plan: what each finds, and how often it would be concluded that magnesium works."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from widgets.simulated_trials.simulated_trial import SimulatedTrial, recruits, simulate_trial
from widgets.simulated_trials.t_interval import Verdict
from widgets.simulated_trials.trial_plan import TrialPlan

TRIALS = 1000
# Small enough that a page hears the next move between two pieces.
PEOPLE_IN_A_PIECE = 2000


@dataclass(frozen=True, slots=True)
class TrialCounts:
    """How many trials ended how.

    Attributes:
        works, harms: with a control group, by counting cramps.
        works_without_control: by counting cramps before and after, on magnesium alone.
        works_by_answers: with a control group, by asking people whether the tablet helped.
    """

    works: int = 0
    harms: int = 0
    works_without_control: int = 0
    works_by_answers: int = 0

    def with_trial(self, trial: SimulatedTrial) -> "TrialCounts":
        """Return the counts with one trial more."""
        verdict = trial.against_placebo.verdict
        return TrialCounts(
            self.works + (verdict == "works"),
            self.harms + (verdict == "harms"),
            self.works_without_control + (trial.before_and_after.verdict == "works"),
            self.works_by_answers + (trial.verdict_of_answers == "works"),
        )


@dataclass(frozen=True, slots=True)
class ManyTrials:
    """The trials of a plan that are done: number 1, 2 and so on.

    Attributes:
        plan: how each is set up.
        found: what each reports, in cramps a week.
        verdicts: what each concludes from that.
        counts: how often what would be concluded.
        counts_without_effect: the same, were magnesium a dummy tablet too; the same people join.
    """

    plan: TrialPlan
    found: tuple[float, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    counts: TrialCounts = TrialCounts()
    counts_without_effect: TrialCounts = TrialCounts()

    @property
    def done(self) -> int:
        """How many trials are done."""
        return len(self.found)

    @property
    def is_complete(self) -> bool:
        """Whether all are done."""
        return self.done >= TRIALS

    def with_more(self) -> "ManyTrials":
        """Return these trials and the next few; a piece takes a few hundredths of a second at most."""
        found, verdicts = list(self.found), list(self.verdicts)
        counts, without = self.counts, self.counts_without_effect
        nothing = replace(self.plan, effect_percent=0.0)
        piece = max(1, PEOPLE_IN_A_PIECE // (2 * self.plan.people_per_arm))
        for number in range(self.done + 1, min(self.done + piece, TRIALS) + 1):
            people = recruits(self.plan, number)
            trial = simulate_trial(self.plan, number, people)
            found.append(trial.found.estimate)
            verdicts.append(trial.found.verdict)
            counts = counts.with_trial(trial)
            without = (
                without.with_trial(simulate_trial(nothing, number, people)) if self.plan.effect_percent else counts
            )
        return ManyTrials(self.plan, tuple(found), tuple(verdicts), counts, without)


def thousand_trials(plan: TrialPlan) -> ManyTrials:
    """Return all of a plan's trials."""
    *_, last = in_pieces(plan)
    return last


def in_pieces(plan: TrialPlan) -> Iterator[ManyTrials]:
    """Yield more and more of a plan's trials, until all are done."""
    trials = ManyTrials(plan)
    while not trials.is_complete:
        trials = trials.with_more()
        yield trials
