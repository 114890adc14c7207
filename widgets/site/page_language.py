"""What the frame around a page says, in the language that its visitor asks for.

Runs in the page server, not in a page. A server speaks many languages at once, so each answer names its own.
"""

from collections.abc import Mapping
from typing import Any

from widgets.reference_data.language import ENGLISH, PSEUDO, languages
from widgets.reference_data.page_path import PATH
from widgets.reference_data.wording import words

# The name in a page's address, and of the cookie that keeps a choice in the visitor's browser.
ASKED_BY = "language"
KEPT_AS = "explainer_language"
_LONGEST_QUOTED = 20


def frame_of(asked: str | None) -> dict[str, Any]:
    """Return what the templates need of the site: its language, its words, its pages and its settings.

    A language that there is not gives English, and a notice that says so.

    Args:
        asked: the language that the address asks for; None where it asks for none.
    """
    known = asked if asked in languages() else None
    language = known or ENGLISH
    site = dict(words("site", language))
    notice = "" if asked is None or known else site["no_such_language"].format(language=asked[:_LONGEST_QUOTED])
    return {
        "language": language,
        "direction": languages()[language].direction,
        # Nobody translates notebooks into it.
        "is_pseudo": language == PSEUDO,
        "words": site,
        "pages": {page: words("pages", language)[page] for page in PATH},
        "path_words": dict(words("path", language)),
        "languages": _names(site),
        "notice": notice,
        # Every link of the site carries the language on.
        "query": f"?{ASKED_BY}={known}" if known else "",
    }


def _names(site: Mapping[str, str]) -> dict[str, str]:
    return {
        code: site["pseudo_language"] if code == PSEUDO else language.name for code, language in languages().items()
    }
