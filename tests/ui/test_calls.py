"""What a call tells on its way comes in order, on the GUI thread, and never to somebody who is gone."""

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject

from hub_desktop.core.errors import CancelledError, HubError
from hub_desktop.ui.calls import Calls, StandingQuestion


@pytest.fixture
def calls(qapp) -> Iterator[Calls]:
    made = Calls()
    yield made
    assert made.close()


def test_news_come_in_order_before_the_answer_and_on_the_gui_thread(qtbot, calls):
    heard: list[object] = []
    threads: set[threading.Thread] = set()

    def note(item: object) -> None:
        heard.append(item)
        threads.add(threading.current_thread())

    def work(tell):
        for number in range(100):
            tell(number)
        return "done"

    owner = QObject()
    calls.call_telling(work, note, note, owner=owner)
    qtbot.waitUntil(lambda: heard[-1:] == ["done"])
    assert heard == [*range(100), "done"]
    assert threads == {threading.main_thread()}


def test_news_before_a_failure_are_heard_too(qtbot, calls):
    heard: list[object] = []
    failed: list[HubError] = []

    def work(tell):
        tell("first")
        raise CancelledError("Stopped.")

    calls.call_telling(work, heard.append, heard.append, failed.append, owner=(owner := QObject()))
    qtbot.waitUntil(lambda: failed != [])
    assert heard == ["first"]
    assert shiboken6.isValid(owner)


def test_nobody_hears_once_the_owner_is_gone(qtbot, calls):
    heard: list[object] = []
    go, ended = threading.Event(), threading.Event()

    def work(tell):
        go.wait(5)
        tell("too late")
        ended.set()

    owner = QObject()
    calls.call_telling(work, heard.append, heard.append, owner=owner)
    shiboken6.delete(owner)
    go.set()
    assert ended.wait(5)
    qtbot.wait(50)
    assert heard == []


def test_no_older_answer_takes_the_place_of_a_newer_one(qtbot, calls):
    heard: list[str] = []
    begun: list[str] = []
    go = threading.Event()

    def work(name: str) -> Callable[[], str]:
        def answer() -> str:
            begun.append(name)
            if name == "first":
                assert go.wait(5)
            return name

        return answer

    owner = QObject()
    question = StandingQuestion(calls, owner)
    question.ask(work("first"), heard.append)
    qtbot.waitUntil(lambda: begun == ["first"])
    question.ask(work("second"), heard.append)
    question.ask(work("third"), heard.append)
    assert begun == ["first"], "one call at a time"
    go.set()
    qtbot.waitUntil(lambda: heard[-1:] == ["third"])
    assert heard == begun == ["first", "third"]


def test_a_question_is_asked_again_after_it_failed_whoever_hears_of_it(qtbot, calls):
    failed: list[str] = []
    heard: list[str] = []
    calls.failed_unheard.connect(lambda error: failed.append(f"unheard {error.sentence}"))

    def fail() -> str:
        raise CancelledError("Stopped.")

    owner = QObject()
    question = StandingQuestion(calls, owner)
    question.ask(fail, heard.append)
    question.ask(fail, heard.append, lambda error: failed.append(error.sentence))
    qtbot.waitUntil(lambda: failed == ["unheard Stopped.", "Stopped."])
    question.ask(lambda: "well", heard.append)
    qtbot.waitUntil(lambda: heard == ["well"])


def test_a_question_that_is_asked_by_its_own_answer_goes_on(qtbot, calls):
    heard: list[int] = []
    owner = QObject()
    question = StandingQuestion(calls, owner)

    def done(number: int) -> None:
        heard.append(number)
        if number < 3:
            question.ask(lambda: number + 1, done)

    question.ask(lambda: 1, done)
    qtbot.waitUntil(lambda: heard == [1, 2, 3])
