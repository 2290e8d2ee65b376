"""Records on disk, as they are read; how pages of them are written stands in `page_writing`."""

import json
from collections.abc import Callable, Collection, Generator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.bookmarks import Bookmark
from hub_desktop.core.datatypes import DataType, Field, FieldKind
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Refused, Values
from hub_desktop.store.holds import HoldStore
from hub_desktop.store.page_writing import PageCounts, PageWriter, storable
from hub_desktop.store.record_sql import Target, json_of
from hub_desktop.store.record_tables import RECORD_TABLES, cursors, history, quarantine, tallies
from hub_desktop.store.removals import Removals
from hub_desktop.store.seen_rows import SeenRows
from hub_desktop.store.undo import Undo

__all__ = ["PageCounts", "QuarantinedRecord", "RecordQuery", "RecordRow", "RecordStore", "Target"]

_NUMBERS = frozenset({FieldKind.NUMBER, FieldKind.INTEGER})
_STREAMED = 1_000
"""Rows fetched at a time."""


class RecordRow(Struct, frozen=True):
    """One record as it is kept, with its source."""

    integration_id: int
    values: Values
    run_id: int
    first_seen: datetime
    last_changed: datetime


class RecordQuery(Struct, frozen=True):
    """Which records to show: equal fields, a text in any field, sources, and a page of the answer."""

    data_type: DataType
    where: tuple[tuple[str, str], ...] = ()
    text: str = ""
    integration_ids: frozenset[int] | None = None
    limit: int | None = 1000
    offset: int = 0


class QuarantinedRecord(Struct, frozen=True):
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


class RecordStore:
    """Reads and writes records, quarantine, cursors and history."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._pages = PageWriter(engine)
        self.removals = Removals(engine)
        self.holds = HoldStore(engine)
        self.undo = Undo(engine)

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
        alongside: Callable[[sa.Connection], None] | None = None,
    ) -> PageCounts:
        """Write a page as `PageWriter.write` does."""
        return self._pages.write(
            target, good, refused, page, redactor, bookmark=bookmark, seen=seen, alongside=alongside
        )

    def complete(self, target: Target, *, unasked: Sequence[str] = ()) -> int:
        """Close a complete pass as `PageWriter.complete` does."""
        return self._pages.complete(target, unasked=unasked)

    def known(self, target: Target) -> int:
        """Return how many current records of a data type a source has."""
        query = sa.select(tallies.c.records).where(
            tallies.c.integration_id == target.integration_id, tallies.c.data_type == target.data_type.name
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar() or 0)

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
        with self._engine.connect() as connection:
            return [_record(row) for row in connection.execute(_selected(query))]

    def stream(self, query: RecordQuery) -> Generator[RecordRow, None, None]:
        """Yield the records the query finds, in the order of their keys, as they are when the first is taken.

        Only a few are in memory at a time. Close it when it is not taken to its end: it holds a connection.
        """
        with self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=_STREAMED).execute(_selected(query))
            yield from map(_record, rows)

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
                history.c.record_key == json_of(key),
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


def _selected(query: RecordQuery) -> sa.Select[Any]:
    table = RECORD_TABLES[query.data_type.name]
    names = ("integration_id", *query.data_type.field_names, "run_id", "first_seen", "last_changed")
    return (
        sa.select(*(table.c[name] for name in names))
        .where(*_conditions(query))
        .order_by(*(table.c[name] for name in query.data_type.order_names), table.c.integration_id)
        .limit(query.limit)
        .offset(query.offset or None)
    )


def _record(row: Sequence[Any]) -> RecordRow:
    integration_id, *values, run_id, first_seen, last_changed = row
    return RecordRow(integration_id, tuple(values), run_id, first_seen, last_changed)


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
                    sa.cast(table.c[name], sa.String).icontains(storable(query.text), autoescape=True)
                    for name in query.data_type.field_names
                )
            )
        )
    return conditions


def _equals(kind: Field, column: sa.Column[Any], written: str) -> sa.ColumnElement[bool]:
    if kind.kind not in _NUMBERS:
        return sa.cast(column, sa.String) == storable(written)
    try:
        # As a number, for 4 is stored as 4.0.
        return column == float(written)
    except ValueError:
        return sa.false()
