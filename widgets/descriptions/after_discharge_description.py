"""A nerve that goes on by itself, in words: how long, how hard, what calcium does in it, and what stretching does."""

from widgets.descriptions.fibre_magnesium_description import MagnesiumNote
from widgets.physiology.after_discharge import MS_IN_S, AfterDischarge, MarginLost, after_discharge, command_end_ms
from widgets.physiology.contraction import Contraction
from widgets.reference_data.amounts import amount, ended, number_in_words, paragraph
from widgets.reference_data.wording import sentence

# A healthy nerve of this model sends a few more signals before it stops.
STOPS_WITHIN_S = 0.5
# A loss of the margin that is too small to be shared out, in mV.
NOTHING_LOST_MV = 0.05
LARGER_PART = 0.5
# One or two signals more.
AT_ONCE_MS = 100.0
HARDLY_FALLEN = 0.1


def firing_finding(run: Contraction) -> str:
    """Return the title of the picture of the nerve."""
    found = after_discharge(run)
    key = {"unasked": "firing_unasked", "never_ends": "firing_never_ends", "goes_on": "firing_goes_on"}
    return _sentence(key.get(_kind(found), "firing_stops"), duration=_duration(found))


def describe_firing(
    run: Contraction, kept: Contraction | None, stretched: Contraction | None, held: Contraction | None
) -> str:
    """Return the picture of the nerve in words; the runs beside it where they are drawn."""
    found = after_discharge(run)
    parts = [
        _sentence(
            "describe_nerve",
            rate=number_in_words(run.experiment.number("impulse_rate_Hz")),
            seconds=amount(run.experiment.number("command_duration_ms") / 1000, "s"),
            magnesium=amount(run.experiment.number("plasma_magnesium_mM"), "mM"),
            calcium=amount(run.experiment.number("plasma_ionised_calcium_mM"), "mM"),
            goes_on=ended(firing_finding(run)),
        ),
        _sentence("describe_nerve_force", force=amount(found.mean_force_percent, "%"))
        if _kind(found) != "stops"
        else _sentence("describe_nerve_quiet"),
    ]
    parts += [_sentence("describe_kept_nerve", kept=firing_clause(kept))] if kept else []
    parts += [_stretch_note(run, stretched).text] if stretched else []
    parts += [_sentence("describe_held", held=firing_clause(held))] if held else []
    return paragraph(parts)


def firing_clause(run: Contraction) -> str:
    """Return what the nerve does after the command, to be read after "the nerve"."""
    found = after_discharge(run)
    return _sentence(f"clause_{_kind(found)}", duration=_duration(found))


def nerve_notes(
    run: Contraction, lost: MarginLost, held: Contraction | None, stretched: Contraction | None
) -> tuple[MagnesiumNote, ...]:
    """Return the notes beside the nerve: how long, what low calcium does, what stretching does, and a reminder.

    `held` is the run with blood calcium held steady, or with its fall switched on where the learner switched it off.
    """
    found = after_discharge(run)
    key = "note_duration" if _kind(found) == "stops" else "note_duration_force"
    said = _sentence(key, clause=firing_clause(run), force=amount(found.mean_force_percent, "%"))
    return (
        MagnesiumNote("duration", _sentence("note_duration_title"), said),
        _calcium_note(run, lost, held),
        _stretch_note(run, stretched),
        MagnesiumNote("normal", _sentence("note_normal_title"), _sentence("note_normal")),
    )


def _calcium_note(run: Contraction, lost: MarginLost, held: Contraction | None) -> MagnesiumNote:
    other = firing_clause(held) if held else ""
    if not run.controls["parathyroid_response"]:
        return _note("calcium", "note_calcium_off", with_fall=other)
    if lost.total_mV < NOTHING_LOST_MV or lost.calcium_share < HARDLY_FALLEN:
        return _note("calcium", "note_calcium_none")
    return _note(
        "calcium",
        "note_calcium" if lost.calcium_share > LARGER_PART else "note_calcium_small",
        total=amount(lost.total_mV, "mV"),
        usual=amount(lost.usual_margin_mV, "mV"),
        by_calcium=amount(lost.by_calcium_mV, "mV"),
        share=number_in_words(100 * lost.calcium_share),
        held=other,
    )


def _stretch_note(run: Contraction, stretched: Contraction | None) -> MagnesiumNote:
    if stretched is None:
        return _note("stretch", "note_stretch_ask")
    stretched_ms = stretched.experiment.number("stretch_start_ms")
    delay_ms = _last_ms(stretched) - stretched_ms
    key = "note_stretch" if delay_ms > AT_ONCE_MS else "note_stretch_at_once"
    if after_discharge(stretched).still_firing:
        key = "note_stretch_not"
    elif _last_ms(run) < stretched_ms:
        key = "note_stretch_late"
    return _note(
        "stretch",
        key,
        after=amount((stretched_ms - command_end_ms(stretched.experiment)) / MS_IN_S, "s"),
        delay=amount(delay_ms / MS_IN_S, "s"),
        without=firing_clause(run),
    )


def _last_ms(run: Contraction) -> float:
    return run.impulse_times_ms[-1] if run.impulse_times_ms else 0.0


def _kind(found: AfterDischarge) -> str:
    if found.unasked:
        return "unasked"
    if found.still_firing:
        return "never_ends"
    return "stops" if found.duration_s < STOPS_WITHIN_S else "goes_on"


def _duration(found: AfterDischarge) -> str:
    return amount(found.duration_s, "s")


def _note(key: str, text: str, **values: object) -> MagnesiumNote:
    return MagnesiumNote(key, _sentence(f"{text}_title"), _sentence(text, **values))


def _sentence(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)
