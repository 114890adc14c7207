"""How far each verdict on a published result is from turning, and which constants of the model turn it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from widgets.reference_data.typed_rows import rows_by_key

# In widths of the band, or in smallest differences that count.
NEAR_EDGE = 0.1


@dataclass(frozen=True, slots=True)
class VerdictEdge:
    """One row of `verdict_edges.csv`, by the id of the result.

    `margin` is that of `published_results`. `together_share` says how far a change of all constants at once, each by
    1 % up or down, goes towards the edge; `strongest_share` the same of the one that matters most by itself, empty
    where single ones were not tried. Each constant of `turned_by` turns the verdict by itself.
    """

    id: str
    margin: float
    together_share: float
    strongest_constant: str
    strongest_share: float | None
    turned_by: tuple[str, ...]

    @property
    def is_close(self) -> bool:
        """Whether the edge is near, or a constant turns the verdict."""
        return abs(self.margin) < NEAR_EDGE or bool(self.turned_by)


@cache
def verdict_edges() -> Mapping[str, VerdictEdge]:
    """Return what `tests.physiology.verdict_edges` found, by the id of the result."""
    return rows_by_key(VerdictEdge, "verdict_edges")
