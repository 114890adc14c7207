"""DailyIntake: who a person is and how much magnesium a day brings, every value checked against its control."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self, cast

from widgets.nutrition.intake_reference import AuthorityKey, Sex
from widgets.reference_data.control_values import checked_values, chosen_preset
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.intake_controls import intake_controls, intake_presets


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
            ControlError: a name is unknown, or a value is of the wrong type, not finite, or outside its range.
        """
        values = checked_values(intake_controls(), given)
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
            ControlError: there is no case of this name.
        """
        return cls.from_values(chosen_preset(intake_presets(), name).values)

    @property
    def values(self) -> Mapping[str, ControlValue]:
        """The day as a flat record: control -> value, in the order of the table of controls."""
        return MappingProxyType({name: getattr(self, name) for name in intake_controls()})

    @property
    def total_mg(self) -> float:
        """Magnesium from food and supplements together, mg a day."""
        return self.magnesium_from_food_mg + self.magnesium_from_supplements_mg
