"""The backup that nobody has to think of: when one is due, what it is called, and which of the old ones may go."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Annotated

from msgspec import Struct
from pydantic import Field

from hub_desktop.core.attendance_rules import ClockTime
from hub_desktop.core.backups import SUFFIX, BackupMade
from hub_desktop.core.configured import Configured

MOST_KEPT = 60
SETTLED = timedelta(minutes=5)
"""For how long the program must have run: it has other things to do when it starts, and so has the computer."""
AGAIN = timedelta(hours=1)
"""After how long one that failed is tried again."""
PATIENCE = timedelta(minutes=30)
"""For how long it lets syncs go before it; there may be no moment without one."""
_DAY = timedelta(days=1)
_MUCH_MORE = 2
_FOLDER_LETTERS = 8
_BEGINNING = "hub-desktop-nightly-"


class NightlySettings(Configured):
    """Whether, when and where a backup is made by itself, and how many of them are kept."""

    on: bool = True
    """Whether one is made at all."""
    folder: Annotated[str, Field(max_length=1_000)] = ""
    """Where they lie; empty: in the data folder."""
    keep: Annotated[int, Field(ge=1, le=MOST_KEPT)] = 7
    """How many are kept; an older one goes when a newer one is whole."""
    at: ClockTime = "02:00"
    """From when on one is due, by the clock of this computer."""


class NightlyState(Struct, frozen=True):
    """How the last tries ended."""

    tried: datetime | None = None
    """When one was last begun."""
    made: BackupMade | None = None
    """The last one that was made."""
    problem: str = ""
    """Why none could be made since, as a sentence; empty where one could."""
    since: datetime | None = None
    """When the first try failed of those that did so in a row."""


class NightlyFile(Struct, frozen=True):
    """A backup that was made by itself, as it lies there."""

    path: Path
    made_at: datetime
    bytes: int


class NightlyLeft(Struct, frozen=True):
    """The nightly backups that are there, in which nobody is erased."""

    number: int = 0
    places: tuple[str, ...] = ()
    """The folders in which they lie."""
    until: datetime | None = None
    """When the last of them has gone, where one is made every night; None where some stay until a person acts."""


def night_of(moment: datetime, at: str, zone: tzinfo) -> datetime:
    """Return when the night began that a moment belongs to: the last time that the clock on the wall was at `at`."""
    wanted, today = time.fromisoformat(at), moment.astimezone(zone).date()
    begun = (datetime.combine(today + days * _DAY, wanted, zone).astimezone(UTC) for days in (1, 0, -1, -2))
    return next(one for one in begun if one <= moment)


def next_night(moment: datetime, at: str, zone: tzinfo) -> datetime:
    """Return when the next night begins after a moment."""
    wanted, today = time.fromisoformat(at), moment.astimezone(zone).date()
    coming = (datetime.combine(today + days * _DAY, wanted, zone).astimezone(UTC) for days in (-1, 0, 1, 2))
    return next(one for one in coming if one > moment)


def is_due(settings: NightlySettings, state: NightlyState, zone: tzinfo, now: datetime, up: timedelta) -> bool:
    """Tell whether a backup is to be made now by a program that has been up for so long.

    One a night, at the first chance after its time. A clock that was set back by less than a day makes no second one
    of the same night; one dated further ahead was made by a clock that ran wrong, and keeps nothing waiting.
    """
    if not settings.on or up < SETTLED:
        return False
    night = night_of(now, settings.at, zone)
    if state.made is not None and night <= state.made.at <= now + _DAY:
        return False
    return state.tried is None or not (night <= state.tried <= now < state.tried + AGAIN)


def name_of_nightly(at: datetime, folder: str) -> str:
    """Return the name of a file: when it was made by the clock of this computer, and of which data folder.

    Two computers may share a disk, so each tells its own by `folder`, the identity of its data folder.
    """
    return f"{_BEGINNING}{at.astimezone():%Y-%m-%d-%H%M%S}-{folder[:_FOLDER_LETTERS]}{SUFFIX}"


def is_nightly_name(name: str, folder: str) -> bool:
    """Tell whether a file is called as a nightly backup of this data folder is; of any, where `folder` is empty."""
    return _named(name, folder, "")


def is_unfinished_name(name: str, folder: str) -> bool:
    """Tell whether a file is called as a nightly backup of this data folder is that was never finished."""
    return name.startswith(".") and _named(name[1:], folder, r"\.\w+\.part")


def beyond(files: Sequence[NightlyFile], newest: Path, keep: int) -> list[NightlyFile]:
    """Return those that may go once `newest` is whole, so that `keep` are left; never `newest` itself.

    One dated more than a day later than the newest was made by a clock that ran ahead, and counts as the oldest. The
    last one that holds more than twice as much as the newest stays beside them: the files may have been lost and begun
    anew, and then seven nights of next to nothing must not push out all that there was.
    """
    made = next((one for one in files if one.path == newest), None)
    if made is None:
        return []
    others = [one for one in files if one.path != newest]
    others.sort(key=lambda one: (one.made_at <= made.made_at + _DAY, one.made_at), reverse=True)
    fuller = next((one for one in others if one.bytes > _MUCH_MORE * made.bytes), None)
    return [one for one in others[max(keep, 1) - 1 :] if one is not fuller]


def latest_first(files: Sequence[NightlyFile], now: datetime) -> list[NightlyFile]:
    """Return them as a person wants to go back to them: the one that was made last comes first.

    One dated more than a day ahead was made by a clock that ran wrong, and comes after all others.
    """
    return sorted(files, key=lambda one: (one.made_at <= now + _DAY, one.made_at), reverse=True)


def _named(name: str, folder: str, ending: str) -> bool:
    of_it = re.escape(folder[:_FOLDER_LETTERS]) or rf"\w{{{_FOLDER_LETTERS}}}"
    return bool(re.fullmatch(rf"{_BEGINNING}\d{{4}}-\d\d-\d\d-\d{{6}}-{of_it}{re.escape(SUFFIX)}{ending}", name))
