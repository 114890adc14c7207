"""The three scales of magnesium as a strip that stays in view while the page is read."""

from collections.abc import Sequence
from typing import Any

import anywidget
import traitlets

from widgets.browser.bundle import bundle


class ScalesBar(anywidget.AnyWidget):
    """Three small rulers beside each other.

    Attributes:
        rulers: as `descriptions.magnesium_scales_description.scale_rulers` returns them.
        label: name of the region.
    """

    _esm = bundle("scales_bar.js")
    _css = bundle("scales_bar.css")
    rulers: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)

    def __init__(self, rulers: Sequence[dict[str, Any]], label: str) -> None:
        """Open the strip; see the class."""
        super().__init__(rulers=list(rulers), label=label)

    def show(self, rulers: Sequence[dict[str, Any]]) -> None:
        """Move the marks."""
        self.rulers = list(rulers)
