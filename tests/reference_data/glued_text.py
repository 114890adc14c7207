"""Finds text that is put together in code, where a sentence with named values belongs in `data/wording`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# A key, an id, an address of an axis: nothing a person reads.
KEY = re.compile(r"(?!\.$)[\w./#-]*")
CASES = {"lower", "upper", "capitalize", "title"}


def glued_text(source: str) -> Iterator[tuple[int, str]]:
    """Line and code of every place that glues text, writes a number by hand, or changes its letters."""
    tree = ast.parse(source)
    skipped = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            skipped |= set(ast.walk(node))
    for node in ast.walk(tree):
        if node not in skipped and isinstance(node, ast.expr) and _glues(node):
            yield node.lineno, ast.unparse(node)


def glued_text_in(*folders: Path) -> dict[str, str]:
    """The same for all modules of some folders: "module:line" -> code."""
    return {
        f"{file.parent.name}/{file.name}:{line}": code
        for folder in folders
        for file in sorted(folder.rglob("*.py"))
        for line, code in glued_text(file.read_text(encoding="utf-8"))
    }


def _glues(node: ast.expr) -> bool:
    match node:
        case ast.JoinedStr(values=values):
            told = [value.value for value in values if isinstance(value, ast.Constant)]
            filled = [value for value in values if isinstance(value, ast.FormattedValue)]
            by_hand = any(value.format_spec for value in filled)
            return bool(filled) and (by_hand or not all(KEY.fullmatch(text) for text in told))
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="join")):
            return True
        case ast.Call(func=ast.Attribute(attr=attr), args=[]) if attr in CASES:
            return True
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return any(isinstance(side, ast.JoinedStr | ast.Constant) and _is_text(side) for side in (left, right))
        case _:
            return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
