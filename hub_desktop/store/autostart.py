"""Where each system keeps what it starts when its person signs in; all of it is the person's own and needs no rights.

Linux: a file of the desktop (XDG autostart). Windows: a value of the registry. macOS: a launch agent.
"""

import contextlib
import importlib
import os
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from hub_desktop.core.autostart import (
    LABEL,
    NAME,
    desktop_entry,
    exec_line,
    launch_agent,
    started_by_agent,
    started_by_entry,
    windows_command,
)
from hub_desktop.core.own_program import WINDOW, OwnProgram
from hub_desktop.store.autostart_trouble import (
    LIST_UNCHANGED,
    LIST_UNREADABLE,
    UNREADABLE,
    UNREMOVED,
    UNWRITTEN,
    reported,
)

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_SWITCHED_OFF_BY_WINDOWS = 1


class LoginEntry(Protocol):
    """What the system starts at sign-in, as far as it is this program."""

    where: str
    """The file, or the place in the registry, that holds it."""

    def line(self, command: Sequence[str]) -> str:
        """Return a command as `read` would return it; raise ConfigurationError where it cannot be kept."""

    def read(self) -> str | None:
        """Return what is started, or None; raise StorageError when that cannot be read."""

    def write(self, command: Sequence[str]) -> None:
        """Let the command be started from the next sign-in on; raise StorageError when that cannot be kept."""

    def remove(self) -> None:
        """Let it not be started any more; raise StorageError when that cannot be kept."""


class DesktopFile:
    """The file in the autostart folder of a Linux desktop."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.where = str(file)

    def line(self, command: Sequence[str]) -> str:
        """Return a command as the file holds it."""
        return exec_line(command)

    def read(self) -> str | None:
        """Return what the file starts, or None."""
        content = _content_of(self._file)
        return None if content is None else started_by_entry(content.decode("utf-8", "replace"))

    def write(self, command: Sequence[str]) -> None:
        """Write the file."""
        _replace(self._file, desktop_entry(command).encode())

    def remove(self) -> None:
        """Remove the file."""
        _remove(self._file)


class LaunchAgentFile:
    """The launch agent of a person on macOS; it is read at the next sign-in, and not started at once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.where = str(file)

    def line(self, command: Sequence[str]) -> str:
        """Return a command as a terminal takes it."""
        return shlex.join(command)

    def read(self) -> str | None:
        """Return what the agent starts, or None."""
        content = _content_of(self._file)
        found = None if content is None else started_by_agent(content)
        return None if found is None else shlex.join(found)

    def write(self, command: Sequence[str]) -> None:
        """Write the agent."""
        _replace(self._file, launch_agent(command))

    def remove(self) -> None:
        """Remove the agent."""
        _remove(self._file)


class RunValue:
    """The value in the registry of Windows, and the mark with which its Task Manager switches that off."""

    where = rf"HKEY_CURRENT_USER\{RUN}\{NAME}"

    def __init__(self, registry: Any) -> None:
        """Take the module `winreg`, which only Windows has."""
        self._registry = registry

    def line(self, command: Sequence[str]) -> str:
        """Return a command as the value holds it."""
        return windows_command(command)

    def read(self) -> str | None:
        """Return what the value starts, or None."""
        with reported(LIST_UNREADABLE):
            written = self._value(RUN)
            mark = self._value(APPROVED)
            if isinstance(mark, bytes) and mark and mark[0] & _SWITCHED_OFF_BY_WINDOWS:
                return None
            return str(written) if written else None

    def write(self, command: Sequence[str]) -> None:
        """Write the value, and take the mark of Task Manager away."""
        line = windows_command(command)
        registry = self._registry
        with reported(LIST_UNCHANGED):
            with registry.CreateKeyEx(registry.HKEY_CURRENT_USER, RUN, 0, registry.KEY_SET_VALUE) as key:
                registry.SetValueEx(key, NAME, 0, registry.REG_SZ, line)
            self._delete(APPROVED)

    def remove(self) -> None:
        """Remove the value."""
        with reported(LIST_UNCHANGED):
            self._delete(RUN)
            self._delete(APPROVED)

    def _value(self, path: str) -> Any:
        registry = self._registry
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, registry.KEY_QUERY_VALUE) as key:
                return registry.QueryValueEx(key, NAME)[0]
        except FileNotFoundError:
            return None

    def _delete(self, path: str) -> None:
        registry = self._registry
        # What is not there need not be deleted.
        with (
            contextlib.suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, path, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, NAME)


def login_entry(platform: str = sys.platform) -> LoginEntry:
    """Return where the system of this computer keeps what it starts at sign-in."""
    if platform == "win32":
        return RunValue(importlib.import_module("winreg"))
    if platform == "darwin":
        return LaunchAgentFile(Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist")
    given = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    # The specification lets a relative path count as none.
    folder = given if given.is_absolute() else Path.home() / ".config"
    return DesktopFile(folder / "autostart" / "hub-desktop.desktop")


def own_window_command(*words: str, program: OwnProgram | None = None) -> list[str]:
    """Return what starts the window of the program that runs now, wherever it was installed."""
    program = program or OwnProgram.running()
    return program.window_command(*words, there=program.file(WINDOW).is_file())


def _content_of(file: Path) -> bytes | None:
    with reported(UNREADABLE, file):
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return None


def _replace(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    with reported(UNWRITTEN, file):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=".hub-desktop.", suffix=".part", dir=file.parent)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as out:
                out.write(content)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def _remove(file: Path) -> None:
    with reported(UNREMOVED, file):
        file.unlink(missing_ok=True)
