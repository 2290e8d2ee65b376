"""Files that cannot be opened at the start, or are gone: going back to a backup of them, and beginning anew."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.backups import BegunAnew, Restored
from hub_desktop.core.errors import ConfigurationError, MissingFilesError, MissingKeyError, UnreadableFilesError
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import utc_now
from hub_desktop.hub.backup_making import Heard, counted
from hub_desktop.hub.gate import DONE
from hub_desktop.hub.network import OWN_NUMBER, PROXY_PASSWORD
from hub_desktop.hub.restoring import UNKNOWN_NUMBERS, restore_file
from hub_desktop.store.audit import AuditStore
from hub_desktop.store.backup_file import opened_backup
from hub_desktop.store.engine import open_databases
from hub_desktop.store.folder import DataFolder, is_gone
from hub_desktop.store.missing import put_aside, was_in_use
from hub_desktop.store.nightly_files import all_nightly
from hub_desktop.store.restoring import give_no_number_twice
from hub_desktop.store.secrets import item_name
from hub_desktop.store.vault import Vault

if TYPE_CHECKING:
    from hub_desktop.hub.hub import Hub

_SUBJECT = "data folder"


def backups_for(folder: DataFolder, error: UnreadableFilesError) -> list[NightlyFile]:
    """Return the nightly backups that are there, the best first, where going back to one helps against this error."""
    return [] if isinstance(error, MissingKeyError) else all_nightly(folder)


def look_at(file: Path) -> NightlyFile:
    """Return when a backup was made that somebody chose by hand; raise StorageError for a file that is none."""
    with opened_backup(file) as backup:
        return NightlyFile(file, backup.manifest.made_at, backup.manifest.bytes)


def go_back(
    folder: DataFolder,
    vault: Vault,
    backup: NightlyFile,
    recovery_key: str = "",
    *,
    heard: Heard,
    cancel: threading.Event,
) -> Restored:
    """Put a backup in the place of files that cannot be opened, which are kept; the folder must not be held.

    Raises HubError, with nothing changed, where it cannot be, or where the files can be opened after all; and
    RecoveryKeyNeededError for one that is locked with another key.
    """

    def sign_in(_hub: "Hub") -> Actor:
        raise ConfigurationError("The files can be opened again, so nothing was restored. Start Hub Desktop once more.")

    restored = restore_file(
        folder,
        vault,
        backup.path,
        recovery_key=recovery_key,
        sign_in=sign_in,
        confirm=lambda _: True,
        face=Face.WINDOW,
        step=counted(heard, cancel, backup.bytes),
    )
    if restored is None:
        raise ConfigurationError("Nothing was restored. Everything is as it was.")
    return restored


def missing_in(folder: DataFolder, vault: Vault) -> MissingFilesError | None:
    """Return what is to be said of files that are gone; None where none is, or none was ever there.

    Raises StorageError where those that are there cannot be opened. Makes nothing in a folder that is new.
    """
    if is_gone(folder.hub_file) and not was_in_use(folder):
        return None
    try:
        open_databases(folder, vault).close()
    except MissingFilesError as error:
        return error
    return None


def begin_anew(folder: DataFolder, vault: Vault, face: Face) -> BegunAnew:
    """Go on without the files that are gone; what is left of them is kept, and no backup is touched.

    Raises ConfigurationError, with nothing changed, where none is gone, and AlreadyRunningError while the folder is
    held. Nobody can be asked who they are: whoever may write to the folder could as well have removed the rest.
    """
    with folder.only_instance():
        missing = missing_in(folder, vault)
        if missing is None:
            raise ConfigurationError(
                "No file is missing, so nothing was changed. To go back to a backup: hub-desktop restore FILE"
            )
        at, records_only = utc_now(), missing.records_only
        if not records_only:
            # It must not be sent to another proxy. First, because a keyring may refuse.
            vault.delete(item_name(OWN_NUMBER, PROXY_PASSWORD))
        begun = BegunAnew(at, put_aside(folder, at, records_only=records_only), records_only)
        databases = open_databases(folder, vault, anew=True)
        try:
            if not records_only:
                # What the vault keeps for integrations that are gone must not go to others of the same number.
                give_no_number_twice(databases, UNKNOWN_NUMBERS)
            actor = Actor("the person at the PC", Role.PRINCIPAL, face)
            AuditStore(databases.hub).append(
                actor, UseCase.BEGIN_ANEW, subject=_SUBJECT, college_id=None, outcome=DONE, detail=begun.sentence
            )
        finally:
            databases.close()
        return begun
