"""The main window: navigation, messages, and one screen at a time."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.events import Event
from hub_desktop.core.roles import ROLE_LABELS, UseCase
from hub_desktop.hub.overview import summarise
from hub_desktop.ui.board import Board
from hub_desktop.ui.bulk_actions import BulkActions
from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.front import bring_to_front
from hub_desktop.ui.help.article import Place as HelpPlace
from hub_desktop.ui.help.opening import HelpOpening, help_places, topic_shown
from hub_desktop.ui.integration_actions import IntegrationActions
from hub_desktop.ui.integrations_page import IntegrationsPage
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.navigation import PAGE_ICONS, Navigation, Page, Section, beside, page_title, section_title
from hub_desktop.ui.open_integrations import OpenIntegrations
from hub_desktop.ui.rehearsal_banner import Rehearsal, RehearsalBanner
from hub_desktop.ui.remedies import USE_CASES, Action
from hub_desktop.ui.screens import Clearing, Screens, Searched
from hub_desktop.ui.session import Session
from hub_desktop.ui.shortcuts import Shortcut, listen, listen_for_screen
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_S, SPACE_XL, WINDOW_MINIMUM
from hub_desktop.ui.window_state import WindowState

if TYPE_CHECKING:
    from hub_desktop.ui.find_anything import Place


class MainWindow(QMainWindow):
    """Everything a signed-in person sees.

    Signals:
        close_asked(): a person closed the window; whether it hides or ends is decided elsewhere.
        theme_chosen(str): system, light or dark.
        language_chosen(str): `system` or the language that the window is to speak.
        signed_out(): the person leaves.
        restore_decided(DecidedRestore): a backup takes the place of everything once the files are closed.
    """

    close_asked = Signal()
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    signed_out = Signal()
    restore_decided = Signal(object)

    def __init__(
        self,
        session: Session,
        board: Board,
        state: WindowState,
        *,
        messages: Messages | None = None,
        listener_address: str = "",
        rehearsal: Rehearsal | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._board = board
        self._state = state
        self.page = Page.HOME
        self._came_from = Page.INTEGRATIONS
        self.navigation = Navigation(self._who())
        self.messages = messages or Messages()
        self.help = HelpOpening(session, self)
        self.stack = QStackedWidget()
        self.actions_of = IntegrationActions(session, board, self)
        self.open_integrations = OpenIntegrations(session, board, self.actions_of, self.stack)
        self.bulk = BulkActions(session, board, self.messages, self)
        self.screens = Screens(
            session,
            board,
            self.stack,
            actions=self.actions_of,
            bulk=self.bulk,
            messages=self.messages,
            listener_address=listener_address,
            rehearsing=rehearsal is not None,
        )
        self.banner = RehearsalBanner(session, rehearsal) if rehearsal is not None else None
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        # At twice the size a usual screen is lower than the window would like to be.
        self.setMinimumSize(within_screen(self, QSize(*WINDOW_MINIMUM)))
        if board.loaded:
            self.on_views_changed()
        self.show_page(state.restore(self))
        integration_id = state.integration()
        if integration_id is not None:
            self.show_integration(integration_id)
        # Otherwise it would begin at the first name of all, whatever is shown.
        self.navigation.take_keyboard(self.page)

    def show_page(self, page: Page) -> QWidget:
        """Show a screen, made when it is first wanted; return it."""
        screen = self.screens.at(page)
        self.page = page
        self.stack.setCurrentWidget(screen)
        self.navigation.show_page(page)
        self._name_window()
        return screen

    def take_the_place_of(self, other: "MainWindow") -> None:
        """Stand where another window stands, and show what it shows."""
        self.restoreGeometry(other.saveGeometry())
        if not other.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
            # What is restored is made to fit the screen, even where the other reaches over its edge.
            self.setGeometry(other.geometry())
        self.show_page(other.page)
        opened = other.open_integrations.shown
        if opened is not None:
            self.show_integration(opened.integration_id)
        if other.isVisible():
            # As it is: minimised, maximised or neither.
            self.setWindowState(other.windowState())
            self.show()
        if other.page is Page.SETTINGS:
            # Where the choice was made that brought this window.
            self._show_setting(Section.APPEARANCE)
            self.screens.settings().language.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def show_integration(self, integration_id: int) -> None:
        """Show the page of an integration; the way back leads to the screen that is shown now."""
        if self.open_integrations.shown is None:
            self._came_from = self.page
        self.page = Page.INTEGRATIONS
        self.navigation.show_page(self.page)
        self.open_integrations.show(integration_id)
        self._name_window()

    def keep_state(self) -> None:
        """Remember place, size and screen."""
        shown = self.open_integrations.shown
        self._state.keep(self, self.page, shown.integration_id if shown is not None else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask what closing means; it may only hide the window."""
        event.ignore()
        self.keep_state()
        self.close_asked.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the help along; a window that is only minimised leaves it open."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.help.put_away()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.navigation.tint()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Tell the screens that were opened what happened."""
        self.screens.on_event(event)
        self.open_integrations.on_event(event)
        self.actions_of.on_event(event)

    @Slot(object)
    def on_page_chosen(self, page: Page) -> None:
        """Go to a screen."""
        self.show_page(page)

    @Slot(int)
    def on_all_asked(self, integration_id: int) -> None:
        """Go from the page of an integration to its card among all."""
        self._leave(integration_id, Page.INTEGRATIONS)

    @Slot(int)
    def on_back_asked(self, integration_id: int) -> None:
        """Go back to where the page of an integration was opened."""
        self._leave(integration_id, self._came_from)

    @Slot()
    def on_back_keyed(self) -> None:
        """Go back from the page of an integration; from elsewhere there is no way back."""
        shown = self.open_integrations.shown
        if shown is not None:
            self.on_back_asked(shown.integration_id)

    @Slot(int, str)
    def on_integration_gone(self, integration_id: int, name: str) -> None:
        """Go to those that are left, and say why, where its page was looked at."""
        shown = self.open_integrations.shown
        if shown is None or shown.integration_id != integration_id:
            return
        self.show_page(Page.INTEGRATIONS)
        if name:
            self.messages.tell("info", self.tr("{name} was deleted. The records it brought stay.").format(name=name))

    @Slot()
    def on_views_changed(self) -> None:
        """Count what needs a person."""
        self.navigation.show_attention(len(summarise(self._board.views).attention))
        self._name_window()

    @Slot(int)
    def on_log_asked(self, integration_id: int) -> None:
        """Show the log of an integration."""
        self.show_page(Page.ACTIVITY)
        self.screens.activity().show_for(integration_id)

    @Slot(int, int)
    def on_run_asked(self, integration_id: int, run_id: int) -> None:
        """Show the log of one run."""
        self.show_page(Page.ACTIVITY)
        self.screens.activity().show_for(integration_id, run_id)

    @Slot()
    def on_listener_asked(self) -> None:
        """Show the settings of the listener."""
        self._show_setting(Section.LISTENER)

    @Slot()
    def on_files_asked(self) -> None:
        """Show where the files and backups lie, and how they are made."""
        self._show_setting(Section.FILES)

    @Slot(int)
    def on_refused_asked(self, integration_id: int) -> None:
        """Show the refused records of an integration."""
        self._show_refused(str(integration_id))

    @Slot()
    def on_devices_asked(self) -> None:
        """Show the attendance devices."""
        self._show_setting(Section.DEVICES)

    @Slot()
    def on_integrations_asked(self) -> None:
        """Show the systems that bring the data."""
        self.show_page(Page.INTEGRATIONS)

    @Slot()
    def on_help_asked(self) -> None:
        """Open the help about what is shown."""
        self.help.show_topic(topic_shown(self.stack.currentWidget(), self.page, begun=bool(self._board.views)))

    @Slot(object)
    def on_help_place_asked(self, place: HelpPlace) -> None:
        """Go where the help leads."""
        match place:
            case HelpPlace.ADD:
                self.on_add_keyed()
            case HelpPlace.REFUSED:
                self._show_refused("")
            case _ if place.value in list(Page):
                self.show_page(Page(place.value))
            case _:
                self._show_setting(Section(place.value))
        bring_to_front(self)

    @Slot()
    def on_add_keyed(self) -> None:
        """Begin to add an integration, if this person may."""
        refusal = self._session.refusal(UseCase.ADD_INTEGRATION)
        if refusal:
            self.messages.tell("info", refusal)
        else:
            self.actions_of.on_add_asked()

    @Slot()
    def on_find_keyed(self) -> None:
        """Put the keyboard into the screen's search field."""
        page = self.stack.currentWidget()
        if page is not None and isinstance(page, Searched):
            page.focus_filter()
        else:
            self.show_page(Page.INTEGRATIONS)
            self.screens.integrations().focus_filter()

    @Slot()
    def on_find_anything_keyed(self) -> None:
        """Open the one field for everything."""
        from hub_desktop.ui.find_anything import FindAnything

        FindAnything(self._places(), self._search_for, self).open()

    @Slot()
    def on_sync_keyed(self) -> None:
        """Sync the system whose page is shown or whose card has the keyboard, or all."""
        refusal = self._session.refusal(UseCase.SYNC)
        page, opened = self.stack.currentWidget(), self.open_integrations.shown
        chosen = page.focused() if isinstance(page, IntegrationsPage) else None
        if opened is not None:
            chosen = opened.integration_id
        if refusal:
            self.messages.tell("info", refusal)
        elif chosen is not None:
            self.actions_of.on_action_asked(chosen, Action.SYNC)
        else:
            self.actions_of.on_sync_all_asked()

    @Slot()
    def on_escape_keyed(self) -> None:
        """End the selecting of cards, clear the search, or leave the page of an integration."""
        page = self.stack.currentWidget()
        if isinstance(page, IntegrationsPage) and page.selecting:
            page.on_selecting_ended()
        elif page is not None and isinstance(page, Clearing):
            page.clear_filter()

    def _places(self) -> list["Place"]:
        """Return everything that can be gone to or done from anywhere, as far as this person may."""
        from hub_desktop.ui.find_anything import Place

        def allowed(use_case: UseCase) -> bool:
            return not self._session.refusal(use_case)

        offered = (
            (Action.OPEN, "{name}", "plug"),
            (Action.EDIT, self.tr("{name}: edit"), "sliders"),
            (Action.SYNC, self.tr("{name}: sync now"), "sync"),
            (Action.TEST, self.tr("{name}: test the connection"), "check-circle"),
            (Action.PREVIEW, self.tr("{name}: preview a sync"), "table"),
            (Action.SHOW_LOG, self.tr("{name}: log"), "activity"),
            (Action.SHOW_REFUSED, self.tr("{name}: refused records"), "warning"),
            (Action.SHOW_WEBHOOK, self.tr("{name}: webhook"), "plug"),
            (Action.SHOW_SET_UP, self.tr("{name}: set-up checklist"), "check-circle"),
        )
        places = [Place(page_title(page), PAGE_ICONS[page], partial(self.show_page, page)) for page in Page]
        for view in self._board.views:
            number = view.integration_id
            for action, words, icon_name in offered:
                if allowed(USE_CASES[action]):
                    go = partial(self.actions_of.on_action_asked, number, action)
                    places.append(Place(words.format(name=view.name), icon_name, go))
        if allowed(UseCase.VIEW_RECORDS):
            places += [
                Place(
                    self.tr("Data: {kind}").format(kind=spoken(kind.label)),
                    "table",
                    partial(self._show_records, kind.name),
                )
                for kind in DATA_TYPES.values()
            ]
        places += [
            Place(
                self.tr("Settings: {section}").format(section=section_title(section)),
                "sliders",
                partial(self._show_setting, section),
            )
            for section in Section
        ]
        if allowed(UseCase.ADD_INTEGRATION):
            places.append(Place(self.tr("Add integration"), "plus", self.actions_of.on_add_asked))
        if allowed(UseCase.SYNC):
            places.append(Place(self.tr("Sync all systems"), "sync", self.actions_of.on_sync_all_asked))
        return [*places, Place(self.tr("Help"), "help", self.on_help_asked), *help_places(self.help)]

    def _search_for(self, text: str) -> "Place | None":
        """Return the search for a text in the students, where this person may search."""
        from hub_desktop.ui.find_anything import Place

        if self._session.refusal(UseCase.VIEW_PERSONAL):
            return None
        words = self.tr("Search the students for “{text}”").format(text=text)
        return Place(words, "table", partial(self._show_records, "students", text))

    def _name_window(self) -> None:
        shown = self.open_integrations.shown
        view = self._board.view(shown.integration_id) if shown is not None else None
        title = view.name if view is not None else page_title(self.page)
        self.setWindowTitle(self.tr("{page} – Hub Desktop").format(page=title))

    def _leave(self, integration_id: int, to: Page) -> None:
        self.show_page(to)
        if to is Page.INTEGRATIONS:
            self.screens.integrations().focus_card(integration_id)

    def _show_records(self, kind: str, text: str = "") -> None:
        self.show_page(Page.DATA)
        data = self.screens.data()
        data.show_type(kind)
        if text:
            data.search.setText(text)
            # From there the Down key leads to what was found.
            data.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_refused(self, source: str) -> None:
        self.show_page(Page.DATA)
        self.screens.data().show_refused(source)
        # What was asked for stands below; the keyboard would stay where one came from.
        self.screens.data().tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_setting(self, section: Section) -> None:
        self.show_page(Page.SETTINGS)
        self.screens.settings().rail.go_to(section_title(section))

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, 0)
        above.setSpacing(SPACE_S)
        if self.banner is not None:
            above.addWidget(self.banner)
        above.addWidget(self.messages)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(self.stack, 1)
        self.setCentralWidget(beside(self.navigation, right))
        # Something may have been told before there was this window.
        self.messages.show_or_hide()

    def _connect(self) -> None:
        self.navigation.page_chosen.connect(self.on_page_chosen)
        self.navigation.help_asked.connect(self.on_help_asked)
        self.messages.help_asked.connect(self.help.show_topic)
        self.help.here_asked.connect(self.on_help_asked)
        self.help.place_asked.connect(self.on_help_place_asked)
        self.screens.integrations_asked.connect(self.on_integrations_asked)
        self.screens.theme_chosen.connect(self.theme_chosen)
        self.screens.language_chosen.connect(self.language_chosen)
        self.screens.signed_out.connect(self.signed_out)
        self.screens.restore_decided.connect(self.restore_decided)
        self.actions_of.page_asked.connect(self.show_integration)
        self.open_integrations.all_asked.connect(self.on_all_asked)
        self.open_integrations.back_asked.connect(self.on_back_asked)
        self.open_integrations.gone.connect(self.on_integration_gone)
        self.open_integrations.listener_asked.connect(self.on_listener_asked)
        self.actions_of.log_asked.connect(self.on_log_asked)
        self.actions_of.refused_asked.connect(self.on_refused_asked)
        self.actions_of.run_asked.connect(self.on_run_asked)
        self.actions_of.listener_asked.connect(self.on_listener_asked)
        self.actions_of.devices_asked.connect(self.on_devices_asked)
        self.actions_of.export_asked.connect(self.bulk.on_one_export_asked)
        self.actions_of.failed.connect(self.messages.tell_error)
        self.actions_of.told.connect(self.messages.on_told)
        self._session.calls.failed_unheard.connect(self.messages.tell_error)
        self._board.views_changed.connect(self.on_views_changed)
        if self.banner is not None:
            self.banner.told.connect(self.messages.on_told)
            self.banner.taken_back.connect(self.messages.take_back)

    def _add_shortcuts(self) -> None:
        for number, page in enumerate(Page, start=1):
            # The button lives as long as the window, and its click says which screen it stands for.
            listen_for_screen(number, self, self.navigation.buttons[page].click)
        for shortcut, slot in (
            (Shortcut.ADD, self.on_add_keyed),
            (Shortcut.FIND_HERE, self.on_find_keyed),
            (Shortcut.FIND_ANYTHING, self.on_find_anything_keyed),
            (Shortcut.SYNC, self.on_sync_keyed),
            (Shortcut.HELP, self.on_help_asked),
            (Shortcut.LEAVE, self.on_escape_keyed),
            (Shortcut.BACK, self.on_back_keyed),
            (Shortcut.UNDO, self.bulk.on_undo_keyed),
        ):
            listen(shortcut, self, slot)

    def _who(self) -> str:
        actor = self._session.actor
        role = spoken(ROLE_LABELS[actor.role])
        if not self._session.named:
            return self.tr("{role} at this computer").format(role=role)
        return f"{actor.name} · {role}"
