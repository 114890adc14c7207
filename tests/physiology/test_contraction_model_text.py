"""The model as text and as SBML: in step, valid, and with a unit for everything.

After a change of `data/contraction_model.ant` renew the SBML with
`python -m tests.physiology.test_contraction_model_text`.
"""

import re
from pathlib import Path

import antimony
import libsbml
import pytest
import roadrunner

from tests.physiology.other_engines import new_road_runner

DATA = Path(__file__).parents[2] / "data"
TEXT = DATA / "contraction_model.ant"
SBML = DATA / "contraction_model.sbml.xml"
POWERS = (libsbml.AST_POWER, libsbml.AST_FUNCTION_POWER)
VERSION_REMARK = re.compile(r"<!--.*?-->\n?")


def sbml_of_the_text() -> str:
    antimony.clearPreviousLoads()
    if antimony.loadAntimonyFile(str(TEXT)) < 0:
        raise ValueError(antimony.getLastError())
    return VERSION_REMARK.sub("", antimony.getSBMLString("contraction_model"))


@pytest.fixture(scope="module")
def document() -> libsbml.SBMLDocument:
    return libsbml.readSBMLFromFile(str(SBML))


@pytest.fixture(scope="module")
def compiled_model() -> roadrunner.RoadRunner:
    return new_road_runner()


@pytest.fixture
def engine(compiled_model) -> roadrunner.RoadRunner:
    """A second engine, at the model's own values: not the one the pages use."""
    compiled_model.resetToOrigin()
    return compiled_model


def parts(document):
    model = document.getModel()
    return [
        *(model.getParameter(i) for i in range(model.getNumParameters())),
        *(model.getCompartment(i) for i in range(model.getNumCompartments())),
    ]


def reactions(document):
    model = document.getModel()
    return [model.getReaction(i) for i in range(model.getNumReactions())]


def formulas(document):
    """Every formula of the model, as a tree."""
    model = document.getModel()
    events = [model.getEvent(i) for i in range(model.getNumEvents())]
    assignments = [event.getEventAssignment(i) for event in events for i in range(event.getNumEventAssignments())]
    owners = [
        *(model.getRule(i) for i in range(model.getNumRules())),
        *(model.getInitialAssignment(i) for i in range(model.getNumInitialAssignments())),
        *(reaction.getKineticLaw() for reaction in reactions(document)),
        *assignments,
    ]
    return [owner.getMath() for owner in owners]


def nodes(tree):
    yield tree
    for i in range(tree.getNumChildren()):
        yield from nodes(tree.getChild(i))


def test_the_sbml_is_what_the_text_gives():
    assert SBML.read_text(encoding="utf-8") == sbml_of_the_text()


def test_libsbml_finds_nothing_to_complain_about_units_included(document):
    document.checkConsistency()
    assert [document.getError(i).getMessage() for i in range(document.getNumErrors())] == []


def test_every_parameter_and_compartment_has_a_unit(document):
    assert [part.getId() for part in parts(document) if not part.isSetUnits()] == []


def test_every_species_has_a_unit(document):
    model = document.getModel()
    species = [model.getSpecies(i) for i in range(model.getNumSpecies())]
    assert [one.getId() for one in species if not one.isSetSubstanceUnits()] == []


def test_every_reaction_has_a_name_that_reads(document):
    assert [one.getId() for one in reactions(document) if len(one.getName().split()) < 3] == []


def test_every_power_is_a_whole_number_so_that_no_solver_step_leaves_the_real_numbers(document):
    model = document.getModel()
    powers = [node.getChild(1) for tree in formulas(document) for node in nodes(tree) if node.getType() in POWERS]
    values = [node.getValue() if node.isNumber() else model.getParameter(node.getName()).getValue() for node in powers]
    assert [value for value in values if value != int(value)] == []


def test_no_root_is_taken_of_a_negative_number(document):
    roots = [node for tree in formulas(document) for node in nodes(tree) if node.getType() == libsbml.AST_FUNCTION_ROOT]
    assert {root.getChild(root.getNumChildren() - 1).getType() for root in roots} == {libsbml.AST_FUNCTION_MAX}


@pytest.mark.parametrize("rate_Hz", [1, 2, 5, 10, 20, 50, 80])
def test_the_first_impulse_comes_with_the_command(engine, rate_Hz):
    engine.impulse_rate = rate_Hz
    run = engine.simulate(0, 52, 1041, ["time", "impulse_count"])
    first_ms = run[run[:, 1] > 0][0, 0]
    due_ms = engine.command_start + engine.impulse_travel_time
    assert due_ms <= first_ms <= due_ms + 0.2


def test_a_resting_fibre_stays_at_rest(engine):
    engine.impulse_rate = 0
    run = engine.simulate(0, 10_000, 101, ["store_calcium_percent"])
    assert run[-1, 0] == pytest.approx(100, abs=0.5)


if __name__ == "__main__":
    SBML.write_text(sbml_of_the_text(), encoding="utf-8", newline="\n")
