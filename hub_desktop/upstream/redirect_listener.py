"""The one-shot listener on the loopback to which a browser comes back after a sign-in (RFC 8252, section 7.3)."""

import contextlib
import hmac
import logging
import os
import socket
import socketserver
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl

from hub_desktop.core.errors import CancelledError, ConfigurationError, SignInError

PATH = "/callback"
"""The only path that is listened to; it stands in the address that an upstream is told of."""

_HOST = "127.0.0.1"
_TICK_SECONDS = 0.05
_READ_SECONDS = 5.0
_REQUEST_SECONDS = 10.0
_MOST_CONNECTIONS = 16
_MOST_FIELDS = 50
_LONGEST_QUERY = 16 * 1024

_log = logging.getLogger(__name__)


class RedirectListener:
    """Takes one answer of a browser that knows `state`; a context manager, from binding the port to freeing it.

    A `port` of None is any that is free. Raises ConfigurationError when the port cannot be had. Whatever else comes
    (another path, method or state, a second answer) is refused and does not end the wait.
    """

    def __init__(self, name: str, state: str, port: int | None) -> None:
        self._name = name
        self._state = state
        self._lock = threading.Lock()
        self._brought: dict[str, str] | None = None
        self._told = threading.Event()
        try:
            self._server = _Server((_HOST, port or 0), self)
        except OSError as error:
            raise _port_taken(name, port or 0, error) from error
        self._thread = threading.Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": _TICK_SECONDS},
            name="sign-in listener",
            daemon=True,
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.drop_connections(0.0)
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The address to which the upstream sends the browser back."""
        return f"http://{_HOST}:{self._server.port}{PATH}"

    def wait(self, cancel: threading.Event, seconds: float) -> Mapping[str, str]:
        """Return the parameters the browser brought, once it has been answered.

        Raises CancelledError within a moment of `cancel`, and SignInError when nobody came within `seconds`.
        """
        ends = time.monotonic() + seconds
        while not self._told.wait(_TICK_SECONDS):
            if cancel.is_set():
                raise CancelledError(f"The sign-in to {self._name} was stopped.")
            if time.monotonic() > ends:
                raise SignInError(
                    f"The browser did not come back from {self._name} within {seconds / 60:.0f} minutes. Sign in "
                    f"again. If {self._name} showed an error about the redirect address, ask its administrator to "
                    f"allow {self.address}.",
                    f"no request with the right state came to {self.address}",
                )
            self._server.drop_connections(_REQUEST_SECONDS)
        return dict(self._brought or {})

    def take(self, target: str, host: str | None) -> tuple[int, bytes, bool]:
        """Judge a GET request; return status, page, and whether it is the answer that is waited for."""
        path, _, query = target.partition("?")
        # Another name for this computer would mean that a web page elsewhere had its own name lead here.
        if host != f"{_HOST}:{self._server.port}" or len(query) > _LONGEST_QUERY:
            return 400, _REFUSED, False
        if path != PATH:
            return 404, _REFUSED, False
        try:
            pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:
            return 400, _REFUSED, False
        brought = dict(pairs)
        given = brought.get("state", "").encode("utf-8", "replace")
        # RFC 6749, section 3.1: no parameter comes twice.
        if len(brought) < len(pairs) or not hmac.compare_digest(given, self._state.encode()):
            return 400, _REFUSED, False
        if not brought.get("code") and not brought.get("error"):
            return 400, _REFUSED, False
        with self._lock:
            if self._brought is not None:
                return 400, _REFUSED, False
            self._brought = brought
        return 200, _DECLINED if brought.get("error") else _THANKS, True

    def on_told(self) -> None:
        """Let the wait end, now that the browser has its page."""
        self._told.set()


class _Server(socketserver.ThreadingTCPServer):
    """A few short connections at a time, each on its thread: browsers open some that they never use."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 64
    # On Windows it would let another program listen on the same port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, address: tuple[str, int], listener: RedirectListener) -> None:
        self.listener = listener
        self._lock = threading.Lock()
        self._open: dict[socket.socket, float] = {}
        super().__init__(address, _Request)

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """Bind the port for this program alone."""
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        if exclusive is not None:
            self.socket.setsockopt(socket.SOL_SOCKET, exclusive, 1)
        super().server_bind()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve a connection, or close it at once where there are too many."""
        with self._lock:
            full = len(self._open) >= _MOST_CONNECTIONS
            if not full:
                self._open[request] = time.monotonic()
        if full:
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Close a connection and forget it."""
        with self._lock:
            self._open.pop(request, None)
        super().shutdown_request(request)

    def drop_connections(self, older_than: float) -> None:
        """End the connections that have been open for more than so many seconds."""
        before = time.monotonic() - older_than
        with self._lock:
            late = [connection for connection, since in self._open.items() if since <= before]
            for connection in late:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Note that a connection broke; a browser may close one at any time."""
        _log.debug("a connection to the sign-in listener broke", exc_info=True)


class _Request(BaseHTTPRequestHandler):
    """One request of a browser."""

    server: _Server
    timeout = _READ_SECONDS
    server_version = "HubDesktop"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a page, and let the wait end where this was the answer waited for."""
        # As it was written: the library makes one slash of several at the beginning of a path.
        target = self.requestline.split()[1]
        status, page, awaited = self.server.listener.take(target, self.headers.get("Host"))
        try:
            self._answer(status, page)
        finally:
            if awaited:
                self.server.listener.on_told()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse a request with a page that repeats nothing of it."""
        # The library says 501 for a method it finds no function for.
        self._answer(405 if code == 501 else code, _REFUSED)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the library's name
        """Write nothing: the line of a request holds the code."""

    def _answer(self, status: int, page: bytes) -> None:
        self.close_connection = True
        self.send_response(status)
        for name, value in _HEADERS:
            self.send_header(name, value)
        if status == 405:
            self.send_header("Allow", "GET")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)
        self.wfile.flush()


def _port_taken(name: str, port: int, error: OSError) -> ConfigurationError:
    if not port:
        return ConfigurationError(
            f"This computer gives no port to listen on, so the browser could not come back from {name}. Restart the "
            "computer, then sign in again.",
            f"bind {_HOST}: {error.strerror or error}",
        )
    return ConfigurationError(
        f"Another program already uses port {port} on this computer, to which {name} sends the browser back. Close "
        f"that program and sign in again, or choose another redirect port here and at {name}.",
        f"bind {_HOST}:{port}: {error.strerror or error}",
        field="oauth.redirectPort",
    )


def _page(heading: str, sentence: str) -> bytes:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Hub Desktop</title>\n'
        '<meta name="viewport" content="width=device-width">\n'
        "<style>\nbody { margin: 18vh auto; max-width: 30em; padding: 0 1.5em; color: #1f2328; background: #fff; "
        "font: 1.05em/1.5 system-ui, sans-serif }\nh1 { font-size: 1.3em }\n"
        "@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 } }\n</style>\n</head>\n"
        f"<body>\n<h1>{heading}</h1>\n<p>{sentence}</p>\n</body>\n</html>\n"
    ).encode()


_THANKS = _page("Back to Hub Desktop", "Hub Desktop has what it needs. You can close this page.")
_DECLINED = _page(
    "Back to Hub Desktop", "The sign-in was not completed. Hub Desktop says why. You can close this page."
)
_REFUSED = _page("Nothing to see here", "This page belongs to a sign-in of Hub Desktop. You can close it.")
_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    # The address holds the code, which no other site is to learn.
    ("Referrer-Policy", "no-referrer"),
    ("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)
