"""A small real HTTP server on the loopback for tests: handlers are plain functions, requests are recorded."""

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit


@dataclass
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    params: list[tuple[str, str]]
    headers: dict[str, str]
    body: bytes

    def param(self, name: str, default: str = "") -> str:
        """Return the first value of a query parameter."""
        return next((value for key, value in self.params if key == name), default)


@dataclass
class Reply:
    """What a handler answers; a `stream` function writes raw bytes to the socket after the headers instead."""

    body: bytes = b""
    status: int = 200
    headers: list[tuple[str, str]] = field(default_factory=list)
    content_type: str = "application/json"
    stream: Callable[[socket.socket, threading.Event], None] | None = None
    raw: bool = False
    """The stream writes status line and headers too."""


def as_json(value: Any, status: int = 200, **headers: str) -> Reply:
    """Return a JSON reply; underscores in header names become hyphens."""
    pairs = [(name.replace("_", "-"), text) for name, text in headers.items()]
    return Reply(json.dumps(value).encode(), status, pairs)


Handler = Callable[[Asked], Reply]


class HttpServer:
    """A threaded server on 127.0.0.1; use as a context manager."""

    def __init__(self, handler: Handler, context: Any = None) -> None:
        self.handler = handler
        self.asked: list[Asked] = []
        self.stopping = threading.Event()
        outer = self

        class _Request(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5
            disable_nagle_algorithm = True

            def _serve(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                parts = urlsplit(self.path)
                asked = Asked(
                    self.command,
                    parts.path,
                    parse_qsl(parts.query, keep_blank_values=True),
                    {name.lower(): value for name, value in self.headers.items()},
                    self.rfile.read(length),
                )
                outer.asked.append(asked)
                reply = outer.handler(asked)
                try:
                    self._answer(reply)
                except OSError:
                    self.close_connection = True

            def _answer(self, reply: Reply) -> None:
                if reply.stream is not None:
                    self.close_connection = True
                if not reply.raw:
                    self.send_response(reply.status)
                    if reply.content_type:
                        self.send_header("Content-Type", reply.content_type)
                    for name, value in reply.headers:
                        self.send_header(name, value)
                    if reply.stream is None:
                        self.send_header("Content-Length", str(len(reply.body)))
                    self.end_headers()
                if reply.stream is not None:
                    self.wfile.flush()
                    reply.stream(self.connection, outer.stopping)
                else:
                    self.wfile.write(reply.body)

            do_GET = do_POST = _serve  # noqa: N815

            def log_message(self, *_: Any) -> None:
                pass

        class _Server(ThreadingHTTPServer):
            daemon_threads = False
            block_on_close = True

            def handle_error(self, *_: Any) -> None:
                pass

            def process_request_thread(self, request: Any, client_address: Any) -> None:
                with outer._lock:
                    outer._connections.append(request)
                super().process_request_thread(request, client_address)

        self._lock = threading.Lock()
        self._connections: list[socket.socket] = []
        self._server = _Server(("127.0.0.1", 0), _Request)
        self._scheme = "http"
        if context is not None:
            self._scheme = "https"
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def port(self) -> int:
        """The port the system picked."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The base address."""
        return f"{self._scheme}://127.0.0.1:{self.port}"

    def settle(self) -> None:
        """Wait until the connections whose other side has gone are closed here too."""
        threads = self._server._threads
        for thread in list(threads or ()):
            thread.join(2)

    def __enter__(self) -> "HttpServer":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        with self._lock:
            for connection in self._connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self._server.server_close()
        self._thread.join(5)


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
