"""What a learner can set: each control with its unit, range, default, help and source, and the presets made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from widgets.reference_data.data_package import DataError, Row, read_table

ControlValue = float | bool | str


@dataclass(frozen=True, slots=True)
class ExperimentControl:
    """One control of the experiment, as its row in `experiment_controls.csv` states it.

    `minimum`, `maximum` and a number's `default` are in `unit`. `step` is in `unit` too, but for the scale "log" it is
    the number of steps in each tenfold. `choices` (value -> label) is empty but for the scale "choice". `sbml_id` names
    the model parameter, in the same unit; it is None where the control steers the recording or picks a fibre.
    """

    name: str
    sbml_id: str | None
    label: str
    unit: str
    minimum: float | None
    maximum: float | None
    step: float | None
    scale: Literal["linear", "log", "switch", "choice"]
    default: ControlValue
    group: str
    level: Literal["try", "all"]
    help: str
    source: tuple[str, ...]
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExperimentPreset:
    """A named set-up: the controls it changes from their defaults, and why it is worth a look."""

    name: str
    label: str
    why: str
    values: Mapping[str, ControlValue]


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
    controls = experiment_controls()
    presets: dict[str, ExperimentPreset] = {}
    for number, row in enumerate(read_table("experiment_presets"), start=1):
        name, control = str(row["preset"]), row["control"]
        known = presets.get(name) or ExperimentPreset(name, str(row["label"]), str(row["why"]), MappingProxyType({}))
        values = dict(known.values)
        if control is not None:
            if control not in controls:
                raise DataError(
                    f"data/experiment_presets.csv, row {number}, column control: {control!r} is not allowed; "
                    "it must be a control of data/experiment_controls.csv."
                )
            values[str(control)] = _typed_value(controls[str(control)].scale, str(row["value"]))
        presets[name] = ExperimentPreset(name, known.label, known.why, MappingProxyType(values))
    return MappingProxyType(presets)


@cache
def fibre_type_parameters() -> Mapping[str, Mapping[str, float]]:
    """Return, for each fibre type, the model parameters it sets (SBML id -> value in the model's unit)."""
    types: dict[str, dict[str, float]] = {}
    for row in read_table("fibre_types"):
        types.setdefault(str(row["fibre_type"]), {})[str(row["sbml_id"])] = cast(float, row["value"])
    return MappingProxyType(types)


def _control(row: Row) -> ExperimentControl:
    scale = cast(Literal["linear", "log", "switch", "choice"], row["scale"])
    choices = {str(fibre["fibre_type"]): str(fibre["label"]) for fibre in read_table("fibre_types")}
    return ExperimentControl(
        name=str(row["control"]),
        sbml_id=cast(str | None, row["sbml_id"]),
        label=str(row["label"]),
        unit=str(row["unit"] or ""),
        minimum=cast(float | None, row["minimum"]),
        maximum=cast(float | None, row["maximum"]),
        step=cast(float | None, row["step"]),
        scale=scale,
        default=_typed_value(scale, str(row["default"])),
        group=str(row["group"]),
        level=cast(Literal["try", "all"], row["level"]),
        help=str(row["help"]),
        source=tuple(str(row["source"]).split()),
        choices=MappingProxyType(choices if scale == "choice" else {}),
    )


def _typed_value(scale: str, text: str) -> ControlValue:
    if scale == "choice":
        return text
    return bool(float(text)) if scale == "switch" else float(text)
