"""`sweep`: one or two controls through their values, as runs, a table and a figure."""

import csv
import io
import subprocess
import sys
import textwrap

import pytest

import widgets
from widgets.background.workers import NoWorkersError
from widgets.cells import sweep as sweeping
from widgets.cells.sweep import SweepError
from widgets.reference_data.control_values import ControlError


@pytest.fixture(scope="module")
def rates():
    return widgets.sweep(impulse_rate_Hz=[5, 20, 50])


def assert_same_runs(found, expected):
    """What the solver solved before leaves a trace of a billionth."""
    for one, other in zip(found, expected, strict=True):
        assert one.controls == other.controls
        assert one.traces["force_percent"] == pytest.approx(other.traces["force_percent"], rel=1e-6)


@pytest.fixture(scope="module")
def grid():
    return widgets.sweep(impulse_rate_Hz=[5, 50], free_magnesium_mM=[0.3, 1, 3])


class TestRuns:
    def test_each_run_is_the_one_that_simulate_gives(self, rates):
        assert_same_runs(rates, [widgets.simulate(impulse_rate_Hz=rate) for rate in (5, 20, 50)])

    def test_two_controls_make_a_grid_the_last_moving_first(self, grid):
        points = [(point["impulse_rate_Hz"], point["free_magnesium_mM"]) for point in grid.points]
        assert points == [(5, 0.3), (5, 1), (5, 3), (50, 0.3), (50, 1), (50, 3)]

    def test_a_preset_holds_in_all_runs(self):
        found = widgets.sweep(preset="slow_pump", impulse_rate_Hz=[5, 20])
        assert_same_runs(found, [widgets.simulate(preset="slow_pump", impulse_rate_Hz=rate) for rate in (5, 20)])

    def test_switches_and_choices_can_be_swept(self):
        found = widgets.sweep(fibre_type=["human_calf_37C", "mouse_fast_16C"], magnesium_at_pump=[True, False])
        assert len(found) == 4
        assert found.figure().data[0].type == "heatmap"


class TestTable:
    def test_it_has_a_row_for_each_run_and_a_column_for_each_measure(self, rates):
        header, *rows = csv.reader(io.StringIO(rates.to_csv()))
        assert header == ["impulse_rate_Hz", *widgets.measures().names]
        assert [float(row[1]) for row in rows] == [run.measures["peak_force_percent"] for run in rates]

    def test_it_prints_short(self):
        found = widgets.sweep(impulse_rate_Hz=range(1, 13))
        assert len(repr(found).splitlines()) < 12

    def test_with_pandas_it_is_a_table(self, rates):
        pytest.importorskip("pandas")
        assert list(rates.to_dataframe()["impulse_rate_Hz"]) == [5, 20, 50]


class TestFigure:
    def test_one_control_is_drawn_as_a_line(self, rates):
        line = rates.figure("peak_free_calcium_uM").data[0]
        assert list(line.x) == [5, 20, 50]
        assert list(line.y) == [run.measures["peak_free_calcium_uM"] for run in rates]

    def test_two_controls_are_drawn_as_shades(self, grid):
        shades = grid.figure().data[0]
        assert [len(row) for row in shades.z] == [2, 2, 2]
        assert shades.z[0][1] == grid[3].measures["peak_force_percent"]

    def test_an_unknown_measure_is_answered_with_the_nearest(self, rates):
        with pytest.raises(ControlError, match="There is no measure named peak_force; did you mean peak_force_percent"):
            rates.figure("peak_force")

    def test_a_cell_shows_it_with_where_it_is_lowest_and_highest(self, rates):
        rates._repr_mimebundle_()
        assert (
            rates._panel.finding
            == "Peak force goes from 14.4\u00a0% (Nerve signals 5\u00a0Hz) to 96.2\u00a0% (Nerve signals 50\u00a0Hz)"
        )


class TestFaults:
    def test_without_several_values_it_says_how_to_give_them(self):
        with pytest.raises(SweepError, match=r"such as impulse_rate_Hz=range\(1, 51\); here 0 have"):
            widgets.sweep(impulse_rate_Hz=20)

    def test_three_controls_are_too_many(self):
        with pytest.raises(SweepError, match="here 3 have"):
            widgets.sweep(impulse_rate_Hz=[1, 2], free_magnesium_mM=[1, 2], pump_activity=[1, 0.5])

    def test_endless_values_are_refused_and_not_waited_for(self):
        import itertools  # noqa: PLC0415

        with pytest.raises(SweepError, match="can have from 1 to"):
            widgets.sweep(impulse_rate_Hz=itertools.count())

    def test_a_value_out_of_range_is_named_before_anything_is_solved(self, monkeypatch):
        monkeypatch.setattr(sweeping, "simulate_contraction", None)
        with pytest.raises(ControlError, match=r"cannot be 81\sHz: it goes from 0 to 80\sHz"):
            widgets.sweep(impulse_rate_Hz=range(1, 82))

    def test_a_run_that_cannot_be_solved_is_named_and_the_others_are_kept(self, monkeypatch):
        solve = sweeping.simulate_contraction

        def fails_at_20(experiment):
            if experiment.number("impulse_rate_Hz") == 20:
                raise ControlError("recording_length_ms", "The model could not be solved.")
            return solve(experiment)

        monkeypatch.setattr(sweeping, "simulate_contraction", fails_at_20)
        found = widgets.sweep(impulse_rate_Hz=[5, 20, 50])
        assert found.failures == {1: "The model could not be solved."}
        assert found[1] is None
        assert_same_runs([found[2]], [widgets.simulate(impulse_rate_Hz=50)])
        assert "Nerve signals 20\u00a0Hz: The model could not be solved." in repr(found)


class TestProcesses:
    def test_other_processes_find_what_this_one_finds(self, rates, monkeypatch):
        monkeypatch.setattr(sweeping, "ALONE_S", 0.0)
        monkeypatch.setattr(sweeping, "worker_count", lambda: 2)
        monkeypatch.setattr(sweeping.MachineTurn, "try_take", lambda _: True)
        assert_same_runs(widgets.sweep(impulse_rate_Hz=[5, 20, 50]), rates)

    def test_where_no_process_can_be_started_it_goes_on_alone(self, rates, monkeypatch):
        def refuse(*_given):
            raise NoWorkersError

        monkeypatch.setattr(sweeping, "ALONE_S", 0.0)
        monkeypatch.setattr(sweeping, "worker_count", lambda: 2)
        monkeypatch.setattr(sweeping, "Workers", refuse)
        assert_same_runs(widgets.sweep(impulse_rate_Hz=[5, 20, 50]), rates)

    def test_a_plain_script_is_not_run_again_by_its_processes(self, tmp_path):
        script = tmp_path / "mine.py"
        script.write_text(
            textwrap.dedent("""
                import widgets
                from widgets.cells import sweep
                print("begins")
                sweep.ALONE_S, sweep.worker_count = 0.0, lambda: 2
                sweep.MachineTurn.try_take = lambda _: True
                print(len(widgets.sweep(impulse_rate_Hz=[5, 20])))
            """),
            encoding="utf-8",
        )
        done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["begins", "2"]
