"""Source keys as references a reader can follow."""

from dataclasses import dataclass
from functools import cache

from widgets.reference_data.data_package import DataError, Row, read_table


@dataclass(frozen=True, slots=True)
class Citation:
    """One source: how to name it in text, and where to find it (a DOI address or other link, or empty)."""

    key: str
    reference: str
    link: str


@cache
def _citations() -> dict[str, Citation]:
    return {str(row["id"]): _citation(row) for row in read_table("sources")}


def cite(key: str) -> Citation:
    """Return the source behind a key of `sources.csv`.

    Raises:
        DataError: no row of `sources.csv` has this id.
    """
    try:
        return _citations()[key]
    except KeyError:
        raise DataError(f"data/sources.csv has no row with the id {key!r}.") from None


def _citation(row: Row) -> Citation:
    authors, year = row["authors"], f" ({row['year']})" if row["year"] else ""
    reference = f"{authors}{year}. {row['title']}." if authors else f"{row['title']}{year}."
    if row["publisher"]:
        reference += f" {row['publisher']}."
    identifier = str(row["doi_or_pmid"] or "")
    link = f"https://doi.org/{identifier}" if identifier.startswith("10.") else str(row["url"] or "")
    return Citation(str(row["id"]), reference, link)
