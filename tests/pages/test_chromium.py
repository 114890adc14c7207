"""Where the browser comes from, and what is said when there is none."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.pages import chromium
from tests.pages.chromium import NoBrowserError, find_chromium


@pytest.fixture
def machine_without_browser(monkeypatch, tmp_path):
    """No browser anywhere, and every attempt to install one fails; gives what would be asked for Playwright's own."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "_ran", lambda _command: False)
    return SimpleNamespace(chromium=SimpleNamespace(executable_path=str(tmp_path / "bundled")))


def test_browser_named_by_the_environment_is_taken(machine_without_browser, monkeypatch, tmp_path):
    program = tmp_path / "my_browser"
    program.touch(mode=0o755)
    monkeypatch.setenv("CHROMIUM", str(program))
    assert find_chromium(machine_without_browser) == program


def test_wrong_name_in_the_environment_is_not_passed_over(machine_without_browser, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "no_such_browser")
    with pytest.raises(NoBrowserError, match="no_such_browser"):
        find_chromium(machine_without_browser)


def test_browser_of_playwright_is_taken_where_none_is_installed(machine_without_browser):
    bundled = Path(machine_without_browser.chromium.executable_path)
    bundled.touch()
    assert find_chromium(machine_without_browser) == bundled


def test_failed_installation_says_what_to_install(machine_without_browser):
    with pytest.raises(NoBrowserError, match="install the package 'chromium'"):
        find_chromium(machine_without_browser)
