"""Whether a moved slider changes the picture as fast as it should: ratios between rows of one run on one machine."""

from collections.abc import Mapping, Sequence
from typing import Any

OURS, BARE, FIGURE_WIDGET = "contraction_cycle", "bare canvas, our solver", "ipywidgets, FigureWidget, our solver"
OF_FIGURE_WIDGET, OF_BARE, OF_OURS, P95_OF_MEDIAN, PICTURES_OF_FIGURE_WIDGET = 0.5, 1.3, 1.5, 1.6, 2.0

Row = Mapping[str, Any]


def print_targets(rows: Sequence[Row]) -> None:
    """Prints one line for each target: the ratio, its bound, and whether it is met; or that a row is missing."""
    print("\ntargets")
    for name, ratio, bound, at_most in targets(rows):
        if ratio is None:
            print(f"  cannot say  {name}: a row is missing")
        else:
            met = ratio <= bound if at_most else ratio >= bound
            print(
                f"  {'met       ' if met else 'NOT MET   '}  {name}: {ratio:.2f} ({'<=' if at_most else '>='} {bound})"
            )


def targets(rows: Sequence[Row]) -> list[tuple[str, float | None, float, bool]]:
    """Return name, ratio (None where a row is missing), bound, and whether the ratio is to be at most the bound."""
    ours, bare, stock = (_first(rows, title) for title in (OURS, BARE, FIGURE_WIDGET))
    found: list[tuple[str, float | None, float, bool]] = [
        ("key to picture, of FigureWidget's", _ratio(ours, stock, "shown"), OF_FIGURE_WIDGET, True),
        ("key to picture, of a bare canvas's", _ratio(ours, bare, "shown"), OF_BARE, True),
        (
            "pictures a second dragged, of FigureWidget's",
            _ratio(ours, stock, "per_s_dragged"),
            PICTURES_OF_FIGURE_WIDGET,
            False,
        ),
        ("p95 of the median", ours["p95"] / ours["shown"] if ours else None, P95_OF_MEDIAN, True),
    ]
    others = [row for row in rows if row.get("slider") and "shown" in row and row is not ours]
    for row in sorted(others, key=lambda each: -each["shown"]):
        name = f"{row['page']}, {row['slider']}, of the contraction page's"
        found.append((name, _ratio(row, ours, "shown"), OF_OURS, True))
    return found


def _first(rows: Sequence[Row], title: str) -> Row | None:
    return next((row for row in rows if row["page"] == title and "shown" in row), None)


def _ratio(row: Row | None, other: Row | None, column: str) -> float | None:
    if row is None or other is None or not other.get(column) or column not in row:
        return None
    return float(row[column]) / float(other[column])
