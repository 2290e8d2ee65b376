"""Previewing a sync: progress that can be cancelled, what it would do in words, and nothing written."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.runs import Counts
from hub_desktop.core.validation import Refused
from hub_desktop.store.previewing import Examples, FieldChange, RecordChange
from hub_desktop.ui.preview_dialog import PreviewDialog
from hub_desktop.ui.preview_tables import PreviewTables
from hub_desktop.ui.remedies import Action
from hub_desktop.ui.session import Session
from tests.fakes.http_server import Asked, Reply
from tests.ui.deciding import Decided, Lists, decided, students
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[Decided]:
    with opened(tmp_path) as session, decided(session) as made:
        yield made


@pytest.fixture
def open_preview(qtbot: QtBot, erp: Decided):
    def open_it(session: Session | None = None, *, wait: bool = True) -> PreviewDialog:
        dialog = PreviewDialog(session or erp.session, erp.number, "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        if wait:
            qtbot.waitUntil(dialog.again_button.isVisible, timeout=15_000)
        return dialog

    return open_it


def lines(dialog: PreviewDialog) -> list[str]:
    return [dialog.endpoints.item(row).text() for row in range(dialog.endpoints.count())]


def titles(dialog: PreviewDialog) -> list[str]:
    return [dialog.tables.tabs.tabText(place) for place in range(dialog.tables.tabs.count())]


def test_what_a_sync_would_do_is_shown_and_nothing_is_written(qtbot: QtBot, erp: Decided, open_preview) -> None:
    rows = erp.lists.rows["/students"]
    rows[0] = {"studentId": "S01", "name": "Usha", "phone": "9800000001"}
    rows[39] = {"studentId": "S99", "name": "New", "phone": "12345"}
    before = erp.names()
    dialog = open_preview()
    assert dialog.sentence.text() == "A sync now would do this:"
    assert lines(dialog) == [
        "Students: would add 1, change 1, remove 1, refuse 0; 38 stay as they are",
        "Faculty: would add 0, change 0, remove 0, refuse 0; 20 stay as they are",
    ]
    assert titles(dialog) == ["Added (1)", "Changed (1)", "Removed (1)", "Refused (0)"]
    assert dialog.tables.added.words.rows() == [("New", "S99", "Phone: 12345")]
    assert dialog.tables.changed.words.rows() == [("Asha 1", "S01", "Name", "Asha 1", "Usha")]
    assert dialog.tables.removed.words.rows() == [("Asha 40", "S40")]
    qtbot.mouseClick(dialog.tables.tabs, LEFT, pos=dialog.tables.tabs.tabRect(2).center())
    assert dialog.tables.removed.isVisible()
    dialog.endpoints.setCurrentRow(1)
    assert titles(dialog) == ["Added (0)", "Changed (0)", "Removed (0)", "Refused (0)"]
    assert "Nothing was written." in dialog.nothing.text()
    assert erp.names() == before
    assert len(erp.session.hub.syncs.history(erp.session.actor, erp.number)) == 1
    with qtbot.waitSignal(dialog.action_asked) as asked:
        qtbot.mouseClick(dialog.sync_button, LEFT)
    assert asked.args == [erp.number, Action.SYNC]
    assert not dialog.isVisible()


def test_what_is_up_to_date_is_said_so(open_preview) -> None:
    dialog = open_preview()
    assert dialog.sentence.text() == "A sync now would change nothing: everything is up to date."


def test_what_would_be_held_is_said_first(erp: Decided, open_preview) -> None:
    del erp.lists.rows["/faculty"][:10]
    dialog = open_preview()
    assert dialog.sentence.text() == "A sync now would be held for your decision."
    assert dialog.held.text().startswith("10 of 20 faculty from ERP would disappear.")
    assert lines(dialog)[1] == (
        "Faculty: 10 removals would wait for your decision; would add 0, change 0, refuse 0; 10 stay as they are"
    )
    assert dialog.endpoints.currentRow() == 1
    assert titles(dialog)[2] == "Removed (10)"
    assert dialog.tables.removed.words.rows()[0] == ("Ravi 1", "F01")
    assert erp.session.hub.decisions.waiting(erp.session.actor) == []


def test_held_changes_are_shown_although_nothing_would_be_written(erp: Decided, open_preview) -> None:
    erp.lists.rows["/students"] = students(40, "Usha")
    dialog = open_preview()
    assert lines(dialog)[0] == "Students: 40 changes would wait for your decision, 0 would be refused"
    assert titles(dialog)[1] == "Changed (40)"
    assert dialog.tables.changed.isVisible()
    assert dialog.tables.changed.words.rows()[0] == ("Asha 1", "S01", "Name", "Asha 1", "Usha 1")


def test_refused_records_come_with_their_reasons(erp: Decided, open_preview) -> None:
    erp.lists.rows["/students"].append({"name": "No key"})
    dialog = open_preview()
    assert lines(dialog)[0].startswith("Students: would add 0, change 0, remove 0, refuse 1")
    ((why, raw),) = dialog.tables.refused.words.rows()
    assert why == "Student ID is missing."
    assert '"No key"' in raw


def test_a_preview_can_be_cancelled(qtbot: QtBot, erp: Decided, open_preview, monkeypatch: pytest.MonkeyPatch) -> None:
    first, going_on = threading.Event(), threading.Event()
    original = Lists.__call__

    def slowly(self: Lists, asked: Asked) -> Reply:
        if first.is_set():
            going_on.wait(10)
        first.set()
        return original(self, asked)

    monkeypatch.setattr(Lists, "__call__", slowly)
    dialog = open_preview(wait=False)
    qtbot.waitUntil(lambda: "records read" in dialog.sentence.text(), timeout=15_000)
    assert dialog.bar.isVisible()
    assert dialog.close_button.text() == "Cancel"
    qtbot.mouseClick(dialog.close_button, LEFT)
    going_on.set()
    qtbot.waitUntil(lambda: dialog.sentence.text() == "The preview was cancelled.", timeout=15_000)
    assert dialog.close_button.text() == "Close"
    assert len(erp.session.hub.syncs.history(erp.session.actor, erp.number)) == 1


def test_an_integration_that_is_being_synced_says_so(erp: Decided, open_preview, tmp_path: Path) -> None:
    from hub_desktop.store.folder import DataFolder

    with DataFolder(tmp_path).run_lock(erp.number):
        dialog = open_preview()
    assert "is being synced already" in dialog.held.text()
    assert not dialog.endpoints.isVisible()


def test_who_may_not_preview_is_told_so(erp: Decided, open_preview) -> None:
    viewer = Session(erp.session.hub, Actor("V", Role.VIEWER, Face.WINDOW), erp.session.calls, named=True)
    dialog = open_preview(viewer)
    assert "Your account may not do this" in dialog.held.text()
    assert not dialog.sync_button.isEnabled()


def test_hidden_values_are_said_to_be_hidden(qtbot: QtBot) -> None:
    tables = PreviewTables()
    qtbot.addWidget(tables)
    examples = Examples(
        changed=[RecordChange((None,), (FieldChange("name", None, None), FieldChange("program", None, "BSc")))],
        refused=[Refused(None, ("Your account may not see why.",))],
    )
    tables.show_examples(STUDENTS, Counts(changed=1, quarantined=1), examples)
    hidden = "hidden for your account"
    assert [row[2:] for row in tables.changed.words.rows()] == [("Name", hidden, hidden), ("Program", "nothing", "BSc")]
    assert tables.refused.words.rows() == [("Your account may not see why.", "")]
