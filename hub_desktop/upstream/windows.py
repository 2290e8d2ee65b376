"""How far an endpoint has come: its cursor, and the windows of time that are read since."""

import contextlib
import math
import threading
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from msgspec import Struct

from hub_desktop.core.endpoint import Incremental
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.templates import Moment
from hub_desktop.core.time_formats import is_counter, read_first, read_moment

_FUTURE = timedelta(days=1)
_EARLIEST = datetime.min.replace(tzinfo=UTC)


class Window(Struct, frozen=True):
    """What one pass asks for: from where, and up to where; None: from the beginning, without end."""

    start: datetime | str | None = None
    end: datetime | None = None
    last: bool = True
    """The newest one."""


def windows(incremental: Incremental | None, cursor: str | None, now: datetime) -> list[Window]:
    """Return the windows to read, oldest first; `cursor` is the text that `Cursor.text` gave after the last pass."""
    if incremental is None:
        return [Window()]
    if is_counter(incremental.format):
        return [Window(cursor or incremental.first or None)]
    start = _start(incremental, cursor, now)
    if start is None or incremental.slice_days is None:
        return [Window(start, now)]
    found: list[Window] = []
    while start < now:
        end = min(start + timedelta(days=incremental.slice_days), now)
        found.append(Window(start, end, last=end >= now))
        start = end
    return found or [Window(start, now)]


def placeholders(incremental: Incremental | None, window: Window) -> dict[str, Any]:
    """Return what {cursor}, {run.window_start} and {run.window_end} stand for in a window."""
    if incremental is None:
        return {}
    start: Any = window.start
    if isinstance(start, datetime):
        start = Moment(start, incremental.format)
    elif start is not None and incremental.format == "number":
        # A JSON body tells a number from a text.
        with contextlib.suppress(ValueError):
            start = _number(start)
    end = Moment(window.end, incremental.format) if window.end is not None else None
    return {"cursor": start, "run.window_start": start, "run.window_end": end}


class Cursor:
    """Follows the greatest value of the cursor field through a pass.

    Values far in the future, such as a device with a wrong clock writes, are left aside: they would hide all that
    comes before them.
    """

    def __init__(self, incremental: Incremental, window: Window, now: datetime, *, one_pass: bool = True) -> None:
        self._by_page = one_pass and incremental.order == "ascending" and not _by_own_clock(incremental)
        self._incremental = incremental
        self._window = window
        self._now = now
        self._take = compile_path(incremental.field) if incremental.field else None
        self._greatest: datetime | float | str | None = None
        self._below: datetime | float | str | None = None
        self._lock = threading.Lock()
        self.seen = 0
        """Records looked at."""
        self.usable = 0
        """Of them, those with a value that could be read."""

    def note(self, records: Iterable[object]) -> None:
        """Look at the records of a page; several threads may do so."""
        if self._take is None:
            return
        with self._lock:
            for record in records:
                self.seen += 1
                try:
                    value = self._value(self._take(record) if isinstance(record, Mapping) else None)
                except ValueError:
                    continue
                self.usable += 1
                if self._greatest is None or value > self._greatest:  # type: ignore[operator] # all of one kind
                    self._greatest, self._below = value, self._greatest
                elif value < self._greatest:  # type: ignore[operator]
                    # They do not come in the order that was promised, so smaller ones may follow.
                    self._by_page = False

    def page_text(self) -> str | None:
        """Return the cursor to keep with a page that was noted, None where only a whole pass may move it.

        It stands before the greatest value: the next page may begin with more records of the same one, and many
        upstreams give only what lies after the start they are asked for.
        """
        return self._written(self._below) if self._by_page else None

    def text(self) -> str | None:
        """Return the cursor to keep after what was noted, None where there is nothing to keep."""
        if self._take is None or _by_own_clock(self._incremental):
            return self._window.end.isoformat() if self._window.end is not None else None
        return self._written(self._greatest)

    def _written(self, value: datetime | float | str | None) -> str | None:
        if value is None:
            return None
        if isinstance(value, datetime):
            # What changed while the pass ran may lie on a page that was read before, so it is asked for again.
            return min(value, self._now).isoformat()
        return str(value)

    def _value(self, raw: Any) -> datetime | float | str:
        match self._incremental.format:
            case "number":
                return _number(raw)
            case "text":
                if not isinstance(raw, str) or not raw:
                    raise ValueError("no text")
                return raw
            case time_format:
                moment = read_moment(raw, time_format)
                if moment > self._now + _FUTURE:
                    raise ValueError("a time in the future")
                return moment


def _number(raw: Any) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise ValueError("no number")  # noqa: TRY004 - one kind of refusal for all that is no number
    text = str(raw).strip()
    try:
        # In full, for change versions outgrow what a float holds exactly.
        return int(text)
    except ValueError:
        found = float(text)
    if not math.isfinite(found):
        raise ValueError("no number")
    return found


def _by_own_clock(incremental: Incremental) -> bool:
    """Tell whether the cursor is a time of this PC rather than one that the upstream wrote."""
    return not incremental.field or incremental.slice_days is not None


def _start(incremental: Incremental, cursor: str | None, now: datetime) -> datetime | None:
    reached = read_moment(cursor, "iso") if cursor else None
    if reached is not None and reached > now and _by_own_clock(incremental):
        # The clock of this PC ran ahead when it was kept; what has changed since is not known, so all is read.
        reached = None
    if reached is not None:
        reached = min(reached, now)
        look_back = timedelta(minutes=incremental.look_back)
        # Year 1, which some systems write for “never”, has nothing before it.
        return reached - min(look_back, reached - _EARLIEST)
    return read_first(incremental.first, now) if incremental.first else None
