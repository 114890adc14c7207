"""Writes the API reference, made from the docstrings, into a folder.

python -m tests.api_reference [folder, api/ if none is named]
"""

import sys
import warnings
from pathlib import Path

import pdoc
import pdoc.render

from tests.pages.servers import CHECKOUT


def modules() -> list[str]:
    """Every module of the package by name: the package itself names only what a notebook calls."""
    files = sorted((CHECKOUT / "widgets").rglob("*.py"))
    return [".".join(file.relative_to(CHECKOUT).with_suffix("").parts).removesuffix(".__init__") for file in files]


def write_reference(folder: Path) -> None:
    """One page for each module, and a search over all of them."""
    pdoc.render.configure(docformat="google", show_source=False)
    with warnings.catch_warnings():
        # Traits are annotated with what they hold, which pdoc cannot evaluate; it shows them as written.
        warnings.simplefilter("ignore")
        pdoc.pdoc(*modules(), output_directory=folder)


if __name__ == "__main__":
    write_reference(Path(sys.argv[1] if len(sys.argv) > 1 else "api"))
