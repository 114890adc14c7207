"""A source as the browser takes it: how it is named, and where it is found."""

from collections.abc import Iterable
from typing import TypedDict

from widgets.reference_data.citations import Citation


class Source(TypedDict):
    """The reference as text, and its address or ""."""

    reference: str
    link: str


def as_sources(citations: Iterable[Citation]) -> list[Source]:
    """Return citations in the order given."""
    return [{"reference": citation.reference, "link": citation.link} for citation in citations]
