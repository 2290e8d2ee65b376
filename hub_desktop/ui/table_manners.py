"""What all tables of the window share."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M


def prepare_table(table: QTableView, letters: tuple[int, ...] = ()) -> None:
    """Give a table, once it has its model, the look and manners that all tables share; widths are in letters."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + SPACE_M)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    letter = table.fontMetrics().averageCharWidth()
    for column, number in enumerate(letters):
        # Numbers take less room than the heading above them, whose words are longer still in other languages.
        table.setColumnWidth(column, max(number * letter, header.sectionSizeHint(column)))


def paint_nothing(table: QTableView, words: str) -> None:
    """Write into a table that has no rows why there are none, or how they come."""
    if not words or table.model().rowCount():
        return
    painter = QPainter(table.viewport())
    painter.setPen(table.palette().color(QPalette.ColorRole.PlaceholderText))
    inside = table.viewport().rect().adjusted(SPACE_L, SPACE_L, -SPACE_L, -SPACE_L)
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)
    painter.end()
