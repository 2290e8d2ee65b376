"""The tables of hub.db. Migrations bring a file to this shape; a test compares the two."""

import sqlalchemy as sa

from hub_desktop.store.times import UtcTime

metadata = sa.MetaData()

settings = sa.Table(
    "settings",
    metadata,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
)

colleges = sa.Table(
    "colleges",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False, unique=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,
)

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("name_folded", sa.String, nullable=False, unique=True),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("password_hash", sa.String, nullable=False),
    sa.Column("college_ids", sa.JSON, nullable=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("last_sign_in", UtcTime, nullable=True),
    sqlite_autoincrement=True,
)

integrations = sa.Table(
    "integrations",
    metadata,
    # Never used twice: the records of a deleted integration keep its number.
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("college_id", sa.ForeignKey("colleges.id"), nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("name_folded", sa.String, nullable=False),
    sa.Column("config", sa.JSON, nullable=False),
    sa.Column("enabled", sa.Boolean, nullable=False),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("updated_at", UtcTime, nullable=False),
    sa.Column("deleted_at", UtcTime, nullable=True),
    sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
    sa.Column("retry_at", UtcTime, nullable=True),
    sa.Column("stopped", sa.String, nullable=True),
    sa.Column("problem", sa.JSON(none_as_null=True), nullable=True),
    sqlite_autoincrement=True,
)
sa.Index(
    "integrations_name",
    integrations.c.college_id,
    integrations.c.name_folded,
    unique=True,
    sqlite_where=integrations.c.deleted_at.is_(None),
)

endpoint_states = sa.Table(
    "endpoint_states",
    metadata,
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), primary_key=True),
    sa.Column("endpoint", sa.String, primary_key=True),
    sa.Column("last_started", UtcTime, nullable=True),
    sa.Column("last_succeeded", UtcTime, nullable=True),
    sa.Column("problem", sa.JSON(none_as_null=True), nullable=True),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), nullable=False),
    sa.Column("trigger", sa.String, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("started_at", UtcTime, nullable=False),
    sa.Column("finished_at", UtcTime, nullable=True),
    sa.Column("endpoints", sa.JSON, nullable=False),
    sa.Column("problem", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("asked_by", sa.String, nullable=False),
    sqlite_autoincrement=True,
)
sa.Index("runs_of_integration", runs.c.integration_id, runs.c.id)

log = sa.Table(
    "log",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcTime, nullable=False),
    sa.Column("level", sa.String, nullable=False),
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), nullable=True),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=True),
    sa.Column("endpoint", sa.String, nullable=False),
    sa.Column("message", sa.String, nullable=False),
    sa.Column("detail", sa.String, nullable=False),
    sqlite_autoincrement=True,
)
sa.Index("log_of_integration", log.c.integration_id, log.c.id)
sa.Index("log_of_run", log.c.run_id, log.c.id)

deliveries = sa.Table(
    "deliveries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), nullable=False),
    sa.Column("received_at", UtcTime, nullable=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False, server_default=""),
    sa.Column("run_id", sa.ForeignKey("runs.id"), nullable=True),
    sa.Column("processed_at", UtcTime, nullable=True),
    sa.Column("repeats", sa.Integer, nullable=False, server_default="0"),
    sa.Column("size", sa.Integer, nullable=False, server_default="0"),
    sa.Column("message_id", sa.String, nullable=False, server_default=""),
    sa.Column("sender", sa.String, nullable=False, server_default=""),
    sa.Column("labels", sa.String, nullable=False, server_default="{}"),
    sa.Column("endpoint", sa.String, nullable=False, server_default=""),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("retry_at", UtcTime, nullable=True),
    sqlite_autoincrement=True,
)
sa.Index("deliveries_waiting", deliveries.c.integration_id, deliveries.c.state, deliveries.c.id)
sa.Index("deliveries_retried", deliveries.c.retry_at, sqlite_where=deliveries.c.retry_at.is_not(None))

# What came lately, by a digest of how each delivery is known: apart, small and short-lived, because its keys are
# scattered, and every page they touch is written with each commit.
delivery_marks = sa.Table(
    "delivery_marks",
    metadata,
    sa.Column("mark", sa.LargeBinary, primary_key=True),
    sa.Column("delivery_id", sa.Integer, nullable=False),
    sa.Column("at", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

webhook_states = sa.Table(
    "webhook_states",
    metadata,
    # 0 stands for all addresses that belong to no integration.
    sa.Column("integration_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("refused", sa.Integer, nullable=False, server_default="0"),
    sa.Column("refused_at", UtcTime, nullable=True),
    sa.Column("refused_from", sa.String, nullable=False, server_default=""),
    sa.Column("previous_secret_ends", UtcTime, nullable=True),
    sa.Column("secret_changes", sa.Integer, nullable=False, server_default="0"),
    # Deliveries with a wrong signature, one after the other: how many, since when, and after which right delivery.
    sa.Column("wrong_in_row", sa.Integer, nullable=False, server_default="0"),
    sa.Column("wrong_since", UtcTime, nullable=True),
    sa.Column("wrong_after", sa.Integer, nullable=False, server_default="0"),
)

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("actor", sa.String, nullable=False),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("face", sa.String, nullable=False),
    sa.Column("use_case", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("college_id", sa.Integer, nullable=True),
    sa.Column("outcome", sa.String, nullable=False),
    sa.Column("detail", sa.String, nullable=False),
    sa.Column("previous", sa.String, nullable=False),
    sa.Column("digest", sa.String, nullable=False, unique=True),
    sqlite_autoincrement=True,
)

sealed_secrets = sa.Table(
    "sealed_secrets",
    metadata,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("sealed", sa.String, nullable=False),
)

devices = sa.Table(
    "devices",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), nullable=False),
    sa.Column("serial", sa.String, nullable=False, unique=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("allowed", sa.Boolean, nullable=False),
    sa.Column("zone", sa.String, nullable=False),
    sa.Column("look_back_days", sa.Integer, nullable=False),
    sa.Column("added_at", UtcTime, nullable=False),
    sa.Column("last_contact", UtcTime, nullable=True),
    sa.Column("last_upload", UtcTime, nullable=True),
    sa.Column("address", sa.String, nullable=False, server_default=""),
    sa.Column("firmware", sa.String, nullable=False, server_default=""),
    sa.Column("push_version", sa.String, nullable=False, server_default=""),
    sa.Column("stamp", sa.String, nullable=False, server_default=""),
    sa.Column("lateness", sa.JSON, nullable=False),
    sa.Column("day", sa.String, nullable=False, server_default=""),
    sa.Column("uploads_of_day", sa.Integer, nullable=False, server_default="0"),
    sa.Column("duplicates", sa.Integer, nullable=False, server_default="0"),
    sa.Column("trouble", sa.String, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)

punches = sa.Table(
    "punches",
    metadata,
    # Never used twice: how far the attendance was drawn from them is kept as a number.
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("device_id", sa.ForeignKey("devices.id"), nullable=False),
    sa.Column("integration_id", sa.ForeignKey("integrations.id"), nullable=False),
    sa.Column("pin", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("day", sa.String, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("verify", sa.String, nullable=False),
    sa.Column("work_code", sa.String, nullable=False),
    sa.Column("received_at", UtcTime, nullable=False),
    sa.UniqueConstraint("device_id", "pin", "at"),
    sqlite_autoincrement=True,
)
sa.Index("punches_of_integration", punches.c.integration_id, punches.c.id)
sa.Index("punches_of_day", punches.c.integration_id, punches.c.day, punches.c.pin)

punches_aside = sa.Table(
    "punches_aside",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("device_id", sa.ForeignKey("devices.id"), nullable=False),
    sa.Column("raw", sa.String, nullable=False),
    sa.Column("pin", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("received_at", UtcTime, nullable=False),
    sa.UniqueConstraint("device_id", "raw"),
    sqlite_autoincrement=True,
)

unknown_devices = sa.Table(
    "unknown_devices",
    metadata,
    sa.Column("serial", sa.String, primary_key=True),
    sa.Column("address", sa.String, nullable=False),
    sa.Column("first_seen", UtcTime, nullable=False),
    sa.Column("last_seen", UtcTime, nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
)
api_tokens = sa.Table(
    "api_tokens",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("name_folded", sa.String, nullable=False, unique=True),
    sa.Column("digest", sa.String, nullable=False, unique=True),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("college_ids", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("created_at", UtcTime, nullable=False),
    sa.Column("created_by", sa.String, nullable=False),
    sa.Column("expires_at", UtcTime, nullable=True),
    sa.Column("last_used_at", UtcTime, nullable=True),
    sqlite_autoincrement=True,
)
