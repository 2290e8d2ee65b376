"""The network in the settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import VaultError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.network import ProxyUse
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.network_panel import NetworkPanel
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.fakes.http_server import HttpServer, as_json, free_port
from tests.ui.opened import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        for name, address in (("Moodle", "http://moodle.example.edu"), ("Office", str(tmp_path))):
            found.hub.integrations.add(found.actor, read_integration({"name": name, "baseUrl": address}))
        yield found


def shown(qtbot, session: Session) -> NetworkPanel:
    panel = NetworkPanel(session)
    qtbot.addWidget(panel)
    panel.resize(640, 500)
    panel.load()
    panel.show()
    qtbot.waitUntil(lambda: panel.system.count() > 0, timeout=15_000)
    return panel


def steps(panel: NetworkPanel) -> list[str]:
    lines = [panel._steps.itemAt(row).widget() for row in range(panel._steps.count())]
    return [line.text() for line in lines if isinstance(line, ProblemLabel)]


def test_a_proxy_is_tried_and_then_kept(qtbot, session):
    panel = shown(qtbot, session)
    assert [panel.system.itemText(row) for row in range(panel.system.count())] == ["Moodle"]
    assert not panel.address.isVisible()
    assert not panel.save_button.isEnabled()
    panel.proxy.setCurrentIndex(panel.proxy.findData("own"))
    assert panel.address.isVisible()
    assert unnamed_controls(panel) == []
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "needs its address" in panel.fields["address"].problem(), timeout=15_000)
    qtbot.keyClicks(panel.address, f"127.0.0.1:{free_port()}")
    qtbot.mouseClick(panel.test_button, LEFT)
    qtbot.waitUntil(lambda: "Moodle is not reached this way" in panel.message.text(), timeout=15_000)
    assert "refuses connections" in steps(panel)[-1]
    assert session.hub.network.settings().proxy is ProxyUse.SYSTEM
    with HttpServer(lambda _: as_json([])) as proxy:
        panel.address.selectAll()
        qtbot.keyClicks(panel.address, proxy.url)
        qtbot.mouseClick(panel.test_button, LEFT)
        qtbot.waitUntil(lambda: "Moodle is reached this way" in panel.message.text(), timeout=15_000)
    qtbot.keyClicks(panel.user, "hub")
    qtbot.keyClicks(panel.password, "s3cret-of-the-proxy")
    qtbot.keyClicks(panel.direct, "lms.college.edu, *.b.edu")
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text().startswith("Saved."), timeout=15_000)
    assert session.hub.network.way().password == "s3cret-of-the-proxy"
    assert session.hub.network.settings().direct == ["lms.college.edu", "*.b.edu"]
    assert panel.password.text() == ""
    assert "Kept safely" in panel.password.placeholderText()


def test_a_file_without_certificates_is_told_under_its_field(qtbot, session, tmp_path):
    panel = shown(qtbot, session)
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    panel.authority.on_chosen(str(tmp_path / "letter.txt"))
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: "holds no certificates" in panel.fields["caFile"].problem(), timeout=15_000)


def test_what_others_changed_is_not_taken_back(qtbot, session):
    """Somebody else, or a command, changes a setting while a person types another."""
    own = {"proxy": "own", "address": "proxy.college.edu:3128", "user": "hub"}
    session.hub.network.change(session.actor, own, password="s3cret-of-the-proxy")
    panel = shown(qtbot, session)
    qtbot.keyClicks(panel.direct, "lms.college.edu")
    qtbot.keyClicks(panel.password, "another")
    session.hub.network.change(session.actor, {"address": "elsewhere:3128"}, password="of-elsewhere")
    panel.load()
    qtbot.waitUntil(lambda: panel.address.text() == "http://elsewhere:3128", timeout=15_000)
    assert panel.direct.text() == "lms.college.edu"
    assert panel.password.text() == "", "it was typed for another proxy"
    assert "changed meanwhile" in panel.message.text()
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text().startswith("Saved."), timeout=15_000)
    kept = session.hub.network.way()
    assert (kept.address, kept.direct, kept.password) == ("http://elsewhere:3128", ("lms.college.edu",), "of-elsewhere")


def test_the_password_is_forgotten_with_the_user_name(qtbot, session):
    own = {"proxy": "own", "address": "proxy.college.edu:3128", "user": "hub"}
    session.hub.network.change(session.actor, own, password="s3cret-of-the-proxy")
    panel = shown(qtbot, session)
    assert "Kept safely" in panel.password.placeholderText()
    panel.user.selectAll()
    qtbot.keyClick(panel.user, Qt.Key.Key_Delete)
    qtbot.mouseClick(panel.save_button, LEFT)
    qtbot.waitUntil(lambda: panel.message.text().startswith("Saved."), timeout=15_000)
    assert panel.password.placeholderText() == ""
    assert session.hub.network._kept() == ""


@pytest.mark.errors_logged
def test_a_locked_keyring_hides_no_settings(qtbot, session, monkeypatch):
    own = {"proxy": "own", "address": "proxy.college.edu:3128", "user": "hub"}
    session.hub.network.change(session.actor, own, password="s3cret-of-the-proxy")

    def locked(*_: object) -> None:
        raise VaultError("The keyring is locked. Unlock it.")

    monkeypatch.setattr(session.hub.network._secrets, "get", locked)
    panel = shown(qtbot, session)
    assert panel.address.text() == "http://proxy.college.edu:3128"
    assert "keyring cannot be read" in panel.password.placeholderText()


def test_the_answer_names_the_system_that_was_asked_for(qtbot, session):
    session.hub.integrations.add(
        session.actor, read_integration({"name": "ERP", "baseUrl": f"http://127.0.0.1:{free_port()}"})
    )
    panel = shown(qtbot, session)
    panel.system.setCurrentIndex(panel.system.findText("ERP"))
    qtbot.mouseClick(panel.test_button, LEFT)
    panel.system.setCurrentIndex(panel.system.findText("Moodle"))
    qtbot.waitUntil(lambda: "ERP is not reached this way" in panel.message.text(), timeout=15_000)


def test_who_may_only_test_tests(qtbot, session):
    panel = shown(qtbot, Session(session.hub, Actor("R", Role.IT_STAFF, Face.WINDOW), session.calls))
    assert not panel.proxy.isEnabled()
    assert "may not" in panel.note.text()
    assert panel.test_button.isEnabled()
    viewer = shown(qtbot, Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls))
    assert not viewer.test_button.isEnabled()
    assert "may not" in viewer.test_button.toolTip()
