"""Commands about the academic calendar of a college: holidays, weekly days off and the time zone."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from hub_desktop.cli.desk import Desk, HubGroup, pass_desk, read_file
from hub_desktop.cli.output import say, say_fields, say_json, say_table
from hub_desktop.core.words import count, did_you_mean, listed

if TYPE_CHECKING:
    from hub_desktop.core.college_calendar import Holiday
    from hub_desktop.hub.college_calendars import CalendarView

_college_option = click.option("--college", type=int, metavar="N", help="The college, where there are several.")


class _Day(click.ParamType[date]):
    """A day as 2026-11-08."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fail with a sentence for what is none."""
        from hub_desktop.core.calendar_files import read_day

        try:
            return read_day(str(value))
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)


class _Weekday(click.ParamType[str]):
    """A weekday by its English name, in any case."""

    name = "weekday"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the weekday in small letters; fail with a sentence for what is none."""
        from hub_desktop.core.attendance_rules import WEEKDAYS

        day = str(value).strip().casefold()
        if day not in WEEKDAYS:
            self.fail(f"“{value}” is no weekday.{did_you_mean(day, WEEKDAYS)}", param, ctx)
        return day


_DAY, _WEEKDAY = _Day(), _Weekday()


@click.group("calendar", cls=HubGroup)
def calendar() -> None:
    """See and change the holidays of a college, on which attendance is not synced by itself."""


@calendar.command("list")
@click.option("--all", "everything", is_flag=True, help="Holidays that are over, too.")
@_college_option
@pass_desk
def list_calendar(desk: Desk, everything: bool, college: int | None) -> None:
    """List the holidays to come, the weekly days off and the time zone."""
    with desk.opened() as (hub, actor):
        view = hub.calendars.show(actor, college)
    if desk.as_json:
        say_json(_document(view))
        return
    off = [day.capitalize() for day in view.calendar.weekly_off]
    say_fields(
        [
            ("Time zone", view.zone if view.calendar.zone else f"{view.zone} (that of this computer)"),
            ("Weekly days off", listed(off) or "none"),
            ("Today", f"Holiday: {view.holiday_today}" if view.holiday_today else "no holiday"),
        ]
    )
    shown = view.calendar.holidays if everything else view.upcoming
    if shown:
        say_table(["First day", "Last day", "Name"], [[str(one.start), str(one.end), one.name] for one in shown])
    else:
        say("No holiday is written down" + ("." if everything else " that is still to come."))


@calendar.command("add")
@click.argument("name", required=False)
@click.argument("start", metavar="[DATE]", type=_DAY, required=False)
@click.argument("end", metavar="[LAST_DAY]", type=_DAY, required=False)
@click.option(
    "--weekly", "weekday", metavar="WEEKDAY", type=_WEEKDAY, help="A weekday on which the college is always closed."
)
@_college_option
@pass_desk
def add_holiday(
    desk: Desk, *, name: str | None, start: date | None, end: date | None, weekday: str | None, college: int | None
) -> None:
    """Add a holiday: its NAME, its DATE (2026-11-08) and, where it takes several days, the LAST_DAY."""
    if (weekday is None) == (name is None or start is None) or (weekday is not None and name is not None):
        raise click.UsageError("Give a NAME and a DATE, or --weekly with a weekday.")
    with desk.opened() as (hub, actor):
        if weekday is not None:
            known = hub.calendars.show(actor, college).calendar.weekly_off
            view = hub.calendars.set_weekly_off(actor, [*known, weekday], college)
        else:
            view = hub.calendars.add(actor, name or "", start or date.min, end, college)
    if desk.as_json:
        say_json(_document(view))
    elif weekday is not None:
        say(f"The college is closed on {weekday.capitalize()}.")
    else:
        say(f"{name} was added.")


@calendar.command("import")
@click.argument("file")
@_college_option
@pass_desk
def import_holidays(desk: Desk, file: str, college: int | None) -> None:
    """Add the holidays of an .ics or CSV FILE (date[, end], name; - for standard input)."""
    from hub_desktop.core.calendar_files import MAX_CALENDAR_BYTES

    content = read_file(file, MAX_CALENDAR_BYTES)
    with desk.opened() as (hub, actor):
        done = hub.calendars.import_file(actor, content, college)
    if desk.as_json:
        say_json({"added": done.added, "known": done.known, "skipped": done.skipped})
        return
    say(f"{count(done.added, 'holiday')} added" + (f", {done.known:,} known already." if done.known else "."))
    if done.skipped:
        say(f"{count(done.skipped, 'event')} passed over, because they take less than a day.")


@calendar.command("remove")
@click.argument("which", metavar="NAME|DATE", required=False)
@click.option(
    "--weekly", "weekday", metavar="WEEKDAY", type=_WEEKDAY, help="A weekday on which the college is open again."
)
@_college_option
@pass_desk
def remove_holiday(desk: Desk, *, which: str | None, weekday: str | None, college: int | None) -> None:
    """Remove the holidays of a NAME, or the one that begins on a DATE."""
    if (weekday is None) == (which is None):
        raise click.UsageError("Give a NAME or a DATE, or --weekly with a weekday.")
    gone: list[Holiday] = []
    with desk.opened() as (hub, actor):
        if weekday is not None:
            known = hub.calendars.show(actor, college).calendar.weekly_off
            hub.calendars.set_weekly_off(actor, [day for day in known if day != weekday], college)
        else:
            gone = hub.calendars.remove(actor, which or "", college)
    if desk.as_json:
        say_json({"removed": [_holiday(one) for one in gone]} if weekday is None else {"open": weekday})
    elif weekday is not None:
        say(f"The college is open on {weekday.capitalize()}.")
    else:
        for one in gone:
            say(f"{one.name} ({one.days}) was removed.")


@calendar.command("zone")
@click.argument("zone", required=False)
@click.option("--computer", is_flag=True, help="Take the zone of this computer again.")
@_college_option
@pass_desk
def time_zone(desk: Desk, *, zone: str | None, computer: bool, college: int | None) -> None:
    """Show the time ZONE of the college, or set it, as Asia/Kolkata."""
    if zone and computer:
        raise click.UsageError("Give a ZONE or --computer, not both.")
    with desk.opened() as (hub, actor):
        if zone or computer:
            view = hub.calendars.set_zone(actor, zone or "", college)
        else:
            view = hub.calendars.show(actor, college)
    if desk.as_json:
        say_json(_document(view))
    else:
        say(f"Time zone: {view.zone}" + ("" if view.calendar.zone else " (that of this computer)"))


def _holiday(one: "Holiday") -> dict[str, str]:
    return {"name": one.name, "start": str(one.start), "end": str(one.end)}


def _document(view: "CalendarView") -> dict[str, Any]:
    return {
        "college": view.college_id,
        "zone": view.zone,
        "of_computer": not view.calendar.zone,
        "weekly_off": list(view.calendar.weekly_off),
        "today": view.holiday_today,
        "holidays": [_holiday(one) for one in view.calendar.holidays],
    }


COMMANDS: tuple[click.Command, ...] = (calendar,)
