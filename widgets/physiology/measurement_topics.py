"""What a published measurement is about, read off its protocol, so that a reader can see one subject at a time."""

from typing import Literal, get_args

from widgets.physiology.published_measurements import PublishedMeasurement
from widgets.reference_data.experiment_controls import experiment_controls

Topic = Literal["calcium", "force", "magnesium", "nerve", "fatigue"]
TOPICS: tuple[Topic, ...] = get_args(Topic)

_WORDS_IN_QUANTITIES: dict[Topic, tuple[str, ...]] = {
    "nerve": ("cramp", "after_discharge", "firing"),
    "fatigue": ("tired", "force_left", "force_loss", "phosphocreatine", "ATP_left", "pH_at"),
    "calcium": ("calcium", "release"),
}
# Waste of hard work: what it does to a fibre is part of getting tired, whoever adds it.
_WASTE = frozenset({"inorganic_phosphate_mM", "fibre_pH"})


def topics_of(measurement: PublishedMeasurement) -> frozenset[Topic]:
    """Return every subject that a measurement belongs to; it is about force where no other subject claims it alone."""
    changed = _changed_controls(measurement)
    found: set[Topic] = {
        topic for topic, words in _WORDS_IN_QUANTITIES.items() if any(word in measurement.quantity for word in words)
    }
    if changed & _WASTE:
        found.add("fatigue")
    if not found:
        found.add("force")
    if any("magnesium" in control for control in changed):
        found.add("magnesium")
    return frozenset(found)


def _changed_controls(measurement: PublishedMeasurement) -> set[str]:
    """Return the controls that stand at another value than usual in one of the runs."""
    return {
        control
        for settings in (measurement.settings, measurement.reference_settings)
        for control, value in settings.items()
        if value != experiment_controls()[control].default
    }
