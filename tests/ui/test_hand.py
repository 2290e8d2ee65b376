"""What the hand refuses, as a person could not do it either, and what it counts."""

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.ui.style.widgets import set_usable
from tests.ui import hand as module
from tests.ui.hand import Hand

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hand:
    monkeypatch.setattr(module, "PATIENCE_MS", 100)
    return Hand(qtbot)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def shown(qtbot: QtBot, window: QWidget, *parts: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for part in parts:
        layout.addWidget(part)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)


def test_it_clicks_what_is_seen_and_counts(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    button, clicks = QPushButton("&Save"), []
    button.clicked.connect(lambda: clicks.append(1))
    shown(qtbot, window, button)
    hand.click("Save")
    hand.press("Alt+S")
    # A mnemonic shows the button pressed for a moment.
    qtbot.waitUntil(lambda: len(clicks) == 2)
    assert hand.trail == ["click Save", "press Alt+S"]


def test_it_gives_the_reason_of_what_is_disabled(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    button = QPushButton("Save")
    set_usable(button, "Choose a field first.")
    shown(qtbot, window, button)
    with pytest.raises(AssertionError, match="“Save” cannot be used: Choose a field first"):
        hand.click("Save")
    assert hand.steps == 0


def test_it_finds_nothing_hidden_covered_or_behind_a_dialog(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    hidden, covered, behind = QPushButton("Hidden"), QPushButton("Covered"), QPushButton("Behind")
    shown(qtbot, window, hidden, covered, behind)
    hidden.hide()
    with pytest.raises(AssertionError, match="is not there"):
        hand.click("Hidden")
    cover = QWidget(window)
    cover.setGeometry(covered.geometry())
    cover.show()
    with pytest.raises(AssertionError, match="covered by QWidget"):
        hand.click("Covered")
    dialog = QDialog(window)
    dialog.open()
    with pytest.raises(AssertionError, match="is not there"):
        hand.click("Behind")
    dialog.reject()


def test_it_asks_which_where_a_name_is_not_the_only_one(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    group, clicks = QWidget(), []
    group.setAccessibleName("Second group")
    first, second = QPushButton("Edit"), QPushButton("Edit", group)
    second.clicked.connect(lambda: clicks.append(1))
    shown(qtbot, window, first, group)
    group.setMinimumSize(second.sizeHint())
    qtbot.waitUntil(lambda: group.height() >= second.height())
    with pytest.raises(AssertionError, match="there are 2 of “Edit”"):
        hand.click("Edit")
    hand.click("Edit", among="Second group")
    assert clicks == [1]


def test_it_turns_the_wheel_to_what_is_further_down(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    inside, area, clicks = QWidget(), QScrollArea(), []
    column = QVBoxLayout(inside)
    for number in range(80):
        button = QPushButton(f"Button {number}")
        button.clicked.connect(lambda _=False, number=number: clicks.append(number))
        column.addWidget(button)
    area.setWidget(inside)
    area.setFixedHeight(200)
    shown(qtbot, window, area)
    hand.click("Button 79")
    hand.click("Button 3")
    assert (clicks, hand.steps) == ([79, 3], 2)


def test_it_types_only_where_one_can_and_chooses_what_there_is(qtbot: QtBot, window: QWidget, hand: Hand) -> None:
    field, fixed, choice = QLineEdit("before"), QLineEdit("fixed"), QComboBox()
    for control, name in ((field, "Name"), (fixed, "Address"), (choice, "Kind")):
        control.setAccessibleName(name)
    fixed.setReadOnly(True)
    choice.addItems(["One", "Two"])
    shown(qtbot, window, field, fixed, choice)
    hand.type_into("Name", "after")
    assert hand.reads("Name") == "after"
    with pytest.raises(AssertionError, match="one cannot type into Address"):
        hand.type_into("Address", "other")
    hand.choose("Kind", "Two")
    assert choice.currentText() == "Two"
    assert hand.trail == ["press Ctrl+A", "type into Name", "choose Two in Kind"]
    with pytest.raises(AssertionError, match="is not there"):
        hand.choose("Kind", "Three")
    hand.press("Esc")
