"""The section on a pull of a minute, against the claim that by-products of work cause cramp."""

import csv
import io
from typing import Any

from widgets.descriptions.sustained_pull_description import describe_sustained, sustained_finding, sustained_notes
from widgets.explorers.parts.choice_buttons import ChoiceButtons
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.note_list import NoteList
from widgets.figures.sustained_pull_traces import draw_sustained_pull, no_sustained_pull_yet
from widgets.physiology.sustained_pull import SustainedPull, sustained_pull
from widgets.reference_data.amounts import number_in_words
from widgets.reference_data.wording import sentence

RATES_HZ = (20.0, 30.0, 50.0)
START_RATE_HZ = 30.0
TRACES = ("force_percent", "inorganic_phosphate_mM", "pH")
CSV_ROWS = 620


class SustainedSection:
    """A minute's pull, computed when a reader first comes near: it takes a second.

    Attributes:
        rates: signals a second at a press.
        traces: force, phosphate and acid over the minute; not shown before it is computed.
        notes: the claim, what the model shows, and what stays open.
        pull: the minute on show, or None.
    """

    def __init__(self) -> None:
        """Be ready; nothing is computed yet."""
        self.pull: SustainedPull | None = None
        self._known: dict[float, SustainedPull] = {}
        self.rates = ChoiceButtons(
            sentence("low_magnesium", "rates_label"),
            [
                {"value": f"{rate:g}", "label": sentence("low_magnesium", "rate_choice", rate=number_in_words(rate))}
                for rate in RATES_HZ
            ],
            [f"{START_RATE_HZ:g}"],
            on_press=lambda value: self.show(float(value)),
            on_seen=lambda: self.show(START_RATE_HZ) if self.pull is None else None,
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

    def show(self, rate_Hz: float) -> None:
        """Show a minute at this many signals a second.

        Raises:
            ControlError: the rate is out of range.
        """
        self.rates.pressed = [f"{rate_Hz:g}"]
        if rate_Hz not in self._known:
            self._known[rate_Hz] = sustained_pull(rate_Hz)
        self.pull = self._known[rate_Hz]
        self.traces.show(**self._figure(self.pull))
        self.notes.show(sustained_notes(self.pull))

    def _figure(self, pull: SustainedPull) -> dict[str, Any]:
        return {
            "figure": draw_sustained_pull(pull),
            "finding": sustained_finding(pull),
            "description": describe_sustained(pull),
        }

    def _as_csv(self) -> str:
        if self.pull is None:
            return ""
        run = self.pull.tired
        times = [run.time_ms[-1] * i / CSV_ROWS for i in range(CSV_ROWS + 1)]
        columns = {f"{trace}_with_by_products": run.resampled(trace, times) for trace in TRACES}
        columns["force_percent_without"] = self.pull.without.resampled("force_percent", times)
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["time_ms", *columns])
        writer.writerows(zip(times, *columns.values(), strict=True))
        return text.getvalue()
