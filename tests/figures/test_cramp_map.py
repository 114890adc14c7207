import json
import math

import plotly.graph_objects as go
import pytest

from tests.figures.test_ion_palette import contrast
from widgets.figures.cramp_map import COLOUR_SCALE, REGION_INKS, draw_cramp_map, outcome_text
from widgets.physiology.cramp_map import (
    CALCIUM_MM,
    COARSE_TO_FINE,
    MAGNESIUM_MM,
    CellOutcome,
    CrampMap,
    MapCell,
    map_cells,
    shipped_map,
)
from widgets.physiology.experiment import Experiment

USUAL = Experiment.from_values({})
POINT = (0.85, 1.2)
EMPTY = CrampMap.of(USUAL)
COARSE = EMPTY.with_outcomes(
    (cell, shipped_map().outcomes[cell]) for cell in map_cells(USUAL) if cell == cell.coarser(COARSE_TO_FINE[0])
)
FULL = shipped_map()


def shades(figure):
    (heat_map,) = [line for line in figure["data"] if line["type"] == "heatmap"]
    return heat_map["z"]


def regions(figure):
    return [note["text"] for note in figure["layout"]["annotations"] if note.get("bgcolor")]


def luminance(colour: str) -> float:
    return contrast(colour, "#000000")


@pytest.mark.parametrize("cramp_map", [EMPTY, COARSE, FULL], ids=["empty", "coarse", "full"])
def test_plotly_knows_every_property(cramp_map):
    go.Figure(draw_cramp_map(cramp_map, POINT))


def test_lines_stay_the_same_while_it_fills():
    kinds = [[line["type"] for line in draw_cramp_map(some, POINT)["data"]] for some in (EMPTY, COARSE, FULL)]
    assert kinds[0] == kinds[1] == kinds[2]


def test_every_cell_has_its_shade():
    rows = shades(draw_cramp_map(FULL, POINT))
    assert [len(row) for row in rows] == [len(MAGNESIUM_MM)] * len(CALCIUM_MM)
    assert not any(math.isnan(level) for row in rows for level in row)


def test_what_is_not_computed_is_left_out_of_an_empty_map():
    assert all(math.isnan(level) for row in shades(draw_cramp_map(EMPTY, POINT)) for level in row)


def test_the_picture_is_whole_when_only_the_coarsest_cells_are_known():
    assert not any(math.isnan(level) for row in shades(draw_cramp_map(COARSE, POINT)) for level in row)


def test_longer_firing_is_darker_all_the_way():
    tones = [luminance(colour) for _, colour in COLOUR_SCALE]
    assert tones == sorted(tones, reverse=True)


def test_what_starts_unasked_is_darker_than_all_that_is_commanded():
    magnesium, calcium = MAGNESIUM_MM.index(0.4), CALCIUM_MM.index(1.2)
    rows = shades(draw_cramp_map(FULL, POINT))
    goes_on = max(
        rows[y][x]
        for y, _ in enumerate(CALCIUM_MM)
        for x, _ in enumerate(MAGNESIUM_MM)
        if not FULL.outcomes[MapCell(x, y)].starts_unasked
    )
    assert rows[calcium][magnesium] > goes_on


def test_the_regions_are_named_on_the_map_and_not_by_colour_alone():
    assert regions(draw_cramp_map(FULL, POINT)) == ["The nerve stops", "It starts unasked"]


def test_a_region_without_room_gets_no_name():
    quiet = EMPTY.with_outcomes((cell, CellOutcome(0.0, False)) for cell in map_cells(USUAL))
    assert regions(draw_cramp_map(quiet, POINT)) == ["The nerve stops"]


@pytest.mark.parametrize("region", REGION_INKS)
def test_the_name_of_a_region_can_be_read(region):
    assert contrast(*REGION_INKS[region]) >= 4.5


def test_lines_of_equal_time_are_drawn():
    levels = [line["contours"]["start"] for line in draw_cramp_map(FULL, POINT)["data"] if line["type"] == "contour"]
    assert levels[:3] == [0.5, 1.0, 2.0]


def test_the_usual_ranges_stand_on_both_axes():
    figure = draw_cramp_map(FULL, POINT)
    edges = {shape["x0"] for shape in figure["layout"]["shapes"] if shape.get("xref") == "x"}
    edges |= {shape["y0"] for shape in figure["layout"]["shapes"] if shape.get("yref") == "y"}
    assert edges == {0.75, 0.95, 1.15, 1.33}


@pytest.mark.parametrize(("point", "drawn"), [(POINT, POINT), ((7.0, 0.5), (MAGNESIUM_MM[-1], CALCIUM_MM[0]))])
def test_the_learners_point_is_always_in_the_picture(point, drawn):
    ring = draw_cramp_map(FULL, point)["data"][-1]
    assert (ring["x"][0], ring["y"][0]) == drawn


def test_the_table_says_it_in_words():
    table = draw_cramp_map(FULL, POINT)["layout"]["meta"]["table"]
    said = {text for row in table["rows"] for text in row[1:]}
    assert {"stops", "goes on", "unasked"} <= said
    assert all(len(row) == len(table["columns"]) for row in table["rows"])


def test_a_cell_that_is_not_computed_has_a_dash_in_the_table():
    assert outcome_text(None) == "–"


def test_all_but_the_grids_can_be_sent_as_json():
    json.dumps(draw_cramp_map(FULL, POINT)["layout"], allow_nan=False)
