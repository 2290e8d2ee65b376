"""The webhook of an integration: where and how another system delivers, and what came of it."""

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hub_desktop.core.errors import HubError
from hub_desktop.core.events import (
    DeliveriesRefused,
    DeliveryReceived,
    Event,
    IntegrationsChanged,
    ListenerChanged,
    RunFinished,
)
from hub_desktop.hub.webhooks import Lack, WebhookStatus
from hub_desktop.ui.delivery_panel import DeliveryPanel
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.form_sections import section
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_XL
from hub_desktop.ui.style.widgets import PageScroll, PlainLabel
from hub_desktop.ui.waiting import Reading, Waiting
from hub_desktop.ui.webhook_address import AddressPanel, came_in, in_the_window
from hub_desktop.ui.webhook_form import WebhookForm
from hub_desktop.ui.webhook_secret import SecretPanel
from hub_desktop.ui.webhook_test import WebhookTest

_GATHER_MS = 250
_SETTINGS, _DELIVERIES = 0, 1


class _Looked(Struct, frozen=True):
    status: WebhookStatus
    endpoints: tuple[str, ...]


class WebhookPanel(QWidget):
    """Everything about one webhook on two tabs: setting it up, and its deliveries.

    Signals:
        listener_asked(): the settings of the listener are to be shown.
        run_asked(int, int): the log of this integration's run is to be shown.
        busy_changed(bool): a secret is being made that nobody has seen yet, or no longer.
    """

    listener_asked = Signal()
    run_asked = Signal(int, int)
    busy_changed = Signal(bool)

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._integration_id = integration_id
        self.status: WebhookStatus | None = None
        """How the webhook stands, as far as is known."""
        self.address = AddressPanel(session)
        self.secret = SecretPanel(session, integration_id)
        self.form = WebhookForm(session, integration_id)
        self.test = WebhookTest(session, integration_id)
        self.deliveries = DeliveryPanel(session, integration_id)
        self.came = PlainLabel("", wrap=True)
        self.refused = PlainLabel("", wrap=True)
        self.advice = ProblemLabel()
        self.message = ProblemLabel()
        self.tabs = QTabBar()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        """Look how it stands when somebody first looks."""
        super().showEvent(event)
        if self.status is None:
            self.on_look_due()

    @property
    def busy(self) -> bool:
        """Whether a secret is being made that nobody has seen yet."""
        return self.secret.busy

    def is_touched(self) -> bool:
        """Tell whether something was typed that is not stored."""
        return self.form.is_touched()

    def stop(self) -> None:
        """Stop a test that goes on."""
        self.test.stop()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Look again when something happened to this webhook, or to the listener."""
        self.deliveries.on_event(event)
        match event:
            case DeliveryReceived(number, _) | DeliveriesRefused(number):
                concerned: int | None = number
            case IntegrationsChanged(changed):
                concerned = changed or self._integration_id
            case RunFinished(run):
                concerned = run.integration_id
            case ListenerChanged():
                concerned = self._integration_id
            case _:
                return
        if concerned == self._integration_id and not self._gather.isActive():
            self._gather.start()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_look_due(self) -> None:
        """Look how the webhook stands."""
        hub, actor, number = self._session.hub, self._session.actor, self._integration_id
        self._reading.ask(
            lambda: _Looked(
                in_the_window(
                    hub.webhooks.show(actor, number), hub.listener_settings.settings(), hub.listener_settings.state()
                ),
                tuple(hub.integrations.get(actor, number).config.endpoints),
            ),
            self.on_looked,
        )

    @Slot(object)
    def on_looked(self, looked: _Looked) -> None:
        """Show how it stands."""
        status = self.status = looked.status
        self.message.show_problem("")
        self.address.show_status(status)
        self.secret.show_status(status)
        self.form.show_status(status, looked.endpoints)
        for label, (words, tip) in zip((self.came, self.refused), came_in(status), strict=True):
            label.setText(words)
            label.setToolTip(tip)
        wrong_last = status.refused_at is not None and (
            status.last_received_at is None or status.refused_at > status.last_received_at
        )
        self.advice.show_warning(
            self.tr(
                "None came since that was signed right. If it was your sender, give it the secret once more or make a "
                "new one, and compare the scheme; a stranger who found the address can do no more than this."
            )
            if wrong_last and status.secret_kept
            else ""
        )

    @Slot(object)
    def on_failed(self, error: HubError) -> None:
        """Say what could not be done."""
        self.message.show_problem(error.sentence)

    @Slot(object)
    def on_remedy_asked(self, lack: Lack) -> None:
        """Mend what is missing."""
        match lack:
            case Lack.NO_SECRET | Lack.SECRET_MISFIT:
                self.secret.on_make_asked()
            case Lack.NO_LISTENER:
                self.listener_asked.emit()
            case Lack.SWITCHED_OFF:
                hub, actor, number = self._session.hub, self._session.actor, self._integration_id
                self._session.calls.call(
                    lambda: hub.integrations.set_enabled(actor, number, True),
                    self.on_changed,
                    self.on_failed,
                    owner=self,
                )

    @Slot(object)
    def on_changed(self, _result: object = None) -> None:
        """Look again after something was changed here."""
        self.on_look_due()

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show a tab."""
        self.pages.setCurrentIndex(tab)

    def show_deliveries(self) -> None:
        """Show the deliveries first."""
        self.tabs.setCurrentIndex(_DELIVERIES)

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self.address.remedy_asked.connect(self.on_remedy_asked)
        self.secret.changed.connect(self.on_look_due)
        self.secret.busy_changed.connect(self.busy_changed)
        self.form.saved.connect(self.on_changed)
        self.test.tested.connect(self.on_look_due)
        self.deliveries.run_asked.connect(self.run_asked)
        self._gather.timeout.connect(self.on_look_due)

    def _lay_out(self) -> None:
        self.tabs.setAccessibleName(self.tr("Set-up or deliveries"))
        self.tabs.addTab(self.tr("Set-up"))
        self.tabs.addTab(self.tr("Deliveries"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(SPACE_L)
        column.addWidget(section(self.tr("Where deliveries go"), self.address))
        column.addWidget(section(self.tr("What came"), self.came, self.refused, self.advice))
        column.addWidget(section(self.tr("Secret"), self.secret))
        column.addWidget(self.form)
        column.addWidget(section(self.tr("Test"), self.test))
        column.addStretch(1)
        scroll = PageScroll()
        scroll.hold(inside, column)
        listed = QWidget()
        padded = QVBoxLayout(listed)
        padded.setContentsMargins(0, 0, SPACE_XL, 0)
        padded.addWidget(self.deliveries)
        self.pages = QStackedWidget()
        self.waiting = Waiting(self._session, Shape.FORM, scroll, right=SPACE_XL)
        self._reading = Reading(self._session, self.waiting)
        self.pages.addWidget(self.waiting)
        self.pages.addWidget(listed)
        intro = PlainLabel(
            self.tr(
                "With a webhook, the other system sends its news here by itself, the moment something changes, beside "
                "what is synced."
            ),
            "muted",
            wrap=True,
        )
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, SPACE_XL, 0)
        head.setSpacing(SPACE_M)
        for part in (intro, self.message, self.tabs):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_M)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
