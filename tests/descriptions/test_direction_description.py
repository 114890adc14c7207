import re

from widgets.descriptions.direction_description import direction_finding, direction_groups
from widgets.physiology.known_directions import DirectionFound, known_directions, shipped_directions
from widgets.reference_data.experiment_controls import experiment_controls

DIRECTIONS = known_directions()
FIRST, SECOND = DIRECTIONS[:2]
FOUND = {FIRST.id: DirectionFound(33.3, 98.0, holds=True), SECOND.id: DirectionFound(10.0, 12.0, holds=False)}


def test_the_finding_counts_what_holds_and_what_fails():
    assert direction_finding(DIRECTIONS[:2], FOUND) == "1 of 2 known directions hold, 1 fail"


def test_those_that_fail_stand_first_and_are_named_at_once():
    fails, holds = direction_groups(DIRECTIONS[:2], FOUND)
    assert ([item.text for item in fails.items], fails.named) == ([SECOND.statement], True)
    assert ([item.text for item in holds.items], holds.named) == ([FIRST.statement], False)


def test_a_statement_says_what_was_moved_what_is_known_and_what_the_model_gives():
    _, holds = direction_groups(DIRECTIONS[:2], FOUND)
    detail = holds.items[0].detail.replace("\N{NO-BREAK SPACE}", " ")
    label = experiment_controls()[FIRST.control].label
    assert detail == f"{label}, 10 Hz → 50 Hz. Known: more. Model: 33.3 → 98 %."


def test_every_statement_is_told_with_its_source():
    items = [item for group in direction_groups(DIRECTIONS, shipped_directions()) for item in group.items]
    assert {item.text for item in items} == {direction.statement for direction in DIRECTIONS}
    assert all(item.sources for item in items)
    assert [item.detail for item in items if re.search(r"[{}]|None|nan|_", item.detail)] == []
