"""The tables of records.db, drawn from the data types. Migrations bring a file to this shape; a test compares them."""

from typing import Any

import sqlalchemy as sa

from hub_desktop.core.datatypes import DATA_TYPES, DataType, FieldKind
from hub_desktop.store.times import UtcTime

metadata = sa.MetaData()

_COLUMN_TYPES = {FieldKind.NUMBER: sa.Float, FieldKind.INTEGER: sa.Integer}


def _table(data_type: DataType) -> sa.Table:
    columns: list[sa.Column[Any]] = [
        sa.Column(f.name, _COLUMN_TYPES.get(f.kind, sa.String), nullable=not f.key) for f in data_type.fields
    ]
    return sa.Table(
        data_type.name,
        metadata,
        sa.Column("integration_id", sa.Integer, nullable=False),
        *columns,
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("first_seen", UtcTime, nullable=False),
        sa.Column("last_changed", UtcTime, nullable=False),
        sa.Column("removed_at", UtcTime, nullable=True),
        sa.Column("first_run", sa.Integer, nullable=True),
        sa.PrimaryKeyConstraint("integration_id", *data_type.order_names),
        # What is not there any more, so that what is there can be counted and jumped through by the keys alone.
        sa.Index(
            f"{data_type.name}_removed",
            "integration_id",
            *data_type.order_names,
            sqlite_where=sa.text("removed_at IS NOT NULL"),
        ),
    )


RECORD_TABLES: dict[str, sa.Table] = {name: _table(data_type) for name, data_type in DATA_TYPES.items()}
"""One table a data type: one row for each source and natural key, with the run that last changed it."""

quarantine = sa.Table(
    "quarantine",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.Integer, nullable=False),
    sa.Column("endpoint", sa.String, nullable=False),
    sa.Column("data_type", sa.String, nullable=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("raw", sa.String, nullable=False),
    sa.Column("reasons", sa.JSON, nullable=False),
    sa.Column("run_id", sa.Integer, nullable=False),
    sa.Column("first_seen", UtcTime, nullable=False),
    sa.Column("last_seen", UtcTime, nullable=False),
    sa.UniqueConstraint("integration_id", "endpoint", "digest", name="quarantine_record"),
    sqlite_autoincrement=True,
)

history = sa.Table(
    "history",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.Integer, nullable=False),
    sa.Column("data_type", sa.String, nullable=False),
    sa.Column("record_key", sa.String, nullable=False),
    sa.Column("before", sa.String, nullable=False),
    sa.Column("run_id", sa.Integer, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("operation", sa.String, nullable=False, server_default="changed"),
    sa.Column("before_run", sa.Integer, nullable=True),
    sa.Column("before_changed", UtcTime, nullable=True),
    sa.Column("before_removed", UtcTime, nullable=True),
    sqlite_autoincrement=True,
)
sa.Index("history_of_record", history.c.integration_id, history.c.data_type, history.c.record_key)
sa.Index("history_of_run", history.c.run_id)

cursors = sa.Table(
    "cursors",
    metadata,
    sa.Column("integration_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("endpoint", sa.String, primary_key=True),
    sa.Column("run_id", sa.Integer, nullable=False),
    sa.Column("pages", sa.Integer, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("value", sa.String, nullable=True),
    sa.Column("fingerprint", sa.String, nullable=True),
)
"""How far each endpoint has come: the pages its latest run has committed, and the cursor of an incremental one."""

validators = sa.Table(
    "validators",
    metadata,
    sa.Column("integration_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("endpoint", sa.String, primary_key=True),
    sa.Column("digest", sa.String, primary_key=True),
    sa.Column("etag", sa.String, nullable=False),
    sa.Column("last_modified", sa.String, nullable=False),
    sa.Column("records", sa.Integer, nullable=False),
    sa.Column("fingerprint", sa.String, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("body", sa.String, nullable=True),
    sa.Column("frame", sa.String, nullable=True),
)
"""What tells that the answer to a request has not changed since its records were stored."""

tallies = sa.Table(
    "tallies",
    metadata,
    sa.Column("integration_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data_type", sa.String, primary_key=True),
    sa.Column("records", sa.Integer, nullable=False),
)
"""The number of current records by source and data type, kept with every write: counting a million takes too long."""

holds = sa.Table(
    "holds",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.Integer, nullable=False),
    sa.Column("endpoint", sa.String, nullable=False),
    sa.Column("data_type", sa.String, nullable=False),
    sa.Column("run_id", sa.Integer, nullable=False),
    sa.Column("cause", sa.String, nullable=False),
    sa.Column("known", sa.Integer, nullable=False),
    sa.Column("affected", sa.Integer, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.Column("decided_at", UtcTime, nullable=True),
    sa.Column("decided_by", sa.String, nullable=True),
    sqlite_autoincrement=True,
)
sa.Index("holds_of_integration", holds.c.integration_id, holds.c.state)
"""What the safety brake stopped, waiting for a person or decided by one."""

held_records = sa.Table(
    "held_records",
    metadata,
    sa.Column("hold_id", sa.ForeignKey("holds.id"), primary_key=True),
    sa.Column("record_key", sa.String, primary_key=True),
    sa.Column("operation", sa.String, nullable=False),
    sa.Column("values", sa.String, nullable=True),
)
"""What a hold would do to each record."""

corrections = sa.Table(
    "corrections",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("college_id", sa.Integer, nullable=False),
    sa.Column("data_type", sa.String, nullable=False),
    sa.Column("record_key", sa.String, nullable=False),
    sa.Column("field", sa.String, nullable=False),
    sa.Column("value", sa.String, nullable=True),
    sa.Column("made_by", sa.String, nullable=False),
    sa.Column("made_at", UtcTime, nullable=False),
    sa.UniqueConstraint("college_id", "data_type", "record_key", "field", name="correction_of_field"),
    sqlite_autoincrement=True,
)
"""Values that people corrected by hand: the source with the highest precedence."""

shapes = sa.Table(
    "shapes",
    metadata,
    sa.Column("integration_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("endpoint", sa.String, primary_key=True),
    sa.Column("fields", sa.String, nullable=False),
    sa.Column("run_id", sa.Integer, nullable=False),
    sa.Column("at", UtcTime, nullable=False),
)
"""Which fields the records of an endpoint have, and of what kind, so that a change of them is noticed."""
