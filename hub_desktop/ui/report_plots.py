"""The plots of the reports.

The one module that loads pyqtgraph, which takes some 50 MB: it is imported when a report is first shown.
"""

import math
from collections.abc import Sequence
from datetime import date

import pyqtgraph as pg
from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QStyleOptionGraphicsItem, QVBoxLayout, QWidget

from hub_desktop.core.report_tables import NO_DEPARTMENT
from hub_desktop.core.reports import MOST_BARS, Column, Kind, Report, Shape, said, short_day
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.tokens import (
    BAR_ROOM,
    ICON_SMALL,
    PICTURE_WIDTH,
    PLOT_HEIGHT,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    SUBTITLE_SCALE,
    Colours,
)
from hub_desktop.ui.words import heading_of

_MOST_DATES = 7
_LONGEST_LABEL = 36
_BAR = 0.72
_DAY = 0.82
_MARKERS = ("o", "s", "t", "d", "p", "star")
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
    Qt.PenStyle.SolidLine,
)
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""What is stacked can be told apart without its colours."""
_GRID = 60
"""How strong the lines across the plot are, of 255."""
_TICKS = 5
_PALE = 70
"""How much of its colour lies below a pattern, of 255."""


class _Look(Struct, frozen=True):
    """How one series is drawn."""

    colour: str
    pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern
    dash: Qt.PenStyle = Qt.PenStyle.SolidLine
    marker: str = ""


class PlotView(QWidget):
    """A report drawn: a legend where there are several series, and the plot."""

    def __init__(self, report: Report, colours: Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        series = report.series()
        looks = _looks(report.shape, len(series), colours)
        self.legend = Legend([heading_of(column) for column, _ in series], looks, colours)
        if len(series) < 2:
            # Only hidden: what is shown before it stands in something opens a window of its own.
            self.legend.hide()
        self.plot = _Plot(report, series, looks, colours)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.legend)
        column.addWidget(self.plot)

    def wanted_height(self) -> int:
        """Return the height that shows everything."""
        above = self.legend.sizeHint().height() + SPACE_S if self.legend.isVisibleTo(self) else 0
        return int(self.plot.minimumHeight()) + above


class Legend(QWidget):
    """What each line or pattern stands for; it takes a second line where one is too short."""

    def __init__(self, names: Sequence[str], looks: Sequence[_Look], colours: Colours) -> None:
        super().__init__()
        self._entries = [(_short(name, self.fontMetrics()), look) for name, look in zip(names, looks, strict=True)]
        self._colours = colours
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the room of the legend at its width now."""
        return QSize(0, self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow legend is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines it takes."""
        places = self._places(width)
        return round(places[-1].y()) + self._line() if places else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each sign with its name."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (name, look), place in zip(self._entries, self._places(self.width()), strict=True):
            sign = QRectF(place.x(), place.y() + (self._line() - ICON_SMALL) / 2, ICON_SMALL * 1.5, ICON_SMALL)
            if look.marker:
                painter.setPen(_pen(look))
                painter.drawLine(QPointF(sign.left(), sign.center().y()), QPointF(sign.right(), sign.center().y()))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.colour))
                symbol = pg.graphicsItems.ScatterPlotItem.Symbols[look.marker]
                painter.save()
                painter.translate(sign.center())
                painter.scale(SPACE_S, SPACE_S)
                painter.drawPath(symbol)
                painter.restore()
            else:
                _fill(painter, sign.adjusted(0, 2, -SPACE_S, -2), look)
            painter.setPen(QColor(self._colours.text))
            painter.drawText(QPointF(sign.right() + SPACE_XS, place.y() + self.fontMetrics().ascent()), name)
        painter.end()

    def _line(self) -> int:
        return max(self.fontMetrics().height(), ICON_SMALL)

    def _places(self, width: int) -> list[QPointF]:
        places: list[QPointF] = []
        x, y = 0.0, 0.0
        for name, _ in self._entries:
            needed = ICON_SMALL * 1.5 + SPACE_XS + self.fontMetrics().horizontalAdvance(name)
            if x and x + needed > width:
                x, y = 0.0, y + self._line() + SPACE_XS
            places.append(QPointF(x, y))
            x += needed + SPACE_L
        return places


class _Plot(pg.PlotWidget):  # type: ignore[misc]
    """Axes and what is drawn between them. It is looked at, not moved: the wheel scrolls the page."""

    def __init__(
        self,
        report: Report,
        series: Sequence[tuple[Column, tuple[float, ...]]],
        looks: Sequence[_Look],
        colours: Colours,
    ) -> None:
        axes = {side: pg.AxisItem(orientation=side) for side in ("left", "bottom")}
        super().__init__(background=colours.surface, axisItems=axes)
        self._report, self._series, self._looks, self._colours = report, series, looks, colours
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(spoken(report.title))
        self.setAccessibleDescription(spoken(report.summary))
        self.setAntialiasing(True)
        item = self.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.getViewBox().setMouseEnabled(False, False)
        item.getViewBox().setDefaultPadding(0)
        for axis in axes.values():
            axis.setPen(QPen(QColor(colours.border)))
            axis.setTextPen(QPen(QColor(colours.muted)))
            axis.setStyle(tickLength=0, tickFont=self.font(), hideOverlappingLabels=False)
        axes["bottom"].setHeight(self.fontMetrics().height() + SPACE_S)
        self._axes = axes
        self._draw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _draw(self) -> None:
        match self._report.shape:
            case Shape.LINES:
                self._lines()
            case Shape.DAY_STACKS:
                self._day_stacks()
            case Shape.BARS | Shape.STACKED_BARS:
                self._bars()
            case Shape.COLUMNS:
                self._columns()

    # -- over days ---------------------------------------------------------------------------------------------------

    def _lines(self) -> None:
        days = _ordinals(self._report)
        highest = max((max(values, default=0.0) for _, values in self._series), default=0.0)
        self._over_days(days, highest or 1.0)
        for (_, values), look in zip(self._series, self._looks, strict=True):
            # With hundreds of days the markers would hide the line.
            marked = len(days) <= 2 * MOST_BARS
            self.plot(
                days,
                list(values),
                pen=_pen(look),
                symbol=look.marker if marked else None,
                symbolSize=6,
                symbolBrush=QColor(look.colour),
                symbolPen=None,
            )

    def _day_stacks(self) -> None:
        days = _ordinals(self._report)
        self._over_days(days, 1.0, percent=True)
        bars: list[tuple[QRectF, _Look]] = []
        for row, day in enumerate(days):
            below = 0.0
            for (_, values), look in zip(self._series, self._looks, strict=True):
                bars.append((QRectF(day - _DAY / 2, below, _DAY, values[row]), look))
                below += values[row]
        self.addItem(_Bars(bars))

    def _over_days(self, days: Sequence[int], highest: float, *, percent: bool = False) -> None:
        first, last = days[0], days[-1]
        step = max(1, -(-(last - first) // _MOST_DATES))
        # Counted back from the newest day, which is always named.
        ticks = [(day, spoken(short_day(date.fromordinal(day)))) for day in range(last, first - 1, -step)]
        self._axes["bottom"].setTicks([ticks])
        self._number_upwards(highest, Kind.SHARE if percent else Kind.COUNT)
        # The name of the newest day stands half to the right of it.
        self.setXRange(first - 0.9, last + max(0.9, (last - first) * 0.045), padding=0)
        self.setYRange(0, highest * 1.06, padding=0)
        self.setMinimumHeight(PLOT_HEIGHT)

    # -- by row ------------------------------------------------------------------------------------------------------

    def _bars(self) -> None:
        stacked = self._report.shape is Shape.STACKED_BARS
        labels = self._report.labels()[:MOST_BARS]
        sums = [sum(values[row] for _, values in self._series) for row in range(len(labels))]
        limit = _limit(self._report, sums)
        said_labels = [spoken(label) if label == NO_DEPARTMENT else label for label in labels]
        names = [_short(label, self.fontMetrics()) for label in said_labels]
        self._axes["left"].setTicks([list(enumerate(names))])
        self._axes["left"].setWidth(self._text_width(names) + SPACE_M)
        bars: list[tuple[QRectF, _Look]] = []
        for row in range(len(labels)):
            from_ = 0.0
            for (_, values), look in zip(self._series, self._looks, strict=True):
                width = min(values[row], limit - from_)
                bars.append((QRectF(from_, row - _BAR / 2, width, _BAR), look))
                from_ += width
            self._say(self._bar_words(row, stacked=stacked), from_, row, (0.0, 0.5))
        self.addItem(_Bars(bars))
        self._mark(limit)
        self.setYRange(-0.5, max(len(labels), 1) - 0.5, padding=0)
        self.getPlotItem().invertY(True)
        # Room for the words behind the longest bar.
        self.setXRange(0, limit * (1.45 if stacked else 1.3), padding=0)
        self._axes["bottom"].setTicks([_ticks(limit, self._series[0][0].kind)])
        self.setMinimumHeight(BAR_ROOM * max(len(labels), 1) + self.fontMetrics().height() + SPACE_L)

    def _bar_words(self, row: int, *, stacked: bool) -> str:
        column, values = self._series[0]
        if stacked:
            return f"{said(column.kind, values[row])} {spoken(column.heading).lower()}"
        cells = dict(zip((one.name for one in self._report.columns), self._report.rows[row], strict=True))
        if cells[column.name] is None:
            return str(self.tr("never came in"))
        if column.kind is Kind.TIMES:
            return str(self.tr("{age} old").format(age=said(Kind.MINUTES, cells["age_minutes"])))
        return said(column.kind, cells[column.name])

    def _columns(self) -> None:
        values = self._series[0][1]
        highest = max(values, default=0.0) or 1.0
        bars = [(QRectF(row - _BAR / 2, 0, _BAR, value), self._looks[0]) for row, value in enumerate(values)]
        self.addItem(_Bars(bars))
        for row, value in enumerate(values):
            self._say(f"{value:,.0f}", row, value, (0.5, 1.0))
        labels = [label.removesuffix(" %") for label in self._report.labels()]
        self._axes["bottom"].setTicks([list(enumerate(labels))])
        self._number_upwards(highest, Kind.COUNT)
        self.setXRange(-0.6, len(values) - 0.4, padding=0)
        self.setYRange(0, highest * 1.15, padding=0)
        self.setMinimumHeight(PLOT_HEIGHT)

    def _number_upwards(self, highest: float, kind: Kind) -> None:
        ticks = _ticks(highest, kind)
        left = self._axes["left"]
        left.setTicks([ticks])
        left.setWidth(self._text_width([text for _, text in ticks]) + SPACE_M)
        left.setGrid(_GRID)

    def _say(self, words: str, x: float, y: float, anchor: tuple[float, float]) -> None:
        text = pg.TextItem(words, color=QColor(self._colours.text), anchor=anchor)
        text.setFont(self.font())
        self.addItem(text)
        text.setPos(x, y)

    def _mark(self, limit: float) -> None:
        mark = self._report.mark
        if mark is None or mark > limit:
            return
        pen = QPen(QColor(self._colours.warning), 0, Qt.PenStyle.DashLine)
        self.addItem(pg.InfiniteLine(mark, angle=90, pen=pen))

    def _text_width(self, texts: Sequence[str]) -> int:
        return max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)


class _Bars(pg.GraphicsObject):  # type: ignore[misc]
    """Rectangles in the plot's own measure, whose patterns keep their size whatever that measure is."""

    def __init__(self, bars: Sequence[tuple[QRectF, _Look]]) -> None:
        super().__init__()
        self._bars = bars
        self._around = QRectF()
        for rectangle, _ in bars:
            self._around = self._around.united(rectangle)

    def boundingRect(self) -> QRectF:
        """Return what they all lie in."""
        return self._around

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw them."""
        del option, widget
        measure = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for rectangle, look in self._bars:
            if rectangle.width() > 0 and rectangle.height() > 0:
                _fill(painter, measure.mapRect(rectangle), look)
        painter.restore()


def _fill(painter: QPainter, rectangle: QRectF, look: _Look) -> None:
    colour = QColor(look.colour)
    painter.setPen(QPen(colour, 1) if rectangle.width() > SPACE_XS else Qt.PenStyle.NoPen)
    if look.pattern is not Qt.BrushStyle.SolidPattern:
        pale = QColor(colour)
        pale.setAlpha(_PALE)
        painter.fillRect(rectangle, pale)
    painter.setBrush(QBrush(colour, look.pattern))
    painter.drawRect(rectangle)


def _looks(shape: Shape, number: int, colours: Colours) -> list[_Look]:
    if shape in {Shape.DAY_STACKS, Shape.STACKED_BARS}:
        return [_Look(colours.attendance[place], _PATTERNS[place]) for place in range(number)]
    if shape is Shape.LINES:
        return [_Look(colours.series[place], dash=_DASHES[place], marker=_MARKERS[place]) for place in range(number)]
    return [_Look(colours.series[place]) for place in range(number)]


def _pen(look: _Look) -> QPen:
    pen = QPen(QColor(look.colour), 2, look.dash)
    pen.setCosmetic(True)
    return pen


def _limit(report: Report, sums: Sequence[float]) -> float:
    """Return where the axis of bars ends: one that is far longer than all others would hide them, so it is cut."""
    highest = max(sums, default=0.0)
    if report.series()[0][0].kind is Kind.SHARE:
        return 1.0
    if report.mark is not None:
        return max(min(highest, report.mark * 4), report.mark * 1.5)
    return highest or 1.0


def _ticks(highest: float, kind: Kind) -> list[tuple[float, str]]:
    """Return round numbers from 0 up to the highest value, some five of them, as people read them."""
    if kind is Kind.SHARE:
        return [(part / 4, f"{part * 25} %") for part in range(5)]
    rough = highest / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * step for step in (1, 2, 5, 10) if power * step >= rough)
    if kind is Kind.COUNT:
        step = max(1.0, step)
    digits = max(0, -math.floor(math.log10(step)))
    return [(number * step, f"{number * step:,.{digits}f}") for number in range(math.floor(highest / step) + 1)]


def _ordinals(report: Report) -> list[int]:
    return [date.fromisoformat(day).toordinal() for day in report.labels()]


def _short(text: str, metrics: QFontMetrics) -> str:
    widest = metrics.averageCharWidth() * _LONGEST_LABEL
    return metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, widest)


_RATIO = 2.0


def picture(report: Report, lines: Sequence[str], colours: Colours) -> QImage:
    """Return the plot as a picture for documents: its title, these lines below it, then the plot itself."""
    view = PlotView(report, colours)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    inner = PICTURE_WIDTH - 2 * SPACE_L
    view.resize(inner, PLOT_HEIGHT)
    height = view.wanted_height()
    view.resize(inner, height)
    # Laid out as if it were shown, which it is not.
    view.show()
    title = QFont(view.font())
    title.setBold(True)
    title.setPointSizeF(title.pointSizeF() * SUBTITLE_SCALE)
    line = view.fontMetrics().height()
    top = SPACE_L + QFontMetrics(title).height() + SPACE_XS + line * len(lines) + SPACE_M
    image = QImage(QSize(PICTURE_WIDTH, top + height + SPACE_L) * _RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_RATIO)
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    painter.setPen(QColor(colours.text))
    painter.setFont(title)
    painter.drawText(QPointF(SPACE_L, SPACE_L + QFontMetrics(title).ascent()), spoken(report.title))
    painter.setFont(view.font())
    painter.setPen(QColor(colours.muted))
    first = SPACE_L + QFontMetrics(title).height() + SPACE_XS + view.fontMetrics().ascent()
    for number, text in enumerate(lines):
        shown = view.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner)
        painter.drawText(QPointF(SPACE_L, first + number * line), shown)
    painter.end()
    view.render(image, QPoint(SPACE_L, top), renderFlags=QWidget.RenderFlag.DrawChildren)
    view.close()
    view.deleteLater()
    return image
