"""What the page of the contraction cycle asks before it tells."""

from collections.abc import Callable, Mapping

from widgets.explorers.parts.prediction import Prediction, labels
from widgets.physiology.contraction import Contraction
from widgets.physiology.contraction_model import simulate_contraction
from widgets.physiology.experiment import Experiment
from widgets.physiology.half_rises import half_rise_ms
from widgets.reference_data.amounts import amount

SLOWED = 0.5


def first_riser_question(run: Callable[[], Contraction]) -> Prediction:
    """Return the question which rises first, calcium or force; it is answered from the run on show."""

    def shown() -> Mapping[str, object] | None:
        rises = {"calcium": half_rise_ms(run(), "free_calcium_uM"), "force": half_rise_ms(run(), "force_percent")}
        found = {name: amount(rise, "ms") for name, rise in rises.items() if rise is not None}
        return found if len(found) == len(rises) else None

    return Prediction("first_riser", labels("first_riser", "calcium", "force", "together"), shown)


def relaxing_question(run: Contraction) -> Prediction:
    """Return the question what a slow pump does to relaxing: answered from a run, and the same with the pump slowed.

    Args:
        run: what the page opens with.
    """

    def shown() -> Mapping[str, object] | None:
        pump = run.experiment.number("pump_activity")
        slow = simulate_contraction(Experiment.from_values({**run.controls, "pump_activity": SLOWED * pump}))
        times = [one.measures["half_relaxation_time_ms"] for one in (run, slow)]
        usual, slowed = (None if time is None else amount(time, "ms") for time in times)
        return None if usual is None or slowed is None else {"usual": usual, "slowed": slowed}

    return Prediction("relaxing", labels("relaxing", "same", "slower", "never"), shown)
