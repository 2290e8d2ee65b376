import gzip
import logging
import socket
import ssl
import threading
import time
import tracemalloc
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
import respx
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, TransientError
from hub_desktop.core.network import ProxyUse, Way
from hub_desktop.upstream.wire import Answer, Request, Wire
from tests.fakes.http2_server import Http2Server
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json, free_port


def ask(url: str, *, deadline: float = 10, wire: Wire | None = None, **headers: str) -> Answer:
    with wire or Wire("Moodle") as used:
        return used.send(Request("GET", url, headers), deadline_seconds=deadline, cancel=threading.Event())


def encoded(body: bytes, encoding: str) -> Reply:
    return Reply(body, headers=[("Content-Encoding", encoding)])


def test_what_is_sent_and_what_comes_back() -> None:
    with HttpServer(lambda _: as_json([1], X_Total_Count="7")) as server:
        answer = ask(f"{server.url}/students?a=1", Authorization="Bearer x")
    asked = server.asked[0]
    assert (answer.status, answer.body, answer.headers["x-TOTAL-count"]) == (200, b"[1]", "7")
    assert asked.headers["accept-encoding"] == "gzip, deflate"
    assert asked.headers["user-agent"].startswith("HubDesktop/")
    assert asked.headers["authorization"] == "Bearer x"
    assert asked.params == [("a", "1")]


def test_parameters_are_encoded_once() -> None:
    with HttpServer(lambda _: as_json([])) as server, Wire("Moodle") as wire:
        params = (("criteria[0][value]", "%"), ("q", "a&b=c d+é"))
        wire.send(Request("GET", server.url + "/x", params=params), cancel=threading.Event())
    assert server.asked[0].params == list(params)


def test_form_is_sent_as_a_body() -> None:
    with HttpServer(lambda _: as_json({})) as server, Wire("Moodle") as wire:
        wire.send(Request("POST", server.url + "/t", form=(("a", "b c"),)), cancel=threading.Event())
    assert server.asked[0].body == b"a=b+c"
    assert server.asked[0].headers["content-type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip"])
def test_gzip_is_read_also_of_several_members(encoding: str) -> None:
    body = gzip.compress(b"[1,") + gzip.compress(b"2]")
    with HttpServer(lambda _: encoded(body, encoding)) as server:
        assert ask(server.url).body == b"[1,2]"


def test_deflate_is_read_with_and_without_its_header() -> None:
    bare = zlib.compressobj(wbits=-15)
    for body in (zlib.compress(b"[1]" * 99), bare.compress(b"[1]" * 99) + bare.flush()):
        with HttpServer(lambda _, body=body: encoded(body, "deflate")) as server:
            assert ask(server.url).body == b"[1]" * 99


def test_a_bomb_is_refused_with_flat_memory() -> None:
    packer = zlib.compressobj(9, wbits=31)
    million = b"0" * 1_000_000
    bomb = b"".join([*(packer.compress(million) for _ in range(300)), packer.flush()])
    with HttpServer(lambda _: encoded(bomb, "gzip")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(ConfigurationError, match="more than 5 MB"):
                ask(server.url, wire=Wire("Moodle", max_body_bytes=5 * 1024 * 1024))
            assert tracemalloc.get_traced_memory()[1] < 30_000_000
        finally:
            tracemalloc.stop()


def test_a_plain_body_over_the_limit_is_refused() -> None:
    with HttpServer(lambda _: Reply(b"x" * 2_000_000)) as server, pytest.raises(ConfigurationError, match="page size"):
        ask(server.url, wire=Wire("Moodle", max_body_bytes=1_000_000))


def test_truncated_gzip_is_noticed() -> None:
    body = gzip.compress(b"[1,2,3]" * 500)[:-12]
    with HttpServer(lambda _: encoded(body, "gzip")) as server, pytest.raises(TransientError, match="broke off"):
        ask(server.url)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"this is no gzip", "gzip"),
        (gzip.compress(gzip.compress(b"[]")), "gzip, gzip"),
        (b"[]", "br"),
    ],
    ids=["not gzip", "gzip twice", "brotli"],
)
def test_encodings_nobody_asked_for_are_refused(body: bytes, encoding: str) -> None:
    with HttpServer(lambda _: encoded(body, encoding)) as server, pytest.raises(ConfigurationError):
        ask(server.url)


def test_a_body_shorter_than_announced_is_noticed() -> None:
    def short(connection: socket.socket, _: threading.Event) -> None:
        connection.sendall(b"[1,2")

    with (
        HttpServer(lambda _: Reply(headers=[("Content-Length", "100")], stream=short)) as server,
        pytest.raises(TransientError, match="in the middle"),
    ):
        ask(server.url)


def test_redirects_on_the_same_origin_are_followed() -> None:
    def handler(asked: Asked) -> Reply:
        if asked.path == "/a":
            return Reply(status=308, headers=[("Location", "/b?x=1")])
        return as_json([asked.param("x")])

    with HttpServer(handler) as server:
        answer = ask(f"{server.url}/a", X_API_Key="key")
    assert answer.body == b'["1"]'
    assert answer.url.endswith("/b?x=1")


def test_a_redirect_to_another_origin_is_refused_and_nothing_is_sent_there() -> None:
    with HttpServer(lambda _: as_json([])) as other:
        with (
            HttpServer(lambda _: Reply(status=302, headers=[("Location", f"{other.url}/steal")])) as server,
            pytest.raises(ConfigurationError) as caught,
        ):
            ask(f"{server.url}/a", **{"X-API-Key": "key"})
        assert not other.asked
    assert server.url in caught.value.sentence
    assert other.url in caught.value.sentence


@pytest.mark.parametrize(
    "where",
    [
        "https://127.0.0.1/x",
        "//evil.example/",
        "http://u:p@127.0.0.1/",
        "http://127.0.0.1\\@evil.example/",
        "ftp://x/",
        "http://[::bad/",
        "http://127.0.0.1:99999/",
    ],
)
def test_odd_redirects_are_refused(where: str) -> None:
    with (
        HttpServer(lambda _: Reply(status=301, headers=[("Location", where)])) as server,
        pytest.raises(ConfigurationError),
    ):
        ask(server.url)


def test_circles_end() -> None:
    with (
        HttpServer(lambda _: Reply(status=302, headers=[("Location", "/again")])) as server,
        pytest.raises(ConfigurationError, match="circles"),
    ):
        ask(server.url)
    assert len(server.asked) == 6


def drip(start: bytes) -> Reply:
    def stream(connection: socket.socket, stopping: threading.Event) -> None:
        connection.sendall(start)
        while not stopping.wait(0.05):
            connection.sendall(b" ")

    return Reply(stream=stream, raw=True)


def endless_1xx(connection: socket.socket, stopping: threading.Event) -> None:
    while not stopping.wait(0.05):
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\nX: y\r\n\r\n")


@pytest.mark.parametrize(
    "reply",
    [
        drip(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"),
        drip(b"HTTP/1.1 200 OK\r\nX-Slow: "),
        drip(b"HTTP/1.1 "),
        Reply(stream=endless_1xx, raw=True),
        Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True),
    ],
    ids=["dripped body", "dripped header", "dripped status", "endless 1xx", "silent"],
)
def test_the_deadline_holds_whatever_drips(reply: Reply) -> None:
    before = threading.active_count()
    with HttpServer(lambda _: reply) as server:
        began = time.monotonic()
        with pytest.raises(TransientError, match="did not answer within") as caught:
            ask(server.url, deadline=0.5)
        assert time.monotonic() - began < 3
    assert caught.value.kind == "transient"
    assert not [t for t in threading.enumerate() if t.name.startswith("wire")]
    assert threading.active_count() <= before


@pytest.mark.parametrize("kept_alive", [False, True])
def test_cancel_takes_effect_while_the_upstream_is_silent(kept_alive: bool) -> None:
    asked = threading.Event()

    def handler(request: Asked) -> Reply:
        if request.path == "/first":
            return as_json([])
        asked.set()
        return Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True)

    cancel = threading.Event()
    with HttpServer(handler) as server, Wire("Moodle") as wire:
        if kept_alive:
            wire.send(Request("GET", f"{server.url}/first"), cancel=cancel)
        threading.Thread(target=lambda: (asked.wait(5), cancel.set())).start()
        began = time.monotonic()
        with pytest.raises(CancelledError):
            wire.send(Request("GET", server.url), deadline_seconds=60, cancel=cancel)
        assert time.monotonic() - began < 2
        assert not [t for t in threading.enumerate() if t.name.startswith("wire")]


def test_cancel_takes_effect_during_a_tls_handshake_nobody_answers() -> None:
    cancel = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as mute:
        threading.Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with Wire("Moodle") as wire, pytest.raises(CancelledError):
            wire.send(Request("GET", f"https://127.0.0.1:{mute.getsockname()[1]}"), cancel=cancel)
        assert time.monotonic() - began < 2
        assert not [t for t in threading.enumerate() if t.name.startswith("wire")]


def test_after_an_abort_the_wire_still_works() -> None:
    silent = Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True)
    with HttpServer(lambda asked: silent if asked.path == "/s" else as_json([])) as server, Wire("Moodle") as wire:
        with pytest.raises(TransientError):
            wire.send(Request("GET", f"{server.url}/s"), deadline_seconds=0.3, cancel=threading.Event())
        assert wire.send(Request("GET", server.url), cancel=threading.Event()).status == 200
        assert wire.requests_made == 2


def test_refused_connections_and_unknown_names_have_their_own_sentences() -> None:
    with pytest.raises(TransientError, match="refuses connections") as refused:
        ask(f"http://127.0.0.1:{free_port()}")
    assert "switched off" in refused.value.sentence
    with pytest.raises(TransientError, match="was not found") as unknown:
        ask("http://no-such-computer.invalid")
    assert "no-such-computer.invalid" in unknown.value.sentence


def test_a_server_that_hangs_up_is_transient() -> None:
    with HttpServer(lambda _: Reply(stream=lambda *_: None, raw=True)) as server, pytest.raises(TransientError):
        ask(server.url)


def test_https_at_a_plain_port_is_named() -> None:
    with HttpServer(lambda _: as_json([])) as server, pytest.raises(HubError, match=r"https|secure"):
        ask(server.url.replace("http://", "https://"))


@respx.mock
@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (httpx.ReadTimeout("key=abc"), TransientError),
        (httpx.RemoteProtocolError("key=abc"), TransientError),
        (httpx.LocalProtocolError("Illegal header value b'abc'"), TransientError),
        (httpx.UnsupportedProtocol("abc"), TransientError),
    ],
)
def test_what_the_library_says_reaches_nobody(raised: Exception, kind: type[HubError]) -> None:
    respx.get("http://erp.example/x").mock(side_effect=raised)
    with pytest.raises(kind) as caught:
        ask("http://erp.example/x")
    assert "abc" not in caught.value.sentence + caught.value.detail
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize("value", ["a\r\nX: y", "a\nb", "a\0b"])
def test_a_forged_header_never_leaves_and_its_value_is_not_told(value: str) -> None:
    with HttpServer(lambda _: as_json([])) as server, pytest.raises(ConfigurationError) as caught:
        ask(server.url, **{"X-Key": value})
    assert not server.asked
    assert "X-Key" in caught.value.sentence
    assert value not in caught.value.sentence
    assert caught.value.__context__ is None


def test_a_key_outside_latin_1_is_sent_as_utf_8() -> None:
    with HttpServer(lambda _: as_json([])) as server:
        ask(server.url, **{"X-Key": "ключ"})
    assert server.asked[0].headers["x-key"].encode("latin-1").decode() == "ключ"


def test_nothing_shows_a_secret(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    request = Request("GET", "http://h/x?token=abc", {"Authorization": "abc"}, (("key", "abc"),), (("s", "abc"),))
    assert "abc" not in repr(request)
    with HttpServer(lambda _: as_json(["abc"])) as server:
        answer = ask(f"{server.url}/x?api_key=abc")
    assert "abc" not in repr(answer)
    assert "abc" not in caplog.text


def certificate(folder: Path, name: str = "localhost") -> tuple[Path, ssl.SSLContext]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return file, context


def test_certificates_are_checked(tmp_path: Path) -> None:
    file, context = certificate(tmp_path)
    with HttpServer(lambda _: as_json([1]), context) as server:
        address = server.url.replace("127.0.0.1", "localhost")
        with pytest.raises(ConfigurationError, match="issuer this computer does not know"):
            ask(address)
        assert ask(address, wire=Wire("Moodle", ca_file=file)).body == b"[1]"
        assert len(server.asked) == 1
    file, context = certificate(tmp_path, "elsewhere")
    with HttpServer(lambda _: as_json([1]), context) as server, pytest.raises(ConfigurationError, match="another name"):
        ask(server.url.replace("127.0.0.1", "localhost"), wire=Wire("Moodle", ca_file=file))


def test_loopback_needs_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    with HttpServer(lambda _: as_json([])) as server:
        assert ask(server.url).status == 200


def test_a_proxy_of_the_system_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with HttpServer(lambda _: as_json(["by proxy"])) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask("http://erp.example/x").body == b'["by proxy"]'


@pytest.mark.parametrize("kind", ["socks5", "socks4", "socks"])
def test_a_proxy_of_a_kind_that_cannot_be_used_is_told_in_words(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """And stands in nobody's way who does not go through it."""
    with HttpServer(lambda _: as_json(["by proxy"])) as proxy:
        monkeypatch.setenv("all_proxy", f"{kind}://asha:s3cret@127.0.0.1:1080")
        with pytest.raises(ConfigurationError, match=f"cannot be used: {kind}://127.0.0.1:1080") as refused:
            ask("http://erp.example/x")
        assert "s3cret" not in refused.value.sentence + refused.value.detail
        assert ask(f"{proxy.url}/x").status == 200
        monkeypatch.setenv("http_proxy", proxy.url)
        with Wire("Moodle") as wire:
            assert ask("http://erp.example/x", wire=wire).body == b'["by proxy"]'
            with pytest.raises(ConfigurationError, match="cannot be used"):
                ask("https://erp.example/x", wire=wire)


@pytest.mark.parametrize(
    "written", ["http://asha:12#s3cret@proxy:1", "http://[proxy:1", "http://proxy:port", "http://"]
)
def test_a_proxy_that_cannot_be_read_is_told_and_not_passed_by(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("http_proxy", written)
    with pytest.raises(ConfigurationError, match="one whose address cannot be read") as refused:
        ask("http://erp.example/x")
    assert "12" not in refused.value.sentence + refused.value.detail


def test_a_proxy_of_our_own_that_cannot_be_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    way = Way(ProxyUse.OWN, "http://prö xy:80")
    with pytest.raises(ConfigurationError, match="in Settings, Network, cannot be used"):
        ask("http://erp.example/x", wire=Wire("Moodle", way=way))


def test_http_2_is_spoken_where_it_is_offered(tmp_path: Path) -> None:
    file, context = certificate(tmp_path)
    wire = Wire("Moodle", ca_file=file)
    with Http2Server(context, b"[1]") as server, wire:
        address = f"https://localhost:{server.port}/api/students"
        request = Request("GET", address, {"X-College-ID": "12", "Authorization": "Bearer t0ken"}, (("page", "1"),))
        for _ in range(3):
            answer = wire.send(request, cancel=threading.Event())
            assert (answer.status, answer.body, answer.headers["content-type"]) == (200, b"[1]", "application/json")
        posted = Request("POST", address, json=b'{"a": 1}')
        assert wire.send(posted, cancel=threading.Event()).body == b"[1]"
        assert server.connections == 1
    asked = server.asked[0]
    assert (asked[":path"], asked["x-college-id"], asked["authorization"]) == (
        "/api/students?page=1",
        "12",
        "Bearer t0ken",
    )
    assert (server.asked[3][":method"], server.asked[3]["content-type"]) == ("POST", "application/json")


def test_cancel_and_deadline_hold_over_http_2_too(tmp_path: Path) -> None:
    file, context = certificate(tmp_path)
    with Http2Server(context, b"", silent=True) as server, Wire("Moodle", ca_file=file) as wire:
        request = Request("GET", f"https://localhost:{server.port}/")
        began = time.monotonic()
        with pytest.raises(TransientError, match="did not answer within"):
            wire.send(request, deadline_seconds=0.3, cancel=threading.Event())
        cancel = threading.Event()
        threading.Timer(0.2, cancel.set).start()
        with pytest.raises(CancelledError):
            wire.send(request, cancel=cancel)
        assert time.monotonic() - began < 5


def test_a_content_type_of_the_request_is_sent_alone():
    request = Request("POST", "http://x.in/s", {"content-type": "application/vnd.api+json"}, json=b"{}")
    with Wire("x") as wire:
        sent = wire._prepared(request, 5.0)
    assert sent.headers.get_list("content-type") == ["application/vnd.api+json"]
