"""How long the nerve fires on after a command, for each pair of magnesium and ionised calcium in the blood."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from math import hypot
from types import MappingProxyType
from typing import Literal, Self

from widgets.physiology.contraction_measures import after_discharge_duration_ms
from widgets.physiology.contraction_model import fired_impulses_ms
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.model_parameters import model_parameters
from widgets.reference_data.typed_rows import rows_as

# From far below any usual range to the upper end of the wider one; every second step is a step of the control.
MAGNESIUM_MM = tuple(round(0.25 + 0.025 * step, 3) for step in range(40))
# From below the severe limit to above the usual range.
CALCIUM_MM = tuple(round(0.70 + 0.02 * step, 2) for step in range(40))

COMMAND_START_MS = 100.0
COMMAND_DURATION_MS = 1000.0
WATCHED_MS = 3000.0
COMMAND_RATE_HZ = 30.0
# A nerve that fires unasked does so from the start, so the wait before the command shows it.
PROTOCOL: Mapping[str, ControlValue] = MappingProxyType(
    {
        "impulse_rate_Hz": COMMAND_RATE_HZ,
        "command_start_ms": COMMAND_START_MS,
        "command_duration_ms": COMMAND_DURATION_MS,
        "recording_length_ms": COMMAND_START_MS + COMMAND_DURATION_MS + WATCHED_MS,
    }
)
# The first and the last impulse would do, but the solver takes longer with fewer looks, and with more.
LOOK_EVERY_MS = 20.0
COARSE_TO_FINE = (8, 4, 2, 1)

Kind = Literal["stops", "fires_on", "goes_on", "unasked"]


@dataclass(frozen=True, slots=True, order=True)
class MapCell:
    """One cell of the map, by the place of its magnesium and its calcium on the two axes."""

    magnesium_place: int
    calcium_place: int

    @property
    def magnesium_mM(self) -> float:
        """Total magnesium in the blood, in mM."""
        return MAGNESIUM_MM[self.magnesium_place]

    @property
    def calcium_mM(self) -> float:
        """Ionised calcium in the blood, in mM, before very low magnesium lowers it."""
        return CALCIUM_MM[self.calcium_place]

    @classmethod
    def nearest(cls, magnesium_mM: float, calcium_mM: float) -> Self:
        """Return the cell nearest to a point; a point beside the map gets a cell of its edge."""
        return cls(_nearest_place(MAGNESIUM_MM, magnesium_mM), _nearest_place(CALCIUM_MM, calcium_mM))

    def coarser(self, stride: int) -> "MapCell":
        """Return the cell that stands for this one while only each `stride`-th cell of both axes is known."""
        return MapCell(self.magnesium_place // stride * stride, self.calcium_place // stride * stride)


@dataclass(frozen=True, slots=True)
class CellOutcome:
    """What the nerve does in one cell.

    Attributes:
        after_discharge_s: how long it fires on after the command, at most the time watched.
        starts_unasked: whether it fires before the command.
    """

    after_discharge_s: float
    starts_unasked: bool

    @property
    def goes_on(self) -> bool:
        """Whether it still fires when the time watched is over."""
        return self.after_discharge_s > WATCHED_MS / 1000 - _longest_gap_s()

    @property
    def kind(self) -> Kind:
        """What it does in a word: stops soon, fires on for a while, goes on past the time watched, starts unasked."""
        if self.starts_unasked:
            return "unasked"
        if self.goes_on:
            return "goes_on"
        return "fires_on" if self.after_discharge_s else "stops"


@dataclass(frozen=True, slots=True)
class _ShippedCell:
    magnesium_mM: float
    ionised_calcium_mM: float
    after_discharge_s: float
    starts_unasked: bool


Outcomes = Mapping[MapCell, CellOutcome | None]


@dataclass(frozen=True, slots=True)
class CrampMap:
    """What is known of the map.

    Attributes:
        experiment: all settings of its runs but for magnesium and calcium, which stand at their defaults.
        outcomes: cell -> what came out, or None where the solver gave up; cells not computed yet are missing.
    """

    experiment: Experiment
    outcomes: Outcomes = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, experiment: Experiment) -> Self:
        """Return the empty map that a learner's experiment belongs to."""
        return cls(map_experiment(experiment))

    @property
    def is_complete(self) -> bool:
        """Whether every cell is computed."""
        return len(self.outcomes) == len(MAGNESIUM_MM) * len(CALCIUM_MM)

    def with_outcomes(self, found: Iterable[tuple[MapCell, CellOutcome | None]]) -> "CrampMap":
        """Return the map with further cells."""
        return replace(self, outcomes=MappingProxyType({**self.outcomes, **dict(found)}))

    def outcome_at(self, magnesium_mM: float, calcium_mM: float) -> CellOutcome | None:
        """Return the outcome of the nearest cell, None where it is not known."""
        return self.outcomes.get(MapCell.nearest(magnesium_mM, calcium_mM))

    def best_known(self, cell: MapCell) -> CellOutcome | None:
        """Return the outcome of the cell, or while it is not computed that of the finest known cell it belongs to."""
        for stride in reversed(COARSE_TO_FINE):
            if (coarser := cell.coarser(stride)) in self.outcomes:
                return self.outcomes[coarser]
        return None

    def missing_cells(self, experiment: Experiment) -> tuple[MapCell, ...]:
        """Return the cells to compute, in the order of `map_cells`."""
        return tuple(cell for cell in map_cells(experiment) if cell not in self.outcomes)


def map_experiment(experiment: Experiment) -> Experiment:
    """Return the experiment with the map's own command and recording, and with default magnesium and calcium."""
    own = ("plasma_magnesium_mM", "plasma_ionised_calcium_mM", *PROTOCOL)
    kept = {name: value for name, value in experiment.values.items() if name not in own}
    return Experiment.from_values({**kept, **PROTOCOL})


def map_cells(experiment: Experiment) -> tuple[MapCell, ...]:
    """Return every cell once, coarse to fine, and in each fineness from the experiment's own point outwards."""
    own = MapCell.nearest(experiment.number("plasma_magnesium_mM"), experiment.number("plasma_ionised_calcium_mM"))
    ordered: dict[MapCell, None] = {}
    for stride in COARSE_TO_FINE:
        cells = [
            MapCell(magnesium, calcium)
            for magnesium in range(0, len(MAGNESIUM_MM), stride)
            for calcium in range(0, len(CALCIUM_MM), stride)
        ]
        ordered.update(dict.fromkeys(sorted(cells, key=lambda cell: (_steps_between(cell, own), cell))))
    return tuple(ordered)


def cell_outcome(experiment: Experiment, cell: MapCell) -> CellOutcome | None:
    """Return what the nerve does in one cell, None where the solver gives up.

    The protocol: after 0.1 s of rest, 1 s of 30 commanded impulses a second, then 3 s of watching. Every other setting
    is the experiment's.
    """
    pair = {"plasma_magnesium_mM": cell.magnesium_mM, "plasma_ionised_calcium_mM": cell.calcium_mM}
    run = Experiment.from_values({**experiment.values, **PROTOCOL, **pair})
    try:
        impulses = fired_impulses_ms(run, list(_looks_ms()))
    except ControlError:
        return None
    starts_unasked = bool(impulses) and impulses[0] < COMMAND_START_MS
    return CellOutcome(round(after_discharge_duration_ms(run, impulses) / 1000, 3), starts_unasked)


@cache
def shipped_map() -> CrampMap:
    """Return the map of the usual person, as it comes with the data package (`cramp_map.csv`).

    Raises:
        DataError: a row of the table breaks its schema.
    """
    return CrampMap.of(Experiment.from_values({})).with_outcomes(
        (
            MapCell.nearest(row.magnesium_mM, row.ionised_calcium_mM),
            CellOutcome(row.after_discharge_s, row.starts_unasked),
        )
        for row in rows_as(_ShippedCell, "cramp_map")
    )


def _looks_ms() -> Iterator[float]:
    end = COMMAND_START_MS + COMMAND_DURATION_MS + WATCHED_MS
    return (LOOK_EVERY_MS * look for look in range(round(end / LOOK_EVERY_MS) + 1))


def _nearest_place(axis: tuple[float, ...], value: float) -> int:
    return min(range(len(axis)), key=lambda place: abs(axis[place] - value))


def _steps_between(one: MapCell, other: MapCell) -> float:
    return hypot(one.magnesium_place - other.magnesium_place, one.calcium_place - other.calcium_place)


@cache
def _longest_gap_s() -> float:
    """Return the longest time between two impulses of a nerve that fires by itself, in s."""
    return 1 / model_parameters()["self_firing_minimum_rate"].value
