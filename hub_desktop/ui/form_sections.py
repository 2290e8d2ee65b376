"""The cards that forms are divided into."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Card, PlainLabel, clear, quiet_button


def section(title: str, *parts: QWidget | QLayout) -> Card:
    """Return a card with a title and what belongs under it."""
    card = Card()
    layout = QVBoxLayout(card)
    layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
    layout.setSpacing(SPACE_M)
    layout.addWidget(PlainLabel(title, role="subtitle"))
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
    return card


class Notes(Card):
    """Sentences under a title, one below the other; unseen while there are none."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_S)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        layout.setSpacing(SPACE_M)
        layout.addWidget(PlainLabel(title, role="subtitle"))
        layout.addLayout(self._lines)
        self.hide()

    def show_notes(self, notes: Sequence[str]) -> None:
        """Show these sentences in the place of those before."""
        clear(self._lines)
        for note in notes:
            self._lines.addWidget(PlainLabel(f"• {spoken(note)}", wrap=True))
        self.setVisible(bool(notes))


class Folded(QWidget):
    """Sentences that are shown when somebody wants to know."""

    def __init__(self, title: str, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fold = quiet_button(title)
        self.fold.setCheckable(True)
        self._text = QWidget()
        lines = QVBoxLayout(self._text)
        lines.setContentsMargins(SPACE_S, 0, 0, 0)
        lines.setSpacing(SPACE_S)
        for sentence in sentences:
            lines.addWidget(PlainLabel(f"• {spoken(sentence)}", "muted", wrap=True))
        self._text.hide()
        self.fold.toggled.connect(self._text.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE_S)
        layout.addWidget(self.fold)
        layout.addWidget(self._text)
        if not sentences:
            self.hide()
