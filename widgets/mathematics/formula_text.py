"""A formula as one line of plain text, to be read aloud or copied: names in words, few brackets."""

from collections.abc import Callable

from widgets.mathematics.formula_tree import (
    BECOMES,
    Call,
    Choice,
    Formula,
    Logic,
    Name,
    Number,
    Power,
    Product,
    Quotient,
    RateOfChange,
    Relation,
    SquareRoot,
    Sum,
)
from widgets.reference_data.wording import sentence

NameInWords = Callable[[str], str]
Compound = Sum | Product | Quotient | Power | Relation | Logic | Choice

# How tightly a formula holds together; a looser one inside a tighter one needs brackets.
CHOICE, LOGIC, RELATION, SUM, PRODUCT, POWER, ATOM = range(7)
_TIGHTNESS = {
    Choice: CHOICE,
    Logic: LOGIC,
    Relation: RELATION,
    Sum: SUM,
    Product: PRODUCT,
    Quotient: PRODUCT,
    Power: POWER,
}
_SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def formula_in_text(formula: Formula, in_words: NameInWords) -> str:
    """Return the formula as text, for example `pump rate = 2 × (free calcium − 1)`.

    Args:
        formula: what to write.
        in_words: gives the readable name of an id.
    """
    match formula:
        case Number(significand, exponent):
            text = number_text(significand)
            text = f"{text} × 10{str(exponent).translate(_SUPERSCRIPTS)}" if exponent else text
        case Name(name):
            text = in_words(name)
        case RateOfChange(of):
            text = sentence("mathematics", "rate_of_change", quantity=in_words(of.id))
        case SquareRoot(radicand):
            text = sentence("mathematics", "square_root", formula=formula_in_text(radicand, in_words))
        case Call(function, arguments):
            text = f"{function}({', '.join(formula_in_text(argument, in_words) for argument in arguments)})"
        case _:
            text = _joined(formula, in_words)
    return text


def _joined(formula: Compound, in_words: NameInWords) -> str:
    def within(part: Formula, loosest: int) -> str:
        text = formula_in_text(part, in_words)
        return f"({text})" if tightness(part) < loosest or (loosest == ATOM and " " in text) else text

    match formula:
        case Sum(terms):
            signs = [" − " if term.negative else " + " for term in terms]
            signs[0] = "−" if terms[0].negative else ""
            parts = [within(term.formula, PRODUCT) for term in terms]
            text = "".join(sign + part for sign, part in zip(signs, parts, strict=True))
        case Product(factors):
            # A fraction among factors gets brackets that it could do without: the ear cannot tell where it ends.
            text = " × ".join(within(factor, POWER if isinstance(factor, Quotient) else PRODUCT) for factor in factors)
        case Quotient(numerator, denominator):
            text = f"{within(numerator, PRODUCT)} / {within(denominator, POWER)}"
        case Power(base, exponent):
            text = f"{within(base, ATOM)}^{within(exponent, ATOM)}"
        case Relation(sign, left, right):
            between = sentence("mathematics", "becomes") if sign == BECOMES else sign
            # The value of an equation may be a choice; nothing follows it that could be taken for a part of it.
            last = isinstance(right, Choice) and sign in ("=", BECOMES)
            text = f"{within(left, SUM)} {between} {within(right, CHOICE if last else SUM)}"
        case Logic(word, statements):
            text = f" {sentence('mathematics', word)} ".join(within(one, RELATION) for one in statements)
        case Choice(cases, otherwise):
            pieces = [
                sentence("mathematics", "case", value=within(case.value, SUM), condition=within(case.condition, LOGIC))
                for case in cases
            ]
            text = "; ".join([*pieces, sentence("mathematics", "otherwise", value=within(otherwise, SUM))])
    return text


def tightness(formula: Formula) -> int:
    """Return how tightly the formula holds together: one of the constants from `CHOICE` to `ATOM`."""
    if isinstance(formula, Number) and formula.exponent:
        return PRODUCT
    return _TIGHTNESS.get(type(formula), ATOM)


def number_text(number: float) -> str:
    """Return a number as it is written in a formula: all its digits, and no point after a whole number."""
    return str(int(number)) if number == int(number) else repr(number)
