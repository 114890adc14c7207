"""The script of a part. An unbundled widget must be a single ES module, so the elements of all parts stand in front."""

from pathlib import Path

_HERE = Path(__file__).parent
SHARED = "page_elements.js"


def part_script(*files: str) -> str:
    """Return one ES module of the shared elements and these files, in order; only the last of them exports."""
    return "\n".join((_HERE / file).read_text(encoding="utf-8") for file in (SHARED, *files))
