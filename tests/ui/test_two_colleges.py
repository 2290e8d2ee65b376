"""Settings of several colleges: what is read of one is never shown, nor changed, as that of another."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from hub_desktop.core.errors import StorageError
from hub_desktop.ui.calendar_panel import CalendarPanel
from hub_desktop.ui.person_form import PersonForm
from hub_desktop.ui.precedence_list import PrecedenceList
from hub_desktop.ui.retention_form import RetentionForm
from hub_desktop.ui.session import Session
from hub_desktop.ui.settings_page import SettingsPage
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PATIENCE = 15_000


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def colleges(session: Session) -> tuple[int, int]:
    first, second = (session.hub.accounts.add_college(session.actor, name) for name in ("First", "Second"))
    session.hub.calendars.set_weekly_off(session.actor, ["friday"], first)
    session.hub.calendars.add(session.actor, "Eid", date(2040, 11, 8), college_id=first)
    session.hub.calendars.set_weekly_off(session.actor, ["sunday"], second)
    return first, second


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., threading.Event]]:
    """Return what lets a use case answer about one college only when the returned event is set."""
    gates: list[threading.Event] = []

    def hold(room: object, name: str, college: int, place: int) -> threading.Event:
        gate, usual = threading.Event(), getattr(room, name)
        gates.append(gate)

        def held(*given: Any, **named: Any) -> Any:
            if given[place] == college:
                assert gate.wait(30)
            return usual(*given, **named)

        monkeypatch.setattr(room, name, held)
        return gate

    yield hold
    for gate in gates:
        gate.set()


def answered(qtbot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.calls._asked, timeout=PATIENCE)


def ticked(panel: CalendarPanel) -> list[str]:
    return [day for day, tick in panel.weekly.items() if tick.isChecked()]


def shown_calendar(qtbot, session: Session) -> CalendarPanel:
    panel = CalendarPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_a_calendar_that_comes_late_is_not_shown_as_that_of_another_college(qtbot, session, colleges, late):
    first, second = colleges
    gate = late(session.hub.calendars, "show", first, 1)
    panel = shown_calendar(qtbot, session)
    panel.load(first)
    panel.load(second)
    qtbot.waitUntil(lambda: ticked(panel) == ["sunday"], timeout=PATIENCE)
    gate.set()
    answered(qtbot, session)
    assert ticked(panel) == ["sunday"]
    assert panel.holidays.count() == 0
    panel.weekly["monday"].click()
    answered(qtbot, session)
    assert session.hub.calendars.show(session.actor, second).calendar.weekly_off == ["monday", "sunday"]
    assert session.hub.calendars.show(session.actor, first).calendar.weekly_off == ["friday"]


def test_days_off_are_changed_only_once_those_of_the_chosen_college_are_there(qtbot, session, colleges, late):
    first, second = colleges
    panel = shown_calendar(qtbot, session)
    panel.load(first)
    qtbot.waitUntil(lambda: ticked(panel) == ["friday"], timeout=PATIENCE)
    gate = late(session.hub.calendars, "show", second, 1)
    panel.load(second)
    assert panel.holidays.count() == 0
    assert not panel.weekly["monday"].isEnabled()
    assert panel.weekly["monday"].toolTip() != ""
    panel.weekly["monday"].setChecked(True)
    gate.set()
    answered(qtbot, session)
    assert ticked(panel) == ["sunday"]
    assert panel.weekly["monday"].isEnabled()
    assert session.hub.calendars.show(session.actor, second).calendar.weekly_off == ["sunday"]


def test_a_calendar_that_could_not_be_read_is_read_when_somebody_looks_again(qtbot, session, colleges, monkeypatch):
    usual = session.hub.calendars.show

    def broken(*_given: Any) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(session.hub.calendars, "show", broken)
    panel = shown_calendar(qtbot, session)
    panel.load(colleges[0])
    qtbot.waitUntil(lambda: panel.waiting.notice.sentence.text() == "The disk is full.", timeout=PATIENCE)
    assert not panel.weekly["monday"].isEnabled()
    monkeypatch.setattr(session.hub.calendars, "show", usual)
    panel.hide()
    panel.show()
    qtbot.waitUntil(lambda: ticked(panel) == ["friday"], timeout=PATIENCE)
    assert not panel.waiting.notice.isVisible()
    assert panel.weekly["monday"].isEnabled()


def test_what_is_added_late_stays_in_its_college_and_a_failure_is_still_told(qtbot, session, colleges, late):
    first, second = colleges
    panel = shown_calendar(qtbot, session)
    panel.load(first)
    qtbot.waitUntil(lambda: panel.holidays.count() == 1, timeout=PATIENCE)
    gate = late(session.hub.calendars, "add", first, 4)
    panel.name.setText("Diwali")
    panel.add_button.click()
    panel.load(second)
    qtbot.waitUntil(lambda: ticked(panel) == ["sunday"], timeout=PATIENCE)
    gate.set()
    answered(qtbot, session)
    assert panel.holidays.count() == 0
    assert len(session.hub.calendars.show(session.actor, first).calendar.holidays) == 2

    told: list[Any] = []
    session.calls.failed_unheard.connect(told.append)
    asked = threading.Event()

    def refused(*_given: Any) -> None:
        assert asked.wait(30)
        raise StorageError("The disk is full.")

    session.hub.calendars.set_weekly_off = refused
    panel.weekly["monday"].click()
    panel.load(first)
    asked.set()
    answered(qtbot, session)
    assert [error.sentence for error in told] == ["The disk is full."]
    assert panel.message.text() == ""
    assert ticked(panel) == ["friday"]


def test_order_rules_and_persons_that_come_late_are_not_shown(qtbot, session, colleges, late):
    first, second = colleges
    session.hub.privacy.set_retention(session.actor, "attendance", 90, college_id=first)
    gates = [
        late(session.hub.privacy, "retentions", first, 1),
        late(session.hub.sources, "precedence", first, 1),
        late(session.hub.privacy, "find_person", first, 2),
    ]
    rules, order, person = RetentionForm(session), PrecedenceList(session), PersonForm(session)
    for form in (rules, order, person):
        qtbot.addWidget(form)
        form.show()
    shown: list[object] = []
    usual = order.on_loaded
    order.on_loaded = lambda found: (shown.append(order._of_college.college), usual(found))
    person.set_college(first)
    person.number.setText("S001")
    person.find_button.click()
    for form in (rules, order):
        form.load(first)
    for gate in gates:
        # A thread each is held; the other college answers once they go on.
        assert not gate.is_set()
    person.set_college(second)
    for form in (rules, order):
        form.load(second)
    for gate in gates:
        gate.set()
    answered(qtbot, session)
    assert "Everything is kept" in rules.rules.text()
    assert shown == [second]
    assert person.found is None


# -- the time zone ---------------------------------------------------------------------------------------------------


@pytest.fixture
def zones(qtbot, session, monkeypatch) -> tuple[CalendarPanel, list[str]]:
    written: list[str] = []
    usual = session.hub.calendars.set_zone
    monkeypatch.setattr(
        session.hub.calendars,
        "set_zone",
        lambda actor, zone, college: (written.append(zone), usual(actor, zone, college))[1],
    )
    panel = shown_calendar(qtbot, session)
    panel.load(session.hub.calendars.show(session.actor).college_id)
    qtbot.waitUntil(lambda: panel.zone.count() > 100, timeout=PATIENCE)
    return panel, written


def type_zone(qtbot, panel: CalendarPanel, text: str) -> None:
    panel.zone.setFocus()
    panel.zone.lineEdit().selectAll()
    qtbot.keyClicks(panel.zone.lineEdit(), text)


def test_one_enter_writes_a_zone_once_and_not_again_where_it_is_kept(qtbot, session, zones):
    panel, written = zones
    type_zone(qtbot, panel, "asia/kolkata")
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Return)
    answered(qtbot, session)
    assert written == ["Asia/Kolkata"]
    assert panel.zone.currentText() == "Asia/Kolkata"
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Return)
    panel.zone.activated.emit(panel.zone.currentIndex())
    answered(qtbot, session)
    assert written == ["Asia/Kolkata"]


def test_leaving_the_zone_takes_what_is_typed_and_brings_back_what_was_emptied(qtbot, session, zones):
    panel, written = zones
    type_zone(qtbot, panel, "Asia/Dhaka")
    qtbot.keyClick(panel.zone, Qt.Key.Key_Tab)
    answered(qtbot, session)
    assert written == ["Asia/Dhaka"]
    panel.zone.setFocus()
    panel.zone.lineEdit().selectAll()
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Delete)
    qtbot.keyClick(panel.zone, Qt.Key.Key_Tab)
    answered(qtbot, session)
    assert written == ["Asia/Dhaka"]
    assert panel.zone.currentText() == "Asia/Dhaka"


def test_a_zone_that_is_none_is_said_and_does_not_stay(qtbot, session, zones):
    panel, written = zones
    type_zone(qtbot, panel, "Asia/Calcuta")
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Return)
    answered(qtbot, session)
    assert written == ["Asia/Calcuta"]
    assert "Did you mean" in panel.zone_field.problem()
    assert panel.zone.currentText() == "As this computer has it"


# -- whose settings these are ----------------------------------------------------------------------------------------


def test_the_choice_of_the_college_stands_above_what_it_is_for(qtbot, session, colleges):
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(960, 600)
    page.show()
    qtbot.waitUntil(lambda: page.of_college.count() == 2, timeout=PATIENCE)
    answered(qtbot, session)
    assert page.choosing.isVisible()
    inside = page.scrolled.widget()
    for panel in (page.calendar, page.precedence, page.retention, page.person):
        assert page.of_college.mapTo(inside, QPoint()).y() < panel.mapTo(inside, QPoint()).y()
    assert [label.text() for label in page.whose] == ["First"] * 3
    assert ticked(page.calendar) == ["friday"]
    page.of_college.setCurrentIndex(1)
    answered(qtbot, session)
    assert [label.text() for label in page.whose] == ["Second"] * 3
    assert ticked(page.calendar) == ["sunday"]

    page._college_names[colleges[1]].setText("Second of Pune")
    page.college_button.setEnabled(True)
    page.college_button.click()
    qtbot.waitUntil(lambda: page.college_message.text() == "Saved.", timeout=PATIENCE)
    assert page.of_college.currentText() == "Second of Pune"
    assert [label.text() for label in page.whose] == ["Second of Pune"] * 3
    assert ticked(page.calendar) == ["sunday"]


def test_one_college_is_not_chosen(qtbot, session):
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.calendar.weekly["sunday"].isEnabled, timeout=PATIENCE)
    assert not page.choosing.isVisible()
    assert not any(label.isVisible() for label in page.whose)
