import csv
import io
from array import array

import pytest

from widgets.explorers.low_magnesium_and_cramps.low_magnesium_explorer import LowMagnesiumExplorer
from widgets.explorers.low_magnesium_and_cramps.nerve_section import QUICK_mM
from widgets.physiology.magnesium_in_fibre import BRAKES
from widgets.reference_data.experiment_controls import experiment_presets


@pytest.fixture
def explorer() -> LowMagnesiumExplorer:
    return LowMagnesiumExplorer()


def note(notes, key: str) -> str:
    return next(one["text"] for one in notes.notes if one["key"] == key).replace("\N{NO-BREAK SPACE}", " ")


def mark(explorer: LowMagnesiumExplorer, scale: str) -> float | None:
    return next(ruler["mark"] for ruler in explorer.scales.rulers if ruler["key"] == scale)


def points(panel, run: str) -> int:
    """How many points the browser is given of the lines of one run."""
    lines = [line for line in panel.lines if line["meta"]["run"] == run]
    return sum(len(array("f", getattr(panel, line["x"]))) for line in lines)


class TestScales:
    def test_three_rulers_are_always_there(self, explorer):
        assert [ruler["key"] for ruler in explorer.scales.rulers] == ["diet", "blood", "fibre"]

    def test_nothing_is_set_on_the_scale_of_the_diet(self, explorer):
        assert mark(explorer, "diet") is None

    def test_the_fibre_slider_moves_the_fibre_mark_alone(self, explorer):
        blood = mark(explorer, "blood")
        explorer.set(free_magnesium_mM=0.1)
        assert (mark(explorer, "blood"), mark(explorer, "fibre")) == (blood, 0.1)

    def test_the_blood_slider_moves_the_blood_mark_alone(self, explorer):
        fibre = mark(explorer, "fibre")
        explorer.set(plasma_magnesium_mM=0.6)
        assert (mark(explorer, "blood"), mark(explorer, "fibre")) == (0.6, fibre)

    def test_what_was_measured_in_people_is_quoted(self, explorer):
        cells = " ".join(cell for row in explorer.part_conclusions.rows for cell in row)
        assert "In 60 healthy people, more in the blood went with slightly less inside the muscle" in cells

    def test_what_a_real_lack_does_to_cells_is_told_beside_it(self, explorer):
        cells = " ".join(cell for row in explorer.part_conclusions.rows for cell in row)
        assert "red blood cells lose magnesium too: from 205\N{NO-BREAK SPACE}µM to 162\N{NO-BREAK SPACE}µM" in cells

    def test_a_cramp_does_not_show_a_lack_of_magnesium(self, explorer):
        assert any("a cramp shows a lack" in row[2] for row in explorer.part_conclusions.rows)


class TestFibre:
    def test_the_page_opens_on_the_usual_fibre(self, explorer):
        assert "This is the usual fibre" in explorer.fibre.pull.finding

    def test_a_little_less_is_told_as_seen_in_people(self, explorer):
        explorer.set(free_magnesium_mM=0.4)
        assert "as seen in people" in explorer.fibre.pull.finding

    def test_a_force_that_rounds_to_the_usual_one_is_said_to_stay(self, explorer):
        explorer.set(free_magnesium_mM=0.55)
        assert "instead of" not in explorer.fibre.pull.finding
        assert "as with usual magnesium" in explorer.fibre.curves.finding

    def test_below_that_range_the_picture_says_laboratory(self, explorer):
        explorer.set(free_magnesium_mM=0.3)
        assert "only in laboratory fibres" in explorer.fibre.pull.finding

    def test_at_a_twentieth_of_usual_it_pulls_unasked(self, explorer):
        explorer.set(free_magnesium_mM=0.05)
        assert "without any signal" in explorer.fibre.pull.finding

    def test_half_force_calcium_is_said_in_words(self, explorer):
        explorer.set(free_magnesium_mM=0.4)
        assert explorer.fibre.curves.finding.replace("\N{NO-BREAK SPACE}", " ").startswith("Half force needs 1.4 µM")

    def test_the_claim_about_displacing_magnesium_names_site_and_amount(self, explorer):
        explorer.set(free_magnesium_mM=0.4)
        said = note(explorer.fibre.notes, "displace")
        assert "switch sites of troponin" in said
        assert "% less" in said

    def test_switching_troponin_off_proves_nothing_about_muscle(self, explorer):
        explorer.set(free_magnesium_mM=0.4, magnesium_at_troponin=False)
        assert "because it was built so. That is no proof" in note(explorer.fibre.notes, "displace")

    def test_each_brake_has_a_bar(self, explorer):
        assert set(explorer.fibre.found.shares.frozen) == set(BRAKES)

    def test_a_brake_that_is_off_has_no_bar(self, explorer):
        explorer.set(magnesium_at_pump=False)
        rows = explorer.fibre.brakes.figure_layout["meta"]["table"]["rows"]
        assert [force for name, force in rows if "already switched off" in name] == ["–"]

    def test_most_of_what_3_mM_does_comes_through_troponin(self, explorer):
        explorer.set(free_magnesium_mM=3.0)
        assert "troponin" in explorer.fibre.brakes.finding

    def test_usual_magnesium_leaves_nothing_to_share_out(self, explorer):
        assert "Nothing to share out" in explorer.fibre.brakes.finding

    def test_a_kept_run_stays_behind_the_next(self, explorer):
        explorer.record.keep("fibre")
        explorer.set(free_magnesium_mM=3.0)
        kept = points(explorer.fibre.pull, "kept_run")
        explorer.record.drop("fibre")
        assert (kept > 0, points(explorer.fibre.pull, "kept_run")) == (True, 0)

    def test_reset_brings_the_start_back(self, explorer):
        start = dict(explorer.record.values)
        explorer.set(free_magnesium_mM=3.0)
        explorer.record.reset("fibre")
        assert explorer.record.values == start

    def test_an_impossible_value_is_answered_beside_its_control(self, explorer):
        finding = explorer.fibre.pull.finding
        explorer.record.values = {**explorer.record.values, "free_magnesium_mM": 99.0}
        assert "free_magnesium_mM" in explorer.record.faults
        assert explorer.fibre.pull.finding == finding

    def test_the_curves_can_be_taken_home(self, explorer):
        explorer.set(free_magnesium_mM=0.4)
        rows = list(csv.DictReader(io.StringIO(explorer.fibre.curves.data_as_csv().decode())))
        magnesium = [float(row["free_magnesium_mM"]) for row in rows]
        assert set(magnesium) == {explorer.fibre.found.usual_mM, 0.4}
        assert magnesium.count(0.4) >= 12


class TestNerve:
    def test_the_page_opens_on_usual_blood_and_a_nerve_that_stops_with_its_command(self, explorer):
        assert explorer.nerve.run.experiment.number("plasma_magnesium_mM") == 0.85
        assert "The nerve stops with the command" in explorer.nerve.traces.finding

    @pytest.mark.parametrize(
        ("magnesium_mM", "said"),
        [(0.85, "stops with"), (0.5, "stops with"), (0.45, "fires on for"), (0.4, "Nobody asked")],
    )
    def test_each_quick_choice_tells_its_story(self, explorer, magnesium_mM, said):
        explorer.nerve.quick.press(f"{magnesium_mM:g}")
        assert said in explorer.nerve.traces.finding
        assert explorer.nerve.quick.pressed == [f"{magnesium_mM:g}"]

    def test_the_quick_choices_are_on_the_slider(self, explorer):
        control = next(c for c in explorer.nerve.controls.controls if c["name"] == "plasma_magnesium_mM")
        steps = [(value - control["minimum"]) / control["step"] for value in QUICK_mM]
        assert [round(step) for step in steps] == pytest.approx(steps)

    def test_between_them_none_is_pressed(self, explorer):
        explorer.set(plasma_magnesium_mM=0.55)
        assert explorer.nerve.quick.pressed == []

    def test_low_calcium_is_shown_as_the_larger_part(self, explorer):
        explorer.set(plasma_magnesium_mM=0.4)
        assert "With calcium held steady the nerve stops with the command" in note(explorer.nerve.notes, "calcium")

    def test_where_the_nerve_stops_anyway_holding_calcium_is_not_said_to_stop_it(self, explorer):
        explorer.set(plasma_magnesium_mM=0.5)
        assert "still stops with the command" in note(explorer.nerve.notes, "calcium")

    def test_at_usual_magnesium_calcium_plays_no_part(self, explorer):
        explorer.set(plasma_magnesium_mM=0.85)
        assert "stays where you set it" in note(explorer.nerve.notes, "calcium")

    def test_stretching_is_drawn_beside_the_same_command(self, explorer):
        explorer.nerve.actions.press("stretch_3")
        drawn = points(explorer.nerve.traces, "other_run")
        explorer.nerve.actions.press("stretch_3")
        assert (drawn > 0, points(explorer.nerve.traces, "other_run")) == (True, 0)

    @pytest.fixture
    def cramp(self, explorer) -> LowMagnesiumExplorer:
        explorer.record.load_preset("cramp_prone", "nerve")
        return explorer

    def test_stretching_during_a_cramp_with_normal_magnesium_stops_it(self, cramp):
        cramp.nerve.stretch(3.0)
        assert "The nerve stops at once" in note(cramp.nerve.notes, "stretch")

    def test_until_the_stretch_both_runs_are_the_same(self, cramp):
        cramp.nerve.stretch(8.0)
        run, stretched, end_ms = cramp.nerve.run, cramp.nerve.found.stretched, 7550.0
        before, after = (end_ms + 7000.0,), (end_ms + 12_000.0,)
        same = [one.resampled("force_percent", before)[0] for one in (run, stretched)]
        apart = [one.resampled("force_percent", after)[0] for one in (run, stretched)]
        assert same[0] == pytest.approx(same[1], abs=1)
        assert apart[0] > 40
        assert apart[1] < 5

    def test_a_click_on_the_picture_stretches_at_that_moment(self, cramp):
        cramp.nerve.traces.pick(30.0, 50.0)
        assert cramp.nerve.found.stretched.experiment.number("stretch_start_ms") == 30_000

    def test_a_click_during_the_command_stretches_at_its_end(self, cramp):
        cramp.nerve.traces.pick(1.0, 50.0)
        assert cramp.nerve.found.stretched.experiment.number("stretch_start_ms") == 7550

    def test_after_the_nerve_has_stopped_there_is_nothing_to_stretch_for(self, explorer):
        explorer.set(plasma_magnesium_mM=0.85)
        explorer.nerve.actions.press("stretch_3")
        assert "had stopped by itself" in note(explorer.nerve.notes, "stretch")

    def test_where_stretching_is_not_enough_the_page_says_so(self, explorer):
        explorer.set(plasma_magnesium_mM=0.3)
        explorer.nerve.actions.press("stretch_3")
        assert "not enough" in note(explorer.nerve.notes, "stretch")

    def test_holding_calcium_takes_the_place_of_stretching(self, explorer):
        explorer.nerve.actions.press("stretch_3")
        explorer.nerve.actions.press("held")
        assert (explorer.nerve.actions.pressed, explorer.nerve.found.stretched) == (["held"], None)
        assert "calcium held steady" in explorer.nerve.traces.description

    @pytest.mark.parametrize("name", ["low_blood_magnesium", "cramp_prone"])
    def test_every_set_up_is_solved_as_the_table_says(self, explorer, name):
        explorer.record.load_preset(name, "nerve")
        values = experiment_presets()[name].values
        assert {control: explorer.nerve.run.controls[control] for control in values} == dict(values)

    def test_the_fibre_keeps_its_usual_magnesium(self, explorer):
        explorer.set(free_magnesium_mM=0.05)
        explorer.set(plasma_magnesium_mM=0.6)
        assert explorer.nerve.run.experiment.number("free_magnesium_mM") == explorer.fibre.found.usual_mM


class TestMap:
    def test_the_learners_point_follows_the_sliders(self, explorer):
        explorer.set(plasma_magnesium_mM=0.6, plasma_ionised_calcium_mM=1.0)
        assert explorer.map.point == (0.6, 1.0)

    def test_a_clicked_cell_is_loaded_into_the_nerve(self, explorer):
        explorer.map.figure.pick(0.7, 1.0)
        assert explorer.nerve.run.experiment.number("plasma_magnesium_mM") == pytest.approx(0.7)
        assert explorer.nerve.run.experiment.number("plasma_ionised_calcium_mM") == pytest.approx(1.0)


class TestSustainedPull:
    def test_nothing_is_computed_before_a_reader_is_near(self, explorer):
        assert explorer.sustained.traces.waiting

    @pytest.fixture
    def seen(self, explorer) -> LowMagnesiumExplorer:
        explorer.sustained.rates.be_seen()
        return explorer

    def test_coming_near_computes_the_minute(self, seen):
        assert not seen.sustained.traces.waiting
        assert points(seen.sustained.traces, "this_run") > 0

    def test_by_products_weaken_and_slow_the_muscle(self, seen):
        pull = seen.sustained.pull
        end_ms = 60_000.0
        force = [run.resampled("force_percent", (end_ms,))[0] for run in (pull.tired, pull.without)]
        relaxing = [run.measures["half_relaxation_time_ms"] for run in (pull.tired, pull.rested)]
        assert force[0] < 0.8 * force[1]
        assert relaxing[0] > 1.5 * relaxing[1]

    def test_no_cramp_follows(self, seen):
        assert seen.sustained.pull.tired.measures["after_discharge_duration_ms"] == 0

    def test_the_claim_stands_beside_what_the_model_shows(self, seen):
        assert "make it cramp" in note(seen.sustained.notes, "claim")
        assert "weaker" in note(seen.sustained.notes, "tested")


def test_the_page_says_what_is_toy_and_that_most_cramps_have_normal_magnesium(explorer):
    assert {"limit_normal", "limit_toy"} <= {one["key"] for one in explorer.part_limits.notes}
