"""Experiment: what is done to the fibre, every value checked against its control's unit and range."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from widgets.reference_data.control_values import checked_values, chosen_preset
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


@dataclass(frozen=True, slots=True)
class Experiment:
    """Every control of `experiment_controls.csv` with the value used: a full record of what was done.

    `values` maps the control's name (which ends in its unit) to a float, a bool for a switch, or the chosen text.
    """

    values: Mapping[str, ControlValue]

    @classmethod
    def from_values(cls, given: Mapping[str, object]) -> Self:
        """Return the experiment with the given values, and the table's defaults for all the rest.

        Raises:
            ControlError: a name is unknown, or a value is of the wrong type, not finite, or outside its range.
        """
        return cls(MappingProxyType(checked_values(experiment_controls(), given)))

    @classmethod
    def from_preset(cls, name: str) -> Self:
        """Return the experiment of one row group of `experiment_presets.csv`.

        Raises:
            ControlError: there is no preset of this name.
        """
        return cls.from_values(chosen_preset(experiment_presets(), name).values)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).from_values, (dict(self.values),)

    @property
    def command_end_ms(self) -> float:
        """When the command ends, in ms from the start of the recording."""
        return self.number("command_start_ms") + self.number("command_duration_ms")

    def number(self, control: str) -> float:
        """Return the value of a numeric control or switch, in the control's unit."""
        return float(self.values[control])
