from widgets.descriptions.intake_surveys_description import intake_surveys_table, survey_in_words
from widgets.nutrition.intake_surveys import intake_surveys

TABLE = intake_surveys_table()


def test_every_figure_has_a_row_and_a_source():
    assert len(TABLE.rows) == len(intake_surveys())
    assert [row for row in TABLE.rows if not all(row) or len(row) != len(TABLE.columns)] == []


def test_shares_stand_first_and_the_caption_gives_their_range():
    shares = [survey.value for survey in intake_surveys("share_below")]
    assert all("below the" in row[2] for row in TABLE.rows[: len(shares)])
    assert f"{min(shares):.0f} to {max(shares):.0f} of 100 people" in TABLE.caption


def test_a_share_names_its_yardstick():
    told = {survey.yardstick: survey_in_words(survey) for survey in intake_surveys("share_below")}
    assert "LRNI" in told["LRNI"]
    assert "LRNI" not in told["EAR"]
