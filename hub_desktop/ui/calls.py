"""Calls of the hub away from the GUI thread, answered on it."""

import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from itertools import count
from typing import Any, TypeVar

import shiboken6
from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot

from hub_desktop.core.errors import HubError

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class _Asked(Struct, frozen=True, eq=False):
    """A call as it was asked for. Only the GUI thread holds it for good.

    Whatever is in it may hold a widget, and a worker that let go of the last reference would destroy that widget on
    the wrong thread.
    """

    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[HubError], None] | None
    owner: QObject
    cancel: threading.Event | None
    heard: Callable[[Any], None] | None = None


class _News(Struct, frozen=True, eq=False):
    """What a call told on its way."""

    number: int
    item: Any


class _Answer(Struct, frozen=True, eq=False):
    """How a call ended, on its way back to whoever asked."""

    number: int
    result: Any = None
    error: HubError | None = None


class Calls(QObject):
    """Runs calls of the hub on a few worker threads; asked, and answering, on the GUI thread only.

    Signals:
        failed_unheard(HubError): a call failed and nobody named what to do about it.
    """

    failed_unheard = Signal(object)
    _answered = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None, *, threads: int = 3) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="call")
        self._going: set[Future[None]] = set()
        self._asked: dict[int, _Asked] = {}
        self._numbers = count()
        self._closed = False
        self._answered.connect(self.on_answered, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.on_told, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[HubError], None] | None = None,
        *,
        owner: QObject,
        cancel: threading.Event | None = None,
    ) -> None:
        """Run `work` on a worker thread, then `done` or `failed` here; neither once `owner` was destroyed.

        `cancel` is what stops the work, where it can take long; it is set when the calls are closed.
        """
        self._begin(next(self._numbers), _Asked(work, done, failed, owner, cancel))

    def call_telling(
        self,
        work: Callable[[Callable[[Any], None]], _T],
        heard: Callable[[Any], None],
        done: Callable[[_T], None],
        failed: Callable[[HubError], None] | None = None,
        *,
        owner: QObject,
        cancel: threading.Event | None = None,
    ) -> None:
        """Run `work` as `call` does, with a function by which it tells of its progress: `heard` gets each item here."""
        number = next(self._numbers)
        tell = partial(self._tell, number)
        self._begin(number, _Asked(lambda: work(tell), done, failed, owner, cancel, heard))

    def close(self, seconds: float = 10.0) -> bool:
        """Take no more calls, drop those not begun, and wait for the others; return whether all came to an end."""
        self._closed = True
        for asked in self._asked.values():
            if asked.cancel is not None:
                asked.cancel.set()
        self._pool.shutdown(wait=False, cancel_futures=True)
        # Those just cancelled are never reported as done, so they are not waited for.
        unfinished = wait([future for future in self._going if not future.cancelled()], seconds).not_done
        if unfinished:
            _log.error("%d calls of the window had not ended after %g seconds", len(unfinished), seconds)
            return False
        self._pool.shutdown(wait=True)
        return True

    @Slot(object)
    def on_answered(self, answer: _Answer) -> None:
        """Hand an answer to whoever asked, if they are still there."""
        asked = self._asked.pop(answer.number)
        if self._closed or not shiboken6.isValid(asked.owner):
            return
        if answer.error is None:
            asked.done(answer.result)
        elif asked.failed is not None:
            asked.failed(answer.error)
        else:
            self.failed_unheard.emit(answer.error)

    @Slot(object)
    def on_told(self, news: _News) -> None:
        """Hand on what a call told, if whoever asked is still there."""
        asked = self._asked.get(news.number)
        if asked is not None and asked.heard is not None and not self._closed and shiboken6.isValid(asked.owner):
            asked.heard(news.item)

    def _tell(self, number: int, item: Any) -> None:
        # The window may have been closed and destroyed in the meantime.
        with contextlib.suppress(RuntimeError):
            self._told.emit(_News(number, item))

    def _begin(self, number: int, asked: _Asked) -> None:
        if self._closed:
            return
        self._going = {future for future in self._going if not future.done()}
        self._asked[number] = asked
        self._going.add(self._pool.submit(self._work, number))

    def _work(self, number: int) -> None:
        try:
            answer = _Answer(number, result=self._asked[number].work())
        except HubError as error:
            answer = _Answer(number, error=error)
        except Exception as error:  # noqa: BLE001 - whatever happens in a call must reach whoever asked
            _log.exception("a call of the window failed")
            answer = _Answer(number, error=as_hub_error(error))
        # The window may have been closed and destroyed in the meantime.
        with contextlib.suppress(RuntimeError):
            self._answered.emit(answer)


class StandingQuestion:
    """What a widget asks anew whenever the answer may have changed; asked on the GUI thread only.

    Several threads answer calls, in any order. So one is made at a time here, and what is asked meanwhile is asked once
    more afterwards: no older answer ever takes the place of a newer one.
    """

    def __init__(self, calls: Calls, owner: QObject) -> None:
        self._calls = calls
        self._owner = owner
        self._going = False
        self._next: Callable[[], None] | None = None

    def ask(
        self,
        work: Callable[[], _T],
        done: Callable[[_T], None],
        failed: Callable[[HubError], None] | None = None,
    ) -> None:
        """Run `work` as `Calls.call` does; of several that are asked while one goes on, only the last."""
        if self._going:
            self._next = partial(self.ask, work, done, failed)
            return

        def on_done(result: _T) -> None:
            self._go_on()
            done(result)

        def on_failed(error: HubError) -> None:
            self._go_on()
            if failed is not None:
                failed(error)
            else:
                self._calls.failed_unheard.emit(error)

        self._going = True
        self._calls.call(work, on_done, on_failed, owner=self._owner)

    def _go_on(self) -> None:
        self._going = False
        ask, self._next = self._next, None
        if ask is not None:
            ask()


def as_hub_error(error: BaseException) -> HubError:
    """Return the error that says of an unexpected exception what a person can do."""
    if isinstance(error, HubError):
        return error
    return HubError(
        "Something went wrong inside Hub Desktop. Nothing that was stored is lost. "
        "Please send the log to your IT team.",
        # The message of a foreign exception may carry what must not be shown; the log masks it.
        f"{type(error).__name__}; the log has the details",
    )
