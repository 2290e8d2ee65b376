"""The hub's own listener: whether it lives, and the webhooks of other systems."""

import asyncio
import logging
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from hub_desktop import __version__
from hub_desktop.core.signature import SIGNATURE_HEADER
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.webhooks import WrongSignatureError
from hub_desktop.server.api.mounting import Api
from hub_desktop.server.limits import DEFAULT_MAX_BYTES, RequestLimits, error_response
from hub_desktop.server.listening import ListeningThread

DEFAULT_HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8765

_RETRY_SECONDS: Final = 30
# Deliveries are written one after the other anyway; more threads would only wait for the file's lock.
_DELIVERIES_AT_ONCE: Final = 8
_MOST_DIGITS: Final = 18
_MESSAGES: Final = {
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.METHOD_NOT_ALLOWED: "This address does not take this method.",
}
logger = logging.getLogger(__name__)


def create_hub_app(hub: Hub, *, max_bytes: int = DEFAULT_MAX_BYTES, api: Api | None = None) -> Starlette:
    """Return the application that answers other programs; `max_bytes` is the largest body of a delivery.

    An `api` that is given is closed by whoever gave it, before the listener ends.
    """
    webhooks = _Webhooks(hub)
    app = Starlette(
        routes=[
            Route("/health", _health, methods=["GET"]),
            Route("/api/webhooks/integrations/{integration_id}", webhooks.receive, methods=["POST"]),
            *(api or Api(hub)).routes(),
        ],
        middleware=[Middleware(RequestLimits, max_bytes=max_bytes)],
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
        self._api = Api(hub)

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
        self._api = Api(self._hub)
        app = create_hub_app(self._hub, max_bytes=self._max_bytes, api=self._api)
        thread = ListeningThread(app, host=self._host, port=self._port)
        thread.start()
        self._thread = thread

    def stop(self) -> None:
        """Stop accepting, let requests finish and wait for the thread."""
        if self._thread is not None:
            self._api.close()
            self._thread.stop()
            self._thread = None


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
