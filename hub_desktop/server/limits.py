"""Limits on what a client may send, and the one shape in which every refusal is answered."""

import asyncio
import logging
import time
from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

DEFAULT_MAX_BYTES = 1024 * 1024
DEFAULT_DEADLINE_SECONDS = 10.0
ARRIVED = "hub.arrived"
"""Under which the protocol tells in the scope of a request, when asked, whether its body is all there."""

_DRAIN_SECONDS = 1.0
_DRAIN_BODIES = 8
_MOST_DIGITS = 18


def error_response(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Return the answer `{"success": false, "error": {"code", "message"}}` with the given HTTP status."""
    content = {"success": False, "error": {"code": code, "message": message}}
    return JSONResponse(content, status_code=status, headers=headers)


class _RefusalError(Exception):
    """A request that is answered by the limits and never reaches the program."""

    def __init__(self, status: int, code: str, message: str, *, drain: bool = False) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.drain = drain


class RequestLimits:
    """ASGI middleware that hands on a request only once its body has arrived whole, small and in time.

    `max_bytes` is the largest body; `deadline_seconds` is how long the whole body may take. Refusals: 400
    (framing stated twice), 408 (too slow), 413 (too large), 415 (compressed). An unexpected exception of the
    program becomes a logged 500. Every one of them closes the connection.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        max_bytes: int = DEFAULT_MAX_BYTES,
        deadline_seconds: float = DEFAULT_DEADLINE_SECONDS,
    ) -> None:
        self.app = app
        self.max_bytes = max_bytes
        self.deadline_seconds = deadline_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request: hand it on, or refuse it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = _Head.of(scope)
        try:
            self._check(head)
            if head.has_body:
                receive = await self._whole_body(scope, receive)
        except _RefusalError as refusal:
            # A client told to wait for "100 Continue" has sent no body that would need draining.
            drain = refusal.drain and head.has_body and not head.expects
            await self._refuse(refusal, drain, scope, receive, send)
        except _DisconnectedError:
            logger.debug("the client left before its request had arrived")
        else:
            await self._call_program(scope, receive, send)

    def _check(self, head: "_Head") -> None:
        if head.lengths and head.transfer:
            # Two programs may disagree on where such a request ends (RFC 9112, section 6.3).
            raise _RefusalError(400, "ambiguous_length", "Send Content-Length or Transfer-Encoding, not both.")
        if head.transfer and [value.strip().lower() for value in head.transfer] != [b"chunked"]:
            raise _RefusalError(415, "unsupported_encoding", "Send the body uncompressed, in plain chunks.", drain=True)
        encodings = [part.strip().lower() for value in head.encodings for part in value.split(b",")]
        if any(encoding not in {b"", b"identity"} for encoding in encodings):
            raise _RefusalError(415, "unsupported_encoding", "Send the body uncompressed.", drain=True)
        for length in head.lengths:
            # Only digits of ASCII are digits to bytes.
            if not length.isdigit():
                raise _RefusalError(400, "invalid_length", "Content-Length is not a number.")
            if len(length.lstrip(b"0")) > _MOST_DIGITS or int(length) > self.max_bytes:
                raise self._too_large(drain=True)

    def _too_large(self, *, drain: bool) -> _RefusalError:
        message = f"The body is larger than {self.max_bytes} bytes."
        return _RefusalError(413, "body_too_large", message, drain=drain)

    async def _whole_body(self, scope: Scope, receive: Receive) -> Receive:
        """Read the body to its end and return a `receive` that gives it in one piece."""
        arrived = scope.get(ARRIVED)
        if arrived is not None and arrived():
            # All of it is there, so that nothing need be timed.
            body, more = await _next_chunk(receive)
            if len(body) > self.max_bytes:
                raise self._too_large(drain=more)
        else:
            body, more = b"", True
        if more:
            body = await self._slow_body(receive, body)
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive_whole() -> Message:
            return whole.pop() if whole else await receive()

        return receive_whole

    async def _slow_body(self, receive: Receive, begun: bytes) -> bytes:
        body = bytearray(begun)
        more = True
        try:
            async with asyncio.timeout(self.deadline_seconds):
                while more:
                    chunk, more = await _next_chunk(receive)
                    body += chunk
                    if len(body) > self.max_bytes:
                        raise self._too_large(drain=more)
        except TimeoutError:
            message = f"The body did not arrive within {self.deadline_seconds:g} seconds."
            raise _RefusalError(408, "too_slow", message, drain=True) from None
        return bytes(body)

    async def _refuse(self, refusal: _RefusalError, drain: bool, scope: Scope, receive: Receive, send: Send) -> None:
        response = error_response(refusal.status, refusal.code, str(refusal), {"Connection": "close"})
        if not drain:
            await response(scope, receive, send)
            return
        # Closing while the client still sends makes the kernel reset the connection, and the answer would be
        # lost: so the whole answer goes out, the rest of the body is thrown away for a moment, then it closes.
        status, headers = refusal.status, response.raw_headers
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": bytes(response.body), "more_body": True})
        await self._drain(receive)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _drain(self, receive: Receive) -> None:
        remaining = self.max_bytes * _DRAIN_BODIES
        more = True
        try:
            async with asyncio.timeout(min(_DRAIN_SECONDS, self.deadline_seconds)):
                while more and remaining > 0:
                    chunk, more = await _next_chunk(receive)
                    remaining -= len(chunk)
        except (TimeoutError, _DisconnectedError):
            return

    async def _call_program(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = False

        async def send_noting_start(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        begin = time.monotonic()
        try:
            await self.app(scope, receive, send_noting_start)
        except Exception:
            seconds = time.monotonic() - begin
            # The path alone: a query or a header may hold a secret.
            logger.exception("%s %s failed after %.3f s", scope["method"], scope["path"], seconds)
            if started:
                # Half an answer must not pass for a whole one: the server closes the connection.
                raise
            message = "The program met an error of its own; its log says more."
            response = error_response(500, "internal_error", message, {"Connection": "close"})
            await response(scope, receive, send)


class _DisconnectedError(Exception):
    """The client left while its body was being read."""


async def _next_chunk(receive: Receive) -> tuple[bytes, bool]:
    """Return the next piece of a body and whether more follow; raise `_DisconnectedError` when the client left."""
    message = await receive()
    if message["type"] == "http.disconnect":
        raise _DisconnectedError
    return message.get("body", b""), bool(message.get("more_body", False))


class _Head(Struct):
    """What the limits want to know of the head of a request; read in one go, for it is done for each."""

    lengths: Sequence[bytes] = ()
    transfer: Sequence[bytes] = ()
    encodings: Sequence[bytes] = ()
    expects: bool = False

    @classmethod
    def of(cls, scope: Scope) -> "_Head":
        """Read the headers of a request."""
        head = cls()
        for name, value in scope["headers"]:
            if name == b"content-length":
                head.lengths = (*head.lengths, value)
            elif name == b"transfer-encoding":
                head.transfer = (*head.transfer, value)
            elif name == b"content-encoding":
                head.encodings = (*head.encodings, value)
            elif name == b"expect":
                head.expects = True
        return head

    @property
    def has_body(self) -> bool:
        """Whether a body follows."""
        return bool(self.transfer) or any(length.strip(b"0") for length in self.lengths)
