"""The webhook of an integration in a dialog of its own, which asks before something typed is lost."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hub_desktop.core.events import Event
from hub_desktop.ui.dialog_room import room_for
from hub_desktop.ui.discarding import DiscardQuestion
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderDialog
from hub_desktop.ui.webhook_panel import WebhookPanel


class WebhookDialog(ReadingOrderDialog):
    """Shows a webhook until it is closed.

    Signals:
        listener_asked(): the settings of the listener are to be shown; the dialog has closed.
        run_asked(int, int): the log of this integration's run is to be shown; the dialog has closed.
    """

    listener_asked = Signal()
    run_asked = Signal(int, int)

    def __init__(self, session: Session, integration_id: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = WebhookPanel(session, integration_id)
        self.close_button = plain_button(self.tr("&Close"))
        self.setWindowTitle(self.tr("Webhook of {name}").format(name=name))
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, SPACE_XL, 0)
        head.addWidget(PlainLabel(self.windowTitle(), "title", wrap=True))
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, SPACE_XL, 0)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_XL, SPACE_XL, 0, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addLayout(head)
        layout.addWidget(self.panel, 1)
        layout.addLayout(foot)
        self.panel.listener_asked.connect(self.on_listener_asked)
        self.panel.run_asked.connect(self.on_run_asked)
        self.panel.busy_changed.connect(self.on_secret_busy)
        self.close_button.clicked.connect(self.reject)
        self.resize(room_for(self))

    def reject(self) -> None:
        """Close, asking once where something typed would be lost; not while a secret is made that nobody saw yet."""
        self._leave(_nowhere)

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Tell the webhook what happened."""
        self.panel.on_event(event)

    @Slot()
    def on_listener_asked(self) -> None:
        """Close, and have the settings of the listener shown."""
        self._leave(self.listener_asked.emit)

    @Slot(int, int)
    def on_run_asked(self, integration_id: int, run_id: int) -> None:
        """Close, and have the log of a run shown."""
        self._leave(partial(self.run_asked.emit, integration_id, run_id))

    @Slot(bool)
    def on_secret_busy(self, busy: bool) -> None:
        """Stay open until the secret that is being made was shown."""
        set_usable(self.close_button, self.tr("A secret is being made and shown in a moment.") if busy else "")

    def _leave(self, then: Callable[[], None]) -> None:
        if self.panel.busy:
            return
        if not self.panel.is_touched():
            self._close(then)
            return
        question = DiscardQuestion(self)
        question.discarded.connect(partial(self._close, then))
        question.open()

    def _close(self, then: Callable[[], None]) -> None:
        self.panel.stop()
        super().reject()
        then()


def _nowhere() -> None:
    """Stay where one is."""
