"""A caption claims nothing that the run does not show: every preset, every phase, and set-ups beside them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest

import widgets
from widgets.descriptions.phase_captions import phase_caption
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_phases import Phase, contraction_phases
from widgets.reference_data.experiment_controls import experiment_presets
from widgets.reference_data.wording import words

BESIDE_PRESETS: Mapping[str, Mapping[str, float | str]] = {
    "rest": {"impulse_rate_Hz": 0},
    "three twitches": {"impulse_rate_Hz": 1, "command_duration_ms": 2500, "recording_length_ms": 3500},
    "no pull": {"free_magnesium_mM": 10},
    "leaky channel": {"impulse_rate_Hz": 0, "release_channel_sensitivity": 3, "free_magnesium_mM": 0.2},
    "no command": {"impulse_rate_Hz": 0, "plasma_magnesium_mM": 0.3, "recording_length_ms": 5000},
    "parvalbumin fills": {"fibre_type": "mouse_fast_16C", "parvalbumin_sites_uM": 1500, "recording_length_ms": 800},
    "no pump": {"fibre_type": "mouse_fast_16C", "parvalbumin_sites_uM": 1500, "pump_activity": 0},
}
SET_UPS = {**{name: preset.values for name, preset in experiment_presets().items()}, **BESIDE_PRESETS}


@dataclass(frozen=True, slots=True)
class Seen:
    """A phase as a viewer sees it: the state at its typical moment and at its start, and its run."""

    now: Mapping[str, float]
    start: Mapping[str, float]
    run: Contraction


# What a caption may say -> what must then be so.
RULES: Mapping[str, Callable[[Seen], bool]] = {
    r"latch is gone": lambda seen: seen.now["free_magnesium_mM"] < 0.2 and seen.now["magnesium_latch_percent"] < 0.5,
    r"leak": lambda seen: seen.now["store_calcium_percent"] < 98,
    r"without ATP": lambda seen: seen.now["magnesium_ATP_mM"] < 0.05,
    r"[Mm]agnesium-ATP": lambda seen: seen.now["magnesium_ATP_mM"] > 1,
    r"hardly any calcium": lambda seen: seen.now["free_calcium_uM"] < 0.05,
    r"bath": lambda seen: bool(seen.run.controls["skinned_fibre"]) and seen.now["troponin_sites_filled_percent"] > 5,
    r"(?<!few )heads (attach|pull)|fibre (goes on )?(pulls|pulling)|stiffens": lambda seen: (
        seen.now["heads_attached_percent"] > 5 and seen.now["force_percent"] > 5
    ),
    r"^Rest:": lambda seen: seen.now["force_percent"] < 1 and seen.now["release_gate_open_percent"] < 1,
    r"^Rest again": lambda seen: seen.start["force_percent"] < 0.15 * seen.run.measures["peak_force_percent"],
    r"calcium is back": lambda seen: min(seen.start["store_calcium_percent"], seen.now["store_calcium_percent"]) >= 95,
    r"still on its way back": lambda seen: seen.start["store_calcium_percent"] < 95,
    r"opens the gate": lambda seen: seen.now["release_gate_open_percent"] > 10 or _grid_ms(seen.run) > 3,
    r"calcium pours out": lambda seen: seen.now["store_calcium_percent"] < 100 and seen.now["free_calcium_uM"] > 0.3,
    r"pump spends": lambda seen: seen.now["pump_working_percent"] > 5,
    r"stays up": lambda seen: seen.now["force_percent"] > 0.9 * seen.run.measures["peak_force_percent"],
    r"Too few heads": lambda seen: seen.run.measures["peak_force_percent"] < 1,
    r"^No (signal|command)": lambda seen: seen.run.controls["impulse_rate_Hz"] == 0,
    r"signal opens|new signals|each signal|two signals|nerve": lambda seen: bool(seen.run.impulse_times_ms),
    r"command is over": lambda seen: seen.run.controls["impulse_rate_Hz"] > 0,
    r"up and down": lambda seen: (seen.run.measures["ripple_percent"] or 0) > 1,
}


def _grid_ms(run: Contraction) -> float:
    """How far points in time are apart: in a long recording a gate opens and shuts between two of them."""
    return run.time_ms[1] - run.time_ms[0]


@pytest.fixture(scope="module")
def captioned() -> dict[str, tuple[Contraction, list[tuple[Phase, str]]]]:
    """Every set-up, run, with the captions of its phases."""
    runs = {name: widgets.simulate(**values) for name, values in SET_UPS.items()}
    return {
        name: (run, [(phase, phase_caption(run, phase)) for phase in contraction_phases(run)])
        for name, run in runs.items()
    }


@pytest.mark.parametrize("set_up", SET_UPS)
def test_a_caption_claims_only_what_the_run_shows(captioned, set_up):
    run, phases = captioned[set_up]
    broken = [
        (phase.key, caption, claim)
        for phase, caption in phases
        for claim, holds in RULES.items()
        if re.search(claim, caption) and not holds(Seen(run.at(phase.typical_ms), run.at(phase.start_ms), run))
    ]
    assert broken == []


def test_each_rule_is_about_a_caption_that_is_shown(captioned):
    said = [caption for _, phases in captioned.values() for _, caption in phases]
    assert [claim for claim in RULES if not any(re.search(claim, caption) for caption in said)] == []


def test_each_cause_of_a_pull_without_a_signal_has_its_own_caption(captioned):
    causes = ("rigor_without_ATP", "skinned_fibre", "laboratory_low_magnesium", "leaky channel")
    captions = [captioned[name][1][0][1] for name in causes]
    assert len(set(captions)) == len(causes)


def test_every_caption_that_is_worded_is_shown_in_some_run(captioned):
    said = {caption for _, phases in captioned.values() for _, caption in phases}
    worded = {text for key, text in words("contraction").items() if key.startswith("phase_")}
    assert worded - said == {words("contraction")["phase_spontaneous"]}
