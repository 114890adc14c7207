from widgets.explorers.frame.page_record import PageRecord
from widgets.explorers.parts.control_panel import ControlPanel
from widgets.reference_data.experiment_controls import experiment_controls, experiment_presets


def panel() -> ControlPanel:
    record = PageRecord("any", experiment_controls())
    return ControlPanel(record, experiment_controls().values(), experiment_presets().values())


def test_every_control_has_a_visible_name_and_help():
    assert all(control["label"] and len(control["help"]) > 20 for control in panel().controls)


def test_every_number_has_a_unit_and_a_range():
    numeric = [c for c in panel().controls if c["scale"] in ("linear", "log")]
    assert all(c["minimum"] < c["maximum"] and c["step"] > 0 for c in numeric)
    # A pH is a plain number.
    assert [c["name"] for c in numeric if not c["unit"]] == ["fibre_pH"]


def test_every_control_names_a_source_that_can_be_followed():
    shown = panel()
    assert all(control["source"] and set(control["source"]) <= set(shown.sources) for control in shown.controls)


def test_every_control_belongs_to_a_named_group():
    shown = panel()
    assert {control["group"] for control in shown.controls} == {group["key"] for group in shown.groups}
    assert all(group["label"] for group in shown.groups)


def test_try_it_has_three_controls():
    names = [control["name"] for control in panel().controls if control["level"] == "try"]
    assert names == ["impulse_rate_Hz", "free_magnesium_mM", "pump_activity"]


def test_every_default_lies_on_a_step_of_its_slider():
    for control in panel().controls:
        if control["scale"] == "linear":
            steps = (control["default"] - control["minimum"]) / control["step"]
            assert abs(steps - round(steps)) < 1e-9, control["name"]
