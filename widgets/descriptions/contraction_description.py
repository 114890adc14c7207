"""A contraction in words: the finding, the long description, the phases, and what changed against another run."""

from collections.abc import Sequence
from functools import cache

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import SILENT_FORCE_PERCENT
from widgets.physiology.contraction_phases import Phase
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.experiment_controls import ControlValue, experiment_controls
from widgets.reference_data.wording import sentence

# Under this ripple the eye sees one smooth pull.
SMOOTH_RIPPLE_PERCENT = 5.0
# Two values of a measure that round to the same thing for a reader are "unchanged".
NOTICEABLE_CHANGE = 0.01
COMPARED_MEASURES = (
    "peak_force_percent",
    "half_relaxation_time_ms",
    "peak_free_calcium_uM",
    "after_discharge_duration_ms",
)


def contraction_finding(run: Contraction) -> str:
    """Return one sentence that states what the run shows: the title of its figure."""
    return _say(_finding_key(run, run.measures["ripple_percent"]), run)


def describe_contraction(run: Contraction) -> str:
    """Return the run in a few sentences: start, peak, end. Reads the same numbers as the figure."""
    keys = ["describe_rest"]
    if (run.measures["peak_force_percent"] or 0.0) >= SILENT_FORCE_PERCENT:
        keys.append("describe_peak")
        relaxes = run.measures["half_relaxation_time_ms"] is not None
        keys.append("describe_relaxation" if relaxes else "describe_no_relaxation")
    keys.append("describe_end")
    return " ".join([f"{contraction_finding(run)}.", *(_say(key, run) for key in keys)])


def describe_phase(phase: Phase) -> str:
    """Return the caption of a phase: what happens in it."""
    return sentence("contraction", f"phase_{phase.key}")


def compare_contractions(run: Contraction, other: Contraction, other_is_kept: bool) -> str:
    """Return one sentence: which controls differ between the runs, and what that did to force, relaxing and calcium."""
    changes = [
        sentence("contraction", "change", label=_label(name), now=_shown(name, value), before=_shown(name, before))
        for name, value in run.controls.items()
        if (before := other.controls[name]) != value
    ]
    key = "compare_kept" if other_is_kept else "compare_start"
    if not changes:
        return sentence("contraction", f"{key}_same")
    effects = [effect for measure in COMPARED_MEASURES if (effect := _effect(measure, run, other))]
    if not effects:
        return sentence("contraction", f"{key}_no_effect", changes=_listed(changes))
    return sentence("contraction", key, changes=_listed(changes), effects=_listed(effects))


def _finding_key(run: Contraction, ripple: float | None) -> str:
    contracts = (run.measures["peak_force_percent"] or 0.0) >= SILENT_FORCE_PERCENT
    if not run.impulse_times_ms:
        return "finding_spontaneous" if contracts else "finding_no_signal"
    if not contracts:
        return "finding_silent"
    if run.measures["after_discharge_duration_ms"]:
        return "finding_after_discharge"
    if len(run.impulse_times_ms) == 1:
        return "finding_one_signal"
    if ripple is None:
        return "finding_few_signals"
    return "finding_smooth" if ripple < SMOOTH_RIPPLE_PERCENT else "finding_ripple"


def _say(key: str, run: Contraction) -> str:
    values = {name: amount(value, _unit(name)) for name, value in run.measures.items() if value is not None}
    rate = amount(float(run.controls["impulse_rate_Hz"]), "Hz")
    seconds = amount(run.time_ms[-1] / 1000, "s")
    resting_calcium = amount(run.traces["free_calcium_uM"][0], "µM")
    return sentence("contraction", key, rate=rate, seconds=seconds, resting_calcium=resting_calcium, **values)


def _effect(measure: str, run: Contraction, other: Contraction) -> str:
    """Return what happened to one measure as a clause, or nothing where neither run has it or nothing moved."""
    now, before = run.measures[measure], other.measures[measure]
    if now is None or before is None:
        return "" if now is before else sentence("contraction", f"effect_{measure}_{'lost' if now is None else 'new'}")
    largest = max(abs(now), abs(before))
    if largest == 0 or abs(now - before) < NOTICEABLE_CHANGE * largest:
        return ""
    shown = {"now": amount(now, _unit(measure)), "before": amount(before, _unit(measure))}
    direction = "up" if now > before else "down"
    if before <= 0 or now > 10 * before:  # a share of almost nothing tells nobody anything
        return sentence("contraction", f"effect_{measure}_{direction}_from_little", **shown)
    share = number_in_words(100 * abs(now - before) / before)
    return sentence("contraction", f"effect_{measure}_{direction}", share=share, **shown)


def _listed(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return sentence("contraction", "list", start="; ".join(parts[:-1]), last=parts[-1])


def _label(control: str) -> str:
    label = experiment_controls()[control].label
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _shown(name: str, value: ControlValue) -> str:
    control = experiment_controls()[name]
    if control.scale == "switch":
        return sentence("contraction", "on" if value else "off")
    if control.scale == "choice":
        return control.choices[str(value)]
    return amount(float(value), control.unit)


@cache
def _unit(measure: str) -> str:
    unit = contraction_measures()[measure].unit
    return "" if unit == "signals" else unit
