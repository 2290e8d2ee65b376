"""Transformations of dates and times: from layouts and seconds, with the zone said rather than guessed."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, field_validator, model_validator

from hub_desktop.core.paths import Raw
from hub_desktop.core.redaction import one_line
from hub_desktop.core.transformations.step import (
    SHOWN,
    Example,
    Parameters,
    Step,
    Transformation,
    is_missing,
    quoted,
    word,
)

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})", re.ASCII)
_LONGEST_DATE = 100
_ZERO = frozenset({"0", "0.0"})

Give = Literal["date", "time", "moment"]
_Zone = Annotated[str, Field(max_length=60)]


_ZoneOfCollege = Annotated[_Zone, Field(title="Zone of the college")]
_Keep = Annotated[Give, Field(title="Keep")]


class DateFormat(Parameters):
    """How a date or a time is written."""

    format: Annotated[str, Field(max_length=SHOWN, title="Format")]
    """A layout such as %d/%m/%Y, or iso for 2026-01-31T09:30:00Z."""
    zone: _ZoneOfCollege = ""
    """A moment with an offset is told by the clock there, such as Asia/Kolkata or +05:30. Empty: as it is written."""
    written_in: Annotated[_Zone, Field(title="Zone it is written in")] = ""
    """For times that carry no offset of their own."""
    give: _Keep = "date"
    """date: 2026-01-31. time: 09:30. moment: 2026-01-31T09:30:00, with its offset where it is known."""

    @field_validator("zone", "written_in")
    @classmethod
    def _known(cls, value: str) -> str:
        return _known_zone(value)

    @model_validator(mode="after")
    def _fits(self) -> "DateFormat":
        check_layout(self.format, self.give)
        return self


class Epoch(Parameters):
    """What is counted since 1970, and by which clock the day is told."""

    unit: Annotated[Literal["seconds", "milliseconds"], Field(title="Counted in")] = "seconds"
    zone: _ZoneOfCollege = ""
    """The day is told by the clock there, such as Asia/Kolkata or +05:30. Empty: UTC."""
    give: _Keep = "date"
    """date: 2026-01-31. time: 09:30. moment: 2026-01-31T09:30:00, with its offset."""

    @field_validator("zone")
    @classmethod
    def _known(cls, value: str) -> str:
        return _known_zone(value)


def _known_zone(name: str) -> str:
    if name:
        zone_of(name)
    return name


@lru_cache(maxsize=64)
def zone_of(name: str) -> tzinfo:
    """Return the zone of a name such as Asia/Kolkata, or an offset such as +05:30; raise ValueError otherwise."""
    if name.upper() in {"UTC", "Z"}:
        return UTC
    offset = _OFFSET.fullmatch(name)
    if offset and int(offset[2]) < 24 and int(offset[3]) < 60:
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return timezone(-span if offset[1] == "-" else span)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError, UnicodeError):
        raise ValueError(
            f"there is no time zone “{one_line(name, SHOWN)}”. Write one such as Asia/Kolkata, or +05:30"
        ) from None


def _date(given: DateFormat) -> Step:
    layout, kept = given.format, _kept(given)
    written_in = zone_of(given.written_in) if given.written_in else None

    def step(value: Any, _record: Raw) -> Any:
        if is_missing(value):
            return None
        text = word(value).strip()
        try:
            moment = _read(layout, text[:_LONGEST_DATE])
            if moment.tzinfo is None and written_in is not None:
                moment = moment.replace(tzinfo=written_in)
            return kept(moment)
        except (ValueError, OverflowError):
            shown = "2026-01-31 or 2026-01-31T09:30:00Z" if layout == "iso" else layout
            what = "time" if given.give == "time" else "date"
            raise ValueError(f"{quoted(text)} is not a {what} written as {shown}") from None

    return step


def _read(layout: str, text: str) -> datetime:
    if layout == "iso":
        return datetime.fromisoformat(text)
    return datetime.strptime(text, layout)  # noqa: DTZ007 - a zone is given where it is known


def check_layout(layout: str, give: Give) -> None:
    """Raise ValueError for a layout that cannot be read back, or that leaves out a part of what is kept."""
    if layout == "iso":
        return
    moments = (datetime(2000, 1, 31, 23, 5, 9, tzinfo=UTC), datetime(2024, 11, 6, 8, 40, 30, tzinfo=UTC))
    try:
        back = [_read(layout, moment.strftime(layout)) for moment in moments]
        day = all(found.date() == moment.date() for found, moment in zip(back, moments, strict=True))
        clock = all(
            (found.hour, found.minute) == (moment.hour, moment.minute)
            for found, moment in zip(back, moments, strict=True)
        )
    except (ValueError, re.error, OverflowError):
        day = clock = False
    if give == "time" and not clock:
        raise ValueError(f"“{one_line(layout, SHOWN)}” is not a time format with hour and minute, as in %H:%M")
    if give != "time" and not day:
        raise ValueError(f"“{one_line(layout, SHOWN)}” is not a date format with day, month and year, as in %d/%m/%Y")


def _epoch(given: Epoch) -> Step:
    kept = _kept(given)
    parts = 1000 if given.unit == "milliseconds" else 1

    def step(value: Any, _record: Raw) -> Any:
        # 0 means never in Moodle and its kin.
        if is_missing(value) or (isinstance(value, str | int | float) and word(value).strip() in _ZERO):
            return None
        try:
            # By way of text, so that true and false are no seconds.
            return kept(datetime.fromtimestamp(float(word(value)) / parts, UTC))
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"{quoted(value)} is not a time in {given.unit} since 1970") from None

    return step


def _kept(given: DateFormat | Epoch) -> Callable[[datetime], str]:
    """Return the function that tells a moment by the clock of the college."""
    zone = zone_of(given.zone) if given.zone else None

    def keep(moment: datetime) -> str:
        if zone is not None and moment.tzinfo is not None:
            moment = moment.astimezone(zone)
        match given.give:
            case "date":
                return moment.date().isoformat()
            case "time":
                return moment.strftime("%H:%M")
            case _:
                return moment.isoformat(timespec="seconds")

    return keep


def _weekday(_given: Any) -> Step:
    def step(value: Any, _record: Raw) -> Any:
        if is_missing(value):
            return None
        text = word(value).strip()
        try:
            return _WEEK[date.fromisoformat(text[:10]).weekday()]
        except ValueError:
            raise ValueError(f"{quoted(text)} is not a date such as 2026-01-31") from None

    return step


TIMES = (
    Transformation(
        "date",
        "Date format",
        "Reads a date, or a time, by its layout; with a zone, by the clock there.",
        "times",
        _date,
        (
            Example("31/01/2026", "2026-01-31", "%d/%m/%Y"),
            Example("2026-01-31T20:00:00Z", "2026-02-01", {"format": "iso", "zone": "Asia/Kolkata"}),
            Example(
                "31-01-2026 04:00 PM",
                "21:30",
                {"format": "%d-%m-%Y %I:%M %p", "writtenIn": "UTC", "zone": "+05:30", "give": "time"},
            ),
        ),
        DateFormat,
    ),
    Transformation(
        "epoch",
        "Time since 1970",
        "Reads a count of seconds, or of milliseconds, since 1970; 0 means never. Without a zone, days are those of "
        "UTC.",
        "times",
        _epoch,
        (
            Example(1767225600, "2026-01-01"),
            Example(
                1767209400000,
                "2026-01-01",
                {"unit": "milliseconds", "zone": "Asia/Kolkata"},
            ),
        ),
        Epoch,
    ),
    Transformation(
        "weekday",
        "Day of the week",
        "Tells the day of the week of a date.",
        "times",
        _weekday,
        (Example("2026-01-31", "saturday"),),
    ),
)
