"""Every reaction and equation of the muscle model on screen, with a box to find one."""

import json
import zlib
from typing import TypedDict

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.mathematics.model_mathematics import model_events, model_reactions, model_rules
from widgets.mathematics.sbml_mathematics import EventText, ReactionText, RuleText, WrittenFormula
from widgets.reference_data.wording import Wording, browser_words, sentence


class SaidLine(TypedDict):
    """A line of words."""

    say: str


class FormulaLine(TypedDict):
    """A MathML element, the same in shorter lines or "" where it is short enough, and the same in plain words."""

    markup: str
    phone_markup: str
    text: str


Line = SaidLine | FormulaLine


class MathematicsEntry(TypedDict):
    """A reaction, an equation or an event; the unit stands in words, or is empty where the name has it."""

    id: str
    name: str
    unit: str
    lines: list[Line]


class MathematicsSection(TypedDict):
    """Entries of one kind, with a title that counts them."""

    key: str
    title: str
    note: str
    entries: list[MathematicsEntry]


class ModelMathematics(Part):
    """Sections that open and close, each with its reactions or equations.

    Attributes:
        heading: what all this is.
        introduction: one or two sentences below the heading.
        sections: a list of `MathematicsSection`, as JSON in UTF-8, compressed by zlib: mathematics is long, and one
            sixteenth of it has to travel.
        opened: key of the section that is open at first, or empty.
    """

    _esm = bundle("model_mathematics.js")
    _css = bundle("model_mathematics.css")
    heading = traitlets.Unicode().tag(sync=True)
    introduction = traitlets.Unicode().tag(sync=True)
    sections = traitlets.Bytes().tag(sync=True)
    opened = traitlets.Unicode().tag(sync=True)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(self, opened: str = "reaction", *, headed: bool = True) -> None:
        """Show the model that the pages calculate with; without a heading where one stands above it already."""
        super().__init__(
            heading=sentence("mathematics", "heading") if headed else "",
            introduction=sentence("mathematics", "introduction") if headed else "",
            sections=zlib.compress(json.dumps(mathematics_in_sections()).encode()),
            opened=opened,
            words=browser_words("mathematics", "find", "found"),
        )


def mathematics_in_sections() -> list[MathematicsSection]:
    """Return all reactions, equations and events by section."""
    rules = {str(group): [_rule(rule) for rule in found] for group, found in model_rules().items()}
    sections = {
        "reaction": [_reaction(reaction) for reaction in model_reactions()],
        "rate_of_change": rules.pop("rate_of_change"),
        "event": [_event(event) for event in model_events()],
        **rules,
    }
    return [
        {
            "key": key,
            "title": sentence(
                "mathematics", "section_count", title=sentence("mathematics", f"section_{key}"), count=len(entries)
            ),
            "note": sentence("mathematics", f"section_{key}_note"),
            "entries": entries,
        }
        for key, entries in sections.items()
    ]


def _reaction(reaction: ReactionText) -> MathematicsEntry:
    return _entry(reaction.id, reaction.name, reaction.unit, [_say(reaction.change), _show(reaction.rate)])


def _rule(rule: RuleText) -> MathematicsEntry:
    return _entry(rule.id, rule.name, rule.unit, [_show(rule.formula)])


def _event(event: EventText) -> MathematicsEntry:
    lines: list[Line] = [
        _say(sentence("mathematics", "moment")),
        _show(event.condition),
        _say(sentence("mathematics", "moment_effects")),
        *map(_show, event.effects),
    ]
    return _entry(event.id, event.name, "", lines)


def _entry(key: str, name: str, unit: str, lines: list[Line]) -> MathematicsEntry:
    # A name that holds its unit has said it.
    unit_in_words = sentence("mathematics", "unit", unit=unit) if unit and unit not in name else ""
    return {"id": key, "name": name, "unit": unit_in_words, "lines": lines}


def _say(text: str) -> SaidLine:
    return {"say": text}


def _show(formula: WrittenFormula) -> FormulaLine:
    shorter = "" if formula.phone_markup == formula.markup else formula.phone_markup
    return {"markup": formula.markup, "phone_markup": shorter, "text": formula.text}
