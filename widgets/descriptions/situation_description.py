"""A situation beside a healthy fibre, in words: what differs, by how much, and what is left if calcium stays normal."""

from widgets.physiology.contraction import Contraction
from widgets.reference_data.amounts import amount, ended, list_in_words, paragraph
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.wording import sentence

# Two peaks of force that differ by less than this, in % of the most a fibre can give, look the same.
SAME_FORCE_PERCENT = 1.0


def situation_finding(title: str, situation: Contraction, healthy: Contraction) -> str:
    """Return one sentence that compares how long the nerve goes on by itself: the title of the figure."""
    key = "beside_finding_to_end" if situation.traces["firing_rate_Hz"][-1] > 0 else "beside_finding"
    return sentence(
        "causes", _or_stops(key, healthy), title=title, situation=_goes_on(situation), healthy=_goes_on(healthy)
    )


def situation_compared(
    title: str, situation: Contraction, healthy: Contraction, with_calcium_kept: Contraction | None = None
) -> str:
    """Return what differs between the runs: how long the nerve goes on, what does not differ, and the part of calcium.

    `with_calcium_kept` is the situation's run without the fall in calcium that very low magnesium brings about.
    """
    told = [ended(situation_finding(title, situation, healthy)), _force(situation, healthy)]
    if with_calcium_kept:
        key = _or_stops("beside_without_calcium", with_calcium_kept)
        told.append(sentence("causes", key, without=_goes_on(with_calcium_kept)))
    return paragraph(told)


def describe_situation(
    title: str, situation: Contraction, healthy: Contraction, with_calcium_kept: Contraction | None = None
) -> str:
    """Return the two runs in a few sentences: command, blood, and what `situation_compared` says."""
    described = sentence(
        "causes",
        "beside_description",
        rate=amount(situation.experiment.number("impulse_rate_Hz"), "Hz"),
        command=amount(situation.experiment.number("command_duration_ms") / 1000, "s"),
        blood=list_in_words(_blood(situation, healthy)),
    )
    return paragraph([described, situation_compared(title, situation, healthy, with_calcium_kept)])


def _force(situation: Contraction, healthy: Contraction) -> str:
    here, there = (float(run.measures["peak_force_percent"] or 0.0) for run in (situation, healthy))
    key = "beside_force_same" if abs(here - there) < SAME_FORCE_PERCENT else "beside_force_other"
    return sentence("causes", key, force=amount(here, "%"), healthy_force=amount(there, "%"))


def _or_stops(key: str, run: Contraction) -> str:
    """Return the key of the sentence for a nerve that does not go on at all, where that is so."""
    return key if run.measures["after_discharge_duration_ms"] else f"{key}_stops"


def _goes_on(run: Contraction) -> str:
    return amount(float(run.measures["after_discharge_duration_ms"] or 0.0) / 1000, "s")


def _blood(situation: Contraction, healthy: Contraction) -> list[str]:
    """Return the blood values that differ from the healthy ones."""
    controls = experiment_controls()
    return [
        sentence("causes", "beside_blood", label=controls[name].label, value=amount(float(value), controls[name].unit))
        for name, value in situation.controls.items()
        if controls[name].group == "blood" and value != healthy.controls[name]
    ]
