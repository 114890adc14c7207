"""The circumstances of a person to choose, and what they bring into play."""

from typing import TypedDict

import anywidget
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part, shaped
from widgets.browser.source import Source
from widgets.evidence.cramp_case import CrampCase
from widgets.explorers.causes_of_cramps.cause_browser import sources_as_json
from widgets.explorers.frame.page_record import PageRecord
from widgets.reference_data.amounts import list_in_words, unit_in_words
from widgets.reference_data.causes_controls import CASE_GROUPS, case_controls, causes_presets
from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.wording import Wording, sentence, words


class CaseControl(TypedDict):
    """A circumstance: a box to tick, which has no unit, or a slider."""

    name: str
    label: str
    help: str
    unit: str
    minimum: float | None
    maximum: float | None
    step: float | None


class CaseGroup(TypedDict):
    """Circumstances under one heading."""

    label: str
    controls: list[CaseControl]


class CasePreset(TypedDict):
    """A ready case, why one would choose it, and a value for every circumstance."""

    name: str
    label: str
    why: str
    values: dict[str, ControlValue]


class CauseInPlay(TypedDict):
    """A cause that the case brings into play; `more` says how many circumstances do, where it is more than one."""

    id: str
    name: str
    certainty: str
    more: str


class Circumstance(TypedDict):
    """What to know and to ask about one circumstance."""

    id: str
    label: str
    ask: str
    known: str
    red_flag: str
    sources: list[Source]


class CaseFound(TypedDict):
    """What a case brings into play; `names` lists the causes by name, for where there is room for no more."""

    counted: str
    names: str
    causes: list[CauseInPlay]
    circumstances: list[Circumstance]


class CaseBuilder(Part):
    """Ready cases, a box to tick for each circumstance, and the findings.

    Attributes:
        record: the page's state; every circumstance is a value of it, and ready cases are loaded by it.
        name: the name of the circumstances together, as a panel of the record.
        groups: circumstances under their headings.
        presets: ready cases.
        nothing: a value for every circumstance where none is so.
        found: what the case brings into play (`show`).
    """

    _esm = bundle("case_builder.js")
    _css = bundle("case_builder.css")
    record = anywidget.WidgetTrait().tag(sync=True)
    name = traitlets.Unicode("case").tag(sync=True)
    groups: "traitlets.List[CaseGroup]" = traitlets.List().tag(sync=True)
    presets: "traitlets.List[CasePreset]" = traitlets.List().tag(sync=True)
    nothing: "traitlets.Dict[str, ControlValue]" = traitlets.Dict().tag(sync=True)
    found = shaped(CaseFound)
    words: "traitlets.Dict[str, Wording]" = traitlets.Dict().tag(sync=True)

    def __init__(self, record: PageRecord, case: CrampCase) -> None:
        """Open with a case on show."""
        said = words("causes")
        controls, presets = case_controls().values(), causes_presets().values()
        record.add_panel("case", case_controls(), presets, says_faults=False)
        super().__init__(
            record=record,
            groups=[
                {
                    "label": said[f"group_{group}"],
                    "controls": [_as_json(control) for control in controls if control.group == group],
                }
                for group in CASE_GROUPS
            ],
            presets=[
                {"name": p.name, "label": p.label, "why": p.why, "values": dict(record.preset_values("case", p.name))}
                for p in presets
            ],
            nothing={control.name: control.default for control in controls},
            found=_found(case),
            words={key: text for key, text in said.items() if key.startswith(("case_", "fact_"))},
        )

    def show(self, case: CrampCase) -> None:
        """Show what another case brings into play."""
        self.found = _found(case)


def case_sentence(case: CrampCase) -> str:
    """Return in one sentence how many causes a case brings into play."""
    if not case.circumstances:
        return sentence("causes", "case_none")
    return sentence("causes", "case_counted", count=len(case.in_play))


def _found(case: CrampCase) -> CaseFound:
    said, controls = words("causes"), case_controls()
    return {
        "counted": case_sentence(case),
        "names": list_in_words(each.cause.name for each in case.in_play),
        "causes": [
            {
                "id": each.cause.id,
                "name": each.cause.name,
                "certainty": said[f"certainty_{each.cause.certainty}"],
                "more": sentence("causes", "case_more", count=len(each.because_of)) if len(each.because_of) > 1 else "",
            }
            for each in case.in_play
        ],
        "circumstances": [
            {
                "id": circumstance.id,
                "label": controls[circumstance.id].label,
                "ask": circumstance.ask,
                "known": circumstance.magnesium_known,
                "red_flag": circumstance.red_flag,
                "sources": sources_as_json(circumstance.source),
            }
            for circumstance in case.circumstances
        ],
    }


def _as_json(control: Control) -> CaseControl:
    number = control.scale != "switch"
    return {
        "name": control.name,
        "label": control.label,
        "help": control.help,
        "unit": unit_in_words(control.unit) if number else "",
        "minimum": control.minimum,
        "maximum": control.maximum,
        "step": control.step,
    }
