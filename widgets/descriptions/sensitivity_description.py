"""What a constant does when it is moved, and which constants matter most, in sentences."""

from collections.abc import Sequence

from widgets.physiology.sensitivity import End, ParameterEffect, PullKind, strongest_first
from widgets.reference_data.amounts import amount, paragraph, precise_amount
from widgets.reference_data.model_parameters import ASSUMED_SHARE
from widgets.reference_data.wording import sentence

# Below this change of both measures, an effect is called none.
SMALL_SHARE = 0.01
# What "matters" means where constants are counted.
MATTERS_SHARE = 0.05
NAMED_ROWS = 3


def effect_finding(effect: ParameterEffect) -> str:
    """Return the title of three pulls: how far peak force and relaxing move."""
    if effect.greatest_relative_effect < SMALL_SHARE:
        return sentence("credibility", "effect_finding_none", name=effect.parameter.name)
    force, relaxing = effect.peak_force_percent, effect.half_relaxation_time_ms
    return sentence(
        "credibility",
        "effect_finding",
        name=effect.parameter.name,
        force_low=_force(force["low"]),
        force_high=_force(force["high"]),
        relaxing_low=_time(relaxing["low"]),
        relaxing_high=_time(relaxing["high"]),
    )


def describe_effect(effect: ParameterEffect, kind: PullKind) -> str:
    """Return both measures at the low end, the usual value and the high end, one sentence for each."""
    parameter, span = effect.parameter, effect.parameter.range
    at: dict[End, float] = {"low": span.low, "usual": parameter.value, "high": span.high}
    said = [sentence("credibility", f"effect_pull_{kind}")]
    for end, value in at.items():
        force, relaxing = effect.peak_force_percent[end], effect.half_relaxation_time_ms[end]
        key = f"effect_{end}" if force is not None and relaxing is not None else f"effect_{end}_unknown"
        values = {"value": precise_amount(value, parameter.unit), "force": _force(force), "relaxing": _time(relaxing)}
        said.append(sentence("credibility", key, **values))
    if span.assumed:
        said.append(sentence("credibility", "effect_assumed", share=amount(100 * ASSUMED_SHARE, "%")))
    return paragraph(said)


def sensitivity_finding(effects: Sequence[ParameterEffect], kind: PullKind, total: int) -> str:
    """Return the title of the tornado: which constant matters most, of all or of those done so far."""
    if not effects:
        return sentence("credibility", "tornado_finding_empty")
    strongest = strongest_first(effects)[0]
    key = f"tornado_finding_{kind}" if len(effects) == total else f"tornado_finding_part_{kind}"
    return sentence("credibility", key, name=strongest.parameter.name, done=len(effects), total=total)


def describe_sensitivity(effects: Sequence[ParameterEffect], kind: PullKind, total: int, left_out: int) -> str:
    """Return the tornado in words: the strongest constants with numbers, how many matter, and what was left out."""
    ranked = strongest_first(effects)
    said = [sentence("credibility", f"tornado_pull_{kind}", done=len(effects), total=total)]
    said += [_row_in_words(effect) for effect in ranked[:NAMED_ROWS]]
    if len(effects) == total:
        small = sum(effect.greatest_relative_effect < MATTERS_SHARE for effect in effects)
        said.append(
            sentence("credibility", "tornado_small", small=small, total=total, share=amount(100 * MATTERS_SHARE, "%"))
        )
    said.append(sentence("credibility", "tornado_left_out", left_out=left_out))
    return paragraph(said)


def _row_in_words(effect: ParameterEffect) -> str:
    force, relaxing = effect.peak_force_percent, effect.half_relaxation_time_ms
    return sentence(
        "credibility",
        "tornado_row",
        name=effect.parameter.name,
        force_low=_force(force["low"]),
        force_high=_force(force["high"]),
        relaxing_low=_time(relaxing["low"]),
        relaxing_high=_time(relaxing["high"]),
    )


def _force(value: float | None) -> str:
    return sentence("credibility", "unknown_measure") if value is None else amount(value, "%")


def _time(value: float | None) -> str:
    return sentence("credibility", "unknown_measure") if value is None else amount(value, "ms")
