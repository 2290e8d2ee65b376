"""Backups: one file of everything the program stores, made while it works, and the way back to it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from filelock import FileLock, Timeout

from hub_desktop.core.actor import Actor
from hub_desktop.core.backups import SUFFIX, BackupMade, KeptBefore
from hub_desktop.core.errors import BusyError, ConfigurationError, NotFoundError, StorageError
from hub_desktop.core.events import BackupsChanged
from hub_desktop.core.findings import HealthFinding
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import spoken, utc_now
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.backup_making import BackupMaking, Heard, counted
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.restoring import (
    LAST_BACKUP,
    DecidedRestore,
    PreparedRestore,
    Restoring,
    backup_from_json,
    backup_to_json,
)
from hub_desktop.hub.storage import require_all_colleges
from hub_desktop.store.engine import Databases
from hub_desktop.store.folder import ASKING_SECONDS, DataFolder, held_elsewhere, take_patiently
from hub_desktop.store.kept import kept_before, remove_kept
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import Vault

_STALE = timedelta(days=30)
_GIVES_WAY_SECONDS = 15.0
"""Within which a nightly backup lets go for one that a person makes, unless its disk does not answer."""


class Backups:
    """The use cases of backups. They concern everything that is stored, so all colleges."""

    def __init__(
        self,
        gate: Gate,
        folder: DataFolder,
        databases: Databases,
        vault: Vault,
        *,
        making: BackupMaking,
        settings: SettingStore,
        events: EventStream,
    ) -> None:
        self._gate = gate
        self._folder = folder
        self._databases = databases
        self._making = making
        self._settings = settings
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
            step = counted(heard, cancel, self._making.work())
            with self._turn():
                made = self._making.make(target, step)
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
            step = counted(heard, cancel, file.stat().st_size if file.is_file() else 0)
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

    def kept(self) -> list[KeptBefore]:
        """Return what is kept from before restores and updates, the newest first; it tells nothing of anybody."""
        return kept_before(self._folder)

    def remove_kept(self, actor: Actor, name: str) -> KeptBefore:
        """Remove one of those for good, by its name; raise NotFoundError or StorageError."""
        with self._gate.use(actor, UseCase.REMOVE_KEPT, name) as act:
            require_all_colleges(actor)
            kept = next((one for one in self.kept() if one.name == name), None)
            if kept is None:
                raise NotFoundError(f"Nothing is kept as “{name}”. It may be removed already.")
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

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Hold the backup lock, which a nightly backup gives up; raise BusyError while another person has it."""
        lock = self._folder.backup_lock()
        if not _taken(lock):
            self._let_give_way(lock)
        try:
            yield
        finally:
            lock.release()

    def _let_give_way(self, lock: FileLock) -> None:
        """Take the lock from a nightly backup; raise BusyError where it is none that has it."""
        wanted = self._folder.wanted_lock()
        if not held_elsewhere(self._folder.nightly_lock()) or not _taken(wanted):
            raise _is_busy()
        try:
            if not _taken(lock, _GIVES_WAY_SECONDS):
                raise _is_busy()
        finally:
            wanted.release()

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
        self._making.ask_room(target.parent)
        return target


def suggested_name(at: str) -> str:
    """Return what a backup made at a time, such as `2026-11-23`, is called."""
    return f"hub-desktop-{at}{SUFFIX}"


def _taken(lock: FileLock, seconds: float = ASKING_SECONDS) -> bool:
    try:
        take_patiently(lock, seconds)
    except Timeout:
        return False
    return True


def _is_busy() -> BusyError:
    return BusyError("A backup is just being made. Wait until it is done, then try again.")
