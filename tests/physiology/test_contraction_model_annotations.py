"""The model says in public vocabularies what its parts are, so that other people's tools can tell."""

import re
from pathlib import Path

import COPASI
import libsbml
import pytest

from tests.physiology.other_engines import new_road_runner
from widgets.reference_data.data_package import read_table

SBML = Path(__file__).parents[2] / "data" / "contraction_model.sbml.xml"
IDENTIFIER = re.compile(
    r"https://identifiers\.org/(CHEBI:\d+|GO:\d{7}|uniprot:[A-Z0-9]{6}|ec-code:[\d.]+|taxonomy:\d+|doi:10\.\d+/\S+)"
)
KINETIC_NAME = re.compile(r"(constant|rate|time|equilibrium|steepness)$|_rate_")
MEANT = {
    "calcium": "CHEBI:29108",
    "magnesium": "CHEBI:18420",
    "magnesium-ATP": "CHEBI:30617",
    "ATP": "CHEBI:15422",
    "ADP": "CHEBI:16761",
    "phosphate": "CHEBI:35780",
    "phosphocreatine": "CHEBI:17287",
    "lactate": "CHEBI:24996",
    "potassium": "CHEBI:29103",
    "troponin C, fast": "uniprot:P02585",
    "troponin C, slow": "uniprot:P63316",
    "SERCA1": "uniprot:O14983",
    "SERCA2": "uniprot:P16615",
    "ryanodine receptor 1": "uniprot:P21817",
    "myosin-7": "uniprot:P12883",
    "myosin-2": "uniprot:Q9UKX2",
    "actin": "uniprot:P68133",
    "parvalbumin": "uniprot:P20472",
    "calsequestrin": "uniprot:P31415",
    "people": "taxonomy:9606",
    "mice": "taxonomy:10090",
}


@pytest.fixture(scope="module")
def document() -> libsbml.SBMLDocument:
    return libsbml.readSBMLFromFile(str(SBML))


@pytest.fixture(scope="module")
def model(document) -> libsbml.Model:
    return document.getModel()


def annotated(model: libsbml.Model) -> list[libsbml.SBase]:
    lists = (model.getListOfSpecies(), model.getListOfParameters(), model.getListOfReactions())
    return [model, *model.getListOfCompartments(), *(one for parts in lists for one in parts)]


def resources(element: libsbml.SBase) -> list[str]:
    terms = [element.getCVTerm(i) for i in range(element.getNumCVTerms())]
    return [term.getResourceURI(i) for term in terms for i in range(term.getNumResources())]


def all_resources(model: libsbml.Model) -> list[str]:
    return [resource for element in annotated(model) for resource in resources(element)]


def test_libsbml_accepts_every_term(document):
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_SBO_CONSISTENCY, True)
    document.setConsistencyChecks(libsbml.LIBSBML_CAT_MODELING_PRACTICE, True)
    document.checkConsistency()
    assert [document.getError(i).getMessage() for i in range(document.getNumErrors())] == []


@pytest.mark.parametrize("what", ["Reactions", "Species", "Compartments"])
def test_everything_of_a_kind_says_what_it_is(model, what):
    parts = getattr(model, f"getListOf{what}")()
    assert [part.getId() for part in parts if not part.isSetSBOTerm()] == []


def test_every_rate_and_binding_constant_says_of_what_kind_it_is(model):
    constants = {str(row["id"]) for row in read_table("physiology_parameters")}
    named = [
        one for one in model.getListOfParameters() if one.getId() in constants and KINETIC_NAME.search(one.getId())
    ]
    assert [one.getId() for one in named if not one.isSetSBOTerm()] == []


def test_the_terms_of_parameters_are_quantities(model):
    terms = {one.getId(): one.getSBOTerm() for one in model.getListOfParameters() if one.isSetSBOTerm()}
    assert [key for key, term in terms.items() if not libsbml.SBO.isQuantitativeParameter(term)] == []


@pytest.mark.parametrize("name", MEANT)
def test_what_matters_is_named_in_a_public_vocabulary(model, name):
    assert f"https://identifiers.org/{MEANT[name]}" in all_resources(model)


def test_every_identifier_has_the_form_of_its_vocabulary(model):
    assert [one for one in all_resources(model) if not IDENTIFIER.fullmatch(one)] == []


def test_every_paper_that_the_model_names_is_among_the_sources(model):
    known = {row["doi_or_pmid"] for row in read_table("sources")}
    papers = [one.split("doi:")[1] for one in all_resources(model) if "doi:" in one]
    assert papers
    assert [paper for paper in papers if paper not in known] == []


def test_copasi_opens_the_model_and_misses_no_more_than_its_catalogue_of_vocabularies():
    """Outside its window COPASI has no catalogue, and says so for what stands at the model itself."""
    COPASI.CCopasiMessage.clearDeque()
    opened = COPASI.CRootContainer.addDatamodel()
    assert opened.importSBML(str(SBML))
    said = COPASI.CCopasiMessage.getAllMessageText()
    COPASI.CRootContainer.removeDatamodel(opened)
    remarks = [line for line in said.splitlines() if line.strip() and not line.startswith(">WARNING")]
    assert [remark for remark in remarks if "is unknown to COPASI" not in remark] == []


def test_roadrunner_and_so_tellurium_opens_the_model():
    engine = new_road_runner()
    assert engine.simulate(0, 100, 2)[-1][0] == 100
