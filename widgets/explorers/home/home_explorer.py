"""The first page: a question, a muscle at work, and the ways on."""

from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.browser.source import Source, as_sources
from widgets.descriptions.answer_in_parts import answer_in_parts
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.sarcomere_scene import sarcomere_scene, story_steps
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.reference_data.page_path import PATH
from widgets.reference_data.wording import browser_words, sentence, words
from widgets.sarcomere.playhead import Playhead
from widgets.sarcomere.sarcomere_view import SarcomereView

ANSWERS = ("yes", "no", "sometimes", "unknown")


class HomeAnswer(TypedDict):
    """An answer to the question: the value that is kept, and what is said when it is picked."""

    value: str
    label: str
    picked: str


class AnswerPartJson(TypedDict):
    """One part of the answer, as the browser takes it."""

    title: str
    text: str
    sources: list[Source]


class HomeQuestionWords(TypedDict):
    """The question, what is said before an answer is picked, and the words about the picture beside it.

    `then`, `again`, `both`, `answer` and `forget` are for a reader who has voted and looked around: both votes beside
    each other, and the answer in parts.
    """

    question: str
    hint: str
    then: str
    again: str
    both: str
    answer: str
    forget: str
    picture_title: str
    picture: str


class HomeQuestion(Part):
    """The question of the whole site with its answers. The browser keeps the choice; the kernel never hears of it.

    Attributes:
        answers: in the order shown.
        parts: the answer on three scales, shown once a reader has voted again.
        words: see their class.
    """

    _esm = bundle("home_question.js")
    _css = bundle("home_page.css")
    answers: "traitlets.List[HomeAnswer]" = traitlets.List().tag(sync=True)
    parts: "traitlets.List[AnswerPartJson]" = traitlets.List().tag(sync=True)
    words = shaped(HomeQuestionWords)

    def __init__(self) -> None:
        """Ask; nothing is picked before the browser says what it has kept."""
        answers: list[HomeAnswer] = [
            {"value": answer, "label": _said(f"answer_{answer}"), "picked": _said(f"picked_{answer}")}
            for answer in ANSWERS
        ]
        parts: list[AnswerPartJson] = [
            {"title": one.title, "text": one.text, "sources": as_sources(one.sources)} for one in answer_in_parts()
        ]
        own: HomeQuestionWords = {
            "question": _said("question"),
            "hint": _said("hint"),
            "then": words("home")["then"],
            "again": _said("again"),
            "both": words("home")["both"],
            "answer": _said("answer"),
            "forget": _said("forget"),
            "picture_title": _said("picture_title"),
            "picture": _said("picture"),
        }
        super().__init__(answers=answers, parts=parts, words=own)


class PageCard(TypedDict):
    """A page by the name of its notebook, and what it is about."""

    name: str
    title: str
    text: str


class PageCards(Part):
    """Links to the pages, each with what it is about; they lead to the right place in Voila and in JupyterLab.

    Attributes:
        heading: what stands above the links.
        pages: in the order shown.
        takeaway: what to take along.
    """

    _esm = bundle("page_cards.js")
    heading = traitlets.Unicode().tag(sync=True)
    pages: "traitlets.List[PageCard]" = traitlets.List().tag(sync=True)
    takeaway = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Show every page but the first."""
        pages: list[PageCard] = [
            {"name": page, "title": _said(f"card_{page}_title"), "text": _said(f"card_{page}")} for page in PATH
        ]
        super().__init__(heading=_said("cards_heading"), pages=pages, takeaway=_said("takeaway"))


class HomeExplorer(ExplorerPage):
    """The live page. Nothing on it needs the kernel once it is drawn.

    Attributes:
        run: the short burst that plays: one sees the pull in it.
    """

    def __init__(self) -> None:
        """Open with a short burst, playing again and again.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        self.run = simulate_contraction(Experiment.from_preset("short_burst"))
        self.playhead = Playhead(
            duration_ms=self.run.time_ms[-1],
            time_ms=0.0,
            story=story_steps(self.run),
            playing=True,
            looping=True,
        )
        self.question = HomeQuestion()
        self.sarcomere = SarcomereView(
            playhead=f"anywidget:{self.playhead.model_id}",
            words=browser_words("sarcomere"),
            **sarcomere_scene(self.run),
        )
        self.cards = PageCards()
        # Nothing on this page is set; what is answered here stays in the browser.
        record = PageRecord("home", {})
        super().__init__(record, {"question": self.question, "sarcomere": self.sarcomere, "cards": self.cards})


def _said(key: str) -> str:
    return sentence("home", key)
