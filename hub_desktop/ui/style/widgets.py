"""The few widgets that all screens share."""

from collections.abc import Sequence
from html import escape
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hub_desktop.core.status import Status
from hub_desktop.ui.spoken import spoken
from hub_desktop.ui.style.icons import LIGHT_ICONS, button_icon, pixmap
from hub_desktop.ui.style.palette import current
from hub_desktop.ui.style.tokens import (
    ICON_SMALL,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    SUBTITLE_SCALE,
    SWITCH_HEIGHT,
    SWITCH_WIDTH,
    TITLE_SCALE,
)

TextRole = Literal["body", "title", "subtitle", "muted", "strong"]
StripKind = Literal["info", "warning", "error"]
Look = Literal["primary", "plain", "danger", "quiet"]

_ICON_COLOURS: dict[Look, str] = {"primary": "on_accent", "plain": "text", "danger": "error", "quiet": "accent"}


class PlainLabel(QLabel):
    """Text that is shown as it is written, whatever came in from elsewhere."""

    def __init__(
        self, text: str = "", role: TextRole = "body", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setMinimumWidth(1)
        font = self.font()
        if role in {"title", "subtitle"}:
            font.setPointSizeF(font.pointSizeF() * (TITLE_SCALE if role == "title" else SUBTITLE_SCALE))
        if role in {"title", "subtitle", "strong"}:
            font.setBold(True)
            self.setFont(font)
        if role == "muted":
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.setText(text)

    def show_or_hide(self, text: str) -> None:
        """Show the text, or nothing at all when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))


class IconLabel(QLabel):
    """An icon without words; the words beside it say what it means."""

    def __init__(self, name: str = "", colour: str = "text", size: int = ICON_SMALL) -> None:
        super().__init__()
        self._name, self._colour, self._size = name, colour, size
        self.setFixedSize(size, size)
        self._draw()

    def show_icon(self, name: str, colour: str = "text") -> None:
        """Show another icon."""
        if (name, colour) != (self._name, self._colour):
            self._name, self._colour = name, colour
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._name:
            self.setPixmap(pixmap(self._name, self._colour, self._size, self.devicePixelRatioF()))


class LightBadge(QWidget):
    """The light of an integration: shape, word and colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel()
        self._word = PlainLabel(role="strong")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon)
        row.addWidget(self._word)
        row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def word(self) -> str:
        """The word that stands there now."""
        return self._word.text()

    def show_status(self, status: Status, word: str = "") -> None:
        """Show a status, with its own word where none is given."""
        self._word.setText(word or spoken(status.word))
        self.setAccessibleName(self.tr("Status: {word}").format(word=self._word.text()))
        self.setAccessibleDescription(spoken(status.reason))
        self._icon.show_icon(LIGHT_ICONS[status.light], status.light.value)
        if self._word.property("light") != status.light.value:
            self._word.setProperty("light", status.light.value)
            self._word.style().unpolish(self._word)
            self._word.style().polish(self._word)


class Card(QFrame):
    """A surface with a border that holds what belongs together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


class MessageStrip(QFrame):
    """A sentence across the screen that does not stand in the way, with what can be done about it.

    Signals:
        action_chosen(): the strip's button was chosen.
        closed(): the person put the strip away.
    """

    action_chosen = Signal()
    closed = Signal()

    def __init__(
        self, kind: StripKind, sentence: str, detail: str = "", action: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sentence = sentence
        """What is said, as it was given; it is shown in the language of the window."""
        shape = {"info": "info", "warning": "warning", "error": "octagon-x"}[kind]
        self._detail = PlainLabel(detail, "muted", wrap=True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.hide()
        shown = spoken(sentence)
        said = PlainLabel(shown, wrap=True)
        self._row = row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(IconLabel(shape, kind))
        row.addWidget(said, 1)
        if detail and detail != sentence:
            self._fold = quiet_button(self.tr("Details"))
            self._fold.setCheckable(True)
            self._fold.toggled.connect(self._detail.setVisible)
            row.addWidget(self._fold)
        if action:
            self.action = plain_button(action)
            self.action.clicked.connect(self.action_chosen)
            row.addWidget(self.action)
        close = quiet_button(self.tr("Close"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.on_close_clicked)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_XS)
        column.addLayout(row)
        column.addWidget(self._detail)
        self.setAccessibleName(shown)

    def add_control(self, control: QWidget) -> None:
        """Put one more control between the sentence and the buttons."""
        self._row.insertWidget(2, control)

    @Slot()
    def on_close_clicked(self) -> None:
        """Put the strip away."""
        self.hide()
        self.closed.emit()


class Switch(QCheckBox):
    """A check box drawn as a switch."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room that the switch and its text need."""
        metrics = self.fontMetrics()
        words = SPACE_S + metrics.horizontalAdvance(self.text()) if self.text() else 0
        return QSize(SWITCH_WIDTH + words + SPACE_XS, max(SWITCH_HEIGHT + SPACE_XS, metrics.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the least room, which is all of it."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """Take a click anywhere on the switch or its text."""
        del pos
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the track, the knob, the text and the focus."""
        del event
        colours = current()
        on, usable = self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - SWITCH_HEIGHT) / 2
        track = QRectF(1, top + 1, SWITCH_WIDTH - 2, SWITCH_HEIGHT - 2)
        fill = colours.accent_fill if on else colours.muted
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill if usable else colours.border))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() / 2
        centre = QPointF(track.right() - knob if on else track.left() + knob, track.center().y())
        painter.setBrush(QColor(colours.on_accent if usable else colours.surface))
        painter.drawEllipse(centre, knob - 3, knob - 3)
        if self.text():
            painter.setPen(QColor(colours.text if usable else colours.disabled))
            words = QRectF(SWITCH_WIDTH + SPACE_S, 0, self.width() - SWITCH_WIDTH - SPACE_S, self.height())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.text), 1.5))
            painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        painter.end()


class Button(QPushButton):
    """A push button in one of our looks, whose icon follows look and palette."""

    def __init__(self, text: str, look: Look = "plain", icon_name: str = "") -> None:
        super().__init__(text)
        self._look = look
        self._icon_name = icon_name
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setAccessibleName(text.replace("&", ""))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()

    def setText(self, text: str) -> None:
        """Show other words, and tell them where nothing else is told of the button."""
        as_shown = self.accessibleName() == self.text().replace("&", "")
        super().setText(text)
        if as_shown:
            self.setAccessibleName(text.replace("&", ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keyboard, and not the dialog's default one in its stead."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def set_look(self, look: Look) -> None:
        """Take on another look."""
        if look != self._look:
            self._look = look
            self.setProperty("look", look)
            self.style().unpolish(self)
            self.style().polish(self)
            self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours of the new palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        if self._icon_name:
            self.setIcon(button_icon(self._icon_name, _ICON_COLOURS[self._look]))


class PageScroll(QScrollArea):
    """Scrolls a column that reaches to the edge of the window; the scroll bar stands in the margin beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, inside: QWidget, layout: QLayout) -> None:
        """Scroll this widget, whose layout leaves room for the bar."""
        inside.setProperty("look", "page")
        self._inner = layout
        layout.setContentsMargins(0, 0, SPACE_XL, SPACE_XL)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the right edge where it is, whether the bar shows or not."""
        super().resizeEvent(event)
        taken = self.width() - self.viewport().width()
        self._inner.setContentsMargins(0, 0, max(0, SPACE_XL - taken), SPACE_XL)


def primary_button(text: str, icon_name: str = "") -> Button:
    """Return the one button of a place that is most likely wanted."""
    return Button(text, "primary", icon_name)


def plain_button(text: str, icon_name: str = "") -> Button:
    """Return an ordinary button."""
    return Button(text, "plain", icon_name)


def danger_button(text: str, icon_name: str = "") -> Button:
    """Return a button for what takes something away."""
    return Button(text, "danger", icon_name)


def quiet_button(text: str) -> Button:
    """Return a button that looks like a link."""
    return Button(text, "quiet")


def plain_tip(text: str) -> str:
    """Return words for a tooltip that shows them as they are written, whatever came in from elsewhere.

    Qt takes a tooltip that looks like markup for markup, with pictures from the disk and all.
    """
    return f"<p style='white-space:pre-wrap'>{escape(text)}</p>" if set("<&") & set(text) else text


def set_usable(control: QWidget, refusal: str) -> None:
    """Enable a control, or disable it with the reason as its tooltip."""
    control.setEnabled(not refusal)
    said = spoken(refusal)
    control.setToolTip(plain_tip(said))
    control.setAccessibleDescription(said)


def page_layout(widget: QWidget, *, scrolls: bool = False) -> QVBoxLayout:
    """Return the column of a screen, with the margins of all screens; a PageScroll brings its own on the right."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(SPACE_XL, SPACE_XL, 0 if scrolls else SPACE_XL, 0 if scrolls else SPACE_L)
    column.setSpacing(SPACE_L)
    return column


def tab_through(controls: Sequence[QWidget], end: QWidget) -> None:
    """Let the Tab key go through these controls, made after `end` but shown before it, just before it comes there."""
    before = end
    for control in (*controls, end):
        if control is not before:
            QWidget.setTabOrder(before, control)
        before = control


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and destroy the widgets that stood in it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
