"""The file of a backup: both databases and a manifest in one archive, whole or not there at all.

It is a ZIP archive without compression, because encrypted pages do not get smaller. The databases in it are encrypted
as those of the folder are, with the same key, which is not in the file.
"""

import contextlib
import errno
import hashlib
import json
import os
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from hub_desktop.core.backups import Manifest, Part, no_backup, read_manifest
from hub_desktop.core.errors import StorageError
from hub_desktop.store.folder import sync_folder

HUB_NAME, RECORDS_NAME = "hub.db", "records.db"
PART_NAMES = (HUB_NAME, RECORDS_NAME)
_MANIFEST = "manifest.json"
_MOST_MANIFEST_BYTES = 64 * 1024
_CHUNK = 1024 * 1024
_OWNER_ONLY = 0o600
# What is raised of files that this program never wrote: another shape, nested without end, a password, odd lengths.
_SIGNS_OF_OTHERS = (KeyError, ValueError, EOFError, RuntimeError, OverflowError, struct.error)

Step = Callable[[int], None]
"""Told the number of bytes that were just worked through; may raise to stop the work."""


def write_backup(
    target: Path,
    copies: Mapping[str, Path],
    schemas: Mapping[str, str],
    *,
    made_at: datetime,
    program: str,
    folder: str,
    encrypted: bool,
    step: Step,
) -> Manifest:
    """Put the copies into one file at `target`, read it back, and only then let it take its place.

    Raises StorageError, with what lay there untouched, when it cannot be written or does not read as it was written.
    """
    if target.exists() and not is_backup(target):
        raise StorageError(
            f"The file {target} is there already and is no backup. Choose another name.", f"{target} exists"
        )
    part = _unfinished(target)
    try:
        with told_in_words(target), part.open("wb") as out:
            parts: dict[str, Part] = {}
            with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
                for name, copy in copies.items():
                    digest, length = hashlib.sha256(), 0
                    with copy.open("rb") as read, archive.open(name, "w", force_zip64=True) as entry:
                        while chunk := read.read(_CHUNK):
                            entry.write(chunk)
                            digest.update(chunk)
                            length += len(chunk)
                            step(len(chunk))
                    parts[name] = Part(length, digest.hexdigest(), schemas[name])
                manifest = Manifest(made_at, program, folder, encrypted, parts)
                archive.writestr(_MANIFEST, json.dumps(manifest.to_json(), indent=2))
            out.flush()
            os.fsync(out.fileno())
        with opened_backup(part) as found:
            for name in PART_NAMES:
                found.check(name, step)
        with told_in_words(target):
            part.replace(target)
            sync_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    return manifest


def is_backup(file: Path) -> bool:
    """Tell whether the file is a backup of this program, of any version; other archives have a manifest too."""
    try:
        with zipfile.ZipFile(file) as archive:
            return {_MANIFEST, *PART_NAMES} <= set(archive.namelist())
    except (OSError, zipfile.BadZipFile, *_SIGNS_OF_OTHERS):
        return False


class OpenedBackup:
    """A backup whose manifest was read."""

    def __init__(self, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self._archive = archive
        self.manifest = manifest

    def check(self, name: str, step: Step) -> None:
        """Read a part through; raise StorageError unless it is as the manifest says."""
        self._read(name, None, step)

    def extract(self, name: str, target: Path, step: Step) -> None:
        """Write a part to a new file for its owner only; raise StorageError unless it is as the manifest says."""
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
        with os.fdopen(descriptor, "wb") as out:
            self._read(name, out, step)
            out.flush()
            os.fsync(out.fileno())

    def _read(self, name: str, out: IO[bytes] | None, step: Step) -> None:
        said = self.manifest.parts[name]
        digest, length = hashlib.sha256(), 0
        with self._archive.open(name) as read:
            while chunk := read.read(_CHUNK):
                length += len(chunk)
                if length > said.bytes:
                    break
                digest.update(chunk)
                if out is not None:
                    out.write(chunk)
                step(len(chunk))
        if length != said.bytes or digest.hexdigest() != said.sha256:
            raise damaged(f"{name} is not as the manifest says")


@contextmanager
def opened_backup(file: Path) -> Iterator[OpenedBackup]:
    """Open a backup; raise StorageError when it is none, damaged, or made by a newer program."""
    try:
        with file.open("rb") as read, zipfile.ZipFile(read) as archive:
            # Ours are not compressed: what is could grow without end while it is read.
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in archive.infolist()):
                raise no_backup("an entry is compressed")
            with archive.open(_MANIFEST) as entry:
                text = entry.read(_MOST_MANIFEST_BYTES)
            manifest = read_manifest(json.loads(text), PART_NAMES)
            for name in PART_NAMES:
                archive.getinfo(name)
            yield OpenedBackup(archive, manifest)
    except zipfile.BadZipFile as error:
        raise damaged(str(error)) if is_backup(file) else no_backup(str(error)) from error
    except _SIGNS_OF_OTHERS as error:
        raise no_backup(f"{type(error).__name__}: {error}") from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise StorageError(
            f"The file {file} cannot be read: {error.strerror or error}. Choose another one.",
            f"{type(error).__name__}: {error}",
        ) from error


def damaged(detail: str) -> StorageError:
    """Return what is said of a backup that is not as it was written."""
    return StorageError("This backup is damaged, so nothing was restored from it. Choose an older one.", detail)


@contextmanager
def told_in_words(target: Path) -> Iterator[None]:
    """Raise StorageError, saying what to do, where the system refuses to write."""
    try:
        yield
    except OSError as error:
        detail = f"{type(error).__name__}: {error}"
        if error.errno == errno.ENOSPC:
            raise StorageError(
                f"The disk of {target.parent} is full, so nothing was kept there. Free some space, or choose another "
                "disk.",
                detail,
            ) from error
        if error.errno == errno.EFBIG:
            raise StorageError(
                f"The disk of {target.parent} takes no file of this size. Choose another disk.", detail
            ) from error
        raise StorageError(
            f"Nothing can be written to {target.parent}: {error.strerror or error}. Choose another folder.", detail
        ) from error


def _unfinished(target: Path) -> Path:
    with told_in_words(target):
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "it is a folder", str(target))
        # Made with mode 0600 from the first byte on.
        descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
        os.close(descriptor)
        return Path(name)
