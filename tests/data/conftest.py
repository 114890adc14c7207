"""The data package and the model, read with other people's readers and not with ours."""

import csv
import json
from pathlib import Path
from typing import Any

import libsbml
import pytest

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def package() -> dict[str, Any]:
    return json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def tables(package) -> dict[str, list[dict[str, str]]]:
    """Every table by name, as rows of text."""
    rows = {}
    for resource in package["resources"]:
        if "schema" in resource:
            with (DATA / resource["path"]).open(encoding="utf-8", newline="") as file:
                rows[resource["name"]] = list(csv.DictReader(file))
    return rows


@pytest.fixture(scope="session")
def model() -> libsbml.Model:
    document = libsbml.readSBMLFromFile(str(DATA / "contraction_model.sbml.xml"))
    model = document.getModel()
    model.document = document  # the model is gone when its document is
    return model


@pytest.fixture(scope="session")
def unit_names(model) -> dict[str, str]:
    """How the model writes each of its units for people: unit id -> µM, 1/ms ..."""
    definitions = (model.getUnitDefinition(i) for i in range(model.getNumUnitDefinitions()))
    return {"dimensionless": "1"} | {unit.getId(): unit.getName() for unit in definitions}


@pytest.fixture(scope="session")
def model_values(model, unit_names) -> dict[str, tuple[float, str, bool]]:
    """Every parameter and species of the model: id -> (value, unit as people write it, whether it is constant)."""
    parameters = (model.getParameter(i) for i in range(model.getNumParameters()))
    values = {p.getId(): (p.getValue(), unit_names[p.getUnits()], p.getConstant()) for p in parameters}
    species = (model.getSpecies(i) for i in range(model.getNumSpecies()))
    return values | {s.getId(): (s.getInitialConcentration(), "µM", s.getConstant()) for s in species}
