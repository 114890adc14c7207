"""What popular articles say, and what the sources say to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from widgets.reference_data.data_package import Row, read_table
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import by_first_field, row_as

Verdict = Literal["right", "partly", "wrong", "not_shown"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
ARTICLES = ("a", "b", "c", "d", "e")
ALL = "all"
TRIALS = "trials"


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """One row of `article_claims.csv`: a statement in our words, how it stands, and what was found.

    `page` is the notebook whose subject it is; `articles` are those of the five that say it; `contradicts` is the id
    of a statement of another article that says the opposite, or ""; `link` is the notebook that shows it, where one of
    its sections does with that after "#".
    """

    id: str
    page: str
    topic: str
    articles: tuple[str, ...]
    claim: str
    verdict: Verdict
    found: str
    contradicts: str
    link: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements of different articles of which at most one can stand as it is."""

    one: ArticleClaim
    other: ArticleClaim


@kept_for_each_language
def all_article_claims() -> Mapping[str, ArticleClaim]:
    """Return every statement by id, in the order of the table.

    Raises:
        DataError: a row of `article_claims.csv` breaks its schema, or contradicts no statement of another article.
    """
    rows = read_table("article_claims")
    claims = by_first_field(row_as(ArticleClaim, row) for row in rows)
    for row in rows:
        _check_opposite(row, claims)
    return claims


@kept_for_each_language
def article_claims(page: str) -> tuple[ArticleClaim, ...]:
    """Return the statements on the subject of a page, in the order of the table.

    Raises:
        DataError: as `all_article_claims`.
    """
    return tuple(claim for claim in all_article_claims().values() if claim.page == page)


@kept_for_each_language
def contradictions() -> tuple[Contradiction, ...]:
    """Return the pairs of statements that contradict each other, each once, those on trials first.

    Raises:
        DataError: as `all_article_claims`.
    """
    claims = all_article_claims()
    pairs = (Contradiction(claim, claims[claim.contradicts]) for claim in claims.values() if claim.contradicts)
    return tuple(sorted(pairs, key=lambda pair: pair.one.topic != TRIALS))


def opposites(claim: ArticleClaim) -> tuple[ArticleClaim, ...]:
    """Return the statements that say the opposite of one, whichever of the two rows names the other."""
    return tuple(
        pair.other if pair.one == claim else pair.one for pair in contradictions() if claim in (pair.one, pair.other)
    )


def claims_asked_for(topic: str = ALL, article: str = ALL, verdict: str = ALL) -> tuple[ArticleClaim, ...]:
    """Return the statements on a topic, of an article and with a verdict, in the order of the table; `ALL` is any."""
    return tuple(
        claim
        for claim in all_article_claims().values()
        if topic in (ALL, claim.topic) and article in (ALL, *claim.articles) and verdict in (ALL, claim.verdict)
    )


def verdict_counts(claims: Iterable[ArticleClaim]) -> Mapping[str, int]:
    """Return how many of the statements have each verdict, in the order of `VERDICTS`, none left out."""
    given = [claim.verdict for claim in claims]
    return {verdict: given.count(verdict) for verdict in VERDICTS}


def _check_opposite(row: Row, claims: Mapping[str, ArticleClaim]) -> None:
    """Raise a `DataError` where a row contradicts nothing that another article says, or names a pair a second time."""
    claim = claims[row.text("id")]
    if not claim.contradicts:
        return
    other = claims.get(claim.contradicts)
    if other is None or set(other.articles) & set(claim.articles):
        raise row.fault("contradicts", claim.contradicts, "it must be the id of a statement of another article")
    if other.contradicts == claim.id:
        raise row.fault("contradicts", claim.contradicts, f"{other.id} names this pair already")
