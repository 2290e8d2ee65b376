"""The help: topics beside a search field, and the one that is read; it stands beside whatever else is open."""

import platform

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from hub_desktop import __version__
from hub_desktop.core.roles import UseCase
from hub_desktop.hub.storage import StorageState
from hub_desktop.ui.copy_button import CopyButton
from hub_desktop.ui.diagnostics import diagnostics
from hub_desktop.ui.dialog_room import within_screen
from hub_desktop.ui.form_fields import ProblemLabel
from hub_desktop.ui.help.article import Place
from hub_desktop.ui.help.article_view import ArticleView
from hub_desktop.ui.help.library import library, matching
from hub_desktop.ui.help.topics import GROUPS, Topic, group_title
from hub_desktop.ui.session import Session
from hub_desktop.ui.shortcuts import Shortcut, listen
from hub_desktop.ui.style.tokens import HELP_FIRST, HELP_LIST_WIDTH, HELP_MINIMUM, SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from hub_desktop.ui.style.widgets import PlainLabel, plain_button
from hub_desktop.ui.tab_order import ReadingOrderDialog

_TOPIC = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class HelpWindow(ReadingOrderDialog):
    """A window of its own without a parent, so that no dialog stands in its way.

    Signals:
        place_asked(Place): a screen is to be shown in the window of the program.
    """

    place_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._storage: StorageState | None = None
        self._listener_address = ""
        self.articles = library()
        self._titles = {topic: article.title for topic, article in self.articles.items()}
        self.search = QLineEdit()
        self.list = QListWidget()
        self.view = ArticleView(session.refusal(UseCase.ADD_INTEGRATION))
        self.nothing = PlainLabel(self.tr("No topic has these words. Try another one."), "muted", wrap=True)
        self.note = ProblemLabel()
        self.copy_button = CopyButton(self.tr("&Copy details for IT"), self.details)
        self.close_button = plain_button(self.tr("Close"))
        self.setWindowTitle(self.tr("Help – Hub Desktop"))
        self.setMinimumSize(*HELP_MINIMUM)
        self.resize(within_screen(self, QSize(*HELP_FIRST)))
        self._lay_out()
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self.on_searched)
        self.search.returnPressed.connect(self.on_search_entered)
        self.list.currentItemChanged.connect(self.on_item_chosen)
        self.view.topic_chosen.connect(self.show_topic)
        self.view.place_chosen.connect(self.on_place_chosen)
        self.close_button.clicked.connect(self.reject)
        listen(Shortcut.HELP, self, self.on_search_asked)
        listen(Shortcut.FIND_HERE, self, self.on_search_asked)
        self.on_searched("")

    @property
    def topic(self) -> Topic | None:
        """The topic that is read."""
        return self.view.article.topic if self.view.article is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is copied for IT."""
        super().showEvent(event)
        hub = self._session.hub
        self._session.calls.call(
            lambda: (hub.storage.state(), hub.listener_settings.state().address), self.on_details_read, owner=self
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through a list do so while the search field has the keyboard."""
        pressed = watched is self.search and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def details(self) -> str:
        """Return what IT staff ask for first."""
        return diagnostics(self._listener_address, self._storage)

    @Slot(object)
    def show_topic(self, topic: Topic) -> None:
        """Show a topic, among all others."""
        self.search.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_TOPIC) == topic.value:
                self.list.setCurrentRow(row)
        self.list.scrollToItem(self.list.currentItem())

    @Slot(str)
    def on_searched(self, typed: str) -> None:
        """Show the topics that what is typed may mean, and read the likeliest."""
        found = matching(typed, self.articles)
        self.list.blockSignals(True)
        self.list.clear()
        if typed.strip():
            for topic in found:
                self._add_topic(topic)
        else:
            for group, topics in GROUPS.items():
                self._add_heading(group_title(group))
                for topic in topics:
                    self._add_topic(topic)
        self.list.blockSignals(False)
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        first = next((row for row in range(self.list.count()) if self.list.item(row).data(_TOPIC)), -1)
        self.list.setCurrentRow(first)

    @Slot()
    def on_search_entered(self) -> None:
        """Go on to the topic, to read it by the keyboard."""
        if self.list.currentRow() >= 0:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def on_search_asked(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def on_item_chosen(self) -> None:
        """Read the chosen topic."""
        row = self.list.currentRow()
        topic = self.list.item(row).data(_TOPIC) if row >= 0 else None
        if topic:
            self.note.show_note("")
            self.view.show_article(self.articles[Topic(topic)], self._titles)

    @Slot(object)
    def on_place_chosen(self, place: Place) -> None:
        """Ask for a screen, unless a dialog stands before it."""
        before = QApplication.activeModalWidget()
        if before is None:
            self.note.show_note("")
            self.place_asked.emit(place)
        else:
            said = self.tr("Close “{window}” first; then this leads there.").format(window=before.windowTitle())
            self.note.show_warning(said)

    @Slot(object)
    def on_details_read(self, read: tuple[StorageState, str]) -> None:
        """Keep them until they are copied."""
        self._storage, self._listener_address = read

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words, self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)

    def _add_topic(self, topic: Topic) -> None:
        item = QListWidgetItem(self._titles[topic], self.list)
        item.setData(_TOPIC, topic.value)
        item.setToolTip(self._titles[topic])

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(self.tr("Topics"))
        self.list.setProperty("look", "found")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for part in (self.search, self.list, self.nothing):
            part.setFixedWidth(HELP_LIST_WIDTH)
        left = QVBoxLayout()
        left.setSpacing(SPACE_S)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        left.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setProperty("look", "line")
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_L)
        middle.addLayout(left)
        middle.addWidget(line)
        middle.addWidget(self.view, 1)
        versions = f"Hub Desktop {__version__} · Python {platform.python_version()} · Qt for Python {qt_version}"
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, SPACE_XL, 0)
        foot.setSpacing(SPACE_S)
        foot.addWidget(PlainLabel(versions, "muted", wrap=True), 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, 0, SPACE_L)
        column.setSpacing(SPACE_M)
        column.addLayout(middle, 1)
        column.addWidget(self.note)
        column.addLayout(foot)
