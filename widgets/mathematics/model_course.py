"""What changes in the course of a run of an SBML model, told from its rules, reactions and events."""

from xml.etree.ElementTree import Element

from widgets.mathematics.formula_tree import MATHML, SBML_TIME, TIME
from widgets.mathematics.model_units import SBML


def changed_by(reaction: Element) -> set[str]:
    """Return the ids of the species that a reaction uses up or makes."""
    sides = [part for tag in ("Reactants", "Products") for part in reaction.iterfind(f"{SBML}listOf{tag}/*")]
    return {part.attrib["species"] for part in sides}


def names_in(owner: Element) -> set[str]:
    """Return every id that the formulas of an element use, and `time` where they use the time."""
    names = {(node.text or "").strip() for node in owner.iter(f"{MATHML}ci")}
    return names | {TIME for node in owner.iter(f"{MATHML}csymbol") if node.get("definitionURL") == SBML_TIME}


def used_names(model: Element) -> set[str]:
    """Return every id that a rule, a reaction or an event of the model uses."""
    return {
        name
        for kind in ("Rules", "Reactions", "Events")
        for owner in model.iterfind(f"{SBML}listOf{kind}")
        for name in names_in(owner)
    }


def varying_names(model: Element) -> set[str]:
    """Return the ids of all that has a course of its own in a run, and of all that depends on it; `time` among them."""
    rules = list(model.iterfind(f"{SBML}listOfRules/*"))
    kept = {one.attrib["id"] for one in model.iter(f"{SBML}species") if one.get("boundaryCondition") == "true"}
    varying = {TIME, *(rule.attrib["variable"] for rule in rules if rule.tag == f"{SBML}rateRule")}
    for reaction in model.iter(f"{SBML}reaction"):
        varying |= changed_by(reaction) - kept
    varying |= {effect.attrib["variable"] for effect in model.iter(f"{SBML}eventAssignment")}
    while more := {rule.attrib["variable"] for rule in rules if varying & names_in(rule)} - varying:
        varying |= more
    return varying
