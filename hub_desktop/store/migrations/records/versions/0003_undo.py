"""What undo, holds, corrections and the notice of drift need to remember."""

from alembic import op

revision = "records_0003"
down_revision = "records_0002"

_KEYS = {
    "students": "student_id",
    "faculty": "faculty_id",
    "subjects": "subject_code",
    "timetable": "section, day, start_time, subject_code",
    "attendance": "student_id, date, subject_code, period",
    "marks": "student_id, subject_code, exam",
    "custom": "kind, record_id",
}

_STATEMENTS = (
    *(f"ALTER TABLE {name} ADD COLUMN first_run INTEGER" for name in _KEYS),
    *(
        f"CREATE INDEX {name}_removed ON {name} (integration_id, {keys}) WHERE removed_at IS NOT NULL"
        for name, keys in _KEYS.items()
    ),
    "ALTER TABLE history ADD COLUMN operation VARCHAR NOT NULL DEFAULT 'changed'",
    "ALTER TABLE history ADD COLUMN before_run INTEGER",
    "ALTER TABLE history ADD COLUMN before_changed VARCHAR",
    "ALTER TABLE history ADD COLUMN before_removed VARCHAR",
    "ALTER TABLE validators ADD COLUMN body VARCHAR",
    """CREATE TABLE holds (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        data_type VARCHAR NOT NULL,
        run_id INTEGER NOT NULL,
        cause VARCHAR NOT NULL,
        known INTEGER NOT NULL,
        affected INTEGER NOT NULL,
        state VARCHAR NOT NULL,
        made_at VARCHAR NOT NULL,
        decided_at VARCHAR,
        decided_by VARCHAR
    )""",
    "CREATE INDEX holds_of_integration ON holds (integration_id, state)",
    """CREATE TABLE held_records (
        hold_id INTEGER NOT NULL,
        record_key VARCHAR NOT NULL,
        operation VARCHAR NOT NULL,
        "values" VARCHAR,
        PRIMARY KEY (hold_id, record_key),
        FOREIGN KEY(hold_id) REFERENCES holds (id)
    )""",
    """CREATE TABLE corrections (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        college_id INTEGER NOT NULL,
        data_type VARCHAR NOT NULL,
        record_key VARCHAR NOT NULL,
        field VARCHAR NOT NULL,
        value VARCHAR,
        made_by VARCHAR NOT NULL,
        made_at VARCHAR NOT NULL,
        CONSTRAINT correction_of_field UNIQUE (college_id, data_type, record_key, field)
    )""",
    """CREATE TABLE shapes (
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        fields VARCHAR NOT NULL,
        run_id INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (integration_id, endpoint)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
