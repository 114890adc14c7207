"""DailyIntake: who a person is and how much magnesium a day brings, every value checked against its control."""

import difflib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from numbers import Real
from types import MappingProxyType
from typing import Self, cast

from widgets.nutrition.intake_reference import AuthorityKey, Sex
from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.intake_controls import intake_controls, intake_presets
from widgets.reference_data.wording import sentence


class IntakeError(ValueError):
    """A value that the page of intakes cannot use.

    The message is one sentence that names the control, the value, the unit and the allowed range, or the nearest
    names where the control is unknown. `control` is the name that was given.
    """

    def __init__(self, control: str, message: str) -> None:
        """Keep the control's name beside the sentence, so that a page can show it where it belongs."""
        super().__init__(message)
        self.control = control


@dataclass(frozen=True, slots=True)
class DailyIntake:
    """A person and a day's magnesium, from food and from supplements (mg a day).

    `age_years` has months as twelfths; `authority` says whose table the day is held against.
    """

    age_years: float
    sex: Sex
    pregnant: bool
    breastfeeding: bool
    magnesium_from_food_mg: float
    magnesium_from_supplements_mg: float
    authority: AuthorityKey

    @classmethod
    def from_values(cls, given: Mapping[str, object]) -> Self:
        """Return the day with the given values, and the defaults of `intake_controls.csv` for all the rest.

        Raises:
            IntakeError: a name is unknown, or a value is of the wrong type, not finite, or outside its range.
        """
        controls = intake_controls()
        for name in given:
            if name not in controls:
                nearest = difflib.get_close_matches(name, controls, n=3, cutoff=0.4) or list(controls)
                raise IntakeError(name, sentence("intake", "unknown_control", name=name, nearest=", ".join(nearest)))
        values = {
            name: _checked_value(control, given[name]) if name in given else control.default
            for name, control in controls.items()
        }
        return cls(
            age_years=float(values["age_years"]),
            sex=cast(Sex, values["sex"]),
            pregnant=bool(values["pregnant"]),
            breastfeeding=bool(values["breastfeeding"]),
            magnesium_from_food_mg=float(values["magnesium_from_food_mg"]),
            magnesium_from_supplements_mg=float(values["magnesium_from_supplements_mg"]),
            authority=cast(AuthorityKey, values["authority"]),
        )

    @classmethod
    def from_preset(cls, name: str) -> Self:
        """Return the day of one case of `intake_presets.csv`.

        Raises:
            IntakeError: there is no case of this name.
        """
        presets = intake_presets()
        if name not in presets:
            raise IntakeError(name, sentence("intake", "unknown_preset", name=name, all=", ".join(presets)))
        return cls.from_values(presets[name].values)

    @property
    def values(self) -> Mapping[str, ControlValue]:
        """The day as a flat record: control -> value, in the order of the table of controls."""
        return MappingProxyType({name: getattr(self, name) for name in intake_controls()})

    @property
    def total_mg(self) -> float:
        """Magnesium from food and supplements together, mg a day."""
        return self.magnesium_from_food_mg + self.magnesium_from_supplements_mg


def _checked_value(control: Control, value: object) -> ControlValue:
    if control.scale == "choice":
        if not isinstance(value, str) or value not in control.choices:
            raise _fault(control, repr(value), "not_a_choice", allowed=", ".join(control.choices))
        return value
    if control.scale == "switch":
        if not isinstance(value, Real) or value not in (0, 1):
            raise _fault(control, repr(value), "not_a_switch")
        return bool(value)
    allowed = f"{control.minimum:g} to {control.maximum:g} {control.unit}"
    # bool is a number to Python, but True is no answer to "how many milligrams?"
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        raise _fault(control, repr(value), "not_a_number", allowed=allowed)
    number = float(value)
    if control.minimum is None or control.maximum is None or not control.minimum <= number <= control.maximum:
        raise _fault(control, f"{number:g}", "out_of_range", allowed=allowed)
    return number


def _fault(control: Control, value: str, key: str, **values: str) -> IntakeError:
    shown = {"label": control.label, "control": control.name, "value": value, "unit": control.unit, **values}
    return IntakeError(control.name, sentence("intake", key, **shown))
