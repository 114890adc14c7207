import pytest

from widgets import simulate
from widgets.descriptions.situation_description import describe_situation, situation_finding

COMMAND = {"impulse_rate_Hz": 30, "command_duration_ms": 1000, "recording_length_ms": 3000}


@pytest.fixture(scope="module")
def healthy():
    return simulate(**COMMAND)


@pytest.fixture(scope="module")
def low_calcium():
    return simulate(**COMMAND, plasma_ionised_calcium_mM=0.8)


def test_a_nerve_that_fires_to_the_end_is_told_so(low_calcium, healthy):
    said = situation_finding("Low calcium", low_calcium, healthy)
    assert said.startswith("Low calcium: the nerve fires on for 1.9")
    assert "to the end of the recording" in said
    assert said.endswith("in a healthy fibre it stops with the command")


def test_a_nerve_that_stops_is_told_by_how_long_it_goes_on(healthy):
    a_little = simulate(**COMMAND, plasma_ionised_calcium_mM=1.1)
    assert "goes on for" in situation_finding("A little low", a_little, healthy)


def test_the_description_names_the_blood_that_differs(low_calcium, healthy):
    said = describe_situation("Low calcium", low_calcium, healthy)
    assert "Ionised calcium in the blood 0.8\N{NO-BREAK SPACE}mM" in said


def test_the_share_of_calcium_is_told_where_it_was_run(low_calcium, healthy):
    assert "most of the effect comes from calcium" in describe_situation("x", low_calcium, healthy, healthy)
    assert "most of the effect" not in describe_situation("x", low_calcium, healthy)
