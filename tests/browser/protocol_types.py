"""The types of what kernel and browser say to each other, for TypeScript, made from the Python classes of the parts.

    python -m tests.browser.protocol_types      writes a protocol.ts into each folder that has parts

The classes are read as text; nothing is imported. A trait that is tagged `sync=True` is told by its annotation, by what
`shaped` is given, or by its own class; a question by the parameters of the method that answers it.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.pages.servers import CHECKOUT

ROOM = "widgets"
HEADER = "// Made from the Python classes of this folder by `python -m tests.browser.protocol_types`; edit those.\n"
PLAIN = {
    "str": "string",
    "int": "number",
    "float": "number",
    "bool": "boolean",
    "bytes": "DataView",
    "None": "null",
    "Any": "unknown",
    "object": "unknown",
}
TRAITS = {
    "Unicode": "string",
    "Bool": "boolean",
    "Int": "number",
    "Float": "number",
    "Bytes": "DataView",
    "WidgetTrait": "string | null",
    "List": "unknown[]",
    "Tuple": "unknown[]",
    "Dict": "Record<string, unknown>",
}
LISTS = {"list", "List", "Sequence", "Tuple", "tuple"}
RECORDS = {"dict", "Dict", "Mapping"}


class ProtocolError(Exception):
    """A trait or question has no type that TypeScript could be told."""


@dataclass(frozen=True)
class Module:
    """One Python file: its statements by name, and where the names that it imports come from."""

    path: Path
    named: Mapping[str, ast.stmt]
    imported: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, path: Path, tree: ast.Module) -> "Module":
        """Return the module that a file's text makes."""
        named, imported = {}, {}
        for statement in tree.body:
            match statement:
                case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]):
                    named[name] = statement
                case ast.ImportFrom(module=str(source), names=names) if source.startswith(ROOM):
                    imported |= {alias.asname or alias.name: (source, alias.name) for alias in names}
        return cls(path, named, imported)

    @property
    def parts(self) -> list[ast.ClassDef]:
        """The classes that are parts."""
        return [one for one in self.named.values() if isinstance(one, ast.ClassDef) and _is_part(self, one)]


def protocols() -> dict[Path, str]:
    """Return the path of each protocol.ts -> the text that it must have."""
    rooms: dict[Path, list[Module]] = {}
    for path in sorted((CHECKOUT / ROOM).rglob("*.py")):
        module = _module(path)
        if module.parts:
            rooms.setdefault(path.parent, []).append(module)
    texts = {folder / "protocol.ts": protocol_of(modules) for folder, modules in rooms.items()}
    return {path: text for path, text in texts.items() if text != HEADER}


def protocol_of(modules: Iterable[Module]) -> str:
    """Return what TypeScript is told of the parts in some modules."""
    return _Protocol().written((module, part) for module in modules for part in module.parts)


class _Protocol:
    """Collects the interfaces of one folder, those of its parts first and then the shapes that they name."""

    def __init__(self) -> None:
        self._interfaces: dict[str, str] = {}
        self._shapes: dict[str, str] = {}

    def written(self, parts: Iterable[tuple[Module, ast.ClassDef]]) -> str:
        for module, part in parts:
            traits = {name: _or_fail(f"{part.name}.{name}", self._trait, module, made) for name, made in _traits(part)}
            if traits:
                self._interfaces[f"{part.name}Traits"] = _interface(f"{part.name}Traits", traits)
            questions = {name: self._question(module, part, method) for name, method in _questions(part)}
            if questions:
                self._interfaces[f"{part.name}Questions"] = _interface(f"{part.name}Questions", questions)
            for statement in module.named.values():
                if isinstance(statement, ast.ClassDef) and _is_shape(statement) and not statement.name.startswith("_"):
                    self._shape(module, statement)
        return "\n".join([HEADER, *self._interfaces.values(), *self._shapes.values()]) if self._interfaces else HEADER

    def _question(self, module: Module, part: ast.ClassDef, method: ast.FunctionDef) -> str:
        given = method.args
        positional = list(zip(given.args[1:], _last(given.defaults, len(given.args) - 1), strict=True))
        pairs = [*positional, *zip(given.kwonlyargs, given.kw_defaults, strict=True)]
        values = {}
        for value, default in pairs:
            where = f"{part.name}.{method.name}({value.arg})"
            values[value.arg + "?" * (default is not None)] = _or_fail(where, self._type, module, value.annotation)
        return (
            f"{{ {'; '.join(f'{name}: {kind}' for name, kind in values.items())} }}"
            if values
            else "Record<string, never>"
        )

    def _trait(self, module: Module, made: tuple[ast.expr | None, ast.expr]) -> str:
        annotation, trait = made
        if annotation is not None:
            return self._type(module, annotation)
        call = _innermost(trait)
        return self._type(module, call.args[0]) if _name_of(call.func) == "shaped" else _made_by(call)

    def _type(self, module: Module, annotation: ast.expr | None) -> str:
        match annotation:
            case ast.Constant(value=None):
                return "null"
            case ast.Constant(value=str(text)):
                return self._type(module, ast.parse(text, mode="eval").body)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return f"{self._type(module, left)} | {self._type(module, right)}"
            case ast.Subscript(value=value, slice=inner):
                return self._generic(module, _name_of(value), inner)
            case ast.Attribute(attr=name) | ast.Name(id=name):
                return PLAIN.get(name) or TRAITS.get(name) or self._named(module, name)
        raise ProtocolError(ast.unparse(annotation) if annotation else "nothing")

    def _generic(self, module: Module, name: str, inner: ast.expr) -> str:
        several = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        if name == "Literal":
            return " | ".join(_literal(ast.literal_eval(value)) for value in several)
        kinds = [self._type(module, kind) for kind in several if not _is_ellipsis(kind)]
        if name in {"Tuple", "tuple"} and not _is_ellipsis(several[-1]):
            return f"[{', '.join(kinds)}]"
        if name in LISTS:
            return f"({kinds[0]})[]" if " | " in kinds[0] else f"{kinds[0]}[]"
        if name in RECORDS:
            return f"Record<{kinds[0]}, {kinds[1]}>"
        if name in {"NotRequired", "Instance"}:
            return kinds[0]
        raise ProtocolError(f"{name}[{ast.unparse(inner)}]")

    def _named(self, module: Module, name: str) -> str:
        owner, statement = _found(module, name)
        match statement:
            case ast.ClassDef() if _is_shape(statement):
                return self._shape(owner, statement)
            case ast.Assign(value=value):
                return self._type(owner, value)
        raise ProtocolError(name)

    def _shape(self, module: Module, shape: ast.ClassDef) -> str:
        if shape.name not in self._shapes:
            self._shapes[shape.name] = ""
            partly = any(word.arg == "total" and ast.literal_eval(word.value) is False for word in shape.keywords)
            members = {}
            for member in shape.body:
                if isinstance(member, ast.AnnAssign):
                    loose = partly or _name_of(member.annotation) == "NotRequired"
                    kind = _or_fail(f"{shape.name}.{member.target.id}", self._type, module, member.annotation)
                    members[member.target.id + "?" * loose] = kind
            self._shapes[shape.name] = _interface(shape.name, members)
        return shape.name


def _or_fail(where, kind_of, *given) -> str:
    try:
        return kind_of(*given)
    except (KeyError, ProtocolError) as fault:
        raise ProtocolError(f"{where} has no type that TypeScript can be told: {fault}") from fault


@cache
def _module(path: Path) -> Module:
    return Module.of(path, ast.parse(path.read_text(encoding="utf-8")))


def _found(module: Module, name: str) -> tuple[Module, ast.stmt | None]:
    while name not in module.named and name in module.imported:
        source, name = module.imported[name]
        module = _module(CHECKOUT / (source.replace(".", "/") + ".py"))
    return module, module.named.get(name)


def _is_part(module: Module, statement: ast.ClassDef) -> bool:
    for base in statement.bases:
        owner, found = _found(module, _name_of(base))
        if isinstance(found, ast.ClassDef) and (found.name == "Part" or _is_part(owner, found)):
            return True
    return False


def _is_shape(statement: ast.ClassDef) -> bool:
    return any(_name_of(base) == "TypedDict" for base in statement.bases)


def _traits(part: ast.ClassDef) -> Iterator[tuple[str, tuple[ast.expr | None, ast.expr]]]:
    """Give the name of each trait that travels, with its annotation, or None, and what it is made of."""
    for statement in part.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if _travels(value):
                yield name, (None, value)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value) if _travels(value):
                yield name, (annotation, value)


def _travels(value: ast.expr | None) -> bool:
    match value:
        case ast.Call(func=ast.Attribute(attr="tag"), keywords=words):
            # Several tags under one name are those of a trait that the browser leads.
            return any(word.arg is None or (word.arg == "sync" and ast.literal_eval(word.value)) for word in words)
        case ast.Call(func=ast.Name(id="shaped")):
            return True
    return False


def _questions(part: ast.ClassDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    for method in part.body:
        if isinstance(method, ast.FunctionDef):
            for mark in method.decorator_list:
                if isinstance(mark, ast.Call) and _name_of(mark.func) == "answers":
                    yield ast.literal_eval(mark.args[0]), method


def _innermost(trait: ast.expr) -> ast.Call:
    while isinstance(trait, ast.Call) and isinstance(trait.func, ast.Attribute) and trait.func.attr == "tag":
        trait = trait.func.value
    if not isinstance(trait, ast.Call):
        raise ProtocolError(ast.unparse(trait))
    return trait


def _made_by(call: ast.expr) -> str:
    """Return the type of a trait that tells it by itself."""
    if not isinstance(call, ast.Call):
        raise ProtocolError(ast.unparse(call))
    name, inner = _name_of(call.func), call.args
    if name == "Enum":
        kind = " | ".join(_literal(choice) for choice in ast.literal_eval(inner[0]))
    elif name == "Tuple" and inner and isinstance(inner[0], ast.Call):
        kind = f"[{', '.join(map(_made_by, inner))}]"
    elif name == "List" and inner and isinstance(inner[0], ast.Call):
        kind = f"{_made_by(inner[0])}[]"
    else:
        kind = TRAITS[name]
    may_be_none = any(word.arg == "allow_none" and ast.literal_eval(word.value) for word in call.keywords)
    return f"{kind} | null" if may_be_none else kind


def _name_of(expression: ast.expr) -> str:
    match expression:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _name_of(value)
    return ""


def _last(defaults: list[ast.expr], count: int) -> list[ast.expr | None]:
    return [None] * (count - len(defaults)) + defaults


def _is_ellipsis(kind: ast.expr) -> bool:
    return isinstance(kind, ast.Constant) and kind.value is ...


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def _interface(name: str, members: Mapping[str, str]) -> str:
    lines = [f"  {member}: {kind};" for member, kind in members.items()]
    return "\n".join([f"export interface {name} {{", *lines, "}", ""])


def write() -> None:
    """Write every protocol.ts, and take away those that have no part any more."""
    wanted = protocols()
    for path in set((CHECKOUT / ROOM).rglob("protocol.ts")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
