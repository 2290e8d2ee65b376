"""Lineage: for each field of a record, what it was, and which run of which source, or which person, changed it."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.current import SourceOrder, SourceRow
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.validation import Value, Values
from hub_desktop.store.corrections import CORRECTED, UNCORRECTED
from hub_desktop.store.current import CurrentRow
from hub_desktop.store.record_sql import json_of
from hub_desktop.store.record_tables import history

FIRST = "first"
CHANGED = "changed"
REMOVED = "removed"
RETURNED = "returned"


class Change(Struct, frozen=True):
    """One change of one field, or of a whole record where `field` is empty."""

    at: datetime
    operation: str
    """`first`, `changed`, `removed`, `returned`, `corrected` or `uncorrected`."""
    field: str = ""
    before: Value = None
    after: Value = None
    source: int | None = None
    run_id: int | None = None
    who: str = ""
    """The person, for a correction."""


class _State(Struct, frozen=True):
    """A record as a source had it for a while."""

    values: Values
    removed: bool


class LineageStore:
    """Reads how records came to be what they are."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def changes(self, data_type: DataType, order: SourceOrder, key: Values, current: CurrentRow) -> list[Change]:
        """Return every change of the record that is known, the newest first."""
        found: list[Change] = []
        for row in current.rows:
            found += self._of_source(data_type, row, key)
        found += self._corrections(order.college_id, data_type, key)
        return sorted(found, key=lambda change: change.at, reverse=True)

    def _of_source(self, data_type: DataType, row: SourceRow, key: Values) -> Iterator[Change]:
        after = _State(row.values, row.removed_at is not None)
        first_run = row.run_id
        for entry in self._past(row.integration_id, data_type, key):
            before = _State(tuple(json.loads(entry.before)), entry.before_removed is not None)
            yield from _differences(data_type, before, after, entry.at, source=row.integration_id, run_id=entry.run_id)
            after, first_run = before, entry.before_run
        about: dict[str, Any] = {"source": row.integration_id, "run_id": row.first_run or first_run}
        yield Change(row.first_seen, FIRST, **about)
        for field, value in zip(data_type.fields, after.values, strict=True):
            if value is not None and not field.key:
                yield Change(row.first_seen, FIRST, field.name, None, value, **about)

    def _past(self, source: int, data_type: DataType, key: Values) -> Sequence[Any]:
        query = (
            sa.select(history)
            .where(
                history.c.integration_id == source,
                history.c.data_type == data_type.name,
                history.c.record_key == json_of(key),
            )
            .order_by(history.c.id.desc())
        )
        with self._engine.connect() as connection:
            return connection.execute(query).all()

    def _corrections(self, college_id: int, data_type: DataType, key: Values) -> Iterator[Change]:
        for entry in self._past(-college_id, data_type, key):
            if entry.operation in {CORRECTED, UNCORRECTED}:
                field, before, after, who = json.loads(entry.before)
                yield Change(entry.at, entry.operation, field, before, after, None, None, who)


def _differences(
    data_type: DataType, before: _State, after: _State, at: datetime, *, source: int, run_id: int
) -> Iterator[Change]:
    if before.removed != after.removed:
        yield Change(at, REMOVED if after.removed else RETURNED, source=source, run_id=run_id)
    for field, old, new in zip(data_type.fields, before.values, after.values, strict=True):
        if old != new:
            yield Change(at, CHANGED, field.name, old, new, source, run_id)
