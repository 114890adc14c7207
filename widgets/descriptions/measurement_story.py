"""The story of one published measurement: what was done and found, what the model gives, how far to trust it."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.physiology.published_measurements import PublishedMeasurement, Verdict, verdict
from widgets.reference_data.amounts import amount, list_in_words, number_in_words, paragraph, temperature_in_words
from widgets.reference_data.citations import Citation, cite
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.model_names import as_heading, model_name
from widgets.reference_data.wording import sentence

# When and how long: needed to repeat a run, but not what an experiment is about.
_TIMES = frozenset({"command_start_ms", "command_duration_ms", "recording_length_ms"})
# Below this share of the band's upper end, a solver's rest of a number is nothing.
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
    """One measurement as texts, in the order of reading.

    Attributes:
        title: what was measured.
        verdict: where the model's value lies; `verdict_text` says it in words.
        verdict_text: see above.
        numbers: published value, band and model.
        facts: whether it was predicted or fitted, on what it was measured, and that it rests on memory where it does.
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


def measurement_story(measurement: PublishedMeasurement, value: float) -> MeasurementStory:
    """Return the story of a measurement and of the model's `value` for it, in the measurement's unit."""
    found = verdict(measurement, value)
    low, high = band_end(measurement.accepted_low), measured(measurement.accepted_high, measurement)
    recalled = measurement.checked == "recall"
    checked = LabelledText(_said("card_checked"), _said(f"card_checked_{measurement.checked}"))
    return MeasurementStory(
        title=measurement.title,
        verdict=found,
        verdict_text=_said(f"verdict_{found}"),
        numbers=(
            LabelledText(_said("card_published"), as_heading(measurement.published_text)),
            LabelledText(_said("card_band"), _said("card_band_text", low=low, high=high)),
            LabelledText(_said("card_model"), measured(value, measurement)),
        ),
        facts=(
            LabelledText(_said("card_relation"), _relation(measurement)),
            LabelledText(_said("card_animal"), _animal(measurement)),
            *((checked,) if recalled else ()),
        ),
        done=_said(f"card_done_{measurement.comparison}"),
        changed=_settings(measurement, without=_TIMES),
        settings=_settings(measurement),
        small_print=(
            LabelledText(_said("card_fibre"), _said("card_fibre_text", fibre=measurement.fibre)),
            LabelledText(_said("card_kind"), _said(f"card_kind_{measurement.kind}")),
            *(() if recalled else (checked,)),
            *((LabelledText(_said("card_note"), measurement.note),) if measurement.note else ()),
        ),
        sources=tuple(cite(key) for key in measurement.source),
    )


def measured(value: float, measurement: PublishedMeasurement) -> str:
    """Return a value of a measurement with three significant digits and its unit, where it has one."""
    nothing = abs(value) < NOTHING_SHARE * measurement.accepted_high
    return amount(0.0 if nothing else value, measurement.unit_text, MEASURED_DIGITS)


def band_end(value: float) -> str:
    """Return the lower end of a band, whose unit stands behind the upper one, with three significant digits."""
    return number_in_words(value, MEASURED_DIGITS)


def counted_verdicts(verdicts: Sequence[Verdict]) -> str:
    """Return how many are inside, near and outside, and what "near" means where one is."""
    if not verdicts:
        return _said("browse_counted_none")
    counts = {kind: verdicts.count(kind) for kind in ("inside", "near", "outside")}
    counted = _said("browse_counted", shown=len(verdicts), **counts)
    return paragraph([counted, _said("browse_near") if counts["near"] else ""])


def _relation(measurement: PublishedMeasurement) -> str:
    if measurement.relation == "predicted":
        return _said("card_relation_predicted")
    names = [model_name(key) for key in measurement.fitted_constants]
    if not names:
        return _said("card_relation_fitted_unnamed")
    return _said("card_relation_fitted", constants=list_in_words(names))


def _animal(measurement: PublishedMeasurement) -> str:
    animal, temperature = as_heading(measurement.species), temperature_in_words(measurement.temperature_C)
    if temperature:
        return _said("card_animal_at", animal=animal, temperature=temperature)
    return _said("card_animal_alone", animal=animal)


def _settings(measurement: PublishedMeasurement, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    controls = experiment_controls()
    runs = ((measurement.settings, "card_setting"), (measurement.reference_settings, "card_setting_second"))
    return tuple(
        _said(key, label=controls[name].label, value=_setting(name, value))
        for settings, key in runs
        for name, value in settings.items()
        if name not in without
    )


def _setting(name: str, value: ControlValue) -> str:
    control = experiment_controls()[name]
    if control.scale == "choice":
        return control.choices[str(value)]
    if control.scale == "switch":
        return _said("card_on" if value else "card_off")
    return amount(float(value), control.unit, None if float(value) >= 1 else SETTING_DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
