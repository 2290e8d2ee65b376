"""How the punches of a day become attendance: the rule a person chose, and pure code that follows it.

What comes out depends only on which punches there are: neither their order, nor how often one came, nor how they
were split into uploads matters.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from itertools import combinations
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from hub_desktop.core.configured import Configured

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DAY_MINUTES = 24 * 60
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _clock_time(value: str) -> str:
    hours, colon, minutes = value.partition(":")
    plain = hours.isascii() and minutes.isascii() and hours.isdigit() and minutes.isdigit()
    if not (colon and plain and len(minutes) == 2 and len(hours) in {1, 2} and int(hours) < 24 and int(minutes) < 60):
        raise ValueError("a time is written as 09:15, from 00:00 to 23:59")
    return f"{int(hours):02}:{minutes}"


ClockTime = Annotated[str, AfterValidator(_clock_time)]
"""A time of day, such as 09:15."""


def _clock_time_or_none(value: str) -> str:
    return _clock_time(value) if value else ""


OptionalClockTime = Annotated[str, AfterValidator(_clock_time_or_none)]


class Period(Configured):
    """One period or hour of the day, whose attendance is marked by a punch within it."""

    name: Annotated[str, Field(min_length=1, max_length=60)]
    """As it stands in the attendance, such as 1 or Morning."""
    start: ClockTime
    """When it begins."""
    end: ClockTime
    """When it is over; a punch at that very minute belongs to the next one."""
    late_after: OptionalClockTime = ""
    """The last minute that is in time; empty: nobody is late."""
    subject: Annotated[str, Field(max_length=120)] = ""
    """The code of its subject, where it is always the same."""
    days: list[Weekday] = Field(default_factory=list, max_length=7)
    """Days of the week on which it is held; empty: every day."""

    @model_validator(mode="after")
    def _times_fit(self) -> Self:
        if self.start >= self.end:
            raise ValueError(f"the period “{self.name}” ends before it begins")
        if self.late_after and not self.start <= self.late_after < self.end:
            raise ValueError(f"the period “{self.name}”: lateAfter lies outside of it")
        return self

    def held_on(self, day: date) -> bool:
        """Tell whether the period is held on that day of the week."""
        return not self.days or WEEKDAYS[day.weekday()] in self.days


class PunchRule(Configured):
    """How the punches of a person on one day become attendance."""

    rule: Literal["first-in", "first-in-last-out", "periods"]
    """first-in: the first punch decides. first-in-last-out: the first and the last, with the time between them.
    periods: each period is marked by the first punch within it."""
    opens: ClockTime = "00:00"
    """Earlier punches do not count; not for periods."""
    late_after: OptionalClockTime = ""
    """The last minute that is in time; empty: nobody is late. Not for periods, which have their own."""
    until: ClockTime = "23:59"
    """The last minute whose punches count; not for periods."""
    early: Annotated[int, Field(ge=0, le=120)] = 10
    """For periods: minutes before a period begins whose punches count for it, and no more for the one before.

    They reach neither into the first half of the one before, nor into the time in which one is in time for it."""
    periods: list[Period] = Field(default_factory=list, max_length=100)
    """For periods: the table of them."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.rule == "periods":
            self._check_periods()
            return self
        if self.periods:
            raise ValueError(f'“periods” belong to "rule": "periods", not to “{self.rule}”')
        if self.opens > self.until:
            raise ValueError("“until” lies before “opens”")
        if self.late_after and not self.opens <= self.late_after <= self.until:
            raise ValueError("“lateAfter” lies outside of the time from “opens” to “until”")
        return self

    def _check_periods(self) -> None:
        if not self.periods:
            raise ValueError('"rule": "periods" needs “periods”, a table with the name, start and end of each')
        for name in ("opens", "late_after", "until"):
            if name in self.model_fields_set and getattr(self, name) != type(self).model_fields[name].default:
                raise ValueError(
                    '"rule": "periods" takes its times from the periods, not from opens, lateAfter and until'
                )
        for one, other in combinations(self.periods, 2):
            if _same_day(one, other):
                if one.name == other.name:
                    raise ValueError(f"two periods of the same day are called “{one.name}”")
                if one.start < other.end and other.start < one.end:
                    raise ValueError(f"the periods “{one.name}” and “{other.name}” overlap")


def attendance_of(rule: PunchRule, person: str, day: date, punches: Iterable[time]) -> list[dict[str, Any]]:
    """Return the attendance of a person on one day, as raw records whose fields map by their names.

    Each holds userId, date (ISO), period, subject, status (present or late), remarks such as 08:57–15:31, firstPunch,
    lastPunch, punches (how many counted) and minutes (between the first and the last). Nobody is absent by it: that no
    punch came may mean that the device was down.
    """
    times = sorted(set(punches))
    if rule.rule == "periods":
        return [
            _record(person, day, within, period.late_after, period=period.name, subject=period.subject, whole=False)
            for period, opens, closes in _windows(rule, day)
            if (within := [at for at in times if opens <= at.hour * 60 + at.minute < closes])
        ]
    within = [at for at in times if rule.opens <= _minute(at) <= rule.until]
    if not within:
        return []
    return [_record(person, day, within, rule.late_after, whole=rule.rule == "first-in-last-out")]


def _windows(rule: PunchRule, day: date) -> Iterator[tuple[Period, int, int]]:
    """Return the periods of a day with the first minute that counts for each, and the first that does no more.

    They share no minute: who comes in the early minutes of a period comes for it, and not for the one before.
    """
    held = sorted((one for one in rule.periods if one.held_on(day)), key=lambda one: one.start)
    earliest = [0, *(_kept_until(before) for before in held)]
    opens = [max(_minutes(one.start) - rule.early, least) for one, least in zip(held, earliest, strict=False)]
    for one, first, following in zip(held, opens, [*opens[1:], _DAY_MINUTES], strict=False):
        yield one, first, min(_minutes(one.end), following)


def _kept_until(period: Period) -> int:
    """Return the minute up to which no early minutes of the next period reach: half of it, and all that is in time."""
    half = -(-(_minutes(period.start) + _minutes(period.end)) // 2)
    return max(half, _minutes(period.late_after) + 1) if period.late_after else half


def _record(
    person: str,
    day: date,
    times: Sequence[time],
    late_after: str,
    *,
    period: str = "",
    subject: str = "",
    whole: bool,
) -> dict[str, Any]:
    first, last = times[0], times[-1]
    late = bool(late_after) and _minute(first) > late_after
    # A finger that is laid on twice is no way out.
    both = whole and _minute(last) > _minute(first)
    counted = times if whole else times[:1]
    return {
        "userId": person,
        "date": day.isoformat(),
        "period": period,
        "subject": subject,
        "status": "late" if late else "present",
        "remarks": f"{_minute(first)}–{_minute(last)}" if both else _minute(first),
        "firstPunch": first.isoformat(),
        "lastPunch": last.isoformat() if whole else "",
        "punches": len(counted),
        "minutes": _elapsed(first, last) if whole else 0,
    }


def _same_day(one: Period, other: Period) -> bool:
    return not one.days or not other.days or bool(set(one.days) & set(other.days))


def _minute(at: time) -> str:
    return f"{at.hour:02}:{at.minute:02}"


def _minutes(written: str) -> int:
    hours, minutes = written.split(":")
    return int(hours) * 60 + int(minutes)


def _elapsed(first: time, last: time) -> int:
    return (last.hour * 60 + last.minute) - (first.hour * 60 + first.minute)


def rule_in_words(rule: PunchRule) -> str:
    """Return the rule as one sentence for people."""
    late = f", late after {rule.late_after}" if rule.late_after else ""
    between: Mapping[bool, str] = {True: "", False: f", of punches from {rule.opens} until {rule.until}"}
    whole_day = rule.opens == "00:00" and rule.until == "23:59"
    match rule.rule:
        case "first-in":
            return f"Present by the first punch of the day{late}{between[whole_day]}."
        case "first-in-last-out":
            return f"Present from the first to the last punch of the day{late}{between[whole_day]}."
        case _:
            names = ", ".join(dict.fromkeys(period.name for period in rule.periods))
            return f"Present in each period with a punch in it: {names}."
