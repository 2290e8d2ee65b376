"""The token endpoint of an OAuth 2.0 server (RFC 6749, section 3.2): one question, and what its answer means."""

import base64
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeGuard
from urllib.parse import quote_plus, urlsplit

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import Grant, OAuthSettings
from hub_desktop.core.times import utc_now
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.addresses import Params, merged
from hub_desktop.upstream.decode import UnreadableError, decode
from hub_desktop.upstream.verdicts import Outcome, Verdict, error_of, judge
from hub_desktop.upstream.wire import Answer, Request, Wire

_LONGEST_LIFE = 30 * 24 * 3600.0
_LONGEST_MARGIN = 60.0
_LONGEST_SAYING = 200

# RFC 6749, section 5.2; RFC 8628, section 3.5; OpenID Connect Core, section 3.1.2.6.
_REFUSED_CLIENT = frozenset({"invalid_client", "unauthorized_client"})
_REFUSED_GRANT = frozenset(
    {
        "invalid_grant",
        "access_denied",
        "authorization_pending",
        "slow_down",
        "expired_token",
        "interaction_required",
        "login_required",
        "consent_required",
    }
)
_REFUSED_REQUEST = frozenset({"invalid_scope", "unsupported_grant_type", "invalid_request", "invalid_target"})
_BUSY = frozenset({"server_error", "temporarily_unavailable"})


class GrantRefusedError(SignInError):
    """What was offered for a token was not accepted; `code` is the word the server gave for it, such as invalid_grant.

    Whoever asked knows what was offered, and says it in a sentence of their own.
    """

    def __init__(self, code: str, sentence: str, detail: str, evidence: Mapping[str, str]) -> None:
        super().__init__(sentence, detail, evidence=evidence)
        self.code = code


@dataclass(frozen=True, slots=True, repr=False)
class Granted:
    """What a token endpoint gave."""

    access: str
    refresh: str
    """Empty where none came."""
    seconds: float | None
    """How long the access token is to be used, counted from when it was asked for; None: until it is refused."""

    def kept(self, asked_at: datetime, *, refresh: str = "") -> TokenSet:
        """Return what is kept of it; `refresh` is the token that stays in force where no new one came."""
        until = None if self.seconds is None else asked_at + timedelta(seconds=self.seconds)
        return TokenSet(self.access, self.refresh or refresh, until)


class TokenEndpoint:
    """Asks for tokens with the client's own proof: HTTP Basic, the form body, or none for a public client."""

    def __init__(
        self,
        integration: Integration,
        settings: OAuthSettings,
        client_secret: str,
        wire: Wire,
        *,
        deadline_seconds: float,
    ) -> None:
        _check_not_downgraded(integration, settings)
        self._integration = integration
        self._settings = settings
        self._secret = client_secret
        self._wire = wire
        self._deadline_seconds = deadline_seconds

    def known_secrets(self) -> tuple[str, ...]:
        """Return the client secret and its form in HTTP Basic."""
        return (self._secret, basic(*self._quoted())) if self._secret else ()

    def ask(self, offered: Params, *, secrets: tuple[str, ...] = (), cancel: threading.Event) -> Granted:
        """Return the tokens given for what is offered; `secrets` are the texts in it that must be masked.

        Raises GrantRefusedError where just that is not accepted, SignInError for the client itself,
        ConfigurationError for what must be changed, and TransientError for what passes by itself.
        """
        content = self.post(self._settings.token_url, offered, "oauth.tokenUrl", secrets=secrets, cancel=cancel)
        token, refresh = content.get("access_token"), content.get("refresh_token")
        if not is_token(token):
            raise ConfigurationError(
                f"{self._integration.name} answered at the token address, but gave no token. Check the token address.",
                f"{self._shown(self._settings.token_url)}: no access_token in the answer",
                field="oauth.tokenUrl",
            )
        return Granted(token, refresh if is_token(refresh) else "", usable_seconds(content.get("expires_in")))

    def post(
        self, url: str, offered: Params, field: str, *, secrets: tuple[str, ...] = (), cancel: threading.Event
    ) -> Mapping[str, Any]:
        """Return the JSON object with which an address of the server answers a form; raise the error it means."""
        form = merged(tuple(self._settings.extra.items()), offered)
        headers: dict[str, str] = {}
        match self._settings.client_auth:
            case "basic":
                headers["Authorization"] = f"Basic {basic(*self._quoted())}"
            case "body":
                client = (("client_id", self._settings.client_id), ("client_secret", self._secret))
                form = merged(form, client)
            case "none":
                form = merged(form, (("client_id", self._settings.client_id),))
        answer = self._wire.send(
            Request("POST", url, headers, form=form), deadline_seconds=self._deadline_seconds, cancel=cancel
        )
        return self._content(answer, url, field, Redactor((*self.known_secrets(), *secrets)))

    def _quoted(self) -> tuple[str, str]:
        # RFC 6749, section 2.3.1: both are form-encoded before they go into HTTP Basic.
        return quote_plus(self._settings.client_id), quote_plus(self._secret)

    def _shown(self, url: str) -> str:
        return Redactor(self.known_secrets()).line(url)

    def _content(self, answer: Answer, url: str, field: str, redactor: Redactor) -> Mapping[str, Any]:
        try:
            content = decode(answer.body, answer.headers.get("content-type", "")).value
        except UnreadableError:
            content = None
        code = content.get("error") if isinstance(content, Mapping) else None
        if isinstance(content, Mapping) and isinstance(code, str):
            said = redactor.line(f"{code}: {content.get('error_description') or ''}".rstrip(": "), _LONGEST_SAYING)
            known = self._known_error(code, said, f"{redactor.line(url)} answered HTTP {answer.status}: {said}", answer)
            if known is not None:
                raise known
        verdict = judge(answer, utc_now())
        if verdict.outcome is not Outcome.OK:
            raise self._error(verdict, answer, field, redactor)
        if not isinstance(content, Mapping):
            raise ConfigurationError(
                f"{self._integration.name} answered at {_word_for(field)}, but gave no token. Check that address.",
                f"{redactor.line(url)}: the answer is no JSON object",
                field=field,
            )
        return content

    def _known_error(self, code: str, said: str, where: str, answer: Answer) -> HubError | None:
        name, evidence = self._integration.name, {"status": str(answer.status)}
        if code in _REFUSED_CLIENT:
            return SignInError(self._client_refused(), where, evidence=evidence)
        if code in _REFUSED_GRANT:
            return GrantRefusedError(code, f"{name} did not accept the sign-in (“{said}”).", where, evidence)
        if code in _REFUSED_REQUEST:
            return ConfigurationError(
                f"{name} gives no token for these settings (“{said}”). Check the scope and the token address.",
                where,
                field="oauth",
                evidence=evidence,
            )
        if code in _BUSY:
            return TransientError(
                f"{name} cannot sign anybody in at the moment. It is tried again by itself.", where, evidence=evidence
            )
        return None

    def _client_refused(self) -> str:
        name = self._integration.name
        if self._settings.client_auth == "none":
            return f"{name} does not know the client id. Enter a valid one and test the connection."
        return f"{name} refused the client id or the client secret. Enter valid ones and test the connection."

    def _error(self, verdict: Verdict, answer: Answer, field: str, redactor: Redactor) -> HubError:
        found = error_of(verdict, answer, self._integration, _word_for(field), redactor)
        if isinstance(found, SignInError):
            words = self._client_refused()
            if self._settings.grant is Grant.PASSWORD:
                words = (
                    f"{self._integration.name} refused the user name and password, or the client. Enter valid ones "
                    "and test the connection."
                )
            return SignInError(words, found.detail, evidence=found.evidence)
        if isinstance(found, ConfigurationError):
            return ConfigurationError(
                f"{self._integration.name} gives no token at {_word_for(field)}. Check that address and the client's "
                "permissions.",
                found.detail,
                field=field,
                evidence=found.evidence,
            )
        return found


def basic(user: str, password: str) -> str:
    """Return user name and password as HTTP Basic writes them (RFC 7617)."""
    return base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def is_token(value: Any) -> TypeGuard[str]:
    """Tell whether a value of an answer can be a token: one line of ASCII text."""
    return isinstance(value, str) and value.isascii() and value.isprintable() and bool(value.strip())


def usable_seconds(expires_in: Any) -> float | None:
    """Return how long a token is used, a margin before its end; None for an odd or missing lifetime."""
    if isinstance(expires_in, bool) or not isinstance(expires_in, int | float | str):
        return None
    try:
        life = float(expires_in)
    except (ValueError, OverflowError):
        return None
    if not 0 < life < float("inf"):
        return None
    life = min(life, _LONGEST_LIFE)
    return life - min(_LONGEST_MARGIN, life * 0.1)


def _word_for(field: str) -> str:
    return "the address that gives the code" if field == "oauth.deviceUrl" else "the token address"


def _check_not_downgraded(integration: Integration, settings: OAuthSettings) -> None:
    if urlsplit(integration.base_url).scheme.lower() != "https":
        return
    places = (
        ("tokenUrl", "token address", settings.token_url),
        ("authorizeUrl", "sign-in page", settings.authorize_url),
        ("deviceUrl", "address that gives the code", settings.device_url),
    )
    for name, words, url in places:
        if url and urlsplit(url).scheme.lower() != "https":
            raise ConfigurationError(
                f"The {words} of {integration.name} begins with http://, so the sign-in would travel unprotected. "
                "Enter an address that begins with https://.",
                f"{name} is http while baseUrl is https",
                field=f"oauth.{name}",
            )
