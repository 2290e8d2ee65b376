"""A server below HTTP: whatever connects is handed to a function as a bare socket."""

import contextlib
import socket
import threading
from collections.abc import Callable
from types import TracebackType

Behaviour = Callable[[socket.socket, threading.Event], None]
"""Does something to a connection until it returns or the event is set; the connection is closed afterwards."""


class SocketServer:
    """Listens on a port of 127.0.0.1; use as a context manager."""

    def __init__(self, port: int, behaves: Behaviour) -> None:
        self.accepted = 0
        self.stopping = threading.Event()
        self._behaves = behaves
        self._listening = socket.create_server(("127.0.0.1", port))
        self._connections: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept)]

    def __enter__(self) -> "SocketServer":
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._threads[0].join(5)
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads[1:]:
            thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.accepted += 1
            self._connections.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            self._behaves(connection, self.stopping)


def read_request(connection: socket.socket) -> bytes:
    """Return the head of the next request on a connection, empty when the other side has gone."""
    head = b""
    while b"\r\n\r\n" not in head:
        part = connection.recv(4096)
        if not part:
            return b""
        head += part
    return head


def sends(*parts: bytes) -> Behaviour:
    """Return what reads a request, answers with these bytes and closes."""

    def behave(connection: socket.socket, _: threading.Event) -> None:
        read_request(connection)
        for part in parts:
            connection.sendall(part)

    return behave


def drips(beginning: bytes, drop: bytes, seconds: float = 0.02) -> Behaviour:
    """Return what answers with a beginning and then drop by drop, without end."""

    def behave(connection: socket.socket, stopping: threading.Event) -> None:
        read_request(connection)
        connection.sendall(beginning)
        while not stopping.wait(seconds):
            connection.sendall(drop)

    return behave


def says_nothing(connection: socket.socket, stopping: threading.Event) -> None:
    """Take the request and never answer."""
    read_request(connection)
    stopping.wait(30)


def resets(connection: socket.socket, _: threading.Event) -> None:
    """Take the request and reset the connection."""
    read_request(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
