from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.half_rises import half_rise_ms


def test_calcium_is_half_of_the_way_up_before_force():
    run = simulate_contraction(Experiment.from_preset("single_signal"))
    assert 0 < half_rise_ms(run, "free_calcium_uM") < half_rise_ms(run, "force_percent")


def test_without_a_signal_nothing_is_half_of_the_way_up():
    run = simulate_contraction(Experiment.from_values({"impulse_rate_Hz": 0}))
    assert half_rise_ms(run, "force_percent") is None
