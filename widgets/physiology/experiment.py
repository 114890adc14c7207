"""Experiment: what is done to the fibre, every value checked against its control's unit and range."""

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real
from types import MappingProxyType
from typing import Self

from widgets.reference_data.experiment_controls import (
    ControlValue,
    ExperimentControl,
    experiment_controls,
    experiment_presets,
)
from widgets.reference_data.wording import sentence


class ExperimentError(ValueError):
    """A value that the experiment cannot use.

    The message is one sentence that names the control, the value, the unit and the allowed range, or the nearest
    names where the control is unknown. `control` is the name that was given.
    """

    def __init__(self, control: str, message: str) -> None:
        """Keep the control's name beside the sentence, so that a page can show it where it belongs."""
        super().__init__(message)
        self.control = control


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
            ExperimentError: a name is unknown, or a value is of the wrong type, not finite, or outside its range.
        """
        controls = experiment_controls()
        for name in given:
            if name not in controls:
                raise ExperimentError(name, _unknown_name(name))
        values = {
            name: checked_value(control, given[name]) if name in given else control.default
            for name, control in controls.items()
        }
        return cls(MappingProxyType(values))

    @classmethod
    def from_preset(cls, name: str) -> Self:
        """Return the experiment of one row group of `experiment_presets.csv`.

        Raises:
            ExperimentError: there is no preset of this name.
        """
        presets = experiment_presets()
        if name not in presets:
            nearest = ", ".join(difflib.get_close_matches(name, presets, n=3, cutoff=0.3) or presets)
            raise ExperimentError(name, sentence("experiment", "unknown_preset", name=name, nearest=nearest))
        return cls.from_values(presets[name].values)

    def number(self, control: str) -> float:
        """Return the value of a numeric control or switch, in the control's unit."""
        return float(self.values[control])


def checked_value(control: ExperimentControl, value: object) -> ControlValue:
    """Return the value as the control's own type, if it may be used.

    Raises:
        ExperimentError: wrong type, NaN or infinite, outside minimum to maximum, or not one of the choices.
    """
    if control.scale == "choice":
        if not isinstance(value, str) or value not in control.choices:
            raise _fault(control, value, "not_a_choice", allowed=", ".join(control.choices))
        return value
    if control.scale == "switch":
        if not isinstance(value, Real) or value not in (0, 1):
            raise _fault(control, value, "not_a_switch")
        return bool(value)
    # bool is a number to Python, but True is no answer to "how many hertz?"
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        raise _fault(control, value, "not_a_number", allowed=allowed_range(control))
    number = float(value)
    if control.minimum is None or control.maximum is None or not control.minimum <= number <= control.maximum:
        raise _fault(control, f"{number:g}", "out_of_range", allowed=allowed_range(control))
    return number


def allowed_range(control: ExperimentControl) -> str:
    """Return "0.05 to 10 mM" for a numeric control: the least and the most it takes, with the unit."""
    return f"{control.minimum:g} to {control.maximum:g} {control.unit}".strip()


def _fault(control: ExperimentControl, value: object, key: str, **values: str) -> ExperimentError:
    shown = value if isinstance(value, str) and key == "out_of_range" else repr(value)
    message = sentence(
        "experiment", key, label=control.label, control=control.name, value=shown, unit=control.unit, **values
    )
    return ExperimentError(control.name, message)


def _unknown_name(name: str) -> str:
    nearest = difflib.get_close_matches(name, experiment_controls(), n=3, cutoff=0.4)
    if not nearest:
        return sentence("experiment", "unknown_control", name=name, all=", ".join(experiment_controls()))
    return sentence("experiment", "unknown_control_with_nearest", name=name, nearest=", ".join(nearest))
