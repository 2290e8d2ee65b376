"""The records: counted, searched in the database, scrolled without being held in memory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.events import RunFinished
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.session import Session
from tests.ui.damage import busy
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


def add(session: Session, address: str = "https://erp.example.com") -> int:
    written = {
        "name": "ERP",
        "baseUrl": f"{address}/erp",
        "authType": "bearer",
        "apiKey": "erp-token-1",
        "endpoints": {"students": "/api/v1/students", "faculty": "/api/v1/faculty"},
    }
    return session.hub.integrations.add(session.actor, read_integration(written)).integration_id


def show(qtbot, session: Session) -> DataPage:
    page = DataPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    return page


def test_what_a_sync_brought_is_counted_searched_and_dated(qtbot, session, college):
    with ListeningThread(create_app(college)) as listener:
        number = add(session, listener.address)
        page = show(qtbot, session)
        qtbot.waitUntil(lambda: "no students yet" in page.empty.text(), timeout=15_000)
        run = session.hub.syncs.run(session.actor, number)
    page.on_event(RunFinished(run))
    qtbot.waitUntil(lambda: page.count_line.text() == "321 students · as of just now", timeout=15_000)
    assert page.table.isVisible()
    headings = [page.model.headerData(c, Qt.Orientation.Horizontal) for c in range(page.model.columnCount())]
    assert headings[:2] == ["Student ID", "Name"]
    assert headings[-2:] == ["Source", "Last changed"]
    name = page.model.data(page.model.index(0, 1))
    qtbot.keyClicks(page.search, name)
    qtbot.waitUntil(lambda: page.model.total == 1, timeout=15_000)
    assert f"1 student with “{name}”" in page.count_line.text()
    page.search.setText("no such student")
    qtbot.waitUntil(page.empty.isVisible, timeout=15_000)
    assert page.empty.text() == "No record fits these filters."
    qtbot.mouseClick(page.clear_button, LEFT)
    qtbot.waitUntil(lambda: page.model.total == 321, timeout=15_000)
    page.show_type("faculty", str(number))
    qtbot.waitUntil(lambda: page.count_line.text().startswith("68 faculty"), timeout=15_000)


def test_refused_records_show_their_reasons_and_themselves(qtbot, session, college):
    college.set_fault("erp", "missing-key")
    with ListeningThread(create_app(college)) as listener:
        session.hub.syncs.run(session.actor, add(session, listener.address))
    page = show(qtbot, session)
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Refused (5)", timeout=15_000)
    page.tabs.setCurrentIndex(1)
    assert page.quarantine.table.isVisible()
    assert not page.search.isEnabled()
    assert [len(group.row_ids) for group in page.quarantine.group_model.rows()] == [4, 1]
    qtbot.waitUntil(lambda: page.quarantine.model.rowCount() == 4, timeout=15_000)
    page.quarantine.table.selectRow(3)
    assert "Student ID is missing." in page.quarantine.raw.toPlainText()
    page.quarantine.copy_button.click()
    assert '"lastName"' in QGuiApplication.clipboard().text()


def test_no_number_of_refused_records_is_said_before_they_were_counted(qtbot, session):
    with busy(session.calls):
        page = show(qtbot, session)
        assert page.tabs.tabText(1) == "Refused"
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Refused (0)", timeout=15_000)


def test_a_long_line_beside_the_tabs_takes_none_of_them_away(qtbot, session, monkeypatch):
    monkeypatch.setattr(DataPage, "_count_line", lambda _: "These records were not stored. " * 8)
    page = show(qtbot, session)
    page.resize(752, 600)
    qtbot.waitUntil(lambda: page.count_line.height() > 2 * page.count_line.fontMetrics().height(), timeout=15_000)
    assert page.tabs.width() >= page.tabs.sizeHint().width()


def many(session: Session, number: int) -> None:
    target = Target(add(session), "students", DATA_TYPES["students"], 1)
    empty = [None] * (len(target.data_type.fields) - 2)
    store = RecordStore(session.hub._databases.records)
    for start in range(0, number, 5_000):
        rows = [(f"S{n:06}", f"Student {n}", *empty) for n in range(start, min(start + 5_000, number))]
        store.write_page(target, rows, [], 1, Redactor())


def test_a_long_table_is_fetched_where_it_is_looked_at(qtbot, session):
    many(session, 12_000)
    page = show(qtbot, session)
    qtbot.waitUntil(lambda: page.model.total == 12_000, timeout=15_000)
    bar = page.table.verticalScrollBar()
    for step in range(31):
        bar.setValue(bar.maximum() * step // 30)
        row = page.table.rowAt(5)
        qtbot.waitUntil(lambda r=row: page.model.data(page.model.index(r, 0)) == f"S{r:06}", timeout=15_000)
    assert page.model.pages_held() <= 20
    # Refreshing keeps the place, and what stands there until the answer comes.
    position = bar.value()
    page.model.refresh()
    assert page.model.data(page.model.index(11_999, 0)) == "S011999"
    qtbot.waitUntil(page.model.idle, timeout=15_000)
    assert bar.value() == position


def test_a_viewer_sees_no_personal_columns_and_is_told_so(qtbot, session):
    many(session, 10)
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    page = show(qtbot, viewer)
    qtbot.waitUntil(lambda: page.model.total == 10, timeout=15_000)
    headings = {page.model.headerData(c, Qt.Orientation.Horizontal) for c in range(page.model.columnCount())}
    assert not headings & {"Student ID", "Name", "Email", "Phone", "Date of birth"}
    assert "personal data" in page.hidden_note.text()
    assert not page.tabs.isTabEnabled(1)


def test_a_run_while_nobody_looks_is_shown_on_the_next_look_at_the_same_place(qtbot, session, college):
    many(session, 2_000)
    page = show(qtbot, session)
    qtbot.waitUntil(lambda: page.model.total == 2_000, timeout=15_000)
    page.table.verticalScrollBar().setValue(900)
    page.hide()
    with ListeningThread(create_app(college)) as listener:
        written = {
            "name": "Second ERP",
            "baseUrl": f"{listener.address}/erp",
            "apiKey": "erp-token-1",
            "endpoints": {"students": "/api/v1/students"},
        }
        second = session.hub.integrations.add(session.actor, read_integration(written)).integration_id
        page.on_event(RunFinished(session.hub.syncs.run(session.actor, second)))
    looks = len([row for row in session.hub.audit.latest(session.actor) if row.use_case == "records.view"])
    page.show()
    qtbot.waitUntil(lambda: page.model.total == 2_321, timeout=15_000)
    qtbot.waitUntil(lambda: "from 2 sources" in page.count_line.text(), timeout=15_000)
    assert page.table.verticalScrollBar().value() == 900
    assert len([r for r in session.hub.audit.latest(session.actor) if r.use_case == "records.view"]) > looks
