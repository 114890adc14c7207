"""How much magnesium people take in, and how many stay below a yardstick, as national surveys found it."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import row_as

SurveyKind = Literal["share_below", "mean", "median"]
Yardstick = Literal["EAR", "LRNI", "none"]

ALL_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class IntakeSurvey:
    """One row of `intake_surveys.csv`; `value` is a share of people in % or an intake in mg/day, as `unit` says.

    `counts` tells whether supplements are in it, `people` how many were asked, None where it is not told of the group.
    """

    id: str
    place: str
    survey: str
    population: str
    years: str
    kind: SurveyKind
    value: float
    unit: Literal["%", "mg/day"]
    yardstick: Yardstick
    counts: Literal["food", "food_and_supplements"]
    people: int | None
    made_from: Literal["published", "derived"]
    source: tuple[str, ...]
    checked: Literal["page"]


@kept_for_each_language
def intake_surveys(kind: SurveyKind | None = None) -> tuple[IntakeSurvey, ...]:
    """Return the figures of one kind, or all of them, in the order of the table.

    Raises:
        DataError: a row of `intake_surveys.csv` breaks its schema, or contradicts itself.
    """
    surveys = (survey_of(row) for row in read_table("intake_surveys"))
    return tuple(survey for survey in surveys if kind in (None, survey.kind))


def survey_of(row: Row) -> IntakeSurvey:
    """Return one row as a figure of a survey.

    Raises:
        DataError: as `intake_surveys`.
    """
    survey = row_as(IntakeSurvey, row)
    is_share = survey.kind == "share_below"
    if is_share != (survey.unit == "%"):
        raise row.fault("unit", survey.unit, f"a {survey.kind} is in {'%' if is_share else 'mg/day'}")
    if is_share != (survey.yardstick != "none"):
        raise row.fault("yardstick", survey.yardstick, f"it does not go with a {survey.kind}")
    if is_share and survey.value > ALL_PERCENT:
        raise row.fault("value", survey.value, "a share of people is at most 100")
    return survey
