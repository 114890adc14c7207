"""A question before the answer is in sight: what does the learner expect?"""

from collections.abc import Callable, Mapping
from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.explorers.parts.choice_buttons import Choice
from widgets.reference_data.wording import sentence

SKIPPED = "skipped"


class PredictionWords(TypedDict):
    """What stands around every question."""

    hint: str
    skip: str
    again: str


class Prediction(Part):
    """A question with a few answers. One press commits, or skips it; then a sentence holds the answer against the run.

    An answer is never called wrong. The browser's tab keeps it.

    Attributes:
        key: what tells the question from all others.
        question, answers: what is asked, and the answers in the order shown.
        answer: the value of the answer that was given, "skipped", or empty while the question is open.
        result: what was expected and what is so, from the run on show; empty while the question is open.
    """

    _esm = bundle("prediction.js")
    _css = bundle("prediction.css")
    key = traitlets.Unicode().tag(sync=True)
    question = traitlets.Unicode().tag(sync=True)
    answers: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    answer = traitlets.Unicode().tag(sync=True)
    result = traitlets.Unicode().tag(sync=True)
    words = shaped(PredictionWords)

    def __init__(
        self, key: str, answers: Mapping[str, str], shown: Callable[[], Mapping[str, object] | None], **asked: object
    ) -> None:
        """Ask; nothing is answered yet.

        Args:
            key: see the class; the wording has `<key>_question`, `<key>_told`, `<key>_shown` and `<key>_unknown`.
            answers: value -> what stands on its button.
            shown: gives the named values of what is so, or None where the run on show does not tell; called only
                once the question is answered.
            asked: named values of the question.
        """
        self._shown = shown
        self._labels = dict(answers)
        super().__init__(
            key=key,
            question=sentence("prediction", f"{key}_question", **asked),
            answers=[{"value": value, "label": label} for value, label in answers.items()],
            words={word: sentence("prediction", word) for word in PredictionWords.__annotations__},
        )
        self.observe(lambda _: self.tell(), names="answer")

    @traitlets.validate("answer")
    def _known_answer(self, proposal: "traitlets.Bunch") -> str:
        answer = str(proposal["value"])
        return answer if answer == SKIPPED or answer in self._labels else ""

    @property
    def is_open(self) -> bool:
        """Whether nothing has been answered, and the question was not skipped."""
        return not self.answer

    def tell(self) -> None:
        """Hold the answer against what is on show now."""
        if self.is_open:
            self.result = ""
            return
        shown = self._shown()
        if shown is None:
            self.result = sentence("prediction", f"{self.key}_unknown")
        elif self.answer == SKIPPED:
            self.result = sentence("prediction", f"{self.key}_shown", **shown)
        else:
            expected = self._labels[self.answer]
            self.result = sentence("prediction", f"{self.key}_told", expected=expected, **shown)


def labels(key: str, *values: str) -> Mapping[str, str]:
    """Return what stands on the buttons of a question: value -> `<key>_answer_<value>` of the wording."""
    return {value: sentence("prediction", f"{key}_answer_{value}") for value in values}
