"""What the command line asks of the program around it."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hub_desktop.core.actor import Actor
    from hub_desktop.core.backups import BegunAnew, Restored
    from hub_desktop.core.errors import UnreadableFilesError
    from hub_desktop.core.nightly import NightlyFile
    from hub_desktop.hub.hub import Hub
    from hub_desktop.hub.restoring import PreparedRestore


class Finding(Struct, frozen=True):
    """One thing `hub-desktop doctor` looked at on this computer."""

    name: str
    ok: bool
    sentence: str
    """What was found and, where it is not well, what to do."""


class Program(Protocol):
    """The wired program; a `data_dir` of None means the folder of this user."""

    def open_hub(self, data_dir: Path | None) -> "AbstractContextManager[Hub]":
        """Open the hub and close it at the end; raise HubError when it cannot be opened."""

    def window(self, data_dir: Path | None, *, hidden: bool) -> int:
        """Open the window, or only the tray icon when hidden; return the exit code once it is closed."""

    def demo(self, data_dir: Path | None, *, smoke: bool) -> int:
        """Open the window with the sample college; with `smoke`, end after the first sync."""

    def serve(self, data_dir: Path | None, *, host: str | None, port: int | None) -> int:
        """Run clock, lanes and listener without a window until stopped, where not given as its settings say."""

    def restore_recovery_key(self, data_dir: Path | None, key: str) -> None:
        """Put a recovery key back into the vault; raise HubError when it was mistyped."""

    def restore_backup(
        self,
        data_dir: Path | None,
        file: Path,
        *,
        recovery_key: str,
        sign_in: "Callable[[Hub], Actor]",
        confirm: "Callable[[PreparedRestore], bool]",
    ) -> "Restored | None":
        """Restore a backup into a folder nobody uses; return None where it was not confirmed; raise HubError."""

    def rescue(self, data_dir: Path | None, error: "UnreadableFilesError") -> "Sequence[NightlyFile]":
        """Return the nightly backups, the best first, where going back to one helps against this error."""

    def begin_anew(self, data_dir: Path | None) -> "BegunAnew":
        """Go on without files that are gone; raise HubError, with nothing changed, where none is."""

    def diagnose(self, data_dir: Path | None) -> list[Finding]:
        """Return what is well and what is not on this computer."""
