"""Reads written formulas back as a person would and works them out, to hold them against an engine's numbers."""

import math
import re
from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element, fromstring

SIGNS = {"×": "*", "−": "-", "≥": ">=", "≤": "<=", "≠": "!=", "=": "==", "{": "", "\N{FUNCTION APPLICATION}": ""}
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
FUNCTIONS = {"ln": math.log, "exp": math.exp, "max": max, "min": min, "abs": abs, "sqrt": math.sqrt}


def code_of_text(text: str, names: Collection[str]) -> str:
    """One line of plain text as Python."""
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    code = text.replace("square root of ", "sqrt")
    code = re.sub(rf"(?<!\w)({known})(?!\w)", lambda name: f"value[{name[0]!r}]", code)
    code = re.sub(r"10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda power: f"10.0**({power[1].translate(SUPERSCRIPTS)})", code)
    code = code.replace("^", "**").replace("; otherwise", " else ").replace("; ", " else ")
    for sign in "=×−≥≤≠":
        code = code.replace(sign, SIGNS[sign])
    return code


def code_of_markup(markup: str) -> str:
    """Presentation MathML as Python, read as it is drawn: from left to right, line by line."""
    return _code(fromstring(markup))


def right_side(code: str) -> str:
    """What an equation says its left side is."""
    return code.split("==", 1)[1]


def work_out(code: str, values: Mapping[str, float]) -> float:
    """The value of a formula; `values` by name in words."""
    return eval(code.strip(), {"value": values, **FUNCTIONS})


def _code(node: Element) -> str:
    parts = [_code(child) for child in node]
    match node.tag, parts:
        case (("math" | "mrow" | "mtd"), _):
            code = "".join(parts)
        case "mtable", _ if node.get("class") == "cases":
            cells = [[_code(cell) for cell in row] for row in node]
            code = (
                "(" + " else ".join(f"{value}{condition}" for value, condition in cells[:-1]) + f" else {cells[-1][0]})"
            )
        case (("mtable" | "mtr"), _):
            code = "".join(parts)
        case "mfrac", (top, bottom):
            code = f"(({top})/({bottom}))"
        case "msup", (base, power):
            code = f"({base}**({power}))"
        case "msqrt", (inner,):
            code = f"sqrt({inner})"
        case "mn", []:
            code = str(node.text).replace("−", "-")
        case "mi", []:
            code = str(node.text) if node.text in FUNCTIONS else f"value[{node.text!r}]"
        case "mo", []:
            code = SIGNS.get(str(node.text), str(node.text))
        case "mtext", []:
            code = f" {node.text} "
        case "mspace", []:
            code = ""
        case tag, _:
            raise AssertionError(f"<{tag}> with {len(parts)} children is not drawn as mathematics")
    return code
