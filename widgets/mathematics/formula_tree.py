"""A formula as a small tree, read from the content MathML of an SBML file and tidied for reading.

Tidied means: units on numbers are gone, sums know which terms they take away, chains of products and fractions are as
flat as they can be. The value stays the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

MATHML = "{http://www.w3.org/1998/Math/MathML}"
SBML_TIME = "http://www.sbml.org/sbml/symbols/time"
TIME = "time"


class FormulaError(Exception):
    """A formula holds something that cannot be written out; the message names it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number: `significand` times ten to the power `exponent`."""

    significand: float
    exponent: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """The SBML id of a quantity, or `time`."""

    id: str


@dataclass(frozen=True, slots=True)
class RateOfChange:
    """How fast a quantity changes with time."""

    of: Name


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum; `negative`: it is taken away."""

    formula: "Formula"
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Sum:
    """Terms added and taken away; a single negative term is a number with its sign turned."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Two or more factors."""

    factors: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """A fraction."""

    numerator: "Formula"
    denominator: "Formula"


@dataclass(frozen=True, slots=True)
class Power:
    """`base` to the power `exponent`."""

    base: "Formula"
    exponent: "Formula"


@dataclass(frozen=True, slots=True)
class SquareRoot:
    """The square root of `radicand`."""

    radicand: "Formula"


@dataclass(frozen=True, slots=True)
class Call:
    """A named function: one of `FUNCTIONS`."""

    function: str
    arguments: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two sides and what stands between them: `BECOMES` or one of the values of `RELATIONS`."""

    sign: str
    left: "Formula"
    right: "Formula"


@dataclass(frozen=True, slots=True)
class Logic:
    """Statements joined by `word`: one of `LOGIC`."""

    word: str
    statements: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A value and the statement under which it holds."""

    value: "Formula"
    condition: "Formula"


@dataclass(frozen=True, slots=True)
class Choice:
    """The value of the first case that holds, or else `otherwise`."""

    cases: tuple[Case, ...]
    otherwise: "Formula"


Formula = (
    Number | Name | RateOfChange | Sum | Product | Quotient | Power | SquareRoot | Call | Relation | Logic | Choice
)

FUNCTIONS = {"ln", "exp", "max", "min", "abs"}
RELATIONS = {"eq": "=", "neq": "≠", "lt": "<", "gt": ">", "leq": "≤", "geq": "≥"}
BECOMES = "becomes"
LOGIC = {"and", "or"}


def read_formula(math: Element, left_out: frozenset[str] = frozenset()) -> Formula:
    """Return the formula inside a `<math>` element.

    Args:
        math: content MathML, as SBML holds it.
        left_out: ids of quantities that are always 1; as factors they are not written.

    Raises:
        FormulaError: the formula holds an element, a symbol or a number of arguments that this module cannot write.
    """
    if len(math) != 1:
        raise FormulaError(f"A <math> element must hold one formula, not {len(math)}.")
    return _read(math[0], left_out)


def _read(node: Element, left_out: frozenset[str]) -> Formula:
    match _tag(node):
        case "cn":
            return _number(node)
        case "ci":
            return Name(_text(node.text))
        case "csymbol" if node.get("definitionURL") == SBML_TIME:
            return Name(TIME)
        case "piecewise":
            return _choice(node, left_out)
        case "apply":
            return _apply(node, left_out)
        case other:
            raise FormulaError(f"The MathML element <{other}> {dict(node.attrib)} cannot be written out.")


def _tag(node: Element) -> str:
    return node.tag.removeprefix(MATHML)


def _text(text: str | None) -> str:
    return (text or "").strip()


def _number(node: Element) -> Formula:
    kind = node.get("type", "real")
    if kind == "e-notation" and len(node) == 1:
        number = Number(float(_text(node.text)), int(_text(node[0].tail)))
    elif kind in ("real", "integer") and not len(node):
        number = Number(float(_text(node.text)))
    else:
        raise FormulaError(f"A number of type {kind!r} cannot be written out.")
    return negated(Number(-number.significand, number.exponent)) if number.significand < 0 else number


def _choice(node: Element, left_out: frozenset[str]) -> Formula:
    pieces = [child for child in node if _tag(child) == "piece"]
    rest = [child for child in node if _tag(child) == "otherwise"]
    if not pieces or len(rest) != 1 or len(pieces) + len(rest) != len(node):
        raise FormulaError("A <piecewise> must say what holds in each case and otherwise.")
    cases = tuple(Case(_read(piece[0], left_out), _read(piece[1], left_out)) for piece in pieces)
    return Choice(cases, _read(rest[0][0], left_out))


def _apply(node: Element, left_out: frozenset[str]) -> Formula:
    operator, operands = node[0], list(node[1:])
    name = _tag(operator)
    if name == "root" and operands and _tag(operands[0]) == "degree":
        degree = _read(operands.pop(0)[0], left_out)
        if degree != Number(2):
            raise FormulaError("Only square roots can be written out.")
    arguments = [_read(operand, left_out) for operand in operands]
    build, fewest, most = _BUILDERS.get(name, (None, 0, 0))
    if name in ("times", "divide"):
        ones = {Name(one) for one in left_out}
        arguments = [Number(1) if argument in ones else argument for argument in arguments]
    if build is not None and fewest <= len(arguments) <= most:
        return build(arguments)
    if name in FUNCTIONS and arguments:
        return Call(name, tuple(arguments))
    if name in RELATIONS and len(arguments) == 2:  # noqa: PLR2004 - a comparison has two sides
        return Relation(RELATIONS[name], *arguments)
    if name in LOGIC and arguments:
        return Logic(name, tuple(arguments))
    raise FormulaError(f"The MathML operator <{name}> with {len(arguments)} arguments cannot be written out.")


def negated(formula: Formula) -> Formula:
    """Return the formula with its sign turned."""
    match formula:
        case Sum(terms):
            turned = tuple(Term(term.formula, not term.negative) for term in terms)
            return turned[0].formula if len(turned) == 1 and not turned[0].negative else Sum(turned)
        case _:
            return Sum((Term(formula, negative=True),))


def summed(formulas: list[Formula]) -> Formula:
    """Return the sum of the formulas, without sums inside sums."""
    terms = [term for formula in formulas for term in (formula.terms if isinstance(formula, Sum) else (Term(formula),))]
    return terms[0].formula if len(terms) == 1 and not terms[0].negative else Sum(tuple(terms))


def _difference(formulas: list[Formula]) -> Formula:
    if len(formulas) == 1:
        return negated(formulas[0])
    first, second = formulas
    # What is taken away stays together in its brackets: a − (b + c) reads better than a − b − c.
    is_group = isinstance(second, Sum) and len(second.terms) > 1
    return summed([first, Sum((Term(second, negative=True),)) if is_group else negated(second)])


def product(formulas: list[Formula]) -> Formula:
    """Return the product of the formulas: no products inside products, no factor 1, powers, the sign in front."""
    negative = False
    factors: list[Formula] = []
    for formula in formulas:
        turned, plain = _sign_apart(formula)
        negative ^= turned
        factors.extend(plain.factors if isinstance(plain, Product) else (plain,))
    factors = _with_powers([factor for factor in factors if factor != Number(1)]) or [Number(1)]
    result = factors[0] if len(factors) == 1 else Product(tuple(factors))
    return negated(result) if negative else result


def _with_powers(factors: list[Formula]) -> list[Formula]:
    """Return the factors, each once: solvers are quicker with x * x, people with x²."""
    exponents: dict[Formula, int] = {}
    for factor in factors:
        base, exponent = _power_apart(factor)
        exponents[base] = exponents.get(base, 0) + exponent
    return [base if exponent == 1 else Power(base, Number(exponent)) for base, exponent in exponents.items()]


def _power_apart(factor: Formula) -> tuple[Formula, int]:
    match factor:
        case Power(base, Number(exponent, 0)) if exponent == int(exponent):
            return base, int(exponent)
        case _:
            return factor, 1


def quotient(formulas: list[Formula]) -> Formula:
    """Return the first formula divided by the second, as a row of plain fractions: no fraction holds another on top."""
    (negative, top), (other_negative, bottom) = map(_sign_apart, formulas)
    factors: list[Formula] = list(top.factors) if isinstance(top, Product) else [top]
    if bottom == Number(1):
        result = top
    elif isinstance(fraction := factors[-1], Quotient):
        result = product([*factors[:-1], Quotient(fraction.numerator, product([fraction.denominator, bottom]))])
    else:
        start = _start_of_numerator(factors, bottom)
        result = product([*factors[:start], Quotient(product(factors[start:]), bottom)])
    return negated(result) if negative != other_negative else result


def _start_of_numerator(factors: list[Formula], bottom: Formula) -> int:
    """Return from which factor on the factors belong on top of the fraction.

    A share such as x / (x + k) stays together and apart from what it is a share of, for this is how it is understood.
    """
    first = max((i + 1 for i, factor in enumerate(factors) if isinstance(factor, Quotient)), default=0)
    sums = [one for one in (bottom.factors if isinstance(bottom, Product) else (bottom,)) if isinstance(one, Sum)]
    parts = {term.formula for one in sums for term in one.terms}
    start = next((i for i in range(first, len(factors)) if product(factors[i:]) in parts), first)
    while start > first and factors[start - 1] in parts:
        start -= 1
    return start


def _sign_apart(formula: Formula) -> tuple[bool, Formula]:
    match formula:
        case Sum((Term(inner, True),)):
            return True, inner
        case _:
            return False, formula


_BUILDERS: dict[str, tuple[Callable[[list[Formula]], Formula], int, int]] = {
    "plus": (summed, 1, 1000),
    "minus": (_difference, 1, 2),
    "times": (product, 1, 1000),
    "divide": (quotient, 2, 2),
    "power": (lambda pair: Power(*pair), 2, 2),
    "root": (lambda one: SquareRoot(*one), 1, 1),
}
