"""The window before there is anything to show in it: it stands where it stood, while the files are opened behind it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout

from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.front import bring_to_front
from hub_desktop.ui.language import Translations
from hub_desktop.ui.navigation import NavigationFrame, Page, beside
from hub_desktop.ui.single_instance import SingleInstance
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.skeleton import Shape, Skeleton
from hub_desktop.ui.style.tokens import (
    SKELETON_ROW,
    SPACE_L,
    SPACE_XL,
    WINDOW_MINIMUM,
)
from hub_desktop.ui.style.widgets import PlainLabel
from hub_desktop.ui.window_state import STATE_FILE, WindowState

_T = TypeVar("_T")
_PAINTED_MS = 500
_PATIENCE_MS = 300
_SLOW_MS = 2_000
_VERY_SLOW_MS = 10_000
_SHAPES: dict[Page, Shape] = {
    Page.HOME: Shape.LIST,
    Page.INTEGRATIONS: Shape.CARDS,
    Page.DATA: Shape.TABLE,
    Page.ACTIVITY: Shape.TABLE,
    Page.REPORTS: Shape.PLOT,
    Page.SETTINGS: Shape.FORM,
}


class Opening:
    """Does what the start takes long for, with a window that answers meanwhile; hidden, it only does it."""

    def __init__(self, app: QApplication, folder: Path, identity: str, *, hidden: bool = False) -> None:
        """Show the window where the files of this folder say that it was, unless `hidden`.

        `identity` is that of the folder: whoever starts the program again meanwhile is heard, and answered later.
        """
        self.unwanted = False
        """Whether a person has closed the window: the program is not to go on."""
        self._state = WindowState(folder / STATE_FILE)
        self._instance: SingleInstance | None = SingleInstance(identity)
        self.window: OpeningWindow | None = None
        if not hidden:
            palette.apply(app, self._state.theme())
            self.window = OpeningWindow(self._state)
            self.window.closed.connect(self._note_closed)
            self._instance.raise_asked.connect(self._note_asked)
            _shown(self.window)

    def run(self, work: Callable[[], _T]) -> _T:
        """Return what the work returns, or raise what it raises; while a window is shown, on another thread."""
        return work() if self.window is None else _beside_the_window(work)

    def hand_over(self) -> SingleInstance:
        """Return what hears later starts, for the window that comes, and let it be put where this one stands."""
        if self._instance is None:
            raise AssertionError("this is handed over once")
        heard, self._instance = self._instance, None
        if self.window is not None:
            heard.raise_asked.disconnect(self._note_asked)
            if not self.unwanted:
                self._state.keep_place(self.window)
        return heard

    def give_way(self) -> None:
        """Take the window away, in favour of what comes; once is enough."""
        ours, self.window = self.window, None
        heard, self._instance = self._instance, None
        if heard is not None:
            heard.stop()
        if ours is not None:
            ours.hide()
            ours.deleteLater()

    def _note_closed(self) -> None:
        self.unwanted = True

    def _note_asked(self) -> None:
        if self.window is not None:
            self.unwanted = False
            bring_to_front(self.window)


class OpeningWindow(QMainWindow):
    """The frame of the main window, with grey blocks in the place of what is still being read.

    Signals:
        painted(): it can be seen.
        closed(): a person does not want it to open.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self.setWindowTitle("Hub Desktop")
        self.setMinimumSize(within_screen(self, QSize(*WINDOW_MINIMUM)))
        page = state.restore(self)
        self._language = state.language()
        self.navigation = NavigationFrame()
        self.navigation.column.addStretch()
        self.heading = Skeleton(Shape.TEXT)
        self.content = Skeleton(_SHAPES[page])
        self.said = PlainLabel(wrap=True)
        self.head = QStackedWidget()
        self.head.setFixedHeight(SKELETON_ROW)
        self.head.addWidget(self.heading)
        self.head.addWidget(self.said)
        for later in (self.head, self.content):
            policy = later.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            later.setSizePolicy(policy)
            later.hide()
        self._lay_out()
        for after, slot in (
            (_PATIENCE_MS, self.on_patience_over),
            (_SLOW_MS, self.on_slow),
            (_VERY_SLOW_MS, self.on_very_slow),
        ):
            # Timers of its own, which end with it.
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(slot)
            timer.start(after)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell it."""
        super().paintEvent(event)
        self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go; what is being opened is closed again once it is open."""
        super().closeEvent(event)
        self.closed.emit()

    @Slot()
    def on_patience_over(self) -> None:
        """Show what is to come as grey blocks."""
        self.head.show()
        self.content.show()

    @Slot()
    def on_slow(self) -> None:
        """Say what is going on."""
        self._say(lambda: self.tr("Opening your data…"))

    @Slot()
    def on_very_slow(self) -> None:
        """Say why it may last."""
        self._say(
            lambda: self.tr(
                "Opening your data… After an update this can take some minutes. Please leave the computer on."
            )
        )

    def _say(self, words: Callable[[], str]) -> None:
        # The language of the program is taken on with the settings, which are still being read.
        translations = Translations()
        translations.take_on(self._language)
        self.said.setText(words())
        translations.stop()
        self.head.setCurrentWidget(self.said)
        self.head.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        right.setSpacing(SPACE_L)
        right.addWidget(self.head)
        right.addWidget(self.content, 1)
        self.setCentralWidget(beside(self.navigation, right))


def _shown(window: OpeningWindow) -> None:
    """Show the window, and return once it can be seen: what is loaded next leaves it little time to be painted."""
    loop = QEventLoop()
    window.painted.connect(loop.quit)
    window.show()
    # On another virtual desktop nothing is painted.
    QTimer.singleShot(_PAINTED_MS, loop, loop.quit)
    loop.exec()
    window.painted.disconnect(loop.quit)


class _Done(QObject):
    """Tells another thread that work is done."""

    told = Signal()


def _beside_the_window(work: Callable[[], _T]) -> _T:
    """Return what the work returns, or raise what it raises, once it is done on a thread of its own."""
    loop, done = QEventLoop(), _Done()
    # Queued, because a loop that is told to end before it began goes on for good.
    done.told.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    with ThreadPoolExecutor(1, thread_name_prefix="hub-opening") as thread:
        doing = thread.submit(work)
        doing.add_done_callback(lambda _: done.told.emit())
        loop.exec()
    return doing.result()
