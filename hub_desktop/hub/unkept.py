"""Runs of this process of which the disk did not take what was to be kept: how they ended, or that they began."""

import threading
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.errors import Problem, Remedy
from hub_desktop.core.runs import Run


class Unkept(Struct, frozen=True):
    """What the files do not say of the newest run of an integration."""

    problem: Problem
    """Why they do not."""
    keep: Callable[[], None]
    """Writes it down after all, or raises HubError."""
    run: Run | None = None
    """As it ended; None where it did not even begin."""


class UnkeptRuns:
    """Remembers them until they are kept, or another run has begun; asked by any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._unkept: dict[int, Unkept] = {}

    def add(self, integration_id: int, problem: Problem, *, keep: Callable[[], None], run: Run | None = None) -> None:
        """Remember a run; one that ended is not forgotten for one that did not begin after it."""
        told = replace(problem, remedy=Remedy.RETRY) if problem.remedy is Remedy.NONE else problem
        with self._lock:
            before = self._unkept.get(integration_id)
            if run is None and before is not None:
                run, keep = before.run, before.keep
            self._unkept[integration_id] = Unkept(told, keep, run)

    def of(self, integration_id: int) -> Unkept | None:
        """Return what is remembered of an integration."""
        with self._lock:
            return self._unkept.get(integration_id)

    def all(self) -> list[int]:
        """Return the integrations of which something is remembered."""
        with self._lock:
            return list(self._unkept)

    def keep(self, integration_id: int) -> bool:
        """Write down how the run ended, and forget it; return False where nothing was remembered.

        Raises HubError while the disk does not take it. To be called only while holding the integration's run lock.
        """
        found = self.of(integration_id)
        if found is None:
            return False
        found.keep()
        with self._lock:
            if self._unkept.get(integration_id) is found:
                del self._unkept[integration_id]
        return True
