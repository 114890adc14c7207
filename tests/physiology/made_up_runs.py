"""Runs whose curves are made up, so that what a quantity reads off them is known by construction."""

from types import MappingProxyType

from widgets.physiology.contraction import Contraction
from widgets.physiology.experiment import Experiment

EXPERIMENT = Experiment.from_values({"command_start_ms": 0, "command_duration_ms": 1000, "impulse_rate_Hz": 20})


def run(curves=None, impulses=(0.0,), *, length_ms=1000.0, step_ms=1.0, measures=None, experiment=EXPERIMENT):
    """A made-up run: each curve is a function of time in ms."""
    times = tuple(step_ms * i for i in range(round(length_ms / step_ms) + 1))
    traces = {name: tuple(curve(time) for time in times) for name, curve in (curves or {}).items()}
    return Contraction(experiment, times, traces, tuple(impulses), MappingProxyType(measures or {}))


def read(quantity, made_up, experiment=EXPERIMENT):
    return quantity(experiment, lambda _: made_up)


def triangle(top, rise_ms, fall_ms, floor=0.0, start_ms=0.0):
    """A curve that rises from `start_ms` on to its top and falls again, in straight lines."""

    def curve(time):
        since = time - start_ms
        share = since / rise_ms if since <= rise_ms else 1 - (since - rise_ms) / fall_ms
        return floor + top * min(max(share, 0.0), 1.0)

    return curve
