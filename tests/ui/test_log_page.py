"""The log: filtered in the database, fetched as it is scrolled, followed until one scrolls."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.integration import read_integration
from hub_desktop.core.times import utc_now
from hub_desktop.store.runs import LogStore
from hub_desktop.ui.log_model import PAGE
from hub_desktop.ui.log_page import LogPage
from hub_desktop.ui.session import Session
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def numbers(session) -> list[int]:
    def add(name: str) -> int:
        written = {"name": name, "baseUrl": "https://x.example.com", "endpoints": {"students": "/s"}}
        return session.hub.integrations.add(session.actor, read_integration(written)).integration_id

    return [add("ERP"), add("LMS")]


def write(session: Session, number: int, messages: list[str], level: Level = Level.INFO) -> list[LogRow]:
    store = LogStore(session.hub._databases.hub)
    return store.write([LogRow(utc_now(), level, text, "detail of it", number, None, "students") for text in messages])


@pytest.fixture
def page(qtbot, session, numbers) -> LogPage:
    write(session, numbers[0], [f"entry {n}" for n in range(PAGE * 2 + 50)])
    write(session, numbers[1], ["the token was refused"], Level.ERROR)
    shown = LogPage(session)
    qtbot.addWidget(shown)
    shown.resize(960, 600)
    shown.show()
    qtbot.waitUntil(lambda: shown.model.rowCount() == PAGE, timeout=15_000)
    qtbot.waitUntil(lambda: shown.integration.count() == 3, timeout=15_000)
    return shown


def text_at(page: LogPage, row: int, column: int = 4) -> str:
    return page.model.data(page.model.index(row, column))


def test_older_rows_are_fetched_as_one_scrolls(qtbot, page):
    assert text_at(page, 0) == "the token was refused"
    assert (text_at(page, 0, 1), text_at(page, 0, 2), text_at(page, 0, 3)) == ("Error", "LMS", "Students")
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 * PAGE, timeout=15_000)
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount() == 2 * PAGE + 51, timeout=15_000)
    assert text_at(page, page.model.rowCount() - 1) == "entry 0"
    assert not page.model.canFetchMore(page.table.rootIndex())


def test_filters_ask_the_database_and_can_be_cleared(qtbot, page, numbers):
    qtbot.keyClicks(page.search, "entry 7")
    qtbot.waitUntil(lambda: page.model.rowCount() == 11, timeout=15_000)
    page.integration.setCurrentIndex(page.integration.findText("LMS"))
    qtbot.waitUntil(page.empty.isVisible, timeout=15_000)
    assert page.empty_text.text() == "No entry fits these filters."
    qtbot.mouseClick(page.empty_clear, LEFT)
    qtbot.waitUntil(lambda: page.model.rowCount() == PAGE, timeout=15_000)
    page.level.setCurrentIndex(page.level.findText("Errors"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=15_000)
    page.show_for(numbers[0])
    qtbot.waitUntil(lambda: page.model.rowCount() == PAGE, timeout=15_000)
    assert page.integration.currentText() == "ERP"
    assert text_at(page, 0).startswith("entry")


def test_new_rows_come_on_top_until_one_scrolls(qtbot, page, session, numbers):
    for row in write(session, numbers[0], ["new one", "newer one"]):
        page.on_event(row)
    qtbot.waitUntil(lambda: text_at(page, 0) == "newer one", timeout=15_000)
    assert text_at(page, 1) == "new one"
    page.table.verticalScrollBar().setValue(20)
    assert not page.follow.isChecked()
    held = page.model.rowCount()
    for row in write(session, numbers[0], ["later"]):
        page.on_event(row)
    qtbot.waitUntil(page.newest_button.isVisible, timeout=15_000)
    assert page.newest_button.text() == "Show 1 new entry"
    assert page.model.rowCount() == held
    qtbot.mouseClick(page.newest_button, LEFT)
    qtbot.waitUntil(lambda: text_at(page, 0) == "later", timeout=15_000)
    assert page.follow.isChecked()
    assert not page.newest_button.isVisible()


def test_rows_that_do_not_fit_the_filter_are_not_followed(qtbot, page, session, numbers):
    page.level.setCurrentIndex(page.level.findText("Errors"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=15_000)
    for row in (*write(session, numbers[0], ["only info"]), *write(session, numbers[0], ["bad"], Level.ERROR)):
        page.on_event(row)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=15_000)
    assert text_at(page, 0) == "bad"


def test_a_chosen_row_is_shown_whole_and_copied(qtbot, page):
    assert not page.detail.isVisible()
    page.table.selectRow(0)
    assert "detail of it" in page.detail.toPlainText()
    page.copy_button.click()
    assert "the token was refused" in QGuiApplication.clipboard().text()


def test_an_empty_log_says_what_it_is(qtbot, session):
    page = LogPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.empty.isVisible, timeout=15_000)
    assert "Nothing has happened yet" in page.empty_text.text()


def test_a_viewer_is_told_that_the_log_is_not_for_them(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    page = LogPage(viewer)
    qtbot.addWidget(page)
    page.show()
    assert "may not" in page.empty_text.text()
    assert not page.filters.isEnabled()


def test_who_may_not_read_the_log_sees_no_buttons_that_do_nothing(qtbot, session):
    viewer = Actor("Ravi", Role.VIEWER, Face.WINDOW)
    page = LogPage(Session(session.hub, viewer, session.calls, named=True))
    qtbot.addWidget(page)
    page.show()
    assert not page.clear_button.isVisible()
    assert not page.newest_button.isVisible()
