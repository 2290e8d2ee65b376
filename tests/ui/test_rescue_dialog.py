"""Files that cannot be opened at the start, and the way back to the last nightly backup."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.actor import Face
from hub_desktop.core.errors import UnreadableFilesError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.rescue import go_back, rescue_for
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.rescue_dialog import RescueDialog
from tests.accessibility import unnamed_controls
from tests.fresh_hub import fresh_hub

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
ERP = {"name": "College ERP", "baseUrl": "https://erp.example.edu"}


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def broken(tmp_path: Path, vault: MemoryVault) -> DataFolder:
    """A data folder with one integration in a nightly backup, and files that cannot be opened since."""
    folder = DataFolder(tmp_path / "data").prepare()
    hub = fresh_hub(folder.path, vault)
    hub.integrations.add(hub.accounts.person_at_the_pc(Face.WINDOW), read_integration(ERP))
    hub.nightly.make_now()
    hub.close()
    for name in ("hub.db-wal", "hub.db-shm"):
        (folder.path / name).unlink(missing_ok=True)
    folder.hub_file.write_bytes(b"\0" * 100_000)
    return folder


@pytest.fixture
def opened(qtbot, broken: DataFolder, vault: MemoryVault) -> Iterator[Callable[[], RescueDialog]]:
    shown: list[RescueDialog] = []

    def show() -> RescueDialog:
        with pytest.raises(UnreadableFilesError) as told:
            Hub.open(broken, vault)
        backup = rescue_for(broken, told.value)
        assert backup is not None
        dialog = RescueDialog(
            told.value, backup, lambda heard, cancel: go_back(broken, vault, backup, heard=heard, cancel=cancel)
        )
        shown.append(dialog)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield show
    for dialog in shown:
        dialog.calls.close()


def test_a_person_goes_back_to_the_last_nightly_backup(qtbot, opened, broken, vault):
    dialog = opened()
    assert "it is damaged, or locked with another key" in dialog.said.text()
    assert "The last nightly backup was made just now." in dialog.offer.text()
    assert dialog.file.text().startswith(str(broken.path / "backups" / "hub-desktop-nightly-"))
    assert dialog.focusWidget() is dialog.close_button
    assert unnamed_controls(dialog) == []
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(dialog.restore_button, LEFT)
    assert dialog.restored is not None
    assert "is kept in" in dialog.restored.sentence
    hub = Hub.open(broken, vault)
    person = hub.accounts.person_at_the_pc(Face.WINDOW)
    assert [view.name for view in hub.overview.all(person)] == ["College ERP"]
    [kept] = hub.backups.kept()
    assert (broken.path / kept.name / "hub.db").read_bytes() == b"\0" * 100_000
    [row] = [row for row in hub.audit.latest(person) if row.use_case == "backups.restore"]
    assert row.face == "window"
    hub.close()


def test_a_person_who_closes_it_leaves_all_as_it_is(qtbot, opened, broken):
    dialog = opened()
    qtbot.mouseClick(dialog.copy_button, LEFT)
    assert "hub.db" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(dialog.close_button, LEFT)
    assert not dialog.isVisible()
    assert dialog.restored is None
    assert broken.hub_file.read_bytes() == b"\0" * 100_000


def test_one_that_is_stopped_says_so(qtbot, opened, broken):
    dialog = opened()
    qtbot.mouseClick(dialog.restore_button, LEFT)
    assert dialog.restore_button.toolTip() == "The backup is just being restored."
    qtbot.mouseClick(dialog.close_button, LEFT)
    qtbot.waitUntil(lambda: dialog.restored is not None or dialog.problem.text() != "", timeout=15_000)
    if dialog.restored is None:
        assert dialog.problem.text() == "Nothing was restored. Everything is as it was."
        assert broken.hub_file.read_bytes() == b"\0" * 100_000


def test_a_damaged_backup_is_told(qtbot, opened, broken):
    dialog = opened()
    [file] = (broken.path / "backups").iterdir()
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(bytes(content))
    qtbot.mouseClick(dialog.restore_button, LEFT)
    qtbot.waitUntil(lambda: dialog.problem.text() != "", timeout=15_000)
    assert "is damaged" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.restore_button.isEnabled()
    assert dialog.close_button.text() == "Close"


def test_it_says_how_old_the_backup_is(qtbot):
    backup = NightlyFile(Path("x.hubbackup"), datetime.now(UTC) - timedelta(days=40), 1)

    def restore(*_: object) -> None:
        raise AssertionError

    dialog = RescueDialog(UnreadableFilesError("The file hub.db cannot be opened."), backup, restore)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    made = backup.made_at.astimezone()
    assert f"made {made.day} {made:%b} {made.year}" in dialog.offer.text()
    dialog.calls.close()
