"""Runs that several tests look at."""

import pytest

import widgets
from widgets.physiology.contraction import Contraction


@pytest.fixture(scope="session")
def twitch() -> Contraction:
    return widgets.simulate(impulse_rate_Hz=1)


@pytest.fixture(scope="session")
def train() -> Contraction:
    return widgets.simulate(impulse_rate_Hz=20, command_duration_ms=600, recording_length_ms=1500)
