"""A section of a page: what follows from some of its record's values, and how that is shown."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar

from widgets.reference_data.controls import ControlValue

if TYPE_CHECKING:
    from widgets.explorers.frame.page_record import PageRecord

Values = Mapping[str, ControlValue]
Found = TypeVar("Found")
Kept = TypeVar("Kept")


class Section(ABC, Generic[Found, Kept]):
    """Solves and shows; the record says when. A subclass names its controls and says how values become a result.

    Everything is solved before anything is assigned, so after a `ControlError` pictures, notes and tables still agree.

    Attributes:
        names: the controls that it follows.
        kept_names: those of them that a kept set-up must have; usually all.
        record: the page's record.
        found: the result on show.
        kept: what is shown of the kept set-up, or None.
    """

    def __init__(self, record: "PageRecord", names: Iterable[str], kept_names: Iterable[str] | None = None) -> None:
        """Solve the record's values, all of it, and follow the record from now on.

        Args:
            record: see the class.
            names: see the class.
            kept_names: see the class.

        Raises:
            ControlError: what the page starts with cannot be solved.
        """
        self.record = record
        self.names = tuple(names)
        self.kept_names = self.names if kept_names is None else tuple(kept_names)
        self.found: Found = self.solve(self.own(record.values))
        for found in self.rest(self.found):
            self.found = self.found if found is None else found
        self.kept: Kept | None = None
        record.join(self)

    @abstractmethod
    def solve(self, values: Values) -> Found:
        """Return what follows from the section's own values; it draws nothing.

        Raises:
            ControlError: a value cannot be used, or the solver gave up.
        """

    def solve_in_pieces(self, values: Values) -> "Generator[float, None, Found]":
        """Return what `solve` does; yield the share that is done, 0 to 1, where it may take longer than a reader waits.

        Raises:
            ControlError: as `solve`.
        """
        yield from ()
        return self.solve(values)

    @abstractmethod
    def show(self, *, anew: bool = False) -> None:
        """Show `found` and `kept`; `anew` where a ready set-up was loaded, so that axes may be fitted again."""

    def rest(self, _found: Found) -> Iterator[Found | None]:
        """Give results with more and more of what takes too long for `solve`; each is shown, the next move ends it.

        None is a breath between two pieces of work: nothing is shown yet, and the next move can be heard.
        """
        return iter(())

    def keep(self, found: Found) -> Kept:
        """Return what stays on show of a result that is kept; by default the result itself."""
        return found  # type: ignore[return-value]

    def solve_kept(self, values: Values) -> Kept:
        """Return what is shown of a kept set-up that comes back.

        Raises:
            ControlError: as `solve`.
        """
        return self.keep(self.solve(values))

    def solve_kept_in_pieces(self, values: Values) -> "Generator[float, None, Kept]":
        """Return what `solve_kept` does, and yield as `solve_in_pieces`.

        Raises:
            ControlError: as `solve`.
        """
        yield from ()
        return self.solve_kept(values)

    def settled(self, values: Values) -> Values:
        """Return all the record's values as they can stand together."""
        return values

    def blocked(self, _found: Found) -> Mapping[str, str]:
        """Return control -> sentence that says why it cannot be turned on now."""
        return {}

    def said(self) -> str:
        """Return in a sentence what the last move changed, or nothing."""
        return ""

    def said_behind(self) -> str:
        """Return what stands folded behind `said`, such as a long list of settings, or nothing."""
        return ""

    def own(self, values: Values) -> Values:
        """Return the values of the section's own controls."""
        return {name: values[name] for name in self.names}

    def own_kept(self, kept: Values) -> Values | None:
        """Return the section's own part of what is kept, or None where that is not all of it."""
        if not self.kept_names or any(name not in kept for name in self.kept_names):
            return None
        return {name: kept[name] for name in self.kept_names}
