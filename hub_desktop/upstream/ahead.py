"""Reading ahead: several sources at once, each on a thread of its own, handed over in their order."""

import itertools
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct

_TICK_SECONDS = 0.05

_Item = TypeVar("_Item")
Source = Callable[[threading.Event], Iterator[_Item]]
"""Starts reading; ends soon after the event is set."""


class LinkedEvent(threading.Event):
    """An event that is also set whenever its parent is, for work that may be stopped alone or with everything else."""

    def __init__(self, parent: threading.Event) -> None:
        super().__init__()
        self._parent = parent

    def is_set(self) -> bool:
        """Tell whether this event or its parent is set."""
        return super().is_set() or self._parent.is_set()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait for either event, at most `timeout` seconds; return whether one is set."""
        left = timeout
        while not self.is_set() and (left is None or left > 0):
            step = _TICK_SECONDS if left is None else min(left, _TICK_SECONDS)
            super().wait(step)
            left = None if left is None else left - step
        return self.is_set()


def in_order(
    sources: Iterable[Source[_Item]],
    *,
    parallel: int,
    depth: int,
    cancel: threading.Event,
    stop: threading.Event | None = None,
) -> Generator[_Item, None, None]:
    """Yield all items of the first source, then of the second, and so on.

    Up to `parallel` sources are read at the same time, each at most `depth` items ahead, so that memory stays bounded.
    What a source raises is raised when its turn comes; that, or closing the generator, stops the others. `stop` is what
    stops them, for sources that were begun before with it.
    """
    stop = stop or LinkedEvent(cancel)
    waiting = iter(sources)
    running: deque[_Channel[_Item]] = deque()
    try:
        for source in itertools.islice(waiting, parallel):
            running.append(_Channel(source, depth, stop))
        while running:
            yield from running[0].items()
            running.popleft()
            following = next(waiting, None)
            if following is not None:
                running.append(_Channel(following, depth, stop))
    finally:
        stop.set()
        for channel in running:
            channel.join()


class _End(Struct, frozen=True):
    """A source has nothing more; `error` where it broke off."""

    error: BaseException | None = None


class _Channel(Generic[_Item]):
    """One source and the items it is ahead."""

    def __init__(self, source: Source[_Item], depth: int, stop: threading.Event) -> None:
        self._source = source
        self._stop = stop
        self._queue: queue.Queue[_Item | _End] = queue.Queue(depth)
        self._abandoned = threading.Event()
        self._thread = threading.Thread(target=self._run, name="reading ahead", daemon=True)
        self._thread.start()

    def items(self) -> Iterator[_Item]:
        """Yield the items as they come; raise what the source raised."""
        while True:
            item = self._queue.get()
            if isinstance(item, _End):
                self._thread.join()
                if item.error is not None:
                    raise item.error
                return
            yield item

    def join(self) -> None:
        """Wait until the thread has ended; what it still holds is dropped."""
        self._abandoned.set()
        self._thread.join()

    def _run(self) -> None:
        end = _End()
        try:
            for item in self._source(self._stop):
                if not self._put(item):
                    return
        except BaseException as error:  # noqa: BLE001 - handed to the thread whose turn it is
            end = _End(error)
        self._put(end)

    def _put(self, item: _Item | _End) -> bool:
        while not self._abandoned.is_set():
            try:
                self._queue.put(item, timeout=_TICK_SECONDS)
            except queue.Full:
                continue
            return True
        return False
