"""What a run asks of the disk; the store does it, and a preview only tells what would be done."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from hub_desktop.core.bookmarks import Bookmark
from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Refused, Values
from hub_desktop.store.holds import Hold
from hub_desktop.store.records import PageCounts, RecordQuery, Target
from hub_desktop.store.seen_rows import SeenRows


class RemovedRecords(Protocol):
    """Finds and removes what a whole pass did not bring."""

    def forget_returned(self, target: Target, seen: SeenRows) -> int:
        """Forget that a person kept records which have come again; return how many there were."""

    def gone(self, target: Target, seen: SeenRows) -> Sequence[int]:
        """Return the rows that the run neither saw nor wrote."""

    def keys(self, target: Target, rows: Sequence[int]) -> Iterator[Values]:
        """Yield the keys of rows."""

    def remove(self, target: Target, rows: Sequence[int]) -> int:
        """Remove rows; return how many there were."""


class HeldRecords(Protocol):
    """Keeps what the brake stopped."""

    def hold_removals(self, target: Target, cause: HoldCause, known: int, keys: Iterable[Values]) -> Hold:
        """Keep removals for a person to decide."""

    def net_changes(self, target: Target) -> int:
        """Return how many records the run left with other values than they had before it."""

    def hold_changes(self, target: Target, known: int) -> Hold:
        """Take back what the run wrote, and keep it for a person to decide."""

    def outdate(self, target: Target) -> None:
        """Close what waits for an endpoint."""


class Disk(Protocol):
    """Takes the pages of a run."""

    @property
    def removals(self) -> RemovedRecords:
        """Where records are removed."""

    @property
    def holds(self) -> HeldRecords:
        """Where what the brake stopped is kept."""

    def write_page(
        self,
        target: Target,
        good: Sequence[Values],
        refused: Sequence[Refused],
        page: int,
        redactor: Redactor,
        *,
        bookmark: Bookmark | None = None,
        seen: SeenRows | None = None,
    ) -> PageCounts:
        """Take a page; all or nothing of it."""

    def complete(self, target: Target, *, unasked: Sequence[str] = ()) -> int:
        """Close a complete pass that made no requests of these digests; return how many refused records were mended."""

    def known(self, target: Target) -> int:
        """Return how many current records of the data type the source has."""

    def count(self, query: RecordQuery) -> int:
        """Return how many records a query finds."""
