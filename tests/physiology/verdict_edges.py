"""Finds how far each verdict is from turning, and which constants turn it when they change by 1 %.

    python -m tests.physiology.verdict_edges

To be run after every change of the model or of the published results, for some minutes; a test holds samples of it.

First all constants are changed together, each by 1 % up or down as a coin says, twice. Only where that goes half of
the way to the edge, or where the edge is near, is each constant changed by itself.
"""

import csv
import math
import random
from collections.abc import Mapping

from widgets.physiology.published_measurements import measurement_results, model_value
from widgets.physiology.published_results import PublishedResult, margin, published_results
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.data_package import DATA_FOLDER
from widgets.reference_data.experiment_controls import experiment_controls, fibre_type_parameters
from widgets.reference_data.model_parameters import model_parameters

EDGES_FILE = DATA_FOLDER / "verdict_edges.csv"
CHANGE = 0.01
TOSSES = 2
# In widths of the band, or in smallest differences that count.
NEAR_EDGE = 0.1
LOOKED_INTO_FROM = 0.5
# From this share of the way on, the change the other way is run as well: nothing is quite a straight line.
BOTH_WAYS_FROM = 0.4
DIGITS = 3
SOURCE = "model_result"


def main() -> None:
    rows = []
    for result in published_results():
        usual = margin(result, measurement_results())
        together = max(share_of_way(result, usual, tossed(result, toss)) for toss in range(TOSSES))
        shares = {}
        if together >= LOOKED_INTO_FROM or abs(usual) < NEAR_EDGE:
            shares = {name: _share(result, usual, name) for name in usual_constants(result)}
        strongest = max(shares, key=lambda name: shares[name], default="")
        share = f"{shares[strongest]:.{DIGITS}g}" if strongest else ""
        turning = " ".join(name for name, way in shares.items() if way >= 1)
        rows.append([result.id, f"{usual:.{DIGITS}g}", f"{together:.{DIGITS}g}", strongest, share, turning, SOURCE])
        print(
            f"{result.id}  {usual:8.3g} {together:6.3g}  {strongest} {share}  turned by: {turning or '-'}", flush=True
        )
    with EDGES_FILE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(
            ["id", "margin", "together_share", "strongest_constant", "strongest_share", "turned_by", "source"]
        )
        writer.writerows(rows)


def usual_constants(result: PublishedResult) -> dict[str, float]:
    """Return every constant that could differ, as the fibre of a result has it."""
    default = experiment_controls()["fibre_type"].default
    fibre = fibre_type_parameters()[str(result.first.settings.get("fibre_type", default))]
    return {
        parameter.id: fibre.get(parameter.id, parameter.value)
        for parameter in model_parameters().values()
        if parameter.can_differ
    }


def tossed(result: PublishedResult, toss: int) -> dict[str, float]:
    """Return all constants of a result, each 1 % higher or lower as a coin says that always falls alike."""
    coin = random.Random(toss)
    return {name: value * coin.choice((1 - CHANGE, 1 + CHANGE)) for name, value in usual_constants(result).items()}


def share_of_way(result: PublishedResult, usual: float, constants: Mapping[str, float]) -> float:
    """Return how far other constants move a result, as a share of the way to the edge, whichever way they move it."""
    try:
        found = margin(result, {point.id: model_value(point, constants) for point in result.points})
    except ControlError:
        return math.inf
    return abs(found - usual) / abs(usual) if usual else math.inf


def turns(result: PublishedResult, constant: str) -> bool:
    """Return whether 1 % more or less of a constant turns a verdict from met to not met, or back."""
    usual, value = margin(result, measurement_results()), usual_constants(result)[constant]
    changed = ({constant: value * factor} for factor in (1 - CHANGE, 1 + CHANGE))
    found = [margin(result, {point.id: model_value(point, one) for point in result.points}) for one in changed]
    return any((left >= 0) != (usual >= 0) for left in found)


def _share(result: PublishedResult, usual: float, constant: str) -> float:
    share = share_of_way(result, usual, {constant: usual_constants(result)[constant] * (1 + CHANGE)})
    if share < BOTH_WAYS_FROM:
        return share
    return max(share, 1.0) if turns(result, constant) else min(share, 0.99)


if __name__ == "__main__":
    main()
