import pytest

from widgets.reference_data.citations import cite
from widgets.reference_data.data_package import DataError, read_table


def test_a_source_with_a_doi_links_to_its_doi():
    row = next(row for row in read_table("sources") if str(row["doi_or_pmid"] or "").startswith("10."))
    assert cite(str(row["id"])).link == f"https://doi.org/{row['doi_or_pmid']}"


def test_a_paper_without_a_doi_links_to_its_number_in_pubmed():
    row = next(row for row in read_table("sources") if str(row["doi_or_pmid"] or "").startswith("PMID "))
    assert cite(str(row["id"])).link.endswith(f"/{str(row['doi_or_pmid']).removeprefix('PMID ')}/")


def test_a_title_that_asks_gets_no_further_stop():
    assert [row["id"] for row in read_table("sources") if "?." in cite(str(row["id"])).reference] == []


def test_an_article_that_is_discussed_is_no_evidence():
    discussed = [row for row in read_table("sources") if row["kind"] == "article discussed here"]
    assert not any(cite(str(row["id"])).is_evidence for row in discussed)


def test_a_source_has_a_short_name_of_its_first_author_and_year():
    assert cite("miller2009").short == "Miller 2009"
    assert all(cite(str(row["id"])).short for row in read_table("sources"))


def test_every_source_can_be_named_in_text():
    assert all(str(row["title"]) in cite(str(row["id"])).reference for row in read_table("sources"))


def test_an_unknown_source_is_named():
    with pytest.raises(DataError, match="no row with the id 'nobody1900'"):
        cite("nobody1900")
