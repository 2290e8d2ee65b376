"""The ways of signing in, one small object each: what is added to a request, and what helps after a refusal."""

import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

from msgspec.structs import replace

from hub_desktop.core.errors import ConfigurationError, SignInError
from hub_desktop.core.integration import HEADER_SECRET_PREFIX, Integration
from hub_desktop.core.sign_in import SECRET_LABELS, ApiKeyPlacement, AuthType
from hub_desktop.core.times import utc_now
from hub_desktop.upstream.addresses import merged, without_param
from hub_desktop.upstream.cookies import fits, with_cookies
from hub_desktop.upstream.oauth import FetchedToken, KeptToken, TokenKeeper, never_signed_in
from hub_desktop.upstream.oauth1 import SignedRequests
from hub_desktop.upstream.session_login import SessionLogin
from hub_desktop.upstream.token_endpoint import TokenEndpoint, basic
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Request, Wire


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


class NoSignIn:
    """Requests go as they are."""

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request itself."""
        return request

    def refresh(self, refused: Request) -> bool:
        """Return False: there is nothing to renew."""
        return False

    def known_secrets(self) -> tuple[str, ...]:
        """Return nothing."""
        return ()


class ApiKey:
    """An API key in a header, a query parameter or a cookie, under any name, after an optional prefix."""

    def __init__(self, key: str, placement: ApiKeyPlacement) -> None:
        self._key = key
        prefix = placement.prefix
        # “Token token=” and the like end where the key begins; a word is set apart from it, where blanks may stand.
        apart = " " if prefix and prefix[-1].isalnum() and placement.place != "cookie" else ""
        self._value = f"{prefix}{apart}{key}"
        self._placement = placement
        if placement.place == "cookie" and not fits(self._value):
            raise ConfigurationError(
                "The API key holds a sign that no cookie can carry. Check that it was pasted whole, or send it in a "
                "header.",
                "not a cookie value (RFC 6265, section 4.1.1)",
                field="apiKeyIn",
            )

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with the key in its place, once."""
        name = self._placement.name
        if self._placement.place == "header":
            return request.with_header(name, self._value)
        if self._placement.place == "cookie":
            return with_cookies(request, {name: self._value})
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


def authenticator(
    integration: Integration,
    secrets: Mapping[str, str],
    wire: Wire,
    *,
    keeper: TokenKeeper | None = None,
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], datetime] = utc_now,
    deadline_seconds: float = DEADLINE_SECONDS,
) -> Authenticator:
    """Return the way the integration signs in.

    `keeper` holds the tokens of a person's sign-in. Raises SignInError where a secret has not been entered yet, or
    where nobody has signed in.
    """
    for name in integration.sign_in_secrets():
        if name in SECRET_LABELS and not secrets.get(name):
            raise _missing(integration, name)
    match integration.auth_type:
        case AuthType.NONE:
            return NoSignIn()
        case AuthType.API_KEY:
            return ApiKey(secrets["apiKey"], integration.api_key_in)
        case AuthType.BEARER:
            return HeaderValue(f"{integration.bearer_prefix} {secrets['apiKey']}".strip(), (secrets["apiKey"],))
        case AuthType.BASIC:
            encoded = basic(integration.username, secrets["password"])
            return HeaderValue(f"Basic {encoded}", (secrets["password"], encoded))
        case AuthType.OAUTH if integration.oauth is not None:
            return _oauth(integration, secrets, wire, keeper, clock=clock, now=now, deadline_seconds=deadline_seconds)
        case AuthType.OAUTH1 if integration.oauth1 is not None:
            return SignedRequests(
                integration, integration.oauth1, secrets["consumerSecret"], secrets.get("tokenSecret", "")
            )
        case AuthType.SESSION if integration.session is not None:
            headers = custom_headers(integration, secrets)
            return SessionLogin(
                integration,
                integration.session,
                secrets["password"],
                headers,
                wire,
                clock=clock,
                deadline_seconds=deadline_seconds,
            )
        case _:
            raise ConfigurationError(
                f"{integration.name} lacks the settings of its sign-in. Edit it and choose how to sign in.",
                field="authType",
            )


def _oauth(
    integration: Integration,
    secrets: Mapping[str, str],
    wire: Wire,
    keeper: TokenKeeper | None,
    *,
    clock: Callable[[], float],
    now: Callable[[], datetime],
    deadline_seconds: float,
) -> Authenticator:
    settings = integration.oauth
    if settings is None:
        raise ConfigurationError(f"{integration.name} has no token address. Enter it.", field="oauth.tokenUrl")
    endpoint = TokenEndpoint(
        integration, settings, secrets.get("clientSecret", ""), wire, deadline_seconds=deadline_seconds
    )
    if not settings.interactive:
        return FetchedToken(integration, settings, secrets.get("password", ""), endpoint, clock=clock)
    if keeper is None:
        raise never_signed_in(integration)
    return KeptToken(integration, endpoint, keeper, clock=clock, now=now)


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


_MISSING = {
    AuthType.API_KEY.value: "{name} has no key yet. Enter the API key and test the connection.",
    AuthType.BEARER.value: "{name} has no token yet. Enter the token and test the connection.",
    "apiKey": "{name} has no API key or token yet. Enter it and test the connection.",
    "password": "{name} has no password yet. Enter the password and test the connection.",
    "clientSecret": "{name} has no client secret yet. Enter the client secret and test the connection.",
    "consumerSecret": "{name} has no consumer secret yet. Enter the consumer secret and test the connection.",
    "tokenSecret": "{name} has no token secret yet. Enter the token secret and test the connection.",
    "webhookSecret": "{name} has no webhook secret yet. Enter the webhook secret and test the connection.",
}
"""What is said of a secret that was not entered yet, by its JSON name or by how it signs in."""


def _missing(integration: Integration, name: str) -> SignInError:
    # An API key and a bearer token are kept under one name, and each is called what its form calls it.
    called = integration.auth_type.value if integration.auth_type in {AuthType.API_KEY, AuthType.BEARER} else name
    return SignInError(
        _MISSING[called].format(name=integration.name),
        f"secret {name} is not in the vault",
    )
