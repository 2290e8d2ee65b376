"""What an integration did: its runs, and its log."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from hub_desktop.core.events import Event
from hub_desktop.core.roles import UseCase
from hub_desktop.ui.log_page import LogPage
from hub_desktop.ui.run_panel import RunPanel
from hub_desktop.ui.session import Session
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_XL

_RUNS, _LOG = 0, 1


class IntegrationActivity(QWidget):
    """Two tabs, each of which reads nothing before somebody looks at it."""

    def __init__(self, session: Session, integration_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._integration_id = integration_id
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(self.tr("Runs or log"))
        self.tabs.addTab(self.tr("Runs"))
        self.tabs.addTab(self.tr("Log"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        refusal = session.refusal(UseCase.VIEW_LOG)
        self.tabs.setTabEnabled(_LOG, not refusal)
        self.tabs.setTabToolTip(_LOG, refusal)
        self.runs = RunPanel(session, integration_id)
        self.log = LogPage(session, integration_id)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.runs)
        self.pages.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, SPACE_XL, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(self.tabs)
        layout.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(self.on_tab_chosen)
        self.runs.log_asked.connect(self.show_run)

    def on_event(self, event: Event) -> None:
        """Tell both tabs what happened."""
        self.runs.on_event(event)
        self.log.on_event(event)

    @Slot(int)
    def show_run(self, run_id: int) -> None:
        """Show the log of a run."""
        self.tabs.setCurrentIndex(_LOG)
        self.log.show_for(self._integration_id, run_id)

    def show_log(self) -> None:
        """Show the log of all runs."""
        self.tabs.setCurrentIndex(_LOG)

    def focus_filter(self) -> None:
        """Put the keyboard into the search of the log."""
        if self.tabs.isTabEnabled(_LOG):
            self.tabs.setCurrentIndex(_LOG)
            self.log.focus_filter()

    def clear_filter(self) -> bool:
        """Search the log for nothing; return whether something was searched for."""
        searched = self.tabs.currentIndex() == _LOG and bool(self.log.search.text())
        if searched:
            self.log.search.clear()
        return searched

    @Slot(int)
    def on_tab_chosen(self, tab: int) -> None:
        """Show a tab."""
        self.pages.setCurrentIndex(tab)
