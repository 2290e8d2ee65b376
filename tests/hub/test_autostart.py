"""Starting at login: what is written for whom, and who may."""

from pathlib import Path

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.autostart import exec_line
from hub_desktop.core.errors import ConfigurationError, NotAllowedError
from hub_desktop.core.events import AutostartChanged, Event
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.hub import Hub
from hub_desktop.store.autostart import DesktopFile, own_window_command
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault, open_vault
from tests.hub.conftest import PRINCIPAL


@pytest.fixture(autouse=True)
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "config" / "autostart" / "hub-desktop.desktop"
    monkeypatch.setattr("hub_desktop.hub.autostart.login_entry", lambda: DesktopFile(file))
    return file


def test_it_starts_this_program_with_this_folder(hub: Hub, folder: DataFolder, entry: Path) -> None:
    heard: list[Event] = []
    hub.events.subscribe(heard.append)
    assert not hub.autostart.show(PRINCIPAL).on
    state = hub.autostart.switch(PRINCIPAL, on=True)
    command = own_window_command("--hidden", "--data-dir", str(folder.path))
    assert (state.on, state.own, state.where, state.note) == (True, True, str(entry), "")
    assert f"Exec={exec_line(command)}\n" in entry.read_text()
    assert hub.autostart.show(PRINCIPAL) == state
    assert not hub.autostart.switch(PRINCIPAL, on=False).on
    assert not entry.exists()
    assert heard == [AutostartChanged(), AutostartChanged()]
    rows = [(row.use_case, row.detail) for row in hub.audit.latest(PRINCIPAL) if row.subject == "start at login"]
    assert sorted(rows) == [("settings.change", "off"), ("settings.change", f"on: {entry}")]


def test_the_folder_of_this_user_need_not_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    folder = DataFolder.default().prepare()
    assert folder.is_of_this_user()
    hub = Hub.open(folder, MemoryVault())
    try:
        assert hub.autostart.switch(PRINCIPAL, on=True).own
    finally:
        hub.close()
    assert "data-dir" not in entry.read_text()


def test_another_copy_is_told_and_replaced(hub: Hub, entry: Path) -> None:
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nExec=/old/hub-desktop-window --hidden\n")
    state = hub.autostart.show(PRINCIPAL)
    assert (state.on, state.own, state.command) == (True, False, "/old/hub-desktop-window --hidden")
    assert "another copy" in state.note
    assert hub.autostart.switch(PRINCIPAL, on=True).own


def test_a_passphrase_must_be_there_at_login_too(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "a passphrase of the tests")
    hub = Hub.open(folder, open_vault(folder.identity(), folder.vault_file))
    try:
        assert "HUB_DESKTOP_VAULT_PASSPHRASE" in hub.autostart.switch(PRINCIPAL, on=True).note
    finally:
        hub.close()


def test_the_sample_college_does_not_start_at_login(hub: Hub, entry: Path) -> None:
    hub.storage.set_setting(PRINCIPAL, REHEARSAL, True)
    with pytest.raises(ConfigurationError, match="gone after the rehearsal"):
        hub.autostart.switch(PRINCIPAL, on=True)
    assert not entry.exists()
    assert not hub.autostart.switch(PRINCIPAL, on=False).on


@pytest.mark.parametrize(
    "actor",
    [
        Actor("Ravi", Role.IT_STAFF, Face.WINDOW),
        Actor("Mala", Role.VIEWER, Face.WINDOW),
        Actor("Asha", Role.PRINCIPAL, Face.WINDOW, frozenset({1})),
    ],
)
def test_who_may_not_change_it_may_look(hub: Hub, entry: Path, actor: Actor) -> None:
    assert not hub.autostart.show(actor).on
    with pytest.raises(NotAllowedError):
        hub.autostart.switch(actor, on=True)
    assert not entry.exists()
