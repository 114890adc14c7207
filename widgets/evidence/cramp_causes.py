"""Causes of cramps: every one that the five articles name, and the ones that fit what a reader asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_by_key

Kind = Literal["salts", "medicine", "illness", "nerve", "activity", "posture"]
Certainty = Literal["strong", "moderate", "weak", "very_weak"]
MagnesiumRole = Literal["low_magnesium", "not_alone", "unclear", "harmful"]

KINDS: tuple[Kind, ...] = ("salts", "medicine", "illness", "nerve", "activity", "posture")
SUREST_FIRST: tuple[Certainty, ...] = ("strong", "moderate", "weak", "very_weak")
MOST_HELP_FIRST: tuple[MagnesiumRole, ...] = ("low_magnesium", "unclear", "not_alone", "harmful")
ANY = "all"


@dataclass(frozen=True, slots=True)
class Cause:
    """One row of `causes.csv`; the texts are for learners, `situation` is empty where there is none.

    `checked`: page = read in the source; claim = an article says so, and no study was found.
    """

    id: str
    name: str
    kind: Kind
    mechanism: str
    who: str
    certainty: Certainty
    magnesium_role: MagnesiumRole
    magnesium_can: str
    magnesium_cannot: str
    red_flag: str
    situation: str
    articles: tuple[str, ...]
    source: tuple[str, ...]
    checked: Literal["page", "claim"]

    @property
    def has_run(self) -> bool:
        """Whether the model can run the situation that belongs to this cause."""
        return bool(self.situation) and magnesium_situations()[self.situation].runnable


@dataclass(frozen=True, slots=True)
class CauseQuestion:
    """What a reader asks the list for; `ANY` asks for all of that kind. `order` is a key of `ORDERS`."""

    kind: str = ANY
    certainty: str = ANY
    article: str = ANY
    run: str = ANY
    order: str = "certainty"

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> "CauseQuestion":
        """Return the question in a flat record of checked control values."""
        return cls(**{name: str(values[name]) for name in ("kind", "certainty", "article", "run", "order")})


ORDERS: Mapping[str, Callable[[Cause], tuple[int | str, ...]]] = MappingProxyType(
    {
        "certainty": lambda cause: (SUREST_FIRST.index(cause.certainty), cause.name.casefold()),
        "name": lambda cause: (cause.name.casefold(),),
        "kind": lambda cause: (KINDS.index(cause.kind), SUREST_FIRST.index(cause.certainty), cause.name.casefold()),
        "magnesium": lambda cause: (
            MOST_HELP_FIRST.index(cause.magnesium_role),
            SUREST_FIRST.index(cause.certainty),
            cause.name.casefold(),
        ),
    }
)


@kept_for_each_language
def cramp_causes() -> Mapping[str, Cause]:
    """Return every cause by its id, in the order of the table.

    Raises:
        DataError: a row of `causes.csv` breaks its schema.
    """
    return rows_by_key(Cause, "causes")


def causes_asked_for(question: CauseQuestion) -> tuple[Cause, ...]:
    """Return the causes that fit a question, in its order; those that are equal in it stand by name.

    Raises:
        KeyError: there is no such order.
    """
    fitting = (cause for cause in cramp_causes().values() if _fits(cause, question))
    return tuple(sorted(fitting, key=ORDERS[question.order]))


def _fits(cause: Cause, question: CauseQuestion) -> bool:
    return (
        question.kind in (ANY, cause.kind)
        and question.certainty in (ANY, cause.certainty)
        and question.article in (ANY, *cause.articles)
        and question.run in (ANY, "with" if cause.has_run else "without")
    )
