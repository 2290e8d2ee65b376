"""The first schema of hub.db."""

from alembic import op

revision = "hub_0001"
down_revision = None

_STATEMENTS = (
    """CREATE TABLE accounts (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        name_folded VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        password_hash VARCHAR NOT NULL,
        college_ids JSON,
        created_at VARCHAR NOT NULL,
        last_sign_in VARCHAR,
        UNIQUE (name_folded)
    )""",
    """CREATE TABLE audit (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at VARCHAR NOT NULL,
        actor VARCHAR NOT NULL,
        role VARCHAR NOT NULL,
        face VARCHAR NOT NULL,
        use_case VARCHAR NOT NULL,
        subject VARCHAR NOT NULL,
        college_id INTEGER,
        outcome VARCHAR NOT NULL,
        detail VARCHAR NOT NULL,
        previous VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        UNIQUE (digest)
    )""",
    """CREATE TABLE colleges (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name VARCHAR NOT NULL,
        created_at VARCHAR NOT NULL,
        UNIQUE (name)
    )""",
    """CREATE TABLE sealed_secrets (
        name VARCHAR NOT NULL,
        sealed VARCHAR NOT NULL,
        PRIMARY KEY (name)
    )""",
    """CREATE TABLE settings (
        "key" VARCHAR NOT NULL,
        value JSON NOT NULL,
        PRIMARY KEY ("key")
    )""",
    """CREATE TABLE integrations (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        college_id INTEGER NOT NULL,
        name VARCHAR NOT NULL,
        name_folded VARCHAR NOT NULL,
        config JSON NOT NULL,
        enabled BOOLEAN NOT NULL,
        created_at VARCHAR NOT NULL,
        updated_at VARCHAR NOT NULL,
        deleted_at VARCHAR,
        failures INTEGER DEFAULT '0' NOT NULL,
        retry_at VARCHAR,
        stopped VARCHAR,
        problem JSON,
        FOREIGN KEY(college_id) REFERENCES colleges (id)
    )""",
    """CREATE UNIQUE INDEX integrations_name ON integrations (college_id, name_folded) WHERE deleted_at IS NULL""",
    """CREATE TABLE endpoint_states (
        integration_id INTEGER NOT NULL,
        endpoint VARCHAR NOT NULL,
        last_started VARCHAR,
        last_succeeded VARCHAR,
        problem JSON,
        PRIMARY KEY (integration_id, endpoint),
        FOREIGN KEY(integration_id) REFERENCES integrations (id)
    )""",
    """CREATE TABLE runs (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        "trigger" VARCHAR NOT NULL,
        status VARCHAR NOT NULL,
        started_at VARCHAR NOT NULL,
        finished_at VARCHAR,
        endpoints JSON NOT NULL,
        problem JSON,
        asked_by VARCHAR NOT NULL,
        FOREIGN KEY(integration_id) REFERENCES integrations (id)
    )""",
    """CREATE INDEX runs_of_integration ON runs (integration_id, id)""",
    """CREATE TABLE deliveries (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        integration_id INTEGER NOT NULL,
        received_at VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        body BLOB NOT NULL,
        state VARCHAR NOT NULL,
        reason VARCHAR DEFAULT '' NOT NULL,
        run_id INTEGER,
        processed_at VARCHAR,
        repeats INTEGER DEFAULT '0' NOT NULL,
        FOREIGN KEY(integration_id) REFERENCES integrations (id),
        FOREIGN KEY(run_id) REFERENCES runs (id)
    )""",
    """CREATE INDEX deliveries_digest ON deliveries (integration_id, digest)""",
    """CREATE INDEX deliveries_waiting ON deliveries (integration_id, state, id)""",
    """CREATE TABLE log (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at VARCHAR NOT NULL,
        level VARCHAR NOT NULL,
        integration_id INTEGER,
        run_id INTEGER,
        endpoint VARCHAR NOT NULL,
        message VARCHAR NOT NULL,
        detail VARCHAR NOT NULL,
        FOREIGN KEY(integration_id) REFERENCES integrations (id),
        FOREIGN KEY(run_id) REFERENCES runs (id)
    )""",
    """CREATE INDEX log_of_integration ON log (integration_id, id)""",
    """CREATE INDEX log_of_run ON log (run_id, id)""",
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END""",
    """CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit is append-only'); END""",
)


def upgrade() -> None:
    for statement in _STATEMENTS:
        op.execute(statement)
