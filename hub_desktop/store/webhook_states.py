"""What is known of each webhook beside its deliveries: what was refused, and until when an old secret is valid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from hub_desktop.store.engine import writing
from hub_desktop.store.tables import integrations, webhook_states


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What is kept of one webhook."""

    refused: int = 0
    refused_at: datetime | None = None
    refused_from: str = ""
    previous_secret_ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
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
        if row is None:
            return WebhookState()
        return WebhookState(row.refused, row.refused_at, row.refused_from, row.previous_secret_ends)

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
        """Tell other processes that a secret was kept or forgotten; written after the vault was."""
        self._change(integration_id, {})

    def set_previous_secret_ends(self, integration_id: int, ends: datetime | None) -> None:
        """Keep until when the secret before is valid, None for not at all."""
        self._change(integration_id, {"previous_secret_ends": ends})

    def add_refused(self, refused: Mapping[int, tuple[int, datetime, str]]) -> None:
        """Add refusals by integration: how many more, when the last was, and the address it came from."""
        with self._writing.begin() as connection:
            for integration_id, (times, at, sender) in refused.items():
                kept = insert(webhook_states).values(
                    integration_id=integration_id, refused=times, refused_at=at, refused_from=sender
                )
                changed = {
                    "refused": webhook_states.c.refused + times,
                    "refused_at": at,
                    "refused_from": sender,
                }
                connection.execute(kept.on_conflict_do_update(index_elements=["integration_id"], set_=changed))

    def _change(self, integration_id: int, values: Mapping[str, datetime | None]) -> None:
        kept = insert(webhook_states).values(integration_id=integration_id, secret_changes=1, **values)
        changed = {**values, "secret_changes": webhook_states.c.secret_changes + 1}
        with self._writing.begin() as connection:
            connection.execute(kept.on_conflict_do_update(index_elements=["integration_id"], set_=changed))
