"""What is told above the screens, and before there is a window to tell it in."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.ui.messages import Messages


def test_what_is_told_before_there_is_a_window_waits_for_it_and_is_no_window_of_its_own(qtbot: QtBot) -> None:
    messages = Messages()
    qtbot.addWidget(messages)
    messages.tell("warning", "Another program already uses port 8765.")
    assert not messages.isVisible()
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(messages)
    messages.show_or_hide()
    window.show()
    assert messages.isVisible()
    messages.take_back("Another program already uses port 8765.")
    assert not messages.isVisible()
