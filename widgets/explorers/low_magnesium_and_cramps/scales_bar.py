"""The three scales of magnesium as a strip that stays in view while the page is read."""

from collections.abc import Sequence

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.descriptions.magnesium_scales_description import ScaleRuler


class ScalesBar(Part):
    """Three small rulers beside each other.

    Attributes:
        rulers: from left to right.
        label: name of the region.
    """

    _esm = bundle("scales_bar.js")
    _css = bundle("scales_bar.css")
    rulers: "traitlets.List[ScaleRuler]" = traitlets.List().tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)

    def __init__(self, rulers: Sequence[ScaleRuler], label: str) -> None:
        """Open the strip; see the class."""
        super().__init__(rulers=list(rulers), label=label)

    def show(self, rulers: Sequence[ScaleRuler]) -> None:
        """Move the marks."""
        self.rulers = list(rulers)
