"""The Tab key goes through every dialog in the order in which it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from hub_desktop.core.errors import Remedy
from hub_desktop.core.offers import Offer
from hub_desktop.ui.add_dialog import AddDialog
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.session import Session
from hub_desktop.ui.tab_order import ReadingOrderDialog, ReadingOrderPage, reading_order
from hub_desktop.upstream.doctor import Check, Report
from tests.ui.opened import opened

LEFT = Qt.MouseButton.LeftButton
REPORT = Report(
    (
        Check("Address", True, "Found.", "10.0.0.1"),
        Check("Sign-in", False, "Refused.", "HTTP 401", Remedy.EDIT, offer=Offer("Send it so", "It said so.", {})),
        Check("students", True, "students: 20 records read.", "in detail"),
    )
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def by_tab(qtbot: QtBot, window: QWidget, key: Qt.Key, times: int) -> list[QWidget]:
    """Return where the keyboard is after each press of the key."""
    found = []
    for _ in range(times):
        qtbot.keyClick(window.focusWidget() or window, key)
        at = window.focusWidget()
        assert at is not None
        found.append(at)
    return found


def named(controls: list[QWidget]) -> list[str]:
    return [one.accessibleName() or type(one).__name__ for one in controls]


def assert_read_by_tab(qtbot: QtBot, window: QWidget) -> None:
    """Assert that Tab goes once around through all that is below, or right of, what comes before, and Backtab back."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    read = reading_order(window)
    assert len(read) > 3
    read[0].setFocus()
    assert named(by_tab(qtbot, window, Qt.Key.Key_Tab, len(read))) == named([*read[1:], read[0]])
    assert named(by_tab(qtbot, window, Qt.Key.Key_Backtab, len(read))) == named(list(reversed(read)))


def test_what_was_added_late_is_reached_where_it_stands(qtbot: QtBot) -> None:
    window = ReadingOrderDialog()
    qtbot.addWidget(window)
    column, row = QVBoxLayout(window), QHBoxLayout()
    first, last, second, third, hidden, disabled = (QLineEdit() for _ in range(6))
    column.addWidget(first)
    column.addLayout(row)
    column.addWidget(last)
    row.addWidget(third)
    for place, one in enumerate((second, hidden, disabled)):
        row.insertWidget(place, one)
    hidden.hide()
    disabled.setEnabled(False)
    window.show()
    assert reading_order(window) == [first, second, third, last]
    first.setFocus()
    assert by_tab(qtbot, window, Qt.Key.Key_Tab, 4) == [second, third, last, first]
    assert by_tab(qtbot, window, Qt.Key.Key_Backtab, 3) == [last, third, second]


def test_a_tall_part_is_read_before_what_stands_beside_it(qtbot: QtBot) -> None:
    window = ReadingOrderDialog()
    qtbot.addWidget(window)
    whole, both, side = QVBoxLayout(window), QHBoxLayout(), QVBoxLayout()
    tall, above, below, foot = QPlainTextEdit(), QLineEdit(), QLineEdit(), QLineEdit()
    whole.addLayout(both)
    whole.addWidget(foot)
    both.addWidget(tall)
    both.addLayout(side)
    side.addWidget(above)
    side.addWidget(below)
    side.addStretch(1)
    window.show()
    assert reading_order(window) == [tall, above, below, foot]


def test_the_form_with_another_sign_in_another_endpoint_and_a_test(qtbot: QtBot, session: Session) -> None:
    form = IntegrationForm(session)
    qtbot.addWidget(form)
    form.show()
    assert_read_by_tab(qtbot, form)
    kind = form.credentials.fields()["authType"].control
    assert isinstance(kind, QComboBox)
    for auth_type in ("session", "oauth", "oauth1", "api-key"):
        kind.setCurrentIndex(kind.findData(auth_type))
        assert_read_by_tab(qtbot, form)
    qtbot.mouseClick(form.endpoints.add_button, LEFT)
    assert_read_by_tab(qtbot, form)
    form.test.show()
    form.report.show_report(REPORT)
    qtbot.waitUntil(form.report.rows()[1].isVisible)
    assert_read_by_tab(qtbot, form)


def test_a_system_of_the_catalog(qtbot: QtBot, session: Session) -> None:
    dialog = AddDialog(session)
    qtbot.addWidget(dialog, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    dialog.show()
    qtbot.waitUntil(lambda: dialog.choice.systems.count() > 0, timeout=15_000)
    qtbot.keyClicks(dialog.choice.search, "moodle")
    assert_read_by_tab(qtbot, dialog)
    qtbot.keyClick(dialog.choice.search, Qt.Key.Key_Return)
    page = dialog.template_page()
    assert page is not None
    assert_read_by_tab(qtbot, dialog)
    page.test.show()
    page.test.report.show_report(REPORT)
    qtbot.waitUntil(page.test.report.rows()[1].isVisible)
    assert_read_by_tab(qtbot, dialog)
    qtbot.mouseClick(page.back_button, LEFT)
    qtbot.mouseClick(dialog.choice.form_button, LEFT)
    assert_read_by_tab(qtbot, dialog)


def test_the_details_of_an_endpoint_in_every_way_of_paging(qtbot: QtBot) -> None:
    dialog = EndpointDetails("Students", {"path": "/students"}, ["subjects"])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.only_new.click()
    dialog.each.click()
    style = dialog.fields()["pagination.style"].control
    assert isinstance(style, QComboBox)
    for choice in range(style.count()):
        style.setCurrentIndex(choice)
        assert_read_by_tab(qtbot, dialog)


def test_the_keyboard_leaves_a_screen_at_either_end(qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    page = ReadingOrderPage()
    column = QVBoxLayout(page)
    before, first, last = QLineEdit(), QLineEdit(), QLineEdit()
    # Made in another order than they are read in.
    column.addWidget(last)
    column.insertWidget(0, first)
    row.addWidget(page)
    row.insertWidget(0, before)
    qtbot.addWidget(window)
    window.show()
    first.setFocus()
    assert by_tab(qtbot, window, Qt.Key.Key_Tab, 2) == [last, before]
    last.setFocus()
    assert by_tab(qtbot, window, Qt.Key.Key_Backtab, 2) == [first, before]


def test_a_screen_that_had_the_keyboard_takes_nothing_of_the_others_with_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    page, beside = ReadingOrderPage(), QWidget()
    for part in (page, beside):
        line.addWidget(part)
        QVBoxLayout(part).addWidget(QLineEdit())
    entry = QMenu(beside).addAction("Delete")
    window.show()
    inside, outside = page.findChild(QLineEdit), beside.findChild(QLineEdit)
    assert isinstance(inside, QLineEdit)
    inside.setFocus()
    assert by_tab(qtbot, window, Qt.Key.Key_Tab, 2) == [outside, inside]
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isValid(entry)
