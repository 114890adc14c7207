"""The page of causes: a cramp has many, magnesium is one; where magnesium alone may fail; a case; and medicines."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from widgets.evidence.clinician_signs import clinician_signs
from widgets.evidence.cramp_case import case_of
from widgets.evidence.cramp_causes import CauseQuestion, causes_asked_for, cramp_causes
from widgets.evidence.medicines import Interaction, magnesium_interactions
from widgets.explorers.causes_of_cramps.case_builder import CaseBuilder, case_sentence
from widgets.explorers.causes_of_cramps.cause_browser import CauseBrowser
from widgets.explorers.causes_of_cramps.situation_section import SituationSection
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.set_up_record import SetUpRecord
from widgets.explorers.parts.download_list import Download, DownloadList
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.text_table import TextTable
from widgets.reference_data.amounts import ended, list_in_words, paragraph
from widgets.reference_data.causes_controls import case_controls, causes_controls, causes_presets
from widgets.reference_data.citations import cite
from widgets.reference_data.control_values import ControlError, checked_values, chosen_preset
from widgets.reference_data.data_package import read_text
from widgets.reference_data.wording import sentence, words

# Parts that a section begins with.
SECTIONS = ("causes", "signs", "situations", "case", "medicines", "downloads")
FILES = ("causes", "magnesium_interactions", "cramp_circumstances", "clinician_signs")


@dataclass(frozen=True, slots=True)
class SignNote:
    """A sign that needs a clinician, as a note."""

    key: str
    title: str
    text: str


class CausesExplorer(ExplorerPage):
    """The live page. Its state is the flat record `controls.values`; everything shown follows from it.

    Attributes:
        controls: the record.
        causes: tiles of causes.
        situations: the situations and their runs.
        case: the case and what it brings into play.
    """

    def __init__(self) -> None:
        """Open with every cause on show, one situation run, and no case.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        self.values: Mapping[str, Any] = checked_values(causes_controls(), {})
        self.controls = SetUpRecord(self.values)
        self.causes = CauseBrowser(self.controls, cramp_causes().values(), *self._asked_for())
        self.situations = SituationSection(self.controls)
        self.case = CaseBuilder(self.controls, case_of(self.values))
        super().__init__(
            parts={
                "causes": self.causes,
                "signs": NoteList("", _sign_notes()),
                "situations": self.situations.picker,
                "beside": self.situations.beside,
                "case": self.case,
                "medicines": _medicines(),
                "downloads": DownloadList(
                    (
                        Download(f"{name}.csv", "text/csv", words("causes")[f"download_{name}"], partial(_table, name))
                        for name in FILES
                    ),
                    words("causes")["download_button"],
                ),
                # It shows nothing; a part between a section's head and its neighbours would part them.
                "controls": self.controls,
            },
            sentence=self.causes.counted,
            sections={
                part: {
                    "title": sentence("causes", f"section_{part}_title"),
                    "text": sentence("causes", f"section_{part}", count=len(cramp_causes())),
                }
                for part in SECTIONS
            },
        )
        self.controls.observe(lambda change: self._follow(change["new"]), names="values")
        self.case.on_msg(self._act)

    def set(self, **values: object) -> None:
        """Set controls by name, as if a learner had moved them.

        Raises:
            ControlError: an unknown name, or a value the control cannot take; nothing changes.
        """
        self.controls.values = dict(checked_values(causes_controls(), {**self.controls.values, **values}))

    def reset(self) -> None:
        """Put every control back to its start."""
        self.controls.values = dict(checked_values(causes_controls(), {}))

    def load_preset(self, name: str) -> None:
        """Load a ready case of `causes_presets.csv`; filters and situation stay as they are.

        Raises:
            ControlError: there is no case of this name.
        """
        self._set_case(chosen_preset(causes_presets(), name).values)

    def clear_case(self) -> None:
        """Turn every circumstance off."""
        self._set_case({})

    def _set_case(self, so: Mapping[str, object]) -> None:
        self.set(**{name: so.get(name, control.default) for name, control in case_controls().items()})

    def _act(self, _widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        if message.get("action") == "preset":
            self.load_preset(message["preset"])
        elif message.get("action") == "clear":
            self.clear_case()

    def _follow(self, given: Mapping[str, object]) -> None:
        try:
            values = checked_values(causes_controls(), given)
        except ControlError as error:
            # The last good state stays on show.
            self.controls.faults = {error.control: str(error)}
            self.fault = str(error)
            return
        self.controls.faults = {}
        self.fault = ""
        changed = {name for name, value in values.items() if value != self.values[name]}
        self.values = values
        if changed & set(CauseQuestion.__dataclass_fields__):
            self.causes.show(*self._asked_for())
            self.sentence = self.causes.counted
        if "situation" in changed:
            self.situations.show(str(values["situation"]))
            self.sentence = self.situations.compared
        if changed & set(case_controls()):
            case = case_of(values)
            self.case.show(case)
            self.sentence = case_sentence(case)

    def _asked_for(self) -> tuple[list[str], str]:
        found = causes_asked_for(CauseQuestion.from_values(self.values))
        if not found:
            return [], sentence("causes", "counted_none")
        kinds = [cause.certainty for cause in found]
        counted = {"shown": len(found), "sure": kinds.count("strong"), "unsure": kinds.count("very_weak")}
        return [cause.id for cause in found], sentence("causes", "counted", total=len(cramp_causes()), **counted)


def _sign_notes() -> list[SignNote]:
    said = words("causes")
    return [
        SignNote(f"{sign.urgency}_{sign.id}", sign.sign, paragraph([ended(said[f"urgency_{sign.urgency}"]), sign.why]))
        for sign in clinician_signs()
    ]


def _medicines() -> TextTable:
    said, rows = words("causes"), magnesium_interactions()
    columns = [said[f"medicines_column_{name}"] for name in ("medicine", "direction", "effect", "ask", "checked")]
    recall = sum(row.checked == "recall" for row in rows)
    return TextTable(
        sentence("causes", "medicines_caption", count=len(rows)),
        columns,
        [_medicine_row(row) for row in rows],
        [sentence("causes", "medicines_note", recall=recall)],
        said["medicines_region"],
    )


def _medicine_row(row: Interaction) -> list[str]:
    said = words("causes")
    alone = row.examples.casefold() in row.medicine.casefold()
    name = sentence(
        "causes",
        "medicines_name_alone" if alone else "medicines_name",
        medicine=row.medicine,
        examples=row.examples,
    )
    source = (
        said["medicines_from_memory"]
        if row.checked == "recall"
        else list_in_words(map(_reference, row.source), "clauses")
    )
    return [name, said[f"direction_{row.direction}"], row.effect, row.ask, source]


def _reference(key: str) -> str:
    return cite(key).reference


def _table(name: str) -> str:
    return read_text(f"{name}.csv")
