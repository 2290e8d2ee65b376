"""Ctrl+K: one field for everything."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from hub_desktop.core.actor import Actor, Role
from hub_desktop.hub.hub import Hub
from hub_desktop.ui.application import Desk
from hub_desktop.ui.find_anything import FindAnything
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page, setting_sections
from hub_desktop.ui.session import Session
from hub_desktop.ui.window_state import WindowState
from tests.accessibility import unnamed_controls
from tests.ui.conftest import window_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
OpenDesk = Callable[..., Desk]
AddErp = Callable[..., int]


def opened(window: MainWindow, qtbot: QtBot) -> FindAnything:
    window.on_find_anything_keyed()
    dialogs = [found for found in window.findChildren(FindAnything) if found.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def rows(dialog: FindAnything) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_a_system_is_synced_by_a_few_letters_and_enter(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    desk = open_desk()
    window = window_of(desk)
    qtbot.waitUntil(lambda: bool(window._board.views), timeout=15_000)
    dialog = opened(window, qtbot)
    assert unnamed_controls(dialog) == []
    assert rows(dialog)[0] == "Home"
    qtbot.keyClicks(dialog.field, "erp syn")
    assert rows(dialog)[0] == "College ERP: sync now"
    assert rows(dialog)[-1] == "Search the students for “erp syn”"
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    session = window._session
    qtbot.waitUntil(lambda: bool(session.hub.records.find(session.actor, "students").total), timeout=20_000)


def test_the_keyboard_goes_along_to_the_refused_records(open_desk: OpenDesk, add_erp: AddErp, qtbot: QtBot) -> None:
    add_erp()
    window = window_of(open_desk())
    qtbot.waitUntil(lambda: bool(window._board.views), timeout=15_000)
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.field, "erp refused")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.page is Page.DATA
    assert window.focusWidget() is window.screens.data().tabs


def test_settings_and_screens_are_gone_to_by_keyboard(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.field, "listener")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.page is Page.SETTINGS
    settings = window.show_page(Page.SETTINGS)
    assert settings.rail.currentItem().text() == "Listener"
    # What stands above it grows while it is read.
    qtbot.waitUntil(lambda: settings.devices._read and not window._session.calls._asked, timeout=20_000)
    qtbot.waitUntil(lambda: 0 <= settings.listener.mapTo(settings.scrolled, QPoint()).y() < 100, timeout=20_000)
    assert window.focusWidget() is settings.rail
    assert settings.rail.currentItem().text() == "Listener"
    settings.scrolled.verticalScrollBar().setValue(0)
    settings.listener.message.show_note("Something that takes room.")
    window.resize(window.width(), window.height() - 40)
    qtbot.wait(50)
    assert settings.scrolled.verticalScrollBar().value() == 0
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.field, "data")
    first = dialog.list.currentRow()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == first + 1
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert window.page is Page.DATA


def test_a_student_is_searched_for_from_anywhere(open_desk: OpenDesk, qtbot: QtBot) -> None:
    window = window_of(open_desk())
    dialog = opened(window, qtbot)
    qtbot.keyClicks(dialog.field, "Asha Rao")
    qtbot.mouseClick(
        dialog.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.list.visualItemRect(dialog.list.item(dialog.list.count() - 1)).center(),
    )
    page = window.show_page(Page.DATA)
    assert page.search.text() == "Asha Rao"


def test_nothing_found_is_said_and_a_viewer_finds_what_they_may(
    open_desk: OpenDesk, add_erp: AddErp, working_hub: Hub, person: Actor, qtbot: QtBot
) -> None:
    add_erp()
    desk = open_desk()
    assert desk.board is not None
    viewer = Session(working_hub, Actor("Vera", Role.VIEWER, person.face), desk.calls, named=True)
    window = MainWindow(viewer, desk.board, WindowState(None))
    qtbot.addWidget(window)
    window.show()
    dialog = opened(window, qtbot)
    offered = [row for row in rows(dialog) if not row.startswith("Help")]
    assert not any("sync" in row.lower() or "Search" in row for row in offered)
    qtbot.keyClicks(dialog.field, "xqzw")
    assert rows(dialog) == ["Nothing is called so. Try another word."]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_sections_of_the_settings_are_all_there(open_desk: OpenDesk, qtbot: QtBot) -> None:
    settings = window_of(open_desk()).show_page(Page.SETTINGS)
    assert [settings.rail.item(row).text() for row in range(settings.rail.count())] == setting_sections()
