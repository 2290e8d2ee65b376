"""Files that cannot be opened at the start: the last nightly backup of them, and going back to it."""

import threading
from typing import TYPE_CHECKING

from hub_desktop.core.actor import Actor, Face
from hub_desktop.core.backups import Restored
from hub_desktop.core.errors import ConfigurationError, MissingKeyError, UnreadableFilesError
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.backup_making import Heard, counted
from hub_desktop.hub.restoring import restore_file
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.nightly_files import newest_nightly
from hub_desktop.store.vault import Vault

if TYPE_CHECKING:
    from hub_desktop.hub.hub import Hub


def rescue_for(folder: DataFolder, error: UnreadableFilesError) -> NightlyFile | None:
    """Return the last nightly backup, where going back to it helps against this error."""
    return None if isinstance(error, MissingKeyError) else newest_nightly(folder)


def go_back(
    folder: DataFolder, vault: Vault, backup: NightlyFile, *, heard: Heard, cancel: threading.Event
) -> Restored:
    """Put a nightly backup in the place of files that cannot be opened, which are kept; the folder must not be held.

    Raises HubError, with nothing changed, where it cannot be, or where the files can be opened after all.
    """

    def sign_in(_hub: "Hub") -> Actor:
        raise ConfigurationError("The files can be opened again, so nothing was restored. Start Hub Desktop once more.")

    restored = restore_file(
        folder,
        vault,
        backup.path,
        recovery_key="",
        sign_in=sign_in,
        confirm=lambda _: True,
        face=Face.WINDOW,
        step=counted(heard, cancel, backup.bytes),
    )
    if restored is None:
        raise ConfigurationError("Nothing was restored. Everything is as it was.")
    return restored
