"""The folders in which lies what was there before a backup was restored."""

import re
import shutil
from datetime import datetime

from hub_desktop.core.backups import KeptFolder
from hub_desktop.core.errors import StorageError
from hub_desktop.store.folder import DataFolder

_BEGINNING, _TIME = "before-restore-", "%Y-%m-%d-%H%M%S"
_NAME = re.compile(rf"{_BEGINNING}(\d{{4}}-\d\d-\d\d-\d{{6}})(-\d+)?")


def name_for_kept(folder: DataFolder, at: datetime) -> str:
    """Return the name of a folder that is not there yet."""
    wanted = f"{_BEGINNING}{at.astimezone():{_TIME}}"
    name, number = wanted, 1
    while (folder.path / name).exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def kept_folders(folder: DataFolder) -> list[KeptFolder]:
    """Return what is kept, the newest first."""
    found = []
    for kept in folder.path.glob(f"{_BEGINNING}*"):
        name = _NAME.fullmatch(kept.name)
        if name is None or not kept.is_dir() or kept.is_symlink():
            continue
        try:
            at = datetime.strptime(name[1], _TIME).astimezone()
        except ValueError:
            # Somebody else's, for no such day ever was.
            continue
        found.append(KeptFolder(kept.name, at, sum(file.stat().st_size for file in kept.rglob("*") if file.is_file())))
    return sorted(found, key=lambda one: one.name, reverse=True)


def remove_kept(folder: DataFolder, kept: KeptFolder) -> None:
    """Remove one of them for good; raise StorageError where the system refuses."""
    try:
        shutil.rmtree(folder.path / kept.name)
    except OSError as error:
        raise StorageError(
            f"{folder.path / kept.name} could not be removed: {error.strerror or error}. Close other programs that "
            "use it, then try again.",
            f"{type(error).__name__}: {error}",
        ) from error
