"""What any explorer's controls and presets have in common, read from tables of one shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, cast

from widgets.reference_data.data_package import DataError, Row, read_table

ControlValue = float | bool | str
Scale = Literal["linear", "log", "switch", "choice", "age"]


@dataclass(frozen=True, slots=True)
class Control:
    """One control, as its row in a table of controls states it.

    `minimum`, `maximum` and a number's `default` are in `unit`. `step` is in `unit` too, but for the scale "log" it is
    the number of steps in each tenfold, and for the scale "age" it is the step above the first year. `choices`
    (value -> label) is empty but for the scale "choice"; `stops` (value -> spoken text, rising) but for "age".
    """

    name: str
    label: str
    unit: str
    minimum: float | None
    maximum: float | None
    step: float | None
    scale: Scale
    default: ControlValue
    group: str
    level: Literal["try", "all"]
    help: str
    source: tuple[str, ...]
    choices: Mapping[str, str]
    stops: Mapping[float, str]


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set-up: the controls it changes from their defaults, and why it is worth a look."""

    name: str
    label: str
    why: str
    values: Mapping[str, ControlValue]


def control_fields(
    row: Row, choices: Mapping[str, str] | None = None, stops: Mapping[float, str] | None = None
) -> dict[str, Any]:
    """Return the fields of `Control` by name, from one row of a table of controls."""
    scale = cast(Scale, row["scale"])
    return {
        "name": str(row["control"]),
        "label": str(row["label"]),
        "unit": str(row["unit"] or ""),
        "minimum": row["minimum"],
        "maximum": row["maximum"],
        "step": row["step"],
        "scale": scale,
        "default": typed_value(scale, str(row["default"])),
        "group": str(row["group"]),
        "level": row["level"],
        "help": str(row["help"]),
        "source": tuple(str(row["source"]).split()),
        "choices": MappingProxyType(dict(choices or {})),
        "stops": MappingProxyType(dict(stops or {})),
    }


def read_presets(presets_table: str, controls_table: str, controls: Mapping[str, Control]) -> Mapping[str, Preset]:
    """Return every preset of a table by name, in the order of the table.

    Raises:
        DataError: a preset names a control that is not among `controls`.
    """
    presets: dict[str, Preset] = {}
    for number, row in enumerate(read_table(presets_table), start=1):
        name, control = str(row["preset"]), row["control"]
        known = presets.get(name) or Preset(name, str(row["label"]), str(row["why"]), MappingProxyType({}))
        values = dict(known.values)
        if control is not None:
            if control not in controls:
                raise DataError(
                    f"data/{presets_table}.csv, row {number}, column control: {control!r} is not allowed; "
                    f"it must be a control of data/{controls_table}.csv."
                )
            values[str(control)] = typed_value(controls[str(control)].scale, str(row["value"]))
        presets[name] = Preset(name, known.label, known.why, MappingProxyType(values))
    return MappingProxyType(presets)


def typed_value(scale: str, text: str) -> ControlValue:
    """Return the text of a cell as the value of a control of this scale."""
    if scale == "choice":
        return text
    return bool(float(text)) if scale == "switch" else float(text)
