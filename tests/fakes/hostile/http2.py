"""Upstreams that speak HTTP/2, and go wrong in its own ways (RFC 9113)."""

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.errors import ErrorCodes
from h2.events import DataReceived, RequestReceived, StreamEnded
from h2.exceptions import ProtocolError

from tests.fakes.hostile.case import (
    HASTY,
    KNOWN,
    MISBEHAVIOURS,
    Ends,
    Misbehaviour,
    asks_for_change,
    succeeds,
    tries_again,
)
from tests.fakes.hostile.sockets import Behaviour

_HEADERS = [(":status", "200"), ("content-type", "application/json")]


@dataclass
class Exchange:
    """A request on an HTTP/2 connection, to be answered badly."""

    protocol: H2Connection
    connection: ssl.SSLSocket
    stream: int
    stopping: threading.Event
    gone: bool = field(default=False)

    def flush(self) -> None:
        """Send what the protocol has ready."""
        self.connection.sendall(self.protocol.data_to_send())

    def make_room(self) -> None:
        """Wait until the other side lets more be sent."""
        data = self.connection.recv(65_536)
        self.gone = not data
        self.protocol.receive_data(data)


Script = Callable[[Exchange], None]


def speaking(script: Script, context: ssl.SSLContext, heard: list[int]) -> Behaviour:
    """Return what speaks HTTP/2 on a connection and plays the script for every request; `heard` counts them."""
    context.set_alpn_protocols(["h2"])

    def behave(plain: socket.socket, stopping: threading.Event) -> None:
        # After its goodbye the protocol takes nothing any more, whatever still comes.
        with context.wrap_socket(plain, server_side=True) as secured, contextlib.suppress(ProtocolError):
            protocol = H2Connection(H2Configuration(client_side=False, header_encoding="utf-8"))
            protocol.initiate_connection()
            secured.sendall(protocol.data_to_send())
            while data := secured.recv(65_536):
                for event in protocol.receive_data(data):
                    if isinstance(event, RequestReceived):
                        heard.append(event.stream_id)
                    elif isinstance(event, DataReceived):
                        protocol.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                    elif isinstance(event, StreamEnded):
                        script(Exchange(protocol, secured, event.stream_id, stopping))
                secured.sendall(protocol.data_to_send())

    return behave


def _register(name: str, ends: Ends, **more: object) -> Callable[[Script], Script]:
    def register(script: Script) -> Script:
        MISBEHAVIOURS.append(Misbehaviour(name, ends, stage="http2", script=script, **more))  # type: ignore[arg-type]
        return script

    return register


@_register("HTTP/2, and all is well", succeeds())
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, _HEADERS)
    exchange.protocol.send_data(exchange.stream, json.dumps(KNOWN).encode(), end_stream=True)


@_register("an HTTP/2 stream that is reset", tries_again("broke"))
def _(exchange: Exchange) -> None:
    exchange.protocol.reset_stream(exchange.stream, ErrorCodes.INTERNAL_ERROR)


@_register("an HTTP/2 stream reset in the middle of its body", tries_again("broke"))
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, _HEADERS)
    exchange.protocol.send_data(exchange.stream, b"[")
    exchange.protocol.reset_stream(exchange.stream, ErrorCodes.CANCEL)


@_register("an HTTP/2 connection that says goodbye", tries_again("broke"))
def _(exchange: Exchange) -> None:
    exchange.protocol.close_connection(ErrorCodes.ENHANCE_YOUR_CALM)


@_register("an HTTP/2 connection closed in the middle of a body", tries_again("broke"))
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, _HEADERS)
    exchange.protocol.send_data(exchange.stream, b"[1,")
    exchange.flush()
    exchange.connection.shutdown(socket.SHUT_RDWR)


@_register("an HTTP/2 length that disagrees with the body", tries_again("proper HTTP|broke"))
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, [*_HEADERS, ("content-length", "99")])
    exchange.protocol.send_data(exchange.stream, b"[]", end_stream=True)


@_register("HTTP/2 headers and then nothing", tries_again("within 0.3 seconds", 2), patience=HASTY)
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, _HEADERS)


@_register("HTTP/2 pings without end", tries_again("within 0.3 seconds", 2), patience=HASTY)
def _(exchange: Exchange) -> None:
    while not exchange.stopping.wait(0.005):
        exchange.protocol.ping(b"are you?")
        exchange.flush()


@_register("HTTP/2 headers of 100 KB", tries_again("broke|proper HTTP"))
def _(exchange: Exchange) -> None:
    many = [(f"x-{number}", "x" * 1_000) for number in range(100)]
    exchange.protocol.send_headers(exchange.stream, [*_HEADERS, *many])


@_register("an HTTP/2 body without end", asks_for_change("more than 50 MB in one answer", megabytes=90.0), seconds=20)
def _(exchange: Exchange) -> None:
    exchange.protocol.send_headers(exchange.stream, _HEADERS)
    while not exchange.stopping.is_set() and not exchange.gone:
        room = min(
            exchange.protocol.local_flow_control_window(exchange.stream), exchange.protocol.max_outbound_frame_size
        )
        if room > 0:
            exchange.protocol.send_data(exchange.stream, b" " * room)
            exchange.flush()
        else:
            exchange.make_room()
