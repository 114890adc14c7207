"""Computes what the model gives for every published measurement, and writes it to data/measurement_results.csv.

    python -m tests.physiology.measurement_results

To be run after every change of the model; a test holds the table and the model in step.
"""

import csv

from widgets.physiology.published_measurements import model_value, published_measurements, verdict
from widgets.reference_data.data_package import DATA_FOLDER

RESULTS_FILE = DATA_FOLDER / "measurement_results.csv"
# As much as two machines agree on.
DIGITS = 5
SOURCE = "model_result"


def main() -> None:
    rows = []
    for measurement in published_measurements():
        value = model_value(measurement)
        rows.append([measurement.id, f"{value:.{DIGITS}g}", measurement.unit, SOURCE])
        band = f"{measurement.accepted_low:g} to {measurement.accepted_high:g}"
        print(
            f"{measurement.id}  {value:8.4g}  {band:>14} {measurement.unit:9} {verdict(measurement, value)}", flush=True
        )
    with RESULTS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "model_value", "unit", "source"])
        writer.writerows(rows)


if __name__ == "__main__":
    main()
