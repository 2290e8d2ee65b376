"""Holds on disk: what the brake stopped, record by record, until a person decides."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.brakes import HoldCause
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import Values
from hub_desktop.store.engine import new_id, writing
from hub_desktop.store.record_sql import KeptRow, Target, json_of, many, rows_of, statements, values_of
from hub_desktop.store.record_tables import held_records, holds
from hub_desktop.store.rows_by_key import rows_by_key
from hub_desktop.store.undo import recount, restorations_of, restore, take_out_added

WAITING, ACCEPTED, REFUSED, OUTDATED = "waiting", "accepted", "refused", "outdated"

# What was taken back has to be read again.
_BEGIN_ANEW = "UPDATE cursors SET value = NULL, fingerprint = NULL WHERE integration_id = ? AND endpoint = ?"
_ASK_ANEW = "DELETE FROM validators WHERE integration_id = ? AND endpoint = ?"
_HOLD_RECORD = 'INSERT OR REPLACE INTO held_records (hold_id, record_key, operation, "values") VALUES (?, ?, ?, ?)'


class Hold(Struct, frozen=True):
    """What the brake stopped in one endpoint of a run."""

    hold_id: int
    integration_id: int
    endpoint: str
    data_type: str
    run_id: int
    cause: HoldCause
    known: int
    """Records there were."""
    affected: int
    state: str
    made_at: datetime
    decided_at: datetime | None = None
    decided_by: str | None = None


class HeldRecord(Struct, frozen=True):
    """What a hold would do to one record."""

    key: Values
    operation: str
    """add, change or remove."""
    values: Values | None = None
    """As it would be; None where it would be removed."""


class HoldStore:
    """Makes, reads and decides holds."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def hold_removals(self, target: Target, cause: HoldCause, known: int, keys: Iterable[Values]) -> Hold:
        """Keep removals for a person to decide; what waited for this endpoint is outdated by it."""
        with self._writing.begin() as connection:
            number = self._make(connection, target, cause, known)
            rows = [(number, json_of(key), "remove", None) for key in keys]
            many(connection, _HOLD_RECORD, rows)
            _count(connection, number, len(rows))
        return self.get(number)

    def net_changes(self, target: Target) -> int:
        """Return how many records a run left with other values than they had before it, however often it wrote them."""
        with self._engine.connect() as connection:
            return sum(one.row.values != one.values for one in restorations_of(connection, target))

    def hold_changes(self, target: Target, known: int) -> Hold:
        """Take back what a run wrote of a data type, and keep it for a person to decide; all in one transaction."""
        with self._writing.begin() as connection:
            number = self._make(connection, target, HoldCause.CHANGES, known)
            sql = statements(target.data_type.name)
            run = (target.integration_id, target.run_id, target.run_id)
            added = [sql.kept(row) for row in rows_of(connection, sql.added_by, run)]
            taken = list(restorations_of(connection, target))
            rows = [_held(number, target, row, "add") for row in added]
            rows += [_held(number, target, one.row, "change") for one in taken]
            many(connection, _HOLD_RECORD, rows)
            take_out_added(connection, target)
            restore(connection, target, taken)
            recount(connection, target)
            _count(connection, number, len(rows))
            connection.exec_driver_sql(_BEGIN_ANEW, (target.integration_id, target.endpoint))
            connection.exec_driver_sql(_ASK_ANEW, (target.integration_id, target.endpoint))
        return self.get(number)

    def outdate(self, target: Target) -> None:
        """Close what waits for an endpoint, because a later run found nothing to hold any more."""
        with self._writing.begin() as connection:
            _outdate(connection, target)

    def waiting(self, integration_ids: Iterable[int] | None = None) -> list[Hold]:
        """Return the holds that wait for a person, the newest first."""
        query = sa.select(holds).where(holds.c.state == WAITING).order_by(holds.c.id.desc())
        if integration_ids is not None:
            query = query.where(holds.c.integration_id.in_(list(integration_ids)))
        with self._engine.connect() as connection:
            return [_hold(row) for row in connection.execute(query)]

    def of_run(self, run_id: int) -> list[Hold]:
        """Return the holds of a run, decided or not."""
        query = sa.select(holds).where(holds.c.run_id == run_id).order_by(holds.c.id)
        with self._engine.connect() as connection:
            return [_hold(row) for row in connection.execute(query)]

    def get(self, hold_id: int) -> Hold:
        """Return a hold; raise NotFoundError when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(holds).where(holds.c.id == hold_id)).first()
        if row is None:
            raise NotFoundError(f"There is no hold {hold_id}.")
        return _hold(row)

    def records(self, hold_id: int, limit: int | None = None) -> Iterator[HeldRecord]:
        """Yield what a hold would do, in the order of the keys."""
        query = (
            sa.select(held_records)
            .where(held_records.c.hold_id == hold_id)
            .order_by(held_records.c.record_key)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                values = values_of(row.values) if row.values is not None else None
                yield HeldRecord(values_of(row.record_key), row.operation, values)

    def current(self, hold: Hold, keys: Iterable[Values]) -> dict[Values, Values]:
        """Return the records of these keys as they stand now; those that are not there are missing."""
        with self._engine.connect() as connection:
            rows = rows_by_key(connection, hold.integration_id, hold.data_type, keys)
        return {key: kept.values for key, kept in rows.items() if kept.removed_at is None}

    def tally(self, hold_id: int) -> dict[str, int]:
        """Return how many records a hold would add, change and remove."""
        query = (
            sa.select(held_records.c.operation, sa.func.count())
            .where(held_records.c.hold_id == hold_id)
            .group_by(held_records.c.operation)
        )
        with self._engine.connect() as connection:
            return {str(row[0]): int(row[1]) for row in connection.execute(query)}

    def decide(self, hold_id: int, state: str, by: str) -> None:
        """Close a waiting hold; what was accepted is in the records then, and need not be kept beside them."""
        with self._writing.begin() as connection:
            connection.execute(
                sa.update(holds)
                .where(holds.c.id == hold_id, holds.c.state == WAITING)
                .values(state=state, decided_at=utc_now(), decided_by=by)
            )
            if state == ACCEPTED:
                connection.execute(sa.delete(held_records).where(held_records.c.hold_id == hold_id))

    def _make(self, connection: sa.Connection, target: Target, cause: HoldCause, known: int) -> int:
        _outdate(connection, target)
        made = connection.execute(
            sa.insert(holds).values(
                integration_id=target.integration_id,
                endpoint=target.endpoint,
                data_type=target.data_type.name,
                run_id=target.run_id,
                cause=str(cause),
                known=known,
                affected=0,
                state=WAITING,
                made_at=utc_now(),
            )
        )
        return new_id(made)


def _held(number: int, target: Target, row: KeptRow, operation: str) -> tuple[Any, ...]:
    key = json_of(row.values[: len(target.data_type.key_fields)])
    if row.removed_at is not None:
        return (number, key, "remove", None)
    return (number, key, operation, json_of(row.values))


def _outdate(connection: sa.Connection, target: Target) -> None:
    waiting = (
        holds.c.integration_id == target.integration_id,
        holds.c.endpoint == target.endpoint,
        holds.c.state == WAITING,
    )
    gone = sa.select(holds.c.id).where(*waiting)
    connection.execute(sa.delete(held_records).where(held_records.c.hold_id.in_(gone)))
    connection.execute(sa.update(holds).where(*waiting).values(state=OUTDATED, decided_at=utc_now()))


def _count(connection: sa.Connection, number: int, affected: int) -> None:
    connection.execute(sa.update(holds).where(holds.c.id == number).values(affected=affected))


def _hold(row: Any) -> Hold:
    return Hold(
        row.id,
        row.integration_id,
        row.endpoint,
        row.data_type,
        row.run_id,
        HoldCause(row.cause),
        row.known,
        row.affected,
        row.state,
        row.made_at,
        row.decided_at,
        row.decided_by,
    )


def target_of(hold: Hold) -> Target:
    """Return where the records of a hold belong, in the name of the run that was held."""
    return Target(hold.integration_id, hold.endpoint, DATA_TYPES[hold.data_type], hold.run_id)
