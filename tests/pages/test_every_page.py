"""What holds for every page, whatever it explains."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.opened_page import opened_jupyterlab_page, opened_voila_page
from tests.pages.page_checks import (
    assert_all_requests_local,
    assert_no_console_errors,
    axe_violations,
    ids_given_twice,
    names_that_lead_astray,
    width_beyond_the_screen_px,
)
from tests.pages.servers import NOTEBOOKS, PageServer
from widgets.reference_data.wording import words


# All tests of one page stand together and look at the same window.
@pytest.mark.parametrize("page_name", sorted(notebook.stem for notebook in NOTEBOOKS.glob("*.ipynb")), scope="class")
class TestPage:
    @pytest.fixture(scope="class")
    def page(self, browser: Browser, voila_server: PageServer, page_name: str) -> Iterator[Page]:
        with opened_voila_page(browser, voila_server, page_name, 1280, 800) as page:
            yield page

    @pytest.fixture(scope="class")
    def phone(self, browser: Browser, voila_server: PageServer, page_name: str) -> Iterator[Page]:
        with opened_voila_page(browser, voila_server, page_name, 390, 844) as page:
            yield page

    @pytest.fixture(scope="class")
    def notebook(self, browser: Browser, jupyterlab_server: PageServer, page_name: str) -> Iterator[Page]:
        with opened_jupyterlab_page(browser, jupyterlab_server, page_name, 1280, 800) as page:
            yield page

    def test_writes_no_error(self, page):
        assert_no_console_errors(page)

    def test_asks_nothing_of_other_machines(self, page):
        assert_all_requests_local(page)

    def test_is_the_marked_one_in_the_list_of_pages(self, page, page_name):
        expect(page.locator(".page-path [aria-current=page] .path-title")).to_have_text(
            words("pages").get(page_name, [])
        )

    def test_gives_no_id_twice(self, page):
        assert ids_given_twice(page) == []

    def test_leads_every_label_and_description_to_what_it_names(self, page):
        assert names_that_lead_astray(page) == []

    def test_breaks_no_serious_accessibility_rule(self, page):
        assert axe_violations(page) == []

    def test_breaks_no_serious_accessibility_rule_on_a_phone(self, phone):
        assert axe_violations(phone) == []

    def test_cannot_be_pushed_sideways_on_a_phone(self, phone):
        assert width_beyond_the_screen_px(phone) == 0

    def test_becomes_ready_in_jupyterlab(self, notebook):
        expect(notebook.locator(".explainer")).to_have_attribute("data-ready", "true")

    def test_asks_nothing_of_other_machines_in_jupyterlab(self, notebook):
        assert_all_requests_local(notebook)
