"""Known directions in words: what was moved, what others saw, and what the model gives."""

from collections.abc import Mapping, Sequence

from widgets.descriptions.tally import TallyGroup, TallyItem
from widgets.physiology.known_directions import DirectionFound, KnownDirection
from widgets.physiology.published_measurements import NUMBERS_WITHOUT_UNIT
from widgets.reference_data.amounts import amount, number_in_words
from widgets.reference_data.citations import cite
from widgets.reference_data.controls import ControlValue
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

DIGITS = 3
SETTING_DIGITS = 6
MS_IN_A_S = 1000


def direction_finding(directions: Sequence[KnownDirection], found: Mapping[str, DirectionFound]) -> str:
    """Return one sentence that states how many hold; `found` holds what the model gives by the statement's id."""
    holds = sum(found[direction.id].holds for direction in directions)
    return _said("directions_finding", holds=holds, total=len(directions), fails=len(directions) - holds)


def direction_groups(
    directions: Sequence[KnownDirection], found: Mapping[str, DirectionFound]
) -> tuple[TallyGroup, TallyGroup]:
    """Return those that fail, which are named at once, and those that hold."""
    items = [(found[direction.id].holds, _item(direction, found[direction.id])) for direction in directions]
    fails = tuple(item for holds, item in items if not holds)
    holds = tuple(item for holds, item in items if holds)
    return (
        TallyGroup("fails", "missed", _said("directions_fail"), fails, named=True),
        TallyGroup("holds", "met", _said("directions_hold"), holds, named=False),
    )


def _item(direction: KnownDirection, found: DirectionFound) -> TallyItem:
    control = experiment_controls()[direction.control]
    unit = "" if direction.unit in NUMBERS_WITHOUT_UNIT else direction.unit
    detail = _said(
        f"direction_{direction.sign}",
        label=control.label,
        start=_setting(direction, direction.from_value),
        end=_setting(direction, direction.to_value),
        before=number_in_words(found.before, DIGITS),
        after=amount(found.after, unit, DIGITS),
    )
    return TallyItem(direction.statement, detail, direction.note, tuple(cite(key) for key in direction.source))


def _setting(direction: KnownDirection, value: ControlValue) -> str:
    control = experiment_controls()[direction.control]
    if control.scale == "choice":
        return control.choices[str(value)]
    if control.scale == "switch":
        return _said("card_on" if value else "card_off")
    if control.unit == "ms" and max(abs(float(direction.from_value)), abs(float(direction.to_value))) >= MS_IN_A_S:
        return amount(float(value) / MS_IN_A_S, "s", SETTING_DIGITS)
    return amount(float(value), control.unit, SETTING_DIGITS)


def _said(key: str, **values: object) -> str:
    return sentence("credibility", key, **values)
