"""The map of the usual person, all cells; renews `data/cramp_map.csv`.

    python -m tests.physiology.cramp_map_table

It takes half a minute to a minute.
"""

import csv
import sys
from pathlib import Path

from widgets.physiology.cramp_map import MapCell, cell_outcome, map_cells
from widgets.physiology.experiment import Experiment

TABLE = Path(__file__).parents[2] / "data" / "cramp_map.csv"
USUAL_PERSON = Experiment.from_values({})


def map_row(cell: MapCell) -> dict[str, str]:
    """One row of the table, as text."""
    outcome = cell_outcome(USUAL_PERSON, cell)
    if outcome is None:
        raise ValueError(f"The solver gave up at {cell.magnesium_mM} and {cell.calcium_mM} mM.")
    return {
        "magnesium_mM": f"{cell.magnesium_mM:g}",
        "ionised_calcium_mM": f"{cell.calcium_mM:g}",
        "after_discharge_s": f"{outcome.after_discharge_s:g}",
        "starts_unasked": str(outcome.starts_unasked).lower(),
        "source": "model_result",
    }


def _write_table() -> None:
    rows = [map_row(cell) for cell in sorted(map_cells(USUAL_PERSON))]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} cells", file=sys.stderr)


if __name__ == "__main__":
    _write_table()
