"""The reports on the screen: counted away from the GUI thread, drawn, shown as tables, saved and copied."""

import csv
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from hub_desktop.core.actor import Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import StorageError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.reports import Counting, ReportName, said
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.store.records import Target
from hub_desktop.ui.report_card import ReportCard
from hub_desktop.ui.reports_page import ReportsPage
from hub_desktop.ui.session import Session
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.tokens import DARK, LIGHT
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
STATUSES = ("present", "present", "present", "late", "excused", "absent")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


def write(session: Session, source: int, kind: str, rows: list[dict[str, object]]) -> None:
    data_type = DATA_TYPES[kind]
    values = [tuple(row.get(name) for name in data_type.field_names) for row in rows]
    target = Target(source, kind, data_type, 1)
    session.hub.records._records.write_page(target, values, [], 1, Redactor())  # type: ignore[arg-type]


@pytest.fixture
def filled(session: Session) -> Session:
    """A college with 12 students of two departments, ten days of attendance, marks and three runs."""
    written = {
        "name": "ERP",
        "baseUrl": "https://erp.example.edu",
        "authType": "bearer",
        "apiKey": "t0ken-of-the-college",
        "endpoints": {"students": "/s", "attendance": "/a", "marks": "/m"},
    }
    source = session.hub.integrations.add(session.actor, read_integration(written)).integration_id
    students = [f"S{n:02}" for n in range(12)]
    today = date.today()  # noqa: DTZ011 - the day of this computer is what reports count by
    write(
        session,
        source,
        "students",
        [{"student_id": s, "name": s, "department": ("CSE", "ME")[n % 2]} for n, s in enumerate(students)],
    )
    write(
        session,
        source,
        "attendance",
        [
            {
                "student_id": s,
                "date": (today - timedelta(days=back)).isoformat(),
                "subject_code": "",
                "period": "1",
                "status": STATUSES[(n + back) % len(STATUSES)],
            }
            for back in range(10)
            for n, s in enumerate(students)
        ],
    )
    write(
        session,
        source,
        "marks",
        [
            {"student_id": s, "subject_code": code, "exam": "End", "marks_obtained": 8.0 * n, "max_marks": 100.0}
            for n, s in enumerate(students)
            for code in ("CS1", "CS2")
        ],
    )
    runs = [
        (source, status, to_text(utc_now()), to_text(utc_now()), json.dumps({"students": {"counts": {"read": 40}}}))
        for status in ("succeeded", "succeeded", "failed")
    ]
    with session.hub._databases.hub.begin() as connection:
        connection.exec_driver_sql(
            'INSERT INTO runs (integration_id, status, started_at, finished_at, endpoints, "trigger", asked_by) '
            "VALUES (?, ?, ?, ?, ?, 'manual', 'Asha')",
            runs,
        )
    return session


def show(qtbot, session: Session) -> ReportsPage:
    page = ReportsPage(session)
    qtbot.addWidget(page)
    page.resize(960, 700)
    page.show()
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)
    return page


def settled(page: ReportsPage) -> bool:
    return (
        page._cancel is None
        and page.status.text().startswith("Counted")
        and all(card._plots is not None and not card._redraw.isActive() for card in page.cards.values())
    )


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def choose(page: ReportsPage, qtbot, box, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)


def test_every_report_is_drawn_dated_and_named(qtbot, filled):
    page = show(qtbot, filled)
    for name, card in page.cards.items():
        assert card.stack.currentWidget() is card.drawn, name
        view = card.place.itemAt(0).widget()
        assert view.plot.accessibleName() == card.report.title
        assert view.plot.accessibleDescription() == card.report.summary
        assert " · as of " in card.unit.text()
        assert card.summary.text()
        assert view.plot.height() >= view.plot.minimumHeight()

    def drawn_light() -> bool:
        drawn = colours(page.cards[ReportName.ATTENDANCE].drawn.grab().toImage())
        return {LIGHT.attendance[0], LIGHT.attendance[3]} <= drawn

    # A plot takes its size, and so its columns theirs, only once the page was laid out.
    qtbot.waitUntil(drawn_light, timeout=20_000)


def test_the_colours_follow_the_palette(qtbot, filled, qapp: QApplication):
    page = show(qtbot, filled)
    before = qapp.palette(), qapp.styleSheet()
    try:
        palette.apply(qapp, "dark")

        def drawn_dark() -> bool:
            drawn = colours(page.cards[ReportName.ATTENDANCE].drawn.grab().toImage())
            return {DARK.attendance[0], DARK.attendance[3]} <= drawn and LIGHT.attendance[0] not in drawn

        qtbot.waitUntil(drawn_dark, timeout=20_000)
    finally:
        qapp.setPalette(before[0])
        qapp.setStyleSheet(before[1])


def test_the_table_has_the_numbers_of_the_plot_and_takes_the_keyboard(qtbot, filled):
    page = show(qtbot, filled)
    for card in page.cards.values():
        card.table_button.setFocus()
        qtbot.keyClick(card.table_button, Qt.Key.Key_Space)
        assert card.table_button.text() == "Show as plot"
        assert card.stack.currentWidget() is card.table
        assert card.table.hasFocus() or not page.isActiveWindow()
        for row, cells in enumerate(card.report.rows):
            shown = [card.table.item(row, place).text() for place in range(len(cells))]
            plotted = [place for place, column in enumerate(card.report.columns) if column.plotted]
            assert [shown[p] for p in plotted] == [said(card.report.columns[p].kind, cells[p]) for p in plotted]
        assert card.table.currentRow() == 0
        qtbot.keyClick(card.table, Qt.Key.Key_Down)
        assert card.table.currentRow() == min(1, len(card.report.rows) - 1)
        card.table_button.click()
        assert card.stack.currentWidget() is card.drawn


def test_range_source_and_department_change_the_numbers(qtbot, filled):
    page = show(qtbot, filled)
    attendance = page.cards[ReportName.ATTENDANCE]
    assert len(attendance.report.rows) == 10
    choose(page, qtbot, page.range, 7)
    assert len(attendance.report.rows) == 7
    assert len(page.cards[ReportName.RECORDS].report.rows) == 7
    assert [page.department.itemText(n) for n in range(page.department.count())] == ["All departments", "CSE", "ME"]
    choose(page, qtbot, page.department, "ME")
    assert [row[0] for row in page.cards[ReportName.DEPARTMENTS].report.rows] == ["ME"]
    assert page.clear_button.isVisible()
    choose(page, qtbot, page.source, "ERP")
    assert page.query().department == "ME"
    qtbot.mouseClick(page.clear_button, LEFT)
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)
    assert len(page.cards[ReportName.DEPARTMENTS].report.rows) == 2
    assert page.query().days == 7


def test_a_subject_counts_the_marks_alone_again(qtbot, filled):
    page = show(qtbot, filled)
    marks, before = page.cards[ReportName.MARKS], page.cards[ReportName.ATTENDANCE].report
    assert sum(int(row[1]) for row in marks.report.rows) == 24
    choose(page, qtbot, page.subject, "CS1")
    assert sum(int(row[1]) for row in marks.report.rows) == 12
    assert page.cards[ReportName.ATTENDANCE].report is before
    assert [page.exam.itemText(n) for n in range(page.exam.count())] == ["All exams", "End"]
    looks = [row.detail for row in filled.hub.audit.latest(filled.actor) if row.use_case == "reports.view"]
    assert looks == ["the last 30 days, subject “CS1”", "the last 30 days"]


def test_a_plot_is_saved_as_a_picture_on_white_and_as_csv(qtbot, filled, tmp_path):
    page = show(qtbot, filled)
    card = page.cards[ReportName.DEPARTMENTS]
    picture, table = tmp_path / "d.png", tmp_path / "d.csv"
    card._form = "png"
    card.on_file_chosen(str(picture))
    qtbot.waitUntil(lambda: card.said.text() == f"Saved to {picture}.", timeout=20_000)
    image = QImage(str(picture))
    assert image.width() == 1920
    assert image.pixelColor(2, 2).name() == LIGHT.surface
    assert {LIGHT.attendance[0], LIGHT.text} <= colours(image)
    card._form = "csv"
    card.on_file_chosen(str(table))
    qtbot.waitUntil(lambda: card.said.text() == f"Saved to {table}.", timeout=20_000)
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    assert {row["Department"]: float(row["Present (%)"]) for row in rows} == {
        str(row[0]): round(float(row[1]) * 100, 2) for row in card.report.rows
    }
    card.on_file_chosen(str(tmp_path / "no" / "d.csv"))
    qtbot.waitUntil(lambda: "cannot be written" in card.said.text(), timeout=20_000)


def test_copy_puts_table_and_picture_into_the_clipboard(qtbot, filled):
    page = show(qtbot, filled)
    card = page.cards[ReportName.SUCCESS]
    qtbot.mouseClick(card.copy_button, LEFT)
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text().splitlines()[1].split("\t")[:3] == ["ERP", "66.67", "3"]
    assert copied.hasImage()


def test_nothing_yet_says_what_to_do_and_leads_there(qtbot, session):
    page = show(qtbot, session)
    for card in page.cards.values():
        assert card.stack.currentWidget() is card.empty
        assert card.words.text()
        assert not card.table_button.isEnabled()
        assert card.remedy.text() == "Go to Integrations"
    with qtbot.waitSignal(page.integrations_asked):
        qtbot.mouseClick(page.cards[ReportName.RECORDS].remedy, LEFT)


def test_a_filter_that_finds_nothing_offers_to_be_cleared(qtbot, filled):
    written = {"name": "Other", "baseUrl": "https://x.example", "endpoints": {"faculty": "/f"}}
    filled.hub.integrations.add(filled.actor, read_integration(written))
    page = show(qtbot, filled)
    choose(page, qtbot, page.source, "Other")
    card = page.cards[ReportName.ATTENDANCE]
    assert card.words.text() == "No attendance fits these filters."
    assert card.remedy.text() == "Clear filters"
    qtbot.mouseClick(card.remedy, LEFT)
    qtbot.waitUntil(lambda: settled(page) and bool(card.report.rows), timeout=20_000)


def test_new_data_is_told_and_counted_when_asked(qtbot, filled):
    page = show(qtbot, filled)
    page.on_event(IntegrationsChanged())
    assert page.status.text() == "New data came in since. Choose Refresh to count it."
    qtbot.mouseClick(page.refresh_button, LEFT)
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)


def test_counting_can_be_stopped_and_says_so(qtbot, filled, monkeypatch):
    page = ReportsPage(filled)
    qtbot.addWidget(page)
    look = filled.hub.reports.look

    def slow(*args, cancel, told, **others):
        told(Counting(ReportName.ATTENDANCE, 3, 30))
        assert cancel.wait(20)
        return look(*args, cancel=cancel, told=told, **others)

    monkeypatch.setattr(filled.hub.reports, "look", slow)
    page._patience.setInterval(0)
    page._stopping.setInterval(0)
    page.show()
    qtbot.waitUntil(lambda: page.stop_button.isVisible() and "day 3 of 30" in page.status.text(), timeout=20_000)
    qtbot.mouseClick(page.stop_button, LEFT)
    qtbot.waitUntil(lambda: "it was stopped" in page.cards[ReportName.ATTENDANCE].words.text(), timeout=20_000)
    assert not page.stop_button.isVisible()
    assert page.refresh_button.isEnabled()


def test_numbers_of_other_filters_are_not_shown_as_those_of_the_chosen_ones(qtbot, filled, monkeypatch):
    page = show(qtbot, filled)
    card, marks = page.cards[ReportName.ATTENDANCE], page.cards[ReportName.MARKS]
    look = filled.hub.reports.look
    going = threading.Event()

    def slow(*args, cancel, told, **others):
        going.set()
        assert cancel.wait(20)
        return look(*args, cancel=cancel, told=told, **others)

    monkeypatch.setattr(filled.hub.reports, "look", slow)
    page._patience.setInterval(0)
    page._stopping.setInterval(0)
    page.range.setCurrentIndex(page.range.findData(7))
    qtbot.waitUntil(page.stop_button.isVisible, timeout=20_000)
    qtbot.waitUntil(lambda: card.stack.currentWidget() is card.empty, timeout=20_000)
    assert card.words.text() == "Counting…"
    qtbot.mouseClick(page.stop_button, LEFT)
    qtbot.waitUntil(lambda: page._cancel is None, timeout=20_000)
    assert page.status.text() == "Counting was stopped. Choose Refresh to count."
    assert card.stack.currentWidget() is card.empty
    assert "it was stopped" in card.words.text()
    assert not card.remedy.isVisible()
    assert card.unit.text() == card.summary.text() == card.notes.text() == ""
    for button in (card.table_button, card.copy_button, card.save_button):
        assert "it was stopped" in button.toolTip()
        assert not button.isEnabled()

    def broken(*_args, **_others):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(filled.hub.reports, "look", broken)
    qtbot.mouseClick(page.refresh_button, LEFT)
    qtbot.waitUntil(lambda: page.problem.count() == 1, timeout=20_000)
    assert "something went wrong" in card.words.text()
    assert "stopped" not in page.status.text()

    monkeypatch.setattr(filled.hub.reports, "look", look)
    qtbot.mouseClick(page.refresh_button, LEFT)
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)
    assert card.stack.currentWidget() is card.drawn
    # A subject makes a difference to the marks alone.
    monkeypatch.setattr(filled.hub.reports, "look", broken)
    page.subject.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.problem.count() == 1, timeout=20_000)
    assert marks.stack.currentWidget() is marks.empty
    assert card.stack.currentWidget() is card.drawn


def test_new_data_is_not_forgotten_where_counting_it_failed(qtbot, filled, monkeypatch):
    page = show(qtbot, filled)
    page.on_event(IntegrationsChanged())

    def broken(*_args, **_others):
        raise StorageError("The disk is full.")

    monkeypatch.setattr(filled.hub.reports, "look", broken)
    qtbot.mouseClick(page.refresh_button, LEFT)
    qtbot.waitUntil(lambda: page.problem.count() == 1, timeout=20_000)
    assert "New data came in" in page.status.text()


def test_an_error_says_why_and_offers_to_try_again(qtbot, filled):
    page = show(qtbot, filled)
    filled.hub.integrations.add(
        filled.actor, read_integration({"name": "Gone", "baseUrl": "https://x.example", "endpoints": {"faculty": "/f"}})
    )
    page.source.addItem("Never", "Never")
    page.source.setCurrentIndex(page.source.findData("Never"))
    qtbot.waitUntil(lambda: page.problem.count() == 1, timeout=20_000)
    strip = page.problem.itemAt(0).widget()
    assert "There is no source called “Never”" in strip.sentence
    page.source.setCurrentIndex(0)
    qtbot.waitUntil(lambda: settled(page), timeout=20_000)
    assert page.problem.count() == 0


def test_a_viewer_sees_reports_but_no_few_students(qtbot, filled):
    viewer = replace(filled.actor, name="Vera", role=Role.VIEWER)
    page = show(qtbot, replace(filled, actor=viewer))
    assert len(page.cards[ReportName.DEPARTMENTS].report.rows) == 2
    assert page.cards[ReportName.MARKS].report.rows


def test_the_wheel_scrolls_the_page_over_a_plot(qtbot, filled):
    page = show(qtbot, filled)
    card: ReportCard = page.cards[ReportName.RECORDS]
    plot = card.place.itemAt(0).widget().plot
    before = plot.viewRange()
    point = plot.rect().center()
    wheel = QWheelEvent(
        point,
        plot.mapToGlobal(point),
        point,
        point * -1,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert wheel.type() is QEvent.Type.Wheel
    plot.wheelEvent(wheel)
    assert not wheel.isAccepted()
    assert plot.viewRange() == before


_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.application import Desk
from hub_desktop.ui.qt_application import make_application
from hub_desktop.ui.navigation import Page
app = make_application(["test"])
folder = DataFolder(Path(sys.argv[1])).prepare()
hub = Hub.open(folder, MemoryVault())
desk = Desk(app, hub, folder_identity=folder.identity(), listener_address="http://127.0.0.1:1")
assert desk.show()
for page in Page:
    if page is not Page.REPORTS:
        desk.window.show_page(page)
        app.processEvents()
print(sorted({"pyqtgraph", "numpy"} & set(sys.modules)))
desk.window.show_page(Page.REPORTS)
reports = desk.window.screens.at(Page.REPORTS)
while "hub_desktop.ui.report_plots" not in sys.modules or not reports.cards["marks"]._plots:
    app.processEvents()
print(sorted({"pyqtgraph", "numpy"} & set(sys.modules)))
desk.close()
hub.close()
"""


def test_a_window_without_reports_never_loads_what_draws_them(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-c", _WINDOW, str(tmp_path / "data")],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.stdout.splitlines() == ["[]", "['numpy', 'pyqtgraph']"]
