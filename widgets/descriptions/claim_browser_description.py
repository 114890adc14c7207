"""What the statements of the five articles come to: in one sentence, article by article, and as tables."""

from collections.abc import Sequence

from widgets.evidence.article_claims import (
    VERDICTS,
    ArticleClaim,
    all_article_claims,
    claims_asked_for,
    contradictions,
    verdict_counts,
)
from widgets.reference_data.amounts import list_in_words
from widgets.reference_data.wording import sentence

PAGE = "supplement_evidence"
STATEMENT_COLUMNS = ("claim", "articles", "verdict", "found")
PAIR_COLUMNS = ("one", "other")


def claims_finding() -> str:
    """Return how many of all statements are right as they stand, and how often they contradict each other."""
    counts = verdict_counts(all_article_claims().values())
    return _said("finding", total=len(all_article_claims()), right=counts["right"], pairs=len(contradictions()))


def claims_counted(shown: int) -> str:
    """Return how many of all statements are shown."""
    total = len(all_article_claims())
    if shown in (0, total):
        return _said("counted_all" if shown else "counted_none", total=total)
    return _said("counted_some", shown=shown, total=total)


def article_counts(article: str) -> str:
    """Return how many statements of an article, a to e, have each verdict."""
    counts = verdict_counts(claims_asked_for(article=article))
    return _said("article_counts", article=_said(f"article_{article}"), **counts)


def said_by(claim: ArticleClaim) -> str:
    """Return which articles say it."""
    return _said("said_by", count=len(claim.articles), articles=_letters(claim))


def who_says(claim: ArticleClaim) -> str:
    """Return the same as the opening of what they say."""
    if len(claim.articles) == 1:
        return _said("article_says", article=_letters(claim))
    return _said("articles_say", articles=_letters(claim))


def verdict_in_words(claim: ArticleClaim) -> str:
    """Return how a statement stands."""
    return sentence("claims", f"verdict_{claim.verdict}")


def where_shown(claim: ArticleClaim) -> str:
    """Return what a link says that leads to where a statement is shown, or nothing where no page shows it."""
    page, _, section = claim.link.partition("#")
    if page == PAGE:
        return _said(f"see_{section}")
    return _said("see_page", page=sentence("path", f"next_{page}")) if page else ""


def statement_rows(claims: Sequence[ArticleClaim]) -> list[list[str]]:
    """Return a row of texts for each statement, in the order of `STATEMENT_COLUMNS`."""
    return [[claim.claim, _letters(claim), verdict_in_words(claim), claim.found] for claim in claims]


def pair_rows() -> list[list[str]]:
    """Return a row of texts for each contradiction, in the order of `PAIR_COLUMNS`."""
    return [[_side(pair.one), _side(pair.other)] for pair in contradictions()]


def verdict_labels() -> dict[str, str]:
    """Return verdict -> what it is called, in the order of `VERDICTS`."""
    return {verdict: sentence("claims", f"verdict_{verdict}") for verdict in VERDICTS}


def _side(claim: ArticleClaim) -> str:
    return _said("one_side", said_by=said_by(claim), claim=claim.claim, verdict=verdict_in_words(claim))


def _letters(claim: ArticleClaim) -> str:
    return list_in_words(_said(f"letter_{article}") for article in claim.articles)


def _said(key: str, **values: object) -> str:
    return sentence("evidence_claims", key, **values)
