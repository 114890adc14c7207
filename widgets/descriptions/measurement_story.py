"""The story of one published result: what was done and found, what the model gives, how far to trust it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from widgets.physiology.published_measurements import PublishedMeasurement, Sign
from widgets.physiology.published_results import (
    VERDICTS,
    PublishedResult,
    Verdict,
    distance_from_middle,
    verdict,
)
from widgets.reference_data.amounts import amount, list_in_words, number_in_words, paragraph, temperature_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.model_names import as_heading, model_name
from widgets.reference_data.wording import sentence

# When and how long: needed to repeat a run, but not what an experiment is about.
_TIMES = frozenset({"command_start_ms", "command_duration_ms", "recording_length_ms"})
# Below this share of the band's width, or of the least difference that counts, a solver's rest of a number is nothing.
NOTHING_SHARE = 1e-6
MEASURED_DIGITS = 3
SETTING_DIGITS = 6


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A short label and what belongs to it."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class MeasurementStory:
    """One result as texts, in the order of reading.

    Attributes:
        title: what was measured.
        verdict: where the model's value lies; `verdict_text` says it in words.
        verdict_text: see above.
        numbers: published value, band or direction, and model.
        facts: whether it was predicted or fitted, and on what it was measured.
        done: how many runs there were, and what was made of them.
        changed: the settings that make this experiment; a second run's come last.
        settings: all settings that the table gives.
        small_print: what else is known.
        sources: where it was published.
    """

    title: str
    verdict: Verdict
    verdict_text: str
    numbers: tuple[LabelledText, ...]
    facts: tuple[LabelledText, ...]
    done: str
    changed: tuple[str, ...]
    settings: tuple[str, ...]
    small_print: tuple[LabelledText, ...]
    sources: tuple[Citation, ...]


def measurement_story(result: PublishedResult, values: Mapping[str, float]) -> MeasurementStory:
    """Return the story of a result and of the model's `values` for it, by the measurement's id, in its unit."""
    first, found = result.first, verdict(result, values)
    return MeasurementStory(
        title=first.title,
        verdict=found,
        verdict_text=_verdict(result, found),
        numbers=(
            LabelledText(_said("card_published"), published_text(result)),
            _accepted(result),
            LabelledText(_said("card_model"), model_text(result, values)),
        ),
        facts=(
            LabelledText(_said("card_relation"), _relation(first, found)),
            LabelledText(_said("card_animal"), _animal(first)),
        ),
        done=_said(f"card_done_{first.comparison}"),
        changed=_settings(result, without=_TIMES.difference(first.reference_settings)),
        settings=_settings(result),
        small_print=(
            LabelledText(_said("card_fibre"), _said("card_fibre_text", fibre=first.fibre)),
            LabelledText(_said("card_checked"), _said("card_checked_page")),
            *((LabelledText(_said("card_note"), first.note),) if first.note else ()),
        ),
        sources=tuple(cite(key) for key in first.source),
    )


def measured(value: float, measurement: PublishedMeasurement) -> str:
    """Return a value of a measurement with three significant digits and its unit, where it has one."""
    nothing = abs(value) < NOTHING_SHARE * measurement.scale
    return amount(0.0 if nothing else value, measurement.unit_text, MEASURED_DIGITS)


def model_text(result: PublishedResult, values: Mapping[str, float]) -> str:
    """Return what the model gives for a result; for a curve, how many times what is allowed it is off."""
    if not result.is_curve:
        return measured(values[result.id], result.first)
    return _said("card_model_curve", off=number_in_words(2 * distance_from_middle(result, values), 2))


def _relation(measurement: PublishedMeasurement, found: Verdict) -> str:
    if measurement.relation == "predicted":
        return _said("card_relation_predicted")
    names = [model_name(key) for key in measurement.fitted_constants]
    key = "card_relation_fitted_not_met" if found in ("near", "missed") else "card_relation_fitted"
    if not names:
        return _said(f"{key}_unnamed")
    return _said(key, constants=list_in_words(names))


def _animal(measurement: PublishedMeasurement) -> str:
    animal, temperature = as_heading(measurement.species), temperature_in_words(measurement.temperature_C)
    if temperature:
        return _said("card_animal_at", animal=animal, temperature=temperature)
    return _said("card_animal_alone", animal=animal)


def published_text(result: PublishedResult) -> str:
    """Return what was published, in a few words; for a curve, at how many points it was read."""
    if result.is_curve:
        return _said("card_published_curve", count=len(result.points))
    return as_heading(result.first.published_text)


def band_end(value: float) -> str:
    """Return the lower end of a band, whose unit stands behind the upper one, with three significant digits."""
    return number_in_words(value, MEASURED_DIGITS)


def counted_verdicts(verdicts: Sequence[Verdict]) -> str:
    """Return how many are met, near and missed, and what "near" means where one is."""
    if not verdicts:
        return _said("browse_counted_none")
    counts = {kind: verdicts.count(kind) for kind in VERDICTS}
    counted = _said("browse_counted", shown=len(verdicts), **counts)
    return paragraph([counted, _said("browse_near", count=counts["near"]) if counts["near"] else ""])


def _verdict(result: PublishedResult, found: Verdict) -> str:
    kind = "curve" if result.is_curve else "direction" if isinstance(result.first.accepted, Sign) else "band"
    return _said(f"verdict_{found}_{kind}")


def _accepted(result: PublishedResult) -> LabelledText:
    first = result.first
    if result.is_curve:
        return LabelledText(_said("card_band"), _said("card_band_curve", count=len(result.points)))
    if isinstance(first.accepted, Sign):
        least = amount(first.accepted.smallest_difference, first.unit_text)
        text = _said(f"card_direction_{first.accepted.direction}", least=least)
        return LabelledText(_said("card_direction"), text)
    low, high = band_end(first.accepted.low), measured(first.accepted.high, first)
    return LabelledText(_said("card_band"), _said("card_band_text", low=low, high=high))


def _settings(result: PublishedResult, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    controls, first = experiment_controls(), result.first
    runs = ((first.settings, "card_setting"), (first.reference_settings, "card_setting_second"))
    return tuple(
        _said("card_setting_curve", label=controls[name].label, values=along_curve(result))
        if name == first.curve_axis and settings is first.settings
        else _said(key, label=controls[name].label, value=_setting(name, value))
        for settings, key in runs
        for name, value in settings.items()
        if name not in without or name == first.curve_axis
    )


def along_curve(result: PublishedResult) -> str:
    """Return where the points of a curve lie along its axis, each with its unit."""
    axis = result.first.curve_axis
    return list_in_words(_setting(axis, point.settings[axis]) for point in result.points)


def _setting(name: str, value: ControlValue) -> str:
    control = experiment_controls()[name]
    if control.scale == "choice":
        return control.choices[str(value)]
    if control.scale == "switch":
        return _said("card_on" if value else "card_off")
    return amount(float(value), control.unit, None if float(value) >= 1 else SETTING_DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
