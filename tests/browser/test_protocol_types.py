"""What the two sides say to each other is told to TypeScript by the Python classes, and by nothing else."""

import ast
import textwrap

import pytest

from tests.browser.protocol_types import ROOM, Module, ProtocolError, protocol_of, protocols
from tests.pages.servers import CHECKOUT

WRITTEN = {path: path.read_text(encoding="utf-8") for path in sorted((CHECKOUT / ROOM).rglob("protocol.ts"))}


def types_of(source: str) -> str:
    """What TypeScript is told of the parts in a module."""
    tree = ast.parse("from widgets.browser.part import Part\n" + textwrap.dedent(source))
    return protocol_of([Module.of(CHECKOUT / "example.py", tree)])


def test_every_protocol_is_in_step_with_its_parts():
    assert protocols() == WRITTEN, "Run: python -m tests.browser.protocol_types"


def test_a_trait_that_does_not_travel_is_not_told():
    assert "hidden" not in types_of("""
        class Example(Part):
            shown = traitlets.Unicode().tag(sync=True)
            hidden = traitlets.Unicode()
    """)


@pytest.mark.parametrize(
    ("trait", "told"),
    [
        ("x = traitlets.Float(None, allow_none=True).tag(sync=True)", "x: number | null;"),
        ("x: 'traitlets.List[str]' = traitlets.List().tag(sync=True)", "x: string[];"),
        ("x: 'traitlets.List[str | None]' = traitlets.List().tag(sync=True)", "x: (string | null)[];"),
        ("x: 'traitlets.Dict[str, float]' = traitlets.Dict().tag(sync=True)", "x: Record<string, number>;"),
        ("x = traitlets.Enum(['low', 'high']).tag(sync=True)", 'x: "low" | "high";'),
        ("x = traitlets.Bytes().tag(sync=True)", "x: DataView;"),
    ],
)
def test_a_trait_is_told_by_its_class_or_its_annotation(trait, told):
    assert f"  {told}\n" in types_of(f"class Example(Part):\n    {trait}")


def test_the_shape_of_a_trait_is_told_with_it():
    told = types_of("""
        class Place(TypedDict, total=False):
            row: str
            column: Literal["male", "female"]

        class Example(Part):
            place = shaped(Place)
    """)
    assert 'export interface Place {\n  row?: string;\n  column?: "male" | "female";\n}\n' in told


def test_a_question_is_told_by_the_parameters_of_its_method():
    told = types_of("""
        class Example(Part):
            @answers("add")
            def add(self, by: float, *, twice: bool = False) -> None: ...

            @answers("clear")
            def clear(self) -> None: ...
    """)
    assert "  add: { by: number; twice?: boolean };\n  clear: Record<string, never>;\n" in told


def test_what_has_no_type_is_named():
    with pytest.raises(ProtocolError, match=r"Example\.x"):
        types_of("class Example(Part):\n    x = traitlets.Instance(object).tag(sync=True)")
