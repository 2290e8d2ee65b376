"""The report of a connection test."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import Remedy
from hub_desktop.core.integration import read_integration
from hub_desktop.core.offers import Offer
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege
from hub_desktop.ui import test_report
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.report_list import CheckRow
from hub_desktop.ui.session import Session
from hub_desktop.upstream.doctor import Check, Report
from tests.core.test_recognition import SEED
from tests.fakes.http_server import HttpServer
from tests.ui.opened import opened
from tests.upstream.session import KEY
from tests.upstream.test_doctor import SmallMoodle

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
        qtbot.waitUntil(lambda: dialog.list.summary.text() == "Everything works.", timeout=15_000)
        assert dialog.close_button.text() == "Close"
        qtbot.mouseClick(dialog.copy_button, LEFT)
        copied = QGuiApplication.clipboard().text()
        assert "[Passed]" in copied
        assert "erp-token-1" not in copied
        row = rows(dialog)["Connection"]
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
        qtbot.waitUntil(lambda: "did not work" in dialog.list.summary.text(), timeout=15_000)
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


def rows(dialog: test_report.TestReportDialog) -> dict[str, CheckRow]:
    return {row.check.name: row for row in dialog.list.rows()}


def wait_until_done(qtbot, dialog: test_report.TestReportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.close_button.text() == "Close", timeout=20_000)


@pytest.fixture
def moodle(session: Session) -> Iterator[tuple[int, HttpServer]]:
    """The third example of the seed, pointed at a small Moodle."""
    with HttpServer(SmallMoodle()) as server:
        written = json.loads((SEED / "moodle_lms.json").read_text())
        written |= {"baseUrl": f"{server.url}/webservice/rest", "apiKey": KEY}
        yield session.hub.integrations.add(session.actor, read_integration(written)).integration_id, server


def test_the_list_fills_while_the_test_goes_on(qtbot, session, college):
    college.slow_seconds = 1.0
    college.set_fault("erp", "slow")
    with ListeningThread(create_app(college)) as listener:
        dialog = test_report.TestReportDialog(session, add(session, listener.address), "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: "Connection" in rows(dialog), timeout=15_000)
        assert dialog.close_button.text() == "Cancel"
        first = rows(dialog)["Address"]
        wait_until_done(qtbot, dialog)
        # What was there already stays, so that nobody's unfolded detail is taken away.
        assert rows(dialog)["Address"] is first
        assert list(rows(dialog))[-1].startswith("Paging of faculty")


def test_one_offer_is_made_by_its_button_and_tested_again(qtbot, session, moodle):
    number, _ = moodle
    dialog = test_report.TestReportDialog(session, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_done(qtbot, dialog)
    button = rows(dialog)["Moodle: sign-in"].offer_button
    assert button is not None
    assert button.text() == "Send the key as “wstoken”"
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)
    assert dialog.close_button.text() == "Cancel"
    wait_until_done(qtbot, dialog)
    assert "Moodle: sign-in" not in rows(dialog)
    assert dialog.message.text() == "Changed: Send the key as “wstoken”."
    assert session.hub.integrations.get(session.actor, number).config.api_key_in.name == "wstoken"


def test_all_offers_are_made_at_once(qtbot, session, moodle):
    number, _ = moodle
    dialog = test_report.TestReportDialog(session, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_done(qtbot, dialog)
    assert dialog.all_button.text() == "&Make all 5 changes"
    qtbot.mouseClick(dialog.all_button, LEFT)
    wait_until_done(qtbot, dialog)
    assert dialog.list.summary.text().startswith("Everything works")
    assert not dialog.all_button.isVisible()
    qtbot.mouseClick(dialog.again_button, LEFT)
    wait_until_done(qtbot, dialog)
    assert dialog.message.text() == ""


def test_the_form_makes_the_offers_one_by_one_or_all_of_them(qtbot, session, moodle):
    number, _ = moodle
    form = IntegrationForm(session, number)
    qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    form.show()
    qtbot.waitUntil(lambda: form.name.text() != "", timeout=15_000)

    def wait_until_tested() -> None:
        qtbot.waitUntil(lambda: form.test_button.text() == "&Test connection", timeout=15_000)

    qtbot.mouseClick(form.test_button, LEFT)
    assert not form.test.all_button.isVisible()
    wait_until_tested()
    assert form.test.all_button.text() == "&Make all 5 changes"
    offers = form.report.offers()
    qtbot.waitUntil(offers[1].isVisible)
    offers[1].setFocus()
    qtbot.keyClick(offers[1], Qt.Key.Key_Return)
    wait_until_tested()
    assert form.focusWidget() is form.report.offers()[0], "the keyboard goes on to the next offer"
    assert form.test.all_button.accessibleName() == "Make all 4 changes"
    qtbot.mouseClick(form.test.all_button, LEFT)
    wait_until_tested()
    assert form.report.summary.text().startswith("Everything works")
    assert not form.test.all_button.isVisible()
    assert form.values().endpoints[0].path == "/server.php"


def test_the_settings_of_the_catalog_are_taken_by_one_button(qtbot, session, moodle):
    number, server = moodle
    dialog = test_report.TestReportDialog(session, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_done(qtbot, dialog)
    button = rows(dialog)["System"].offer_button
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    wait_until_done(qtbot, dialog)
    config = session.hub.integrations.get(session.actor, number).config
    assert (config.base_url, config.template) == (server.url, "moodle@1")
    assert dialog.list.summary.text().startswith("Everything works")


def test_an_offer_that_cannot_be_made_is_said_and_what_was_found_stays(qtbot, session, moodle):
    number, _ = moodle
    dialog = test_report.TestReportDialog(session, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_done(qtbot, dialog)
    before = [row.check for row in dialog.list.rows()]
    dialog.list.offer_chosen.emit(Offer("Go elsewhere", "Sent on.", {"baseUrl": "https://elsewhere.invalid"}))
    wait_until_done(qtbot, dialog)
    assert "Enter the password or key again" in dialog.message.text()
    assert [row.check for row in dialog.list.rows()] == before


def test_who_may_not_change_anything_sees_the_offers_with_the_reason(qtbot, session, moodle):
    number, _ = moodle
    staff = Session(session.hub, Actor("Ravi", Role.IT_STAFF, Face.WINDOW), session.calls)
    dialog = test_report.TestReportDialog(staff, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    wait_until_done(qtbot, dialog)
    button = rows(dialog)["Moodle: sign-in"].offer_button
    assert button is not None
    assert not button.isEnabled()
    assert "may not do this" in button.toolTip()
    assert not dialog.all_button.isVisible()


def test_the_report_for_the_vendor_is_saved_for_its_owner_alone(qtbot, session, moodle, tmp_path):
    number, _ = moodle
    dialog = test_report.TestReportDialog(session, number, "Moodle LMS")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.save_button.isEnabled()
    wait_until_done(qtbot, dialog)
    qtbot.mouseClick(dialog.save_button, LEFT)
    [chooser] = dialog.findChildren(QFileDialog)
    chooser.close()
    file = tmp_path / "report.txt"
    dialog.on_place_chosen(str(file))
    qtbot.waitUntil(lambda: "Saved to" in dialog.message.text(), timeout=5_000)
    text = file.read_text("utf-8")
    assert text.startswith("Connection test of Moodle LMS\n")
    assert KEY not in text
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    dialog.on_place_chosen(str(tmp_path / "no" / "such" / "folder" / "x"))
    qtbot.waitUntil(lambda: "could not be written" in dialog.message.text(), timeout=5_000)


def test_the_words_of_a_report():
    report = Report(
        (
            Check("Address", True, "Found.", "10.0.0.1", seconds=0.1),
            Check("Sign-in", False, "ERP refused the token.", "HTTP 401", Remedy.SIGN_IN_AGAIN),
            Check("students", None, "Not tried, because an earlier step failed."),
            Check("Clock", True, "2 minutes ahead.", noteworthy=True),
            Check("Paging of students", True, "students: Everything comes in one answer."),
            Check("Connection", True, "eLearning takes connections."),
        )
    )
    assert test_report.summary(report) == "1 step of the way did not work."
    assert test_report.row_sentence(report.checks[2]).startswith("Students: Not tried")
    assert test_report.row_sentence(report.checks[4]) == "Students: Everything comes in one answer."
    assert test_report.row_sentence(report.checks[5]) == "eLearning takes connections."
    down = Check("students", False, "eLearning is overloaded.", endpoint="students")
    assert test_report.row_sentence(down) == "Students: eLearning is overloaded."
    assert test_report.remedy_sentence(report.checks[1]) == ""
    assert test_report.remedy_sentence(report.checks[1], "Save it.") == "Save it."
    assert [test_report.mark_word(check) for check in report.checks] == [
        "Passed",
        "Failed",
        "Not tried",
        "Worth knowing",
        "Passed",
        "Passed",
    ]
