"""Lineage: for each field of a record, what it was, and which run of which source, or which person, changed it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from hub_desktop.core.current import SourceOrder
from hub_desktop.core.datatypes import DataType
from hub_desktop.core.validation import Value, Values
from hub_desktop.store.corrections import CORRECTED, UNCORRECTED, key_text
from hub_desktop.store.current import CurrentRow
from hub_desktop.store.record_tables import history

FIRST = "first"
CHANGED = "changed"
REMOVED = "removed"
RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Change:
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


@dataclass(frozen=True, slots=True)
class _Image:
    """A record as a source had it from a moment on."""

    at: datetime
    run_id: int | None
    values: Values | None
    """None: the source had no such record."""
    operation: str = CHANGED


class LineageStore:
    """Reads how records came to be what they are."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def changes(self, data_type: DataType, order: SourceOrder, key: Values, current: CurrentRow) -> list[Change]:
        """Return every change of the record that is known, the newest first."""
        found: list[Change] = []
        for row in current.rows:
            images = list(self._images(data_type, row.integration_id, key, current))
            for number, image in enumerate(images):
                older = images[number + 1] if number + 1 < len(images) else None
                found += _differences(data_type, row.integration_id, image, older)
        found += self._corrections(order.college_id, data_type, key)
        return sorted(found, key=lambda change: change.at, reverse=True)

    def _images(
        self, data_type: DataType, source: int, key: Values, current: CurrentRow
    ) -> Iterator[_Image]:
        """Yield what the source had, the newest first, down to nothing at all."""
        row = next(row for row in current.rows if row.integration_id == source)
        past = self._past(source, data_type, key)
        since, run = row.last_changed, row.run_id
        newest = past[0] if past else None
        if row.removed_at is not None:
            yield _Image(row.removed_at, newest.run_id if newest else run, None, REMOVED)
        values: Values | None = row.values
        for entry in past:
            before = tuple(json.loads(entry.before)) if entry.before else ()
            size = len(data_type.fields)
            older: Values | None = before if len(before) == size else None
            if row.removed_at is not None and entry is newest and older == values:
                # The removal itself, told above.
                continue
            yield _Image(entry.at, entry.run_id, values, entry.operation)
            if entry.before_removed is not None:
                yield _Image(entry.before_removed, entry.before_run, None, REMOVED)
            values, since, run = older, entry.before_changed or row.first_seen, entry.before_run
        del since
        first = row.first_run or (run if past else row.run_id)
        yield _Image(row.first_seen, first, values, FIRST)

    def _past(self, source: int, data_type: DataType, key: Values) -> Sequence[Any]:
        query = (
            sa.select(history)
            .where(
                history.c.integration_id == source,
                history.c.data_type == data_type.name,
                history.c.record_key == key_text(key),
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


def _differences(data_type: DataType, source: int, image: _Image, older: _Image | None) -> Iterator[Change]:
    before = older.values if older is not None else None
    about: dict[str, Any] = {"source": source, "run_id": image.run_id}
    if image.values is None:
        yield Change(image.at, REMOVED, **about)
        return
    if before is None:
        yield Change(image.at, FIRST if image.operation == FIRST or older is None else RETURNED, **about)
        for field, value in zip(data_type.fields, image.values, strict=True):
            if value is not None:
                yield Change(image.at, FIRST if older is None else RETURNED, field.name, None, value, **about)
        return
    for field, old, new in zip(data_type.fields, before, image.values, strict=True):
        if old != new:
            yield Change(image.at, CHANGED, field.name, old, new, **about)
