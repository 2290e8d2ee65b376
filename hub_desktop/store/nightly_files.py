"""The files of nightly backups: where they lie, which of them are this folder's own, and clearing up among them."""

import json
import logging
import os
import tempfile
from functools import partial
from pathlib import Path

from hub_desktop.core.errors import StorageError
from hub_desktop.core.nightly import NightlyFile, is_nightly_name, is_unfinished_name, latest_first
from hub_desktop.core.times import utc_now
from hub_desktop.store.answering import NotAnsweringError, PatientLooks
from hub_desktop.store.backup_file import opened_backup
from hub_desktop.store.folder import DataFolder

_MOST_PLACES = 10
_log = logging.getLogger(__name__)


def own_place(folder: DataFolder) -> Path:
    """Return the folder in which they lie where no other was chosen."""
    return folder.path / "backups"


def place_for_backups(folder: DataFolder, chosen: str) -> Path:
    """Return the folder for the next one; raise StorageError when it is not there.

    Only the own one is made: in the place of a disk that was pulled out there would be a folder of the same name.
    """
    place = Path(chosen) if chosen else own_place(folder)
    try:
        if not chosen:
            place.mkdir(mode=0o700, exist_ok=True)
        there = place.is_dir()
    except OSError as error:
        raise StorageError(
            f"The folder {place} cannot be used: {error.strerror or error}. Choose another one.",
            f"{type(error).__name__}: {error}",
        ) from error
    if not there:
        raise StorageError(
            f"The folder {place} is not there. Plug in its disk or connect the share, or choose another folder.",
            f"{place} is no folder",
        )
    return place


def not_writable(place: Path) -> str:
    """Return why nothing can be written to a folder, or the empty string; a file is made to find out."""
    try:
        if not place.is_dir():
            return f"There is no folder {place}. Make it first, or choose another one."
        with tempfile.TemporaryFile(dir=place):
            return ""
    except OSError as error:
        return f"Nothing can be written to {place}: {error.strerror or error}. Choose another folder."


def nightly_files(place: Path, identity: str, *, of_others: bool = False) -> list[NightlyFile]:
    """Return the nightly backups in a folder that are of this data folder, the newest first.

    Only those that are so by their name and by what is written in them, those `of_others` too where wanted; nothing
    where the folder is not there.
    """
    found: list[NightlyFile] = []
    try:
        files = [file for file in place.iterdir() if is_nightly_name(file.name, "" if of_others else identity)]
    except OSError as error:
        _log.info("the folder of the nightly backups cannot be looked into: %s", error)
        return []
    for file in files:
        try:
            if file.is_symlink() or not file.is_file():
                continue
            with opened_backup(file) as backup:
                manifest = backup.manifest
        except (StorageError, OSError) as error:
            _log.info("%s is not looked at as a nightly backup: %s", file, error)
            continue
        if of_others or manifest.folder == identity:
            found.append(NightlyFile(file, manifest.made_at, manifest.bytes))
    return sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True)


def clear_unfinished(place: Path, identity: str) -> None:
    """Remove what a program left that was killed while it made one; the backup lock must be held."""
    for file in unfinished_in(place, identity):
        file.unlink(missing_ok=True)


def unfinished_in(place: Path, identity: str) -> list[Path]:
    """Return what a program left in a folder that was killed while it made one; raise OSError where it cannot look."""
    return [file for file in place.iterdir() if is_unfinished_name(file.name, identity)]


def known_places(folder: DataFolder) -> list[Path]:
    """Return every folder in which nightly backups were ever made, the latest first.

    This stands in a file of its own, for it is asked when the databases cannot be opened.
    """
    try:
        written = json.loads(folder.nightly_note.read_text("utf-8"))
        places = [Path(str(place)) for place in written["places"]]
    except FileNotFoundError:
        places = []
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("the note of where nightly backups lie cannot be read: %s", error)
        places = []
    own = own_place(folder)
    return places if own in places else [*places, own]


def note_place(folder: DataFolder, place: Path) -> None:
    """Write down that nightly backups lie there now."""
    before = known_places(folder)
    places = [place, *(one for one in before if one != place)][:_MOST_PLACES]
    if places == before and folder.nightly_note.exists():
        return
    written = folder.nightly_note.with_suffix(".new")
    descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        json.dump({"places": [str(one) for one in places]}, out)
    written.replace(folder.nightly_note)


def all_nightly(folder: DataFolder) -> list[NightlyFile]:
    """Return all nightly backups of this data folder that are there, wherever they lie, the newest first.

    One dated more than a day ahead was made by a clock that ran wrong, and comes last. In the folder's own place those
    count too that were made before it lost its name.
    """
    identity, own, looks = folder.identity(), own_place(folder), PatientLooks()
    found: list[NightlyFile] = []
    for place in known_places(folder):
        try:
            found += looks.ask(place, partial(nightly_files, place, identity, of_others=place == own))
        except NotAnsweringError as error:
            _log.warning("backups are not looked for there: %s", error.detail)
    return latest_first(found, utc_now())
