"""Reviewing what was held: looking, searching, and deciding by a click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.ui.hold_review import HoldReview
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.deciding import Decided, decided, students
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def erp(tmp_path: Path) -> Iterator[Decided]:
    with opened(tmp_path) as session, decided(session) as made:
        yield made


@pytest.fixture
def review(qtbot: QtBot, erp: Decided):
    def open_it(session: Session | None = None) -> HoldReview:
        dialog = HoldReview(session or erp.session, erp.number, "ERP")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.said.isVisible() or "any more" in dialog.said.text(), timeout=15_000)
        for panel in dialog.panels:
            qtbot.waitUntil(lambda panel=panel: "record" in panel.found.text() and panel.table.words.rowCount() > 0)
        return dialog

    return open_it


def test_removals_are_shown_by_name_searched_and_kept(qtbot: QtBot, erp: Decided, review) -> None:
    del erp.lists.rows["/students"][:20]
    erp.sync()
    dialog = review()
    (panel,) = dialog.panels
    assert panel.sentence.text().startswith("20 of 40 students from ERP would disappear.")
    assert (panel.keep.text(), panel.take.text()) == ("&Keep the old 20", "&Remove 20 students")
    assert panel.keep.hasFocus()
    assert panel.keep.isDefault()
    assert panel.table.words.rows()[0] == ("disappear", "Asha 1", "S01", "Phone: 9800000001")
    assert "20 would be removed" in panel.tally.text()
    qtbot.keyClicks(panel.search, "asha 17")
    qtbot.waitUntil(lambda: panel.found.text() == "1 record", timeout=15_000)
    assert [row[1] for row in panel.table.words.rows()] == ["Asha 17"]
    qtbot.keyClicks(panel.search, "x")
    qtbot.waitUntil(lambda: panel.found.text() == "No record holds these words.", timeout=15_000)
    with qtbot.waitSignal(dialog.told, timeout=15_000) as told:
        qtbot.mouseClick(panel.keep, LEFT)
    assert told.args[1] == "Kept: 20 students from ERP. The same removals are not asked about again."
    assert not dialog.isVisible()
    assert len(erp.names()) == 40
    assert erp.session.hub.decisions.waiting(erp.session.actor) == []


def test_removing_removes_and_says_how_to_undo_it(qtbot: QtBot, erp: Decided, review) -> None:
    del erp.lists.rows["/students"][:20]
    erp.sync()
    dialog = review()
    with qtbot.waitSignal(dialog.told, timeout=15_000) as told:
        qtbot.mouseClick(dialog.panels[0].take, LEFT)
    assert told.args[1] == "Removed: 20 students from ERP. In Activity, at this run, it can be undone."
    assert len(erp.names()) == 20


def test_changes_are_shown_field_by_field_and_taken_over(qtbot: QtBot, erp: Decided, review) -> None:
    erp.lists.rows["/students"] = [*students(39, "Usha"), {"studentId": "S99", "name": "New", "phone": "12345"}]
    erp.sync()
    dialog = review()
    (panel,) = dialog.panels
    rows = {row[2]: row for row in panel.table.words.rows()}
    assert rows["S01"] == ("change", "Asha 1", "S01", "Name: Asha 1 → Usha 1")
    assert rows["S99"] == ("be new", "New", "S99", "Phone: 12345")
    assert panel.tally.text().startswith("39 would change, 1 would be new, 40 students known until now")
    assert (panel.keep.text(), panel.take.text()) == ("&Keep the old 39", "&Take over 40 changes")
    assert unnamed_controls(dialog) == []
    qtbot.mouseClick(panel.take, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    assert erp.names()["S01"] == "Usha 1"


def test_several_holds_of_one_run_are_decided_one_by_one(qtbot: QtBot, erp: Decided, review) -> None:
    del erp.lists.rows["/students"][:20]
    del erp.lists.rows["/faculty"][:10]
    erp.sync()
    dialog = review()
    titles = {dialog.tabs.tabText(place) for place in range(dialog.tabs.count())}
    assert titles == {"Students: 20", "Faculty: 10"}
    dialog.tabs.setCurrentIndex([p.view.hold.data_type for p in dialog.panels].index("faculty"))
    teachers = next(panel for panel in dialog.panels if panel.view.hold.data_type == "faculty")
    qtbot.mouseClick(teachers.take, LEFT)
    qtbot.waitUntil(lambda: len(dialog.panels) == 1, timeout=15_000)
    assert dialog.isVisible()
    assert dialog.note.text().startswith("Removed: 10 faculty from ERP.")
    assert (len(erp.names("faculty")), len(erp.names())) == (10, 40)
    qtbot.mouseClick(dialog.panels[0].keep, LEFT)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=15_000)
    assert (len(erp.names("faculty")), len(erp.names())) == (10, 40)


def test_who_may_only_look_is_told_so(qtbot: QtBot, erp: Decided, review) -> None:
    del erp.lists.rows["/students"][:20]
    erp.sync()
    staff = Session(erp.session.hub, Actor("Ravi", Role.IT_STAFF, Face.WINDOW), erp.session.calls, named=True)
    dialog = review(staff)
    (panel,) = dialog.panels
    assert not panel.keep.isEnabled()
    assert not panel.take.isEnabled()
    assert "Your account may not do this" in panel.message.text()
    assert panel.table.words.rowCount() == 20


def test_what_was_settled_meanwhile_is_said(erp: Decided, review) -> None:
    dialog = review()
    assert "Nothing waits for a decision any more." in dialog.said.text()


def test_a_decision_during_a_sync_can_be_tried_again(qtbot: QtBot, erp: Decided, review, tmp_path: Path) -> None:
    from hub_desktop.store.folder import DataFolder

    del erp.lists.rows["/students"][:20]
    erp.sync()
    dialog = review()
    (panel,) = dialog.panels
    with DataFolder(tmp_path).run_lock(erp.number):
        qtbot.mouseClick(panel.take, LEFT)
        qtbot.waitUntil(lambda: "is being synced already" in panel.message.text(), timeout=15_000)
    assert panel.take.isEnabled()
    assert len(erp.names()) == 40
