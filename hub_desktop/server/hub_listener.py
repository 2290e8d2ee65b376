"""The hub's own listener: whether it lives, the webhooks of other systems, and attendance devices that push."""

import logging
import ssl
import threading
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from hub_desktop import __version__
from hub_desktop.core.errors import HubError
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.listener_settings import unusable
from hub_desktop.hub.self_test import Listener
from hub_desktop.server.api.mounting import Api
from hub_desktop.server.devices import device_routes
from hub_desktop.server.limits import DEFAULT_DEADLINE_SECONDS, DEFAULT_MAX_BYTES, RequestLimits, error_response
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.tls import tls_context
from hub_desktop.server.webhook_door import WebhookDoor

logger = logging.getLogger(__name__)

_MESSAGES: Final = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method.",
}


def create_hub_app(
    hub: Hub,
    *,
    max_bytes: int = DEFAULT_MAX_BYTES,
    deadline_seconds: float = DEFAULT_DEADLINE_SECONDS,
    devices: bool = True,
    api: Api | None = None,
) -> Starlette:
    """Return the application that answers other programs; `max_bytes` is the largest body, which has a deadline.

    `devices` says whether attendance devices are answered here too, rather than on a port of their own. An `api` that
    is given is closed by whoever gave it, before the listener ends.
    """
    routes = [
        Route("/health", _health, methods=["GET"]),
        *(api or Api(hub)).routes(),
        *(device_routes(hub) if devices else ()),
    ]
    return _app(routes, max_bytes, deadline_seconds, Middleware(WebhookDoor, hub=hub))


def create_device_app(hub: Hub, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Starlette:
    """Return the application that answers attendance devices and nobody else."""
    return _app(device_routes(hub), max_bytes, DEFAULT_DEADLINE_SECONDS)


def _app(routes: Sequence[BaseRoute], max_bytes: int, deadline_seconds: float, *doors: Middleware) -> Starlette:
    app = Starlette(
        routes=routes,
        middleware=[Middleware(RequestLimits, max_bytes=max_bytes, deadline_seconds=deadline_seconds), *doors],
        exception_handlers={HTTPException: _on_http_error},
    )
    # A redirect would send a delivery a second time; an address is right or it is not.
    app.router.redirect_slashes = False
    return app


class HubListener:
    """Serves the hub to other programs as its settings say, on threads of its own, between `start` and `stop`.

    `host` and `port` go before the settings; with one of them given it listens even where it is switched off there.
    Safe to call from any thread but those that answer requests.
    """

    def __init__(
        self, hub: Hub, *, host: str | None = None, port: int | None = None, max_bytes: int = DEFAULT_MAX_BYTES
    ) -> None:
        self._hub = hub
        self._host = host
        self._port = port
        self._max_bytes = max_bytes
        self._lock = threading.RLock()
        self._thread: ListeningThread | None = None
        self._device_thread: ListeningThread | None = None
        self._place: Listener | None = None
        self._api: Api | None = None

    @property
    def address(self) -> str:
        """The root address a program on this computer uses; empty while nothing listens."""
        thread = self._thread
        return thread.address if thread is not None else ""

    @property
    def device_address(self) -> str:
        """The root address of the port that devices have for themselves; empty where they have none."""
        thread = self._device_thread
        return thread.address if thread is not None else ""

    @property
    def running(self) -> bool:
        """Whether it listens."""
        thread = self._thread
        return thread is not None and thread.running

    def start(self) -> None:
        """Listen as the settings say, where they say so; what became of it is remembered for `doctor`.

        Raises PortTakenError when another program has the port, ConfigurationError for an unusable address or
        certificate, and VaultError when the password of the key cannot be read.
        """
        with self._lock:
            settings = self._hub.listener_settings.settings()
            if self._thread is not None or not (settings.on or self._host or self._port is not None):
                return
            try:
                self._listen(settings)
            except HubError as error:
                self._stop()
                self._hub.listener_settings.failed(error.sentence)
                raise
            self._hub.listener_settings.started(self.address, self.device_address, place=self._place)

    def restart(self) -> str:
        """Listen anew as the settings are now; return why it cannot, as a sentence, or the empty string."""
        with self._lock:
            self.stop()
            try:
                self.start()
            except HubError as error:
                logger.warning("the listener does not listen: %s", error.detail)
                return error.sentence
            return ""

    def stop(self) -> None:
        """Stop accepting, let requests finish and wait for the threads."""
        with self._lock:
            if self._thread is not None:
                self._stop()
                self._hub.listener_settings.started("")

    def _listen(self, settings: ListenerSettings) -> None:
        files = self._hub.listener_settings.tls_files()
        host, port = self._host or settings.host, settings.port if self._port is None else self._port
        alone = settings.device_push and settings.device_port is not None
        self._api = Api(self._hub)
        app = create_hub_app(self._hub, max_bytes=self._max_bytes, devices=not alone, api=self._api)
        thread = _started(app, host, port, tls=None if files is None else tls_context(files))
        self._thread = thread
        self._place = Listener(host, thread.port, thread.encrypted)
        if alone and settings.device_port is not None:
            for_devices = create_device_app(self._hub, max_bytes=self._max_bytes)
            place = settings.device_host or host
            self._device_thread = _started(for_devices, place, settings.device_port, name="hub-device-listener")

    def _stop(self) -> None:
        if self._api is not None:
            # Its streams of events would go on for good.
            self._api.close()
        for thread in (self._device_thread, self._thread):
            if thread is not None:
                thread.stop()
        self._thread = self._device_thread = self._place = self._api = None


def _started(
    app: Starlette, host: str, port: int, *, tls: ssl.SSLContext | None = None, name: str = "hub-listener"
) -> ListeningThread:
    thread = ListeningThread(app, host=host, port=port, name=name, tls=tls)
    try:
        thread.start()
    except OSError as error:
        raise unusable(host, port, error) from error
    except RuntimeError as error:
        sentence = "The listener could not be started. Please send the log to your IT team."
        raise HubError(sentence, f"{error}: {error.__cause__}") from error
    return thread


async def _health(request: Request) -> Response:
    """Answer that the program lives; nobody has signed in, so nothing is said about the college."""
    return JSONResponse({"success": True, "data": {"status": "ok", "version": __version__}})


async def _on_http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is no HTTP error")
    status = HTTPStatus(error.status_code)
    return error_response(status, status.name.lower(), _MESSAGES.get(status, error.detail), error.headers)
