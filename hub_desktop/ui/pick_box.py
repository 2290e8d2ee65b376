"""A check box by which one of several things is chosen, and with Shift all up to it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget


class PickBox(QCheckBox):
    """Tells of each choice whether Shift was held.

    Signals:
        picked(bool, bool): whether it is ticked now, and whether Shift was held.
    """

    picked = Signal(bool, bool)

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

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Notice Shift."""
        self._shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().keyReleaseEvent(event)

    @Slot()
    def on_clicked(self) -> None:
        """Tell of the choice."""
        self.picked.emit(self.isChecked(), self._shift)
