"""What devices do at the moment: who was heard when, how often one uploads, and unknown ones that call without end."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct

UPLOADS_A_MINUTE = 240
"""Four a second: more than a queue before one device can punch."""
_NOTED_SECONDS = 30.0
"""How often a contact is written to disk."""
_IN_CONTACT_SECONDS = 90.0
"""Three times as long as a device waits between two calls."""
_CALLS_NOTED_SECONDS = (10.0, 3_600.0)
"""After how long the calls of an unknown one are noted again, at first and at most; it doubles."""
_CALLERS = 200
"""Unknown ones that are counted at a time."""
_NEW_CALLERS_A_MINUTE = 30


class _Caller(Struct):
    address: str
    times: int = 0
    noted_at: float | None = None
    pause: float = _CALLS_NOTED_SECONDS[0]


class _Allowance(Struct):
    left: float
    at: float


class DeviceTraffic:
    """Keeps the disk from being written for every call of a device; safe to share between threads.

    `clock` counts seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._heard: dict[str, float] = {}
        self._noted: dict[str, float] = {}
        self._allowances: dict[str, _Allowance] = {}
        self._callers: OrderedDict[str, _Caller] = OrderedDict()
        self._new = _Allowance(_NEW_CALLERS_A_MINUTE, clock())

    def heard(self, serial: str) -> bool:
        """Note that an allowed device was in contact; return whether that is worth writing to disk."""
        now = self._clock()
        with self._lock:
            self._heard[serial] = now
            worth = now - self._noted.get(serial, -_NOTED_SECONDS) >= _NOTED_SECONDS
            if worth:
                self._noted[serial] = now
            return worth

    def was_in_contact(self, serial: str) -> bool:
        """Tell whether an allowed device was heard a moment ago, so that what it uploads now was made just now."""
        with self._lock:
            return self._clock() - self._heard.get(serial, -_IN_CONTACT_SECONDS) < _IN_CONTACT_SECONDS

    def may_upload(self, serial: str) -> bool:
        """Tell whether an allowed device may upload now, and count it."""
        now = self._clock()
        with self._lock:
            kept = self._allowances.setdefault(serial, _Allowance(UPLOADS_A_MINUTE, now))
            return _taken(kept, UPLOADS_A_MINUTE, now)

    def refused(self, serial: str, address: str) -> int | None:
        """Count a call that is refused; return how many are to be noted now, None for a later moment.

        Beyond so many different ones a minute, none is noted at all: somebody makes them up.
        """
        now = self._clock()
        with self._lock:
            caller = self._callers.get(serial)
            if caller is None:
                if not _taken(self._new, _NEW_CALLERS_A_MINUTE, now):
                    return None
                caller = self._callers[serial] = _Caller(address)
                while len(self._callers) > _CALLERS:
                    self._callers.popitem(last=False)
            self._callers.move_to_end(serial)
            caller.address = address
            caller.times += 1
            if caller.noted_at is not None and now - caller.noted_at < caller.pause:
                return None
            if caller.noted_at is not None:
                caller.pause = min(caller.pause * 2, _CALLS_NOTED_SECONDS[1])
            caller.noted_at = now
            times, caller.times = caller.times, 0
            return times

    def left(self) -> list[tuple[str, str, int]]:
        """Return the calls that were counted and not noted yet: serial number, address and how many."""
        with self._lock:
            found = [(serial, one.address, one.times) for serial, one in self._callers.items() if one.times]
            for caller in self._callers.values():
                caller.times = 0
            return found

    def forget(self, serial: str) -> None:
        """Forget an unknown device that is allowed now."""
        with self._lock:
            self._callers.pop(serial, None)


def _taken(kept: _Allowance, a_minute: int, now: float) -> bool:
    kept.left = min(kept.left + (now - kept.at) * a_minute / 60, a_minute)
    kept.at = now
    if kept.left < 1:
        return False
    kept.left -= 1
    return True
