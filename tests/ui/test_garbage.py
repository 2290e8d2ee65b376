"""Garbage is collected on the GUI thread alone."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hub_desktop.ui.garbage import GarbageCollection


@pytest.fixture
def collection() -> Iterator[GarbageCollection]:
    made = GarbageCollection()
    yield made
    made.stop()


def test_a_cycle_dies_on_the_gui_thread_though_another_thread_allocates(
    qtbot: QtBot, collection: GarbageCollection
) -> None:
    died_on: list[int] = []

    class Cycle(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.itself = self

        def __del__(self) -> None:
            died_on.append(threading.get_ident())

    Cycle()

    def allocate() -> None:
        kept = [[] for _ in range(200_000)]
        assert len(kept) == 200_000

    lane = threading.Thread(target=allocate)
    lane.start()
    lane.join()
    assert died_on == []
    assert not gc.isenabled()
    # What the lane left behind exceeds the threshold, so the next beat collects.
    garbage: list[list[object]] = []
    for _ in range(2_000):
        one: list[object] = []
        one.append(one)
        garbage.append(one)
    qtbot.waitUntil(lambda: bool(died_on), timeout=5_000)
    assert died_on == [threading.get_ident()]


def test_python_collects_by_itself_again_afterwards(qtbot: QtBot) -> None:
    collection = GarbageCollection()
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
