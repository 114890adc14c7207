"""Controls of what a page shows beside its data: a choice among things that its tables name, and a moment in a run."""

from collections.abc import Iterable
from types import MappingProxyType

from widgets.reference_data.controls import Control


def choice_control(name: str, label: str, choices: Iterable[str], default: str) -> Control:
    """Return a control that takes one of the choices; each is its own label, for sentences about faults."""
    choices = tuple(choices)
    return Control(
        name=name,
        label=label,
        unit="",
        minimum=None,
        maximum=None,
        step=None,
        scale="choice",
        default=default,
        group="view",
        level="try",
        help="",
        source=(),
        choices=MappingProxyType(dict(zip(choices, choices, strict=True))),
        stops=MappingProxyType({}),
    )


def moment_control(name: str, label: str, maximum_s: float, default_s: float) -> Control:
    """Return a control that takes a time in seconds, from 0 to its maximum."""
    return Control(
        name=name,
        label=label,
        unit="s",
        minimum=0.0,
        maximum=maximum_s,
        step=0.1,
        scale="linear",
        default=default_s,
        group="view",
        level="try",
        help="",
        source=(),
        choices=MappingProxyType({}),
        stops=MappingProxyType({}),
    )
