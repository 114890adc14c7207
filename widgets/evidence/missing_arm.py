"""One trial whose share is often quoted alone, and what stood beside it in the same trial."""

from dataclasses import dataclass
from typing import Final, Literal

from widgets.evidence.trials import TrialResult, trial_results

TRIAL: Final = "roffe_2002"
STEPS: Final = ("guess", "answer", "count", "nights")

Step = Literal["guess", "answer", "count", "nights"]


@dataclass(frozen=True, slots=True)
class MissingArm:
    """The trial, how far a reader has looked, and what they expect.

    Attributes:
        step: the last piece that is shown.
        expected_percent: how many of 100 a reader expects to say that dummy tablets helped.
        helped: how many said that the tablets had helped, on either side.
        placebo_first, magnesium_first: what the trial counted, for each order of the two tablets.
    """

    step: Step
    expected_percent: float
    helped: TrialResult
    placebo_first: TrialResult
    magnesium_first: TrialResult

    @property
    def is_told(self) -> bool:
        """Whether the share on dummy tablets is shown."""
        return self.step != "guess"

    @property
    def magnesium_percent(self) -> float:
        """Share of people who said that magnesium had helped, in %."""
        return _percent(self.helped.events_magnesium, self.helped.n_magnesium)

    @property
    def placebo_percent(self) -> float:
        """Share of people who said that dummy tablets had helped, in %."""
        return _percent(self.helped.events_placebo, self.helped.n_placebo)


def missing_arm(step: Step, expected_percent: float) -> MissingArm:
    """Return the trial as far as it is looked at.

    Raises:
        DataError: a row of `trial_results.csv` breaks its schema, or the trial lacks one of its three results.
    """
    found = {result.id: result for result in trial_results() if result.trial == TRIAL}
    return MissingArm(
        step, expected_percent, *(found[f"roffe_{name}"] for name in ("helped", "placebo_first", "magnesium_first"))
    )


def _percent(events: int | None, people: int | None) -> float:
    if events is None or not people:
        raise ValueError("A share needs people, and how many of them are meant.")
    return 100 * events / people
