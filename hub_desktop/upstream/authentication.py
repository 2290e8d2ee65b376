"""The ways of signing in, one small object each: what is added to a request, and what helps after a refusal."""

import base64
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol
from urllib.parse import quote_plus, urlsplit

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import SECRET_OF, ApiKeyPlacement, AuthType, OAuthSettings
from hub_desktop.core.times import utc_now
from hub_desktop.upstream.addresses import merged, without_param
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of, judge
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Answer, Request, Wire

_LONGEST_LIFE = 30 * 24 * 3600.0
_LONGEST_MARGIN = 60.0

# RFC 6749, section 5.2.
_REFUSED_CLIENT = frozenset({"invalid_client", "unauthorized_client", "invalid_grant", "access_denied"})
_REFUSED_REQUEST = frozenset({"invalid_scope", "unsupported_grant_type", "invalid_request"})


class Authenticator(Protocol):
    """A way of signing in to one upstream."""

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with what proves who we are; raise SignInError where that cannot be had."""
        ...

    def refresh(self, refused: Request) -> bool:
        """Tell whether signing again can help after the upstream answered 401 to `refused`."""
        ...

    def known_secrets(self) -> tuple[str, ...]:
        """Return every text that must be masked, tokens included."""
        ...


class ApiKey:
    """An API key in a header or a query parameter, under any name, after an optional prefix."""

    def __init__(self, key: str, placement: ApiKeyPlacement) -> None:
        self._key = key
        prefix = placement.prefix
        # “Token token=” and the like end where the key begins; a word is set apart from it.
        self._value = f"{prefix} {key}" if prefix and prefix[-1].isalnum() else prefix + key
        self._placement = placement

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with the key in its place, once."""
        name = self._placement.name
        if self._placement.place == "header":
            return request.with_header(name, self._value)
        pair = ((name, self._value),)
        return replace(request, url=without_param(request.url, name), params=merged(request.params, pair))

    def refresh(self, refused: Request) -> bool:
        """Return False: a key stays as it is."""
        return False

    def known_secrets(self) -> tuple[str, ...]:
        """Return the key."""
        return (self._key,)


class HeaderValue:
    """A fixed Authorization header, as bearer tokens and Basic (RFC 7617) use it."""

    def __init__(self, value: str, secrets: tuple[str, ...]) -> None:
        self._value = value
        self._secrets = secrets

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with its Authorization header."""
        return request.with_header("Authorization", self._value)

    def refresh(self, refused: Request) -> bool:
        """Return False: the value stays as it is."""
        return False

    def known_secrets(self) -> tuple[str, ...]:
        """Return the token or password, and the encoded form in which it travels."""
        return self._secrets


class ClientCredentials:
    """OAuth 2.0 client credentials (RFC 6749, section 4.4): a token fetched when needed, shared by all threads.

    `clock` counts seconds and never goes back.
    """

    def __init__(
        self,
        integration: Integration,
        settings: OAuthSettings,
        secret: str,
        wire: Wire,
        *,
        clock: Callable[[], float] = time.monotonic,
        deadline_seconds: float = DEADLINE_SECONDS,
    ) -> None:
        self._integration = integration
        self._settings = settings
        self._secret = secret
        self._wire = wire
        self._clock = clock
        self._deadline_seconds = deadline_seconds
        self._lock = threading.Lock()
        self._token = ""
        self._good_until: float | None = None
        self._seen: tuple[str, ...] = ()

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with a token that has not expired, fetching one if need be."""
        with self._lock:
            if not self._token or (self._good_until is not None and self._clock() >= self._good_until):
                self._fetch(cancel)
            return request.with_header("Authorization", self._header())

    def refresh(self, refused: Request) -> bool:
        """Forget the refused token, unless another thread has renewed it already."""
        with self._lock:
            if refused.headers.get("Authorization") == self._header():
                self._token = ""
            return True

    def known_secrets(self) -> tuple[str, ...]:
        """Return the client secret, its form in HTTP Basic, and the tokens fetched so far."""
        return (self._secret, _basic(*self._quoted()), *self._seen)

    def _header(self) -> str:
        return f"Bearer {self._token}"

    def _quoted(self) -> tuple[str, str]:
        # RFC 6749, section 2.3.1: both are form-encoded before they go into HTTP Basic.
        return quote_plus(self._settings.client_id), quote_plus(self._secret)

    def _fetch(self, cancel: threading.Event) -> None:
        form: list[tuple[str, str]] = [("grant_type", "client_credentials")]
        if self._settings.scope:
            form.append(("scope", self._settings.scope))
        headers: dict[str, str] = {}
        if self._settings.client_auth == "basic":
            headers["Authorization"] = f"Basic {_basic(*self._quoted())}"
        else:
            form += [("client_id", self._settings.client_id), ("client_secret", self._secret)]
        asked_at = self._clock()
        answer = self._wire.send(
            Request("POST", self._settings.token_url, headers, form=tuple(form)),
            deadline_seconds=self._deadline_seconds,
            cancel=cancel,
        )
        content = self._content(answer)
        token = content["access_token"]
        self._token, self._good_until = token, _good_until(asked_at, content.get("expires_in"))
        # Only the newest few can still turn up in a message.
        self._seen = (*self._seen[-3:], token)

    def _content(self, answer: Answer) -> Mapping[str, Any]:
        """Return the answer of the token endpoint; raise the error it means."""
        name = self._integration.name
        redactor = Redactor(self.known_secrets())
        try:
            content = decode(answer.body, answer.headers.get("content-type", "")).value
        except UnreadableError:
            content = None
        code = content.get("error") if isinstance(content, Mapping) else None
        if isinstance(content, Mapping) and isinstance(code, str):
            said = redactor.line(f"{code}: {content.get('error_description') or ''}".rstrip(": "), 200)
            where = f"{redactor.line(self._settings.token_url)} answered HTTP {answer.status}: {said}"
            evidence = {"status": str(answer.status)}
            if code in _REFUSED_CLIENT:
                raise SignInError(
                    f"{name} refused the client id or the client secret. Enter valid ones and test the connection.",
                    where,
                    evidence=evidence,
                )
            if code in _REFUSED_REQUEST:
                raise ConfigurationError(
                    f"{name} gives no token for these settings (“{said}”). Check the scope and the token address.",
                    where,
                    field="oauth",
                    evidence=evidence,
                )
        verdict = judge(answer, utc_now())
        if verdict.outcome is Outcome.OK:
            token = content.get("access_token") if isinstance(content, Mapping) else None
            if (
                isinstance(content, Mapping)
                and isinstance(token, str)
                and token.isascii()
                and token.isprintable()
                and token.strip()
            ):
                return content
            raise ConfigurationError(
                f"{name} answered at the token address, but gave no token. Check the token address.",
                f"{redactor.line(self._settings.token_url)}: no access_token in the answer",
                field="oauth.tokenUrl",
            )
        raise self._refused(verdict, answer, redactor)

    def _refused(self, verdict: Verdict, answer: Answer, redactor: Redactor) -> HubError:
        found = error_of(verdict, answer, self._integration, "the token address", redactor)
        if isinstance(found, ConfigurationError):
            return ConfigurationError(
                f"{self._integration.name} gives no token at its token address. Check the token address and the "
                "client's permissions.",
                found.detail,
                field="oauth.tokenUrl",
                evidence=found.evidence,
            )
        return found


def authenticator(
    integration: Integration,
    secrets: Mapping[str, str],
    wire: Wire,
    *,
    clock: Callable[[], float] = time.monotonic,
    deadline_seconds: float = DEADLINE_SECONDS,
) -> Authenticator:
    """Return the way the integration signs in; raise SignInError where its secret has not been entered yet."""
    secret = secrets.get(SECRET_OF[integration.auth_type], "")
    if not secret:
        raise _missing(integration)
    match integration.auth_type:
        case AuthType.API_KEY:
            return ApiKey(secret, integration.api_key_in)
        case AuthType.BEARER:
            return HeaderValue(f"{integration.bearer_prefix} {secret}".strip(), (secret,))
        case AuthType.BASIC:
            encoded = _basic(integration.username, secret)
            return HeaderValue(f"Basic {encoded}", (secret, encoded))
        case AuthType.OAUTH:
            settings = integration.oauth
            if settings is None:
                raise ConfigurationError(
                    f"{integration.name} has no address where tokens are issued. Enter the token address.",
                    field="oauth.tokenUrl",
                )
            _check_not_downgraded(integration, settings)
            return ClientCredentials(
                integration, settings, secret, wire, clock=clock, deadline_seconds=deadline_seconds
            )
        case _:
            raise ConfigurationError(f"The sign-in of {integration.name} is not known here.", field="authType")


def custom_headers(integration: Integration, secrets: Mapping[str, str]) -> dict[str, str]:
    """Return the integration's own headers, those kept in the vault with their values."""
    marked = set(integration.needed_secrets())
    headers: dict[str, str] = {}
    for name, written in integration.headers.items():
        kept_as = HEADER_SECRET_PREFIX + name
        if kept_as not in marked:
            headers[name] = written
        elif secrets.get(kept_as):
            headers[name] = secrets[kept_as]
        else:
            raise SignInError(
                f"{integration.name} has no value for the header {name} yet. Enter it and test the connection.",
                f"secret {kept_as} is not in the vault",
            )
    return headers


def _missing(integration: Integration) -> SignInError:
    what = {
        AuthType.API_KEY: ("key", "the API key"),
        AuthType.BEARER: ("token", "the token"),
        AuthType.BASIC: ("password", "the password"),
        AuthType.OAUTH: ("client secret", "the client secret"),
    }[integration.auth_type]
    return SignInError(
        f"{integration.name} has no {what[0]} yet. Enter {what[1]} and test the connection.",
        f"secret {SECRET_OF[integration.auth_type]} is not in the vault",
    )


def _check_not_downgraded(integration: Integration, settings: OAuthSettings) -> None:
    secure = urlsplit(integration.base_url).scheme.lower() == "https"
    if secure and urlsplit(settings.token_url).scheme.lower() != "https":
        raise ConfigurationError(
            f"The token address of {integration.name} begins with http://, so the client secret would travel "
            "unprotected. Enter an address that begins with https://.",
            "tokenUrl is http while baseUrl is https",
            field="oauth.tokenUrl",
        )


def _basic(user: str, password: str) -> str:
    return base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def _good_until(asked_at: float, expires_in: Any) -> float | None:
    """Return when to fetch the next token; None for an odd or missing lifetime: then it is used until refused."""
    if isinstance(expires_in, bool) or not isinstance(expires_in, int | float | str):
        return None
    try:
        life = float(expires_in)
    except (ValueError, OverflowError):
        return None
    if not 0 < life < float("inf"):
        return None
    life = min(life, _LONGEST_LIFE)
    return asked_at + life - min(_LONGEST_MARGIN, life * 0.1)
