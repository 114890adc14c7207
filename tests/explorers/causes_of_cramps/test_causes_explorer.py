import re

import pytest

from tests.browser.asking import ask
from widgets.evidence.cramp_causes import cramp_causes
from widgets.explorers.causes_of_cramps.causes_explorer import START_CASE, CausesExplorer
from widgets.reference_data.causes_controls import causes_controls, causes_presets
from widgets.reference_data.control_values import ControlError


@pytest.fixture
def page() -> CausesExplorer:
    return CausesExplorer()


def names(page):
    return [each["name"] for each in page.case.found["causes"]]


def test_the_page_opens_with_every_cause_and_a_ready_case(page):
    assert len(page.causes.shown) == len(cramp_causes())
    ready = {name for name, value in causes_presets()[START_CASE].values.items() if value}
    assert {each["id"] for each in page.case.found["circumstances"]} == ready


def test_the_state_is_one_flat_record_of_every_control(page):
    defaults = {name: control.default for name, control in causes_controls().items()}
    assert dict(page.record.values) == {**defaults, **causes_presets()[START_CASE].values}


def test_magnesium_is_not_the_first_cause_by_chance(page):
    surest = [cause.name for cause in cramp_causes().values() if cause.certainty == "strong"]
    assert [cramp_causes()[cause].name for cause in page.causes.shown[: len(surest)]] == sorted(surest)


def test_the_map_counts_in_how_many_causes_magnesium_can_matter(page):
    roles = [cause.magnesium_role for cause in cramp_causes().values()]
    assert f"one of {len(roles)} causes" in page.causes.in_short
    assert f"In {roles.count('low_magnesium') - 1} others" in page.causes.in_short


def test_a_filter_shows_fewer_and_says_how_many(page):
    page.set(kind="medicine")
    assert {cramp_causes()[cause].kind for cause in page.causes.shown} == {"medicine"}
    assert page.sentence.startswith(f"{len(page.causes.shown)} of 46")


def test_filters_that_nothing_fits_say_so(page):
    page.set(kind="posture", certainty="strong")
    assert (page.causes.shown, page.sentence) == ([], "No cause fits all of that. Choose fewer filters.")


def test_an_order_changes_the_order_alone(page):
    before = page.causes.shown
    page.set(order="name")
    assert page.causes.shown != before
    assert sorted(page.causes.shown) == sorted(before)


def test_a_situation_with_a_run_is_compared_with_a_healthy_fibre(page):
    page.set(situation="proton_pump_inhibitors")
    assert "healthy fibre" in page.situations.picker.compared
    assert not page.situations.beside.waiting


def test_a_situation_without_a_run_shows_no_figure(page):
    page.set(situation="low_potassium")
    assert page.situations.beside.waiting
    assert page.sentence.startswith("Low potassium.")


def test_the_figure_comes_back_with_a_situation_that_has_a_run(page):
    page.set(situation="statins")
    page.set(situation="low_calcium")
    assert not page.situations.beside.waiting
    assert page.situations.beside.finding.startswith("Low calcium")


def test_a_circumstance_brings_its_causes_into_play(page):
    page.set(pregnant=True)
    assert "Pregnancy" in names(page)
    assert "no diagnosis" in page.sentence


def test_a_ready_case_replaces_the_case_before(page):
    page.set(pregnant=True)
    page.record.load_preset("dialysis")
    assert "Pregnancy" not in names(page)
    assert "Weak kidneys, and dialysis" in names(page)


def test_a_ready_case_leaves_filters_and_situation_alone(page):
    page.set(kind="nerve", situation="statins")
    page.record.load_preset("cyclist")
    assert (page.record.values["kind"], page.record.values["situation"]) == ("nerve", "statins")


def test_clearing_turns_every_circumstance_off(page):
    page.record.load_preset("many")
    page.set(**page.case.nothing)
    assert page.case.found["circumstances"] == []


def test_the_browser_can_ask_for_a_ready_case(page):
    ask(page.record, "preset", preset="statin", panel="case")
    assert page.record.values["new_statin"] is True


def test_reset_puts_everything_back(page):
    before = dict(page.record.values)
    page.set(kind="nerve", pregnant=True, situation="statins", cause="stress")
    page.record.reset()
    assert dict(page.record.values) == before


def test_an_unknown_control_is_named(page):
    with pytest.raises(ControlError, match="pregnent"):
        page.set(pregnent=True)


def test_a_value_from_elsewhere_that_cannot_be_is_told_and_changes_nothing(page):
    shown = page.causes.shown
    page.record.values = {**page.record.values, "kind": "magic"}
    assert "kind" in page.record.faults
    assert page.causes.shown == shown
    assert page.fault


def test_the_next_good_value_clears_the_fault(page):
    page.record.values = {**page.record.values, "kind": "magic"}
    page.set(kind="nerve")
    assert (page.fault, page.record.faults) == ("", {})


def test_every_cause_tells_its_sources_or_that_only_an_article_says_so(page):
    told = [cause for cause in page.causes.causes if cause["sources"] or cause["checked"] == "claim"]
    assert len(told) == len(cramp_causes())


def test_every_medicine_row_has_a_cell_for_every_column(page):
    table = page.part_medicines
    assert {len(row) for row in table.rows} == {len(table.columns)}


def test_what_is_urgent_stands_before_everything_else(page):
    assert page.places[0] == "part_signs"


def test_every_medicine_names_its_sources_by_number(page):
    table = page.part_medicines
    numbers = {int(number) for row in table.rows for number in re.findall(r"\d+", row[-1])}
    assert numbers == set(range(1, len(table.sources) + 1))


def test_quinine_and_potassium_are_warned_of_before_the_medicines(page):
    assert page.places.index("part_warnings") < page.places.index("part_medicines")
    assert {note["key"] for note in page.part_warnings.notes} == {"quinine", "potassium"}
