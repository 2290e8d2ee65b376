"""Backups: one file of everything the program stores, made while it works, and the way back to it."""

import json
import shutil
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from filelock import Timeout
from msgspec import Struct

from hub_desktop import __version__
from hub_desktop.core.actor import Actor
from hub_desktop.core.backups import SUFFIX, BackupMade, KeptFolder
from hub_desktop.core.errors import BusyError, CancelledError, ConfigurationError, NotFoundError, StorageError
from hub_desktop.core.events import BackupsChanged
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import spoken, utc_now
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.restoring import (
    LAST_BACKUP,
    SECRETS_KEPT,
    DecidedRestore,
    PreparedRestore,
    Restoring,
    backup_from_json,
    backup_to_json,
)
from hub_desktop.hub.storage import require_all_colleges
from hub_desktop.store.backup_file import HUB_NAME, RECORDS_NAME, Step, told_in_words, write_backup
from hub_desktop.store.copying import check_copy, copy_both, unlock
from hub_desktop.store.engine import DATABASE_KEY, Databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore
from hub_desktop.store.kept import kept_folders, remove_kept
from hub_desktop.store.leftovers import copying_room
from hub_desktop.store.secrets import item_name
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import Vault

_STALE = timedelta(days=30)
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


class Backups:
    """The use cases of backups. They concern everything that is stored, so all colleges."""

    def __init__(
        self,
        gate: Gate,
        folder: DataFolder,
        databases: Databases,
        vault: Vault,
        *,
        settings: SettingStore,
        integrations: IntegrationStore,
        events: EventStream,
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._databases = databases
        self._vault = vault
        self._settings = settings
        self._integrations = integrations
        self._events = events
        self._restoring = Restoring(folder, vault)

    def make(
        self, actor: Actor, file: Path, *, heard: Heard | None = None, cancel: threading.Event | None = None
    ) -> BackupMade:
        """Write a backup to `file`, whole and checked, while everything goes on; replace only another backup.

        Raises StorageError, with nothing left behind, where the disk refuses or a copy does not read as it should,
        and CancelledError within a moment of `cancel`.
        """
        with self._gate.use(actor, UseCase.MAKE_BACKUP, file.name) as act:
            require_all_colleges(actor)
            self._refuse_rehearsal()
            target = self._target(file)
            step = _counted(heard, cancel, _TIMES_THROUGH * self._bytes())
            try:
                with self._folder.backup_lock():
                    made = self._make(target, step)
            except Timeout:
                raise BusyError("A backup is just being made. Wait until it is done, then try again.") from None
            self._settings.set(LAST_BACKUP, backup_to_json(made))
            act.detail = f"{made.bytes:,} bytes to {target}"
        self._events.emit(BackupsChanged())
        return made

    def last(self) -> BackupMade | None:
        """Return the last backup that was made, which tells nothing of anybody."""
        return backup_from_json(self._settings.get(LAST_BACKUP))

    def prepare_restore(
        self,
        actor: Actor,
        file: Path,
        recovery_key: str = "",
        *,
        heard: Heard | None = None,
        cancel: threading.Event | None = None,
    ) -> PreparedRestore:
        """Look a backup through and let it wait; what is stored stays as it is.

        Raises StorageError for one that is damaged or newer than this program, and RecoveryKeyNeededError for one of
        another computer.
        """
        with self._gate.use(actor, UseCase.RESTORE_BACKUP, file.name) as act:
            require_all_colleges(actor)
            self._refuse_rehearsal()
            act.detail = "looked through"
            step = _counted(heard, cancel, file.stat().st_size if file.is_file() else 0)
            return self._restoring.prepare(file, recovery_key, step)

    def decide_restore(self, actor: Actor, prepared: PreparedRestore) -> DecidedRestore:
        """Decide for a backup that waits; it takes its place once this hub is closed, through `Restoring`."""
        with self._gate.use(actor, UseCase.RESTORE_BACKUP, prepared.file.name) as act:
            require_all_colleges(actor)
            decided = self._restoring.decide(prepared, actor, self._databases)
            # Nothing moved yet, and what this is written to is what will be moved away.
            act.detail = f"decided: {decided.restored.plan}"
            return decided

    def give_up_restore(self, prepared: PreparedRestore) -> None:
        """Remove what was prepared, unless it was decided on."""
        self._restoring.give_up(prepared)

    def kept(self) -> list[KeptFolder]:
        """Return what is kept from before backups were restored, the newest first; it tells nothing of anybody."""
        return kept_folders(self._folder)

    def remove_kept(self, actor: Actor, name: str) -> KeptFolder:
        """Remove one of those for good, by the name of its folder; raise NotFoundError or StorageError."""
        with self._gate.use(actor, UseCase.REMOVE_KEPT, name) as act:
            require_all_colleges(actor)
            kept = next((one for one in self.kept() if one.name == name), None)
            if kept is None:
                raise NotFoundError(f"Nothing is kept in a folder “{name}”. It may be removed already.")
            act.detail = f"{kept.bytes:,} bytes"
            remove_kept(self._folder, kept)
        self._events.emit(BackupsChanged())
        return kept

    def findings(self) -> list[HealthFinding]:
        """Return how old the last backup is, for people of every face."""
        made, now = self.last(), utc_now()
        if made is None:
            return [HealthFinding("Backup", True, "No backup was made yet. Make one: hub-desktop backup FILE")]
        said = f"The last backup was made {spoken(made.at, now)}: {made.file}."
        if now - made.at > _STALE:
            return [HealthFinding("Backup", False, f"{said} Make a new one: hub-desktop backup FILE")]
        return [HealthFinding("Backup", True, said)]

    def _make(self, target: Path, step: Step) -> BackupMade:
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
            schemas = {name: check_copy(copies[name], key, driver) for name in (HUB_NAME, RECORDS_NAME)}
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

    def _refuse_rehearsal(self) -> None:
        if self._settings.get(REHEARSAL, False):
            raise ConfigurationError(
                "This is the sample college, which is gone after the rehearsal. Open Hub Desktop itself to back up or "
                "restore what is yours."
            )

    def _target(self, file: Path) -> Path:
        target = file.expanduser().absolute()
        if target.parent.resolve().is_relative_to(self._folder.path.resolve()):
            raise ConfigurationError(
                "The backup must not lie among the data it is a backup of. Name a file in another folder, best on "
                "another disk."
            )
        if not target.parent.is_dir():
            raise StorageError(f"There is no folder {target.parent}. Choose another one.")
        here, there = self._folder.path, target.parent
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
        return target

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


def suggested_name(at: str) -> str:
    """Return what a backup made at a time, such as `2026-11-23`, is called."""
    return f"hub-desktop-{at}{SUFFIX}"


def _counted(heard: Heard | None, cancel: threading.Event | None, total: int) -> Step:
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
