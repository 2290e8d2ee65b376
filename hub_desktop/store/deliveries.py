"""The inbox of webhook deliveries: what came, how far each has come, and which wait."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from heapq import merge
from itertools import islice
from typing import Any

import sqlalchemy as sa
from msgspec import Struct, field

from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import deliveries, delivery_marks

REMEMBERED = timedelta(hours=24)
"""How long a delivery that comes once more counts as a repeat."""

_ROWS_KEPT = timedelta(days=365)
_ROWS_AT_ONCE = 1_000
_BYTES_AT_ONCE = 8 * 1024 * 1024
_ALL_BUT_BODY = [column for column in deliveries.c if column.name != "body"]


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    RECEIVED = "received"
    PROCESSED = "processed"
    REFUSED = "refused"
    """Its records cannot be told apart or read; it waits for a person."""
    FAILED = "failed"
    """Its records could not be stored; it is tried again by itself as long as `retry_at` says when."""
    TEST = "test"
    """It was sent by the self-test and feeds nothing."""


REAL_STATES = tuple(state for state in DeliveryState if state is not DeliveryState.TEST)
"""The states of what a sender delivered."""

_NEWEST = sa.select(
    sa.func.max(
        *(
            # A look into the index for each; asked for all states at once, SQLite would walk through every delivery.
            sa.func.coalesce(
                sa.select(sa.func.max(deliveries.c.id))
                .where(deliveries.c.integration_id == sa.bindparam("integration"), deliveries.c.state == state)
                .scalar_subquery(),
                0,
            )
            for state in REAL_STATES
        )
    )
)


class Delivery(Struct, frozen=True):
    """One webhook as it came in; lists leave its `body` out (`body` is empty then, `size` is not)."""

    delivery_id: int
    integration_id: int
    received_at: datetime
    body: bytes
    state: DeliveryState
    reason: str = ""
    run_id: int | None = None
    repeats: int = 0
    size: int = 0
    """Bytes of the body as it came, also once the body itself is no longer kept."""
    message_id: str = ""
    """What the sender calls it."""
    sender: str = ""
    """The address it came from."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What came beside the body and may tell which endpoint it feeds."""
    endpoint: str = ""
    """The endpoint whose records it brought."""
    attempts: int = 0
    processed_at: datetime | None = None
    retry_at: datetime | None = None


class Worked(Struct, frozen=True):
    """What became of a delivery that was worked on."""

    delivery_id: int
    state: DeliveryState
    reason: str = ""
    endpoint: str = ""
    retry_at: datetime | None = None


class DeliveryStore:
    """Reads the inbox, and writes what becomes of what lies in it; `delivery_writer` puts deliveries there."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    # -- looking ---------------------------------------------------------------------------------------------------

    def find(
        self,
        integration_ids: int | Iterable[int],
        *,
        states: Sequence[DeliveryState] = (),
        before: int | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[Delivery]:
        """Return deliveries without their bodies, newest first: in these states (none: in any), before a number.

        `offset` are those left out of the newest.
        """
        numbers = (integration_ids,) if isinstance(integration_ids, int) else tuple(integration_ids)
        # A look into the index for each integration and state; asked for all at once, SQLite would sort all there are.
        query = sa.select(deliveries.c.id).where(
            deliveries.c.integration_id == sa.bindparam("integration"), deliveries.c.state == sa.bindparam("in_state")
        )
        if before is not None:
            query = query.where(deliveries.c.id < before)
        query = query.order_by(deliveries.c.id.desc()).limit(limit + offset)
        with self._engine.connect() as connection:
            each = [
                [int(row[0]) for row in connection.execute(query, {"integration": number, "in_state": state})]
                for number in numbers
                for state in states or DeliveryState
            ]
            newest = list(islice(merge(*each, reverse=True), offset, offset + limit))
            # In steps that stay below the number of parameters that SQLite takes.
            return [
                _read(row)
                for start in range(0, len(newest), _ROWS_AT_ONCE)
                for row in connection.execute(
                    sa.select(*_ALL_BUT_BODY)
                    .where(deliveries.c.id.in_(newest[start : start + _ROWS_AT_ONCE]))
                    .order_by(deliveries.c.id.desc())
                )
            ]

    def how_many(self, integration_id: int, *, states: Sequence[DeliveryState] = (), before: int | None = None) -> int:
        """Return how many deliveries `find` finds in all."""
        query = sa.select(sa.func.count()).where(
            deliveries.c.integration_id == integration_id, deliveries.c.state.in_(states or tuple(DeliveryState))
        )
        if before is not None:
            query = query.where(deliveries.c.id < before)
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def newest_right(self, integration_ids: Iterable[int]) -> dict[int, datetime]:
        """Return when each integration was last delivered to, tests aside; those that never were are left out."""
        found: dict[int, datetime] = {}
        query = sa.select(deliveries.c.received_at).where(deliveries.c.id == _NEWEST.scalar_subquery())
        with self._engine.connect() as connection:
            for integration_id in integration_ids:
                row = connection.execute(query, {"integration": integration_id}).first()
                if row is not None:
                    found[integration_id] = row[0]
        return found

    def count(self, integration_id: int, state: DeliveryState) -> int:
        """Return how many deliveries of an integration are in this state."""
        query = sa.select(sa.func.count()).where(
            deliveries.c.integration_id == integration_id, deliveries.c.state == state
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def counts(self, integration_id: int) -> dict[DeliveryState, int]:
        """Return how many deliveries are in each state, of the states there are."""
        query = (
            sa.select(deliveries.c.state, sa.func.count())
            .where(deliveries.c.integration_id == integration_id)
            .group_by(deliveries.c.state)
        )
        with self._engine.connect() as connection:
            return {DeliveryState(state): int(number) for state, number in connection.execute(query)}

    def get(self, delivery_id: int) -> Delivery:
        """Return the delivery with its body; raise NotFoundError when there is none."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(deliveries).where(deliveries.c.id == delivery_id)).first()
        if row is None:
            raise NotFoundError(f"There is no delivery {delivery_id}.")
        return _read(row, row.body)

    def waiting(self, integration_id: int, limit: int = 1_000) -> list[Delivery]:
        """Return deliveries not yet worked on with their bodies, oldest first; no more than 8 MB of them at a time."""
        due = (deliveries.c.integration_id == integration_id, deliveries.c.state == DeliveryState.RECEIVED)
        with self._engine.connect() as connection:
            sizes = connection.execute(
                sa.select(deliveries.c.id, deliveries.c.size).where(*due).order_by(deliveries.c.id).limit(limit)
            ).all()
            room, last = _BYTES_AT_ONCE, 0
            for number, size in sizes:
                if last and size > room:
                    break
                room, last = room - size, number
            query = sa.select(deliveries).where(*due, deliveries.c.id <= last).order_by(deliveries.c.id)
            return [_read(row, row.body) for row in connection.execute(query)]

    def integrations_waiting(self, integration_ids: Iterable[int]) -> list[int]:
        """Return those of the integrations that have deliveries not yet worked on."""
        return self._with_state(integration_ids, DeliveryState.RECEIVED)

    def _with_state(self, integration_ids: Iterable[int], state: DeliveryState) -> list[int]:
        # One look-up in the index each; a list of all different numbers would walk through every delivery there is.
        query = sa.select(deliveries.c.id).where(
            deliveries.c.integration_id == sa.bindparam("integration"), deliveries.c.state == state
        )
        with self._engine.connect() as connection:
            return [n for n in integration_ids if connection.execute(query.limit(1), {"integration": n}).first()]

    # -- what becomes of them --------------------------------------------------------------------------------------

    def worked(self, run_id: int | None, results: Sequence[Worked]) -> None:
        """Write what became of deliveries, all at once; those a person had replayed meanwhile too."""
        if not results:
            return
        now = utc_now()
        written = (
            sa.update(deliveries)
            .where(deliveries.c.id == sa.bindparam("delivery"))
            .values(
                state=sa.bindparam("new_state"),
                reason=sa.bindparam("why"),
                run_id=run_id,
                processed_at=now,
                endpoint=sa.bindparam("fed"),
                attempts=deliveries.c.attempts + 1,
                retry_at=sa.bindparam("again"),
            )
        )
        values = [
            {
                "delivery": one.delivery_id,
                "new_state": one.state,
                "why": one.reason,
                "fed": one.endpoint,
                "again": one.retry_at,
            }
            for one in results
        ]
        with self._writing.begin() as connection:
            connection.execute(written, values)

    def retry_due(self, now: datetime) -> list[int]:
        """Let failed deliveries wait again whose time has come; return their integrations."""
        due = sa.and_(deliveries.c.retry_at.is_not(None), deliveries.c.retry_at <= now)
        with self._engine.connect() as connection:
            if connection.execute(sa.select(deliveries.c.id).where(due).limit(1)).first() is None:
                return []
        with self._writing.begin() as connection:
            changed = connection.execute(
                sa.update(deliveries)
                .where(due)
                .values(state=DeliveryState.RECEIVED, retry_at=None)
                .returning(deliveries.c.integration_id)
            )
            return sorted({int(row[0]) for row in changed})

    def replay(self, integration_id: int, delivery_ids: Sequence[int] | None) -> int:
        """Let deliveries wait again, with all their tries before them; return how many there were.

        None means all that were refused or failed. Those whose body is no longer kept, and those that wait already,
        stay as they are.
        """
        chosen = [
            deliveries.c.integration_id == integration_id,
            sa.func.length(deliveries.c.body) > 0,
            deliveries.c.state.not_in((DeliveryState.RECEIVED, DeliveryState.TEST)),
        ]
        if delivery_ids is None:
            chosen.append(deliveries.c.state.in_((DeliveryState.REFUSED, DeliveryState.FAILED)))
        else:
            chosen.append(deliveries.c.id.in_(delivery_ids))
        again = sa.update(deliveries).where(*chosen)
        with self._writing.begin() as connection:
            done = connection.execute(
                again.values(state=DeliveryState.RECEIVED, reason="", attempts=0, retry_at=None, processed_at=None)
            )
        return int(done.rowcount)

    # -- what is no longer kept ------------------------------------------------------------------------------------

    def drop_bodies(self, integration_id: int, before: datetime) -> int:
        """Forget the bodies of deliveries whose records were stored before this moment; return how many."""
        old = (
            deliveries.c.integration_id == integration_id,
            deliveries.c.state.in_((DeliveryState.PROCESSED, DeliveryState.TEST)),
            deliveries.c.processed_at < before,
            sa.func.length(deliveries.c.body) > 0,
        )
        return self._in_steps(sa.select(deliveries.c.id).where(*old), forget=True)

    def forget(self, integration_id: int, before: datetime) -> int:
        """Delete the deliveries of an integration that came before this moment, whatever their state; return rows."""
        old = (deliveries.c.integration_id == integration_id, deliveries.c.received_at < before)
        return self._in_steps(sa.select(deliveries.c.id).where(*old), forget=False)

    def clean(self, now: datetime) -> int:
        """Delete deliveries without a body after a year, and forget which came more than 48 hours ago; return rows."""
        with self._writing.begin() as connection:
            # Twice as long as they count, so that a clock that is mended forgets none too early.
            limit = int((now - 2 * REMEMBERED).timestamp())
            connection.execute(sa.delete(delivery_marks).where(delivery_marks.c.at < limit))
        old = (
            deliveries.c.received_at < now - _ROWS_KEPT,
            deliveries.c.state.in_((DeliveryState.PROCESSED, DeliveryState.TEST)),
            sa.func.length(deliveries.c.body) == 0,
        )
        return self._in_steps(sa.select(deliveries.c.id).where(*old), forget=False)

    def _in_steps(self, chosen: sa.Select[Any], *, forget: bool) -> int:
        """Forget the bodies of the chosen deliveries, or delete them, a thousand a transaction; return how many."""
        done, last = 0, 0
        while True:
            # Looked for outside the transaction that writes, for which whoever delivers now has to wait.
            with self._engine.connect() as connection:
                step = chosen.where(deliveries.c.id > last).order_by(deliveries.c.id).limit(_ROWS_AT_ONCE)
                numbers = [int(row[0]) for row in connection.execute(step)]
            if not numbers:
                return done
            which = deliveries.c.id.in_(numbers)
            with self._writing.begin() as connection:
                connection.execute(
                    sa.update(deliveries).where(which).values(body=b"")
                    if forget
                    else sa.delete(deliveries).where(which)
                )
            done, last = done + len(numbers), numbers[-1]


def newest_id(connection: sa.Connection, integration_id: int) -> int:
    """Return the number of the newest delivery that was signed right, tests aside; 0 where there is none."""
    return int(connection.execute(_NEWEST, {"integration": integration_id}).scalar_one())


def _read(row: Any, body: bytes = b"") -> Delivery:
    return Delivery(
        row.id,
        row.integration_id,
        row.received_at,
        body,
        DeliveryState(row.state),
        row.reason,
        row.run_id,
        row.repeats,
        row.size,
        row.message_id,
        row.sender,
        json.loads(row.labels),
        row.endpoint,
        row.attempts,
        row.processed_at,
        row.retry_at,
    )
