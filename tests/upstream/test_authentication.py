import base64
import threading
from collections.abc import Callable
from typing import Any

import pytest

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.sign_in import SECRET_LABELS
from hub_desktop.upstream.authentication import _MISSING
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import KEY, SECRETS, Waits, integration, read_pages, records, session

ROWS = [{"id": "1"}]


def sent(secrets: dict[str, str] = SECRETS, **changes: Any) -> Asked:
    with HttpServer(lambda _: as_json(ROWS)) as server:
        assert records(read_pages(integration(server.url, **changes), secrets)) == ROWS
    return server.asked[0]


def test_bearer() -> None:
    assert sent().headers["authorization"] == f"Bearer {KEY}"
    assert sent(bearerPrefix="JWT").headers["authorization"] == f"JWT {KEY}"
    assert sent(bearerPrefix="").headers["authorization"] == KEY


def test_api_key_in_a_header() -> None:
    assert sent(authType="api-key").headers["x-api-key"] == KEY
    placed = {"place": "header", "name": "Authorization", "prefix": "token"}
    assert sent(authType="api-key", apiKeyIn=placed).headers["authorization"] == f"token {KEY}"
    placed["prefix"] = "Token token="
    assert sent(authType="api-key", apiKeyIn=placed).headers["authorization"] == f"Token token={KEY}"


def test_api_key_in_the_query() -> None:
    asked = sent(
        authType="api-key",
        apiKeyIn={"place": "query", "name": "ws"},
        endpoints={"students": {"path": "/server.php?wsfunction=x&ws=YOURS", "params": {"a": "%"}}},
    )
    assert asked.path == "/server.php"
    assert asked.params == [("wsfunction", "x"), ("a", "%"), ("ws", KEY)]


def test_api_key_in_a_cookie() -> None:
    placed = {"place": "cookie", "name": "access_key"}
    assert sent(authType="api-key", apiKeyIn=placed).headers["cookie"] == f"access_key={KEY}"
    beside = sent(authType="api-key", apiKeyIn=placed | {"prefix": "v1."}, headers={"Cookie": "lang=en"})
    assert beside.headers["cookie"] == f"lang=en; access_key=v1.{KEY}"


@pytest.mark.parametrize("key", ["two; words=1", "with blank", "with\\backslash", "kéy"])
def test_a_key_that_no_cookie_can_carry_is_said(key: str) -> None:
    with HttpServer(lambda _: as_json(ROWS)) as server:
        of = integration(server.url, authType="api-key", apiKeyIn={"place": "cookie", "name": "k"})
        with pytest.raises(ConfigurationError, match="no cookie can carry") as caught:
            read_pages(of, {"apiKey": key})
    assert key not in caught.value.sentence + caught.value.detail
    assert not server.asked


def test_no_sign_in() -> None:
    asked = sent({}, authType="none")
    assert "authorization" not in asked.headers
    assert "cookie" not in asked.headers


def test_no_sign_in_that_is_refused_is_said() -> None:
    with HttpServer(lambda _: as_json({}, 401)) as server, pytest.raises(SignInError, match="without sign-in"):
        read_pages(integration(server.url, authType="none"), {})
    assert len(server.asked) == 1


def test_basic() -> None:
    value = sent(authType="basic", username="jörg").headers["authorization"]
    assert base64.b64decode(value.removeprefix("Basic ")).decode() == f"jörg:{KEY}"


def test_own_headers_and_those_kept_in_the_vault() -> None:
    submitted = read_integration(
        {
            "name": "Moodle",
            "baseUrl": "http://x",
            "headers": {"X-Tenant": "north", "X-Auth-Token": "s3cret-value"},
            "endpoints": {"students": "/s"},
            "apiKey": KEY,
        }
    )
    with HttpServer(lambda _: as_json(ROWS)) as server:
        here = submitted.integration.model_copy(update={"base_url": server.url})
        read_pages(here, submitted.secrets)
        assert server.asked[0].headers["x-tenant"] == "north"
        assert server.asked[0].headers["x-auth-token"] == "s3cret-value"
        with pytest.raises(SignInError, match="X-Auth-Token yet"):
            read_pages(here, {"apiKey": KEY})


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("bearer", "has no token yet"),
        ("api-key", "has no key yet"),
        ("basic", "has no password yet"),
        ("oauth", "has no client secret yet"),
        ("oauth1", "has no consumer secret yet"),
        ("session", "has no password yet"),
    ],
)
def test_a_missing_secret_is_asked_for_and_nothing_is_sent(kind: str, words: str) -> None:
    with HttpServer(lambda _: as_json(ROWS)) as server:
        settings = {
            "oauth": {"tokenUrl": f"{server.url}/token"},
            "oauth1": {"consumerKey": "k"},
            "session": {"path": "/login"},
        }
        with pytest.raises(SignInError, match=words):
            read_pages(integration(server.url, authType=kind, **settings), {})
        assert not server.asked


class TokenServer:
    """Issues numbered tokens and accepts those it was told to."""

    def __init__(self, content: dict[str, Any] | Callable[[], Reply] | None = None, good: str = "token-") -> None:
        self.issued = 0
        self.good = good
        self._content = content if content is not None else {"expires_in": 3600}

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/token":
            self.issued += 1
            if callable(self._content):
                return self._content()
            return as_json({"access_token": f"token-{self.issued}", "token_type": "bearer"} | self._content)
        if not asked.headers.get("authorization", "").startswith(f"Bearer {self.good}"):
            return as_json({}, 401)
        return as_json(ROWS)


def oauth(url: str, **changes: Any) -> Any:
    settings = {"tokenUrl": f"{url}/token", "clientId": "hub:1", "scope": "roster"} | changes
    return integration(url, authType="oauth", oauth=settings)


@pytest.mark.parametrize("how", ["basic", "body"])
def test_client_credentials(how: str) -> None:
    with HttpServer(TokenServer()) as server, session(oauth(server.url, clientAuth=how)) as upstream:
        pages = list(upstream.pages("students"))
        assert pages[0].requests == 2
        assert next(upstream.pages("students")).requests == 1
        assert "token-1" not in upstream.redactor.text("Bearer token-1")
    form = server.asked[0].body.decode()
    assert "grant_type=client_credentials&scope=roster" in form
    if how == "basic":
        given = base64.b64decode(server.asked[0].headers["authorization"].removeprefix("Basic ")).decode()
        assert given == f"hub%3A1:{KEY}"
        assert KEY not in form
    else:
        assert f"client_id=hub%3A1&client_secret={KEY}" in form
        assert "authorization" not in server.asked[0].headers


def test_a_refused_token_is_renewed_once() -> None:
    with HttpServer(TokenServer(good="token-2")) as server:
        assert records(read_pages(oauth(server.url))) == ROWS
    assert [asked.path for asked in server.asked] == ["/token", "/students", "/token", "/students"]


def test_a_token_refused_twice_is_a_sign_in_error() -> None:
    with HttpServer(TokenServer(good="never")) as server, pytest.raises(SignInError, match="client"):
        read_pages(oauth(server.url))
    assert len(server.asked) == 4


def test_a_refused_bearer_token_is_not_tried_again() -> None:
    with HttpServer(lambda _: as_json({}, 401)) as server, pytest.raises(SignInError, match="Moodle refused the token"):
        read_pages(integration(server.url))
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("expires", "later", "fetched"),
    [
        (3600, 3000, 1),
        (3600, 3550, 2),
        ("600", 550, 2),
        (10, 9.5, 2),
        (None, 10**7, 1),
        ("soon", 10**7, 1),
        (-1, 10**7, 1),
        (0, 10**7, 1),
        (True, 10**7, 1),
        (1e300, 10**6, 1),
        ([], 10**7, 1),
    ],
)
def test_lifetimes_odd_ones_too(expires: Any, later: float, fetched: int) -> None:
    seconds = [0.0]
    tokens = TokenServer({"expires_in": expires})
    with HttpServer(tokens) as server, session(oauth(server.url), clock=lambda: seconds[0]) as upstream:
        list(upstream.pages("students"))
        seconds[0] = later
        list(upstream.pages("students"))
    assert tokens.issued == fetched


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (as_json({"error": "invalid_client"}, 401), SignInError),
        (as_json({"error": "invalid_grant", "error_description": f"secret {KEY} is old"}, 400), SignInError),
        (as_json({"error": "invalid_scope"}, 400), ConfigurationError),
        (as_json({"message": "no"}, 404), ConfigurationError),
        (Reply(b"<html><title>Sign in</title>", content_type="text/html"), ConfigurationError),
        (as_json({"token": "x"}), ConfigurationError),
        (as_json({"access_token": 7}), ConfigurationError),
        (as_json({"access_token": "a\r\nX: b"}), ConfigurationError),
        (as_json({}, 503), TransientError),
    ],
)
def test_what_a_token_endpoint_can_answer(reply: Reply, kind: type[HubError]) -> None:
    with HttpServer(TokenServer(lambda: reply)) as server, pytest.raises(kind) as caught:
        read_pages(oauth(server.url))
    assert caught.value.sentence.startswith("Moodle ")
    assert KEY not in caught.value.sentence + caught.value.detail
    assert all(asked.path == "/token" for asked in server.asked)


def test_a_client_secret_is_not_sent_over_http_when_the_system_has_https() -> None:
    unsafe = integration("https://erp.example", authType="oauth", oauth={"tokenUrl": "http://erp.example/token"})
    with pytest.raises(ConfigurationError, match="unprotected"):
        session(unsafe)


def test_a_token_endpoint_elsewhere_is_allowed_but_not_its_redirects() -> None:
    with HttpServer(lambda _: as_json(ROWS)) as server, HttpServer(TokenServer()) as tokens:
        assert (
            records(read_pages(integration(server.url, authType="oauth", oauth={"tokenUrl": f"{tokens.url}/token"})))
            == ROWS
        )
        tokens.handler = lambda _: Reply(status=307, headers=[("Location", f"{server.url}/steal")])
        asked = len(server.asked)
        with pytest.raises(ConfigurationError):
            read_pages(integration(server.url, authType="oauth", oauth={"tokenUrl": f"{tokens.url}/token"}))
        assert len(server.asked) == asked


def test_one_renewal_serves_all_who_wait() -> None:
    tokens = TokenServer()
    with HttpServer(tokens) as server, session(oauth(server.url), pause=Waits()) as upstream:
        list(upstream.pages("students"))
        sign_in = upstream._sign_in
        from hub_desktop.upstream.wire import Request

        refused = sign_in.sign(Request("GET", server.url), threading.Event())
        assert sign_in.refresh(refused)
        renewed = sign_in.sign(Request("GET", server.url), threading.Event())
        assert sign_in.refresh(refused)
        assert sign_in.sign(Request("GET", server.url), threading.Event()) == renewed
    assert tokens.issued == 2


def test_each_secret_that_is_missing_has_its_sentence() -> None:
    assert set(_MISSING) >= set(SECRET_LABELS)
