"""Records on disk: pages written in one transaction each, unchanged rows not written, old images kept."""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from hub_desktop.core.bookmarks import Bookmark
from hub_desktop.core.datatypes import DATA_TYPES, DataType, Field, FieldKind
from hub_desktop.core.quarantine import LONGEST_RAW
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.core.validation import Refused, Value, Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_tables import RECORD_TABLES, cursors, history, quarantine, tallies, validators

_KEYS_A_QUERY = 1_000
_MOST_VARIABLES = 30_000
"""SQLite takes 32,766 in one statement."""

_HALF = re.compile(r"[\ud800-\udfff]")
_VALIDATORS_KEPT = timedelta(days=90)

_NUMBERS = frozenset({FieldKind.NUMBER, FieldKind.INTEGER})


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What writing a page did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    quarantined: int = 0
    conflicting: int = 0
    """Records with a key that came before in this run with other values; the last one is kept."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the records of a page belong: source, endpoint and data type, and the run that brings them."""

    integration_id: int
    endpoint: str
    data_type: DataType
    run_id: int
    siblings: tuple[str, ...] = ()
    """The other endpoints of the source that bring this data type."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record as it is kept, with its source."""

    integration_id: int
    values: Values
    run_id: int
    first_seen: datetime
    last_changed: datetime


@dataclass(frozen=True, slots=True)
class RecordQuery:
    """Which records to show: equal fields, a text in any field, sources, and a page of the answer."""

    data_type: DataType
    where: tuple[tuple[str, str], ...] = ()
    text: str = ""
    integration_ids: frozenset[int] | None = None
    limit: int | None = 1000
    offset: int = 0


@dataclass(frozen=True, slots=True)
class QuarantinedRecord:
    """A refused record with all its reasons, waiting to be mended."""

    row_id: int
    integration_id: int
    endpoint: str
    data_type: str
    raw: str
    reasons: tuple[str, ...]
    run_id: int
    first_seen: datetime
    last_seen: datetime


@dataclass(slots=True)
class _Changes:
    """A page sorted by what it would do."""

    added: dict[Values, Values] = field(default_factory=dict)
    changed: dict[Values, tuple[Values, Values]] = field(default_factory=dict)
    """Key → (as it is kept, as it comes)."""
    unchanged: int = 0
    conflicting: int = 0
    returned: int = 0
    """Of the changed: records that had been removed."""


class RecordStore:
    """Reads and writes records, quarantine, cursors and history."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def write_page(
        self,
        target: Target,
        good: Sequence[Values],
        refused: Sequence[Refused],
        page: int,
        redactor: Redactor,
        *,
        bookmark: Bookmark | None = None,
        alongside: Callable[[sa.Connection], None] | None = None,
    ) -> PageCounts:
        """Write a page, its refused records and its bookmark in one transaction; all or nothing of it is kept.

        A page without a bookmark did not come from the endpoint itself, but from a delivery: what the endpoint last
        answered does not tell any more what is stored, so it is asked for in full next time. `alongside` is what else
        belongs into the transaction.
        """
        now = to_text(utc_now())
        with self._writing.begin() as connection:
            changes = self._sort(connection, target, good)
            sql = _statements(target.data_type.name)
            if changes.added:
                _many(
                    connection,
                    sql.insert,
                    [(target.integration_id, *values, target.run_id, now, now) for values in changes.added.values()],
                )
            if changes.changed:
                _many(
                    connection,
                    _HISTORY,
                    [
                        (target.integration_id, target.data_type.name, _json(key), _json(before), target.run_id, now)
                        for key, (before, _) in changes.changed.items()
                    ],
                )
                keys = len(target.data_type.key_fields)
                _many(
                    connection,
                    sql.update,
                    [
                        (*after[keys:], target.run_id, now, target.integration_id, *key)
                        for key, (_, after) in changes.changed.items()
                    ],
                )
            if refused:
                _many(connection, _QUARANTINE, [_refused_row(target, record, now, redactor) for record in refused])
            more = len(changes.added) + changes.returned
            if more:
                connection.exec_driver_sql(_TALLY, (target.integration_id, target.data_type.name, more))
            connection.exec_driver_sql(_CURSOR, (target.integration_id, target.endpoint, target.run_id, page, now))
            _forget_overwritten(connection, target, changes)
            _keep_bookmark(connection, target, bookmark, now, spotless=not refused and not changes.conflicting)
            if alongside is not None:
                alongside(connection)
        return PageCounts(
            len(changes.added), len(changes.changed), changes.unchanged, len(refused), changes.conflicting
        )

    def complete(self, target: Target) -> int:
        """Close a complete pass: refused records that did not come again were mended; return how many.

        What answers were told by is forgotten after 90 days: whether anybody still asks for them is not known, and
        one that is asked for in full now and then does no harm.
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
        return int(done.rowcount)

    def _sort(self, connection: sa.Connection, target: Target, good: Sequence[Values]) -> _Changes:
        size = len(target.data_type.key_fields)
        # The same key twice on one page: the later record is the one that counts.
        latest: dict[Values, Values] = {}
        conflicting = 0
        for values in good:
            conflicting += latest.get(values[:size], values) != values
            latest[values[:size]] = values
        kept: dict[Values, tuple[Values, bool, int]] = {}
        keys = list(latest)
        sql = _statements(target.data_type.name)
        step = min(_KEYS_A_QUERY, _MOST_VARIABLES // size)
        for start in range(0, len(keys), step):
            some = keys[start : start + step]
            rows = connection.exec_driver_sql(
                sql.select_by_keys(len(some)), (target.integration_id, *(part for key in some for part in key))
            )
            for *stored, run_id, removed in rows:
                kept[tuple(stored[:size])] = (tuple(stored), bool(removed), int(run_id))
        changes = _Changes(unchanged=len(good) - len(latest), conflicting=conflicting)
        for key, values in latest.items():
            before, was_removed, run_id = kept.get(key, (None, False, 0))
            if before is None:
                changes.added[key] = values
            elif before == values and not was_removed:
                changes.unchanged += 1
            else:
                changes.changed[key] = (before, values)
                changes.returned += was_removed
                changes.conflicting += run_id == target.run_id
        return changes

    def count(self, query: RecordQuery) -> int:
        """Return how many records the query finds."""
        table = RECORD_TABLES[query.data_type.name]
        with self._engine.connect() as connection:
            return int(
                connection.execute(
                    sa.select(sa.func.count()).select_from(table).where(*_conditions(query))
                ).scalar_one()
            )

    def read(self, query: RecordQuery) -> list[RecordRow]:
        """Return the records the query finds, in the order of their keys."""
        table = RECORD_TABLES[query.data_type.name]
        names = query.data_type.field_names
        statement = (
            sa.select(table)
            .where(*_conditions(query))
            .order_by(*(table.c[f.name] for f in query.data_type.key_fields), table.c.integration_id)
            .limit(query.limit)
            .offset(query.offset or None)
        )
        with self._engine.connect() as connection:
            return [
                RecordRow(
                    row.integration_id,
                    tuple(getattr(row, name) for name in names),
                    row.run_id,
                    row.first_seen,
                    row.last_changed,
                )
                for row in connection.execute(statement)
            ]

    def counts(self) -> dict[tuple[int, str], int]:
        """Return the number of records by source and data type."""
        with self._engine.connect() as connection:
            rows = connection.execute(sa.select(tallies).where(tallies.c.records > 0))
            return {(row.integration_id, row.data_type): row.records for row in rows}

    def quarantined(
        self,
        integration_id: int | None = None,
        limit: int = 1000,
        *,
        integration_ids: Collection[int] | None = None,
    ) -> list[QuarantinedRecord]:
        """Return refused records of one source, of these sources or of all, the newest first."""
        query = sa.select(quarantine).order_by(quarantine.c.id.desc()).limit(limit)
        if integration_id is not None:
            query = query.where(quarantine.c.integration_id == integration_id)
        if integration_ids is not None:
            query = query.where(quarantine.c.integration_id.in_(integration_ids))
        with self._engine.connect() as connection:
            return [
                QuarantinedRecord(
                    row.id,
                    row.integration_id,
                    row.endpoint,
                    row.data_type,
                    row.raw,
                    tuple(row.reasons),
                    row.run_id,
                    row.first_seen,
                    row.last_seen,
                )
                for row in connection.execute(query)
            ]

    def quarantine_counts(self) -> dict[int, int]:
        """Return the number of refused records by source."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                sa.select(quarantine.c.integration_id, sa.func.count()).group_by(quarantine.c.integration_id)
            )
            return {int(source): int(number) for source, number in rows}

    def history_of(self, integration_id: int, data_type: DataType, key: Values) -> list[tuple[datetime, int, Values]]:
        """Return what a record was before, newest first: when it changed, in which run, and its old values."""
        query = (
            sa.select(history.c.at, history.c.run_id, history.c.before)
            .where(
                history.c.integration_id == integration_id,
                history.c.data_type == data_type.name,
                history.c.record_key == _json(key),
            )
            .order_by(history.c.id.desc())
        )
        with self._engine.connect() as connection:
            return [(row.at, row.run_id, tuple(json.loads(row.before))) for row in connection.execute(query)]

    def cursor(self, integration_id: int, endpoint: str) -> tuple[int, int, datetime] | None:
        """Return the run, the committed pages and the time of the endpoint's latest page, or None."""
        query = sa.select(cursors.c.run_id, cursors.c.pages, cursors.c.at).where(
            cursors.c.integration_id == integration_id, cursors.c.endpoint == endpoint
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else (row.run_id, row.pages, row.at)


class _Statements:
    """The SQL of one data type, with plain parameters: the hot path stays clear of SQLAlchemy's compiler."""

    def __init__(self, name: str) -> None:
        data_type = DATA_TYPES[name]
        keys = [f.name for f in data_type.key_fields]
        others = [n for n in data_type.field_names if n not in keys]
        columns = ", ".join(data_type.field_names)
        marks = ", ".join("?" * len(data_type.fields))
        self._name = name
        self._columns = columns
        self._keys = ", ".join(keys)
        self._one_key = f"({', '.join('?' * len(keys))})"
        # Names come from the declared data types, never from outside.
        self.insert = (
            f"INSERT INTO {name} (integration_id, {columns}, run_id, first_seen, last_changed) "  # noqa: S608
            f"VALUES (?, {marks}, ?, ?, ?)"
        )
        self.update = (
            f"UPDATE {name} SET {''.join(f'{n} = ?, ' for n in others)}run_id = ?, last_changed = ?, "  # noqa: S608
            f"removed_at = NULL WHERE integration_id = ? AND {' AND '.join(f'{k} = ?' for k in keys)}"
        )

    def select_by_keys(self, number: int) -> str:
        """Return the query for `number` keys of one source."""
        return (
            f"SELECT {self._columns}, run_id, removed_at IS NOT NULL FROM {self._name} WHERE integration_id = ? "  # noqa: S608
            f"AND ({self._keys}) IN (VALUES {', '.join([self._one_key] * number)})"
        )


@lru_cache
def _statements(name: str) -> _Statements:
    return _Statements(name)


_HISTORY = "INSERT INTO history (integration_id, data_type, record_key, before, run_id, at) VALUES (?, ?, ?, ?, ?, ?)"
_QUARANTINE = (
    "INSERT INTO quarantine (integration_id, endpoint, data_type, digest, raw, reasons, run_id, first_seen, last_seen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (integration_id, endpoint, digest) "
    "DO UPDATE SET run_id = excluded.run_id, last_seen = excluded.last_seen, reasons = excluded.reasons"
)
_TALLY = (
    "INSERT INTO tallies (integration_id, data_type, records) VALUES (?, ?, ?) "
    "ON CONFLICT (integration_id, data_type) DO UPDATE SET records = records + excluded.records"
)
_CURSOR = (
    "INSERT INTO cursors (integration_id, endpoint, run_id, pages, at) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (integration_id, endpoint) DO UPDATE SET run_id = excluded.run_id, pages = excluded.pages, "
    "at = excluded.at"
)


_MOVE_CURSOR = "UPDATE cursors SET value = ?, fingerprint = ? WHERE integration_id = ? AND endpoint = ?"
_VALIDATOR = (
    "INSERT OR REPLACE INTO validators "
    "(integration_id, endpoint, digest, etag, last_modified, records, fingerprint, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_FORGET_VALIDATORS = "DELETE FROM validators WHERE integration_id = ? AND endpoint = ?"
_FORGET_VALIDATOR = f"{_FORGET_VALIDATORS} AND digest = ?"


def _keep_bookmark(
    connection: sa.Connection, target: Target, bookmark: Bookmark | None, now: str, *, spotless: bool
) -> None:
    if bookmark is None:
        connection.exec_driver_sql("DELETE FROM validators WHERE integration_id = ?", (target.integration_id,))
        return
    where = (target.integration_id, target.endpoint)
    if bookmark.cursor is not None:
        connection.exec_driver_sql(_MOVE_CURSOR, (bookmark.cursor, bookmark.fingerprint, *where))
    known = bookmark.validator
    if known is None:
        return
    # A refused record must come again, or nobody would know whether it was mended.
    if spotless and known.headers():
        kept = (known.digest, known.etag, known.last_modified, known.records, bookmark.fingerprint, now)
        connection.exec_driver_sql(_VALIDATOR, (*where, *kept))
    else:
        # What the answer before was told by does not tell any more what is stored.
        connection.exec_driver_sql(_FORGET_VALIDATOR, (*where, known.digest))


def _forget_overwritten(connection: sa.Connection, target: Target, changes: _Changes) -> None:
    """Let the answers be sent again whose records may just have been overwritten by those of another request."""
    names = target.siblings if changes.changed else ()
    if changes.conflicting:
        names = (target.endpoint, *target.siblings)
    for name in names:
        connection.exec_driver_sql(_FORGET_VALIDATORS, (target.integration_id, name))


def _many(connection: sa.Connection, statement: str, rows: list[tuple[Any, ...]]) -> None:
    connection.exec_driver_sql(statement, rows)


def _json(values: Sequence[Value]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


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
        _json([redactor.text(_storable(reason)) for reason in record.reasons]),
        target.run_id,
        now,
        now,
    )


def _storable(text: str) -> str:
    """Return text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _conditions(query: RecordQuery) -> list[sa.ColumnElement[bool]]:
    table = RECORD_TABLES[query.data_type.name]
    conditions: list[sa.ColumnElement[bool]] = [table.c.removed_at.is_(None)]
    if query.integration_ids is not None:
        conditions.append(table.c.integration_id.in_(query.integration_ids))
    conditions += [_equals(query.data_type.field_named(name), table.c[name], value) for name, value in query.where]
    if query.text:
        conditions.append(
            sa.or_(
                *(
                    sa.cast(table.c[name], sa.String).icontains(_storable(query.text), autoescape=True)
                    for name in query.data_type.field_names
                )
            )
        )
    return conditions


def _equals(kind: Field, column: sa.Column[Any], written: str) -> sa.ColumnElement[bool]:
    if kind.kind not in _NUMBERS:
        return sa.cast(column, sa.String) == _storable(written)
    try:
        # As a number, for 4 is stored as 4.0.
        return column == float(written)
    except ValueError:
        return sa.false()
