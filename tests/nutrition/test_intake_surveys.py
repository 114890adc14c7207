import pytest

from widgets.nutrition.intake_surveys import intake_surveys, survey_of
from widgets.reference_data.data_package import DataError, Row, read_table

ROWS = {row.text("id"): row for row in read_table("intake_surveys")}
WRONG = [
    ("us_2003_below", {"value": 145.0}, ("value", 145.0)),
    ("us_2003_below", {"unit": "mg/day"}, ("unit", "mg/day")),
    ("us_2003_below", {"yardstick": "none"}, ("yardstick", "none")),
    ("korea_2016_mean", {"yardstick": "EAR"}, ("yardstick", "EAR")),
    ("korea_2016_mean", {"unit": "%"}, ("unit", "%")),
]


@pytest.mark.parametrize(("name", "changed", "named"), WRONG)
def test_a_wrong_row_is_named_by_file_row_column_and_value(name, changed, named):
    row = ROWS[name]
    with pytest.raises(DataError) as fault:
        survey_of(Row(row.file_name, row.number, {**row, **changed}))
    assert f"intake_surveys.csv, row {row.number}, column {named[0]}: {named[1]!r}" in str(fault.value)


def test_more_than_one_country_has_a_share_below_a_yardstick():
    assert len({survey.place for survey in intake_surveys("share_below")}) >= 3


def test_a_derived_share_is_what_its_paper_leaves():
    korea = next(survey for survey in intake_surveys() if survey.made_from == "derived")
    assert korea.value == pytest.approx(100 - 56.8)


def test_all_kinds_together_are_all_surveys():
    kinds = [intake_surveys(kind) for kind in ("share_below", "mean", "median")]
    assert sum(map(len, kinds)) == len(intake_surveys()) == len(ROWS)
