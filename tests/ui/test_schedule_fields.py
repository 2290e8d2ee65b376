"""The schedule in the form and at an endpoint, and the calendar in the settings, as a person uses them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLineEdit

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.ui import schedule_values
from hub_desktop.ui.calendar_panel import CalendarPanel
from hub_desktop.ui.endpoint_details import EndpointDetails
from hub_desktop.ui.integration_form import IntegrationForm
from hub_desktop.ui.period_table import PeriodTable
from hub_desktop.ui.schedule_fields import schedule_settings
from hub_desktop.ui.session import Session
from tests.accessibility import unnamed_controls
from tests.ui.any_integration import ANY_INTEGRATION
from tests.ui.opened import opened

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday"]
WRITTEN: dict[str, Any] = {
    "name": "ERP",
    "baseUrl": "https://erp.example.edu",
    "apiKey": "k3y-of-the-erp",
    "endpoints": {"students": "/s", "attendance": "/a"},
}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with opened(tmp_path) as found:
        yield found


@pytest.fixture
def form(qtbot, session) -> IntegrationForm:
    number = session.hub.integrations.add(session.actor, read_integration(WRITTEN)).integration_id
    form = IntegrationForm(session, number)
    qtbot.addWidget(form, before_close_func=lambda shown: setattr(shown, "_leaving", True))
    form.show()
    qtbot.waitUntil(lambda: form.name.text() != "", timeout=15_000)
    return form


def choose(field, words: str) -> None:
    box = field.control.choice
    box.setCurrentIndex(box.findText(words))


def line(field) -> QLineEdit:
    assert isinstance(field.control.below, QLineEdit)
    return field.control.below


def schedule_of(form: IntegrationForm) -> dict[str, Any]:
    return dict(form.values().rest.get("schedule", {}))


def saved(qtbot, session: Session, form: IntegrationForm) -> dict[str, Any]:
    with qtbot.waitSignal(form.saved, timeout=15_000):
        form.save_button.click()
    return session.hub.integrations.find(session.actor, "ERP").config.schedule.written()


def test_times_days_and_quiet_hours_are_chosen_with_what_is_recommended(qtbot, session, form):
    fields = form._fields
    assert schedule_of(form) == {}
    assert not line(fields["schedule.times"]).isVisible()
    choose(fields["schedule.times"], "At times of the day")
    assert line(fields["schedule.times"]).isVisible()
    choose(fields["schedule.days"], "Monday to Friday")
    choose(fields["schedule.quietHours"], "Nothing begins from … to …")
    assert not unnamed_controls(form)
    assert saved(qtbot, session, form) == {
        "times": ["07:30", "13:00"],
        "days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
        "quietHours": [{"from": "22:00", "to": "06:00"}],
    }


@pytest.mark.parametrize(
    ("path", "way", "typed", "said"),
    [
        ("schedule.times", "At times of the day", "", "Write the times of the day"),
        ("schedule.times", "At times of the day", "7 o'clock", "A time is written as 09:15"),
        ("schedule.times", "At times of the day", "07:30, 07:31", "closer together"),
        ("schedule.quietHours", "Nothing begins from … to …", "at night", "Write quiet hours as"),
        ("schedule.quietHours", "Nothing begins from … to …", "Someday 10:00 to 11:00", "is no weekday"),
        ("schedule.quietHours", "Nothing begins from … to …", "00:00 to 12:00; 12:00 to 00:00", "leave no time"),
    ],
)
def test_what_is_wrong_is_said_under_its_own_field(qtbot, session, form, path, way, typed, said):
    field = form._fields[path]
    choose(field, way)
    line(field).clear()
    qtbot.keyClicks(line(field), typed)
    form.save_button.click()
    assert said in field.problem()
    assert form.body.isEnabled()
    assert session.hub.integrations.find(session.actor, "ERP").config.schedule.written() == {}


def test_chosen_days_are_ticked(qtbot, session, form):
    field = form._fields["schedule.days"]
    choose(field, "Chosen days")
    for day in ("tuesday", "wednesday", "friday"):
        field.control.below.ticks[day].click()
    assert saved(qtbot, session, form) == {"days": ["monday", "thursday"]}


def test_no_day_at_all_is_refused(form):
    field = form._fields["schedule.days"]
    choose(field, "Chosen days")
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday"):
        field.control.below.ticks[day].click()
    form.save_button.click()
    assert field.problem() == "Tick at least one day."


def test_an_endpoint_is_as_the_integration_until_somebody_says_otherwise(qtbot):
    dialog = EndpointDetails("Attendance", {"path": "/a"}, [])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    fields = dialog.fields()
    assert fields["schedule.times"].control.choice.currentText() == "As the integration has it"
    choose(fields["schedule.times"], "By its interval")
    choose(fields["schedule.quietHours"], "None")
    holidays = fields["schedule.notOnHolidays"].control
    holidays.setCurrentIndex(holidays.findText("Goes on on holidays"))
    assert dialog.written()["schedule"] == {"times": [], "quietHours": [], "notOnHolidays": False}
    holidays.setCurrentIndex(holidays.findText("As the integration has it"))
    choose(fields["schedule.times"], "As the integration has it")
    choose(fields["schedule.quietHours"], "As the integration has it")
    assert dialog.written() == {"path": "/a"}
    choose(fields["schedule.times"], "At times of the day")
    line(fields["schedule.times"]).setText("25:00")
    dialog.use_button.click()
    assert "from 00:00 to 23:59" in fields["schedule.times"].problem()
    assert dialog.isVisible()
    assert not unnamed_controls(dialog)


@given(ANY_INTEGRATION)
def test_what_is_shown_is_read_as_it_was(qapp, integration):
    written = {"schedule": integration.schedule.written()}
    for field in schedule_settings(of_endpoint=False):
        field.show_setting(written)
        value = written["schedule"].get(field.path.partition(".")[2])
        after = field.written_into(written).get("schedule", {}).get(field.path.partition(".")[2])
        assert after == (value or None if not isinstance(value, bool) else value)
        field.deleteLater()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("22:00-6:00", [{"from": "22:00", "to": "6:00"}]),
        ("Mon to Fri 13:00 – 14:00", [{"from": "13:00", "to": "14:00", "days": WEEK}]),
        ("every day 22:00 to 06:00;", [{"from": "22:00", "to": "06:00"}]),
        ("Saturday and Sunday 00:30 until 23:00", [{"from": "00:30", "to": "23:00", "days": ["saturday", "sunday"]}]),
        ("Fri to Sun 01:00 to 02:00", [{"from": "01:00", "to": "02:00", "days": ["friday", "saturday", "sunday"]}]),
        ("Sun to Mon 01:00 to 02:00", [{"from": "01:00", "to": "02:00", "days": ["sunday", "monday"]}]),
    ],
)  # fmt: skip
def test_quiet_hours_are_read_as_people_write_them(typed, written):
    assert schedule_values.parse_quiet_hours(typed) == written


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Mon to Fri", WEEK),
        ("mon-fri", WEEK),
        ("Mon and Tue", ["monday", "tuesday"]),
        ("mo, Wed; friday", ["monday", "wednesday", "friday"]),
        ("Sat to Mon", ["saturday", "sunday", "monday"]),
        ("every day", None),
        ("Mon, Holiday", ["mon", "holiday"]),
        ("t", ["t"]),
    ],
)
def test_the_days_of_a_period_are_read_as_those_of_quiet_hours(qapp, typed, days):
    assert PeriodTable().value_of("days", typed) == days
    line = f"{typed.replace(';', ',')} 13:00 to 14:00"
    if days in (["mon", "holiday"], ["t"]):
        with pytest.raises(ValueError, match=r"is no weekday\. Write quiet hours as"):
            schedule_values.parse_quiet_hours(line)
    else:
        [quiet] = schedule_values.parse_quiet_hours(line)
        assert quiet.get("days") == days


# -- the calendar ----------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot, session) -> CalendarPanel:
    panel = CalendarPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.load(session.hub.calendars.show(session.actor).college_id)
    qtbot.waitUntil(lambda: panel.zone.count() > 100, timeout=15_000)
    return panel


def calendar(session: Session):
    return session.hub.calendars.show(session.actor).calendar


def test_a_holiday_is_typed_and_removed(qtbot, session, panel):
    assert panel.today.text() == "No holiday is written down yet."
    panel.add_button.click()
    assert "Type the name" in panel.name_field.problem()
    qtbot.keyClicks(panel.name, "Diwali")
    panel.start.setDate(QDate(2040, 11, 8))
    assert panel.end.date() == QDate(2040, 11, 8)
    panel.end.setDate(QDate(2040, 11, 12))
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.holidays.count() == 1, timeout=15_000)
    assert panel.holidays.item(0).text() == "Diwali: 2040-11-08 to 2040-11-12"
    assert panel.name.text() == ""
    assert panel.today.text() == "1 holiday to come."
    assert not panel.remove_button.isEnabled()
    panel.holidays.item(0).setSelected(True)
    assert panel.remove_button.text() == "Remove 1 holiday"
    assert not unnamed_controls(panel)
    panel.remove_button.click()
    qtbot.waitUntil(lambda: panel.holidays.count() == 0, timeout=15_000)
    assert calendar(session).holidays == []


def test_a_file_is_imported_whole_or_not_at_all(qtbot, session, panel, tmp_path):
    file = tmp_path / "holidays.csv"
    file.write_text("date,end,name\n2040-11-08,2040-11-12,Diwali\n2041-01-26,,Republic Day\n", "utf-8")
    panel.import_file(str(file))
    qtbot.waitUntil(lambda: panel.message.text() == "2 holidays added.", timeout=15_000)
    panel.import_file(str(file))
    qtbot.waitUntil(lambda: panel.message.text() == "0 holidays added. 2 were there already.", timeout=15_000)
    file.write_text("2040-11-08,Other\n8 Nov,Wrong\n", "utf-8")
    panel.import_file(str(file))
    qtbot.waitUntil(lambda: "Line 2" in panel.message.text(), timeout=15_000)
    assert [one.name for one in calendar(session).holidays] == ["Diwali", "Republic Day"]
    panel.import_file(str(tmp_path / "none.csv"))
    qtbot.waitUntil(lambda: "cannot be read" in panel.message.text(), timeout=15_000)


def test_days_off_and_the_zone_are_kept_and_refused_ones_do_not_stay(qtbot, session, panel):
    panel.weekly["sunday"].click()
    qtbot.waitUntil(lambda: calendar(session).weekly_off == ["sunday"], timeout=15_000)
    panel.zone.setCurrentIndex(panel.zone.findData("Asia/Kolkata"))
    panel.zone.activated.emit(panel.zone.currentIndex())
    qtbot.waitUntil(lambda: calendar(session).zone == "Asia/Kolkata", timeout=15_000)
    panel.zone.lineEdit().setText("Asia/Calcuta")
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Did you mean" in panel.zone_field.problem(), timeout=15_000)
    assert calendar(session).zone == "Asia/Kolkata"


def test_what_was_refused_is_not_said_again_when_it_is_read_once_more(qtbot, session, panel, monkeypatch):
    usual = session.hub.calendars.show

    def broken(*_given: object) -> None:
        raise StorageError("The disk is full.")

    monkeypatch.setattr(session.hub.calendars, "show", broken)
    panel.zone.lineEdit().setText("Asia/Calcuta")
    qtbot.keyClick(panel.zone.lineEdit(), Qt.Key.Key_Return)
    qtbot.waitUntil(panel.waiting.notice.again_button.isVisible, timeout=15_000)
    assert "Did you mean" in panel.zone_field.problem()
    monkeypatch.setattr(session.hub.calendars, "show", usual)
    qtbot.mouseClick(panel.waiting.notice.again_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.waiting.is_fresh, timeout=15_000)
    assert "Did you mean" not in panel.zone_field.problem()
    assert panel.message.text() == ""


def test_the_fields_of_a_new_holiday_stand_in_one_line(panel):
    assert len({(one.y(), one.height()) for one in (panel.name_field, panel.start_field, panel.end_field)}) == 1
    assert panel.name.height() == panel.start.height()


def test_somebody_who_may_not_change_it_sees_it_and_the_reason(qtbot, session):
    session.hub.calendars.add(session.actor, "Diwali", date(2040, 11, 8))
    viewer = Session(session.hub, Actor("Vik", Role.VIEWER, Face.WINDOW), session.calls)
    panel = CalendarPanel(viewer)
    qtbot.addWidget(panel)
    panel.show()
    panel.load(None)
    qtbot.waitUntil(lambda: panel.holidays.count() == 1, timeout=15_000)
    panel.holidays.item(0).setSelected(True)
    assert not panel.remove_button.isEnabled()
    assert not panel.add_button.isEnabled()
    assert "may not do this" in panel.message.text()
