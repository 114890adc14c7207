"""Fonts, axes and margins that every figure shares, in plotly's own terms."""

from collections.abc import Iterable
from typing import Any

from widgets.browser.colours import colour
from widgets.reference_data.amounts import separators, unit_in_words
from widgets.reference_data.wording import sentence

FONT_FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
INK = colour("ink")
QUIET_INK = colour("quiet-ink")
GRID = colour("line")
FONT_SIZE_PX = 14


def base_layout(height_px: int) -> dict[str, Any]:
    """Return the layout every figure starts from: our font, no plotly background, no dragging, no animation."""
    return {
        "height": height_px,
        "autosize": True,
        "margin": {"l": 44, "r": 12, "t": 44, "b": 44},
        "font": {"family": FONT_FAMILY, "size": FONT_SIZE_PX, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "uirevision": "keep",
        # The language's signs before decimals and between thousands, for the numbers that plotly itself writes.
        "separators": separators(),
    }


def in_lines(texts: Iterable[str]) -> str:
    """Return texts below one another, as plotly writes them; empty ones are left out."""
    return "<br>".join(filter(None, texts))


def bold(text: str) -> str:
    """Return a text in bold letters, as plotly writes them."""
    return f"<b>{text}</b>"


def in_unit(label: str, unit: str) -> str:
    """Return the heading of what is drawn, with its unit where that has a name: a pH has none."""
    said = unit_in_words(unit)
    return sentence("figures", "in_unit", label=label, unit=said) if said else label


def value_axis(domain: tuple[float, float], limits: tuple[float, float]) -> dict[str, Any]:
    """Return a y axis from `limits[0]` to `limits[1]` in its own band of the figure, with three or four quiet ticks."""
    return {
        "domain": list(domain),
        "range": list(limits),
        "fixedrange": True,
        "nticks": 4,
        "gridcolor": GRID,
        "zerolinecolor": GRID,
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }


def time_axis(title: str, limits: tuple[float, float], anchor: str) -> dict[str, Any]:
    """Return the shared time axis, named `title`, drawn below the panel of the y axis `anchor`."""
    return {
        "range": list(limits),
        "fixedrange": True,
        "anchor": anchor,
        "title": {"text": title, "standoff": 6},
        "gridcolor": GRID,
        "zeroline": False,
        "tickfont": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK},
    }


def panel_heading(text: str, color: str, top: float) -> dict[str, Any]:
    """Return the label of one panel, at its upper left, in the colour of its line."""
    return {
        "text": text,
        "font": {"color": color, "size": FONT_SIZE_PX},
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": top,
        "xanchor": "left",
        "yanchor": "bottom",
        # The playhead runs behind it.
        "bgcolor": colour("card"),
        "borderpad": 1,
        "showarrow": False,
    }


def upper_limit(highest: float) -> float:
    """Return the least 1, 2, 3, 5 or 8 times a power of ten that leaves a little room above `highest`."""
    tenfold = 1e-6
    while tenfold * 10 < highest:
        tenfold *= 10
    steps = (1, 2, 3, 5, 8, 10, 20)
    return next(step * tenfold for step in steps if step * tenfold >= 1.05 * highest)
