"""The section on what would change our mind: the trials that are missing, and when anybody last looked."""

from widgets.descriptions.open_questions_description import (
    open_questions_finding,
    open_questions_table,
    searches_table,
)
from widgets.explorers.parts.text_table import TextTable
from widgets.reference_data.wording import sentence


def missing_trials() -> TextTable:
    """Return the trials that are missing, as a table."""
    return TextTable.of(open_questions_table())


def last_searches() -> TextTable:
    """Return when each review, and this project, last searched, as a table."""
    return TextTable.of(searches_table())


def open_questions_head() -> dict[str, str]:
    """Return title and text of the section, and what its head says while it is folded."""
    return {
        "title": sentence("open_questions", "title"),
        "text": sentence("open_questions", "text"),
        "finding": open_questions_finding(),
    }
