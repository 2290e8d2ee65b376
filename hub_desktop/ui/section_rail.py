"""The names of a long page's sections beside it: choosing one goes there, and scrolling shows where one is."""

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout

from hub_desktop.ui.style.tokens import RAIL_WIDTH, SPACE_M, SPACE_S
from hub_desktop.ui.style.widgets import Card


class SectionRail(QListWidget):
    """One row for each card that stands in a column, called by the card's accessible name."""

    def __init__(self, scroll: QScrollArea, column: QVBoxLayout) -> None:
        super().__init__()
        self._scroll = scroll
        self._cards: list[Card] = []
        self._moving = False
        self._wanted: Card | None = None
        self.setAccessibleName(self.tr("Sections of the settings"))
        self.setProperty("look", "rail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(RAIL_WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for place in range(column.count()):
            item = column.itemAt(place)
            card = item.widget() if item is not None else None
            if isinstance(card, Card):
                self._cards.append(card)
                row = QListWidgetItem(card.accessibleName(), self)
                row.setSizeHint(QSize(0, self.fontMetrics().height() + 2 * SPACE_S))
        self.setCurrentRow(0)
        self.currentRowChanged.connect(self.on_row_chosen)
        # Also the row one is at already: the page may have been scrolled away from it.
        self.itemClicked.connect(self.on_clicked)
        scroll.verticalScrollBar().valueChanged.connect(self.on_scrolled)
        scroll.verticalScrollBar().rangeChanged.connect(self.on_room_changed)

    def go_to(self, name: str) -> None:
        """Bring the section of this name into view also while the page still fills; the keyboard is here."""
        rows = self.findItems(name, Qt.MatchFlag.MatchExactly)
        if rows:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.setCurrentItem(rows[0])
            self.on_clicked()
            QTimer.singleShot(0, self, self.on_settled)

    def current_section(self) -> str:
        """Return the name of the section one is at."""
        place = self.currentRow()
        return self.item(place).text() if place >= 0 else ""

    @Slot(int)
    def on_row_chosen(self, row: int) -> None:
        """Bring the section into view."""
        if not self._moving and 0 <= row < len(self._cards):
            self._wanted = self._cards[row]
            self.on_settled()

    @Slot()
    def on_clicked(self) -> None:
        """Bring the section of the chosen row into view again."""
        self.on_row_chosen(self.currentRow())

    @Slot(int, int)
    def on_room_changed(self, _least: int, most: int) -> None:
        """Stay at the wanted section while what stands above it is still being read, until somebody scrolls."""
        if self._wanted is None:
            return
        bar = self._scroll.verticalScrollBar()
        self._moving = True
        bar.setValue(min(bar.value(), most))
        self._moving = False
        # When everything has its place.
        QTimer.singleShot(0, self, self.on_settled)

    @Slot()
    def on_settled(self) -> None:
        """Go to the wanted section, if there is one."""
        if self._wanted is None:
            return
        self._moving = True
        self._scroll.verticalScrollBar().setValue(self._wanted.y() - SPACE_M)
        self._moving = False

    @Slot(int)
    def on_scrolled(self, position: int) -> None:
        """Mark the section at the top of the view; at the very end, the last one."""
        if self._moving:
            return
        self._wanted = None
        shown = [place for place, card in enumerate(self._cards) if card.y() - SPACE_M - SPACE_S <= position]
        row = shown[-1] if shown else 0
        if position >= self._scroll.verticalScrollBar().maximum() > 0:
            row = len(self._cards) - 1
        self._moving = True
        self.setCurrentRow(row)
        self._moving = False
