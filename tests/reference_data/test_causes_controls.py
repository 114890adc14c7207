from widgets.reference_data.causes_controls import NO_CAUSE, case_controls, causes_controls, causes_presets
from widgets.reference_data.control_values import checked_values


def test_every_choice_can_be_its_default():
    controls = [control for control in causes_controls().values() if control.scale == "choice"]
    assert [control.name for control in controls if control.default not in control.choices] == []


def test_no_tile_is_open_at_the_start():
    assert checked_values(causes_controls(), {})["cause"] == NO_CAUSE


def test_every_cause_and_every_situation_can_be_chosen():
    assert len(causes_controls()["cause"].choices) == 46 + 1
    assert len(causes_controls()["situation"].choices) == 8


def test_a_ready_case_sets_circumstances_only():
    named = {name for preset in causes_presets().values() for name in preset.values}
    assert named <= set(case_controls())
