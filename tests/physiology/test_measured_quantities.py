"""Each quantity on curves whose answer is known by construction."""

import math

import pytest

from tests.physiology.made_up_runs import EXPERIMENT, read, run, triangle
from widgets.physiology import measured_quantities as quantities
from widgets.physiology.experiment import Experiment


def test_the_half_width_of_calcium_is_counted_from_rest():
    made_up = run({"free_calcium_uM": triangle(10, 20, 60, floor=1)}, step_ms=0.1)
    assert read(quantities.calcium_duration_at_half_maximum_ms, made_up) == pytest.approx(40, rel=1e-3)


def test_release_is_counted_without_the_leak():
    made_up = run({"release_rate_uM_per_ms": lambda time: 2.0 if time == 0 else 5.0}, impulses=(100.0,))
    assert read(quantities.calcium_released_by_first_impulse_uM, made_up) == pytest.approx(45)


def test_the_release_of_an_impulse_ends_with_the_next():
    made_up = run({"release_rate_uM_per_ms": lambda t: 0 if t < 10 else 4 if t < 20 else 1}, (10, 20), step_ms=0.01)
    assert read(quantities.second_release_share, made_up) == pytest.approx(15 / 40, rel=1e-2)


def test_the_decay_of_calcium_is_the_rate_of_its_exponential():
    made_up = run({"free_calcium_uM": lambda t: 0.1 + (3 * math.exp(-(t - 50) / 40) if t >= 50 else 0)}, (50.0,))
    assert read(quantities.calcium_decay_rate_per_s, made_up) == pytest.approx(1000 / 40, rel=1e-3)


def test_half_relaxation_is_the_measure_of_that_name():
    made_up = run({"force_percent": triangle(30, 80, 200, floor=5)}, step_ms=0.5)
    assert read(quantities.half_relaxation_time_ms, made_up) == pytest.approx(100, rel=0.01)


def test_force_that_stays_is_not_relaxed_before_the_recording_ends():
    made_up = run({"force_percent": lambda _: 30.0}, impulses=(100.0,))
    assert read(quantities.half_relaxation_time_ms, made_up) == 900


def test_time_to_peak_is_counted_from_the_impulse():
    made_up = run({"force_percent": triangle(30, 80, 200, start_ms=40)}, impulses=(40.0,))
    assert read(quantities.time_to_peak_force_ms, made_up) == pytest.approx(80, abs=0.5)


def test_the_fused_rate_lies_where_an_exponential_ripple_falls_below_5_percent():
    def solve(experiment):
        return run(measures={"ripple_percent": 80 * math.exp(-experiment.number("impulse_rate_Hz") / 9)})

    assert quantities.lowest_fused_rate_Hz(EXPERIMENT, solve) == pytest.approx(9 * math.log(16), rel=1e-6)


def test_a_fibre_that_never_fuses_gets_the_highest_rate():
    assert read(quantities.lowest_fused_rate_Hz, run(measures={"ripple_percent": 50.0})) == 60


def hill(pCa_at_half, slope):
    def solve(experiment):
        calcium_M = experiment.number("bath_calcium_uM") * 1e-6
        force = 100 / (1 + (10**-pCa_at_half / calcium_M) ** slope)
        return run({"force_percent": lambda _: force}, length_ms=2)

    return solve


@pytest.mark.parametrize("pCa", [5.4, 5.83, 6.1])
@pytest.mark.parametrize("slope", [2, 4])
def test_half_force_of_a_hill_curve_is_found(pCa, slope):
    assert quantities.pCa_at_half_force(EXPERIMENT, hill(pCa, slope)) == pytest.approx(pCa, abs=0.015)


def test_force_left_is_counted_at_the_end_of_the_command():
    made_up = run({"force_percent": lambda t: 80 - 0.03 * t if t <= 1000 else 0}, length_ms=1500)
    assert read(quantities.force_left_at_command_end, made_up) == pytest.approx(50 / 80)


class TestTiredFibre:
    """A made-up fibre: force is 4 % for each Hz, tires over ten seconds, and relaxes half as fast after two."""

    COMMAND_MS = 8000

    def experiment(self, **values):
        command = {"command_start_ms": 0, "command_duration_ms": self.COMMAND_MS, "impulse_rate_Hz": 20}
        return Experiment.from_values({**command, **values})

    def solve(self, experiment):
        rate, end = experiment.number("impulse_rate_Hz"), experiment.number("command_duration_ms")
        relaxing_ms = 200 if end > 2000 else 100

        def force(time):
            held = 4 * rate * (1 - min(time, end) / 10_000)
            return held * math.exp(-max(time - end, 0) / relaxing_ms)

        return run({"force_percent": force}, impulses=(0.0, end), length_ms=end + 1000, experiment=experiment)

    def test_relaxes_at_half_the_rate(self):
        left = quantities.relaxation_rate_left_when_tired(self.experiment(), self.solve)
        assert left == pytest.approx(0.5, rel=0.01)

    def test_is_stopped_when_force_has_fallen_to_three_quarters(self):
        ended = []

        def solve(experiment):
            ended.append(experiment.number("command_duration_ms"))
            return self.solve(experiment)

        quantities.relaxation_rate_left_when_tired(self.experiment(), solve)
        assert ended[1] == pytest.approx(2500, abs=1)

    def test_is_compared_with_a_rested_fibre_that_pulls_as_hard(self):
        rates = []

        def solve(experiment):
            rates.append(experiment.number("impulse_rate_Hz"))
            return self.solve(experiment)

        quantities.relaxation_rate_left_when_tired(self.experiment(), solve)
        assert 4 * rates[-1] * 0.9 == pytest.approx(0.75 * 80, rel=0.01)


def test_potentiation_compares_the_twitch_of_primed_heads_with_that_of_rested_ones():
    def solve(experiment):
        primed = experiment.number("phosphorylated_light_chains_percent")
        worked = {"light_chains_phosphorylated_percent": lambda time: 10 + time / 100}
        return run({"force_percent": triangle(10 + primed, 50, 150), **worked}, length_ms=5000)

    assert quantities.twitch_share_after_work(EXPERIMENT, solve) == pytest.approx(70 / 20, rel=0.01)
