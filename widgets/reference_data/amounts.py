"""Numbers, units and lists as a person says them in the language that is spoken: the one place that writes them."""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Literal

from widgets.reference_data.language import Language, spoken_language
from widgets.reference_data.plural_rules import plural_form

ListKind = Literal["and", "or", "clauses", "range"]

NO_UNIT = ("", "1")
# Where lines run from right to left, a number with its sign and unit still reads from left to right.
_AS_ITS_OWN = "\N{FIRST STRONG ISOLATE}"
_LEFT_TO_RIGHT, _AS_AROUND = "\N{LEFT-TO-RIGHT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_NOTHING = 5e-4
_LARGE = 100
# Four digits stand together, as in the browser (`showNumber`): "1,000" is two numbers to readers of two languages.
_GROUPED_FROM_DIGITS = 5
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number_in_words(value: float, digits: int | None = None, *, decimals: int | None = None) -> str:
    """Return a number as it is written in the language that is spoken, without trailing zeros or exponents.

    A whole number (an int) keeps all its digits. Other numbers get three significant digits from 100 on and two below,
    and magnitudes under a thousandth read as "0": no trace of the model is shown finer than that.

    Args:
        value: the number.
        digits: significant digits, in place of two or three.
        decimals: a fixed count of decimals, zeros among them.
    """
    return _alone(_written(_plain(value, digits, decimals)))


def amount(value: float, unit: str, digits: int | None = None, *, decimals: int | None = None) -> str:
    """Return a number with its unit, kept together by a no-break space; "", "1" and those without a name are not said.

    Args:
        value: the number.
        unit: as the tables write it.
        digits: see `number_in_words`.
        decimals: see `number_in_words`.
    """
    plain = _plain(value, digits, decimals)
    return _alone(_with_unit(_written(plain), unit, plain))


def precise_amount(value: float, unit: str) -> str:
    """Return a constant with its unit: at most four significant digits, a power of ten where that is shorter."""
    figures, _, power = f"{value:.4g}".partition("e")
    written = _written(figures)
    if power:
        raised = str(int(power)).translate(_SUPERSCRIPTS)
        written = f"{written}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}10{raised}"
    return _alone(_with_unit(written, unit, figures))


def temperature_in_words(celsius: str) -> str:
    """Return a temperature or a range of them, as a table holds it ("16", "16-20"); the unit stands apart."""
    return list_in_words([number_in_words(float(end), 4) for end in celsius.split("-") if end], "range")


def unit_in_words(unit: str) -> str:
    """Return a unit by itself, for headings; "" and "1" are no units."""
    forms = spoken_language().units.get(unit)
    if unit in NO_UNIT:
        return ""
    return forms["other"] if forms else unit


def list_in_words(items: Iterable[str], kind: ListKind = "and") -> str:
    """Return items as a list: names that all hold ("and") or one of which may ("or"), clauses, the ends of a range."""
    joined = _listed(items, kind)
    return _alone(joined) if kind == "range" else joined


def _listed(items: Iterable[str], kind: ListKind) -> str:
    *start, last = list(items) or [""]
    if not start:
        return last
    joined = spoken_language().lists[kind]
    if len(start) == 1:
        return joined["two"].format(start=start[0], last=last)
    return joined["end"].format(
        start=reduce(lambda before, item: joined["middle"].format(start=before, next=item), start), last=last
    )


def paragraph(sentences: Iterable[str]) -> str:
    """Return whole sentences as running text; empty ones are left out."""
    return spoken_language().between_sentences.join(filter(None, sentences))


def ended(title: str) -> str:
    """Return a title that is a sentence with what ends a sentence, to be read among others."""
    return spoken_language().ended.format(sentence=title)


def separators() -> str:
    """Return the sign before decimals and the sign between groups of digits."""
    language = spoken_language()
    return language.decimal + language.group


def plural(forms: Mapping[str, str], count: float) -> str:
    """Return the text whose form fits the count, else that of the form "other"."""
    return forms.get(plural_form(spoken_language().plural, _plain(count, None, None)), forms["other"])


def _plain(value: float, digits: int | None, decimals: int | None) -> str:
    """Return the rounded number as digits, with a full stop before decimals and no exponent."""
    if decimals is not None:
        return f"{value:.{decimals}f}"
    if isinstance(value, int) and digits is None:
        return str(value)
    if digits is None:
        if abs(value) < _NOTHING:
            return "0"
        digits = 3 if abs(value) >= _LARGE else 2
    text = f"{value:.{digits}g}"
    return f"{float(text):.12f}".rstrip("0").rstrip(".") if "e" in text or "." in text else text


def _written(plain: str) -> str:
    language = spoken_language()
    whole, dot, decimals = plain.lstrip("-").partition(".")
    if len(whole) >= _GROUPED_FROM_DIGITS:
        whole = f"{int(whole):,}".replace(",", language.group)
    written = f"{whole}{language.decimal if dot else ''}{decimals}"
    written = written.translate(str.maketrans("0123456789", language.digits))
    return f"{language.minus}{written}" if plain.startswith("-") else written


def _with_unit(written: str, unit: str, plain: str) -> str:
    language = spoken_language()
    if unit in NO_UNIT:
        return written
    if unit == "%":
        return language.percent.format(number=written)
    said = _unit_for(language, unit, plain)
    return language.amount.format(number=written, unit=said) if said else written


def _unit_for(language: Language, unit: str, plain: str) -> str:
    forms = language.units.get(unit)
    return forms.get(plural_form(language.plural, plain), forms["other"]) if forms else unit


def set_apart(text: str) -> str:
    """Return a text of a table so that it runs as its own letters do, whatever sentence it stands in."""
    return text if spoken_language().direction == "ltr" else f"{_AS_ITS_OWN}{text}{_AS_AROUND}"


def _alone(written: str) -> str:
    """Return a number so that what stands around it cannot turn it round."""
    if spoken_language().direction == "ltr" or written.isdecimal():
        return written
    return f"{_LEFT_TO_RIGHT}{written}{_AS_AROUND}"
