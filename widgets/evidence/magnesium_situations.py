"""The eight situations in which magnesium alone may fail, and what the model has to say about each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from widgets.reference_data.data_package import Row, read_table

InModel = Literal["runnable", "unreliable", "absent"]


@dataclass(frozen=True, slots=True)
class MagnesiumSituation:
    """One row of `magnesium_situations.csv`.

    `in_model`: runnable = `preset` of `experiment_presets.csv` shows it; unreliable = the model has the control, but
    its answer must not be taught; absent = the model has nothing of it. `model_can_show` is for runnable ones only.
    """

    id: str
    title: str
    why: str
    in_model: InModel
    preset: str
    model_can_show: str
    model_cannot_show: str
    source: tuple[str, ...]
    checked: Literal["page", "recall"]

    @property
    def runnable(self) -> bool:
        """Whether it can be run beside a healthy fibre."""
        return self.in_model == "runnable"


@cache
def magnesium_situations() -> Mapping[str, MagnesiumSituation]:
    """Return every situation by its id, in the order of the table.

    Raises:
        DataError: a row of `magnesium_situations.csv` breaks its schema.
    """
    return MappingProxyType({str(row["id"]): _situation(row) for row in read_table("magnesium_situations")})


def _situation(row: Row) -> MagnesiumSituation:
    return MagnesiumSituation(
        id=str(row["id"]),
        title=str(row["title"]),
        why=str(row["why"]),
        in_model=cast(InModel, row["in_model"]),
        preset=str(row["preset"] or ""),
        model_can_show=str(row["model_can_show"] or ""),
        model_cannot_show=str(row["model_cannot_show"]),
        source=tuple(str(row["source"]).split()),
        checked=cast(Literal["page", "recall"], row["checked"]),
    )
