"""A person signs in with the system browser: authorization code with PKCE (RFC 6749, 4.1; RFC 7636; RFC 8252)."""

import base64
import hashlib
import hmac
import secrets as randomness
import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import OAuthSettings
from hub_desktop.core.times import utc_now
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.addresses import Params, merged, with_params
from hub_desktop.upstream.redirect_listener import RedirectListener
from hub_desktop.upstream.token_endpoint import GrantRefusedError, TokenEndpoint
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Wire

LONGEST_SECONDS = 300.0
"""How long the browser is waited for."""

OpenBrowser = Callable[[str], None]
"""Opens an address in the browser of this computer, or tells a person to; it returns without waiting."""

_LONGEST_SAYING = 200
# RFC 6749, section 4.1.2.1; OpenID Connect Core, section 3.1.2.6.
_DECLINED = frozenset({"access_denied", "login_required", "consent_required", "interaction_required"})
_BUSY = frozenset({"server_error", "temporarily_unavailable"})


def sign_in_with_browser(
    integration: Integration,
    settings: OAuthSettings,
    client_secret: str,
    wire: Wire,
    *,
    open_browser: OpenBrowser,
    cancel: threading.Event,
    longest_seconds: float = LONGEST_SECONDS,
    deadline_seconds: float = DEADLINE_SECONDS,
    now: Callable[[], datetime] = utc_now,
) -> TokenSet:
    """Send a person to the sign-in page and return the tokens that their consent is worth.

    Raises CancelledError within a moment of `cancel`, SignInError where a person declined or did not come back,
    ConfigurationError for what must be changed, and TransientError for what passes by itself.
    """
    endpoint = TokenEndpoint(integration, settings, client_secret, wire, deadline_seconds=deadline_seconds)
    state, verifier = randomness.token_urlsafe(32), randomness.token_urlsafe(64)
    with RedirectListener(integration.name, state, settings.redirect_port) as listener:
        redirect = listener.address
        open_browser(with_params(settings.authorize_url, _asked(settings, state, verifier, redirect)))
        brought = listener.wait(cancel, longest_seconds)
    code = _code(integration, settings, brought, redirect, Redactor((*endpoint.known_secrets(), state, verifier)))
    offered: Params = (
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", redirect),
        ("code_verifier", verifier),
    )
    asked_at = now()
    try:
        return endpoint.ask(offered, secrets=(code, verifier), cancel=cancel).kept(asked_at)
    except GrantRefusedError as error:
        raise SignInError(
            f"{integration.name} did not accept what its own sign-in page gave. Sign in again, without a long pause.",
            error.detail,
            evidence=error.evidence,
        ) from error


def challenge(verifier: str) -> str:
    """Return the S256 challenge of a code verifier (RFC 7636, section 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode("ascii")


def _asked(settings: OAuthSettings, state: str, verifier: str, redirect: str) -> Params:
    scope = (("scope", settings.scope),) if settings.scope else ()
    ours: Params = (
        ("response_type", "code"),
        ("client_id", settings.client_id),
        ("redirect_uri", redirect),
        *scope,
        ("state", state),
        ("code_challenge", challenge(verifier)),
        ("code_challenge_method", "S256"),
    )
    return merged(tuple(settings.extra.items()), ours)


def _code(
    integration: Integration, settings: OAuthSettings, brought: Mapping[str, str], redirect: str, redactor: Redactor
) -> str:
    """Return the code the browser brought; raise the error it brought, or that of a wrong sender."""
    given = brought.get("iss", "")
    if settings.issuer and not hmac.compare_digest(given.encode("utf-8", "replace"), settings.issuer.encode()):
        came = f"from “{redactor.line(given, _LONGEST_SAYING)}”" if given else "without a sender"
        raise SignInError(
            f"The answer of the browser came {came}, and not from {integration.name}. It was not used. Sign in again, "
            "and tell your IT team if this happens twice.",
            f"iss of the authorization answer is not the issuer {redactor.line(settings.issuer)} (RFC 9207)",
        )
    if "error" in brought:
        raise _error(integration.name, brought, redirect, redactor)
    return brought["code"]


def _error(name: str, brought: Mapping[str, str], redirect: str, redactor: Redactor) -> HubError:
    code = brought["error"]
    said = redactor.line(f"{code}: {brought.get('error_description', '')}".rstrip(": "), _LONGEST_SAYING)
    detail = f"the sign-in page answered {said}"
    if code in _DECLINED:
        return SignInError(
            f"The sign-in to {name} was declined in the browser. Sign in again when you want to allow it.", detail
        )
    if code in _BUSY:
        return TransientError(f"{name} cannot sign anybody in at the moment. Try again in a few minutes.", detail)
    return ConfigurationError(
        f"{name} does not allow this sign-in (“{said}”). Check the client id and the scope, and that {name} knows the "
        f"address {redirect}.",
        detail,
        field="oauth",
    )
