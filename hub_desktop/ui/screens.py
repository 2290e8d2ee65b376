"""The screens of the window: each made when it is first wanted, and known by its class."""

from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hub_desktop.core.events import Event
from hub_desktop.ui.board import Board
from hub_desktop.ui.bulk_actions import BulkActions
from hub_desktop.ui.home import HomePage
from hub_desktop.ui.integration_actions import IntegrationActions
from hub_desktop.ui.integrations_page import IntegrationsPage
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.session import Session

if TYPE_CHECKING:
    from hub_desktop.ui.activity_page import ActivityPage
    from hub_desktop.ui.data_page import DataPage
    from hub_desktop.ui.settings_page import SettingsPage

_Kind = TypeVar("_Kind", bound=QWidget)


@runtime_checkable
class _Hearing(Protocol):
    """A screen that is told what happens."""

    def on_event(self, event: Event) -> None: ...


@runtime_checkable
class Searched(Protocol):
    """A screen with a search field of its own."""

    def focus_filter(self) -> None:
        """Put the keyboard into it."""


@runtime_checkable
class Clearing(Protocol):
    """A screen on which Esc takes something back."""

    def clear_filter(self) -> None:
        """Take it back."""


class Screens(QObject):
    """Makes the screens, one in the window's stack for each page of the navigation.

    Signals:
        integrations_asked(): the systems that bring the data are to be shown.
        theme_chosen(str): system, light or dark.
        language_chosen(str): `system` or the language that the window is to speak.
        signed_out(): the person leaves.
        restore_decided(DecidedRestore): a backup takes the place of everything once the files are closed.
    """

    integrations_asked = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    signed_out = Signal()
    restore_decided = Signal(object)

    def __init__(
        self,
        session: Session,
        board: Board,
        stack: QStackedWidget,
        *,
        actions: IntegrationActions,
        bulk: BulkActions,
        messages: Messages,
        listener_address: str,
        rehearsing: bool,
    ) -> None:
        super().__init__(stack)
        self._session = session
        self._board = board
        self._stack = stack
        self._actions = actions
        self._bulk = bulk
        self._messages = messages
        self._listener_address = listener_address
        self._rehearsing = rehearsing
        self._made: dict[Page, QWidget] = {}

    def at(self, page: Page) -> QWidget:
        """Return the screen of a page."""
        if page not in self._made:
            self._made[page] = self._make(page)
            self._stack.addWidget(self._made[page])
        return self._made[page]

    def integrations(self) -> IntegrationsPage:
        """Return the screen of all integrations."""
        return self._as(Page.INTEGRATIONS, IntegrationsPage)

    def data(self) -> "DataPage":
        """Return the screen of the records."""
        from hub_desktop.ui.data_page import DataPage

        return self._as(Page.DATA, DataPage)

    def activity(self) -> "ActivityPage":
        """Return the screen of the logs."""
        from hub_desktop.ui.activity_page import ActivityPage

        return self._as(Page.ACTIVITY, ActivityPage)

    def settings(self) -> "SettingsPage":
        """Return the screen of the settings."""
        from hub_desktop.ui.settings_page import SettingsPage

        return self._as(Page.SETTINGS, SettingsPage)

    def on_event(self, event: Event) -> None:
        """Tell the screens that were opened what happened."""
        for screen in self._made.values():
            if isinstance(screen, _Hearing):
                screen.on_event(event)

    def _as(self, page: Page, kind: type[_Kind]) -> _Kind:
        screen = self.at(page)
        if not isinstance(screen, kind):
            raise TypeError(f"the screen {page} is no {kind.__name__}")
        return screen

    def _make(self, page: Page) -> QWidget:
        match page:
            case Page.HOME:
                home = HomePage(self._session, self._board, rehearsing=self._rehearsing)
                home.action_asked.connect(self._actions.on_action_asked)
                home.add_asked.connect(self._actions.on_add_asked)
                home.sync_all_asked.connect(self._actions.on_sync_all_asked)
                home.told.connect(self._messages.on_told)
                return home
            case Page.INTEGRATIONS:
                cards = IntegrationsPage(self._session, self._board)
                cards.action_asked.connect(self._actions.on_action_asked)
                cards.add_asked.connect(self._actions.on_add_asked)
                cards.sync_all_asked.connect(self._actions.on_sync_all_asked)
                cards.bulk_asked.connect(self._bulk.on_action_asked)
                cards.export_asked.connect(self._bulk.on_export_asked)
                self._bulk.busy.connect(cards.on_busy_changed)
                return cards
            case Page.DATA:
                from hub_desktop.ui.data_page import DataPage

                data = DataPage(self._session)
                data.quarantine.mapping_asked.connect(self._actions.open_mapping)
                data.quarantine.told.connect(self._messages.on_told)
                data.quarantine.failed.connect(self._messages.tell_error)
                return data
            case Page.ACTIVITY:
                from hub_desktop.ui.activity_page import ActivityPage

                return ActivityPage(self._session)
            case Page.REPORTS:
                from hub_desktop.ui.reports_page import ReportsPage

                reports = ReportsPage(self._session)
                reports.integrations_asked.connect(self.integrations_asked)
                return reports
            case Page.SETTINGS:
                from hub_desktop.ui.settings_page import SettingsPage

                settings = SettingsPage(self._session)
                settings.set_listener_address(self._listener_address)
                settings.theme_chosen.connect(self.theme_chosen)
                settings.language_chosen.connect(self.language_chosen)
                settings.signed_out.connect(self.signed_out)
                settings.restore_decided.connect(self.restore_decided)
                return settings
