"""The academic calendars of colleges: their time zone, holidays and weekly days off, and what time it is there."""

import logging
import threading
import zoneinfo
from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo

import tzlocal
from msgspec import Struct
from pydantic import ValidationError

from hub_desktop.core.actor import Actor
from hub_desktop.core.attendance_rules import WEEKDAYS, Weekday
from hub_desktop.core.calendar_files import make_holiday, read_calendar
from hub_desktop.core.college_calendar import CollegeCalendar, CollegeTime, Holiday
from hub_desktop.core.errors import ConfigurationError, NotFoundError
from hub_desktop.core.events import IntegrationsChanged
from hub_desktop.core.integration import Integration
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import utc_now
from hub_desktop.core.words import count, did_you_mean
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.gate import Gate
from hub_desktop.hub.sources import Sources
from hub_desktop.store.settings import SettingStore

_log = logging.getLogger(__name__)


class CalendarView(Struct, frozen=True):
    """The calendar of a college as every face shows it."""

    college_id: int
    calendar: CollegeCalendar
    zone: str
    """The name of its zone, also where that is the computer's."""
    holiday_today: str | None
    upcoming: tuple[Holiday, ...]
    """Holidays that are not over."""


class Imported(Struct, frozen=True):
    """What came of a file."""

    added: int
    known: int
    skipped: int
    """Events that take less than a day."""


class CollegeCalendars:
    """The use cases of academic calendars."""

    def __init__(
        self,
        gate: Gate,
        sources: Sources,
        settings: SettingStore,
        events: EventStream,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._gate = gate
        self._sources = sources
        self._settings = settings
        self._events = events
        self._now = now
        self._changing = threading.Lock()

    def time_of(self, college_id: int) -> CollegeTime:
        """Return what time it is at a college; asked by the program itself."""
        calendar = self._calendar(college_id)
        return CollegeTime(_zone(calendar.zone), calendar)

    def times(self) -> Callable[[int], CollegeTime]:
        """Return the same for many integrations, so that each calendar is read once."""
        known: dict[int, CollegeTime] = {}

        def of(college_id: int) -> CollegeTime:
            if college_id not in known:
                known[college_id] = self.time_of(college_id)
            return known[college_id]

        return of

    def resting(self, college_id: int, config: Integration) -> dict[str, str]:
        """Return the endpoints that rest today, with the name of the holiday: what they do not bring is no fault."""
        holiday = self.time_of(college_id).holiday_at(self._now())
        if holiday is None:
            return {}
        return {name: holiday for name in config.endpoints if config.rests_on_holidays(name)}

    def show(self, actor: Actor, college_id: int | None = None) -> CalendarView:
        """Return the calendar of a college."""
        with self._gate.use(actor, UseCase.VIEW_INTEGRATIONS, "calendar"):
            return self._view(self._sources.college(actor, college_id))

    def set_zone(self, actor: Actor, zone: str, college_id: int | None = None) -> CalendarView:
        """Let the college live by a time zone such as Asia/Kolkata; empty: that of the computer."""
        zone = zone.strip()
        if zone and zone not in zone_names():
            raise ConfigurationError(
                f"There is no time zone “{zone[:80]}”.{did_you_mean(zone, zone_names())} Write it as Asia/Kolkata.",
                field="zone",
            )
        return self._change(actor, college_id, f"zone {zone or 'of the computer'}", lambda c: _with(c, zone=zone))

    def set_weekly_off(self, actor: Actor, days: Sequence[str], college_id: int | None = None) -> CalendarView:
        """Let the college be closed on these weekdays, and on no others, always."""
        wanted: list[Weekday] = []
        for day in days:
            found = next((one for one in WEEKDAYS if one == day.strip().casefold()), None)
            if found is None:
                raise ConfigurationError(f"“{day}” is no weekday.{did_you_mean(day, WEEKDAYS)}", field="weeklyOff")
            wanted.append(found)
        if set(wanted) == set(WEEKDAYS):
            raise ConfigurationError("A college cannot be closed on all days of the week.", field="weeklyOff")
        said = f"closed on {', '.join(wanted) or 'no weekday'}"
        return self._change(actor, college_id, said, lambda c: _with(c, weekly_off=wanted))

    def add(
        self, actor: Actor, name: str, start: date, end: date | None = None, college_id: int | None = None
    ) -> CalendarView:
        """Add a holiday; one that is there already stays as it is."""
        holiday = make_holiday(name, start, end)
        said = f"{holiday.name}, {holiday.days}, added"
        return self._change(actor, college_id, said, lambda calendar: _joined(calendar, [holiday])[0])

    def import_file(self, actor: Actor, content: bytes, college_id: int | None = None) -> Imported:
        """Add the holidays of an .ics or CSV file, all of them or, where a line cannot be read, none."""
        read = read_calendar(content, self._now().date())
        added = 0

        def joined(calendar: CollegeCalendar) -> CollegeCalendar:
            nonlocal added
            changed, added = _joined(calendar, read.holidays)
            return changed

        self._change(actor, college_id, f"{count(len(read.holidays), 'holiday')} from a file", joined)
        return Imported(added, len(read.holidays) - added, read.skipped)

    def remove(self, actor: Actor, which: str, college_id: int | None = None) -> list[Holiday]:
        """Remove the holidays of a name, or that begin on a day such as 2026-11-08; return them.

        Raises NotFoundError naming a near one where there is none.
        """
        gone: list[Holiday] = []

        def without(calendar: CollegeCalendar) -> CollegeCalendar:
            wanted = which.strip().casefold()
            gone.extend(h for h in calendar.holidays if wanted in {h.name.casefold(), str(h.start)})
            if not gone:
                near = did_you_mean(which, [one.name for one in calendar.holidays])
                raise NotFoundError(f"The calendar has no holiday “{which}”.{near}")
            return _with(calendar, holidays=[one for one in calendar.holidays if one not in gone])

        self._change(actor, college_id, f"{which} removed", without)
        return gone

    def discard(self, actor: Actor, holidays: Sequence[Holiday], college_id: int | None = None) -> CalendarView:
        """Remove just these holidays, of which some may be gone already."""
        left_out = list(holidays)
        return self._change(
            actor,
            college_id,
            f"{count(len(left_out), 'holiday')} removed",
            lambda calendar: _with(calendar, holidays=[one for one in calendar.holidays if one not in left_out]),
        )

    def _change(
        self,
        actor: Actor,
        college_id: int | None,
        said: str,
        change: Callable[[CollegeCalendar], CollegeCalendar],
    ) -> CalendarView:
        with self._gate.use(actor, UseCase.MANAGE_COLLEGES, "calendar") as act:
            college = self._sources.college(actor, college_id)
            act.college_id, act.detail = college, said
            with self._changing:
                self._settings.set(_key(college), change(self._calendar(college)).written())
            view = self._view(college)
        # What is due next may have changed for all of them.
        self._events.emit(IntegrationsChanged())
        return view

    def _view(self, college: int) -> CalendarView:
        time = self.time_of(college)
        now = self._now()
        today = time.day(now)
        return CalendarView(
            college,
            time.calendar,
            time.calendar.zone or str(time.zone),
            time.holiday_at(now),
            tuple(one for one in time.calendar.holidays if one.end >= today),
        )

    def _calendar(self, college_id: int) -> CollegeCalendar:
        return CollegeCalendar.model_validate(self._settings.get(_key(college_id), {}))


def zone_names() -> set[str]:
    """Return the names of all time zones that this computer knows."""
    return zoneinfo.available_timezones()


def computer_zone() -> tzinfo:
    """Return the time zone of this computer; its offset of now where the zone has no name."""
    try:
        return tzlocal.get_localzone()
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        _log.warning("the time zone of this computer has no name that is known: %s", error)
        return datetime.now().astimezone().tzinfo or zoneinfo.ZoneInfo("UTC")


def _zone(name: str) -> tzinfo:
    if not name:
        return computer_zone()
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError) as error:
        _log.warning("the time zone %s of a college is not known here, so the computer's counts: %s", name, error)
        return computer_zone()


def _with(calendar: CollegeCalendar, **changed: object) -> CollegeCalendar:
    return CollegeCalendar.model_validate(calendar.model_dump() | changed)


def _joined(calendar: CollegeCalendar, holidays: Sequence[Holiday]) -> tuple[CollegeCalendar, int]:
    try:
        return calendar.with_holidays(holidays)
    except (ValidationError, ValueError) as error:
        raise ConfigurationError(f"The calendar is full: {error}. Remove old holidays first.", field="file") from None


def _key(college_id: int) -> str:
    return f"calendar-of-college-{college_id}"
