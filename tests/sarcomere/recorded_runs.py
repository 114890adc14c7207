"""Runs of the model in files, so that the drawing's tests need no model: one twitch, a broken and a smooth tetanus.

After a change of the model: python -m tests.sarcomere.recorded_runs
"""

from pathlib import Path

import widgets
from widgets.sarcomere.sarcomere_view import RUN_TRACES

RATES_HZ = (1, 10, 50)
LENGTH_MS = 1000
COMMAND_MS = 600.0
_FILES = Path(__file__).parent / "runs"

Run = dict[str, list[float]]


def run_file(rate_hz: int) -> Path:
    """The file of the run for an impulse rate."""
    return _FILES / f"impulses_{rate_hz}_Hz.csv"


def solved_run(rate_hz: int) -> Run:
    """Trace name -> values at every millisecond, as the model gives them now, with `impulse_times_ms`."""
    run = widgets.simulate(
        impulse_rate_Hz=rate_hz, command_duration_ms=COMMAND_MS, recording_length_ms=float(LENGTH_MS)
    )
    times = tuple(float(time) for time in range(LENGTH_MS + 1))
    traces = {name: list(run.resampled(name, times)) for name in RUN_TRACES if name != "time_ms"}
    return {"time_ms": list(times), **traces, "impulse_times_ms": list(run.impulse_times_ms)}


def recorded_run(rate_hz: int) -> Run:
    """The same from its file."""
    first, header, *rows = run_file(rate_hz).read_text(encoding="utf-8").splitlines()
    columns = zip(*([float(value) for value in row.split(",")] for row in rows), strict=True)
    run = {name: list(values) for name, values in zip(header.split(","), columns, strict=True)}
    run["impulse_times_ms"] = [float(value) for value in first.split()[2:]]
    return run


def record(rate_hz: int) -> None:
    """Writes the file of a run: impulse times first, then a header and a row for each millisecond."""
    run = solved_run(rate_hz)
    impulses = " ".join(f"{time:.6g}" for time in run.pop("impulse_times_ms"))
    rows = [",".join(f"{value:.5g}" for value in row) for row in zip(*run.values(), strict=True)]
    text = "\n".join([f"# impulse_times_ms {impulses}", ",".join(run), *rows, ""])
    run_file(rate_hz).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for rate in RATES_HZ:
        record(rate)
