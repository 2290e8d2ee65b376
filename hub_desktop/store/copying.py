"""Consistent copies of the two databases while the program goes on working with them."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from hub_desktop.core.errors import BusyError, StorageError
from hub_desktop.store.backup_file import HUB_NAME, RECORDS_NAME, Step
from hub_desktop.store.engine import Databases, Driver, trouble_of, turn_of

_PAGES_A_STEP = 1_000
_TURN_SECONDS = 0.5
_BUSY_MS = 500
_PATIENCE_SECONDS = 30.0
_PAGE_BYTES = 4_096
_STEPS_A_LOOK = 5_000
"""Steps of SQLite, each of them a page where it reads a file through, between two looks whether to stop."""


def copy_both(databases: Databases, key: str | None, into: Path, step: Step) -> dict[str, Path]:
    """Copy both files, of one and the same moment, into the folder `into`; return the copies by name.

    A run commits its records to one file and that it has to the other: copies of two moments could give the number of
    a run twice, or take a delivery for done whose records are missing. Nobody waits longer than it takes to note the
    moment. Raises BusyError, or StorageError where the disk refuses.
    """
    copies = {HUB_NAME: into / HUB_NAME, RECORDS_NAME: into / RECORDS_NAME}
    with _of_one_moment(databases, step) as sources:
        for copy, source in zip(copies.values(), sources, strict=True):
            copy_file(source, copy, key, databases.driver, step)
    return copies


def copy_file(source: Any, target: Path, key: str | None, driver: Driver, step: Step) -> None:
    """Copy what a connection sees to a new file that is locked with `key`; the source may have another."""
    target.touch(mode=0o600)
    dbapi: Any = driver.module
    done = 0

    def copied(_status: int, remaining: int, total: int) -> None:
        nonlocal done
        step((total - remaining - done) * _PAGE_BYTES)
        done = total - remaining

    with told_by_sqlite(dbapi, target.name):
        copy = dbapi.connect(str(target), isolation_level=None)
        try:
            unlock(copy, key)
            # Until the backup is whole nothing depends on it, and then it is written through once.
            copy.execute("PRAGMA synchronous = OFF")
            source.backup(copy, pages=_PAGES_A_STEP, progress=copied)
        finally:
            copy.close()


def check_copy(file: Path, key: str | None, driver: Driver, step: Step) -> str:
    """Read a copy through and return its schema; raise StorageError when SQLite finds anything wrong with it."""
    dbapi: Any = driver.module
    with told_by_sqlite(dbapi, file.name), _interruptible(step) as looked:
        connection = dbapi.connect(str(file), isolation_level=None)
        try:
            unlock(connection, key)
            connection.set_progress_handler(looked, _STEPS_A_LOOK)
            found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
            if found != "ok":
                raise StorageError(
                    "The copy does not read as it should, so no backup was made. Look after the disk and try again.",
                    f"{file.name}: {found}",
                )
            return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        finally:
            connection.close()


@contextmanager
def _interruptible(step: Step) -> Iterator[Callable[[], bool]]:
    """Give what SQLite calls while it works on one statement; it breaks off, and what `step` raises is raised."""
    stopped: list[Exception] = []

    def looked() -> bool:
        try:
            step(0)
        except Exception as error:  # noqa: BLE001 - SQLite swallows it, and would call it trouble with the file
            stopped.append(error)
        return bool(stopped)

    try:
        yield looked
    except Exception:
        if stopped:
            raise stopped[0] from None
        raise


def opens(file: Path, key: str | None, driver: Driver) -> bool:
    """Tell whether the file can be read with this key."""
    dbapi: Any = driver.module
    connection = dbapi.connect(str(file), isolation_level=None)
    try:
        if key is not None:
            # It would write to standard error that the key does not fit, which is what is asked.
            connection.execute("PRAGMA cipher_log_level = NONE")
        unlock(connection, key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def unlock(connection: Any, key: str | None) -> None:
    """Give the connection its key, in hex; None for a file that is not encrypted."""
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")


@contextmanager
def told_by_sqlite(dbapi: Any, name: str) -> Iterator[None]:
    """Raise in words what SQLite says of a file."""
    try:
        yield
    except dbapi.DatabaseError as error:
        told = trouble_of(error, name)
        raise told or StorageError(
            f"The file {name} cannot be copied: SQLite could not read or write it. Look after the disk and try again.",
            f"{name}: {type(error).__name__}: {error}",
        ) from error


@contextmanager
def _of_one_moment(databases: Databases, step: Step) -> Iterator[tuple[Any, Any]]:
    """Give a reading connection to each file; both see what was committed at one moment, until they are let go."""
    with ExitStack() as stack:
        readers = [stack.enter_context(_own_connection(engine)) for engine in (databases.hub, databases.records)]
        with told_by_sqlite(databases.driver.module, "hub.db or records.db"), ExitStack() as held:
            writers = [held.enter_context(_own_connection(engine)) for engine in (databases.hub, databases.records)]
            _hold_both(databases, writers, held, step)
            for reader in readers:
                reader.execute("BEGIN")
                # Only the first read sets the moment.
                reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield readers[0], readers[1]


def _hold_both(databases: Databases, writers: list[Any], held: ExitStack, step: Step) -> None:
    """Keep every writer of either file out until `held` is closed, also those of other processes."""
    error = databases.driver.module.OperationalError
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        # So that whoever is to stop need not wait for others.
        step(0)
        with ExitStack() as trying:
            # Whoever writes to one file may wait for the other: so neither is waited for long while one is held.
            for engine, writer in zip((databases.hub, databases.records), writers, strict=True):
                turn = turn_of(engine)
                if not turn.acquire(timeout=_TURN_SECONDS):
                    break
                trying.callback(turn.release)
                try:
                    writer.execute("BEGIN IMMEDIATE")
                except error:
                    break
                trying.callback(writer.execute, "ROLLBACK")
            else:
                held.push(trying.pop_all())
                return
    raise BusyError(
        "The files were written to without a pause, so no backup could begin. Try again in a moment.",
        f"the write locks were not free together for {_PATIENCE_SECONDS:g} s",
    )


@contextmanager
def _own_connection(engine: sa.Engine) -> Iterator[Any]:
    """Give a connection of the driver that is closed afterwards and not used for anything else."""
    pooled = engine.raw_connection()
    connection: Any = pooled.driver_connection
    # Out of the pool, which would hand it to others with what was set on it.
    pooled.detach()
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        yield connection
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        pooled.close()
