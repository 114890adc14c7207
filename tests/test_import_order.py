"""The order in which parts may import each other, as pyproject.toml states it."""

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.pages.servers import CHECKOUT


def test_parts_import_each_other_only_in_the_stated_order(monkeypatch, capsys):
    monkeypatch.chdir(CHECKOUT)
    kept = lint_imports(config_filename="pyproject.toml", no_cache=True, no_logo=True) == EXIT_STATUS_SUCCESS
    assert kept, capsys.readouterr().out
