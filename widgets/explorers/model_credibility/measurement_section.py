"""The section that holds the model against published results: chart, filters, story, and running them again."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from types import MappingProxyType
from typing import Any

from widgets.descriptions.curve_description import curve_finding, describe_curve
from widgets.descriptions.measurement_description import describe_measurements, measurement_finding
from widgets.descriptions.measurement_story import counted_verdicts, measurement_story, model_text
from widgets.descriptions.strength_description import fitted_constants_description, strength_groups
from widgets.descriptions.tally import TallyGroup
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.frame.view_controls import choice_control
from widgets.explorers.model_credibility.measurement_browser import (
    MeasurementBrowser,
    MeasurementCard,
    MeasurementEntry,
)
from widgets.explorers.model_credibility.tally_list import TallyList
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.long_run import LongRun, one_by_one
from widgets.figures.measurement_chart import measurement_chart
from widgets.figures.published_curve import draw_published_curve
from widgets.physiology.measurement_topics import TOPICS, topics_of
from widgets.physiology.published_measurements import (
    Band,
    PublishedMeasurement,
    Sign,
    measurement_results,
    model_value,
)
from widgets.physiology.published_results import PublishedResult, Verdict, published_results, strength, verdict
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import Control
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.wording import sentence, words

DRAW_EVERY_S = 0.5
RELATIONS = ("all", "predicted", "fitted")
# Two answers are called the same when they differ by less than this share of the band's width, or of the least
# difference that counts.
SAME_SHARE_OF_SCALE = 0.001


@dataclass(frozen=True, slots=True)
class MeasurementsFound:
    """The results that pass both filters, in the order of the table, and the one that is told of."""

    shown: tuple[PublishedResult, ...]
    chosen: PublishedResult


class MeasurementSection(Section[MeasurementsFound, None]):
    """Shows the shipped results at once; runs one or all again on request.

    Attributes:
        found: which of them are on show.
        values: id -> the model's value, shipped or run again, in the measurement's unit.
        browser: filters, list and story.
        strengths: how many results prove how much, whatever the filters show.
        chart: the figure of what passes the filters.
        curve: the figure of the chosen one, shown where it is a curve.
        work: running all of them again.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open with the results that the record asks for."""
        self._ran: dict[str, str] = {}
        self.values = dict(measurement_results())
        super().__init__(record, measurement_controls(), kept_names=())
        self.strengths = TallyList(*self._strengths(), notes=[fitted_constants_description(published_results())])
        self.curve = FigurePanel(
            **self._curve_figure(), file_name="curve_against_measurement", to_csv=self.results_csv, waiting=True
        )
        self.chart = FigurePanel(**self._figure(), file_name="model_against_measurement", to_csv=self.results_csv)
        self.chart.on_pick(self._pick)
        self.browser = MeasurementBrowser(
            record, RELATIONS, ("all", *TOPICS), chart=self.chart, curve=self.curve, on_again=self.run_again
        )
        self._show_browser()
        self.work = LongRun(
            one_by_one(self._pieces),
            total=len(published_results()),
            wording="credibility",
            prefix="rerun",
            on_end=self._end,
        )

    def settled(self, values: Values) -> Values:
        """Tell of the first that passes the filters, where the chosen one does not."""
        ids = [result.id for result in _passing(values)]
        return values if not ids or values["measurement"] in ids else {**values, "measurement": ids[0]}

    def solve(self, values: Values) -> MeasurementsFound:
        """Return which results are asked for."""
        return MeasurementsFound(_passing(values), _by_id()[str(values["measurement"])])

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show list, story and chart."""
        self._show_browser()
        # A chart without rows would be an empty plot; the browser says why there is nothing.
        if self.found.shown:
            self.chart.show(**self._figure())

    def said(self) -> str:
        """Return the title of the chart."""
        return measurement_finding(self.found.shown, self.values)

    def run_again(self) -> None:
        """Run the protocol of the chosen result with today's model."""
        self._run(self.found.chosen)
        self._show_results()

    def results_csv(self) -> str:
        """Return every measurement with what is accepted, the model's value, verdict and strength, one row each.

        Points of a curve have the verdict of the curve.
        """
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        about = ("id", "title", "curve", "published_text", "published_value")
        accepted = ("accepted_low", "accepted_high", "direction", "smallest_difference", "unit")
        origin = ("relation", "species", "temperature_C", "source", "checked")
        writer.writerow((*about, *accepted, "model_value", "verdict", "strength", *origin))
        for result in published_results():
            found = {"verdict": self._verdict(result), "strength": strength(result, self.values)}
            for point in result.points:
                row = {name: getattr(point, name) for name in (*about, "unit", *origin)} | found
                row |= _accepted_columns(point) | {"model_value": self.values[point.id]}
                row["source"] = " ".join(point.source)
                writer.writerow([row.get(name) for name in (*about, *accepted, "model_value", *found, *origin)])
        return text.getvalue()

    def _show_results(self) -> None:
        self.show()
        self.strengths.show(*self._strengths())
        self.record.sentence = self.said()

    def _strengths(self) -> tuple[str, tuple[TallyGroup, ...]]:
        results = published_results()
        return measurement_finding(results, self.values), strength_groups(results, self.values)

    def _show_browser(self) -> None:
        shown = self.found.shown
        listed: list[MeasurementEntry] = [{"id": result.id, "label": self._listed(result)} for result in shown]
        counted = counted_verdicts([self._verdict(result) for result in shown])
        self.browser.show(listed, self._card() if shown else {}, counted)
        if shown and self.found.chosen.is_curve:
            self.curve.show(**self._curve_figure())
        else:
            self.curve.waiting = True

    def _listed(self, result: PublishedResult) -> str:
        mark = sentence("credibility", f"standing_{self._verdict(result)}")
        return sentence("credibility", "browse_listed", mark=mark, title=result.first.title)

    def _verdict(self, result: PublishedResult) -> Verdict:
        return verdict(result, self.values)

    def _card(self) -> MeasurementCard:
        result = self.found.chosen
        story = measurement_story(result, self.values)
        return {
            "title": story.title,
            "verdict_key": story.verdict,
            "verdict": story.verdict_text,
            "mark": sentence("credibility", f"standing_{story.verdict}"),
            "numbers": [{"label": number.label, "text": number.text} for number in story.numbers],
            "done": story.done,
            "changed": list(story.changed),
            "settings": list(story.settings),
            "facts": [{"label": fact.label, "text": fact.text} for fact in story.facts],
            "small_print": [{"label": fact.label, "text": fact.text} for fact in story.small_print],
            "sources": [{"reference": source.reference, "link": source.link} for source in story.sources],
            "ran": self._ran.get(result.id, ""),
        }

    def _figure(self) -> dict[str, Any]:
        shown = self.found.shown
        return {
            "figure": measurement_chart(shown, self.values, chosen=self.found.chosen.id),
            "finding": self.said(),
            "description": describe_measurements(shown, self.values),
        }

    def _curve_figure(self) -> dict[str, Any]:
        chosen = self.found.chosen
        return {
            "figure": draw_published_curve(chosen, self.values),
            "finding": curve_finding(chosen, self.values) if chosen.is_curve else "",
            "description": describe_curve(chosen, self.values) if chosen.is_curve else "",
        }

    def _pick(self, _x: float, y: float) -> None:
        shown = self.found.shown
        row = round(y)
        if 0 <= row < len(shown):
            self.record.set(measurement=shown[row].id)

    def _run(self, result: PublishedResult) -> None:
        """Run one again, all points of a curve, and say how it went."""
        before = {point.id: self.values[point.id] for point in result.points}
        try:
            now = {point.id: model_value(point) for point in result.points}
        except ControlError:
            self._ran[result.id] = sentence("credibility", "card_ran_failed")
            return
        self.values.update(now)
        same = all(_same(point, now[point.id], before[point.id]) for point in result.points)
        said = {"value": model_text(result, now), "before": model_text(result, before)}
        self._ran[result.id] = sentence("credibility", "card_ran_same" if same else "card_ran_other", **said)

    def _pieces(self, _choice: str) -> Iterator[None]:
        drawn_at = monotonic()
        for result in published_results():
            self._run(result)
            if monotonic() - drawn_at > DRAW_EVERY_S:
                self._show_results()
                drawn_at = monotonic()
            yield

    def _end(self) -> None:
        self._show_results()
        shipped = measurement_results()
        changed = sum(
            not all(_same(point, self.values[point.id], shipped[point.id]) for point in result.points)
            for result in published_results()
        )
        if changed and self.work.done == self.work.total:
            said = {"total": self.work.total, "changed": changed}
            self.work.sentence = sentence("credibility", "rerun_finished_changed", **said)


def _same(measurement: PublishedMeasurement, value: float, other: float) -> bool:
    return abs(value - other) <= SAME_SHARE_OF_SCALE * measurement.scale


def _accepted_columns(measurement: PublishedMeasurement) -> dict[str, object]:
    match measurement.accepted:
        case Band(low, high):
            return {"accepted_low": low, "accepted_high": high}
        case Sign(direction, least):
            return {"direction": direction, "smallest_difference": least}


def measurement_controls() -> dict[str, Control]:
    """Return every control of the section by name."""
    label = words("credibility")
    return {
        "relation": choice_control("relation", label["browse_relation"], RELATIONS, "all"),
        "topic": choice_control("topic", label["browse_topic"], ("all", *TOPICS), "all"),
        "measurement": choice_control("measurement", label["browse_choose"], _by_id(), next(iter(_by_id()))),
    }


@kept_for_each_language
def _by_id() -> Mapping[str, PublishedResult]:
    return MappingProxyType({result.id: result for result in published_results()})


def _passing(values: Values) -> tuple[PublishedResult, ...]:
    relation, topic = values["relation"], values["topic"]
    return tuple(
        result
        for result in published_results()
        if relation in ("all", result.first.relation)
        and (topic == "all" or any(topic in topics_of(point) for point in result.points))
    )
