"""The circumstances of a person to choose, and what they bring into play."""

from typing import Any

import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.part import Part
from widgets.evidence.cramp_case import CrampCase
from widgets.explorers.causes_of_cramps.cause_browser import sources_as_json
from widgets.explorers.frame.page_record import PageRecord, record_reference
from widgets.reference_data.amounts import unit_in_words
from widgets.reference_data.causes_controls import CASE_GROUPS, case_controls, causes_presets
from widgets.reference_data.controls import Control
from widgets.reference_data.wording import sentence, words


class CaseBuilder(Part):
    """Ready cases, a box to tick for each circumstance, and the findings.

    Attributes:
        record: the page's state; every circumstance is a value of it, and ready cases are loaded by it.
        name: the name of the circumstances together, as a panel of the record.
        groups: [{"label", "controls": [{"name", "label", "help", "unit", "minimum", "maximum", "step"}]}]; a switch has
            no unit.
        presets: [{"name", "label", "why"}].
        found: what the case brings into play (`show`).
    """

    _esm = bundle("case_builder.js")
    _css = bundle("case_builder.css")
    record = record_reference()
    name = traitlets.Unicode("case").tag(sync=True)
    groups: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    presets: "traitlets.List[Any]" = traitlets.List().tag(sync=True)
    found: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)
    words: "traitlets.Dict[str, Any]" = traitlets.Dict().tag(sync=True)

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
            presets=[{"name": p.name, "label": p.label, "why": p.why} for p in presets],
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


def _found(case: CrampCase) -> dict[str, Any]:
    said, controls = words("causes"), case_controls()
    return {
        "counted": case_sentence(case),
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


def _as_json(control: Control) -> dict[str, Any]:
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
