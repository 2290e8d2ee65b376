import threading
import time
from typing import Any

import pytest

from hub_desktop.core.errors import CancelledError, ConfigurationError, HubError, SignInError
from hub_desktop.upstream.device_sign_in import DeviceCode, sign_in_with_code
from hub_desktop.upstream.wire import Wire
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.fakes.oauth_server import CLIENT, CLIENT_SECRET, OAuthServer, served, settings
from tests.upstream.session import Waits, integration


def sign_in(url: str, *, waits: Any = None, cancel: threading.Event | None = None, **more: Any):
    """Sign in without really waiting; return the tokens and the codes that were shown."""
    shown: list[DeviceCode] = []
    of = integration(url, authType="oauth", oauth=settings(url, "device-code", **more.pop("oauth", {})))
    assert of.oauth is not None
    with Wire(of.name) as wire:
        tokens = sign_in_with_code(
            of,
            of.oauth,
            "" if of.oauth.client_auth == "none" else CLIENT_SECRET,
            wire,
            show_code=shown.append,
            cancel=cancel or threading.Event(),
            pause=waits or Waits(),
            deadline_seconds=10,
            **more,
        )
    return tokens, shown


@pytest.mark.parametrize("client_auth", ["basic", "body", "none"])
def test_a_person_types_the_code(client_auth: str) -> None:
    server = OAuthServer(confidential=client_auth != "none", device=["authorization_pending"] * 3)
    waits = Waits()
    with served(server) as listening:
        tokens, shown = sign_in(listening.url, waits=waits, oauth={"clientAuth": client_auth})
        assert shown == [
            DeviceCode("WDJB-MJHT", f"{listening.url}/activate", f"{listening.url}/activate?user_code=WDJB-MJHT", 600.0)
        ]
    assert tokens.access in server.good
    assert tokens.refresh in server.refreshable
    assert waits.seconds == [5.0] * 4
    assert server.forms[0]["client_id"] == CLIENT
    assert server.forms[0]["scope"] == "roster"
    assert set(server.grants) == {"urn:ietf:params:oauth:grant-type:device_code"}
    assert CLIENT_SECRET not in str(server.forms) or client_auth == "body"


def test_slow_down_adds_five_seconds_each_time() -> None:
    server = OAuthServer(device=["slow_down", "authorization_pending", "slow_down"])
    waits = Waits()
    with served(server) as listening:
        sign_in(listening.url, waits=waits)
    assert waits.seconds == [5.0, 10.0, 10.0, 15.0]


def test_a_fault_on_the_way_is_waited_out() -> None:
    server, replies = OAuthServer(), [as_json({}, 503), as_json({}, 502), None]
    server.token_reply = lambda: replies.pop(0) if replies else None
    waits = Waits()
    with served(server) as listening:
        tokens, _ = sign_in(listening.url, waits=waits)
    assert tokens.access in server.good
    assert waits.seconds == [5.0, 10.0, 20.0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("access_denied", "was declined"),
        ("expired_token", "no longer good"),
        ("invalid_grant", "no longer good"),
    ],
)
def test_how_a_code_ends(code: str, words: str) -> None:
    server = OAuthServer(device=["authorization_pending", code])
    with served(server) as listening, pytest.raises(SignInError, match=words) as caught:
        sign_in(listening.url)
    assert code in caught.value.detail
    assert len(server.grants) == 2


def test_a_code_ends_by_itself() -> None:
    seconds = [0.0]

    def pause(cancel: threading.Event, wait: float) -> bool:
        seconds[0] += wait
        return cancel.is_set()

    server = OAuthServer(device=["authorization_pending"] * 500)
    with served(server) as listening, pytest.raises(SignInError, match="no longer good"):
        sign_in(listening.url, waits=pause, clock=lambda: seconds[0])
    assert seconds[0] == 600
    assert len(server.grants) == 120


def test_a_sign_in_is_cancelled_while_it_waits() -> None:
    cancel = threading.Event()
    timer = threading.Timer(0.2, cancel.set)
    began = time.monotonic()
    with served(OAuthServer(device=["authorization_pending"] * 9)) as listening:
        timer.start()
        with pytest.raises(CancelledError, match="stopped"):
            sign_in(listening.url, cancel=cancel, waits=lambda event, wait: event.wait(wait))
    timer.join()
    assert time.monotonic() - began < 4


def begun(content: Any, status: int = 200) -> Any:
    """Return a server whose device address answers so, and whose tokens come at once."""
    inner = OAuthServer()

    def handler(asked: Asked) -> Reply:
        return as_json(content, status) if asked.path == "/device" else inner(asked)

    return HttpServer(handler)


GOOD = {"device_code": "dev1ce-code-of-the-college", "user_code": "ABCD", "verification_uri": "https://idp.example/go"}


@pytest.mark.parametrize(
    ("more", "interval", "life"),
    [
        ({}, 5.0, 900.0),
        ({"interval": 7, "expires_in": 60}, 7.0, 60.0),
        ({"interval": "2", "expires_in": "120"}, 2.0, 120.0),
        ({"interval": 0, "expires_in": 0}, 5.0, 900.0),
        ({"interval": -1, "expires_in": "soon"}, 5.0, 900.0),
        ({"interval": True, "expires_in": None}, 5.0, 900.0),
        ({"interval": 1e9, "expires_in": 1e300}, 60.0, 1800.0),
    ],
)
def test_odd_numbers_are_tolerated(more: dict[str, Any], interval: float, life: float) -> None:
    waits = Waits()
    with begun(GOOD | more) as listening:
        _, shown = sign_in(listening.url, waits=waits)
    assert waits.seconds == [interval]
    assert shown[0].seconds == life
    assert shown[0].complete_address == ""


def test_the_address_under_its_older_name() -> None:
    older = {name: value for name, value in GOOD.items() if name != "verification_uri"}
    with begun(older | {"verification_url": "https://idp.example/device"}) as listening:
        assert sign_in(listening.url)[1][0].address == "https://idp.example/device"


@pytest.mark.parametrize(
    "change",
    [
        {"device_code": None},
        {"device_code": "a\r\nb"},
        {"user_code": 7},
        {"user_code": "x" * 41},
        {"user_code": "A\x1b[2J"},
        {"verification_uri": None},
        {"verification_uri": "javascript:alert(1)"},
        {"verification_uri": "file:///etc/passwd"},
        {"verification_uri": "https://idp@evil.example"},
        {"verification_uri": "https://idp.example/a b"},
    ],
)
def test_what_cannot_be_shown_or_opened_is_not(change: dict[str, Any]) -> None:
    with begun(GOOD | change) as listening, pytest.raises(ConfigurationError, match="gave no code") as caught:
        sign_in(listening.url)
    assert caught.value.field == "oauth.deviceUrl"


def test_a_complete_address_that_no_browser_may_open_is_left_out() -> None:
    with begun(GOOD | {"verification_uri_complete": "smb://idp.example/x"}) as listening:
        assert sign_in(listening.url)[1][0].complete_address == ""


@pytest.mark.parametrize(
    ("content", "status", "kind"),
    [
        ({"error": "invalid_client"}, 401, SignInError),
        ({"error": "unauthorized_client"}, 400, SignInError),
        ({"error": "invalid_scope"}, 400, ConfigurationError),
        ({"message": "no such thing"}, 404, ConfigurationError),
        ([], 200, ConfigurationError),
    ],
)
def test_what_the_device_address_can_answer(content: Any, status: int, kind: type[HubError]) -> None:
    with begun(content, status) as listening, pytest.raises(kind) as caught:
        sign_in(listening.url)
    assert caught.value.sentence.startswith("Moodle ")
    assert CLIENT_SECRET not in caught.value.sentence + caught.value.detail
