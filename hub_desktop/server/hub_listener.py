"""The hub's own listener: whether it lives, and the webhooks of other systems."""

from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hub_desktop import __version__
from hub_desktop.hub.hub import Hub
from hub_desktop.server.limits import DEFAULT_DEADLINE_SECONDS, DEFAULT_MAX_BYTES, RequestLimits, error_response
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.webhook_door import WebhookDoor

DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8765

_MESSAGES: Final = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method.",
}


def create_hub_app(
    hub: Hub, *, max_bytes: int = DEFAULT_MAX_BYTES, deadline_seconds: float = DEFAULT_DEADLINE_SECONDS
) -> Starlette:
    """Return the application that answers other programs; `max_bytes` is the largest body, which has a deadline."""
    app = Starlette(
        routes=[
            Route("/health", _health, methods=["GET"]),
        ],
        middleware=[
            Middleware(RequestLimits, max_bytes=max_bytes, deadline_seconds=deadline_seconds),
            Middleware(WebhookDoor, hub=hub),
        ],
        exception_handlers={HTTPException: _on_http_error},
    )
    # A redirect would send a delivery a second time; an address is right or it is not.
    app.router.redirect_slashes = False
    return app


class HubListener:
    """Serves the hub to other programs, on a thread of its own, between `start` and `stop`."""

    def __init__(
        self, hub: Hub, *, host: str = DEFAULT_HOST, port: int = DEFAULT_PORT, max_bytes: int = DEFAULT_MAX_BYTES
    ) -> None:
        self._hub = hub
        self._host = host
        self._port = port
        self._max_bytes = max_bytes
        self._thread: ListeningThread | None = None

    @property
    def address(self) -> str:
        """The root address a program on this computer uses; empty while nothing listens."""
        return self._thread.address if self._thread is not None else ""

    @property
    def running(self) -> bool:
        """Whether it listens."""
        return self._thread is not None and self._thread.running

    def start(self) -> None:
        """Listen; raise PortTakenError when another program has the port, another OSError for an unusable address."""
        if self._thread is not None:
            return
        app = create_hub_app(self._hub, max_bytes=self._max_bytes)
        thread = ListeningThread(app, host=self._host, port=self._port)
        thread.start()
        self._thread = thread
        self._hub.webhooks.listener_started(self._host, thread.port)

    def stop(self) -> None:
        """Stop accepting, let requests finish and wait for the thread."""
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
            self._hub.webhooks.listener_stopped()


async def _health(request: Request) -> Response:
    """Answer that the program lives; nobody has signed in, so nothing is said about the college."""
    return JSONResponse({"success": True, "data": {"status": "ok", "version": __version__}})


async def _on_http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is no HTTP error")
    status = HTTPStatus(error.status_code)
    return error_response(status, status.name.lower(), _MESSAGES.get(status, error.detail), error.headers)
