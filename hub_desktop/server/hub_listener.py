"""The hub's own listener: whether it lives, the webhooks of other systems, and attendance devices that push."""

import asyncio
import logging
import ssl
import threading
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from hub_desktop import __version__
from hub_desktop.core.errors import HubError
from hub_desktop.core.listener_settings import ListenerSettings
from hub_desktop.core.signature import SIGNATURE_HEADER
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.listener_settings import unusable
from hub_desktop.hub.webhooks import WrongSignatureError
from hub_desktop.server.api.mounting import Api
from hub_desktop.server.devices import device_routes
from hub_desktop.server.limits import DEFAULT_MAX_BYTES, RequestLimits, error_response
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.tls import tls_context

_RETRY_SECONDS: Final = 30
# Deliveries are written one after the other anyway; more threads would only wait for the file's lock.
_DELIVERIES_AT_ONCE: Final = 8
_MOST_DIGITS: Final = 18
_MESSAGES: Final = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method.",
}
logger = logging.getLogger(__name__)


def create_hub_app(
    hub: Hub, *, max_bytes: int = DEFAULT_MAX_BYTES, devices: bool = True, api: Api | None = None
) -> Starlette:
    """Return the application that answers other programs; `max_bytes` is the largest body of a delivery.

    `devices` says whether attendance devices are answered here too, rather than on a port of their own. An `api` that
    is given is closed by whoever gave it, before the listener ends.
    """
    webhooks = _Webhooks(hub)
    routes = [
        Route("/health", _health, methods=["GET"]),
        Route("/api/webhooks/integrations/{integration_id}", webhooks.receive, methods=["POST"]),
        *(api or Api(hub)).routes(),
        *(device_routes(hub) if devices else ()),
    ]
    return _app(routes, max_bytes)


def create_device_app(hub: Hub, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Starlette:
    """Return the application that answers attendance devices and nobody else."""
    return _app(device_routes(hub), max_bytes)


def _app(routes: Sequence[BaseRoute], max_bytes: int) -> Starlette:
    app = Starlette(
        routes=routes,
        middleware=[Middleware(RequestLimits, max_bytes=max_bytes)],
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
            self._hub.listener_settings.started(self.address, self.device_address)

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
        self._thread = _started(app, host, port, tls=None if files is None else tls_context(files))
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
        self._thread = self._device_thread = self._api = None


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


class _Webhooks:
    """The seed's webhook, `POST /api/webhooks/integrations/{id}`."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._free = asyncio.Semaphore(_DELIVERIES_AT_ONCE)

    async def receive(self, request: Request) -> Response:
        """Answer 202 once the delivery is on disk, and the very same 401 for everything that is not signed right."""
        integration_id = _number(request.path_params["integration_id"])
        signatures = request.headers.getlist(SIGNATURE_HEADER)
        if integration_id is None or len(signatures) != 1:
            return _invalid_signature()
        body = await request.body()
        try:
            async with self._free:
                kept = await run_in_threadpool(self._hub.webhooks.receive, integration_id, signatures[0], body)
        except WrongSignatureError:
            return _invalid_signature()
        except Exception:
            # Whatever it is, a full disk or a locked keyring, nothing was acknowledged and the sender may try again.
            logger.exception("a delivery to integration %d could not be kept", integration_id)
            return error_response(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "not_stored",
                "The delivery could not be stored now. Send it again later.",
                {"Retry-After": str(_RETRY_SECONDS)},
            )
        data = {"deliveryId": kept.delivery_id, "repeated": kept.repeated}
        return JSONResponse({"success": True, "data": data}, status_code=HTTPStatus.ACCEPTED)


async def _health(request: Request) -> Response:
    """Answer that the program lives; nobody has signed in, so nothing is said about the college."""
    return JSONResponse({"success": True, "data": {"status": "ok", "version": __version__}})


def _invalid_signature() -> Response:
    message = f"The delivery must carry one {SIGNATURE_HEADER} header that signs its raw body."
    return error_response(HTTPStatus.UNAUTHORIZED, "invalid_signature", message)


def _number(written: str) -> int | None:
    plain = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS and not written.startswith("0")
    return int(written) if plain else None


async def _on_http_error(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError(f"{type(error).__name__} is no HTTP error")
    status = HTTPStatus(error.status_code)
    return error_response(status, status.name.lower(), _MESSAGES.get(status, error.detail), error.headers)
