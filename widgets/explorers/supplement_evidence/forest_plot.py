"""Trials as a table with a mark for each: what was given to whom, what came out, and what all of them say together."""

from collections.abc import Callable, Iterable, Sequence

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, answers, shaped
from widgets.browser.plain_output import PlainOutput, figure_as_html, figure_as_text
from widgets.browser.source import Source
from widgets.browser.written_table import WrittenTable
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.control_panel import ControlJson, control_as_json
from widgets.figures.chart_style import FONT_FAMILY
from widgets.figures.forest import Forest
from widgets.pictures.forest_picture import forest_as_svg
from widgets.reference_data.citations import cite
from widgets.reference_data.controls import Control
from widgets.reference_data.wording import Wording, browser_words, words

# Names of the columns of the table, in `evidence_outcomes.json` behind "forest_".
COLUMNS = ("study", "magnesium", "placebo", "dose", "salt", "weeks", "bias", "effect", "weight")
PICTURE_COLUMNS = ("study", "people", "given", "effect", "weight")
# The control that leaves a trial out begins so.
SWITCH = "left_out_"


class ForestPlot(Part):
    """A real table, one row a trial, with a mark on an axis; filters and the way of pooling above it.

    Attributes:
        record: the page's state; the controls, and a switch for each trial that can be left out, are values of it.
        panel: the name under which these are reset together.
        finding: the title.
        description: the plot in words.
        forest: the rows, the axis, and what stands below the rows.
        notes: sentences below the table.
        controls: the way of pooling first, then filters.
        sources: source key -> every source that a control names.
        everything: values that count every trial again.
        file_name: name, without ending, of what is downloaded.
    """

    _esm = bundle("forest_plot.js")
    _css = bundle("forest_plot.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    panel = traitlets.Unicode().tag(sync=True)
    finding = traitlets.Unicode().tag(sync=True)
    description = traitlets.Unicode().tag(sync=True)
    forest = shaped(Forest)
    notes: "traitlets.List[str]" = traitlets.List().tag(sync=True)
    controls: "traitlets.List[ControlJson]" = traitlets.List().tag(sync=True)
    sources: "traitlets.Dict[str, Source]" = traitlets.Dict().tag(sync=True)
    everything: "traitlets.Dict[str, str | float | bool]" = traitlets.Dict().tag(sync=True)
    file_name = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        record: PageRecord,
        controls: Iterable[Control],
        switches: Iterable[str],
        *,
        panel: str,
        file_name: str,
        to_csv: Callable[[], str],
    ) -> None:
        """Be ready to show trials.

        Args:
            record: see the class.
            controls: see the class.
            switches: names of the controls that leave a trial out.
            panel: see the class.
            file_name: see the class.
            to_csv: returns the trials as CSV when they are asked for.
        """
        self._to_csv = to_csv
        controls, switches = list(controls), list(switches)
        _method, *filters = controls
        record.add_panel(panel, [control.name for control in controls] + switches)
        cited = {key: cite(key) for control in controls for key in control.source}
        own = browser_words("evidence_outcomes", "forest_")
        super().__init__(
            record=record,
            panel=panel,
            controls=[control_as_json(control) for control in controls],
            sources={key: {"reference": source.reference, "link": source.link} for key, source in cited.items()},
            everything={control.name: control.default for control in filters} | dict.fromkeys(switches, False),
            file_name=file_name,
            words={**words("control_panel"), **words("figure_panel"), **own},
        )

    def show(self, forest: Forest, *, finding: str, description: str, notes: Sequence[str]) -> None:
        """Show trials, in one message; see the class."""
        with self.hold_sync():
            self.forest, self.finding, self.description, self.notes = forest, finding, description, list(notes)

    def plain_output(self) -> PlainOutput:
        """Return the picture, the finding and the table."""
        finding, description = str(self.finding), str(self.description)
        table = self._table()
        svg = self._svg()
        shown = figure_as_html(finding, description, svg, table)
        return PlainOutput(figure_as_text(finding, description, table), shown, svg)

    @answers("csv")
    def data_as_csv(self) -> bytes:
        """Return the trials as CSV."""
        return self._to_csv().encode()

    @answers("picture")
    def picture(self) -> bytes:
        """Return the plot as an SVG document."""
        return self._svg().encode()

    def _svg(self) -> str:
        said = words("evidence_outcomes")
        columns = [said[f"forest_column_{name}"] for name in PICTURE_COLUMNS]
        return forest_as_svg(
            self.forest, columns, title=str(self.finding), description=str(self.description), font=FONT_FAMILY
        )

    def _table(self) -> WrittenTable:
        said, forest = words("evidence_outcomes"), self.forest
        columns = [said[f"forest_column_{name}"] for name in (*COLUMNS, "why")]
        trials = [
            [
                trial["study"],
                trial["magnesium"],
                trial["placebo"],
                trial["dose"],
                trial["salt"],
                trial["weeks"],
                trial["bias_label"],
                trial["effect"],
                trial["weight"],
                trial["why"],
            ]
            for trial in forest["trials"]
        ]
        blank = [""] * (len(columns) - 4)
        summaries = [
            [summary["label"], *blank, summary["effect"], "", summary["note"]] for summary in forest["summaries"]
        ]
        return WrittenTable(forest["caption"], columns, [*trials, *summaries])
