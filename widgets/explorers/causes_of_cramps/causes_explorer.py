"""The page of causes: a cramp has many, magnesium is one; where magnesium alone may fail; a case; and medicines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from widgets.descriptions.causes_description import causes_finding, causes_in_short
from widgets.descriptions.claims_description import claims_table
from widgets.descriptions.cramp_description import cramp_notes, look_alike_table
from widgets.evidence.cramp_case import CrampCase, case_of
from widgets.evidence.cramp_causes import Cause, CauseQuestion, causes_asked_for, cramp_causes
from widgets.evidence.cramp_warnings import cramp_warnings
from widgets.evidence.magnesium_situations import magnesium_situations
from widgets.evidence.medicines import Interaction, magnesium_interactions
from widgets.explorers.causes_of_cramps.case_builder import CaseBuilder, case_sentence
from widgets.explorers.causes_of_cramps.cause_browser import CauseBrowser, sources_as_json
from widgets.explorers.causes_of_cramps.situation_section import SituationSection
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.parts.download_list import Download, DownloadList
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.sign_list import SignList, sign_list_head
from widgets.explorers.parts.text_table import TextTable
from widgets.reference_data.amounts import list_in_words, number_in_words, paragraph
from widgets.reference_data.causes_controls import case_controls, causes_controls, causes_presets
from widgets.reference_data.citations import cite
from widgets.reference_data.data_package import read_text
from widgets.reference_data.wording import sentence, words

# Parts that a section begins with.
SECTIONS = ("signs", "cramp", "causes", "situations", "case", "warnings", "claims", "downloads")
START_CASE = "cyclist"
FILES = ("causes", "magnesium_interactions", "cramp_warnings", "cramp_circumstances", "clinician_signs")


@dataclass(frozen=True, slots=True)
class WarningNote:
    """A warning as a note."""

    key: str
    title: str
    text: str


class ListSection(Section[tuple[Cause, ...], None]):
    """The causes that are asked for, as tiles."""

    def __init__(self, record: PageRecord) -> None:
        """Open with the causes that the record asks for."""
        super().__init__(record, CauseQuestion.__dataclass_fields__, kept_names=())
        self.browser = CauseBrowser(record, cramp_causes().values(), self._ids(), self.said(), causes_in_short())

    def solve(self, values: Values) -> tuple[Cause, ...]:
        """Return the causes that are asked for, in order."""
        return tuple(causes_asked_for(CauseQuestion.from_values(values)))

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - a list has no axes
        """Show the causes."""
        self.browser.show(self._ids(), self.said())

    def said(self) -> str:
        """Return how many causes are shown, and how sure they are."""
        if not self.found:
            return sentence("causes", "counted_none")
        kinds = [cause.certainty for cause in self.found]
        counted = {"shown": len(self.found), "sure": kinds.count("strong"), "unsure": kinds.count("very_weak")}
        return sentence("causes", "counted", total=len(cramp_causes()), **counted)

    def _ids(self) -> list[str]:
        return [cause.id for cause in self.found]


class CaseSection(Section[CrampCase, None]):
    """The case, and what it brings into play."""

    def __init__(self, record: PageRecord) -> None:
        """Open with the case of the record."""
        super().__init__(record, case_controls(), kept_names=())
        self.builder = CaseBuilder(record, self.found)

    def solve(self, values: Values) -> CrampCase:
        """Return the case."""
        return case_of(values)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - a list has no axes
        """Show what the case brings into play."""
        self.builder.show(self.found)

    def said(self) -> str:
        """Return how many causes the case brings into play."""
        return case_sentence(self.found)


class CausesExplorer(ExplorerPage):
    """The live page. Its state is the record; everything shown follows from it.

    Attributes:
        causes: tiles of causes.
        situations: the situations and their runs.
        case: the case and what it brings into play.
    """

    def __init__(self) -> None:
        """Open with every cause on show, one situation run, and a case that is ready.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord("causes_of_cramps", causes_controls(), causes_presets()[START_CASE].values)
        self.causes = ListSection(record).browser
        self.situations = SituationSection(record)
        self.case = CaseSection(record).builder
        claims = claims_table(record.page)
        medicines = _medicines()
        super().__init__(
            record,
            {
                "signs": SignList(),
                "cramp": NoteList("", cramp_notes(), folds=True),
                "look_alikes": TextTable.of(look_alike_table()),
                "causes": self.causes,
                "situations": self.situations.picker,
                "case": self.case,
                "warnings": NoteList("", _warnings(), folds=True),
                "medicines": medicines,
                "claims": TextTable.of(claims),
                "downloads": DownloadList(
                    (
                        Download(f"{name}.csv", "text/csv", words("causes")[f"download_{name}"], partial(_table, name))
                        for name in FILES
                    ),
                    words("causes")["download_button"],
                ),
            },
            sections={part: sign_list_head() if part == "signs" else _head(part) for part in SECTIONS},
        )
        for part, finding in _findings().items():
            self.say_finding(part, finding)
        self.say_finding("warnings", medicines.caption)
        self.say_finding("claims", claims.caption)
        self.say_finding("case", self.case.found["counted"])
        self.case.observe(lambda change: self.say_finding("case", change["new"]["counted"]), names="found")
        record.sentence = self.causes.counted


def _head(part: str) -> dict[str, str]:
    return {
        "title": sentence("causes", f"section_{part}_title"),
        "text": sentence("causes", f"section_{part}", count=len(cramp_causes())),
    }


def _findings() -> dict[str, str]:
    """Return what the heads of the sections say that show the same at all times."""
    situations = magnesium_situations().values()
    runnable = sum(situation.runnable for situation in situations)
    return {
        "cramp": sentence("causes", "finding_cramp"),
        "causes": causes_finding(),
        "situations": sentence("causes", "finding_situations", runnable=runnable, count=len(situations)),
        "downloads": sentence("causes", "finding_downloads", count=len(FILES)),
    }


def _warnings() -> list[WarningNote]:
    return [
        WarningNote(
            warning.id,
            warning.title,
            sentence("causes", "warning", text=warning.text, sources=paragraph(map(_reference, warning.source))),
        )
        for warning in cramp_warnings()
    ]


def _medicines() -> TextTable:
    said, rows = words("causes"), magnesium_interactions()
    columns = [said[f"medicines_column_{name}"] for name in ("medicine", "direction", "effect", "ask", "checked")]
    keys = list(dict.fromkeys(key for row in rows for key in row.source))
    return TextTable(
        sentence("causes", "medicines_caption", count=len(rows)),
        columns,
        [_medicine_row(row, keys) for row in rows],
        [said["medicines_note"]],
        said["medicines_region"],
        sources=sources_as_json(keys),
        sources_label=said["medicines_sources"],
    )


def _medicine_row(row: Interaction, sources: Sequence[str]) -> list[str]:
    """Return the cells of a medicine; the last names its sources by their numbers."""
    said = words("causes")
    alone = row.examples.casefold() in row.medicine.casefold()
    name = sentence(
        "causes",
        "medicines_name_alone" if alone else "medicines_name",
        medicine=row.medicine,
        examples=row.examples,
    )
    numbers = list_in_words(number_in_words(sources.index(key) + 1) for key in row.source)
    return [name, said[f"direction_{row.direction}"], row.effect, row.ask, numbers]


def _reference(key: str) -> str:
    return cite(key).reference


def _table(name: str) -> str:
    return read_text(f"{name}.csv")
