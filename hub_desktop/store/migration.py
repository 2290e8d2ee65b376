"""Bringing a file to the schema of this program, with a backup first; refusing one of a newer program."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.errors import StorageError
from hub_desktop.store.engine import writing
from hub_desktop.store.kept import drop_old_copies

if TYPE_CHECKING:
    from alembic.config import Config

_SCRIPTS = Path(__file__).resolve().parent / "migrations"
_log = logging.getLogger(__name__)


class Schema(Struct, frozen=True):
    """One of the two schemas: the folder of its migrations and the newest of them."""

    name: str
    head: str


HUB = Schema("hub", "hub_0005")
RECORDS = Schema("records", "records_0005")


def migrate(engine: sa.Engine, file: Path, schema: Schema) -> None:
    """Bring the file to `schema.head`; raise StorageError when it was written by a newer program.

    All steps run in one transaction, so that a program killed in between finds the file as it was.
    """
    found = refuse_newer(engine, file, schema)
    if found == schema.head:
        return
    # Alembic is slow to import and rarely needed: only when the schema differs.
    from alembic import command

    config = _config(schema)
    if found is not None:
        copy = backup(engine, file.with_name(f"{file.name}.before-{schema.head}"))
        try:
            # Now, because a migration that fails is tried again at every start, with one more copy each time.
            drop_old_copies(copy, file)
        except OSError as error:
            _log.warning("an old copy of %s stays, for it cannot be removed: %s", file.name, error)
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    _log.info("brought %s from %s to schema %s", file.name, found or "nothing", schema.head)


def refuse_newer(engine: sa.Engine, file: Path, schema: Schema) -> str | None:
    """Return the schema version of the file; raise StorageError when a newer program wrote it. Changes nothing."""
    found = version(engine)
    if found is None or found == schema.head:
        return found
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(_config(schema)).walk_revisions()}
    if found not in known:
        raise StorageError(
            f"The file {file.name} was written by a newer Hub Desktop. Install the newest version to open it; nothing "
            "was changed.",
            f"schema {found} is unknown here; newest known is {schema.head}",
        )
    return found


def _config(schema: Schema) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS / schema.name).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def version(engine: sa.Engine) -> str | None:
    """Return the schema version written in the file, None for an empty one."""
    with engine.connect() as connection:
        if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def backup(engine: sa.Engine, target: Path) -> Path:
    """Copy the open file, encrypted as it is, to `target` or beside it with the time in its name; return the path."""
    if target.exists():
        target = target.with_name(f"{target.name}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    # Made before it is filled, so that nobody else can read it at any moment; SQLite takes an empty file.
    target.touch(mode=0o600)
    # The bare connection of the driver, because VACUUM does not run inside the transaction SQLAlchemy opens.
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()
    return target
