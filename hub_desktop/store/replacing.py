"""Putting other databases in the place of a folder's own: the old ones or the new ones, never one of each.

The new files wait in a folder beside. A note is then written in one step that says they are to take their places; from
there on every opening of the folder finishes what it finds begun, so a program killed at any moment leaves either what
was there or what was to come.
"""

import json
import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from msgspec import Struct

from hub_desktop.core.errors import BusyError, StorageError
from hub_desktop.store.backup_file import PART_NAMES, told_in_words
from hub_desktop.store.copying import unlock
from hub_desktop.store.engine import DATABASE_KEY, Driver, is_plain
from hub_desktop.store.folder import DataFolder, sync_folder
from hub_desktop.store.vault import Vault

_WAITING = "restoring"
"""What the names of the folders begin with in which new files wait; alone, it is that of a note without a name."""
# What SQLite and this program keep beside a database. Moved before it, so that none is ever taken for another's.
COMPANIONS = ("-wal", "-shm", "-journal", ".sound")
_SOLE_SECONDS = 5.0
_log = logging.getLogger(__name__)


class Replacement(Struct, frozen=True):
    """What is to happen: the folder for what was there, and secrets that belong to what was there."""

    kept: str
    """The name of a folder beside the databases."""
    room: str
    """The name of the folder in which the new files wait."""
    forgotten: tuple[str, ...] = ()
    """Items of the vault that must not be used by integrations of the same number in the new files."""


def waiting_rooms(folder: DataFolder) -> list[Path]:
    """Return the folders in which new files wait."""
    found = [folder.path / _WAITING, *folder.path.glob(f"{_WAITING}-*")]
    return sorted(room for room in found if room.is_dir())


def prepare_room(folder: DataFolder) -> Path:
    """Make a waiting room of one's own; raise StorageError when it cannot be, or when others are decided on."""
    if folder.restore_note.exists():
        raise BusyError("A backup is just being restored. Start Hub Desktop once more, then try again.")
    with told_in_words(folder.path / _WAITING):
        # Made for its owner alone.
        return Path(tempfile.mkdtemp(prefix=f"{_WAITING}-", dir=folder.path))


def clear_room(folder: DataFolder, room: Path) -> None:
    """Remove what waits in a room and was never decided on."""
    if not folder.restore_note.exists():
        shutil.rmtree(room, ignore_errors=True)


def clear_rooms(folder: DataFolder) -> None:
    """Remove what waits in any room, left by a program that was killed; the folder must be held."""
    for room in waiting_rooms(folder):
        clear_room(folder, room)


def decide(folder: DataFolder, replacement: Replacement) -> None:
    """Write down that the files that wait take their places. After this there is no way back."""
    note = folder.restore_note
    written = note.with_suffix(".new")
    with told_in_words(note):
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            told = {"kept": replacement.kept, "room": replacement.room, "forgotten": list(replacement.forgotten)}
            json.dump(told, out)
            out.flush()
            os.fsync(out.fileno())
        sync_folder(folder.path / replacement.room)
        written.replace(note)
        sync_folder(folder.path)


def finish_replacing(folder: DataFolder, vault: Vault, driver: Driver) -> bool:
    """Do what was decided, where something was; return whether there was. The opening lock must be held.

    May be broken off and begun again at any point. Raises BusyError, with nothing moved, while another process has the
    files open, and StorageError where they cannot be moved.
    """
    note = folder.restore_note
    if not note.exists():
        return False
    try:
        written = json.loads(note.read_text("utf-8"))
        replacement = Replacement(
            str(written["kept"]), str(written.get("room", _WAITING)), tuple(map(str, written["forgotten"]))
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError(
            f"The note {note} cannot be read, so the restoring of a backup cannot go on. Ask your IT team to look at "
            f"{folder.path}.",
            f"{type(error).__name__}: {error}",
        ) from error
    require_sole(folder, vault, driver)
    # While the old integrations are still in place, for theirs is what is forgotten.
    for item in replacement.forgotten:
        vault.delete(item)
    room, kept = folder.path / replacement.room, folder.path / replacement.kept
    try:
        for name in PART_NAMES:
            _replace(folder.path / name, room / name, kept)
        sync_folder(folder.path)
        note.unlink()
        sync_folder(folder.path)
    except OSError as error:
        raise StorageError(
            f"The files in {folder.path} could not be put in place: {error.strerror or error}. Close other programs "
            "that use them and start Hub Desktop again; it goes on where it stopped.",
            f"{type(error).__name__}: {error}",
        ) from error
    shutil.rmtree(room, ignore_errors=True)
    _log.info("restored databases took their places; what was there is in %s", kept)
    return True


def _replace(file: Path, new: Path, kept: Path) -> None:
    """Move the old file and what belongs to it away, then the new one into its place."""
    if not new.exists():
        # It took its place before the program was killed; what lies there is the new one.
        if not file.exists():
            raise FileNotFoundError(2, "it is neither in its place nor waiting", str(file))
        return
    for companion in (*(file.with_name(file.name + ending) for ending in COMPANIONS), file):
        # A link to a disk that is not there is kept too.
        if companion.exists() or companion.is_symlink():
            kept.mkdir(mode=0o700, exist_ok=True)
            companion.replace(kept / companion.name)
    if kept.exists():
        sync_folder(kept)
    new.replace(file)


def require_sole(folder: DataFolder, vault: Vault, driver: Driver) -> None:
    """Raise BusyError while anybody has one of the databases open."""
    key = vault.get(DATABASE_KEY) if driver.encrypts else None
    for name in PART_NAMES:
        _require_sole(folder.path / name, key, driver)


def _require_sole(file: Path, key: str | None, driver: Driver) -> None:
    """Raise BusyError while anybody has the file open; a file that cannot be read is nobody's."""
    if not file.exists() or not file.stat().st_size:
        return
    dbapi: Any = driver.module
    try:
        connection = dbapi.connect(str(file), timeout=_SOLE_SECONDS, isolation_level=None)
    except dbapi.DatabaseError as error:
        raise StorageError(
            f"The file {file.name} in {file.parent} cannot be opened, so nothing was restored. Ask your IT team for "
            "permission to read and write it.",
            f"{file.name}: {type(error).__name__}: {error}",
        ) from error
    try:
        unlock(connection, None if is_plain(file) else key)
        # Only a sole user may leave WAL. It also brings what lies in the WAL into the file that is kept.
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except dbapi.DatabaseError as error:
        if "locked" in str(error):
            raise BusyError(
                "A backup waits to be restored, and another command of Hub Desktop is still at work. Wait until it "
                "has ended, then try again.",
                f"{file.name}: {error}",
            ) from error
        _log.warning("%s cannot be read, and is kept as it is: %s", file.name, error)
    finally:
        connection.close()
