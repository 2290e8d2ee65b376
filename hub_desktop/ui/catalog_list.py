"""The systems of the catalog as a list to search and choose from."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hub_desktop.core.catalog import Template
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import SCROLL_BAR, SPACE_M, SPACE_S, SPACE_XS

_ID = Qt.ItemDataRole.UserRole
_SUMMARY = Qt.ItemDataRole.UserRole + 1


class CatalogList(QListWidget):
    """One entry a system: its name, and what it gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates: dict[str, Template] = {}
        self.setAccessibleName(self.tr("Systems of the catalog"))
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def show_templates(self, templates: Sequence[Template], words: str = "") -> None:
        """Show those templates in which all words occur."""
        self._templates = {template.id: template for template in templates}
        self.clear()
        wanted = words.casefold().split()
        for template in templates:
            searched = " ".join(
                (template.name, template.summary, spoken(template.summary), *template.systems)
            ).casefold()
            if all(word in searched for word in wanted):
                item = QListWidgetItem(template.name, self)
                item.setData(_ID, template.id)
                item.setData(_SUMMARY, spoken(template.summary))
                item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, spoken(template.summary))
        if wanted and self.count():
            # The best match is one key away; without words, none of them is.
            self.setCurrentRow(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the first entry for who comes with the keyboard, so that it is seen where they are."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and self.count() and not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))

    def template_of(self, item: QListWidgetItem) -> Template:
        """Return the template that an entry stands for."""
        return self._templates[str(item.data(_ID))]


class _TwoLines(QStyledItemDelegate):
    """Draws the name, and below it the summary; both as plain text."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        colours = current()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(colours.hover))
            painter.fillRect(QRect(rect.left(), rect.top(), SPACE_XS, rect.height()), QColor(colours.accent_fill))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        inside = rect.adjusted(SPACE_M, SPACE_S, 0, -SPACE_S)
        inside.setWidth(self._text_width())
        name_font = self._name_font(option)
        painter.setFont(name_font)
        painter.setPen(QColor(colours.text))
        line = QFontMetrics(name_font).height()
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
        name = QFontMetrics(name_font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(flags), name)
        painter.setFont(self._font(option))
        painter.setPen(QColor(colours.muted))
        below = inside.adjusted(0, line + SPACE_XS, 0, 0)
        painter.drawText(below, int(Qt.TextFlag.TextWordWrap), str(index.data(_SUMMARY)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of one entry, as high as its summary needs."""
        room = QRect(0, 0, self._text_width(), 10_000)
        metrics = QFontMetrics(self._font(option))
        summary = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), str(index.data(_SUMMARY))).height()
        # As wide as the list happens to be; a width of its own would make it scroll sideways.
        return QSize(0, QFontMetrics(self._name_font(option)).height() + SPACE_XS + summary + 2 * SPACE_S)

    def _text_width(self) -> int:
        """Return the width of the text, the same whether the list has a scroll bar or not."""
        view = self.parent()
        width = view.width() if isinstance(view, QListWidget) else 0
        return max(width - 2 * SPACE_M - SCROLL_BAR, 1)

    def _font(self, option: QStyleOptionViewItem) -> QFont:
        return QFont(option.font)

    def _name_font(self, option: QStyleOptionViewItem) -> QFont:
        font = self._font(option)
        font.setBold(True)
        return font
