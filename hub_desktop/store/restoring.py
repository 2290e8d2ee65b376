"""A backup on its way back: taken out of its file, unlocked, looked through, and brought to the schema of today."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from filelock import Timeout
from msgspec import Struct

from hub_desktop.core.backups import Manifest, RecoveryKeyNeededError
from hub_desktop.core.errors import BusyError, StorageError
from hub_desktop.store.backup_file import PART_NAMES, Step, opened_backup, told_in_words
from hub_desktop.store.copying import copy_file, opens, told_by_sqlite, unlock
from hub_desktop.store.engine import (
    DATABASE_KEY,
    Databases,
    Driver,
    find_driver,
    is_plain,
    key_of_recovery,
    open_databases,
    writing,
)
from hub_desktop.store.folder import DataFolder, sync_folder
from hub_desktop.store.replacing import (
    Replacement,
    clear_room,
    decide,
    finish_replacing,
    prepare_room,
    require_sole,
)
from hub_desktop.store.vault import MemoryVault, Vault

_SPARE_BYTES = 32 * 1024 * 1024


class Waiting(Struct, frozen=True):
    """The files of a backup as they wait to take their places."""

    manifest: Manifest
    room: Path
    """The folder in which they wait, which is theirs alone."""
    key: str | None
    """What the waiting files are locked with: the key of this folder."""
    rekeyed: bool
    """Whether the backup was locked with another key."""


class Restoration:
    """One backup on its way back into a data folder, whose own files stay in use until `carry_out`."""

    def __init__(self, folder: DataFolder, vault: Vault, driver: Driver | None = None) -> None:
        self._folder = folder
        self._vault = vault
        self._driver = driver or find_driver()

    def prepare(self, file: Path, recovery_key: str, step: Step) -> Waiting:
        """Take the files out and prove that they open here; raise StorageError, leaving nothing, where they do not.

        A `recovery_key` is needed where the backup was made on another computer: RecoveryKeyNeededError says so.
        """
        room: Path | None = None
        try:
            with opened_backup(file) as backup:
                manifest = backup.manifest
                self._look(manifest)
                room = prepare_room(self._folder)
                with told_in_words(room):
                    for name in PART_NAMES:
                        backup.extract(name, room / name, step)
            waiting = self._unlock(manifest, room, recovery_key, step)
            # This looks through both, refuses those of a newer program, and migrates older ones.
            with self.opened(waiting):
                # Somebody may have asked to stop meanwhile, when there was nothing to count.
                step(0)
        except BaseException:
            if room is not None:
                clear_room(self._folder, room)
            raise
        return waiting

    @contextmanager
    def opened(self, waiting: Waiting) -> Iterator[Databases]:
        """Open the waiting files."""
        vault = MemoryVault()
        if waiting.key is not None:
            vault.set(DATABASE_KEY, waiting.key)
        room = waiting.room
        if not all((room / name).exists() for name in PART_NAMES):
            # Opening would make empty ones, which would then take the place of everything.
            raise StorageError(
                "What was unpacked of the backup is not there any more, so nothing was restored. Choose it again.",
                f"hub.db or records.db is missing in {room}",
            )
        databases = open_databases(DataFolder(room).prepare(), vault, self._driver)
        try:
            yield databases
        finally:
            databases.close()

    def carry_out(self, waiting: Waiting, replacement: Replacement) -> None:
        """Let the waiting files take their places; the folder's own must be closed.

        Raises BusyError, with nothing changed, while somebody has them open. What is broken off after that is finished
        when the folder is next opened.
        """
        with _opened_by_nobody(self._folder):
            require_sole(self._folder, self._vault, self._driver)
            if waiting.key is not None and self._vault.get(DATABASE_KEY) is None:
                self._vault.set(DATABASE_KEY, waiting.key)
            decide(self._folder, replacement)
            finish_replacing(self._folder, self._vault, self._driver)

    def give_up(self, waiting: Waiting) -> None:
        """Remove these files, unless they were decided on."""
        clear_room(self._folder, waiting.room)

    def _look(self, manifest: Manifest) -> None:
        if manifest.encrypted and not self._driver.encrypts:
            raise StorageError(
                "This backup is encrypted, and this installation cannot open encrypted files. Install the package "
                "sqlcipher3 and try again."
            )
        own = [self._folder.path / name for name in PART_NAMES]
        if not manifest.encrypted and any(file.exists() and not is_plain(file) for file in own):
            raise StorageError(
                "This backup is not encrypted, and the data on this computer is. Restore it into an empty data folder, "
                "where it cannot lay open what is protected here."
            )
        # A backup with another key is copied once more.
        needed = 2 * manifest.bytes + _SPARE_BYTES
        free = shutil.disk_usage(self._folder.path).free
        if free < needed:
            raise StorageError(
                f"The disk of {self._folder.path} has {free / 1e6:,.0f} MB free, and restoring needs "
                f"{needed / 1e6:,.0f} MB. Free some space, then try again."
            )

    def _unlock(self, manifest: Manifest, room: Path, recovery_key: str, step: Step) -> Waiting:
        if not manifest.encrypted:
            if not all(is_plain(room / name) for name in PART_NAMES):
                raise StorageError("This backup is damaged. Choose an older one.", "a part is not a plain database")
            return Waiting(manifest, room, None, rekeyed=False)
        own, given = self._vault.get(DATABASE_KEY), key_of_recovery(recovery_key) if recovery_key.strip() else None
        for key in filter(None, (own, given)):
            if all(opens(room / name, key, self._driver) for name in PART_NAMES):
                break
        else:
            if given is None:
                raise RecoveryKeyNeededError(
                    "This backup was made on another computer, or before the key of the files changed. Enter the "
                    "recovery key that was saved there.",
                    "the key in the vault does not open the parts",
                )
            raise StorageError(
                "This recovery key does not open the backup. Look for the key that was saved on the computer where the "
                "backup was made.",
                "the recovery key does not open the parts",
            )
        if own is None or key == own:
            return Waiting(manifest, room, key, rekeyed=False)
        for name in PART_NAMES:
            self._change_key(room / name, key, own, step)
        return Waiting(manifest, room, own, rekeyed=True)

    def _change_key(self, file: Path, before: str, after: str, step: Step) -> None:
        changed = file.with_suffix(".changed")
        with told_by_sqlite(self._driver.module, file.name):
            source = self._driver.module.connect(str(file), isolation_level=None)
            try:
                unlock(source, before)
                copy_file(source, changed, after, self._driver, step)
            finally:
                source.close()
            with told_in_words(file):
                # It was copied without waiting for the disk; the old one may go only once the new one lies there.
                with changed.open("rb+") as written:
                    os.fsync(written.fileno())
                changed.replace(file)
                sync_folder(file.parent)


@contextmanager
def _opened_by_nobody(folder: DataFolder) -> Iterator[None]:
    """Hold the lock under which the files are opened; raise BusyError where another process keeps it."""
    lock = folder.opening_lock()
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(
            "Another Hub Desktop is opening this data folder and does not finish, so nothing was restored. Close it, "
            "then try again.",
            f"{lock.lock_file} is held",
        ) from None
    try:
        yield
    finally:
        lock.release()


def give_no_number_twice(databases: Databases, highest: int) -> None:
    """Let new integrations get higher numbers than this: one that was given before still stands for secrets."""
    with writing(databases.hub).begin() as connection:
        raised = connection.execute(
            sa.text("UPDATE sqlite_sequence SET seq = max(seq, :highest) WHERE name = 'integrations'"),
            {"highest": highest},
        )
        if not raised.rowcount:
            connection.execute(
                sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('integrations', :highest)"),
                {"highest": highest},
            )


def highest_number(databases: Databases) -> int:
    """Return the highest number that an integration was ever given."""
    with databases.hub.connect() as connection:
        found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'integrations'").scalar()
    return int(found or 0)
