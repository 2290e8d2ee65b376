"""Attendance is filed by day: a day's records lie together, as they come."""

from alembic import op

revision = "records_0004"
down_revision = "records_0003"

_COLUMNS = (
    "integration_id, student_id, date, subject_code, period, status, name, remarks, run_id, first_seen, last_changed, "
    "removed_at, first_run"
)
_STATEMENTS = (
    """CREATE TABLE attendance_by_day (
        integration_id INTEGER NOT NULL,
        student_id VARCHAR NOT NULL,
        date VARCHAR NOT NULL,
        subject_code VARCHAR NOT NULL,
        period VARCHAR NOT NULL,
        status VARCHAR,
        name VARCHAR,
        remarks VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        first_run INTEGER,
        PRIMARY KEY (integration_id, date, student_id, subject_code, period)
    )""",
    # With their numbers: they lie in the order in which they came.
    f"INSERT INTO attendance_by_day (rowid, {_COLUMNS}) SELECT rowid, {_COLUMNS} FROM attendance ORDER BY rowid",  # noqa: S608
    "DROP TABLE attendance",
    "ALTER TABLE attendance_by_day RENAME TO attendance",
    """CREATE INDEX attendance_removed
        ON attendance (integration_id, date, student_id, subject_code, period) WHERE removed_at IS NOT NULL""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
