"""A button that puts something on the clipboard, and says that it did."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication

from hub_desktop.ui.style.widgets import Button

_SAID_MS = 2_000


class CopyButton(Button):
    """Copies what `text` returns at the moment it is chosen."""

    def __init__(self, words: str, text: Callable[[], str], name: str = "") -> None:
        super().__init__(words)
        self._text = text
        if name:
            self.setAccessibleName(name)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(_SAID_MS)
        self._said.timeout.connect(self.on_time_passed)
        self.clicked.connect(self.on_chosen)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Offer to copy, by these words; what was copied before is another matter."""
        self._words = words
        self._said.stop()
        self.setMinimumWidth(0)
        self.setText(words)
        # “Copied” may be shorter, and what stands beside it stays where it is.
        self.setMinimumWidth(self.sizeHint().width())

    @Slot()
    def on_chosen(self) -> None:
        """Copy it."""
        QGuiApplication.clipboard().setText(self._text())
        self.setText(self.tr("Copied"))
        self._said.start()

    @Slot()
    def on_time_passed(self) -> None:
        """Offer to copy it once more."""
        self.setText(self._words)
