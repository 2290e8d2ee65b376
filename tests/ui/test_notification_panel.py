"""Notifications in the settings, and what the tray makes of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.notifications import NotificationSettings, Worth
from hub_desktop.core.status import Light
from hub_desktop.ui.notification_panel import NotificationPanel
from hub_desktop.ui.session import Session
from hub_desktop.ui.tray import Tray
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened
from tests.ui.test_words import _view as view

pytestmark = pytest.mark.qt_log_ignore("QPlatformNativeInterface")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _tray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


def shown(qtbot, session: Session) -> NotificationPanel:
    panel = NotificationPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 400)
    panel.load()
    panel.show()
    qtbot.waitUntil(lambda: panel.begins.text() != "", timeout=15_000)
    return panel


def test_what_is_chosen_is_saved_as_a_whole(qtbot, session):
    panel = shown(qtbot, session)
    assert unnamed_controls(panel) == []
    assert not panel.save_button.isEnabled()
    assert not panel.begins.isEnabled()
    assert panel.begins.accessibleDescription() == "There are no quiet hours."
    panel.of.setCurrentIndex(panel.of.findData("errors"))
    qtbot.mouseClick(panel.quiet, LEFT)
    assert panel.begins.isEnabled()
    panel.begins.selectAll()
    qtbot.keyClicks(panel.begins, "9 pm")
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.fields["quietFrom"].problem() != "", timeout=15_000)
    assert panel.fields["quietFrom"].problem() == "Type a time such as 20:00."
    panel.begins.selectAll()
    qtbot.keyClicks(panel.begins, "21:00")
    qtbot.mouseClick(panel.keep, LEFT)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text() == "Saved.", timeout=15_000)
    assert session.hub.notifications.settings() == NotificationSettings(
        of=Worth.ERRORS, quiet=True, quiet_from="21:00", keep_in_tray=False
    )
    assert not panel.save_button.isEnabled()


def test_who_may_not_is_told(qtbot, session):
    panel = shown(qtbot, Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls))
    assert not panel.of.isEnabled()
    assert "may not" in panel.message.text()


def test_without_a_tray_there_is_nothing_to_choose(qtbot, session, monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    panel = shown(qtbot, session)
    assert not panel.keep.isEnabled()
    assert "no tray" in panel.message.text()


def test_several_notices_are_one_message(qapp, monkeypatch):
    popped: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _icon, title, text, *_: popped.append((title, text)))
    tray = Tray()
    tray.show_views([view(Light.ACTIVE, 1, "ERP"), view(Light.ACTIVE, 2, "LMS")])
    tray.show_views([view(Light.ERROR, 1, "ERP"), view(Light.ACTIVE, 2, "LMS")])
    tray.show_views([view(Light.ACTIVE, 1, "ERP"), view(Light.ERROR, 2, "LMS")])
    tray.follow(NotificationSettings(of=Worth.NOTHING))
    tray.show_views([view(Light.ERROR, 1, "ERP"), view(Light.ERROR, 2, "LMS")])
    tray.stop()
    assert popped == [
        ("ERP needs you", "Why."),
        ("News of your systems", "ERP works again.\nLMS needs you: Why."),
    ]
