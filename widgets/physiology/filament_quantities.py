"""What laboratories measure on the filaments: calcium on troponin, phosphate on the light chains of myosin."""

from widgets.physiology.experiment import Experiment
from widgets.physiology.measured_protocols import Solve, changed

# Calcium in the bath, as -log10 of moles a litre.
PCA_RANGE = (4.0, 8.0)
PCA_STEP = 0.005
HALF_PERCENT = 50.0


def pCa_at_half_troponin_filled(experiment: Experiment, solve: Solve) -> float:
    """Return -log10 of the bath's calcium, in M, at which half of troponin's regulatory sites are filled.

    For a skinned fibre; by halving, to 0.005.
    """

    def filled_percent(pCa: float) -> float:
        run = solve(changed(experiment, bath_calcium_uM=10 ** (6 - pCa)))
        return run.traces["troponin_sites_filled_percent"][-1]

    much, little = PCA_RANGE
    while little - much > PCA_STEP:
        pCa = (much + little) / 2
        much, little = (pCa, little) if filled_percent(pCa) > HALF_PERCENT else (much, pCa)
    return (much + little) / 2


def light_chains_phosphorylated_percent(experiment: Experiment, solve: Solve) -> float:
    """Return the share of myosin's light chains that carry phosphate when the recording stops, in %."""
    return solve(experiment).traces["light_chains_phosphorylated_percent"][-1]
