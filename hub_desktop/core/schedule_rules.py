"""When an integration or an endpoint is synced by itself, as a person writes it: times, days, quiet hours, holidays."""

from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.attendance_rules import WEEKDAYS, ClockTime, Weekday
from hub_desktop.core.configured import Configured

MINIMUM_INTERVAL = 5
"""Minutes between two syncs; a shorter interval is refused, and so are times closer together."""

RESTING_TYPES = frozenset({"attendance"})
"""Data types whose endpoints rest on holidays unless they say otherwise."""

_DAY = 24 * 60
_WEEK = 7 * _DAY


class QuietHours(Configured):
    """A time of the day in which nothing is started by itself; where it ends before it begins, it ends a day later."""

    start: Annotated[ClockTime, Field(alias="from")]
    """When they begin."""
    end: Annotated[ClockTime, Field(alias="to")]
    """When they are over; 00:00 is the midnight at the end of the day."""
    days: list[Weekday] = Field(default_factory=list, max_length=7)
    """Days of the week on which they begin; empty: every day."""

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        if self.start == self.end:
            raise ValueError(
                f"quiet hours from {self.start} to {self.end} have no length; to leave out a whole day, leave it out "
                "of “days”"
            )
        return self


class Schedule(Configured):
    """When syncs begin by themselves; what is not written is at an endpoint as its integration has it."""

    times: Annotated[list[ClockTime], Field(max_length=96)] | None = None
    """Times of the day, instead of an interval; an empty list at an endpoint: by its interval after all."""
    days: Annotated[list[Weekday], Field(max_length=7)] | None = None
    """Days of the week on which syncs begin by themselves; empty: every day."""
    quiet_hours: Annotated[list[QuietHours], Field(max_length=50)] | None = None
    """When nothing is started by itself; what falls into them begins once they are over."""
    not_on_holidays: bool | None = None
    """Whether it rests on the holidays of the college; None: attendance does, other data does not."""

    @field_validator("times")
    @classmethod
    def _apart(cls, value: list[str] | None) -> list[str] | None:
        if value is None:
            return None
        times = sorted(set(value))
        minutes = [minute_of(time) for time in times]
        for earlier, later in pairwise([*minutes, *(m + _DAY for m in minutes[:1] if len(minutes) > 1)]):
            if later - earlier < MINIMUM_INTERVAL:
                raise ValueError(
                    f"{_clock(earlier)} and {_clock(later)} are closer together than {MINIMUM_INTERVAL} minutes"
                )
        return times

    @field_validator("days")
    @classmethod
    def _in_order(cls, value: list[Weekday] | None) -> list[Weekday] | None:
        return None if value is None else [day for day in WEEKDAYS if day in value]

    @model_validator(mode="after")
    def _leaves_room(self) -> Self:
        check_room(self)
        return self

    def over(self, below: "Schedule") -> "Schedule":
        """Return this schedule with what is not written in it taken from the one of the integration."""
        return below.model_copy(
            update={name: value for name in type(self).model_fields if (value := getattr(self, name)) is not None}
        )


def minute_of(time: str) -> int:
    """Return the minute of the day of a time such as 07:30."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def check_room(schedule: Schedule) -> None:
    """Raise ValueError where quiet hours leave no minute of the chosen days in which anything could begin.

    The day after one of rest begins with its first listed time, so it is one after that which is needed.
    """
    days, quiet = schedule.days, schedule.quiet_hours
    if not quiet:
        return
    first = minute_of(schedule.times[0]) if schedule.times else 0
    week = bytearray(_WEEK)
    for hours in quiet:
        start, end = minute_of(hours.start), minute_of(hours.end)
        length = (end - start) % _DAY
        for number, day in enumerate(WEEKDAYS):
            if not hours.days or day in hours.days:
                begin = number * _DAY + start
                over = max(begin + length - _WEEK, 0)
                week[begin : begin + length - over] = b"\1" * (length - over)
                week[:over] = b"\1" * over
    chosen = [number for number, day in enumerate(WEEKDAYS) if not days or day in days]
    if all(all(week[number * _DAY + first : (number + 1) * _DAY]) for number in chosen):
        raise ValueError("the quiet hours leave no time at which a sync could begin; make them shorter")


def _clock(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
