"""Calls, lanes and the bridge: what crosses from one thread to another."""

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hub_desktop.core.errors import HubError, TransientError
from hub_desktop.core.events import Event, RunFinished, RunProgress
from hub_desktop.core.runs import Counts, Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.hub.event_stream import EventStream
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.ui.bridge import EventBridge
from hub_desktop.ui.calls import Calls
from hub_desktop.ui.lanes import Lanes


@pytest.fixture
def calls(qtbot: QtBot) -> Iterator[Calls]:
    made = Calls()
    yield made
    assert made.close()


def test_work_runs_elsewhere_and_is_answered_here(calls: Calls, qtbot: QtBot) -> None:
    owner, here, seen = QObject(), threading.current_thread(), []
    calls.call(threading.current_thread, lambda thread: seen.append((thread, threading.current_thread())), owner=owner)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] is not here
    assert seen[0][1] is here


def test_errors_reach_whoever_asked_or_the_window(calls: Calls, qtbot: QtBot) -> None:
    owner: QObject = QObject()
    heard: list[HubError] = []

    def fail() -> None:
        raise TransientError("Busy.")

    calls.call(fail, lambda _: None, heard.append, owner=owner)
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0].sentence == "Busy."
    with qtbot.waitSignal(calls.failed_unheard) as unheard:
        calls.call(fail, lambda _: None, owner=owner)
    assert unheard.args[0].sentence == "Busy."


@pytest.mark.errors_logged
def test_foreign_errors_become_ours_without_their_text(calls: Calls, qtbot: QtBot) -> None:
    owner: QObject = QObject()
    heard: list[HubError] = []

    def fail() -> None:
        raise ValueError("token=abc")

    calls.call(fail, lambda _: None, heard.append, owner=owner)
    qtbot.waitUntil(lambda: bool(heard))
    assert "Nothing that was stored is lost" in heard[0].sentence
    assert "abc" not in heard[0].sentence + heard[0].detail


def test_answers_for_destroyed_owners_are_dropped(calls: Calls, qtbot: QtBot) -> None:
    import shiboken6

    owner, go, answered = QObject(), threading.Event(), []
    calls.call(lambda: go.wait(5), answered.append, owner=owner)
    shiboken6.delete(owner)
    go.set()
    other = QObject()
    calls.call(lambda: "later", answered.append, owner=other)
    qtbot.waitUntil(lambda: "later" in answered)
    qtbot.wait(50)
    assert answered == ["later"]


def test_calls_not_begun_are_not_waited_for(qtbot: QtBot) -> None:
    calls, go, owner = Calls(threads=1), threading.Event(), QObject()
    for _ in range(3):
        calls.call(lambda: go.wait(10), lambda _: None, owner=owner)
    threading.Timer(0.1, go.set).start()
    began = time.monotonic()
    assert calls.close()
    assert time.monotonic() - began < 5


@pytest.mark.errors_logged
def test_a_call_that_hangs_does_not_keep_the_window_forever(qtbot: QtBot) -> None:
    calls, go, owner = Calls(), threading.Event(), QObject()
    calls.call(lambda: go.wait(10), lambda _: None, owner=owner)
    assert not calls.close(0.1)
    go.set()
    assert calls.close()


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    hub = Hub.open(DataFolder(tmp_path).prepare(), MemoryVault())
    yield hub
    hub.close()


def test_lanes_work_without_a_window_and_stop_cleanly(hub: Hub, qapp: object) -> None:
    lanes = Lanes(hub, 2)
    lanes.start()
    time.sleep(0.1)
    names = {thread.name for thread in threading.enumerate()}
    assert {"lane-1", "lane-2"} <= names
    began = time.monotonic()
    assert lanes.stop()
    assert time.monotonic() - began < 3


@pytest.mark.errors_logged
def test_an_error_does_not_end_a_lane(hub: Hub, qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = threading.Event()
    tries: list[int] = []

    def take(timeout: float) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("broken")
        taken.set()
        time.sleep(min(timeout, 0.02))

    monkeypatch.setattr(hub.syncs, "take", take)
    lanes = Lanes(hub, 1)
    lanes.start()
    assert taken.wait(5)
    assert lanes.stop()


def test_progress_is_thinned_out_and_never_follows_the_end(qtbot: QtBot) -> None:
    events, heard = EventStream(), list[Event]()
    bridge = EventBridge(events)
    bridge.event_arrived.connect(heard.append)
    run = Run(7, 1, "ERP", Trigger.MANUAL, RunStatus.SUCCEEDED, utc_now(), utc_now())

    def flood() -> None:
        for number in range(1, 5001):
            events.emit(RunProgress(7, 1, "students", Counts(read=number), 5000))
        time.sleep(0.25)
        events.emit(RunProgress(7, 1, "students", Counts(read=5000), 5000))
        events.emit(RunFinished(run))

    thread = threading.Thread(target=flood)
    thread.start()
    qtbot.waitUntil(lambda: any(isinstance(event, RunFinished) for event in heard))
    thread.join()
    qtbot.wait(200)
    bridge.stop()
    progress = [event for event in heard if isinstance(event, RunProgress)]
    assert 1 <= len(progress) <= 4
    assert progress[0].counts.read == 5000
    assert isinstance(heard[-1], RunFinished)
    events.emit(RunFinished(run))
    qtbot.wait(20)
    assert len([event for event in heard if isinstance(event, RunFinished)]) == 1


def test_none_is_not_lost_by_the_toolkit(qtbot: QtBot) -> None:
    # PySide6 6.12.0 loses a reference to None on every call that returns it, and aborts after some thousand calls.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(2000):
        label.setText(str(number))
    # From Python 3.12 on None is immortal, and its count says nothing.
    assert abs(sys.getrefcount(None) - before) < 200
