"""Refused records: why, and what came."""

import json
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTableView, QVBoxLayout, QWidget

from hub_desktop.hub.records import QuarantineView
from hub_desktop.ui.style.tokens import SPACE_S
from hub_desktop.ui.style.widgets import plain_button
from hub_desktop.ui.table_manners import prepare_table
from hub_desktop.ui.words import exact, when

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_COLUMN_LETTERS = (18, 22, 16)


class QuarantineModel(QAbstractTableModel):
    """Refused records, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QuarantineView] = []
        self._headings = (self.tr("Last seen"), self.tr("Source"), self.tr("Endpoint"), self.tr("Why it was refused"))
        self._texts: tuple[Callable[[QuarantineView], str], ...] = (
            lambda row: when(row.record.last_seen),
            lambda row: row.source,
            lambda row: row.record.endpoint,
            lambda row: " ".join(row.record.reasons),
        )

    def show_rows(self, rows: list[QuarantineView]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_at(self, index: _Index) -> QuarantineView | None:
        """Return the row at an index."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return exact(row.record.last_seen)
        return None


class QuarantinePanel(QSplitter):
    """A table of refused records over the chosen one as it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.model = QuarantineModel(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Refused records"))
        self.raw = QPlainTextEdit()
        self.raw.setAccessibleName(self.tr("The refused record as it came"))
        self.raw.setReadOnly(True)
        self.copy_button = plain_button(self.tr("&Copy for IT"))
        self.copy_button.clicked.connect(self.on_copy_asked)
        self.table.setModel(self.model)
        prepare_table(self.table, _COLUMN_LETTERS)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.verticalHeader().hide()
        self.table.selectionModel().currentRowChanged.connect(self.on_row_chosen)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, SPACE_S, 0, 0)
        below.addWidget(self.raw)
        below.addWidget(self.copy_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.addWidget(self.table)
        self.addWidget(self._below)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self._below.hide()

    def show_rows(self, rows: list[QuarantineView]) -> None:
        """Show these refused records."""
        self.model.show_rows(rows)
        self._below.hide()

    @Slot(QModelIndex, QModelIndex)
    def on_row_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Show the chosen record with its reasons."""
        row = self.model.row_at(current)
        self._below.setVisible(row is not None)
        if row is not None:
            self.raw.setPlainText("\n".join((*row.record.reasons, "", readable(row.record.raw))))

    @Slot()
    def on_copy_asked(self) -> None:
        """Put the chosen record and its reasons on the clipboard."""
        QGuiApplication.clipboard().setText(self.raw.toPlainText())


def readable(raw: str) -> str:
    """Return a record's JSON with a line for each field, or the text as it is where it was cut off."""
    try:
        return json.dumps(json.loads(raw), ensure_ascii=False, indent=2)
    except ValueError:
        return raw
