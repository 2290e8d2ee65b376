"""Where the management API stands in the listener. It is loaded with the first request to it, not before."""

import asyncio
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from hub_desktop.hub.hub import Hub

if TYPE_CHECKING:
    from hub_desktop.server.api.application import ManagementApi

SUBJECTS = (
    "audit",
    "deliveries",
    "events",
    "health",
    "holds",
    "integrations",
    "logs",
    "overview",
    "quarantine",
    "records",
    "runs",
)
"""The first words of its addresses below /api; the webhooks below it are not its own."""

ALONE = ("/openapi.json", "/metrics")


class Api:
    """The management API as one ASGI application; `routes` says for which addresses. `close` may come from any thread.

    The window starts with the listener, and must not pay for what nobody may ask of it.
    """

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._lock = threading.Lock()
        self._loaded: ManagementApi | None = None
        self._closed = False

    def routes(self) -> Sequence[BaseRoute]:
        """Return the addresses of the API, for the listener's application."""
        below = [f"/api/{subject}{rest}" for subject in SUBJECTS for rest in ("", "/{rest:path}")]
        return [Route(path, self) for path in (*ALONE, *below)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        loaded = self._loaded
        if loaded is None:
            loaded = await asyncio.to_thread(self._load)
        await loaded(scope, receive, send)

    def close(self) -> None:
        """End every answer that would go on by itself: event streams and long waits."""
        with self._lock:
            self._closed = True
            loaded = self._loaded
        if loaded is not None:
            loaded.close()

    def _load(self) -> "ManagementApi":
        from hub_desktop.server.api.application import ManagementApi

        with self._lock:
            loaded = self._loaded = self._loaded or ManagementApi(self._hub)
            if self._closed:
                loaded.close()
            return loaded
