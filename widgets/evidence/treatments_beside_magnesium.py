"""Results that were counted alike: cramps a week of adults, against a dummy, for magnesium and what else was tried."""

from dataclasses import dataclass

from widgets.evidence.other_treatments import TreatmentResult, all_treatment_results, other_treatments
from widgets.evidence.trials import pooled_results
from widgets.reference_data.wording import sentence

MAGNESIUM = "magnesium"
MAGNESIUM_RESULT = "cochrane_2020_cramps_a_week"


@dataclass(frozen=True, slots=True)
class BesideMagnesium:
    """A difference from the dummy in cramps a week, with its 95 % interval.

    `id` is a treatment, or magnesium; `trials` is None where their number is not told.
    """

    id: str
    name: str
    estimate: float
    low: float
    high: float
    people: int
    trials: int | None


def treatments_beside_magnesium() -> tuple[BesideMagnesium, ...]:
    """Return magnesium, and then every treatment whose own result can stand beside it, in the order of the table.

    A result can where adults counted cramps over weeks, against a dummy, and an interval was published. Other lengths
    of time are divided out; nothing else is done to the published numbers.

    Raises:
        DataError: a table has a fault.
    """
    found = pooled_results()[MAGNESIUM_RESULT]
    name = sentence("other_treatments", "beside_magnesium")
    magnesium = BesideMagnesium(MAGNESIUM, name, *found.numbers, found.trials)
    others = (_a_week(result) for result in all_treatment_results() if result.primary)
    return (magnesium, *(row for row in others if row))


def _a_week(result: TreatmentResult) -> BesideMagnesium | None:
    alike = result.people_kind == "adults" and result.control == "dummy" and result.measure == "mean_difference"
    weeks, estimate, low, high, people = (
        result.weeks_counted,
        result.estimate,
        result.low,
        result.high,
        result.people,
    )
    if not alike or weeks is None or estimate is None or low is None or high is None or people is None:
        return None
    name = other_treatments()[result.treatment].name
    return BesideMagnesium(result.treatment, name, estimate / weeks, low / weeks, high / weeks, people, result.trials)
