"""Files that cannot be opened at the start, and the way back to the last nightly backup."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hub_desktop.core.actor import Face
from hub_desktop.core.errors import UnreadableFilesError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.rescue import backups_for, begin_anew, go_back, look_at
from hub_desktop.store.engine import find_driver
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.question import Question
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
        dialog = RescueDialog(
            told.value,
            backups_for(broken, told.value),
            lambda backup, key, heard, cancel: go_back(broken, vault, backup, key, heard=heard, cancel=cancel),
            lambda: begin_anew(broken, vault, Face.WINDOW),
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
    dialog = RescueDialog(UnreadableFilesError("The file hub.db cannot be opened."), [backup], never, never)
    qtbot.addWidget(dialog)
    made = backup.made_at.astimezone()
    assert f"made {made.day} {made:%b} {made.year}" in dialog.offer.text()
    dialog.calls.close()


def never(*_: object) -> NoReturn:
    raise AssertionError


def test_another_backup_is_chosen_from_the_list(qtbot, opened, broken, vault):
    hub = again(broken, vault)
    hub.integrations.add(hub.accounts.person_at_the_pc(Face.WINDOW), read_integration(ERP | {"name": "Library"}))
    hub.nightly.make_now()
    hub.close()
    break_again(broken)
    dialog = opened()
    assert dialog.list.isHidden()
    assert dialog.file_button.isHidden()
    qtbot.mouseClick(dialog.others_button, LEFT)
    assert dialog.list.isVisible()
    assert dialog.list.count() == 2
    assert " MB" in dialog.list.item(0).text()
    assert unnamed_controls(dialog) == []
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert "The chosen backup was made" in dialog.offer.text()
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(dialog.restore_button, LEFT)
    hub = Hub.open(broken, vault)
    assert [view.name for view in hub.overview.all(hub.accounts.person_at_the_pc(Face.WINDOW))] == ["College ERP"]
    hub.close()


def test_a_file_is_chosen_by_hand_where_no_nightly_backup_is_left(qtbot, opened, broken, vault, tmp_path):
    [file] = (broken.path / "backups").iterdir()
    stick = file.rename(tmp_path / "stick.hubbackup")
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    dialog = opened()
    assert "There is no nightly backup of it" in dialog.offer.text()
    assert dialog.others_button.isHidden()
    assert not dialog.restore_button.isEnabled()
    assert dialog.restore_button.toolTip() == "Choose a backup first."
    qtbot.mouseClick(dialog.file_button, LEFT)
    [asked] = dialog.findChildren(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "letter.txt"))
    asked.close()
    qtbot.waitUntil(lambda: "is no backup" in dialog.problem.text())
    dialog.on_file_chosen(str(stick))
    qtbot.waitUntil(dialog.restore_button.isEnabled)
    assert dialog.file.text() == str(stick)
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(dialog.restore_button, LEFT)
    Hub.open(broken, vault).close()


@pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")
def test_one_of_another_computer_asks_for_its_recovery_key(qtbot, opened, broken, vault, tmp_path):
    there = MemoryVault()
    other = Hub.open(DataFolder(tmp_path / "other").prepare(), there)
    person = other.accounts.person_at_the_pc(Face.WINDOW)
    other.integrations.add(person, read_integration(ERP | {"name": "Other"}))
    other.backups.make(person, tmp_path / "other.hubbackup")
    key = other.storage.recovery_key(person)
    other.close()
    dialog = opened()
    dialog.on_file_chosen(str(tmp_path / "other.hubbackup"))
    qtbot.waitUntil(lambda: dialog.file.text().endswith("other.hubbackup") and dialog.restore_button.isEnabled())
    qtbot.mouseClick(dialog.restore_button, LEFT)
    qtbot.waitUntil(dialog.key_field.isVisible, timeout=15_000)
    assert "Enter the recovery key" in dialog.problem.text()
    qtbot.keyClicks(dialog.key, "nonsense")
    qtbot.keyClick(dialog.key, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "mistyped letter" in dialog.problem.text(), timeout=15_000)
    dialog.key.setText(key)
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(dialog.restore_button, LEFT)
    assert dialog.restored.new_key
    assert dialog.key.text() == ""


def test_files_that_are_gone_let_a_person_begin_anew_after_a_question(qtbot, opened, broken, vault):
    broken.hub_file.unlink()
    dialog = opened()
    assert "The file with your integrations, accounts and settings is missing" in dialog.said.text()
    assert dialog.anew_button.text() == "&Begin anew…"
    qtbot.mouseClick(dialog.anew_button, LEFT)
    [question] = dialog.findChildren(Question)
    assert question.focusWidget() is question.no
    qtbot.mouseClick(question.no, LEFT)
    assert dialog.begun is None
    assert not broken.hub_file.exists()
    qtbot.mouseClick(dialog.anew_button, LEFT)
    question = dialog.findChildren(Question)[-1]
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(question.yes, LEFT)
    assert "Hub Desktop began anew." in dialog.begun.sentence
    Hub.open(broken, vault).close()


def test_damaged_files_offer_no_beginning_anew(opened):
    assert opened().anew_button.isHidden()


def again(folder: DataFolder, vault: MemoryVault) -> Hub:
    """Open the hub over what the backup holds."""
    [file] = (folder.path / "backups").iterdir()
    # The next one may be made within the same second.
    file = file.rename(file.with_name(file.name.replace("-20", "-19", 1)))
    go_back(folder, vault, look_at(file), heard=lambda _: None, cancel=threading.Event())
    return Hub.open(folder, vault)


def break_again(folder: DataFolder) -> None:
    for name in ("hub.db-wal", "hub.db-shm"):
        (folder.path / name).unlink(missing_ok=True)
    folder.hub_file.write_bytes(b"\0" * 100_000)
