"""A contraction in words: the finding, the long description, and what changed against another run."""

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import SILENT_FORCE_PERCENT
from widgets.reference_data.amounts import amount, ended, list_in_words, number_in_words, paragraph
from widgets.reference_data.contraction_names import contraction_measures
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import ExperimentControl, experiment_controls
from widgets.reference_data.wording import sentence

# Under this ripple the eye sees one smooth pull.
SMOOTH_RIPPLE_PERCENT = 5.0
# Two values of a measure that round to the same thing for a reader are "unchanged".
NOTICEABLE_CHANGE = 0.01
# From here on people say "three times as strong", not "200 % higher"; beyond the last, nobody can picture it.
AT_LEAST_TIMES, MOST_TIMES = 2.0, 10.0
# Below this a number of times has one decimal; above it, none: "9 times as strong".
WHOLE_TIMES_FROM = 3.0
# More settings than these would bury what they did.
FEW_SETTINGS = 2
# What somebody has set is said as exactly as it was typed.
SETTING_DIGITS = 6
# From here on a time is told in seconds.
SECONDS_FROM_MS = MS_IN_S = 1000.0
COMPARED_MEASURES = (
    "peak_force_percent",
    "half_relaxation_time_ms",
    "peak_free_calcium_uM",
    "after_discharge_duration_ms",
)


def contraction_finding(run: Contraction) -> str:
    """Return one sentence that states what the run shows: the title of its figure."""
    return _say(_finding_key(run, run.measures["ripple_percent"]), run)


def describe_contraction(run: Contraction, finding: str = "") -> str:
    """Return the run in a few sentences: finding, start, peak, end. Reads the same numbers as the figure.

    Args:
        run: what to describe.
        finding: its `contraction_finding`, where that is at hand.
    """
    keys = ["describe_rest"]
    if (run.measures["peak_force_percent"] or 0.0) >= SILENT_FORCE_PERCENT:
        keys.append("describe_peak")
        relaxes = run.measures["half_relaxation_time_ms"] is not None
        keys.append("describe_relaxation" if relaxes else "describe_no_relaxation")
    keys.append("describe_end")
    return paragraph([ended(finding or contraction_finding(run)), *(_say(key, run) for key in keys)])


def compare_contractions(run: Contraction, other: Contraction, other_is_kept: bool) -> str:
    """Return what another set-up did to force, relaxing, calcium and nerve, and which controls differ, if few do."""
    changes = _changes(run, other)
    if not changes:
        return sentence("contraction", f"compare_{_against(other_is_kept)}_same")
    effects = [effect for measure in COMPARED_MEASURES if (effect := _effect(measure, run, other))]
    changed = _said(changes, other_is_kept) if len(changes) <= FEW_SETTINGS else ""
    return paragraph([*(effects or [sentence("contraction", "effect_none")]), changed])


def many_settings_that_differ(run: Contraction, other: Contraction, other_is_kept: bool) -> str:
    """Return which controls differ from another set-up's where they are too many for `compare_contractions`."""
    changes = _changes(run, other)
    return _said(changes, other_is_kept) if len(changes) > FEW_SETTINGS else ""


def _changes(run: Contraction, other: Contraction) -> list[str]:
    return [
        _change(name, value, before)
        for name, value in run.controls.items()
        if (before := other.controls[name]) != value
    ]


def _said(changes: list[str], other_is_kept: bool) -> str:
    return sentence("contraction", f"compare_{_against(other_is_kept)}", changes=list_in_words(changes, "clauses"))


def _against(other_is_kept: bool) -> str:
    return "kept" if other_is_kept else "start"


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
    values = {name: _measured(name, value) for name, value in run.measures.items() if value is not None}
    rate = amount(float(run.controls["impulse_rate_Hz"]), "Hz")
    seconds = amount(run.time_ms[-1] / 1000, "s")
    resting_calcium = amount(run.traces["free_calcium_uM"][0], "µM")
    return sentence("contraction", key, rate=rate, seconds=seconds, resting_calcium=resting_calcium, **values)


def _effect(measure: str, run: Contraction, other: Contraction) -> str:
    """Return what happened to one measure, or nothing where neither run has it or nothing moved."""
    now, before = run.measures[measure], other.measures[measure]
    if now is None or before is None:
        return "" if now is before else sentence("contraction", f"effect_{measure}_{'lost' if now is None else 'new'}")
    shown = {"now": _measured(measure, now), "before": _measured(measure, before)}
    # "4.5 instead of 4.5" tells nobody anything.
    if abs(now - before) <= NOTICEABLE_CHANGE * max(abs(now), abs(before)) or shown["now"] == shown["before"]:
        return ""
    if min(now, before) <= 0 and measure == "after_discharge_duration_ms":
        return sentence("contraction", f"effect_{measure}_{'begins' if now > 0 else 'ends'}", **shown)
    direction = "up" if now > before else "down"
    if before <= 0 or now > MOST_TIMES * before:  # a share of almost nothing tells nobody anything
        return sentence("contraction", f"effect_{measure}_{direction}_from_little", **shown)
    if now >= AT_LEAST_TIMES * before:
        return sentence("contraction", f"effect_{measure}_times", times=_times(now / before), **shown)
    share = amount(100 * abs(now - before) / before, "%")
    return sentence("contraction", f"effect_{measure}_{direction}", share=share, **shown)


def _times(ratio: float) -> str:
    return number_in_words(ratio, 1 if WHOLE_TIMES_FROM <= ratio < MOST_TIMES else 2)


def _change(name: str, now: ControlValue, before: ControlValue) -> str:
    """Return one setting that differs; a unit that both values have is said once."""
    control = experiment_controls()[name]
    if control.scale in ("switch", "choice"):
        said = [_chosen(control, value) for value in (now, before)]
    else:
        numbers, unit = [float(now), float(before)], control.unit
        if unit == "ms" and max(numbers) >= SECONDS_FROM_MS:
            numbers, unit = [number / MS_IN_S for number in numbers], "s"
        said = [number_in_words(numbers[0], SETTING_DIGITS), amount(numbers[1], unit, SETTING_DIGITS)]
    return sentence("contraction", "change", label=control.label, now=said[0], before=said[1])


def _chosen(control: ExperimentControl, value: ControlValue) -> str:
    if control.scale == "choice":
        return control.choices[str(value)]
    return sentence("contraction", "on" if value else "off")


def _measured(measure: str, value: float) -> str:
    unit = _unit(measure)
    return amount(value / MS_IN_S, "s") if unit == "ms" and abs(value) >= SECONDS_FROM_MS else amount(value, unit)


def _unit(measure: str) -> str:
    unit = contraction_measures()[measure].unit
    return "" if unit == "signals" else unit
