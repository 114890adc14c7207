"""Every source is a paper, a regulator, a national health body, a product label or a textbook, and is named in full."""

import re

import pytest

PAPERS = {"article", "review"}
BODIES = {"regulator", "national health body", "product label", "textbook"}
# What the data say of themselves, or of the five articles: never evidence.
NO_EVIDENCE = {"article discussed here", "convention", "memory"}
MOST_FROM_MEMORY = 5
# Papers whose number was not to be found; journal, volume and pages are there.
WITHOUT_A_NUMBER = {"bilbey1996", "davies1982", "jona2001", "vandervoort1983"}
# Sources of the model that are being read again: they only ever shrink.
BEING_MENDED = {
    "berridge_csb",
    "emedicalppt_hypona",
    "ionised_mg_kidney",
    "medscape_hypophos",
    "mitchmedical_acid_base",
    "timeofcare_hypona",
}
IDENTIFIER = re.compile(r"10\.\d{4,9}/\S+|PMID \d{1,8}")
# A family name with initials, or a group that signs by its own name.
FIRST_AUTHOR = re.compile(r"[^\W\d_].*\S")
JOURNAL_WITH_PLACE = re.compile(r"\D+\d+.*|bioRxiv")
SHOPS_AND_COPIES = re.compile(
    r"blogspot|freeforums|issuhub|tactuum|vukou|5y1|doctoori|textingtactics|naqlafshk|\.click/|copy"
)
MEDICAL = (
    "causes",
    "clinician_signs",
    "cramp_circumstances",
    "cramp_warnings",
    "magnesium_interactions",
    "magnesium_situations",
    "open_questions",
    "other_treatments",
    "other_treatment_results",
)
# Tables in which an article may be quoted, each row marked as its claim.
CLAIMS = {"causes": "claim", "magnesium_situations": "claim"}


@pytest.fixture(scope="module")
def sources(tables):
    return [row for row in tables["sources"] if row["id"] not in BEING_MENDED]


@pytest.fixture(scope="module")
def papers(sources):
    return [row for row in sources if row["kind"] in PAPERS]


def test_every_source_is_of_a_kind_that_can_be_cited(sources):
    others = {row["id"] for row in sources if row["kind"] not in PAPERS | BODIES | NO_EVIDENCE}
    assert others == set()


def test_every_paper_has_a_DOI_or_a_PMID_of_the_right_form(papers):
    assert {row["id"] for row in papers if not IDENTIFIER.fullmatch(row["doi_or_pmid"])} == WITHOUT_A_NUMBER


def test_what_stands_as_an_identifier_is_one(sources):
    given = [row for row in sources if row["doi_or_pmid"]]
    assert [row["id"] for row in given if not IDENTIFIER.fullmatch(row["doi_or_pmid"])] == []


def test_every_paper_names_its_first_author(papers):
    assert [row["id"] for row in papers if not FIRST_AUTHOR.fullmatch(row["authors"])] == []


def test_every_paper_has_its_year(papers):
    assert [row["id"] for row in papers if not re.fullmatch(r"(18|19|20)\d\d", row["year"])] == []


def test_every_paper_names_its_journal_with_volume_or_number(papers):
    assert [row["id"] for row in papers if not JOURNAL_WITH_PLACE.fullmatch(row["publisher"])] == []


def test_titles_are_whole(sources):
    cut = re.compile(r"\bet al\b|\.\.\.|…|\(copy|\bsummary by\b|not shown")
    assert [row["id"] for row in sources if cut.search(row["title"] + row["authors"].replace(", et al.", ""))] == []


def test_no_source_leads_to_a_shop_or_a_copied_page(sources):
    assert [row["id"] for row in sources if SHOPS_AND_COPIES.search(row["url"] + row["publisher"])] == []


def test_every_source_of_a_body_says_who_it_is(sources):
    bodies = [row for row in sources if row["kind"] in BODIES]
    assert [row["id"] for row in bodies if not (row["authors"] and row["publisher"])] == []


@pytest.mark.parametrize("table", MEDICAL)
def test_nothing_on_signs_medicines_or_causes_is_from_memory(tables, table):
    assert [row for row in tables[table] if row["checked"] == "recall" or "recall" in row["source"].split()] == []


def test_the_five_articles_are_cited_for_what_they_say_and_never_as_evidence(tables):
    kinds = {row["id"]: row["kind"] for row in tables["sources"]}
    as_evidence = [
        (table, row)
        for table, rows in tables.items()
        if table not in ("sources", "causes_choices")
        for row in rows
        if any(kinds[key] == "article discussed here" for key in row["source"].split())
        and not (row["checked"] == CLAIMS.get(table) or any(kinds[key] in PAPERS for key in row["source"].split()))
    ]
    assert as_evidence == []


def test_a_claim_rests_on_an_article_alone(tables):
    kinds = {row["id"]: row["kind"] for row in tables["sources"]}
    mixed = [
        row["id"]
        for table in CLAIMS
        for row in tables[table]
        if row["checked"] == "claim" and any(kinds[key] != "article discussed here" for key in row["source"].split())
    ]
    assert mixed == []


def test_at_most_five_rows_of_the_whole_product_are_from_memory(tables):
    from_memory = [(table, row) for table, rows in tables.items() for row in rows if row.get("checked") == "recall"]
    assert len(from_memory) <= MOST_FROM_MEMORY
