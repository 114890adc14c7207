import pytest

from tests.physiology.cramp_map_table import map_row
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.cramp_map import (
    CALCIUM_MM,
    COARSE_TO_FINE,
    MAGNESIUM_MM,
    PROTOCOL,
    CellOutcome,
    CrampMap,
    MapCell,
    cell_outcome,
    map_cells,
    map_experiment,
    shipped_map,
)
from widgets.physiology.experiment import Experiment
from widgets.reference_data.data_package import read_table

USUAL = Experiment.from_values({})
NORMAL_BLOOD = MapCell.nearest(0.85, 1.2)
GOES_ON = MapCell.nearest(0.85, 0.82)
UNASKED = MapCell.nearest(0.4, 1.2)
DIES_DOWN = MapCell.nearest(0.45, 1.2)


class TestGrid:
    def test_has_at_least_40_by_40_cells(self):
        assert len(MAGNESIUM_MM) >= 40
        assert len(CALCIUM_MM) >= 40

    @pytest.mark.parametrize("magnesium_mM", [0.85, 0.5, 0.45, 0.4])
    def test_the_pages_own_magnesium_levels_lie_on_it(self, magnesium_mM):
        assert magnesium_mM in MAGNESIUM_MM

    def test_usual_calcium_lies_on_it(self):
        assert USUAL.number("plasma_ionised_calcium_mM") in CALCIUM_MM

    def test_a_point_beside_the_map_belongs_to_its_edge(self):
        assert MapCell.nearest(7.0, 0.5) == MapCell(len(MAGNESIUM_MM) - 1, 0)


class TestFillOrder:
    def test_every_cell_comes_once(self):
        assert sorted(map_cells(USUAL)) == sorted({*map_cells(USUAL)})
        assert len(map_cells(USUAL)) == len(MAGNESIUM_MM) * len(CALCIUM_MM)

    def test_the_whole_picture_forms_before_any_detail(self):
        """Every block of the coarsest kind is visited before any other cell."""
        coarse = COARSE_TO_FINE[0]
        first = map_cells(USUAL)[: -(-len(MAGNESIUM_MM) // coarse) * -(-len(CALCIUM_MM) // coarse)]
        assert {cell.coarser(coarse) for cell in map_cells(USUAL)} == set(first)

    def test_the_learners_own_corner_is_filled_first(self):
        low = Experiment.from_values({"plasma_magnesium_mM": 0.25, "plasma_ionised_calcium_mM": 0.7})
        assert map_cells(low)[0] == MapCell(0, 0)


class TestCell:
    def test_with_normal_blood_the_nerve_stops_with_the_command(self):
        assert cell_outcome(USUAL, NORMAL_BLOOD).after_discharge_s == 0

    def test_with_low_magnesium_it_fires_on_and_then_stops(self):
        outcome = cell_outcome(USUAL, DIES_DOWN)
        assert outcome.after_discharge_s > 0
        assert not outcome.goes_on

    def test_with_very_low_magnesium_it_goes_on(self):
        outcome = cell_outcome(USUAL, GOES_ON)
        assert outcome.goes_on
        assert not outcome.starts_unasked

    def test_with_still_less_it_starts_unasked(self):
        assert cell_outcome(USUAL, UNASKED).starts_unasked

    def test_low_calcium_does_the_same_at_normal_magnesium(self):
        assert cell_outcome(USUAL, MapCell.nearest(0.85, 0.8)).goes_on

    @pytest.mark.parametrize("cell", [NORMAL_BLOOD, DIES_DOWN, GOES_ON])
    def test_few_looks_find_what_the_full_recording_finds(self, cell):
        pair = {"plasma_magnesium_mM": cell.magnesium_mM, "plasma_ionised_calcium_mM": cell.calcium_mM}
        full = simulate_contraction(Experiment.from_values({**PROTOCOL, **pair}))
        found_ms = 1000 * cell_outcome(USUAL, cell).after_discharge_s
        assert found_ms == pytest.approx(full.measures["after_discharge_duration_ms"], abs=5)

    def test_the_learners_command_and_blood_do_not_matter(self):
        other = Experiment.from_values({"impulse_rate_Hz": 5, "recording_length_ms": 300, "plasma_magnesium_mM": 2})
        assert cell_outcome(other, DIES_DOWN) == cell_outcome(USUAL, DIES_DOWN)

    def test_the_learners_other_settings_do(self):
        stretched = Experiment.from_values({"muscle_stretch": 1})
        assert not cell_outcome(stretched, GOES_ON).goes_on


class TestMap:
    def test_settings_that_the_map_replaces_make_no_other_map(self):
        moved = Experiment.from_values({"plasma_magnesium_mM": 0.5, "impulse_rate_Hz": 5})
        assert map_experiment(moved) == map_experiment(USUAL)

    def test_other_settings_make_another(self):
        assert map_experiment(Experiment.from_values({"muscle_stretch": 0})) != map_experiment(USUAL)

    def test_while_it_fills_a_cell_looks_like_the_finest_known_one_it_belongs_to(self):
        coarse, fine = CellOutcome(0.0, False), CellOutcome(1.0, False)
        filling = CrampMap.of(USUAL).with_outcomes([(MapCell(0, 0), coarse), (MapCell(4, 0), fine)])
        assert filling.best_known(MapCell(7, 3)) == fine
        assert filling.best_known(MapCell(3, 3)) == coarse
        assert filling.best_known(MapCell(8, 8)) is None

    def test_knows_what_is_still_to_do(self):
        done = map_cells(USUAL)[:100]
        filling = CrampMap.of(USUAL).with_outcomes((cell, None) for cell in done)
        assert filling.missing_cells(USUAL) == map_cells(USUAL)[100:]
        assert not filling.is_complete


class TestShippedMap:
    def test_is_complete(self):
        assert shipped_map().is_complete

    def test_belongs_to_the_usual_person(self):
        assert shipped_map().experiment == map_experiment(USUAL)

    @pytest.mark.parametrize("row", range(0, 1600, 97))
    def test_the_table_still_says_what_comes_out(self, row):
        said = read_table("cramp_map")[row]
        today = map_row(MapCell.nearest(said["magnesium_mM"], said["ionised_calcium_mM"]))
        assert (today["starts_unasked"] == "true") == said["starts_unasked"]
        assert float(today["after_discharge_s"]) == pytest.approx(said["after_discharge_s"], abs=0.02)

    @pytest.mark.parametrize("cell", [NORMAL_BLOOD, DIES_DOWN, GOES_ON, UNASKED])
    def test_the_levels_the_page_speaks_of_are_those_of_today(self, cell):
        today, shipped = cell_outcome(USUAL, cell), shipped_map().outcomes[cell]
        assert (today.goes_on, today.starts_unasked) == (shipped.goes_on, shipped.starts_unasked)
        assert today.after_discharge_s == pytest.approx(shipped.after_discharge_s, abs=0.02)
