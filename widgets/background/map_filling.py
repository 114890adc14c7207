"""A map that fills while its kernel goes on answering, and the maps that are known already."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterable
from functools import partial

from widgets.background.machine_turn import worker_count
from widgets.background.workers import NoWorkersError, Workers
from widgets.physiology.cramp_map import CellOutcome, CrampMap, MapCell, cell_outcome, map_experiment, shipped_map
from widgets.physiology.experiment import Experiment

# Short beside the time of a portion of cells.
LOOK_EVERY_S = 0.02
# Long enough for the kernel to take up what has been asked meanwhile.
PAUSE_S = 0.004
MOST_KNOWN_MAPS = 16

Found = list[tuple[MapCell, CellOutcome | None]]


async def found_cells(
    experiment: Experiment, cells: Iterable[MapCell], workers: int | None = None
) -> AsyncGenerator[Found, None]:
    """Yield the outcomes of the cells as they are found, a few at a time, computed by all of the machine's processors.

    Some of what is yielded is empty, so that whoever waits can think again every few hundredths of a second.

    Closing the generator stops the work at once. Where no process can be started the cells are computed one at a time
    in this one, with pauses in which it answers.

    Args:
        experiment: what is done in each cell.
        cells: which cells, in which order.
        workers: how many processes, 0 for none; as many as `worker_count` says if left out.
    """
    left = dict.fromkeys(cells)
    try:
        task = partial(cell_outcome, experiment)
        with Workers(task, left, worker_count() if workers is None else workers) as started:
            while left:
                found = started.collect()
                for cell, _ in found:
                    del left[cell]
                yield found
                await asyncio.sleep(LOOK_EVERY_S)
    except NoWorkersError:
        for cell in left:
            yield [(cell, cell_outcome(experiment, cell))]
            await asyncio.sleep(PAUSE_S)


class KnownMaps:
    """The maps computed last, by their settings; a map that was stopped is kept as far as it went."""

    def __init__(self) -> None:
        """Know none but the shipped one."""
        self._maps: OrderedDict[tuple[tuple[str, object], ...], CrampMap] = OrderedDict()

    def find(self, experiment: Experiment) -> CrampMap | None:
        """Return what is known of the map that a learner's experiment belongs to, None where nothing is."""
        wanted = map_experiment(experiment)
        if wanted == shipped_map().experiment:
            return shipped_map()
        if (key := _key(wanted)) in self._maps:
            self._maps.move_to_end(key)
        return self._maps.get(key)

    def remember(self, cramp_map: CrampMap) -> None:
        """Keep a map, and forget the one that was not asked for the longest."""
        self._maps[_key(cramp_map.experiment)] = cramp_map
        self._maps.move_to_end(_key(cramp_map.experiment))
        while len(self._maps) > MOST_KNOWN_MAPS:
            self._maps.popitem(last=False)


def _key(experiment: Experiment) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(experiment.values.items()))
