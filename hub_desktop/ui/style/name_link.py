"""A name that leads to the page of what it names."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import RADIUS_SMALL, SPACE_S, SUBTITLE_SCALE, TEXT_WIDTH

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class NameLink(QAbstractButton):
    """Words that can be chosen, wrapped as a label would; shown as they are written, whatever came in."""

    def __init__(self, *, large: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        font = self.font()
        font.setBold(True)
        if large:
            font.setPointSizeF(font.pointSizeF() * SUBTITLE_SCALE)
        self.setFont(font)
        # Not fixed: a layout would hold it to the height of its hint, which is that of one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def text(self) -> str:
        """Return the words; Qt's own text would make a shortcut of an ampersand."""
        return self._words

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width."""
        return self._room(width).height()

    def sizeHint(self) -> QSize:
        """Return the room of the words in one line, or in lines that are pleasant to read."""
        return self._room(TEXT_WIDTH).size()

    def minimumSizeHint(self) -> QSize:
        """Return what has to be there in any case; long words wrap."""
        return QSize(1, self.fontMetrics().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go there too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be chosen."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Look like a name again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, underlined under the mouse, and the focus around them."""
        del event
        colours = current()
        chosen = self.underMouse() and self.isEnabled()
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(chosen)
        painter.setFont(font)
        painter.setPen(QColor(colours.accent if chosen or self.hasFocus() else colours.text))
        painter.drawText(self.rect(), _FLAGS, self._words)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), 1))
            around = self._room(self.width())
            around.setRight(min(around.right() + SPACE_S // 2, self.width() - 1))
            painter.drawRoundedRect(around.adjusted(0, 0, 0, -1), RADIUS_SMALL, RADIUS_SMALL)
        painter.end()

    def _room(self, width: int) -> QRect:
        lines = QRect(0, 0, max(width, 1), TEXT_WIDTH * TEXT_WIDTH)
        found = self.fontMetrics().boundingRect(
            lines, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, self._words
        )
        return QRect(0, 0, found.width() + 1, max(found.height(), self.fontMetrics().height()))
