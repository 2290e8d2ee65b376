"""The page of one integration: how it stands, its endpoints, what it did, its webhook and its settings."""

import threading
from enum import StrEnum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hub_desktop.core.errors import ErrorKind, HubError
from hub_desktop.core.events import DeliveryReceived, Event, IntegrationsChanged, RunFinished
from hub_desktop.core.integration import INTEGRATION_TYPES
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.closeups import Closeup
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.board import Board
from hub_desktop.ui.integration_activity import IntegrationActivity
from hub_desktop.ui.integration_endpoints import IntegrationEndpoints
from hub_desktop.ui.integration_overview import IntegrationOverview
from hub_desktop.ui.integration_settings import IntegrationSettings
from hub_desktop.ui.remedies import USE_CASES, Action
from hub_desktop.ui.session import Session
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.status_controls import StatusControls
from hub_desktop.ui.style.skeleton import Shape
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from hub_desktop.ui.style.widgets import PlainLabel, page_layout, plain_button, quiet_button, set_usable
from hub_desktop.ui.tab_order import ReadingOrderPage
from hub_desktop.ui.waiting import Waiting, stopping
from hub_desktop.ui.webhook_panel import WebhookPanel

_GATHER_MS = 250


class Part(StrEnum):
    """The parts of the page, in their order."""

    OVERVIEW = "overview"
    ENDPOINTS = "endpoints"
    ACTIVITY = "activity"
    WEBHOOK = "webhook"
    SETTINGS = "settings"


_USE_CASES: dict[Part, UseCase] = {
    Part.OVERVIEW: UseCase.VIEW_INTEGRATIONS,
    Part.ENDPOINTS: UseCase.VIEW_INTEGRATIONS,
    Part.ACTIVITY: UseCase.VIEW_RUNS,
    Part.WEBHOOK: UseCase.VIEW_WEBHOOK,
    Part.SETTINGS: UseCase.VIEW_INTEGRATIONS,
}


class IntegrationPage(ReadingOrderPage):
    """Shows one integration until it is deleted; each part is made when somebody first looks at it.

    Signals:
        action_asked(int, Action): what to do with the integration of this number.
        mapping_asked(int, str): the field mapping of this integration's endpoint is to be opened.
        details_asked(int, str): the other settings of this integration's endpoint are to be opened.
        listener_asked(): the settings of the listener are to be shown.
        integrations_asked(): the screen of all integrations is wanted.
        back_asked(): the screen before is wanted.
        gone(str): the integration of this name is there no more; without a name, it was not there at first.
    """

    action_asked = Signal(int, object)
    mapping_asked = Signal(int, str)
    details_asked = Signal(int, str)
    listener_asked = Signal()
    integrations_asked = Signal()
    back_asked = Signal()
    gone = Signal(str)

    def __init__(self, session: Session, board: Board, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._board = board
        self.integration_id = integration_id
        self._view: IntegrationView | None = None
        self._closeup: Closeup | None = None
        self._looking: threading.Event | None = None
        """Stops the look that goes on."""
        self._not_looked: HubError | None = None
        self._stale = True
        self._parts: dict[Part, QWidget] = {}
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._make_controls()
        self._lay_out()
        self._connect()
        if board.loaded:
            self.on_views_changed()
        board.wait_with(self.waiting)

    @property
    def name(self) -> str:
        """The name of the integration, empty until it is known."""
        return self._view.name if self._view is not None else ""

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return list(Part)[self.tabs.currentIndex()]

    def show_part(self, part: Part) -> QWidget:
        """Show a part, made when it is first wanted; return it."""
        shown = self._part(part)
        self.tabs.setCurrentIndex(list(Part).index(part))
        return shown

    def has_unsaved(self) -> bool:
        """Tell whether something would be lost with the page: what was typed, or a secret nobody has seen."""
        webhook = self._parts.get(Part.WEBHOOK)
        return isinstance(webhook, WebhookPanel) and (webhook.is_touched() or webhook.busy)

    def close_down(self) -> None:
        """Stop what goes on, before the page is taken away."""
        webhook = self._parts.get(Part.WEBHOOK)
        if isinstance(webhook, WebhookPanel):
            webhook.stop()

    def on_event(self, event: Event) -> None:
        """Look again when something happened to this integration; the parts that were opened hear it too."""
        for part in self._parts.values():
            if isinstance(part, IntegrationActivity | WebhookPanel):
                part.on_event(event)
        match event:
            case RunFinished(run):
                concerned: int | None = run.integration_id
            case IntegrationsChanged(changed):
                concerned = changed or self.integration_id
            case DeliveryReceived(number, _):
                concerned = number
            case _:
                return
        if concerned == self.integration_id:
            self._stale = True
            if self.isVisible() and not self._gather.isActive():
                self._gather.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Look how it does, if something happened while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.on_look_due()

    def focus_filter(self) -> None:
        """Put the keyboard into the search of its log."""
        activity = self.show_part(Part.ACTIVITY)
        if isinstance(activity, IntegrationActivity):
            activity.focus_filter()

    def clear_filter(self) -> None:
        """Clear what is searched for; where nothing is, go back."""
        activity = self._parts.get(Part.ACTIVITY)
        if self.part is Part.ACTIVITY and isinstance(activity, IntegrationActivity) and activity.clear_filter():
            return
        self.back_asked.emit()

    # -- slots -----------------------------------------------------------------------------------------------------

    @Slot()
    def on_views_changed(self) -> None:
        """Show it as it stands now, or tell that it is there no more."""
        if not self._board.loaded:
            return
        view = self._board.view(self.integration_id)
        if view is None:
            self.gone.emit(self.name)
            return
        self._view = view
        self._show_view(view)

    @Slot(int)
    def on_view_changed(self, integration_id: int) -> None:
        """Move its progress on."""
        view = self._board.view(integration_id)
        if integration_id == self.integration_id and view is not None:
            self._view = view
            self._show_view(view)

    @Slot()
    def on_look_due(self) -> None:
        """Look how its endpoints do, one look at a time."""
        if self._looking is not None:
            self._stale = True
            return
        cancel = self._looking = threading.Event()
        self._stale = False
        for part in self._looked_at():
            part.waiting.begin()
        hub, actor, number = self._session.hub, self._session.actor, self.integration_id
        self._session.calls.call(
            stopping(lambda: hub.closeups.look(actor, number), cancel),
            lambda closeup: self.on_looked(cancel, closeup),
            lambda error: self.on_not_looked(cancel, error),
            owner=self,
            cancel=cancel,
        )

    def on_looked(self, cancel: threading.Event, closeup: Closeup) -> None:
        """Show how its endpoints do, unless nobody waits for it any more."""
        if cancel is not self._looking:
            return
        self._looking, self._not_looked, self._closeup = None, None, closeup
        for part in self._looked_at():
            part.waiting.came()
        self._show_closeup()
        if self._stale and self.isVisible():
            self._gather.start()

    def on_not_looked(self, cancel: threading.Event, error: HubError) -> None:
        """Say why it could not be looked at; one that was deleted is told of by the board."""
        if cancel is not self._looking:
            return
        self._looking, self._not_looked, self._stale = None, error, True
        if error.problem().kind is ErrorKind.NOT_FOUND:
            self._board.on_reading_due()
            return
        for part in self._looked_at():
            part.waiting.failed(error)

    @Slot()
    def on_stop_asked(self) -> None:
        """Look no further."""
        if self._looking is not None:
            self._looking.set()
            self._looking, self._stale = None, True
            for part in self._looked_at():
                part.waiting.stopped()

    @Slot(int, object)
    def on_action_asked(self, integration_id: int, action: Action) -> None:
        """Show the part that an action is about, or pass the action on."""
        if action is Action.SHOW_WEBHOOK:
            self.show_part(Part.WEBHOOK)
        elif action is Action.SHOW_LOG:
            activity = self.show_part(Part.ACTIVITY)
            if isinstance(activity, IntegrationActivity):
                activity.show_log()
        else:
            self.action_asked.emit(integration_id, action)

    @Slot(int, int)
    def on_run_asked(self, _integration_id: int, run_id: int) -> None:
        """Show the log of a run."""
        activity = self.show_part(Part.ACTIVITY)
        if isinstance(activity, IntegrationActivity):
            activity.show_run(run_id)

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show a part."""
        self.pages.setCurrentWidget(self._part(list(Part)[tab]))

    @Slot()
    def on_preview_asked(self) -> None:
        """Ask what the next sync would do."""
        self.action_asked.emit(self.integration_id, Action.PREVIEW)

    # -- how it stands -----------------------------------------------------------------------------------------------

    def _show_view(self, view: IntegrationView) -> None:
        self.setAccessibleName(view.name)
        self.title.setText(view.name)
        known = view.config.type in INTEGRATION_TYPES
        kind = spoken(INTEGRATION_TYPES[view.config.type]) if known else view.config.type
        ids = self._session.actor.college_ids
        many = ids is None or len(ids) > 1
        self.kind.setText(f"{kind} · {view.college}" if many and view.college else kind)
        self.controls.show_view(view)
        self.preview.setAccessibleName(self.tr("Preview the next sync of {name}").format(name=view.name))
        set_usable(self.preview, self._session.refusal(USE_CASES[Action.PREVIEW]))
        for part in self._parts.values():
            if isinstance(part, IntegrationOverview | IntegrationSettings):
                part.show_view(view)
        if self.states.currentWidget() is not self.whole:
            self.states.setCurrentWidget(self.whole)
            self.pages.setCurrentWidget(self._part(self.part))

    def _show_closeup(self) -> None:
        if self._closeup is None:
            return
        for part in self._parts.values():
            if isinstance(part, IntegrationOverview):
                part.show_closeup(self._closeup)
            elif isinstance(part, IntegrationEndpoints):
                devices = self._view is not None and self._view.config.fed_by_devices
                part.show_closeup(self._closeup, devices=devices)

    def _part(self, part: Part) -> QWidget:
        if part not in self._parts:
            made = self._parts[part] = self._make(part)
            self.pages.addWidget(made)
            if isinstance(made, IntegrationOverview | IntegrationSettings) and self._view is not None:
                made.show_view(self._view)
            if isinstance(made, IntegrationOverview | IntegrationEndpoints):
                self._wait_with(made.waiting)
            self._show_closeup()
        return self._parts[part]

    def _looked_at(self) -> list[IntegrationOverview | IntegrationEndpoints]:
        """Return the parts that show what a look at the integration finds, as far as they were opened."""
        return [part for part in self._parts.values() if isinstance(part, IntegrationOverview | IntegrationEndpoints)]

    def _wait_with(self, waiting: Waiting) -> None:
        waiting.again_asked.connect(self.on_look_due)
        waiting.stop_asked.connect(self.on_stop_asked)
        if self._closeup is not None:
            waiting.came()
        else:
            waiting.begin()
            if self._looking is None and self._not_looked is not None:
                waiting.failed(self._not_looked)

    def _make(self, part: Part) -> QWidget:
        number = self.integration_id
        match part:
            case Part.OVERVIEW:
                overview = IntegrationOverview(self._session)
                overview.action_asked.connect(self.on_action_asked)
                return overview
            case Part.ENDPOINTS:
                endpoints = IntegrationEndpoints(self._session, number)
                endpoints.mapping_asked.connect(self.mapping_asked)
                endpoints.details_asked.connect(self.details_asked)
                endpoints.action_asked.connect(self.on_action_asked)
                return endpoints
            case Part.ACTIVITY:
                return IntegrationActivity(self._session, number)
            case Part.WEBHOOK:
                webhook = WebhookPanel(self._session, number)
                webhook.listener_asked.connect(self.listener_asked)
                webhook.run_asked.connect(self.on_run_asked)
                return webhook
            case Part.SETTINGS:
                settings = IntegrationSettings(self._session)
                settings.action_asked.connect(self.on_action_asked)
                return settings

    # -- how it looks ------------------------------------------------------------------------------------------------

    def _make_controls(self) -> None:
        self.crumb = quiet_button(self.tr("Integrations"))
        self.crumb.setToolTip(self.tr("All integrations; Esc goes back to where you came from"))
        self.title = PlainLabel(role="title", wrap=True)
        self.kind = PlainLabel(role="muted", wrap=True)
        self.controls = StatusControls(self._session, self)
        self.preview = plain_button(self.tr("Preview…"))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Parts of this page"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        words = {
            Part.OVERVIEW: self.tr("Overview"),
            Part.ENDPOINTS: self.tr("Endpoints and mapping"),
            Part.ACTIVITY: self.tr("Activity"),
            Part.WEBHOOK: self.tr("Webhook"),
            Part.SETTINGS: self.tr("Settings"),
        }
        for place, (part, word) in enumerate(words.items()):
            self.tabs.addTab(word)
            refusal = self._session.refusal(_USE_CASES[part])
            self.tabs.setTabEnabled(place, not refusal)
            self.tabs.setTabToolTip(place, refusal)

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.integrations_asked)
        self.controls.action_asked.connect(self.on_action_asked)
        self.preview.clicked.connect(self.on_preview_asked)
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self._gather.timeout.connect(self.on_look_due)
        self._board.views_changed.connect(self.on_views_changed)
        self._board.view_changed.connect(self.on_view_changed)

    def _lay_out(self) -> None:
        path = QHBoxLayout()
        path.setSpacing(SPACE_S)
        path.addWidget(self.crumb)
        path.addWidget(PlainLabel("›", "muted"))
        path.addWidget(self.title, 1)
        for button in (self.controls.sync, self.controls.cancel, self.controls.test, self.preview):
            path.addWidget(button)
        status = QHBoxLayout()
        status.setSpacing(SPACE_M)
        status.addWidget(self.controls.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        status.addWidget(self.controls.reason, 1)
        status.addWidget(self.controls.remedy)
        status.addWidget(self.controls.help)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, SPACE_XL, 0)
        head.setSpacing(SPACE_S)
        head.addLayout(path)
        head.addWidget(self.kind)
        head.addLayout(status)
        head.addWidget(self.controls.bar)
        head.addSpacing(SPACE_XS)
        head.addWidget(self.tabs)
        self.pages = QStackedWidget()
        self.whole = QWidget()
        column = QVBoxLayout(self.whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_L)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.states = QStackedWidget()
        # It stands empty until the integration is known.
        self.states.addWidget(QWidget())
        self.states.addWidget(self.whole)
        self.waiting = Waiting(self._session, Shape.LIST, self.states, right=SPACE_XL)
        page_layout(self, scrolls=True).addWidget(self.waiting)
