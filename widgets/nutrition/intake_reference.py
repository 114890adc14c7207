"""Reference intakes and upper limits: the row of the published tables that fits a person, or why no row does."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal

from widgets.reference_data.data_package import read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import Column, row_as, rows_by_key

Sex = Literal["female", "male"]
LifeStage = Literal["general", "pregnancy", "lactation"]
AuthorityKey = Literal["nam", "efsa"]
NoReferenceReason = Literal["two_stages", "females_only", "pregnancy_ages", "lactation_ages", "age"]

# How each authority is written in the tables of intakes and of upper limits.
INTAKES_OF = {"nam": "NIH/NAM (US/Canada)", "efsa": "EFSA"}
LIMITS_OF = {"nam": "NIH/NAM (US/Canada)", "efsa": "EFSA/SCF"}
# An EAR is the middle of a group's needs: a tool of planners, and no yardstick for one person.
YARDSTICKS = ("RDA", "AI", "PRI")


@dataclass(frozen=True, slots=True)
class AgeGroup:
    """Ages from `min_years` up to, but not including, `max_years` (years); None means no upper end."""

    min_years: Annotated[float, Column("age_min_years")]
    max_years: Annotated[float | None, Column("age_max_years")]

    def holds(self, age_years: float) -> bool:
        """Return whether a person of this age, in years, is in the group."""
        return self.min_years <= age_years and (self.max_years is None or age_years < self.max_years)

    def overlaps(self, other: "AgeGroup") -> bool:
        """Return whether some age is in both groups."""
        ends = [group.max_years for group in (self, other) if group.max_years is not None]
        return max(self.min_years, other.min_years) < min(ends, default=float("inf"))


@dataclass(frozen=True, slots=True)
class ReferenceIntake:
    """One cell of a table: `mg_per_day` of magnesium from food and supplements together. `measure`: RDA, AI or PRI."""

    authority: AuthorityKey
    life_stage: LifeStage
    sex: Sex
    ages: AgeGroup
    measure: str
    mg_per_day: float
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class IntakeMeasure:
    """One kind of reference value, and the share of healthy people whose need it covers, in %, where one is given."""

    measure: str
    name: str
    least_covered_percent: float | None
    most_covered_percent: float | None


@dataclass(frozen=True, slots=True)
class NoReference:
    """The honest answer where a table has no row: why, and the ages (if any) for which it has rows of that kind."""

    authority: AuthorityKey
    reason: NoReferenceReason
    ages: AgeGroup | None


@dataclass(frozen=True, slots=True)
class UpperLimit:
    """The most magnesium a day from supplements and medicines alone; `mg_per_day` is None where none was set."""

    authority: AuthorityKey
    ages: AgeGroup
    mg_per_day: float | None
    applies_to: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One row of an authority's table as people read it: both sexes, and every upper limit that touches its ages."""

    ages: AgeGroup
    life_stage: LifeStage
    male: ReferenceIntake | None
    female: ReferenceIntake
    limits: tuple[UpperLimit, ...]


def reference_intake(
    age_years: float, sex: Sex, authority: AuthorityKey, *, pregnant: bool = False, breastfeeding: bool = False
) -> ReferenceIntake | NoReference:
    """Return the reference intake for a person, or the reason why the authority's table has none.

    Raises:
        KeyError: there is no such authority.
    """
    if pregnant and breastfeeding:
        return NoReference(authority, "two_stages", None)
    stage: LifeStage = "pregnancy" if pregnant else "lactation" if breastfeeding else "general"
    rows = [row for row in reference_intakes(authority) if row.life_stage == stage]
    ages = _covered_ages(rows, stage)
    if stage != "general" and sex != "female":
        return NoReference(authority, "females_only", ages)
    if not ages.holds(age_years):
        return NoReference(authority, _age_reason(stage), ages)
    return next(row for row in rows if row.sex == sex and row.ages.holds(age_years))


def supplement_limit(age_years: float, authority: AuthorityKey) -> UpperLimit:
    """Return the upper limit for supplements and medicines at an age in years, from 0 on."""
    return next(limit for limit in upper_limits(authority) if limit.ages.holds(age_years))


@cache
def reference_table(authority: AuthorityKey) -> tuple[ReferenceRow, ...]:
    """Return the whole table of an authority: all ages, then pregnancy, then breastfeeding, each by age."""
    rows = []
    stages: tuple[LifeStage, ...] = ("general", "pregnancy", "lactation")
    for stage in stages:
        cells = [cell for cell in reference_intakes(authority) if cell.life_stage == stage]
        for ages in sorted({cell.ages for cell in cells}, key=lambda group: group.min_years):
            by_sex = {cell.sex: cell for cell in cells if cell.ages == ages}
            limits = tuple(limit for limit in upper_limits(authority) if limit.ages.overlaps(ages))
            rows.append(ReferenceRow(ages, stage, by_sex.get("male"), by_sex["female"], limits))
    return tuple(rows)


@cache
def reference_intakes(authority: AuthorityKey) -> tuple[ReferenceIntake, ...]:
    """Return every RDA, AI or PRI of an authority, in the order of `dietary_reference_intakes.csv`.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return reference_values(authority, *YARDSTICKS)


@cache
def reference_values(authority: AuthorityKey, *measures: str) -> tuple[ReferenceIntake, ...]:
    """Return every value of these kinds of an authority, in the order of `dietary_reference_intakes.csv`.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return tuple(
        row_as(ReferenceIntake, row, authority=authority)
        for row in read_table("dietary_reference_intakes")
        if row["authority"] == INTAKES_OF[authority] and row["measure"] in measures
    )


@cache
def upper_limits(authority: AuthorityKey) -> tuple[UpperLimit, ...]:
    """Return every upper limit of an authority by age, ages without a limit included.

    Raises:
        DataError: a row of `upper_levels.csv` breaks its schema.
    """
    return tuple(
        row_as(UpperLimit, row, authority=authority)
        for row in read_table("upper_levels")
        if row["authority"] == LIMITS_OF[authority]
    )


@kept_for_each_language
def intake_measures() -> Mapping[str, IntakeMeasure]:
    """Return every kind of reference value by its short name, in the order of `intake_measures.csv`.

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return rows_by_key(IntakeMeasure, "intake_measures")


def _age_reason(stage: LifeStage) -> NoReferenceReason:
    reasons: dict[LifeStage, NoReferenceReason] = {
        "general": "age",
        "pregnancy": "pregnancy_ages",
        "lactation": "lactation_ages",
    }
    return reasons[stage]


def _covered_ages(rows: Iterable[ReferenceIntake], stage: LifeStage) -> AgeGroup:
    """Return the ages from the first row of a stage to its last; rows have no gaps between them."""
    groups = [row.ages for row in rows]
    ends = [group.max_years for group in groups]
    end = None if None in ends else max(end for end in ends if end is not None)
    if end is None and stage != "general":
        end = _end_of_childbearing_years()
    return AgeGroup(min(group.min_years for group in groups), end)


@cache
def _end_of_childbearing_years() -> float:
    """Return where rows for pregnancy end, in years, for a table that names no end: the last end any table names."""
    stages = (row for row in read_table("dietary_reference_intakes") if row["life_stage"] != "general")
    ends = (row_as(AgeGroup, row).max_years for row in stages)
    return max(end for end in ends if end is not None)
