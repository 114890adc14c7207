import os
import stat
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from widgets.background import machine_turn
from widgets.background.machine_turn import MOST_WORKERS, MachineTurn, processor_count, turn_count, worker_count

TAKE_AND_WAIT = """
import sys, time
from pathlib import Path
from widgets.background.machine_turn import MachineTurn

turn = MachineTurn(Path(sys.argv[1]))
print(turn.try_take(), flush=True)
time.sleep(600)
"""


@pytest.fixture
def processors(monkeypatch):
    def have(count: int) -> None:
        monkeypatch.setattr(machine_turn, "processor_count", lambda: count)

    return have


@pytest.mark.parametrize("count", [1, 2, 8, 64])
def test_no_more_processes_work_than_the_machine_has_processors(processors, count):
    processors(count)
    assert 1 <= worker_count() <= min(count, MOST_WORKERS)
    assert worker_count() * turn_count() <= count


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system holds no process to single processors")
def test_a_process_that_is_held_to_one_processor_counts_one():
    code = "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
    code += "from widgets.background.machine_turn import processor_count; print(processor_count())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1\n"


def test_there_is_at_least_one_processor():
    assert processor_count() >= 1


def test_a_second_learner_waits_until_the_first_is_done(processors, tmp_path):
    processors(2)
    first, second = MachineTurn(tmp_path), MachineTurn(tmp_path)
    assert first.try_take()
    assert not second.try_take()
    first.give_back()
    assert second.try_take()
    second.give_back()


def test_whoever_has_the_turn_keeps_it_when_asking_again(processors, tmp_path):
    processors(2)
    turn = MachineTurn(tmp_path)
    assert turn.try_take()
    assert turn.try_take()
    turn.give_back()


def test_a_turn_that_was_never_taken_can_be_given_back(tmp_path):
    MachineTurn(tmp_path).give_back()


def test_a_large_machine_serves_several_at_once(processors, tmp_path):
    processors(3 * MOST_WORKERS)
    turns = [MachineTurn(tmp_path) for _ in range(4)]
    assert [turn.try_take() for turn in turns] == [True, True, True, False]
    for turn in turns:
        turn.give_back()


def test_a_process_that_is_killed_leaves_its_turn_to_the_next(processors, tmp_path):
    processors(2)
    command = [sys.executable, "-c", TAKE_AND_WAIT, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "True\n"
        assert not MachineTurn(tmp_path).try_take()
        other.kill()
        other.wait()
    turn = MachineTurn(tmp_path)
    assert turn.try_take()
    turn.give_back()


class TestWhereTurnsLie:
    @pytest.fixture(autouse=True)
    def temporary_files(self, monkeypatch, tmp_path) -> Path:
        monkeypatch.setattr(machine_turn.tempfile, "gettempdir", lambda: str(tmp_path))
        return tmp_path

    @pytest.mark.skipif(os.name == "nt", reason="on Windows every user has a folder for temporary files")
    def test_every_user_of_the_machine_may_wait_and_take(self, temporary_files):
        turn = MachineTurn()
        assert turn.try_take()
        modes = [stat.S_IMODE(path.stat().st_mode) for path in sorted(temporary_files.rglob("*"))]
        assert modes == [0o777, 0o666]
        turn.give_back()

    def test_learners_of_one_machine_share_them(self, processors):
        processors(2)
        first = MachineTurn()
        assert first.try_take()
        assert not MachineTurn().try_take()
        first.give_back()

    def test_where_somebody_keeps_others_out_a_user_has_turns_of_their_own(self, processors, monkeypatch):
        processors(2)
        monkeypatch.setattr(machine_turn.os, "access", lambda _path, _mode: False)
        first = MachineTurn()
        assert first.try_take()
        assert not MachineTurn().try_take()
        first.give_back()


def test_where_no_file_can_be_made_nobody_waits(tmp_path):
    assert MachineTurn(tmp_path / "missing").try_take()


@pytest.mark.parametrize("reason", [OSError("not supported"), NotImplementedError()])
def test_where_the_file_system_knows_no_locks_nobody_waits(monkeypatch, tmp_path, reason):
    def refuse(*_arguments, **_options):
        raise reason

    monkeypatch.setattr(filelock.FileLock, "acquire", refuse)
    assert all(MachineTurn(tmp_path).try_take() for _ in range(5))
