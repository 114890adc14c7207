import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.nutrition.intake_reference import (
    AgeGroup,
    NoReference,
    ReferenceIntake,
    reference_intake,
    reference_table,
    supplement_limit,
)

# The table as it was printed: first and last age in years, whether it is an AI (*), mg for males and for females.
PRINTED = {
    "birth to 6 months": (0, 0.5, "AI", 30, 30),
    "7-12 months": (0.5, 1, "AI", 75, 75),
    "1-3 years": (1, 4, "RDA", 80, 80),
    "4-8 years": (4, 9, "RDA", 130, 130),
    "9-13 years": (9, 14, "RDA", 240, 240),
    "14-18 years": (14, 19, "RDA", 410, 360),
    "19-30 years": (19, 31, "RDA", 400, 310),
    "31-50 years": (31, 51, "RDA", 420, 320),
    "51+ years": (51, None, "RDA", 420, 320),
}
STAGES = {
    "pregnant": [(14, 19, 400), (19, 31, 350), (31, 51, 360)],
    "breastfeeding": [(14, 19, 360), (19, 31, 310), (31, 51, 320)],
}
EFSA = [(7 / 12, 1, 80, 80), (1, 3, 170, 170), (3, 10, 230, 230), (10, 18, 300, 250), (18, None, 350, 300)]
A_DAY = 1 / 365.25
OLDEST = 100
AGES = st.floats(0, OLDEST, allow_nan=False)
SEXES = st.sampled_from(["male", "female"])


def mg(age_years, sex, authority="nam", **stage):
    return reference_intake(age_years, sex, authority, **stage).mg_per_day


@pytest.mark.parametrize("group", PRINTED)
@pytest.mark.parametrize("sex", ["male", "female"])
class TestPrintedRow:
    def test_holds_from_its_first_day(self, group, sex):
        first, _, measure, male, female = PRINTED[group]
        found = reference_intake(first, sex, "nam")
        assert (found.measure, found.mg_per_day) == (measure, male if sex == "male" else female)

    def test_holds_until_the_day_before_the_next_begins(self, group, sex):
        _, end, measure, male, female = PRINTED[group]
        found = reference_intake((end or OLDEST) - A_DAY, sex, "nam")
        assert (found.measure, found.mg_per_day) == (measure, male if sex == "male" else female)


def test_the_table_has_every_printed_row_and_no_other():
    rows = [row for row in reference_table("nam") if row.life_stage == "general"]
    shown = [
        (row.ages.min_years, row.ages.max_years, row.male.measure, row.male.mg_per_day, row.female.mg_per_day)
        for row in rows
    ]
    assert shown == list(PRINTED.values())


@pytest.mark.parametrize(("stage", "first", "end", "value"), [(s, *row) for s in STAGES for row in STAGES[s]])
def test_pregnancy_and_breastfeeding_have_rows_of_their_own(stage, first, end, value):
    assert mg(first, "female", **{stage: True}) == value
    assert mg(end - A_DAY, "female", **{stage: True}) == value


@pytest.mark.parametrize(("first", "end", "male", "female"), EFSA)
def test_the_european_table_changes_where_its_panel_says(first, end, male, female):
    for age in (first, (end or OLDEST) - A_DAY):
        assert (mg(age, "male", "efsa"), mg(age, "female", "efsa")) == (male, female)


def test_every_european_value_is_an_AI():
    assert {row.female.measure for row in reference_table("efsa")} == {"AI"}


@pytest.mark.parametrize("stage", ["pregnant", "breastfeeding"])
def test_europe_asks_for_nothing_extra_in_pregnancy_and_breastfeeding(stage):
    assert mg(30, "female", "efsa", **{stage: True}) == mg(30, "female", "efsa")


def test_no_european_row_begins_before_seven_months():
    found = reference_intake(7 / 12 - A_DAY, "female", "efsa")
    assert found == NoReference("efsa", "age", AgeGroup(0.5833, None))


@pytest.mark.parametrize(("authority", "age"), [("nam", 14 - A_DAY), ("nam", 51), ("efsa", 18 - A_DAY), ("efsa", 51)])
@pytest.mark.parametrize(("stage", "reason"), [("pregnant", "pregnancy_ages"), ("breastfeeding", "lactation_ages")])
def test_outside_its_ages_pregnancy_and_breastfeeding_have_no_row_and_say_why(authority, age, stage, reason):
    assert reference_intake(age, "female", authority, **{stage: True}).reason == reason


@pytest.mark.parametrize("stage", ["pregnant", "breastfeeding"])
def test_males_have_no_row_for_pregnancy_or_breastfeeding(stage):
    assert reference_intake(30, "male", "nam", **{stage: True}).reason == "females_only"


def test_both_stages_at_once_have_no_row():
    assert reference_intake(30, "female", "nam", pregnant=True, breastfeeding=True).reason == "two_stages"


@pytest.mark.parametrize(
    ("authority", "age", "limit"),
    [
        ("nam", 0, None),
        ("nam", 1 - A_DAY, None),
        ("nam", 1, 65),
        ("nam", 4 - A_DAY, 65),
        ("nam", 4, 110),
        ("nam", 9 - A_DAY, 110),
        ("nam", 9, 350),
        ("nam", 100, 350),
        ("efsa", 0, None),
        ("efsa", 4 - A_DAY, None),
        ("efsa", 4, 250),
        ("efsa", 100, 250),
    ],
)
def test_the_upper_limit_changes_where_its_table_says(authority, age, limit):
    assert supplement_limit(age, authority).mg_per_day == limit


@given(age=AGES, sex=SEXES)
def test_the_american_table_has_a_row_for_every_age(age, sex):
    found = reference_intake(age, sex, "nam")
    assert isinstance(found, ReferenceIntake)
    assert found.ages.holds(age)
    assert found.sex == sex


@given(age=AGES, sex=SEXES, authority=st.sampled_from(["nam", "efsa"]))
def test_exactly_one_row_of_the_shown_table_fits_a_person_or_none_is_said_to(age, sex, authority):
    fitting = [row for row in reference_table(authority) if row.life_stage == "general" and row.ages.holds(age)]
    assert len(fitting) == isinstance(reference_intake(age, sex, authority), ReferenceIntake)


@given(age=AGES, authority=st.sampled_from(["nam", "efsa"]))
def test_every_age_has_one_answer_about_the_limit(age, authority):
    assert supplement_limit(age, authority).ages.holds(age)


@pytest.mark.parametrize("authority", ["nam", "efsa"])
def test_every_row_shows_each_limit_that_touches_its_ages(authority):
    for row in reference_table(authority):
        ages = (row.ages.min_years, (row.ages.max_years or OLDEST) - A_DAY)
        assert {supplement_limit(age, authority) for age in ages} <= set(row.limits)


def test_age_groups_that_only_meet_do_not_overlap():
    assert not AgeGroup(1, 4).overlaps(AgeGroup(4, 9))
    assert AgeGroup(3, 10).overlaps(AgeGroup(4, None))
