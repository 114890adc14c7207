"""Steps of a page: what is one, what is none, and which are lost."""

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.explorers.frame.history import MOST_STEPS, QUIET_S, History, SetUp

START = SetUp({"rate": 1.0, "pump": 1.0})


def at(**values: float) -> SetUp:
    return SetUp({**START.values, **values})


@pytest.fixture
def history() -> History:
    return History(START)


def test_at_the_start_there_is_nothing_to_take_back(history):
    assert (history.can_undo, history.can_redo) == (False, False)
    assert history.undone() is history
    assert history.redone() is history


def test_a_change_can_be_taken_back_and_brought_again(history):
    changed = history.with_change(at(rate=2.0), "rate")
    assert changed.undone().present == START
    assert changed.undone().redone().present == at(rate=2.0)


def test_the_same_again_is_no_step(history):
    assert history.with_change(START, "rate") is history


def test_a_drag_is_one_step(history):
    for rate in (2.0, 3.0, 4.0):
        history = history.with_change(at(rate=rate), "rate", quiet_s=0.05)
    assert history.undone().present == START


def test_after_a_rest_the_same_control_begins_a_new_step(history):
    history = history.with_change(at(rate=2.0), "rate").with_change(at(rate=3.0), "rate", quiet_s=QUIET_S)
    assert history.undone().present == at(rate=2.0)


def test_another_control_begins_a_new_step(history):
    history = history.with_change(at(rate=2.0), "rate").with_change(at(rate=2.0, pump=0.5), "pump", quiet_s=0.05)
    assert history.undone().present == at(rate=2.0)


def test_what_is_no_move_of_one_control_is_a_step_of_its_own(history):
    history = history.with_change(at(rate=2.0), "rate").with_change(at(rate=9.0, pump=2.0), quiet_s=0.01)
    assert history.undone().present == at(rate=2.0)


def test_keeping_is_a_step(history):
    kept = SetUp(START.values, START.values)
    assert history.with_change(kept).undone().present == START


def test_a_drag_that_ends_where_it_began_leaves_no_step(history):
    history = history.with_change(at(rate=2.0), "rate").with_change(START, "rate", quiet_s=0.05)
    assert not history.can_undo


def test_a_drag_that_went_back_and_on_can_still_be_taken_back(history):
    for rate in (2.0, 1.0, 3.0):
        history = history.with_change(at(rate=rate), "rate", quiet_s=0.05)
    assert history.undone().present == START


def test_a_move_after_undo_is_a_step_of_its_own(history):
    history = history.with_change(at(rate=2.0), "rate").undone().with_change(at(rate=3.0), "rate", quiet_s=0.05)
    assert history.undone().present == START


def test_a_new_change_loses_what_was_taken_back(history):
    history = history.with_change(at(rate=2.0), "rate").undone().with_change(at(pump=0.5), "pump")
    assert not history.can_redo


def test_old_steps_are_forgotten_one_by_one(history):
    for rate in range(MOST_STEPS + 10):
        history = history.with_change(at(rate=rate + 2.0))
    assert len(history.past) == MOST_STEPS
    assert history.past[0] == at(rate=11.0)


@given(st.lists(st.floats(0, 80), min_size=1, max_size=20))
def test_as_many_steps_back_as_there_are_lead_to_the_start_and_forward_again(rates):
    history = reduce(lambda known, rate: known.with_change(at(rate=rate)), rates, History(START))
    back = reduce(lambda known, _: known.undone(), history.past, history)
    assert (back.present, back.can_undo) == (START, False)
    assert reduce(lambda known, _: known.redone(), back.future, back).present == history.present
