"""Where each system keeps what it starts at login: real files, and a registry that stands in for Windows' own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hub_desktop.core.autostart import NAME
from hub_desktop.core.errors import ConfigurationError, StorageError
from hub_desktop.core.own_program import OwnProgram
from hub_desktop.store.autostart import (
    APPROVED,
    RUN,
    DesktopFile,
    LaunchAgentFile,
    RunValue,
    login_entry,
    own_window_command,
)

COMMAND = ["/opt/Hub 100%/hub-desktop-window", "--hidden"]


class Registry:
    """What `winreg` does with the values of one person, whose keys may be missing or closed."""

    HKEY_CURRENT_USER, REG_SZ, KEY_QUERY_VALUE, KEY_SET_VALUE = 0x80000001, 1, 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {}
        self.closed = False

    @contextmanager
    def OpenKey(self, root: int, path: str, reserved: int, access: int) -> Iterator[tuple[str, int]]:
        assert (root, reserved) == (self.HKEY_CURRENT_USER, 0)
        if self.closed:
            raise PermissionError(13, "Access is denied")
        if path not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        yield path, access

    @contextmanager
    def CreateKeyEx(self, root: int, path: str, reserved: int, access: int) -> Iterator[tuple[str, int]]:
        if not self.closed:
            self.keys.setdefault(path, {})
        with self.OpenKey(root, path, reserved, access) as key:
            yield key

    def QueryValueEx(self, key: tuple[str, int], name: str) -> tuple[object, int]:
        assert key[1] & self.KEY_QUERY_VALUE
        if name not in self.keys[key[0]]:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        return self.keys[key[0]][name], self.REG_SZ

    def SetValueEx(self, key: tuple[str, int], name: str, reserved: int, kind: int, value: object) -> None:
        assert key[1] & self.KEY_SET_VALUE
        assert (reserved, kind) == (0, self.REG_SZ)
        self.keys[key[0]][name] = value

    def DeleteValue(self, key: tuple[str, int], name: str) -> None:
        assert key[1] & self.KEY_SET_VALUE
        if self.keys[key[0]].pop(name, None) is None:
            raise FileNotFoundError(2, "The system cannot find the file specified")


@pytest.fixture(params=["desktop", "agent", "registry"])
def entry(request: pytest.FixtureRequest, tmp_path: Path) -> DesktopFile | LaunchAgentFile | RunValue:
    if request.param == "registry":
        return RunValue(Registry())
    file = tmp_path / "not yet" / "there"
    return DesktopFile(file) if request.param == "desktop" else LaunchAgentFile(file)


def test_what_is_written_is_read_and_removed(entry: DesktopFile | LaunchAgentFile | RunValue) -> None:
    assert entry.read() is None
    entry.remove()
    entry.write(["/old/hub-desktop-window"])
    entry.write(COMMAND)
    assert entry.read() == entry.line(COMMAND)
    entry.remove()
    assert entry.read() is None


@pytest.mark.parametrize("kind", [DesktopFile, LaunchAgentFile])
def test_a_file_that_cannot_be_used_is_told(kind: type[DesktopFile | LaunchAgentFile], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    inside = kind(tmp_path / "file" / "entry")
    with pytest.raises(StorageError, match=r"cannot be written.*Ask your IT team"):
        inside.write(COMMAND)
    folder = kind(tmp_path)
    for attempt in (folder.read, folder.remove, lambda: folder.write(COMMAND)):
        with pytest.raises(StorageError):
            attempt()
    assert {one.name for one in tmp_path.iterdir()} == {"file"}


def test_windows_own_switch_counts_and_is_taken_back() -> None:
    registry = Registry()
    value = RunValue(registry)
    value.write(COMMAND)
    registry.keys[APPROVED] = {NAME: bytes([3, 0, 0, 0]) + bytes(8), "another": b"\x03"}
    assert value.read() is None
    registry.keys[APPROVED][NAME] = bytes([2, 0, 0, 0]) + bytes(8)
    assert value.read() == '"/opt/Hub 100%/hub-desktop-window" --hidden'
    registry.keys[APPROVED][NAME] = bytes([3, 0, 0, 0]) + bytes(8)
    value.write(COMMAND)
    assert value.read()
    assert registry.keys == {RUN: {NAME: value.line(COMMAND)}, APPROVED: {"another": b"\x03"}}


def test_a_registry_that_is_closed_is_told() -> None:
    registry = Registry()
    value = RunValue(registry)
    registry.closed = True
    for attempt in (value.read, value.remove, lambda: value.write(COMMAND)):
        with pytest.raises(StorageError, match="Access is denied"):
            attempt()
    with pytest.raises(ConfigurationError, match="shorter"):
        value.write(["x" * 300])


def test_each_system_has_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert login_entry("linux").where == str(tmp_path / "config" / "autostart" / "hub-desktop.desktop")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert login_entry("linux").where == str(tmp_path / ".config" / "autostart" / "hub-desktop.desktop")
    agents = tmp_path / "Library" / "LaunchAgents"
    assert login_entry("darwin").where == str(agents / "org.smartstudenthub.HubDesktop.plist")
    monkeypatch.setitem(sys.modules, "winreg", Registry())  # type: ignore[arg-type]
    assert login_entry("win32").where == rf"HKEY_CURRENT_USER\{RUN}\Hub Desktop"


def test_the_window_of_this_installation_is_found(tmp_path: Path) -> None:
    program = OwnProgram(str(tmp_path / "python"), built=False, platform="linux")
    assert own_window_command("--hidden", program=program)[1:] == ["-m", "hub_desktop", "--hidden"]
    (tmp_path / "hub-desktop-window").touch()
    assert own_window_command("--hidden", program=program) == [str(tmp_path / "hub-desktop-window"), "--hidden"]
