"""The files of a folder that fit a pattern, and what tells that they have changed."""

import fnmatch
import hashlib
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from hub_desktop.core.errors import ConfigurationError, HubError, TransientError
from hub_desktop.core.folders import folder_path

_MOST_ENTRIES = 100_000


class FoundFile(Struct, frozen=True):
    """A file as it was when it was found."""

    path: Path
    name: str
    """Below the folder, / between the parts."""
    size: int
    """Bytes."""
    changed_ns: int

    @property
    def changed(self) -> datetime:
        """When it was changed last (aware UTC)."""
        return datetime.fromtimestamp(self.changed_ns / 1e9, UTC)

    def is_as_found(self) -> bool:
        """Tell whether the file still is what it was."""
        now = self.path.stat()
        return (now.st_size, now.st_mtime_ns) == (self.size, self.changed_ns)


def folder_of(base_url: str) -> Path:
    """Return the folder of a file address."""
    return Path(folder_path(base_url))


def found_files(folder: Path, pattern: str) -> list[FoundFile]:
    """Return the files of a folder that fit a pattern, the oldest first, those of one moment by name.

    Hidden files and those that office programs put beside an open one (~$…) are passed over. Raises TransientError
    when the folder is not there, or may not be looked into, for a drive may come back.
    """
    try:
        found = list(_matching(folder, pattern.casefold().split("/"), ""))
    except OSError as error:
        raise unreadable(folder, error) from error
    return sorted(found, key=lambda file: (file.changed_ns, file.name))


def unreadable(path: Path, error: OSError) -> HubError:
    """Return what is said of a folder or file that cannot be read."""
    detail = f"{type(error).__name__}: {error.strerror or error}: {path}"
    if isinstance(error, FileNotFoundError):
        return TransientError(
            f"The folder {path} is not there. If it lies on another computer or a drive, see whether that is switched "
            "on and connected; else correct the folder.",
            detail,
        )
    if isinstance(error, NotADirectoryError):
        return ConfigurationError(f"{path} is a file. Name the folder it lies in.", detail, field="baseUrl")
    if isinstance(error, PermissionError):
        return TransientError(
            f"{path} may not be read. Close it where it is open, or let the account of this program read it.", detail
        )
    return TransientError(f"{path} could not be read: {error.strerror or error}.", detail)


def unreadable_file(file: FoundFile, error: OSError) -> HubError:
    """Return what is said of a file that was found and cannot be read."""
    if isinstance(error, FileNotFoundError):
        return TransientError(f"{file.name} was taken away while it was read.", f"{type(error).__name__}: {file.path}")
    return unreadable(file.path, error)


def digest_of(parts: list[tuple[str, str]]) -> str:
    """Return one digest of files, each given by its name and the digest of what is in it."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _matching(folder: Path, parts: list[str], above: str) -> Iterator[FoundFile]:
    with os.scandir(folder) as entries:
        for seen, entry in enumerate(entries):
            if seen >= _MOST_ENTRIES:
                raise OSError(f"it holds more than {_MOST_ENTRIES:,} files")
            if entry.name.startswith((".", "~$")) or not fnmatch.fnmatchcase(entry.name.casefold(), parts[0]):
                continue
            name = above + entry.name
            if len(parts) > 1:
                if entry.is_dir():
                    yield from _matching(Path(entry.path), parts[1:], name + "/")
                continue
            try:
                # Not entry.stat(): on Windows that is what the folder remembers, which may be old.
                state = Path(entry.path).stat()
            except FileNotFoundError:
                # It has just been taken away, or is a link that leads nowhere.
                continue
            if stat.S_ISREG(state.st_mode):
                yield FoundFile(Path(entry.path), name, state.st_size, state.st_mtime_ns)
