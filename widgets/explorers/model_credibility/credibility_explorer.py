"""The page that shows how far the model can be trusted, and lets a reader try it."""

import csv
import io
from collections.abc import Callable
from functools import partial

from widgets.descriptions.direction_description import direction_finding, direction_groups
from widgets.descriptions.edge_description import edge_finding, edge_groups
from widgets.descriptions.engine_description import engine_table
from widgets.descriptions.model_limits import model_limits
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.model_credibility.measurement_section import MeasurementSection, measurement_controls
from widgets.explorers.model_credibility.model_mathematics import ModelMathematics
from widgets.explorers.model_credibility.parameter_section import ParameterSection, RankingSection, parameter_controls
from widgets.explorers.model_credibility.tally_list import TallyList
from widgets.explorers.parts.download_list import Download, DownloadList
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.text_table import TextTable
from widgets.physiology.known_directions import known_directions, shipped_directions
from widgets.physiology.published_results import published_results
from widgets.physiology.verdict_edges import verdict_edges
from widgets.reference_data.data_package import read_text
from widgets.reference_data.engine_agreement import engine_agreements
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.wording import sentence

# Parts that a section begins with.
SECTIONS = (
    "strengths",
    "measurements",
    "edges",
    "known",
    "parameter",
    "ranking",
    "mathematics",
    "engines",
    "limits",
    "downloads",
)


class CredibilityExplorer(ExplorerPage):
    """The live page: its sections stand below each other, from what anybody can read to what an expert asks for.

    Attributes:
        measurements: the model against what others have published.
        parameters: one constant at a time.
        ranking: which constants matter most.
        edges: how far each verdict is from turning.
        known: what is known to rise, fall or stay, against the model.
        engines: how far other programs agree.
        downloads: the files to take away.
    """

    def __init__(self) -> None:
        """Open with the shipped results on show and one constant moved; everything slow waits to be asked for.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord("model_credibility", {**measurement_controls(), **parameter_controls()})
        self.measurements = MeasurementSection(record)
        self.parameters = ParameterSection(record)
        self.ranking = RankingSection(record)
        self.edges = _edges()
        self.known = _known_directions()
        self.engines = _engines()
        self.downloads = DownloadList(
            _downloads(self.measurements.results_csv), sentence("credibility", "download_button")
        )
        limits = model_limits()
        super().__init__(
            record,
            {
                "strengths": self.measurements.strengths,
                "measurements": self.measurements.browser,
                "rerun": self.measurements.work,
                "edges": self.edges,
                "known": self.known,
                "parameter": self.parameters.browser,
                "ranking": self.ranking.work,
                "tornado": self.ranking.tornado,
                "mathematics": ModelMathematics(opened="", headed=False),
                "engines": self.engines,
                "limits": NoteList("", limits, folds=True),
                "downloads": self.downloads,
            },
            sections={
                part: {
                    "title": sentence("credibility", f"section_{part}_title"),
                    "text": sentence("credibility", f"section_{part}", count=len(model_parameters())),
                }
                for part in SECTIONS
            },
        )
        self._say_findings(limits=len(limits))
        record.sentence = self.measurements.said()

    def _say_findings(self, limits: int) -> None:
        """Let the head of each section say what the section shows."""
        self.follow_finding("strengths", self.measurements.strengths)
        self.follow_finding("edges", self.edges)
        self.follow_finding("known", self.known)
        self.follow_finding("parameter", self.parameters.pulls)
        self.say_finding("measurements", self.measurements.browser.counted)
        self.measurements.browser.observe(lambda change: self.say_finding("measurements", change["new"]), "counted")
        self.say_finding("engines", self.engines.caption)
        self.say_finding("mathematics", sentence("credibility", "finding_mathematics"))
        self.say_finding("ranking", sentence("credibility", "finding_ranking", count=self.ranking.work.total))
        self.say_finding("limits", sentence("credibility", "finding_limits", count=limits))
        self.say_finding("downloads", sentence("credibility", "finding_downloads", count=len(self.downloads.files)))


def _edges() -> TallyList:
    results, edges = published_results(), verdict_edges()
    return TallyList(edge_finding(results, edges), edge_groups(results, edges))


def _known_directions() -> TallyList:
    directions, found = known_directions(), shipped_directions()
    return TallyList(direction_finding(directions, found), direction_groups(directions, found))


def _directions_csv() -> str:
    """Return every known direction with what the model gives and whether it holds, one row each."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    own = ("id", "statement", "control", "from_value", "to_value", "sign", "smallest_difference", "unit")
    writer.writerow((*own, "model_before", "model_after", "holds", "source"))
    for direction in known_directions():
        found = shipped_directions()[direction.id]
        values = [getattr(direction, name) for name in own]
        writer.writerow((*values, found.before, found.after, str(found.holds).lower(), " ".join(direction.source)))
    return text.getvalue()


def _engines() -> TextTable:
    table = engine_table(engine_agreements())
    return TextTable(table.caption, table.columns, table.rows, table.notes, sentence("credibility", "engines_region"))


def _downloads(results_csv: Callable[[], str]) -> list[Download]:
    """Return the model in both its languages, its constants, and what it gives for each measurement."""
    files = {
        "contraction_model.sbml.xml": ("application/sbml+xml", "sbml"),
        "contraction_model.ant": ("text/plain", "antimony"),
        "physiology_parameters.csv": ("text/csv", "parameters"),
    }
    downloads = [
        Download(name, media, sentence("credibility", f"download_{about}"), partial(read_text, name))
        for name, (media, about) in files.items()
    ]
    results, directions = (sentence("credibility", f"download_{about}") for about in ("results", "directions"))
    return [
        *downloads,
        Download("model_against_measurement.csv", "text/csv", results, results_csv),
        Download("known_directions.csv", "text/csv", directions, _directions_csv),
    ]
