"""Tokens with which other programs use the management API."""

from alembic import op

revision = "hub_0003"
down_revision = "hub_0002"

_STATEMENTS = (
    """CREATE TABLE api_tokens (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        name_folded VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        college_ids JSON,
        created_at VARCHAR NOT NULL,
        created_by VARCHAR NOT NULL,
        expires_at VARCHAR,
        last_used_at VARCHAR,
        UNIQUE (name_folded),
        UNIQUE (digest)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
