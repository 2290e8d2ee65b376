"""Requests on the way that the settings of the program name."""

import base64
import threading
from pathlib import Path

import pytest

from hub_desktop.core.errors import ConfigurationError, TransientError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.network import ProxyUse, Way
from hub_desktop.upstream.network_checks import examine_way
from hub_desktop.upstream.wire import Answer, Request, Wire
from tests.fakes.http_server import HttpServer, Reply, as_json, free_port
from tests.upstream.test_doctor_network import answering


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def ask(url: str, way: Way) -> Answer:
    with Wire("Moodle", way=way) as wire:
        return wire.send(Request("GET", url), cancel=threading.Event())


def own(url: str, **more: object) -> Way:
    return Way(ProxyUse.OWN, url, **more)  # type: ignore[arg-type]


def test_a_proxy_of_ones_own_is_used_with_its_password() -> None:
    heard: list[str] = []

    def handler(asked: object) -> Reply:
        heard.append(asked.headers["proxy-authorization"])  # type: ignore[attr-defined]
        return as_json(["by proxy"])

    with HttpServer(handler) as proxy:
        answer = ask("http://moodle.example.edu/x", own(proxy.url, user="hub", password="s3cret:1"))
    assert answer.body == b'["by proxy"]'
    assert heard == [f"Basic {base64.b64encode(b'hub:s3cret:1').decode()}"]


def test_it_is_not_used_for_whom_it_is_not_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    way = own(f"http://127.0.0.1:{free_port()}")
    with HttpServer(lambda _: as_json([1])) as server:
        assert ask(server.url, way).body == b"[1]"


def test_none_is_none_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    with HttpServer(lambda _: as_json(["by proxy"])) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        assert ask("http://moodle.invalid/x", Way()).body == b'["by proxy"]'
        with pytest.raises(TransientError, match="was not found"):
            ask("http://moodle.invalid/x", Way(ProxyUse.NONE))
        assert len(proxy.asked) == 1


def test_a_proxy_that_does_not_answer_is_named() -> None:
    way = own(f"http://127.0.0.1:{free_port()}")
    for url in ("http://moodle.example.edu/x", "https://moodle.example.edu/x"):
        with pytest.raises(TransientError, match=r"The proxy 127\.0\.0\.1:\d+ on the way to Moodle does not answer"):
            ask(url, way)


def test_a_proxy_that_asks_for_a_password_is_told() -> None:
    with answering(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n") as port:
        for url in ("http://moodle.example.edu/x", "https://moodle.example.edu/x"):
            with pytest.raises(ConfigurationError, match="asks for a user name and password"):
                ask(url, own(f"http://127.0.0.1:{port}"))


def test_a_file_without_certificates_is_told(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("nothing")
    with HttpServer(lambda _: as_json([])) as server, pytest.raises(ConfigurationError, match="cannot be read"):
        ask(server.url, Way(ca_file=tmp_path / "ca.pem"))


def test_the_way_is_told_step_by_step_up_to_the_first_that_fails() -> None:
    moodle = read_integration({"name": "Moodle", "baseUrl": "http://moodle.example.edu"}).integration
    with HttpServer(lambda _: as_json([])) as proxy:
        checks = examine_way(moodle, own(proxy.url), threading.Event())
        assert not proxy.asked, "nothing is sent"
    assert [check.name for check in checks] == ["Address", "Proxy", "Name look-up", "Connection"]
    assert "The settings of Hub Desktop lead to Moodle through the proxy" in checks[1].sentence
    assert all(check.ok for check in checks)
    checks = examine_way(moodle, own(f"http://127.0.0.1:{free_port()}"), threading.Event())
    assert [check.ok for check in checks] == [True, True, True, False]
    assert "refuses connections" in checks[-1].sentence
