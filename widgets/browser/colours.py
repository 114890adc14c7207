"""The colours of everything that is shown, by name: `colours.json`, each with a light and a dark value.

Style sheets take them as custom properties, `--calcium`. Figures have the light values, so that a figure stands by
itself; on a dark page the browser puts the dark ones in their place.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Theme = Literal["light", "dark"]

COLOURS: Mapping[str, Mapping[Theme, str]] = json.loads(
    Path(__file__).with_name("colours.json").read_text(encoding="utf-8")
)


def colour(name: str) -> str:
    """Return the light value of a colour, as "#RRGGBB".

    Raises:
        KeyError: no colour has this name.
    """
    return COLOURS[name]["light"]
