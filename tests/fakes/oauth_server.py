"""A small real OAuth 2.0 server on the loopback that checks what a careful one checks, and a browser that visits it."""

import base64
import hashlib
import http.client
import itertools
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

CLIENT = "hub:1"
CLIENT_SECRET = "cl1ent-s3cret-of-the-college"
USER, PASSWORD = "registrar", "five-green-b1cycles"


@dataclass
class _Code:
    challenge: str
    redirect: str


@dataclass
class OAuthServer:
    """The handler of an `HttpServer`: /authorize, /device, /token, and /students for whoever has a good token."""

    confidential: bool = True
    issuer: str = ""
    """Sent as `iss`; the server's own address where empty."""
    consent: str = ""
    """An error with which the sign-in page answers instead of a code."""
    rotates: bool = True
    """Whether a refresh token is good once."""
    lifetime: Any = 3600
    device: list[str] = field(default_factory=list)
    """What polling for a device answers before it gives a token."""
    token_reply: Callable[[], Reply | None] = lambda: None
    """Answers the token endpoint in place of this server where it returns something."""
    good: set[str] = field(default_factory=set)
    """Access tokens that /students accepts."""
    refreshable: set[str] = field(default_factory=set)
    grants: list[str] = field(default_factory=list)
    """The grants asked for at the token endpoint, in order."""
    forms: list[dict[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        self._codes: dict[str, _Code] = {}
        self._lock = threading.Lock()

    def __call__(self, asked: Asked) -> Reply:
        with self._lock:
            match asked.path:
                case "/authorize":
                    return self._authorize(asked)
                case "/device":
                    return self._device(asked)
                case "/token":
                    return self._token(asked)
                case _:
                    return self._students(asked)

    def revoke_access(self) -> None:
        """Let every access token end at once, as a server does that was told to."""
        with self._lock:
            self.good.clear()

    def revoke(self) -> None:
        """Take back everything a person ever allowed."""
        with self._lock:
            self.good.clear()
            self.refreshable.clear()

    def issued(self) -> dict[str, Any]:
        """Return a new pair of tokens, as the token endpoint gives it."""
        number = next(self._numbers)
        access, refresh = f"acc3ss-token-number-{number:03}", f"r3fresh-token-number-{number:03}"
        self.good.add(access)
        self.refreshable.add(refresh)
        answer = {"access_token": access, "token_type": "Bearer", "refresh_token": refresh}
        return answer if self.lifetime is None else answer | {"expires_in": self.lifetime}

    def _authorize(self, asked: Asked) -> Reply:
        given = dict(asked.params)
        redirect = given.get("redirect_uri", "")
        wanted = {"response_type": "code", "client_id": CLIENT, "code_challenge_method": "S256"}
        if any(given.get(name) != value for name, value in wanted.items()) or not given.get("code_challenge"):
            return Reply(b"<p>This request is wrong.", 400, content_type="text/html")
        if urlsplit(redirect).hostname != "127.0.0.1" or urlsplit(redirect).scheme != "http":
            return Reply(b"<p>This redirect address is not known.", 400, content_type="text/html")
        back = {"state": given.get("state", ""), "iss": self.issuer or f"http://{asked.headers['host']}"}
        if self.consent:
            back |= {"error": self.consent, "error_description": "the person said <b>no</b>"}
        else:
            back["code"] = f"c0de-{next(self._numbers)}"
            self._codes[back["code"]] = _Code(given["code_challenge"], redirect)
        return Reply(status=302, headers=[("Location", f"{redirect}?{urlencode(back)}")])

    def _device(self, asked: Asked) -> Reply:
        form = dict(parse_qsl(asked.body.decode()))
        self.forms.append(form)
        if form.get("client_id") != CLIENT:
            return as_json({"error": "invalid_client"}, 401)
        return as_json(
            {
                "device_code": "dev1ce-code-of-the-college",
                "user_code": "WDJB-MJHT",
                "verification_uri": f"http://{asked.headers['host']}/activate",
                "verification_uri_complete": f"http://{asked.headers['host']}/activate?user_code=WDJB-MJHT",
                "expires_in": 600,
                "interval": 5,
            }
        )

    def _token(self, asked: Asked) -> Reply:
        form = dict(parse_qsl(asked.body.decode()))
        self.forms.append(form)
        self.grants.append(form.get("grant_type", ""))
        instead = self.token_reply()
        if instead is not None:
            return instead
        if not self._is_client(asked, form):
            return as_json({"error": "invalid_client"}, 401)
        match form.get("grant_type"):
            case "client_credentials":
                return self._given()
            case "password":
                right = (form.get("username"), form.get("password")) == (USER, PASSWORD)
                return self._given() if right else as_json({"error": "invalid_grant"}, 400)
            case "authorization_code":
                return self._for_code(form)
            case "refresh_token":
                return self._refreshed(form)
            case "urn:ietf:params:oauth:grant-type:device_code":
                if form.get("device_code") != "dev1ce-code-of-the-college":
                    return as_json({"error": "invalid_grant"}, 400)
                return as_json({"error": self.device.pop(0)}, 400) if self.device else self._given()
            case _:
                return as_json({"error": "unsupported_grant_type"}, 400)

    def _given(self) -> Reply:
        return as_json(self.issued(), Cache_Control="no-store")

    def _is_client(self, asked: Asked, form: dict[str, str]) -> bool:
        header = asked.headers.get("authorization", "")
        if header.startswith("Basic "):
            user, _, secret = base64.b64decode(header[6:]).decode().partition(":")
            return (unquote_plus(user), unquote_plus(secret)) == (CLIENT, CLIENT_SECRET)
        if form.get("client_id") != CLIENT:
            return False
        return form.get("client_secret") == CLIENT_SECRET if self.confidential else "client_secret" not in form

    def _for_code(self, form: dict[str, str]) -> Reply:
        # A code is good once, whatever comes of it.
        code = self._codes.pop(form.get("code", ""), None)
        verifier = form.get("code_verifier", "")
        digest = hashlib.sha256(verifier.encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if code is None or code.challenge != challenge or code.redirect != form.get("redirect_uri"):
            return as_json({"error": "invalid_grant"}, 400)
        return self._given()

    def _refreshed(self, form: dict[str, str]) -> Reply:
        refresh = form.get("refresh_token", "")
        if refresh not in self.refreshable:
            return as_json({"error": "invalid_grant", "error_description": f"{refresh} is unknown"}, 400)
        answer = self.issued()
        if self.rotates:
            self.refreshable.discard(refresh)
        else:
            self.refreshable.discard(answer.pop("refresh_token"))
        return as_json(answer)

    def _students(self, asked: Asked) -> Reply:
        if asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.good:
            return as_json({"error": "unauthorized"}, 401)
        return as_json([{"student_id": "S1", "name": "Asha"}, {"student_id": "S2", "name": "Ben"}])


class Browser:
    """Follows an address as a browser does, on a thread of its own; `change` alters where it comes back to."""

    def __init__(self, change: Callable[[str], str | None] = lambda address: address) -> None:
        self.opened: list[str] = []
        self.came_back: list[str] = []
        self.pages: list[tuple[int, str, dict[str, str]]] = []
        self._change = change
        self._threads: list[threading.Thread] = []

    def __call__(self, address: str) -> None:
        """Open the address and return at once."""
        self.opened.append(address)
        thread = threading.Thread(target=self._visit, args=(address,), name="a browser")
        self._threads.append(thread)
        thread.start()

    def join(self) -> None:
        """Wait until every page has been seen."""
        for thread in self._threads:
            thread.join(10)

    def _visit(self, address: str) -> None:
        _, _, headers = fetch(address)
        location = headers.get("location", "")
        target = self._change(location) if location else None
        if target is not None:
            self.came_back.append(target)
            self.pages.append(fetch(target))


def fetch(
    address: str, method: str = "GET", headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[int, str, dict[str, str]]:
    """Return status, text and headers of one request, redirects not followed."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        connection.request(method, target, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace"), {k.lower(): v for k, v in answer.getheaders()}
    finally:
        connection.close()


def served(server: OAuthServer) -> HttpServer:
    """Return the server behind an address of its own; a context manager."""
    return HttpServer(server)


def settings(url: str, grant: str = "authorization-code", **changes: Any) -> dict[str, Any]:
    """Return the `oauth` part of an integration that signs in at this address."""
    written = {
        "grant": grant,
        "tokenUrl": f"{url}/token",
        "authorizeUrl": f"{url}/authorize",
        "deviceUrl": f"{url}/device",
        "clientId": CLIENT,
        "scope": "roster",
    }
    return written | changes
