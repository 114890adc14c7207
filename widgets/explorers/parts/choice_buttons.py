"""A row of buttons: one of a few quick choices, or things that are switched on and off."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers


class Choice(TypedDict):
    """One button, or one line of a list to choose from."""

    value: str
    label: str


class ChoiceButtons(Part):
    """Buttons that show which of them are pressed; what a press does, the page says.

    Attributes:
        label: what is chosen.
        choices: the buttons in the order shown.
        pressed: the values that are on.
        tells_when_seen: whether the browser says once that a reader comes near.
    """

    _esm = bundle("choice_buttons.js")
    _css = bundle("choice_buttons.css")
    label = traitlets.Unicode().tag(sync=True)
    choices: "traitlets.List[Choice]" = traitlets.List().tag(sync=True)
    pressed: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    tells_when_seen = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        pressed: Iterable[str],
        *,
        on_press: Callable[[str], None],
        on_seen: Callable[[], None] | None = None,
    ) -> None:
        """Open the row; `on_press` gets the value of the button, `on_seen` is called once."""
        self._on_press, self._on_seen = on_press, on_seen
        super().__init__(
            label=label,
            choices=list(choices),
            pressed=list(pressed),
            tells_when_seen=on_seen is not None,
        )

    @answers("press")
    def press(self, value: str) -> None:
        """Do what this button does, as if it had been clicked."""
        if any(choice["value"] == value for choice in self.choices):
            self._on_press(value)

    @answers("seen")
    def be_seen(self) -> None:
        """Take note that a reader has come near."""
        if self._on_seen:
            self._on_seen()
