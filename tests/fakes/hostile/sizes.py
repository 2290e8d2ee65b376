"""Answers of the wrong size, or packed to do harm."""

import gzip
import json
import socket
import threading
import zlib

from hub_desktop.core.errors import Remedy
from tests.fakes.hostile.case import (
    KNOWN,
    Ends,
    always,
    asks_for_change,
    on_socket,
    student,
    students,
    succeeds,
    tries_again,
)
from tests.fakes.hostile.sockets import read_request, sends
from tests.fakes.hostile.timing import whole
from tests.fakes.http_server import Handler, Reply, as_json

_OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
_GOOD = json.dumps(KNOWN).encode()
_MEGABYTES = 90.0
"""The limit of 50 MB, and what it takes to notice that it is passed."""


def packed(body: bytes, encoding: str = "gzip") -> Handler:
    """Return a handler that says its body is packed."""
    return lambda _: Reply(body, headers=[("Content-Encoding", encoding)])


def _bomb(wbits: int) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return b"".join(packer.compress(b" " * 1_000_000) for _ in range(300)) + packer.flush()


def _too_large(**more: object) -> Ends:
    return asks_for_change("more than 50 MB in one answer", megabytes=_MEGABYTES, **more)


always("a gzip bomb of 300 MB", _too_large(), packed(_bomb(31)), seconds=20)
always("a deflate bomb of 300 MB", _too_large(), packed(_bomb(15), "deflate"), seconds=20)
always(
    "gzip within gzip, announced",
    asks_for_change("packs its answers"),
    packed(gzip.compress(gzip.compress(_GOOD)), "gzip, gzip"),
)
always("gzip within gzip, unannounced", asks_for_change("packed data"), packed(gzip.compress(gzip.compress(_GOOD))))
always("gzip that does not end", tries_again("broke off in the middle"), packed(gzip.compress(_GOOD)[:-6]))
always(
    "gzip with a wrong checksum",
    asks_for_change("compression is damaged"),
    packed(gzip.compress(_GOOD)[:-8] + b"12345678"),
)
always("plain text that claims to be gzip", asks_for_change("compression is damaged"), packed(_GOOD))
always(
    "gzip followed by something else", asks_for_change("compression is damaged"), packed(gzip.compress(_GOOD) + b"more")
)
always("a packing nobody asked for", asks_for_change("packs its answers"), packed(_GOOD, "br"))
always("a packing nobody knows", asks_for_change("packs its answers"), packed(_GOOD, "x-college-zip"))
always("gzip that nobody announced", asks_for_change("packed data"), lambda _: Reply(gzip.compress(_GOOD)))


def _endless(connection: socket.socket, stopping: threading.Event) -> None:
    """Send an endless list, chunk by chunk."""
    read_request(connection)
    connection.sendall(_OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n")
    chunk = b"10000\r\n" + b'"' + b"x" * 65_533 + b'",'[:2] + b"\r\n"
    while not stopping.is_set():
        connection.sendall(chunk)


on_socket("a list without end", _too_large(), _endless, seconds=20)


def _announced(connection: socket.socket, stopping: threading.Event) -> None:
    """Announce four gigabytes and send them as long as somebody reads."""
    read_request(connection)
    connection.sendall(_OK + b"Content-Length: 4294967296\r\n\r\n")
    while not stopping.is_set():
        connection.sendall(b" " * 65_536)


on_socket("a body of 4 GB", _too_large(), _announced, seconds=20)

on_socket(
    "a length that says too much", tries_again("in the middle"), sends(_OK + b"Content-Length: 9999\r\n\r\n" + _GOOD)
)
on_socket(
    "a length that says too little",
    asks_for_change("damaged or incomplete data", remedy=Remedy.RETRY),
    sends(_OK + b"Content-Length: 20\r\n\r\n" + _GOOD),
)
on_socket(
    "two lengths that disagree",
    tries_again("not proper HTTP"),
    sends(_OK + b"Content-Length: 2\r\nContent-Length: 9\r\n\r\n[]"),
)
on_socket("a length that is no number", tries_again("not proper HTTP"), sends(_OK + b"Content-Length: many\r\n\r\n[]"))
on_socket("a length below zero", tries_again("not proper HTTP"), sends(_OK + b"Content-Length: -5\r\n\r\n[]"))
on_socket(
    "a chunk of no length",
    tries_again("not proper HTTP"),
    sends(_OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n"),
)
on_socket(
    "chunks that break off",
    tries_again("in the middle"),
    sends(_OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n[1,2,\r\n"),
)
on_socket("no length at all", succeeds(), sends(_OK + b"Connection: close\r\n\r\n" + _GOOD))
on_socket(
    "chunks of one byte",
    succeeds(),
    sends(_OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(b"1\r\n%c\r\n" % c for c in _GOOD) + b"0\r\n\r\n"),
)
on_socket("bytes after the end of an answer", succeeds(), sends(whole(KNOWN) + b"HTTP/1.1 200 OK\r\n\r\nmore"))

_LONG = "x" * 70_000
always(
    "a text of 70 KB in one field",
    succeeds(added=2, warns="left out of students"),
    lambda _: as_json([*KNOWN, student(6, department=_LONG), student(7)]),
)
always(
    "a text of 70 KB as a key",
    succeeds(added=1, quarantined=1, warns="1 record for students refused"),
    lambda _: as_json([*KNOWN, student(6) | {"studentId": _LONG}, student(7)]),
)
always(
    "a record of 5,000 unknown fields",
    succeeds(added=2),
    lambda _: as_json([*KNOWN, student(6, **{f"field{n}": n for n in range(5_000)}), *students(7, 7)]),
)
