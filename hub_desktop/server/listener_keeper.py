"""Keeps the listener as a person wants it: it follows changed settings, and tries again where it could not listen."""

import logging
import threading
import time

from hub_desktop.core.events import Event, ListenerChanged
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener

_LOOK_SECONDS = 15.0
_TRY_AGAIN_SECONDS = 60.0
logger = logging.getLogger(__name__)


class ListenerKeeper:
    """Restarts a listener on a thread of its own, for whoever changes the settings may be answered by it.

    Settings that another process changes, and a certificate that was renewed, are noticed within `look_seconds`;
    where it could not listen, it tries again after `try_again_seconds`.
    """

    def __init__(
        self,
        hub: Hub,
        listener: HubListener,
        *,
        look_seconds: float = _LOOK_SECONDS,
        try_again_seconds: float = _TRY_AGAIN_SECONDS,
    ) -> None:
        self._hub = hub
        self._listener = listener
        self._look_seconds = look_seconds
        self._try_again_seconds = try_again_seconds
        self._wake = threading.Condition()
        self._changed = False
        self._ended = False
        self._failed_at: float | None = None
        self._known = hub.listener_settings.fingerprint()
        self._unsubscribe = hub.events.subscribe(self._hear)
        self._thread = threading.Thread(target=self._run, name="hub-listener-keeper", daemon=True)

    def start(self, *, failed: bool = False) -> None:
        """Follow the settings from now on; `failed` says that the listener could not be started just now."""
        self._failed_at = time.monotonic() if failed else None
        self._thread.start()

    def stop(self) -> None:
        """Follow no more, and wait for the thread; the listener is left as it is."""
        self._unsubscribe()
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._thread.join()

    def _hear(self, event: Event) -> None:
        if isinstance(event, ListenerChanged):
            with self._wake:
                self._changed = True
                self._wake.notify()

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._changed or self._ended, self._look_seconds)
                if self._ended:
                    return
                self._changed = False
            try:
                self._look()
            except Exception:
                # The program goes on without a listener, and tries again.
                self._failed_at = time.monotonic()
                logger.exception("the listener could not be restarted")

    def _look(self) -> None:
        now = self._hub.listener_settings.fingerprint()
        waited = self._failed_at is not None and time.monotonic() - self._failed_at >= self._try_again_seconds
        if now == self._known and not waited:
            return
        self._known = now
        self._failed_at = time.monotonic() if self._listener.restart() else None
