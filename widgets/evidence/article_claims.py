"""What popular articles say, and what the sources say to it."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.typed_rows import rows_as

Verdict = Literal["right", "partly", "wrong", "not_shown"]


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """One row of `article_claims.csv`: a statement in our words, how it stands, and what was found.

    `page` is the notebook that tells it; `articles` are those of the five that say it.
    """

    id: str
    page: str
    articles: tuple[str, ...]
    claim: str
    verdict: Verdict
    found: str
    source: tuple[str, ...]


@kept_for_each_language
def article_claims(page: str) -> tuple[ArticleClaim, ...]:
    """Return the statements that a page tells, in the order of the table.

    Raises:
        DataError: a row of `article_claims.csv` breaks its schema.
    """
    return tuple(claim for claim in rows_as(ArticleClaim, "article_claims") if claim.page == page)
