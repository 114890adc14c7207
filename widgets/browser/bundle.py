"""Where the scripts and style sheets of the parts lie, as a browser takes them: one file for each part.

They are made from the TypeScript and CSS beside each part's Python: `npm run bundle`. A test holds the two in step.
"""

from pathlib import Path

_BUNDLES = Path(__file__).parents[1] / "bundles"


def bundle(name: str) -> Path:
    """Return the path of a bundle by its file name, such as "note_list.js".

    Raises:
        FileNotFoundError: there is no bundle of this name.
    """
    path = _BUNDLES / name
    if not path.is_file():
        raise FileNotFoundError(f"There is no bundle {name} in {_BUNDLES}; `npm run bundle` makes them.")
    return path
