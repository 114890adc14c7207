"""The traits of the view and its clock, and the words they need."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest
import traitlets

from widgets.browser.bundle import bundle
from widgets.browser.float_arrays import float32_bytes
from widgets.physiology.contraction_phases import PhaseKey
from widgets.sarcomere import RUN_TRACES, SLOW_DOWN_CHOICES, Playhead, SarcomereView

WORDING = Path(__file__).parents[2] / "data" / "wording" / "en" / "sarcomere.json"


def words() -> dict[str, str]:
    return json.loads(WORDING.read_text(encoding="utf-8"))


def test_the_view_takes_a_run_of_bytes():
    run = {name: float32_bytes([0.0, 1.0]) for name in RUN_TRACES} | {"impulse_times_ms": b""}
    assert SarcomereView(run=run).run == run


def test_the_view_refuses_a_run_of_plain_numbers():
    with pytest.raises(traitlets.TraitError):
        SarcomereView(run={"time_ms": [0.0, 1.0]})


@pytest.mark.parametrize("factor", SLOW_DOWN_CHOICES)
def test_the_clock_takes_every_slow_down_that_it_offers(factor):
    clock = Playhead()
    clock.slow_down = factor
    assert factor in clock.get_state()["slow_downs"]


def test_the_clock_refuses_a_slow_down_that_it_does_not_offer():
    with pytest.raises(traitlets.TraitError, match="Slow down 3 is not offered"):
        Playhead(slow_down=3.0)


def test_the_clock_stands_still_at_the_start():
    assert not Playhead().playing


def test_the_module_asks_no_other_host_for_anything():
    bundled = bundle("sarcomere_view.js").read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|fetch\(|\bimport\b", bundled)


def test_every_phase_of_a_contraction_has_a_short_name():
    assert {f"phase_{key}" for key in get_args(PhaseKey)} <= words().keys()
