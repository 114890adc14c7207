"""Measurements that others have published, each with a protocol the model can run and what counts as the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Annotated, Literal

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import NO_CHANGES, simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_quantities import MEASURED_QUANTITIES
from widgets.reference_data.controls import ControlValue, value_of_scale
from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import Column, row_as, rows_as

Comparison = Literal["value", "ratio", "difference", "share_lost"]
Direction = Literal["higher", "lower", "none", "present"]

# What the table calls the unit of a plain number.
NUMBERS_WITHOUT_UNIT = frozenset({"1", "fraction", "ratio"})
# Measurements on one and the same run stand close together in the table.
KEPT_RUNS = 24


@dataclass(frozen=True, slots=True)
class Band:
    """The answers that count as the same as a published number, from `low` to `high`."""

    low: Annotated[float, Column("accepted_low")]
    high: Annotated[float, Column("accepted_high")]

    @property
    def width(self) -> float:
        """How far the ends lie apart."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Sign:
    """What a published direction asks for, and the smallest difference that counts as one."""

    direction: Direction
    smallest_difference: float


@dataclass(frozen=True, slots=True)
class PublishedMeasurement:
    """One row of `published_measurements.csv`.

    `settings` and `reference_settings` (what differs in the run it is compared with; empty where there is none) map
    controls to values. `published_value` and `accepted` are in `unit`. `accepted` is a band where a number was
    published; where only a direction was, it is a sign and `published_value` is None. Rows that share a `curve` are its
    points, told apart by the control `curve_axis`; both are empty for a single value. `fitted_constants` are ids of
    `physiology_parameters.csv`.
    """

    id: str
    title: str
    fibre: str
    settings: Mapping[str, ControlValue]
    reference_settings: Mapping[str, ControlValue]
    quantity: str
    comparison: Comparison
    curve: str
    curve_axis: str
    published_value: float | None
    published_text: str
    accepted: Band | Sign
    unit: str
    species: str
    temperature_C: str
    source: tuple[str, ...]
    checked: Literal["page"]
    relation: Literal["predicted", "fitted"]
    fitted_constants: tuple[str, ...]
    note: str

    @property
    def unit_text(self) -> str:
        """The unit as it is written after a number; empty for shares and ratios, which have none."""
        return "" if self.unit in NUMBERS_WITHOUT_UNIT else self.unit

    @property
    def scale(self) -> float:
        """What makes a difference between two answers small or large: the band's width, or the least that counts."""
        return self.accepted.width if isinstance(self.accepted, Band) else self.accepted.smallest_difference


@dataclass(frozen=True, slots=True)
class _ModelResult:
    id: str
    model_value: float


@kept_for_each_language
def published_measurements() -> tuple[PublishedMeasurement, ...]:
    """Return every published measurement, in the order of the table.

    Raises:
        DataError: a row breaks its schema, names a control or quantity that does not exist, or has neither a band nor a
            direction.
    """
    return tuple(_measurement(row) for row in read_table("published_measurements"))


@cache
def measurement_results() -> Mapping[str, float]:
    """Return the shipped result of the model for each measurement: id -> value in the measurement's unit."""
    return MappingProxyType({row.id: row.model_value for row in rows_as(_ModelResult, "measurement_results")})


def model_value(measurement: PublishedMeasurement, constants: Mapping[str, float] = NO_CHANGES) -> float:
    """Run the protocol of a measurement and return the model's own value, in the measurement's unit.

    Args:
        measurement: what is measured, and how.
        constants: as in `simulate_contraction`: other values for constants of the model.

    Raises:
        ControlError: the solver could not finish.
    """
    value = quantity_value(measurement.quantity, measurement.settings, constants)
    if measurement.comparison == "value":
        return value
    second = {**measurement.settings, **measurement.reference_settings}
    reference = quantity_value(measurement.quantity, second, constants)
    if measurement.comparison == "difference":
        return value - reference
    return value / reference if measurement.comparison == "ratio" else 1 - value / reference


def quantity_value(
    quantity: str, settings: Mapping[str, ControlValue], constants: Mapping[str, float] = NO_CHANGES
) -> float:
    """Return a quantity of `MEASURED_QUANTITIES` for some settings, in the unit of its name.

    Args:
        quantity: its name.
        settings: control -> value, where it differs from the default.
        constants: as in `simulate_contraction`.

    Raises:
        ControlError: the solver could not finish, or a value is not allowed.
    """
    changed = tuple(constants.items())

    def solve(experiment: Experiment) -> Contraction:
        return _solved(tuple(experiment.values.items()), changed)

    return MEASURED_QUANTITIES[quantity](Experiment.from_values(settings), solve)


def protocol_settings(row: Row, column: str) -> Mapping[str, ControlValue]:
    """Return `control=value; control=value` of a cell as a mapping, each value of its control's own type.

    Raises:
        DataError: there is no such control, or a value is not of its type.
    """
    values: dict[str, ControlValue] = {}
    for setting in filter(None, row.text(column).split("; ")):
        control, _, value = setting.partition("=")
        if control not in experiment_controls():
            raise row.fault(column, control, "it must be a control of data/experiment_controls.csv")
        values[control] = value_of_scale(experiment_controls()[control].scale, row, column, value)
    return MappingProxyType(values)


@lru_cache(maxsize=KEPT_RUNS)
def _solved(settings: tuple[tuple[str, ControlValue], ...], constants: tuple[tuple[str, float], ...]) -> Contraction:
    return simulate_contraction(Experiment(MappingProxyType(dict(settings))), dict(constants))


def _measurement(row: Row) -> PublishedMeasurement:
    if row["quantity"] not in MEASURED_QUANTITIES:
        raise row.fault("quantity", row["quantity"], f"allowed are {', '.join(MEASURED_QUANTITIES)}")
    return row_as(
        PublishedMeasurement,
        row,
        settings=protocol_settings(row, "settings"),
        reference_settings=protocol_settings(row, "reference_settings"),
        accepted=_accepted(row),
    )


def _accepted(row: Row) -> Band | Sign:
    band = [row["accepted_low"], row["accepted_high"]]
    sign = [row["direction"], row["smallest_difference"]]
    if None not in band and sign == [None, None]:
        return row_as(Band, row)
    if None not in sign and band == [None, None]:
        return row_as(Sign, row)
    raise row.fault("direction", row.text("direction"), "a row has either a band or a direction with its difference")
