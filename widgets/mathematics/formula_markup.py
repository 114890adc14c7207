"""A formula as presentation MathML, which browsers draw and screen readers read by themselves.

Browsers do not break long formulas into lines, and names in full words make long formulas; so they are broken here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile

from widgets.mathematics.formula_text import (
    ATOM,
    LOGIC,
    PRODUCT,
    RELATION,
    SUM,
    NameInWords,
    formula_in_text,
    number_text,
    tightness,
)
from widgets.mathematics.formula_tree import (
    BECOMES,
    TIME,
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
    Term,
)
from widgets.reference_data.wording import sentence

# In characters: what fits into a column of text, and what a phone shows beside its margins.
LINE_WIDTH = 84
PHONE_LINE_WIDTH = 42
INDENT_WIDTH = 2
# A power is set smaller than the line.
POWER_WIDTH = 0.7

Unbroken = Number | Name | RateOfChange | Quotient | Power | SquareRoot | Call | Choice


@dataclass(frozen=True, slots=True)
class _Piece:
    """Markup that stays on one line.

    Attributes:
        markup: presentation MathML.
        width: about how many characters wide it is drawn.
        indent: how far its line is set in if the piece begins one; pieces of 0 begin a new thought.
    """

    markup: str
    width: float
    indent: int = 0


def formula_markup(formula: Formula, in_words: NameInWords, line_width: int = LINE_WIDTH) -> str:
    """Return a whole `<math>` element for the formula, broken into lines, with the plain text as its `alttext`.

    Args:
        formula: what to write; an equation is a `Relation`.
        in_words: gives the readable name of an id.
        line_width: in characters; fractions may be wider where one name in them is.
    """
    markup = _Writer(in_words).block(formula, line_width).markup
    alttext = escape(formula_in_text(formula, in_words))
    return f'<math displaystyle="true" alttext="{alttext}">{markup}</math>'


@dataclass(frozen=True, slots=True)
class _Writer:
    in_words: NameInWords

    def block(self, formula: Formula, limit: float, loosest: int = 0) -> _Piece:
        """Return the formula in as many lines as it needs, in brackets if it is looser than `loosest`."""
        if tightness(formula) >= loosest:
            return _in_lines(list(self.pieces(formula, limit)), limit)
        inner = _in_lines(list(self.pieces(formula, limit - 2)), limit - 2)
        return _in_brackets(inner)

    def pieces(self, formula: Formula, limit: float) -> Iterator[_Piece]:
        """Yield the parts between which the formula may be broken."""
        match formula:
            case Sum(terms):
                parts = [self._term(term, limit, is_first=i == 0) for i, term in enumerate(terms)]
                yield from _number_with_next([piece for part in parts for piece in part], terms[0].formula)
            case Product(factors):
                yield from self._factors(factors, limit, sign=None)
            case Logic(word, statements):
                for i, statement in enumerate(statements):
                    joined = self.block(statement, limit - 4, RELATION)
                    yield joined if i == 0 else _row(_words(sentence("mathematics", word)), joined)
            case Relation(sign, left, right):
                yield from self._sides(sign, left, right, limit)
            case _:
                yield self._whole(formula, limit)

    def _term(self, term: Term, limit: float, is_first: bool) -> list[_Piece]:
        sign = _sign("−" if term.negative else "+", is_first)
        factors = term.formula.factors if isinstance(term.formula, Product) else (term.formula,)
        return self._factors(factors, limit - 3, sign)

    def _factors(self, factors: Sequence[Formula], limit: float, sign: _Piece | None) -> list[_Piece]:
        blocks = [self.block(factor, limit, PRODUCT) for factor in factors]
        first = blocks[0] if sign is None else _row(sign, blocks[0])
        rest = [_row(_operator("×"), block, indent=1) for block in blocks[1:]]
        return _number_with_next([first, *rest], factors[0])

    def _sides(self, sign: str, left: Formula, right: Formula, limit: float) -> Iterator[_Piece]:
        between = _words(sentence("mathematics", "becomes")) if sign == BECOMES else _operator(sign)
        first = self.block(left, limit, SUM)
        start = _row(first, between)
        whole = self.block(right, limit - start.width - 1, SUM if not isinstance(right, Choice) else 0)
        if "<mtable" not in whole.markup and start.width + whole.width <= limit:
            yield _row(start, whole)
            return
        yield start
        for piece in self.pieces(right, limit - INDENT_WIDTH):
            yield _Piece(piece.markup, piece.width, piece.indent + 1)

    def _whole(self, formula: Unbroken, limit: float) -> _Piece:
        match formula:
            case Number(significand, exponent):
                piece = _number(significand, exponent)
            case Name(name):
                piece = self._named(name)
            case RateOfChange(of):
                piece = _fraction(_row(_D, self._named(of.id)), _row(_D, self._named(TIME)))
            case Quotient(numerator, denominator):
                piece = _fraction(self.block(numerator, limit), self.block(denominator, limit))
            case Power(base, exponent):
                raised = self.block(exponent, limit)
                width = raised.width * POWER_WIDTH
                below = self.block(base, limit - width, ATOM)
                piece = _Piece(f"<msup>{below.markup}{raised.markup}</msup>", below.width + width)
            case SquareRoot(radicand):
                inner = self.block(radicand, limit - 2)
                piece = _Piece(f"<msqrt>{inner.markup}</msqrt>", inner.width + 2)
            case Call(function, arguments):
                piece = self._call(function, arguments, limit)
            case Choice():
                piece = self._choice(formula, limit)
        return piece

    def _named(self, name: str) -> _Piece:
        text = self.in_words(name)
        # Not <mtext>: that counts as space, and a browser then takes a name and a sign for one big operator.
        return _Piece(
            f'<mi mathvariant="normal">{escape(text)}</mi>' if len(text) == 1 else f"<mi>{escape(text)}</mi>", len(text)
        )

    def _call(self, function: str, arguments: Sequence[Formula], limit: float) -> _Piece:
        name = _Piece(f"<mi>{escape(function)}</mi><mo>&#x2061;</mo>", len(function))
        inner: list[_Piece] = []
        for i, argument in enumerate(arguments):
            block = self.block(argument, limit - name.width - 3)
            inner.append(block if i == len(arguments) - 1 else _row(block, _Piece("<mo>,</mo>", 2)))
        return _row(name, _in_brackets(_in_lines(inner, limit - name.width - 2)))

    def _choice(self, choice: Choice, limit: float) -> _Piece:
        if_word, otherwise = sentence("mathematics", "if"), sentence("mathematics", "otherwise_alone")
        values = [
            self.block(value, limit / 2, SUM) for value in (*(case.value for case in choice.cases), choice.otherwise)
        ]
        room = limit - max(value.width for value in values) - len(if_word) - 5
        conditions = [_row(_words(if_word), self.block(case.condition, room, LOGIC)) for case in choice.cases]
        rows = list(zip(values, [*conditions, _words(otherwise)], strict=True))
        cells = "".join(f"<mtr><mtd>{left.markup}</mtd><mtd>{right.markup}</mtd></mtr>" for left, right in rows)
        width = max(left.width for left, _ in rows) + max(right.width for _, right in rows) + 3
        return _Piece(f'<mrow><mo>{{</mo><mtable class="cases" displaystyle="true">{cells}</mtable></mrow>', width)


def _number_with_next(pieces: list[_Piece], first: Formula) -> list[_Piece]:
    """Return the pieces, a number in front joined to what follows it: alone on a line it would look lost."""
    if not isinstance(first, Number) or len(pieces) == 1:
        return pieces
    return [_row(pieces[0], pieces[1]), *pieces[2:]]


def _in_lines(pieces: Sequence[_Piece], limit: float) -> _Piece:
    """Return the pieces on one line, or stacked: filled line by line, a new thought not behind an indented piece."""
    if len(pieces) == 1:
        return pieces[0]
    if sum(piece.width for piece in pieces) <= limit:
        return _row(*pieces)
    lines: list[list[_Piece]] = []
    for i, piece in enumerate(pieces):
        if lines and piece.indent >= max(one.indent for one in lines[-1]):
            room = limit - _inset(lines[-1][0]) - sum(one.width for one in lines[-1])
            if _width_of_thought(pieces[i:]) <= room or (piece.indent and piece.width <= room):
                lines[-1].append(piece)
                continue
        lines.append([piece])
    rows = "".join(f"<mtr><mtd>{_indented(_row(*line), line[0].indent).markup}</mtd></mtr>" for line in lines)
    width = max(sum(piece.width for piece in line) + _inset(line[0]) for line in lines)
    return _Piece(f'<mtable class="lines" displaystyle="true">{rows}</mtable>', width)


def _width_of_thought(pieces: Sequence[_Piece]) -> float:
    """Return the width of the first piece with all that is set in behind it."""
    tail = takewhile(lambda piece: piece.indent > pieces[0].indent, pieces[1:])
    return pieces[0].width + sum(piece.width for piece in tail)


def _inset(piece: _Piece) -> int:
    return INDENT_WIDTH * piece.indent


def _indented(piece: _Piece, indent: int) -> _Piece:
    if not indent:
        return piece
    return _row(_Piece(f'<mspace width="{indent}em"></mspace>', INDENT_WIDTH * indent), piece)


def _row(*pieces: _Piece, indent: int = 0) -> _Piece:
    markup = "".join(piece.markup for piece in pieces)
    return _Piece(
        markup if len(pieces) == 1 else f"<mrow>{markup}</mrow>", sum(piece.width for piece in pieces), indent
    )


def _fraction(numerator: _Piece, denominator: _Piece) -> _Piece:
    # Without displaystyle, a fraction inside a fraction is set too small to read.
    top, bottom = (f'<mrow displaystyle="true">{part.markup}</mrow>' for part in (numerator, denominator))
    return _Piece(f"<mfrac>{top}{bottom}</mfrac>", max(numerator.width, denominator.width) + 1)


def _words(text: str) -> _Piece:
    return _Piece(f"{_SPACE}<mtext>{escape(text)}</mtext>{_SPACE}", len(text) + 1)


def _in_brackets(inner: _Piece) -> _Piece:
    # Around a single line of words browsers would stretch them too far.
    stretchy = "true" if any(tall in inner.markup for tall in ("<mfrac", "<mtable", "<msqrt")) else "false"
    opening, closing = (f'<mo stretchy="{stretchy}">{bracket}</mo>' for bracket in "()")
    return _Piece(f"<mrow>{opening}{inner.markup}{closing}</mrow>", inner.width + 2)


def _operator(sign: str) -> _Piece:
    # A sign that begins or ends a line is still one between two things, and wants its space.
    return _Piece(f'<mo form="infix" lspace="0.35em" rspace="0.35em">{escape(sign)}</mo>', 3)


def _sign(sign: str, is_first: bool) -> _Piece | None:
    if not is_first:
        return _operator(sign)
    return _Piece('<mo form="prefix">−</mo>', 1) if sign == "−" else None


def _number(significand: float, exponent: int) -> _Piece:
    text = number_text(significand)
    if not exponent:
        return _Piece(f"<mn>{text}</mn>", len(text))
    power = f"<msup><mn>10</mn><mn>{str(exponent).replace('-', '−')}</mn></msup>"
    return _Piece(f"<mrow><mn>{text}</mn><mo>×</mo>{power}</mrow>", len(text) + 7)


_SPACE = '<mspace width="0.35em"></mspace>'
_D = _Piece('<mi mathvariant="normal">d</mi><mspace width="0.2em"></mspace>', 1)
