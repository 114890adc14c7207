"""Values checked against their controls: the one place that says, in a sentence, what a control cannot take."""

import difflib
import math
from collections.abc import Iterable, Mapping
from numbers import Real

from widgets.reference_data.amounts import amount, list_in_words, number_in_words, precise_amount
from widgets.reference_data.controls import Control, ControlValue, Preset
from widgets.reference_data.plain_error import PlainError
from widgets.reference_data.wording import sentence

# A value that somebody typed or computed by mistake must not bury the sentence.
LONGEST_SHOWN = 60
# Outside these a number is written with a power of ten.
LEAST_WRITTEN_OUT, MOST_WRITTEN_OUT = 1e-6, 1e9


class ControlError(PlainError):
    """A value that a control cannot use, or a name that no control has.

    The message is one sentence that names the control, the value, the unit and the allowed range, or the nearest
    names where the control is unknown. `control` is the name that was given.
    """

    def __init__(self, control: str, message: str) -> None:
        """Keep the control's name beside the sentence, so that a page can show it where it belongs."""
        super().__init__(message)
        self.control = control


def checked_values(controls: Mapping[str, Control], given: Mapping[str, object]) -> dict[str, ControlValue]:
    """Return a value for every control: the given one where there is one, else its default.

    Raises:
        ControlError: a name is unknown, or a value is of the wrong type, not finite, or outside its range.
    """
    for name in given:
        if name not in controls:
            raise ControlError(name, _unknown_control(name, controls))
    return {
        name: checked_value(control, given[name]) if name in given else control.default
        for name, control in controls.items()
    }


def checked_value(control: Control, value: object) -> ControlValue:
    """Return the value as the control's own type, if it may be used.

    Raises:
        ControlError: wrong type, NaN or infinite, outside minimum to maximum, or not one of the choices.
    """
    if control.scale == "choice":
        if not isinstance(value, str) or value not in control.choices:
            raise _fault(control, _shown(value), "not_a_choice", allowed=list_in_words(control.choices, "or"))
        return value
    number = _finite_number(value)
    if control.scale == "switch":
        if number not in (0, 1):
            raise _fault(control, _shown(value), "not_a_switch")
        return bool(number)
    # bool is a number to Python, but True is no answer to "how many hertz?"
    if number is None or isinstance(value, bool):
        raise _fault(control, _shown(value), "not_a_number", **_range(control))
    if control.minimum is None or control.maximum is None or not control.minimum <= number <= control.maximum:
        raise _fault(control, _number(number, control.unit), "out_of_range", **_range(control))
    return number


def chosen_preset(presets: Mapping[str, Preset], name: str) -> Preset:
    """Return the preset of this name, or of this label.

    Raises:
        ControlError: there is none; the message names the nearest.
    """
    if name in presets:
        return presets[name]
    asked = str(name)
    names = {preset.label.casefold(): key for key, preset in presets.items()} | {key: key for key in presets}
    if asked.casefold() in names:
        return presets[names[asked.casefold()]]
    close = difflib.get_close_matches(asked.casefold(), names, n=3, cutoff=0.3)
    nearest = list_in_words(dict.fromkeys(names[found] for found in close) or presets, "or")
    raise ControlError(asked, sentence("controls", "unknown_preset", name=_cut(asked), nearest=nearest))


def checked_measure(name: str, measures: Iterable[str]) -> str:
    """Return the name of a measure that there is.

    Raises:
        ControlError: there is none of this name; the message says the nearest.
    """
    known = list(measures)
    if name in known:
        return name
    nearest = list_in_words(difflib.get_close_matches(str(name), known, n=3, cutoff=0.3) or known, "or")
    raise ControlError(str(name), sentence("controls", "unknown_measure", name=_cut(str(name)), nearest=nearest))


def _finite_number(value: object) -> float | None:
    if not isinstance(value, Real):
        return None
    try:
        number = float(value)
    except (ArithmeticError, TypeError, ValueError):  # an integer too great for a float, or no real number after all
        return None
    return number if math.isfinite(number) else None


def _shown(value: object) -> str:
    """Return the value as Python writes it, cut off where it is long, or its type where it cannot be written."""
    try:
        text = repr(value)
    except Exception:  # an object can raise whatever it likes, and an integer of 5,000 digits does
        return f"<{type(value).__name__}>"
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _number(number: float, unit: str) -> str:
    """Return a given number with all the digits that somebody can have meant."""
    if number and not LEAST_WRITTEN_OUT <= abs(number) < MOST_WRITTEN_OUT:
        return precise_amount(number, unit)
    return amount(number, unit, digits=9)


def _range(control: Control) -> dict[str, str]:
    low, high = (0.0 if end is None else end for end in (control.minimum, control.maximum))
    return {"low": number_in_words(low, digits=9), "high": _number(high, control.unit)}


def _fault(control: Control, value: str, key: str, **values: str) -> ControlError:
    said = sentence("controls", key, label=control.label, control=control.name, value=value, **values)
    return ControlError(control.name, said)


def _unknown_control(name: str, controls: Mapping[str, Control]) -> str:
    nearest = difflib.get_close_matches(name, controls, n=3, cutoff=0.4)
    if not nearest:
        return sentence("controls", "unknown_control", name=_cut(name), all=list_in_words(controls))
    return sentence("controls", "unknown_control_with_nearest", name=_cut(name), nearest=list_in_words(nearest, "or"))
