"""Files that are gone: told from files that were never there, and what is left of them put aside to begin anew.

A folder that nobody used holds its name and its locks, at most the first, empty beginnings of the two files. Whatever
else lies there was left by files that were opened once.
"""

import os
from datetime import datetime

import sqlalchemy as sa

from hub_desktop.core.backups import SUFFIX, Occasion
from hub_desktop.core.errors import MissingFilesError, StorageError
from hub_desktop.store.folder import DataFolder, is_gone, sync_folder
from hub_desktop.store.kept import kept_before, name_for_kept
from hub_desktop.store.replacing import COMPANIONS
from hub_desktop.store.tables import runs


def refuse_lost_hub(folder: DataFolder) -> None:
    """Raise MissingFilesError where the file of integrations is gone from a folder that was in use."""
    if not is_gone(folder.hub_file) or not was_in_use(folder):
        return
    if not is_gone(folder.records_file):
        raise MissingFilesError(
            f"The file with your integrations, accounts and settings is missing: there is no hub.db in {folder.path} "
            "any more. If it was moved, or its disk is not connected, put that right and start again. Otherwise go "
            "back to a backup, or begin anew.",
            f"{folder.hub_file} is not there, and {folder.records_file} is",
            records_only=False,
        )
    raise MissingFilesError(
        f"The files with your integrations and records are missing: there is no hub.db and no records.db in "
        f"{folder.path} any more. If they were moved, or their disk is not connected, put that right and start again. "
        "Otherwise go back to a backup, or begin anew.",
        f"{folder.hub_file} and {folder.records_file} are not there, and the folder was in use",
        records_only=False,
    )


def refuse_lost_records(folder: DataFolder, hub: sa.Engine) -> None:
    """Raise MissingFilesError where the file of records is gone although something was synced.

    Before that there was nothing in it, and it is made again without a word.
    """
    if not is_gone(folder.records_file) or not _has_synced(hub):
        return
    raise MissingFilesError(
        f"The file with your records is missing: there is no records.db in {folder.path} any more. If it was moved, or "
        "its disk is not connected, put that right and start again. Otherwise go back to a backup, or begin without "
        "records: the next syncs bring what your systems still have.",
        f"{folder.records_file} is not there, and there are sync runs in {folder.hub_file}",
        records_only=True,
    )


def was_in_use(folder: DataFolder) -> bool:
    """Tell whether the files of a folder were opened once, by what else lies in it."""
    hub_file, records_file = folder.hub_file, folder.records_file
    if not is_gone(hub_file) or not is_gone(records_file) or hub_file.is_symlink() or records_file.is_symlink():
        return True
    # `.sound` is noted once a file was read that has begun, so not by a start that was broken off before.
    signs = [folder.alive_file, folder.nightly_note, hub_file.with_name(f"{hub_file.name}.sound")]
    if any(sign.exists() for sign in signs) or kept_before(folder):
        return True
    return any((folder.path / "backups").glob(f"*{SUFFIX}"))


def put_aside(folder: DataFolder, at: datetime, *, records_only: bool) -> str:
    """Move what is left of the files into a folder beside them; return its path, empty where nothing was left.

    Nothing is removed. Raises StorageError where the system refuses.
    """
    files = [folder.records_file] if records_only else [folder.hub_file, folder.records_file]
    left = [
        one
        for file in files
        for one in (*(file.with_name(file.name + ending) for ending in COMPANIONS), file)
        if os.path.lexists(one)
    ]
    if not left:
        return ""
    kept = folder.path / name_for_kept(folder, at, Occasion.ANEW)
    try:
        kept.mkdir(mode=0o700)
        for one in left:
            one.replace(kept / one.name)
        sync_folder(kept)
        sync_folder(folder.path)
    except OSError as error:
        raise StorageError(
            f"What is left in {folder.path} could not be put aside: {error.strerror or error}. Close other programs "
            "that use it, then try again.",
            f"{type(error).__name__}: {error}",
        ) from error
    return str(kept)


def _has_synced(hub: sa.Engine) -> bool:
    with hub.connect() as connection:
        # A file whose making was broken off has no tables yet.
        if not sa.inspect(connection).has_table(runs.name):
            return False
        return connection.execute(sa.select(runs.c.id).limit(1)).first() is not None
