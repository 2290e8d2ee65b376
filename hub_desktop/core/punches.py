"""Punches as attendance devices send them: reading their rows, telling impossible dates, and how wrong a clock is."""

import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Annotated

from msgspec import Struct
from pydantic import Field

from hub_desktop.core.attendance_rules import WEEKDAYS, ClockTime, Weekday
from hub_desktop.core.configured import Configured
from hub_desktop.core.words import count

MOST_ROWS = 20_000
"""Rows of one upload."""
DRIFT_SAMPLES = 5
"""Uploads by which the clock of a device is judged."""

_BEHIND_SAMPLES = 3
"""Uploads that must all come late before a clock is called slow: the first after an outage come late by themselves."""

_LONGEST_RAW = 300
_FIELD_LENGTH = 40
_AT = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$")
_OLDEST_YEAR = 2000


class Punch(Struct, frozen=True):
    """One punch; `at` is what the clock of the device showed, without a zone."""

    pin: str
    at: datetime
    status: str = ""
    verify: str = ""
    work_code: str = ""


class PutAside(Struct, frozen=True):
    """A row that is kept but makes no attendance, and why; `punch` where it could be read at all."""

    raw: str
    reason: str
    punch: Punch | None = None

    @property
    def pin(self) -> str:
        """The number of the person, which stands first, whether or not the rest of the row can be read."""
        return self.punch.pin if self.punch else self.raw.split("\t", 1)[0].strip()


class DeviceWatch(Configured):
    """When something about a device is worth a word."""

    stale_minutes: Annotated[int, Field(ge=5, le=24 * 60)] = 30
    """Minutes without contact within the hours below."""
    opens: ClockTime = "08:00"
    """From when devices are expected to be in contact."""
    closes: ClockTime = "17:00"
    """Until when they are."""
    days: list[Weekday] = Field(default_factory=lambda: list(WEEKDAYS[:6]), max_length=7)
    """Days of the week on which they are."""
    drift_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 2
    """Minutes by which a clock may be wrong."""
    future_minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 15
    """Minutes by which a punch may lie in the future before it is put aside."""
    keep_days: Annotated[int, Field(ge=30, le=3_650)] = 730
    """Days for which punches are kept as they came."""


def read_rows(body: bytes) -> tuple[list[Punch], list[PutAside]]:
    """Return the punches of an upload, tab-separated rows of PIN, time, status, verification and work code.

    A row that is none is put aside rather than dropped. Raises ValueError past 20,000 rows.
    """
    lines = [line for line in _text(body).splitlines() if line.strip("\x00 \t")]
    if len(lines) > MOST_ROWS:
        raise ValueError(f"more than {MOST_ROWS:,} rows at once")
    punches: list[Punch] = []
    odd: list[PutAside] = []
    for line in lines:
        read = _row(line)
        if isinstance(read, Punch):
            punches.append(read)
        else:
            odd.append(PutAside(_raw(line), read))
    return punches, odd


def raw_row(punch: Punch) -> str:
    """Return a punch as the row it came in."""
    return "\t".join((punch.pin, f"{punch.at:%Y-%m-%d %H:%M:%S}", punch.status, punch.verify, punch.work_code))


def why_impossible(at: datetime, *, now: datetime, earliest: datetime, future_minutes: int) -> str:
    """Return why a punch cannot have been made then, as a sentence, or the empty string.

    All times are those of the wall where the device hangs; `earliest` is as far back as punches are believed.
    """
    if at.year < _OLDEST_YEAR:
        return f"Its date, {at:%Y-%m-%d}, lies before the year {_OLDEST_YEAR}: the clock of the device was wrong."
    if at > now + timedelta(minutes=future_minutes):
        return (
            f"It lies in the future ({at:%Y-%m-%d %H:%M}, received {now:%Y-%m-%d %H:%M}): the clock of the device is "
            "ahead."
        )
    if at < earliest:
        return (
            f"Its date, {at:%Y-%m-%d}, lies before {earliest:%Y-%m-%d}, from when on punches of this device are "
            "taken; after a power cut a clock may begin anew."
        )
    return ""


def seconds_ahead(lateness: Sequence[float]) -> float | None:
    """Return by how many seconds a clock is ahead (behind: negative), from how late the last uploads were.

    Each is the moment of an upload minus the time of its newest punch. Being on the way makes an upload later and
    never earlier, so the least of them says the most about the clock. None where not enough is known.
    """
    samples = lateness[-DRIFT_SAMPLES:]
    if not samples or (min(samples) > 0 and len(samples) < _BEHIND_SAMPLES):
        return None
    return -min(samples)


def drift_sentence(name: str, ahead: float) -> str:
    """Return what is said of a clock that is wrong."""
    minutes = max(round(abs(ahead) / 60), 1)
    way = "ahead" if ahead > 0 else "behind"
    return (
        f"The clock of {name} is about {count(minutes, 'minute')} {way}, so attendance is judged by a wrong time. Set "
        "the date and time on the device, or let it take them from this computer."
    )


def is_stale(last: datetime, now: datetime, watch: DeviceWatch) -> bool:
    """Tell whether a device should have been in contact; both times are those of the wall where it hangs.

    Only minutes within the hours of the watch count, so that nobody is told on Monday of the weekend.
    """
    opens, closes = time.fromisoformat(watch.opens), time.fromisoformat(watch.closes)
    if WEEKDAYS[now.weekday()] not in watch.days or not opens <= now.time() <= closes:
        return False
    opened = datetime.combine(now.date(), opens)
    return now - max(last, opened) > timedelta(minutes=watch.stale_minutes)


def time_zone_option(offset: timedelta) -> str:
    """Return the zone of a device as its options have it: whole hours, or minutes where those do not do."""
    minutes = round(offset.total_seconds() / 60)
    return str(minutes // 60) if minutes % 60 == 0 and abs(minutes) <= 12 * 60 else str(minutes)


def _row(line: str) -> Punch | str:
    """Return the punch of a row, or why it is none."""
    parts = [part.strip(" \x00") for part in line.split("\t")]
    if len(parts) < 2:
        return "The row is no punch: it has no time."
    pin, at = parts[0], _moment(parts[1])
    if at is None:
        return "The row is no punch: its time cannot be read."
    if pin.strip("0") == "":
        return "The punch names nobody."
    if len(pin) > _FIELD_LENGTH or not pin.isprintable() or "�" in pin:
        return "The number of the person cannot be read."
    status, verify, work_code = ([part[:_FIELD_LENGTH] for part in parts[2:5]] + ["", "", ""])[:3]
    return Punch(pin, at, status, verify, work_code)


def _moment(written: str) -> datetime | None:
    found = _AT.match(written)
    if found is None:
        return None
    try:
        return datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001 - a wall clock
    except ValueError:
        return None


def _text(body: bytes) -> str:
    return body.decode("utf-8-sig", "replace")


def _raw(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "�" for c in line)[:_LONGEST_RAW]
