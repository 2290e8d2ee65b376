"""Cursors of incremental endpoints, and what tells that an answer has not changed."""

from alembic import op

revision = "records_0002"
down_revision = "records_0001"

_STATEMENTS = (
    "ALTER TABLE cursors ADD COLUMN value VARCHAR",
    "ALTER TABLE cursors ADD COLUMN fingerprint VARCHAR",
    """CREATE TABLE validators (
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        etag VARCHAR NOT NULL,
        last_modified VARCHAR NOT NULL,
        records INTEGER NOT NULL,
        fingerprint VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (integration_id, endpoint, digest)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
