import asyncio
import csv
import io
from array import array

import pytest

from widgets.explorers.low_magnesium_and_cramps import cramp_map_panel
from widgets.explorers.low_magnesium_and_cramps.cramp_map_panel import TOTAL_CELLS, CrampMapPanel
from widgets.physiology.cramp_map import CellOutcome, map_experiment, shipped_map
from widgets.physiology.experiment import Experiment

USUAL = Experiment.from_values({})
PRONE = Experiment.from_values({"cramp_susceptibility": 1, "muscle_stretch": 0})
OUTCOME = CellOutcome(1.5, False)


class Turn:
    """A machine whose turn comes when `free` is set."""

    free = True

    def try_take(self):
        return Turn.free

    def give_back(self):
        Turn.free = True


@pytest.fixture
def panel(monkeypatch) -> CrampMapPanel:
    """A panel whose cells cost nothing: a hundred at a time, all alike."""

    async def found_cells(_experiment, cells):
        for start in range(0, len(cells), 100):
            yield []
            yield [(cell, OUTCOME) for cell in cells[start : start + 100]]
            await asyncio.sleep(0)

    monkeypatch.setattr(cramp_map_panel, "found_cells", found_cells)
    monkeypatch.setattr(cramp_map_panel, "MachineTurn", Turn)
    monkeypatch.setattr(cramp_map_panel, "ASK_FOR_TURN_EVERY_S", 0.001)
    monkeypatch.setattr(Turn, "free", True)
    return CrampMapPanel()


def grid(panel: CrampMapPanel) -> list[float]:
    """The shades the browser is given to draw."""
    (heat_map,) = [line for line in panel.figure.lines if line["type"] == "heatmap"]
    return list(array("f", getattr(panel.figure, heat_map["z"])))


def run(panel: CrampMapPanel) -> None:
    asyncio.run(panel.work.run())


def stopped_at(panel: CrampMapPanel, cells: int) -> None:
    """Fill until so many cells are done, and then stop."""

    def stop(change):
        if change["new"] >= cells:
            panel.work.stop()

    panel.work.observe(stop, names="done")
    run(panel)
    panel.work.unobserve(stop, names="done")


class TestOpening:
    def test_the_shipped_map_is_shown_at_once(self, panel):
        assert panel.map is shipped_map()
        assert len(grid(panel)) == TOTAL_CELLS

    def test_the_learners_point_is_on_it(self, panel):
        assert panel.point == (0.85, 1.2)

    def test_nothing_is_computed(self, panel):
        assert not panel.work.running
        assert "came with the page" in panel.work.sentence


class TestExperiment:
    def test_the_point_follows(self, panel):
        panel.experiment = Experiment.from_values({"plasma_magnesium_mM": 0.5, "plasma_ionised_calcium_mM": 1.1})
        assert panel.point == (0.5, 1.1)
        assert "0.5\N{NO-BREAK SPACE}mM" in panel.figure.finding

    def test_with_other_settings_the_map_says_that_it_is_not_theirs(self, panel):
        panel.experiment = PRONE
        assert panel.map is shipped_map()
        assert "Tendency to cramp" in panel.figure.finding
        assert "not of your settings" in panel.work.sentence

    def test_back_at_the_usual_settings_all_is_as_before(self, panel):
        before = panel.figure.finding, panel.work.sentence
        panel.experiment = PRONE
        panel.experiment = USUAL
        assert (panel.figure.finding, panel.work.sentence) == before


class TestPicking:
    def test_a_click_tells_the_cell(self, panel):
        picked = []
        panel.observe(lambda change: picked.append(change["new"]), names="picked")
        panel.figure.pick(0.507, 1.118)
        assert picked[-1] == (0.5, 1.12)

    def test_the_same_cell_can_be_picked_twice(self, panel):
        picked = []
        panel.observe(lambda change: picked.append(change["new"]), names="picked")
        panel.figure.pick(0.5, 1.12)
        panel.figure.pick(0.5, 1.12)
        assert [cell for cell in picked if cell] == [(0.5, 1.12)] * 2

    def test_what_lies_under_the_mark_is_told(self, panel):
        told = panel.figure.tell(0.507, 1.118).decode().replace("\N{NO-BREAK SPACE}", " ")
        assert told.startswith("At 0.5 mM magnesium and 1.12 mM calcium, the nerve ")

    def test_the_figure_can_be_clicked(self, panel):
        assert panel.figure.can_pick


class TestComputing:
    def test_fills_the_map_of_the_learners_settings(self, panel):
        panel.experiment = PRONE
        run(panel)
        assert panel.map.is_complete
        assert panel.map.experiment == map_experiment(PRONE)
        assert panel.work.done == TOTAL_CELLS
        assert set(grid(panel)) == {1.5}
        assert "of your settings" in panel.work.sentence

    def test_a_map_computed_before_is_shown_again_without_computing(self, panel):
        panel.experiment = PRONE
        run(panel)
        panel.experiment = USUAL
        panel.experiment = PRONE
        assert panel.map.is_complete
        assert panel.map.experiment == map_experiment(PRONE)

    def test_stopped_it_keeps_what_it_has(self, panel):
        panel.experiment = PRONE
        stopped_at(panel, 500)
        assert len(panel.map.outcomes) == 500
        assert "Stopped after 500" in panel.work.sentence
        assert "only partly" in panel.figure.finding

    def test_started_again_it_goes_on_where_it_was(self, panel):
        panel.experiment = PRONE
        stopped_at(panel, 500)
        seen = []
        panel.work.observe(lambda change: seen.append(change["new"]), names="done")
        run(panel)
        assert min(seen) > 500
        assert panel.map.is_complete

    def test_there_is_nothing_to_do_where_the_map_is_known(self, panel):
        run(panel)
        assert panel.map is shipped_map()
        assert not panel.work.running

    def test_other_settings_stop_it(self, panel):
        panel.experiment = PRONE

        def move(change):
            if change["new"] == 300:
                panel.experiment = USUAL

        panel.work.observe(move, names="done")
        run(panel)
        assert panel.map is shipped_map()
        assert len(panel.known.find(PRONE).outcomes) == 300

    def test_moving_the_point_does_not_stop_it(self, panel):
        panel.experiment = PRONE

        def move(change):
            if change["new"] == 300:
                panel.experiment = Experiment.from_values({**PRONE.values, "plasma_magnesium_mM": 0.5})

        panel.work.observe(move, names="done")
        run(panel)
        assert panel.map.is_complete
        assert panel.point == (0.5, 1.2)

    def test_a_browser_button_starts_and_stops_it(self, panel):
        panel.experiment = PRONE

        async def press():
            panel.work.start()
            while not panel.work.done:
                await asyncio.sleep(0)
            panel.work.stop()
            while panel.work.running:
                await asyncio.sleep(0)

        asyncio.run(press())
        assert 0 < panel.work.done < TOTAL_CELLS


class TestSharing:
    def test_while_another_learners_map_is_computed_it_waits_and_says_so(self, panel):
        panel.experiment, Turn.free = PRONE, False
        said = []

        def let_in(change):
            said.append(change["new"])
            if "Another learner" in change["new"]:
                Turn.free = True

        panel.work.observe(let_in, names="sentence")
        run(panel)
        assert any("Another learner" in sentence for sentence in said)
        assert panel.map.is_complete

    def test_waiting_can_be_stopped(self, panel):
        panel.experiment, Turn.free = PRONE, False
        panel.work.observe(lambda change: panel.work.stop() if "Another" in change["new"] else None, names="sentence")
        run(panel)
        assert panel.work.done == 0
        assert not panel.work.running


def test_the_download_has_the_settings_and_every_cell(panel):
    lines = panel.figure.data_as_csv().decode().splitlines()
    rows = list(csv.DictReader(io.StringIO("\n".join(line for line in lines if not line.startswith("#")))))
    assert "# muscle_stretch: 0.5" in lines
    assert len(rows) == TOTAL_CELLS
    assert rows[0]["starts_unasked"] == "true"
