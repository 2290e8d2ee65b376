"""The question before something typed is lost."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget


class DiscardQuestion(QMessageBox):
    """Asks once whether what was typed may be lost; Esc and the default keep it.

    Signals:
        discarded(): a person chose to lose it.
    """

    discarded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.NoIcon)
        self.setWindowTitle(self.tr("Discard what you typed?"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("What you typed has not been saved."))
        self.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.button(QMessageBox.StandardButton.Discard).setText(self.tr("&Discard"))
        self.button(QMessageBox.StandardButton.Cancel).setText(self.tr("&Keep editing"))
        self.setDefaultButton(QMessageBox.StandardButton.Cancel)
        self.finished.connect(self.on_finished)

    @Slot(int)
    def on_finished(self, answer: int) -> None:
        """Tell that a person chose to lose it."""
        if answer == QMessageBox.StandardButton.Discard.value:
            self.discarded.emit()
