"""Holidays from files that calendars and spreadsheets write: iCalendar (.ics) and CSV."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from pydantic import ValidationError

from hub_desktop.core.college_calendar import LONGEST_HOLIDAY, MOST_HOLIDAYS, Holiday
from hub_desktop.core.errors import ConfigurationError

if TYPE_CHECKING:
    from icalendar import Event

MAX_CALENDAR_BYTES = 1_000_000

_DAY = timedelta(days=1)
_YEARS_BACK, _YEARS_AHEAD = 1, 3
"""How far a holiday that comes again is followed."""
_HEADINGS: dict[str, frozenset[str]] = {
    "start": frozenset({"date", "start", "from", "day", "start date", "first day"}),
    "end": frozenset({"end", "to", "until", "end date", "last day"}),
    "name": frozenset({"name", "holiday", "title", "summary", "description", "occasion"}),
}


class ReadCalendar(Struct, frozen=True):
    """What a file holds."""

    holidays: tuple[Holiday, ...]
    skipped: int = 0
    """Events that take less than a day, and are therefore no holidays."""


def read_calendar(content: bytes, today: date) -> ReadCalendar:
    """Return the holidays of an .ics or CSV file; raise ConfigurationError saying where it cannot be read.

    A holiday that comes again is followed from a year before `today` to three years after it.
    """
    if len(content) > MAX_CALENDAR_BYTES:
        raise ConfigurationError("A file with holidays has at most 1 MB. Take one with fewer years.", field="file")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigurationError("The file is not written in UTF-8. Save it as CSV (UTF-8).", field="file") from None
    calendar = text.lstrip()[:15].upper().startswith("BEGIN:VCALENDAR")
    found = _read_ics(text, today) if calendar else ReadCalendar(tuple(_read_csv(text)))
    if not found.holidays:
        raise ConfigurationError(
            "The file holds no holiday: an event of a whole day, or a line such as 2026-11-08,Diwali.", field="file"
        )
    if len(found.holidays) > MOST_HOLIDAYS:
        raise ConfigurationError(f"The file holds more than {MOST_HOLIDAYS:,} holidays.", field="file")
    return found


def read_day(text: str) -> date:
    """Return the day that is written as 2026-11-08; raise ValueError with a sentence for any other way."""
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise ValueError(
            f"“{text.strip()[:40]}” is not written as a date that has one meaning only; write it as 2026-11-08"
        ) from None


def make_holiday(name: str, start: date, end: date | None = None) -> Holiday:
    """Return a holiday; raise ConfigurationError saying what is wrong with it."""
    try:
        return Holiday(name=name, start=start, end=end or start)
    except ValidationError as error:
        raise ConfigurationError(_sentence(error), field="name") from None


def _read_csv(text: str) -> Iterator[Holiday]:
    # Some programs end a line with a carriage return alone.
    text = io.StringIO(text, newline=None).read()
    first = text.lstrip().partition("\n")[0]
    separator = max(",;\t", key=first.count)
    columns: Sequence[str] | None = None
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if columns is None:
                columns = _columns(cells)
                if columns:
                    continue
                columns = ()
            yield _row(cells, columns)
    except ValidationError as error:
        raise _wrong_line(reader.line_num, _sentence(error)) from None
    except csv.Error as error:
        what = f"it cannot be read as CSV ({error}); a quotation mark may be missing"
        raise _wrong_line(reader.line_num, what) from None
    except ValueError as error:
        raise _wrong_line(reader.line_num, str(error)) from None


def _wrong_line(number: int, what: str) -> ConfigurationError:
    what = what.rstrip(".")
    return ConfigurationError(f"Line {number}: {what}. Nothing was imported.", field="file")


def _columns(cells: Sequence[str]) -> list[str]:
    """Return what each column holds, where the line is a heading; an empty list where it is a holiday already."""
    if any(character.isdigit() for character in cells[0]):
        return []
    found = [next((what for what, words in _HEADINGS.items() if cell.casefold() in words), "") for cell in cells]
    if "start" not in found or "name" not in found:
        raise _wrong_line(1, "the columns are “date”, “end” and “name”, of which “end” may be left out")
    return found


def _row(cells: Sequence[str], columns: Sequence[str]) -> Holiday:
    if not columns:
        columns = ("start", "name") if len(cells) == 2 else ("start", "end", "name")
    found = dict(zip(columns, cells, strict=False))
    if not found.get("name"):
        raise ValueError("a holiday needs a name after its date")
    start = read_day(found["start"])
    return Holiday(name=found["name"], start=start, end=read_day(found["end"]) if found.get("end") else start)


def _read_ics(text: str, today: date) -> ReadCalendar:
    # Slow to load, and rarely wanted.
    from icalendar import Calendar

    try:
        events = Calendar.from_ical(text).events
        holidays: list[Holiday] = []
        skipped = 0
        for event in events:
            if str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            found = _days_of(event)
            if found is None:
                skipped += 1
                continue
            name = str(event.get("SUMMARY", "")).strip() or "Holiday"
            holidays += [
                Holiday(name=name[:120], start=start, end=start + found[1]) for start in _starts(event, found[0], today)
            ]
    except ValidationError as error:
        raise ConfigurationError(f"{_sentence(error)} Nothing was imported.", field="file") from None
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        # A file from elsewhere may be wrong in any way, and the library says so in as many.
        raise ConfigurationError(
            "The calendar file cannot be read. Export it once more, or take a CSV file instead.",
            f"{type(error).__name__}: {error}",
            field="file",
        ) from None
    return ReadCalendar(_once(holidays), skipped)


def _days_of(event: "Event") -> tuple[date, timedelta] | None:
    """Return the first day of an event and how long after it the last one is; None where it takes less than a day."""
    start: Any = event.start
    end: Any = event.end
    if isinstance(start, datetime):
        # Some programs write a whole day from midnight to midnight.
        length = end - start
        if start.time() != datetime.min.time() or length < _DAY or length % _DAY:
            return None
        return start.date(), length - _DAY
    return start, max(end - start - _DAY, timedelta(0))


def _starts(event: "Event", first: date, today: date) -> Iterator[date]:
    """Return the first days of an event that may come again."""
    from dateutil.rrule import rrulestr

    rules = event.get("RRULE")
    left_out = {_day_of(one.dt) for one in _dates(event.get("EXDATE"))}
    days = {first, *(_day_of(one.dt) for one in _dates(event.get("RDATE")))}
    start = datetime.combine(first, datetime.min.time())
    window = (
        datetime.combine(today - _YEARS_BACK * LONGEST_HOLIDAY * _DAY, datetime.min.time()),
        datetime.combine(today + _YEARS_AHEAD * LONGEST_HOLIDAY * _DAY, datetime.min.time()),
    )
    for rule in rules if isinstance(rules, list) else [rules] if rules else []:
        if str(next(iter(rule.get("FREQ", [""])))).upper() not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
            raise ValueError("a holiday that comes again more often than every day")
        # Without its end's zone, which a day has not.
        written = rule.to_ical().decode().replace("Z", "")
        for at in rrulestr(written, dtstart=start).xafter(window[0], inc=True):
            if at > window[1] or len(days) > MOST_HOLIDAYS:
                break
            days.add(at.date())
    yield from sorted(days - left_out)


def _dates(found: Any) -> list[Any]:
    listed = found if isinstance(found, list) else [found] if found is not None else []
    return [one for part in listed for one in part.dts]


def _day_of(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _sentence(error: ValidationError) -> str:
    finding = error.errors(include_url=False, include_input=False)[0]
    said = str(finding["msg"]).removeprefix("Value error, ")
    if finding["type"] == "string_too_long":
        said = "the name of a holiday has at most 120 characters"
    if finding["type"] == "string_too_short":
        said = "a holiday needs a name"
    return f"{said[:1].upper()}{said[1:]}."


def _once(holidays: Sequence[Holiday]) -> tuple[Holiday, ...]:
    return tuple({(one.name, one.start, one.end): one for one in holidays}.values())
