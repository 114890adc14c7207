import os

import pytest

from widgets.background import machine_turn
from widgets.background.machine_turn import MOST_WORKERS, MachineTurn, turn_count, worker_count


@pytest.fixture
def small_machine(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize("processors", [1, 2, 8, 64, None])
def test_no_more_processes_work_than_the_machine_has_processors(monkeypatch, processors):
    monkeypatch.setattr(os, "cpu_count", lambda: processors)
    assert 1 <= worker_count() <= min(processors or 1, MOST_WORKERS)
    assert worker_count() * turn_count() <= max(1, processors or 1)


@pytest.mark.usefixtures("small_machine")
def test_a_second_learner_waits_until_the_first_is_done(tmp_path):
    first, second = MachineTurn(tmp_path), MachineTurn(tmp_path)
    assert first.try_take()
    assert not second.try_take()
    first.give_back()
    assert second.try_take()
    second.give_back()


@pytest.mark.usefixtures("small_machine")
def test_whoever_has_the_turn_keeps_it_when_asking_again(tmp_path):
    turn = MachineTurn(tmp_path)
    assert turn.try_take()
    assert turn.try_take()
    turn.give_back()


def test_a_turn_that_was_never_taken_can_be_given_back(tmp_path):
    MachineTurn(tmp_path).give_back()


def test_a_large_machine_serves_several_at_once(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "cpu_count", lambda: 3 * MOST_WORKERS)
    turns = [MachineTurn(tmp_path) for _ in range(4)]
    assert [turn.try_take() for turn in turns] == [True, True, True, False]
    for turn in turns:
        turn.give_back()


def test_where_files_cannot_be_locked_nobody_waits(monkeypatch, tmp_path):
    monkeypatch.setattr(machine_turn, "fcntl", None)
    assert all(MachineTurn(tmp_path).try_take() for _ in range(5))


def test_where_no_file_can_be_made_nobody_waits(tmp_path):
    assert MachineTurn(tmp_path / "missing").try_take()


def test_where_the_file_system_knows_no_locks_nobody_waits(monkeypatch, tmp_path):
    def refuse(_file, _operation):
        raise OSError("not supported")

    monkeypatch.setattr(machine_turn.fcntl, "flock", refuse)
    assert all(MachineTurn(tmp_path).try_take() for _ in range(5))
