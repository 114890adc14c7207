"""The eight situations in which magnesium alone may fail, and what the model has to say about each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_by_key

InModel = Literal["runnable", "unreliable", "absent"]


@dataclass(frozen=True, slots=True)
class MagnesiumSituation:
    """One row of `magnesium_situations.csv`.

    `in_model`: runnable = `preset` of `experiment_presets.csv` shows it; unreliable = the model has the control, but
    its answer must not be taught; absent = the model has nothing of it. `model_can_show` is for runnable ones only.
    `checked` as for causes.
    """

    id: str
    title: str
    why: str
    in_model: InModel
    preset: str
    model_can_show: str
    model_cannot_show: str
    source: tuple[str, ...]
    checked: Literal["page", "claim"]

    @property
    def runnable(self) -> bool:
        """Whether it can be run beside a healthy fibre."""
        return self.in_model == "runnable"


@kept_for_each_language
def magnesium_situations() -> Mapping[str, MagnesiumSituation]:
    """Return every situation by its id, in the order of the table.

    Raises:
        DataError: a row of `magnesium_situations.csv` breaks its schema.
    """
    return rows_by_key(MagnesiumSituation, "magnesium_situations")
