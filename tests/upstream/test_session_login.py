"""Signing in with a request of its own: the token or cookies it gives, when they end, and what goes wrong."""

import base64
import json
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote

import pytest

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.upstream.authentication import authenticator
from hub_desktop.upstream.wire import Request, Wire
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import integration, read_pages, records, session

USER, PASSWORD = "registrar", 'five-"green"-b1cycles {x}'
SECRETS = {"password": PASSWORD}
ROWS = [{"id": "1"}]


class LoginServer:
    """Gives numbered tokens to whoever knows the password, in the answer and as a cookie."""

    def __init__(self) -> None:
        self.logins = 0
        self.good: set[str] = set()
        self.instead: Callable[[Asked], Reply | None] = lambda _: None
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        with self._lock:
            if asked.path == "/api/login":
                self.logins += 1
                return self.instead(asked) or self._login(asked)
            sent = asked.headers.get("authorization", "") + asked.headers.get("cookie", "")
            return as_json(ROWS) if any(token in sent for token in self.good) else as_json({}, 401)

    def _login(self, asked: Asked) -> Reply:
        given = dict(asked.params)
        if asked.headers.get("content-type") == "application/json":
            given = json.loads(asked.body)
        elif asked.body:
            given = dict(parse_qsl(asked.body.decode()))
        if (given.get("username"), given.get("password")) != (USER, PASSWORD):
            return as_json({"non_field_errors": ["Unable to log in with provided credentials."]}, 400)
        token = f"sess1on-number-{self.logins:02}"
        self.good.add(token)
        reply = as_json({"data": {"token": token}, "id": self.logins})
        reply.headers += [
            ("Set-Cookie", f"sid={token}; Path=/; HttpOnly; Expires=Wed, 09 Jun 2032 10:18:14 GMT"),
            ("Set-Cookie", "theme=dark; Path=/"),
        ]
        return reply


def login(url: str, changes: dict[str, Any] | None = None, **more: Any) -> Any:
    settings = {"path": "/login", "tokenPath": "data.token", **(changes or {})}
    return integration(f"{url}/api", authType="session", username=USER, session=settings, **more)


def read(server: LoginServer, settings: dict[str, Any] | None = None, **more: Any) -> tuple[list[object], list[Asked]]:
    with HttpServer(server) as listening:
        return records(read_pages(login(listening.url, settings, **more), SECRETS)), listening.asked


def test_the_usual_login_is_json_with_name_and_password() -> None:
    rows, (first, second) = read(LoginServer())
    assert rows == ROWS
    assert first.method == "POST"
    assert json.loads(first.body) == {"username": USER, "password": PASSWORD}
    assert second.headers["authorization"] == "Bearer sess1on-number-01"


def test_a_login_as_a_form_and_a_header_of_its_own() -> None:
    form = {"username": "{username}", "password": "{password}", "service": "hub"}
    settings = {"form": form, "header": "X-Session", "value": "JWT {token}", "headers": {"X-Client": "{username}"}}
    server = LoginServer()
    with HttpServer(server) as listening:
        of = login(listening.url, settings, headers={"X-Tenant": "north", "X-Client": "of all requests"})
        with session(of, SECRETS) as upstream:
            signed = upstream._sign_in.sign(Request("GET", f"{listening.url}/api/x"), threading.Event())
        asked = listening.asked[0]
    assert dict(parse_qsl(asked.body.decode())) == {"username": USER, "password": PASSWORD, "service": "hub"}
    assert asked.headers["x-tenant"] == "north"
    assert asked.headers["x-client"] == USER
    assert signed.headers == {"X-Session": "JWT sess1on-number-01"}


def test_a_login_by_get_sends_its_form_in_the_query() -> None:
    form = {"username": "{username}", "password": "{password}"}
    rows, (first, _) = read(LoginServer(), {"method": "GET", "form": form}, params={"tenant": "north"})
    assert rows == ROWS
    assert (first.method, first.body) == ("GET", b"")
    assert first.params == [("tenant", "north"), ("username", USER), ("password", PASSWORD)]


def test_cookies_are_the_session_where_no_token_is_named() -> None:
    rows, (_, second) = read(LoginServer(), {"tokenPath": ""}, headers={"Cookie": "lang=en"})
    assert rows == ROWS
    assert second.headers["cookie"] == "lang=en; sid=sess1on-number-01; theme=dark"
    assert "authorization" not in second.headers


def test_a_web_page_with_a_cookie_is_a_session_too() -> None:
    server = LoginServer()

    def page(_: Asked) -> Reply:
        server.good.add("w3b-session")
        return Reply(
            b"<html><title>Welcome</title>", content_type="text/html", headers=[("Set-Cookie", "s=w3b-session")]
        )

    server.instead = page
    assert read(server, {"tokenPath": ""})[0] == ROWS
    assert read(server, {"tokenPath": "", "form": {"u": "{username}", "p": "{password}"}})[0] == ROWS


@pytest.mark.parametrize("status", [302, 303])
def test_a_login_that_leads_on_to_a_page_gives_its_cookies_without_going_there(status: int) -> None:
    server = LoginServer()

    def onward(_: Asked) -> Reply:
        server.good.add("w3b-session")
        return Reply(
            status=status, headers=[("Set-Cookie", "s=w3b-session"), ("Location", "http://elsewhere.example/")]
        )

    server.instead = onward
    rows, asked = read(server, {"tokenPath": "", "form": {"u": "{username}", "p": "{password}"}})
    assert rows == ROWS
    assert len(asked) == 2


def test_a_login_that_leads_on_without_a_cookie_is_no_session() -> None:
    server = LoginServer()
    server.instead = lambda _: Reply(status=302, headers=[("Location", "/again")])
    # That is how many sites answer a wrong password.
    with pytest.raises(SignInError, match="refused the user name or the password"):
        read(server, {"tokenPath": ""})


@pytest.mark.parametrize("settings", [{}, {"tokenPath": ""}])
def test_a_session_that_ended_is_made_anew_once(settings: dict[str, Any]) -> None:
    server = LoginServer()
    with HttpServer(server) as listening, session(login(listening.url, settings), SECRETS) as upstream:
        list(upstream.pages("students"))
        server.good.clear()
        assert [r for page in upstream.pages("students") for r in page.records] == ROWS
        assert server.logins == 2
        server.instead = lambda _: as_json({"data": {"token": "never-good"}}, Set_Cookie="sid=never-good")
        server.good.clear()
        with pytest.raises(SignInError, match="the user name or the password"):
            list(upstream.pages("students"))
    assert server.logins == 3


def test_many_threads_sign_in_once() -> None:
    server = LoginServer()
    together, cancel, seen = threading.Barrier(8), threading.Event(), []
    with HttpServer(server) as listening, Wire("BioTime") as wire:
        shared = authenticator(login(listening.url), SECRETS, wire, deadline_seconds=10)
        plain = Request("GET", f"{listening.url}/api/students")

        def work() -> None:
            together.wait(10)
            refused = shared.sign(plain, cancel)
            if together.wait(10) == 0:
                server.good.clear()
            together.wait(10)
            assert shared.refresh(refused)
            seen.append(wire.send(shared.sign(plain, cancel), deadline_seconds=10, cancel=cancel).status)

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    assert seen == [200] * 8
    assert server.logins == 2


def test_a_session_is_made_anew_before_its_lifetime_ends() -> None:
    server, seconds = LoginServer(), [0.0]
    with (
        HttpServer(server) as listening,
        session(login(listening.url, {"lifetime": 30}), SECRETS, clock=lambda: seconds[0]) as upstream,
    ):
        for seconds[0], logins in ((0.0, 1), (1700.0, 1), (1745.0, 2), (3000.0, 2), (3490.0, 3)):
            list(upstream.pages("students"))
            assert server.logins == logins, seconds


@pytest.mark.parametrize(
    ("path", "body", "token"),
    [
        ("token", {"token": "t0ken"}, "t0ken"),
        ("data.jwt", {"data": {"jwt": "t0ken"}}, "t0ken"),
        ("sessions[0].id", {"sessions": [{"id": "t0ken"}]}, "t0ken"),
        ("[0].id", [{"id": "t0ken"}], "t0ken"),
        ("@", "t0ken", "t0ken"),
        ("id", {"id": 123456}, "123456"),
        ("a.b", {"a.b": "t0ken"}, "t0ken"),
    ],
)
def test_where_a_token_can_lie(path: str, body: Any, token: str) -> None:
    server = LoginServer()
    server.good.add(token)
    server.instead = lambda _: as_json(body)
    assert read(server, {"tokenPath": path})[0] == ROWS


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("token", {"data": 1}),
        ("token", ["x"]),
        ("token", "text"),
        ("token", {"token": ""}),
        ("token", {"token": None}),
        ("token", {"token": True}),
        ("token", {"token": {"value": "x"}}),
        ("token", {"token": "a\r\nX-Evil: b"}),
        ("token", {"token": "tökën"}),
        ("length(token)", {"token": 7}),
    ],
)
def test_an_answer_without_a_usable_token_is_said(path: str, body: Any) -> None:
    server = LoginServer()
    server.instead = lambda _: as_json(body)
    with pytest.raises(ConfigurationError, match="there is no token at") as caught:
        read(server, {"tokenPath": path})
    assert caught.value.field == "session.tokenPath"
    assert "Evil" not in caught.value.detail


@pytest.mark.parametrize(
    ("reply", "kind", "words"),
    [
        (
            as_json({"detail": "No active account"}, 401),
            SignInError,
            "refused the user name or the password.*No active",
        ),
        (as_json({"non_field_errors": ["no"]}, 400), SignInError, "refused the user name or the password"),
        (as_json({"message": "no"}, 422), SignInError, "refused the user name or the password"),
        (as_json({"message": "no"}, 403), SignInError, "refused the user name or the password"),
        (as_json({"success": False, "message": "Wrong password"}), SignInError, "Wrong password"),
        (as_json({"error": "Invalid login", "errorcode": "invalidlogin"}), SignInError, "Invalid login"),
        (as_json({}, 404), ConfigurationError, "Nobody can be signed in at the sign-in path"),
        (as_json({}, 405), ConfigurationError, "Nobody can be signed in at the sign-in path"),
        (Reply(b"<html><title>Sign in</title>", content_type="text/html"), ConfigurationError, "sign-in path"),
        (Reply(b""), ConfigurationError, "sign-in path"),
        (as_json({}, 503), TransientError, "tried again by itself"),
        (as_json({}, 429), TransientError, "slow down"),
    ],
)
def test_what_a_login_can_answer(reply: Reply, kind: type[HubError], words: str) -> None:
    server = LoginServer()
    server.instead = lambda _: reply
    with pytest.raises(kind, match=words) as caught:
        read(server)
    assert PASSWORD not in caught.value.sentence + caught.value.detail


def test_an_answer_that_repeats_the_password_is_masked() -> None:
    server = LoginServer()
    server.instead = lambda _: as_json({"message": f"The password {PASSWORD} is wrong"}, 401)
    with pytest.raises(SignInError) as caught:
        read(server)
    assert PASSWORD not in caught.value.sentence + caught.value.detail
    assert "••••" in caught.value.sentence


def test_a_password_in_the_query_is_masked_in_errors() -> None:
    server = LoginServer()
    server.instead = lambda _: as_json({"message": "no"}, 401)
    with pytest.raises(SignInError) as caught:
        read(server, {"method": "GET", "form": {"user": "{username}", "password": "{password}"}})
    shown = caught.value.sentence + caught.value.detail + str(caught.value.evidence)
    assert PASSWORD not in shown
    assert quote(PASSWORD, safe="") not in shown
    assert "b1cycles" not in shown


def test_no_cookie_is_said() -> None:
    server = LoginServer()
    server.instead = lambda _: as_json({"ok": True})
    with pytest.raises(ConfigurationError, match="set no cookie"):
        read(server, {"tokenPath": ""})


def test_a_login_without_a_user_name() -> None:
    with HttpServer(LoginServer()) as listening:
        nameless = login(listening.url).model_copy(update={"username": ""})
        with pytest.raises(ConfigurationError, match="no user name yet"):
            read_pages(nameless, SECRETS)
        assert not listening.asked
        with pytest.raises(SignInError, match="has no password yet"):
            read_pages(login(listening.url), {})


def test_a_session_never_leaves_its_origin() -> None:
    server = LoginServer()
    with HttpServer(server) as listening, HttpServer(lambda _: as_json({})) as other, Wire("x") as wire:
        shared = authenticator(login(listening.url), SECRETS, wire, deadline_seconds=10)
        with pytest.raises(ConfigurationError, match="would leave the address"):
            shared.sign(Request("GET", f"{other.url}/api/students"), threading.Event())
        assert server.logins == 0
        server.instead = lambda _: Reply(status=307, headers=[("Location", f"{other.url}/login")])
        with pytest.raises(ConfigurationError):
            shared.sign(Request("GET", f"{listening.url}/api/students"), threading.Event())
        assert not other.asked


def test_tokens_and_cookies_are_masked() -> None:
    for settings in ({}, {"tokenPath": ""}):
        with HttpServer(LoginServer()) as listening, session(login(listening.url, settings), SECRETS) as upstream:
            list(upstream.pages("students"))
            encoded = base64.b64encode(b"sess1on-number-01").decode()
            shown = upstream.redactor.text(f"sid=sess1on-number-01; {encoded}; {PASSWORD}")
            assert "sess1on" not in shown
            assert PASSWORD not in shown
            assert encoded not in shown
