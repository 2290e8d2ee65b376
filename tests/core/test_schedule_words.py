from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.core.college_calendar import CollegeCalendar, CollegeTime, Holiday
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.schedule import EndpointTimes, upcoming
from hub_desktop.core.schedule_words import schedule_lines, upcoming_text

KOLKATA = ZoneInfo("Asia/Kolkata")
DIWALI = CollegeCalendar(holidays=[Holiday(name="Diwali", start=date(2026, 11, 24), end=date(2026, 11, 25))])
WEEK = list(WEEKDAYS[:5])
NIGHT = [{"from": "22:00", "to": "06:00"}]


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of November 2026 in Kolkata, where the 24th is a Tuesday."""
    return datetime(2026, month, day, hour, minute, tzinfo=KOLKATA).astimezone(UTC)


def integration(schedule: dict[str, Any], **endpoints: Any):
    written = {"name": "ERP", "baseUrl": "https://erp.example.edu", "apiKey": "k3y", "schedule": schedule}
    return read_integration(written | {"endpoints": endpoints or {"students": "/s"}}).integration


def said(now: datetime, last: datetime | None, schedule: dict[str, Any], calendar: CollegeCalendar, **endpoints: Any):
    config, time = integration(schedule, **endpoints), CollegeTime(KOLKATA, calendar)
    times = {
        name: EndpointTimes(config.interval_of(name), last, config.opening_of(name, time)) for name in config.endpoints
    }
    return upcoming_text(upcoming(now, enabled=True, endpoints=times), now, time)


@pytest.mark.parametrize(
    ("now", "last", "schedule", "sentence"),
    [
        (at(24, 12), None, {}, "in a moment"),
        (at(24, 12), at(24, 11, 30), {}, "today 12:30"),
        (at(24, 12), at(24, 7, 30), {"times": ["07:30", "13:00"]}, "today 13:00"),
        (at(24, 14), at(24, 13), {"times": ["07:30", "13:00"]}, "tomorrow 07:30"),
        (at(27, 14), at(27, 13), {"times": ["07:30"], "days": WEEK}, "Monday 07:30, after the weekend"),
        (at(28, 14), at(27, 13), {"times": ["07:30"], "days": WEEK}, "Monday 07:30, after the weekend"),
        (at(28, 14), at(28, 13), {"times": ["07:30"], "days": list(WEEKDAYS[:6])}, "Monday 07:30, after Sunday"),
        (at(26, 14), at(26, 13), {"times": ["07:30"], "days": ["monday"]}, "Monday 07:30"),
        (at(24, 23), at(24, 21, 45), {"quietHours": NIGHT}, "paused until 06:00 (quiet hours)"),
        (at(25, 1), at(24, 21), {"quietHours": NIGHT}, "paused until 06:00 (quiet hours)"),
        (at(24, 21, 45), at(24, 21, 40), {"quietHours": NIGHT}, "tomorrow 06:00, after quiet hours"),
        (at(24, 14), at(24, 13), {"times": ["07:30"], "days": ["tuesday"]}, "1 Dec 2026 07:30"),
    ],
)
def test_the_next_run_says_when_and_why(now, last, schedule, sentence):
    assert said(now, last, schedule, CollegeCalendar()) == sentence


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (at(23, 14), "Thursday 07:30, after Diwali"),
        (at(24, 9), "Holiday: Diwali, next run Thursday 07:30"),
        (at(26, 1), "Holiday: Diwali, next run today 07:30"),
        (at(26, 7, 20), "Holiday: Diwali, next run today 07:30"),
    ],
)
def test_a_holiday_is_named(now, sentence):
    assert said(now, at(23, 7, 30), {"times": ["07:30"]}, DIWALI, attendance="/a") == sentence


def test_what_rests_beside_what_goes_on_is_named():
    schedule = {"times": ["07:30", "13:00"]}
    sentence = said(at(24, 9), at(24, 7, 30), schedule, DIWALI, attendance="/a", students="/s")
    assert sentence == "today 13:00; attendance rests (Holiday: Diwali)"


def test_a_calendar_that_leaves_no_time_is_told():
    closed = CollegeCalendar(weekly_off=["sunday"])
    sentence = said(at(24, 9), at(24, 8), {"days": ["sunday"]}, closed, attendance="/a")
    assert sentence.startswith("never by itself")
    assert upcoming_text(None, at(24, 9), CollegeTime()) == ""


def test_each_schedule_is_said_once_with_its_endpoints():
    config = integration(
        {"times": ["07:30", "13:00"], "days": WEEK, "quietHours": NIGHT},
        students={"path": "/s", "schedule": {"times": [], "quietHours": []}, "syncInterval": 1440},
        attendance="/a",
        marks="/m",
        faculty="/f",
        subjects={"path": "/x", "enabled": False},
    )
    assert schedule_lines(config) == {
        "every 24 hours, Monday to Friday": ["students"],
        "at 07:30 and 13:00, Monday to Friday, never 22:00 to 06:00, not on holidays": ["attendance"],
        "at 07:30 and 13:00, Monday to Friday, never 22:00 to 06:00": ["marks", "faculty"],
    }


def test_holidays_are_the_endpoint_s_own_matter_where_it_says_so():
    config = integration(
        {"notOnHolidays": True},
        attendance={"path": "/a", "schedule": {"notOnHolidays": False}},
        students="/s",
    )
    assert not config.rests_on_holidays("attendance")
    assert config.rests_on_holidays("students")


@pytest.mark.parametrize(
    ("schedule", "said"),
    [
        ({"time": ["07:30"]}, "Unknown key “schedule.time”. Did you mean “times”?"),
        ({"quietHours": [{"form": "22:00", "to": "06:00"}]}, "Did you mean “from”?"),
        ({"times": ["7.30"]}, "a time is written as 09:15"),
        ({"days": ["someday"]}, "schedule.days.0"),
    ],
)
def test_what_is_mistyped_is_named(schedule, said):
    with pytest.raises(ConfigurationError) as caught:
        integration(schedule)
    assert said in caught.value.sentence


def test_days_of_the_one_and_quiet_hours_of_the_other_must_leave_a_time():
    with pytest.raises(ConfigurationError, match="Endpoint “students”: the quiet hours leave no time"):
        integration(
            {
                "quietHours": [
                    {"from": "00:00", "to": "12:00", "days": ["sunday"]},
                    {"from": "12:00", "to": "00:00", "days": ["sunday"]},
                ]
            },
            students={"path": "/s", "schedule": {"days": ["sunday"]}},
        )


def test_a_schedule_changes_when_records_are_read_but_not_which():
    plain, timed = integration({}), integration({}, students={"path": "/s", "schedule": {"times": ["07:30"]}})
    assert plain.fingerprint("students") == timed.fingerprint("students")
