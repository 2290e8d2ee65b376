"""API tokens in the settings: made, tried over HTTP, and revoked."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.core.events import ApiTokensChanged
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub.listener_settings import ListenerState
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.ui.api_token_dialog import AddTokenDialog
from hub_desktop.ui.api_token_panel import ApiTokenPanel, address_here
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 15_000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


def show(qtbot, session: Session) -> tuple[SettingsPage, ApiTokenPanel]:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitUntil(lambda: bool(page.tokens.note.text()), timeout=PATIENCE)
    return page, page.tokens


@pytest.fixture
def follow(session: Session) -> Iterator[Callable[[SettingsPage], None]]:
    """Return what passes the hub's events on to a page, as the bridge of the window does."""
    from hub_desktop.ui.bridge import EventBridge

    bridge = EventBridge(session.hub.events)
    yield lambda page: bridge.event_arrived.connect(page.on_event)
    bridge.stop()


def add(qtbot, panel: ApiTokenPanel, name: str) -> AddTokenDialog:
    qtbot.mouseClick(panel.add_button, LEFT)
    dialog = panel.dialog
    assert dialog is not None
    assert dialog.focusWidget() is dialog.name
    qtbot.keyClicks(dialog.name, name)
    return dialog


def rows(panel: ApiTokenPanel) -> list[tuple[str, ...]]:
    return panel.table.words.rows()


def test_a_token_is_made_used_over_http_and_revoked(qtbot, session, follow):
    page, panel = show(qtbot, session)
    follow(page)
    assert "No other program may use Hub Desktop yet" in panel.note.text()
    listener = HubListener(session.hub, port=0)
    listener.start()
    session.hub.listener_settings.started(listener.address)
    try:
        qtbot.waitUntil(lambda: panel.address == listener.address, timeout=PATIENCE)
        dialog = add(qtbot, panel, "nightly report")
        qtbot.mouseClick(dialog.do_button, LEFT)
        qtbot.waitUntil(lambda: panel.shown is not None, timeout=PATIENCE)
        shown = panel.shown
        qtbot.waitUntil(lambda: len(rows(panel)) == 1, timeout=PATIENCE)
        assert unnamed_controls(shown) == []
        qtbot.mouseClick(shown.copy_buttons[0], LEFT)
        token = QGuiApplication.clipboard().text()
        command = shown.edits[1].text()
        assert command == f'curl -H "Authorization: Bearer {token}" {listener.address}/api/integrations'
        shown.accept()
        header = {"Authorization": f"Bearer {token}"}
        with httpx.Client(base_url=listener.address, trust_env=False, headers=header) as client:
            assert client.get("/api/integrations").status_code == 200
            panel.table.selectRow(0)
            qtbot.mouseClick(panel.revoke_button, LEFT)
            question = panel.question
            assert question.focusWidget() is question.no
            assert question.yes.text() == "Revoke token"
            qtbot.mouseClick(question.yes, LEFT)
            qtbot.waitUntil(lambda: not rows(panel), timeout=PATIENCE)
            assert panel.problem.text() == "“nightly report” was revoked."
            assert client.get("/api/integrations").status_code == 401
    finally:
        listener.stop()


def test_what_is_wrong_stands_under_its_field(qtbot, session):
    _, panel = show(qtbot, session)
    dialog = add(qtbot, panel, " ")
    qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: "between 1 and 80" in dialog.fields["name"].problem(), timeout=PATIENCE)
    dialog.name.setText("exam portal")
    dialog.days.setText("soon")
    qtbot.mouseClick(dialog.do_button, LEFT)
    assert "number of days" in dialog.fields["days"].problem()
    dialog.days.setText("4000")
    qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: "1 to 3,650 days" in dialog.fields["days"].problem(), timeout=PATIENCE)
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_what_is_about_no_field_stands_under_none(qtbot, session, monkeypatch):
    _, panel = show(qtbot, session)

    def busy(*_given, **_named):
        raise StorageError("The database is busy.")

    monkeypatch.setattr(session.hub.api_tokens, "make", busy)
    dialog = add(qtbot, panel, "library")
    qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: dialog.problem.text() == "The database is busy.", timeout=PATIENCE)
    assert "busy" not in dialog.fields["name"].problem()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_dialog_stays_until_the_token_that_is_made_was_shown(qtbot, session, monkeypatch):
    _, panel = show(qtbot, session)
    gate, make = threading.Event(), session.hub.api_tokens.make

    def slow(*given, **named):
        assert gate.wait(30)
        return make(*given, **named)

    monkeypatch.setattr(session.hub.api_tokens, "make", slow)
    dialog = add(qtbot, panel, "library")
    try:
        qtbot.mouseClick(dialog.do_button, LEFT)
        assert not dialog.cancel_button.isEnabled()
        assert "being made" in dialog.cancel_button.toolTip()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        assert dialog.isVisible()
    finally:
        gate.set()
    qtbot.waitUntil(lambda: panel.shown is not None, timeout=PATIENCE)
    assert panel.shown.edits[0].text()
    panel.shown.accept()


def test_what_could_not_be_read_is_taken_back_once_it_was(qtbot, session, monkeypatch):
    _, panel = show(qtbot, session)
    usual = session.hub.api_tokens.all

    def broken(_actor):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(session.hub.api_tokens, "all", broken)
    panel.load()
    qtbot.waitUntil(lambda: panel.waiting.notice.sentence.text() == "The disk is full.", timeout=PATIENCE)
    monkeypatch.setattr(session.hub.api_tokens, "all", usual)
    panel.load()
    qtbot.waitUntil(lambda: not panel.waiting.notice.isVisible(), timeout=PATIENCE)
    panel.on_failed(StorageError("The token could not be revoked."))
    panel.load()
    qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)
    assert panel.problem.text() == "The token could not be revoked."


def test_tokens_made_elsewhere_appear_and_expired_ones_say_so(qtbot, session, follow):
    page, panel = show(qtbot, session)
    follow(page)
    college = session.hub.accounts.add_college(session.actor, "Second college")
    hub, actor = session.hub, session.actor
    hub.api_tokens.make(actor, "old one", Role.IT_STAFF, college_ids=frozenset({college}), days=1)
    hub.api_tokens.make(actor, "Prometheus", Role.VIEWER)
    qtbot.waitUntil(lambda: len(rows(panel)) == 2, timeout=PATIENCE)
    with hub._databases.hub.begin() as connection:
        gone = to_text(utc_now() - timedelta(hours=30))
        connection.exec_driver_sql("UPDATE api_tokens SET expires_at = ? WHERE name = 'old one'", (gone,))
    panel.load()
    qtbot.waitUntil(lambda: any("expired" in row[4] for row in rows(panel)), timeout=PATIENCE)
    old, prometheus = sorted(rows(panel), key=lambda row: row[0] == "Prometheus")
    assert old[:4] == ("old one", "IT staff", "Second college", actor.name)
    assert prometheus == ("Prometheus", "Viewer", "All", actor.name, "when revoked", "never")


def test_a_reading_that_is_late_does_not_hide_what_came_after_it(qtbot, session, monkeypatch):
    page, panel = show(qtbot, session)
    hub, usual = session.hub, session.hub.api_tokens.all
    late, begun = threading.Event(), threading.Event()

    def read(actor):
        found = usual(actor)
        if not begun.is_set():
            begun.set()
            assert late.wait(30)
        return found

    monkeypatch.setattr(hub.api_tokens, "all", read)
    page.on_event(ApiTokensChanged())
    assert begun.wait(30)
    hub.api_tokens.make(session.actor, "Report", Role.VIEWER)
    page.on_event(ApiTokensChanged())
    qtbot.wait(100)
    late.set()
    qtbot.waitUntil(lambda: [row[0] for row in rows(panel)] == ["Report"], timeout=PATIENCE)
    qtbot.wait(100)
    assert [row[0] for row in rows(panel)] == ["Report"]


def test_with_several_colleges_a_token_is_for_those_that_are_ticked(qtbot, session):
    _, second = (session.hub.accounts.add_college(session.actor, name) for name in ("First", "Second"))
    _, panel = show(qtbot, session)
    qtbot.waitUntil(lambda: len(panel._colleges) == 2, timeout=PATIENCE)
    dialog = add(qtbot, panel, "library")
    for box in dialog.colleges.values():
        box.setChecked(False)
    qtbot.mouseClick(dialog.do_button, LEFT)
    assert dialog.problem.text() == "Tick at least one college."
    dialog.colleges[second].setChecked(True)
    dialog.days.clear()
    qtbot.mouseClick(dialog.do_button, LEFT)
    qtbot.waitUntil(lambda: panel.shown is not None, timeout=PATIENCE)
    (token,) = session.hub.api_tokens.all(session.actor)
    assert (token.college_ids, token.expires_at) == (frozenset({second}), None)
    panel.shown.accept()


def test_who_may_not_is_told_why(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    _, panel = show(qtbot, viewer)
    assert "may not" in panel.note.text()
    assert not panel.add_button.isEnabled()
    assert "Principal or Administrator" in panel.add_button.toolTip()


@pytest.mark.parametrize(
    ("host", "listening_at", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("0.0.0.0", "http://0.0.0.0:8123", "http://127.0.0.1:8123"),
        ("::", "https://[::]:8123", "https://[::1]:8123"),
        ("0.0.0.0", "", "http://127.0.0.1:8765"),
    ],
)
def test_the_address_to_try_a_token_at_is_one_of_this_computer(host, listening_at, expected):
    assert address_here(ListenerSettings(host=host), ListenerState(listening_at)) == expected
