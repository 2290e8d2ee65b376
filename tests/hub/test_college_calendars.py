"""The calendar of a college, and what the clock, the cards and the alarms make of it."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, NotFoundError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.hub.hub import Hub
from hub_desktop.store.integrations import IntegrationStore

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
KOLKATA = ZoneInfo("Asia/Kolkata")


class WallClock:
    """The clock of the computer, which a test moves."""

    def __init__(self, hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime.now(UTC)
        for module in ("hub_desktop.hub.syncs", "hub_desktop.hub.overview"):
            monkeypatch.setattr(f"{module}.utc_now", lambda: self.now)
        hub.calendars._now = lambda: self.now
        hub.devices._now = hub.devices._views._now = lambda: self.now

    def at(self, *parts: int) -> None:
        self.now = datetime(*parts, tzinfo=KOLKATA).astimezone(UTC)


@pytest.fixture
def clock(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> WallClock:
    hub.calendars.set_zone(PRINCIPAL, "Asia/Kolkata")
    return WallClock(hub, monkeypatch)


def began(hub: Hub, number: int, at: datetime, *endpoints: str) -> None:
    IntegrationStore(hub._databases.hub).run_began(number, list(endpoints), at)


def ticked(hub: Hub, number: int) -> tuple[Trigger, frozenset[str] | None] | None:
    """Let the clock tick; return what a lane would be given."""
    hub.syncs.request_due()
    ticket = hub.syncs.take(0.01)
    if ticket is None:
        return None
    hub.syncs._queue.done(ticket)
    assert ticket.integration_id == number
    return ticket.trigger, ticket.endpoints


def test_a_day_goes_by_the_clock_of_the_college(hub, add, clock):
    number = add(schedule={"times": ["07:30", "13:00"], "days": ["monday", "tuesday"]})
    clock.at(2040, 11, 5, 7, 29)  # a Monday
    began(hub, number, clock.now - timedelta(hours=1), "students", "attendance")
    assert ticked(hub, number) is None
    assert hub.overview.one(PRINCIPAL, number).next_words == "in a moment"
    clock.at(2040, 11, 5, 7, 30)
    assert ticked(hub, number) == (Trigger.SCHEDULE, frozenset({"students", "attendance"}))
    began(hub, number, clock.now, "students", "attendance")
    assert ticked(hub, number) is None
    assert hub.overview.one(PRINCIPAL, number).next_words == "today 13:00"
    clock.at(2040, 11, 6, 9, 0)
    assert ticked(hub, number) == (Trigger.CATCH_UP, frozenset({"students", "attendance"}))
    began(hub, number, clock.now, "students", "attendance")
    clock.at(2040, 11, 6, 15, 0)
    began(hub, number, clock.now, "students", "attendance")
    assert hub.overview.one(PRINCIPAL, number).next_words == "Monday 07:30"


def test_attendance_rests_on_a_holiday_and_everything_else_goes_on(hub, add, clock):
    number = add(syncInterval=30)
    hub.calendars.add(PRINCIPAL, "Diwali", date(2040, 11, 5), date(2040, 11, 6))
    clock.at(2040, 11, 5, 10, 0)
    began(hub, number, clock.now - timedelta(hours=2), "students", "attendance")
    assert ticked(hub, number) == (Trigger.CATCH_UP, frozenset({"students"}))
    assert hub.overview.one(PRINCIPAL, number).next_words == "in a moment; attendance rests (Holiday: Diwali)"
    assert hub.calendars.resting(1, hub.overview.one(PRINCIPAL, number).config) == {"attendance": "Diwali"}
    assert hub.syncs.request(PRINCIPAL, number)
    assert hub.syncs.take(0.01).endpoints is None


def test_a_whole_integration_that_rests_says_so(hub, add, clock):
    number = add(endpoints={"attendance": "/a"}, schedule={"times": ["07:30"]})
    hub.calendars.add(PRINCIPAL, "Diwali", date(2040, 11, 3), date(2040, 11, 4))
    clock.at(2040, 11, 3, 10, 0)
    began(hub, number, clock.now - timedelta(days=1), "attendance")
    view = hub.overview.one(PRINCIPAL, number)
    assert (view.next_words, view.next_whole) == ("Holiday: Diwali, next run Monday 07:30", True)
    assert view.next_run == datetime(2040, 11, 5, 7, 30, tzinfo=KOLKATA)
    assert ticked(hub, number) is None


def test_quiet_hours_keep_back_the_clock_and_nobody_else(hub, add, clock):
    number = add(syncInterval=30, schedule={"quietHours": [{"from": "22:00", "to": "06:00"}]})
    clock.at(2040, 11, 5, 23, 0)
    began(hub, number, clock.now - timedelta(hours=2), "students", "attendance")
    assert ticked(hub, number) is None
    view = hub.overview.one(PRINCIPAL, number)
    assert (view.next_words, view.next_whole) == ("paused until 06:00 (quiet hours)", True)
    assert hub.syncs.request(PRINCIPAL, number)
    clock.at(2040, 11, 6, 6, 0)
    hub.syncs.cancel(PRINCIPAL, number)
    assert ticked(hub, number)[1] == frozenset({"students", "attendance"})


def test_a_silent_device_is_no_fault_on_a_holiday(hub, clock):
    hub.listener_settings.change(PRINCIPAL, {"devicePush": True})
    written: dict[str, Any] = {
        "name": "Gate",
        "baseUrl": "devices:",
        "endpoints": {"attendance": {"punches": {"rule": "first-in"}}},
    }
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    hub.devices.allow(PRINCIPAL, "GATE-001", number, zone="Asia/Kolkata")
    clock.at(2040, 11, 5, 12, 0)
    assert any("not been in contact" in one.sentence for one in hub.devices.findings(PRINCIPAL))
    hub.calendars.add(PRINCIPAL, "Diwali", date(2040, 11, 5))
    assert hub.devices.findings(PRINCIPAL) == []
    clock.at(2040, 11, 6, 12, 0)
    assert any("not been in contact" in one.sentence for one in hub.devices.findings(PRINCIPAL))


def test_an_empty_answer_is_no_fault_on_a_holiday(hub, college, sample, clock):
    config = sample("erp", schedule={"notOnHolidays": True}, enabled=True)
    config["endpoints"] = {"students": {"path": "/api/v1/students", "completeList": True}}
    number = hub.integrations.add(PRINCIPAL, read_integration(config)).integration_id
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED
    kept = hub.overview.one(PRINCIPAL, number).records
    emptied = config | {
        "endpoints": {"students": {"path": "/api/v1/students", "completeList": True, "filter": "`false`"}}
    }
    hub.integrations.edit(PRINCIPAL, number, read_integration(emptied))
    clock.now = datetime.now(UTC)
    hub.calendars.add(PRINCIPAL, "Diwali", clock.now.astimezone(KOLKATA).date())
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.SUCCEEDED
    assert hub.overview.one(PRINCIPAL, number).records == kept
    assert any("for it is a holiday: Diwali" in row.message for row in hub.syncs.log(PRINCIPAL, number))
    hub.calendars.remove(PRINCIPAL, "diwali")
    assert hub.syncs.run(PRINCIPAL, number).status is not RunStatus.SUCCEEDED


def test_a_calendar_is_filled_from_a_file_and_by_hand(hub):
    assert hub.calendars.import_file(PRINCIPAL, b"2040-11-08,Diwali\n2040-12-25,Christmas\n").added == 2
    again = hub.calendars.import_file(PRINCIPAL, b"2040-11-08,Diwali\n")
    assert (again.added, again.known) == (0, 1)
    view = hub.calendars.set_weekly_off(PRINCIPAL, ["Sunday"])
    assert [one.name for one in view.upcoming] == ["Diwali", "Christmas"]
    assert [one.name for one in hub.calendars.remove(PRINCIPAL, "2040-12-25")] == ["Christmas"]
    with pytest.raises(NotFoundError, match="Did you mean “Diwali”"):
        hub.calendars.remove(PRINCIPAL, "Diwalli")
    last = hub.audit.latest(PRINCIPAL)[0:5]
    assert any(row.use_case == "colleges.manage" and "removed" in row.detail for row in last)


def refusals() -> list[Callable[[Hub], object]]:
    return [
        lambda hub: hub.calendars.set_zone(PRINCIPAL, "Asia/Calcuta"),
        lambda hub: hub.calendars.set_weekly_off(PRINCIPAL, ["Funday"]),
        lambda hub: hub.calendars.set_weekly_off(
            PRINCIPAL, ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        ),
        lambda hub: hub.calendars.add(PRINCIPAL, " ", date(2040, 1, 1)),
        lambda hub: hub.calendars.add(PRINCIPAL, "Back", date(2040, 1, 2), date(2040, 1, 1)),
        lambda hub: hub.calendars.import_file(PRINCIPAL, b"1/2/2040,Diwali"),
    ]


@pytest.mark.parametrize("wrong", refusals())
def test_what_is_wrong_changes_nothing(hub, wrong):
    before = hub.calendars.show(PRINCIPAL).calendar
    with pytest.raises(ConfigurationError) as caught:
        wrong(hub)
    assert caught.value.sentence.endswith((".", "?"))
    assert hub.calendars.show(PRINCIPAL).calendar == before


def test_only_those_who_manage_change_it_and_each_college_has_its_own(hub):
    with pytest.raises(NotAllowedError):
        hub.calendars.add(Actor("Vik", Role.IT_STAFF, Face.WINDOW), "Diwali", date(2040, 11, 8))
    assert hub.calendars.show(PRINCIPAL).college_id == 1
    second = hub.accounts.add_college(PRINCIPAL, "Second")
    hub.calendars.add(PRINCIPAL, "Diwali", date(2040, 11, 8), college_id=second)
    assert hub.calendars.show(PRINCIPAL, 1).calendar.holidays == []
    assert len(hub.calendars.show(PRINCIPAL, second).calendar.holidays) == 1
    stranger = Actor("Mia", Role.ADMIN, Face.WINDOW, frozenset({1}))
    with pytest.raises(NotFoundError):
        hub.calendars.add(stranger, "Holi", date(2040, 3, 8), college_id=second)


def test_two_who_add_at_the_same_time_lose_nothing(hub):
    def add(number: int) -> None:
        for day in range(1, 9):
            hub.calendars.add(PRINCIPAL, f"Holiday {number}", date(2040, number, day))

    threads = [threading.Thread(target=add, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(hub.calendars.show(PRINCIPAL).calendar.holidays) == 24


@pytest.mark.usefixtures("quick_retries")
def test_a_retry_that_quiet_hours_put_off_says_when_it_is(hub, sample, college, clock):
    written = sample("lms", schedule={"quietHours": [{"from": "22:00", "to": "06:00"}]}, enabled=True)
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    college.set_fault("lms", "down")
    clock.at(2040, 11, 5, 21, 59)
    hub.syncs.run(PRINCIPAL, number)
    clock.at(2040, 11, 5, 23, 0)
    assert hub.syncs.request_due() == []
    view = hub.overview.one(PRINCIPAL, number)
    assert view.status.retry_at == view.next_run == datetime(2040, 11, 6, 6, 0, tzinfo=KOLKATA)
    clock.at(2040, 11, 6, 6, 0)
    assert ticked(hub, number)[0] is Trigger.RETRY
