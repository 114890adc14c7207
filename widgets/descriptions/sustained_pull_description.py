"""A pull of a minute in words, against the claim that by-products of work cause cramp."""

from widgets.descriptions.fibre_magnesium_description import MagnesiumNote
from widgets.physiology.after_discharge import after_discharge
from widgets.physiology.contraction import Contraction
from widgets.physiology.sustained_pull import SustainedPull
from widgets.reference_data.amounts import amount, number_in_words, paragraph
from widgets.reference_data.wording import sentence


def sustained_finding(pull: SustainedPull) -> str:
    """Return the title of the minute's picture."""
    return _say("fatigue_finding", pull)


def describe_sustained(pull: SustainedPull) -> str:
    """Return the minute in words."""
    found = after_discharge(pull.tired)
    after = "fatigue_after_on" if found.duration_s else "fatigue_after"
    said = [_say("fatigue_describe", pull), _say("fatigue_relaxing", pull)]
    return paragraph([*said, sentence("low_magnesium", after, duration=amount(found.duration_s, "s"))])


def sustained_notes(pull: SustainedPull | None) -> tuple[MagnesiumNote, ...]:
    """Return the claim, what the model shows, and what it leaves open; without a pull the numbers still wait."""
    tested = _say("note_tested", pull) if pull else sentence("low_magnesium", "note_tested_waiting")
    return (
        _note("claim"),
        MagnesiumNote("tested" if pull else "tested_waiting", sentence("low_magnesium", "note_tested_title"), tested),
        _note("tired"),
    )


def _note(key: str) -> MagnesiumNote:
    title, text = (sentence("low_magnesium", f"note_{key}{end}") for end in ("_title", ""))
    return MagnesiumNote(key, title, text)


def _say(key: str, pull: SustainedPull) -> str:
    start = pull.tired.experiment.number("command_start_ms")
    end = pull.tired.experiment.command_end_ms
    first = start + 1000
    return sentence(
        "low_magnesium",
        key,
        rate=number_in_words(pull.rate_Hz),
        start=_at(pull.tired, "force_percent", first, "%"),
        end=_at(pull.tired, "force_percent", end, "%"),
        end_without=_at(pull.without, "force_percent", end, "%"),
        phosphate_start=_at(pull.tired, "inorganic_phosphate_mM", 0, "mM"),
        phosphate_end=_at(pull.tired, "inorganic_phosphate_mM", end, "mM"),
        pH_start=_at(pull.tired, "pH", 0, ""),
        pH_end=_at(pull.tired, "pH", end, ""),
        relaxing=amount(pull.tired.measures["half_relaxation_time_ms"] or 0.0, "ms"),
        rested=amount(pull.rested.measures["half_relaxation_time_ms"] or 0.0, "ms"),
    )


def _at(run: Contraction, trace: str, time_ms: float, unit: str) -> str:
    return amount(run.resampled(trace, (time_ms,))[0], unit)
