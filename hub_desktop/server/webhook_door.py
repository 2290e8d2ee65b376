"""Where deliveries come in: `POST /api/webhooks/integrations/{id}` and `…/{id}/{name}`.

It stands in front of the routes, because it is asked thousands of times a second: a router, a request object and a
thread for each delivery would cost more than verifying and storing it.
"""

import asyncio
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from hub_desktop.core.signature import SIGNED_HEADERS
from hub_desktop.hub.doors import Door
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.reception import Reception, TooManyDeliveriesError, WrongSignatureError
from hub_desktop.server.limits import error_response
from hub_desktop.store.delivery_writer import Incoming, Kept

PREFIX: Final = "/api/webhooks/integrations/"

_RETRY_SECONDS: Final = 30
_MOST_DIGITS: Final = 18
_LONGEST_NAME: Final = 200
_MOST_DELAYED: Final = 8
"""Wrong deliveries whose answer waits at a time; more of them would hold the connections of those who sign right."""
_HEADERS: Final = ", ".join(", ".join(names) for names in SIGNED_HEADERS.values())
logger = logging.getLogger(__name__)


class WebhookDoor:
    """ASGI middleware that answers deliveries and hands everything else on."""

    def __init__(self, app: ASGIApp, *, hub: Hub) -> None:
        self.app = app
        self._reception = hub.reception
        self._handover = _Handover(hub.reception)
        self._delayed = 0
        self._looking: asyncio.Task[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a delivery 202 once it is on disk, and the very same 401 for everything that is not signed right."""
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self.app(scope, receive, send)
            return
        written, slash, name = scope["path"][len(PREFIX) :].partition("/")
        if not written or (slash and not name) or "/" in name or len(name) > _LONGEST_NAME:
            response: Response = error_response(HTTPStatus.NOT_FOUND, "not_found", "There is nothing at this address.")
        elif scope["method"] != "POST":
            message = "This address does not take this method."
            response = error_response(HTTPStatus.METHOD_NOT_ALLOWED, "method_not_allowed", message, {"Allow": "POST"})
        else:
            body = await _whole(receive)
            if body is None:
                return
            taken = await self._taken(_number(written), name, scope, body)
            if isinstance(taken, Kept):
                await _acknowledge(taken, send)
                return
            response = taken
        await response(scope, receive, send)

    async def _taken(self, asked: int, name: str, scope: Scope, body: bytes) -> Kept | Response:
        """Return where a delivery lies on disk, or the answer to one that is not taken."""
        client = scope.get("client")
        sender = str(client[0]) if client else ""
        try:
            door = await self._door(asked)
            try:
                incoming = self._reception.check(door, scope["headers"], body, name=name, sender=sender)
            except WrongSignatureError:
                if self._reception.doubtful():
                    door = await run_in_threadpool(self._reception.look_up, asked)
                try:
                    incoming = self._reception.check(door, scope["headers"], body, name=name, sender=sender)
                except WrongSignatureError:
                    return await self._refused(door, asked, sender)
        except TooManyDeliveriesError as error:
            return _for_now(error.pause, error.sentence)
        except Exception:
            # A locked keyring or a disk that cannot be read; nothing was acknowledged and the sender may try again.
            logger.exception("a delivery to integration %d could not be verified", asked)
            return _not_stored()
        return await self._kept(incoming)

    async def _door(self, asked: int) -> Door:
        door = self._reception.known(asked)
        if door is None:
            return await run_in_threadpool(self._reception.look_up, asked)
        if self._looking is None and self._reception.aging():
            self._looking = asyncio.create_task(self._look_again(asked))
        return door

    async def _kept(self, incoming: Incoming) -> Kept | Response:
        kept = await self._handover.kept(incoming)
        if isinstance(kept, Exception):
            # Whatever it is, a full disk or another process that writes: nothing was acknowledged.
            logger.error("a delivery to integration %d could not be kept: %s", incoming.integration_id, kept)
            return _not_stored()
        return kept

    async def _refused(self, door: Door, asked: int, sender: str) -> Response:
        slowed = self._reception.refuse(door, asked, sender)
        if slowed.pause or (slowed.delay and self._delayed >= _MOST_DELAYED):
            message = "Too many deliveries from this address were not signed right. Correct the secret first."
            return _for_now(slowed.pause or 1, message)
        if slowed.delay:
            self._delayed += 1
            try:
                await asyncio.sleep(slowed.delay)
            finally:
                self._delayed -= 1
        message = (
            f"The delivery is not signed as it should be. Sign the raw body, and send each header once: {_HEADERS}."
        )
        return error_response(HTTPStatus.UNAUTHORIZED, "invalid_signature", message)

    async def _look_again(self, asked: int) -> None:
        try:
            await run_in_threadpool(self._reception.look_up, asked)
        except Exception:
            logger.warning("the webhooks could not be looked up again", exc_info=True)
        finally:
            self._looking = None


async def _acknowledge(kept: Kept, send: Send) -> None:
    # Written out, for it is the one answer that is given thousands of times a second.
    repeated = b"true" if kept.repeated else b"false"
    body = b'{"success":true,"data":{"deliveryId":%d,"repeated":%b}}' % (kept.delivery_id, repeated)
    headers = [(b"content-type", b"application/json"), (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 202, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": False})


class _Handover:
    """Brings deliveries to the thread that stores them and its answers back, those of one turn of the loop together.

    Handed over one by one they would wake that thread at the first, and the others would wait for its commit.
    """

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._incoming: list[Incoming] = []
        self._futures: list[asyncio.Future[Kept | Exception]] = []

    def kept(self, incoming: Incoming) -> "asyncio.Future[Kept | Exception]":
        """Return what is to be known of a delivery once it is committed."""
        loop = asyncio.get_running_loop()
        if not self._incoming:
            loop.call_soon(self._pass_on, loop)
        future: asyncio.Future[Kept | Exception] = loop.create_future()
        self._incoming.append(incoming)
        self._futures.append(future)
        return future

    def _pass_on(self, loop: asyncio.AbstractEventLoop) -> None:
        incoming, futures = self._incoming, self._futures
        self._incoming, self._futures = [], []

        def done(answers: Sequence[Kept | Exception]) -> None:
            try:
                loop.call_soon_threadsafe(_answer, futures, answers)
            except RuntimeError:
                # The loop has ended, and with it whoever waited; what was committed stays so.
                logger.info("%d deliveries were answered after the listener had stopped", len(answers))

        self._reception.keep(incoming, done)


def _answer(futures: "list[asyncio.Future[Kept | Exception]]", answers: Sequence[Kept | Exception]) -> None:
    for future, answer in zip(futures, answers, strict=True):
        if not future.done():
            future.set_result(answer)


async def _whole(receive: Receive) -> bytes | None:
    """Return the body, None where the client left; the limits in front of us hand it on in one piece."""
    body = b""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        piece: bytes = message.get("body", b"")
        body = body + piece if body else piece
        if not message.get("more_body", False):
            return body


def _for_now(pause: int, message: str) -> Response:
    return error_response(HTTPStatus.TOO_MANY_REQUESTS, "too_many", message, {"Retry-After": str(pause)})


def _not_stored() -> Response:
    message = "The delivery could not be stored now. Send it again later."
    headers = {"Retry-After": str(_RETRY_SECONDS)}
    return error_response(HTTPStatus.SERVICE_UNAVAILABLE, "not_stored", message, headers)


def _number(written: str) -> int:
    """Return the number of an integration, 0, which none has, for everything else."""
    plain = written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS and not written.startswith("0")
    return int(written) if plain else 0
