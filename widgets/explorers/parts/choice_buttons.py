"""A row of buttons: one of a few quick choices, or things that are switched on and off."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle


class ChoiceButtons(anywidget.AnyWidget):
    """Buttons that show which of them are pressed. The browser sends {"action": "press", "value": value}.

    With `tells_when_seen` it also sends {"action": "seen"} once, when a reader first comes near.

    Attributes:
        label: what is chosen.
        choices: [{"value", "label"}], in the order shown.
        pressed: the values that are on.
    """

    _esm = bundle("choice_buttons.js")
    _css = bundle("choice_buttons.css")
    label = traitlets.Unicode().tag(sync=True)
    choices: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    pressed: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    tells_when_seen = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        label: str,
        choices: Sequence[Mapping[str, str]],
        pressed: Iterable[str],
        *,
        on_press: Callable[[str], None],
        on_seen: Callable[[], None] | None = None,
    ) -> None:
        """Open the row; `on_press` gets the value of the button, `on_seen` is called once."""
        self._on_press, self._on_seen = on_press, on_seen
        super().__init__(
            label=label,
            choices=[dict(choice) for choice in choices],
            pressed=list(pressed),
            tells_when_seen=on_seen is not None,
        )
        self.on_msg(self._act)

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        if message.get("action") == "press":
            self._on_press(str(message["value"]))
        elif message.get("action") == "seen" and self._on_seen:
            self._on_seen()
