"""The trial with a missing arm in sentences: what was expected, what stood beside it, and what was counted."""

from dataclasses import dataclass

from widgets.evidence.missing_arm import MissingArm
from widgets.evidence.trials import TrialResult, trials
from widgets.reference_data.amounts import number_in_words, paragraph
from widgets.reference_data.wording import sentence


@dataclass(frozen=True, slots=True)
class MissingArmNote:
    """A piece of the trial as a note."""

    key: str
    title: str
    text: str


def missing_arm_finding(found: MissingArm) -> str:
    """Return the title of the picture, which tells no more than is shown."""
    return _said("finding_told" if found.is_told else "finding_open", **_shares(found))


def compare_with_guess(found: MissingArm) -> str:
    """Return what was expected of dummy tablets, and what the trial found once that is shown."""
    guess = {"guess": number_in_words(found.expected_percent)} if found.expected_percent else {}
    if not found.is_told:
        return _said("guess", **guess) if guess else ""
    helped = found.helped
    return _said(
        "told" if guess else "told_only",
        **guess,
        more=number_in_words(round(found.magnesium_percent) - round(found.placebo_percent)),
        events=number_in_words(helped.events_placebo or 0),
        people=number_in_words(helped.n_placebo or 0),
        **_shares(found),
    )


def group_in_words(found: MissingArm, *, magnesium: bool) -> str:
    """Return one side in a few words: how many of 100, and of how many people that is."""
    helped = found.helped
    if magnesium:
        events, people, percent = helped.events_magnesium, helped.n_magnesium, found.magnesium_percent
    elif found.is_told:
        events, people, percent = helped.events_placebo, helped.n_placebo, found.placebo_percent
    else:
        return _said("group_open", guess=number_in_words(found.expected_percent)) if found.expected_percent else ""
    return _said(
        "group",
        share=number_in_words(round(percent)),
        events=number_in_words(events or 0),
        people=number_in_words(people or 0),
    )


def missing_arm_notes(found: MissingArm) -> tuple[MissingArmNote, ...]:
    """Return what else there is to know of the trial, as far as the reader has come."""
    notes = []
    if found.is_told:
        notes.append(MissingArmNote("guess", _said("note_guess_title"), compare_with_guess(found)))
        notes.append(_note("felt"))
    if found.step in ("count", "nights"):
        text = paragraph(
            (
                _said("count_what"),
                _said("count_placebo_first", **_medians(found.placebo_first)),
                _said("count_magnesium_first", **_medians(found.magnesium_first)),
                _said("count_chance", chance=_chance_in_100(found.placebo_first)),
                trials()[found.helped.trial].conclusion,
            )
        )
        notes.append(MissingArmNote("count", _said("note_count_title"), text))
    if found.step == "nights":
        notes.append(_note("nights"))
    return tuple(notes)


def describe_missing_arm(found: MissingArm) -> str:
    """Return the picture in words."""
    said = [_said("describe", share=number_in_words(round(found.magnesium_percent)))]
    return paragraph([*said, compare_with_guess(found)])


def _shares(found: MissingArm) -> dict[str, str]:
    shares = {"magnesium": number_in_words(round(found.magnesium_percent))}
    return shares | ({"placebo": number_in_words(round(found.placebo_percent))} if found.is_told else {})


def _medians(result: TrialResult) -> dict[str, str]:
    means = {"magnesium": result.mean_magnesium, "placebo": result.mean_placebo}
    people = {"people": number_in_words(result.n_magnesium or 0)}
    return people | {side: number_in_words(mean or 0.0) for side, mean in means.items()}


def _chance_in_100(result: TrialResult) -> str:
    return number_in_words(round(100 * float(result.p_value)))


def _note(key: str) -> MissingArmNote:
    return MissingArmNote(key, _said(f"note_{key}_title"), _said(f"note_{key}"))


def _said(key: str, **values: object) -> str:
    return sentence("missing_arm", key, **values)
