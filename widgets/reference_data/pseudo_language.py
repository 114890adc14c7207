"""English as nobody writes it: accented, about 40 % longer, right to left, between brackets.

It shows at a glance what has been left in English, what does not bear longer words, and what gets out of order where
lines run from right to left. What every language keeps is left alone: {named values}, numbers, units, formulas, markup
and addresses.
"""

import re

OPENS, CLOSES = "⟦", "⟧"
# What stands between these two is shown from right to left, whatever its letters.
RIGHT_TO_LEFT, AS_BEFORE = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
# And what stands between these two reads from left to right, whatever stands around it.
LEFT_TO_RIGHT, AS_AROUND = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖƤɊŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöƥɋŕšţûṽŵẋýž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_DOUBLED = re.compile(r"[aeiouyAEIOUY]")

_AMOUNT = re.compile(r"^(?:\{\w*\}|[−-]?\d[\d.,]*)[\s\u00a0]?[^\W\d_%]*[^\W\d_]|%$")
_UNITS = r"(?:mM|µM|nM|mV|ms|mg|kg|g|s|Hz|mmol/L|L|°C|pH|pCa)"
# What is the same in every language.
KEPT = re.compile(
    r"""
      \{\w*\}(?:[\s\u00a0](?:UNITS(?:/UNITS)?(?!\w)|%))?   # a named value, with its unit
    | <[^<>]*>                             # markup
    | &\#?\w+;                             # a character by name
    | https?://\S+ | \b10\.\d{4,}/\S+      # addresses
    | \b(?:Mg|Ca|K|Na|Cl|P)(?:[⁰-⁹⁺⁻₀-₉²³¹]+)   # ions
    | \bMg-?ATP\b | \bATP\b | \bADP\b | \bSERCA\b | \bpH\b | \bpCa\b
    | (?<![\w.])[−-]?\d[\d.,]*(?:[\s\u00a0]?(?:UNITS(?:/UNITS)?(?![\w]))|[\s\u00a0]?%)?   # numbers with their units
    | \(UNITS\)                            # a unit by itself
    | (?<=,\s)UNITS(?=$|[,;.)])            # a unit at the end of a heading
    | \b(?:mM|µM|nM|mV|ms|mg|Hz|mmol/L)\b
    | %
    """.replace("UNITS", _UNITS),
    re.VERBOSE,
)


def pseudo(text: str) -> str:
    """Return a text of English in the pseudo-language; what has no letters to change stays as it is."""
    parts, at = [], 0
    for kept in KEPT.finditer(text):
        parts += [_changed(text[at : kept.start()]), _in_order(kept.group())]
        at = kept.end()
    parts.append(_changed(text[at:]))
    return f"{OPENS}{''.join(parts)}{CLOSES}" if any(RIGHT_TO_LEFT in part for part in parts) else text


def left_in_english(text: str) -> list[str]:
    """Return the words of a text that stand there in plain English letters."""
    return [word for part in KEPT.split(text) for word in re.findall(r"[A-Za-z]{2,}", part)]


def _in_order(kept: str) -> str:
    """Return a kept piece so that it reads from left to right; a named value by itself brings its own order."""
    return f"{LEFT_TO_RIGHT}{kept}{AS_AROUND}" if _AMOUNT.search(kept) else kept


def _changed(text: str) -> str:
    """Return the text between two kept pieces in accented letters, every vowel twice, from right to left."""
    if not re.search(r"[A-Za-z]", text):
        return text
    longer = _DOUBLED.sub(lambda vowel: vowel.group() + vowel.group().lower(), text)
    return f"{RIGHT_TO_LEFT}{longer.translate(_ACCENTS)}{AS_BEFORE}"
