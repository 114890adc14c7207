"""The model against published results in words: how many of each strength, and which are not met."""

from collections.abc import Mapping, Sequence

from widgets.physiology.published_measurements import Sign
from widgets.physiology.published_results import (
    STRENGTHS,
    PublishedResult,
    Verdict,
    counted_by_strength,
    verdict,
)
from widgets.reference_data.amounts import ended, list_in_words, paragraph
from widgets.reference_data.wording import sentence


def measurement_finding(results: Sequence[PublishedResult], values: Mapping[str, float]) -> str:
    """Return one sentence that states how many results there are of each strength, from the strongest to the missed.

    `values` holds the model's value by the measurement's id, in its unit.
    """
    if not results:
        return _said("finding_nothing_shown")
    counted = counted_by_strength(results, values)
    # Whether any was missed is told in any case.
    told = [kind for kind in STRENGTHS if counted[kind] or kind == "missed"]
    kinds = [_said(f"counted_{kind}", count=counted[kind]) for kind in told]
    return _said("finding", total=len(results), kinds=list_in_words(kinds, "clauses"))


def describe_measurements(results: Sequence[PublishedResult], values: Mapping[str, float]) -> str:
    """Return the chart in a few sentences: how many are met, which are not, and how to read it."""
    if not results:
        return ended(_said("finding_nothing_shown"))
    titles: dict[Verdict, list[str]] = {"met": [], "near": [], "missed": []}
    for result in results:
        titles[verdict(result, values)].append(result.first.title)
    parts = [_said("describe_met", met=len(titles["met"]), total=len(results))]
    parts += [
        _said(f"describe_{kind}", titles=list_in_words(titles[kind], "clauses"))
        for kind in ("missed", "near")
        if titles[kind]
    ]
    directions = any(isinstance(result.first.accepted, Sign) for result in results)
    curves = any(result.is_curve for result in results)
    reading = ["rows", "marks", *(["arrows"] if directions else ()), *(["curves"] if curves else ()), "filling"]
    return paragraph([*parts, *(_said(f"describe_{key}") for key in reading)])


def _said(key: str, **values: object) -> str:
    return sentence("measurements", key, **values)
