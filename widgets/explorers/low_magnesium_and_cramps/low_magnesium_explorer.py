"""The page on low magnesium: three scales, the fibre, the nerve that will not stop, and tiredness."""

from widgets.descriptions.magnesium_scales_description import (
    ScaleRuler,
    conclusions,
    low_magnesium_limits,
    scale_rulers,
)
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.low_magnesium_and_cramps.cramp_map_panel import CrampMapPanel
from widgets.explorers.low_magnesium_and_cramps.fibre_section import FibreSection
from widgets.explorers.low_magnesium_and_cramps.nerve_section import NerveSection
from widgets.explorers.low_magnesium_and_cramps.scales_bar import ScalesBar
from widgets.explorers.low_magnesium_and_cramps.sustained_section import SustainedSection
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.text_table import TextTable
from widgets.physiology.magnesium_in_fibre import PULL
from widgets.reference_data.amounts import ended
from widgets.reference_data.wording import sentence

# Parts that a section begins with.
SECTIONS = ("scales", "cell_controls", "nerve_quick", "map_work", "fatigue_rates", "conclusions", "limits")


class LowMagnesiumExplorer(ExplorerPage):
    """The live page: its sections stand below each other, under a strip of the three scales that stays in view.

    Attributes:
        fibre: magnesium inside the fibre.
        nerve: magnesium and calcium in the blood.
        sustained: a pull of a minute.
        map: how long the nerve fires on, over magnesium and calcium.
        scales: the strip.
    """

    def __init__(self) -> None:
        """Open with a nerve that does not stop, and a fibre at the low end of what is seen in people.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        self.fibre = FibreSection(on_change=self._tell)
        self.nerve = NerveSection(on_change=self._tell_of_nerve)
        self.sustained = SustainedSection()
        self.map = CrampMapPanel(self.nerve.experiment)
        self.map.observe(lambda change: self._load_cell(change["new"]), names="picked")
        self.scales = ScalesBar(self._rulers(), sentence("low_magnesium", "scales_region"))
        super().__init__(
            parts={
                "scales": self.scales,
                "cell_controls": self.fibre.controls,
                "cell_pull": self.fibre.pull,
                "cell_curves": self.fibre.curves,
                "cell_brakes": self.fibre.brakes,
                "cell_notes": self.fibre.notes,
                "nerve_quick": self.nerve.quick,
                "nerve_controls": self.nerve.controls,
                "nerve_actions": self.nerve.actions,
                "nerve_traces": self.nerve.traces,
                "nerve_notes": self.nerve.notes,
                "map_work": self.map.work,
                "map_figure": self.map.figure,
                "fatigue_rates": self.sustained.rates,
                "fatigue_traces": self.sustained.traces,
                "fatigue_notes": self.sustained.notes,
                "conclusions": _conclusions(),
                "limits": NoteList("", low_magnesium_limits()),
            },
            sections={part: _head(part) for part in SECTIONS},
        )

    def _rulers(self) -> list[ScaleRuler]:
        return scale_rulers(self.nerve.experiment.number("plasma_magnesium_mM"), self.fibre.found.magnesium_mM)

    def _load_cell(self, cell: tuple[float, ...]) -> None:
        """Set the blood of a cell of the map; the map empties its choice before each."""
        if cell:
            magnesium_mM, calcium_mM = cell
            self.nerve.set(plasma_magnesium_mM=magnesium_mM, plasma_ionised_calcium_mM=calcium_mM)

    def _tell_of_nerve(self, finding: str) -> None:
        self.map.experiment = self.nerve.experiment
        self._tell(finding)

    def _tell(self, finding: str) -> None:
        self.scales.show(self._rulers())
        self.sentence = ended(finding)


def _head(part: str) -> dict[str, str]:
    rate = float(PULL["impulse_rate_Hz"])
    return {
        "title": sentence("low_magnesium", f"section_{part}_title"),
        "text": sentence("low_magnesium", f"section_{part}", rate=rate),
    }


def _conclusions() -> TextTable:
    table = conclusions()
    return TextTable(
        table.caption, table.columns, table.rows, table.notes, sentence("low_magnesium", "conclusions_region")
    )
