"""`import widgets`: what it offers, and what it does not load."""

import subprocess
import sys

import pytest

import widgets


def loaded_after(code: str, *modules: str) -> list[str]:
    told = f"import sys\n{code}\nprint(*(name for name in {modules} if name in sys.modules))"
    return subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()


def test_importing_the_package_opens_no_model_no_table_and_no_widgets():
    assert loaded_after("import widgets", "ipywidgets", "anywidget", "plotly", "numpy", "COPASI", "csv") == []


def test_a_simulation_needs_no_widgets_and_no_number_libraries():
    heavy = ("ipywidgets", "anywidget", "plotly", "numpy", "pandas", "matplotlib", "IPython", "multiprocessing")
    assert loaded_after("import widgets; print(widgets.simulate())", *heavy)[-1:] == ["µM"]


def test_everything_that_is_offered_is_there_and_described():
    assert all(hasattr(widgets, name) for name in widgets.__all__)
    assert all(name in (widgets.__doc__ or "") for name in widgets.__all__)


def test_dir_shows_what_is_offered_and_nothing_else():
    assert dir(widgets) == sorted(widgets.__all__)


def test_what_is_not_offered_is_answered_with_what_is():
    with pytest.raises(AttributeError, match="has no 'simulat'; it has antimony_file, controls"):
        _ = widgets.simulat


def test_the_model_lies_where_it_is_said_to_lie():
    assert "<sbml" in widgets.model_file.read_text(encoding="utf-8")[:300]
    assert "model" in widgets.antimony_file.read_text(encoding="utf-8")
