"""One sarcomere on a page of a real browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser

from tests.sarcomere.stage import Stage


@pytest.fixture
def open_stage(browser: Browser) -> Iterator[Callable[..., Stage]]:
    contexts = []

    def opening(**context_options: object) -> Stage:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **context_options})
        contexts.append(context)
        return Stage(context.new_page())

    yield opening
    for context in contexts:
        context.close()


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Iterator[Stage]:
    opened = open_stage()
    yield opened
    assert opened.errors == []
