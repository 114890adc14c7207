"""A page's prose in the pseudo-language: its text changes, its markup, code and formulas stay.

Runs in the page server, not in a page.
"""

import re
from html.parser import HTMLParser

from widgets.reference_data.pseudo_language import pseudo

_FORMULA = re.compile(r"(\$\$.+?\$\$|\$[^$\n]+\$|\\\(.+?\\\)|\\\[.+?\\\])", re.DOTALL)
_KEPT_TAGS = frozenset({"code", "pre", "script", "style", "math", "svg"})


def pseudo_prose(html: str) -> str:
    """Return a piece of HTML with every text in it in the pseudo-language, but for code and formulas."""
    changed = _PseudoProse()
    changed.feed(html)
    changed.close()
    return "".join(changed.pieces)


class _PseudoProse(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: list[str] = []
        self._kept: list[str] = []

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        self.pieces.append(self.get_starttag_text() or "")
        if tag in _KEPT_TAGS:
            self._kept.append(tag)

    def handle_startendtag(self, _tag: str, _attributes: object) -> None:
        self.pieces.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(f"</{tag}>")
        if self._kept and self._kept[-1] == tag:
            self._kept.pop()

    def handle_data(self, data: str) -> None:
        parts = [data] if self._kept else _FORMULA.split(data)
        # Formulas stand at every second place.
        self.pieces += [part if self._kept or at % 2 else pseudo(part) for at, part in enumerate(parts)]

    def handle_entityref(self, name: str) -> None:
        self.pieces.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.pieces.append(f"&#{name};")
