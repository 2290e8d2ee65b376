"""How large a dialog opens."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.ui.dialog_room import grow_to_content, room_for
from hub_desktop.ui.import_summary import ImportSummary
from hub_desktop.ui.json_dialog import JsonDialog
from hub_desktop.ui.mapping_dialog import MappingDialog
from hub_desktop.ui.style.tokens import DIALOG_WIDEST, WINDOW_MINIMUM
from hub_desktop.ui.style.widgets import PlainLabel
from tests.ui.test_mapping_dialog import Rows


@pytest.mark.parametrize("window", [WINDOW_MINIMUM, (1180, 700), (1900, 1000)])
def test_a_dialog_leaves_an_edge_of_the_window_and_fits_on_the_screen(qtbot: QtBot, window: tuple[int, int]) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(*window)
    dialog = QDialog(behind)
    found, inner = room_for(dialog), room_for(dialog, inset=1)
    screen = dialog.screen().availableSize()
    assert found == found.boundedTo(QSize(min(window[0], DIALOG_WIDEST), window[1]).boundedTo(screen))
    assert inner.width() <= found.width()
    assert inner.height() <= found.height()


def test_without_a_window_behind_it_a_dialog_is_as_small_as_the_smallest_window(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    assert room_for(dialog) == room_for(dialog).boundedTo(QSize(*WINDOW_MINIMUM))


@pytest.mark.parametrize(
    "made",
    [
        JsonDialog,
        lambda: ImportSummary([f"System {number}" for number in range(40)], []),
        lambda: MappingDialog(DATA_TYPES["students"], (), endpoint="students", sampler=Rows()),
    ],
)
def test_a_dialog_of_its_own_size_leaves_its_buttons_on_a_small_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, made: Callable[[], QDialog]
) -> None:
    """As on a screen of 1366 by 768 at 150 %."""
    room = QSize(910, 512)
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room)
    dialog = made()
    qtbot.addWidget(dialog)
    assert dialog.size() == dialog.size().boundedTo(room)
    assert dialog.minimumSizeHint() == dialog.minimumSizeHint().boundedTo(room)


def test_a_dialog_grows_with_what_comes_into_it_and_stays_on_the_screen(qtbot: QtBot) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    dialog = QDialog(behind)
    room = dialog.screen().availableGeometry()
    behind.setGeometry(0, room.height() - 200, 400, 200)
    behind.show()
    layout = QVBoxLayout(dialog)
    words = PlainLabel("A word", wrap=True)
    layout.addWidget(words)
    dialog.setMinimumWidth(300)
    dialog.show()
    # More than two thirds of the screen, at which Qt would stop.
    line = words.fontMetrics().lineSpacing()
    words.setText("\n".join("A word" for _ in range(int(room.height() * 0.8 / line))))
    grow_to_content(dialog)
    layout.activate()
    assert words.height() >= words.heightForWidth(words.width())
    assert room.contains(dialog.frameGeometry())
