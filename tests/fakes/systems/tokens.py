"""OAuth 2.0 client credentials (RFC 6749, section 4.4) as the fakes issue and check them."""

import base64
from urllib.parse import parse_qs, unquote_plus

from tests.fakes.http_server import Asked, Reply, as_json


class TokenDesk:
    """Issues tokens to one client and knows which of them are good."""

    def __init__(self, client_id: str, secret: str, *, in_body: bool = False, lifetime: int = 3600) -> None:
        self._client = (client_id, secret)
        self._in_body = in_body
        self._lifetime = lifetime
        self._good: set[str] = set()
        self.issued = 0
        self.scopes: list[str] = []
        """Those asked for."""

    def issue(self, asked: Asked) -> Reply:
        """Answer a token request."""
        form = {key: values[0] for key, values in parse_qs(asked.body.decode()).items()}
        if asked.method != "POST" or form.get("grant_type") != "client_credentials":
            return as_json({"error": "unsupported_grant_type"}, 400)
        given = (form.get("client_id"), form.get("client_secret")) if self._in_body else _basic(asked)
        if given != self._client:
            return as_json({"error": "invalid_client", "error_description": "Client authentication failed."}, 401)
        self.issued += 1
        self.scopes.append(form.get("scope", ""))
        token = f"issued-t0ken-{self.issued}"
        self._good.add(token)
        return as_json({"access_token": token, "token_type": "Bearer", "expires_in": self._lifetime})

    def admits(self, asked: Asked) -> bool:
        """Tell whether a request carries a token that is good."""
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        return scheme == "Bearer" and token in self._good

    def revoke(self) -> None:
        """Make every token issued so far worthless."""
        self._good.clear()


def _basic(asked: Asked) -> tuple[str, str]:
    scheme, _, encoded = asked.headers.get("authorization", "").partition(" ")
    if scheme != "Basic":
        return "", ""
    user, _, password = base64.b64decode(encoded).decode().partition(":")
    return unquote_plus(user), unquote_plus(password)
