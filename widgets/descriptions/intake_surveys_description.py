"""What surveys found people to eat of magnesium, as a table."""

from widgets.descriptions.table_of_texts import TableOfTexts
from widgets.nutrition.intake_surveys import IntakeSurvey, intake_surveys
from widgets.reference_data.amounts import amount, list_in_words, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import sentence

COLUMNS = ("where", "who", "found", "counts", "sources")
# As many as the surveys print.
DIGITS = 4


def intake_surveys_table() -> TableOfTexts:
    """Return every figure: where and when, who, what was found, what was counted; shares below a yardstick first."""
    surveys = (*intake_surveys("share_below"), *intake_surveys("mean"), *intake_surveys("median"))
    shares = [survey.value for survey in intake_surveys("share_below")]
    keys = list(dict.fromkeys(key for survey in surveys for key in survey.source))
    return TableOfTexts(
        _said("caption", lowest=number_in_words(min(shares)), highest=number_in_words(max(shares))),
        tuple(_said(f"column_{column}") for column in COLUMNS),
        tuple(_row(survey, keys) for survey in surveys),
        _said("region"),
        (_said("note_lack"), _said("note_days")),
        tuple(map(cite, keys)),
        _said("sources"),
    )


def survey_in_words(survey: IntakeSurvey) -> str:
    """Return what one survey found, without where and whom it asked."""
    value = amount(survey.value, survey.unit, DIGITS)
    if survey.kind == "share_below":
        return _said(f"share_below_{survey.yardstick}", share=value)
    return _said(survey.kind, amount=amount(survey.value, "mg", DIGITS))


def _row(survey: IntakeSurvey, keys: list[str]) -> tuple[str, ...]:
    years = list_in_words(survey.years.split("-"), "range")
    return (
        _said("where", place=survey.place, years=years),
        survey.population,
        survey_in_words(survey),
        _said(f"counts_{survey.counts}"),
        list_in_words(number_in_words(keys.index(key) + 1) for key in survey.source),
    )


def _said(key: str, **values: object) -> str:
    return sentence("intake_surveys", key, **values)
