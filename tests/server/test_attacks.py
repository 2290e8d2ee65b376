"""What a stranger who reaches the listener may try. Each attempt ends as it must: the exact answer, no body looked into
before its signature was found right, nothing stored, and the listener answers the next one."""

import base64
import contextlib
import hashlib
import hmac
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import Scheme, signed_headers
from hub_desktop.core.slowing import Slowing
from hub_desktop.hub import reception
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import create_hub_app
from hub_desktop.server.listening import ListeningThread
from hub_desktop.store.deliveries import DeliveryState
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from tests.fakes.deliveries import sign

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)
MAX_BYTES = 20_000
DEADLINE_SECONDS = 0.4
SEED, STANDARD, GITHUB, STRIPE, OFF, BARE = range(1, 7)
SCHEMES = {
    SEED: Scheme.SEED,
    STANDARD: Scheme.STANDARD,
    GITHUB: Scheme.GITHUB,
    STRIPE: Scheme.STRIPE,
    OFF: Scheme.SEED,
    BARE: Scheme.SEED,
}
SECRETS = {number: f"s3cret-of-integration-{number}" for number in SCHEMES}
SECRETS[STANDARD] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ROOT = "/api/webhooks/integrations/"
BODY = json.dumps({"data": [{"studentId": "S-1", "date": "2026-11-23", "attendance": "present"}]}).encode()
Pairs = list[tuple[str, str | bytes]]


class Target:
    """A hub with six webhooks behind a listener with short deadlines."""

    def __init__(self, hub: Hub, listener: ListeningThread) -> None:
        self.hub = hub
        self.listener = listener

    def connect(self) -> socket.socket:
        return socket.create_connection((self.listener.host, self.listener.port), timeout=5)

    def send(self, request: bytes) -> tuple[int, dict[str, object], dict[str, str]]:
        """Send what no client library would; return status, content and headers, status 0 where it just closed."""
        with contextlib.closing(self.connect()) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(request)
            return answer(connection)

    def stored(self) -> int:
        return sum(sum(self.hub.webhooks.show(PRINCIPAL, number).counts.values()) for number in SCHEMES)

    def alive(self) -> bool:
        return httpx.get(f"{self.listener.address}/health", verify=False).status_code == 200


def answer(connection: socket.socket) -> tuple[int, dict[str, object], dict[str, str]]:
    received = b""
    with contextlib.suppress(ConnectionError):
        while b"\r\n\r\n" not in received and (piece := connection.recv(65536)):
            received += piece
    if not received:
        return 0, {}, {}
    head, _, rest = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    if headers.get("transfer-encoding") == "chunked":
        while b"0\r\n\r\n" not in rest and (piece := connection.recv(65536)):
            rest += piece
        rest = rest.partition(b"\r\n")[2].partition(b"\r\n")[0]
    else:
        length = int(headers.get("content-length", "0"))
        while len(rest) < length and (piece := connection.recv(65536)):
            rest += piece
    return int(lines[0].split()[1]), json.loads(rest) if rest else {}, headers


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    hub = Hub.open(DataFolder(Path(tmp_path_factory.mktemp("d"))).prepare(), MemoryVault())
    for number, scheme in SCHEMES.items():
        written = {
            "name": f"System {number}",
            "baseUrl": "http://127.0.0.1:9/",
            "authType": "none",
            "endpoints": {"attendance": "/attendance"},
            "webhook": {"scheme": str(scheme)},
            "enabled": number != OFF,
        }
        if number != BARE:
            written["webhookSecret"] = SECRETS[number]
        assert hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id == number
    # The thread that stores deliveries begins here, not within a test that would be taken to leave it behind.
    hub.reception.receive(SEED, pairs_as_bytes(right(SEED, b"[]")), b"[]")
    app = create_hub_app(hub, max_bytes=MAX_BYTES, deadline_seconds=DEADLINE_SECONDS)
    with ListeningThread(app, header_seconds=DEADLINE_SECONDS) as listener:
        yield Target(hub, listener)
    hub.close()


@pytest.fixture
def target(shared: Target, monkeypatch: pytest.MonkeyPatch) -> Iterator[Target]:
    """The target as at the start; fails where a body was looked into that was not signed right."""
    shared.hub.reception._slowing = Slowing()
    yield shared
    assert shared.alive()


def pairs_as_bytes(pairs: Pairs) -> list[tuple[bytes, bytes]]:
    return [(n.lower().encode(), v if isinstance(v, bytes) else v.encode()) for n, v in pairs]


def right(number: int, body: bytes = BODY, *, message_id: str = "msg_1", away: int = 0) -> Pairs:
    """Return the headers that sign a body for an integration, as of so many seconds from now."""
    now = int(time.time()) + away
    return list(signed_headers(SCHEMES[number], SECRETS[number], body, message_id=message_id, now=now).items())


def post(headers: Pairs, body: bytes = BODY, *, path: str | int = SEED, framed: bool = True) -> bytes:
    target = path if isinstance(path, str) else f"{ROOT}{path}"
    lines = [f"POST {target} HTTP/1.1".encode("latin-1"), b"Host: hub"]
    if framed:
        lines.append(b"Content-Length: %d" % len(body))
    lines += [n.encode() + b": " + (v if isinstance(v, bytes) else v.encode("latin-1")) for n, v in headers]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def hexed(value: str) -> Pairs:
    return [("x-webhook-signature", value)]


def standard_with(name: str, value: str) -> Pairs:
    return [(n, value if n == name else v) for n, v in right(STANDARD)]


def resplit() -> bytes:
    """A captured delivery whose id swallows the time, so that the body seems to begin with another one."""
    now = int(time.time())
    whole = f"msg_1.{now}.{now}.".encode() + BODY
    key = base64.b64decode(SECRETS[STANDARD].removeprefix("whsec_"))
    signature = base64.b64encode(hmac.digest(key, whole, "sha256")).decode()
    headers: Pairs = [
        ("webhook-id", f"msg_1.{now}"),
        ("webhook-timestamp", str(now)),
        ("webhook-signature", f"v1,{signature}"),
    ]
    return post(headers, path=STANDARD)


def stripe(change: Callable[[str, str], str]) -> bytes:
    written = str(right(STRIPE)[0][1])
    moment, _, signature = written.partition(",")
    return post([("Stripe-Signature", change(moment.removeprefix("t="), signature.removeprefix("v1=")))], path=STRIPE)


GOOD = sign(SECRETS[SEED], BODY)
WRONG = hexed("0" * 64)
FORGED: dict[str, Callable[[], bytes]] = {
    "no signature": lambda: post([]),
    "an empty signature": lambda: post(hexed("")),
    "zeros": lambda: post(WRONG),
    "the signature of another body": lambda: post(hexed(sign(SECRETS[SEED], b"{}"))),
    "one byte changed": lambda: post(hexed(GOOD), BODY.replace(b"present", b"presenT")),
    "a line break added": lambda: post(hexed(GOOD), BODY + b"\n"),
    "a blank in front": lambda: post(hexed(GOOD), b" " + BODY),
    "the same JSON written otherwise": lambda: post(hexed(GOOD), json.dumps(json.loads(BODY), indent=1).encode()),
    "two right signatures": lambda: post(hexed(GOOD) + hexed(GOOD)),
    "a right and a wrong signature": lambda: post(hexed(GOOD) + WRONG),
    "two signatures in one header": lambda: post(hexed(f"{GOOD}, {GOOD}")),
    "a signature outside ASCII": lambda: post([("x-webhook-signature", b"\xfc\xe9\xff" + b"0" * 61)]),
    "digits of another script": lambda: post([("x-webhook-signature", "٠".encode() * 64)]),
    "a signature cut off": lambda: post(hexed(GOOD[:-1])),
    "a signature twice as long": lambda: post(hexed(GOOD + GOOD)),
    "a very long signature": lambda: post(hexed("a" * 50_000)),
    "a signature in base64": lambda: post(hexed(base64.b64encode(bytes.fromhex(GOOD)).decode())),
    "SHA-1": lambda: post(hexed("sha1=" + hmac.new(SECRETS[SEED].encode(), BODY, hashlib.sha1).hexdigest())),
    "SHA-512": lambda: post(hexed(hmac.new(SECRETS[SEED].encode(), BODY, hashlib.sha512).hexdigest())),
    "a plain hash": lambda: post(hexed(hashlib.sha256(BODY).hexdigest())),
    "signed with an empty secret": lambda: post(hexed(sign("", BODY))),
    "signed with the secret of another integration": lambda: post(hexed(sign(SECRETS[GITHUB], BODY))),
    "the signature in the address": lambda: post([], path=f"{ROOT}1?x-webhook-signature={GOOD}"),
    "an underscore in the name": lambda: post([("x_webhook_signature", GOOD)]),
    "the signature in a cookie": lambda: post([("Cookie", f"x-webhook-signature={GOOD}")]),
    "the secret itself": lambda: post(hexed(SECRETS[SEED])),
    "GitHub's header where the seed's is wanted": lambda: post([("X-Hub-Signature-256", f"sha256={GOOD}")]),
    "Standard Webhooks where the seed's is wanted": lambda: post(right(STANDARD)),
    "Stripe's header where the seed's is wanted": lambda: post(right(STRIPE)),
    "the seed's header where Standard Webhooks is wanted": lambda: post(hexed(GOOD), path=STANDARD),
    "the seed's header where GitHub's is wanted": lambda: post(hexed(sign(SECRETS[GITHUB], BODY)), path=GITHUB),
    "the seed's header where Stripe's is wanted": lambda: post(hexed(sign(SECRETS[STRIPE], BODY)), path=STRIPE),
    "GitHub's older header": lambda: post(
        [("X-Hub-Signature", "sha1=" + hmac.new(SECRETS[GITHUB].encode(), BODY, hashlib.sha1).hexdigest())],
        path=GITHUB,
    ),
    "GitHub's header without its prefix": lambda: post(
        [("X-Hub-Signature-256", sign(SECRETS[GITHUB], BODY))], path=GITHUB
    ),
    "GitHub's header twice": lambda: post(right(GITHUB)[:1] * 2, path=GITHUB),
    "the headers of Svix": lambda: post(
        [(name.replace("webhook-", "svix-"), value) for name, value in right(STANDARD)], path=STANDARD
    ),
    "a stale time": lambda: post(right(STANDARD, away=-301), path=STANDARD),
    "a time in the future": lambda: post(right(STANDARD, away=305), path=STANDARD),
    "a time that is none": lambda: post(standard_with("webhook-timestamp", "now"), path=STANDARD),
    "a negative time": lambda: post(standard_with("webhook-timestamp", "-1"), path=STANDARD),
    "a time of a thousand digits": lambda: post(standard_with("webhook-timestamp", "9" * 1000), path=STANDARD),
    "another time than was signed": lambda: post(
        standard_with("webhook-timestamp", str(int(time.time()) + 2)), path=STANDARD
    ),
    "another id than was signed": lambda: post(standard_with("webhook-id", "msg_2"), path=STANDARD),
    "no id": lambda: post(right(STANDARD)[1:], path=STANDARD),
    "no time": lambda: post([right(STANDARD)[0], right(STANDARD)[2]], path=STANDARD),
    "two ids": lambda: post([*right(STANDARD), ("webhook-id", "msg_2")], path=STANDARD),
    "two times": lambda: post([*right(STANDARD), ("webhook-timestamp", str(int(time.time())))], path=STANDARD),
    "two headers of signatures": lambda: post([*right(STANDARD), right(STANDARD)[2]], path=STANDARD),
    "a version of signatures we do not know": lambda: post(
        [(n, str(v).replace("v1,", "v2,")) for n, v in right(STANDARD)], path=STANDARD
    ),
    "a flood of signatures": lambda: post(
        standard_with("webhook-signature", "v1,AAAA " * 400 + str(right(STANDARD)[2][1])), path=STANDARD
    ),
    "an id that swallows the time": resplit,
    "a stale time of Stripe": lambda: post(right(STRIPE, away=-301), path=STRIPE),
    "a time of Stripe in the future": lambda: post(right(STRIPE, away=305), path=STRIPE),
    "two times of Stripe": lambda: stripe(lambda t, v: f"t={t},t={t},v1={v}"),
    "no time of Stripe": lambda: stripe(lambda t, v: f"v1={v}"),
    "another version of Stripe": lambda: stripe(lambda t, v: f"t={t},v0={v}"),
    "another time of Stripe": lambda: stripe(lambda t, v: f"t={int(t) + 1},v1={v}"),
    "a system that is switched off": lambda: post(right(OFF), path=OFF),
    "a system without a secret": lambda: post(right(BARE), path=BARE),
    "a system without a secret, unsigned": lambda: post([], path=BARE),
    "an unknown number": lambda: post(hexed(GOOD), path=999),
    "the number nought": lambda: post(hexed(GOOD), path=0),
    "a negative number": lambda: post(hexed(GOOD), path=f"{ROOT}-1"),
    "a number with a plus": lambda: post(hexed(GOOD), path=f"{ROOT}+1"),
    "a number with a nought in front": lambda: post(hexed(GOOD), path=f"{ROOT}01"),
    "a broken number": lambda: post(hexed(GOOD), path=f"{ROOT}1.0"),
    "a number past 64 bits": lambda: post(hexed(GOOD), path=f"{ROOT}{'9' * 40}"),
    "a number of another script": lambda: post(hexed(GOOD), path=f"{ROOT}%D9%A1"),
    "a null byte in the number": lambda: post(hexed(GOOD), path=f"{ROOT}1%00"),
    "SQL in the number": lambda: post(hexed(GOOD), path=f"{ROOT}1%20OR%201=1"),
    "a blank after the number": lambda: post(hexed(GOOD), path=f"{ROOT}1%20"),
    "a parameter after the number": lambda: post(hexed(GOOD), path=f"{ROOT}1;x=1"),
    "a whole address of elsewhere": lambda: post(WRONG, path=f"http://elsewhere.example{ROOT}1"),
    "a body that claims to be a form": lambda: post([*WRONG, ("Content-Type", "application/x-www-form-urlencoded")]),
    "a forwarded address": lambda: post([*WRONG, ("X-Forwarded-For", "127.0.0.1"), ("X-Real-IP", "127.0.0.1")]),
    "credentials of another kind": lambda: post([("Authorization", f"Bearer {SECRETS[SEED]}")]),
    "an upgrade to a web socket": lambda: post([*WRONG, ("Connection", "Upgrade"), ("Upgrade", "websocket")]),
    "no body at all": lambda: post(hexed(GOOD), b""),
    "a signature in a trailer": lambda: post(
        [("Transfer-Encoding", "chunked"), ("Trailer", "x-webhook-signature")],
        b"%x\r\n%b\r\n0\r\nx-webhook-signature: %b\r\n\r\n" % (len(BODY), BODY, GOOD.encode()),
        framed=False,
    ),
}


def plain(line: bytes, *headers: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join([line, b"Host: hub", *headers]) + b"\r\n\r\n" + body


def chunked(body: bytes) -> bytes:
    return post([*hexed(GOOD), ("Transfer-Encoding", "chunked")], body, framed=False)


LINE = f"POST {ROOT}1 HTTP/1.1".encode()
SIGNED = f"x-webhook-signature: {GOOD}".encode()
REFUSED: dict[str, tuple[int, str, Callable[[], bytes]]] = {
    "both lengths": (
        400,
        "ambiguous_length",
        lambda: plain(LINE, SIGNED, b"Content-Length: 5", b"Transfer-Encoding: chunked", body=b"0\r\n\r\n" + LINE),
    ),
    "both lengths the other way round": (
        400,
        "ambiguous_length",
        lambda: plain(LINE, SIGNED, b"Transfer-Encoding: chunked", b"Content-Length: 5", body=b"0\r\n\r\n"),
    ),
    "two lengths": (
        400,
        "bad_request",
        lambda: plain(LINE, SIGNED, b"Content-Length: 5", b"Content-Length: 6", body=b"12345"),
    ),
    "two lengths in one header": (400, "bad_request", lambda: plain(LINE, b"Content-Length: 5, 5", body=b"12345")),
    "a negative length": (400, "bad_request", lambda: plain(LINE, b"Content-Length: -5", body=b"12345")),
    "a length with a plus": (400, "bad_request", lambda: plain(LINE, b"Content-Length: +5", body=b"12345")),
    "a length in hex": (400, "bad_request", lambda: plain(LINE, b"Content-Length: 0x5", body=b"12345")),
    "a length past 64 bits": (400, "bad_request", lambda: plain(LINE, b"Content-Length: " + b"9" * 30)),
    "a body too large by its length": (413, "body_too_large", lambda: post(hexed(GOOD), b"x" * (MAX_BYTES + 1))),
    "a huge body that never comes": (413, "body_too_large", lambda: plain(LINE, b"Content-Length: 99999999999")),
    "a huge body that waits to be let in": (
        413,
        "body_too_large",
        lambda: plain(LINE, b"Content-Length: 99999999999", b"Expect: 100-continue"),
    ),
    "a body too large in chunks": (
        413,
        "body_too_large",
        lambda: chunked(b"".join(b"1000\r\n" + b"x" * 4096 + b"\r\n" for _ in range(6)) + b"0\r\n\r\n"),
    ),
    "a compressed body": (415, "unsupported_encoding", lambda: post([*hexed(GOOD), ("Content-Encoding", "gzip")])),
    "a body compressed twice": (
        415,
        "unsupported_encoding",
        lambda: post([*hexed(GOOD), ("Content-Encoding", "br, gzip")]),
    ),
    "compression between two hops": (
        415,
        "unsupported_encoding",
        lambda: post([*hexed(GOOD), ("Transfer-Encoding", "gzip, chunked")], b"0\r\n\r\n", framed=False),
    ),
    "an unknown framing": (400, "bad_request", lambda: plain(LINE, b"Transfer-Encoding: gzip", body=b"x")),
    "chunks twice": (400, "bad_request", lambda: plain(LINE, *[b"Transfer-Encoding: chunked"] * 2, body=b"0\r\n\r\n")),
    "a chunk of no size": (400, "bad_request", lambda: chunked(b"zz\r\nabc\r\n0\r\n\r\n")),
    "a chunk of a negative size": (400, "bad_request", lambda: chunked(b"-1\r\nabc\r\n0\r\n\r\n")),
    "a chunk larger than any memory": (400, "bad_request", lambda: chunked(b"FFFFFFFFFFFFFFFFFF\r\nabc")),
    "a chunk longer than it says": (400, "bad_request", lambda: chunked(b"3\r\nabcdef\r\n0\r\n\r\n")),
    "lines without a carriage return": (400, "bad_request", lambda: LINE + b"\nHost: hub\n\n"),
    "a folded header": (400, "bad_request", lambda: plain(LINE, b"X-A: 1\r\n 2")),
    "a blank before the colon": (400, "bad_request", lambda: plain(LINE, b"X-A : 1")),
    "a header without a name": (400, "bad_request", lambda: plain(LINE, b": 1")),
    "a null byte in a header": (400, "bad_request", lambda: plain(LINE, b"X-A: a\0b")),
    "a null byte in the address": (400, "bad_request", lambda: plain(b"POST /a\0b HTTP/1.1")),
    "no host": (400, "bad_request", lambda: LINE + b"\r\n\r\n"),
    "two hosts": (400, "bad_request", lambda: plain(LINE, b"Host: elsewhere")),
    "too many headers": (431, "head_too_large", lambda: plain(LINE, *[b"X-A: 1"] * 120)),
    "a header too large": (431, "head_too_large", lambda: plain(LINE, b"X-A: " + b"a" * 70_000)),
    "an address too long": (431, "head_too_large", lambda: plain(b"POST /" + b"a" * 70_000 + b" HTTP/1.1")),
    "HTTP/2 as if it were agreed on": (400, "bad_request", lambda: b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    "TLS": (400, "bad_request", lambda: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64),
    "a version that is not": (400, "bad_request", lambda: plain(f"POST {ROOT}1 HTTP/9.9".encode())),
    "a request of the year 1991": (400, "bad_request", f"POST {ROOT}1\r\n\r\n".encode),
    "a method that is not": (400, "bad_request", lambda: plain(b"GIVE / HTTP/1.1")),
    "a tunnel": (400, "bad_request", lambda: plain(b"CONNECT elsewhere.example:443 HTTP/1.1")),
    "GET": (405, "method_not_allowed", lambda: plain(f"GET {ROOT}1 HTTP/1.1".encode(), SIGNED)),
    "PUT": (405, "method_not_allowed", lambda: plain(f"PUT {ROOT}1 HTTP/1.1".encode(), SIGNED, b"Content-Length: 0")),
    "DELETE": (405, "method_not_allowed", lambda: plain(f"DELETE {ROOT}1 HTTP/1.1".encode(), SIGNED)),
    "TRACE": (405, "method_not_allowed", lambda: plain(f"TRACE {ROOT}1 HTTP/1.1".encode(), SIGNED)),
    "a method in a header": (
        405,
        "method_not_allowed",
        lambda: plain(f"GET {ROOT}1 HTTP/1.1".encode(), SIGNED, b"X-HTTP-Method-Override: POST"),
    ),
    "a browser that asks whether it may": (
        405,
        "method_not_allowed",
        lambda: plain(f"OPTIONS {ROOT}1 HTTP/1.1".encode(), b"Origin: https://elsewhere.example"),
    ),
    "a way up in the path": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT}1/../2")),
    "a way up, encoded": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT}1%2F..%2F2")),
    "two names": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT}1/a/b")),
    "an empty name": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT}1/")),
    "a name too long": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT}1/{'a' * 201}")),
    "no number": (404, "not_found", lambda: post(right(SEED), path=ROOT)),
    "two slashes in front": (404, "not_found", lambda: post(right(SEED), path=f"/{ROOT}1")),
    "capital letters": (404, "not_found", lambda: post(right(SEED), path=f"{ROOT.upper()}1")),
    "a neighbouring path": (404, "not_found", lambda: post(right(SEED), path="/api/webhooks/integrations1")),
    "files of the computer": (404, "not_found", lambda: post(right(SEED), path="/../../etc/passwd")),
}


def not_looked_into(*_: object, **__: object) -> None:
    raise AssertionError("a body was looked into before its signature was found right")


def test_there_are_enough_of_them():
    assert len(FORGED) + len(REFUSED) >= 120


@pytest.mark.parametrize("attack", FORGED)
def test_what_is_not_signed_right_is_answered_alike_and_not_looked_into(target, attack, monkeypatch):
    monkeypatch.setattr(reception, "decode", not_looked_into)
    before = target.stored()
    status, content, headers = target.send(FORGED[attack]())
    assert (status, content["error"]["code"]) == (401, "invalid_signature")
    assert "retry-after" not in headers
    assert "server" not in headers
    assert target.stored() == before


@pytest.mark.parametrize("attack", REFUSED)
def test_what_is_no_proper_request_is_refused_in_the_one_shape(target, attack, monkeypatch):
    monkeypatch.setattr(reception, "decode", not_looked_into)
    status, code, request = REFUSED[attack]
    before = target.stored()
    told, content, headers = target.send(request())
    assert (told, content["success"], content["error"]["code"]) == (status, False, code)
    assert not any(name.startswith("access-control") for name in headers)
    if status in {400, 413, 415, 431}:
        assert headers["connection"] == "close"
    assert target.stored() == before


@pytest.mark.parametrize(
    ("first", "pieces", "status"),
    [
        (b"", [], 0),
        (b"POST ", [], 0),
        (LINE + b"\r\nHost: hub\r\n", [b"X-A: 1\r\n"] * 6, 0),
        (b"", [b"\r\n"] * 6, 0),
        (LINE + b"\r\nHost: hub\r\nContent-Length: 100\r\n\r\n", [b"a"] * 6, 408),
        (LINE + b"\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n", [b"1\r\na\r\n"] * 6, 408),
    ],
    ids=["silence", "half a line", "a slow head", "line breaks for ever", "a slow body", "slow chunks"],
)
def test_who_is_too_slow_is_cut_off(target, first, pieces, status):
    before = target.stored()
    with contextlib.closing(target.connect()) as connection:
        connection.sendall(first)
        with contextlib.suppress(ConnectionError):
            for piece in pieces:
                time.sleep(DEADLINE_SECONDS / 4)
                connection.sendall(piece)
        assert answer(connection)[0] == status
    assert target.stored() == before


def test_line_breaks_after_an_answer_do_not_keep_a_connection(target):
    with contextlib.closing(target.connect()) as connection:
        connection.sendall(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert answer(connection)[0] == 200
        with contextlib.suppress(ConnectionError):
            for _ in range(6):
                time.sleep(DEADLINE_SECONDS / 4)
                connection.sendall(b"\r\n")
        with contextlib.suppress(ConnectionError):
            assert connection.recv(1) == b""


def test_who_leaves_in_the_middle_of_a_body_leaves_nothing(target):
    before = target.stored()
    for _ in range(5):
        with contextlib.closing(target.connect()) as connection:
            connection.sendall(post(right(SEED), BODY)[:-10])
    assert target.stored() == before


def test_a_request_behind_a_refused_one_is_never_read(target):
    """What one program takes for a body and another for a request is no way in."""
    inner = post(right(SEED, b"[1]"), b"[1]")
    before = target.stored()
    smuggled = plain(LINE, b"Content-Length: 6", b"Transfer-Encoding: chunked", body=b"0\r\n\r\nG" + inner)
    assert target.send(smuggled)[0] == 400
    assert target.send(chunked(b"zz\r\n" + inner))[0] == 400
    assert target.send(post([*WRONG, ("Connection", "Upgrade"), ("Upgrade", "h2c")]) + inner)[0] == 401
    assert target.stored() == before


def test_too_many_connections_are_told_to_come_later_and_then_dropped(target):
    held = [target.connect() for _ in range(64)]
    try:
        time.sleep(0.05)
        status, content, headers = target.send(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")
        assert (status, content["error"]["code"], headers["retry-after"]) == (503, "too_busy", "1")
        held += [target.connect() for _ in range(64)]
        time.sleep(0.05)
        assert target.send(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")[0] == 0
    finally:
        for connection in held:
            connection.close()
    deadline = time.monotonic() + 5
    while target.send(b"GET /health HTTP/1.1\r\nHost: hub\r\n\r\n")[0] != 200:
        assert time.monotonic() < deadline


# Replays: signed right, but not news


def replayed(target: Target, number: int, first: Pairs, second: Pairs, body: bytes) -> None:
    before = target.stored()
    told = [target.send(post(headers, body, path=number)) for headers in (first, second)]
    assert [status for status, _, _ in told] == [202, 202]
    assert [content["data"]["repeated"] for _, content, _ in told] == [False, True]
    assert told[0][1]["data"]["deliveryId"] == told[1][1]["data"]["deliveryId"]
    assert target.stored() == before + 1


@pytest.mark.parametrize("number", [SEED, STANDARD, GITHUB, STRIPE])
def test_a_captured_delivery_that_is_sent_again_is_stored_once(target, number):
    body = json.dumps({"id": f"evt_{number}", "data": []}).encode()
    headers = right(number, body, message_id=f"msg_captured_{number}")
    replayed(target, number, headers, headers, body)


def test_a_new_id_does_not_make_a_captured_delivery_of_github_news(target):
    body = b'{"action": "captured"}'
    replayed(target, GITHUB, right(GITHUB, body, message_id="a"), right(GITHUB, body, message_id="b"), body)


def test_a_sender_of_standard_webhooks_may_try_again_later(target):
    body = b'{"a": "try"}'
    early, late = (right(STANDARD, body, message_id="m9", away=away) for away in (-60, 0))
    replayed(target, STANDARD, early, late, body)


def test_what_a_stranger_captured_for_one_system_is_worth_nothing_for_another(target):
    headers = right(SEED)
    assert target.send(post(headers, path=GITHUB))[0] == 401
    assert target.send(post(headers, path=OFF))[0] == 401


# Bodies that are signed right and are no deliveries

ODD = {
    "deep lists": b"[" * 10_000,
    "deep objects": b'{"a":' * 3_000,
    "no numbers": b'{"data": [{"studentId": NaN}]}',
    "too large a number": b'{"data": [{"studentId": 1e400}]}',
    "half a character": b'{"data": ["\\ud800"]}',
    "null bytes": b"\0" * 100,
    "not UTF-8": b"\xff\xfe\xfd",
    "a number": b"5",
    "nothing": b"",
    "blanks": b"   ",
    "XML": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "two values": b"{} {}",
}


@pytest.mark.parametrize("odd", ODD)
def test_what_is_signed_right_and_cannot_be_read_waits_for_a_person(target, odd):
    body = ODD[odd]
    status, content, _ = target.send(post(right(SEED, body), body))
    assert status == 202
    while (ticket := target.hub.syncs.take(0.2)) is not None:
        assert target.hub.syncs.run_ticket(ticket) is not None
    delivery = target.hub.webhooks.delivery(PRINCIPAL, content["data"]["deliveryId"])
    assert delivery.state is DeliveryState.REFUSED
    assert delivery.reason
    assert delivery.body == body


# Floods


def test_a_flood_of_wrong_deliveries_is_slowed_and_right_ones_still_come_in(target):
    statuses = [target.send(post(WRONG))[0] for _ in range(12)]
    assert statuses == [401] * 12
    for _ in range(8):
        target.hub.reception.refuse(target.hub.reception.look_up(SEED), SEED, "127.0.0.1")
    status, content, headers = target.send(post(WRONG))
    assert (status, content["error"]["code"]) == (429, "too_many")
    assert int(headers["retry-after"]) >= 2
    body = b'{"a": "right in a flood"}'
    assert target.send(post(right(SEED, body), body))[0] == 202


def test_an_unknown_number_is_slowed_just_as_a_known_one(target):
    told = []
    for number in (SEED, 4711):
        target.hub.reception._slowing = Slowing()
        for _ in range(20):
            target.hub.reception.refuse(target.hub.reception.look_up(number), number, "127.0.0.1")
        status, content, headers = target.send(post(WRONG, path=number))
        told.append((status, content, headers["retry-after"], set(headers)))
    assert told[0] == told[1]


def test_wrong_deliveries_are_counted_and_audited_once_a_minute(target):
    def rows() -> int:
        return len([r for r in target.hub.audit.latest(PRINCIPAL, 1000) if r.use_case == "deliveries.receive"])

    before, counted = rows(), target.hub.webhooks.show(PRINCIPAL, GITHUB).refused
    for _ in range(10):
        assert target.send(post(WRONG, path=GITHUB))[0] == 401
    status = target.hub.webhooks.show(PRINCIPAL, GITHUB)
    assert (status.refused, status.refused_from) == (counted + 10, "127.0.0.1")
    assert rows() <= before + 1
