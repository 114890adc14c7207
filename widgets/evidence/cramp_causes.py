"""Causes of cramps: every one that the five articles name, and the ones that fit what a reader asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.reference_data.data_package import Row, read_table

Kind = Literal["salts", "medicine", "illness", "nerve", "activity", "posture"]
Certainty = Literal["strong", "moderate", "weak", "very_weak"]
MagnesiumRole = Literal["low_magnesium", "not_alone", "unclear", "harmful"]

KINDS: tuple[Kind, ...] = ("salts", "medicine", "illness", "nerve", "activity", "posture")
SUREST_FIRST: tuple[Certainty, ...] = ("strong", "moderate", "weak", "very_weak")
MOST_HELP_FIRST: tuple[MagnesiumRole, ...] = ("low_magnesium", "unclear", "not_alone", "harmful")
ANY = "all"


@dataclass(frozen=True, slots=True)
class Cause:
    """One row of `causes.csv`; the texts are for learners, `situation` is empty where there is none."""

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
    checked: Literal["page", "recall"]

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
        "certainty": lambda cause: (SUREST_FIRST.index(cause.certainty),),
        "name": lambda cause: (cause.name.lower(),),
        "kind": lambda cause: (KINDS.index(cause.kind), SUREST_FIRST.index(cause.certainty)),
        "magnesium": lambda cause: (
            MOST_HELP_FIRST.index(cause.magnesium_role),
            SUREST_FIRST.index(cause.certainty),
        ),
    }
)


@cache
def cramp_causes() -> Mapping[str, Cause]:
    """Return every cause by its id, in the order of the table.

    Raises:
        DataError: a row of `causes.csv` breaks its schema.
    """
    return MappingProxyType({str(row["id"]): _cause(row) for row in read_table("causes")})


def causes_asked_for(question: CauseQuestion) -> tuple[Cause, ...]:
    """Return the causes that fit a question, in its order; causes that are equal in it keep the order of the table.

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


def _cause(row: Row) -> Cause:
    return Cause(
        id=str(row["id"]),
        name=str(row["name"]),
        kind=cast(Kind, row["kind"]),
        mechanism=str(row["mechanism"]),
        who=str(row["who"]),
        certainty=cast(Certainty, row["certainty"]),
        magnesium_role=cast(MagnesiumRole, row["magnesium_role"]),
        magnesium_can=str(row["magnesium_can"]),
        magnesium_cannot=str(row["magnesium_cannot"]),
        red_flag=str(row["red_flag"]),
        situation=str(row["situation"] or ""),
        articles=tuple(str(row["articles"]).split()),
        source=tuple(str(row["source"]).split()),
        checked=cast(Literal["page", "recall"], row["checked"]),
    )
