"""The two sections on the model's numbers: one at a time, and which of them matter most."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Any, cast, get_args

from widgets.descriptions.parameter_description import parameter_facts
from widgets.descriptions.sensitivity_description import (
    describe_effect,
    describe_sensitivity,
    effect_finding,
    sensitivity_finding,
)
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.frame.view_controls import choice_control
from widgets.explorers.model_credibility.parameter_browser import KINDS, ParameterBrowser, ParameterCard
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.long_run import LongRun, one_by_one
from widgets.figures.parameter_pulls import draw_parameter_pulls
from widgets.figures.sensitivity_tornado import MOST_ROWS, draw_sensitivity_tornado
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.sensitivity import (
    ENDS,
    MEASURES,
    End,
    ParameterEffect,
    PullKind,
    effect_of_pulls,
    effects_of,
    pull_of_kind,
    pulls_over_range,
    strongest_first,
)
from widgets.reference_data.amounts import precise_amount
from widgets.reference_data.controls import Control
from widgets.reference_data.model_parameters import ModelParameter, model_parameters
from widgets.reference_data.wording import sentence, words

START_PARAMETER = "pump_maximum_rate"
PULL_KINDS: tuple[PullKind, ...] = get_args(PullKind)
# Often enough to see it fill, seldom enough that drawing costs little of the time.
DRAW_EVERY_S = 0.4


@dataclass(frozen=True, slots=True)
class ParameterFound:
    """One constant, and the pulls at the low, usual and high end of its range with what tells them apart."""

    parameter: ModelParameter
    kind: PullKind
    pulls: Mapping[End, Contraction | None]
    effect: ParameterEffect


class ParameterSection(Section[ParameterFound, None]):
    """A browser of constants, with the chosen one's effect as a figure.

    Attributes:
        found: the constant on show.
        browser: list and card.
        pulls: the figure of one pull at low, usual and high.
    """

    def __init__(self, record: PageRecord) -> None:
        """Open on the constant of the record."""
        super().__init__(record, ["parameter", "pull"], kept_names=())
        self.pulls = FigurePanel(**self._figure(), file_name="one_number_moved", to_csv=self._as_csv)
        self.browser = ParameterBrowser(
            record,
            model_parameters().values(),
            PULL_KINDS,
            figure=self.pulls,
            card=_card(self.found.parameter),
        )

    @property
    def effect(self) -> ParameterEffect:
        """What the chosen constant does."""
        return self.found.effect

    def solve(self, values: Values) -> ParameterFound:
        """Return what the chosen constant does to the chosen pull."""
        parameter, kind = model_parameters()[str(values["parameter"])], cast(PullKind, values["pull"])
        span = parameter.range
        pulls = pulls_over_range(parameter.id, span.low, span.high, pull_of_kind(kind))
        return ParameterFound(parameter, kind, pulls, effect_of_pulls(parameter.id, pulls))

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of this figure never grow
        """Show the constant."""
        self.browser.card = _card(self.found.parameter)
        self.pulls.show(**self._figure())

    def _figure(self) -> dict[str, Any]:
        return {
            "figure": draw_parameter_pulls(self.found.pulls),
            "finding": effect_finding(self.effect),
            "description": describe_effect(self.effect, self.found.kind),
        }

    def _as_csv(self) -> str:
        return _effects_as_csv([self.effect])


class RankingSection(Section[PullKind, None]):
    """The tornado of all constants, computed on request and drawn while it fills.

    Attributes:
        found: the kind of pull that is chosen for the next run.
        work: start, progress and stop.
        tornado: the figure; not shown before there is something in it.
        effects: what has been found so far, in the order of the table.
    """

    def __init__(self, record: PageRecord) -> None:
        """Be ready to compute; nothing is computed yet."""
        super().__init__(record, ["ranking_pull"], kept_names=())
        self._movable = [parameter for parameter in model_parameters().values() if parameter.can_differ]
        self._left_out = len(model_parameters()) - len(self._movable)
        self._kind: PullKind = PULL_KINDS[0]
        self._drawn_at = 0.0
        self.effects: list[ParameterEffect] = []
        self.work = LongRun(
            one_by_one(self._pieces),
            total=len(self._movable),
            wording="credibility",
            prefix="ranking",
            choices=[{"value": kind, "label": sentence("credibility", f"pull_{kind}")} for kind in PULL_KINDS],
            values={"left_out": self._left_out, "most": MOST_ROWS},
            on_end=self._draw,
        )
        self.tornado = FigurePanel(
            **self._figure(), file_name="which_numbers_matter", to_csv=self._as_csv, waiting=True
        )
        self.work.choice = self.found
        self.work.observe(lambda change: record.set(ranking_pull=change["new"]), names="choice")

    def solve(self, values: Values) -> PullKind:
        """Return the kind of pull."""
        return cast(PullKind, values["ranking_pull"])

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - what is drawn changes with the next run
        """Show the choice."""
        self.work.choice = self.found

    def _pieces(self, kind: str) -> Iterator[None]:
        self._kind = cast(PullKind, kind)
        self.effects = []
        experiment = pull_of_kind(self._kind)
        usual = simulate_contraction(experiment)
        for parameter in self._movable:
            span = parameter.range
            self.effects.append(effects_of(parameter.id, span.low, span.high, experiment, usual))
            if monotonic() - self._drawn_at > DRAW_EVERY_S:
                self._draw()
            yield

    def _draw(self) -> None:
        if self.effects:
            self.tornado.show(**self._figure())
            self._drawn_at = monotonic()

    def _figure(self) -> dict[str, Any]:
        total = len(self._movable)
        return {
            "figure": draw_sensitivity_tornado(self.effects),
            "finding": sensitivity_finding(self.effects, self._kind, total),
            "description": describe_sensitivity(self.effects, self._kind, total, self._left_out),
        }

    def _as_csv(self) -> str:
        return _effects_as_csv(strongest_first(self.effects))


def parameter_controls() -> dict[str, Control]:
    """Return every control of both sections by name."""
    label = words("credibility")
    return {
        "parameter_kind": choice_control("parameter_kind", label["parameter_kind"], KINDS, "all"),
        "parameter": choice_control("parameter", label["parameter_list"], model_parameters(), START_PARAMETER),
        "pull": choice_control("pull", label["parameter_pull"], PULL_KINDS, PULL_KINDS[0]),
        "ranking_pull": choice_control("ranking_pull", label["parameter_pull"], PULL_KINDS, PULL_KINDS[0]),
    }


def _card(parameter: ModelParameter) -> ParameterCard:
    return {
        "name": parameter.name,
        "meaning": parameter.meaning,
        "value": precise_amount(parameter.value, parameter.unit),
        "checked": parameter.checked,
        "facts": [
            {
                "key": fact.key,
                "label": fact.label,
                "text": fact.text,
                "sources": [{"reference": source.reference, "link": source.link} for source in fact.sources],
            }
            for fact in parameter_facts(parameter)
        ],
    }


def _effects_as_csv(effects: "list[ParameterEffect] | tuple[ParameterEffect, ...]") -> str:
    """Return one row for each constant, with its range and what its ends do, None as an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    measured = [f"{measure}_{end}" for measure in MEASURES for end in ENDS]
    writer.writerow(["id", "value", "unit", "low", "high", "range_is_assumed", *measured])
    for effect in effects:
        parameter, span = effect.parameter, effect.parameter.range
        values = [getattr(effect, measure)[end] for measure in MEASURES for end in ENDS]
        assumed = str(span.assumed).lower()
        writer.writerow([parameter.id, parameter.value, parameter.unit, span.low, span.high, assumed, *values])
    return text.getvalue()
