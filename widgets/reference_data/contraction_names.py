"""The names of what a contraction records and of what is read off it, as learners see them."""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_by_key


@dataclass(frozen=True, slots=True)
class TraceName:
    """One row of `contraction_traces.csv`: `trace` ends in its unit, `sbml_id` is the variable of the model.

    A trace says how something is at each instant. A control of the same name, as for free magnesium, says how it is at
    rest, before the first signal.
    """

    trace: str
    sbml_id: str
    unit: str
    label: str
    help: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureName:
    """One row of `contraction_measures.csv`: `measure` ends in its unit."""

    measure: str
    label: str
    unit: str
    help: str
    source: tuple[str, ...]


@kept_for_each_language
def contraction_traces() -> Mapping[str, TraceName]:
    """Return every trace of a contraction by name, in the order of the table.

    Raises:
        DataError: a row of `contraction_traces.csv` breaks its schema.
    """
    return rows_by_key(TraceName, "contraction_traces")


@kept_for_each_language
def contraction_measures() -> Mapping[str, MeasureName]:
    """Return every measure of a contraction by name, in the order of the table.

    Raises:
        DataError: a row of `contraction_measures.csv` breaks its schema.
    """
    return rows_by_key(MeasureName, "contraction_measures")
