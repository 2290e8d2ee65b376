"""Refused records on disk: found, grouped by cause, taken out again. Runs put them there (`store/records.py`)."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.quarantine import cause_of
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.validation import Values
from hub_desktop.store.engine import writing
from hub_desktop.store.record_tables import RECORD_TABLES, quarantine
from hub_desktop.store.records import QuarantinedRecord, Target

_ROWS_A_QUERY = 10_000
_MOST_VARIABLES = 30_000


class RefusedGroup(Struct, frozen=True):
    """Refused records of one endpoint that share their causes."""

    integration_id: int
    endpoint: str
    data_type: str
    causes: tuple[str, ...]
    """The reasons without the values they quote."""
    row_ids: tuple[int, ...]
    """The records, the newest first."""
    last_seen: datetime


class StillRefused(Struct, frozen=True):
    """A record that was checked once more and did not pass."""

    row_id: int
    reasons: tuple[str, ...]


class QuarantineStore:
    """Reads refused records and takes them out of quarantine."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def read(
        self,
        *,
        integration_ids: Collection[int] | None = None,
        endpoint: str | None = None,
        row_ids: Sequence[int] | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[QuarantinedRecord]:
        """Return refused records, the newest first: of these sources, this endpoint, or these very ones."""
        query = sa.select(quarantine).where(*_conditions(integration_ids, endpoint))
        with self._engine.connect() as connection:
            if row_ids is None:
                newest = query.order_by(quarantine.c.id.desc()).limit(limit).offset(offset)
                rows = list(connection.execute(newest))
            else:
                rows = [
                    row
                    for some in _portions(row_ids)
                    for row in connection.execute(query.where(quarantine.c.id.in_(some)))
                ]
                rows = sorted(rows, key=lambda row: -row.id)[offset:][:limit]
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
            for row in rows
        ]

    def count(self, integration_ids: Collection[int] | None = None, endpoint: str | None = None) -> int:
        """Return how many refused records there are of these sources, or of this endpoint."""
        query = sa.select(sa.func.count()).select_from(quarantine).where(*_conditions(integration_ids, endpoint))
        with self._engine.connect() as connection:
            return connection.execute(query).scalar_one()

    def by_endpoint(self, integration_id: int) -> dict[str, int]:
        """Return how many refused records of a source there are, by endpoint."""
        query = (
            sa.select(quarantine.c.endpoint, sa.func.count().label("number"))
            .where(quarantine.c.integration_id == integration_id)
            .group_by(quarantine.c.endpoint)
        )
        with self._engine.connect() as connection:
            return {row.endpoint: row.number for row in connection.execute(query)}

    def places(
        self,
        *,
        integration_ids: Collection[int] | None = None,
        endpoint: str | None = None,
        row_ids: Sequence[int] | None = None,
    ) -> dict[int, dict[str, list[int]]]:
        """Return the numbers of refused records by source and endpoint, those seen longest ago first."""
        query = sa.select(
            quarantine.c.id, quarantine.c.integration_id, quarantine.c.endpoint, quarantine.c.last_seen
        ).where(*_conditions(integration_ids, endpoint))
        with self._engine.connect() as connection:
            queries = [query] if row_ids is None else [query.where(quarantine.c.id.in_(s)) for s in _portions(row_ids)]
            rows = [row for one in queries for row in connection.execute(one)]
        found: dict[int, dict[str, list[int]]] = {}
        for row in sorted(rows, key=lambda row: (row.last_seen, row.id)):
            found.setdefault(row.integration_id, {}).setdefault(row.endpoint, []).append(row.id)
        return found

    def groups(self, integration_ids: Collection[int] | None = None) -> list[RefusedGroup]:
        """Return all refused records of these sources by cause, the largest group first."""
        query = (
            sa.select(
                quarantine.c.id,
                quarantine.c.integration_id,
                quarantine.c.endpoint,
                quarantine.c.data_type,
                quarantine.c.reasons,
                quarantine.c.last_seen,
            )
            .where(*_conditions(integration_ids, None))
            .order_by(quarantine.c.id.desc())
        )
        found: dict[tuple[int, str, str, tuple[str, ...]], list[int]] = {}
        seen: dict[tuple[int, str, str, tuple[str, ...]], datetime] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                key = (row.integration_id, row.endpoint, row.data_type, cause_of(row.reasons))
                found.setdefault(key, []).append(row.id)
                seen[key] = max(seen.get(key, row.last_seen), row.last_seen)
        made = [RefusedGroup(*key, tuple(row_ids), seen[key]) for key, row_ids in found.items()]
        return sorted(made, key=lambda group: (-len(group.row_ids), group.integration_id, group.endpoint))

    def remove(self, row_ids: Sequence[int]) -> int:
        """Take these records out for good, all or none; return how many there were."""
        with self._writing.begin() as connection:
            return _delete(connection, row_ids)

    def settling(
        self, passed: Sequence[int], still: Sequence[StillRefused], run_id: int, redactor: Redactor
    ) -> Callable[[sa.Connection], None]:
        """Return what belongs into the transaction that stores replayed records.

        Those that `passed` leave quarantine, the others go on waiting with their new reasons.
        """

        def settle(connection: sa.Connection) -> None:
            _delete(connection, passed)
            for one in still:
                reasons = [redactor.text(reason.encode("utf-8", "replace").decode("utf-8")) for reason in one.reasons]
                connection.execute(
                    sa.update(quarantine)
                    .where(quarantine.c.id == one.row_id)
                    .values(reasons=list(dict.fromkeys(reasons)), run_id=run_id)
                )

        return settle

    def changed_since(self, target: Target, keys: Sequence[Values]) -> dict[Values, datetime]:
        """Return when another run last changed or removed the records of these keys, where they are known."""
        table = RECORD_TABLES[target.data_type.name]
        columns = [table.c[field.name] for field in target.data_type.key_fields]
        found: dict[Values, datetime] = {}
        step = _MOST_VARIABLES // (len(columns) + 1)
        with self._engine.connect() as connection:
            for start in range(0, len(keys), step):
                query = sa.select(*columns, table.c.last_changed, table.c.removed_at).where(
                    table.c.integration_id == target.integration_id,
                    table.c.run_id != target.run_id,
                    sa.tuple_(*columns).in_(keys[start : start + step]),
                )
                for *key, changed, removed in connection.execute(query):
                    found[tuple(key)] = max(changed, removed or changed)
        return found


def _conditions(integration_ids: Collection[int] | None, endpoint: str | None) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if integration_ids is not None:
        conditions.append(quarantine.c.integration_id.in_(integration_ids))
    if endpoint is not None:
        conditions.append(quarantine.c.endpoint == endpoint)
    return conditions


def _portions(row_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(row_ids), _ROWS_A_QUERY):
        yield row_ids[start : start + _ROWS_A_QUERY]


def _delete(connection: sa.Connection, row_ids: Sequence[int]) -> int:
    gone = 0
    for some in _portions(row_ids):
        gone += connection.execute(sa.delete(quarantine).where(quarantine.c.id.in_(some))).rowcount
    return gone
