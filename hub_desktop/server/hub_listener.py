"""The hub's own listener: whether it lives, the webhooks of other systems, and attendance devices that push."""

import logging
import ssl
import threading
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from msgspec import Struct
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
from hub_desktop.store.certificate_files import read_certificate

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


class _Wanted(Struct, frozen=True):
    """How it is to be listened, and what told so."""

    heeded: str
    settings: ListenerSettings
    tls: ssl.SSLContext | None
    names: tuple[str, ...]
    """What the certificate is for."""


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
        self._heeded = ""
        self._problem = ""

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

    @property
    def problem(self) -> str:
        """What does not work although it listens, as a sentence; empty where all is well."""
        return self._problem

    def start(self) -> None:
        """Listen as the settings say, where they say so; what became of it is remembered for `doctor`.

        Raises PortTakenError when another program has the port, ConfigurationError for an unusable address or
        certificate, and VaultError when the password of the key cannot be read. That the port for devices alone cannot
        be used is a `problem` instead: everybody else is listened to.
        """
        with self._lock:
            if self._thread is not None:
                return
            try:
                wanted = self._wanted()
                if wanted is not None:
                    self._listen(wanted)
            except HubError as error:
                self._failed(error)
                raise

    def restart(self) -> str:
        """Listen as the settings are now; return what does not work, as a sentence, or the empty string.

        What listens as they say already goes on, and so does everything while a new certificate cannot be used.
        """
        with self._lock:
            if self.running and self._hub.listener_settings.fingerprint() == self._heeded:
                self._listen_for_devices(self._hub.listener_settings.settings())
                self._tell()
                return self._problem
            try:
                wanted = self._wanted()
                self.stop()
                if wanted is not None:
                    self._listen(wanted)
            except HubError as error:
                logger.warning("the listener does not listen as its settings say: %s", error.detail)
                if not self.running:
                    self._failed(error)
                    return error.sentence
                # Nothing was let go of: a certificate that is renewed by half now may be whole at the next look.
                self._problem = error.sentence
                self._tell()
                return error.sentence
            return self._problem

    def stop(self) -> None:
        """Stop accepting, let requests finish and wait for the threads."""
        with self._lock:
            if self._thread is not None:
                self._stop()
                self._hub.listener_settings.started("")

    def _wanted(self) -> _Wanted | None:
        """Return what the settings say, None where they say not to listen; raise HubError for the certificate."""
        heeded, settings = self._hub.listener_settings.fingerprint(), self._hub.listener_settings.settings()
        if not (settings.on or self._host or self._port is not None):
            return None
        files = self._hub.listener_settings.tls_files()
        if files is None:
            return _Wanted(heeded, settings, None, ())
        return _Wanted(heeded, settings, tls_context(files), read_certificate(files).names)

    def _listen(self, wanted: _Wanted) -> None:
        settings = wanted.settings
        host, port = self._host or settings.host, settings.port if self._port is None else self._port
        self._api = Api(self._hub)
        app = create_hub_app(
            self._hub, max_bytes=self._max_bytes, devices=_device_port(settings) is None, api=self._api
        )
        thread = _started(app, host, port, tls=wanted.tls)
        self._thread = thread
        self._place = Listener(host, thread.port, thread.encrypted, wanted.names)
        self._heeded = wanted.heeded
        self._listen_for_devices(settings)
        self._tell()

    def _listen_for_devices(self, settings: ListenerSettings) -> None:
        """Listen on the port that devices have for themselves, where they have one; a failure is the `problem`."""
        self._problem = ""
        port = _device_port(settings)
        if port is None or self._device_thread is not None:
            return
        host = settings.device_host or self._host or settings.host
        app = create_device_app(self._hub, max_bytes=self._max_bytes)
        try:
            self._device_thread = _started(app, host, port, name="hub-device-listener")
        except HubError as error:
            logger.warning("the listener does not listen for devices: %s", error.detail)
            self._problem = f"Devices cannot push. {error.sentence}"

    def _failed(self, error: HubError) -> None:
        self._stop()
        self._hub.listener_settings.failed(error.sentence)

    def _tell(self) -> None:
        self._hub.listener_settings.started(self.address, self.device_address, place=self._place, problem=self._problem)

    def _stop(self) -> None:
        if self._api is not None:
            # Its streams of events would go on for good.
            self._api.close()
        for thread in (self._device_thread, self._thread):
            if thread is not None:
                thread.stop()
        self._thread = self._device_thread = self._place = self._api = None
        self._problem = ""


def _device_port(settings: ListenerSettings) -> int | None:
    return settings.device_port if settings.device_push else None


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
