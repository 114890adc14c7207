"""The section that holds the model against published measurements: chart, filters, story, and running them again."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from time import monotonic
from typing import Any

from widgets.descriptions.measurement_description import describe_measurements, measurement_finding
from widgets.descriptions.measurement_story import counted_verdicts, measured, measurement_story
from widgets.explorers.model_credibility.measurement_browser import MeasurementBrowser
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.long_run import LongRun, one_by_one
from widgets.figures.measurement_chart import measurement_chart
from widgets.physiology.measurement_topics import TOPICS, topics_of
from widgets.physiology.published_measurements import (
    PublishedMeasurement,
    Verdict,
    measurement_results,
    model_value,
    published_measurements,
    verdict,
)
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.wording import sentence

DRAW_EVERY_S = 0.5
CHOSEN_GROUND = "#E4EFED"
# Two results are called the same when they differ by less than this share of the band's width.
SAME_SHARE_OF_BAND = 0.001


class MeasurementSection:
    """Shows the shipped results at once; runs one or all again on request.

    Attributes:
        values: id -> the model's value, shipped or run again, in the measurement's unit.
        browser: filters, list and story.
        chart: the figure of what passes the filters.
        work: running all of them again.
    """

    def __init__(self, on_change: Callable[[str], None] = lambda _finding: None) -> None:
        """Open with every result on show.

        Args:
            on_change: called with the finding whenever results or filters change.
        """
        self._all = published_measurements()
        self._by_id = {measurement.id: measurement for measurement in self._all}
        self._ran: dict[str, str] = {}
        self._on_change = on_change
        self.values = dict(measurement_results())
        self.browser = MeasurementBrowser(("all", "predicted", "fitted"), ("all", *TOPICS))
        self.browser.chosen = self._all[0].id
        self._show_browser()
        self.chart = FigurePanel(**self._figure(), file_name="model_against_measurement", to_csv=self.results_csv)
        self.chart.on_pick(self._pick)
        self.work = LongRun(
            one_by_one(self._pieces), total=len(self._all), wording="credibility", prefix="rerun", on_end=self._end
        )
        self.browser.observe(lambda _change: self._filter(), names=["relation", "topic"])
        self.browser.observe(lambda _change: self._show_chosen(), names="chosen")
        self.browser.on_msg(self._act)

    @property
    def shown(self) -> tuple[PublishedMeasurement, ...]:
        """The measurements that pass both filters, in the order of the table."""
        relation, topic = self.browser.relation, self.browser.topic
        return tuple(
            measurement
            for measurement in self._all
            if relation in ("all", measurement.relation) and (topic == "all" or topic in topics_of(measurement))
        )

    @property
    def finding(self) -> str:
        """The title of the chart."""
        return measurement_finding(self.shown, self.values)

    def run_again(self) -> None:
        """Run the protocol of the chosen measurement with today's model."""
        self._run(self._by_id[self.browser.chosen])
        self._show()

    def results_csv(self) -> str:
        """Return every measurement with its band, the model's value and the verdict, one row each."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        own = ("model_value", "verdict")
        columns = ("id", "title", "published_text", "accepted_low", "accepted_high", "unit")
        origin = ("relation", "species", "temperature_C", "source", "checked")
        writer.writerow((*columns, *own, *origin))
        for measurement in self._all:
            row = {name: getattr(measurement, name) for name in (*columns, *origin)}
            row |= {"model_value": self.values[measurement.id], "verdict": self._verdict(measurement)}
            row["source"] = " ".join(measurement.source)
            writer.writerow([row[name] for name in (*columns, *own, *origin)])
        return text.getvalue()

    def _filter(self) -> None:
        ids = [measurement.id for measurement in self.shown]
        if ids and self.browser.chosen not in ids:
            self.browser.chosen = ids[0]
        self._show()

    def _show(self) -> None:
        self._show_browser()
        # A chart without rows would be an empty plot; the browser says why there is nothing.
        if self.shown:
            self.chart.show(**self._figure())
        self._on_change(self.finding)

    def _show_chosen(self) -> None:
        self._show_browser()
        self.chart.show(**self._figure())

    def _show_browser(self) -> None:
        shown = self.shown
        listed = [{"id": m.id, "label": self._listed(m)} for m in shown]
        counted = counted_verdicts([self._verdict(m) for m in shown])
        self.browser.show(listed, self.browser.chosen, self._card() if shown else {}, counted)

    def _listed(self, measurement: PublishedMeasurement) -> str:
        mark = sentence("credibility", f"mark_{self._verdict(measurement)}")
        return sentence("credibility", "browse_listed", mark=mark, title=measurement.title)

    def _verdict(self, measurement: PublishedMeasurement) -> Verdict:
        return verdict(measurement, self.values[measurement.id])

    def _card(self) -> dict[str, Any]:
        measurement = self._by_id[self.browser.chosen]
        story = measurement_story(measurement, self.values[measurement.id])
        return {
            "title": story.title,
            "verdict_key": story.verdict,
            "verdict": story.verdict_text,
            "mark": sentence("credibility", f"mark_{story.verdict}"),
            "numbers": [{"label": number.label, "text": number.text} for number in story.numbers],
            "done": story.done,
            "changed": list(story.changed),
            "settings": list(story.settings),
            "facts": [{"label": fact.label, "text": fact.text} for fact in story.facts],
            "small_print": [{"label": fact.label, "text": fact.text} for fact in story.small_print],
            "sources": [{"reference": source.reference, "link": source.link} for source in story.sources],
            "ran": self._ran.get(measurement.id, ""),
        }

    def _figure(self) -> dict[str, Any]:
        shown = self.shown
        figure = measurement_chart(shown, self.values)
        ids = [measurement.id for measurement in shown]
        if self.browser.chosen in ids:
            figure["layout"]["shapes"] = [_row_ground(ids.index(self.browser.chosen))]
        return {
            "figure": figure,
            "finding": self.finding,
            "description": describe_measurements(shown, self.values),
        }

    def _pick(self, _x: float, y: float) -> None:
        shown = self.shown
        row = round(y)
        if 0 <= row < len(shown):
            self.browser.chosen = shown[row].id

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        if message.get("action") == "run_again":
            self.run_again()

    def _run(self, measurement: PublishedMeasurement) -> None:
        """Run one again, and say how it went."""
        before = self.values[measurement.id]
        try:
            value = model_value(measurement)
        except ControlError:
            self._ran[measurement.id] = sentence("credibility", "card_ran_failed")
            return
        self.values[measurement.id] = value
        key = "card_ran_same" if _same(measurement, value, before) else "card_ran_other"
        said = {"value": measured(value, measurement), "before": measured(before, measurement)}
        self._ran[measurement.id] = sentence("credibility", key, **said)

    def _pieces(self, _choice: str) -> Iterator[None]:
        drawn_at = monotonic()
        for measurement in self._all:
            self._run(measurement)
            if monotonic() - drawn_at > DRAW_EVERY_S:
                self._show()
                drawn_at = monotonic()
            yield

    def _end(self) -> None:
        self._show()
        shipped = measurement_results()
        changed = sum(not _same(m, self.values[m.id], shipped[m.id]) for m in self._all)
        if changed and self.work.done == self.work.total:
            said = {"total": self.work.total, "changed": changed}
            self.work.sentence = sentence("credibility", "rerun_finished_changed", **said)


def _same(measurement: PublishedMeasurement, value: float, other: float) -> bool:
    return abs(value - other) <= SAME_SHARE_OF_BAND * (measurement.accepted_high - measurement.accepted_low)


def _row_ground(row: int) -> dict[str, Any]:
    """Return the tinted ground of the row whose story is told."""
    ends = {"x0": 0, "x1": 1, "y0": row - 0.5, "y1": row + 0.5, "xref": "paper", "yref": "y"}
    return {"type": "rect", **ends, "layer": "below", "fillcolor": CHOSEN_GROUND, "line": {"width": 0}}
