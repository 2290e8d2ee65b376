"""The board: what the window knows of the integrations, so that card, Home and tray all show one answer."""

import threading
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import (
    DeliveriesRefused,
    DeliveryReceived,
    DevicesChanged,
    Event,
    IntegrationsChanged,
    ListenerChanged,
    RunFinished,
    RunProgress,
    RunStarted,
)
from hub_desktop.core.status import Light, Status
from hub_desktop.core.times import utc_now
from hub_desktop.hub.live import LiveProgress
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.session import Session
from hub_desktop.ui.waiting import Waiting, stopping

_GATHER_MS = 60
_REFRESH_MS = 60_000
"""“today 09:12” becomes “yesterday 09:12” without any event."""


class Board(QObject):
    """Keeps the views of all integrations up to date.

    Signals:
        reading_begun(): the views are being read.
        views_changed(): the views were read anew.
        view_changed(int): the progress of one integration moved on.
        reading_failed(HubError): the views could not be read; those there were still stand.
        reading_stopped(): a person waited no longer for them.
    """

    reading_begun = Signal()
    views_changed = Signal()
    view_changed = Signal(int)
    reading_failed = Signal(object)
    reading_stopped = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._live = LiveProgress()
        self._views: dict[int, IntegrationView] = {}
        self._reading: threading.Event | None = None
        """Stops the reading that goes on."""
        self._read_at: datetime | None = None
        self._error: HubError | None = None
        self._stopped = False
        """How the last reading ended, for views that are opened after it."""
        self._stale = False
        self.loaded = False
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self.on_reading_due)
        self._minute = QTimer(self)
        self._minute.setInterval(_REFRESH_MS)
        self._minute.timeout.connect(self.on_reading_due)

    @property
    def views(self) -> list[IntegrationView]:
        """All integrations, what needs attention first."""
        return list(self._views.values())

    def view(self, integration_id: int) -> IntegrationView | None:
        """Return one integration, None when there is no such one any more."""
        return self._views.get(integration_id)

    def wait_with(self, waiting: Waiting) -> None:
        """Let a view of the integrations say how reading them goes; it shows them itself when they came."""
        self.reading_begun.connect(waiting.begin)
        self.views_changed.connect(waiting.came)
        self.reading_failed.connect(waiting.failed)
        self.reading_stopped.connect(waiting.stopped)
        waiting.stop_asked.connect(self.on_stop_asked)
        waiting.again_asked.connect(self.on_reading_due)
        if self._read_at is not None:
            waiting.came(self._read_at)
        if self._reading is not None or not (self.loaded or self._error or self._stopped):
            waiting.begin()
        elif self._error is not None:
            waiting.failed(self._error)
        elif self._stopped:
            waiting.stopped()

    def start(self) -> None:
        """Read the views now, and again each minute."""
        self._minute.start()
        self.on_reading_due()

    def stop(self) -> None:
        """Read nothing more."""
        self._minute.stop()
        self._gather.stop()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Move a progress bar on, or read anew what an event has changed."""
        self._live.hear(event)
        match event:
            case RunProgress():
                self._show_progress(event.integration_id)
            case RunStarted(run):
                self._show_progress(run.integration_id)
                self._gather.start()
            case (
                RunFinished()
                | IntegrationsChanged()
                | DeliveryReceived()
                | DeliveriesRefused()
                | DevicesChanged()
                | ListenerChanged()
            ):
                self._gather.start()
            case _:
                pass

    @Slot()
    def on_reading_due(self) -> None:
        """Read the views, one reading at a time."""
        if self._reading is not None:
            self._stale = True
            return
        cancel = self._reading = threading.Event()
        self._stale = False
        hub, actor = self._session.hub, self._session.actor
        self.reading_begun.emit()
        self._session.calls.call(
            stopping(lambda: hub.overview.all(actor), cancel),
            lambda views: self.on_read(cancel, views),
            lambda error: self.on_not_read(cancel, error),
            owner=self,
            cancel=cancel,
        )

    @Slot()
    def on_stop_asked(self) -> None:
        """Read no further, because nobody waits for it; what was read before stands."""
        if self._reading is not None:
            self._reading.set()
            self._ended_reading()
            self._stopped = True
            self.reading_stopped.emit()

    def on_read(self, cancel: threading.Event, views: list[IntegrationView]) -> None:
        """Take the views over, unless nobody waits for them any more."""
        if cancel is not self._reading:
            return
        self._views = {view.integration_id: view for view in views}
        self.loaded = True
        self._read_at = utc_now()
        self._ended_reading()
        self.views_changed.emit()

    def on_not_read(self, cancel: threading.Event, error: HubError) -> None:
        """Keep the views there are, and say why they are old."""
        if cancel is not self._reading:
            return
        self._ended_reading()
        self._error = error
        self.reading_failed.emit(error)

    def _ended_reading(self) -> None:
        self._reading, self._error, self._stopped = None, None, False
        if self._stale:
            self._gather.start()

    def _show_progress(self, integration_id: int) -> None:
        view, progress = self._views.get(integration_id), self._live.of(integration_id)
        if view is None or progress is None:
            return
        self._views[integration_id] = replace(view, status=Status(Light.SYNCING, progress=progress))
        self.view_changed.emit(integration_id)
