"""Arrays of numbers as they travel to the browser."""

import sys
from array import array
from collections.abc import Iterable


def float32_bytes(values: Iterable[float]) -> bytes:
    """Return the values as little-endian 32-bit floats, four bytes each, in order."""
    packed = array("f", values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()
