"""How a benchmark says what it measured: a small table for people and one JSON line for programs."""

import json
import statistics
from collections.abc import Iterable, Mapping, Sequence

import psutil


def print_report(name: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Prints one line for each row, under the names of all columns, and everything again as one JSON line.

    A row need not have every column.
    """
    columns = list(dict.fromkeys(column for row in rows for column in row))
    cells = [columns, *([_shown(row.get(column, "–")) for column in columns] for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(columns))]
    print(f"\n{name} (load average of the machine {psutil.getloadavg()[0]:.1f})")
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print(json.dumps({"benchmark": name, "rows": list(rows)}, default=str), flush=True)


def median_and_p95(values: Iterable[float]) -> tuple[float, float]:
    """The middle value, and the one that 95 % do not exceed."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def _shown(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
