"""What was there before: folders from before a backup was restored or somebody began anew, and copies of files."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from hub_desktop.core.backups import KeptBefore, Occasion
from hub_desktop.core.errors import StorageError
from hub_desktop.store.folder import DataFolder

_BEGINNINGS = {Occasion.RESTORE: "before-restore-", Occasion.ANEW: "before-anew-"}
_TIME = "%Y-%m-%d-%H%M%S"
_NAME = re.compile(r"before-[a-z]+-(\d{4}-\d\d-\d\d-\d{6})(-\d+)?")
_COPY = re.compile(r"(hub|records)\.db\.before-[a-z]+_\d{4}(-\d{8}T\d{12})?")
_MOST_COPIES = 2
"""Of each file: before the last change, and before the one that led there."""


def name_for_kept(folder: DataFolder, at: datetime, occasion: Occasion = Occasion.RESTORE) -> str:
    """Return the name of a folder that is not there yet."""
    wanted = f"{_BEGINNINGS[occasion]}{at.astimezone():{_TIME}}"
    name, number = wanted, 1
    while (folder.path / name).exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def kept_before(folder: DataFolder) -> list[KeptBefore]:
    """Return what is kept, the newest first."""
    found = []
    for occasion, beginning in _BEGINNINGS.items():
        for kept in folder.path.glob(f"{beginning}*"):
            name = _NAME.fullmatch(kept.name)
            if name is None or not kept.is_dir() or kept.is_symlink():
                continue
            try:
                at = datetime.strptime(name[1], _TIME).astimezone()
            except ValueError:
                # Somebody else's, for no such day ever was.
                continue
            length = sum(file.stat().st_size for file in kept.rglob("*") if file.is_file())
            found.append(KeptBefore(kept.name, at, length, occasion))
    for file in (folder.hub_file, folder.records_file):
        for copy in copies_of(file):
            status = copy.stat()
            at = datetime.fromtimestamp(status.st_mtime, UTC)
            found.append(KeptBefore(copy.name, at, status.st_size, Occasion.UPDATE))
    return sorted(found, key=lambda one: (one.at, one.name), reverse=True)


def copies_of(file: Path) -> list[Path]:
    """Return the copies of a database file that were made before it was changed, the newest first."""
    found = [one for one in file.parent.glob(f"{file.name}.before-*") if _COPY.fullmatch(one.name)]
    copies = [one for one in found if one.is_file() and not one.is_symlink()]
    return sorted(copies, key=lambda one: (one.stat().st_mtime_ns, one.name), reverse=True)


def drop_old_copies(newest: Path, file: Path) -> None:
    """Remove what is too old of the copies of a file, once `newest` was made; raise OSError where that is refused."""
    others = [copy for copy in copies_of(file) if copy != newest]
    for copy in others[_MOST_COPIES - 1 :]:
        copy.unlink(missing_ok=True)


def remove_kept(folder: DataFolder, kept: KeptBefore) -> None:
    """Remove one of them for good; raise StorageError where the system refuses."""
    place = folder.path / kept.name
    try:
        if kept.occasion is Occasion.UPDATE:
            place.unlink()
        else:
            shutil.rmtree(place)
    except OSError as error:
        raise StorageError(
            f"{place} could not be removed: {error.strerror or error}. Close other programs that "
            "use it, then try again.",
            f"{type(error).__name__}: {error}",
        ) from error
