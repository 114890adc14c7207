"""Magnesium inside the fibre in words: the pull, the force-calcium curves, the brakes, and the zone it lies in."""

from dataclasses import dataclass
from typing import Literal

from widgets.physiology.contraction import Contraction
from widgets.physiology.magnesium_in_fibre import BRAKES, BrakeShares, ForceCalciumCurve
from widgets.reference_data.amounts import amount, number_in_words, paragraph
from widgets.reference_data.magnesium_scales import magnesium_scale_facts
from widgets.reference_data.usual_ranges import usual_ranges
from widgets.reference_data.wording import sentence

Zone = Literal["laboratory", "people", "high"]

# Less force without any signal is a resting fibre.
PULLS_UNASKED_PERCENT = 5.0
# A change of peak force below this, in % of the maximum, cannot be shared out.
SHARED_OUT_PERCENT = 2.0
SAME_MAGNESIUM = 0.005


@dataclass(frozen=True, slots=True)
class MagnesiumNote:
    """A short note: a key that stays the same, a title and a text."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class FibreFindings:
    """All that is known of one setting of the fibre, beside the usual one.

    Where it is not `complete`, `curve` and `shares` are still those of the setting before.
    """

    run: Contraction
    usual: Contraction
    unasked_percent: float
    curve: ForceCalciumCurve
    usual_curve: ForceCalciumCurve
    shares: BrakeShares
    complete: bool = True

    @property
    def magnesium_mM(self) -> float:
        """The free magnesium that was set."""
        return self.run.experiment.number("free_magnesium_mM")

    @property
    def usual_mM(self) -> float:
        """The free magnesium it is compared with."""
        return self.usual.experiment.number("free_magnesium_mM")

    @property
    def is_usual(self) -> bool:
        """Whether both are the same."""
        return abs(self.magnesium_mM / self.usual_mM - 1) < SAME_MAGNESIUM


def magnesium_zone(free_magnesium_mM: float) -> Zone:
    """Return where this free magnesium lies: below what is usual in people, within it, or above."""
    people = usual_ranges()["free_magnesium_mM"]
    if free_magnesium_mM < people.low:
        return "laboratory"
    return "people" if free_magnesium_mM <= people.high else "high"


def pull_finding(found: FibreFindings) -> str:
    """Return the title of the picture of the pull."""
    key = {"laboratory": "pull_low", "people": "pull_people", "high": "pull_high"}[magnesium_zone(found.magnesium_mM)]
    if found.is_usual:
        key = "pull_usual"
    elif found.unasked_percent >= PULLS_UNASKED_PERCENT:
        key = "pull_unasked"
    elif _peak(found.run) == _peak(found.usual):
        key += "_alike"
    return _say(key, found)


def describe_pull(found: FibreFindings, kept: Contraction | None) -> str:
    """Return the picture of the pull in words."""
    relaxing = found.run.measures["half_relaxation_time_ms"]
    usual_relaxing = amount(found.usual.measures["half_relaxation_time_ms"] or 0.0, "ms")
    parts = [_say("describe_pull", found)]
    if relaxing is None:
        parts.append(_sentence("describe_not_relaxing", usual_relaxing=usual_relaxing))
    else:
        parts.append(_sentence("describe_relaxing", relaxing=amount(relaxing, "ms"), usual_relaxing=usual_relaxing))
    before = found.run.at(found.run.experiment.number("command_start_ms"))["force_percent"]
    parts.append(_sentence("describe_unasked", before=amount(before, "%")))
    if kept:
        magnesium = amount(kept.experiment.number("free_magnesium_mM"), "mM")
        peak = amount(kept.measures["peak_force_percent"] or 0.0, "%")
        parts.append(_sentence("describe_kept_pull", magnesium=magnesium, peak=peak))
    return paragraph(parts)


def curve_finding(found: FibreFindings) -> str:
    """Return the title of the force-calcium curves: the calcium that half force needs."""
    if not found.run.controls["magnesium_at_troponin"]:
        return _say("curve_off", found)
    if found.is_usual:
        return _say("curve_same", found)
    half, usual_half = found.curve.half_calcium_uM, found.usual_curve.half_calcium_uM
    if _half(half) == _half(usual_half):
        return _say("curve_alike", found)
    return _say("curve_less" if half < usual_half else "curve_more", found)


def describe_curves(found: FibreFindings) -> str:
    """Return the force-calcium curves in words."""
    return _say("describe_curve", found)


def brake_finding(shares: BrakeShares) -> str:
    """Return through which action of magnesium most of the change comes."""
    change = shares.peak_force_percent - shares.usual_percent
    parts = {brake: abs(force - shares.peak_force_percent) for brake, force in shares.frozen.items()}
    if abs(change) < SHARED_OUT_PERCENT or not parts:
        return _sentence("brake_usual")
    strongest = max(parts, key=lambda brake: parts[brake])
    return _sentence(f"brake_finding_{strongest}")


def describe_brakes(shares: BrakeShares) -> str:
    """Return the bars of the brakes in words."""
    first = _sentence(
        "brake_describe", peak=amount(shares.peak_force_percent, "%"), usual=amount(shares.usual_percent, "%")
    )
    rows = [
        _sentence(f"brake_describe_{brake}", force=amount(shares.frozen[brake], "%"))
        for brake in BRAKES
        if brake in shares.frozen
    ]
    return paragraph([first, *rows])


def fibre_notes(found: FibreFindings) -> tuple[MagnesiumNote, ...]:
    """Return the notes beside the fibre: its zone, the tested claim, why it is no cramp, and what the slider is not."""
    zone = {"laboratory": "note_zone_lab", "people": "note_zone_people", "high": "note_zone_high"}
    key = zone[magnesium_zone(found.magnesium_mM)]
    half, usual_half = found.curve.half_calcium_uM, found.usual_curve.half_calcium_uM
    displace = "note_displace_less" if half < usual_half else "note_displace_more"
    if found.is_usual or _half(half) == _half(usual_half):
        displace = "note_displace_usual"
    if not found.run.controls["magnesium_at_troponin"]:
        displace = "note_displace_off"
    notes = [
        MagnesiumNote("zone", _sentence(f"{key}_title"), _say(key, found)),
        MagnesiumNote("displace", _sentence("note_displace_title"), _say(displace, found)),
        MagnesiumNote("blood", _sentence("note_blood_title"), _say("note_blood", found)),
    ]
    if key != "note_zone_lab":
        notes.insert(
            1, MagnesiumNote("cramp", _sentence("note_cell_not_cramp_title"), _sentence("note_cell_not_cramp"))
        )
    return tuple(notes)


def _say(key: str, found: FibreFindings) -> str:
    facts, run, usual = magnesium_scale_facts(), found.run, found.usual
    range_in_people = facts["fibre_in_people"]
    half, usual_half = found.curve.half_calcium_uM, found.usual_curve.half_calcium_uM
    return _sentence(
        key,
        magnesium=amount(found.magnesium_mM, "mM"),
        usual=amount(found.usual_mM, "mM"),
        peak=_peak(run),
        usual_peak=_peak(usual),
        rate=number_in_words(run.experiment.number("impulse_rate_Hz")),
        seconds=amount(run.experiment.number("command_duration_ms") / 1000, "s"),
        unasked=amount(found.unasked_percent, "%"),
        half=_half(half),
        usual_half=_half(usual_half),
        share=amount(100 * abs(1 - half / usual_half), "%"),
        count=len(found.curve.calcium_uM),
        most=amount(found.curve.force_percent[-1], "%"),
        usual_most=amount(found.usual_curve.force_percent[-1], "%"),
        filled=amount(run.traces["troponin_magnesium_percent"][0], "%"),
        usual_filled=amount(usual.traces["troponin_magnesium_percent"][0], "%"),
        low=number_in_words(range_in_people.low or 0.0),
        high=number_in_words(range_in_people.high or 0.0),
        people=number_in_words(facts["people_measured"].value),
        laboratory=number_in_words(facts["fibre_laboratory_normal"].value),
        leak=amount(facts["fibre_leak"].value, "mM"),
    )


def _sentence(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)


def _peak(run: Contraction) -> str:
    return amount(run.measures["peak_force_percent"] or 0.0, "%")


def _half(calcium_uM: float) -> str:
    return amount(calcium_uM, "µM")
