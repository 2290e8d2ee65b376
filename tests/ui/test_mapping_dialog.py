"""The mapping editor: suggestions, real rows, undo, and what may be saved."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import TransientError
from hub_desktop.core.transformations import LIBRARY
from hub_desktop.hub.samples import Sample
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.mapping_table import KNOWN, SOURCE, STEPS
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.palette import current
from tests.accessibility import unnamed_controls
from tests.fakes.http_server import HttpServer, as_json
from tests.ui.opened import opened

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
STUDENTS = DATA_TYPES["students"]
RECORDS = tuple(
    {
        "stud": {"regNo": f" cs{n} " if n != 3 else ""},
        "fullName": "Asha Rao",
        "eMailAddr1": f"s{n}@college.in",
        "birth_dt": f"{13 + n}/01/2004" if n != 4 else "soon",
    }
    for n in range(10)
)
SAMPLE = Sample(RECORDS)
ID, NAME, EMAIL, BORN = (STUDENTS.field_names.index(n) for n in ("student_id", "name", "email", "date_of_birth"))


class Rows:
    """Gives the sample that a test wants, at once."""

    session = None

    def __init__(self, answer: Any = SAMPLE) -> None:
        self.answer = answer
        self.cancel: threading.Event | None = None

    def refusal(self) -> str:
        return ""

    def ask(self, _endpoint, cancel, done, failed, _owner) -> None:
        self.cancel = cancel
        if isinstance(self.answer, Sample):
            done(self.answer)
        elif self.answer is not None:
            failed(self.answer)

    def work(self, work, done, _owner) -> None:
        done(work())


@pytest.fixture
def show(qtbot: QtBot):
    def make(*mappings: dict[str, Any], rows: Rows | None = None) -> MappingDialog:
        dialog = MappingDialog(STUDENTS, mappings, endpoint="students", sampler=rows or Rows())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def known(dialog: MappingDialog, place: int) -> str:
    return dialog.table.item(place, KNOWN).text()


def settle(qtbot: QtBot, dialog: MappingDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._pause.isActive(), timeout=5_000)


def test_required_fields_are_counted_until_they_are_mapped(qtbot, show):
    dialog = show()
    assert "1 required field" in dialog.counter.text()
    qtbot.mouseClick(dialog.sample_button, LEFT)
    assert dialog.counter.text().startswith("1 required field")
    assert "Student ID" in dialog.counter.text()
    dialog.table.item(ID, SOURCE).setText("stud.regNo")
    settle(qtbot, dialog)
    assert "1 of 10 rows would be refused" in dialog.counter.text()
    assert known(dialog, NAME) == "By its name: fullName"


def test_suggestions_wait_to_be_accepted_and_can_be_taken_back(qtbot, show):
    dialog = show()
    qtbot.mouseClick(dialog.sample_button, LEFT)
    assert known(dialog, EMAIL) == "Suggested: eMailAddr1"
    assert dialog.mappings() == ()
    dialog.table.setCurrentCell(EMAIL, SOURCE)
    assert "of 100" in dialog.reason.text()
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert dialog.mappings() == ({"from": "eMailAddr1", "to": "email"},)
    settle(qtbot, dialog)
    qtbot.mouseClick(dialog.all_button, LEFT)
    written = {one["to"]: one for one in dialog.mappings()}
    assert written["date_of_birth"] == {
        "from": "birth_dt",
        "to": "date_of_birth",
        "transformations": [{"date": "%d/%m/%Y"}],
    }
    assert written["student_id"]["from"] == "stud.regNo"
    qtbot.mouseClick(dialog.undo_button, LEFT)
    qtbot.mouseClick(dialog.undo_button, LEFT)
    assert dialog.mappings() == ()
    qtbot.mouseClick(dialog.redo_button, LEFT)
    assert dialog.mappings() == ({"from": "eMailAddr1", "to": "email"},)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.mappings() == ()


def test_the_buttons_say_what_they_would_undo_and_where_it_was_is_shown(qtbot, show):
    dialog = show({"from": "code", "to": "student_id"})
    assert dialog.undo_button.text() == "&Undo"
    assert dialog.undo_button.toolTip() == "There is nothing to undo."
    assert not dialog.undo_button.isEnabled()
    dialog.table.setCurrentCell(NAME, SOURCE)
    dialog.table.editItem(dialog.table.item(NAME, SOURCE))
    line = dialog.table.findChild(QLineEdit)
    qtbot.keyClicks(line, "fullName")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.undo_button.text() == "&Undo: upstream field of Name")
    assert dialog.undo_button.accessibleName() == "Undo: upstream field of Name"
    dialog.table.setCurrentCell(ID, SOURCE)
    dialog.editor.choice.setCurrentIndex(dialog.editor.choice.findData("trim"))
    qtbot.mouseClick(dialog.editor.add_button, LEFT)
    assert dialog.undo_button.text() == "&Undo: transformations of Student ID"
    dialog.table.setCurrentCell(BORN, SOURCE)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert dialog.table.currentRow() == ID
    assert dialog.editor.steps() == ()
    assert dialog.redo_button.text() == "Re&do: transformations of Student ID"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert dialog.mappings() == ({"from": "code", "to": "student_id"},), "typing a name is one step"
    assert dialog.table.currentRow() == NAME
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    assert not dialog.undo_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.table.item(NAME, SOURCE).text() == "fullName"
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.editor.steps() == ("trim",)
    assert dialog.redo_button.toolTip() == "There is nothing to redo."


def test_all_suggestions_are_one_step_that_says_how_many(qtbot, show):
    dialog = show()
    qtbot.mouseClick(dialog.sample_button, LEFT)
    qtbot.mouseClick(dialog.all_button, LEFT)
    assert dialog.undo_button.text() == f"&Undo: {len(dialog.mappings())} fields"
    dialog.undo_button.setFocus()
    qtbot.keyClick(dialog.undo_button, Qt.Key.Key_Space)
    assert dialog.mappings() == ()
    assert dialog.focusWidget() is not dialog.undo_button, "the keyboard does not stay where nothing can be done"


def test_rows_show_what_changed_and_why_a_cell_is_bad(qtbot, show):
    dialog = show(
        {"from": "stud.regNo", "to": "student_id", "transformations": ["trim", "upper"]},
        {"from": "birth_dt", "to": "date_of_birth", "transformations": [{"date": "%d/%m/%Y"}]},
    )
    qtbot.mouseClick(dialog.sample_button, LEFT)
    rows = dialog.rows.rows
    number, born = rows.column_of(ID), rows.column_of(BORN)
    assert rows.data(rows.index(0, number)).replace(" ", "") == "cs0→CS0"
    assert rows.data(rows.index(0, number), Qt.ItemDataRole.BackgroundRole) == QColor(current().info_fill)
    assert rows.data(rows.index(4, born)) == "✕ soon"
    assert rows.data(rows.index(4, born), Qt.ItemDataRole.BackgroundRole) == QColor(current().warning_fill)
    assert rows.data(rows.index(3, number), Qt.ItemDataRole.BackgroundRole) == QColor(current().error_fill)
    assert rows.headerData(3, Qt.Orientation.Vertical) == "4 ✕"
    dialog.rows.setCurrentIndex(rows.index(4, born))
    assert dialog.cell_note.text() == "“soon” is not a date written as %d/%m/%Y. The value would be left out."
    dialog.rows.setCurrentIndex(rows.index(3, number))
    assert dialog.cell_note.text() == "Student ID is missing. The record would be refused."


def test_what_is_doubtful_can_be_saved_and_what_is_wrong_cannot(qtbot, show):
    dialog = show()
    qtbot.mouseClick(dialog.sample_button, LEFT)
    dialog.table.setCurrentCell(EMAIL, SOURCE)
    editor = dialog.editor
    editor.choice.setCurrentIndex(editor.choice.findData("lower"))
    qtbot.mouseClick(editor.add_button, LEFT)
    dialog.accept()
    assert dialog.isVisible()
    assert "Name the upstream field that becomes Email" in dialog.problem.text()
    assert known(dialog, EMAIL).startswith("Wrong: ")
    dialog.table.item(EMAIL, SOURCE).setText("no.such.field")
    with qtbot.waitSignal(dialog.mapped) as saved:
        dialog.accept()
    assert saved.args == [({"from": "no.such.field", "to": "email", "transformations": ["lower"]},)]


def test_transformations_are_added_changed_moved_and_removed(qtbot, show):
    dialog = show({"from": "a", "to": "student_id", "transformations": ["trim"]})
    editor = dialog.editor
    editor.choice.setCurrentIndex(editor.choice.findData("replace"))
    assert "For example" in editor.example.text()
    qtbot.mouseClick(editor.add_button, LEFT)
    assert "“find”" in editor.problem.text()
    editor.parameter("find").control.setText(" ")
    qtbot.mouseClick(editor.add_button, LEFT)
    assert editor.steps() == ("trim", {"replace": " "})
    editor.parameter("with").control.setText("-")
    qtbot.mouseClick(editor.change_button, LEFT)
    assert editor.steps() == ("trim", {"replace": {"find": " ", "with": "-"}})
    qtbot.mouseClick(editor.up_button, LEFT)
    assert editor.steps() == ({"replace": {"find": " ", "with": "-"}}, "trim")
    qtbot.mouseClick(editor.down_button, LEFT)
    qtbot.mouseClick(editor.remove_button, LEFT)
    assert dialog.mappings() == ({"from": "a", "to": "student_id", "transformations": ["trim"]},)
    assert dialog.table.item(ID, STEPS).text() == "Trim"


def test_a_transformation_of_a_field_found_by_its_name_says_so(qtbot, show):
    dialog = show(rows=Rows(Sample(({"studentId": "s1", "name": "Asha"},))))
    editor = dialog.editor
    editor.choice.setCurrentIndex(editor.choice.findData("upper"))
    qtbot.mouseClick(editor.add_button, LEFT)
    assert "Name the upstream field" in dialog.counter.text(), "without real rows nobody knows it yet"
    qtbot.mouseClick(dialog.undo_button, LEFT)
    qtbot.mouseClick(dialog.sample_button, LEFT)
    qtbot.mouseClick(editor.add_button, LEFT)
    assert dialog.mappings() == ({"from": "studentId", "to": "student_id", "transformations": ["upper"]},)
    qtbot.mouseClick(dialog.undo_button, LEFT)
    assert dialog.mappings() == ()


@pytest.mark.parametrize("name", LIBRARY)
def test_every_transformation_can_be_entered_as_its_examples_are_written(show, name):
    dialog = show()
    editor, one = dialog.editor, LIBRARY[name]
    for example in one.examples:
        step = one.write(one.read(example.parameter))
        editor.show_steps("A field", (step,))
        editor.list.setCurrentRow(-1)
        editor.list.setCurrentRow(0)
        editor.on_change_asked()
        assert editor.problem.text() == ""
        assert editor.steps() == (step,)


def test_rows_that_cannot_be_had_say_why(qtbot, show):
    dialog = show(rows=Rows(TransientError("The system did not answer. Try again later.")))
    qtbot.mouseClick(dialog.sample_button, LEFT)
    assert dialog.waiting.notice.isVisible()
    assert dialog.waiting.notice.sentence.text() == "The system did not answer. Try again later."
    empty = show(rows=Rows(Sample(())))
    qtbot.mouseClick(empty.sample_button, LEFT)
    assert "without any record" in empty.state.text()


def test_fetching_stops_when_a_person_stops_it_or_closes(qtbot, show):
    for end in (lambda d: qtbot.mouseClick(d.sample_button, LEFT), lambda d: d.reject()):
        rows = Rows(answer=None)
        dialog = show(rows=rows)
        qtbot.mouseClick(dialog.sample_button, LEFT)
        assert not rows.cancel.is_set()
        end(dialog)
        assert rows.cancel.is_set()


def test_every_control_has_a_name(show):
    dialog = show()
    dialog.editor.choice.setCurrentIndex(dialog.editor.choice.findData("date"))
    assert unnamed_controls(dialog) == []


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def test_rows_come_from_the_endpoint_as_the_form_has_it(qtbot, session):
    with HttpServer(lambda _: as_json(list(RECORDS))) as server:
        form = IntegrationForm(session)
        qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
        form.show()
        row = form.endpoints.row_of("students")
        row.tick.setChecked(True)
        row.mapping_button.click()
        dialog = form.findChild(MappingDialog)
        qtbot.mouseClick(dialog.sample_button, LEFT)
        assert "Give the integration a name" in dialog.waiting.notice.sentence.text()
        form.name.setText("ERP")
        form.base_url.setText(server.url)
        kinds = form.credentials.fields()["authType"].control
        kinds.setCurrentIndex(kinds.findData("none"))
        row.path.setText("/s")
        qtbot.mouseClick(dialog.sample_button, LEFT)
        qtbot.waitUntil(lambda: dialog.rows.rows.rowCount() == len(RECORDS), timeout=15_000)
        assert known(dialog, EMAIL) == "Suggested: eMailAddr1"
        dialog.reject()
