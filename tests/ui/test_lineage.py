"""The explorer in the window: filters, order, columns, lineage in two clicks, corrections, sources compared."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import ATTENDANCE, DATA_TYPES
from hub_desktop.core.filters import Filter, How
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.records import Target
from hub_desktop.ui.correction_dialog import CorrectionDialog
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        for name in ("ERP", "Biometric"):
            written = {
                "name": name,
                "baseUrl": "https://erp.example.edu",
                "apiKey": "k3y",
                "endpoints": {"students": "/s"},
            }
            found.hub.integrations.add(found.actor, read_integration(written))
        write(found, 1, {"student_id": "S1", "name": "Asha", "phone": "111"}, {"student_id": "S2", "name": "Ravi"})
        write(found, 1, {"student_id": "S1", "name": "Asha", "phone": "112"}, run=2)
        write(found, 2, {"student_id": "S2", "name": "Ravi K", "phone": "222"}, {"student_id": "S3", "name": "Zoe"})
        yield found


def write(session: Session, source: int, *rows: dict[str, Any], run: int = 1, kind: str = "students") -> None:
    data_type = DATA_TYPES[kind]
    values = [tuple(row.get(name) for name in data_type.field_names) for row in rows]
    session.hub.records._records.write_page(Target(source, kind, data_type, run), values, [], 1, Redactor())


def show(qtbot, session: Session, total: int = 3) -> DataPage:
    page = DataPage(session)
    qtbot.addWidget(page)
    page.resize(740, 560)
    page.show()
    qtbot.waitUntil(lambda: page.model.total == total and page.model.idle(), timeout=15_000)
    return page


def column(page: DataPage, number: int) -> list[str]:
    return [page.model.data(page.model.index(row, number)) for row in range(page.model.total)]


def click(qtbot, table, row: int) -> None:
    qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.model().index(row, 0)).center())


def test_who_changed_this_phone_number_in_two_clicks(qtbot, session):
    page = show(qtbot, session)
    click(qtbot, page.table, 0)
    qtbot.waitUntil(lambda: page.lineage.lineage is not None, timeout=15_000)
    assert page.lineage.isVisible()
    assert page.lineage.title.text() == "Asha (S1)"
    place = [one.field for one in page.lineage.lineage.fields].index("phone")
    cells = [page.lineage.fields.words.data(page.lineage.fields.words.index(place, c)) for c in range(5)]
    assert (cells[0], cells[1], cells[2], cells[4]) == ("Phone", "112", "ERP · run 2", "111")
    click(qtbot, page.lineage.fields, place)
    assert page.lineage.change_title.text() == "Changes of Phone"
    changes = [
        tuple(page.lineage.changes.words.data(page.lineage.changes.words.index(row, c)) for c in (1, 2, 3))
        for row in range(page.lineage.changes.words.rowCount())
    ]
    assert changes == [("111 → 112", "ERP", "2"), ("111", "ERP", "1")]
    assert not unnamed_controls(page)
    page.lineage.close_button.click()
    assert not page.lineage.isVisible()
    # The very same record again.
    click(qtbot, page.table, 0)
    qtbot.waitUntil(page.lineage.isVisible, timeout=15_000)


def test_a_value_is_corrected_and_taken_back(qtbot, session):
    page = show(qtbot, session)
    click(qtbot, page.table, 1)
    qtbot.waitUntil(lambda: page.lineage.lineage is not None, timeout=15_000)
    assert not page.lineage.correct_button.isEnabled()
    place = [one.field for one in page.lineage.lineage.fields].index("email")
    click(qtbot, page.lineage.fields, place)
    page.lineage.correct_button.click()
    (dialog,) = page.lineage.findChildren(CorrectionDialog)
    dialog.value.setText("nobody")
    dialog.do_button.click()
    qtbot.waitUntil(dialog.do_button.isEnabled, timeout=15_000)
    assert dialog.isVisible()
    dialog.value.setText("ravi@example.edu")
    with qtbot.waitSignal(dialog.stored, timeout=15_000):
        dialog.do_button.click()
    qtbot.waitUntil(lambda: column(page, 2)[1] == "ravi@example.edu ✎", timeout=15_000)
    qtbot.waitUntil(page.lineage.take_back_button.isVisible, timeout=15_000)
    page.lineage.take_back_button.click()
    qtbot.waitUntil(lambda: column(page, 2)[1] == "", timeout=15_000)
    qtbot.waitUntil(lambda: not page.lineage.take_back_button.isVisible(), timeout=15_000)


def test_down_leads_from_the_search_to_a_record_and_enter_or_a_double_click_corrects_a_field(qtbot, session):
    page = show(qtbot, session)
    page.search.setFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.window().focusWidget() is page.table
    qtbot.waitUntil(lambda: page.lineage.title.text() == "Asha (S1)", timeout=15_000)
    fields = page.lineage.fields
    fields.setFocus()
    fields.selectRow(0)
    qtbot.keyClick(fields, Qt.Key.Key_Return)
    assert page.lineage.findChildren(CorrectionDialog) == [], "what names a record is mended in its system alone"
    place = [one.field for one in page.lineage.lineage.fields].index("phone")
    fields.selectRow(place)
    qtbot.keyClick(fields, Qt.Key.Key_Return)
    (dialog,) = page.lineage.findChildren(CorrectionDialog)
    assert dialog.windowTitle() == "Correct Phone"
    dialog.reject()
    qtbot.waitUntil(lambda: not page.lineage.findChildren(CorrectionDialog), timeout=15_000)
    at = fields.visualRect(fields.model().index(place, 0)).center()
    # A press before, as every double click has one.
    qtbot.mouseClick(fields.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(fields.viewport(), LEFT, pos=at)
    (dialog,) = page.lineage.findChildren(CorrectionDialog)
    dialog.reject()


def test_a_choice_is_corrected_by_choosing(qtbot, session):
    write(
        session,
        1,
        {"student_id": "S1", "date": "2026-01-01", "subject_code": "", "period": "", "status": "absent"},
        kind="attendance",
    )
    page = show(qtbot, session)
    page.show_type("attendance")
    qtbot.waitUntil(lambda: page.model.total == 1 and page.model.idle(), timeout=15_000)
    click(qtbot, page.table, 0)
    qtbot.waitUntil(lambda: page.lineage.lineage is not None, timeout=15_000)
    page.lineage.fields.selectRow(ATTENDANCE.field_names.index("status"))
    page.lineage.correct_button.click()
    (dialog,) = page.lineage.findChildren(CorrectionDialog)
    assert isinstance(dialog.value, QComboBox)
    assert dialog.value.currentText() == "absent"
    dialog.value.setCurrentText("excused")
    with qtbot.waitSignal(dialog.stored, timeout=15_000):
        dialog.do_button.click()
    qtbot.waitUntil(lambda: "excused ✎" in column(page, 4), timeout=15_000)


def test_filters_are_added_as_chips_and_taken_away(qtbot, session):
    page = show(qtbot, session)
    bar = page.filters
    bar.add_button.click()
    bar.field.setCurrentIndex(bar.field.findData("name"))
    bar.how.setCurrentIndex(bar.how.findData(str(How.CONTAINS)))
    assert not bar.apply_button.isEnabled()
    bar.value.setText("rav")
    bar.apply_button.click()
    qtbot.waitUntil(lambda: page.model.total == 1 and page.model.idle(), timeout=15_000)
    assert bar.filters == (Filter("name", How.CONTAINS, "rav"),)
    assert page.clear_button.isVisible()
    bar.add_button.click()
    bar.field.setCurrentIndex(bar.field.findText("Last changed"))
    bar.apply_button.click()
    qtbot.waitUntil(page.model.idle, timeout=15_000)
    assert bar.changed_since is not None
    assert page.model.total == 1
    chip = next(b for b in bar.findChildren(type(bar.add_button)) if b.text().startswith("Name contains"))
    chip.click()
    qtbot.waitUntil(lambda: page.model.total == 3, timeout=15_000)
    page.clear_button.click()
    assert not bar.any


def test_columns_are_sorted_by_a_click_and_put_away_by_choice(qtbot, session):
    page = show(qtbot, session)
    heading = page.table.horizontalHeader()
    for order in (["Asha", "Ravi", "Zoe"], ["Zoe", "Ravi", "Asha"], ["Asha", "Ravi", "Zoe"]):
        heading.sectionClicked.emit(1)
        qtbot.waitUntil(lambda wanted=order: page.model.idle() and column(page, 1) == wanted, timeout=15_000)
    assert page.model.search.sort == ""
    page.on_columns_asked()
    action = next(a for a in page.column_menu.actions() if a.data() == "email")
    assert action.isChecked()
    action.trigger()
    qtbot.waitUntil(page.model.idle, timeout=15_000)
    assert "email" not in [field.name for field in page.model.columns()]
    assert page.model.total == 3


def test_conflicts_and_comparison_say_where_sources_differ(qtbot, session):
    page = show(qtbot, session)
    page.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: page.conflicts.table.words.rowCount() == 1, timeout=15_000)
    cells = [page.conflicts.table.words.data(page.conflicts.table.words.index(0, c)) for c in range(3)]
    assert cells == ["S2", "Name", "ERP: Ravi  ·  Biometric: Ravi K"]
    assert not page.search.isEnabled()
    click(qtbot, page.conflicts.table, 0)
    qtbot.waitUntil(lambda: page.lineage.title.text() == "Ravi (S2)", timeout=15_000)
    page.tabs.setCurrentIndex(3)
    qtbot.waitUntil(lambda: "in both" in page.comparison.line.text(), timeout=15_000)
    said = [title.text() for title in page.comparison.titles]
    assert said == ["1 only in Biometric", "1 only in ERP", "1 in both, with different values"]
    assert [one.words.data(one.words.index(0, 0)) for one in page.comparison.lists] == ["S3", "S1", "S2"]
    assert not unnamed_controls(page)
    page.comparison.second.setCurrentIndex(0)
    assert "two different" in page.comparison.line.text()


def test_a_viewer_gets_no_lineage_and_staff_no_correction(qtbot, session):
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    page = show(qtbot, viewer)
    click(qtbot, page.table, 0)
    assert not page._stay.isActive()
    assert not page.tabs.isTabEnabled(2)
    staff = Session(session.hub, Actor("R", Role.IT_STAFF, Face.WINDOW), session.calls)
    page = show(qtbot, staff)
    click(qtbot, page.table, 0)
    qtbot.waitUntil(lambda: page.lineage.lineage is not None, timeout=15_000)
    page.lineage.fields.selectRow(2)
    assert not page.lineage.correct_button.isEnabled()
    assert "Principal or Administrator" in page.lineage.correct_button.toolTip()


def test_a_value_that_looks_like_markup_is_shown_as_it_is_written(qtbot, session):
    name = "<img src='file:///etc/hosts'><b>Asha</b>"
    write(session, 1, {"student_id": "S9", "name": name})
    write(session, 2, {"student_id": "S9", "name": "<h1>Usha</h1>"})
    page = show(qtbot, session, 4)
    click(qtbot, page.table, 3)
    qtbot.waitUntil(lambda: page.lineage.lineage is not None, timeout=15_000)
    words = page.lineage.fields.words
    place = words.index([one.field for one in page.lineage.lineage.fields].index("name"), 1)
    assert words.data(place) == f"{name} ≠"
    tip = words.data(place, Qt.ItemDataRole.ToolTipRole)
    shown = QTextDocument()
    shown.setHtml(tip)
    assert shown.toPlainText() == "Others say:\nBiometric: <h1>Usha</h1>"
