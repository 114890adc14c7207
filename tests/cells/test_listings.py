"""The lists of what can be set and of what comes out."""

import csv

import pytest

import widgets
from widgets.reference_data.data_files import DATA_FOLDER
from widgets.reference_data.plain_error import UnknownNameError

LISTS = {
    "controls": "experiment_controls",
    "presets": "experiment_presets",
    "traces": "contraction_traces",
    "measures": "contraction_measures",
}


@pytest.mark.parametrize("name", LISTS)
class TestEveryList:
    def test_it_has_the_names_of_its_table_in_order(self, name):
        with (DATA_FOLDER / f"{LISTS[name]}.csv").open(encoding="utf-8", newline="") as file:
            names = [row[0] for row in csv.reader(file)][1:]
        assert list(getattr(widgets, name)().names) == list(dict.fromkeys(names))

    def test_it_can_be_looped_over_and_taken_from_by_name_and_place(self, name):
        listing = getattr(widgets, name)()
        assert [listing[row.name] for row in listing] == list(listing)
        assert listing[0] == next(iter(listing))

    def test_a_notebook_gets_a_table_with_a_row_for_each(self, name):
        listing = getattr(widgets, name)()
        shown = listing._repr_html_()
        assert shown.count("<tr>") == 1 + len(listing)
        assert all(row.name in shown for row in listing)

    def test_a_terminal_gets_a_line_for_each(self, name):
        listing = getattr(widgets, name)()
        assert len(repr(listing).splitlines()) == 2 + len(listing)

    def test_a_row_prints_its_meaning(self, name):
        row = getattr(widgets, name)()[0]
        assert row.meaning in repr(row)


def test_a_control_has_unit_range_default_meaning_and_sources():
    row = widgets.controls()["free_magnesium_mM"]
    assert (row.unit, row.minimum, row.maximum, row.default) == ("mM", 0.05, 10, 0.56)
    assert row.meaning
    assert all(source.reference for source in row.sources)


def test_a_choice_says_what_can_be_chosen():
    assert widgets.controls()["fibre_type"].range == "'human_calf_37C' or 'mouse_fast_16C'"


def test_a_name_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UnknownNameError, match=r"^There is no row named impulse_rate; did you mean impulse_rate_Hz"):
        widgets.controls()["impulse_rate"]
