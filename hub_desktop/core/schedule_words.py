"""Schedules and next runs as people say them."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from hub_desktop.core.attendance_rules import WEEKDAYS, Weekday
from hub_desktop.core.college_calendar import CollegeTime
from hub_desktop.core.integration import Integration
from hub_desktop.core.opening_times import Closure, Rest
from hub_desktop.core.schedule import Upcoming
from hub_desktop.core.schedule_rules import QuietHours, Schedule
from hub_desktop.core.words import listed

_NEAR = timedelta(minutes=1)
_DAY = timedelta(days=1)
_WEEK_DAYS = 6
_WEEKEND = {"Saturday", "Sunday"}
_MOST_NAMED = 2


def interval_text(minutes: int) -> str:
    """Return minutes as people say them: “30 minutes”, “1 hour”, “24 hours”, “1 hour 30 minutes”, “7 days”."""
    if minutes >= 2 * 1440 and minutes % 1440 == 0:
        return f"{minutes // 1440} days"
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} hour{'' if hours == 1 else 's'}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(parts)


def days_text(days: list[Weekday]) -> str:
    """Return weekdays as people say them: “every day”, “Monday to Friday”, “Monday and Thursday”."""
    numbers = [WEEKDAYS.index(day) for day in days]
    if not numbers or len(numbers) == len(WEEKDAYS):
        return "every day"
    names = [WEEKDAYS[number].capitalize() for number in numbers]
    if len(names) > _MOST_NAMED and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return f"{names[0]} to {names[-1]}"
    return listed(names)


def quiet_text(hours: QuietHours) -> str:
    """Return quiet hours as people say them: “22:00 to 06:00”, “Saturday 13:00 to 00:00”."""
    days = f"{days_text(hours.days)} " if hours.days else ""
    return f"{days}{hours.start} to {hours.end}"


def schedule_text(schedule: Schedule, interval: int, *, rests: bool = False) -> str:
    """Return when something is synced: “at 07:30 and 13:00, Monday to Friday, never 22:00 to 06:00”.

    `interval` is in minutes, and counts where no times are listed; `rests` says that it does so on holidays.
    """
    parts = [f"at {listed(schedule.times)}" if schedule.times else f"every {interval_text(interval)}"]
    if schedule.days and len(schedule.days) < len(WEEKDAYS):
        parts.append(days_text(schedule.days))
    elif schedule.times:
        parts.append("every day")
    if schedule.quiet_hours:
        parts.append(f"never {listed([quiet_text(one) for one in schedule.quiet_hours], 'or')}")
    if rests:
        parts.append("not on holidays")
    return ", ".join(parts)


def endpoint_schedule(config: Integration, endpoint: str) -> str:
    """Return when an endpoint is synced, as `schedule_text` says it."""
    rests = config.rests_on_holidays(endpoint)
    return schedule_text(config.schedule_of(endpoint), config.interval_of(endpoint), rests=rests)


def schedule_lines(config: Integration) -> dict[str, list[str]]:
    """Return when the endpoints that are read are synced: each way of saying it, with the endpoints it is true of."""
    lines: dict[str, list[str]] = {}
    for name, endpoint in config.endpoints.items():
        if endpoint.enabled:
            lines.setdefault(endpoint_schedule(config, name), []).append(name)
    return lines


def moment_text(at: datetime, now: datetime, time: CollegeTime) -> str:
    """Return a coming moment by the clock of the college: “today 13:00”, “Monday 07:30”, “12 Nov 2026 07:30”."""
    wall = at.astimezone(time.zone)
    days = (wall.date() - time.day(now)).days
    named = {0: "today", 1: "tomorrow"}.get(days)
    if named is None:
        named = f"{wall:%A}" if 0 < days <= _WEEK_DAYS else f"{wall.day} {wall:%b %Y}"
    return f"{named} {wall:%H:%M}"


def upcoming_text(found: Upcoming | None, now: datetime, time: CollegeTime) -> str:
    """Return when the next run is and why not earlier; empty where the clock will not ask for one.

    “today 13:00”, “Monday 07:30, after the weekend”, “paused until 06:00 (quiet hours)”, “Holiday: Diwali, next run
    Monday 07:30”.
    """
    if found is None:
        return ""
    if found.at is None:
        return "never by itself, because the schedule and the calendar leave no time for it"
    said = "in a moment" if found.at <= now + _NEAR else moment_text(found.at, now, time)
    closure = found.closure
    if closure is None:
        return said + _resting_text(found.resting)
    if says_itself(found, now) and closure.rest is Rest.HOLIDAY:
        return f"Holiday: {closure.name}, next run {said}"
    if says_itself(found, now):
        soon = f"{found.at.astimezone(time.zone):%H:%M}" if found.at - now < _DAY else said
        return f"paused until {soon} (quiet hours){_resting_text(found.resting)}"
    return f"{said}{_reason(found, closure)}{_resting_text(found.resting)}"


def says_itself(found: Upcoming, now: datetime) -> bool:
    """Tell whether the words about a next run need no “next” before them: it is paused, on holiday, or never."""
    if found.at is None:
        return True
    return found.closure is not None and found.closure.start <= now and found.closure.rest is not Rest.DAY


def _reason(found: Upcoming, closure: Closure) -> str:
    if closure.rest is Rest.QUIET:
        return ", after quiet hours"
    if closure.rest is Rest.HOLIDAY:
        return f", after {closure.name}"
    names = list(dict.fromkeys(found.days_off))
    if set(names) == _WEEKEND:
        return ", after the weekend"
    return f", after {listed(names)}" if 0 < len(names) <= _MOST_NAMED else ""


def _resting_text(resting: Mapping[str, Closure]) -> str:
    if not resting:
        return ""
    holiday = next(iter(resting.values())).name
    return f"; {listed(list(resting))} {'rests' if len(resting) == 1 else 'rest'} (Holiday: {holiday})"
