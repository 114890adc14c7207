"""What any explorer's controls and presets have in common, read from tables of one shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeVar

from widgets.reference_data.data_package import Row, number_in, read_table
from widgets.reference_data.typed_rows import Column, row_as

ControlValue = float | bool | str
Scale = Literal["linear", "log", "switch", "choice", "age"]
NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Control:
    """One control, as its row in a table of controls states it.

    `minimum`, `maximum` and a number's `default` are in `unit`. `step` is in `unit` too, but for the scale "log" it is
    the number of steps in each tenfold, and for the scale "age" it is the step above the first year. `choices`
    (value -> label) is empty but for the scale "choice"; `stops` (value -> spoken text, rising) but for "age".
    """

    name: Annotated[str, Column("control")]
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


C = TypeVar("C", bound=Control)


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set-up: the controls it changes from their defaults, and why it is worth a look."""

    name: str
    label: str
    why: str
    values: Mapping[str, ControlValue]


def control_as(
    kind: type[C], row: Row, choices: Mapping[str, str] = NOTHING, stops: Mapping[float, str] = NOTHING
) -> C:
    """Return one row of a table of controls as a `Control`, or a kind of it, with its choices and stops.

    Raises:
        DataError: the row breaks its schema, or its default is none that a control of its scale can have.
    """
    default = value_of_scale(row.text("scale"), row, "default", row.text("default"))
    return row_as(
        kind, row, default=default, choices=MappingProxyType(dict(choices)), stops=MappingProxyType(dict(stops))
    )


def read_presets(presets_table: str, controls_table: str, controls: Mapping[str, Control]) -> Mapping[str, Preset]:
    """Return every preset of a table by name, in the order of the table.

    Raises:
        DataError: a preset names a control that is not among `controls`, or a value that it cannot have.
    """
    presets: dict[str, Preset] = {}
    for row in read_table(presets_table):
        name, control = row.text("preset"), row.text("control")
        known = presets.get(name) or Preset(name, row.text("label"), row.text("why"), NOTHING)
        values = dict(known.values)
        if control:
            if control not in controls:
                raise row.fault("control", control, f"it must be a control of data/{controls_table}.csv")
            values[control] = value_of_scale(controls[control].scale, row, "value", row.text("value"))
        presets[name] = Preset(name, known.label, known.why, MappingProxyType(values))
    return MappingProxyType(presets)


def value_of_scale(scale: str, row: Row, column: str, text: str) -> ControlValue:
    """Return a text of a row, in this column, as the value of a control of this scale.

    Raises:
        DataError: the scale is one of numbers and the text is none, or not 0 or 1 for a switch.
    """
    if scale == "choice":
        return text
    number = number_in(text)
    if scale == "switch":
        if number not in (0, 1):
            raise row.fault(column, text, "allowed are 0, 1")
        return bool(number)
    if number is None:
        raise row.fault(column, text, "a number is needed")
    return number
