import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import widgets
from widgets.physiology.experiment import Experiment
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets

NUMERIC = [control for control in experiment_controls().values() if control.scale in ("linear", "log")]


def fault_of(**controls: object) -> str:
    with pytest.raises(ControlError) as fault:
        widgets.simulate(**controls)
    return str(fault.value).replace("\N{NO-BREAK SPACE}", " ")


def test_a_value_outside_its_range_is_named_with_unit_and_range():
    message = fault_of(free_magnesium_mM=90)
    assert "free_magnesium_mM" in message
    assert "90 mM" in message
    assert "0.05 to 10 mM" in message


@pytest.mark.parametrize("value", [math.nan, math.inf, "20", None, True, [20], 20j])
def test_a_value_of_the_wrong_type_is_named_with_unit_and_range(value):
    message = fault_of(impulse_rate_Hz=value)
    assert "impulse_rate_Hz" in message
    assert repr(value) in message
    assert "0 to 80 Hz" in message


@pytest.mark.parametrize(
    "value",
    [10**400, -(10**400), Fraction(10**400, 3), 10**5000],
    ids=["great", "far below", "fraction", "too long to write"],
)
def test_a_number_too_great_for_any_control_is_answered_too(value):
    message = fault_of(impulse_rate_Hz=value)
    assert "0 to 80 Hz" in message
    assert len(message) < 200


class Unspeakable(float):
    """A number, of a kind, that can be neither written nor read."""

    def __repr__(self) -> str:
        raise RuntimeError("no words")

    def __float__(self) -> float:
        raise ValueError("no number")


def test_what_can_be_neither_written_nor_read_is_answered_too():
    assert "not <Unspeakable>" in fault_of(impulse_rate_Hz=Unspeakable(3))


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.text(),
        st.binary(),
        st.integers(),
        st.floats(),
        st.fractions(),
        st.complex_numbers(),
        st.decimals(),
        st.dates(),
    ),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values) | st.tuples(values),
    max_leaves=3,
)


@given(value=ANYTHING, control=st.sampled_from(sorted(experiment_controls())))
def test_whatever_the_value_it_is_taken_or_refused_in_one_sentence_that_names_the_control(value, control):
    try:
        taken = Experiment.from_values({control: value}).values[control]
    except ControlError as fault:
        taken = fault
    assert isinstance(taken, float | bool | str) or (control in str(taken) and taken.control == control)


def test_an_unknown_name_is_answered_with_the_nearest_names():
    assert "did you mean free_magnesium_mM" in fault_of(free_magnesium=1)


def test_a_name_like_no_other_is_answered_with_all_names():
    assert all(name in fault_of(zzzz=1) for name in experiment_controls())


def test_a_switch_takes_nothing_but_on_and_off():
    assert "use True (on) or False (off), not 3" in fault_of(skinned_fibre=3)


def test_a_choice_names_what_can_be_chosen():
    assert "choose human_calf_37C or mouse_fast_16C" in fault_of(fibre_type="cat")


def test_numbers_of_other_libraries_are_welcome():
    assert Experiment.from_values({"impulse_rate_Hz": np.float32(20)}).number("impulse_rate_Hz") == 20


def test_controls_left_alone_have_their_defaults():
    defaults = {name: control.default for name, control in experiment_controls().items()}
    assert dict(Experiment.from_values({"impulse_rate_Hz": 5}).values) == defaults | {"impulse_rate_Hz": 5.0}


def test_the_set_up_cannot_be_changed_afterwards():
    with pytest.raises(TypeError):
        Experiment.from_values({}).values["impulse_rate_Hz"] = 3


@pytest.mark.parametrize("control", NUMERIC, ids=lambda control: control.name)
def test_both_ends_of_a_range_are_inside_it(control):
    for end in (control.minimum, control.maximum):
        assert Experiment.from_values({control.name: end}).number(control.name) == end


@given(st.sampled_from(NUMERIC), st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_is_either_used_as_it_is_or_refused(control, value):
    if control.minimum <= value <= control.maximum:
        assert Experiment.from_values({control.name: value}).number(control.name) == value
    else:
        with pytest.raises(ControlError, match=control.name):
            Experiment.from_values({control.name: value})


@pytest.mark.parametrize("name", experiment_presets())
def test_every_preset_is_a_set_up_that_runs(name):
    run = widgets.simulate(**experiment_presets()[name].values)
    assert all(math.isfinite(value) for value in run.traces["force_percent"])


def test_an_unknown_preset_is_answered_with_the_nearest_names():
    with pytest.raises(ControlError, match="smooth_pull"):
        Experiment.from_preset("smooth_pulls")
