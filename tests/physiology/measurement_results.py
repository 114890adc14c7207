"""Computes what the model gives for every published measurement, and writes it to data/measurement_results.csv.

    python -m tests.physiology.measurement_results

To be run after every change of the model; a test holds the table and the model in step.
"""

import csv

from widgets.physiology.published_measurements import Band, Sign, model_value, published_measurements
from widgets.physiology.published_results import published_results, verdict
from widgets.reference_data.data_package import DATA_FOLDER

RESULTS_FILE = DATA_FOLDER / "measurement_results.csv"
# As much as two machines agree on.
DIGITS = 5
SOURCE = "model_result"


def main() -> None:
    values, rows = {}, []
    for measurement in published_measurements():
        value = values[measurement.id] = model_value(measurement)
        rows.append([measurement.id, f"{value:.{DIGITS}g}", measurement.unit, SOURCE])
        print(f"{measurement.id}  {value:8.4g}  {_accepted(measurement.accepted)} {measurement.unit}", flush=True)
    for result in published_results():
        print(f"{result.id}  {verdict(result, values):6}  {result.first.title}")
    with RESULTS_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "model_value", "unit", "source"])
        writer.writerows(rows)


def _accepted(accepted: Band | Sign) -> str:
    if isinstance(accepted, Band):
        return f"{accepted.low:g} to {accepted.high:g}"
    return f"{accepted.direction} by {accepted.smallest_difference:g}"


if __name__ == "__main__":
    main()
