"""Times, durations and counts as people say them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hub_desktop.core.datatypes import DATA_TYPES, DataType
from hub_desktop.core.events import CaughtUp
from hub_desktop.core.naming import naming_field
from hub_desktop.core.reports import Column
from hub_desktop.core.validation import Values
from hub_desktop.ui.spoken import count, listed, spoken

if TYPE_CHECKING:
    from hub_desktop.hub.overview import IntegrationView

_NEAR = timedelta(minutes=1)
_WEEK_DAYS = 6

_RECORD_WORDS: dict[str, tuple[str, str]] = {
    "students": ("student", "students"),
    "faculty": ("faculty member", "faculty"),
    "subjects": ("subject", "subjects"),
    "timetable": ("timetable entry", "timetable entries"),
    "attendance": ("attendance record", "attendance records"),
    "marks": ("mark", "marks"),
    "custom": ("other record", "other records"),
}


def when(moment: datetime | None, now: datetime | None = None) -> str:
    """Return the moment as people say it, in local time: `today 09:12`, `Mon 09:12`, `12 Nov 2026`, `never`."""
    if moment is None:
        return _tr("never")
    moment, now = moment.astimezone(), (now or datetime.now(UTC)).astimezone()
    if abs(now - moment) < _NEAR:
        return _tr("just now") if moment <= now else _tr("in a moment")
    clock = moment.strftime("%H:%M")
    days = (moment.date() - now.date()).days
    named = {0: _tr("today"), -1: _tr("yesterday"), 1: _tr("tomorrow")}.get(days)
    if named is not None:
        return f"{named} {clock}"
    locale = QLocale()
    if abs(days) <= _WEEK_DAYS:
        return f"{locale.dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)} {clock}"
    month = locale.monthName(moment.month, QLocale.FormatType.ShortFormat)
    return f"{moment.day} {month} {moment.year}"


def when_for_long(moment: datetime | None) -> str:
    """Return the moment as people say it where the words stay for hours: a time of day, never `just now`."""
    now = datetime.now(UTC)
    return when(moment, now if moment is None else max(now, moment + _NEAR))


def upcoming(moment: datetime, now: datetime | None = None) -> str:
    """Return when something will happen, as people say it; what is due already happens `in a moment`."""
    now = now or datetime.now(UTC)
    return _tr("in a moment") if moment <= now + _NEAR else when(moment, now)


def next_words(view: "IntegrationView") -> str:
    """Return when the next run is and why not earlier, as every face says it; empty where there is none."""
    if view.next_whole or not view.next_words:
        return spoken(view.next_words)
    return _tr("next {time}").format(time=spoken(view.next_words))


def caught_up_words(event: CaughtUp, now: datetime | None = None) -> str:
    """Return what was missed while the program did not run, and when it was caught up."""
    now = now or datetime.now(UTC)
    said = _tr("This PC was off or asleep from {since} to {until}; {runs} missed, caught up at {time}.").format(
        since=when(event.since, now),
        until=when(event.until, now),
        runs=count(event.missed, "run"),
        time=event.at.astimezone().strftime("%H:%M"),
    )
    if event.left:
        said += " " + _tr("Not all went well: look at {names}.").format(names=listed(event.left))
    return said


def exact(moment: datetime | None) -> str:
    """Return the moment to the second with its zone, in local time; empty for None."""
    if moment is None:
        return ""
    moment = moment.astimezone()
    locale = QLocale()
    day = locale.dayName(moment.isoweekday(), QLocale.FormatType.LongFormat)
    month = locale.monthName(moment.month, QLocale.FormatType.LongFormat)
    return f"{day} {moment.day} {month} {moment.year}, {moment.strftime('%H:%M:%S')} ({moment.strftime('UTC%z')})"


def duration(seconds: float) -> str:
    """Return `less than a second`, `12 seconds`, `3 min 20 s` or `1 h 5 min`."""
    whole = round(seconds)
    if whole < 1:
        return _tr("less than a second")
    if whole < 60:
        return _tr("1 second") if whole == 1 else _tr("{number} seconds").format(number=whole)
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest) if rest else f"{minutes} min"
    hours, rest = divmod(whole // 60, 60)
    return _tr("{hours} h {minutes} min").format(hours=f"{hours:,}", minutes=rest)


def data_type_counts(records: Mapping[str, int]) -> str:
    """Return `412 students, 36 faculty`, in the order of the data types; empty where there are none."""
    order = {name: number for number, name in enumerate(DATA_TYPES)}
    known = sorted(records.items(), key=lambda item: (order.get(item[0], len(order)), item[0]))
    return ", ".join(counted(name, number) for name, number in known if number)


def counted(data_type: str, number: int) -> str:
    """Return `1 student` or `412 students` for a number of records of a data type."""
    one, many = _RECORD_WORDS.get(data_type, (data_type, data_type))
    return count(number, one, many)


def value_word(value: object) -> str:
    """Return a value of a record as people read it; one that is not there is `nothing`."""
    return _tr("nothing") if value is None or value == "" else " ".join(str(value).split())


def filled_fields(data_type: DataType, values: Values) -> str:
    """Return what is in a record besides its key and its name: `Phone: 98…; Department: Physics`."""
    named = naming_field(data_type)
    return "; ".join(
        f"{spoken(field.label)}: {value_word(value)}"
        for field, value in zip(data_type.fields, values, strict=True)
        if value is not None and value != "" and not field.key and (field.name != named or named == "content")
    )


def heading_of(column: Column) -> str:
    """Return what stands over a column of a report: a word of ours in the language of the window, or a name."""
    return column.heading if column.given else spoken(column.heading)


def key_words(key: Sequence[object]) -> str:
    """Return the parts of a key, those that are filled in, side by side."""
    return " · ".join(str(part) for part in key if part is not None and part != "")


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
