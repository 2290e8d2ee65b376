"""Activity: the log of all runs, and the deliveries that came to webhooks."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from hub_desktop.core.events import Event, IntegrationsChanged
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.ui.calls import StandingQuestion
from hub_desktop.ui.delivery_panel import DeliveryPanel
from hub_desktop.ui.log_page import LogPage
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_M
from hub_desktop.ui.style.widgets import PlainLabel, page_layout

_LOG, _DELIVERIES = 0, 1


class ActivityPage(QWidget):
    """Two tabs, each of which reads nothing before somebody looks at it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reading_names = StandingQuestion(session.calls, self)
        self._named = False
        self.log = LogPage(session)
        self.deliveries = DeliveryPanel(session)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Log or deliveries"))
        self.tabs.addTab(self.tr("Log"))
        self.tabs.addTab(self.tr("Deliveries"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        refusal = session.refusal(UseCase.VIEW_DELIVERIES)
        self.tabs.setTabEnabled(_DELIVERIES, not refusal)
        self.tabs.setTabToolTip(_DELIVERIES, refusal)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.log)
        self.pages.addWidget(self.deliveries)
        layout = page_layout(self)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(self.tr("Activity"), role="title"))
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self.deliveries.run_asked.connect(self.show_for)

    @Slot(int, int)
    def show_for(self, integration_id: int | None, run_id: int | None = None) -> None:
        """Show the log of one integration, or one of its runs; None: of all."""
        self.tabs.setCurrentIndex(_LOG)
        self.log.show_for(integration_id, run_id)

    def on_event(self, event: Event) -> None:
        """Tell both tabs what happened."""
        self.log.on_event(event)
        self.deliveries.on_event(event)
        if self._named and isinstance(event, IntegrationsChanged):
            self._load_names()

    def focus_filter(self) -> None:
        """Put the keyboard into the search of the log, or to the first choice above the deliveries."""
        if self.tabs.currentIndex() == _LOG:
            self.log.focus_filter()
        else:
            self.deliveries.integration.setFocus()

    def clear_filter(self) -> None:
        """Search the log for nothing; the deliveries have no search."""
        if self.tabs.currentIndex() == _LOG:
            self.log.search.clear()

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show a tab."""
        self.pages.setCurrentIndex(tab)
        if tab == _DELIVERIES and not self._named:
            self._named = True
            self._load_names()

    @Slot(list)
    def on_integrations_loaded(self, views: list[IntegrationView]) -> None:
        """Name the integrations whose deliveries are shown."""
        names = {view.integration_id: view.name for view in sorted(views, key=lambda view: view.name.casefold())}
        self.deliveries.name_integrations(names)

    def _load_names(self) -> None:
        hub, actor = self._session.hub, self._session.actor
        self._reading_names.ask(lambda: hub.overview.all(actor), self.on_integrations_loaded)
