"""How a backup is made, by hand and by night: room asked first, both files copied, packed, and read back."""

import json
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from hub_desktop import __version__
from hub_desktop.core.backups import BackupMade
from hub_desktop.core.errors import CancelledError, StorageError
from hub_desktop.core.times import utc_now
from hub_desktop.hub.restoring import SECRETS_KEPT
from hub_desktop.store.backup_file import HUB_NAME, RECORDS_NAME, Step, told_in_words, write_backup
from hub_desktop.store.copying import check_copy, copy_both, unlock
from hub_desktop.store.engine import DATABASE_KEY, Databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.leftovers import copying_room
from hub_desktop.store.secrets import item_name
from hub_desktop.store.vault import Vault

_TIMES_THROUGH = 3
"""How often every byte is worked through: copied, packed and read back."""
_SPARE_BYTES = 32 * 1024 * 1024


class BackupProgress(Struct, frozen=True):
    """How far the making of a backup, or looking through one, has come."""

    done: int
    total: int

    @property
    def percent(self) -> int:
        """Hundredths that are done, never more than all."""
        return min(100, self.done * 100 // max(self.total, 1))


Heard = Callable[[BackupProgress], None]


class BackupMaking:
    """Makes one backup at a time of a data folder that is in use; the caller holds the backup lock."""

    def __init__(self, folder: DataFolder, databases: Databases, vault: Vault, integrations: IntegrationStore) -> None:
        self._folder = folder
        self._databases = databases
        self._vault = vault
        self._integrations = integrations

    def work(self) -> int:
        """Return how many bytes are worked through for one."""
        return _TIMES_THROUGH * self._bytes()

    def ask_room(self, there: Path) -> None:
        """Raise StorageError unless there is room for a backup in the folder `there`, and for its copies here."""
        here = self._folder.path
        # The copies lie there together with the file that is made of them, where both are on one disk.
        copies = 2 if here.stat().st_dev == there.stat().st_dev else 1
        needed = copies * self._bytes_with_changes() + _SPARE_BYTES
        for place in (here, there):
            free = shutil.disk_usage(place).free
            if free < needed:
                raise StorageError(
                    f"The disk of {place} has {free / 1e6:,.0f} MB free, and a backup needs {needed / 1e6:,.0f} MB. "
                    "Free some space, or choose another disk."
                )

    def make(self, target: Path, step: Step) -> BackupMade:
        """Write one to `target` that is whole and was read back; raise as `step` does, with nothing left behind."""
        at, key = utc_now(), self._vault.get(DATABASE_KEY) if self._databases.encrypted else None
        room = copying_room(self._folder)
        try:
            with told_in_words(room):
                # What a program left that was killed here.
                shutil.rmtree(room, ignore_errors=True)
                room.mkdir(mode=0o700)
            copies = copy_both(self._databases, key, room, step)
            self._note_secrets(copies[HUB_NAME], key)
            driver = self._databases.driver
            schemas = {name: check_copy(copies[name], key, driver, step) for name in (HUB_NAME, RECORDS_NAME)}
            manifest = write_backup(
                target,
                copies,
                schemas,
                made_at=at,
                program=__version__,
                folder=self._folder.identity(),
                encrypted=key is not None,
                step=step,
            )
        finally:
            shutil.rmtree(room, ignore_errors=True)
        return BackupMade(at, str(target), manifest.bytes)

    def _bytes(self) -> int:
        return sum(file.stat().st_size for file in (self._folder.hub_file, self._folder.records_file))

    def _bytes_with_changes(self) -> int:
        """Return how long the copies can become, with what was written lately and lies beside the files still."""
        logs = (file.with_name(f"{file.name}-wal") for file in (self._folder.hub_file, self._folder.records_file))
        return self._bytes() + sum(log.stat().st_size for log in logs if log.exists())

    def _note_secrets(self, copy: Path, key: str | None) -> None:
        """Write into the copy the names of the secrets that are kept now, so that a restore knows which are missing."""
        kept: dict[str, list[str]] = {}
        for stored in self._integrations.all():
            number = stored.integration_id
            names = [n for n in stored.config.secret_names() if self._vault.get(item_name(number, n)) is not None]
            kept[str(number)] = names
        connection: Any = self._databases.driver.module.connect(str(copy), isolation_level=None)
        try:
            unlock(connection, key)
            connection.execute(
                "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (SECRETS_KEPT, json.dumps(kept))
            )
            # All of it is in the one file then.
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
        finally:
            connection.close()


def counted(heard: Heard | None, cancel: threading.Event | None, total: int) -> Step:
    """Return a step that tells of the progress, and raises CancelledError once `cancel` is set."""
    done = 0
    told = -1

    def step(number: int) -> None:
        nonlocal done, told
        if cancel is not None and cancel.is_set():
            raise CancelledError("The backup was stopped. Nothing was left behind.")
        done += number
        progress = BackupProgress(done, total)
        if heard is not None and progress.percent != told:
            told = progress.percent
            heard(progress)

    return step
