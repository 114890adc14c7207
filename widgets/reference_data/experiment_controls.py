"""What a learner can set in the fibre: each control with the model parameter it sets, and the presets made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from widgets.reference_data.controls import Control, ControlValue, Preset, control_fields, read_presets
from widgets.reference_data.data_package import Row, read_table

__all__ = [
    "ControlValue",
    "ExperimentControl",
    "ExperimentPreset",
    "experiment_controls",
    "experiment_presets",
    "fibre_type_parameters",
]

ExperimentPreset = Preset


@dataclass(frozen=True, slots=True)
class ExperimentControl(Control):
    """One control of the experiment, as its row in `experiment_controls.csv` states it.

    `sbml_id` names the model parameter, in the same unit; it is None where the control steers the recording or picks a
    fibre.
    """

    sbml_id: str | None


@cache
def experiment_controls() -> Mapping[str, ExperimentControl]:
    """Return every control by name, in the order of the table.

    Raises:
        DataError: a row of `experiment_controls.csv` or `fibre_types.csv` breaks its schema.
    """
    return MappingProxyType({str(row["control"]): _control(row) for row in read_table("experiment_controls")})


@cache
def experiment_presets() -> Mapping[str, ExperimentPreset]:
    """Return every preset by name, in the order of the table.

    Raises:
        DataError: a preset names an unknown control, or a value that the control cannot take.
    """
    return read_presets("experiment_presets", "experiment_controls", experiment_controls())


@cache
def fibre_type_parameters() -> Mapping[str, Mapping[str, float]]:
    """Return, for each fibre type, the model parameters it sets (SBML id -> value in the model's unit)."""
    types: dict[str, dict[str, float]] = {}
    for row in read_table("fibre_types"):
        types.setdefault(str(row["fibre_type"]), {})[str(row["sbml_id"])] = cast(float, row["value"])
    return MappingProxyType(types)


def _control(row: Row) -> ExperimentControl:
    choices = {str(fibre["fibre_type"]): str(fibre["label"]) for fibre in read_table("fibre_types")}
    return ExperimentControl(
        **control_fields(row, choices=choices if row["scale"] == "choice" else None),
        sbml_id=cast(str | None, row["sbml_id"]),
    )
