"""What popular articles say on the subject of a page, and what was found, as a table."""

from collections.abc import Sequence

from widgets.descriptions.table_of_texts import TableOfTexts
from widgets.evidence.article_claims import ArticleClaim, article_claims
from widgets.reference_data.amounts import list_in_words, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.wording import sentence

COLUMNS = ("claim", "verdict", "found", "sources")


def claims_table(page: str) -> TableOfTexts:
    """Return the statements that a page tells, each with how it stands and what the sources say."""
    claims = article_claims(page)
    keys = list(dict.fromkeys(key for claim in claims for key in claim.source))
    return TableOfTexts(
        _caption(claims),
        tuple(_said(f"column_{column}") for column in COLUMNS),
        tuple(_row(claim, keys) for claim in claims),
        _said("region"),
        (_said("note"),),
        tuple(cite(key) for key in keys),
        _said("sources"),
    )


def _caption(claims: Sequence[ArticleClaim]) -> str:
    right = sum(claim.verdict == "right" for claim in claims)
    if right == len(claims):
        return sentence("claims", "caption_all", count=len(claims))
    if right == 0:
        return sentence("claims", "caption_none", count=len(claims))
    return sentence("claims", "caption_some", count=len(claims), right=right)


def _row(claim: ArticleClaim, keys: list[str]) -> tuple[str, ...]:
    numbers = list_in_words(number_in_words(keys.index(key) + 1) for key in claim.source)
    return claim.claim, _said(f"verdict_{claim.verdict}"), claim.found, numbers


def _said(key: str) -> str:
    return sentence("claims", key)
