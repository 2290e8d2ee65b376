"""A check box by which one of several things is chosen, and with Shift all up to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PickBox(QCheckBox):
    """Tells of each choice whether Shift was held.

    Signals:
        picked(bool, bool): whether it is ticked now, and whether Shift was held.
        left(int, int): an arrow key is to lead to the box this many columns and lines away.
    """

    picked = Signal(bool, bool)
    left = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shift = False
        self.clicked.connect(self.on_clicked)

    def pick(self, *, ranged: bool) -> None:
        """Tick it, or take the tick away, as a click does."""
        self._shift = ranged
        self.click()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Notice Shift."""
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by an arrow key; with Shift it is no other way, for only Space ticks."""
        if event.key() in _ARROWS:
            self.left.emit(*_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Notice Shift."""
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyReleaseEvent(event)

    @Slot()
    def on_clicked(self) -> None:
        """Tell of the choice."""
        self.picked.emit(self.isChecked(), self._shift)
