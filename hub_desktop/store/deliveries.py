"""The inbox of webhook deliveries: durable before they are acknowledged."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import sqlalchemy as sa

from hub_desktop.core.errors import NotFoundError
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import new_id, writing
from hub_desktop.store.tables import deliveries

REMEMBERED = timedelta(hours=24)
"""How long the same body counts as a repeat."""


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    RECEIVED = "received"
    PROCESSED = "processed"
    REFUSED = "refused"
    """Its records cannot be told apart or read; it waits for a person."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One webhook as it came in."""

    delivery_id: int
    integration_id: int
    received_at: datetime
    body: bytes
    state: DeliveryState
    reason: str = ""
    run_id: int | None = None
    repeats: int = 0


class DeliveryStore:
    """Reads and writes the inbox."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def receive(self, integration_id: int, body: bytes) -> tuple[int, bool]:
        """Store the delivery durably; return its number and whether it is new.

        A body that came within the last 24 hours already is a repeat: it is counted and not stored again.
        """
        digest = hashlib.sha256(body).hexdigest()
        now = utc_now()
        with self._writing.begin() as connection:
            known = connection.execute(
                sa.select(deliveries.c.id).where(
                    deliveries.c.integration_id == integration_id,
                    deliveries.c.digest == digest,
                    deliveries.c.received_at >= now - REMEMBERED,
                )
            ).scalar()
            if known is not None:
                connection.execute(
                    sa.update(deliveries).where(deliveries.c.id == known).values(repeats=deliveries.c.repeats + 1)
                )
                return int(known), False
            made = connection.execute(
                sa.insert(deliveries).values(
                    integration_id=integration_id,
                    received_at=now,
                    digest=digest,
                    body=body,
                    state=DeliveryState.RECEIVED,
                )
            )
        return new_id(made), True

    def waiting(self, integration_id: int, limit: int = 1000) -> list[Delivery]:
        """Return the deliveries not yet worked on, oldest first."""
        return self._select(
            deliveries.c.integration_id == integration_id,
            deliveries.c.state == DeliveryState.RECEIVED,
            order=deliveries.c.id.asc(),
            limit=limit,
        )

    def integrations_waiting(self) -> list[int]:
        """Return the integrations with deliveries not yet worked on."""
        query = sa.select(deliveries.c.integration_id).where(deliveries.c.state == DeliveryState.RECEIVED).distinct()
        with self._engine.connect() as connection:
            return [int(row[0]) for row in connection.execute(query)]

    def latest(self, integration_id: int, limit: int = 100) -> list[Delivery]:
        """Return the newest deliveries, newest first."""
        return self._select(deliveries.c.integration_id == integration_id, order=deliveries.c.id.desc(), limit=limit)

    def get(self, delivery_id: int) -> Delivery:
        """Return the delivery; raise NotFoundError when there is none."""
        found = self._select(deliveries.c.id == delivery_id, order=deliveries.c.id.asc(), limit=1)
        if not found:
            raise NotFoundError(f"There is no delivery {delivery_id}.")
        return found[0]

    def mark(self, delivery_id: int, state: DeliveryState, *, reason: str = "", run_id: int | None = None) -> None:
        """Write how far the delivery has come."""
        with self._writing.begin() as connection:
            connection.execute(
                sa.update(deliveries)
                .where(deliveries.c.id == delivery_id)
                .values(
                    state=state,
                    reason=reason,
                    run_id=run_id,
                    processed_at=None if state is DeliveryState.RECEIVED else utc_now(),
                )
            )

    def _select(
        self, *conditions: sa.ColumnElement[bool], order: sa.UnaryExpression[int], limit: int
    ) -> list[Delivery]:
        query = sa.select(deliveries).where(*conditions).order_by(order).limit(limit)
        with self._engine.connect() as connection:
            return [
                Delivery(
                    row.id,
                    row.integration_id,
                    row.received_at,
                    row.body,
                    DeliveryState(row.state),
                    row.reason,
                    row.run_id,
                    row.repeats,
                )
                for row in connection.execute(query)
            ]
