"""Find anything: one field for every screen, system, setting and kind of data, and what can be done with them."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hub_desktop.core.finding import found
from hub_desktop.ui.style.icons import icon
from hub_desktop.ui.style.tokens import DIALOG_WIDTH, ICON, SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import PlainLabel

_MOST_SHOWN = 60
_ROWS_HIGH = 9
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class Place(Struct, frozen=True):
    """Something that can be gone to or done: its words, the name of its icon, and what happens."""

    words: str
    icon_name: str
    go: Callable[[], object]


class FindAnything(QDialog):
    """A field and the places that what is typed may mean; `search` makes the place that looks in the records."""

    def __init__(self, places: Sequence[Place], search: Callable[[str], Place | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._places = places
        self._search = search
        self._shown: list[Place] = []
        self.setWindowTitle(self.tr("Find anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("A system, a screen, a setting, a student…"))
        self.field.setAccessibleName(self.tr("What you look for"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setProperty("look", "found")
        self.list.setIconSize(QSize(ICON, ICON))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint = PlainLabel(self.tr("Up and Down choose, Enter goes there, Esc closes."), role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        self.list.setFixedHeight(_ROWS_HIGH * (self.fontMetrics().height() + SPACE_M))
        self.setFixedWidth(DIALOG_WIDTH)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.on_typed)
        self.field.returnPressed.connect(self.on_chosen)
        self.list.itemClicked.connect(self.on_chosen)
        self.on_typed("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move through a list do so while the field has the keyboard."""
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def on_typed(self, text: str) -> None:
        """Show what the text may mean, and last of all the search for it in the records."""
        places = [self._places[at] for at in found(text, [place.words for place in self._places])[:_MOST_SHOWN]]
        records = self._search(text.strip()) if text.strip() else None
        self._shown = [*places, *([records] if records is not None else [])]
        self.list.clear()
        for place in self._shown:
            row = QListWidgetItem(icon(place.icon_name, "muted"), place.words)
            self.list.addItem(row)
        if self._shown:
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self.tr("Nothing is called so. Try another word."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    @Slot()
    def on_chosen(self) -> None:
        """Go there."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._shown):
            return
        place = self._shown[row]
        self.accept()
        place.go()
