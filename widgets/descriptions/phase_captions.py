"""The caption of a phase: what happens in it, in this run. Each cause has its own sentence."""

from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_measures import SILENT_FORCE_PERCENT
from widgets.physiology.contraction_phases import Phase
from widgets.reference_data.wording import sentence

# Of the highest force in a hold: above it force seems steady, below the other each signal has a twitch of its own.
STEADY_SHARE, APART_SHARE = 0.9, 0.2
# Below the first share of its calcium at rest the store has visibly lost some; from the second on it is full again.
LOST_PERCENT, FULL_PERCENT = 98.0, 95.0
# The latch is gone, and the sites are empty, when so little is left that nobody could see it.
LATCH_GONE_PERCENT, SITES_EMPTY_PERCENT = 0.1, 5.0
# A head that has no fuel cannot let go; at usual amounts there is a hundred times as much.
NO_FUEL_mM = 0.05
PUMP_IDLE_PERCENT = 5.0


def phase_caption(run: Contraction, phase: Phase) -> str:
    """Return what happens in a phase of a run, in one or two sentences."""
    return sentence("contraction", f"phase_{_key(run, phase)}")


def _key(run: Contraction, phase: Phase) -> str:
    match phase.key:
        case "hold":
            return _hold(run, phase)
        case "after_discharge":
            return "after_discharge" if run.controls["impulse_rate_Hz"] else "after_discharge_uncalled"
        case "relax":
            pumps = run.at(phase.typical_ms)["pump_working_percent"] >= PUMP_IDLE_PERCENT
            return "relax" if pumps else "relax_without_pump"
        case "rest_again":
            return _rest_again(run, phase)
        case "spontaneous":
            return _spontaneous(run, phase)
        case key:
            return key


def _hold(run: Contraction, phase: Phase) -> str:
    inside = zip(run.time_ms, run.traces["force_percent"], strict=True)
    forces = [force for time, force in inside if phase.start_ms <= time < phase.end_ms]
    lowest = min(forces) / max(forces)
    if lowest >= STEADY_SHARE:
        return "hold"
    return "hold_with_ripples" if lowest >= APART_SHARE else "hold_of_twitches"


def _rest_again(run: Contraction, phase: Phase) -> str:
    if (run.measures["peak_force_percent"] or 0.0) < SILENT_FORCE_PERCENT:
        return "no_pull"
    full = run.at(phase.start_ms)["store_calcium_percent"] >= FULL_PERCENT
    return "rest_again" if full else "rest_again_refilling"


def _spontaneous(run: Contraction, phase: Phase) -> str:
    now = run.at(phase.typical_ms)
    if now["magnesium_ATP_mM"] < NO_FUEL_mM and now["troponin_sites_filled_percent"] < SITES_EMPTY_PERCENT:
        return "rigor"
    if run.controls["skinned_fibre"]:
        return "bath_calcium"
    if now["store_calcium_percent"] >= LOST_PERCENT:
        return "spontaneous"
    return "latch_gone" if now["magnesium_latch_percent"] < LATCH_GONE_PERCENT else "leak"
