"""The page on low magnesium: three scales, the fibre, the nerve that will not stop, and tiredness."""

from widgets.descriptions.claims_description import claims_table
from widgets.descriptions.magnesium_scales_description import conclusions, low_magnesium_limits, scale_rulers
from widgets.explorers.frame.explorer_page import ExplorerPage
from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.frame.section import Section, Values
from widgets.explorers.low_magnesium_and_cramps.cramp_map_panel import CrampMapPanel
from widgets.explorers.low_magnesium_and_cramps.fibre_section import FibreSection, fibre_controls
from widgets.explorers.low_magnesium_and_cramps.fibre_section import start_values as fibre_start
from widgets.explorers.low_magnesium_and_cramps.nerve_section import RUN, NerveSection, nerve_controls
from widgets.explorers.low_magnesium_and_cramps.nerve_section import start_values as nerve_start
from widgets.explorers.low_magnesium_and_cramps.people_section import PeopleSection
from widgets.explorers.low_magnesium_and_cramps.scales_bar import ScalesBar
from widgets.explorers.low_magnesium_and_cramps.sustained_section import SustainedSection, sustained_controls
from widgets.explorers.parts.note_list import NoteList
from widgets.explorers.parts.sign_list import SignList, sign_list_head
from widgets.explorers.parts.text_table import TextTable
from widgets.physiology.experiment import Experiment
from widgets.physiology.magnesium_in_fibre import PULL
from widgets.reference_data.wording import sentence

# Parts that a section begins with; the strip of scales stands before them and stays in view.
SECTIONS = (
    "cell_controls",
    "nerve_quick",
    "map_work",
    "fatigue_rates",
    "conclusions",
    "claims",
    "limits",
    "signs",
)
# Sections whose heads say the same whatever is set.
SETTLED = ("conclusions", "limits")


class BloodAndFibreSection(Section[tuple[float, float], None]):
    """The magnesium of blood and fibre on the strip of scales."""

    def __init__(self, record: PageRecord) -> None:
        """Open on the values of the record."""
        super().__init__(record, ["plasma_magnesium_mM", "free_magnesium_mM"], kept_names=())
        self.scales = ScalesBar(scale_rulers(*self.found), sentence("low_magnesium", "scales_region"))

    def solve(self, values: Values) -> tuple[float, float]:
        """Return magnesium in the blood and free magnesium in the fibre, both in mM."""
        return float(values["plasma_magnesium_mM"]), float(values["free_magnesium_mM"])

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - rulers have no axes that grow
        """Move the marks."""
        self.scales.show(scale_rulers(*self.found))


class MapSection(Section[Experiment, None]):
    """The map of firing on, with the learner's own blood as a point; a cell that is picked sets the blood."""

    def __init__(self, record: PageRecord) -> None:
        """Open on the values of the record."""
        super().__init__(record, RUN, kept_names=())
        self.map = CrampMapPanel(self.found)
        self.map.observe(lambda change: self._load_cell(change["new"]), names="picked")

    def solve(self, values: Values) -> Experiment:
        """Return the experiment whose map is shown."""
        return Experiment.from_values(values)

    def show(self, *, anew: bool = False) -> None:  # noqa: ARG002 - the axes of the map never grow
        """Move the point, and show its map if that is known."""
        self.map.experiment = self.found

    def _load_cell(self, cell: tuple[float, ...]) -> None:
        """Set the blood of a cell of the map; the map empties its choice before each."""
        if cell:
            magnesium_mM, calcium_mM = cell
            self.record.set(plasma_magnesium_mM=magnesium_mM, plasma_ionised_calcium_mM=calcium_mM)


class LowMagnesiumExplorer(ExplorerPage):
    """The live page: its sections stand below each other, under a strip of the three scales that stays in view.

    Attributes:
        fibre: magnesium inside the fibre.
        nerve: magnesium and calcium in the blood.
        people: a hundred people with the nerve's set-up.
        sustained: a pull of a minute.
        map: how long the nerve fires on, over magnesium and calcium.
        scales: the strip.
    """

    def __init__(self) -> None:
        """Open with usual blood and the usual fibre.

        Raises:
            DataError: a table that this page needs has a fault.
        """
        record = PageRecord(
            "low_magnesium_and_cramps",
            {**fibre_controls(), **nerve_controls(), **sustained_controls()},
            {**fibre_start(), **nerve_start()},
        )
        self.fibre = FibreSection(record)
        self.nerve = NerveSection(record)
        self.people = PeopleSection(record)
        self.sustained = SustainedSection(record)
        self.map = MapSection(record).map
        self.scales = BloodAndFibreSection(record).scales
        claims = claims_table(record.page)
        super().__init__(
            record,
            {
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
                "nerve_people": self.people.strip,
                "nerve_notes": self.nerve.notes,
                "map_work": self.map.work,
                "map_figure": self.map.figure,
                "fatigue_rates": self.sustained.rates,
                "fatigue_traces": self.sustained.traces,
                "fatigue_notes": self.sustained.notes,
                "conclusions": TextTable.of(conclusions()),
                "claims": TextTable.of(claims),
                "limits": NoteList("", low_magnesium_limits()),
                "signs": SignList(),
            },
            sections={part: sign_list_head() if part == "signs" else _head(part) for part in SECTIONS},
        )
        self.say_finding("claims", claims.caption)
        self.follow_finding("cell_controls", self.fibre.pull)
        self.follow_finding("nerve_quick", self.nerve.traces)
        self.follow_finding("map_work", self.map.figure)
        self.follow_finding("fatigue_rates", self.sustained.traces)


def _head(part: str) -> dict[str, str]:
    rate = float(PULL["impulse_rate_Hz"])
    return {
        "title": sentence("low_magnesium", f"section_{part}_title"),
        "text": sentence("low_magnesium", f"section_{part}", rate=rate),
        "finding": sentence("low_magnesium", f"section_{part}_finding") if part in SETTLED else "",
    }
