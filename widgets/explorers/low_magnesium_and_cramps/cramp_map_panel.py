"""The map of firing on after a command: figure, learner's point, a click that loads a cell, and computing it anew."""

import asyncio
import csv
import io
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from time import monotonic
from typing import Any

import traitlets

from widgets.background.machine_turn import MachineTurn
from widgets.background.map_filling import KnownMaps, found_cells
from widgets.descriptions.cramp_map_description import cramp_map_finding, describe_cell, describe_cramp_map
from widgets.explorers.parts.figure_panel import FigurePanel
from widgets.explorers.parts.long_run import LongRun
from widgets.figures.cramp_map import draw_cramp_map
from widgets.physiology.cramp_map import CALCIUM_MM, MAGNESIUM_MM, CrampMap, MapCell, map_experiment, shipped_map
from widgets.physiology.experiment import Experiment

TOTAL_CELLS = len(MAGNESIUM_MM) * len(CALCIUM_MM)
# Often enough to see it fill, seldom enough that drawing costs little of the time.
DRAW_EVERY_S = 0.6
ASK_FOR_TURN_EVERY_S = 0.25


class CrampMapPanel(traitlets.HasTraits):
    """The map's two widgets, and what they share with the page around them.

    Attributes:
        experiment: the learner's own settings; setting it moves the point, and shows its map if that is known.
        point: the learner's magnesium and ionised calcium in the blood, in mM.
        picked: magnesium and ionised calcium of the cell that was clicked last, in mM; empty before each click,
            so that the same cell can be picked again.
        map: what is on show.
        work: computes the map of the learner's settings; it shows progress and can be stopped.
        figure: the map as a figure.
    """

    experiment: "traitlets.Instance[Experiment]" = traitlets.Instance(Experiment)
    point = traitlets.Tuple(traitlets.Float(), traitlets.Float(), read_only=True)
    picked = traitlets.Tuple()

    def __init__(self, experiment: Experiment | None = None) -> None:
        """Open with the map that came with the page; nothing is computed before it is asked for."""
        experiment = experiment or Experiment.from_values({})
        self.known = KnownMaps()
        self.map = self.known.find(experiment) or shipped_map()
        super().__init__(experiment=experiment)
        self.set_trait("point", _point_of(experiment))
        self.work = LongRun(self._fill, total=TOTAL_CELLS, wording="cramp_map", prefix="fill", on_end=self._end)
        self._be_ready()
        self.figure = FigurePanel(**self._drawn(), file_name="cramp_map", to_csv=self._as_csv)
        self.figure.on_pick(self._pick)
        self.figure.on_tell(lambda *place: describe_cell(self.map, MapCell.nearest(*place)))
        self.observe(self._follow, names="experiment")

    def draw(self, *, filling: bool = False) -> None:
        """Draw the map on show again."""
        self.figure.show(**self._drawn(filling=filling))

    def _drawn(self, *, filling: bool = False) -> dict[str, Any]:
        return {
            "figure": draw_cramp_map(self.map, self.point),
            "finding": cramp_map_finding(self.map, self.experiment, filling=filling),
            "description": describe_cramp_map(self.map, self.experiment),
        }

    def _follow(self, change: Mapping[str, Any]) -> None:
        moved = map_experiment(change["new"]) != map_experiment(change["old"])
        self.set_trait("point", _point_of(self.experiment))
        if moved:
            self.work.stop()
            self.map = self.known.find(self.experiment) or shipped_map()
            self._be_ready()
        self.draw(filling=self.work.running and not moved)

    def _pick(self, magnesium_mM: float, calcium_mM: float) -> None:
        cell = MapCell.nearest(magnesium_mM, calcium_mM)
        self.picked = ()
        self.picked = (cell.magnesium_mM, cell.calcium_mM)

    def _be_ready(self) -> None:
        """Say how it stands with the map of the learner's settings."""
        if self.map.experiment != map_experiment(self.experiment):
            self.work.say("ready")
        elif self.map.is_complete:
            self.work.say("known" if self.map is shipped_map() else "finished")
        else:
            self.work.done = len(self.map.outcomes)
            self.work.say("stopped")

    def _end(self) -> None:
        self._be_ready()
        self.draw()

    async def _fill(self, _choice: str) -> AsyncGenerator[int, None]:
        """Compute what is missing of the map of the learner's settings, on all processors, when it is their turn."""
        experiment, turn = self.experiment, MachineTurn()
        filling = self.known.find(experiment) or CrampMap.of(experiment)
        yield len(filling.outcomes)
        if filling.is_complete:
            return
        try:
            while not turn.try_take():
                self.work.say("waiting")
                await asyncio.sleep(ASK_FOR_TURN_EVERY_S)
                yield len(filling.outcomes)
            self.work.say("running")
            drawn_at = 0.0
            async with aclosing(found_cells(experiment, filling.missing_cells(experiment))) as portions:
                async for portion in portions:
                    if portion:
                        filling = filling.with_outcomes(portion)
                        self.known.remember(filling)
                        self.map = filling
                        if monotonic() - drawn_at > DRAW_EVERY_S:
                            self.draw(filling=True)
                            drawn_at = monotonic()
                    yield len(filling.outcomes)
        finally:
            turn.give_back()

    def _as_csv(self) -> str:
        text = io.StringIO()
        for name, value in self.map.experiment.values.items():
            text.write(f"# {name}: {value}\n")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["magnesium_mM", "ionised_calcium_mM", "after_discharge_s", "starts_unasked"])
        for cell, outcome in sorted(self.map.outcomes.items(), key=lambda entry: entry[0]):
            found = (outcome.after_discharge_s, str(outcome.starts_unasked).lower()) if outcome else ("", "")
            writer.writerow([cell.magnesium_mM, cell.calcium_mM, *found])
        return text.getvalue()


def _point_of(experiment: Experiment) -> tuple[float, float]:
    return experiment.number("plasma_magnesium_mM"), experiment.number("plasma_ionised_calcium_mM")
