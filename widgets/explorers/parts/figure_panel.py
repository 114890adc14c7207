"""A figure with everything that belongs to it: finding, read-out, playhead, description, data table, downloads.

Figures arrive as plain dicts and are drawn by plotly.js in the browser. plotly's Python package stays out of the page's
kernel: its `FigureWidget` sends 5 MB of script to each page and takes a second of each kernel's start
(`tests/benchmarks` measures both).
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.float_arrays import float32_bytes
from widgets.browser.part import Part, answers
from widgets.browser.plain_output import PlainOutput
from widgets.explorers.parts.figure_shape import NamedLine
from widgets.reference_data.wording import words

if TYPE_CHECKING:
    import plotly.graph_objects

_PLOTLY = "plotly-cartesian.min.js"


def plotly_figure(figure: Mapping[str, Any]) -> "plotly.graph_objects.Figure":
    """Return a figure dict as plotly's own Figure, to change and save with plotly's tools in a student's own cell.

    Raises:
        ValueError: a property is not one that plotly knows (plotly's own message).
    """
    import plotly.graph_objects  # noqa: PLC0415 - a second of import that only a student's own cell should pay

    return plotly.graph_objects.Figure(figure)


class FigurePanel(Part):
    """One figure on a page. `show` draws a new state of it; only arrays that changed travel, as 32-bit floats.

    Attributes:
        playhead: the clock whose time the line on the figure shows and sets, or None.
        finding: the title, a sentence that states what the figure shows.
        description: the figure in words.
        waiting: whether there is nothing to draw yet; the panel is then not shown.
    """

    _esm = bundle("figure_panel.js")
    _css = bundle("figure_panel.css")
    playhead = anywidget.WidgetTrait().tag(sync=True)
    words: "traitlets.Dict[str, str]" = traitlets.Dict().tag(sync=True)
    finding = traitlets.Unicode().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    file_name = traitlets.Unicode().tag(sync=True)
    can_fit = traitlets.Bool(False).tag(sync=True)
    can_pick = traitlets.Bool(False).tag(sync=True)
    can_tell = traitlets.Bool(False).tag(sync=True)
    waiting = traitlets.Bool(False).tag(sync=True)
    figure_layout: "traitlets.Dict[str, object]" = traitlets.Dict().tag(sync=True)
    lines: "traitlets.List[NamedLine]" = traitlets.List().tag(sync=True)

    def __init__(
        self,
        figure: Mapping[str, Any],
        *,
        finding: str,
        description: str,
        file_name: str,
        to_csv: Callable[[], str],
        playhead: object = None,
        waiting: bool = False,
    ) -> None:
        """Open the panel with its first figure: a page must never show an empty plot.

        Args:
            figure: plotly figure as a dict; the arrays `x` and `y` of its lines may be any sequence of numbers,
                `z` any sequence of rows of numbers.
            finding: see the class.
            description: see the class.
            file_name: name, without ending, of what "Download" saves.
            to_csv: returns the data behind the figure when it is asked for.
            playhead: see the class.
            waiting: see the class.
        """
        self._to_csv = to_csv
        lines, columns = _split(figure["data"])
        # One trait per array lets traitlets itself find what changed, and nothing else is sent.
        self.add_traits(**{name: traitlets.Bytes().tag(sync=True) for name in columns})
        super().__init__(
            lines=lines,
            figure_layout=dict(figure["layout"]),
            finding=finding,
            description=description,
            file_name=file_name,
            playhead=playhead,
            waiting=waiting,
            words=dict(words("figure_panel")),
            **columns,
        )

    def on_fit(self, fit: Callable[[], None]) -> None:
        """Offer a button that fits the axes again, and call `fit` when it is pressed."""
        self._fit = fit
        self.can_fit = True

    def on_pick(self, pick: Callable[[float, float], None]) -> None:
        """Call `pick` with the place, on the figure's first two axes, that is clicked or tapped.

        A shortcut only: whatever can be picked must have a control of its own as well.
        """
        self._pick = pick
        self.can_pick = True

    def on_tell(self, tell: Callable[[float, float], str]) -> None:
        """Offer a mark that keys move over the figure's cells; `tell` gives the sentence on a place."""
        self._tell = tell
        self.can_tell = True

    def show(self, figure: Mapping[str, Any], finding: str, description: str) -> None:
        """Draw a new state of the same figure, in one message. The number of lines must stay the same."""
        lines, columns = _split(figure["data"])
        with self.hold_sync():
            self.lines = lines
            self.figure_layout = dict(figure["layout"])
            self.finding = finding
            self.description = description
            self.waiting = False
            for name, column in columns.items():
                setattr(self, name, column)

    def plain_output(self) -> PlainOutput | None:
        """Return finding, picture and numbers; nothing where there is no figure yet."""
        if self.waiting:
            return None
        # Here, because no page that a browser draws needs it.
        from widgets.explorers.parts.figure_plainly import plain_figure  # noqa: PLC0415

        figure = {"data": self._data(), "layout": self.figure_layout}
        return plain_figure(figure, str(self.finding), str(self.description))

    def _data(self) -> list[dict[str, Any]]:
        """Return the lines with their arrays."""
        data = []
        for line in self.lines:
            named: dict[str, Any] = dict(line)
            x, y = (list(array("f", getattr(self, line[axis]))) for axis in ("x", "y"))
            named |= {"x": x, "y": y}
            if "z" in line:
                values = array("f", getattr(self, line["z"]))
                named["z"] = [values[i : i + len(x)] for i in range(0, len(values), len(x))]
            data.append(named)
        return data

    @answers("plotly")
    def hand_over_plotly(self) -> bytes:
        """Return plotly.js. Asked only where the site's frame is absent (JupyterLab), once for each browser page."""
        return bundle(_PLOTLY).read_bytes()

    @answers("csv")
    def data_as_csv(self) -> bytes:
        """Return the data behind the figure."""
        return self._to_csv().encode()

    @answers("fit")
    def fit(self) -> None:
        """Fit the axes, where the page offers it."""
        if self.can_fit:
            self._fit()

    @answers("tell")
    def tell(self, x: float, y: float) -> bytes | None:
        """Return the sentence on a place of the figure's first two axes, where the page offers it."""
        return self._tell(x, y).encode() if self.can_tell else None

    @answers("pick")
    def pick(self, x: float, y: float) -> None:
        """Pick a place on the figure's first two axes, where the page offers it."""
        if self.can_pick:
            self._pick(x, y)


def _split(data: Iterable[Mapping[str, Any]]) -> tuple[list[NamedLine], dict[str, bytes]]:
    """Return the lines with column names in place of their arrays, and the columns by name.

    Lines that share the very same sequence (a time axis) share its column.
    """
    columns: dict[str, bytes] = {}
    packed: dict[int, bytes] = {}

    def column(name: str, values: Sequence[float]) -> str:
        columns[name] = packed.setdefault(id(values), float32_bytes(values))
        return name

    lines: list[NamedLine] = []
    for i, line in enumerate(data):
        named = {axis: column(f"column_{i}_{axis}", line[axis]) for axis in ("x", "y")}
        if "z" in line:
            columns[f"column_{i}_z"] = float32_bytes(chain.from_iterable(line["z"]))
            named["z"] = f"column_{i}_z"
        lines.append(cast(NamedLine, {**line, **named}))
    return lines, columns
