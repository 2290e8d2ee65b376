"""Upstreams that are late, endless, or gone in the middle."""

import json
import socket
import threading
import time

from tests.fakes.hostile.case import (
    HASTY,
    KNOWN,
    MISBEHAVIOURS,
    Misbehaviour,
    on_socket,
    students,
    succeeds,
    tries_again,
)
from tests.fakes.hostile.sockets import drips, read_request, resets, says_nothing, sends
from tests.fakes.http_server import Asked, Handler, Reply, as_json

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_LATE = tries_again("did not answer within 0.3 seconds", requests=2)


def whole(records: object, *headers: bytes) -> bytes:
    """Return a whole answer as it goes over the wire."""
    body = json.dumps(records).encode()
    lines = b"".join(header + b"\r\n" for header in headers)
    return _OK + lines + b"Content-Length: %d\r\n\r\n" % len(body) + body


on_socket("headers that drip without end", _LATE, drips(_OK, b"X-More: 1\r\n"), patience=HASTY)
on_socket("a header line that never ends", _LATE, drips(_OK + b"X-More: ", b"x"), patience=HASTY)
on_socket("a body that drips without end", _LATE, drips(_OK + b"\r\n[", b" "), patience=HASTY)
on_socket("interim answers without end", _LATE, drips(b"", b"HTTP/1.1 102 Processing\r\n\r\n"), patience=HASTY)
on_socket("a connection nobody answers", _LATE, says_nothing, patience=HASTY)
on_socket("a body that stops in the middle", _LATE, drips(_OK + b"Content-Length: 99\r\n\r\n[", b"", 1), patience=HASTY)
on_socket("a connection closed in the body", tries_again("in the middle"), sends(_OK + b"Content-Length: 99\r\n\r\n[1"))
on_socket("a connection closed in the headers", tries_again("broke"), sends(_OK))
on_socket("a connection closed before the answer", tries_again("before an answer came"), sends())
on_socket("a connection reset", tries_again("broke the connection off"), resets)
on_socket(
    "a header of 200 KB", tries_again("not proper HTTP"), sends(_OK + b"X-Huge: " + b"x" * 200_000 + b"\r\n\r\n[]")
)
on_socket(
    "20,000 headers", tries_again("not proper HTTP"), sends(whole(KNOWN, *(b"X-%d: 1" % n for n in range(20_000))))
)
on_socket("1,000 headers", succeeds(), sends(whole(KNOWN, *(b"X-%d: 1" % n for n in range(1_000)))))
on_socket(
    "another protocol on the port", tries_again("not proper HTTP"), sends(b"220 ftp.college.example ready\r\n\r\n")
)
on_socket(
    "half a greeting of another protocol", tries_again("before an answer came"), sends(b"SSH-2.0-OpenSSH_9.6\r\n")
)
on_socket("a body without any headers", tries_again("before an answer came"), sends(json.dumps(KNOWN).encode()))
on_socket(
    "an interim answer before the real one", succeeds(), sends(b"HTTP/1.1 103 Early Hints\r\n\r\n" + whole(KNOWN))
)
MISBEHAVIOURS.append(Misbehaviour("a system that is switched off", tries_again("refuses connections", 0), stage="off"))


def _lingers(connection: socket.socket, stopping: threading.Event) -> None:
    """Answer slowly, but in time."""
    read_request(connection)
    for sign in whole(KNOWN)[:-1]:
        connection.sendall(bytes([sign]))
        time.sleep(0.0005)
    connection.sendall(whole(KNOWN)[-1:])
    stopping.wait(0.1)


on_socket("an answer that drips, but in time", succeeds(), _lingers)


def _hangs_up_between(connection: socket.socket, _: threading.Event) -> None:
    """Promise to keep the connection, then close it when the next request comes."""
    head = read_request(connection)
    page = 2 if b"page=2" in head else 1
    answer = {"data": students(page * 2 + 4, page * 2 + 5), "next": "/students?page=2" if page == 1 else None}
    connection.sendall(whole(answer, b"Connection: keep-alive"))
    read_request(connection)


on_socket("a kept connection closed between two requests", succeeds(requests=2, added=4), _hangs_up_between)


def _closed_at_once(connection: socket.socket, _: threading.Event) -> None:
    connection.settimeout(5)


def _failing(times: int, failure: Reply) -> Handler:
    left = [times]

    def handler(asked: Asked) -> Reply:
        if left[0]:
            left[0] -= 1
            return failure
        return as_json(KNOWN)

    return handler


def _nothing(_connection: socket.socket, _stopping: threading.Event) -> None:
    """Close without a word."""


on_socket("a connection closed on arrival", tries_again("broke"), _closed_at_once)
MISBEHAVIOURS.append(
    Misbehaviour(
        "three hang-ups, then an answer",
        succeeds(requests=4),
        lambda _: _failing(3, Reply(stream=_nothing, raw=True)),
    )
)
