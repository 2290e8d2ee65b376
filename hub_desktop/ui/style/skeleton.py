"""Grey blocks in the shape of what is still being read. They stand still, so that they cost nothing."""

from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import (
    CARD_WIDTH,
    ICON,
    MOST_COLUMNS,
    RADIUS,
    RADIUS_SMALL,
    SKELETON_BAR,
    SKELETON_CARD,
    SKELETON_ROW,
    SPACE_L,
    SPACE_S,
    SPACE_XL,
)

_MOST_ROWS = 8
_LEAST_ROWS = 2
_WORDS = (0.62, 0.46, 0.7, 0.54)
"""How long the words of a row are, as a part of their room; no two rows beside each other are alike."""
_COLUMNS = (0.18, 0.34, 0.25, 0.23)
_BARS = (0.5, 0.8, 0.65, 0.9, 0.75, 0.4, 0.6)
_FAINTEST = 0.35


class Shape(Enum):
    """What the blocks stand for."""

    LIST = auto()
    CARDS = auto()
    TABLE = auto()
    FORM = auto()
    TEXT = auto()
    PLOT = auto()


class Skeleton(QWidget):
    """Paints as many blocks as have room; it takes no room of its own but for the first of them."""

    def __init__(self, shape: Shape, *, right: int = 0, parent: QWidget | None = None) -> None:
        """`right` is left free, for a scroll bar that what comes has there."""
        super().__init__(parent)
        self._shape = shape
        self._right = right
        self.setAccessibleName(self.tr("Loading…"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(SKELETON_ROW * _LEAST_ROWS)

    def sizeHint(self) -> QSize:
        """Return what is enough to be seen."""
        return QSize(CARD_WIDTH, SKELETON_ROW * _LEAST_ROWS)

    def blocks(self) -> Iterator[tuple[QRectF, float]]:
        """Return each block with the strength it is painted in; those further down are fainter."""
        match self._shape:
            case Shape.CARDS:
                yield from self._cards()
            case Shape.PLOT:
                yield from self._plot()
            case _:
                for row in range(min(self.height() // SKELETON_ROW, _MOST_ROWS)):
                    strength = 1 - (1 - _FAINTEST) * row / _MOST_ROWS
                    for block in self._row(row, row * SKELETON_ROW):
                        yield block, strength

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the blocks in the colours that stand now."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().skeleton))
        for block, strength in self.blocks():
            painter.setOpacity(strength)
            painter.drawRoundedRect(block, self._radius(block), self._radius(block))
        painter.end()

    @property
    def _room(self) -> int:
        return max(self.width() - self._right, 0)

    def _radius(self, block: QRectF) -> float:
        whole = RADIUS if self._shape is Shape.CARDS else RADIUS_SMALL
        return min(whole, block.height() / 2, block.width() / 2)

    def _row(self, row: int, top: float) -> Iterator[QRectF]:
        width, middle = float(self._room), top + (SKELETON_ROW - SKELETON_BAR) / 2
        words = _WORDS[row % len(_WORDS)]
        match self._shape:
            case Shape.LIST:
                yield QRectF(0, top + (SKELETON_ROW - ICON) / 2, ICON, ICON)
                yield QRectF(ICON + SPACE_S, middle, (width - ICON) * words * 0.6, SKELETON_BAR)
                yield QRectF(width * 0.84, middle, width * 0.16, SKELETON_BAR)
            case Shape.TABLE:
                left = 0.0
                for place, share in enumerate(_COLUMNS):
                    room = max(width - SPACE_L * (len(_COLUMNS) - 1), 0) * share
                    filled = 1.0 if not row else _WORDS[(row + place) % len(_WORDS)]
                    yield QRectF(left, middle, room * filled, SKELETON_BAR)
                    left += room + SPACE_L
            case Shape.FORM:
                # A label, and the field under it.
                label = row % 2 == 0
                height = SKELETON_BAR if label else SPACE_XL
                yield QRectF(0, top + (SKELETON_ROW - height) / 2, width * (0.2 if label else 0.6), height)
            case _:
                yield QRectF(0, middle, width * words, SKELETON_BAR)

    def _cards(self) -> Iterator[tuple[QRectF, float]]:
        room = self._room
        columns = max(1, min(MOST_COLUMNS, room // CARD_WIDTH))
        width = (room - SPACE_L * (columns - 1)) / columns
        rows = max(1, min(2, self.height() // SKELETON_CARD))
        for row in range(rows):
            for column in range(columns):
                left, top = column * (width + SPACE_L), row * (SKELETON_CARD + SPACE_L)
                yield QRectF(left, top, width, SKELETON_CARD), 1 - row * (1 - _FAINTEST)

    def _plot(self) -> Iterator[tuple[QRectF, float]]:
        room = self._room / len(_BARS)
        for place, share in enumerate(_BARS):
            height = (self.height() - SPACE_S) * share
            yield QRectF(place * room, self.height() - height, room - SPACE_L, height), 1.0
