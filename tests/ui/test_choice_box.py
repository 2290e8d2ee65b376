"""The wheel over a list to choose from."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.ui.style.choice_box import ChoiceBox


def test_scrolling_past_a_list_changes_nothing_in_it(qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.addItems(["Bearer token", "OAuth 2.0", "No sign-in"])
    inside = QWidget()
    column = QVBoxLayout(inside)
    typed_in = QLineEdit()
    column.addWidget(typed_in)
    column.addWidget(box)
    column.addSpacing(2_000)
    scrolled = QScrollArea()
    qtbot.addWidget(scrolled)
    scrolled.setWidgetResizable(True)
    scrolled.setWidget(inside)
    with qtbot.waitExposed(scrolled):
        scrolled.show()
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0)
    typed_in.setFocus()
    at = QPointF(box.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert box.currentText() == "Bearer token"
    assert typed_in.hasFocus()
    assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert not turned.isAccepted(), "it goes on to what scrolls"
