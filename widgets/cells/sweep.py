"""One or two controls moved through their values, everything else held."""

import pickle
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from widgets.background.machine_turn import MachineTurn, worker_count
from widgets.background.workers import NoWorkersError, Workers
from widgets.cells.control_signature import takes_controls
from widgets.cells.progress import Progress
from widgets.cells.run import Run
from widgets.cells.simulate import experiment_of
from widgets.cells.swept_runs import Point, SweptRun, SweptRuns
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.plain_error import PlainError
from widgets.reference_data.wording import sentence

MOST_SWEPT = 2
# At 8 bytes a number, this many runs of 700 ms take some 600 MB.
MOST_POINTS = 10_000
# Other processes take about this long to start; what is over by then needs none.
ALONE_S = 0.6
LOOK_EVERY_S = 0.02

Task = tuple[int, Experiment]


class SweepError(PlainError):
    """What should be swept cannot be."""


@takes_controls
def sweep(preset: str | None = None, **controls: object) -> SweptRuns:
    """Return one run for each value of a control that is given several: `sweep(impulse_rate_Hz=range(1, 51))`.

    Two controls with several values make a grid. Everything is checked before anything is solved. A run that the solver
    cannot finish is left out and named in `failures`; the others are kept. An interrupt (Ctrl+C, or the square in a
    notebook) stops it at once. Long sweeps use all of the machine's processors, where it is their turn.

    Args:
        preset: name or label of a ready set-up, for all runs.
        controls: see below; one or two of them with several values.

    Raises:
        ControlError: an unknown name, or a value that cannot be used.
        SweepError: no control has several values, more than two have, or there are too many runs.
    """
    try:
        return _swept(preset, controls)
    except (ControlError, SweepError) as error:
        raise error.with_traceback(None) from None


def _swept(preset: str | None, controls: dict[str, object]) -> SweptRuns:
    given = {name: _several(value) for name, value in controls.items()}
    swept = {name: values for name, values in given.items() if values is not None}
    if not 1 <= len(swept) <= MOST_SWEPT:
        raise SweepError(sentence("cells", "sweep_how_many", count=len(swept)))
    points = _points(swept)
    if not 1 <= len(points) <= MOST_POINTS:
        raise SweepError(sentence("cells", "sweep_too_many", count=len(points), most=MOST_POINTS))
    held = {name: value for name, value in controls.items() if name not in swept}
    experiments = [experiment_of(preset, {**held, **point}) for point in points]
    known = experiment_controls()
    checked = [Point((name, experiment.values[name]) for name in swept) for experiment in experiments]
    solved = dict(_solved(list(enumerate(experiments))))
    runs = [SweptRun(point, *solved[i]) for i, point in enumerate(checked)]
    changed = {name: experiments[0].values[name] for name in known if name not in swept}
    held_values = {name: value for name, value in changed.items() if value != known[name].default}
    return SweptRuns(tuple(swept), held_values, runs)


def _several(value: object) -> list[object] | None:
    """Return the values of what has several, None for a single value."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        return None
    # One more than is allowed is enough to say no, also to what never ends.
    return [each for _, each in zip(range(MOST_POINTS + 1), value, strict=False)]


def _points(swept: dict[str, list[object]]) -> Sequence[dict[str, object]]:
    count = 1
    for values in swept.values():
        count *= len(values)
    if count > MOST_POINTS:
        raise SweepError(sentence("cells", "sweep_too_many", count=count, most=MOST_POINTS))
    return [dict(zip(swept, values, strict=True)) for values in product(*swept.values())]


def _solved(tasks: Sequence[Task]) -> Iterator[tuple[int, tuple[bytes, str]]]:
    """Yield the place of each task with its pickled run, or with the sentence that says why there is none."""
    left = dict(tasks)
    turn = MachineTurn()
    with Progress(len(tasks)) as progress:
        try:
            start = time.monotonic()
            while left and (time.monotonic() < start + ALONE_S or not turn.try_take()):
                yield _next_solved(left)
                progress.show(len(tasks) - len(left))
            if left and worker_count() > 1:
                yield from _solved_by_workers(left, progress, len(tasks))
        except NoWorkersError:
            pass
        finally:
            turn.give_back()
        while left:
            yield _next_solved(left)
            progress.show(len(tasks) - len(left))


def _solved_by_workers(
    left: dict[int, Experiment], progress: Progress, total: int
) -> Iterator[tuple[int, tuple[bytes, str]]]:
    with Workers(_solve, list(left.items()), worker_count()) as workers:
        while left:
            for (place, _), found in workers.collect():
                del left[place]
                yield place, found
            progress.show(total - len(left))
            time.sleep(LOOK_EVERY_S)


def _next_solved(left: dict[int, Experiment]) -> tuple[int, tuple[bytes, str]]:
    place = next(iter(left))
    return place, _solve((place, left.pop(place)))


def _solve(task: Task) -> tuple[bytes, str]:
    try:
        # Pickled, a run takes a quarter of the room, on the way and afterwards.
        return pickle.dumps(Run.of(simulate_contraction(task[1]))), ""
    except ControlError as error:
        return b"", str(error)
