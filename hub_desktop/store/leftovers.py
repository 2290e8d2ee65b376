"""What a program leaves in the data folder that was killed while it made a backup or looked one through."""

import logging
import shutil
from pathlib import Path

from filelock import Timeout

from hub_desktop.store.folder import DataFolder
from hub_desktop.store.replacing import clear_rooms

_log = logging.getLogger(__name__)


def copying_room(folder: DataFolder) -> Path:
    """Return the folder in which the copies lie of which a backup is made."""
    return folder.path / "backing-up"


def clear_leftovers(folder: DataFolder) -> None:
    """Remove what no program works with any more: copies of everything, of now and of then. The folder must be held."""
    clear_rooms(folder)
    room = copying_room(folder)
    if not room.exists():
        return
    try:
        with folder.backup_lock():
            shutil.rmtree(room, ignore_errors=True)
    except Timeout:
        # A command in a terminal needs no hold of the folder to make a backup.
        _log.info("the copies in %s are those of a backup that is just being made", room)
