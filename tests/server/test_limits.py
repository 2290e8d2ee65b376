import json
import logging
import socket
import time
from collections.abc import AsyncIterator
from contextlib import closing

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from hub_desktop.server.limits import RequestLimits
from hub_desktop.server.listening import ListeningThread

MAX_BYTES = 4096
DEADLINE_SECONDS = 0.3


class Program:
    """A program that says what it was sent, counting how often it is reached."""

    def __init__(self) -> None:
        self.calls = 0

    async def echo(self, request: Request) -> Response:
        self.calls += 1
        body = await request.body()
        return JSONResponse({"length": len(body), "text": body.decode()[:20]})

    async def fail(self, request: Request) -> Response:
        raise ValueError("a-secret-of-the-program")

    async def fail_halfway(self, request: Request) -> Response:
        async def pieces() -> AsyncIterator[bytes]:
            yield b"half"
            raise ValueError("a-secret-of-the-program")

        return StreamingResponse(pieces(), headers={"Content-Length": "8"})

    async def health(self, request: Request) -> Response:
        return PlainTextResponse("ok")


@pytest.fixture
def program(served) -> Program:
    program, _ = served
    program.calls = 0
    return program


@pytest.fixture
def listener(served) -> ListeningThread:
    _, listener = served
    return listener


@pytest.fixture(scope="module")
def served():
    program = Program()
    app = Starlette(
        routes=[
            Route("/echo", program.echo, methods=["GET", "POST"]),
            Route("/fail", program.fail),
            Route("/fail-halfway", program.fail_halfway),
            Route("/health", program.health),
        ],
        middleware=[Middleware(RequestLimits, max_bytes=MAX_BYTES, deadline_seconds=DEADLINE_SECONDS)],
    )
    with ListeningThread(app) as listener:
        yield program, listener


@pytest.fixture
def client(listener):
    with httpx.Client(base_url=listener.address, timeout=5, verify=False) as client:
        yield client


def connected(listener: ListeningThread) -> closing[socket.socket]:
    return closing(socket.create_connection((listener.host, listener.port), timeout=5))


def answer(connection: socket.socket) -> tuple[int, bytes, bytes]:
    """Read until the server closes, and return status, head and body."""
    content = b""
    while piece := connection.recv(65536):
        content += piece
    head, _, body = content.partition(b"\r\n\r\n")
    return int(head.split()[1]), head.lower(), body


def error_code(body: bytes) -> str:
    content = json.loads(body)
    assert content["success"] is False
    assert set(content["error"]) == {"code", "message"}
    return content["error"]["code"]


def test_a_body_of_exactly_the_limit_arrives_whole(client, program):
    response = client.post("/echo", content=b"a" * MAX_BYTES)
    assert response.json() == {"length": MAX_BYTES, "text": "a" * 20}
    assert program.calls == 1


def test_a_body_in_chunks_arrives_whole(client):
    response = client.post("/echo", content=iter([b"one", b"two", b"three"]))
    assert response.json() == {"length": 11, "text": "onetwothree"}


def test_a_request_without_a_body_passes(client):
    assert client.get("/echo").json() == {"length": 0, "text": ""}


def test_a_larger_body_is_refused_by_its_stated_length_before_it_is_read(listener, program):
    with connected(listener) as connection:
        connection.sendall(b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\n\r\n")
        status, head, body = answer(connection)
    assert status == 413
    assert error_code(body) == "body_too_large"
    assert b"connection: close" in head
    assert program.calls == 0


def test_a_client_that_sends_all_of_a_larger_body_first_still_sees_the_refusal(client, program):
    response = client.post("/echo", content=b"a" * (MAX_BYTES * 4))
    assert response.status_code == 413
    assert program.calls == 0


def test_a_client_that_goes_on_sending_after_the_refusal_can_still_read_it(listener):
    with connected(listener) as connection:
        connection.sendall(b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 30000\r\n\r\n")
        for _ in range(3):
            time.sleep(DEADLINE_SECONDS / 6)
            connection.sendall(b"a" * 10_000)
        status, _, body = answer(connection)
    assert status == 413
    assert error_code(body) == "body_too_large"


def test_a_larger_body_in_chunks_is_refused_while_it_streams(client, program):
    response = client.post("/echo", content=(b"a" * 1000 for _ in range(20)))
    assert response.status_code == 413
    assert error_code(response.content) == "body_too_large"
    assert program.calls == 0


def test_a_client_that_waits_for_100_continue_is_refused_at_once(listener):
    head = b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5000\r\nExpect: 100-continue\r\n\r\n"
    with connected(listener) as connection:
        connection.sendall(head)
        status, _, _ = answer(connection)
    assert status == 413


def test_a_slow_body_gets_408(listener, program):
    with connected(listener) as connection:
        begin = time.monotonic()
        connection.sendall(b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")
        status, head, body = answer(connection)
    assert status == 408
    assert error_code(body) == "too_slow"
    assert b"connection: close" in head
    assert DEADLINE_SECONDS * 0.9 < time.monotonic() - begin < 4
    assert program.calls == 0


def test_the_deadline_is_for_the_whole_body_and_not_for_each_piece(listener, program):
    with connected(listener) as connection:
        connection.sendall(b"POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
        # More pieces than fit before the deadline, none of them late on its own.
        for _ in range(8):
            connection.sendall(b"1\r\na\r\n")
            time.sleep(DEADLINE_SECONDS / 6)
        status, _, _ = answer(connection)
    assert status == 408
    assert program.calls == 0


@pytest.mark.parametrize("encoding", ["gzip", "br", "identity, gzip", "GZIP"])
def test_a_compressed_body_is_refused(client, program, encoding):
    response = client.post("/echo", content=b"abc", headers={"Content-Encoding": encoding})
    assert response.status_code == 415
    assert error_code(response.content) == "unsupported_encoding"
    assert program.calls == 0


def test_the_identity_encoding_passes(client):
    response = client.post("/echo", content=b"abc", headers={"Content-Encoding": "identity"})
    assert response.json()["length"] == 3


def test_a_request_that_states_its_length_twice_is_refused_and_the_connection_closed(listener, program):
    smuggled = b"0\r\n\r\nGET /echo HTTP/1.1\r\nHost: h\r\n\r\n"
    head = b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
    with connected(listener) as connection:
        connection.sendall(head + smuggled)
        status, answer_head, body = answer(connection)
    assert status == 400
    assert error_code(body) == "ambiguous_length"
    assert b"connection: close" in answer_head
    assert body.count(b"success") == 1
    assert program.calls == 0


def test_a_client_that_leaves_reaches_no_program_and_the_listener_goes_on(listener, client, program):
    with connected(listener) as connection:
        connection.sendall(b"POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nabc")
    assert client.get("/health").text == "ok"
    assert program.calls == 0


@pytest.mark.errors_logged
def test_an_error_of_the_program_is_logged_and_answered_without_a_traceback(client, caplog):
    with caplog.at_level(logging.ERROR):
        response = client.get("/fail?key=a-secret-of-the-client")
    assert response.status_code == 500
    assert error_code(response.content) == "internal_error"
    assert "a-secret-of-the-program" not in response.text
    assert "Traceback" not in response.text
    assert "a-secret-of-the-client" not in caplog.text
    assert "ValueError" in caplog.text


@pytest.mark.errors_logged
def test_half_an_answer_does_not_pass_for_a_whole_one(client):
    with pytest.raises(httpx.RemoteProtocolError):
        client.get("/fail-halfway")
    assert client.get("/health").text == "ok"
