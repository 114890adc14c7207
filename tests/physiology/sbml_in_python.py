"""An SBML file as plain Python functions: a reading of the model that shares no code with COPASI or libRoadRunner.

libsbml parses the file; what its formulas mean is written down here once more, from the SBML specification (Level 3).
Whatever this reader does not know it refuses, so that a new kind of formula cannot pass unseen. The name of a species
stands for its concentration, as the specification has it where a species is not in units of substance only.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import libsbml

TIME = "time"
MARKS = {
    libsbml.AST_PLUS: " + ",
    libsbml.AST_TIMES: " * ",
    libsbml.AST_DIVIDE: " / ",
    libsbml.AST_POWER: " ** ",
    libsbml.AST_FUNCTION_POWER: " ** ",
    libsbml.AST_LOGICAL_AND: " and ",
    libsbml.AST_LOGICAL_OR: " or ",
    libsbml.AST_RELATIONAL_GEQ: " >= ",
    libsbml.AST_RELATIONAL_GT: " > ",
    libsbml.AST_RELATIONAL_LEQ: " <= ",
    libsbml.AST_RELATIONAL_LT: " < ",
}
RELATIONS = (
    libsbml.AST_RELATIONAL_GEQ,
    libsbml.AST_RELATIONAL_GT,
    libsbml.AST_RELATIONAL_LEQ,
    libsbml.AST_RELATIONAL_LT,
)
RISING = RELATIONS[:2]
FUNCTIONS = {
    libsbml.AST_FUNCTION_EXP: "exp",
    libsbml.AST_FUNCTION_LN: "log",
    libsbml.AST_FUNCTION_MAX: "max",
    libsbml.AST_FUNCTION_MIN: "min",
    libsbml.AST_FUNCTION_ABS: "abs",
}


@dataclass(frozen=True, slots=True)
class PreparedRun:
    """One run of the model: what is constant in it is worked out, what changes is a function of time and state.

    A state is first what changes all the time, in the order of what `rates` gives, then what only events change.
    Event i is due when `margins[i]` rises through 0, and leaves the state that `after_event[i]` gives; those `at_once`
    are due at the start too, if their margin is not negative. `breaks_ms` are the times at which a formula changes.
    """

    start: list[float]
    rates: Callable[[float, Sequence[float]], list[float]]
    recorded: Callable[[float, Sequence[float]], list[float]]
    margins: list[Callable[[float, Sequence[float]], float]]
    after_event: list[Callable[[float, Sequence[float]], list[float]]]
    at_once: list[int]
    breaks_ms: list[float]


class PythonModel:
    """The model of an SBML text, with the names of what changes and what is constant in it."""

    def __init__(self, sbml_text: str, recorded: Sequence[str]) -> None:
        """Write and compile the Python source.

        Args:
            sbml_text: the model.
            recorded: SBML ids that `PreparedRun.recorded` gives, in this order.

        Raises:
            NotImplementedError: the file has a part that this reader does not know.
        """
        document = libsbml.readSBMLFromString(sbml_text)
        model = document.getModel()
        _refuse_what_is_not_read(model)
        parameters, species = list(model.getListOfParameters()), list(model.getListOfSpecies())
        self.constants = {
            **{part.getId(): part.getSize() for part in model.getListOfCompartments()},
            **{part.getId(): part.getValue() for part in parameters if part.getConstant()},
        }
        started = {
            **{part.getId(): part.getValue() for part in parameters},
            **{part.getId(): part.getInitialConcentration() for part in species},
        }
        self.rules = {r.getVariable(): r.getMath() for r in model.getListOfRules() if r.isAssignment()}
        self.initial = {a.getSymbol(): a.getMath() for a in model.getListOfInitialAssignments()}
        self.rates = _rates(model)
        set_by_events = {a.getVariable() for e in model.getListOfEvents() for a in e.getListOfEventAssignments()}
        self.states = [*sorted(self.rates), *sorted(set_by_events - self.rates.keys())]
        self.started = {name: started[name] for name in self.states}
        self.events = list(model.getListOfEvents())
        self.fixed = self._fixed_rules()
        self.source = self._source(recorded)
        known = {"exp": math.exp, "log": math.log, "sqrt": math.sqrt}
        exec(compile(self.source, "contraction_model.py", "exec"), known)
        self._prepare = known["prepare"]
        del document

    def prepare(self, constants: Mapping[str, float]) -> PreparedRun:
        """Return a run with some constants changed: SBML id -> value."""
        unknown = constants.keys() - self.constants.keys()
        if unknown:
            raise KeyError(f"No constants of the model: {sorted(unknown)}")
        return PreparedRun(*self._prepare({**self.constants, **constants}))

    def _fixed_rules(self) -> set[str]:
        """Rules that follow from constants alone: they are worked out once."""
        fixed: set[str] = set()
        for name in _in_order(self.rules, self.rules):
            if _names(self.rules[name]) <= self.constants.keys() | fixed:
                fixed.add(name)
        return fixed

    def _moving_lines(self, formulas: Iterable[libsbml.ASTNode], indent: str) -> list[str]:
        """The rules that these formulas need, in an order in which each knows what it needs."""
        wanted = [name for formula in formulas for name in _names(formula)]
        moving = {name: tree for name, tree in self.rules.items() if name not in self.fixed}
        return [f"{indent}{name} = {_python(moving[name])}" for name in _in_order(moving, wanted)]

    def _function(self, name: str, formulas: Sequence[libsbml.ASTNode], result: str) -> list[str]:
        unpacked = f"        {', '.join(self.states)}, = state"
        return [
            f"    def {name}({TIME}, state):",
            unpacked,
            *self._moving_lines(formulas, " " * 8),
            f"        {result}",
        ]

    def _source(self, recorded: Sequence[str]) -> str:
        fixed = [name for name in _in_order(self.rules, self.rules) if name in self.fixed]
        lines = ["def prepare(constants):", *(f"    {name} = constants[{name!r}]" for name in self.constants)]
        lines += [f"    {TIME} = 0.0", *(f"    {name} = {_python(self.rules[name])}" for name in fixed)]
        # What is moving has a value before the start too, and an initial assignment may ask for it.
        begun = {**{n: t for n, t in self.rules.items() if n not in self.fixed}, **self.initial}
        plain = [name for name in self.states if name not in self.initial]
        lines += [f"    {name} = {self.started[name]!r}" for name in plain]
        lines += [f"    {name} = {_python(begun[name])}" for name in _in_order(begun, self.initial)]
        lines += [f"    start = [{', '.join(self.states)}]"]
        changes = [self.rates[name] for name in sorted(self.rates)]
        lines += self._function("rates", changes, f"return [{', '.join(map(_python, changes))}]")
        readouts = [libsbml.parseL3Formula(name) for name in recorded]
        lines += self._function("recorded", readouts, f"return [{', '.join(recorded)}]")
        lines += self._events()
        return "\n".join(lines)

    def _events(self) -> list[str]:
        lines = []
        for i, event in enumerate(self.events):
            trigger = event.getTrigger().getMath()
            sides = [trigger.getChild(0), trigger.getChild(1)]
            over, under = sides if trigger.getType() in RISING else sides[::-1]
            lines += self._function(f"margin_{i}", sides, f"return {_python(over)} - {_python(under)}")
            changes = {a.getVariable(): a.getMath() for a in event.getListOfEventAssignments()}
            after = ", ".join(_python(changes[name]) if name in changes else name for name in self.states)
            lines += self._function(f"after_{i}", list(changes.values()), f"return [{after}]")
        numbers = range(len(self.events))
        margins, after_event = (", ".join(f"{name}_{i}" for i in numbers) for name in ("margin", "after"))
        at_once = [i for i in numbers if not self.events[i].getTrigger().getInitialValue()]
        lines += [f"    margins, after_event, at_once = [{margins}], [{after_event}], {at_once}"]
        lines += [f"    breaks_ms = [{', '.join(map(_python, self._break_times()))}]"]
        return [*lines, "    return start, rates, recorded, margins, after_event, at_once, breaks_ms"]

    def _break_times(self) -> list[libsbml.ASTNode]:
        """The formulas that time is compared with in rules."""
        conditions = [node for tree in self.rules.values() for node in _nodes(tree) if node.getType() in RELATIONS]
        sides = [(condition.getChild(0), condition.getChild(1)) for condition in conditions]
        pairs = [pair for one, other in sides for pair in ((one, other), (other, one))]
        return [other for one, other in pairs if one.getType() == libsbml.AST_NAME_TIME]


def _refuse_what_is_not_read(model: libsbml.Model) -> None:
    species, events = list(model.getListOfSpecies()), list(model.getListOfEvents())
    refused = {
        "functions": model.getNumFunctionDefinitions(),
        "constraints": model.getNumConstraints(),
        "algebraic rules": sum(rule.isAlgebraic() for rule in model.getListOfRules()),
        "substance units only": sum(one.getHasOnlySubstanceUnits() for one in species),
        "conversion factors": sum(one.isSetConversionFactor() for one in species) + model.isSetConversionFactor(),
        "changing compartments": sum(not one.getConstant() for one in model.getListOfCompartments()),
        "delays": sum(event.isSetDelay() for event in events),
        "priorities": sum(event.isSetPriority() for event in events),
        "triggers of another kind": sum(e.getTrigger().getMath().getType() not in RELATIONS for e in events),
        "local parameters": sum(r.getKineticLaw().getNumLocalParameters() for r in model.getListOfReactions()),
    }
    if any(refused.values()):
        raise NotImplementedError(f"The model has {[name for name, count in refused.items() if count]}.")


def _rates(model: libsbml.Model) -> dict[str, libsbml.ASTNode]:
    """How fast each changing thing changes: by its rate rule, or by the reactions that make and use it."""
    rates = {rule.getVariable(): rule.getMath() for rule in model.getListOfRules() if rule.isRate()}
    ruled = {rule.getVariable() for rule in model.getListOfRules()}
    sums: dict[str, list[str]] = {}
    for reaction in model.getListOfReactions():
        law = libsbml.formulaToL3String(reaction.getKineticLaw().getMath())
        sides = ((reaction.getListOfReactants(), -1), (reaction.getListOfProducts(), 1))
        for reference, sign in ((one, sign) for side, sign in sides for one in side):
            species = model.getSpecies(reference.getSpecies())
            if species.getBoundaryCondition() or species.getConstant() or species.getId() in ruled:
                continue
            amount = sign * reference.getStoichiometry()
            sums.setdefault(species.getId(), []).append(f"{amount!r} * ({law}) / {species.getCompartment()}")
    return rates | {name: libsbml.parseL3Formula(" + ".join(parts)) for name, parts in sums.items()}


def _nodes(tree: libsbml.ASTNode) -> Iterable[libsbml.ASTNode]:
    yield tree
    for i in range(tree.getNumChildren()):
        yield from _nodes(tree.getChild(i))


def _names(tree: libsbml.ASTNode) -> set[str]:
    times = {TIME for node in _nodes(tree) if node.getType() == libsbml.AST_NAME_TIME}
    return times | {node.getName() for node in _nodes(tree) if node.getType() == libsbml.AST_NAME}


def _in_order(formulas: Mapping[str, libsbml.ASTNode], wanted: Iterable[str]) -> list[str]:
    """The wanted names that have a formula, and all that these need, each after what it needs."""
    ordered: dict[str, None] = {}

    def visit(name: str, asked_by: tuple[str, ...]) -> None:
        if name in asked_by:
            raise NotImplementedError(f"{name} needs itself.")
        if name in formulas and name not in ordered:
            for other in sorted(_names(formulas[name])):
                visit(other, (*asked_by, name))
            ordered[name] = None

    for name in wanted:
        visit(name, ())
    return list(ordered)


def _python(tree: libsbml.ASTNode) -> str:
    """The formula as a Python expression."""
    kind, parts = tree.getType(), [_python(tree.getChild(i)) for i in range(tree.getNumChildren())]
    if tree.isNumber():
        return repr(tree.getValue())
    if kind in (libsbml.AST_NAME, libsbml.AST_NAME_TIME):
        return TIME if kind == libsbml.AST_NAME_TIME else tree.getName()
    if kind in FUNCTIONS:
        return f"{FUNCTIONS[kind]}({', '.join(parts)})"
    if kind in MARKS:
        return f"({MARKS[kind].join(parts)})"
    return _python_of_its_own(tree, parts)


def _python_of_its_own(tree: libsbml.ASTNode, parts: list[str]) -> str:
    kind = tree.getType()
    if kind == libsbml.AST_MINUS:
        return f"(-{parts[0]})" if len(parts) == 1 else f"({' - '.join(parts)})"
    if kind == libsbml.AST_FUNCTION_ROOT and (len(parts) == 1 or parts[0] in ("2", "2.0")):
        return f"sqrt({parts[-1]})"
    if kind == libsbml.AST_FUNCTION_PIECEWISE:
        pairs = [f"{value} if {condition} else " for value, condition in zip(parts[:-1:2], parts[1::2], strict=True)]
        return f"({''.join(pairs)}{parts[-1]})"
    raise NotImplementedError(f"No formula like {libsbml.formulaToL3String(tree)} is known.")
