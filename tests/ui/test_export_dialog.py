"""Writing out what is shown: format, notice, progress, stopping, and what the role may take along."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.hub.exports import ExportFormat
from hub_desktop.hub.records import RecordSearch
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.export_dialog import ExportDialog, ExportSubject
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        written = {"name": "ERP", "baseUrl": "https://erp.in", "endpoints": {"students": "/s"}}
        number = found.hub.integrations.add(found.actor, read_integration(written)).integration_id
        target = Target(number, "students", DATA_TYPES["students"], 1)
        empty = [None] * (len(target.data_type.fields) - 2)
        rows = [(f"S{n:06}", f"=Student {n}", *empty) for n in range(2_500)]
        RecordStore(found.hub._databases.records).write_page(target, rows, [], 1, Redactor())
        yield found


def show(qtbot: QtBot, session: Session, subject: ExportSubject) -> ExportDialog:
    dialog = ExportDialog(session, subject)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.mark.parametrize("form", list(ExportFormat))
def test_what_is_shown_is_written_in_the_chosen_format(
    qtbot: QtBot, session: Session, tmp_path: Path, form: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = show(qtbot, session, ExportSubject(RecordSearch("students", text="Student 24"), "ERP"))
    assert "personal data" in dialog.notice.text()
    assert not unnamed_controls(dialog)
    dialog.forms[form].click()
    file = tmp_path / f"students.{form}"
    with qtbot.waitSignal(dialog.exported, timeout=15_000):
        dialog.on_file_chosen(str(file))
        assert dialog.export_button.text() == "&Stop"
        assert not dialog.forms[form].isEnabled()
    assert "111 records written to" in dialog.said.text()
    assert file.stat().st_size > 100
    if form is ExportFormat.CSV:
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        with file.open(encoding="utf-8-sig", newline="") as opened_file:
            assert next(csv.DictReader(opened_file))["name"].startswith("'=Student")
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    qtbot.mouseClick(dialog.folder_button, LEFT)
    assert shown == [str(tmp_path)]


def test_a_file_that_cannot_be_written_is_named_and_all_can_be_tried_again(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog = show(qtbot, session, ExportSubject(RecordSearch("students")))
    dialog.on_file_chosen(str(tmp_path / "no" / "students.csv"))
    qtbot.waitUntil(lambda: "cannot be written" in dialog.said.text(), timeout=15_000)
    assert dialog.export_button.text() == "&Export…"
    assert dialog.forms[ExportFormat.CSV].isEnabled()


def test_an_export_is_stopped_by_its_button(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    dialog = show(qtbot, session, ExportSubject(RecordSearch("students")))
    file = tmp_path / "students.csv"
    dialog.on_file_chosen(str(file))
    qtbot.mouseClick(dialog.export_button, LEFT)
    qtbot.waitUntil(lambda: dialog.export_button.text() == "&Export…", timeout=15_000)
    # It may have been done before it heard of it; then it says so.
    assert ("stopped" in dialog.said.text()) is not file.exists()


def test_the_button_of_the_data_page_takes_the_filters_along(qtbot: QtBot, session: Session) -> None:
    page = DataPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitUntil(lambda: page.model.total == 2_500, timeout=15_000)
    page.search.setText("Student 24")
    qtbot.waitUntil(lambda: page.model.total == 111, timeout=15_000)
    page.source.setCurrentIndex(1)
    qtbot.mouseClick(page.export_button, LEFT)
    (dialog,) = page.findChildren(ExportDialog)
    assert dialog._what() == "Students with “Student 24” from ERP"
    assert dialog._subject.search.text == "Student 24"
    qtbot.mouseClick(dialog.export_button, LEFT)
    (chooser,) = dialog.findChildren(QFileDialog)
    assert chooser.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    dialog.reject()


def test_a_viewer_is_told_what_is_left_out(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    viewer = Session(session.hub, Actor("V", Role.VIEWER, Face.WINDOW), session.calls)
    dialog = show(qtbot, viewer, ExportSubject(RecordSearch("students")))
    assert "left out for your role" in dialog.notice.text()
    file = tmp_path / "students.csv"
    with qtbot.waitSignal(dialog.exported, timeout=15_000):
        dialog.on_file_chosen(str(file))
    assert "Student" not in file.read_text("utf-8-sig")
