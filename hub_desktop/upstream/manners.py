"""Manners towards a host: so many requests at once, so many a minute, and a pause when it asks for one."""

import contextlib
import re
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping

from hub_desktop.core.errors import CancelledError

Pause = Callable[[threading.Event, float], bool]
"""Waits so many seconds; returns True when cancelled meanwhile."""

LONGEST_PAUSE = 60.0
"""Seconds that are waited for of what an upstream asks; beyond that a run ends and is tried again then."""

_MINUTE = 60.0
_TICK_SECONDS = 0.05
_LEFT = ("x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining")
_RESET = ("x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset")
_PART = re.compile(r"\b(r|t|remaining|reset)\s*=\s*(\d+)")
_EPOCH = 1_000_000_000.0


class Gate:
    """The way to one host, shared by all who ask it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._condition = threading.Condition()
        self._active = 0
        self._not_before = 0.0
        self._begun: deque[float] = deque()

    @contextlib.contextmanager
    def passing(
        self, at_once: int, per_minute: int | None, cancel: threading.Event, pause: Pause, *, waited: float = 0.0
    ) -> Iterator[None]:
        """Wait for a turn, and keep it; raise CancelledError when stopped before.

        `waited` are seconds that the caller has paused already since the host asked for it, and that the clock does
        not show.
        """
        reached = self._clock() + waited
        while (until := self._try_enter(at_once, per_minute, reached)) is not None:
            if until > reached:
                if pause(cancel, until - max(reached, self._clock())):
                    raise CancelledError("Reading was stopped.")
                # The pause counts, whoever measures it.
                reached = until
            elif cancel.is_set():
                raise CancelledError("Reading was stopped.")
        try:
            yield
        finally:
            with self._condition:
                self._active -= 1
                self._condition.notify()

    def hold(self, seconds: float) -> None:
        """Let nobody pass for so many seconds."""
        with self._condition:
            self._not_before = max(self._not_before, self._clock() + seconds)

    def heed(self, headers: Mapping[str, str], wall_clock: float) -> None:
        """Hold where an answer says that its allowance is used up and when it is renewed."""
        seconds = seconds_to_renewal(headers, wall_clock)
        if seconds is not None and 0 < seconds <= LONGEST_PAUSE:
            self.hold(seconds)

    def _try_enter(self, at_once: int, per_minute: int | None, reached: float) -> float | None:
        """Enter and return None, or return the time until which to wait; `reached` where only a place is lacking."""
        with self._condition:
            now = max(self._clock(), reached)
            if now < self._not_before:
                return self._not_before
            while self._begun and self._begun[0] <= now - _MINUTE:
                self._begun.popleft()
            if per_minute is not None and len(self._begun) >= per_minute:
                return self._begun[0] + _MINUTE
            if self._active >= at_once:
                self._condition.wait(_TICK_SECONDS)
                return reached
            self._active += 1
            if per_minute is not None:
                self._begun.append(now)
            return None


class HostGates:
    """The gates of all hosts; one for the whole program, so that integrations of one host share its gate."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._gates: dict[tuple[str, str, int], Gate] = {}

    def gate(self, origin: tuple[str, str, int]) -> Gate:
        """Return the gate of an origin (scheme, host, port)."""
        with self._lock:
            return self._gates.setdefault(origin, Gate())


def seconds_to_renewal(headers: Mapping[str, str], wall_clock: float) -> float | None:
    """Return in how many seconds an allowance that is used up is renewed, None where there is some left.

    Reads `X-RateLimit-Remaining` and `-Reset` (seconds, or a time in seconds or milliseconds since 1970) and the
    `RateLimit` header of the IETF draft, in both its forms (`remaining=0, reset=30` and `"default";r=0;t=30`).
    """
    combined = headers.get("ratelimit", "")
    # With several policies, the one that is used up and renewed last counts.
    policies = combined.split(",") if ";" in combined else [combined]
    waits = [
        _renewal(part.get("remaining", part.get("r")), part.get("reset", part.get("t")), wall_clock)
        for part in (dict(_PART.findall(policy)) for policy in policies)
        if part
    ]
    if waits:
        return max((wait for wait in waits if wait is not None), default=None)
    left = next((headers[name] for name in _LEFT if name in headers), None)
    reset = next((headers[name] for name in _RESET if name in headers), None)
    return _renewal(left, reset, wall_clock)


def _renewal(left: str | None, reset: str | None, wall_clock: float) -> float | None:
    try:
        if left is None or reset is None or float(left) > 0:
            return None
        seconds = float(reset)
    except ValueError:
        return None
    if seconds > 100 * _EPOCH:
        seconds /= 1000
    return max(seconds - wall_clock, 0.0) if seconds > _EPOCH else seconds
