"""The sources behind a run: of what was set, what was recorded, and the constants that it was solved with."""

from widgets.cells.entries import SourceEntry
from widgets.cells.listings import Listing, sources_listed
from widgets.physiology.contraction import Contraction
from widgets.reference_data.citations import cite
from widgets.reference_data.contraction_names import contraction_traces
from widgets.reference_data.experiment_controls import experiment_controls
from widgets.reference_data.model_parameters import model_parameters


def sources_of_run(run: Contraction) -> Listing[SourceEntry]:
    """Return every source once, those of the controls that were changed first, with what of the run rests on it."""
    controls = experiment_controls()
    changed_first = sorted(controls, key=lambda name: run.controls[name] == controls[name].default)
    behind: dict[str, list[str]] = {}
    for name in changed_first:
        for source in controls[name].source:
            behind.setdefault(source, []).append(controls[name].label)
    for trace in contraction_traces().values():
        for source in trace.source:
            behind.setdefault(source, []).append(trace.label)
    for constant in model_parameters().values():
        for source in constant.source.split():
            behind.setdefault(source, []).append(constant.name)
    entries = []
    for key, names in behind.items():
        citation = cite(key)
        entries.append(SourceEntry(key, citation.reference, citation.link, tuple(dict.fromkeys(names))))
    return sources_listed(entries)
