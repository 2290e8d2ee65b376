"""How far the runs of this process have come."""

import threading
from collections.abc import Mapping

from msgspec import Struct, field

from hub_desktop.core.events import Event, RunFinished, RunProgress, RunStarted
from hub_desktop.core.status import Progress


class _Live(Struct):
    run_id: int
    done: dict[str, int] = field(default_factory=dict)
    totals: dict[str, int | None] = field(default_factory=dict)


class LiveProgress:
    """Listens to the events of runs and adds them up; asked by any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._live: dict[int, _Live] = {}

    def hear(self, event: Event) -> None:
        """Take note of an event of a run."""
        with self._lock:
            match event:
                case RunStarted(run):
                    self._live[run.integration_id] = _Live(run.run_id)
                case RunProgress() if event.integration_id in self._live:
                    live = self._live[event.integration_id]
                    live.done[event.endpoint] = event.counts.read
                    live.totals[event.endpoint] = event.total
                case RunFinished(run):
                    self._live.pop(run.integration_id, None)
                case _:
                    pass

    def of(self, integration_id: int) -> Progress | None:
        """Return the progress of the integration's run, None when it does not run in this process."""
        with self._lock:
            live = self._live.get(integration_id)
            if live is None:
                return None
            done = sum(live.done.values())
            return Progress(done, _total(live.totals, done))


def _total(totals: Mapping[str, int | None], done: int) -> int | None:
    """Return the announced total, None when any upstream announced none, or less than has come already."""
    known = [total for total in totals.values() if total is not None]
    total = sum(known)
    return total if known and len(known) == len(totals) and total >= done else None
