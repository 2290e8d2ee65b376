"""A small real HTTP/2 server over TLS on the loopback: every request is answered with the same JSON."""

import contextlib
import socket
import ssl
import threading
from types import TracebackType
from typing import Self

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RequestReceived, StreamEnded


class Http2Server:
    """Answers with `body`; with `silent` it takes requests and never answers. A context manager."""

    def __init__(self, context: ssl.SSLContext, body: bytes, *, silent: bool = False) -> None:
        context.set_alpn_protocols(["h2"])
        self.asked: list[dict[str, str]] = []
        self.connections = 0
        self._context = context
        self._body = body
        self._silent = silent
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, name="http2 server")]

    @property
    def port(self) -> int:
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(plain)
            thread = threading.Thread(target=self._serve, args=(plain,), name="http2 connection")
            self._threads.append(thread)
            thread.start()

    def _serve(self, plain: socket.socket) -> None:
        try:
            with self._context.wrap_socket(plain, server_side=True) as secured:
                self._open.append(secured)
                self._speak(secured)
        except OSError:
            # The other side hung up, as it may.
            plain.close()

    def _speak(self, secured: ssl.SSLSocket) -> None:
        protocol = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
        protocol.initiate_connection()
        secured.sendall(protocol.data_to_send())
        while data := secured.recv(65_536):
            for event in protocol.receive_data(data):
                if isinstance(event, RequestReceived):
                    self.asked.append({str(name): str(value) for name, value in event.headers})
                elif isinstance(event, DataReceived):
                    protocol.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                elif isinstance(event, StreamEnded) and not self._silent:
                    headers = [(":status", "200"), ("content-type", "application/json")]
                    protocol.send_headers(event.stream_id, headers)
                    protocol.send_data(event.stream_id, self._body, end_stream=True)
            secured.sendall(protocol.data_to_send())
