"""Opening of the two database files: driver, encryption, pragmas, transactions and schema."""

import base64
import hashlib
import logging
import os
import re
import secrets
import sqlite3
import threading
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from filelock import Timeout
from msgspec import Struct
from sqlalchemy.pool import QueuePool

from hub_desktop.core.errors import MissingKeyError, StorageError, TransientError, UnreadableFilesError
from hub_desktop.core.stopping import stopped_error, stopped_here, was_broken_off
from hub_desktop.store.folder import DataFolder, is_gone
from hub_desktop.store.soundness import damage_in, doubt
from hub_desktop.store.vault import Vault

DATABASE_KEY = "database-key"
_BUSY_SECONDS = 15.0
_HUB_CHECKPOINT_PAGES = 4_000
_PLAIN_HEADER = b"SQLite format 3\x00"
_HELD = (TransientError, "Another program held the files of Hub Desktop for too long. Try again in a moment.")
_TROUBLES: dict[str, tuple[type[StorageError | TransientError], str]] = {
    "disk is full": (
        StorageError,
        "The disk of this computer is full. Free some space and sync again; what was stored before is safe.",
    ),
    "disk i/o error": (
        StorageError,
        "The disk of this computer could not be read or written. Look after the disk, and keep a backup at hand.",
    ),
    "readonly database": (
        StorageError,
        "The data folder can be read but not written. Ask your IT team for permission to write there.",
    ),
    "database is locked": _HELD,
    # SQLITE_PROTOCOL: the locks that lie beside the file are held.
    "locking protocol": _HELD,
}
# SQLITE_NOTADB, which is also what SQLCipher says of another key, and SQLITE_CORRUPT.
_DAMAGE = re.compile(r"not a database|image is malformed|malformed database schema", re.IGNORECASE)
_log = logging.getLogger(__name__)


class Driver(Struct, frozen=True):
    """The SQLite that is used: its Python module, its version, and whether it can encrypt."""

    module: ModuleType
    version: tuple[int, ...]
    encrypts: bool

    @property
    def wal_is_safe(self) -> bool:
        """Whether this SQLite is free of the WAL-reset bug (3.7.0 to 3.51.2; mended in 3.44.6 and 3.50.7 too)."""
        return (
            self.version >= (3, 51, 3) or (3, 50, 7) <= self.version < (3, 51) or (3, 44, 6) <= self.version < (3, 45)
        )


class Databases(Struct, frozen=True):
    """Both files, open. `hub` is durable to the last commit; `records` to the last checkpoint of the system."""

    hub: sa.Engine
    records: sa.Engine
    encrypted: bool
    driver: Driver
    first_start: bool

    def close(self) -> None:
        """Close every connection."""
        self.hub.dispose()
        self.records.dispose()


def find_driver() -> Driver:
    """Return sqlcipher3 where the platform has a wheel of it, and Python's own sqlite3 elsewhere."""
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        driver = Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
    else:
        driver = Driver(dbapi2, tuple(dbapi2.sqlite_version_info), encrypts=True)
    # A driver looks for a way to adapt each None that it is given, in vain and at length: without this the empty values
    # of a page cost more than all the others.
    driver.module.register_adapter(type(None), _as_it_is)
    return driver


def _as_it_is(nothing: None) -> None:
    return nothing


def open_databases(folder: DataFolder, vault: Vault, driver: Driver | None = None, *, anew: bool = False) -> Databases:
    """Open, and where needed make or migrate, the two files of the folder.

    Raises StorageError when a file is damaged, written by a newer program, or locked with a key this computer's
    keyring does not hold; and MissingFilesError, with nothing made, where one is gone that was there before, unless a
    person wants to begin `anew`.
    """
    driver = driver or find_driver()
    try:
        with folder.opening_lock():
            return _open(folder, vault, driver, anew=anew)
    except Timeout:
        raise StorageError(
            "Another Hub Desktop is opening this data folder and does not finish. Close it, then start again.",
            f"{folder.opening_lock().lock_file} is held",
        ) from None


def _open(folder: DataFolder, vault: Vault, driver: Driver, *, anew: bool) -> Databases:
    from hub_desktop.store.migration import HUB, RECORDS, migrate, refuse_newer

    if folder.restore_note.exists():
        # Slow to import, and rarely needed: only when a program was killed while it restored a backup.
        from hub_desktop.store.replacing import finish_replacing

        finish_replacing(folder, vault, driver)
    first_start = not folder.hub_file.exists()
    if is_gone(folder.hub_file) and not anew:
        from hub_desktop.store.missing import refuse_lost_hub

        # Before anything is made, the key of new files among it.
        refuse_lost_hub(folder)
    key = _database_key(folder, vault, driver)
    if not driver.encrypts:
        _log.warning("this platform has no sqlcipher3: the files are not encrypted by Hub Desktop")
    with ExitStack() as stack:
        # Both are looked at before either is changed.
        hub = _engine(folder.hub_file, key, driver, synchronous="FULL")
        stack.callback(hub.dispose)
        _check(hub, folder.hub_file)
        refuse_newer(hub, folder.hub_file, HUB)
        if is_gone(folder.records_file) and not anew:
            from hub_desktop.store.missing import refuse_lost_records

            refuse_lost_records(folder, hub)
        records = _engine(folder.records_file, key, driver, synchronous="NORMAL")
        stack.callback(records.dispose)
        _check(records, folder.records_file)
        refuse_newer(records, folder.records_file, RECORDS)
        migrate(hub, folder.hub_file, HUB)
        migrate(records, folder.records_file, RECORDS)
        stack.pop_all()
    return Databases(hub, records, key is not None, driver, first_start)


def writing(engine: sa.Engine) -> sa.Engine:
    """Return the engine whose transactions take the write lock at their start.

    A transaction that reads first and writes later could otherwise fail half-way, when another wrote in between.
    """
    return engine.execution_options(hub_writes=True)


_TURNS: WeakKeyDictionary[Any, threading.Lock] = WeakKeyDictionary()
_TURN = "hub-turn"
_STOPPABLE = "hub-stoppable"
_STEPS = 20_000
"""Of SQLite between two questions whether a reading is still wanted: a few milliseconds."""


def turn_of(engine: sa.Engine) -> threading.Lock:
    """Return the lock that each transaction of this process that writes to the file holds from begin to end.

    Threads that meet at the lock of SQLite itself sleep for longer and longer until they find it free; at this one the
    next goes on the moment it is.
    """
    return _TURNS.setdefault(engine.dialect, threading.Lock())


def trouble_of(error: BaseException, file_name: str) -> StorageError | TransientError | None:
    """Return in words what SQLite said of a file, where it is the computer's trouble and not ours; else None."""
    words = str(error).lower()
    for sign, (kind, sentence) in _TROUBLES.items():
        if sign in words:
            return kind(sentence, f"{file_name}: {error}")
    return None


def new_id(made: sa.CursorResult[Any]) -> int:
    """Return the number that the database gave to the one row just inserted."""
    key = made.inserted_primary_key
    if key is None:
        raise StorageError("The row that was just written has no number.")
    return int(key[0])


def recovery_key(vault: Vault) -> str:
    """Return the key of the files in groups fit for paper; raise StorageError when they are not encrypted."""
    stored = vault.get(DATABASE_KEY)
    if stored is None:
        raise StorageError("The files on this computer are not encrypted, so there is no recovery key.")
    raw = bytes.fromhex(stored)
    text = base64.b32encode(raw).decode("ascii").rstrip("=") + _checksum(raw)
    return "-".join(text[i : i + 6] for i in range(0, len(text), 6))


def restore_recovery_key(folder: DataFolder, vault: Vault, written: str) -> None:
    """Put a recovery key back into the vault; raise StorageError when it was mistyped or is not the folder's own."""
    raw = _read_recovery_key(written)
    # Tried first: the key of another folder would take the place of the right one.
    if folder.hub_file.exists() and not _opens(folder.hub_file, raw.hex()):
        raise StorageError(
            "This recovery key belongs to other files and does not open these. Nothing was changed. Look for the key "
            "that was saved for this data folder.",
            f"{folder.hub_file} is not encrypted with this key",
        )
    vault.set(DATABASE_KEY, raw.hex())


def key_of_recovery(written: str) -> str:
    """Return the key in hex that a recovery key stands for; raise StorageError when it was mistyped."""
    return _read_recovery_key(written).hex()


def _read_recovery_key(written: str) -> bytes:
    text = re.sub(r"[\s-]", "", written).upper()
    try:
        raw = base64.b32decode(text[:-2] + "=" * (-len(text[:-2]) % 8))
    except ValueError:
        raw = b""
    if len(raw) != 32 or _checksum(raw) != text[-2:]:
        raise StorageError("This is not a recovery key of Hub Desktop. Look for a mistyped letter and try again.")
    return raw


def _opens(file: Path, key: str) -> bool:
    driver = find_driver()
    if is_plain(file) or not driver.encrypts:
        return False
    engine = _engine(file, key, driver, synchronous="FULL")
    try:
        _check(engine, file)
    except StorageError:
        return False
    finally:
        engine.dispose()
    return True


def _checksum(raw: bytes) -> str:
    return base64.b32encode(hashlib.sha256(raw).digest()).decode("ascii")[:2]


def _database_key(folder: DataFolder, vault: Vault, driver: Driver) -> str | None:
    """Return the key in hex, None for files that are not encrypted."""
    existing = [file for file in (folder.hub_file, folder.records_file) if file.exists() and file.stat().st_size]
    encrypted = any(not is_plain(file) for file in existing)
    if not driver.encrypts:
        if encrypted:
            raise StorageError(
                "The files of this data folder are encrypted, and this installation cannot open encrypted files. "
                "Install the package sqlcipher3 and start again.",
            )
        return None
    if existing and not encrypted:
        return None
    key = vault.get(DATABASE_KEY)
    if key is None and existing:
        raise MissingKeyError(
            "The key of these files is not in the keyring of this computer. Enter the recovery key you saved: "
            "hub-desktop recovery restore",
            f"{folder.hub_file} is encrypted and the vault holds no {DATABASE_KEY}",
        )
    if key is None:
        key = secrets.token_bytes(32).hex()
        # The vault first: a file whose key was never kept could not be opened again.
        vault.set(DATABASE_KEY, key)
        if vault.get(DATABASE_KEY) != key:
            raise StorageError(
                "The keyring of this computer did not keep the key of the files, so none were made. Unlock it, then "
                "start again.",
                "the key read back from the vault is not the one that was kept",
            )
    return key


def is_plain(file: Path) -> bool:
    """Tell whether the file is a database that is not encrypted."""
    try:
        with file.open("rb") as read:
            return read.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
    except OSError as error:
        raise StorageError(
            f"The file {file.name} in {file.parent} cannot be read. Ask your IT team for permission to read it.",
            f"{type(error).__name__}: {error}",
        ) from error


def _engine(file: Path, key: str | None, driver: Driver, synchronous: str) -> sa.Engine:
    dbapi: Any = driver.module
    try:
        # Without a file of its own mode, SQLite would make one that others on the computer may read.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StorageError(
            f"The file {file.name} in {file.parent} cannot be opened. Ask your IT team for permission to read and "
            "write it.",
            f"{type(error).__name__}: {error}",
        ) from error

    def connect() -> Any:
        connection = dbapi.connect(
            str(file), timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        try:
            if key is not None:
                connection.execute(f"PRAGMA key = \"x'{key}'\"")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA journal_mode = {'WAL' if driver.wal_is_safe else 'TRUNCATE'}")
            connection.execute(f"PRAGMA synchronous = {synchronous}")
            connection.execute("PRAGMA cache_size = -10000")
            if synchronous == "FULL":
                # A checkpoint within a commit keeps whoever delivers waiting; `delivery_writer` makes them beside it.
                connection.execute(f"PRAGMA wal_autocheckpoint = {_HUB_CHECKPOINT_PAGES}")
            connection.execute("PRAGMA temp_store = MEMORY")
        except dbapi.DatabaseError as error:
            connection.close()
            # While the program runs, another connection is opened whenever several read at once.
            raise trouble_of(error, file.name) or _damaged(file, error) from error
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, module=dbapi, poolclass=QueuePool, pool_size=5)
    turn = turn_of(engine)

    @sa.event.listens_for(engine, "handle_error")
    def told(context: sa.engine.ExceptionContext) -> None:
        """Say in words what SQLite says in codes, where it is the computer's trouble and not ours."""
        stopped = stopped_here()
        if stopped is not None and stopped() and was_broken_off(context.original_exception):
            raise stopped_error() from None
        trouble = trouble_of(context.original_exception, file.name)
        if trouble is not None:
            raise trouble from context.original_exception
        if _is_damage(context.original_exception):
            doubt(file)
            raise UnreadableFilesError(
                f"The file {file.name} is damaged. Close Hub Desktop and start it again: it then says how to go back "
                "to a backup.",
                f"{file}: {context.original_exception}",
            ) from context.original_exception

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        # The driver is told not to begin by itself (isolation_level None), so that DDL and reads are in it too.
        immediate = connection.get_execution_options().get("hub_writes", False)
        held = connection.connection.record_info
        if immediate and held is not None and _TURN not in held and turn.acquire(timeout=_BUSY_SECONDS):
            held[_TURN] = True
        stopped = stopped_here()
        if stopped is not None and held is not None and not immediate:
            held[_STOPPABLE] = True
            reading: Any = connection.connection.driver_connection
            reading.set_progress_handler(stopped, _STEPS)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    @sa.event.listens_for(engine, "checkin")
    def ended(connection: Any, record: sa.pool.ConnectionPoolEntry) -> None:
        if record.record_info is not None and record.record_info.pop(_STOPPABLE, False) and connection is not None:
            connection.set_progress_handler(None, 0)
        # Not at the commit, which this event would come before.
        if record.record_info is not None and record.record_info.pop(_TURN, False):
            turn.release()

    return engine


def _check(engine: sa.Engine, file: Path) -> None:
    try:
        damage = damage_in(engine, file)
    except UnreadableFilesError as error:
        # What is said while the program runs leads here.
        raise _unreadable(file, error.detail) from error
    except sa.exc.DatabaseError as error:
        raise _damaged(file, error) from error
    if damage:
        raise _unreadable(file, damage)


def _damaged(file: Path, error: BaseException) -> StorageError:
    if "database is locked" in str(error):
        return StorageError(
            f"Another program holds the file {file.name} in {file.parent}. Close it, then start again.",
            f"{type(error).__name__}: {error}",
        )
    detail = f"{type(error).__name__}: {error}"
    if _is_damage(error):
        # It may have come while the program runs; the next start looks closer.
        doubt(file)
        return _unreadable(file, detail)
    return StorageError(
        f"The file {file.name} in {file.parent} cannot be opened. Look after the disk and who may read it, then try "
        "again.",
        detail,
    )


def _is_damage(error: BaseException) -> bool:
    return _DAMAGE.search(str(error)) is not None


def _unreadable(file: Path, detail: str) -> UnreadableFilesError:
    return UnreadableFilesError(
        f"The file {file.name} in {file.parent} cannot be opened: it is damaged, or locked with another key. Keep it, "
        "and restore a backup or enter the recovery key (hub-desktop recovery restore).",
        detail,
    )
