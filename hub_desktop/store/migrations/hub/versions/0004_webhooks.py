"""What the inbox remembers of deliveries, and what is known of each webhook."""

import hashlib
from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "hub_0004"
down_revision = "hub_0003"

_STATEMENTS = (
    "ALTER TABLE deliveries ADD COLUMN size INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN message_id VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN sender VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN labels VARCHAR DEFAULT '{}' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN endpoint VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN attempts INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE deliveries ADD COLUMN retry_at VARCHAR",
    "UPDATE deliveries SET size = length(body)",
    "DROP INDEX deliveries_digest",
    "CREATE INDEX deliveries_retried ON deliveries (retry_at) WHERE retry_at IS NOT NULL",
    """CREATE TABLE delivery_marks (
        mark BLOB NOT NULL,
        delivery_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (mark)
    ) WITHOUT ROWID""",
    """CREATE TABLE webhook_states (
        integration_id INTEGER NOT NULL,
        refused INTEGER DEFAULT '0' NOT NULL,
        refused_at VARCHAR,
        refused_from VARCHAR DEFAULT '' NOT NULL,
        previous_secret_ends VARCHAR,
        secret_changes INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (integration_id)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
    # Written out here, because a migration must give the same however the program changes later.
    connection = op.get_bind()
    known = connection.execute(sa.text("SELECT id, integration_id, digest, received_at FROM deliveries ORDER BY id"))
    marks = [
        {
            "mark": hashlib.blake2b(f"{row.integration_id} body {row.digest}".encode(), digest_size=16).digest(),
            "delivery_id": row.id,
            "at": int(datetime.fromisoformat(row.received_at).timestamp()),
        }
        for row in known
    ]
    if marks:
        connection.execute(
            sa.text(
                "INSERT INTO delivery_marks (mark, delivery_id, at) VALUES (:mark, :delivery_id, :at) "
                "ON CONFLICT (mark) DO UPDATE SET delivery_id = excluded.delivery_id, at = excluded.at"
            ),
            marks,
        )
