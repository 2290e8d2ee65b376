"""HTTP/1.1 as the listener speaks it: httptools parses, and what uvicorn does not limit is limited here."""

import asyncio
import json
from http import HTTPStatus

import httptools
from starlette.types import Scope
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from hub_desktop.server.limits import ARRIVED

MAX_HEAD_BYTES = 64 * 1024
MAX_HEADERS = 100

_STATED_TWICE = ("Content-Length can't be present", "Transfer-Encoding can't be present")
_VERSIONS = frozenset({"1.0", "1.1"})


def error_body(code: str, message: str) -> bytes:
    """Return the one shape of every refusal: `{"success": false, "error": {"code", "message"}}`."""
    return json.dumps({"success": False, "error": {"code": code, "message": message}}, separators=(",", ":")).encode()


class _HeadTooLargeError(Exception):
    """The head of a request is larger than anybody needs."""


class _NotSpokenError(Exception):
    """A request wants what is not spoken here."""


def protocol_with_deadline(seconds: float, most_connections: int | None) -> type[HttpToolsProtocol]:
    """Return uvicorn's HTTP protocol with a deadline and a size for the head of each request.

    uvicorn itself times only the pause between two requests of a connection, and httptools takes heads of any size.
    Of more than `most_connections` the newest is dropped without an answer, however silent the others are.
    """

    class DeadlineProtocol(HttpToolsProtocol):
        _deadline: asyncio.TimerHandle | None = None
        _head_bytes = 0
        _measured = 0
        _in_head = False
        _refused = False
        _plain_left: int | None = None

        # As uvicorn declares it, for what is accepted on a socket is always a Transport.
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            if most_connections is not None and len(self.connections) > most_connections:
                self._refused = True
                transport.abort()
                return
            self._deadline = self.loop.call_later(seconds, transport.close)

        def data_received(self, data: bytes) -> None:
            if self._refused:
                return
            self._unset_keepalive_if_required()
            if self._plain_left is not None:
                self._take_plain(data)
                return
            self._measured = self._head_bytes + len(data)
            try:
                self.parser.feed_data(data)
            except httptools.HttpParserUpgrade as upgrade:
                self._disarm()
                self._take_plain(data[upgrade.args[0] :])
                return
            except httptools.HttpParserError as error:
                self._refuse(error)
                return
            if self._busy():
                self._disarm()
                self._head_bytes = 0
                return
            self._head_bytes += len(data)
            if self._head_bytes > MAX_HEAD_BYTES:
                self._refuse(_HeadTooLargeError())
            elif self._deadline is None:
                self._deadline = self.loop.call_later(seconds, self.transport.close)

        def on_message_begin(self) -> None:
            self._in_head = True
            super().on_message_begin()

        def on_header(self, name: bytes, value: bytes) -> None:
            # Not those behind the last chunk: uvicorn would add them to headers that are being looked at already.
            if self._in_head:
                super().on_header(name, value)

        def on_headers_complete(self) -> None:
            self._in_head = False
            # What came at once and is small as a whole need not be measured.
            if len(self.headers) > MAX_HEADERS or (self._measured > MAX_HEAD_BYTES < self._head_size()):
                raise _HeadTooLargeError
            version = self.parser.get_http_version()
            hosts = [name for name, _ in self.headers].count(b"host")
            if version not in _VERSIONS or hosts > 1 or (not hosts and version == "1.1"):
                raise _NotSpokenError
            if self.parser.should_upgrade():
                # Java's own client asks for HTTP/2 with each first request. It is answered as if it had not asked, but
                # the parser takes the body for the other protocol: so the body is counted off here.
                self._plain_left = self._stated_length()
            super().on_headers_complete()
            cycle = self.cycle
            scope: Scope = self.scope  # type: ignore[assignment]
            scope[ARRIVED] = lambda: not cycle.more_body
            if self._plain_left is not None:
                cycle.keep_alive = False

        def on_message_complete(self) -> None:
            if self._plain_left is None:
                super().on_message_complete()

        def connection_lost(self, exc: Exception | None) -> None:
            self._disarm()
            super().connection_lost(exc)

        def _head_size(self) -> int:
            return len(self.url) + sum(len(name) + len(value) for name, value in self.headers)

        def _stated_length(self) -> int:
            if any(name == b"transfer-encoding" for name, _ in self.headers):
                raise _NotSpokenError
            return next((int(value) for name, value in self.headers if name == b"content-length"), 0)

        def _take_plain(self, data: bytes) -> None:
            """Take what came after the head of a request that asked for another protocol, up to its end."""
            left = self._plain_left or 0
            piece = data[:left]
            self._plain_left = left - len(piece)
            if piece:
                self.on_body(piece)
            if not self._plain_left:
                self._refused = True
                super().on_message_complete()

        def _busy(self) -> bool:
            """Tell whether a request, whole or up to its body, is being answered."""
            cycle: RequestResponseCycle | None = self.cycle
            return cycle is not None and not cycle.response_complete

        def _refuse(self, error: Exception) -> None:
            """Answer what is no request we can take, and close: nobody knows where the next one would begin."""
            self._refused = True
            if isinstance(error, _HeadTooLargeError) or isinstance(error.__context__, _HeadTooLargeError):
                status, code = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "head_too_large"
                message = f"The headers are larger than {MAX_HEAD_BYTES} bytes, or more than {MAX_HEADERS}."
            elif str(error).startswith(_STATED_TWICE):
                status, code = HTTPStatus.BAD_REQUEST, "ambiguous_length"
                message = "Send Content-Length or Transfer-Encoding, not both."
            else:
                status, code = HTTPStatus.BAD_REQUEST, "bad_request"
                message = "This is no HTTP request that can be read."
            if self._busy() and self.cycle.response_started:
                # Half an answer went out already; nothing can be added to it.
                self.transport.close()
                return
            if self._busy():
                self.cycle.disconnected = True
                self.cycle.message_event.set()
            body = error_body(code, message)
            head = (
                f"HTTP/1.1 {status.value} {status.phrase}\r\ncontent-type: application/json\r\n"
                f"content-length: {len(body)}\r\nconnection: close\r\n\r\n"
            )
            self.transport.write(head.encode("ascii") + body)
            self.transport.close()

        def _disarm(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

    return DeadlineProtocol
