"""One colour, line and marker for each substance, the same in every figure and in the sarcomere.

Hue means substance, dash means place or run, shape means kind of thing: never colour alone. The tones were chosen for
contrast on white and for distance under simulated colour-vision deficiencies; `tests/figures` measures both.
"""

from dataclasses import dataclass

from widgets.browser.colours import colour


@dataclass(frozen=True, slots=True)
class Ink:
    """How one thing is drawn: line colour, a darker tone for text, plotly dash, and line width in px."""

    line: str
    text: str
    dash: str
    width_px: float


CALCIUM = Ink(line=colour("calcium"), text=colour("calcium-text"), dash="solid", width_px=2.5)
CALCIUM_IN_STORE = Ink(line=colour("calcium"), text=colour("calcium-text"), dash="dash", width_px=2.5)
MAGNESIUM = Ink(line=colour("magnesium"), text=colour("magnesium-text"), dash="dashdot", width_px=2.5)
FORCE = Ink(line=colour("force"), text=colour("force-text"), dash="solid", width_px=3)
ATP = Ink(line=colour("atp"), text=colour("atp-text"), dash="dot", width_px=2.5)
NERVE = Ink(line=colour("nerve"), text=colour("nerve-text"), dash="solid", width_px=1.5)
KEPT_RUN = Ink(line=colour("kept-run"), text=colour("kept-run-text"), dash="solid", width_px=1.5)
