"""Every key of the wording is asked for by somebody: what nobody asks for, nobody should have to translate."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import widgets
from widgets.reference_data.data_files import DATA_FOLDER
from widgets.reference_data.language import ENGLISH
from widgets.reference_data.model_names import NAMES
from widgets.reference_data.wording import texts

PACKAGE = Path(widgets.__file__).parent
PARTS = sorted(path.stem for path in (DATA_FOLDER / "wording" / "en").glob("*.json") if path.stem != "language")
# Keys that come from somewhere else than the code.
KEYS_FROM_DATA = {
    NAMES: "ids of the model",
    "pages": "names of notebooks",
}
# Keys that code puts together from names alone, so that no piece of them stands in it.
PUT_TOGETHER = re.compile(
    r"(fill|rerun|ranking)_(ready|start|stop|progress|choice|running|waiting|known|finished|stopped)"  # `LongRun`
    r"|topic_(all|calcium|force|magnesium|nerve|fatigue)"  # what the results can be chosen by
    r"|reaction_rate"
)
LETTERS = re.compile(r"[a-z]{2}")


def patterns_in_python(source: str) -> Iterator[str]:
    """Every text and every f-string of a module, as a regular expression."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            pieces = [value.value if isinstance(value, ast.Constant) else None for value in node.values]
            yield "".join(r"\w*" if piece is None else re.escape(piece) for piece in pieces)


def patterns_in_text(source: str) -> Iterator[str]:
    """Every word of a script or a template, and every template literal, as a regular expression."""
    yield from re.findall(r"\w+", source)
    for literal in re.findall(r"`([^`\n]*)`", source):
        yield "".join(
            r"\w*" if piece.startswith("${") else re.escape(piece) for piece in re.split(r"(\$\{[^}]*\})", literal)
        )


@pytest.fixture(scope="module")
def asked_for() -> re.Pattern[str]:
    patterns = set()
    for file in PACKAGE.rglob("*"):
        if file.suffix == ".py":
            patterns.update(patterns_in_python(file.read_text(encoding="utf-8")))
        elif file.suffix in (".ts", ".j2", ".html") and file.parent.name != "bundles":
            patterns.update(patterns_in_text(file.read_text(encoding="utf-8")))
    keys = (pattern for pattern in patterns if LETTERS.search(pattern.replace(r"\w", "")) and len(pattern) < 80)
    return re.compile("|".join(f"(?:{pattern})" for pattern in sorted(keys)))


@pytest.mark.parametrize("part", [part for part in PARTS if part not in KEYS_FROM_DATA])
def test_every_key_is_asked_for(part, asked_for):
    assert [key for key in texts(part, ENGLISH) if not (asked_for.fullmatch(key) or PUT_TOGETHER.fullmatch(key))] == []


def test_a_key_that_nobody_asks_for_is_found(asked_for):
    assert not asked_for.fullmatch("said_by_nobody")
