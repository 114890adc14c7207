"""What holds for every page, whatever it explains."""

import pytest

from tests.pages.page_checks import (
    assert_all_requests_local,
    assert_no_console_errors,
    axe_violations,
    width_beyond_the_screen_px,
)
from tests.pages.servers import NOTEBOOKS

PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("name", sorted(notebook.stem for notebook in NOTEBOOKS.glob("*.ipynb")))
class TestPage:
    def test_writes_no_error(self, open_voila_page, name):
        assert_no_console_errors(open_voila_page(name))

    def test_asks_nothing_of_other_machines(self, open_voila_page, name):
        assert_all_requests_local(open_voila_page(name))

    def test_breaks_no_serious_accessibility_rule(self, open_voila_page, name):
        assert axe_violations(open_voila_page(name)) == []

    def test_breaks_no_serious_accessibility_rule_on_a_phone(self, open_voila_page, name):
        assert axe_violations(open_voila_page(name, **PHONE)) == []

    def test_cannot_be_pushed_sideways_on_a_phone(self, open_voila_page, name):
        assert width_beyond_the_screen_px(open_voila_page(name, **PHONE)) == 0

    def test_becomes_ready_in_jupyterlab(self, open_jupyterlab_page, name):
        assert open_jupyterlab_page(name).locator(".explainer").get_attribute("data-ready") == "true"

    def test_asks_nothing_of_other_machines_in_jupyterlab(self, open_jupyterlab_page, name):
        assert_all_requests_local(open_jupyterlab_page(name))
