"""Backups in the settings: making one, and going back to one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.restoring import DecidedRestore, Restoring
from hub_desktop.store.engine import find_driver
from hub_desktop.store.replacing import waiting_room
from hub_desktop.ui.backup_panel import BackupPanel
from hub_desktop.ui.restore_dialog import RestoreDialog
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        found.hub.integrations.add(
            found.actor, read_integration({"name": "College ERP", "baseUrl": "https://erp.example.edu"})
        )
        yield found


def shown(qtbot, session: Session) -> BackupPanel:
    panel = BackupPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 300)
    panel.load()
    panel.show()
    qtbot.waitUntil(lambda: panel.last.text() != "", timeout=15_000)
    return panel


def chosen(panel: BackupPanel, place: Path) -> None:
    """Answer the question for a file."""
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(place))
    dialog.done(0)


def test_a_backup_is_made_and_its_age_shown(qtbot, session, tmp_path):
    panel = shown(qtbot, session)
    assert panel.last.text() == "No backup was made yet."
    qtbot.mouseClick(panel.make_button, LEFT)
    chosen(panel, tmp_path / "x.hubbackup")
    qtbot.waitUntil(lambda: "is whole" in panel.message.text(), timeout=15_000)
    qtbot.waitUntil(lambda: panel.last.text().startswith("Last backup: just now"), timeout=15_000)
    assert str(tmp_path / "x.hubbackup") in panel.last.text()
    assert not panel.progress.isVisible()
    if find_driver().encrypts:
        assert "Save the recovery key too" in panel.message.text()
        assert "only with the recovery key" in panel.note.text()
    assert unnamed_controls(panel) == []


def test_a_backup_that_fails_says_why(qtbot, session, tmp_path):
    panel = shown(qtbot, session)
    panel.on_place_chosen(str(tmp_path / "nowhere" / "x.hubbackup"))
    qtbot.waitUntil(lambda: "There is no folder" in panel.message.text(), timeout=15_000)
    assert panel.make_button.isEnabled()


def test_a_backup_that_is_stopped_says_so(qtbot, session, tmp_path, monkeypatch):
    panel = shown(qtbot, session)
    heard = panel.on_heard
    monkeypatch.setattr(panel, "on_heard", lambda progress: (heard(progress), panel.on_stop_asked()))
    # Stopped before it could begin, so that it cannot be done first.
    panel.on_place_chosen(str(tmp_path / "x.hubbackup"))
    assert panel.stop_button.isVisible()
    assert panel.make_button.toolTip() == "A backup is just being made."
    qtbot.mouseClick(panel.stop_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text() != "", timeout=15_000)
    if "is whole" not in panel.message.text():
        assert "was stopped" in panel.message.text()
        assert not (tmp_path / "x.hubbackup").exists()


def test_a_person_goes_back_to_a_backup(qtbot, session, tmp_path):
    session.hub.backups.make(session.actor, tmp_path / "x.hubbackup")
    session.hub.integrations.add(session.actor, read_integration({"name": "New", "baseUrl": "https://n.example.edu"}))
    panel = shown(qtbot, session)
    qtbot.mouseClick(panel.restore_button, LEFT)
    chosen(panel, tmp_path / "x.hubbackup")
    dialog = panel.findChild(RestoreDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.restore_button.isVisible, timeout=15_000)
    assert "with 1 system: College ERP. It is whole." in dialog.said.text()
    assert "are kept in a folder" in dialog.consequences.text()
    assert dialog.focusWidget() is dialog.cancel_button
    assert unnamed_controls(dialog) == []
    with qtbot.waitSignal(panel.restore_decided, timeout=15_000) as told:
        qtbot.mouseClick(dialog.restore_button, LEFT)
    [decided] = told.args
    assert isinstance(decided, DecidedRestore)
    assert len(session.hub.overview.all(session.actor)) == 2, "until the files are closed, all is as it was"


def test_a_person_thinks_better_of_it(qtbot, session, tmp_path):
    session.hub.backups.make(session.actor, tmp_path / "x.hubbackup")
    panel = shown(qtbot, session)
    panel.on_backup_chosen(str(tmp_path / "x.hubbackup"))
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isVisible, timeout=15_000)
    room = waiting_room(session.hub.backups._folder)
    assert room.exists()
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not room.exists(), timeout=15_000)


def test_a_file_that_is_no_backup_is_told(qtbot, session, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    panel = shown(qtbot, session)
    panel.on_backup_chosen(str(tmp_path / "letter.txt"))
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(lambda: "is no backup" in dialog.problem.text(), timeout=15_000)
    assert not dialog.restore_button.isVisible()
    assert not dialog.open_button.isVisible()
    dialog.reject()


@pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")
def test_a_backup_of_another_computer_asks_for_its_recovery_key(qtbot, session, tmp_path):
    with opened(tmp_path / "other", own_key=True) as other:
        other.hub.backups.make(other.actor, tmp_path / "x.hubbackup")
        key = other.hub.storage.recovery_key(other.actor)
    panel = shown(qtbot, session)
    panel.on_backup_chosen(str(tmp_path / "x.hubbackup"))
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(dialog.open_button.isVisible, timeout=15_000)
    assert "was made on another computer" in dialog.said.text()
    qtbot.keyClicks(dialog.key, "AAAA")
    qtbot.mouseClick(dialog.open_button, LEFT)
    qtbot.waitUntil(lambda: "mistyped letter" in dialog.problem.text(), timeout=15_000)
    dialog.key.setText(key)
    qtbot.mouseClick(dialog.open_button, LEFT)
    qtbot.waitUntil(dialog.restore_button.isVisible, timeout=15_000)
    assert "with 0 systems. It is whole." in dialog.said.text()
    dialog.reject()


def test_who_may_not_is_told(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    panel = shown(qtbot, viewer)
    assert not panel.make_button.isEnabled()
    assert not panel.restore_button.isEnabled()
    assert "may not" in panel.message.text()


def test_a_rehearsal_has_nothing_to_back_up(qtbot, session, tmp_path):
    session.hub.storage.set_setting(session.actor, REHEARSAL, True)
    panel = shown(qtbot, session)
    panel.on_place_chosen(str(tmp_path / "x.hubbackup"))
    qtbot.waitUntil(lambda: "sample college" in panel.message.text(), timeout=15_000)
    assert isinstance(session.hub.backups._restoring, Restoring)
