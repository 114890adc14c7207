"""Controls of a page that belong together."""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.reference_data.controls import Preset


@dataclass(frozen=True, slots=True)
class Panel:
    """Controls that are kept, dropped, reset and loaded together.

    `says_faults` is whether a sentence about one of them stands beside it; otherwise the page says it.
    """

    names: tuple[str, ...]
    presets: Mapping[str, Preset]
    says_faults: bool
