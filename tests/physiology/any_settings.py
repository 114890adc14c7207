"""Draws from the whole space of the controls: what sliders can be set to, and every number that a student may type."""

import math

from hypothesis import strategies as st

from widgets.reference_data.controls import Control, ControlValue
from widgets.reference_data.experiment_controls import experiment_controls

LENGTH = "recording_length_ms"
# Two tenths of a second to a few seconds: all that a fibre does but fatigue, which has tests of its own.
LENGTHS_MS = st.sampled_from((200.0, 600.0, 600.0, 1000.0, 3000.0))
DIGITS_OF_A_LOG_SLIDER = 2


def slider_values(control: Control) -> st.SearchStrategy[float]:
    """The values at which the control's slider can stand (`control_panel.ts`)."""
    least, most, step = control.minimum, control.maximum, control.step
    if control.scale == "log":
        places = range(round(math.log10(least) * step), round(math.log10(most) * step) + 1)
        values = [float(f"{10 ** (place / step):.{DIGITS_OF_A_LOG_SLIDER}g}") for place in places]
    else:
        values = [round(least + place * step, 9) for place in range(round((most - least) / step) + 1)]
    return st.sampled_from([min(max(value, least), most) for value in values])


def control_values(control: Control) -> st.SearchStrategy[ControlValue]:
    """Everything that the control takes."""
    if control.scale == "choice":
        return st.sampled_from(list(control.choices))
    if control.scale == "switch":
        return st.booleans()
    return slider_values(control) | st.floats(control.minimum, control.maximum)


def settings_of(**fixed: ControlValue) -> st.SearchStrategy[dict[str, ControlValue]]:
    """Some controls set, all others at their defaults; `fixed` ones have one value."""
    free = {name: control_values(c) for name, c in experiment_controls().items() if name not in {*fixed, LENGTH}}
    length = {} if LENGTH in fixed else {LENGTH: LENGTHS_MS}
    return st.fixed_dictionaries({**{name: st.just(value) for name, value in fixed.items()}, **length}, optional=free)
