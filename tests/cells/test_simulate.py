"""`simulate`: names that complete, presets, and errors that are one sentence."""

import inspect
import subprocess
import sys

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import widgets
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

OUT_OF_RANGE = "Nerve signals (impulse_rate_Hz) cannot be 200\u00a0Hz: it goes from 0 to 80\u00a0Hz."


@pytest.fixture(scope="module")
def shell():
    shell = InteractiveShell()
    shell.run_cell("import widgets")
    return shell


def shown_of(shell: InteractiveShell, cell: str, capsys) -> list[str]:
    shell.run_cell(cell)
    return capsys.readouterr().out.splitlines()


class TestNames:
    def test_its_parameters_are_preset_and_all_controls(self):
        assert list(inspect.signature(widgets.simulate).parameters) == ["preset", *experiment_controls()]

    @pytest.mark.parametrize("function", ["simulate", "sweep"])
    def test_a_shell_completes_the_names(self, shell, function):
        code = f"widgets.{function}(free_m"
        with provisionalcompleter():
            assert "free_magnesium_mM=" in {found.text for found in shell.Completer.completions(code, len(code))}

    def test_its_signature_shows_unit_range_and_default(self):
        assert "free_magnesium_mM: 0.05–10 mM = 0.56" in str(inspect.signature(widgets.simulate))

    def test_its_help_has_a_line_for_each_control(self):
        assert all(f"    {name}: " in widgets.simulate.__doc__ for name in experiment_controls())


class TestPresets:
    @pytest.mark.parametrize("name", list(experiment_presets()))
    def test_a_preset_sets_its_controls_by_key_and_by_label(self, name):
        preset = experiment_presets()[name]
        by_key = widgets.simulate(preset=name)
        assert {key: by_key.controls[key] for key in preset.values} == preset.values
        assert widgets.simulate(preset=preset.label.upper()).controls == by_key.controls

    def test_further_controls_have_the_last_word(self):
        assert widgets.simulate(preset="smooth_pull", impulse_rate_Hz=5).controls["impulse_rate_Hz"] == 5

    def test_an_unknown_preset_is_answered_with_the_nearest(self):
        with pytest.raises(ControlError, match="There is no preset named smooth; the nearest are smooth_pull"):
            widgets.simulate(preset="smooth")

    def test_what_is_no_name_at_all_is_answered_in_one_sentence(self):
        with pytest.raises(ControlError, match="There is no preset named 3"):
            widgets.simulate(preset=3)


class TestErrors:
    def test_a_notebook_shows_the_sentence_first_and_the_readers_line_only(self, shell, capsys):
        first, line = shown_of(shell, "x = 1\nrun = widgets.simulate(impulse_rate_Hz=200)", capsys)
        assert first == f"ControlError: {OUT_OF_RANGE}"
        assert line == "  2: run = widgets.simulate(impulse_rate_Hz=200)"

    def test_a_misspelt_name_is_answered_with_the_nearest(self):
        with pytest.raises(ControlError, match="There is no control named impulse_rate; did you mean impulse_rate_Hz"):
            widgets.simulate(impulse_rate=20)

    def test_a_script_ends_with_the_sentence_and_goes_no_deeper_than_the_call(self):
        code = "import widgets; widgets.simulate(impulse_rate_Hz=200)"
        said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr
        assert said.splitlines()[-1].endswith(OUT_OF_RANGE)
        assert "control_values.py" not in said
        assert "During handling" not in said
