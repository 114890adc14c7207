"""One colour, line and marker for each substance, the same in every figure and in the sarcomere.

Hue means substance, dash means place or run, shape means kind of thing: never colour alone. The tones were chosen for
contrast on white and for distance under simulated colour-vision deficiencies; `tests/figures` measures both.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ink:
    """How one thing is drawn: line colour, a darker tone for text, plotly dash, and line width in px."""

    line: str
    text: str
    dash: str
    width_px: float


CALCIUM = Ink(line="#D55E00", text="#A84300", dash="solid", width_px=2.5)
CALCIUM_IN_STORE = Ink(line="#D55E00", text="#A84300", dash="dash", width_px=2.5)
MAGNESIUM = Ink(line="#0072B2", text="#005A8C", dash="dashdot", width_px=2.5)
FORCE = Ink(line="#1A1A1A", text="#1A1A1A", dash="solid", width_px=3)
ATP = Ink(line="#CC79A7", text="#8A3D68", dash="dot", width_px=2.5)
NERVE = Ink(line="#4A4A4A", text="#4A4A4A", dash="solid", width_px=1.5)
KEPT_RUN = Ink(line="#767676", text="#5C5C5C", dash="solid", width_px=1.5)
