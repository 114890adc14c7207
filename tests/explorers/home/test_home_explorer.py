from array import array

import pytest

from widgets.cells.pages import PAGES
from widgets.explorers.home.home_explorer import ANSWERS, HomeExplorer
from widgets.reference_data.wording import words


@pytest.fixture
def home() -> HomeExplorer:
    return HomeExplorer()


def test_home_plays_a_pull_that_one_sees_and_that_ends_at_rest(home):
    assert max(array("f", home.sarcomere.run["heads_attached_percent"])) > 75
    assert array("f", home.sarcomere.run["force_percent"])[-1] < 1


def test_home_plays_without_being_asked_and_begins_again(home):
    assert home.playhead.playing
    assert home.playhead.looping


def test_home_follows_the_clock_of_its_own(home):
    assert home.sarcomere.playhead == f"anywidget:{home.playhead.model_id}"


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_can_be_read_and_is_answered(answer):
    assert words("home")[f"answer_{answer}"]
    assert words("home")[f"picked_{answer}"].endswith(".")


def test_there_is_a_card_for_every_other_page(home):
    assert {page["name"] for page in home.cards.pages} == set(PAGES) - {"home"}


@pytest.mark.parametrize("page", words("pages"))
def test_every_card_says_what_its_page_is_about(page):
    assert words("home")[f"card_{page}_title"]
    assert words("home")[f"card_{page}"].endswith(".")


def test_no_answer_is_called_right_or_wrong():
    said = " ".join(text for key, text in words("home").items() if key.startswith("picked_")).lower()
    assert not any(word in said for word in ("right", "wrong", "correct", "mistake"))


def test_the_takeaway_keeps_need_and_cure_apart():
    assert words("home")["takeaway"].startswith("Muscle needs magnesium, but")
