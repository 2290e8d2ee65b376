"""Cards side by side, as many columns as fit."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from hub_desktop.ui.style.tokens import CARD_WIDTH, MOST_COLUMNS, SPACE_L, SPACE_XL
from hub_desktop.ui.style.widgets import PageScroll


class CardGrid(PageScroll):
    """Scrolls a grid of cards of one width; cards are moved, never made anew."""

    def __init__(self, least: int = CARD_WIDTH, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 0
        self._least = least
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setSpacing(SPACE_L)
        self.hold(inside, self._grid)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order; others are hidden, not destroyed."""
        if list(cards) == self._cards:
            return
        for card in self._cards:
            self._grid.removeWidget(card)
            card.setVisible(card in cards)
        self._cards = list(cards)
        self._columns = 0
        self._place()

    @property
    def columns(self) -> int:
        """How many cards stand side by side now."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit now."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        fitting = (self.width() - SPACE_XL + SPACE_L) // (self._least + SPACE_L)
        columns = max(1, min(MOST_COLUMNS, fitting))
        if columns == self._columns:
            return
        for number in range(MOST_COLUMNS):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)
        before: QWidget | None = None
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
            card.show()
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        rows = -(-len(self._cards) // columns)
        for number in range(len(self._cards) + 1):
            self._grid.setRowStretch(number, 1 if number == rows else 0)
        self._columns = columns
