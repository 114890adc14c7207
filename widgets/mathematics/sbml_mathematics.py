"""The reactions and equations of an SBML model as readable mathematics.

Nothing here is typed by hand: what a page shows is what a solver gets. Two things are left out of what is shown.
Numbers lose their units (`1 dimensionless` reads `1`). And a compartment whose size is always 1 is not written as a
factor: SBML wants reactions in amounts per time, so that each rate is multiplied by the volume that it happens in;
in a compartment of one litre the number is the same, and the rate reads in µM per ms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal
from xml.etree.ElementTree import Element, fromstring

from widgets.mathematics.formula_markup import LINE_WIDTH, PHONE_LINE_WIDTH, formula_markup
from widgets.mathematics.formula_text import formula_in_text
from widgets.mathematics.formula_tree import (
    BECOMES,
    MATHML,
    TIME,
    Formula,
    FormulaError,
    Name,
    Number,
    RateOfChange,
    Relation,
    read_formula,
)
from widgets.mathematics.model_course import changed_by, used_names, varying_names
from widgets.mathematics.model_units import SBML, ModelUnits
from widgets.reference_data.model_names import as_heading
from widgets.reference_data.wording import sentence

# Not an SBML id, so that no quantity can have it.
REACTION_RATE = "reaction rate"
RuleGroup = Literal["rate_of_change", "at_every_instant", "only_shown", "settled_before", "starting_value"]
RULE_GROUPS: tuple[RuleGroup, ...] = (
    "rate_of_change",
    "at_every_instant",
    "only_shown",
    "settled_before",
    "starting_value",
)
_KNOWN_LISTS = {
    "listOfUnitDefinitions",
    "listOfCompartments",
    "listOfSpecies",
    "listOfParameters",
    "listOfInitialAssignments",
    "listOfRules",
    "listOfReactions",
    "listOfEvents",
    "notes",
    "annotation",
}


@dataclass(frozen=True, slots=True)
class WrittenFormula:
    """A formula for eyes and ears: `markup` is a whole MathML element, `text` one line of plain text.

    Attributes:
        markup: in lines that fit a column of text.
        phone_markup: the same in lines that fit a phone.
        text: the same as plain text.
    """

    markup: str
    phone_markup: str
    text: str


@dataclass(frozen=True, slots=True)
class ReactionText:
    """A reaction: what it does (`name`), what turns into what (`change`), and how fast, in `unit`."""

    id: str
    name: str
    change: str
    rate: WrittenFormula
    unit: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """An equation for the quantity `name`; `unit` is empty for a plain number.

    Attributes:
        id: SBML id of the quantity.
        name: the quantity in words.
        group: `rate_of_change`; `at_every_instant`: follows from what changes; `only_shown`: so too, and nothing
            depends on it; `settled_before`: follows from settings and constants alone; `starting_value`.
        formula: the whole equation.
        unit: of both its sides.
    """

    id: str
    name: str
    group: RuleGroup
    formula: WrittenFormula
    unit: str


@dataclass(frozen=True, slots=True)
class EventText:
    """What happens at a moment: `effects`, all at once, when `condition` becomes true."""

    id: str
    name: str
    condition: WrittenFormula
    effects: tuple[WrittenFormula, ...]


@dataclass(frozen=True, slots=True)
class WrittenModel:
    """All that the model computes, in the order of its file."""

    reactions: tuple[ReactionText, ...]
    rules: tuple[RuleText, ...]
    events: tuple[EventText, ...]


def read_mathematics(sbml: str, names: Mapping[str, str] = MappingProxyType({})) -> WrittenModel:
    """Return all that a model computes.

    Args:
        sbml: the text of an SBML Level 3 Version 2 file.
        names: SBML id -> what it is called, in place of the model's own names and of ids as words.

    Raises:
        FormulaError: the model holds something that this module does not write out, such as a delay.
    """
    model = fromstring(sbml).find(f"{SBML}model")
    if model is None:
        raise FormulaError("The text holds no SBML Level 3 Version 2 model.")
    unknown = {child.tag.removeprefix(SBML) for child in model} - _KNOWN_LISTS
    if unknown:
        raise FormulaError(f"The model holds {', '.join(sorted(unknown))}, which cannot be written out.")
    return _ModelWriter(model, names).mathematics()


class _ModelWriter:
    """Writes out one SBML model."""

    def __init__(self, model: Element, names: Mapping[str, str]) -> None:
        self._names = names
        self._units = ModelUnits(model)
        self._compartments = _by_id(model, "Compartments")
        self._species = _by_id(model, "Species")
        self._parameters = _by_id(model, "Parameters")
        self._reactions = _by_id(model, "Reactions")
        self._events = _by_id(model, "Events")
        self._rules = list(model.iterfind(f"{SBML}listOfRules/*"))
        self._starts = {start.attrib["symbol"]: start for start in model.iterfind(f"{SBML}listOfInitialAssignments/*")}
        self._varying, self._used = varying_names(model), used_names(model)
        self._left_out = frozenset(
            key
            for key, compartment in self._compartments.items()
            if float(compartment.get("size", "nan")) == 1 and compartment.get("constant") == "true"
        )

    def mathematics(self) -> WrittenModel:
        return WrittenModel(
            tuple(self._reaction(reaction) for reaction in self._reactions.values()),
            (*(self._rule(rule) for rule in self._rules), *self._starting_values()),
            tuple(self._event(event) for event in self._events.values()),
        )

    def _reaction(self, reaction: Element) -> ReactionText:
        law = _only(reaction, "kineticLaw")
        volumes = {self._compartments[self._species[key].attrib["compartment"]] for key in changed_by(reaction)}
        unit = self._units.quotient_name(
            self._units.extent, self._units.time, *(volume.get("units") for volume in volumes)
        )
        sides = [self._side(reaction, f"listOf{side}") for side in ("Reactants", "Products")]
        return ReactionText(
            reaction.attrib["id"],
            self._title(reaction),
            sentence("mathematics", "reaction", before=sides[0], after=sides[1]),
            self._equation(Name(REACTION_RATE), self._read(law)),
            unit,
        )

    def _side(self, reaction: Element, tag: str) -> str:
        parts = []
        for part in reaction.iterfind(f"{SBML}{tag}/*"):
            name, count = self._in_words(part.attrib["species"]), float(part.get("stoichiometry", "nan"))
            if not count > 0 or part.get("constant") != "true":
                raise FormulaError(f"The reaction {reaction.attrib['id']} has an amount that is not a fixed number.")
            parts.append(name if count == 1 else sentence("mathematics", "several_of", count=count, name=name))
        return " + ".join(parts) or sentence("mathematics", "not_counted")

    def _rule(self, rule: Element) -> RuleText:
        key, kind = rule.attrib.get("variable", ""), rule.tag.removeprefix(SBML)
        right = self._read(rule)
        if kind == "rateRule":
            unit = self._units.quotient_name(self._unit_id(key), self._units.time)
            return self._rule_text(key, "rate_of_change", RateOfChange(Name(key)), right, unit)
        if kind != "assignmentRule":
            raise FormulaError(f"A rule of the kind {kind} cannot be written out.")
        return self._rule_text(key, self._group(key), Name(key), right, self._unit(key))

    def _rule_text(self, key: str, group: RuleGroup, left: Formula, right: Formula, unit: str) -> RuleText:
        return RuleText(key, as_heading(self._in_words(key)), group, self._equation(left, right), unit)

    def _starting_values(self) -> list[RuleText]:
        """Return where everything starts that has a course of its own: what rules set has no start."""
        found = []
        assigned = {rule.attrib["variable"] for rule in self._rules if rule.tag == f"{SBML}assignmentRule"}
        for key, quantity in {**self._species, **self._parameters}.items():
            if key in assigned or quantity.get("constant") == "true":
                continue
            start = self._starts.get(key)
            value = quantity.get("initialConcentration", quantity.get("value"))
            if start is None and value is None:
                raise FormulaError(f"The quantity {key} has no starting value.")
            right = self._read(start) if start is not None else Number(float(str(value)))
            found.append(self._rule_text(key, "starting_value", Name(key), right, self._unit(key)))
        return found

    def _event(self, event: Element) -> EventText:
        if event.find(f"{SBML}delay") is not None or event.find(f"{SBML}priority") is not None:
            raise FormulaError(
                f"The event {event.attrib['id']} has a delay or a priority, which cannot be written out."
            )
        condition = self._read(_only(event, "trigger"))
        effects = [
            Relation(BECOMES, Name(effect.attrib["variable"]), self._read(effect))
            for effect in event.iterfind(f"{SBML}listOfEventAssignments/*")
        ]
        return EventText(
            event.attrib["id"],
            self._title(event),
            self._written(condition),
            tuple(self._written(effect) for effect in effects),
        )

    def _title(self, owner: Element) -> str:
        """Return the name of a reaction or an event."""
        key = owner.attrib["id"]
        return self._names.get(key) or owner.get("name") or self._in_words(key)

    def _group(self, key: str) -> RuleGroup:
        if key not in self._varying:
            return "settled_before"
        return "at_every_instant" if key in self._used else "only_shown"

    def _unit(self, key: str) -> str:
        if key in self._species:
            volume = self._compartments[self._species[key].attrib["compartment"]]
            return self._units.quotient_name(self._species[key].get("substanceUnits"), volume.get("units"))
        return self._units.name(self._unit_id(key))

    def _unit_id(self, key: str) -> str | None:
        return self._parameters[key].get("units")

    def _in_words(self, key: str) -> str:
        """Return the name of a quantity: as given, as in the model, or its id as words with a unit at its end apart."""
        if key in (TIME, REACTION_RATE):
            return sentence("mathematics", key.replace(" ", "_"))
        if key in self._names:
            return self._names[key]
        quantity = self._parameters.get(key, self._species.get(key))
        if quantity is None:
            return key.replace("_", " ")
        if quantity.get("name"):
            return quantity.attrib["name"]
        unit_id = quantity.get("units", "")
        for ending in (unit_id, self._units.name(unit_id)):
            if ending and key.endswith(f"_{ending}") and quantity.get("constant") == "false":
                name = key.removesuffix(f"_{ending}").replace("_", " ")
                return sentence("mathematics", "name_in_unit", name=name, unit=self._units.name(unit_id))
        return key.replace("_", " ")

    def _read(self, owner: Element) -> Formula:
        math = owner.find(f"{MATHML}math")
        if math is None:
            raise FormulaError(f"The element {owner.tag.removeprefix(SBML)} {dict(owner.attrib)} has no formula.")
        return read_formula(math, self._left_out)

    def _equation(self, left: Formula, right: Formula) -> WrittenFormula:
        return self._written(Relation("=", left, right))

    def _written(self, formula: Formula) -> WrittenFormula:
        markup, phone_markup = (
            formula_markup(formula, self._in_words, width) for width in (LINE_WIDTH, PHONE_LINE_WIDTH)
        )
        return WrittenFormula(markup, phone_markup, formula_in_text(formula, self._in_words))


def _by_id(model: Element, kind: str) -> dict[str, Element]:
    return {child.attrib["id"]: child for child in model.iterfind(f"{SBML}listOf{kind}/*")}


def _only(owner: Element, tag: str) -> Element:
    found = owner.findall(f"{SBML}{tag}")
    if len(found) != 1:
        raise FormulaError(f"{owner.attrib['id']} must have one {tag}.")
    return found[0]
