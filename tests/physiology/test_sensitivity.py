import pytest

from widgets.physiology import sensitivity
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.sensitivity import effects_of, pull_of_kind, pulls_over_range, strongest_first
from widgets.reference_data.control_values import ControlError
from widgets.reference_data.model_parameters import model_parameters

TWITCH = pull_of_kind("twitch")


def effect(parameter_id: str):
    span = model_parameters()[parameter_id].range
    return effects_of(parameter_id, span.low, span.high, TWITCH)


def test_a_faster_pump_makes_the_twitch_smaller():
    force = effect("pump_maximum_rate").peak_force_percent
    assert force["low"] > force["usual"] > force["high"]


def test_a_slower_pump_makes_the_twitch_longer():
    relaxing = effect("pump_maximum_rate").half_relaxation_time_ms
    assert relaxing["low"] > relaxing["usual"]


def test_the_usual_value_is_the_fibre_of_every_other_page():
    assert effect("pump_maximum_rate").peak_force_percent["usual"] == pytest.approx(
        simulate_contraction(TWITCH).measures["peak_force_percent"]
    )


@pytest.mark.parametrize("parameter_id", [p.id for p in model_parameters().values() if p.can_differ])
def test_moving_a_constant_to_its_own_value_changes_nothing(parameter_id):
    parameter = model_parameters()[parameter_id]
    found = effects_of(parameter_id, parameter.value, parameter.value, TWITCH)
    assert found.greatest_relative_effect < 1e-3


def test_a_constant_the_fibre_does_not_use_has_no_effect():
    assert effect("parvalbumin_calcium_on_rate").greatest_relative_effect < 0.01


def test_an_end_that_the_solver_gives_up_on_is_none(monkeypatch):
    def simulate(experiment, constants=None):
        if constants:
            raise ControlError("recording_length_ms", "The solver gave up.")
        return simulate_contraction(experiment)

    monkeypatch.setattr(sensitivity, "simulate_contraction", simulate)
    found = effect("pump_maximum_rate")
    assert (found.peak_force_percent["low"], found.peak_force_percent["high"]) == (None, None)
    assert found.greatest_relative_effect == 0


def test_a_usual_pull_at_hand_is_not_solved_again(monkeypatch):
    usual = simulate_contraction(TWITCH)
    asked = []

    def simulate(experiment, constants=None):
        asked.append(constants)
        return simulate_contraction(experiment, constants)

    monkeypatch.setattr(sensitivity, "simulate_contraction", simulate)
    pulls_over_range("pump_maximum_rate", 1, 3, TWITCH, usual)
    assert asked == [{"pump_maximum_rate": 1}, {"pump_maximum_rate": 3}]


def test_the_strongest_effect_comes_first():
    weak, strong = effect("parvalbumin_calcium_on_rate"), effect("pump_maximum_rate")
    assert strongest_first([weak, strong]) == (strong, weak)
