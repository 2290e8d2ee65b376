"""The last days of an integration side by side: how its syncs went on each."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hub_desktop.core.run_days import DAYS, DayMark, RunDay, days_sentence
from hub_desktop.core.status import Light
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS

_GAP, _LOW_GAP = SPACE_XS, 2
_HEIGHT = SPACE_XL + SPACE_S


class RunStrip(QWidget):
    """One bar a day; its shape says it as its colour does, and the mouse tells the rest.

    A `low` one is for a line of a list.
    """

    def __init__(self, parent: QWidget | None = None, *, low: bool = False) -> None:
        super().__init__(parent)
        self._gap, self._widest, self._height = (_LOW_GAP, SPACE_M, SPACE_L) if low else (_GAP, SPACE_XL, _HEIGHT)
        self._narrowest = SPACE_XS if low else SPACE_S
        self._days: Sequence[RunDay] = ()
        self.setAccessibleName(self.tr("The last {days} days").format(days=DAYS))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: tuple[RunDay, ...]) -> None:
        """Show these days, the oldest first."""
        self._days = days
        self.setAccessibleDescription(spoken(days_sentence(days)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of bars that are easy to point at."""
        return QSize(DAYS * (self._widest + self._gap), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return the room of bars that can still be told apart."""
        return QSize(DAYS * (self._narrowest + self._gap), self._height)

    def day_at(self, x: float) -> RunDay | None:
        """Return the day whose bar stands there."""
        place = int(x // self._step()) if self._days else -1
        return self._days[place] if 0 <= place < len(self._days) else None

    def event(self, event: QEvent) -> bool:
        """Tell of the day under the mouse."""
        if isinstance(event, QHelpEvent):
            day = self.day_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words_of(day) if day is not None else "", self)
            return True
        return super().event(event)

    def words_of(self, day: RunDay) -> str:
        """Return what is said of a day."""
        return self.tr("{day}: {runs}").format(day=f"{day.day:%a} {day.day.day} {day.day:%b}", runs=spoken(day.words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a full bar, one with a notch, a hollow one with a stroke through it, or a line at the bottom."""
        del event
        colours = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._step()
        for place, day in enumerate(self._days):
            bar = QRectF(place * step, 1, step - self._gap, self.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            match day.mark:
                case DayMark.GOOD:
                    painter.setBrush(QColor(colours.lights[Light.ACTIVE]))
                    painter.drawRoundedRect(bar, 2, 2)
                case DayMark.MIXED:
                    painter.setBrush(QColor(colours.lights[Light.ATTENTION]))
                    painter.drawPolygon(_notched(bar))
                case DayMark.BAD:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(QColor(colours.lights[Light.ERROR]), 2))
                    inside = bar.adjusted(1, 1, -1, -1)
                    painter.drawRoundedRect(inside, 2, 2)
                    painter.drawLine(inside.bottomLeft(), inside.topRight())
                case DayMark.NONE:
                    painter.setBrush(QColor(colours.border))
                    painter.drawRect(QRectF(bar.left(), bar.bottom() - 2, bar.width(), 2))
        painter.end()

    def _step(self) -> float:
        room = self.width() + self._gap
        return min(room / max(len(self._days), 1), float(self._widest + self._gap))


def _notched(bar: QRectF) -> QPolygonF:
    middle = bar.center()
    return QPolygonF(
        [
            bar.topLeft(),
            QPointF(middle.x(), middle.y()),
            bar.topRight(),
            bar.bottomRight(),
            bar.bottomLeft(),
        ]
    )
