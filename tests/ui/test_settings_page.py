"""The settings."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import AccountsChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.store.autostart import DesktopFile
from hub_desktop.ui.account_dialogs import AddAccountDialog, NewPasswordDialog
from hub_desktop.ui.audit_panel import USE_CASE_LABELS
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PASSWORD = "correct horse battery"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


def show(qtbot, session: Session) -> SettingsPage:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitUntil(lambda: page._college_names != {}, timeout=15_000)
    return page


def test_the_college_is_renamed(qtbot, session):
    page = show(qtbot, session)
    [edit] = page._college_names.values()
    assert not page.college_button.isEnabled()
    edit.selectAll()
    qtbot.keyClicks(edit, "Govt College Pune")
    qtbot.mouseClick(page.college_button, LEFT)
    qtbot.waitUntil(lambda: page.college_message.text() == "Saved.", timeout=15_000)
    assert list(session.hub.accounts.colleges(session.actor).values()) == ["Govt College Pune"]


def test_the_rail_goes_to_a_section_and_shows_where_one_is(qtbot, session):
    page = show(qtbot, session)
    rail = page.rail
    rows = {rail.item(row).text(): row for row in range(rail.count())}
    assert list(rows)[:2] == ["College", "Calendar"]
    assert list(rows)[-1] == "About"
    qtbot.mouseClick(rail.viewport(), LEFT, pos=rail.visualItemRect(rail.item(rows["Files"])).center())
    assert page.files.visibleRegion().boundingRect().height() > 0
    top = page.files.mapTo(page.scrolled, page.files.rect().topLeft()).y()
    assert 0 <= top < 100
    page.scrolled.verticalScrollBar().setValue(0)
    assert rail.currentItem().text() == "College"
    page.scrolled.verticalScrollBar().setValue(page.scrolled.verticalScrollBar().maximum())
    assert rail.currentItem().text() == "About"
    qtbot.keyClick(rail, Qt.Key.Key_Home)
    assert page.scrolled.verticalScrollBar().value() < 100


def test_an_account_is_added_given_a_password_and_removed(qtbot, session):
    page = show(qtbot, session)
    panel = page.accounts
    qtbot.waitUntil(lambda: "Nobody has an account" in panel.note.text(), timeout=15_000)
    qtbot.mouseClick(panel.add_button, LEFT)
    dialog = panel.findChild(AddAccountDialog)
    assert dialog.focusWidget() is dialog.name
    qtbot.keyClicks(dialog.name, "Asha Rao")
    qtbot.keyClicks(dialog.password, "short")
    qtbot.keyClicks(dialog.repeated, "other")
    qtbot.mouseClick(dialog.do_button, LEFT)
    assert "differ" in dialog.fields["repeated"].problem()
    dialog.repeated.setText("short")
    qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: "shorter than" in dialog.fields["password"].problem(), timeout=15_000)
    dialog.password.setText(PASSWORD)
    dialog.repeated.setText(PASSWORD)
    with qtbot.waitSignal(dialog.stored, timeout=15_000):
        qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1, timeout=15_000)
    assert [panel.table.item(0, c).text() for c in range(4)] == ["Asha Rao", "Principal", "All", "never"]

    panel.table.selectRow(0)
    qtbot.mouseClick(panel.password_button, LEFT)
    renewal = panel.findChild(NewPasswordDialog)
    for edit in (renewal.password, renewal.repeated):
        edit.setText("another good password")
    with qtbot.waitSignal(renewal.stored, timeout=15_000):
        qtbot.mouseClick(renewal.do_button, LEFT)
    assert session.hub.accounts.sign_in("Asha Rao", "another good password", Face.WINDOW)

    qtbot.mouseClick(panel.remove_button, LEFT)
    box = panel.findChild(QMessageBox)
    assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
    next(button for button in box.buttons() if "Remove" in button.text()).click()
    qtbot.waitUntil(lambda: "last account" in panel.problem.text(), timeout=15_000)

    session.hub.accounts.add(session.actor, "Ravi", Role.VIEWER, PASSWORD)
    page.on_event(AccountsChanged())
    qtbot.waitUntil(lambda: panel.table.rowCount() == 2, timeout=15_000)
    panel.table.selectRow(1)
    qtbot.waitUntil(lambda: panel.findChild(QMessageBox) is None, timeout=15_000)
    qtbot.mouseClick(panel.remove_button, LEFT)
    next(b for b in panel.findChild(QMessageBox).buttons() if "Remove" in b.text()).click()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1, timeout=15_000)


def test_the_appearance_is_told_and_kept(qtbot, session):
    page = show(qtbot, session)
    with qtbot.waitSignal(page.theme_chosen, timeout=1_000) as chosen:
        page.theme.setCurrentIndex(page.theme.findData("dark"))
    assert chosen.args == ["dark"]
    qtbot.waitUntil(lambda: session.hub.storage.setting("theme") == "dark", timeout=15_000)
    again = show(qtbot, session)
    assert again.theme.currentData() == "dark"


def test_the_recovery_key_is_written_for_its_owner_only(qtbot, session, tmp_path):
    page = show(qtbot, session)
    files = page.files
    qtbot.waitUntil(files.key_button.isEnabled, timeout=15_000)
    assert "encrypted" in files.encryption.text()
    qtbot.mouseClick(files.key_button, LEFT)
    dialog = files.findChild(QFileDialog)
    place = tmp_path / "key.txt"
    place.write_text("readable by all before")
    dialog.fileSelected.emit(str(place))
    dialog.reject()
    qtbot.waitUntil(lambda: "Saved to" in files.message.text(), timeout=15_000)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert session.hub.storage.recovery_key(session.actor) in place.read_text()
    qtbot.waitUntil(lambda: "was saved" in files.recovery.text(), timeout=15_000)


def test_a_place_that_cannot_be_written_is_said(qtbot, session, tmp_path):
    page = show(qtbot, session)
    page.files.on_place_chosen(str(tmp_path / "missing" / "key.txt"))
    qtbot.waitUntil(lambda: "could not be written" in page.files.message.text(), timeout=15_000)
    assert not session.hub.storage.state().recovery_key_saved


def test_the_audit_has_words_for_whatever_is_done():
    assert not [one for one in UseCase if one not in USE_CASE_LABELS]


def test_the_audit_is_shown_and_checked(qtbot, session):
    session.hub.accounts.all(session.actor)
    page = show(qtbot, session)
    qtbot.waitUntil(lambda: page.audit.table.rowCount() > 0, timeout=15_000)
    qtbot.mouseClick(page.audit.verify_button, LEFT)
    qtbot.waitUntil(lambda: "The audit is whole" in page.audit.result.text(), timeout=15_000)


def test_the_listener_the_diagnostics_and_signing_out(qtbot, session):
    session.hub.accounts.add(session.actor, "Asha Rao", Role.PRINCIPAL, PASSWORD)
    page = show(qtbot, session)
    qtbot.waitUntil(lambda: page.listener.reach.count() > 0, timeout=15_000)
    assert "Not listening" in page.listener.state.text()
    page.set_listener_address("http://127.0.0.1:8123")
    qtbot.mouseClick(page.listener.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8123"
    qtbot.mouseClick(page.diagnostics_button, LEFT)
    assert "Hub Desktop" in QGuiApplication.clipboard().text()
    # “Copied” is of a moment, and the button offers it once more.
    for button in (page.listener.copy_button, page.diagnostics_button):
        assert button.text() == "Copied"
        button.on_time_passed()
    assert page.listener.copy_button.text() == "Copy address"
    assert page.diagnostics_button.text() == "&Copy diagnostics"
    assert page.sign_out_button.isVisible()
    with qtbot.waitSignal(page.signed_out, timeout=1_000):
        qtbot.mouseClick(page.sign_out_button, LEFT)


def test_what_a_viewer_may_not_do_is_disabled_with_its_reason(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    page = show(qtbot, viewer)
    qtbot.waitUntil(lambda: page.files.message.text() != "", timeout=15_000)
    assert not any(edit.isEnabled() for edit in page._college_names.values())
    assert not page.accounts.add_button.isEnabled()
    assert not page.files.key_button.isEnabled()
    assert not page.audit.verify_button.isEnabled()
    for place in (page.college_message, page.files.message, page.audit.result, page.accounts.note):
        assert "may not" in place.text()


def starting_from(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what starts at login be kept in this file."""
    monkeypatch.setattr("hub_desktop.hub.autostart.login_entry", lambda: DesktopFile(file))


def test_starting_at_login_is_switched_on_and_off(qtbot, session, tmp_path, monkeypatch):
    entry = tmp_path / "autostart" / "hub-desktop.desktop"
    starting_from(entry, monkeypatch)
    page = show(qtbot, session)
    switch = page.autostart.switch
    qtbot.waitUntil(switch.isEnabled, timeout=15_000)
    assert not switch.isChecked()
    qtbot.mouseClick(switch, LEFT)
    qtbot.waitUntil(lambda: switch.isEnabled() and switch.isChecked(), timeout=15_000)
    assert "--hidden" in entry.read_text()
    again = show(qtbot, session)
    switch = again.autostart.switch
    qtbot.waitUntil(lambda: switch.isEnabled() and switch.isChecked(), timeout=15_000)
    qtbot.mouseClick(switch, LEFT)
    qtbot.waitUntil(lambda: switch.isEnabled() and not switch.isChecked(), timeout=15_000)
    assert not entry.exists()


def test_a_choice_that_cannot_be_kept_is_not_shown(qtbot, session, tmp_path, monkeypatch):
    starting_from(tmp_path / "hub-desktop.desktop", monkeypatch)
    page = show(qtbot, session)
    panel = page.autostart
    qtbot.waitUntil(panel.switch.isEnabled, timeout=15_000)
    (tmp_path / "in the way").touch()
    starting_from(tmp_path / "in the way" / "hub-desktop.desktop", monkeypatch)
    qtbot.mouseClick(panel.switch, LEFT)
    qtbot.waitUntil(lambda: "cannot be written" in panel.message.text(), timeout=15_000)
    assert panel.switch.isEnabled()
    assert not panel.switch.isChecked()


def test_who_may_not_change_settings_sees_what_starts(qtbot, session, tmp_path, monkeypatch):
    starting_from(tmp_path / "hub-desktop.desktop", monkeypatch)
    page = show(qtbot, Session(session.hub, Actor("Mala", Role.VIEWER, Face.WINDOW), session.calls))
    qtbot.waitUntil(lambda: "may not do this" in page.autostart.message.text(), timeout=15_000)
    assert not page.autostart.switch.isEnabled()
