"""A map fills in other processes and in its own, stops at once, and is not computed twice."""

import asyncio
import os
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from functools import partial

import psutil
import pytest

from widgets.background import workers as background_workers
from widgets.background.map_filling import MOST_KNOWN_MAPS, KnownMaps, found_cells
from widgets.background.workers import PIECES_AT_ONCE, NoWorkersError, Workers
from widgets.physiology.cramp_map import CellOutcome, CrampMap, MapCell, cell_outcome, map_cells, shipped_map
from widgets.physiology.experiment import Experiment

USUAL = Experiment.from_values({})
PRONE = Experiment.from_values({"cramp_susceptibility": 1, "muscle_stretch": 0})
SOME_CELLS = map_cells(USUAL)[:20]
NOTHING_LEFT_TO_START = OSError("no more processes")


def run(work):
    """Run a coroutine beside this thread, in which the browser of the page tests may have left a loop running."""
    with ThreadPoolExecutor(max_workers=1) as elsewhere:
        return elsewhere.submit(asyncio.run, work).result()


def filled(cells, workers) -> dict[MapCell, CellOutcome | None]:
    async def fill():
        return {cell: outcome async for found in found_cells(USUAL, cells, workers) for cell, outcome in found}

    return run(fill())


def working_children() -> list[psutil.Process]:
    """The processes that compute; one that keeps the books of the system's resources may stay."""
    children = psutil.Process().children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def test_other_processes_find_what_this_one_finds():
    found = filled(SOME_CELLS, workers=2)
    assert found == {cell: shipped_map().outcomes[cell] for cell in SOME_CELLS}


def test_without_other_processes_it_fills_too():
    assert filled(SOME_CELLS[:3], workers=0) == {cell: cell_outcome(USUAL, cell) for cell in SOME_CELLS[:3]}


@pytest.mark.parametrize("reason", [NOTHING_LEFT_TO_START, ImportError("no multiprocessing here")])
def test_where_no_process_can_be_started_it_fills_too(monkeypatch, reason):
    def refuse(_settings):
        raise reason

    monkeypatch.setattr(background_workers, "_started", refuse)
    assert set(filled(SOME_CELLS[:3], workers=2)) == set(SOME_CELLS[:3])


def test_when_the_processes_are_killed_the_rest_is_found_without_them():
    cells = map_cells(USUAL)[: 4 * PIECES_AT_ONCE]

    async def fill():
        found = {}
        async with aclosing(found_cells(USUAL, cells, workers=1)) as portions:
            async for portion in portions:
                found.update(portion)
                for child in working_children() if portion else ():
                    child.kill()
        return found

    assert set(run(fill())) == set(cells)


def test_nothing_is_left_running_when_it_is_done():
    filled(SOME_CELLS[:2], workers=2)
    assert working_children() == []


def test_stopping_ends_the_processes_at_once():
    async def begin_and_stop() -> list[psutil.Process]:
        async with aclosing(found_cells(USUAL, map_cells(USUAL), workers=2)) as portions:
            async for portion in portions:
                if portion:
                    break
            return working_children()

    assert run(begin_and_stop()) != []
    assert working_children() == []


def test_the_processes_give_way_to_the_kernel():
    if not hasattr(os, "nice"):
        pytest.skip("this system has no such thing")
    with Workers(partial(cell_outcome, USUAL), SOME_CELLS, 1) as workers:
        while not workers.collect():
            time.sleep(0.02)
        assert [child.nice() > psutil.Process().nice() or child.nice() == 19 for child in working_children()] == [True]


def test_nothing_can_be_collected_when_nobody_is_left_to_work():
    with Workers(partial(cell_outcome, USUAL), SOME_CELLS, 1) as workers:
        # Until it has begun, a process goes by another name.
        while not (children := working_children()):
            time.sleep(0.01)
        for child in children:
            child.kill()
            child.wait()
        with pytest.raises(NoWorkersError):
            workers.collect()


class TestKnownMaps:
    def test_the_usual_persons_map_is_known_from_the_start(self):
        assert KnownMaps().find(Experiment.from_values({"plasma_magnesium_mM": 0.5})) is shipped_map()

    def test_a_map_is_found_again_by_its_settings(self):
        known, cramp_map = KnownMaps(), CrampMap.of(PRONE)
        assert known.find(PRONE) is None
        known.remember(cramp_map)
        assert known.find(PRONE) is cramp_map

    def test_only_the_latest_are_kept(self):
        known = KnownMaps()
        several = [
            Experiment.from_values({"plasma_potassium_mM": 3 + step / 10}) for step in range(MOST_KNOWN_MAPS + 1)
        ]
        for experiment in several:
            known.remember(CrampMap.of(experiment))
        assert [known.find(experiment) is None for experiment in several[:2]] == [True, False]
