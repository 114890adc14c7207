"""Units of an SBML model as a reader writes them: the names that the model gives its units."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from widgets.mathematics.formula_tree import FormulaError
from widgets.reference_data.amounts import unit_in_words
from widgets.reference_data.wording import sentence

SBML = "{http://www.sbml.org/sbml/level3/version2/core}"
NO_UNIT = "dimensionless"


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures (base unit and exponent) and its size as a power of ten; equal for equal units."""

    dimensions: frozenset[tuple[str, float]]
    log10_size: float

    def over(self, other: "Unit") -> "Unit":
        """Return this unit divided by another."""
        exponents = dict(self.dimensions)
        for kind, exponent in other.dimensions:
            exponents[kind] = exponents.get(kind, 0.0) - exponent
        left = frozenset((kind, exponent) for kind, exponent in exponents.items() if exponent)
        return Unit(left, round(self.log10_size - other.log10_size, 6))


class ModelUnits:
    """The units of one model, by SBML id and by size."""

    def __init__(self, model: Element) -> None:
        """Read the unit definitions of an SBML `<model>` element."""
        self._names: dict[str, str] = {}
        self._units: dict[str, Unit] = {}
        for definition in model.iterfind(f"{SBML}listOfUnitDefinitions/{SBML}unitDefinition"):
            self._names[definition.attrib["id"]] = definition.get("name", definition.attrib["id"])
            self._units[definition.attrib["id"]] = _unit(definition.iter(f"{SBML}unit"))
        self.extent, self.time, self.volume = (model.get(f"{kind}Units") for kind in ("extent", "time", "volume"))

    def name(self, unit_id: str | None) -> str:
        """Return how a unit is written, for example `µM`; empty for a plain number and where no unit is given."""
        return "" if unit_id is None or unit_id == NO_UNIT else unit_in_words(self._names.get(unit_id, unit_id))

    def quotient_name(self, *unit_ids: str | None) -> str:
        """Return how the first unit divided by the others is written; empty where one of them is not given.

        This is the model's own name for it, or else both names with "per".

        Raises:
            FormulaError: the model neither defines such a unit nor divides by one unit only.
        """
        given = [unit_id for unit_id in unit_ids if unit_id is not None]
        if len(given) < len(unit_ids):
            return ""
        unit_id, *divisors = given
        wanted = self._unit(unit_id)
        for divisor in divisors:
            wanted = wanted.over(self._unit(divisor))
        same = [self._names[key] for key, unit in self._units.items() if unit == wanted]
        if same:
            return unit_in_words(same[0])
        if len(divisors) != 1:
            raise FormulaError(f"The model has no name for the unit {unit_id} divided by {' and '.join(divisors)}.")
        return sentence("mathematics", "unit_per", unit=self.name(unit_id), other=self.name(divisors[0]))

    def _unit(self, unit_id: str) -> Unit:
        if unit_id == NO_UNIT:
            return Unit(frozenset(), 0.0)
        return self._units.get(unit_id, Unit(frozenset({(unit_id, 1.0)}), 0.0))


def _unit(parts: Iterable[Element]) -> Unit:
    exponents: dict[str, float] = defaultdict(float)
    log10_size = 0.0
    for part in parts:
        exponent = float(part.attrib["exponent"])
        log10_size += exponent * (float(part.attrib["scale"]) + math.log10(float(part.attrib["multiplier"])))
        if part.attrib["kind"] != NO_UNIT:
            exponents[part.attrib["kind"]] += exponent
    return Unit(frozenset((kind, exponent) for kind, exponent in exponents.items() if exponent), round(log10_size, 6))
