"""OAuth 1.0a (RFC 5849): every request is signed anew, its query and its form with it."""

import logging
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import OAuth1Settings
from hub_desktop.upstream.wire import Request

# At DEBUG it writes every parameter it signs, and the signature.
logging.getLogger("oauthlib").setLevel(logging.WARNING)

_FORM = "application/x-www-form-urlencoded"
_PATH_SIGNS = "/%:@!$&'()*+,;=~-._"

Stamp = Callable[[], tuple[str, str]]


class SignedRequests:
    """Signs requests in their Authorization header with the secrets of the consumer and of the token.

    `stamp` gives nonce and timestamp in place of the library's own; tests use it.
    """

    def __init__(
        self,
        integration: Integration,
        settings: OAuth1Settings,
        consumer_secret: str,
        token_secret: str,
        *,
        stamp: Stamp | None = None,
    ) -> None:
        self._integration = integration
        self._settings = settings
        self._consumer_secret = consumer_secret
        self._token_secret = token_secret
        self._stamp = stamp

    def sign(self, request: Request, cancel: threading.Event) -> Request:
        """Return the request with its signature; raise ConfigurationError for one that cannot be signed."""
        from oauthlib.oauth1 import Client

        nonce, timestamp = self._stamp() if self._stamp else (None, None)
        settings = self._settings
        client = Client(
            settings.consumer_key,
            self._consumer_secret,
            settings.token or None,
            self._token_secret or None,
            signature_method=settings.signature_method,
            realm=settings.realm or None,
            nonce=nonce,
            timestamp=timestamp,
        )
        # RFC 5849, section 3.4.1.3: the fields of a form are signed, any other body is not.
        body = urlencode(request.form) if request.form else None
        headers = {"Content-Type": _FORM} if body else {}
        method: Any = request.method
        try:
            _, signed, _ = client.sign(_signable(request.address), method, body, headers)
        except ValueError:
            # The library's own words would repeat what it was given.
            raise ConfigurationError(
                f"A request to {self._integration.name} cannot be signed. Check the method, the path and the "
                "parameters of the endpoint.",
                f"oauthlib refused a {request.method} request for its method or its parameters",
                field="oauth1",
            ) from None
        return request.with_header("Authorization", str(signed["Authorization"]))

    def refresh(self, refused: Request) -> bool:
        """Return False: another signature with the same secrets would be refused as well."""
        return False

    def known_secrets(self) -> tuple[str, ...]:
        """Return the secrets of the consumer and of the token."""
        return tuple(secret for secret in (self._consumer_secret, self._token_secret) if secret)


def _signable(address: str) -> str:
    """Return an address in the one spelling that the library reads; it names the same path and parameters."""
    parts = urlsplit(address)
    query = urlencode(parse_qsl(parts.query, keep_blank_values=True), quote_via=quote)
    return urlunsplit(parts._replace(path=quote(parts.path, safe=_PATH_SIGNS), query=query, fragment=""))
