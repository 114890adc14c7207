"""Which plural form a number takes, by the rules of Unicode's CLDR, which the data of a language hold as they stand.

The names of forms are CLDR's: zero, one, two, few, many, other. Source: Unicode Technical Standard 35, part 3,
"Language plural rules".
"""

import re
from collections.abc import Mapping

FORMS = ("zero", "one", "two", "few", "many", "other")

_RELATION = re.compile(r"([nivwftec])(?: ?% ?(\d+))? ?(!?=) ?([\d., ]+)")


def plural_form(rules: Mapping[str, str], number: str) -> str:
    """Return the form that a language uses for a number: the first whose rule holds, else "other".

    Args:
        rules: form -> CLDR rule, such as "i = 1 and v = 0".
        number: plain digits with a full stop before decimals, as they are shown: "1", "0.5", "1.0".

    Raises:
        ValueError: a rule cannot be read.
    """
    operands = _operands(number)
    return next((form for form, rule in rules.items() if _holds(rule, operands)), "other")


def _operands(number: str) -> dict[str, float]:
    """Return what CLDR counts in a number: its value, its whole part, its decimals with and without trailing zeros."""
    whole, _, decimals = number.lstrip("-").partition(".")
    shown = decimals.rstrip("0")
    return {
        "n": abs(float(number)),
        "i": int(whole),
        "v": len(decimals),
        "w": len(shown),
        "f": int(decimals or 0),
        "t": int(shown or 0),
        # No number here is written with a power of ten.
        "e": 0,
        "c": 0,
    }


def _holds(rule: str, operands: Mapping[str, float]) -> bool:
    return any(
        all(_relation_holds(relation, operands) for relation in either.split(" and ")) for either in rule.split(" or ")
    )


def _relation_holds(relation: str, operands: Mapping[str, float]) -> bool:
    parts = _RELATION.fullmatch(relation.strip())
    if not parts:
        raise ValueError(f"{relation!r} is no part of a plural rule.")
    operand, divisor, sign, values = parts.groups()
    value = operands[operand] % int(divisor) if divisor else operands[operand]
    return any(_within(value, span) for span in values.split(",")) is (sign == "=")


def _within(value: float, span: str) -> bool:
    first, _, last = span.strip().partition("..")
    return value == int(value) and int(first) <= value <= int(last or first)
