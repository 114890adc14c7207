"""The few HTML elements that plain output is made of; every text is escaped here."""

import html
from collections.abc import Iterable


def heading(text: str, level: int = 3) -> str:
    """Return a heading, nothing for an empty text."""
    return f"<h{level}>{html.escape(text)}</h{level}>" if text else ""


def paragraph(text: str, title: str = "") -> str:
    """Return a paragraph, behind a title in bold where there is one; nothing where both are empty."""
    strong = f"<strong>{html.escape(title)}</strong> " if title else ""
    return f"<p>{strong}{html.escape(text)}</p>" if text or title else ""


def below_one_another(pieces: Iterable[str]) -> str:
    """Return pieces of HTML one after another."""
    return "".join(pieces)


def lines(texts: Iterable[str], gap: int = 1) -> str:
    """Return texts without markup below one another; empty ones are left out."""
    return ("\n" * gap).join(filter(None, texts))
