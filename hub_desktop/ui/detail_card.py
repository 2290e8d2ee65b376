"""The card under a table: what there is to know of the row that is chosen, and what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QVBoxLayout, QWidget

from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Card, PageScroll, PlainLabel


class DetailCard(Card):
    """A name, a text that scrolls where it is long, and buttons; unseen until a row is chosen."""

    def __init__(self, buttons: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(role="strong", wrap=True)
        self.said = PlainLabel(wrap=True)
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.addWidget(self.said)
        lines.addStretch(1)
        scroll = PageScroll()
        scroll.hold(told, lines)
        # It stands within a card, not at the edge of the window.
        lines.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        column.setSpacing(SPACE_S)
        column.addWidget(self.heading)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        self.hide()

    def under(self, table: QWidget) -> QSplitter:
        """Return the table with this card under it."""
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(table)
        splitter.addWidget(self)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        return splitter
