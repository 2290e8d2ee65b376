import asyncio
import gc
import logging
import socket
import threading
import time
from contextlib import closing

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from hub_desktop.core.errors import HubError, PortTakenError
from hub_desktop.server.listening import ListeningThread


async def say_where(request: Request) -> Response:
    return PlainTextResponse(threading.current_thread().name)


async def take_long(request: Request) -> Response:
    await asyncio.sleep(30)
    return PlainTextResponse("late")


APP = Starlette(routes=[Route("/", say_where), Route("/long", take_long)])


def threads_named(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


def test_it_accepts_as_soon_as_start_returns_and_serves_from_its_own_thread():
    for _ in range(5):
        listener = ListeningThread(APP, name="hub-listener-7")
        listener.start()
        try:
            assert listener.running
            assert listener.address == f"http://127.0.0.1:{listener.port}"
            response = httpx.get(listener.address)
            assert response.text == "hub-listener-7"
            assert "server" not in response.headers
        finally:
            listener.stop()
        assert not listener.running
        assert listener.failure is None
    assert threads_named("hub-listener-7") == []


def test_a_taken_port_is_named_and_no_thread_starts():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        port = other.getsockname()[1]
        listener = ListeningThread(APP, port=port, name="hub-listener-8")
        with pytest.raises(PortTakenError) as raised:
            listener.start()
    assert isinstance(raised.value, HubError)
    assert (raised.value.host, raised.value.port) == ("127.0.0.1", port)
    assert not listener.running
    assert threads_named("hub-listener-8") == []


def test_two_listeners_cannot_share_a_port():
    with ListeningThread(APP) as first, pytest.raises(PortTakenError):
        ListeningThread(APP, port=first.port).start()


def test_stop_releases_the_port_for_the_next_listener():
    with ListeningThread(APP) as first:
        # A connection that stays open, so that the port has one in TIME_WAIT when the listener stops.
        client = httpx.Client(base_url=first.address)
        client.get("/")
    with pytest.raises(httpx.ConnectError):
        httpx.get(first.address)
    with ListeningThread(APP, port=first.port) as second:
        assert second.port == first.port
        assert httpx.get(second.address).status_code == 200
    client.close()


def test_stop_cuts_off_a_request_that_takes_too_long(caplog):
    failures: list[Exception] = []

    def ask(address: str) -> None:
        try:
            httpx.get(f"{address}/long", timeout=20)
        except httpx.HTTPError as error:
            failures.append(error)

    listener = ListeningThread(APP)
    listener.start()
    asking = threading.Thread(target=ask, args=(listener.address,))
    asking.start()
    time.sleep(0.3)
    begin = time.monotonic()
    listener.stop()
    assert time.monotonic() - begin < 5
    asking.join(5)
    assert not asking.is_alive()
    assert not listener.running
    assert len(failures) == 1
    assert "1 requests are cut off" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    # An unclosed transport would warn here, and warnings are errors.
    gc.collect()


def test_stop_closes_connections_that_never_sent_a_whole_request():
    with ListeningThread(APP) as listener:
        silent = socket.create_connection((listener.host, listener.port), timeout=5)
        half = socket.create_connection((listener.host, listener.port), timeout=5)
        half.sendall(b"GET / HTTP/1.1\r\nHo")
        time.sleep(0.2)
    with closing(silent), closing(half):
        assert silent.recv(1) == b""
        assert half.recv(1) == b""


@pytest.mark.parametrize("first_bytes", [b"", b"GET / HTTP/1.1\r\nHost: h\r\n"])
def test_a_client_that_never_finishes_the_head_of_its_request_is_cut_off(first_bytes):
    with (
        ListeningThread(APP, header_seconds=0.3) as listener,
        closing(socket.create_connection((listener.host, listener.port), timeout=4)) as slow,
    ):
        slow.sendall(first_bytes)
        assert slow.recv(1) == b""


def test_the_deadline_for_the_head_does_not_touch_a_request_under_way():
    async def answer_later(request: Request) -> Response:
        await asyncio.sleep(0.9)
        return PlainTextResponse("done")

    app = Starlette(routes=[Route("/", answer_later)])
    with ListeningThread(app, header_seconds=0.3) as listener, httpx.Client(base_url=listener.address) as client:
        assert client.get("/").text == "done"
        assert client.get("/").text == "done"


def test_beyond_the_limit_clients_are_told_to_come_later():
    with ListeningThread(APP, limit_concurrency=2) as listener:
        held = [socket.create_connection((listener.host, listener.port), timeout=5) for _ in range(2)]
        try:
            assert httpx.get(listener.address).status_code == 503
        finally:
            for connection in held:
                connection.close()


@pytest.mark.errors_logged
def test_an_error_in_the_thread_is_logged_and_kept(caplog):
    listener = ListeningThread(APP)
    breaking = threading.Event()

    async def fail() -> None:
        while not breaking.is_set():
            await asyncio.sleep(0.01)
        raise OSError("the loop broke")

    listener._server.main_loop = fail
    with caplog.at_level(logging.ERROR):
        listener.start()
        client = httpx.Client(base_url=listener.address)
        assert client.get("/").status_code == 200
        breaking.set()
        listener._thread.join(5)
    client.close()
    assert isinstance(listener.failure, OSError)
    assert not listener.running
    assert "the loop broke" in caplog.text
    with pytest.raises(httpx.ConnectError):
        httpx.get(listener.address)
    listener.stop()


@pytest.mark.errors_logged
def test_an_error_before_it_accepts_is_raised_by_start(caplog):
    listener = ListeningThread(APP)

    async def fail(sockets: object = None) -> None:
        raise OSError("no sockets today")

    listener._server.startup = fail
    with pytest.raises(RuntimeError, match="failed to start") as raised, caplog.at_level(logging.ERROR):
        listener.start()
    assert "no sockets today" in str(raised.value.__cause__)
    assert not listener.running


def test_it_is_started_once_and_stopped_as_often_as_one_likes():
    listener = ListeningThread(APP)
    listener.stop()
    with pytest.raises(RuntimeError):
        _ = listener.address
    listener.start()
    with pytest.raises(RuntimeError):
        listener.start()
    listener.stop()
    listener.stop()


def test_it_can_be_started_where_no_signal_handler_can_be_installed():
    texts: list[str] = []

    def serve() -> None:
        with ListeningThread(APP) as listener:
            texts.append(httpx.get(listener.address).text)

    thread = threading.Thread(target=serve)
    thread.start()
    thread.join(10)
    assert texts == ["hub-listener"]


def test_the_address_of_a_listener_open_to_the_network_is_one_this_computer_can_use():
    with ListeningThread(APP, host="0.0.0.0") as listener:
        assert listener.address == f"http://127.0.0.1:{listener.port}"
        assert httpx.get(listener.address).status_code == 200
