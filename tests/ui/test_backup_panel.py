"""Backups in the settings: making one, and going back to one."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.restoring import DecidedRestore, Restoring
from hub_desktop.store.engine import find_driver
from hub_desktop.store.replacing import waiting_rooms
from hub_desktop.ui.backup_panel import BackupPanel
from hub_desktop.ui.question import Question
from hub_desktop.ui.restore_dialog import RestoreDialog
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.widgets import PlainLabel
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
    assert panel.last.text() == "No backup was made by hand yet."
    qtbot.mouseClick(panel.make_button, LEFT)
    chosen(panel, tmp_path / "x.hubbackup")
    qtbot.waitUntil(lambda: "is whole" in panel.message.text(), timeout=15_000)
    qtbot.waitUntil(lambda: panel.last.text().startswith("Last backup made by hand: "), timeout=15_000)
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
    folder = session.hub.backups._folder
    assert len(waiting_rooms(folder)) == 1
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not waiting_rooms(folder), timeout=15_000)


def test_one_that_was_looked_through_before_it_could_be_stopped_is_removed_too(qtbot, session, tmp_path, monkeypatch):
    session.hub.backups.make(session.actor, tmp_path / "x.hubbackup")
    panel = shown(qtbot, session)
    prepare, looked, go_on = Restoring.prepare, threading.Event(), threading.Event()

    def late(self, *given):
        prepared = prepare(self, *given)
        looked.set()
        go_on.wait(10)
        return prepared

    monkeypatch.setattr(Restoring, "prepare", late)
    panel.on_backup_chosen(str(tmp_path / "x.hubbackup"))
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(looked.is_set, timeout=15_000)
    qtbot.mouseClick(dialog.cancel_button, LEFT)
    assert not dialog.isVisible()
    folder = session.hub.backups._folder
    assert len(waiting_rooms(folder)) == 1
    go_on.set()
    qtbot.waitUntil(lambda: not waiting_rooms(folder), timeout=15_000)
    qtbot.waitUntil(lambda: panel.findChild(RestoreDialog) is None, timeout=15_000)


def test_what_is_being_decided_is_not_taken_away_meanwhile(qtbot, session, tmp_path, monkeypatch):
    session.hub.backups.make(session.actor, tmp_path / "x.hubbackup")
    panel = shown(qtbot, session)
    decide, go_on = Restoring.decide, threading.Event()

    def slow(self, *given):
        go_on.wait(10)
        return decide(self, *given)

    monkeypatch.setattr(Restoring, "decide", slow)
    panel.on_backup_chosen(str(tmp_path / "x.hubbackup"))
    dialog = panel.findChild(RestoreDialog)
    qtbot.waitUntil(dialog.restore_button.isVisible, timeout=15_000)
    with qtbot.waitSignal(panel.restore_decided, timeout=15_000) as told:
        qtbot.mouseClick(dialog.restore_button, LEFT)
        assert not dialog.cancel_button.isEnabled()
        assert "cannot be stopped" in dialog.cancel_button.toolTip()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        assert dialog.isVisible()
        go_on.set()
    assert told.args[0].waiting.room in waiting_rooms(session.hub.backups._folder)


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


def kept_here(session: Session) -> Path:
    """A folder as a restore leaves it."""
    kept = Path(session.hub.storage.state().folder) / "before-restore-2026-11-23-091500"
    kept.mkdir()
    (kept / "hub.db").write_bytes(b"\0" * 1_250_000)
    return kept


def test_what_was_kept_before_a_restore_is_removed(qtbot, session):
    kept = kept_here(session)
    panel = shown(qtbot, session)
    qtbot.waitUntil(panel.kept.isVisible, timeout=15_000)
    [button] = panel.kept.buttons
    assert any("1.2 MB" in label.text() for label in panel.kept.findChildren(PlainLabel))
    assert unnamed_controls(panel) == []
    qtbot.mouseClick(button, LEFT)
    question = panel.kept.findChild(Question)
    assert question.focusWidget() is question.no
    assert question.yes.text() == "Remove 1.2 MB"
    qtbot.mouseClick(question.no, LEFT)
    assert kept.exists()
    qtbot.waitUntil(lambda: panel.kept.findChild(Question) is None, timeout=15_000)
    qtbot.mouseClick(button, LEFT)
    qtbot.mouseClick(panel.kept.findChild(Question).yes, LEFT)
    qtbot.waitUntil(lambda: "is removed" in panel.kept.message.text(), timeout=15_000)
    qtbot.waitUntil(lambda: panel.kept.buttons == [], timeout=15_000)
    assert not kept.exists()


def test_a_copy_from_before_an_update_is_shown_and_removed_too(qtbot, session):
    copy = Path(session.hub.storage.state().folder) / "records.db.before-records_0005"
    copy.write_bytes(b"\0" * 1_250_000)
    panel = shown(qtbot, session)
    qtbot.waitUntil(panel.kept.isVisible, timeout=15_000)
    assert any("Kept when Hub Desktop was updated" in label.text() for label in panel.kept.findChildren(PlainLabel))
    assert unnamed_controls(panel) == []
    qtbot.mouseClick(panel.kept.buttons[0], LEFT)
    qtbot.mouseClick(panel.kept.findChild(Question).yes, LEFT)
    qtbot.waitUntil(lambda: "was updated" in panel.kept.message.text(), timeout=15_000)
    assert not copy.exists()


def test_what_was_left_when_somebody_began_anew_is_shown_and_removed_too(qtbot, session):
    kept = Path(session.hub.storage.state().folder) / "before-anew-2026-11-23-091500"
    kept.mkdir()
    (kept / "records.db").write_bytes(b"\0" * 1_250_000)
    panel = shown(qtbot, session)
    qtbot.waitUntil(panel.kept.isVisible, timeout=15_000)
    assert any("Kept when Hub Desktop began anew" in label.text() for label in panel.kept.findChildren(PlainLabel))
    qtbot.mouseClick(panel.kept.buttons[0], LEFT)
    qtbot.mouseClick(panel.kept.findChild(Question).yes, LEFT)
    qtbot.waitUntil(lambda: "began anew" in panel.kept.message.text(), timeout=15_000)
    assert not kept.exists()


def test_what_is_gone_already_is_told(qtbot, session):
    kept = kept_here(session)
    panel = shown(qtbot, session)
    qtbot.waitUntil(panel.kept.isVisible, timeout=15_000)
    kept.rename(kept.with_name("elsewhere"))
    qtbot.mouseClick(panel.kept.buttons[0], LEFT)
    qtbot.mouseClick(panel.kept.findChild(Question).yes, LEFT)
    qtbot.waitUntil(lambda: "removed already" in panel.kept.message.text(), timeout=15_000)
    assert panel.kept.buttons[0].isEnabled()


def test_who_may_not_remove_what_was_kept_is_told(qtbot, session):
    kept_here(session)
    panel = shown(qtbot, Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls))
    qtbot.waitUntil(panel.kept.isVisible, timeout=15_000)
    assert not panel.kept.buttons[0].isEnabled()
    assert "may not" in panel.kept.buttons[0].toolTip()


def test_who_may_not_is_told(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    panel = shown(qtbot, viewer)
    assert not panel.make_button.isEnabled()
    assert not panel.restore_button.isEnabled()
    assert "may not" in panel.message.text()
    # Also what fails, or comes back late, leaves them as the role has them.
    panel.on_failed(StorageError("The disk cannot be read."))
    assert not panel.make_button.isEnabled()
    assert "may not" in panel.restore_button.toolTip()


def test_a_rehearsal_has_nothing_to_back_up(qtbot, session, tmp_path):
    session.hub.storage.set_setting(session.actor, REHEARSAL, True)
    panel = shown(qtbot, session)
    panel.on_place_chosen(str(tmp_path / "x.hubbackup"))
    qtbot.waitUntil(lambda: "sample college" in panel.message.text(), timeout=15_000)
    assert isinstance(session.hub.backups._restoring, Restoring)
