import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hub_desktop.core.errors import HubError, StorageError
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.opening import Opening, OpeningWindow
from hub_desktop.ui.single_instance import raise_running
from hub_desktop.ui.style import palette
from hub_desktop.ui.style.tokens import DARK
from hub_desktop.ui.window_state import STATE_FILE, WindowState


@pytest.fixture
def opened(styled: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Callable[..., Opening]]:
    """Return what begins to open; the window goes with the test."""
    begun: list[Opening] = []

    def begin(*, hidden: bool = False) -> Opening:
        begun.append(Opening(styled, tmp_path, "0123456789abcdef", hidden=hidden))
        return begun[-1]

    yield begin
    for one in begun:
        one.give_way()
    palette.apply(styled, "system")


def _window(opening: Opening) -> OpeningWindow:
    assert opening.window is not None
    return opening.window


def test_the_window_is_there_before_the_work_begins_and_answers_while_it_goes_on(
    opened: Callable[..., Opening], qtbot: QtBot
) -> None:
    opening = opened()
    window = _window(opening)
    assert window.isVisible()
    assert not window.content.isVisible()
    seen, end = threading.Event(), threading.Event()

    def look() -> None:
        # The work has begun; the window goes on all the same, and its patience comes to an end.
        if seen.is_set() and window.content.isVisible():
            end.set()

    def work() -> str:
        seen.set()
        assert end.wait(10)
        return threading.current_thread().name

    looking = QTimer(window)
    looking.timeout.connect(look)
    looking.start(20)
    assert opening.run(work).startswith("hub-opening")
    looking.stop()
    assert not opening.unwanted


def test_what_the_work_raises_reaches_whoever_waits(opened: Callable[..., Opening]) -> None:
    def fail() -> None:
        raise StorageError("The disk is full.", "detail")

    opening = opened()
    with pytest.raises(HubError, match="The disk is full"):
        opening.run(fail)
    assert opening.run(lambda: 5) == 5


def test_hidden_there_is_no_window_and_no_thread(opened: Callable[..., Opening]) -> None:
    opening = opened(hidden=True)
    assert opening.window is None
    assert opening.run(threading.current_thread) is threading.main_thread()
    opening.hand_over().stop()


def test_after_a_while_it_says_what_goes_on_in_the_language_of_the_last_time(
    opened: Callable[..., Opening], tmp_path: Path, qtbot: QtBot
) -> None:
    WindowState(tmp_path / STATE_FILE).keep_look(theme="dark", language="hi")
    window = _window(opened())
    window.on_slow()
    assert window.said.isVisible()
    hindi = window.said.text()
    assert hindi
    assert hindi != "Opening your data…"
    window.on_very_slow()
    assert window.said.text() != hindi
    assert palette.current() is DARK


def test_without_a_language_of_the_last_time_it_speaks_that_of_the_computer(opened: Callable[..., Opening]) -> None:
    window = _window(opened())
    window.on_slow()
    assert window.said.text() == "Opening your data…"
    window.on_very_slow()
    assert "leave the computer on" in window.said.text()


def test_who_closes_it_does_not_want_the_program(opened: Callable[..., Opening]) -> None:
    opening = opened()
    window = _window(opening)

    def closing() -> None:
        threading.Event().wait(0.05)

    window.close()
    opening.run(closing)
    assert opening.unwanted
    assert not window.isVisible()


def test_it_stands_where_the_window_stood_and_lends_it_its_place(
    opened: Callable[..., Opening], tmp_path: Path, qtbot: QtBot
) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(QRect(QPoint(60, 50), QSize(1000, 640)))
    WindowState(tmp_path / STATE_FILE).keep(before, Page.INTEGRATIONS)
    opening = opened()
    window = _window(opening)
    assert window.size() == QSize(1000, 640)
    window.setGeometry(QRect(QPoint(30, 40), QSize(1100, 700)))
    opening.hand_over().stop()
    after = QWidget()
    qtbot.addWidget(after)
    assert WindowState(tmp_path / STATE_FILE).restore(after) is Page.INTEGRATIONS
    assert after.geometry() == window.geometry()
    opening.give_way()
    assert not window.isVisible()
    # Once is enough.
    opening.give_way()


@pytest.mark.parametrize("page", list(Page))
def test_every_screen_has_its_blocks(opened: Callable[..., Opening], tmp_path: Path, qtbot: QtBot, page: Page) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    WindowState(tmp_path / STATE_FILE).keep(before, page)
    window = _window(opened())
    window.on_patience_over()
    assert list(window.content.blocks())


def test_a_second_start_brings_it_to_the_front_and_is_heard_by_what_comes_after_it(
    opened: Callable[..., Opening], qtbot: QtBot
) -> None:
    opening = opened()
    window = _window(opening)
    window.showMinimized()
    assert raise_running("0123456789abcdef")
    qtbot.waitUntil(lambda: not window.isMinimized())
    window.close()
    qtbot.waitUntil(lambda: opening.unwanted)
    assert raise_running("0123456789abcdef")
    qtbot.waitUntil(lambda: window.isVisible() and not opening.unwanted)
    # It comes while nobody listens to it: the files are being opened by this thread, or the window is being built.
    assert raise_running("0123456789abcdef")
    instance = opening.hand_over()
    with qtbot.waitSignal(instance.raise_asked):
        pass
    instance.stop()
    assert not raise_running("0123456789abcdef")


def test_a_start_that_came_to_nothing_listens_no_more(opened: Callable[..., Opening]) -> None:
    opened(hidden=True).give_way()
    assert not raise_running("0123456789abcdef")
