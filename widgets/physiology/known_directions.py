"""Known directions: what goes up, goes down or stays when one control is moved, as others have published it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from widgets.physiology.measured_quantities import MEASURED_QUANTITIES
from widgets.physiology.published_measurements import protocol_settings, quantity_value
from widgets.reference_data.controls import ControlValue, value_of_scale
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import Column, row_as, rows_as

Direction = Literal["up", "down", "flat"]


@dataclass(frozen=True, slots=True)
class KnownDirection:
    """One row of `known_directions.csv`: a statement, and how the model is asked for it.

    `control` is moved from `from_value` to `to_value` while `settings` (control -> value) stay. `quantity` is then read
    off both runs, in `unit`. Up and down need a change of more than `smallest_difference`, flat one of no more.
    """

    id: str
    statement: str
    control: str
    from_value: ControlValue
    to_value: ControlValue
    settings: Mapping[str, ControlValue]
    quantity: str
    sign: Direction
    smallest_difference: float
    unit: str
    source: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DirectionFound:
    """What the model gives before and after the control is moved, in the statement's unit, and whether that holds."""

    before: float
    after: float
    holds: bool


@dataclass(frozen=True, slots=True)
class _ShippedResult:
    id: str
    before: Annotated[float, Column("model_before")]
    after: Annotated[float, Column("model_after")]


@kept_for_each_language
def known_directions() -> tuple[KnownDirection, ...]:
    """Return every statement, in the order of the table.

    Raises:
        DataError: a row breaks its schema, or names a control or quantity that does not exist.
    """
    return tuple(_direction(row) for row in read_table("known_directions"))


def check(direction: KnownDirection) -> DirectionFound:
    """Run the model before and after the control is moved, and return what it gives.

    Raises:
        ControlError: the solver could not finish.
    """
    before, after = (
        quantity_value(direction.quantity, {**direction.settings, direction.control: value})
        for value in (direction.from_value, direction.to_value)
    )
    return _found(direction, before, after)


@cache
def shipped_directions() -> Mapping[str, DirectionFound]:
    """Return what `check` gave when the model was last changed: id -> values and verdict."""
    shipped = {row.id: row for row in rows_as(_ShippedResult, "known_direction_results")}
    return MappingProxyType(
        {
            direction.id: _found(direction, shipped[direction.id].before, shipped[direction.id].after)
            for direction in known_directions()
        }
    )


def _found(direction: KnownDirection, before: float, after: float) -> DirectionFound:
    change, least = after - before, direction.smallest_difference
    holds = {"up": change > least, "down": -change > least, "flat": abs(change) <= least}
    return DirectionFound(before, after, holds[direction.sign])


def _direction(row: Row) -> KnownDirection:
    control = row.text("control")
    if control not in experiment_controls():
        raise row.fault("control", control, "it must be a control of data/experiment_controls.csv")
    if row["quantity"] not in MEASURED_QUANTITIES:
        raise row.fault("quantity", row["quantity"], f"allowed are {', '.join(MEASURED_QUANTITIES)}")
    scale = experiment_controls()[control].scale
    ends = {column: value_of_scale(scale, row, column, row.text(column)) for column in ("from_value", "to_value")}
    return row_as(KnownDirection, row, settings=protocol_settings(row, "settings"), **ends)
