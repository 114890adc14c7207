"""Asks the model for every known direction, and writes what it gives to data/known_direction_results.csv.

    python -m tests.physiology.known_direction_results

To be run after every change of the model; a test holds the table and the model in step.
"""

import csv

from widgets.physiology.known_directions import check, known_directions
from widgets.reference_data.data_package import DATA_FOLDER

RESULTS_FILE = DATA_FOLDER / "known_direction_results.csv"
# As much as two machines agree on.
DIGITS = 5
SOURCE = "model_result"


def main() -> None:
    rows = []
    for direction in known_directions():
        found = check(direction)
        before, after = f"{found.before:.{DIGITS}g}", f"{found.after:.{DIGITS}g}"
        rows.append([direction.id, before, after, direction.unit, SOURCE])
        mark = "holds" if found.holds else "FAILS"
        print(f"{direction.id}  {mark}  {direction.sign:5} {before} -> {after}  {direction.statement}", flush=True)
    with RESULTS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "model_before", "model_after", "unit", "source"])
        writer.writerows(rows)


if __name__ == "__main__":
    main()
