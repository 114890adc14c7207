import pytest

from widgets.explorers.frame.way_on import WayOn
from widgets.reference_data.page_path import HOME, PATH


def test_every_page_leads_to_the_one_after_it():
    assert [WayOn(page).page for page in PATH] == [*PATH[1:], HOME]


@pytest.mark.parametrize("page", PATH)
def test_every_page_ends_with_a_sentence_to_take_along(page):
    assert WayOn(page).takeaway.endswith(".")


def test_the_last_page_has_no_second_link_home():
    assert WayOn(PATH[-1]).around == ""


def test_a_page_off_the_path_is_named():
    with pytest.raises(ValueError, match="no page named 'nowhere'"):
        WayOn("nowhere")


def test_where_nothing_can_be_drawn_it_still_says_what_to_take_along():
    end = WayOn(PATH[0])
    assert end.takeaway in end.plain_output().text
