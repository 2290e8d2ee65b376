"""What a backup says of itself, and what restoring one led to."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from hub_desktop.core.errors import StorageError
from hub_desktop.core.times import from_text, spoken, to_text
from hub_desktop.core.words import listed

FORMAT = 1
"""The version of the file; a program refuses one that is newer than it knows."""
SUFFIX = ".hubbackup"


class RecoveryKeyNeededError(StorageError):
    """The backup is locked with a key that this computer does not hold."""


class Part(Struct, frozen=True):
    """One of the two databases in the file: its length, its SHA-256 in hex and its schema."""

    bytes: int
    sha256: str
    schema: str


class Manifest(Struct, frozen=True):
    """What stands in the file beside the databases, readable without their key; nothing personal."""

    made_at: datetime
    program: str
    """The version of the program that made it."""
    folder: str
    """The own name of the data folder it was made of; see `DataFolder.identity`."""
    encrypted: bool
    parts: Mapping[str, Part]
    """By the name of the database, `hub.db` and `records.db`."""

    @property
    def bytes(self) -> int:
        """The length of both databases."""
        return sum(part.bytes for part in self.parts.values())

    def to_json(self) -> dict[str, Any]:
        """Return the shape in which it is written."""
        return {
            "format": FORMAT,
            "madeAt": to_text(self.made_at),
            "program": self.program,
            "folder": self.folder,
            "encrypted": self.encrypted,
            "parts": {name: asdict(part) for name, part in self.parts.items()},
        }


def read_manifest(written: Any, names: tuple[str, ...]) -> Manifest:
    """Return what `to_json` wrote, with exactly these parts; raise StorageError for another shape or a newer format."""
    if isinstance(written, dict) and isinstance(written.get("format"), int) and written["format"] > FORMAT:
        raise StorageError(
            "This backup was made by a newer Hub Desktop. Install the newest version to restore it; nothing was "
            "changed.",
            f"format {written['format']} is newer than {FORMAT}",
        )
    try:
        return Manifest(
            from_text(str(written["madeAt"])),
            str(written["program"]),
            str(written["folder"]),
            bool(written["encrypted"]),
            {
                name: Part(
                    int(written["parts"][name]["bytes"]),
                    str(written["parts"][name]["sha256"]),
                    str(written["parts"][name]["schema"]),
                )
                for name in names
            },
        )
    # A length may be written as Infinity.
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise no_backup(f"{type(error).__name__}: {error}") from error


def no_backup(detail: str) -> StorageError:
    """Return what is said of a file that is something else."""
    return StorageError("This file is no backup of Hub Desktop, or it is damaged. Choose another one.", detail)


class BackupMade(Struct, frozen=True):
    """The last backup that was made: when, where and how large."""

    at: datetime
    file: str
    bytes: int


class Occasion(StrEnum):
    """What made the program keep what was there before."""

    RESTORE = "restore"
    """A backup was restored."""
    UPDATE = "update"
    """A newer version of the program changed a database file."""
    ANEW = "anew"
    """A person began anew, because a file was missing."""


class KeptBefore(Struct, frozen=True):
    """What was there before, kept in case it is wanted back."""

    name: str
    """Of the folder, or the file, which lies in the data folder."""
    at: datetime
    """When the backup was restored, the file changed, or somebody began anew."""
    bytes: int
    occasion: Occasion = Occasion.RESTORE


class Restored(Struct, frozen=True):
    """What a folder was brought back to, and what a person has to do about it."""

    made_at: datetime
    """When the backup was made."""
    at: datetime
    kept: str
    """The folder in which lies what was there before; empty where there was nothing."""
    without_secrets: tuple[str, ...]
    """Integrations whose passwords and keys are not on this computer."""
    new_key: bool
    """Whether the files are now locked with another key than the one they were made with."""

    @property
    def plan(self) -> str:
        """What is written down before it is done."""
        made = self.made_at.astimezone()
        said = f"the backup made on {made:%Y-%m-%d} at {made:%H:%M} takes the place of what is stored"
        return f"{said}, which is kept in {self.kept}" if self.kept else said

    @property
    def sentence(self) -> str:
        """What is written down of it: the time stands in it as it is read years later."""
        made = self.made_at.astimezone()
        return self._told(f"The backup made on {made:%Y-%m-%d} at {made:%H:%M} was restored.")

    def told(self, now: datetime) -> str:
        """Return what a person is told, with the time as people say it."""
        return self._told(f"The backup made {spoken(self.made_at, now)} was restored.")

    def _told(self, first: str) -> str:
        said = [first]
        if self.kept:
            said.append(f"What was there before is kept in {self.kept}.")
        if self.without_secrets:
            names = listed(self.without_secrets)
            said.append(f"Passwords are not part of a backup. Enter those of {names} again.")
        if self.new_key:
            said.append("The data has the key of this computer now: save its recovery key.")
        return " ".join(said)

    def to_json(self) -> dict[str, Any]:
        """Return the shape in which it is kept and told to other programs."""
        return {
            "made_at": to_text(self.made_at),
            "restored_at": to_text(self.at),
            "kept": self.kept,
            "without_secrets": list(self.without_secrets),
            "new_key": self.new_key,
        }


class BegunAnew(Struct, frozen=True):
    """What a person goes on with who began anew, because a file was missing."""

    at: datetime
    kept: str
    """The folder in which lies what was left; empty where nothing was."""
    records_only: bool
    """Whether integrations, accounts and settings are those of before."""

    @property
    def sentence(self) -> str:
        """What a person is told."""
        said = [
            "Hub Desktop goes on without the records that were missing. Sync your systems to bring back what they have."
            if self.records_only
            else "Hub Desktop began anew."
        ]
        if self.kept:
            said.append(f"What was left is kept in {self.kept}.")
        return " ".join(said)

    def to_json(self) -> dict[str, Any]:
        """Return the shape in which it is told to other programs."""
        return {"at": to_text(self.at), "kept": self.kept, "records_only": self.records_only}
