"""The listener in the settings, over a real listener that follows them."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import StorageError
from hub_desktop.ui.listener_panel import ListenerPanel
from hub_desktop.ui.tab_order import reading_order
from tests.accessibility import unnamed_controls
from tests.fakes.tls_files import made_files
from tests.ui.pushing import Pushing, free_port, pushing

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Pushing]:
    with pushing(tmp_path / "data", push=False) as found:
        yield found


def show(qtbot, desk: Pushing, session=None) -> ListenerPanel:
    panel = ListenerPanel(session or desk.session)
    qtbot.addWidget(panel)
    desk.tell(panel)
    panel.resize(900, 500)
    panel.show()
    panel.load()
    qtbot.waitUntil(lambda: panel.reach.count() > 0, timeout=15_000)
    return panel


def test_another_port_is_listened_on_and_its_address_shown(qtbot, desk):
    panel = show(qtbot, desk)
    before = desk.listener.address
    assert panel.state.text() == f"Listening at {before}"
    assert not panel.save_button.isEnabled()
    port = free_port()
    panel.port.selectAll()
    qtbot.keyClicks(panel.port, str(port))
    qtbot.mouseClick(panel.save_button, LEFT)
    there = f"http://127.0.0.1:{port}"
    qtbot.waitUntil(lambda: panel.state.text() == f"Listening at {there}", timeout=15_000)
    assert httpx.get(f"{there}/health").json()["success"]
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{before}/health")
    qtbot.mouseClick(panel.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == there
    assert not panel.save_button.isEnabled()


def test_a_port_of_another_program_stands_under_its_field_and_the_listener_goes_on(qtbot, desk):
    panel = show(qtbot, desk)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        panel.port.selectAll()
        qtbot.keyClicks(panel.port, str(other.getsockname()[1]))
        qtbot.mouseClick(panel.save_button, LEFT)
        qtbot.waitUntil(lambda: "Another program already uses" in panel.fields["port"].problem(), timeout=15_000)
    assert panel.save_button.isEnabled()
    assert httpx.get(f"{desk.listener.address}/health").status_code == 200
    panel.port.selectAll()
    qtbot.keyClicks(panel.port, "99999")
    qtbot.mouseClick(panel.save_button, LEFT)
    assert panel.fields["port"].problem() == "Type the number of a port, from 1 to 65535."


def test_switching_off_and_on_again_is_followed(qtbot, desk):
    panel = show(qtbot, desk)
    panel.on.setChecked(False)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "Not listening" in panel.state.text(), timeout=15_000)
    qtbot.waitUntil(lambda: not desk.listener.running, timeout=15_000)
    panel.on.setChecked(True)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: desk.listener.running, timeout=15_000)
    qtbot.waitUntil(lambda: panel.state.text() == f"Listening at {desk.listener.address}", timeout=15_000)


def test_a_wrong_certificate_stands_under_its_field(qtbot, desk, tmp_path):
    panel = show(qtbot, desk)
    wrong = tmp_path / "not-a-certificate.pem"
    wrong.write_text("nothing of the kind")
    qtbot.mouseClick(panel.certificate.choose_button, LEFT)
    dialog = panel.certificate.findChild(QFileDialog)
    dialog.fileSelected.emit(str(wrong))
    dialog.reject()
    assert panel.certificate.written() == str(wrong)
    qtbot.mouseClick(panel.save_button, LEFT)
    note = panel.fields["certificate"].problem()
    qtbot.waitUntil(lambda: panel.fields["certificate"].problem() != note, timeout=15_000)
    assert "certificate" in panel.fields["certificate"].problem()
    assert not desk.session.hub.listener_settings.settings().encrypted


def test_a_certificate_with_a_locked_key_is_used_and_its_password_never_read_back(qtbot, desk, tmp_path):
    panel = show(qtbot, desk)
    files = made_files(tmp_path / "tls", "127.0.0.1", password="secret of the key")
    panel.certificate.on_chosen(files.certificate)
    panel.key.on_chosen(files.key)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.fields["keyPassword"].problem() != "", timeout=15_000)
    assert panel.password.hasFocus()
    qtbot.keyClicks(panel.password, "secret of the key")
    assert panel.password.displayText() != "secret of the key"
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.state.text().startswith("Listening at https://"), timeout=15_000)
    assert panel.password.text() == ""
    assert "Kept safely" in panel.password.placeholderText()
    assert "Valid until" in panel.fields["certificate"].problem()
    qtbot.mouseClick(panel.plain_button, LEFT)
    qtbot.waitUntil(lambda: panel.state.text().startswith("Listening at http://"), timeout=15_000)
    assert panel.password.placeholderText() == ""
    assert panel.certificate.written() == panel.key.written() == ""


def test_what_could_not_be_read_is_taken_back_once_it_was(qtbot, desk, monkeypatch):
    panel = show(qtbot, desk)
    usual = desk.session.hub.listener_settings.view

    def broken(_actor):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(desk.session.hub.listener_settings, "view", broken)
    panel.load()
    qtbot.waitUntil(lambda: panel.waiting.notice.sentence.text() == "The disk is full.", timeout=15_000)
    monkeypatch.setattr(desk.session.hub.listener_settings, "view", usual)
    panel.load()
    qtbot.waitUntil(lambda: not panel.waiting.notice.isVisible(), timeout=15_000)
    panel.message.show_note("Saved. The listener follows in a moment.")
    panel.load()
    qtbot.waitUntil(lambda: not desk.session.calls._asked, timeout=15_000)
    assert "Saved" in panel.message.text()


def test_what_somebody_types_stays_when_the_listener_changes_meanwhile(qtbot, desk):
    panel = show(qtbot, desk)
    panel.port.selectAll()
    qtbot.keyClicks(panel.port, "12")
    port = free_port()
    desk.session.hub.listener_settings.change(desk.session.actor, {"port": port})
    qtbot.waitUntil(lambda: panel.address.endswith(f":{port}"), timeout=15_000)
    assert panel.port.text() == "12"


def test_a_listener_that_cannot_listen_says_why(qtbot, desk):
    panel = show(qtbot, desk)
    desk.session.hub.listener_settings.failed("Another program already uses port 1 on this computer.")
    qtbot.waitUntil(lambda: "Another program" in panel.problem.text(), timeout=15_000)
    assert "Tried last just now" in panel.problem.text()
    assert not panel.state.isVisible()
    desk.session.hub.listener_settings.started("http://127.0.0.1:8765")
    qtbot.waitUntil(panel.state.isVisible, timeout=15_000)
    assert panel.problem.text() == ""


def test_warnings_are_told_in_words(qtbot, desk):
    panel = show(qtbot, desk)
    assert panel.warnings.sentences() == ()
    panel.reach.setCurrentIndex(panel.reach.findText("All networks of this computer"))
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.warnings.sentences() != (), timeout=15_000)
    assert "nothing that is sent to it is encrypted" in panel.warnings.sentences()[0]


@pytest.mark.parametrize("of_one_college", [False, True])
def test_who_may_not_is_told_why(qtbot, desk, of_one_college):
    somebody = desk.as_role(Role.PRINCIPAL if of_one_college else Role.IT_STAFF)
    colleges = frozenset({1}) if of_one_college else None
    panel = show(qtbot, desk, replace(somebody, actor=replace(somebody.actor, college_ids=colleges)))
    assert "Ask a colleague" in panel.message.text()
    for control in (panel.on, panel.reach, panel.port, panel.certificate, panel.key, panel.password):
        assert not control.isEnabled()
        assert "Ask a colleague" in control.toolTip()
    assert not panel.save_button.isEnabled()


def test_every_control_has_a_name_and_the_tab_key_goes_in_the_order_of_reading(qtbot, desk):
    panel = show(qtbot, desk)
    panel.port.selectAll()
    qtbot.keyClicks(panel.port, "81")
    assert unnamed_controls(panel) == []
    order = [control for control in reading_order(panel) if control is not panel.copy_button]
    assert order == [
        panel.on,
        panel.reach,
        panel.port,
        panel.certificate.path,
        panel.certificate.choose_button,
        panel.key.path,
        panel.key.choose_button,
        panel.password,
        panel.save_button,
    ]
    at = panel.on
    at.setFocus()
    for control in order[1:]:
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert panel.focusWidget() is control
