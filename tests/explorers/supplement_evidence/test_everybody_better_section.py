"""Simulated trials on the page: one at once, a thousand a moment later, and what both say."""

import csv
import io

import pytest

from tests.browser.asking import answer_of
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.supplement_evidence.everybody_better_section import NAMES, EverybodyBetterSection
from widgets.reference_data.evidence_controls import evidence_controls
from widgets.simulated_trials.many_trials import TRIALS


@pytest.fixture
def section() -> EverybodyBetterSection:
    controls = evidence_controls()
    made = EverybodyBetterSection(PageRecord("supplement_evidence", {name: controls[name] for name in NAMES}))
    assert made.found.trials.done == 0, "nothing is counted before a reader comes near"
    made.counting.be_seen()
    return made


def line(panel, name):
    return next(line for line in panel._data() if name in line["meta"].values())


def notes(section):
    return {note["key"]: note["text"] for note in section.notes.notes}


def rows(panel):
    text = answer_of(panel, "csv").decode()
    return list(csv.DictReader(row for row in io.StringIO(text) if not row.startswith("#")))


def test_magnesium_does_nothing_at_first_and_both_groups_get_better(section):
    assert section.found.trial.plan.effect_percent == 0
    assert section.people.finding.startswith("Both groups got better")
    for name in ("people_mean_magnesium", "people_mean_placebo"):
        before, after = line(section.people, name)["y"]
        assert after < before


def test_everybody_has_a_line(section):
    assert len(line(section.people, "people_placebo")["y"]) == 3 * section.found.trial.plan.people_per_arm


def test_without_a_control_group_nobody_on_dummy_tablets_is_drawn(section):
    section.record.set(trial_design="uncontrolled")
    assert not line(section.people, "people_placebo")["y"]
    assert not line(section.people, "people_mean_placebo")["y"]
    assert "nobody to compare with" in section.people.finding


def test_the_bars_hold_every_trial(section):
    bars = [each for each in section.counts._data() if each["type"] == "bar"]
    assert sum(sum(bar["y"]) for bar in bars) == TRIALS


def test_the_title_of_the_thousand_says_how_often_each_kind_is_fooled(section):
    counts = section.found.trials.counts
    for count in (counts.works, counts.works_without_control):
        assert f" {count} " in section.counts.finding


def test_the_answer_waits_for_the_question(section):
    assert notes(section) == {}
    section.question.answer = "same"
    placebo = section.found.trial.placebo
    assert section.question.result.startswith("You expected: They stay the same.")
    assert f"from {placebo.mean_before:.1f} to {placebo.mean_after:.1f}" in section.question.result
    assert {"with_control", "without_control", "asked", "needed"} <= set(notes(section))


def test_a_trial_without_dummy_tablets_does_not_answer_the_question(section):
    section.question.answer = "fewer"
    section.record.set(trial_design="uncontrolled")
    assert section.question.result.startswith("This trial cannot tell")


def test_more_people_are_needed_for_a_smaller_effect(section):
    section.question.answer = "skipped"
    said = []
    for effect in (0, 20, 40):
        section.record.set(trial_effect_percent=effect)
        said.append(notes(section)["needed"])
    assert said[0].startswith("There is no effect to find.")
    small, large = (int(text.split()[1]) for text in said[1:])
    assert small > large


def test_how_long_the_first_tablet_lasts_is_told_only_where_everybody_takes_both(section):
    section.question.answer = "skipped"
    assert "carried" not in notes(section)
    section.record.set(trial_design="crossover", trial_washout_weeks=1)
    assert notes(section)["carried"].startswith("After 1\N{NO-BREAK SPACE}week without tablets, 50\N{NO-BREAK SPACE}%")


def test_again_brings_other_people_and_leaves_the_thousand_alone(section):
    before, thousand = section.found.trial, section.found.trials
    section.again.press("again")
    assert section.record.values["trial_number"] == before.number + 1
    assert section.found.trial.placebo.before != before.placebo.before
    assert section.found.trials is thousand


def test_after_the_last_number_comes_the_first(section):
    section.record.set(trial_number=evidence_controls()["trial_number"].maximum)
    section.again.press("again")
    assert section.record.values["trial_number"] == 1


def test_a_move_is_told_with_what_the_trial_would_conclude(section):
    section.record.set(trial_effect_percent=60)
    assert "It would conclude: magnesium works." in section.record.sentence


def test_a_kept_trial_stays_in_sight_and_is_told_beside_the_next(section):
    section.record.keep("simulated")
    kept = section.found.trial.magnesium
    section.record.set(trial_effect_percent=60)
    assert line(section.people, "people_kept_magnesium")["y"] == pytest.approx([kept.mean_before, kept.mean_after])
    assert "The kept trial found" in section.record.sentence


def test_both_downloads_hold_every_person_and_every_trial(section):
    assert len(rows(section.people)) == section.found.trial.plan.people
    found = rows(section.counts)
    assert [row["trial_number"] for row in found] == [str(number) for number in range(1, TRIALS + 1)]
    assert sum(row["concludes"] == "works" for row in found) == section.found.trials.counts.works


def test_it_is_said_that_chance_and_hope_cannot_be_told_apart(section):
    assert any("cannot tell the two apart" in note["text"] for note in section.left_out.notes)


def test_stopped_trials_go_on_where_they_were_when_asked(section):
    section.counting.press("stop")
    section.record.set(trial_people_per_arm=60)
    assert section.found.trials.done == 0
    assert section.counting.pressed == ["stop"]
    section.counting.press("stop")
    assert section.found.trials.is_complete
