"""What all tables of the window share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from hub_desktop.ui.style.tokens import SPACE_M


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
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    letter = table.fontMetrics().averageCharWidth()
    for column, number in enumerate(letters):
        table.setColumnWidth(column, number * letter)
