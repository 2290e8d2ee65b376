"""Time in which the program did not run: what fell due meanwhile, and when it was caught up."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.college_calendar import CollegeTime
from hub_desktop.core.events import CaughtUp, Event, MissedRuns, RunFinished
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.core.schedule import due, missed_runs
from hub_desktop.core.times import from_text, utc_now
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.notifications import PAUSED_UNTIL
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.integrations import IntegrationStore, StoredIntegration
from hub_desktop.store.settings import SettingStore

WORTH_TELLING = timedelta(minutes=30)
"""A shorter absence is a restart, or a nap of the computer."""
_BELIEVED = timedelta(days=400)
"""A longer one is a clock that was wrong."""
_WELL = frozenset({RunStatus.SUCCEEDED, RunStatus.PARTIAL})


class _Back(Struct):
    """An absence whose missed runs are being caught up."""

    since: datetime
    until: datetime
    waiting: dict[int, MissedRuns]
    caught: list[MissedRuns] = field(default_factory=list)


class Away:
    """Notices at each tick whether many were missed, and tells once when what fell due meanwhile has run."""

    def __init__(
        self,
        folder: DataFolder,
        *,
        integrations: IntegrationStore,
        settings: SettingStore,
        college_times: Callable[[], Callable[[int], CollegeTime]],
        events: EventStream,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._file = folder.alive_file
        self._integrations = integrations
        self._settings = settings
        self._college_times = college_times
        self._events = events
        self._now = now
        self._lock = threading.Lock()
        self._back: _Back | None = None

    def look(self) -> None:
        """Note that the program runs now, and what fell due since it was last noted; called before what is due runs."""
        now, since = self._now(), self._last()
        self._file.touch(mode=0o600)
        if since is None or not WORTH_TELLING <= now - since <= _BELIEVED:
            self._drop_gone()
            return
        waiting: dict[int, MissedRuns] = {}
        time_of = self._college_times()
        for stored in self._integrations.all():
            number = _missed(stored, time_of(stored.college_id), since, now)
            if number:
                waiting[stored.integration_id] = MissedRuns(stored.integration_id, stored.name, number)
        with self._lock:
            self._back = _Back(since, now, waiting) if waiting else None

    def hear(self, event: Event) -> None:
        """Follow the runs until all that were missed have been caught up, and tell so."""
        if not isinstance(event, RunFinished) or not event.polled:
            # Deliveries, and what is kept here, make up for nothing that was to be asked for.
            return
        run = event.run
        with self._lock:
            missed = self._back.waiting.pop(run.integration_id, None) if self._back is not None else None
            if self._back is None or missed is None:
                return
            self._back.caught.append(replace(missed, well=run.status in _WELL))
        self._tell_once_done()

    def _drop_gone(self) -> None:
        """Wait no more for what was deleted or switched off since."""
        with self._lock:
            if self._back is None:
                return
            on = {stored.integration_id for stored in self._integrations.all() if stored.config.enabled}
            self._back.waiting = {number: missed for number, missed in self._back.waiting.items() if number in on}
        self._tell_once_done()

    def _tell_once_done(self) -> None:
        with self._lock:
            back = self._back
            if back is None or back.waiting:
                return
            self._back = None
        if back.caught:
            self._events.emit(CaughtUp(back.since, back.until, self._now(), tuple(back.caught)))

    def _last(self) -> datetime | None:
        """Return until when the program is known to have run, or was paused by a person."""
        try:
            noted = datetime.fromtimestamp(self._file.stat().st_mtime, UTC)
        except FileNotFoundError:
            return None
        paused = str(self._settings.get(PAUSED_UNTIL, ""))
        # Nothing looks while it is paused, and that is no absence.
        return max(noted, min(from_text(paused), self._now())) if paused else noted


def _missed(stored: StoredIntegration, time: CollegeTime, since: datetime, now: datetime) -> int:
    endpoints = stored.times(time)
    found = due(
        now,
        enabled=stored.config.enabled and not stored.config.fed_by_devices,
        endpoints=endpoints,
        retry_at=stored.retry_at,
        stopped=stored.stopped,
        failing=stored.failing(),
    )
    if found is None or found.trigger is not Trigger.CATCH_UP:
        return 0
    return max(missed_runs(endpoints[name], since, now) for name in found.endpoints)
