"""The main text can be read by somebody of 14: US grade 9 or below, page by page and nearly paragraph by paragraph."""

import pytest

from tests.data.main_text import grade, is_long, main_text

PARAGRAPHS = tuple(main_text())
PAGES = sorted({paragraph.page for paragraph in PARAGRAPHS})
HARDEST_PAGE = 8.0
HARDEST_PARAGRAPH = 10.5


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_easy_to_read(page):
    assert grade(*(paragraph.text for paragraph in PARAGRAPHS if paragraph.page == page)) <= HARDEST_PAGE


def test_no_paragraph_is_hard_to_read():
    graded = [(round(grade(p.text), 1), p.page, p.place, p.text) for p in PARAGRAPHS if is_long(p)]
    hard = sorted((found for found in graded if found[0] > HARDEST_PARAGRAPH), reverse=True)
    assert not hard, "\n".join(map(str, hard))


def test_the_pages_are_all_measured():
    assert {"home.ipynb", "low_magnesium.json", "experiment_controls.csv", "causes.csv", "glossary.csv"} <= set(PAGES)


def test_a_hard_sentence_is_found():
    hard = (
        "Notwithstanding considerable interindividual heterogeneity, supplementation demonstrates negligible "
        "therapeutic efficacy regarding idiopathic nocturnal manifestations among geriatric populations."
    )
    assert grade(hard) > HARDEST_PARAGRAPH
