"""Several requests on one connection, and the odd ways in which proper clients ask."""

import contextlib
import socket
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hub_desktop.server.limits import RequestLimits
from hub_desktop.server.listening import ListeningThread


async def echo(request: Request) -> Response:
    body = await request.body()
    return PlainTextResponse(f"[{request.headers.get('x-name', '')}:{body.decode()}]")


@pytest.fixture
def listener() -> Iterator[ListeningThread]:
    app = RequestLimits(Starlette(routes=[Route("/", echo, methods=["POST"])]))
    with ListeningThread(app) as listener:
        yield listener


def told(listener: ListeningThread, *pieces: bytes) -> bytes:
    with contextlib.closing(socket.create_connection((listener.host, listener.port), timeout=5)) as connection:
        for piece in pieces:
            connection.sendall(piece)
        received = b""
        while piece := connection.recv(65536):
            received += piece
        return received


def post(name: str, body: bytes, *more: bytes) -> bytes:
    head = [b"POST / HTTP/1.1", b"Host: h", b"X-Name: " + name.encode(), b"Content-Length: %d" % len(body), *more]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def test_requests_that_come_at_once_are_answered_in_their_order_each_with_its_own_headers(listener):
    received = told(listener, post("a", b"1") + post("b", b"2") + post("c", b"3", b"Connection: close"))
    places = [received.index(text) for text in (b"[a:1]", b"[b:2]", b"[c:3]")]
    assert places == sorted(places)


def test_a_request_cut_in_the_middle_of_anything_arrives(listener):
    request = post("a", b"1", b"Connection: close")
    for place in range(1, len(request)):
        assert b"[a:1]" in told(listener, request[:place], request[place:])


def test_a_client_that_asks_for_http_2_first_is_answered_with_its_body_heard(listener):
    upgrade = (b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c", b"HTTP2-Settings: AAMAAABkAAQAAP__")
    request = post("java", b"body of java", *upgrade)
    for place in (0, 20, len(request) - 13, len(request) - 5, len(request) - 1):
        received = told(listener, request[:place], request[place:])
        assert b"[java:body of java]" in received
        assert b"connection: close" in received.lower()


def test_a_client_that_waits_to_be_let_in_is(listener):
    received = told(listener, post("a", b"1", b"Expect: 100-continue", b"Connection: close"))
    assert received.startswith(b"HTTP/1.1 100 Continue")
    assert b"[a:1]" in received


def test_what_stands_behind_the_last_chunk_is_no_header(listener):
    head = b"POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    assert b"[:1]" in told(listener, head, b"1\r\n1\r\n0\r\nX-Name: late\r\n\r\n")


def test_http_1_0_needs_no_host(listener):
    assert b"[:1]" in told(listener, b"POST / HTTP/1.0\r\nContent-Length: 1\r\n\r\n1")
