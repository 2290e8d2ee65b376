"""The network checks of the doctor, against real sockets and real certificates."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hub_desktop.core.errors import CancelledError, Remedy
from hub_desktop.core.network import ProxyUse, Way
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream import network_checks, ways
from hub_desktop.upstream.certificates import Certificate, distrust, trusted
from hub_desktop.upstream.doctor import Check, Mark, Report, examine
from hub_desktop.upstream.reading import Patience
from hub_desktop.upstream.report import named
from hub_desktop.upstream.wire import Wire
from tests.fakes.http_server import HttpServer, Reply, as_json, free_port
from tests.upstream.certificates import Authority
from tests.upstream.session import SECRETS, integration

ROWS = [{"id": 1, "name": "A"}]
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "getproxies", dict)


def report(url: str, ca_file: Path | None = None) -> Report:
    with Wire("Moodle", ca_file=ca_file) as wire:
        return examine(
            integration(url),
            SECRETS,
            cancel=threading.Event(),
            redactor=Redactor(),
            wire=wire,
            patience=Patience(tries=1, deadline=5),
        )


def step(found: Report, name: str) -> Check:
    return named(found.checks, name)


def by_name(server: HttpServer) -> str:
    return server.url.replace("127.0.0.1", "localhost")


@contextmanager
def answering(content: bytes) -> Iterator[int]:
    """Give the port of a server that says the same to everybody and closes."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(2)
                    if content:
                        with contextlib.suppress(OSError):
                            connection.recv(2048)
                            connection.sendall(content)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


# -- address and name ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "mark", "words"),
    [
        ("https://moodle.college.edu", Mark.PASSED, "on the internet; what is sent there is encrypted"),
        ("http://moodle.college.edu", Mark.NOTED, "keys and records can be read on their way"),
        ("http://192.168.1.20:8080", Mark.PASSED, "the college's own network"),
        ("https://erp.college.con", Mark.NOTED, "did you mean “erp.college.com”"),
        ("https://ww.college.edu", Mark.NOTED, "www.college.edu"),
        ("https://erp.college.edu//api", Mark.NOTED, "two slashes"),
        ("https://erp.college.edu/login.html", Mark.NOTED, "pages for people"),
    ],
)
def test_the_address_as_it_is_written(url: str, mark: Mark, words: str) -> None:
    checks = network_checks.NetworkChecks(integration(url), ca_file=None, cancel=threading.Event())
    found = checks.address()
    assert found.mark is mark
    assert words in found.sentence


def test_addresses_found_are_counted_and_a_slow_look_up_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object, **__: object) -> list[tuple[object, ...]]:
        time.sleep(0.05)
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.1.2.3", 443)),
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fd00::1", 443, 0, 0)),
        ]

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    monkeypatch.setattr(network_checks, "_SLOW_LOOK_UP", 0.01)
    checks = network_checks.NetworkChecks(integration("https://m.edu"), ca_file=None, cancel=threading.Event())
    found = checks.look_up()
    assert "2 addresses (1 IPv4 and 1 IPv6)" in found.sentence
    assert "That is slow" in found.sentence
    assert "leads into the college's own network" in found.sentence
    assert found.detail == "10.1.2.3, fd00::1"
    assert found.mark is Mark.NOTED


def test_every_address_is_tried_and_those_that_fail_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with HttpServer(lambda _: as_json(ROWS)) as server:
        checks = network_checks.NetworkChecks(integration(server.url), ca_file=None, cancel=threading.Event())
        checks._addresses = [("127.0.0.1", socket.AF_INET), ("127.0.0.2", socket.AF_INET6)]
        found = checks.connection()
    assert found.mark is Mark.NOTED
    assert "127.0.0.2 did not answer" in found.sentence
    assert "127.0.0.1: " in found.detail
    assert " ms" in found.detail


@pytest.mark.threads_kept
def test_a_look_up_that_hangs_is_left_when_the_test_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(10) and [])
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    began = time.monotonic()
    with pytest.raises(CancelledError):
        examine(integration("https://m.edu"), SECRETS, cancel=cancel, redactor=Redactor())
    assert time.monotonic() - began < 2
    release.set()


def test_nothing_listens() -> None:
    found = report(f"http://127.0.0.1:{free_port()}")
    assert step(found, "Connection").ok is False
    assert "refuses connections" in step(found, "Connection").sentence
    assert step(found, "Connection").remedy is Remedy.EDIT
    assert "tried again" not in step(found, "Connection").sentence
    assert step(found, "students").ok is None
    assert not found.ok


def test_a_computer_that_is_not_there() -> None:
    found = report("http://no-such-computer.invalid")
    assert step(found, "Name look-up").ok is False
    assert "was not found" in step(found, "Name look-up").sentence
    assert [check.ok for check in found.checks[2:]] == [None] * 3


# -- certificates ----------------------------------------------------------------------------------------------------


def test_a_good_certificate_of_the_colleges_own_issuer(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with HttpServer(lambda _: as_json(ROWS), authority.context("localhost")) as server:
        found = report(by_name(server), authority.file)
    check = step(found, "Certificate")
    assert check.mark is Mark.PASSED
    assert "no public issuer but trusted here" in check.sentence
    assert "TLSv1.3; certificate of localhost, made out to localhost, issued by College of Testing" in check.detail
    assert found.ok


def test_a_certificate_that_ends_soon(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with HttpServer(lambda _: as_json(ROWS), authority.context("localhost", ends=timedelta(days=5.5))) as server:
        check = step(report(by_name(server), authority.file), "Certificate")
    assert check.mark is Mark.NOTED
    assert "in 5 days" in check.sentence


@pytest.mark.parametrize(
    ("names", "begins", "ends", "words"),
    [
        (["localhost"], -30, -3, "ago. Ask whoever runs it to renew"),
        (["localhost"], 3, 30, "the clock of this PC is wrong"),
        (["lms.elsewhere.edu"], -30, 30, "made out to “lms.elsewhere.edu”, not to “localhost”"),
    ],
)
def test_a_certificate_that_is_refused_says_why(
    tmp_path: Path, names: list[str], begins: int, ends: int, words: str
) -> None:
    authority = Authority(tmp_path)
    context = authority.context(*names, begins=timedelta(days=begins), ends=timedelta(days=ends))
    with HttpServer(lambda _: as_json(ROWS), context) as server:
        found = report(by_name(server), authority.file)
        assert not server.asked
    check = step(found, "Certificate")
    assert check.ok is False
    assert words in check.sentence
    assert check.sentence.endswith("Nothing was sent.")
    assert "issued by College of Testing" in check.detail
    assert step(found, "Sign-in").ok is None


def test_an_issuer_nobody_knows(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with HttpServer(lambda _: as_json(ROWS), authority.context("localhost")) as server:
        check = step(report(by_name(server)), "Certificate")
    assert check.ok is False
    assert "“College of Testing”, an issuer this computer does not know" in check.sentence


def test_plain_http_on_the_port() -> None:
    with HttpServer(lambda _: as_json(ROWS)) as server:
        check = step(report(server.url.replace("http:", "https:")), "Certificate")
    assert check.ok is False
    assert "does not speak https" in check.sentence
    assert "http://" in check.sentence


def test_a_port_that_closes_at_once() -> None:
    with answering(b"") as port:
        check = step(report(f"https://127.0.0.1:{port}"), "Certificate")
    assert check.ok is False
    assert "broke" in check.sentence


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1:DeprecationWarning")
def test_encryption_that_is_too_old(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    context = authority.context("localhost")
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    with HttpServer(lambda _: as_json(ROWS), context) as server:
        check = step(report(by_name(server), authority.file), "Certificate")
    assert check.ok is False
    assert "too old to be safe" in check.sentence


def certificate(**changes: object) -> Certificate:
    plain: dict[str, object] = {
        "subject": "lms.college.edu",
        "issuer": "Example CA",
        "names": ("lms.college.edu", "*.college.edu", "10.0.0.1"),
        "begins": NOW - timedelta(days=30),
        "ends": NOW + timedelta(days=60),
        "self_signed": False,
    }
    return Certificate(**(plain | changes))  # type: ignore[arg-type]


def test_a_proxy_that_re_signs_is_a_note() -> None:
    check = trusted(
        "Moodle", certificate(), "TLSv1.3", public=False, private_host=False, proxy="proxy.college:3128", now=NOW
    )
    assert check.mark is Mark.NOTED
    assert "The proxy proxy.college:3128 seems to re-sign the connection" in check.sentence
    assert "“Example CA”" in check.sentence
    direct = trusted("Moodle", certificate(), "TLSv1.3", public=False, private_host=False, proxy="", now=NOW)
    assert "A proxy, firewall or antivirus program seems to re-sign" in direct.sentence
    public = trusted("Moodle", certificate(), "TLSv1.3", public=True, private_host=False, proxy="", now=NOW)
    assert public.mark is Mark.PASSED


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"self_signed": True}, "signed by itself"),
        ({"issuer": "DigiCert Inc"}, "whole chain"),
        ({}, "an issuer this computer does not know"),
    ],
)
def test_why_an_issuer_is_not_trusted(changes: dict[str, object], words: str) -> None:
    assert words in distrust("Moodle", "lms.college.edu", certificate(**changes), "unable to get local issuer", NOW)


@pytest.mark.parametrize(
    ("host", "fits"),
    [
        ("lms.college.edu", True),
        ("LMS.College.Edu.", True),
        ("x.college.edu", True),
        ("a.b.college.edu", False),
        ("college.edu", False),
        ("10.0.0.1", True),
        ("10.0.0.2", False),
    ],
)
def test_whom_a_certificate_is_made_out_to(host: str, fits: bool) -> None:
    assert certificate().fits(host) is fits


# -- proxies ---------------------------------------------------------------------------------------------------------


def test_the_proxy_on_the_way_is_said_and_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n") as port:
        monkeypatch.setattr(ways, "getproxies", lambda: {"https": f"http://someone:s3cret@127.0.0.1:{port}"})
        found = report("https://lms.college.edu")
    assert step(found, "Proxy").mark is Mark.NOTED
    assert f"through the proxy 127.0.0.1:{port}" in step(found, "Proxy").sentence
    assert "asks for a user name and password" in step(found, "Connection").sentence
    assert "s3cret" not in str(found)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "does not let connections through to Moodle"),
        (b"HTTP/1.1 502 Bad Gateway\r\n\r\n", "does not reach Moodle"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "there is a proxy, is none"),
    ],
)
def test_what_a_proxy_refuses(monkeypatch: pytest.MonkeyPatch, answer: bytes, words: str) -> None:
    with answering(answer) as port:
        monkeypatch.setattr(ways, "getproxies", lambda: {"https": f"127.0.0.1:{port}"})
        found = report("https://lms.college.edu")
    assert words in step(found, "Connection").sentence


def test_a_proxy_of_a_kind_that_cannot_be_used_is_where_the_test_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "getproxies", lambda: {"all": "socks5://someone:s3cret@127.0.0.1:1080"})
    found = report("https://lms.college.edu")
    assert step(found, "Proxy").ok is False
    assert "cannot be used: socks5://127.0.0.1:1080" in step(found, "Proxy").sentence
    assert step(found, "Connection").ok is None
    assert "s3cret" not in str(found)


@pytest.mark.parametrize("status", ["407 Who", "403 No", "502 Gone", "nothing"])
def test_a_proxy_of_our_own_is_not_said_to_be_the_computers(status: str) -> None:
    answer = f"HTTP/1.1 {status}\r\n\r\n".encode() if status[0].isdigit() else b"SSH-2.0-OpenSSH\r\n\r\n"
    with answering(answer) as port:
        way = Way(ProxyUse.OWN, f"http://127.0.0.1:{port}")
        checks = network_checks.examine_way(integration("https://lms.college.edu"), way, threading.Event())
    said = " ".join(check.sentence for check in checks)
    assert checks[-1].ok is False
    assert "computer" not in said
    assert "of Hub Desktop" in checks[-1].sentence or "Settings, Network" in checks[-1].sentence


def test_what_a_proxy_did_to_the_certificate_is_looked_at_through_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority(tmp_path, "Netgate of the College")
    tunnels: list[str] = []

    def handler(_: object) -> Reply:
        return as_json(ROWS)

    with HttpServer(handler, authority.context("lms.college.edu")) as server, _tunnelling(server.port, tunnels) as port:
        monkeypatch.setattr(ways, "getproxies", lambda: {"https": f"http://127.0.0.1:{port}"})
        checks = network_checks.NetworkChecks(
            integration("https://lms.college.edu"), ca_file=None, cancel=threading.Event()
        )
        checks.look_up()
        assert "through the proxy" in checks.connection().sentence
        refused = checks.certificate()
    assert "“Netgate of the College”" in refused.sentence
    assert tunnels
    assert set(tunnels) == {"CONNECT lms.college.edu:443 HTTP/1.1"}


@contextmanager
def _tunnelling(target: int, tunnels: list[str]) -> Iterator[int]:
    """Give the port of a proxy that leads every tunnel to one port of this computer."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threads: list[threading.Thread] = []

        def copy(source: socket.socket, sink: socket.socket) -> None:
            with contextlib.suppress(OSError):
                while chunk := source.recv(65536):
                    sink.sendall(chunk)
                sink.shutdown(socket.SHUT_WR)

        def tunnel(connection: socket.socket) -> None:
            with connection, socket.create_connection(("127.0.0.1", target)) as inner:
                connection.settimeout(5)
                inner.settimeout(5)
                asked = connection.recv(4096)
                if not asked:
                    # The doctor only looked whether somebody listens.
                    return
                tunnels.append(asked.partition(b"\r\n")[0].decode())
                connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                back = threading.Thread(target=copy, args=(inner, connection))
                back.start()
                copy(connection, inner)
                with contextlib.suppress(OSError):
                    inner.shutdown(socket.SHUT_RDWR)
                back.join(5)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                thread = threading.Thread(target=tunnel, args=(connection,))
                threads.append(thread)
                thread.start()

        server = threading.Thread(target=serve)
        server.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            server.join(5)
            for thread in threads:
                thread.join(6)
