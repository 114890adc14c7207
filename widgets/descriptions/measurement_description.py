"""The model against published measurements in words: how many it meets, and which it does not."""

from collections.abc import Mapping, Sequence

from widgets.physiology.published_measurements import PublishedMeasurement, Verdict, verdict
from widgets.reference_data.amounts import ended, list_in_words, paragraph
from widgets.reference_data.wording import sentence


def measurement_finding(measurements: Sequence[PublishedMeasurement], values: Mapping[str, float]) -> str:
    """Return one sentence that states how many results are met, and how many of these were not fitted.

    `values` holds the model's value by the measurement's id, in its unit.
    """
    if not measurements:
        return _said("finding_nothing_shown")
    met = [m for m in measurements if verdict(m, values[m.id]) == "inside"]
    predicted = sum(m.relation == "predicted" for m in met)
    if not met:
        key = "finding_none_met"
    elif predicted == 0:
        key = "finding_all_fitted"
    else:
        key = "finding_all_predicted" if predicted == len(met) else "finding"
    return _said(key, met=len(met), total=len(measurements), predicted=predicted)


def describe_measurements(measurements: Sequence[PublishedMeasurement], values: Mapping[str, float]) -> str:
    """Return the chart in a few sentences: how to read it, how many bands are met, and the results that are not."""
    if not measurements:
        return ended(_said("finding_nothing_shown"))
    titles: dict[Verdict, list[str]] = {"inside": [], "near": [], "outside": []}
    for measurement in measurements:
        titles[verdict(measurement, values[measurement.id])].append(measurement.title)
    inside, total = len(titles["inside"]), len(measurements)
    parts = [_said("describe_all_inside" if inside == total else "describe_inside", inside=inside, total=total)]
    if titles["near"]:
        parts.append(_said("describe_near", titles=list_in_words(titles["near"], "clauses")))
    if titles["outside"]:
        parts.append(_said("describe_outside", titles=list_in_words(titles["outside"], "clauses")))
    return paragraph([*parts, *(_said(f"describe_{key}") for key in ("rows", "marks", "filling"))])


def _said(key: str, **values: object) -> str:
    return sentence("measurements", key, **values)
