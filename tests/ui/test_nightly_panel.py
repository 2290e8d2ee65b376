"""Nightly backups in the settings, and what is told of them outside."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import NightlyFailed, NightlyOver
from hub_desktop.core.notifications import NotificationSettings
from hub_desktop.store.answering import NotAnsweringError
from hub_desktop.ui.backup_panel import BackupPanel
from hub_desktop.ui.backup_trouble import BackupTrouble
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.nightly_panel import NightlyPanel
from hub_desktop.ui.session import Session
from hub_desktop.ui.tray import Tray
from tests.accessibility import unnamed_controls
from tests.ui.conftest import window_of
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


def shown(qtbot, session: Session) -> NightlyPanel:
    panel = NightlyPanel(session)
    qtbot.addWidget(panel)
    panel.resize(560, 400)
    panel.load()
    panel.show()
    qtbot.waitUntil(lambda: panel.last.text() != "", timeout=15_000)
    return panel


def typed(qtbot, edit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_it_shows_the_last_one_and_where_they_lie(qtbot, session, monkeypatch):
    panel = shown(qtbot, session)
    assert panel.last.text().startswith("None was made yet.")
    assert panel.open_button.toolTip() == "There is no backup in it yet."
    assert panel.on.isChecked()
    assert unnamed_controls(panel) == []
    session.hub.nightly.make_now()
    panel.load()
    qtbot.waitUntil(lambda: "The last one: " in panel.last.text(), timeout=15_000)
    assert "just now" not in panel.last.text(), "it stands there for hours"
    place = str(Path(session.hub.storage.state().folder) / "backups")
    assert f"In {place}: 1 backup." in panel.last.text()
    assert panel.folder.path.placeholderText() == place
    opened_places = []
    monkeypatch.setattr(
        "hub_desktop.ui.nightly_panel.QDesktopServices.openUrl", lambda url: opened_places.append(url.toLocalFile())
    )
    qtbot.mouseClick(panel.open_button, LEFT)
    assert opened_places == [place]


def test_a_person_changes_when_where_and_how_many(qtbot, session, tmp_path):
    session.hub.nightly.make_now()
    (tmp_path / "stick").mkdir()
    panel = shown(qtbot, session)
    assert not panel.save_button.isEnabled()
    typed(qtbot, panel.keep, "14")
    typed(qtbot, panel.at, "3:30")
    qtbot.mouseClick(panel.folder.choose_button, LEFT)
    dialog = panel.folder.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path / "stick"))
    dialog.done(0)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "Saved." in panel.message.text(), timeout=15_000)
    assert "Those made until now stay in" in panel.message.text()
    settings = session.hub.nightly.settings()
    assert (settings.keep, settings.at, settings.folder) == (14, "03:30", str(tmp_path / "stick"))
    assert panel.at.text() == "03:30"
    assert not panel.save_button.isEnabled()


def test_what_stays_where_it_was_is_told_also_where_the_change_is_heard_of_first(qtbot, session, tmp_path):
    session.hub.nightly.make_now()
    (tmp_path / "stick").mkdir()
    panel = shown(qtbot, session)
    typed(qtbot, panel.folder.path, str(tmp_path / "stick"))
    qtbot.mouseClick(panel.save_button, LEFT)
    # No loop runs here, so the answer waits.
    while session.hub.nightly.settings().folder == "":
        time.sleep(0.01)
    panel.on_loaded(session.hub.nightly.view())
    qtbot.waitUntil(lambda: "Those made until now stay in" in panel.message.text(), timeout=15_000)
    # Back in the folder of before, the last one is still the one on the stick.
    session.hub.nightly.make_now()
    session.hub.nightly.change(session.actor, {"folder": ""})
    panel.load()
    qtbot.waitUntil(lambda: f"in {tmp_path / 'stick' / 'hub-desktop-nightly-'}" in panel.last.text(), timeout=15_000)


def test_a_person_switches_it_off(qtbot, session):
    panel = shown(qtbot, session)
    qtbot.mouseClick(panel.on, LEFT)
    assert panel.keep.toolTip() == "No backup is made at night."
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text() == "Saved.", timeout=15_000)
    assert not session.hub.nightly.settings().on


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("keep", "0", "Type a number from 1 to 60."),
        ("keep", "many", "Type a number from 1 to 60."),
        ("at", "25:00", "Type a time such as 02:00."),
        ("folder", "/nowhere/at/all", "There is no folder"),
    ],
)
def test_what_cannot_be_is_told_under_its_field(qtbot, session, field, text, said):
    panel = shown(qtbot, session)
    typed(qtbot, {"keep": panel.keep, "at": panel.at, "folder": panel.folder.path}[field], text)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: said in panel.fields[field].problem(), timeout=15_000)
    assert panel.save_button.isEnabled()


def test_what_keeps_one_from_being_made_stands_there_with_what_to_do(qtbot, session, tmp_path):
    (tmp_path / "stick").mkdir()
    session.hub.nightly.change(session.actor, {"folder": str(tmp_path / "stick")})
    (tmp_path / "stick").rmdir()
    session.hub.nightly.make_now()
    panel = shown(qtbot, session)
    assert "Plug in its disk or connect the share" in panel.trouble.text()
    assert "It is tried again every hour." in panel.trouble.text()
    # What is typed meanwhile stays.
    typed(qtbot, panel.keep, "9")
    session.hub.nightly.change(session.actor, {"folder": ""})
    panel.load()
    qtbot.waitUntil(lambda: panel.trouble.text() == "", timeout=15_000)
    assert panel.keep.text() == "9"


def test_who_may_not_is_told(qtbot, session):
    panel = shown(qtbot, Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls))
    for control in (panel.on, panel.keep, panel.at, panel.folder.path, panel.save_button):
        assert not control.isEnabled()
        assert "may not" in control.toolTip()


def test_a_restore_begins_where_the_nightly_ones_lie(qtbot, session):
    session.hub.nightly.make_now()
    panel = BackupPanel(session)
    qtbot.addWidget(panel)
    panel.load()
    panel.show()
    qtbot.waitUntil(lambda: panel.nightly.newest_place() != "", timeout=15_000)
    qtbot.mouseClick(panel.restore_button, LEFT)
    dialog = panel.findChild(QFileDialog)
    assert dialog.directory().absolutePath() == panel.nightly.newest_place()
    dialog.done(0)


class SpokenTray(Tray):
    """A tray whose notifications are kept instead of shown."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.quiet = False

    def tell_backup_trouble(self, sentence: str) -> bool:
        if self.quiet:
            return False
        self.said.append(sentence)
        return True

    def tell_backup_works(self, sentence: str) -> None:
        self.said.append(sentence)


def test_a_folder_that_does_not_answer_is_told_and_cannot_be_opened(qtbot, session, tmp_path, monkeypatch):
    def silent(place: Path, _work: object) -> None:
        raise NotAnsweringError(f"The folder {place} does not answer. Look whether its disk or share is connected.")

    monkeypatch.setattr(session.hub.nightly._looks, "ask", silent)
    panel = shown(qtbot, session)
    assert "does not answer" in panel.trouble.text()
    assert not panel.open_button.isEnabled()
    assert "does not answer" in panel.open_button.toolTip()


@pytest.fixture
def tray(styled) -> Iterator[SpokenTray]:
    made = SpokenTray()
    yield made
    made.stop()


def test_an_incident_is_told_once_and_its_end_too(qtbot, tray):
    messages = Messages()
    qtbot.addWidget(messages)
    trouble = BackupTrouble(tray, "")
    for _ in range(3):
        trouble.hear(NightlyFailed("The disk is full."), messages)
    said = "No nightly backup could be made. The disk is full. It is tried again every hour."
    assert messages.sentences == [said]
    assert tray.said == [said]
    trouble.hear(NightlyOver(made=True), messages)
    assert messages.sentences == []
    assert tray.said == [said, "A nightly backup was made again."]
    trouble.hear(NightlyFailed("The disk is full."), messages)
    trouble.hear(NightlyOver(made=False), messages)
    assert tray.said[2:] == [said], "a person chose otherwise, and knows it"


def test_the_window_says_what_is_wrong_now_and_who_sent_it_away_is_left_alone(qtbot, tray):
    messages = Messages()
    qtbot.addWidget(messages)
    trouble = BackupTrouble(tray, "")
    trouble.hear(NightlyFailed("The stick is not there."), messages)
    trouble.hear(NightlyFailed("The disk is full."), messages)
    [said] = messages.sentences
    assert "The disk is full." in said
    assert len(tray.said) == 1
    messages.take_back(said)
    trouble.hear(NightlyFailed("The stick is not there."), messages)
    assert messages.sentences == []


def test_who_was_not_told_that_it_failed_is_not_told_that_it_works_again(qtbot, tray):
    BackupTrouble(tray, "The disk is full.").hear(NightlyOver(made=True), None)
    assert tray.said == []


def test_a_principal_of_one_college_is_not_told_of_what_only_one_of_all_can_change(
    qtbot, open_desk, working_hub, person, tmp_path, monkeypatch
):
    (tmp_path / "stick").mkdir()
    working_hub.nightly.change(person, {"folder": str(tmp_path / "stick")})
    (tmp_path / "stick").rmdir()
    working_hub.nightly.make_now()
    of_one = Actor("Asha", Role.PRINCIPAL, Face.WINDOW, frozenset({1}))
    monkeypatch.setattr(working_hub.accounts, "person_at_the_pc", lambda _: of_one)
    desk = open_desk()
    assert not any("Plug in its disk" in said for said in window_of(desk).messages.sentences)


def test_the_strip_leads_to_where_backups_are_changed(qtbot, open_desk, working_hub, person, tmp_path):
    (tmp_path / "stick").mkdir()
    working_hub.nightly.change(person, {"folder": str(tmp_path / "stick")})
    (tmp_path / "stick").rmdir()
    working_hub.nightly.make_now()
    window = window_of(open_desk())
    [button] = [one for one in window.messages.findChildren(QPushButton) if one.text() == "Look at backups"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.page is Page.SETTINGS
    files = window.screens.at(Page.SETTINGS).backups
    qtbot.waitUntil(lambda: not files.visibleRegion().isEmpty())


def test_in_quiet_hours_it_waits_and_what_stood_at_the_start_does_not_pop_up(qtbot, tray):
    messages = Messages()
    qtbot.addWidget(messages)
    trouble = BackupTrouble(tray, "")
    tray.quiet = True
    trouble.hear(NightlyFailed("The disk is full."), messages)
    assert tray.said == []
    tray.quiet = False
    trouble.hear(NightlyFailed("The disk is full."), messages)
    assert len(tray.said) == 1
    again = BackupTrouble(tray, "The disk is full.")
    other = Messages()
    qtbot.addWidget(other)
    again.show_in(other)
    again.hear(NightlyFailed("The disk is full."), other)
    assert len(other.sentences) == 1
    assert len(tray.said) == 1


def test_the_tray_keeps_quiet_hours_and_what_a_person_wants_to_hear(styled):
    tray = Tray()
    try:
        tray.follow(NotificationSettings(quiet=True, quiet_from="00:00", quiet_until="23:59"))
        assert tray._incidents.tells_errors
        tray.follow(NotificationSettings.model_validate({"of": "nothing"}))
        assert not tray._incidents.tells_errors
        assert tray.tell_backup_trouble("The disk is full.")
    finally:
        tray.stop()


def test_the_window_says_it_while_it_is_so_also_after_a_start(qtbot, open_desk, working_hub, person, tmp_path):
    (tmp_path / "stick").mkdir()
    working_hub.nightly.change(person, {"folder": str(tmp_path / "stick")})
    (tmp_path / "stick").rmdir()
    desk = open_desk()
    working_hub.nightly.make_now()
    messages = window_of(desk).messages
    qtbot.waitUntil(lambda: any("Plug in its disk" in said for said in messages.sentences), timeout=15_000)
    desk.close()
    again = open_desk()
    assert any("Plug in its disk" in said for said in window_of(again).messages.sentences)
    (tmp_path / "stick").mkdir()
    working_hub.nightly.make_now()
    qtbot.waitUntil(lambda: window_of(again).messages.sentences == [], timeout=15_000)
