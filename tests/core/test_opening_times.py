"""Times of the day, days, quiet hours and holidays as UTC moments, right across every change of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.core.college_calendar import CollegeCalendar, CollegeTime, Holiday
from hub_desktop.core.opening_times import OpeningTimes, Rest, first_moment, last_moment
from hub_desktop.core.schedule import EndpointTimes, due, next_run
from hub_desktop.core.schedule_rules import Schedule

LISBON, NEW_YORK, KOLKATA = (ZoneInfo(name) for name in ("Europe/Lisbon", "America/New_York", "Asia/Kolkata"))
ZONES = st.sampled_from([LISBON, NEW_YORK, KOLKATA])
TIMES = st.times().map(lambda one: f"{one.hour:02}:{one.minute:02}")
DAYS = st.lists(st.sampled_from(WEEKDAYS), max_size=4, unique=True)
# A year with both changes of the clocks, in steps that do not meet the hours by chance.
MOMENTS = st.integers(0, 365 * 24 * 60).map(lambda n: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=n))
DATES = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def _schedule(written):
    try:
        return Schedule.model_validate(written)
    except ValueError:
        return None


QUIET = st.fixed_dictionaries({"from": TIMES, "to": TIMES}, optional={"days": DAYS})
SCHEDULES = (
    st.fixed_dictionaries(
        {}, optional={"times": st.lists(TIMES, max_size=3), "days": DAYS, "quietHours": st.lists(QUIET, max_size=2)}
    )
    .map(_schedule)
    .filter(lambda one: one is not None)
)
HOLIDAYS = st.lists(
    st.builds(
        lambda start, days: Holiday(name="Diwali", start=start, end=start + timedelta(days=days)),
        DATES,
        st.integers(0, 5),
    ),
    max_size=3,
)
CALENDARS = st.builds(CollegeCalendar, holidays=HOLIDAYS, weekly_off=st.lists(st.sampled_from(WEEKDAYS), max_size=2))
OPENINGS = st.builds(OpeningTimes, st.builds(CollegeTime, ZONES, CALENDARS), SCHEDULES, st.booleans()).filter(
    lambda one: not one.schedule.days or set(one.schedule.days) - set(one.at.calendar.weekly_off)
)


def at(zone, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=zone).astimezone(UTC)


def in_quiet_hours(opening: OpeningTimes, moment: datetime) -> bool:
    """Tell it by the wall clock alone, as a person would."""
    wall = moment.astimezone(opening.zone)
    shown, today = f"{wall:%H:%M}", WEEKDAYS[wall.weekday()]
    yesterday = WEEKDAYS[(wall.weekday() - 1) % 7]
    for hours in opening.schedule.quiet_hours or ():
        begins_today = not hours.days or today in hours.days
        began_yesterday = not hours.days or yesterday in hours.days
        if hours.start < hours.end:
            if begins_today and hours.start <= shown < hours.end:
                return True
        elif (begins_today and shown >= hours.start) or (began_yesterday and shown < hours.end):
            return True
    return False


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        # Clocks go from 01:00 to 02:00, so 01:30 is not shown: right after the leap.
        (LISBON, date(2026, 3, 29), time(1, 30), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (NEW_YORK, date(2026, 3, 8), time(2, 30), datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
        (NEW_YORK, date(2026, 3, 8), time(2, 0), datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),
        # 01:30 is shown twice: the first one.
        (LISBON, date(2026, 10, 25), time(1, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (NEW_YORK, date(2026, 11, 1), time(1, 30), datetime(2026, 11, 1, 5, 30, tzinfo=UTC)),
        (KOLKATA, date(2026, 3, 29), time(1, 30), datetime(2026, 3, 28, 20, 0, tzinfo=UTC)),
    ],
)
def test_a_time_of_the_wall_is_one_moment(zone, day, wall, expected):
    assert first_moment(day, wall, zone) == expected


def test_a_time_that_is_shown_twice_has_a_last_moment_too():
    assert last_moment(date(2026, 11, 1), time(1, 30), NEW_YORK) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)
    assert last_moment(date(2026, 11, 2), time(1, 30), NEW_YORK) == first_moment(
        date(2026, 11, 2), time(1, 30), NEW_YORK
    )


@given(ZONES, DATES, st.times().map(lambda one: one.replace(second=0, microsecond=0)))
def test_what_exists_is_shown_at_its_moment_and_later_times_never_come_earlier(zone, day, wall):
    moment = first_moment(day, wall, zone)
    shown = moment.astimezone(zone).replace(tzinfo=None)
    assert shown >= datetime.combine(day, wall)
    if shown != datetime.combine(day, wall):
        # Passed over: just before that moment the clock showed an earlier time.
        assert (moment - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None) < datetime.combine(day, wall)
    if wall < time(23, 59):
        later = (datetime.combine(day, wall) + timedelta(minutes=1)).time()
        assert first_moment(day, later, zone) >= moment


@given(OPENINGS, MOMENTS)
def test_nothing_opens_within_quiet_hours_on_a_day_left_out_or_on_a_holiday(opening, moment):
    opened = opening.opens(moment)
    assert opened is not None
    assert opened >= moment
    assert opening.closure_at(opened) is None
    assert not in_quiet_hours(opening, opened)
    assert opening.rest_on(opened.astimezone(opening.zone).date()) is None


@given(OPENINGS, MOMENTS)
def test_an_open_moment_is_not_put_off(opening, moment):
    if opening.closure_at(moment) is None:
        assert opening.opens(moment) == moment
    if opening.always:
        assert opening.closure_at(moment) is None


@given(OPENINGS, MOMENTS, st.lists(st.integers(1, 4 * 24 * 60), min_size=5, max_size=40), st.integers(5, 3000))
def test_every_due_time_is_hit_once_whatever_the_computer_sleeps(opening, begin, naps, interval):
    """The clock ticks at any moments, as of a computer that sleeps and is off; a run takes no time."""
    now, last = begin, None
    runs: list[datetime] = []
    for nap in naps:
        now += timedelta(minutes=nap)
        times = EndpointTimes(interval, last, opening, since=begin)
        found = due(now, enabled=True, endpoints={"a": times})
        promised = next_run(now, enabled=True, endpoints={"a": times})
        assert promised is not None
        assert (found is not None) == (promised <= now)
        if found is not None:
            assert opening.closure_at(now) is None
            runs.append(now)
            last = now
        elif opening.closure_at(now) is None:
            # Nothing that was due by now is left.
            wanted = (
                opening.next_time(last or begin) if opening.listed else (last or begin) + timedelta(minutes=interval)
            )
            assert wanted > now
    if opening.listed:
        days = [begin.date() + timedelta(days=n) for n in range(-1, (now - begin).days + 2)]
        listed = {first_moment(day, wall, opening.zone) for day in days for wall in opening.listed}
        for earlier, later in zip([begin, *runs], runs, strict=False):
            assert any(earlier < one <= later for one in listed), "a run without a listed time"
    else:
        assert all(b - a >= timedelta(minutes=interval) for a, b in pairwise(runs))


@given(OPENINGS, MOMENTS, MOMENTS, st.integers(5, 3000))
def test_a_clock_that_was_set_back_or_forward_leaves_nothing_stuck(opening, now, last, interval):
    times = EndpointTimes(interval, last, opening, since=last)
    promised = next_run(now, enabled=True, endpoints={"a": times})
    assert promised is not None
    assert promised >= now
    assert due(promised, enabled=True, endpoints={"a": times}) is not None
    if last > opening.opens(now):
        assert promised == opening.opens(now)


@given(OPENINGS, MOMENTS, MOMENTS, st.sets(st.sampled_from("ab")))
def test_a_retry_begins_only_where_something_may(opening, now, retry_at, failing):
    endpoints = {"a": EndpointTimes(60, now - timedelta(minutes=5), opening), "b": EndpointTimes(60, now)}
    situation = {"enabled": True, "endpoints": endpoints, "retry_at": retry_at, "failing": frozenset(failing)}
    found = due(now, **situation)
    promised = next_run(now, **situation)
    assert (found is not None) == (promised is not None and promised <= now)
    if found is not None and "a" in found.endpoints:
        assert opening.closure_at(now) is None
    assert due(promised, **situation) is not None


def test_what_is_promised_before_a_far_retry_is_due_when_that_comes_nearer():
    now = at(KOLKATA, 2026, 8, 3, 9, 0)
    endpoints = {"a": EndpointTimes(60, now - timedelta(minutes=5), OpeningTimes(CollegeTime(KOLKATA)))}
    situation = {"enabled": True, "endpoints": endpoints, "retry_at": now + timedelta(days=7, minutes=1)}
    promised = next_run(now, **situation)
    assert due(promised, **situation) is not None


def test_months_of_being_off_are_one_run():
    opening = OpeningTimes(CollegeTime(KOLKATA), Schedule(times=["07:30", "13:00"]))
    now = at(KOLKATA, 2026, 8, 3, 9, 0)
    times = EndpointTimes(60, at(KOLKATA, 2026, 4, 1, 13, 0), opening)
    assert due(now, enabled=True, endpoints={"a": times}).trigger == "catch-up"
    ran = EndpointTimes(60, now, opening)
    assert next_run(now, enabled=True, endpoints={"a": ran}) == at(KOLKATA, 2026, 8, 3, 13, 0)


def test_what_was_missed_before_a_weekend_is_caught_up_with_the_first_sync_after_it():
    opening = OpeningTimes(CollegeTime(KOLKATA), Schedule(times=["07:30", "13:00"], days=WEEKDAYS[:5]))
    saturday = at(KOLKATA, 2026, 11, 28, 9, 0)
    times = {"a": EndpointTimes(60, at(KOLKATA, 2026, 11, 27, 7, 30), opening)}
    assert due(saturday, enabled=True, endpoints=times) is None
    assert next_run(saturday, enabled=True, endpoints=times) == at(KOLKATA, 2026, 11, 30, 7, 30)
    assert due(at(KOLKATA, 2026, 11, 30, 0, 10), enabled=True, endpoints=times) is None


@pytest.mark.parametrize(
    ("zone", "day"),
    [(LISBON, (2026, 3, 29)), (LISBON, (2026, 10, 25)), (NEW_YORK, (2026, 3, 8)), (NEW_YORK, (2026, 11, 1))],
)
def test_on_the_night_the_clocks_change_a_time_runs_once(zone, day):
    opening = OpeningTimes(CollegeTime(zone), Schedule(times=["01:30" if zone is LISBON else "02:30"]))
    begin = first_moment(date(*day), time(0), zone)
    last, started = begin, 0
    for minute in range(12 * 60):
        now = begin + timedelta(minutes=minute)
        if due(now, enabled=True, endpoints={"a": EndpointTimes(60, last, opening)}):
            last, started = now, started + 1
    assert started == 1


def test_a_holiday_within_a_night_is_told_as_the_holiday():
    calendar = CollegeCalendar(holidays=[Holiday(name="Diwali", start=date(2026, 11, 8), end=date(2026, 11, 9))])
    quiet = Schedule.model_validate({"quietHours": [{"from": "22:00", "to": "06:00"}]})
    opening = OpeningTimes(CollegeTime(KOLKATA, calendar), quiet, rests_on_holidays=True)
    found = opening.closure_at(at(KOLKATA, 2026, 11, 8, 2, 0))
    assert (found.rest, found.name) == (Rest.HOLIDAY, "Diwali")
    assert opening.opens(at(KOLKATA, 2026, 11, 8, 2, 0)) == at(KOLKATA, 2026, 11, 10, 6, 0)
    assert OpeningTimes(CollegeTime(KOLKATA, calendar), quiet).opens(at(KOLKATA, 2026, 11, 8, 2, 0)) == at(
        KOLKATA, 2026, 11, 8, 6, 0
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"times": ["07:30", "07:32"]}, "closer together than 5 minutes"),
        ({"times": ["23:58", "00:01"]}, "closer together than 5 minutes"),
        ({"times": ["25:00"]}, "from 00:00 to 23:59"),
        ({"quietHours": [{"from": "22:00", "to": "22:00"}]}, "no length"),
        ({"quietHours": [{"from": "00:00", "to": "12:00"}, {"from": "12:00", "to": "00:00"}]}, "leave no time"),
        (
            {"days": ["sunday"], "quietHours": [{"from": "20:00", "to": "10:00"}, {"from": "09:00", "to": "21:00"}]},
            "no",
        ),
    ],
)
def test_what_could_never_run_is_refused(written, said):
    with pytest.raises(ValueError, match=said):
        Schedule.model_validate(written)


def test_times_and_days_are_kept_in_order_and_once():
    schedule = Schedule.model_validate({"times": ["13:00", "7:30", "13:00"], "days": ["friday", "monday"]})
    assert (schedule.times, schedule.days) == (["07:30", "13:00"], ["monday", "friday"])


def test_days_that_are_all_days_off_are_never():
    closed = CollegeTime(KOLKATA, CollegeCalendar(weekly_off=["sunday"]))
    opening = OpeningTimes(closed, Schedule(days=["sunday"], times=["07:30"]), rests_on_holidays=True)
    now = at(KOLKATA, 2026, 11, 24, 9, 0)
    assert opening.opens(at(KOLKATA, 2026, 11, 29, 9, 0)) is None
    assert next_run(now, enabled=True, endpoints={"a": EndpointTimes(60, now, opening)}) is None
