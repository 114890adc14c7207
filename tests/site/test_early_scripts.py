"""The frame asks early for exactly the scripts that a page loads; the names change with the pinned versions."""

import re
from urllib.parse import urlsplit

from tests.pages.servers import CHECKOUT

LIST = CHECKOUT / "widgets" / "site" / "templates" / "explainer" / "early_scripts.html.j2"
SERVED_PARTS = re.compile(r"/voila/(?:static/(\d+)\.voila\.js|labextensions/(.+/static/(?!remoteEntry).+))$")


def _asked_early() -> set[str]:
    text = LIST.read_text(encoding="utf-8")
    numbers = re.search(r"voila_parts = \[(.*?)\]", text, re.DOTALL)[1]
    return set(re.findall(r"\d+", numbers)) | set(re.findall(r'^ {2}"(.+)",$', text, re.MULTILINE))


def _loaded(page) -> set[str]:
    found = set()
    for address in page.record.requests:
        parts = urlsplit(address)
        match = SERVED_PARTS.search(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if match:
            found.add(match[1] or match[2])
    return found


def test_nothing_is_loaded_that_was_not_asked_for_early(framed_page):
    missing = sorted(_loaded(framed_page) - _asked_early())
    assert not missing, f"Add to {LIST.name}: {missing}"


def test_nothing_is_asked_for_early_that_is_not_there(framed_page):
    failed = [text for text in framed_page.record.console_errors if "Failed to load" in text]
    assert not failed, f"Take out of {LIST.name}: {failed}"


def test_every_early_script_is_asked_for_once(framed_page):
    requests = [address for address in framed_page.record.requests if "labextensions" in address]
    assert len(requests) == len(set(requests))
