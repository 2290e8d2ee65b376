"""A person types a code on another device: the device authorization grant (RFC 8628)."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct

from hub_desktop.core.errors import CancelledError, ConfigurationError, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import OAuthSettings
from hub_desktop.core.times import utc_now
from hub_desktop.core.token_set import TokenSet
from hub_desktop.upstream.addresses import Params, origin
from hub_desktop.upstream.token_endpoint import GrantRefusedError, TokenEndpoint, is_token
from hub_desktop.upstream.wire import DEADLINE_SECONDS, Wire

_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
_USUAL_INTERVAL, _SLOWER, _LONGEST_INTERVAL = 5.0, 5.0, 60.0
_USUAL_LIFE, _LONGEST_LIFE = 900.0, 1800.0
_LONGEST_CODE = 40


class DeviceCode(Struct, frozen=True):
    """What a person needs: the code, and the page on which it is typed. Good for signing in, and for nothing else."""

    user_code: str
    address: str
    """The page where the code is typed."""
    complete_address: str
    """The same with the code in it, for a picture or a click; empty where the upstream gave none."""
    seconds: float
    """How long the code is good."""


ShowCode = Callable[[DeviceCode], None]
"""Shows a code to a person; it returns without waiting."""


@dataclass(frozen=True, slots=True, repr=False)
class _Begun:
    shown: DeviceCode
    device_code: str
    interval: float


def _pause(cancel: threading.Event, seconds: float) -> bool:
    return cancel.wait(seconds)


def sign_in_with_code(
    integration: Integration,
    settings: OAuthSettings,
    client_secret: str,
    wire: Wire,
    *,
    show_code: ShowCode,
    cancel: threading.Event,
    pause: Callable[[threading.Event, float], bool] = _pause,
    deadline_seconds: float = DEADLINE_SECONDS,
    clock: Callable[[], float] = time.monotonic,
    now: Callable[[], datetime] = utc_now,
) -> TokenSet:
    """Show a person a code and return the tokens once they have signed in with it.

    `pause(cancel, seconds)` waits and returns True when cancelled. Raises CancelledError within a moment of `cancel`,
    SignInError where a person declined or the code ended, ConfigurationError for what must be changed.
    """
    endpoint = TokenEndpoint(integration, settings, client_secret, wire, deadline_seconds=deadline_seconds)
    began = clock()
    begun = _begin(integration, settings, endpoint, cancel)
    show_code(begun.shown)
    offered: Params = (("grant_type", _GRANT), ("device_code", begun.device_code), ("client_id", settings.client_id))
    interval = begun.interval
    while clock() - began < begun.shown.seconds:
        if pause(cancel, interval):
            raise CancelledError(f"The sign-in to {integration.name} was stopped.")
        asked_at = now()
        try:
            return endpoint.ask(offered, secrets=(begun.device_code,), cancel=cancel).kept(asked_at)
        except GrantRefusedError as error:
            if error.code == "slow_down":
                interval += _SLOWER
            elif error.code != "authorization_pending":
                raise _ended(integration.name, error) from error
        except TransientError:
            # RFC 8628, section 3.5: after a fault on the way, ask less often.
            interval = min(interval * 2, _LONGEST_INTERVAL)
    raise _expired(integration.name, "the code ended before anybody signed in")


def _begin(
    integration: Integration, settings: OAuthSettings, endpoint: TokenEndpoint, cancel: threading.Event
) -> _Begun:
    asked: Params = (("client_id", settings.client_id),)
    if settings.scope:
        asked = (*asked, ("scope", settings.scope))
    answer = endpoint.post(settings.device_url, asked, "oauth.deviceUrl", cancel=cancel)
    device_code, user_code = answer.get("device_code"), answer.get("user_code")
    # Google wrote verification_url before there was a standard.
    address = answer.get("verification_uri") or answer.get("verification_url")
    if not is_token(device_code) or not is_token(user_code) or len(user_code) > _LONGEST_CODE:
        raise _no_code(integration.name, "device_code or user_code is missing or no text")
    if not _is_page(address, settings.device_url):
        raise _no_code(integration.name, "verification_uri is missing or no address that a browser may open")
    complete = answer.get("verification_uri_complete") or answer.get("verification_url_complete")
    return _Begun(
        DeviceCode(
            user_code,
            str(address),
            str(complete) if _is_page(complete, settings.device_url) else "",
            min(_seconds(answer, "expires_in", _USUAL_LIFE), _LONGEST_LIFE),
        ),
        device_code,
        min(_seconds(answer, "interval", _USUAL_INTERVAL), _LONGEST_INTERVAL),
    )


def _is_page(address: Any, asked: str) -> bool:
    """Tell whether an address of an answer may be shown and opened: of the web, and no less safe than the one asked."""
    if not isinstance(address, str):
        return False
    try:
        scheme, _, _ = origin(address)
    except ValueError:
        return False
    return scheme == "https" or urlsplit(asked).scheme.lower() == "http"


def _seconds(answer: Mapping[str, Any], name: str, usual: float) -> float:
    written = answer.get(name)
    if isinstance(written, bool) or not isinstance(written, int | float | str):
        return usual
    try:
        seconds = float(written)
    except (ValueError, OverflowError):
        return usual
    return seconds if 0 < seconds < float("inf") else usual


def _no_code(name: str, detail: str) -> ConfigurationError:
    return ConfigurationError(
        f"{name} gave no code to sign in with. Check the address that gives the code.", detail, field="oauth.deviceUrl"
    )


def _ended(name: str, error: GrantRefusedError) -> SignInError:
    if error.code == "access_denied":
        return SignInError(
            f"The sign-in to {name} was declined. Sign in again when you want to allow it.",
            error.detail,
            evidence=error.evidence,
        )
    return _expired(name, error.detail)


def _expired(name: str, detail: str) -> SignInError:
    return SignInError(f"The code for {name} is no longer good. Sign in again to get a new one.", detail)
