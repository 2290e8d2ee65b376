from pathlib import Path

import pytest

from hub_desktop.store.autostart import DesktopFile
from tests.cli.conftest import SmallProgram, Terminal


@pytest.fixture(autouse=True)
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config" / "autostart" / "hub-desktop.desktop"
    monkeypatch.setattr("hub_desktop.hub.autostart.login_entry", lambda: DesktopFile(file))
    return file


def test_it_is_switched_on_shown_and_switched_off(terminal: Terminal, program: SmallProgram, entry: Path) -> None:
    assert "does not start at login" in terminal.run("autostart", "show").stdout
    assert "starts at login, in the tray" in terminal.run("autostart", "on").stdout
    shown = terminal.json("autostart", "show")
    assert (shown["on"], shown["own"], shown["where"]) == (True, True, str(entry))
    assert str(program.folder) in shown["command"]
    assert terminal.json("autostart", "off")["on"] is False
    assert not entry.exists()


def test_another_copy_is_told(terminal: Terminal, entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nExec=/old/hub-desktop-window\n")
    assert "another copy" in terminal.run("autostart", "show").stdout
