"""The section on a pull of a minute, against the claim that by-products of work cause cramp."""

import csv
import io
from typing import Any

from widgets.descriptions.sustained_pull_description import describe_sustained, sustained_finding, sustained_notes
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.frame.view_controls import choice_control
from widgets.explorers.parts.choice_buttons import ChoiceButtons
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.sustained_pull_traces import draw_sustained_pull, no_sustained_pull_yet
from widgets.physiology.sustained_pull import SustainedPull, sustained_pull
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.controls import Control
from widgets.reference_data.wording import sentence

RATES_HZ = (20.0, 30.0, 50.0)
START_RATE_HZ = 30.0
RATE = "fatigue_rate_Hz"
TRACES = ("force_percent", "inorganic_phosphate_mM", "pH")
CSV_ROWS = 620


class SustainedSection(Section[SustainedPull | None, None]):
    """A minute's pull, computed when a reader first comes near: it takes a second.

    Attributes:
        found: the minute on show, or None.
        rates: signals a second at a press.
        traces: force, phosphate and acid over the minute; not shown before it is computed.
        notes: the claim, what the model shows, and what stays open.
    """

    def __init__(self, record: PageRecord) -> None:
        """Be ready; nothing is computed yet."""
        self._is_near = False
        self._known: dict[str, SustainedPull] = {}
        super().__init__(record, [RATE], kept_names=())
        self.rates = ChoiceButtons(
            sentence("low_magnesium", "rates_label"),
            [
                {"value": f"{rate:g}", "label": sentence("low_magnesium", "rate_choice", rate=number_in_words(rate))}
                for rate in RATES_HZ
            ],
            [str(record.values[RATE])],
            on_press=self._press,
            on_seen=self.come_near,
        )
        self.traces = FigurePanel(
            no_sustained_pull_yet(),
            finding=sentence("low_magnesium", "fatigue_waiting"),
            description="",
            file_name="pull_of_a_minute",
            to_csv=self._as_csv,
            waiting=True,
        )
        self.notes = NoteList("", sustained_notes(None))

    @property
    def pull(self) -> SustainedPull | None:
        """The minute on show, or None."""
        return self.found

    def solve(self, values: Values) -> SustainedPull | None:
        """Return the minute at this many signals a second, or None while nobody is near."""
        rate = str(values[RATE])
        if not self._is_near:
            return None
        if rate not in self._known:
            self._known[rate] = sustained_pull(float(rate))
        return self._known[rate]

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show the minute."""
        self.rates.pressed = [str(self.record.shown.values[RATE])]
        if self.found is not None:
            self.traces.show(**self._figure(self.found))
            self.notes.show(sustained_notes(self.found))

    def come_near(self) -> None:
        """Compute the minute, because somebody comes to see it."""
        if self._is_near:
            return
        self._is_near = True
        self.found = self.solve(self.own(self.record.shown.values))
        self.show()

    def _press(self, rate: str) -> None:
        self.come_near()
        self.record.set(**{RATE: rate})

    def _figure(self, pull: SustainedPull) -> dict[str, Any]:
        return {
            "figure": draw_sustained_pull(pull),
            "finding": sustained_finding(pull),
            "description": describe_sustained(pull),
        }

    def _as_csv(self) -> str:
        if self.found is None:
            return ""
        run = self.found.tired
        times = [run.time_ms[-1] * i / CSV_ROWS for i in range(CSV_ROWS + 1)]
        columns = {f"{trace}_with_by_products": run.resampled(trace, times) for trace in TRACES}
        columns["force_percent_without"] = self.found.without.resampled("force_percent", times)
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["time_ms", *columns])
        writer.writerows(zip(times, *columns.values(), strict=True))
        return text.getvalue()


def sustained_controls() -> dict[str, Control]:
    """Return every control of the section by name."""
    rates = [f"{rate:g}" for rate in RATES_HZ]
    return {RATE: choice_control(RATE, sentence("low_magnesium", "rates_label"), rates, f"{START_RATE_HZ:g}")}
