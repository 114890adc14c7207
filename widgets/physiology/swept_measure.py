"""A measure of many runs that differ in one or two controls."""

from dataclasses import dataclass

from widgets.reference_data.controls import ControlValue


@dataclass(frozen=True, slots=True)
class SweptMeasure:
    """One measure of all runs: its name, the swept controls, their values in each run, and the measure of each."""

    measure: str
    controls: tuple[str, ...]
    points: tuple[tuple[ControlValue, ...], ...]
    values: tuple[float | None, ...]
