"""Real rows before and after their mapping: what changed is marked, and what is bad says why."""

import json
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from hub_desktop.core.datatypes import DataType
from hub_desktop.core.mapping_preview import Preview, PreviewCell
from hub_desktop.core.redaction import one_line
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.widgets import plain_tip
from hub_desktop.ui.table_manners import paint_nothing, prepare_table

_SHOWN = 60
_Index = QModelIndex | QPersistentModelIndex
_COLUMN_LETTERS = 20


class PreviewModel(QAbstractTableModel):
    """The rows of a preview; a column for each of our fields that has a source or a problem."""

    def __init__(self, data_type: DataType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data_type = data_type
        self._preview = Preview((), (), ())
        self._columns: list[int] = []

    def show_preview(self, preview: Preview) -> None:
        """Show another preview."""
        self.beginResetModel()
        self._preview = preview
        self._columns = [
            place
            for place, source in enumerate(preview.sources)
            if source.path or any(row[place].reason for row in preview.rows)
        ]
        self.endResetModel()

    def column_of(self, field: int) -> int:
        """Return the column of a field by its place in the data type, -1 where it has none."""
        return self._columns.index(field) if field in self._columns else -1

    def cell(self, index: _Index) -> PreviewCell:
        """Return what stands behind a cell."""
        return self._preview.rows[index.row()][self._columns[index.column()]]

    def rowCount(self, _parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return len(self._preview.rows)

    def columnCount(self, _parent: _Index | None = None) -> int:
        """Return how many fields are shown."""
        return len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows: the value after, and before it where it changed."""
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(cell)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self._said(cell))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._said(cell)
            case Qt.ItemDataRole.ForegroundRole if cell.reason:
                return QColor(current().error if cell.refuses else current().warning)
            case Qt.ItemDataRole.BackgroundRole if cell.reason:
                return QColor(current().error_fill if cell.refuses else current().warning_fill)
            case Qt.ItemDataRole.BackgroundRole if cell.changed:
                return QColor(current().info_fill)
            case Qt.ItemDataRole.FontRole if cell.changed:
                font = QFont()
                font.setBold(True)
                return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the label of a field, or the number of a row with a mark where it would be refused."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return spoken(self._data_type.fields[self._columns[section]].label)
        refused = any(cell.refuses for cell in self._preview.rows[section])
        return f"{section + 1} ✕" if refused else str(section + 1)

    def _said(self, cell: PreviewCell) -> str:
        if cell.reason:
            what = self.tr("The record would be refused") if cell.refuses else self.tr("The value would be left out")
            return f"{cell.reason[:1].upper()}{cell.reason[1:]}. {what}."
        if cell.changed:
            return self.tr("Before: {before}").format(before=value_text(cell.before))
        return ""


class PreviewTable(QTableView):
    """Shows a preview; read only."""

    def __init__(self, data_type: DataType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PreviewModel(data_type, self)
        self.setModel(self.rows)
        prepare_table(self)
        self.setAccessibleName(self.tr("Real rows after the mapping"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setAlternatingRowColors(False)

    def show_preview(self, preview: Preview) -> None:
        """Show another preview, at the place that is looked at."""
        letter = self.fontMetrics().averageCharWidth()
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.rows.show_preview(preview)
        # Twenty rows are measured in no time.
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            wide = self.columnWidth(column)
            self.setColumnWidth(column, min(max(wide, _COLUMN_LETTERS // 2 * letter), 2 * _COLUMN_LETTERS * letter))
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say how rows come, where there are none yet."""
        super().paintEvent(event)
        paint_nothing(self, self.tr("Choose Show real rows to see what this mapping makes of them."))

    def reveal(self, field: int) -> None:
        """Bring the column of a field into view."""
        column = self.rows.column_of(field)
        if column >= 0 and self.rows.rowCount():
            self.scrollTo(self.rows.index(max(self.rowAt(0), 0), column))


def cell_text(cell: PreviewCell) -> str:
    """Return what a cell shows."""
    if cell.reason:
        return f"✕ {value_text(cell.before)}".rstrip()
    if cell.changed:
        return (
            f"{value_text(cell.before)} → {value_text(cell.after)}"
            if cell.before is not None
            else value_text(cell.after)
        )
    return value_text(cell.after)


def value_text(value: Any) -> str:
    """Return a JSON value on one line."""
    if value is None:
        return ""
    try:
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        text = "…"
    return one_line(text, _SHOWN)
