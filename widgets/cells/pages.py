"""The live page behind a notebook."""

import importlib
import os
from typing import TYPE_CHECKING

from widgets.browser.plain_output import without_a_front_end
from widgets.reference_data.data_package import DataError
from widgets.reference_data.language import ENGLISH, LanguageError, languages, use_language
from widgets.reference_data.plain_error import PlainError
from widgets.reference_data.wording import sentence

if TYPE_CHECKING:
    import ipywidgets

# The language of every page of a server, where a page is not asked for in another.
LANGUAGE_SETTING = "EXPLAINER_LANGUAGE"
# What stood after the question mark of the page's address; Voila hands it to the kernel.
ADDRESS_SETTING = "QUERY_STRING"

# Page -> module of its folder and class, so that a page imports nothing that only another page needs.
PAGES = {
    "home": ("home_explorer", "HomeExplorer"),
    "contraction_cycle": ("contraction_explorer", "ContractionExplorer"),
    "low_magnesium_and_cramps": ("low_magnesium_explorer", "LowMagnesiumExplorer"),
    "causes_of_cramps": ("causes_explorer", "CausesExplorer"),
    "intake_table": ("intake_explorer", "IntakeExplorer"),
    "supplement_evidence": ("evidence_explorer", "EvidenceExplorer"),
    "model_credibility": ("credibility_explorer", "CredibilityExplorer"),
}


class UnknownPageError(PlainError):
    """A page that there is not."""


def open_page(name: str, language: str | None = None) -> "ipywidgets.DOMWidget":
    """Return the live page of this name, to be shown as a cell's result.

    A page whose data are broken gives one sentence instead, which names file, row, column and value; other pages are
    not touched by that.

    Args:
        name: a notebook's name.
        language: the code of a language. Where none is given, the page's address says it (`?language=en`), or else the
            environment variable EXPLAINER_LANGUAGE; failing both it is English.

    Raises:
        UnknownPageError: there is no page of this name.
        LanguageError: there is no such language.
    """
    # A cell that only simulates needs no widgets.
    import ipywidgets  # noqa: PLC0415

    if name not in PAGES:
        raise UnknownPageError(f"There is no page named {name!r}; the pages are {', '.join(PAGES)}.")
    module, explorer = PAGES[name]
    try:
        use_language(language or language_asked_for())
    except LanguageError as error:
        if language is not None:
            raise
        # A setting of the server, which no reader can mend: the page says what is wrong with it.
        return ipywidgets.HTML(str(error))
    try:
        with without_a_front_end():
            page: ipywidgets.DOMWidget = getattr(
                importlib.import_module(f"widgets.explorers.{name}.{module}"), explorer
            )()
    except DataError as error:
        return ipywidgets.HTML(sentence("explorer_page", "data_fault", fault=error))
    return page


def way_on(name: str) -> "ipywidgets.DOMWidget":
    """Return the end of a page, to be shown as a cell's result: a sentence to take along, and a link to the next page.

    Args:
        name: a notebook's name; its page is open already, and the language is the page's.

    Raises:
        ValueError: the path through the pages does not lead past this one.
    """
    from widgets.explorers.frame.way_on import WayOn  # noqa: PLC0415 - a cell that only simulates needs no widgets

    return WayOn(name)


def language_asked_for() -> str:
    """Return the language that the page's address asks for, if there is such a language, or else the server's own."""
    from urllib.parse import parse_qs  # noqa: PLC0415 - a cell that only simulates has no address

    asked = parse_qs(os.environ.get(ADDRESS_SETTING, "")).get("language", [""])[-1]
    return asked if asked in languages() else os.environ.get(LANGUAGE_SETTING) or ENGLISH
