"""A search field that the Down key leaves for what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class SearchEdit(QLineEdit):
    """Tells when the Down key is pressed, for whoever knows where what was found stands.

    Signals:
        left_downwards(): the Down key was pressed.
    """

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Down."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
