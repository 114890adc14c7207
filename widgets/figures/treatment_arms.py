"""How both groups of a trial did: two bars, and where chance leaves room for the second."""

from typing import Any

from widgets.browser.colours import colour
from widgets.evidence.other_treatments import TreatmentResult
from widgets.figures.chart_style import FONT_SIZE_PX, INK, QUIET_INK, base_layout, panel_heading, time_axis
from widgets.figures.figure_meta import LineMeta
from widgets.figures.ion_palette import KEPT_RUN
from widgets.reference_data.amounts import number_in_words, unit_in_words
from widgets.reference_data.model_names import as_heading
from widgets.reference_data.wording import sentence

FIGURE_HEIGHT_PX = 190
BAR_WIDTH = 0.36
# Each bar lies in the lower half of its row, and its name in the upper half.
BELOW_NAME = 0.2
OTHERS, TREATED = 1.0, 0.0
ROOM_SHARE = 0.06
DIGITS = 4


def draw_treatment_arms(result: TreatmentResult, treatment: str) -> dict[str, Any]:
    """Return the figure of one result, in its own unit.

    The lines are always three: the others, the treated, and the interval of the treated, empty where there is none.

    Raises:
        ValueError: it is not known how both groups did.
    """
    if result.arms is None:
        raise ValueError(f"{result.id} does not tell how both groups did.")
    without, treated = result.arms
    ends = _interval(result)
    layout = base_layout(FIGURE_HEIGHT_PX) | {
        "margin": {"l": 10, "r": 14, "t": 8, "b": 44},
        "barmode": "overlay",
        "xaxis": _axis(unit_in_words(result.value_unit), _limits(without, treated, *ends)),
        "yaxis": {"range": [-0.5, 1.62], "fixedrange": True, "visible": False},
        "annotations": [
            _name("arms_others", OTHERS, control=as_heading(result.control_text), value=_number(without)),
            _name("arms_treated", TREATED, treatment=treatment, value=_number(treated)),
        ],
        "meta": {
            "table": {
                "columns": [
                    sentence("other_treatments", "column_group"),
                    sentence("other_treatments", "column_value", unit=as_heading(unit_in_words(result.value_unit))),
                ],
                "rows": [[as_heading(result.control_text), _number(without)], [treatment, _number(treated)]],
            }
        },
    }
    lines = [
        _bar("arms_others_name", without, OTHERS, {"color": KEPT_RUN.line}),
        _bar("arms_treated_name", treated, TREATED, _light_with_edge()),
        _whisker(ends),
    ]
    return {"data": lines, "layout": layout}


def _interval(result: TreatmentResult) -> tuple[float, ...]:
    """Return where the value of the treated can lie, or nothing where no interval was published."""
    if result.low is None or result.high is None:
        return ()
    if result.measure == "per_thousand":
        return result.low, result.high
    if result.measure != "mean_difference" or result.without_value is None:
        return ()
    return result.without_value + result.low, result.without_value + result.high


def _axis(unit: str, limits: tuple[float, float]) -> dict[str, Any]:
    title = {"text": unit, "standoff": 4, "font": {"size": FONT_SIZE_PX - 1, "color": QUIET_INK}}
    return time_axis("", limits, "y") | {"title": title, "zeroline": True, "zerolinecolor": INK}


def _limits(*values: float) -> tuple[float, float]:
    """Return an axis that holds zero and every value, with a little room beyond them."""
    lowest, highest = min(0.0, *values), max(0.0, *values)
    room = ROOM_SHARE * (highest - lowest)
    return lowest - room if lowest < 0 else 0.0, highest + room if highest > 0 else 0.0


def _bar(key: str, value: float, row: float, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": sentence("other_treatments", key),
        "meta": LineMeta(run="this_run", readout=False, bar=key),
        "x": (value,),
        "y": (row - BELOW_NAME,),
        "width": BAR_WIDTH,
        "marker": marker,
        "hoverinfo": "skip",
    }


def _light_with_edge() -> dict[str, Any]:
    """Return the look of a bar over which a thin dark line can be seen."""
    return {"color": colour("accent-soft"), "line": {"color": colour("accent"), "width": 2}}


def _whisker(ends: tuple[float, ...]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": sentence("other_treatments", "arms_interval_name"),
        "meta": LineMeta(run="this_run", readout=False, line="interval"),
        "x": ends,
        "y": tuple(TREATED - BELOW_NAME for _ in ends),
        "line": {"color": INK, "width": 2, "dash": "solid"},
        "marker": {
            "color": INK,
            "size": 11,
            "symbol": ["line-ns-open"] * len(ends),
            "line": {"width": 2, "color": INK},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _name(key: str, row: float, **values: object) -> dict[str, Any]:
    label = panel_heading(sentence("other_treatments", key, **values), INK, row + 0.02)
    return label | {"yref": "y", "font": {"color": INK, "size": FONT_SIZE_PX}}


def _number(value: float) -> str:
    return number_in_words(value, DIGITS)
