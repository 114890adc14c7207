"""The first page: a question, a muscle at work, and the ways on."""

from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.sarcomere_scene import sarcomere_scene, sarcomere_words
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.contraction_phases import calcium_rush_ms
from widgets.physiology.experiment import Experiment
from widgets.reference_data.wording import words
from widgets.sarcomere.playhead import Playhead
from widgets.sarcomere.sarcomere_view import SarcomereView

ANSWERS = ("yes", "no", "sometimes", "unknown")
# One twitch and the rest after it; then it begins again.
RECORDING_MS = 450.0


class HomeQuestion(anywidget.AnyWidget):
    """The question of the whole site with its answers. The browser keeps the choice; the kernel never hears of it.

    Attributes:
        answers: in the order shown.
        words: `home.json`.
    """

    _esm = bundle("home_question.js")
    _css = bundle("home_page.css")
    answers: "traitlets.List[Any]" = traitlets.List(list(ANSWERS)).tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)


class PageCards(anywidget.AnyWidget):
    """Links to the pages, each with what it is about; they lead to the right place in Voila and in JupyterLab.

    Attributes:
        pages: names of notebooks, in the order shown.
        words: `home.json`.
    """

    _esm = bundle("page_cards.js")
    pages: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)


class HomeExplorer(ExplorerPage):
    """The live page. Nothing on it needs the kernel once it is drawn.

    Attributes:
        run: the twitch that plays.
    """

    def __init__(self) -> None:
        """Open with one twitch, playing again and again.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        start = Experiment.from_preset("single_signal")
        self.run = simulate_contraction(Experiment.from_values({**start.values, "recording_length_ms": RECORDING_MS}))
        self.playhead = Playhead(
            duration_ms=self.run.time_ms[-1],
            time_ms=0.0,
            linger_ms=calcium_rush_ms(self.run),
            playing=True,
            looping=True,
        )
        texts = dict(words("home"))
        self.question = HomeQuestion(words=texts)
        self.sarcomere = SarcomereView(
            playhead=f"anywidget:{self.playhead.model_id}", words=sarcomere_words(), **sarcomere_scene(self.run)
        )
        self.cards = PageCards(pages=list(words("pages")), words=texts)
        # Nothing on this page is set; what is answered here stays in the browser.
        record = PageRecord("home", {})
        super().__init__(record, {"question": self.question, "sarcomere": self.sarcomere, "cards": self.cards})
