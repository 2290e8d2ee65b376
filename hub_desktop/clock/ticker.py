"""The tick: every half minute the hub is asked for what is due, whatever the wall clock does meanwhile."""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from hub_desktop.core.times import utc_now

TICK_SECONDS = 30.0
_TICK = "tick"
_log = logging.getLogger(__name__)


class Clock:
    """Calls `ask_for_due` every `seconds`, on a thread of its own, never twice at a time.

    APScheduler runs the tick. It computes its waits from the wall clock, so it sleeps on after a resume, stalls when
    the clock is set back and counts every missed second when it jumps ahead. A beat on the monotonic clock therefore
    moves the tick to “now” each time; what is due is computed from the database, so a late beat loses nothing.
    """

    def __init__(
        self,
        ask_for_due: Callable[[], object],
        seconds: float = TICK_SECONDS,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._ask = ask_for_due
        self._seconds = seconds
        self._stopped = threading.Event()
        self._now = now
        self._paused_until = (0.0, datetime.min.replace(tzinfo=UTC))
        self._scheduler = BackgroundScheduler(
            timezone="UTC",
            daemon=True,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._beating = threading.Thread(target=self._beat, name="hub-clock-beat", daemon=True)

    def start(self) -> None:
        """Begin to tick; the first tick comes after one period."""
        # Only the beat brings the tick. A short interval would be counted out tick by tick after a jump of years.
        self._scheduler.add_job(self._tick, "interval", weeks=520, id=_TICK)
        self._scheduler.start()
        self._beating.start()

    def stop(self) -> None:
        """End the ticking and wait for a tick that goes on."""
        self._stopped.set()
        if self._beating.is_alive():
            self._beating.join()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)

    def pause(self, seconds: float) -> None:
        """Ask for nothing for that long; 0 ends a pause. Syncs that a person starts are not touched."""
        self._paused_until = (time.monotonic() + seconds, self._now() + timedelta(seconds=seconds))

    @property
    def paused(self) -> bool:
        """Whether nothing is asked for now."""
        # The monotonic clock stands still while the computer sleeps, and the one on the wall may be set back.
        beats, wall = self._paused_until
        return time.monotonic() < beats and self._now() < wall

    def _beat(self) -> None:
        while not self._stopped.wait(self._seconds):
            self._scheduler.modify_job(_TICK, next_run_time=utc_now())

    def _tick(self) -> None:
        if self.paused or self._stopped.is_set():
            return
        try:
            self._ask()
        except Exception:  # noqa: BLE001 - the next tick must come, whatever went wrong in this one
            _log.exception("looking for what is due failed")
