"""All that a page tells its browser, and which of it a learner reads."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import ipywidgets
import traitlets

from widgets.explorers.model_credibility.model_mathematics import ModelMathematics
from widgets.reference_data.citations import cite
from widgets.reference_data.data_package import read_table
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.pseudo_language import left_in_english

# Names for programs, not for people, by what they belong to: ids, files, colours, plotly's own settings.
OF_WIDGETS = """
    _anywidget_id _esm _css _dom_classes _model_module _model_name _view_module _view_name _model_module_version
    _view_module_version _view_count benches places playhead file_name selected_part selected_phase language
    page pages answers trace_of_part values kept level levels direction cause situation topic relation chosen pull
    choice pressed place opened marks
"""
OF_RECORDS = """
    id key scale level source default checked certainty role link reference situation media_type verdict_key trace run
    bar line kind by urgency standing
"""
OF_FIGURES = """
    type mode xref yref xaxis yaxis xanchor yanchor anchor side dash symbol color colorscale fillcolor fgcolor bgcolor
    gridcolor outlinecolor tickcolor zerolinecolor paper_bgcolor plot_bgcolor family layer barmode hoverinfo hovermode
    uirevision tickmode ticks textposition insidetextanchor orientation align shape x y z coloring separators
"""
NAMES = frozenset(f"{OF_WIDGETS} {OF_RECORDS} {OF_FIGURES}".split())
# The same names mean something to read elsewhere.
NAMES_AT = re.compile(
    r"(ControlPanel|CaseBuilder)\.name"
    r"|ControlPanel\.(controls|presets)\[\d+\]\.(name|group)"
    r"|CaseBuilder\.(presets|groups\[\d+\]\.controls)\[\d+\]\.name"
    r"|CauseBrowser\.(shown\[\d+\]|filters\[\d+\]\.(name|choices\[\d+\]\.value))"
    r"|ClaimBrowser\.claims\[\d+\]\.(verdict|section|opposites\[\d+\])"
    r"|ClaimBrowser\.(shown\[\d+\]|pairs\[\d+\]\[\d+\]|tallies\[\d+\]\.counts\[\d+\]\.verdict)"
    r"|ClaimBrowser\.filters\[\d+\]\.(name|control|choices\[\d+\]\.value)"
    r"|ForestPlot\.(panel|everything\..*|controls\[\d+\]\.(name|group)|forest\.trials\[\d+\]\.(state|switch|bias))"
    r"|\w+\.(choices|relations|topics|kinds|pulls)\[\d+\]\.value"
)
# What is the same in every language though it is written in letters.
SAME_EVERYWHERE = re.compile(
    r"<[^<>]*>"
    r"|COPASI|libRoadRunner|SciPy \w+|SBML|Antimony|Tellurium|VCell"
    r"|[A-Z][\w-]+( [A-Z]\w+)? (19|20)\d\d|Rosenbaum \(NCT\d+\)"
    r"|\b(RDAs?|PRIs?|AIs?|ADP|NAM|EFSA|max|min|exp|ln|log10)\b"
)


def widgets_of(widget: ipywidgets.Widget, seen: set[str] | None = None) -> Iterator[ipywidgets.Widget]:
    """The widget and every widget that one of its traits holds."""
    seen = set() if seen is None else seen
    if widget.model_id in seen:
        return
    seen.add(widget.model_id)
    yield widget
    for name in widget.keys:
        value = getattr(widget, name)
        if isinstance(value, traitlets.HasTraits) and isinstance(value, ipywidgets.Widget):
            yield from widgets_of(value, seen)


def texts_of(page: ipywidgets.Widget) -> Iterator[tuple[str, str]]:
    """Where a text stands, and the text: everything that may be read on a page."""
    for widget in widgets_of(page):
        for name in widget.keys:
            if name not in NAMES:
                yield from _texts(f"{type(widget).__name__}.{name}", getattr(widget, name))
        if isinstance(widget, ModelMathematics):
            yield from _texts("ModelMathematics.sections", json.loads(zlib.decompress(widget.sections)))


def english_on(page: ipywidgets.Widget) -> dict[str, str]:
    """Every text of a page that still holds a word of plain English, by its place."""
    return {place: text for place, text in texts_of(page) if left_words(text)}


def left_words(text: str) -> set[str]:
    """The words of plain English in a text, but for references, names of the model's file, and what stays the same."""
    for reference in _references():
        text = text.replace(reference, "")
    for name in _model_ids():
        text = text.replace(name, "")
    return set(left_in_english(SAME_EVERYWHERE.sub("", text)))


@cache
def _references() -> tuple[str, ...]:
    """Sources are called what their authors called them."""
    return tuple(cite(row.text("id")).reference for row in read_table("sources"))


@cache
def _model_ids() -> tuple[str, ...]:
    """What stands in the model's file, and its symbols, longest first."""
    names = [name for parameter in model_parameters().values() for name in (parameter.id, parameter.symbol) if name]
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def _texts(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if NAMES_AT.fullmatch(place):
        return
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key not in NAMES:
                yield from _texts(f"{place}.{key}", inner)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from _texts(f"{place}[{number}]", inner)
