"""The first schema of records.db."""

from alembic import op

revision = "records_0001"
down_revision = None

_STATEMENTS = (
    """CREATE TABLE attendance (
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
        PRIMARY KEY (integration_id, student_id, date, subject_code, period)
    )""",
    """CREATE TABLE cursors (
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        run_id INTEGER NOT NULL,
        pages INTEGER NOT NULL,
        at VARCHAR NOT NULL,
        PRIMARY KEY (integration_id, endpoint)
    )""",
    """CREATE TABLE custom (
        integration_id INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        record_id VARCHAR NOT NULL,
        content VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, kind, record_id)
    )""",
    """CREATE TABLE faculty (
        integration_id INTEGER NOT NULL,
        faculty_id VARCHAR NOT NULL,
        name VARCHAR,
        email VARCHAR,
        phone VARCHAR,
        department VARCHAR,
        designation VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, faculty_id)
    )""",
    """CREATE TABLE history (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        data_type VARCHAR NOT NULL,
        record_key VARCHAR NOT NULL,
        "before" VARCHAR NOT NULL,
        run_id INTEGER NOT NULL,
        at VARCHAR NOT NULL
    )""",
    """CREATE INDEX history_of_record ON history (integration_id, data_type, record_key)""",
    """CREATE INDEX history_of_run ON history (run_id)""",
    """CREATE TABLE marks (
        integration_id INTEGER NOT NULL,
        student_id VARCHAR NOT NULL,
        subject_code VARCHAR NOT NULL,
        exam VARCHAR NOT NULL,
        marks_obtained FLOAT,
        max_marks FLOAT,
        grade VARCHAR,
        exam_date VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, student_id, subject_code, exam)
    )""",
    """CREATE TABLE quarantine (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        data_type VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        raw VARCHAR NOT NULL,
        reasons JSON NOT NULL,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_seen VARCHAR NOT NULL,
        CONSTRAINT quarantine_record UNIQUE (integration_id, endpoint, digest)
    )""",
    """CREATE TABLE students (
        integration_id INTEGER NOT NULL,
        student_id VARCHAR NOT NULL,
        name VARCHAR,
        email VARCHAR,
        phone VARCHAR,
        department VARCHAR,
        program VARCHAR,
        semester VARCHAR,
        section VARCHAR,
        roll_number VARCHAR,
        date_of_birth VARCHAR,
        gender VARCHAR,
        admission_date VARCHAR,
        status VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, student_id)
    )""",
    """CREATE TABLE subjects (
        integration_id INTEGER NOT NULL,
        subject_code VARCHAR NOT NULL,
        name VARCHAR,
        department VARCHAR,
        semester VARCHAR,
        credits FLOAT,
        faculty_id VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, subject_code)
    )""",
    """CREATE TABLE tallies (
        integration_id INTEGER NOT NULL,
        data_type VARCHAR NOT NULL,
        records INTEGER NOT NULL,
        PRIMARY KEY (integration_id, data_type)
    )""",
    """CREATE TABLE timetable (
        integration_id INTEGER NOT NULL,
        section VARCHAR NOT NULL,
        day VARCHAR NOT NULL,
        start_time VARCHAR NOT NULL,
        subject_code VARCHAR NOT NULL,
        end_time VARCHAR,
        faculty_id VARCHAR,
        room VARCHAR,
        run_id INTEGER NOT NULL,
        first_seen VARCHAR NOT NULL,
        last_changed VARCHAR NOT NULL,
        removed_at VARCHAR,
        PRIMARY KEY (integration_id, section, day, start_time, subject_code)
    )""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
