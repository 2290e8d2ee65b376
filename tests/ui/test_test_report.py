"""The report of a connection test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.errors import Remedy
from hub_desktop.core.integration import read_integration
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege
from hub_desktop.ui import test_report
from hub_desktop.ui.session import Session
from hub_desktop.upstream.doctor import Check, Report
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def college() -> SampleCollege:
    return SampleCollege.load(
        erp_token="erp-token-1", biometric_key="bio-key-1234", lms_client_id="lms", lms_client_secret="lms-secret-1"
    )


def add(session: Session, address: str, token: str = "erp-token-1") -> int:
    written = {
        "name": "ERP",
        "baseUrl": f"{address}/erp",
        "authType": "bearer",
        "apiKey": token,
        "endpoints": {"students": "/api/v1/students", "faculty": "/api/v1/faculty"},
    }
    return session.hub.integrations.add(session.actor, read_integration(written)).integration_id


def test_the_test_begins_by_itself_and_ends_in_ticks(qtbot, session, college):
    with ListeningThread(create_app(college)) as listener:
        dialog = test_report.TestReportDialog(session, add(session, listener.address), "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.close_button.text() == "Cancel"
        assert not dialog.copy_button.isEnabled()
        qtbot.waitUntil(lambda: dialog.list.rows() != [], timeout=15_000)
        assert dialog.list.summary.text() == "Everything works."
        assert dialog.close_button.text() == "Close"
        qtbot.mouseClick(dialog.copy_button, LEFT)
        copied = QGuiApplication.clipboard().text()
        assert "[Passed]" in copied
        assert "erp-token-1" not in copied
        row = dialog.list.rows()[0]
        # The rows are there before Qt has laid them out, and nobody clicks what is not in sight yet.
        qtbot.waitUntil(row.details_button.isVisible)
        qtbot.mouseClick(row.details_button, LEFT)
        assert row._detail.isVisible()
        qtbot.mouseClick(dialog.close_button, LEFT)
        assert not dialog.isVisible()


def test_a_wrong_token_is_a_cross_with_what_to_do(qtbot, session, college):
    with ListeningThread(create_app(college)) as listener:
        dialog = test_report.TestReportDialog(session, add(session, listener.address, "wrong-token"), "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.list.rows() != [], timeout=15_000)
        assert "did not work" in dialog.list.summary.text()
        # The first test failed, so a second one with the token set right is one click away.
        [number] = [view.integration_id for view in session.hub.overview.all(session.actor)]
        session.hub.integrations.set_secret(session.actor, number, "apiKey", "erp-token-1")
        qtbot.mouseClick(dialog.again_button, LEFT)
        qtbot.waitUntil(lambda: dialog.list.summary.text() == "Everything works.", timeout=15_000)


def test_a_test_that_hangs_can_be_cancelled(qtbot, session, college):
    college.slow_seconds = 2.0
    college.set_fault("erp", "slow")
    with ListeningThread(create_app(college)) as listener:
        dialog = test_report.TestReportDialog(session, add(session, listener.address), "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.mouseClick(dialog.close_button, LEFT)
        assert not dialog.isVisible()
        qtbot.waitUntil(lambda: "stopped" in dialog.list.summary.text(), timeout=15_000)


def test_an_integration_that_is_gone_is_said(qtbot, session):
    dialog = test_report.TestReportDialog(session, 99, "Gone")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "no integration" in dialog.list.summary.text(), timeout=15_000)


def test_the_words_of_a_report():
    report = Report(
        (
            Check("Address", True, "Found.", "10.0.0.1", seconds=0.1),
            Check("Sign-in", False, "ERP refused the token.", "HTTP 401", Remedy.SIGN_IN_AGAIN),
            Check("students", None, "Not tried, because an earlier step failed."),
        )
    )
    assert test_report.summary(report) == "1 step of the way did not work."
    assert test_report.row_sentence(report.checks[2]).startswith("students: Not tried")
    assert "again" in test_report.remedy_sentence(report.checks[1])
    assert test_report.report_text("ERP", report).splitlines()[2:] == [
        "[Passed] Address (0.10 s): Found.",
        "    10.0.0.1",
        "[Failed] Sign-in: ERP refused the token.",
        "    HTTP 401",
        "[Not tried] students: Not tried, because an earlier step failed.",
    ]
