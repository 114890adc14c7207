"""Magnesium crowds calcium out of its buffers, and it holds the release channel; switches show each of them alone.

As in Shorten et al. 2007, whose fast mouse fibre has the parvalbumin that magnesium and calcium share.
"""

import pytest

import widgets
from widgets.physiology.curve_readings import crossing_ms

BUFFER_ALONE = {"magnesium_at_release_channel": False, "magnesium_at_pump": False}
LOW_AGAIN_uM = 0.3


def mouse_twitch(free_magnesium_mM, **switches):
    return widgets.simulate(
        fibre_type="mouse_fast_16C",
        parvalbumin_sites_uM=1500,
        free_magnesium_mM=free_magnesium_mM,
        recording_length_ms=700,
        **switches,
    )


def calcium_is_low_again_after_ms(run):
    calcium = run.traces["free_calcium_uM"]
    top_ms = run.time_ms[calcium.index(max(calcium))]
    return crossing_ms(run.time_ms, calcium, LOW_AGAIN_uM, top_ms) - top_ms


@pytest.fixture(scope="module")
def buffered():
    return mouse_twitch(1, **BUFFER_ALONE), mouse_twitch(3, **BUFFER_ALONE)


def test_as_a_competitor_alone_more_magnesium_leaves_more_calcium_free(buffered):
    normal, more = buffered
    assert more.measures["peak_free_calcium_uM"] > 1.3 * normal.measures["peak_free_calcium_uM"]


def test_as_a_competitor_alone_more_magnesium_makes_calcium_fall_more_slowly(buffered):
    normal, more = buffered
    assert calcium_is_low_again_after_ms(more) > 1.05 * calcium_is_low_again_after_ms(normal)


def test_where_troponin_does_not_feel_it_the_competitor_makes_force_relax_more_slowly():
    normal, more = (mouse_twitch(mM, **BUFFER_ALONE, magnesium_at_troponin=False) for mM in (1, 3))
    assert more.measures["half_relaxation_time_ms"] > 1.03 * normal.measures["half_relaxation_time_ms"]


def test_at_troponin_the_competitor_makes_force_relax_sooner(buffered):
    normal, more = buffered
    assert more.measures["half_relaxation_time_ms"] < normal.measures["half_relaxation_time_ms"]


def test_at_the_release_channel_more_magnesium_holds_calcium_back():
    switches = {"magnesium_at_troponin": False, "magnesium_at_pump": False}
    normal, more = (mouse_twitch(mM, **switches) for mM in (1, 3))
    assert more.measures["lowest_store_calcium_percent"] > normal.measures["lowest_store_calcium_percent"] + 2
