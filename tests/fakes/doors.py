"""Every way of signing in, as upstreams check it: on every single request."""

import base64
import hashlib
import hmac
import json
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, unquote

from tests.fakes.http_server import Asked, Reply, as_json

SECRET = "s3cret/of+the college&=é"
USER = "registrar@college.example"
LATIN = "k3y/of+the=college"
"""For headers, where signs outside ASCII have no agreed form."""


class Door:
    """Lets in whoever has signed in, and gives tokens where there are tokens to be had."""

    def __init__(self) -> None:
        self.refused = 0
        self.given = 0
        self._good: set[str] = set()
        self._lock = threading.Lock()

    def gives(self, asked: Asked) -> Reply | None:
        """Return the answer where the request is one for a token, else None."""
        return None

    def lets_in(self, asked: Asked) -> bool:
        """Tell whether the request is signed in."""
        raise NotImplementedError

    def revoke(self) -> None:
        """Refuse every token given so far."""
        with self._lock:
            self._good.clear()

    def new_token(self) -> str:
        """Return a token that is good from now on."""
        with self._lock:
            self.given += 1
            token = f"t0ken-number-{self.given}"
            self._good.add(token)
            return token

    def is_good(self, token: str) -> bool:
        """Tell whether a token is good."""
        with self._lock:
            return token in self._good


class Checked(Door):
    """Looks at the request alone."""

    def __init__(self, check: Callable[[Asked], bool]) -> None:
        super().__init__()
        self._check = check

    def lets_in(self, asked: Asked) -> bool:
        """Tell whether the request is signed in."""
        return self._check(asked)


class TokenDoor(Door):
    """Gives tokens at /token for what `right` finds right, and wants them in the Authorization header."""

    def __init__(self, right: Callable[[Asked, dict[str, str]], bool]) -> None:
        super().__init__()
        self._right = right

    def gives(self, asked: Asked) -> Reply | None:
        """Return a token for the right request."""
        if asked.path != "/token":
            return None
        form = dict(parse_qsl(asked.body.decode(), keep_blank_values=True))
        if asked.method != "POST" or not self._right(asked, form):
            return as_json({"error": "invalid_client"}, 401)
        return as_json({"access_token": self.new_token(), "token_type": "Bearer", "expires_in": 3600})

    def lets_in(self, asked: Asked) -> bool:
        """Tell whether the request carries a good token."""
        return self.is_good(asked.headers.get("authorization", "").removeprefix("Bearer "))


class LoginDoor(Door):
    """Gives a session at /login for name and password, as a token in the answer or as a cookie."""

    def __init__(self, *, cookie: bool) -> None:
        super().__init__()
        self._cookie = cookie

    def gives(self, asked: Asked) -> Reply | None:
        """Return a session for the right name and password."""
        if not asked.path.endswith("/login"):
            return None
        given = json.loads(asked.body)
        if (given.get("username"), given.get("password")) != (USER, SECRET):
            return as_json({"detail": "No active account found"}, 401)
        token = self.new_token()
        return (
            as_json({"ok": True}, Set_Cookie=f"sid={token}; Path=/; HttpOnly")
            if self._cookie
            else as_json({"token": token})
        )

    def lets_in(self, asked: Asked) -> bool:
        """Tell whether the request belongs to a session."""
        if self._cookie:
            return self.is_good(asked.headers.get("cookie", "").removeprefix("sid="))
        return self.is_good(asked.headers.get("authorization", "").removeprefix("JWT "))


class SignatureDoor(Door):
    """Works the signature of every request out for itself (RFC 5849), and takes no nonce twice."""

    def __init__(self) -> None:
        super().__init__()
        self._nonces: set[str] = set()

    def lets_in(self, asked: Asked) -> bool:
        """Tell whether the signature is right and new."""
        header = asked.headers.get("authorization", "")
        given = {name: unquote(value) for name, value in re.findall(r'(\w+)="([^"]*)"', header)}
        signature = given.pop("oauth_signature", "")
        given.pop("realm", None)
        with self._lock:
            fresh = given.get("oauth_nonce", "") not in self._nonces
            self._nonces.add(given.get("oauth_nonce", ""))
        pairs = [*asked.params, *given.items()]
        if asked.headers.get("content-type", "").startswith("application/x-www-form-urlencoded"):
            pairs += parse_qsl(asked.body.decode(), keep_blank_values=True)
        joined = "&".join(f"{name}={value}" for name, value in sorted((_quoted(n), _quoted(v)) for n, v in pairs))
        address = f"http://{asked.headers['host']}{asked.path}"
        base = "&".join(_quoted(part) for part in (asked.method, address, joined))
        digest = hmac.new(f"{_quoted(SECRET)}&{_quoted(LATIN)}".encode(), base.encode(), hashlib.sha256).digest()
        return fresh and hmac.compare_digest(signature, base64.b64encode(digest).decode())


def _quoted(text: str) -> str:
    return quote(text, safe="-._~")


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@dataclass(frozen=True)
class SignIn:
    """One way of signing in: what the integration is told, its secrets, and the door that checks them."""

    name: str
    integration: Mapping[str, Any]
    """In place of {url} stands the address of the upstream."""
    secrets: Mapping[str, str]
    door: Callable[[], Door]
    renews: bool = False
    """Whether a token that was revoked is come by anew."""
    asks_first: int = 0
    """Requests before the first page."""


def _cookies(asked: Asked) -> dict[str, str]:
    return dict(part.strip().split("=", 1) for part in asked.headers.get("cookie", "").split(";") if "=" in part)


def _header(name: str, value: str) -> Callable[[], Door]:
    return lambda: Checked(lambda asked: asked.headers.get(name) == value)


def _oauth(**more: Any) -> dict[str, Any]:
    return {"authType": "oauth", "oauth": {"tokenUrl": "{url}/token", "clientId": "hub of it", **more}}


_CLIENT = _basic(quote("hub of it").replace("%20", "+"), quote(SECRET, safe="").replace("%20", "+"))

SIGN_INS: tuple[SignIn, ...] = (
    SignIn("API key in a header", {"authType": "api-key"}, {"apiKey": LATIN}, _header("x-api-key", LATIN)),
    SignIn(
        "API key in a header, with a prefix",
        {"authType": "api-key", "apiKeyIn": {"place": "header", "name": "Authorization", "prefix": "Token token="}},
        {"apiKey": LATIN},
        _header("authorization", f"Token token={LATIN}"),
    ),
    SignIn(
        "API key in the query",
        {"authType": "api-key", "apiKeyIn": {"place": "query", "name": "wstoken"}},
        {"apiKey": SECRET},
        lambda: Checked(lambda asked: [value for name, value in asked.params if name == "wstoken"] == [SECRET]),
    ),
    SignIn(
        "API key in a cookie",
        {"authType": "api-key", "apiKeyIn": {"place": "cookie", "name": "session"}},
        {"apiKey": LATIN},
        lambda: Checked(lambda asked: _cookies(asked).get("session") in {LATIN, quote(LATIN, safe="")}),
    ),
    SignIn("bearer token", {"authType": "bearer"}, {"apiKey": LATIN}, _header("authorization", f"Bearer {LATIN}")),
    SignIn(
        "bearer token, with a word of its own",
        {"authType": "bearer", "bearerPrefix": "token"},
        {"apiKey": "key:secret"},
        _header("authorization", "token key:secret"),
    ),
    SignIn(
        "user name and password",
        {"authType": "basic", "username": USER},
        {"password": SECRET},
        _header("authorization", _basic(USER, SECRET)),
    ),
    SignIn(
        "OAuth 2.0, client in the header",
        _oauth(scope="roster.readonly"),
        {"clientSecret": SECRET},
        lambda: TokenDoor(
            lambda asked, form: (
                asked.headers.get("authorization") == _CLIENT
                and form == {"grant_type": "client_credentials", "scope": "roster.readonly"}
            )
        ),
        renews=True,
        asks_first=1,
    ),
    SignIn(
        "OAuth 2.0, client in the body",
        _oauth(clientAuth="body"),
        {"clientSecret": SECRET},
        lambda: TokenDoor(
            lambda _, form: (
                form == {"grant_type": "client_credentials", "client_id": "hub of it", "client_secret": SECRET}
            )
        ),
        renews=True,
        asks_first=1,
    ),
    SignIn(
        "OAuth 2.0, user name and password",
        {**_oauth(grant="password"), "username": USER},
        {"clientSecret": SECRET, "password": SECRET},
        lambda: TokenDoor(
            lambda _, form: (
                (form.get("grant_type"), form.get("username"), form.get("password")) == ("password", USER, SECRET)
            )
        ),
        renews=True,
        asks_first=1,
    ),
    SignIn(
        "session with a token",
        {
            "authType": "session",
            "username": USER,
            "session": {"path": "/login", "tokenPath": "token", "value": "JWT {token}"},
        },
        {"password": SECRET},
        lambda: LoginDoor(cookie=False),
        renews=True,
        asks_first=1,
    ),
    SignIn(
        "session with cookies",
        {"authType": "session", "username": USER, "session": {"path": "/login"}},
        {"password": SECRET},
        lambda: LoginDoor(cookie=True),
        renews=True,
        asks_first=1,
    ),
    SignIn(
        "OAuth 1.0a",
        {
            "authType": "oauth1",
            "oauth1": {"consumerKey": "district", "token": "t", "signatureMethod": "HMAC-SHA256"},
        },
        {"consumerSecret": SECRET, "tokenSecret": LATIN},
        SignatureDoor,
    ),
)
