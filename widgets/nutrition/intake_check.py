"""A day's magnesium held against two yardsticks: all of it against the need, the supplement alone against the limit."""

from dataclasses import dataclass

from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_reference import (
    NoReference,
    ReferenceIntake,
    UpperLimit,
    reference_intake,
    supplement_limit,
)


@dataclass(frozen=True, slots=True)
class IntakeCheck:
    """A day beside the reference intake and the upper limit that fit the person. Nothing here is a diagnosis."""

    day: DailyIntake
    reference: ReferenceIntake | NoReference
    limit: UpperLimit

    @property
    def share_of_reference_percent(self) -> float | None:
        """Food and supplement as a share of the reference intake; None where there is no reference."""
        if isinstance(self.reference, NoReference):
            return None
        return 100 * self.day.total_mg / self.reference.mg_per_day

    @property
    def above_reference_mg(self) -> float | None:
        """Food and supplement minus the reference intake, mg a day; negative below it, None where there is none."""
        return None if isinstance(self.reference, NoReference) else self.day.total_mg - self.reference.mg_per_day

    @property
    def above_limit_mg(self) -> float | None:
        """The supplement alone minus the upper limit, mg a day; negative below it, None where none is set."""
        limit = self.limit.mg_per_day
        return None if limit is None else self.day.magnesium_from_supplements_mg - limit

    @property
    def reference_is_above_limit(self) -> bool:
        """Whether the need is a larger number than the limit: no error, because they count different things."""
        if isinstance(self.reference, NoReference) or self.limit.mg_per_day is None:
            return False
        return self.reference.mg_per_day > self.limit.mg_per_day


def check_intake(day: DailyIntake) -> IntakeCheck:
    """Return the day beside the two yardsticks of its authority."""
    reference = reference_intake(
        day.age_years, day.sex, day.authority, pregnant=day.pregnant, breastfeeding=day.breastfeeding
    )
    return IntakeCheck(day, reference, supplement_limit(day.age_years, day.authority))


def why_not(control: str, day: DailyIntake) -> NoReference | None:
    """Return why a switch ("pregnant" or "breastfeeding") cannot be turned on for this day, or None where it can."""
    wished = {"pregnant": day.pregnant, "breastfeeding": day.breastfeeding} | {control: True}
    found = reference_intake(day.age_years, day.sex, day.authority, **wished)
    return found if isinstance(found, NoReference) else None
