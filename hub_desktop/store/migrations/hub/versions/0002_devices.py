"""Attendance devices that push: those that are allowed, their punches, and devices nobody knows yet."""

from alembic import op

revision = "hub_0002"
down_revision = "hub_0001"

_STATEMENTS = (
    """CREATE TABLE devices (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        serial VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        allowed BOOLEAN NOT NULL,
        zone VARCHAR NOT NULL,
        look_back_days INTEGER NOT NULL,
        added_at VARCHAR NOT NULL,
        last_contact VARCHAR,
        last_upload VARCHAR,
        address VARCHAR DEFAULT '' NOT NULL,
        firmware VARCHAR DEFAULT '' NOT NULL,
        push_version VARCHAR DEFAULT '' NOT NULL,
        stamp VARCHAR DEFAULT '' NOT NULL,
        lateness JSON NOT NULL,
        day VARCHAR DEFAULT '' NOT NULL,
        uploads_of_day INTEGER DEFAULT '0' NOT NULL,
        duplicates INTEGER DEFAULT '0' NOT NULL,
        trouble VARCHAR DEFAULT '' NOT NULL,
        UNIQUE (serial),
        FOREIGN KEY(integration_id) REFERENCES integrations (id)
    )""",
    """CREATE TABLE punches (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        device_id INTEGER NOT NULL,
        integration_id INTEGER NOT NULL,
        pin VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        day VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        verify VARCHAR NOT NULL,
        work_code VARCHAR NOT NULL,
        received_at VARCHAR NOT NULL,
        UNIQUE (device_id, pin, at),
        FOREIGN KEY(device_id) REFERENCES devices (id),
        FOREIGN KEY(integration_id) REFERENCES integrations (id)
    )""",
    """CREATE INDEX punches_of_integration ON punches (integration_id, id)""",
    """CREATE INDEX punches_of_day ON punches (integration_id, day, pin)""",
    """CREATE TABLE punches_aside (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        device_id INTEGER NOT NULL,
        raw VARCHAR NOT NULL,
        pin VARCHAR NOT NULL,
        at VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        received_at VARCHAR NOT NULL,
        UNIQUE (device_id, raw),
        FOREIGN KEY(device_id) REFERENCES devices (id)
    )""",
    """CREATE TABLE unknown_devices (
        serial VARCHAR NOT NULL,
        address VARCHAR NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_seen VARCHAR NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (serial)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
