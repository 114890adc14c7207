"""Every constant of the model as a typed row: value, unit, range, where it comes from and how sure it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.model_names import as_heading, model_name
from widgets.reference_data.typed_rows import rows_by_key

Checked = Literal["page", "recall", "fitted", "toy", "definition"]

# Where nobody has reported a range, this share of the value on either side is assumed, and every page says so.
ASSUMED_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class ParameterRange:
    """How far a constant could move, in its unit; `assumed` where no source gives a range."""

    low: float
    high: float
    assumed: bool


@dataclass(frozen=True, slots=True)
class ModelParameter:
    """One row of `physiology_parameters.csv`; `value`, `low` and `high` are in `unit`, empty cells are "" or None."""

    id: str
    meaning: str
    symbol: str
    value: float
    unit: str
    low: float | None
    high: float | None
    species: str
    temperature_C: str
    source: str
    checked: Checked
    note: str

    @property
    def name(self) -> str:
        """What it is called, for lists and labels."""
        return as_heading(self.name_in_text)

    @property
    def name_in_text(self) -> str:
        """What it is called within a sentence."""
        return model_name(self.id)

    @property
    def range(self) -> ParameterRange:
        """The range found, or an assumed one of `ASSUMED_SHARE` on either side where the row has none."""
        if self.low is not None and self.high is not None:
            return ParameterRange(self.low, self.high, assumed=False)
        spread = abs(self.value) * ASSUMED_SHARE
        return ParameterRange(self.value - spread, self.value + spread, assumed=True)

    @property
    def can_differ(self) -> bool:
        """Whether the constant could have another value in nature.

        False for conversions, definitions and normalisers, and for the reference states that say what counts as 1.
        """
        return self.checked != "definition" and not self.id.startswith("reference_")


@kept_for_each_language
def model_parameters() -> Mapping[str, ModelParameter]:
    """Return every constant of the model by its SBML id, in the order of the table.

    Raises:
        DataError: a row of `physiology_parameters.csv` breaks its schema.
    """
    return rows_by_key(ModelParameter, "physiology_parameters")
