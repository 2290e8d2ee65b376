"""A disk that only looks: it sorts the pages of a run as the real one does, remembers examples, and writes nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.bookmarks import Bookmark
from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.naming import name_of
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Refused, Values
from hub_desktop.store.holds import WAITING, Hold
from hub_desktop.store.page_writing import Changes, PageCounts, by_key, sort
from hub_desktop.store.record_sql import KeptRow, Target
from hub_desktop.store.records import RecordQuery, RecordStore
from hub_desktop.store.removals import Removals
from hub_desktop.store.rows_by_key import rows_by_key
from hub_desktop.store.seen_rows import SeenRows

_T = TypeVar("_T")

EXAMPLES = 200
"""Records of each kind that are remembered; all are counted."""

_MOST_REMEMBERED = 200_000
"""Keys written so far; beyond them a key that comes twice is counted twice."""


class FieldChange(Struct, frozen=True):
    """One value that would change."""

    field: str
    before: object
    after: object


class RecordChange(Struct, frozen=True):
    """One record that would change, with each value that would."""

    key: Values
    fields: tuple[FieldChange, ...]


class Examples(Struct):
    """Of each thing that would happen to the records of an endpoint, the first few."""

    added: list[Values] = field(default_factory=list)
    changed: list[RecordChange] = field(default_factory=list)
    removed: list[Values] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    hold: Hold | None = None
    """What the brake would hold."""
    names: dict[Values, str] = field(default_factory=dict)
    """What those that would change or be removed are called, by key, where they have a name."""


class PreviewDisk:
    """Stands in for the records on disk while a run is only looked at; made for one preview."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._store = RecordStore(engine)
        self._written: dict[tuple[str, Values], Values] = {}
        self._before: dict[tuple[str, Values], Values] = {}
        self.examples: dict[str, Examples] = {}
        self.removals = _Looking(engine, self)
        self.holds = _NothingHeld(self)

    def of(self, endpoint: str) -> Examples:
        """Return the examples of an endpoint."""
        return self.examples.setdefault(endpoint, Examples())

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
        """Sort a page as it would be written, and remember the first few of each kind."""
        latest, changes = by_key(good, len(target.data_type.key_fields))
        again = self._written_before(target, latest, changes)
        with self._engine.connect() as connection:
            sort(connection, target, latest, changes)
        if seen is not None:
            seen.add(changes.seen)
            seen.add(kept.rowid for kept, _ in changes.changed.values() if kept.rowid)
        if len(self._written) < _MOST_REMEMBERED:
            name = target.data_type.name
            self._written.update(((name, key), values) for key, values in changes.added.items())
            for key, (kept, after) in changes.changed.items():
                self._written[name, key] = after
                if kept.rowid:
                    self._before.setdefault((name, key), kept.values)
        self._remember(target, changes, refused)
        unchanged = changes.unchanged + changes.repeated + again
        return PageCounts(
            len(changes.added),
            len(changes.changed),
            unchanged,
            len(refused),
            changes.conflicting,
            changes.rewritten,
        )

    def complete(self, target: Target, *, unasked: Sequence[str] = ()) -> int:
        """Close a complete pass: nothing is mended by looking."""
        return 0

    def known(self, target: Target) -> int:
        """Return how many current records of the data type the source has."""
        return self._store.known(target)

    def count(self, query: RecordQuery) -> int:
        """Return how many records a query finds on disk."""
        return self._store.count(query)

    def remember_removed(self, target: Target, keys: Iterable[Values]) -> None:
        """Remember the first few that would be removed, with their names."""
        removed = self.of(target.endpoint).removed
        _add(removed, keys)
        with self._engine.connect() as connection:
            rows = rows_by_key(connection, target.integration_id, target.data_type.name, removed)
        for key, kept in rows.items():
            self._name(target, key, kept.values)

    def _name(self, target: Target, key: Values, values: Values) -> None:
        if name := name_of(target.data_type, values):
            self.of(target.endpoint).names[key] = name

    def net_changes(self, data_type: str) -> int:
        """Return how many records would be left with other values than they have."""
        return sum(
            self._written[name, key] != values for (name, key), values in self._before.items() if name == data_type
        )

    def _written_before(self, target: Target, latest: dict[Values, Values], changes: Changes) -> int:
        """Take out of a page what an earlier page would have written by then; return how many came as they were."""
        name, as_they_were = target.data_type.name, 0
        for key in [key for key in latest if (name, key) in self._written]:
            values, earlier = latest.pop(key), self._written[(name, key)]
            if earlier == values:
                as_they_were += 1
            else:
                changes.changed[key] = (_made(earlier), values)
                changes.conflicting += 1
                changes.rewritten += 1
        return as_they_were

    def _remember(self, target: Target, changes: Changes, refused: Sequence[Refused]) -> None:
        examples = self.of(target.endpoint)
        _add(examples.added, changes.added.values())
        for key, (kept, _) in islice(changes.changed.items(), EXAMPLES - len(examples.changed)):
            self._name(target, key, kept.values)
        _add(examples.refused, refused)
        names = target.data_type.field_names
        _add(
            examples.changed,
            (
                RecordChange(
                    key,
                    tuple(
                        FieldChange(name, old, new)
                        for name, old, new in zip(names, kept.values, after, strict=True)
                        if old != new
                    ),
                )
                for key, (kept, after) in changes.changed.items()
            ),
        )


class _Looking:
    """Finds what would be removed."""

    def __init__(self, engine: sa.Engine, disk: PreviewDisk) -> None:
        self._real = Removals(engine)
        self._disk = disk

    def forget_returned(self, target: Target, seen: SeenRows) -> int:
        """Forget nothing: what came again would not be removed anyway."""
        return 0

    def gone(self, target: Target, seen: SeenRows) -> Sequence[int]:
        """Return the rows that the run would neither have seen nor written."""
        return self._real.gone(target, seen)

    def keys(self, target: Target, rows: Sequence[int]) -> Iterator[Values]:
        """Yield the keys of rows."""
        return self._real.keys(target, rows)

    def remove(self, target: Target, rows: Sequence[int]) -> int:
        """Remember the first few that would be removed; return how many would."""
        self._disk.remember_removed(target, self._real.keys(target, rows[:EXAMPLES]))
        return len(rows)


class _NothingHeld:
    """Tells what the brake would hold."""

    def __init__(self, disk: PreviewDisk) -> None:
        self._disk = disk

    def hold_removals(self, target: Target, cause: HoldCause, known: int, keys: Iterable[Values]) -> Hold:
        """Return the hold that would be made."""
        gone = list(keys)
        self._disk.remember_removed(target, gone)
        return self._would(target, cause, known, len(gone))

    def net_changes(self, target: Target) -> int:
        """Return how many records would be left with other values than they have."""
        return self._disk.net_changes(target.data_type.name)

    def hold_changes(self, target: Target, known: int) -> Hold:
        """Return the hold that would be made; the examples stay, for they are what it is about."""
        return self._would(target, HoldCause.CHANGES, known, known)

    def outdate(self, target: Target) -> None:
        """Leave what waits as it is."""

    def _would(self, target: Target, cause: HoldCause, known: int, affected: int) -> Hold:
        name = target.data_type.name
        hold = Hold(0, target.integration_id, target.endpoint, name, 0, cause, known, affected, WAITING, utc_now())
        self._disk.of(target.endpoint).hold = hold
        return hold


def _made(values: Values) -> KeptRow:
    """Return a record that only this preview would have written."""
    return KeptRow(values, 0, None, "", None, 0)


def _add(examples: list[_T], more: Iterable[_T]) -> None:
    examples.extend(islice(more, max(EXAMPLES - len(examples), 0)))
