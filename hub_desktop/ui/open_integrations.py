"""The pages of the integrations that were opened: one at a time, and those on which something typed would be lost."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from hub_desktop.core.events import Event
from hub_desktop.ui.board import Board
from hub_desktop.ui.integration_actions import IntegrationActions
from hub_desktop.ui.session import Session

if TYPE_CHECKING:
    from hub_desktop.ui.integration_page import IntegrationPage


class OpenIntegrations(QObject):
    """Makes the page of an integration among the screens of the window, and takes it away again.

    Signals:
        all_asked(int): the screen of all integrations is wanted in the place of this integration's page.
        back_asked(int): the screen from which this integration's page was opened is wanted.
        gone(int, str): the integration of this number and name is there no more, nor is its page.
        listener_asked(): the settings of the listener are to be shown.
    """

    all_asked = Signal(int)
    back_asked = Signal(int)
    gone = Signal(int, str)
    listener_asked = Signal()

    def __init__(self, session: Session, board: Board, actions: IntegrationActions, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._session = session
        self._board = board
        self._actions = actions
        self._stack = stack
        self._pages: dict[int, IntegrationPage] = {}

    @property
    def shown(self) -> "IntegrationPage | None":
        """The page that is looked at; None while another screen is."""
        return self._at(self._stack.currentWidget())

    def show(self, integration_id: int) -> "IntegrationPage":
        """Show the page of an integration."""
        for number in [n for n, page in self._pages.items() if n != integration_id and not page.has_unsaved()]:
            self._drop(number)
        page = self._pages.get(integration_id)
        if page is None:
            page = self._pages[integration_id] = self._made(integration_id)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.tabs.setFocus()
        # It may be gone already, and say so only now that somebody hears it.
        page.on_views_changed()
        return page

    def unsaved(self) -> list[int]:
        """Return the integrations on whose pages something was typed and not saved."""
        return [number for number, page in self._pages.items() if page.has_unsaved()]

    def on_event(self, event: Event) -> None:
        """Tell the pages what happened."""
        for page in list(self._pages.values()):
            page.on_event(event)

    @Slot(str)
    def on_gone(self, name: str) -> None:
        """Take away the page of an integration that is there no more."""
        page = self._at(self.sender())
        if page is not None:
            self.gone.emit(page.integration_id, name)
            self._drop(page.integration_id)

    @Slot()
    def on_back_asked(self) -> None:
        """Ask for the screen before."""
        page = self._at(self.sender())
        if page is not None:
            self.back_asked.emit(page.integration_id)

    @Slot()
    def on_integrations_asked(self) -> None:
        """Ask for the screen of all integrations."""
        page = self._at(self.sender())
        if page is not None:
            self.all_asked.emit(page.integration_id)

    def _at(self, widget: QObject | None) -> "IntegrationPage | None":
        return next((page for page in self._pages.values() if page is widget), None)

    def _made(self, integration_id: int) -> "IntegrationPage":
        from hub_desktop.ui.integration_page import IntegrationPage

        page = IntegrationPage(self._session, self._board, integration_id)
        page.action_asked.connect(self._actions.on_action_asked)
        page.mapping_asked.connect(self._actions.open_mapping)
        page.details_asked.connect(self._actions.open_details)
        page.listener_asked.connect(self.listener_asked)
        page.back_asked.connect(self.on_back_asked)
        page.integrations_asked.connect(self.on_integrations_asked)
        page.gone.connect(self.on_gone)
        return page

    def _drop(self, integration_id: int) -> None:
        page = self._pages.pop(integration_id)
        page.close_down()
        self._stack.removeWidget(page)
        page.deleteLater()
