"""The desk: window, tray and everything between them and the hub."""

import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog

from hub_desktop.core.actor import Actor, Face
from hub_desktop.core.errors import HubError
from hub_desktop.core.events import AccountsChanged, CaughtUp, Event, NotificationsChanged
from hub_desktop.core.notifications import NotificationSettings
from hub_desktop.core.roles import UseCase
from hub_desktop.core.times import utc_now
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.backup_trouble import BackupTrouble
from hub_desktop.ui.board import Board
from hub_desktop.ui.bridge import EventBridge
from hub_desktop.ui.calls import Calls, StandingQuestion
from hub_desktop.ui.front import bring_to_front
from hub_desktop.ui.language import LANGUAGE, SYSTEM, Translations, speaking
from hub_desktop.ui.messages import Messages
from hub_desktop.ui.question import Question
from hub_desktop.ui.rehearsal_banner import Rehearsal
from hub_desktop.ui.session import Session
from hub_desktop.ui.single_instance import SingleInstance
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.widgets import primary_button
from hub_desktop.ui.surprises import Surprises, failure_box
from hub_desktop.ui.tray import Tray
from hub_desktop.ui.window_state import STATE_FILE, WindowState
from hub_desktop.ui.words import caught_up_words, when

if TYPE_CHECKING:
    from hub_desktop.ui.main_window import MainWindow

_PAUSE_LOOKED_AT_MS = 60_000
_log = logging.getLogger(__name__)


def show_failure(error: HubError, folder: Path | None = None) -> None:
    """Tell why the window cannot open, in the language that `folder` knows of, and wait until it was read."""
    with speaking(kept_language(folder)):
        box = failure_box(error)
        box.exec()
        box.deleteLater()


def kept_language(folder: Path | None) -> str:
    """Return the language that the window had last over a data folder, whose settings may not be readable now."""
    return SYSTEM if folder is None else WindowState(folder / STATE_FILE).language()


class Desk(QObject):
    """The face of the program at the window, from the first sign-in to the end.

    Signals:
        quit_asked(): the person wants the program to end.
        restore_decided(DecidedRestore): the program is to close its files and put a backup in their place.
        pause_asked(bool): runs by timetable are to stop for an hour, or to go on.
    """

    quit_asked = Signal()
    restore_decided = Signal(object)
    pause_asked = Signal(bool)

    def __init__(
        self,
        app: QApplication,
        hub: Hub,
        *,
        folder_identity: str,
        listener_address: str,
        rehearsal: Rehearsal | None = None,
        hidden: bool = False,
        notices: Sequence[str] = (),
        done: Sequence[str] = (),
        instance: SingleInstance | None = None,
    ) -> None:
        """`notices` warn of what stands; `done` says what was done as the person wanted.

        `instance` has been hearing later starts of the program since before there was a desk; it is the desk's now.
        """
        super().__init__()
        self._app = app
        self._hub = hub
        self._listener_address = listener_address
        self._rehearsal = rehearsal
        self._hidden = hidden
        self._notices, self._done = list(notices), list(done)
        # Read here, before there is a window that could freeze.
        self._theme = str(hub.storage.setting("theme", "system"))
        self._notifications = hub.notifications.settings()
        self.paused_until: datetime | None = hub.notifications.paused_until()
        self._state = WindowState(Path(hub.storage.state().folder) / STATE_FILE, self)
        self.translations = Translations(self)
        self._language = str(hub.storage.setting(LANGUAGE, SYSTEM))
        self.translations.take_on(self._language)
        self._state.keep_look(theme=self._theme, language=self._language)
        palette.apply(app, self._theme)
        self.surprises = Surprises(self)
        self.calls = Calls(self)
        self._following = StandingQuestion(self.calls, self)
        self.bridge = EventBridge(hub.events, self)
        self.tray = Tray(self)
        self._backup_trouble = BackupTrouble(self.tray, hub.nightly.problem(), self)
        self._backup_trouble.files_asked.connect(self.on_files_asked)
        self.instance = instance or SingleInstance(folder_identity)
        self.instance.setParent(self)
        self.window: MainWindow | None = None
        """Made when it is first wanted: what rests in the tray for months needs none."""
        self.messages: Messages | None = None
        """What is told at the window, kept until there is one; None while nobody has signed in."""
        self.board: Board | None = None
        self.question: QDialog | None = None
        self._pause_sentence = ""
        self._caught_up: CaughtUp | None = None
        """What nobody was told of yet who may see it."""
        self._closed = False
        self._pause_end = QTimer(self)
        self._pause_end.setSingleShot(True)
        self._pause_end.timeout.connect(self.on_pause_looked_at)
        self._pause_beats = QDeadlineTimer()
        self._connect()
        self.tray.follow(self._notifications)
        if self.paused_until is not None:
            # It was asked for before the program was closed, and begins again with what is left of it.
            self._show_pause()

    def show(self) -> bool:
        """Let the person in and show the window, unless it starts hidden; return False when nobody signed in."""
        actor = self._sign_in()
        if actor is None:
            return False
        self._build(Session(self._hub, actor, self.calls, named=self._hub.accounts.needed()))
        # Without a tray a hidden window could never be found again.
        if not self._hidden or not self.tray.available:
            self.on_raise_asked()
        return True

    def close(self) -> None:
        """Take window and tray away and wait for the calls that go on; once is enough."""
        if self._closed:
            return
        self._closed = True
        self._pause_end.stop()
        if self.question is not None:
            self.question.reject()
        self._take_down()
        self.tray.stop()
        self.instance.stop()
        self.bridge.stop()
        self.calls.close()
        self.surprises.stop()
        self.translations.stop()

    @Slot()
    def on_raise_asked(self) -> None:
        """Bring the window to the front, or the dialog that stands in its place."""
        # Before anybody has signed in, there is only the dialog that asks who it is.
        shown = self._wanted_window() or self.question
        if shown is not None:
            bring_to_front(shown)

    @Slot()
    def on_close_asked(self) -> None:
        """Go on in the tray where there is one, having said so once; end otherwise."""
        if self.window is None or not self.tray.available or not self._notifications.keep_in_tray:
            self.quit_asked.emit()
        elif self._state.first_time("goes-on-in-tray"):
            self._ask_about_tray(self.window)
        else:
            self.window.hide()

    @Slot()
    def on_stay_chosen(self) -> None:
        """Hide the window and go on in the tray."""
        if self.window is not None:
            self.window.hide()

    @Slot(str)
    def on_theme_chosen(self, theme: str) -> None:
        """Take on a theme at once."""
        self._theme = theme
        self._state.keep_look(theme=theme, language=self._language)
        self.on_scheme_changed()

    @Slot(str)
    def on_language_chosen(self, choice: str) -> None:
        """Take on a language at once: another window takes the place of the one there is, and all else goes on."""
        before, board, session = self.window, self.board, self._session
        if before is not None and before.open_integrations.unsaved():
            # Another window would not have what was typed.
            said = self.tr(
                "Something on the page of an integration is not saved yet. Save it, then choose the language again."
            )
            before.messages.tell("warning", said)
            return
        self._language = choice
        self._state.keep_look(theme=self._theme, language=choice)
        if not self.translations.take_on(choice) or before is None or board is None or session is None:
            return
        self.messages = self._new_messages(session)
        after = self._open_window(session, board, self.messages)
        after.take_the_place_of(before)
        self._close_window(before)
        self._show_pause()
        self.on_views_changed()

    @Slot()
    def on_scheme_changed(self) -> None:
        """Follow the desktop from light to dark and back."""
        palette.apply(self._app, self._theme)
        self.tray.tint()

    @Slot()
    def on_views_changed(self) -> None:
        """Show the worst light in the tray."""
        if self.board is not None and self._session is not None:
            self.tray.show_views(self.board.views, refusal=self._session.refusal(UseCase.SYNC))
            self.tray.pause.setEnabled(not self._session.refusal(UseCase.PAUSE))

    @Slot(bool)
    def on_pause_asked(self, paused: bool) -> None:
        """Pause the timetable for an hour, or let it go on."""
        if self._session is None:
            return
        refusal = self._session.refusal(UseCase.PAUSE)
        if refusal:
            if self.messages is not None:
                self.messages.tell("info", refusal)
            return
        hub, actor = self._hub, self._session.actor
        self.calls.call(lambda: hub.notifications.pause(actor, on=paused), self.on_pause_settled, owner=self)

    @Slot(object)
    def on_pause_settled(self, until: datetime | None) -> None:
        """Pause, or go on, once the hub has allowed it and kept it."""
        self.paused_until = until
        self._show_pause()
        self.pause_asked.emit(until is not None)
        self._read_next_runs()

    def _read_next_runs(self) -> None:
        """Let cards and Home say when things run by themselves now."""
        if self.board is not None:
            self.board.on_reading_due()

    def _show_pause(self) -> None:
        self._pause_end.stop()
        until = self.paused_until
        self.tray.show_paused(until is not None, when(until) if until is not None else "")
        if until is not None:
            self._pause_beats.setRemainingTime(_milliseconds_to(until))
            self.on_pause_looked_at()
        if self.messages is not None:
            self.messages.take_back(self._pause_sentence)
            self._tell_paused(self.messages)

    @Slot()
    def on_pause_looked_at(self) -> None:
        """Wait on while the pause lasts: its timer stands still while the computer sleeps, and its end does not."""
        if self.paused_until is None:
            return
        left = min(self._pause_beats.remainingTime(), _milliseconds_to(self.paused_until))
        if left > 0:
            self._pause_end.start(min(left, _PAUSE_LOOKED_AT_MS))
        else:
            self.on_pause_ended()

    @Slot()
    def on_pause_ended(self) -> None:
        """Let the timetable go on."""
        if self.paused_until is not None:
            self.paused_until = None
            self._show_pause()
            self.pause_asked.emit(False)
            self._read_next_runs()

    @Slot()
    def on_resume_asked(self) -> None:
        """Let the timetable go on before the pause is over."""
        self.on_pause_asked(False)

    @Slot()
    def on_files_asked(self) -> None:
        """Show what is said of backups."""
        window = self._wanted_window()
        if window is not None:
            window.on_files_asked()

    @Slot()
    def on_sync_all_asked(self) -> None:
        """Sync everything that is switched on."""
        window = self._wanted_window()
        if window is not None:
            window.actions_of.on_sync_all_asked()

    @Slot()
    def on_signed_out(self) -> None:
        """Take the window away and let the next person sign in; end when nobody does."""
        self._take_down()
        self._hidden = False
        if not self.show():
            self.quit_asked.emit()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Follow what is more than a screen's own: accounts, backups, what was caught up, what is to be told."""
        self._backup_trouble.hear(event, self._messages_for_backups())
        if isinstance(event, AccountsChanged) and self._session is not None and not self._session.named:
            # Later, because the window that asked for the account is still to hear that it was made.
            QTimer.singleShot(0, self.on_signed_out)
        elif isinstance(event, CaughtUp):
            self._caught_up = event
            self._ask_what_was_caught_up()
        elif isinstance(event, NotificationsChanged):
            self._following.ask(self._hub.notifications.settings, self.on_notifications_read)

    @Slot(object)
    def on_caught_up_seen(self, seen: tuple[CaughtUp, Actor, CaughtUp]) -> None:
        """Tell what was caught up to the person who may see it; the rest is for whoever signs in next."""
        whole, actor, event = seen
        if self._caught_up is not whole or self._session is None or self._session.actor is not actor:
            return
        told = {one.integration_id for one in event.runs}
        rest = whole.among({one.integration_id for one in whole.runs} - told)
        self._caught_up = rest if rest.runs else None
        if event.runs and self.messages is not None:
            self.tray.tell_caught_up(caught_up_words(event))
            self.messages.tell("info", caught_up_words(event))

    @Slot(object)
    def on_notifications_read(self, settings: NotificationSettings) -> None:
        """Go by other settings from now on."""
        self._notifications = settings
        self.tray.follow(settings)

    def _connect(self) -> None:
        self._session: Session | None = None
        self.bridge.event_arrived.connect(self.on_event)
        self.instance.raise_asked.connect(self.on_raise_asked)
        self.tray.open_asked.connect(self.on_raise_asked)
        self.tray.sync_all_asked.connect(self.on_sync_all_asked)
        self.tray.pause_asked.connect(self.on_pause_asked)
        self.tray.quit_asked.connect(self.quit_asked)
        self._app.styleHints().colorSchemeChanged.connect(self.on_scheme_changed)

    def _sign_in(self) -> Actor | None:
        if not self._hub.accounts.needed():
            return self._hub.accounts.person_at_the_pc(Face.WINDOW)
        from hub_desktop.ui.sign_in import SignInDialog

        dialog = SignInDialog(self._hub, self.calls)
        self.question = dialog
        try:
            dialog.exec()
            return dialog.actor
        finally:
            self.question = None
            dialog.deleteLater()

    def _build(self, session: Session) -> None:
        self._session = session
        self.board = Board(session, self)
        self.bridge.event_arrived.connect(self.board.on_event)
        self.board.views_changed.connect(self.on_views_changed)
        self.messages = self._new_messages(session)
        if not self.tray.available and self._state.first_time("no-tray"):
            self.messages.tell(
                "info",
                self.tr(
                    "This desktop has no tray. Keep the window open or minimised, so that your systems go on syncing; "
                    "closing it ends Hub Desktop."
                ),
            )
        self._ask_what_was_caught_up()
        self.board.start()

    def _new_messages(self, session: Session) -> Messages:
        """Return the place of messages with all that stands now."""
        messages = Messages()
        for notice in self._notices:
            messages.tell("warning", notice)
        for sentence in self._done:
            messages.tell("info", sentence)
        if _may_mend_backups(session):
            self._backup_trouble.show_in(messages)
        # A pause outlasts the person who asked for it.
        self._tell_paused(messages)
        return messages

    def _wanted_window(self) -> "MainWindow | None":
        """Return the window, made now where there is none yet; None while nobody has signed in."""
        if self.window is None and self._session is not None and self.board is not None and self.messages is not None:
            self.window = self._open_window(self._session, self.board, self.messages)
        return self.window

    def _open_window(self, session: Session, board: Board, messages: Messages) -> "MainWindow":
        """Make the window, not shown yet, and connect it."""
        from hub_desktop.ui.main_window import MainWindow

        window = self.window = MainWindow(
            session,
            board,
            self._state,
            messages=messages,
            listener_address=self._listener_address,
            rehearsal=self._rehearsal,
        )
        window.close_asked.connect(self.on_close_asked)
        window.theme_chosen.connect(self.on_theme_chosen)
        window.restore_decided.connect(self.restore_decided)
        # Queued, because the window that sends it is taken away.
        window.language_chosen.connect(self.on_language_chosen, Qt.ConnectionType.QueuedConnection)
        window.signed_out.connect(self.on_signed_out, Qt.ConnectionType.QueuedConnection)
        self.bridge.event_arrived.connect(window.on_event)
        return window

    def _messages_for_backups(self) -> Messages | None:
        """Return where somebody reads of nightly backups who can do something about them; None while nobody does."""
        return self.messages if self._session is not None and _may_mend_backups(self._session) else None

    def _ask_what_was_caught_up(self) -> None:
        """Let the hub say what the person at the window may know of what was caught up; nobody is there: later."""
        event, session = self._caught_up, self._session
        if event is None or session is None:
            return
        hub, actor = self._hub, session.actor
        self.calls.call(
            lambda: (event, actor, hub.overview.caught_up(actor, event)), self.on_caught_up_seen, owner=self
        )

    def _tell_paused(self, messages: Messages) -> None:
        if self.paused_until is None:
            return
        until = when(self.paused_until)
        self._pause_sentence = self.tr("Syncs by timetable are paused until {time}.").format(time=until)
        strip = messages.tell("info", self._pause_sentence, action=self.tr("Go on now"))
        strip.action_chosen.connect(self.on_resume_asked)

    def _take_down(self) -> None:
        if self.board is not None:
            self.board.stop()
            self.bridge.event_arrived.disconnect(self.board.on_event)
            self.board.deleteLater()
        if self.window is not None:
            self._close_window(self.window)
        elif self.messages is not None:
            self.messages.deleteLater()
        self.board, self.window, self.messages, self._session = None, None, None, None

    def _close_window(self, window: "MainWindow") -> None:
        self.bridge.event_arrived.disconnect(window.on_event)
        window.keep_state()
        window.hide()
        window.deleteLater()

    def _ask_about_tray(self, window: "MainWindow") -> None:
        question = Question(
            self.tr("Hub Desktop goes on in the tray"),
            [
                self.tr("Hub Desktop goes on in the tray"),
                self.tr("Your systems stay in sync. Choose the icon in the tray to open the window again."),
                self.tr("This is said only once."),
            ],
            primary_button(self.tr("Keep it running")),
            self.tr("Quit instead"),
            default_yes=True,
            parent=window,
        )
        question.accepted.connect(self.on_stay_chosen)
        question.no.clicked.connect(self.quit_asked)
        question.open()


def _may_mend_backups(session: Session) -> bool:
    """Tell whether somebody can do something about nightly backups: they are of all colleges, as are their settings."""
    return not session.refusal(UseCase.MAKE_BACKUP) and session.actor.college_ids is None


def _milliseconds_to(moment: datetime) -> int:
    return max(0, round((moment - utc_now()).total_seconds() * 1000))
