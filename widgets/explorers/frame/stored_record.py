"""What a browser has kept of a page's record, as far as it can be used."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from widgets.reference_data.control_values import ControlError, checked_value
from widgets.reference_data.controls import Control, ControlValue


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """Values that the page's controls can take, values of a kept set-up, and the level, or ""."""

    values: Mapping[str, ControlValue]
    kept: Mapping[str, ControlValue]
    level: str


def read_stored_record(text: str, controls: Mapping[str, Control]) -> StoredRecord:
    """Return what a text says of these controls; what cannot be used is left out.

    Args:
        text: JSON of {"values", "kept", "level"}.
        controls: control name -> control.
    """
    given: object = None
    with suppress(json.JSONDecodeError):
        given = json.loads(text)
    stored = _mapping(given)
    level = stored.get("level")
    return StoredRecord(
        _usable(stored.get("values"), controls),
        _usable(stored.get("kept"), controls),
        level if isinstance(level, str) else "",
    )


def _usable(given: object, controls: Mapping[str, Control]) -> dict[str, ControlValue]:
    usable: dict[str, ControlValue] = {}
    for name, value in _mapping(given).items():
        with suppress(ControlError, KeyError):
            usable[name] = checked_value(controls[name], value)
    return usable


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
