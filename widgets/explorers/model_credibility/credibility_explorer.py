"""The page that shows how far the model can be trusted, and lets a reader try it."""

from collections.abc import Callable
from functools import partial

from widgets.descriptions.engine_description import engine_table
from widgets.descriptions.model_limits import model_limits
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.model_credibility.measurement_section import MeasurementSection, measurement_controls
from widgets.explorers.model_credibility.model_mathematics import ModelMathematics
from widgets.explorers.model_credibility.parameter_section import ParameterSection, RankingSection, parameter_controls
from widgets.explorers.parts.download_list import Download, DownloadList
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.text_table import TextTable
from widgets.reference_data.data_package import read_text
from widgets.reference_data.engine_agreement import engine_agreements
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.wording import sentence

# Parts that a section begins with.
SECTIONS = ("measurements", "parameter", "ranking", "mathematics", "engines", "limits", "downloads")


class CredibilityExplorer(ExplorerPage):
    """The live page: its sections stand below each other, from what anybody can read to what an expert asks for.

    Attributes:
        measurements: the model against what others have published.
        parameters: one constant at a time.
        ranking: which constants matter most.
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
        self.engines = _engines()
        self.downloads = DownloadList(
            _downloads(self.measurements.results_csv), sentence("credibility", "download_button")
        )
        super().__init__(
            record,
            {
                "measurements": self.measurements.browser,
                "chart": self.measurements.chart,
                "rerun": self.measurements.work,
                "parameter": self.parameters.browser,
                "pulls": self.parameters.pulls,
                "ranking": self.ranking.work,
                "tornado": self.ranking.tornado,
                "mathematics": ModelMathematics(opened="", headed=False),
                "engines": self.engines,
                "limits": NoteList("", model_limits()),
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
        record.sentence = self.measurements.said()


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
    about = sentence("credibility", "download_results")
    return [*downloads, Download("model_against_measurement.csv", "text/csv", about, results_csv)]
