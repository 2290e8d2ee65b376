"""Opening the help: from the window, from every dialog by its key, and from wherever help is asked for."""

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hub_desktop.ui.front import bring_to_front
from hub_desktop.ui.help.signposts import DIALOG_TOPICS, PAGE_TOPICS, PART_TOPICS, topic_of_section
from hub_desktop.ui.help.topics import Topic
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.session import Session
from hub_desktop.ui.shortcuts import Shortcut, listen

if TYPE_CHECKING:
    from hub_desktop.ui.find_anything import Place
    from hub_desktop.ui.help.help_window import HelpWindow

LISTENS = "listensForHelp"
"""The property of a dialog in which the key for help works."""


class HelpOpening(QObject):
    """Keeps the one window of the help, which is made when it is wanted and goes with the window it belongs to.

    Signals:
        place_asked(Place): the help leads to a screen.
        here_asked(): the key for help was pressed in a dialog that has no topic of its own.
    """

    place_asked = Signal(object)
    here_asked = Signal()

    def __init__(self, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._owner = owner
        self._window: HelpWindow | None = None
        session.help_line.asked.connect(self.show_topic)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.on_focus_changed)

    @property
    def window(self) -> "HelpWindow | None":
        """The help that is open; None while it is not."""
        window = self._window
        return window if window is not None and shiboken6.isValid(window) and window.isVisible() else None

    @Slot(object)
    def show_topic(self, topic: Topic) -> None:
        """Show the help about a topic, in front of everything."""
        window = self.window
        if window is None:
            from hub_desktop.ui.help.help_window import HelpWindow

            window = self._window = HelpWindow(self._session)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.place_asked.connect(self.place_asked)
        window.show_topic(topic)
        bring_to_front(window)
        window.list.setFocus()

    def put_away(self) -> None:
        """Close the help, if it is open."""
        window = self.window
        if window is not None:
            window.close()

    @Slot()
    def on_focus_changed(self) -> None:
        """Look who has the keyboard a moment later: what lost it may be on its way out, and must not be touched."""
        QTimer.singleShot(0, self, self.on_focus_settled)

    @Slot()
    def on_focus_settled(self) -> None:
        """Let a dialog of this window that just got the keyboard open the help by its key."""
        dialog = QApplication.activeWindow()
        if not isinstance(dialog, QDialog) or dialog.property(LISTENS):
            return
        if _belongs(dialog, self._owner):
            dialog.setProperty(LISTENS, True)
            listen(Shortcut.HELP, dialog, self.on_key_pressed)

    @Slot()
    def on_key_pressed(self) -> None:
        """Show the help about the dialog that has the keyboard, or about what is behind it."""
        shown: QWidget | None = QApplication.activeWindow()
        while shown is not None and type(shown).__name__ not in DIALOG_TOPICS:
            shown = shown.parentWidget()
        if shown is None:
            self.here_asked.emit()
        else:
            self.show_topic(DIALOG_TOPICS[type(shown).__name__])


def topic_shown(screen: QWidget | None, page: Page, *, begun: bool) -> Topic:
    """Return the topic about a screen of the window; `begun` tells whether any system is connected."""
    part, rail = getattr(screen, "part", None), getattr(screen, "rail", None)
    if part is not None:
        return PART_TOPICS[part.value]
    if rail is not None:
        return topic_of_section(rail.current_section())
    return Topic.GETTING_STARTED if page is Page.HOME and not begun else PAGE_TOPICS[page]


def help_places(opening: HelpOpening) -> list["Place"]:
    """Return every topic as something that can be gone to from anywhere."""
    from hub_desktop.ui.find_anything import Place
    from hub_desktop.ui.help.library import library

    return [
        Place(_tr("Help: {topic}").format(topic=article.title), "help", partial(opening.show_topic, article.topic))
        for article in library().values()
    ]


def _belongs(dialog: QWidget, owner: QWidget) -> bool:
    above = dialog.parentWidget()
    while above is not None and above is not owner:
        above = above.parentWidget()
    return above is owner


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
