import itertools
import re

import pytest

from widgets.descriptions.intake_description import (
    age_group_in_words,
    compare_intakes,
    describe_intake,
    intake_finding,
    intake_notes,
    row_in_words,
)
from widgets.nutrition.daily_intake import DailyIntake
from widgets.nutrition.intake_check import check_intake
from widgets.nutrition.intake_reference import reference_table
from widgets.reference_data.intake_controls import intake_controls, intake_presets
from widgets.reference_data.wording import words

DOSE_ADVICE = (
    r"\byou (should|need to|must|can) (take|use|eat)|\btakes? \d|\bdoses?\b|\bwe (advise|recommend)|\bboost|\bproven"
)
ALL_DAYS = [
    {
        "age_years": age,
        "sex": sex,
        "authority": authority,
        "pregnant": pregnant,
        "magnesium_from_supplements_mg": tablets,
    }
    for age, sex, authority, pregnant, tablets in itertools.product(
        list(intake_controls()["age_years"].stops)[::3],
        ("male", "female"),
        ("nam", "efsa"),
        (False, True),
        (0, 40, 350, 700),
    )
]


def check(**values):
    return check_intake(DailyIntake.from_values(values))


def notes(**values):
    return {note.key: f"{note.title}. {note.text}" for note in intake_notes(check(**values))}


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{WORD JOINER}", "")


def all_texts():
    for values in ALL_DAYS:
        day = check(**values)
        yield from (intake_finding(day), describe_intake(day), *(f"{n.title} {n.text}" for n in intake_notes(day)))


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word.lower())
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and len(groups) > 1
    return max(1, len(groups) - silent)


def grade(text):
    """Flesch-Kincaid grade level of a text; "magnesium" and "supplement" count as words of two syllables."""
    text = re.sub(r"magnesium|supplements?|medicines?", "metal", text, flags=re.IGNORECASE)
    sentences = [part for part in re.split(r"[.!?:;]\s", text + " ") if part.strip()]
    said = re.findall(r"[A-Za-z]+", text)
    return 0.39 * len(said) / len(sentences) + 11.8 * sum(map(syllables, said)) / len(said) - 15.59


def test_every_day_has_its_sentences():
    for text in all_texts():
        assert not re.search(r"[{}]|None|\bnan\b", text)


def test_no_day_gets_dose_advice():
    assert [text for text in all_texts() if re.search(DOSE_ADVICE, text, re.IGNORECASE)] == []


def test_no_fixed_text_of_the_page_gives_dose_advice():
    assert [text for text in words("intake").values() if re.search(DOSE_ADVICE, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("key", [key for key in words("intake") if re.fullmatch(r"note_(?!title).*", key)])
def test_every_note_is_at_or_below_grade_9(key):
    text = re.sub(r"{(measure)}", "RDA", words("intake")[key])
    assert grade(re.sub(r"{\w+}", "9", text)) <= 9


def test_amounts_are_said_as_exactly_as_they_were_typed():
    said = plain(describe_intake(check(magnesium_from_food_mg=250, magnesium_from_supplements_mg=350.5)))
    assert "600.5 mg" in said
    assert "350.5 mg, is 0.5 mg above the upper limit of 350 mg" in said


@pytest.mark.parametrize(
    ("authority", "counts"),
    [("nam", "only supplements and medicines"), ("efsa", "magnesium that was added to food or water")],
)
def test_each_authority_says_what_its_limit_counts(authority, counts):
    assert counts in notes(authority=authority, age_years=30)["yardsticks"]


def test_the_boy_of_16_is_told_what_counts_towards_which_yardstick():
    text = plain(describe_intake(check_intake(DailyIntake.from_preset("boy_16"))))
    assert "410 mg" in text
    assert "as much as the RDA of 410 mg for males (14–18 years)" in text
    assert "nothing counts towards the upper limit of 350 mg" in text


@pytest.mark.parametrize(
    ("food", "said"),
    [
        (205, "50 % of the RDA of 410 mg for males (14–18 years), or 205 mg less"),
        (615, "150 % of the RDA"),
        (409, "99 %"),
    ],
)
def test_the_total_is_told_as_share_and_difference(food, said):
    assert said in plain(describe_intake(check(magnesium_from_food_mg=food)))


@pytest.mark.parametrize(
    ("tablets", "said"),
    [
        (0, "nothing counts towards the upper limit"),
        (200, "200 mg, is under the upper limit of 350 mg"),
        (350, "350 mg, is as much as the upper limit of 350 mg"),
        (400, "400 mg, is 50 mg above the upper limit of 350 mg"),
    ],
)
def test_the_supplement_is_told_against_the_limit(tablets, said):
    assert said in plain(describe_intake(check(magnesium_from_supplements_mg=tablets)))


def test_a_missing_limit_is_no_promise_of_safety():
    text = describe_intake(check(age_years=0.25, magnesium_from_supplements_mg=20))
    assert "No upper limit is set" in text
    assert "does not mean that any amount is safe" in text


def test_a_missing_row_is_told_with_its_reason():
    assert "its first row is for 7–11 months" in describe_intake(check(age_years=0.25, authority="efsa"))


def test_below_the_RDA_is_said_not_to_be_deficiency():
    assert "does not mean deficient" in notes(magnesium_from_food_mg=200)["below"]


def test_at_the_RDA_nothing_is_said_about_being_below_it():
    assert "below" not in notes(magnesium_from_food_mg=410)


def test_an_RDA_is_explained_by_the_share_of_people_that_it_covers():
    assert "97 to 98 of every 100 healthy people" in notes()["RDA"]


def test_an_AI_is_explained_against_an_RDA():
    explained = notes(age_years=0.25)["AI"]
    assert "too few for an RDA" in explained
    assert "RDA" not in notes(age_years=0.25)


def test_a_need_above_the_limit_is_explained_where_it_is_on_show():
    assert "both numbers can be true" in notes(age_years=16)["yardsticks"]
    assert "yardsticks" not in notes(age_years=25, sex="female")


def test_every_day_says_when_to_ask_a_clinician():
    for values in ALL_DAYS:
        text = notes(**values)["clinician"]
        assert all(word in text for word in ("kidney disease", "pregnancy", "medicines"))


def test_europe_is_said_to_have_another_limit():
    text = plain(notes(authority="efsa")["authority"])
    assert "250 mg from 4 years on" in text
    assert "350 mg from 9 years on" in text


@pytest.mark.parametrize(
    ("authority", "names"),
    [
        (
            "nam",
            ["Birth to 6 months", "7–12 months", "1–3 years", "4–8 years", "9–13 years", "14–18 years", "19–30 years"],
        ),
        ("efsa", ["7–11 months", "1–2 years", "3–9 years", "10–17 years", "18 years and older"]),
    ],
)
def test_age_groups_are_named_as_printed(authority, names):
    shown = [age_group_in_words(row.ages, authority) for row in reference_table(authority)]
    assert shown[: len(names)] == names


def test_rows_of_pregnancy_and_breastfeeding_say_so():
    headings = [plain(row_in_words(row.ages, row.life_stage, "nam")) for row in reference_table("nam")]
    assert {"Pregnant, 14–18 years", "Breastfeeding, 31–50 years", "51 years and older"} <= set(headings)


def test_a_kept_day_is_told_with_its_numbers():
    kept = check(magnesium_from_food_mg=300, magnesium_from_supplements_mg=60)
    said = plain(compare_intakes(check(), kept))
    assert "360 mg from food and supplement" in said
    assert "The supplement gives 60 mg of it" in said


def test_the_same_day_is_told_to_be_the_same():
    assert "the same as your kept set-up" in compare_intakes(check(), check())


@pytest.mark.parametrize("name", intake_presets())
def test_every_case_has_a_finding(name):
    assert intake_finding(check_intake(DailyIntake.from_preset(name)))
