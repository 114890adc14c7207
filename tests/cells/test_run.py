"""A run in a student's hands: printed, tabled, written, copied, and traced back to its sources."""

import copy
import csv
import io
import multiprocessing
import pickle
import sys

import plotly.graph_objects as go
import pytest

import widgets
from widgets.cells.data_frames import NoPandasError
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment


@pytest.fixture(scope="module")
def run():
    return widgets.simulate(impulse_rate_Hz=20)


class TestShown:
    def test_it_shows_its_figure_in_a_cell(self, run):
        shown = run._repr_mimebundle_()
        bundle = shown[0] if isinstance(shown, tuple) else shown
        assert "application/vnd.jupyter.widget-view+json" in bundle

    def test_it_gives_plotlys_own_figure(self, run):
        figure = run.figure()
        assert isinstance(figure, go.Figure)
        assert any(tuple(line.y or ()) == run.traces["force_percent"] for line in figure.data)

    def test_it_prints_itself_in_three_lines(self, run):
        finding, settings, numbers = repr(run).splitlines()
        assert "twitches pile up" in finding
        assert settings.endswith("changed: impulse_rate_Hz=20")
        assert "Peak force: 72" in numbers

    def test_its_traces_print_a_line_each(self, run):
        printed = repr(run.traces)
        assert len(printed.splitlines()) == 1 + len(run.traces)
        assert len(printed) < 4000
        assert "µM" in printed

    def test_its_measures_print_with_units(self, run):
        line = next(line for line in repr(run.measures).splitlines() if line.startswith("time_to_peak_force_ms"))
        assert line.endswith("ms")


class TestNumbers:
    def test_its_traces_are_those_of_the_model(self, run):
        solved = simulate_contraction(Experiment.from_values({"impulse_rate_Hz": 20}))
        assert dict(run.traces) == dict(solved.traces)

    def test_they_are_a_dict_to_every_tool_and_cannot_be_changed(self, run):
        assert isinstance(run.traces, dict)
        with pytest.raises(TypeError, match=r"dict\(...\) gives a copy"):
            run.traces["force_percent"] = ()

    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda run: pickle.loads(pickle.dumps(run))])
    def test_a_copy_is_equal_and_still_a_run(self, run, again):
        assert again(run) == run
        assert repr(again(run)) == repr(run)

    def test_another_run_is_not_equal(self, run):
        assert run != widgets.simulate(impulse_rate_Hz=21)

    def test_other_processes_can_simulate(self, run):
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            found = pool.map(simulated, [20])[0]
        assert found.controls == run.controls
        assert found.traces["force_percent"] == pytest.approx(run.traces["force_percent"], rel=1e-6)


def simulated(rate):
    return widgets.simulate(impulse_rate_Hz=rate)


class TestFiles:
    def test_csv_is_given_back_or_written(self, run, tmp_path):
        assert run.to_csv(tmp_path / "run.csv") is None
        assert (tmp_path / "run.csv").read_text(encoding="utf-8") == run.to_csv()

    def test_csv_has_all_samples(self, run):
        lines = [line for line in run.to_csv().splitlines() if not line.startswith("#")]
        header, *rows = csv.reader(io.StringIO("\n".join(lines)))
        assert header == ["time_ms", *run.traces]
        assert tuple(float(row[0]) for row in rows) == run.time_ms

    def test_without_pandas_a_table_is_answered_in_one_sentence(self, run, monkeypatch):
        monkeypatch.setitem(sys.modules, "pandas", None)
        with pytest.raises(NoPandasError, match='Run "pip install pandas"'):
            run.to_dataframe()

    def test_with_pandas_it_is_a_table_by_time(self, run):
        pd = pytest.importorskip("pandas")
        frame = run.to_dataframe()
        assert frame.index.name == "time_ms"
        assert frame.equals(pd.DataFrame(run.traces, index=run.time_ms))


class TestSources:
    def test_what_was_set_comes_first(self, run):
        assert "Nerve signals" in run.sources[0].behind

    def test_every_source_is_named_in_full_once(self, run):
        assert len(set(run.sources.names)) == len(run.sources)
        assert all(source.reference and source.behind for source in run.sources)
