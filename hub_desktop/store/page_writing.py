"""Writing pages of records: one transaction each, unchanged rows not written, old images kept."""

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import chain
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.bookmarks import Bookmark
from hub_desktop.core.quarantine import LONGEST_RAW
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.core.validation import Refused, Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_sql import (
    HISTORY,
    TALLY,
    KeptRow,
    Statements,
    Target,
    history_row,
    insert_new,
    json_of,
    many,
    rows_of,
    statements,
)
from hub_desktop.store.record_tables import quarantine, validators
from hub_desktop.store.seen_rows import SeenRows

_HALF = re.compile(r"[\ud800-\udfff]")
_VALIDATORS_KEPT = timedelta(days=90)


class PageCounts(Struct, frozen=True):
    """What writing a page did, or would do."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quarantined: int = 0
    conflicting: int = 0
    """Records with a key that came before in this run with other values; the last one is kept."""
    rewritten: int = 0
    """Of the changed: those that this very run had written before."""


class Changes(Struct):
    """A page sorted by what it does."""

    added: dict[Values, Values] = field(default_factory=dict)
    changed: dict[Values, tuple[KeptRow, Values]] = field(default_factory=dict)
    """Key → (as it is kept, as it comes)."""
    seen: list[int] = field(default_factory=list)
    """Rows that came as they are, where it was asked which."""
    unchanged: int = 0
    """Records that came as they are, those that came again on the same page not counted."""
    repeated: int = 0
    """Records whose key came again on the same page."""
    conflicting: int = 0
    rewritten: int = 0

    @property
    def returned(self) -> int:
        """Of the changed: records that had been removed."""
        return sum(kept.removed_at is not None for kept, _ in self.changed.values())


class PageWriter:
    """Writes the pages of runs; one for a store, safe to share between threads."""

    def __init__(self, engine: sa.Engine) -> None:
        self._writing = writing(engine)
        # By source: the data type and the run of which the last page held nothing but new records.
        self._all_new: dict[int, tuple[str, int]] = {}

    def write(
        self,
        target: Target,
        good: Sequence[Values],
        refused: Sequence[Refused],
        page: int,
        redactor: Redactor,
        *,
        bookmark: Bookmark | None = None,
        seen: SeenRows | None = None,
        alongside: Callable[[sa.Connection], None] | None = None,
    ) -> PageCounts:
        """Write a page, its refused records and its bookmark in one transaction; all or nothing of it is kept.

        A page without a bookmark did not come from the endpoint itself, but from a delivery: what the endpoint last
        answered does not tell any more what is stored, so it is asked for in full next time. `seen` is told the rows
        that came as they are; those that were written bear the number of the run. `alongside` is what
        else belongs into the transaction.
        """
        now = to_text(utc_now())
        with self._writing.begin() as connection:
            changes = self._applied(connection, target, good, now, which=seen is not None)
            if refused:
                many(connection, _QUARANTINE, [_refused_row(target, record, now, redactor) for record in refused])
            more = len(changes.added) + changes.returned
            if more:
                connection.exec_driver_sql(TALLY, (target.integration_id, target.data_type.name, more))
            connection.exec_driver_sql(_CURSOR, (target.integration_id, target.endpoint, target.run_id, page, now))
            _forget_overwritten(connection, target, changes)
            _keep_bookmark(connection, target, bookmark, now, spotless=not refused and not changes.conflicting)
            if alongside is not None:
                alongside(connection)
        if seen is not None:
            seen.add(changes.seen)
        return PageCounts(
            len(changes.added),
            len(changes.changed),
            changes.unchanged + changes.repeated,
            len(refused),
            changes.conflicting,
            changes.rewritten,
        )

    def complete(self, target: Target, *, unasked: Sequence[str] = ()) -> int:
        """Close a complete pass: refused records that did not come again were mended; return how many.

        What answers were told by is forgotten where the whole pass made no request of that digest, for a request that
        names the day or a cursor never comes again. All else is forgotten after 90 days: whether anybody still asks
        for it is not known, and one that is asked for in full now and then does no harm.
        """
        too_old = utc_now() - _VALIDATORS_KEPT
        with self._writing.begin() as connection:
            done = connection.execute(
                sa.delete(quarantine).where(
                    quarantine.c.integration_id == target.integration_id,
                    quarantine.c.endpoint == target.endpoint,
                    quarantine.c.run_id != target.run_id,
                )
            )
            connection.execute(
                sa.delete(validators).where(
                    validators.c.integration_id == target.integration_id,
                    validators.c.endpoint == target.endpoint,
                    validators.c.at < too_old,
                )
            )
            gone = [(target.integration_id, target.endpoint, digest) for digest in unasked]
            if gone:
                many(connection, _FORGET_VALIDATOR, gone)
        return int(done.rowcount)

    def _applied(
        self, connection: sa.Connection, target: Target, good: Sequence[Values], now: str, *, which: bool
    ) -> Changes:
        sql = statements(target.data_type.name)
        latest, changes = by_key(good, sql.key_width)
        if not latest:
            return changes
        if self._inserted_at_once(connection, target, latest, now):
            changes.added = latest
            return changes
        (sort if which else sort_out)(connection, target, latest, changes)
        if changes.added:
            insert_new(connection, target, list(changes.added.values()), now)
        if changes.changed:
            kept = [
                history_row(target, before, "returned" if before.removed_at else "changed", now)
                for before, _ in changes.changed.values()
            ]
            many(connection, HISTORY, kept)
            many(
                connection,
                sql.update,
                [
                    (*after[sql.key_width :], target.run_id, now, target.integration_id, *key)
                    for key, (_, after) in changes.changed.items()
                ],
            )
        return changes

    def _inserted_at_once(
        self, connection: sa.Connection, target: Target, latest: dict[Values, Values], now: str
    ) -> bool:
        """Insert a page where all of it is likely to be new; return False, and leave nothing, where it was not.

        On the first load of a source that saves looking for every record before it is written.
        """
        sql, load = statements(target.data_type.name), (target.data_type.name, target.run_id)
        likely = self._all_new.get(target.integration_id) == load
        if not likely and rows_of(connection, sql.any, (target.integration_id,)):
            return False
        connection.exec_driver_sql("SAVEPOINT page")
        new = insert_new(connection, target, list(latest.values()), now)
        if new < len(latest):
            connection.exec_driver_sql("ROLLBACK TO page")
            self._all_new.pop(target.integration_id, None)
        else:
            self._all_new[target.integration_id] = load
        connection.exec_driver_sql("RELEASE page")
        return new == len(latest)


def by_key(good: Sequence[Values], key_width: int) -> tuple[dict[Values, Values], Changes]:
    """Return the records of a page by their keys, the later of two with the same one, and what was repeated."""
    latest: dict[Values, Values] = {values[:key_width]: values for values in good}
    changes = Changes(repeated=len(good) - len(latest))
    if changes.repeated:
        seen: dict[Values, Values] = {}
        for values in good:
            changes.conflicting += seen.get(values[:key_width], values) != values
            seen[values[:key_width]] = values
    return latest, changes


def sort(connection: sa.Connection, target: Target, latest: dict[Values, Values], changes: Changes) -> None:
    """Sort the records of a page into those that are new, changed and as they are kept, and note which these are."""
    sql = statements(target.data_type.name)
    width, key_width = sql.width, sql.key_width
    kept: dict[Values, tuple[Any, ...]] = {}
    keys = list(latest)
    step = sql.keys_a_query()
    for start in range(0, len(keys), step):
        some = keys[start : start + step]
        parameters = (target.integration_id, *chain.from_iterable(some))
        kept.update((row[:key_width], row) for row in rows_of(connection, sql.by_keys(len(some)), parameters))
    for key, values in latest.items():
        row = kept.get(key)
        if row is None:
            changes.added[key] = values
        elif row[:width] == values and row[width + 1] is None:
            changes.seen.append(row[-1])
        else:
            _note_change(sql, target, changes, values, row)
    changes.unchanged = len(changes.seen)


def sort_out(connection: sa.Connection, target: Target, latest: dict[Values, Values], changes: Changes) -> None:
    """Sort as `sort` does, but let SQLite leave aside what is as it is kept: mostly that is nearly all of a page."""
    sql = statements(target.data_type.name)
    records = list(latest.values())
    step = sql.records_a_query()
    for start in range(0, len(records), step):
        some = records[start : start + step]
        parameters = (*chain.from_iterable(some), target.integration_id)
        for place, *row in rows_of(connection, sql.differing(len(some)), parameters):
            values = some[place]
            if row[-1] is None:
                changes.added[values[: sql.key_width]] = values
            else:
                _note_change(sql, target, changes, values, row)
    changes.unchanged = len(records) - len(changes.added) - len(changes.changed)


def _note_change(sql: Statements, target: Target, changes: Changes, values: Values, row: Sequence[Any]) -> None:
    before = sql.kept(row)
    changes.changed[values[: sql.key_width]] = (before, values)
    changes.conflicting += before.run_id == target.run_id
    changes.rewritten += before.run_id == target.run_id


_QUARANTINE = (
    "INSERT INTO quarantine (integration_id, endpoint, data_type, digest, raw, reasons, run_id, first_seen, last_seen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (integration_id, endpoint, digest) "
    "DO UPDATE SET run_id = excluded.run_id, last_seen = excluded.last_seen, reasons = excluded.reasons"
)
_CURSOR = (
    "INSERT INTO cursors (integration_id, endpoint, run_id, pages, at) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (integration_id, endpoint) DO UPDATE SET run_id = excluded.run_id, pages = excluded.pages, "
    "at = excluded.at"
)
_MOVE_CURSOR = "UPDATE cursors SET value = ?, fingerprint = ? WHERE integration_id = ? AND endpoint = ?"
_VALIDATOR = (
    "INSERT OR REPLACE INTO validators "
    "(integration_id, endpoint, digest, etag, last_modified, records, fingerprint, at, body, frame) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_FORGET_VALIDATORS = "DELETE FROM validators WHERE integration_id = ? AND endpoint = ?"
_FORGET_VALIDATOR = f"{_FORGET_VALIDATORS} AND digest = ?"
_FORGET_OTHERS = f"{_FORGET_VALIDATORS} AND fingerprint <> ?"


def _keep_bookmark(
    connection: sa.Connection, target: Target, bookmark: Bookmark | None, now: str, *, spotless: bool
) -> None:
    if bookmark is None:
        connection.exec_driver_sql("DELETE FROM validators WHERE integration_id = ?", (target.integration_id,))
        return
    where = (target.integration_id, target.endpoint)
    # What came under another configuration does not tell what is stored now, also when that one comes back.
    connection.exec_driver_sql(_FORGET_OTHERS, (*where, bookmark.fingerprint))
    if bookmark.cursor is not None:
        connection.exec_driver_sql(_MOVE_CURSOR, (bookmark.cursor, bookmark.fingerprint, *where))
    known = bookmark.validator
    if known is None:
        return
    # A refused record must come again, or nobody would know whether it was mended.
    if spotless and (known.headers() or known.body):
        told = (known.digest, known.etag, known.last_modified, known.records)
        kept = (*told, bookmark.fingerprint, now, known.body, known.frame)
        connection.exec_driver_sql(_VALIDATOR, (*where, *kept))
    else:
        # What the answer before was told by does not tell any more what is stored.
        connection.exec_driver_sql(_FORGET_VALIDATOR, (*where, known.digest))


def _forget_overwritten(connection: sa.Connection, target: Target, changes: Changes) -> None:
    """Let the answers be sent again whose records may just have been overwritten by those of another request."""
    if not changes.changed and not changes.conflicting:
        return
    # Its own too: a record may have stood on another page, or under another parent, and stand there again.
    for name in (target.endpoint, *target.siblings):
        connection.exec_driver_sql(_FORGET_VALIDATORS, (target.integration_id, name))


def _refused_row(target: Target, record: Refused, now: str, redactor: Redactor) -> tuple[Any, ...]:
    try:
        raw = json.dumps(record.raw, ensure_ascii=False, separators=(",", ":"), default=str)
    except (ValueError, RecursionError):
        # Nested too deeply, or an integer of more than 4,300 digits: better kept as a hint than not at all.
        raw = json.dumps("This record cannot be written as JSON.")
    # A lone surrogate stays what it is, written as JSON can: as a question mark it would pass when checked again.
    raw = redactor.text(_HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", raw))
    digest = hashlib.sha256(raw.encode("utf-8")).hexdigest()
    return (
        target.integration_id,
        target.endpoint,
        target.data_type.name,
        digest,
        raw[:LONGEST_RAW],
        # Reasons quote values, which may hold what must not be kept.
        json_of([redactor.text(storable(reason)) for reason in record.reasons]),
        target.run_id,
        now,
        now,
    )


def storable(text: str) -> str:
    """Return text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
