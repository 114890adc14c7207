"""Findings sorted into groups and counted: the shape in which a page lists what holds, and what does not."""

from dataclasses import dataclass
from typing import Literal

from widgets.reference_data.citations import Citation

Standing = Literal["met", "half", "missed"]


@dataclass(frozen=True, slots=True)
class TallyItem:
    """One finding: what it says, its numbers or what to know of it (each may be empty), and where it was published."""

    text: str
    detail: str = ""
    note: str = ""
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class TallyGroup:
    """Findings that stand alike.

    Attributes:
        key: what tells the group from others.
        standing: what its mark and colour say.
        title: what they have in common.
        items: the findings; their number is the group's count.
        named: whether they are named at once, or only on request.
    """

    key: str
    standing: Standing
    title: str
    items: tuple[TallyItem, ...]
    named: bool
