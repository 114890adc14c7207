"""Source keys as references a reader can follow."""

import re
from dataclasses import dataclass
from functools import cache

from widgets.reference_data.data_package import DataError
from widgets.reference_data.typed_rows import rows_as

NO_EVIDENCE = ("article discussed here", "convention", "memory")


@dataclass(frozen=True, slots=True)
class Citation:
    """One source: how to name it in full and in short, and where to find it (a DOI address or other link, or empty).

    `is_evidence` is False for what was only said: an article that this project discusses, memory, our own conventions.
    """

    key: str
    reference: str
    short: str
    link: str
    is_evidence: bool


@dataclass(frozen=True, slots=True)
class _Source:
    id: str
    kind: str
    authors: str
    year: int | None
    title: str
    publisher: str
    doi_or_pmid: str
    url: str


def cite(key: str) -> Citation:
    """Return the source behind a key of `sources.csv`.

    Raises:
        DataError: no row of `sources.csv` has this id.
    """
    try:
        return _citations()[key]
    except KeyError:
        raise DataError(f"data/sources.csv has no row with the id {key!r}.") from None


# "Miller KC": what follows the name of a person.
_INITIALS = re.compile(r" [A-Z]{1,3}$")


@cache
def _citations() -> dict[str, Citation]:
    return {source.id: _citation(source) for source in rows_as(_Source, "sources")}


def _citation(source: _Source) -> Citation:
    year = f" ({source.year})" if source.year else ""
    named = f"{source.authors}{year}. {_ended(source.title)}" if source.authors else _ended(f"{source.title}{year}")
    reference = f"{named} {_ended(source.publisher)}" if source.publisher else named
    first = _INITIALS.sub("", source.authors.split(",")[0]) or source.title
    short = f"{first} {source.year}" if source.year else first
    return Citation(source.id, reference, short, _link(source), source.kind not in NO_EVIDENCE)


def _link(source: _Source) -> str:
    if source.doi_or_pmid.startswith("10."):
        return f"https://doi.org/{source.doi_or_pmid}"
    if source.doi_or_pmid.startswith("PMID "):
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.doi_or_pmid.removeprefix('PMID ')}/"
    return source.url


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
