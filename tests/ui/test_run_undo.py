"""Undoing a run in Activity: the numbers before, what was done after, and nothing more to offer then."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.runs import Run
from hub_desktop.ui.log_page import LogPage
from hub_desktop.ui.session import Session
from hub_desktop.ui.undo_dialog import UndoDialog
from tests.ui.deciding import Decided, decided, students
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[Decided]:
    with opened(tmp_path) as session, decided(session) as made:
        yield made


@pytest.fixture
def changed(erp: Decided) -> Run:
    """A run that added one student, changed five and removed one."""
    erp.lists.rows["/students"] = [*students(5, "Usha"), *students(39)[5:], {"studentId": "S99", "name": "New"}]
    return erp.sync()


def activity(qtbot: QtBot, erp: Decided, run: Run, session: Session | None = None) -> LogPage:
    """Open Activity at a run and choose an entry of it."""
    page = LogPage(session or erp.session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    page.show_for(erp.number, run.run_id)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0, timeout=15_000)
    page.table.selectRow(0)
    qtbot.waitUntil(lambda: bool(page.undo.said.text()), timeout=15_000)
    return page


def asked(qtbot: QtBot, page: LogPage) -> UndoDialog:
    qtbot.mouseClick(page.undo.button, LEFT)
    dialog = page.undo.dialog
    assert dialog is not None
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return dialog


def test_a_run_is_undone_with_its_numbers_said_first(qtbot: QtBot, erp: Decided, changed: Run) -> None:
    page = activity(qtbot, erp, changed)
    assert page.undo.said.text() == "Takes back 1 added, 5 changed, 1 removed."
    dialog = asked(qtbot, page)
    assert dialog.what.text() == "Students: 1 added, 5 changed, 1 removed."
    assert "the next sync brings the same again" in dialog.after.text()
    assert not dialog.stays.isVisible()
    assert dialog.keep_button.isDefault()
    assert dialog.undo_button.text() == "&Undo 7 records"
    with qtbot.waitSignal(dialog.undone, timeout=15_000):
        qtbot.mouseClick(dialog.undo_button, LEFT)
    assert dialog.heading.text() == "The sync of ERP was taken back"
    assert dialog.what.text() == "Students: 1 taken out, 6 put back as before."
    assert not dialog.undo_button.isVisible()
    assert erp.names() == {f"S{n:02}": f"Asha {n}" for n in range(1, 41)}
    qtbot.mouseClick(dialog.keep_button, LEFT)
    page.on_event(IntegrationsChanged(erp.number))
    qtbot.waitUntil(lambda: page.undo.said.text().startswith("Nothing is left of run"), timeout=15_000)
    assert not page.undo.button.isEnabled()
    assert page.undo.button.toolTip() == page.undo.said.text()


def test_what_later_runs_changed_stays_and_is_named(qtbot: QtBot, erp: Decided, changed: Run) -> None:
    erp.lists.rows["/students"][0] = {"studentId": "S01", "name": "Meera"}
    erp.sync()
    page = activity(qtbot, erp, changed)
    dialog = asked(qtbot, page)
    assert dialog.what.text() == "Students: 1 added, 4 changed, 1 removed."
    assert dialog.stays.text() == "1 student was changed by later syncs and stays as it is:"
    with qtbot.waitSignal(dialog.undone, timeout=15_000):
        qtbot.mouseClick(dialog.undo_button, LEFT)
    assert dialog.later.words.rows() == [("Students", "Meera", "S01")]
    assert dialog.later.isVisible()
    assert erp.names()["S01"] == "Meera"
    assert erp.names()["S02"] == "Asha 2"
    dialog.reject()


def test_keeping_the_run_changes_nothing(qtbot: QtBot, erp: Decided, changed: Run) -> None:
    page = activity(qtbot, erp, changed)
    dialog = asked(qtbot, page)
    before = erp.names()
    qtbot.keyClick(dialog.keep_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert erp.names() == before


def test_a_run_without_records_offers_nothing(qtbot: QtBot, erp: Decided) -> None:
    page = activity(qtbot, erp, erp.sync())
    assert page.undo.said.text().startswith("Nothing is left of run")
    assert not page.undo.button.isEnabled()


def test_an_error_is_said_and_it_can_be_tried_again(qtbot: QtBot, erp: Decided, changed: Run, tmp_path: Path) -> None:
    from hub_desktop.store.folder import DataFolder

    page = activity(qtbot, erp, changed)
    dialog = asked(qtbot, page)
    with DataFolder(tmp_path).run_lock(erp.number):
        qtbot.mouseClick(dialog.undo_button, LEFT)
        qtbot.waitUntil(lambda: "is being synced already" in dialog.message.text(), timeout=15_000)
    assert dialog.undo_button.isEnabled()
    dialog.reject()


def test_it_staff_is_told_who_may(qtbot: QtBot, erp: Decided, changed: Run) -> None:
    staff = Session(erp.session.hub, Actor("Ravi", Role.IT_STAFF, Face.WINDOW), erp.session.calls, named=True)
    page = activity(qtbot, erp, changed, staff)
    assert not page.undo.button.isEnabled()
    assert "Your account may not do this" in page.undo.said.text()


def test_an_entry_of_no_run_offers_nothing(qtbot: QtBot, erp: Decided, changed: Run) -> None:
    page = activity(qtbot, erp, changed)
    assert page.undo.isVisible()
    page.undo.show_run(None)
    assert not page.undo.isVisible()
