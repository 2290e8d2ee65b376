"""A table of plain words, filled at once: for lists of a thousand rows at most."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from hub_desktop.ui.row_model import Index, RowModel
from hub_desktop.ui.style.widgets import plain_tip
from hub_desktop.ui.table_manners import paint_nothing, prepare_table


class TextTableModel(RowModel[tuple[str, ...]]):
    """Rows of words under headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._tips: Mapping[tuple[int, int], str] = {}
        self._bold: Collection[int] = ()

    def show_rows(
        self,
        rows: Sequence[tuple[str, ...]],
        tips: Mapping[tuple[int, int], str] | None = None,
        bold: Collection[int] = (),
    ) -> None:
        """Replace the rows; each has a text for every heading.

        `tips` says more than the text on hover, by row and column; the `bold` rows are set off.
        """
        self._tips, self._bold = tips or {}, bold
        super().show_rows(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and all of it on hover."""
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tips.get((index.row(), index.column())) or text) or None
        if role == Qt.ItemDataRole.FontRole and index.row() in self._bold:
            font = QFont()
            font.setBold(True)
            return font
        return None


class TextTable(QTableView):
    """Shows rows of words; widths are in letters, the last column takes what is left.

    Where there are no rows it says `nothing` instead.
    """

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        letters: tuple[int, ...] = (),
        *,
        nothing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self.words = TextTableModel(headings, self)
        self.setModel(self.words)
        self.setAccessibleName(name)
        prepare_table(self, letters)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()

    def show_rows(
        self,
        rows: Sequence[tuple[str, ...]],
        tips: Mapping[tuple[int, int], str] | None = None,
        bold: Collection[int] = (),
    ) -> None:
        """Replace the rows as the model does, and go back to the first."""
        self.words.show_rows(rows, tips, bold)
        self.scrollToTop()
        self.setAccessibleDescription("" if rows else self._nothing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there are no rows, where there are none."""
        super().paintEvent(event)
        paint_nothing(self, self._nothing)
