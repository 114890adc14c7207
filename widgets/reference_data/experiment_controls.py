"""What a learner can set in the fibre: each control with the model parameter it sets, and the presets made of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.controls import Control, Preset, control_as, read_presets
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field, rows_as
from widgets.reference_data.usual_ranges import usual_ranges

# Enough for the ends of every range.
END_DIGITS = 6


@dataclass(frozen=True, slots=True)
class ExperimentControl(Control):
    """One control of the experiment, as its row in `experiment_controls.csv` states it.

    `sbml_id` names the model parameter, in the same unit; it is None where the control steers the recording or picks a
    fibre.
    """

    sbml_id: str | None


@dataclass(frozen=True, slots=True)
class _FibreParameter:
    """One row of `fibre_types.csv`; `value` is in the model's unit."""

    fibre_type: str
    label: str
    sbml_id: str
    value: float


@kept_for_each_language
def experiment_controls() -> Mapping[str, ExperimentControl]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `experiment_controls.csv` or `fibre_types.csv` breaks its schema.
    """
    return by_first_field(_control(row) for row in read_table("experiment_controls"))


@kept_for_each_language
def experiment_presets() -> Mapping[str, Preset]:
    """Return every preset by name, in the order of the table.

    Raises:
        DataError: a preset names an unknown control, or a value that the control cannot take.
    """
    return read_presets("experiment_presets", "experiment_controls", experiment_controls())


@cache
def fibre_type_parameters() -> Mapping[str, Mapping[str, float]]:
    """Return, for each fibre type, the model parameters it sets (SBML id -> value in the model's unit)."""
    types: dict[str, dict[str, float]] = {}
    for row in rows_as(_FibreParameter, "fibre_types"):
        types.setdefault(row.fibre_type, {})[row.sbml_id] = row.value
    return MappingProxyType(types)


def _control(row: Row) -> ExperimentControl:
    choices = {fibre.fibre_type: fibre.label for fibre in rows_as(_FibreParameter, "fibre_types")}
    control = control_as(ExperimentControl, row, choices=choices if row["scale"] == "choice" else {})
    usual = usual_ranges().get(control.name)
    if usual is None:
        return control
    ends = {"low": number_in_words(usual.low, END_DIGITS), "high": number_in_words(usual.high, END_DIGITS)}
    return replace(control, help=control.help.format_map(ends))
