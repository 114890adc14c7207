"""A nerve that goes on by itself, in words: how long, how hard, what calcium does in it, and what stretching does."""

from typing import Literal

from widgets.descriptions.fibre_magnesium_description import MagnesiumNote
from widgets.physiology.after_discharge import MS_IN_S, AfterDischarge, MarginLost, after_discharge
from widgets.physiology.contraction import Contraction
from widgets.reference_data.amounts import amount, ended, number_in_words, paragraph
from widgets.reference_data.wording import sentence

# Which of the runs on show a sentence is about.
FiringRun = Literal["after_command", "held", "falling", "kept", "without_stretch"]
# A loss of the margin that is too small to be shared out, in mV.
NOTHING_LOST_MV = 0.05
LARGER_PART = 0.5
# One or two signals more.
AT_ONCE_MS = 200.0
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
        ),
        ended(firing_finding(run)),
        _sentence("describe_nerve_force", force=amount(found.mean_force_percent, "%"))
        if _kind(found) != "stops"
        else _sentence("describe_nerve_quiet"),
    ]
    parts += [firing_sentence("kept", kept)] if kept else []
    parts += [_stretch_note(run, stretched).text] if stretched else []
    parts += [firing_sentence("held", held)] if held else []
    return paragraph(parts)


def firing_sentence(when: FiringRun, run: Contraction) -> str:
    """Return in a whole sentence what the nerve of this run does after the command; `when` says which run it is."""
    found = after_discharge(run)
    return _sentence(f"nerve_{when}_{_kind(found)}", duration=_duration(found))


def nerve_notes(
    run: Contraction, lost: MarginLost, held: Contraction | None, stretched: Contraction | None
) -> tuple[MagnesiumNote, ...]:
    """Return the notes beside the nerve: how long, what low calcium does, what stretching does, and a reminder.

    `held` is the run with blood calcium held steady, or with its fall switched on where the learner switched it off.
    """
    found = after_discharge(run)
    said = [firing_sentence("after_command", run)]
    if _kind(found) != "stops":
        said.append(_sentence("note_duration_force", force=amount(found.mean_force_percent, "%")))
    return (
        MagnesiumNote("duration", _sentence("note_duration_title"), paragraph(said)),
        _calcium_note(run, lost, held),
        _stretch_note(run, stretched),
        MagnesiumNote("normal", _sentence("note_normal_title"), _sentence("note_normal")),
    )


def _calcium_note(run: Contraction, lost: MarginLost, held: Contraction | None) -> MagnesiumNote:
    if not run.controls["parathyroid_response"]:
        return _note("calcium", "note_calcium_off", then=firing_sentence("falling", held) if held else "")
    if lost.total_mV < NOTHING_LOST_MV or lost.calcium_share < HARDLY_FALLEN:
        return _note("calcium", "note_calcium_none")
    larger = lost.calcium_share > LARGER_PART
    return _note(
        "calcium",
        "note_calcium" if larger else "note_calcium_small",
        then=_with_calcium_held(run, held) if held and larger else "",
        total=amount(lost.total_mV, "mV"),
        usual=amount(lost.usual_margin_mV, "mV"),
        by_calcium=amount(lost.by_calcium_mV, "mV"),
        share=amount(100 * lost.calcium_share, "%"),
    )


def _with_calcium_held(run: Contraction, held: Contraction) -> str:
    if _kind(after_discharge(run)) == _kind(after_discharge(held)) == "stops":
        return _sentence("note_calcium_stops_anyway")
    return firing_sentence("held", held)


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
        after=amount((stretched_ms - stretched.experiment.command_end_ms) / MS_IN_S, "s"),
        delay=amount(delay_ms / MS_IN_S, "s"),
        then=firing_sentence("without_stretch", run) if key in ("note_stretch", "note_stretch_at_once") else "",
    )


def _last_ms(run: Contraction) -> float:
    return run.impulse_times_ms[-1] if run.impulse_times_ms else 0.0


def _kind(found: AfterDischarge) -> str:
    if found.unasked:
        return "unasked"
    if found.still_firing:
        return "never_ends"
    return "goes_on" if found.duration_s else "stops"


def _duration(found: AfterDischarge) -> str:
    return amount(found.duration_s, "s")


def _note(key: str, text: str, then: str = "", **values: object) -> MagnesiumNote:
    """Return a note; `then` is a whole sentence that ends it."""
    return MagnesiumNote(key, _sentence(f"{text}_title"), paragraph([_sentence(text, **values), then]))


def _sentence(key: str, **values: object) -> str:
    return sentence("low_magnesium", key, **values)
