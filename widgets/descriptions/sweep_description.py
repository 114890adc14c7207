"""A sweep in sentences: where a measure is lowest and highest, and what was held."""

from collections.abc import Mapping, Sequence

from widgets.physiology.swept_measure import SweptMeasure
from widgets.reference_data.amounts import amount, ended, list_in_words, paragraph
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

DIGITS = 4


def sweep_finding(swept: SweptMeasure) -> str:
    """Return one sentence that states what the sweep shows: where the measure is lowest and where highest."""
    name = contraction_measures()[swept.measure]
    known = [(value, point) for value, point in zip(swept.values, swept.points, strict=True) if value is not None]
    if not known:
        return sentence("cells", "sweep_finding_none", measure=name.label)
    low, high = min(known, key=lambda found: found[0]), max(known, key=lambda found: found[0])
    if low[0] == high[0]:
        return sentence("cells", "sweep_finding_same", measure=name.label, value=amount(low[0], name.unit, 3))
    return sentence(
        "cells",
        "sweep_finding",
        measure=name.label,
        low=amount(low[0], name.unit, 3),
        at_low=settings_in_words(dict(zip(swept.controls, low[1], strict=True))),
        high=amount(high[0], name.unit, 3),
        at_high=settings_in_words(dict(zip(swept.controls, high[1], strict=True))),
    )


def describe_sweep(swept: SweptMeasure, held: Mapping[str, ControlValue], failures: Sequence[str]) -> str:
    """Return the finding, how many runs there are, what was held, and what could not be solved."""
    sentences = [ended(sweep_finding(swept)), sentence("cells", "sweep_runs", count=len(swept.points))]
    if held:
        sentences.append(sentence("cells", "sweep_held", settings=settings_in_words(held)))
    return paragraph([*sentences, *failures])


def settings_in_words(values: Mapping[str, ControlValue]) -> str:
    """Return settings as a list: the label of each control and its value."""
    return list_in_words(
        sentence("cells", "setting", label=_label(name), value=_value(name, values[name])) for name in values
    )


def _label(name: str) -> str:
    return experiment_controls()[name].label


def _value(name: str, value: ControlValue) -> str:
    control = experiment_controls()[name]
    if control.scale == "choice":
        return control.choices[str(value)]
    if control.scale == "switch":
        return sentence("contraction", "on" if value else "off")
    return amount(float(value), control.unit, DIGITS)
