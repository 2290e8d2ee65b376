"""At which moments the clock may start something: wall-clock times of a college as pure arithmetic on UTC moments."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from msgspec import Struct, field

from hub_desktop.core.attendance_rules import WEEKDAYS
from hub_desktop.core.college_calendar import CollegeTime
from hub_desktop.core.schedule_rules import Schedule

HORIZON = timedelta(days=800)
"""How far ahead a start is looked for; what lies beyond is told as never."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MIDNIGHT = time(0)
_WEEKEND = 2
"""Days."""


class Rest(StrEnum):
    """Why nothing is started."""

    QUIET = "quiet hours"
    DAY = "day"
    """A weekday that the schedule leaves out."""
    HOLIDAY = "holiday"


class Closure(Struct, frozen=True):
    """A time in which nothing is started: from a moment on, until just before another one."""

    start: datetime
    end: datetime
    rest: Rest
    name: str = ""
    """Of the holiday or weekday."""


class OpeningTimes(Struct, frozen=True):
    """When one endpoint may be started, drawn from its schedule and the time at its college."""

    at: CollegeTime = field(default_factory=CollegeTime)
    schedule: Schedule = field(default_factory=Schedule)
    rests_on_holidays: bool = False

    @property
    def zone(self) -> tzinfo:
        """The zone of the college."""
        return self.at.zone

    @property
    def listed(self) -> tuple[time, ...]:
        """The times of the day at which it is wanted; none: by its interval."""
        return tuple(time.fromisoformat(one) for one in self.schedule.times or ())

    @property
    def always(self) -> bool:
        """Whether it may be started at any moment."""
        return not (self.schedule.days or self.schedule.quiet_hours or self._holidays)

    @property
    def _holidays(self) -> bool:
        return self.rests_on_holidays and self.at.has_holidays

    def rest_on(self, day: date) -> tuple[Rest, str] | None:
        """Return why nothing is started on a day, with the name of the holiday or weekday; None where it may be."""
        if self._holidays and (holiday := self.at.calendar.holiday_on(day)) is not None:
            return Rest.HOLIDAY, holiday
        weekday = WEEKDAYS[day.weekday()]
        return (Rest.DAY, weekday.capitalize()) if self.schedule.days and weekday not in self.schedule.days else None

    def closure_at(self, moment: datetime) -> Closure | None:
        """Return what keeps anything from being started at a moment, None where nothing does."""
        if self.always:
            return None
        day = self.at.day(moment)
        found = [
            one for near in (-1, 0, 1) for one in self._closures(day + near * _DAY) if one.start <= moment < one.end
        ]
        # The longest, so that a night within a holiday is told as the holiday.
        return max(found, key=lambda one: one.end, default=None)

    def opens(self, moment: datetime) -> datetime | None:
        """Return the first moment from this one on at which something may be started; None where there is none."""
        last = moment + HORIZON
        while (closure := self.closure_at(moment)) is not None:
            moment = closure.end
            if moment > last:
                return None
        return moment

    def days_off(self, start: datetime, end: datetime) -> tuple[str, ...]:
        """Return the names of the weekdays between two moments that the schedule leaves out, of at most two weeks.

        None where it leaves out more than two, for these are no weekend that anybody would name.
        """
        if len(WEEKDAYS) - len(self.schedule.days or WEEKDAYS) > _WEEKEND:
            return ()
        day, last = self.at.day(start), self.at.day(end)
        days = (day + number * _DAY for number in range(min((last - day).days, 14)))
        return tuple(rest[1] for one in days if (rest := self.rest_on(one)) is not None and rest[0] is Rest.DAY)

    def next_time(self, after: datetime, *, any_day: bool = False) -> datetime | None:
        """Return the first listed time after a moment, on `any_day` or on those on which something is started."""
        day = self.at.day(after) - _DAY
        for number in range(HORIZON.days):
            one = day + number * _DAY
            if any_day or self.rest_on(one) is None:
                for listed in self.listed:
                    found = first_moment(one, listed, self.zone)
                    if found > after:
                        return found
        return None

    def _closures(self, day: date) -> Iterator[Closure]:
        """Return what begins on a day."""
        rest = self.rest_on(day)
        if rest is not None:
            yield Closure(first_moment(day, _MIDNIGHT, self.zone), self._morning_after(day), *rest)
        weekday = WEEKDAYS[day.weekday()]
        for hours in self.schedule.quiet_hours or ():
            if hours.days and weekday not in hours.days:
                continue
            start, end = time.fromisoformat(hours.start), time.fromisoformat(hours.end)
            until = last_moment(day if end > start else day + _DAY, end, self.zone)
            yield Closure(first_moment(day, start, self.zone), until, Rest.QUIET)

    def _morning_after(self, day: date) -> datetime:
        """Return when the day after one of rest begins: at its first listed time, where there are such.

        What was missed before a weekend is then caught up with the first sync after it, and not at midnight.
        """
        after = day + _DAY
        listed = self.listed
        return first_moment(after, listed[0] if listed else _MIDNIGHT, self.zone)


def first_moment(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the moment at which a wall clock shows a time, in UTC: the first where it does twice.

    A time that clocks pass over when they are put forward is taken as the moment right after that.
    """
    first, second = _both(day, at, zone)
    return first if first <= second else _leap(second, first, zone)


def last_moment(day: date, at: time, zone: tzinfo) -> datetime:
    """Return the same, but the second moment of a time that wall clocks show twice."""
    first, second = _both(day, at, zone)
    return second if first <= second else _leap(second, first, zone)


def _both(day: date, at: time, zone: tzinfo) -> tuple[datetime, datetime]:
    wall = datetime.combine(day, at, zone)
    return wall.replace(fold=0).astimezone(UTC), wall.replace(fold=1).astimezone(UTC)


def _leap(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """Return the second at which clocks are put forward between two moments."""
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // (2 * _SECOND) * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
