"""The bridge over which events of the hub, made on any thread, reach the window."""

import threading

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from hub_desktop.core.events import Event, RunFinished, RunProgress
from hub_desktop.hub.event_stream import EventStream

_PROGRESS_MS = 100
"""Progress of a run is shown ten times a second at most, however fast its pages come."""


class EventBridge(QObject):
    """Passes events on to the GUI thread; of a burst of progress only the latest of each endpoint.

    Signals:
        event_arrived(Event): something happened in the hub.
    """

    event_arrived = Signal(object)
    _arrived = Signal(object)
    _progressed = Signal()

    def __init__(self, events: EventStream, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._progress: dict[tuple[int, str], RunProgress] = {}
        self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PROGRESS_MS)
        self._timer.timeout.connect(self.on_time_passed)
        self._arrived.connect(self.on_arrived, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._timer.start, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = events.subscribe(self._hear)

    def stop(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
        self._timer.stop()

    @Slot(object)
    def on_arrived(self, event: Event) -> None:
        """Pass one event on; what a finished run had still to report is old news."""
        if isinstance(event, RunFinished):
            with self._lock:
                for key in [k for k, p in self._progress.items() if p.run_id == event.run.run_id]:
                    del self._progress[key]
        self.event_arrived.emit(event)

    @Slot()
    def on_time_passed(self) -> None:
        """Pass on the progress that has gathered."""
        with self._lock:
            gathered = list(self._progress.values())
            self._progress.clear()
            self._told = False
        for progress in gathered:
            self.event_arrived.emit(progress)

    def _hear(self, event: Event) -> None:
        if not isinstance(event, RunProgress):
            self._arrived.emit(event)
            return
        with self._lock:
            self._progress[event.integration_id, event.endpoint] = event
            first, self._told = not self._told, True
        if first:
            self._progressed.emit()
