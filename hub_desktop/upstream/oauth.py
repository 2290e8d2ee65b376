"""OAuth 2.0 access tokens (RFC 6749): fetched with what is configured, or renewed with what a person's sign-in left."""

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from hub_desktop.core.errors import CancelledError, ConfigurationError, SignInError
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import Grant, OAuthSettings
from hub_desktop.core.times import utc_now
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.addresses import Params
from hub_desktop.upstream.token_endpoint import Granted, GrantRefusedError, TokenEndpoint
from hub_desktop.upstream.wire import Request

_REMEMBERED = 6
"""Tokens that can still turn up in a message; older ones have ended long ago."""


_REPRIEVE_SECONDS = 1.5
_TICK_SECONDS = 0.05


class TokenKeeper(Protocol):
    """Keeps the tokens of a person's sign-in to one upstream, for all threads and processes that use them."""

    def load(self) -> TokenSet | None:
        """Return what is kept, None where nobody has signed in to the places now configured."""
        ...

    def save(self, tokens: TokenSet) -> None:
        """Keep these instead; raise HubError where they cannot be kept."""
        ...

    def forget(self) -> None:
        """Keep nothing any more."""
        ...

    def alone(self, cancel: threading.Event) -> AbstractContextManager[None]:
        """Keep every other process from renewing or replacing them meanwhile; CancelledError within a moment."""
        ...


class AccessToken:
    """Puts an access token into requests and sees to it that it is good; shared by all threads of a session.

    `clock` counts seconds and never goes back.
    """

    def __init__(
        self, integration: Integration, endpoint: TokenEndpoint, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._integration = integration
        self._endpoint = endpoint
        self._clock = clock
        self._lock = threading.Lock()
        self._access = ""
        self._refused = ""
        self._good_until: float | None = None
        self._seen: tuple[str, ...] = ()

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with a token that has not expired, coming by one if need be."""
        # Whoever comes meanwhile waits here, and goes on with the token that was fetched for all.
        with self._lock:
            if not self._access or (self._good_until is not None and self._clock() >= self._good_until):
                self._renew(cancel)
            return request.with_header("Authorization", self._header())

    def refresh(self, refused: Request) -> bool:
        """Give the refused token up, unless another thread has renewed it already."""
        with self._lock:
            if self._access and refused.headers.get("Authorization") == self._header():
                self._refused, self._access = self._access, ""
            return True

    def known_secrets(self) -> tuple[str, ...]:
        """Return the secrets of the client, and the tokens seen in this session."""
        return (*self._endpoint.known_secrets(), *self._seen)

    def _header(self) -> str:
        return f"{self._integration.bearer_prefix} {self._access}".strip()

    def _renew(self, cancel: threading.Event) -> None:
        raise NotImplementedError

    def _learn(self, *tokens: str) -> None:
        # The newest last, so that a refresh token which stays in force is never let go of.
        self._seen = (*(token for token in self._seen if token not in tokens), *filter(None, tokens))[-_REMEMBERED:]

    def _use(self, access: str, good_until: float | None) -> None:
        self._learn(access)
        self._access, self._good_until = access, good_until


class FetchedToken(AccessToken):
    """A token that the program fetches alone: by client credentials, or by user name and password (RFC 6749, 4.3)."""

    def __init__(
        self,
        integration: Integration,
        settings: OAuthSettings,
        password: str,
        endpoint: TokenEndpoint,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(integration, endpoint, clock=clock)
        self._settings = settings
        self._password = password

    def known_secrets(self) -> tuple[str, ...]:
        """Return the secrets of the client, the password, and the tokens seen in this session."""
        return (*((self._password,) if self._password else ()), *super().known_secrets())

    def _renew(self, cancel: threading.Event) -> None:
        asked_at = self._clock()
        try:
            granted = self._endpoint.ask(self._offered(), secrets=self.known_secrets(), cancel=cancel)
        except GrantRefusedError as error:
            what = "the client id or the client secret"
            if self._settings.grant is Grant.PASSWORD:
                what = "the user name or the password"
            raise SignInError(
                f"{self._integration.name} refused {what}. Enter valid ones and test the connection.",
                error.detail,
                evidence=error.evidence,
            ) from error
        self._use(granted.access, None if granted.seconds is None else asked_at + granted.seconds)

    def _offered(self) -> Params:
        scope = (("scope", self._settings.scope),) if self._settings.scope else ()
        if self._settings.grant is not Grant.PASSWORD:
            return (("grant_type", "client_credentials"), *scope)
        if not self._integration.username:
            raise ConfigurationError(
                f"{self._integration.name} has no user name yet. Enter it and test the connection.", field="username"
            )
        person = (("username", self._integration.username), ("password", self._password))
        return (("grant_type", "password"), *person, *scope)


class KeptToken(AccessToken):
    """The token of a person's sign-in, renewed with its refresh token (RFC 6749, section 6).

    A renewed set is kept before it is used, and another process that has renewed it is followed, not overtaken.
    """

    def __init__(
        self,
        integration: Integration,
        endpoint: TokenEndpoint,
        keeper: TokenKeeper,
        *,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(integration, endpoint, clock=clock)
        self._keeper = keeper
        self._now = now
        self._unkept: tuple[str, TokenSet] | None = None
        """A renewed set that could not be kept yet, after the refresh token that was spent for it."""
        if self._known(keeper.load()) is None:
            raise never_signed_in(integration)

    def _renew(self, cancel: threading.Event) -> None:
        if self._adopt(self._known(self._keeper.load())):
            return
        with self._keeper.alone(cancel):
            # Once more: who held the lock until now has most likely renewed it.
            kept = self._known(self._keeper.load())
            if not self._adopt(kept):
                self._take(self._renewed(kept, cancel))

    def _known(self, kept: TokenSet | None) -> TokenSet | None:
        if kept is not None:
            self._learn(*kept.secrets())
        return kept

    def _adopt(self, kept: TokenSet | None) -> bool:
        """Use the kept token if it is good, neither expired nor just refused; tell whether it is."""
        if kept is None:
            raise never_signed_in(self._integration)
        if kept.access == self._refused or (kept.good_until is not None and kept.good_until <= self._now()):
            return False
        self._take(kept)
        return True

    def _take(self, tokens: TokenSet) -> None:
        left = None if tokens.good_until is None else (tokens.good_until - self._now()).total_seconds()
        self._use(tokens.access, None if left is None else self._clock() + left)

    def _renewed(self, kept: TokenSet | None, cancel: threading.Event) -> TokenSet:
        if kept is None or not kept.refresh:
            raise self._ended("the upstream gave no refresh token")
        if self._unkept is None or self._unkept[0] != kept.refresh:
            asked_at = self._now()
            granted = self._granted(kept, cancel).kept(asked_at, refresh=kept.refresh)
            self._unkept = (kept.refresh, granted)
        _, tokens = self._unkept
        self._learn(*tokens.secrets())
        # The old refresh token may be spent by now. Were the new one used before it is kept, a crash would lose both;
        # and where it cannot be kept, it is tried again at the next request of this session.
        self._keeper.save(tokens)
        self._unkept = None
        return tokens

    def _granted(self, kept: TokenSet, cancel: threading.Event) -> Granted:
        if cancel.is_set():
            raise CancelledError(f"Reading from {self._integration.name} was stopped.")
        offered = (("grant_type", "refresh_token"), ("refresh_token", kept.refresh))
        secrets = (*kept.secrets(), *self.known_secrets())
        try:
            return self._endpoint.ask(offered, secrets=secrets, cancel=_Reprieve(cancel))
        except GrantRefusedError as error:
            self._keeper.forget()
            raise self._ended(error.detail) from error

    def _ended(self, detail: str) -> SignInError:
        return SignInError(
            f"{self._integration.name} no longer accepts the sign-in that a person made. Sign in to it again.", detail
        )


class _Reprieve(threading.Event):
    """Is set a moment after `cancel`: an answer under way may hold the only refresh token that is still good."""

    def __init__(self, cancel: threading.Event) -> None:
        super().__init__()
        self._cancel = cancel
        self._since: float | None = None

    def is_set(self) -> bool:
        """Tell whether the moment is over."""
        if not self._cancel.is_set():
            return False
        now = time.monotonic()
        self._since = now if self._since is None else self._since
        return now - self._since >= _REPRIEVE_SECONDS

    def wait(self, timeout: float | None = None) -> bool:
        """Return True once the moment is over, False after `timeout` seconds."""
        ends = None if timeout is None else time.monotonic() + timeout
        while not self.is_set():
            if ends is not None and time.monotonic() >= ends:
                return False
            time.sleep(_TICK_SECONDS)
        return True


def never_signed_in(integration: Integration) -> SignInError:
    """Return the error for an upstream that waits for a person to sign in to it for the first time."""
    return SignInError(
        f"Nobody has signed in to {integration.name} yet. Sign in to it once; then it syncs by itself.",
        "no tokens are kept for these addresses and this client id",
    )
