"""One constant of the model as facts to read: value, range, animal, source, and how far to trust it."""

from dataclasses import dataclass

from widgets.reference_data.amounts import amount, precise_amount, temperature_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.model_parameters import ASSUMED_SHARE, ModelParameter
from widgets.reference_data.wording import sentence


@dataclass(frozen=True, slots=True)
class ParameterFact:
    """One line of a constant's card; `key` names the line, `sources` is empty but for the line of the source."""

    key: str
    label: str
    text: str
    sources: tuple[Citation, ...] = ()


def parameter_facts(parameter: ModelParameter) -> tuple[ParameterFact, ...]:
    """Return what is known of a constant, in reading order; lines without content are left out."""
    sources = tuple(cite(key) for key in parameter.source.split())
    facts = (
        _fact("checked", sentence("credibility", f"checked_{parameter.checked}")),
        _fact("range", range_in_words(parameter)),
        _fact("animal", _animal(parameter)),
        ParameterFact("source", sentence("credibility", "fact_source"), "", sources),
        _fact("note", parameter.note),
        _fact("id", _names_in_model(parameter)),
    )
    return tuple(fact for fact in facts if fact.text or fact.sources)


def range_in_words(parameter: ModelParameter) -> str:
    """Return the plausible range with its unit, and that it is assumed where no source gives one."""
    if not parameter.can_differ:
        return sentence("credibility", "range_none")
    span = parameter.range
    low, high = precise_amount(span.low, ""), precise_amount(span.high, parameter.unit)
    if span.assumed:
        return sentence("credibility", "range_assumed", low=low, high=high, share=amount(100 * ASSUMED_SHARE, "%"))
    return sentence("credibility", "range_found", low=low, high=high)


def _animal(parameter: ModelParameter) -> str:
    temperature = temperature_in_words(parameter.temperature_C)
    if parameter.species and temperature:
        return sentence("credibility", "animal_at", animal=parameter.species, temperature=temperature)
    if temperature:
        return sentence("credibility", "temperature_alone", temperature=temperature)
    return parameter.species


def _names_in_model(parameter: ModelParameter) -> str:
    if parameter.symbol:
        return sentence("credibility", "names_in_model", id=parameter.id, symbol=parameter.symbol)
    return parameter.id


def _fact(key: str, text: str) -> ParameterFact:
    return ParameterFact(key, sentence("credibility", f"fact_{key}"), text)
