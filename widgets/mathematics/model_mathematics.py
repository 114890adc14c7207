"""The reactions and equations of the muscle model, made from the file that the solver gets."""

from collections.abc import Mapping
from types import MappingProxyType

from widgets.mathematics.sbml_mathematics import (
    RULE_GROUPS,
    EventText,
    ReactionText,
    RuleGroup,
    RuleText,
    WrittenModel,
    read_mathematics,
)
from widgets.reference_data.data_package import read_text
from widgets.reference_data.language import kept_for_each_language
from widgets.reference_data.model_names import NAMES
from widgets.reference_data.wording import words

MODEL_FILE = "contraction_model.sbml.xml"


def model_reactions() -> tuple[ReactionText, ...]:
    """Return every reaction of the muscle model."""
    return model_mathematics().reactions


def model_rules() -> Mapping[RuleGroup, tuple[RuleText, ...]]:
    """Return every equation of the muscle model, by group, in the order of `RULE_GROUPS`."""
    rules = model_mathematics().rules
    return MappingProxyType({group: tuple(rule for rule in rules if rule.group == group) for group in RULE_GROUPS})


def model_events() -> tuple[EventText, ...]:
    """Return what happens at moments in the muscle model."""
    return model_mathematics().events


@kept_for_each_language
def model_mathematics() -> WrittenModel:
    """Return all that the muscle model computes; read once and kept."""
    return read_mathematics(read_text(MODEL_FILE), words(NAMES))
