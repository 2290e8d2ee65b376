"""Lanes: the long-lived threads on which syncs run."""

import logging
import threading
import time

from PySide6.QtCore import QObject, Qt, QThread, Slot

from hub_desktop.hub.hub import Hub

_TAKE_SECONDS = 10.0
"""A lane is woken when there is something to do; to look now and then costs a computer at rest its rest."""
_log = logging.getLogger(__name__)
_stuck: list[tuple[QThread, "_Worker"]] = []
"""Lanes that did not end in time; Qt aborts the program when a running thread is destroyed."""


class _Worker(QObject):
    """Takes one run after the other, on the thread of its lane."""

    def __init__(self, hub: Hub, name: str) -> None:
        super().__init__()
        self._hub = hub
        self._name = name

    @Slot()
    def on_started(self) -> None:
        """Work until the hub closes its queue, then let the thread end."""
        threading.current_thread().name = self._name
        while not self._hub.syncs.closed:
            try:
                ticket = self._hub.syncs.take(_TAKE_SECONDS)
                if ticket is not None:
                    self._hub.syncs.run_ticket(ticket)
            except Exception:  # noqa: BLE001 - nothing may end a lane
                _log.exception("a run on %s ended by an error; the lane goes on", self._name)
        self.thread().quit()


class Lanes(QObject):
    """Runs what is asked for, a few integrations side by side; needs no window and no main loop."""

    def __init__(self, hub: Hub, count: int = 3) -> None:
        super().__init__()
        self._hub = hub
        self._lanes: list[tuple[QThread, _Worker]] = []
        for number in range(1, count + 1):
            thread, worker = QThread(), _Worker(hub, f"lane-{number}")
            thread.setObjectName(f"lane-{number}")
            worker.moveToThread(thread)
            # Queued: the worker's loop must begin on the lane's own thread, once that has its event loop.
            thread.started.connect(worker.on_started, Qt.ConnectionType.QueuedConnection)
            self._lanes.append((thread, worker))

    def start(self) -> None:
        """Open all lanes."""
        for thread, _ in self._lanes:
            thread.start()

    def stop(self, seconds: float = 10.0) -> bool:
        """Cancel what runs and wait for the lanes to end; return whether all did in time."""
        self._hub.syncs.close()
        deadline = time.monotonic() + seconds
        ended = True
        for lane in self._lanes:
            thread = lane[0]
            left = max(0, round((deadline - time.monotonic()) * 1000))
            if thread.isRunning() and not thread.wait(left):
                _log.error("%s did not end within %g seconds", thread.objectName(), seconds)
                _stuck.append(lane)
                ended = False
        self._lanes = []
        return ended
