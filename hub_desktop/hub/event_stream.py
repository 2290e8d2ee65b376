"""Events from whoever makes them to whoever listens."""

import logging
import threading
from collections.abc import Callable

from hub_desktop.core.events import Event

Listener = Callable[[Event], None]
_log = logging.getLogger(__name__)


class EventStream:
    """Passes each event to every listener, on the thread that emitted it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listeners: tuple[Listener, ...] = ()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event from now on; return a function that ends it."""
        with self._lock:
            self._listeners = (*self._listeners, listener)

        def unsubscribe() -> None:
            with self._lock:
                self._listeners = tuple(known for known in self._listeners if known is not listener)

        return unsubscribe

    def emit(self, event: Event) -> None:
        """Tell every listener; one that fails does not keep the others from hearing it."""
        for listener in self._listeners:
            try:
                listener(event)
            except Exception:  # noqa: BLE001 - listeners are of all kinds, and none may stop a run
                _log.exception("a listener failed on %s", type(event).__name__)
