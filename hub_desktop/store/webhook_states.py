"""What is known of each webhook beside its deliveries: what was refused, and until when an old secret is valid."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from msgspec import Struct
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.store.deliveries import newest_id
from hub_desktop.store.engine import writing
from hub_desktop.store.tables import integrations, webhook_states


class WebhookState(Struct, frozen=True):
    """What is kept of one webhook."""

    refused: int = 0
    refused_at: datetime | None = None
    refused_from: str = ""
    previous_secret_ends: datetime | None = None
    wrong_in_row: int = 0
    """Those with a wrong signature since the last right delivery, as far as they are written down."""
    wrong_since: datetime | None = None
    """When the first of them came."""


class Refusals(Struct, frozen=True):
    """Deliveries that were refused and are to be written down."""

    times: int
    wrong: int
    """How many of them came while there was a secret by which they could have been signed right."""
    first_at: datetime
    last_at: datetime
    sender: str
    """The address the last of them came from."""


class Stamp(Struct, frozen=True):
    """What tells that a webhook is not what it was: any difference means that it must be read anew."""

    enabled: bool
    updated_at: datetime
    secret_changes: int
    previous_secret_ends: datetime | None


class WebhookStateStore:
    """Reads and writes the states of webhooks."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine
        self._writing = writing(engine)

    def get(self, integration_id: int) -> WebhookState:
        """Return what is kept of a webhook; an empty state where nothing is."""
        with self._engine.connect() as connection:
            row = connection.execute(
                sa.select(webhook_states).where(webhook_states.c.integration_id == integration_id)
            ).first()
        return WebhookState() if row is None else _read(row)

    def all(self) -> dict[int, WebhookState]:
        """Return what is kept of every webhook."""
        with self._engine.connect() as connection:
            return {row.integration_id: _read(row) for row in connection.execute(sa.select(webhook_states))}

    def stamps(self) -> dict[int, Stamp]:
        """Return the stamps of all living integrations; cheap enough to be asked every second."""
        query = (
            sa.select(
                integrations.c.id,
                integrations.c.enabled,
                integrations.c.updated_at,
                sa.func.coalesce(webhook_states.c.secret_changes, 0).label("secret_changes"),
                webhook_states.c.previous_secret_ends,
            )
            .select_from(integrations.outerjoin(webhook_states, webhook_states.c.integration_id == integrations.c.id))
            .where(integrations.c.deleted_at.is_(None))
        )
        with self._engine.connect() as connection:
            return {
                row.id: Stamp(row.enabled, row.updated_at, row.secret_changes, row.previous_secret_ends)
                for row in connection.execute(query)
            }

    def secret_changed(self, integration_id: int) -> None:
        """Tell other processes that a secret was kept or forgotten; written after the vault was.

        What was signed wrong until now was so by another secret, and is counted no further.
        """
        self._change(integration_id, {"wrong_in_row": 0, "wrong_since": None})

    def set_previous_secret_ends(self, integration_id: int, ends: datetime | None) -> None:
        """Keep until when the secret before is valid, None for not at all."""
        self._change(integration_id, {"previous_secret_ends": ends})

    def add_refused(self, refused: Mapping[int, Refusals]) -> None:
        """Add refusals by integration; a right delivery since those before them begins a new row."""
        with self._writing.begin() as connection:
            for integration_id, more in refused.items():
                last = {"refused_at": more.last_at, "refused_from": more.sender}
                new_row = {
                    "wrong_in_row": more.wrong,
                    "wrong_since": more.first_at if more.wrong else None,
                    "wrong_after": newest_id(connection, integration_id),
                }
                known = webhook_states.c
                goes_on = sa.and_(known.wrong_after == new_row["wrong_after"], known.wrong_in_row > 0)
                kept = insert(webhook_states).values(
                    integration_id=integration_id, refused=more.times, **last, **new_row
                )
                changed = {
                    "refused": known.refused + more.times,
                    **last,
                    "wrong_in_row": sa.case((goes_on, known.wrong_in_row + more.wrong), else_=more.wrong),
                    "wrong_since": sa.case((goes_on, known.wrong_since), else_=kept.excluded.wrong_since),
                    "wrong_after": new_row["wrong_after"],
                }
                connection.execute(kept.on_conflict_do_update(index_elements=["integration_id"], set_=changed))

    def _change(self, integration_id: int, values: Mapping[str, Any]) -> None:
        kept = insert(webhook_states).values(integration_id=integration_id, secret_changes=1, **values)
        changed = {**values, "secret_changes": webhook_states.c.secret_changes + 1}
        with self._writing.begin() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["integration_id"], set_=changed))


def _read(row: Any) -> WebhookState:
    return WebhookState(
        row.refused, row.refused_at, row.refused_from, row.previous_secret_ends, row.wrong_in_row, row.wrong_since
    )
