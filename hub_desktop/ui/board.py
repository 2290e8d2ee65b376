"""The board: what the window knows of the integrations, so that card, Home and tray all show one answer."""

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
from hub_desktop.hub.live import LiveProgress
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.session import Session

_GATHER_MS = 60
_REFRESH_MS = 60_000
"""“today 09:12” becomes “yesterday 09:12” without any event."""


class Board(QObject):
    """Keeps the views of all integrations up to date.

    Signals:
        views_changed(): the views were read anew.
        view_changed(int): the progress of one integration moved on.
        reading_failed(HubError): the views could not be read; those there were still stand.
    """

    views_changed = Signal()
    view_changed = Signal(int)
    reading_failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._live = LiveProgress()
        self._views: dict[int, IntegrationView] = {}
        self._reading = False
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
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        hub, actor = self._session.hub, self._session.actor
        self._session.calls.call(lambda: hub.overview.all(actor), self.on_read, self.on_not_read, owner=self)

    @Slot(list)
    def on_read(self, views: list[IntegrationView]) -> None:
        """Take the views over."""
        self._views = {view.integration_id: view for view in views}
        self.loaded = True
        self._ended_reading()
        self.views_changed.emit()

    @Slot(object)
    def on_not_read(self, error: HubError) -> None:
        """Keep the views there are, and say why they are old."""
        self._ended_reading()
        self.reading_failed.emit(error)

    def _ended_reading(self) -> None:
        self._reading = False
        if self._stale:
            self._gather.start()

    def _show_progress(self, integration_id: int) -> None:
        view, progress = self._views.get(integration_id), self._live.of(integration_id)
        if view is None or progress is None:
            return
        self._views[integration_id] = replace(view, status=Status(Light.SYNCING, progress=progress))
        self.view_changed.emit(integration_id)
