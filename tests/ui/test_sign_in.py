"""Signing in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from hub_desktop.core.actor import Face, Role
from hub_desktop.ui.session import Session
from hub_desktop.ui.sign_in import SignInDialog
from hub_desktop.ui.style.palette import apply, current
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PASSWORD = "correct horse battery"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        found.hub.accounts.add(found.actor, "Asha Rao", Role.PRINCIPAL, PASSWORD)
        yield found


@pytest.fixture
def dialog(qtbot, session) -> SignInDialog:
    shown = SignInDialog(session.hub, session.calls)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_the_right_password_signs_in(qtbot, dialog):
    qtbot.keyClicks(dialog.name, "asha rao")
    qtbot.keyClicks(dialog.password, PASSWORD)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.actor is not None, timeout=15_000)
    assert (dialog.actor.name, dialog.actor.role, dialog.actor.face) == ("Asha Rao", Role.PRINCIPAL, Face.WINDOW)
    assert dialog.result() == SignInDialog.DialogCode.Accepted
    assert dialog.password.text() == ""


def test_a_wrong_password_is_said_under_it_and_can_be_typed_again(qtbot, dialog):
    assert dialog.password.echoMode() == dialog.password.EchoMode.Password
    qtbot.keyClicks(dialog.name, "Asha Rao")
    qtbot.keyClicks(dialog.password, "wrong")
    qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "wrong" in dialog.problem(), timeout=15_000)
    assert dialog.isVisible()
    assert dialog.actor is None
    assert dialog.sign_in_button.isEnabled()
    assert dialog.password.selectedText() == "wrong"


def test_after_many_wrong_passwords_the_wait_is_said(qtbot, dialog, session):
    for _ in range(6):
        with pytest.raises(Exception, match=r"wrong|Wait"):
            session.hub.accounts.sign_in("Asha Rao", "wrong", Face.WINDOW)
    qtbot.keyClicks(dialog.name, "Asha Rao")
    qtbot.keyClicks(dialog.password, PASSWORD)
    qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Wait" in dialog.problem(), timeout=15_000)


def test_empty_fields_are_asked_for(qtbot, dialog):
    qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)
    assert dialog.problem() == "Type your password."
    assert dialog.focusWidget() is dialog.name


def test_a_problem_keeps_its_colour_when_the_appearance_changes(qtbot, dialog):
    app = QApplication.instance()
    before, sheet = app.palette(), app.styleSheet()
    label = dialog._password_field._problem._text
    try:
        qtbot.mouseClick(dialog.sign_in_button, Qt.MouseButton.LeftButton)
        for scheme in ("light", "dark", "light"):
            apply(app, scheme)
            qtbot.waitUntil(
                lambda: label.palette().color(QPalette.ColorRole.WindowText).name() == current().error, timeout=15_000
            )
    finally:
        app.setStyleSheet(sheet)
        app.setPalette(before)
