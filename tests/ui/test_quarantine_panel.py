"""Refused records by cause, and fields that changed: what is shown, and what each button does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from hub_desktop.core.actor import Role
from hub_desktop.core.datatypes import ATTENDANCE
from hub_desktop.core.drift import Change, Drift, Memory
from hub_desktop.core.events import RunFinished, RunStarted
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import RecordChecker
from hub_desktop.hub.quarantine import WhichRefused
from hub_desktop.store.records import Target
from hub_desktop.ui.data_page import DataPage
from hub_desktop.ui.drift_dialog import DriftDialog
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.quarantine_panel import readable, shown
from hub_desktop.ui.remedies import Action, Offer, offer
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton
SAID = {"path": "/a", "mappings": [{"from": "date", "to": "date", "transformations": [{"date": "%d/%m/%Y"}]}]}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


def written(attendance: Any) -> dict[str, Any]:
    return {
        "name": "Biometric",
        "baseUrl": "https://b.example.edu",
        "apiKey": "t0ken-of-it",
        "endpoints": {"attendance": attendance},
    }


@pytest.fixture
def number(session: Session) -> int:
    """A system with three records refused for their dates, and one for its student."""
    hub = session.hub
    number = hub.integrations.add(session.actor, read_integration(written("/a"))).integration_id
    checker = RecordChecker("attendance", hub.integrations.get(session.actor, number).config.endpoints["attendance"])
    dates = ("31/01/2026", "01/02/2026", "02/02/2026")
    rows = [{"studentId": f"S{n}", "date": date, "attendance": "P"} for n, date in enumerate(dates)]
    rows.append({"studentId": "S\ud800", "date": "2026-01-31", "attendance": "P"})
    refused = checker.check(rows).refused
    assert len(refused) == 4
    hub.records._records.write_page(Target(number, "attendance", ATTENDANCE, 1), [], refused, 1, Redactor())
    hub.integrations.edit(session.actor, number, read_integration(written(SAID)))
    return number


def show(qtbot, session: Session) -> DataPage:
    page = DataPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    page.show_refused()
    qtbot.waitUntil(lambda: len(page.quarantine.group_model.rows()) == 2, timeout=15_000)
    qtbot.waitUntil(lambda: page.quarantine.model.rowCount() == 3, timeout=15_000)
    return page


def test_causes_are_shown_with_their_counts_and_the_records_of_the_chosen_one(qtbot, session, number):
    page = show(qtbot, session)
    panel = page.quarantine
    assert page.tabs.tabText(1) == "Refused (4)"
    cells = [[panel.group_model.data(panel.group_model.index(row, c)) for c in range(4)] for row in range(2)]
    assert cells[0] == [
        "3",
        "Date: is “…” day first or month first? Choose the date format in the mapping of this field.",
        "Biometric",
        "Attendance",
    ]
    assert panel.replay_button.text() == "&Replay 3 records"
    assert panel.discard_button.text() == "&Discard 3 records…"
    panel.groups.selectRow(1)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=15_000)
    assert panel.replay_button.text() == "&Replay 1 record"
    panel.table.selectRow(0)
    assert "half of a character" in panel.raw.toPlainText()
    assert "S\\ud800" in panel.raw.toPlainText()
    assert unnamed_controls(page) == []


def test_a_replay_stores_what_passes_and_the_list_follows(qtbot, session, number):
    page = show(qtbot, session)
    panel = page.quarantine
    with qtbot.waitSignal(panel.told, timeout=15_000) as told:
        qtbot.mouseClick(panel.replay_button, LEFT)
        assert not panel.replay_button.isEnabled()
    assert told.args == ["info", "3 records stored.", ""]
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Refused (1)", timeout=15_000)
    assert len(panel.group_model.rows()) == 1
    assert session.hub.records.find(session.actor, "attendance").total == 3
    with qtbot.waitSignal(panel.told, timeout=15_000) as told:
        qtbot.mouseClick(panel.replay_button, LEFT)
    assert told.args[1] == "0 records stored, 1 still refused."


def test_discarding_asks_first_and_takes_only_what_was_asked_about(qtbot, session, number):
    page = show(qtbot, session)
    panel = page.quarantine
    qtbot.mouseClick(panel.discard_button, LEFT)
    assert panel.question.yes.text() == "Discard 3 records"
    assert not panel.question.yes.isDefault()
    panel.question.reject()
    assert len(session.hub.quarantine.find(session.actor, WhichRefused())) == 4
    qtbot.mouseClick(panel.discard_button, LEFT)
    with qtbot.waitSignal(panel.told, timeout=15_000) as told:
        panel.question.accept()
    assert told.args[1] == "3 refused records discarded."
    qtbot.waitUntil(lambda: page.tabs.tabText(1) == "Refused (1)", timeout=15_000)
    (left,) = session.hub.quarantine.find(session.actor, WhichRefused())
    assert "half of a character" in left.record.reasons[0]


def test_the_mapping_behind_a_cause_is_opened(qtbot, session, number):
    page = show(qtbot, session)
    panel = page.quarantine
    with qtbot.waitSignal(panel.mapping_asked) as asked:
        qtbot.mouseClick(panel.mapping_button, LEFT)
    assert asked.args == [number, "attendance"]


def test_it_staff_may_replay_and_are_told_why_they_may_not_discard(qtbot, session, number):
    staff = replace(session, actor=replace(session.actor, role=Role.IT_STAFF))
    page = show(qtbot, staff)
    panel = page.quarantine
    assert panel.replay_button.isEnabled()
    for button in (panel.discard_button, panel.mapping_button):
        assert not button.isEnabled()
        assert "Principal or Administrator" in button.toolTip()


def test_no_tab_is_cut_off_and_what_cannot_be_used_says_why(qtbot, session, number):
    page = show(qtbot, session)
    assert page.tabs.width() >= page.tabs.sizeHint().width()
    for tab in range(page.tabs.count()):
        assert page.tabs.rect().contains(page.tabs.tabRect(tab))
    for control in (page.data_type, page.search):
        assert not control.isEnabled()
        assert control.toolTip()
    assert not page.columns_button.isVisible()


def test_nothing_is_checked_again_while_its_system_is_synced(qtbot, session, number):
    page = show(qtbot, session)
    panel = page.quarantine
    run = Run(1, number, "Biometric", Trigger.MANUAL, RunStatus.RUNNING, utc_now())
    page.on_event(RunStarted(run))
    assert not panel.replay_button.isEnabled()
    assert panel.replay_button.toolTip() == "It is being synced now. What passes leaves this list by itself."
    assert panel.hint.text() == panel.replay_button.toolTip()
    page.on_event(RunFinished(run))
    assert panel.replay_button.isEnabled()
    assert panel.hint.text() == ""


def test_a_sync_that_goes_on_is_told_and_nothing_is_lost(qtbot, session, number, tmp_path):
    page = show(qtbot, session)
    panel = page.quarantine
    with session.hub.syncs._stores.folder.run_lock(number), qtbot.waitSignal(panel.failed, timeout=15_000) as failed:
        qtbot.mouseClick(panel.replay_button, LEFT)
    assert "being synced already" in failed.args[0].sentence
    qtbot.waitUntil(panel.replay_button.isEnabled, timeout=15_000)
    assert len(session.hub.quarantine.find(session.actor, WhichRefused())) == 4


@pytest.mark.parametrize("raw", ['{"a": "\\ud800"}', "{cut", "[" * 50_000, '{"a": "b"}'])
def test_anything_refused_can_be_shown(raw):
    assert shown(readable(raw)).encode("utf-8")


PHONE_GONE = "Attendance from Biometric no longer holds “remarks”, which is mapped to Remarks."


@pytest.fixture
def drifting(session: Session, number: int) -> int:
    hub = session.hub
    fingerprint = hub.integrations.get(session.actor, number).config.fingerprint("attendance")
    change = Change(Drift.VANISHED, "remarks", sentence=PHONE_GONE, attention=True)
    hub.syncs._stores.shapes.amend(number, "attendance", 1, lambda _: Memory(fingerprint, standing=(change,)))
    return number


def open_drift(qtbot, session: Session, number: int) -> DriftDialog:
    dialog = DriftDialog(session, number, "Biometric")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.sentences.text() != "", timeout=15_000)
    return dialog


def test_a_change_is_shown_and_accepted(qtbot, session, drifting):
    dialog = open_drift(qtbot, session, drifting)
    assert dialog.sentences.text() == PHONE_GONE
    assert unnamed_controls(dialog) == []
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        qtbot.mouseClick(dialog.accept_button, LEFT)
    assert session.hub.shapes.standing(session.actor) == []


def test_a_change_leads_to_the_mapping(qtbot, session, drifting):
    dialog = open_drift(qtbot, session, drifting)
    with qtbot.waitSignal(dialog.mapping_asked) as asked:
        qtbot.mouseClick(dialog.mapping_button, LEFT)
    assert asked.args == [drifting, "attendance"]
    assert len(session.hub.shapes.standing(session.actor)) == 1


def test_where_nothing_changed_there_is_nothing_to_decide(qtbot, session, number):
    dialog = open_drift(qtbot, session, number)
    assert "as before" in dialog.sentences.text()
    assert not dialog.accept_button.isEnabled()


def test_the_card_of_a_changed_system_leads_to_the_mapping_of_the_endpoint(qtbot, open_desk, working_hub, add_erp):
    number = add_erp()
    shapes, config = working_hub.syncs._stores.shapes, working_hub.syncs._stores.integrations.get(number).config
    change = Change(Drift.VANISHED, "phone", sentence="Students no longer hold “phone”.", attention=True)
    memory = Memory(config.fingerprint("students"), standing=(change,))
    shapes.amend(number, "students", 1, lambda _: memory)
    desk = open_desk()
    window = desk.window
    assert window is not None
    view = desk.board.view(number)
    assert (view.status.reason, offer(view.status)) == (
        "Students no longer hold “phone”.",
        Offer("See what changed", Action.SHOW_DRIFT),
    )
    window.actions_of.on_action_asked(number, Action.SHOW_DRIFT)
    dialog = window.actions_of.dialog
    assert isinstance(dialog, DriftDialog)
    qtbot.waitUntil(dialog.mapping_button.isEnabled, timeout=15_000)
    qtbot.mouseClick(dialog.mapping_button, LEFT)
    form = window.actions_of.dialog
    qtbot.waitUntil(lambda: bool(form.findChildren(MappingDialog)), timeout=15_000)
    (mapping,) = form.findChildren(MappingDialog)
    assert mapping.windowTitle() == "Field mapping of Students"
    mapping.reject()
    form.reject()
