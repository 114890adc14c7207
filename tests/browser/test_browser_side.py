"""The browser side is checked as strictly as the Python: by its own tools, at their own word."""

import re
from collections.abc import Callable

import pytest

from tests.browser.node_tools import ToolsMissingError, install, run_script
from tests.pages.servers import CHECKOUT

Check = Callable[..., None]


@pytest.fixture(scope="session")
def passes() -> Check:
    """Run a script of package.json, and fail with what it says."""
    try:
        install()
    except ToolsMissingError as reason:
        pytest.fail(str(reason), pytrace=False)

    def check(*script: str) -> None:
        done = run_script(*script)
        if done.returncode:
            pytest.fail(f"{done.stdout}{done.stderr}", pytrace=False)

    return check


def test_every_bundle_is_in_step_with_its_sources(passes):
    passes("bundle", "--check")


def test_every_bundle_that_is_installed_by_its_name_is_there():
    named = re.findall(r'"(widgets/bundles/[^"]+)" =', (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    assert named
    assert [path for path in named if not (CHECKOUT / path).is_file()] == []


def test_every_type_of_the_browser_side_holds(passes):
    passes("types")


def test_lint_and_format_find_nothing_to_mend(passes):
    passes("lint")


def test_every_unit_test_of_the_browser_side_passes(passes):
    passes("test")
