from dataclasses import replace

import pytest

from widgets.physiology.experiment import Experiment
from widgets.physiology.known_directions import DirectionFound, check, known_directions, shipped_directions
from widgets.reference_data.experiment_controls import experiment_controls

DIRECTIONS = {direction.id: direction for direction in known_directions()}
# Machines differ in the last digits, and a search by halving may then end one step apart.
SAME = 2e-3
ANY = next(iter(DIRECTIONS.values()))


@pytest.mark.parametrize("name", DIRECTIONS)
def test_the_model_gives_what_the_page_shows_for_every_known_direction(name):
    found, shipped = check(DIRECTIONS[name]), shipped_directions()[name]
    assert found.holds == shipped.holds
    # Half a search's step may be all that a last digit moves.
    step = max(0.25 if DIRECTIONS[name].unit == "Hz" else 0.0, 1e-6)
    assert (found.before, found.after) == pytest.approx((shipped.before, shipped.after), rel=SAME, abs=step)


def test_there_are_at_least_forty_statements_and_their_ids_have_no_gaps():
    assert len(DIRECTIONS) >= 40
    assert list(DIRECTIONS) == [f"D{number:02d}" for number in range(1, len(DIRECTIONS) + 1)]


def test_every_control_is_moved_by_a_statement():
    assert {direction.control for direction in DIRECTIONS.values()} == set(experiment_controls())


@pytest.mark.parametrize("control", ["magnesium", "ionised_calcium", "potassium", "sodium"])
def test_a_flat_statement_stands_for_each_salt_of_the_blood_within_its_range(control):
    flat = [d for d in DIRECTIONS.values() if d.control.startswith(f"plasma_{control}") and d.sign == "flat"]
    assert [direction.quantity for direction in flat] == ["lowest_cramp_rate_Hz"]


@pytest.mark.parametrize("name", DIRECTIONS)
def test_both_runs_of_a_statement_can_be_set_on_the_page(name):
    direction = DIRECTIONS[name]
    assert direction.from_value != direction.to_value
    assert direction.control not in direction.settings
    for value in (direction.from_value, direction.to_value):
        assert Experiment.from_values({**direction.settings, direction.control: value})


def test_a_flat_statement_says_where_its_limit_comes_from():
    assert [d.id for d in DIRECTIONS.values() if d.sign == "flat" and not d.note] == []


@pytest.mark.parametrize(
    ("sign", "change", "holds"),
    [
        ("up", 0.2, True),
        ("up", 0.05, False),
        ("up", -0.2, False),
        ("down", -0.2, True),
        ("down", 0.2, False),
        ("flat", 0.05, True),
        ("flat", -0.2, False),
        ("flat", float("nan"), False),
    ],
)
def test_a_direction_needs_a_change_that_counts_and_flat_none(monkeypatch, sign, change, holds):
    answers = iter((1.0, 1.0 + change))
    monkeypatch.setattr("widgets.physiology.known_directions.quantity_value", lambda *_: next(answers))
    found = check(replace(ANY, sign=sign, smallest_difference=0.1))
    assert (found.before, found.holds) == (1.0, holds)


def test_a_verdict_cannot_be_changed():
    with pytest.raises(AttributeError):
        shipped_directions()[ANY.id].holds = True  # type: ignore[misc]
    assert isinstance(shipped_directions()[ANY.id], DirectionFound)
