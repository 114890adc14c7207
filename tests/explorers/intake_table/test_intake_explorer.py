import csv
import io
from array import array
from dataclasses import replace

import pytest

from tests.browser.asking import answer_of, ask
from widgets.descriptions import intake_table_description
from widgets.descriptions.intake_table_description import table_in_words
from widgets.explorers.intake_table.intake_explorer import IntakeExplorer
from widgets.nutrition.intake_reference import reference_table
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.intake_controls import intake_controls, intake_presets


@pytest.fixture
def explorer() -> IntakeExplorer:
    return IntakeExplorer()


def drawn(explorer: IntakeExplorer, name: str, strip: int) -> list[float]:
    """The length that the browser is given for one bar."""
    bar = next(b for b in explorer.day.strips.lines if (b["meta"]["bar"], b["meta"]["strip"]) == (name, strip))
    return array("f", getattr(explorer.day.strips, bar["x"])).tolist()


def test_the_page_opens_on_the_boy_whose_need_is_above_his_limit(explorer):
    assert explorer.day.table.place == {"row": "general_14", "column": "male"}
    assert explorer.check.reference_is_above_limit
    assert drawn(explorer, "strip_food", 1) == [410]


@pytest.mark.parametrize("name", [c.name for c in intake_controls().values() if c.scale in ("linear", "age")])
def test_every_slider_can_be_moved_to_both_ends(explorer, name):
    control = intake_controls()[name]
    for end in (control.minimum, control.maximum):
        explorer.record.values = {**explorer.record.values, name: end}
        assert explorer.check.day.values[name] == end


def test_the_marked_row_follows_age_and_sex(explorer):
    explorer.set(age_years=31, sex="female")
    assert explorer.day.table.place == {"row": "general_31", "column": "female"}


def test_the_marked_row_follows_pregnancy(explorer):
    explorer.set(age_years=30, sex="female", pregnant=True)
    assert explorer.day.table.place == {"row": "pregnancy_19", "column": "female"}


def test_the_table_follows_the_authority(explorer):
    explorer.set(authority="efsa")
    assert explorer.day.table.table == table_in_words("efsa")


def test_without_a_row_the_table_marks_none_and_says_why(explorer):
    explorer.set(authority="efsa", age_years=0.25)
    assert explorer.day.table.place == {}
    assert "7–11 months" in explorer.day.table.missing


@pytest.mark.parametrize("authority", ["nam", "efsa"])
def test_every_cell_of_the_shown_table_equals_the_data(authority):
    shown = table_in_words(authority)["rows"]
    for row, data in zip(shown, reference_table(authority), strict=True):
        for sex, cell in (("male", data.male), ("female", data.female)):
            star = "*" if cell and cell.measure == "AI" else ""
            assert row[sex] == (f"{cell.mg_per_day:g}{star}" if cell else "–")


def test_rows_that_rest_on_memory_are_marked_and_the_mark_is_explained(monkeypatch):
    first, *others = reference_table("efsa")
    remembered = replace(first, limits=tuple(replace(limit, checked="recall") for limit in first.limits))
    monkeypatch.setattr(intake_table_description, "reference_table", lambda _authority: (remembered, *others))
    table = table_in_words("efsa")
    assert table["rows"][0]["limit"] == "none set°"
    assert any(note.startswith("°") for note in table["notes"])


def test_rows_that_were_looked_up_carry_no_mark():
    assert not any(row["limit"].endswith("°") for row in table_in_words("efsa")["rows"])


def test_both_strips_follow_the_supplement(explorer):
    explorer.set(magnesium_from_supplements_mg=90)
    assert (drawn(explorer, "strip_supplement", 1), drawn(explorer, "strip_supplement", 2)) == ([90], [90])


def test_only_one_strip_follows_the_food(explorer):
    before = drawn(explorer, "strip_supplement", 2)
    explorer.set(magnesium_from_food_mg=200)
    assert (drawn(explorer, "strip_food", 1), drawn(explorer, "strip_supplement", 2)) == ([200], before)


def test_pregnancy_is_blocked_for_males_with_the_reason(explorer):
    assert "females only" in explorer.record.blocked["pregnant"]


def test_pregnancy_is_open_to_females_of_the_ages_of_the_table(explorer):
    explorer.set(sex="female", age_years=14)
    assert explorer.record.blocked == {}


@pytest.mark.parametrize("age", [13, 51])
def test_pregnancy_is_blocked_outside_the_ages_of_the_table(explorer, age):
    explorer.set(sex="female", age_years=age)
    assert "14–50 years" in explorer.record.blocked["pregnant"]


def test_breastfeeding_is_blocked_while_pregnant(explorer):
    explorer.set(sex="female", age_years=30, pregnant=True)
    assert "both at once" in explorer.record.blocked["breastfeeding"]


def test_a_switch_that_no_row_allows_any_more_turns_off(explorer):
    explorer.set(sex="female", age_years=30, pregnant=True)
    explorer.set(age_years=60)
    assert explorer.record.values["pregnant"] is False
    assert explorer.day.table.place == {"row": "general_51", "column": "female"}


def test_a_value_that_cannot_be_used_is_answered_beside_its_control(explorer):
    before = explorer.check
    explorer.record.values = {**explorer.record.values, "magnesium_from_food_mg": 9000}
    assert "0 to 800\N{NO-BREAK SPACE}mg" in explorer.record.faults["magnesium_from_food_mg"]
    assert explorer.check is before


def test_a_good_value_takes_the_fault_away(explorer):
    explorer.record.values = {**explorer.record.values, "magnesium_from_food_mg": 9000}
    explorer.record.values = {**explorer.record.values, "magnesium_from_food_mg": 90}
    assert explorer.record.faults == {}


def test_setting_an_unknown_control_changes_nothing(explorer):
    before = explorer.record.values
    with pytest.raises(ControlError):
        explorer.set(zinc_mg=3)
    assert explorer.record.values == before


def test_a_kept_set_up_stays_while_sliders_move(explorer):
    explorer.record.keep()
    explorer.set(magnesium_from_food_mg=200)
    assert drawn(explorer, "strip_kept_total", 1) == [410]
    assert "kept set-up" in explorer.sentence


def test_a_kept_set_up_can_be_removed(explorer):
    explorer.record.keep()
    explorer.record.drop()
    assert drawn(explorer, "strip_kept_total", 1) == []
    assert explorer.record.kept == {}


@pytest.mark.parametrize("name", intake_presets())
def test_every_case_sets_its_controls_and_defaults_for_the_rest(explorer, name):
    explorer.set(sex="female", age_years=20, breastfeeding=True)
    explorer.record.load_preset(name)
    defaults = {control: c.default for control, c in intake_controls().items()}
    assert explorer.record.values == defaults | dict(intake_presets()[name].values)


@pytest.mark.parametrize("question", ["keep", "drop", "reset", "undo"])
def test_every_button_of_the_panel_does_something(explorer, question):
    explorer.set(magnesium_from_food_mg=5)
    if question == "drop":
        explorer.record.keep()
    before = (explorer.day.kept, explorer.record.values)
    ask(explorer.record, question)
    assert (explorer.day.kept, explorer.record.values) != before


def test_nothing_gives_the_answer_away_while_the_question_is_open(explorer):
    assert "yardsticks" not in {note["key"] for note in explorer.day.notes.notes}
    assert explorer.sentence == ""


def test_the_answer_is_told_from_the_day_on_show(explorer):
    explorer.day.over_limit.answer = "yes"
    assert "410\xa0mg from food do not count" in explorer.day.over_limit.result
    explorer.set(magnesium_from_food_mg=300)
    assert "300\xa0mg from food do not count" in explorer.day.over_limit.result


def test_the_notes_follow_the_day(explorer):
    explorer.day.over_limit.answer = "no"
    assert "yardsticks" in {note["key"] for note in explorer.day.notes.notes}
    explorer.set(age_years=25, sex="female")
    assert "yardsticks" not in {note["key"] for note in explorer.day.notes.notes}


def test_the_figure_hands_out_the_day_as_csv(explorer):
    row = next(csv.DictReader(io.StringIO(answer_of(explorer.day.strips, "csv").decode())))
    assert (row["age_years"], row["reference_mg_per_day"], row["total_mg"]) == ("16.0", "410.0", "410.0")
