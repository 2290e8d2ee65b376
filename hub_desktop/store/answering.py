"""Folders that may not answer, such as those of a share that is gone: nobody waits for them longer than a moment.

A call of the system that asks such a folder cannot be broken off. So each is made on a thread of its own, which is left
to itself where it hangs, and nothing else asks that folder until it has come back.
"""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hub_desktop.core.errors import StorageError

_SECONDS = 3.0
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class NotAnsweringError(StorageError):
    """A folder neither shows what is in it nor says that it cannot."""


class _Look:
    """One question to a folder, on its own thread."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.begun = time.monotonic()
        self._work = work
        self._result: Any = None
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="hub-folder-look", daemon=True)
        self._thread.start()

    def ended_within(self, seconds: float) -> bool:
        """Wait until it has been asked for so long; tell whether it has come back."""
        self._thread.join(max(0.0, self.begun + seconds - time.monotonic()))
        return not self._thread.is_alive()

    def result(self) -> Any:
        """Return what came back, or raise it."""
        if self._error is not None:
            raise self._error
        return self._result

    def _run(self) -> None:
        try:
            self._result = self._work()
        except Exception as error:  # noqa: BLE001 - raised where somebody waits for it
            self._error = error


class PatientLooks:
    """Asks folders one question at a time each; safe to use from any thread."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        """`seconds` is for how long a folder may take to answer."""
        self._seconds = seconds
        self._lock = threading.Lock()
        self._going: dict[Path, _Look] = {}

    def ask(self, place: Path, work: Callable[[], _T]) -> _T:
        """Return what `work` says of a folder, or raise what it raises; NotAnsweringError where that takes too long."""
        while True:
            with self._lock:
                before = self._going.get(place)
                if before is None:
                    look = self._going[place] = _Look(work)
                    break
            # Of another thread, or one that hangs since long ago, for which nobody waits again.
            if not before.ended_within(self._seconds):
                raise _silent(place)
            self._forget(place, before)
        if not look.ended_within(self._seconds):
            _log.warning("%s did not answer within %g seconds", place, self._seconds)
            raise _silent(place)
        self._forget(place, look)
        result: _T = look.result()
        return result

    def _forget(self, place: Path, look: _Look) -> None:
        with self._lock:
            if self._going.get(place) is look:
                del self._going[place]


def _silent(place: Path) -> NotAnsweringError:
    return NotAnsweringError(
        f"The folder {place} does not answer. Look whether its disk or share is connected, or choose another folder.",
        f"{place} does not answer",
    )
