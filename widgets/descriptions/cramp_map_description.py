"""The map of firing on after a command, in sentences."""

from collections import Counter
from collections.abc import Iterable, Sequence

from widgets.physiology.contraction_measures import SHORTEST_AFTER_DISCHARGE_MS
from widgets.physiology.cramp_map import (
    CALCIUM_MM,
    MAGNESIUM_MM,
    CellOutcome,
    CrampMap,
    MapCell,
    map_cells,
    map_experiment,
)
from widgets.physiology.experiment import Experiment
from widgets.reference_data.amounts import amount, list_in_words, paragraph
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.magnesium_scales import BloodRange, blood_range
from widgets.reference_data.wording import sentence

MAGNESIUM_ANALYTE = "magnesium, total"
CALCIUM_ANALYTE = "calcium, ionised"
SHORT_S = 1.0
MOST_SETTINGS_NAMED = 3
# Enough to tell two cells of the map apart.
MAP_DIGITS = 4


def cramp_map_finding(cramp_map: CrampMap, experiment: Experiment, *, filling: bool = False) -> str:
    """Return the title: what the nerve does at the learner's point, and within both usual ranges.

    Args:
        cramp_map: the map on show.
        experiment: the learner's own; where the map is of other settings, the title says which differ.
        filling: whether the map is being computed.
    """
    if filling:
        return sentence("cramp_map", "finding_filling")
    if different := different_settings(cramp_map, experiment):
        return sentence("cramp_map", "finding_other", settings=_listed(different))
    if not cramp_map.is_complete:
        return sentence("cramp_map", "finding_partial")
    return paragraph([_at_point(cramp_map, experiment), _within_usual(cramp_map)])


def describe_cramp_map(cramp_map: CrampMap, experiment: Experiment) -> str:
    """Return the map in words: protocol, axes, ranges, how many cells do what, both edges, and what is toy."""
    magnesium, calcium = blood_range(MAGNESIUM_ANALYTE), blood_range(CALCIUM_ANALYTE)
    said = [
        sentence("cramp_map", "describe_protocol"),
        sentence(
            "cramp_map",
            "describe_axes",
            magnesium_low=_mM(MAGNESIUM_MM[0]),
            magnesium_high=_mM(MAGNESIUM_MM[-1]),
            calcium_low=_mM(CALCIUM_MM[0]),
            calcium_high=_mM(CALCIUM_MM[-1]),
        ),
        sentence(
            "cramp_map",
            "describe_ranges",
            usual_magnesium_low=_mM(magnesium.low),
            usual_magnesium_high=_mM(magnesium.high),
            usual_calcium_low=_mM(calcium.low),
            usual_calcium_high=_mM(calcium.high),
        ),
    ]
    said += _counted(cramp_map) if cramp_map.is_complete else [_progress(cramp_map)]
    said += _edges(cramp_map)
    parathyroid = "parathyroid" if cramp_map.experiment.values["parathyroid_response"] else "no_parathyroid"
    said.append(sentence("cramp_map", f"describe_{parathyroid}"))
    if different := different_settings(cramp_map, experiment):
        said.append(sentence("cramp_map", "finding_other", settings=_listed(different)))
    return paragraph([*said, sentence("cramp_map", "describe_lines"), sentence("cramp_map", "describe_toy")])


def different_settings(cramp_map: CrampMap, experiment: Experiment) -> tuple[str, ...]:
    """Return the labels of the settings in which the learner's experiment is not the map's."""
    own, shown = map_experiment(experiment).values, cramp_map.experiment.values
    return tuple(control.label for name, control in experiment_controls().items() if own[name] != shown[name])


def _listed(labels: Sequence[str]) -> str:
    left = len(labels) - MOST_SETTINGS_NAMED
    more = [sentence("cramp_map", "settings_more", count=left)] if left > 0 else []
    return list_in_words([*labels[:MOST_SETTINGS_NAMED], *more])


def _at_point(cramp_map: CrampMap, experiment: Experiment) -> str:
    magnesium = experiment.number("plasma_magnesium_mM")
    calcium = experiment.number("plasma_ionised_calcium_mM")
    on_map = MAGNESIUM_MM[0] <= magnesium <= MAGNESIUM_MM[-1] and CALCIUM_MM[0] <= calcium <= CALCIUM_MM[-1]
    if not on_map:
        return sentence("cramp_map", "finding_beside", magnesium=_mM(magnesium), calcium=_mM(calcium))
    return _outcome(cramp_map.outcome_at(magnesium, calcium), magnesium, calcium)


def describe_cell(cramp_map: CrampMap, cell: MapCell) -> str:
    """Return what the nerve does in one cell of the map on show, in one sentence."""
    return _outcome(cramp_map.outcomes.get(cell), cell.magnesium_mM, cell.calcium_mM)


def _outcome(outcome: CellOutcome | None, magnesium_mM: float, calcium_mM: float) -> str:
    values = {"magnesium": _mM(magnesium_mM), "calcium": _mM(calcium_mM)}
    if outcome is None:
        return sentence("cramp_map", "finding_unknown", **values)
    return sentence("cramp_map", f"finding_{outcome.kind}", **values, seconds=amount(outcome.after_discharge_s, "s"))


def _within_usual(cramp_map: CrampMap) -> str:
    magnesium, calcium = blood_range(MAGNESIUM_ANALYTE), blood_range(CALCIUM_ANALYTE)
    usual = [
        outcome
        for cell, outcome in cramp_map.outcomes.items()
        if outcome and _inside(magnesium, cell.magnesium_mM) and _inside(calcium, cell.calcium_mM)
    ]
    if any(outcome.kind in ("goes_on", "unasked") for outcome in usual):
        return sentence("cramp_map", "finding_usual_endless")
    longest = max((outcome.after_discharge_s for outcome in usual), default=0.0)
    key = "finding_usual_loud" if longest else "finding_usual_quiet"
    return sentence("cramp_map", key, longest=amount(longest, "s"))


def _inside(usual: BloodRange, value_mM: float) -> bool:
    return usual.low <= value_mM <= usual.high


def _progress(cramp_map: CrampMap) -> str:
    total = len(map_cells(cramp_map.experiment))
    return sentence("cramp_map", "describe_progress", done=len(cramp_map.outcomes), total=total)


def _counted(cramp_map: CrampMap) -> list[str]:
    kinds = Counter(outcome.kind for outcome in cramp_map.outcomes.values() if outcome)
    counts = {kind: kinds[kind] for kind in ("stops", "fires_on", "goes_on", "unasked")}
    total = len(cramp_map.outcomes)
    return [
        sentence(
            "cramp_map", "describe_counts", soon=amount(SHORTEST_AFTER_DISCHARGE_MS / 1000, "s"), total=total, **counts
        )
    ]


def _edges(cramp_map: CrampMap) -> list[str]:
    """Return how low one substance may fall before the nerve fires on for long, with the other as usual."""
    usual = map_experiment(cramp_map.experiment)
    own = MapCell.nearest(usual.number("plasma_magnesium_mM"), usual.number("plasma_ionised_calcium_mM"))
    magnesium = _lowest_quiet(cramp_map, (MapCell(x, own.calcium_place) for x in range(own.magnesium_place, -1, -1)))
    calcium = _lowest_quiet(cramp_map, (MapCell(own.magnesium_place, y) for y in range(own.calcium_place, -1, -1)))
    said = []
    if magnesium:
        values = {"calcium": _mM(own.calcium_mM), "magnesium": _mM(magnesium.magnesium_mM)}
        said.append(sentence("cramp_map", "describe_magnesium_alone", **values))
    if calcium:
        values = {"calcium": _mM(calcium.calcium_mM), "magnesium": _mM(own.magnesium_mM)}
        said.append(sentence("cramp_map", "describe_calcium_alone", **values))
    return said


def _lowest_quiet(cramp_map: CrampMap, downwards: Iterable[MapCell]) -> MapCell | None:
    lowest = None
    for cell in downwards:
        outcome: CellOutcome | None = cramp_map.outcomes.get(cell)
        if outcome is None or outcome.starts_unasked or outcome.after_discharge_s > SHORT_S:
            break
        lowest = cell
    return lowest


def _mM(value: float) -> str:
    return amount(value, "mM", MAP_DIGITS)
