"""A hand at the window: it finds controls by what is seen of them, uses them as a person does, and counts its steps.

It looks only at what stands in front: an open menu, else the dialog on top, else the window. A control is known by
its words, by its accessible name, by the grey example in an empty field, or by the text of a cell. One that is hidden,
covered, disabled or not the only one of its name is refused. Every event goes through the window it belongs to, as
those of a mouse and a keyboard do, so that menus, default buttons, mnemonics and shortcuts behave as for a person.

A step is a click, a field typed into (with the click that puts the cursor there), a choice in a list (with the click
that opens it) or a key. Turning the wheel until something is in view, and waiting, are none.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

PATIENCE_MS = 20_000
_LEFT, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_WHEEL = 120
_MOST_TURNS = 200
_MOST_TABS = 60
_MOST_ROWS = 400
Kinds = tuple[type[QWidget], ...]
_TICK_PLACE = 8
"""A box to tick is clicked on the box, also where there is room without words beside it."""


@dataclass(frozen=True)
class Seen:
    """Something that can be clicked: where it is, by which words it is known, and why it cannot be used if so."""

    names: frozenset[str]
    widget: QWidget
    place: Callable[[], QRect]
    """In the coordinates of the widget."""
    refusal: str
    """Empty where it can be used."""


class Hand:
    """What a person does at the window, step by step."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.trail: list[str] = []
        """Every step, in words."""

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.trail)

    # -- the mouse -----------------------------------------------------------------------------------------------------

    def click(self, name: str, *, among: str = "") -> None:
        """Click the one button, tab, cell, entry or box of this name, once it is there and can be used.

        `among` names the group it stands in, such as the tabs of a page, where the name alone says too little.
        """
        self._click(self._usable(name, among=among))
        self.trail.append(f"click {name}")

    def choose(self, name: str, entry: str) -> None:
        """Open a list and choose an entry of it."""
        one = self._usable(name, of=(QComboBox,))
        self._click(one)
        self._until(lambda: QApplication.activePopupWidget() is not None, f"the list {name} does not open")
        # A list opened by a press takes the release that follows soon for the same click.
        self._qtbot.wait(QApplication.doubleClickInterval())
        self._click(self._usable(entry))
        self._until(lambda: QApplication.activePopupWidget() is None, f"{entry} of {name} was not taken")
        assert isinstance(one.widget, QComboBox)
        assert one.widget.currentText() == entry
        self.trail.append(f"choose {entry} in {name}")

    def type_into(self, name: str, text: str) -> None:
        """Put the cursor into a field and type; what stood in it is selected first, so that it is replaced."""
        one = self._usable(name, of=(QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox))
        if not (one.widget.hasFocus() or one.widget.isAncestorOf(QApplication.focusWidget() or self.room())):
            self._click(one)
        self.write(text, named=name)

    # -- the keyboard --------------------------------------------------------------------------------------------------

    def write(self, text: str, *, named: str = "") -> None:
        """Type where the cursor is, replacing what stands there."""
        field = QApplication.focusWidget()
        assert field is not None, "the keyboard is nowhere"
        editable = isinstance(field, QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox)
        fixed = isinstance(field, QLineEdit | QPlainTextEdit | QAbstractSpinBox) and field.isReadOnly()
        assert editable, f"{self.at()} is nothing to type into"
        assert not fixed, f"one cannot type into {self.at()}"
        if isinstance(field, QLineEdit) and field.text() and field.selectedText() != field.text():
            self.press("Ctrl+A")
        window = self.room().windowHandle()
        assert window is not None
        for letter in text:
            QTest.keyClick(window, letter)
        self.trail.append(f"type into {named or self.at()}")

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key, with others held where they are named, such as Ctrl+F."""
        stroke = QKeySequence(keys)[0]
        for _ in range(times):
            window = self.room().windowHandle()
            assert window is not None
            QTest.keyClick(window, stroke.key(), stroke.keyboardModifiers())
            self.trail.append(f"press {keys}")
            QApplication.processEvents()

    def tab_to(self, name: str) -> None:
        """Press Tab until the keyboard is at the control of this name."""
        for _ in range(_MOST_TABS):
            if name in _names(QApplication.focusWidget()):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not lead to {name}; it is at {self.at()}")

    def at(self) -> str:
        """Return what has the keyboard, as a screen reader says it."""
        focus = QApplication.focusWidget()
        return "nothing" if focus is None else " / ".join(sorted(_names(focus))) or type(focus).__name__

    def is_at(self, name: str) -> None:
        """Wait until the keyboard is at the control of this name."""
        self._until(
            lambda: name in _names(QApplication.focusWidget()), lambda: f"the keyboard is at {self.at()}, not {name}"
        )

    # -- the eye -------------------------------------------------------------------------------------------------------

    def room(self) -> QWidget:
        """Return what stands in front."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        shown = popup or modal or QApplication.activeWindow()
        if shown is None:
            # A desktop hands the keyboard back to the window under a dialog that was closed; offscreen there is none.
            shown = next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow())
            shown.activateWindow()
        return shown

    def sees(self, text: str) -> None:
        """Wait until this stands somewhere in front."""
        self._until(lambda: any(text in said for said in self.words()), lambda: f"“{text}” is not seen{self._said()}")

    def sees_no_more(self, text: str) -> None:
        """Wait until this stands nowhere in front."""
        self._until(lambda: not any(text in said for said in self.words()), f"“{text}” is still seen")

    def sees_row(self, *texts: str) -> None:
        """Wait until a row of a table, or a line of a list, has all these texts."""
        self._until(
            lambda: any(all(any(text in cell for cell in row) for text in texts) for row in self.rows()),
            lambda: f"no row has {texts}; there are {list(self.rows())[:30]}",
        )

    def sees_title(self, title: str) -> None:
        """Wait until what stands in front has this title."""
        self._until(lambda: title in self.room().windowTitle(), lambda: f"in front is “{self.room().windowTitle()}”")

    def sees_ticked(self, name: str, ticked: bool) -> None:
        """Wait until a box or switch is ticked, or is not."""

        def is_so() -> bool:
            found = [one.widget for one in self._seen(name) if isinstance(one.widget, QAbstractButton)]
            return len(found) == 1 and found[0].isChecked() is ticked

        self._until(is_so, f"{name} is not {'ticked' if ticked else 'unticked'}")

    def reads(self, name: str) -> str:
        """Return what stands in a field, once it is there."""
        field = self._usable(name, (QLineEdit, QPlainTextEdit)).widget
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def words(self) -> Iterator[str]:
        """Return everything that can be read in front, also after scrolling."""
        yield self.room().windowTitle()
        for widget in _shown(self.room()):
            match widget:
                case QLabel() | QAbstractButton():
                    yield _plain(widget.text())
                case QGroupBox():
                    yield _plain(widget.title())
                case QLineEdit():
                    yield widget.text() if widget.echoMode() is QLineEdit.EchoMode.Normal else ""
                case QPlainTextEdit():
                    yield widget.toPlainText()
                case QComboBox():
                    yield widget.currentText()
                case QTabBar():
                    yield from (_plain(widget.tabText(tab)) for tab in range(widget.count()))
        for row in self.rows():
            yield from row

    def rows(self) -> Iterator[list[str]]:
        """Return the rows of every table and list in front, each as the texts of its cells."""
        for view in _shown(self.room()):
            if isinstance(view, QAbstractItemView) and not isinstance(view, QHeaderView):
                model: Any = view.model()
                for row in range(min(model.rowCount(), _MOST_ROWS)):
                    yield [str(model.index(row, column).data() or "") for column in range(_columns(view))]

    # -- how it is done ------------------------------------------------------------------------------------------------

    def _usable(self, name: str, of: Kinds = (QWidget,), among: str = "") -> Seen:
        """Return the one control of this name once it can be used; say why not where it cannot."""
        found: list[Seen] = []

        def is_there() -> bool:
            found[:] = [one for one in self._seen(name) if isinstance(one.widget, of) and _stands_in(one, among)]
            return len(found) == 1 and not found[0].refusal

        def why() -> str:
            if not found:
                return f"“{name}” is not there{self._said()}"
            if len(found) > 1:
                return f"there are {len(found)} of “{name}”: {[sorted(one.names) for one in found]}"
            return f"“{name}” cannot be used: {found[0].refusal}"

        self._until(is_there, why)
        return found[0]

    def _seen(self, name: str) -> list[Seen]:
        return [one for one in self._all() if name in one.names]

    def _all(self) -> Iterator[Seen]:
        room = self.room()
        if isinstance(room, QMenu):
            for action in room.actions():
                reason = action.toolTip() or "it is disabled"
                at = room.actionGeometry
                yield Seen(
                    frozenset({_plain(action.text())}),
                    room,
                    lambda at=at, action=action: at(action),  # type: ignore[misc]
                    "" if action.isEnabled() else reason,
                )
            return
        for widget in _shown(room):
            if isinstance(widget, QTabBar):
                yield from _tabs(widget)
            elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
                yield from _cells(widget)
            elif isinstance(
                widget, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QAbstractSpinBox
            ) and not _is_part(widget):
                yield Seen(frozenset(_names(widget)), widget, _place_of(widget), _refusal(widget))

    def _click(self, one: Seen) -> None:
        self._bring_into_view(one)
        window, point = one.widget.window(), one.widget.mapTo(one.widget.window(), one.place().center())
        under = window.childAt(point) or window
        covered = under is not one.widget and not one.widget.isAncestorOf(under)
        assert not covered, f"{sorted(one.names)} is covered by {type(under).__name__}"
        handle = window.windowHandle()
        assert handle is not None
        QTest.mouseClick(handle, _LEFT, _NO_KEY, point)
        QApplication.processEvents()

    def _bring_into_view(self, one: Seen) -> None:
        area = one.widget if isinstance(one.widget, QAbstractScrollArea) else one.widget.parentWidget()
        while area is not None:
            if isinstance(area, QAbstractScrollArea) and not isinstance(area, QComboBox):
                self._turn_wheel(area, one)
            area = None if area.isWindow() else area.parentWidget()

    def _turn_wheel(self, area: QAbstractScrollArea, one: Seen) -> None:
        view, bar = area.viewport(), area.verticalScrollBar()
        for _ in range(_MOST_TURNS):
            top = one.widget.mapTo(one.widget.window(), one.place().topLeft())
            rect = QRect(view.mapFrom(one.widget.window(), top), one.place().size())
            high, low = rect.top() < 0, rect.bottom() > view.height()
            if not (high or low) or (high and low) or not bar.maximum():
                return
            before = bar.value()
            _send_wheel(view, _WHEEL if high else -_WHEEL)
            QApplication.processEvents()
            if bar.value() == before:
                return

    def _until(self, is_so: Callable[[], bool], why: str | Callable[[], str]) -> None:
        try:
            self._qtbot.waitUntil(is_so, timeout=PATIENCE_MS)
        except self._qtbot.TimeoutError:
            raise AssertionError(why if isinstance(why, str) else why()) from None

    def _said(self) -> str:
        said = dict.fromkeys(word for word in self.words() if word)
        names = sorted({name for one in self._all() for name in one.names})
        return f".\nIt says: {list(said)[:80]}\nThere are: {names[:80]}"


def _shown(room: QWidget) -> list[QWidget]:
    """Return the visible widgets of a window, not those of dialogs and menus it owns."""
    return [one for one in room.findChildren(QWidget) if one.isVisible() and one.window() is room]


def _stands_in(one: Seen, among: str) -> bool:
    at: QWidget | None = one.widget if among else None
    while at is not None and among not in _names(at):
        at = at.parentWidget()
    return not among or at is not None


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit | QTabBar)


def _names(widget: QWidget | None) -> set[str]:
    if widget is None:
        return set()
    # Of a row of tabs, a screen reader also says the one that is shown; it is no name of the row.
    interface = None if isinstance(widget, QTabBar) else QAccessible.queryAccessibleInterface(widget)
    names = {widget.accessibleName(), interface.text(QAccessible.Text.Name) if interface is not None else ""}
    if isinstance(widget, QAbstractButton):
        names.add(_plain(widget.text()))
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        names.add(widget.placeholderText())
    if isinstance(widget, QLineEdit) and _is_part(widget):
        names |= _names(widget.parentWidget())
    return {name for name in names if name}


def _refusal(widget: QWidget) -> str:
    return "" if widget.isEnabled() else widget.toolTip() or "it is disabled, and nothing says why"


def _place_of(widget: QWidget) -> Callable[[], QRect]:
    def place() -> QRect:
        if isinstance(widget, QCheckBox | QRadioButton):
            return QRect(0, 0, _TICK_PLACE * 2, widget.height())
        return widget.rect()

    return place


def _tabs(bar: QTabBar) -> Iterator[Seen]:
    for tab in range(bar.count()):
        refusal = "" if bar.isTabEnabled(tab) else bar.tabToolTip(tab) or "it is disabled, and nothing says why"
        names = frozenset({_plain(bar.tabText(tab))})
        yield Seen(names, bar, lambda tab=tab: bar.tabRect(tab), refusal)  # type: ignore[misc]


def _cells(view: QAbstractItemView) -> Iterator[Seen]:
    model: Any = view.model()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(_columns(view)):
            index: QModelIndex = model.index(row, column)
            text = str(index.data() or "")
            if text:

                def place(index: QModelIndex = index) -> QRect:
                    # As far as the cell is seen: a wide one may reach out of the table.
                    seen = view.visualRect(index)
                    seen.setRight(min(seen.right(), view.viewport().width() - 1))
                    return seen.translated(view.viewport().pos())

                yield Seen(frozenset({text}), view, place, _refusal(view))


def _columns(view: QAbstractItemView) -> int:
    # The model of a list does not tell how many columns it has.
    return 1 if isinstance(view, QListView) else view.model().columnCount()


def _send_wheel(view: QWidget, angle: int) -> None:
    middle = view.rect().center()
    turned = QWheelEvent(
        QPointF(middle),
        QPointF(view.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        _NO_KEY,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turned)


def _plain(text: str) -> str:
    """Return words without the mark of their mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
