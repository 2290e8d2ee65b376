"""The academic calendar of a college: its time zone, its holidays and the weekdays on which it is closed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Annotated, Self

from msgspec import Struct, field
from pydantic import Field, field_validator, model_validator

from hub_desktop.core.attendance_rules import WEEKDAYS, Weekday
from hub_desktop.core.configured import Configured

MOST_HOLIDAYS = 2_000
LONGEST_HOLIDAY = 366
"""Days of one holiday."""


class Holiday(Configured):
    """A day or a range of days on which the college is closed."""

    name: Annotated[str, Field(min_length=1, max_length=120)]
    """What it is called."""
    start: date
    """Its first day."""
    end: date
    """Its last day; the first one for a single day."""

    @field_validator("name")
    @classmethod
    def _one_line(cls, value: str) -> str:
        plain = " ".join("".join(c if c.isprintable() else " " for c in value).split())
        if not plain:
            raise ValueError("a holiday needs a name")
        return plain

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"“{self.name}” ends before it begins")
        if (self.end - self.start).days >= LONGEST_HOLIDAY:
            raise ValueError(f"“{self.name}” is longer than {LONGEST_HOLIDAY} days")
        return self

    @property
    def days(self) -> str:
        """Its day, or its first and last one, as 2026-11-08 to 2026-11-12."""
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"


class CollegeCalendar(Configured):
    """The calendar as it is kept."""

    zone: Annotated[str, Field(max_length=80)] = ""
    """The name of the time zone, such as Asia/Kolkata; empty: that of the computer."""
    holidays: list[Holiday] = Field(default_factory=list, max_length=MOST_HOLIDAYS)
    """In the order of their days."""
    weekly_off: list[Weekday] = Field(default_factory=list, max_length=6)
    """Weekdays on which the college is always closed."""

    @field_validator("holidays")
    @classmethod
    def _in_order(cls, value: list[Holiday]) -> list[Holiday]:
        return sorted(value, key=lambda one: (one.start, one.end, one.name))

    @field_validator("weekly_off")
    @classmethod
    def _days_in_order(cls, value: list[Weekday]) -> list[Weekday]:
        return [day for day in WEEKDAYS if day in value]

    def holiday_on(self, day: date) -> str | None:
        """Return the name of the holiday of a day, such as Diwali or Sunday; None where the college is open."""
        for holiday in self.holidays:
            if holiday.start > day:
                break
            if day <= holiday.end:
                return holiday.name
        weekday = WEEKDAYS[day.weekday()]
        return weekday.capitalize() if weekday in self.weekly_off else None

    def with_holidays(self, more: Iterable[Holiday]) -> tuple["CollegeCalendar", int]:
        """Return the calendar with more holidays, and how many of them it did not have; raise ValueError if too many.

        One of the same name that has the same days is the same; one of other days is another.
        """
        known = {(one.name, one.start, one.end) for one in self.holidays}
        new = {(one.name, one.start, one.end): one for one in more}
        added = [one for key, one in new.items() if key not in known]
        if len(self.holidays) + len(added) > MOST_HOLIDAYS:
            raise ValueError(f"a calendar has at most {MOST_HOLIDAYS:,} holidays")
        holidays = [*self.holidays, *added]
        return CollegeCalendar(zone=self.zone, holidays=holidays, weekly_off=self.weekly_off), len(added)


class CollegeTime(Struct, frozen=True, dict=True):
    """What time it is at a college: its zone, and its holidays."""

    zone: tzinfo = UTC
    calendar: CollegeCalendar = field(default_factory=CollegeCalendar)

    @cached_property
    def has_holidays(self) -> bool:
        """Whether the college is ever closed."""
        return bool(self.calendar.holidays or self.calendar.weekly_off)

    def day(self, moment: datetime) -> date:
        """Return the day it is there at a moment."""
        return moment.astimezone(self.zone).date()

    def holiday_at(self, moment: datetime) -> str | None:
        """Return the name of the holiday it is there at a moment, None where there is none."""
        return self.calendar.holiday_on(self.day(moment)) if self.has_holidays else None
