"""How the sample college's three systems tell a known client from a stranger."""

import base64
import binascii
import hashlib
import hmac
import secrets
import threading
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote_plus

from hub_desktop.server.sample_college.data import SampleCollege, System

API_KEY_HEADER: Final = "X-API-Key"
_MOST_TOKENS: Final = 64


class SignIn:
    """Checks credentials against the college's, and gives out the LMS's tokens.

    While a system rehearses `wrong-token`, all its credentials are refused.
    """

    def __init__(self, college: SampleCollege) -> None:
        self._college = college
        self._lock = threading.Lock()
        self._expiry_of_token: dict[bytes, float] = {}

    def admits(self, system: System, headers: Mapping[str, str]) -> bool:
        """Return whether a request with these headers may use the system."""
        if self._college.fault(system) == "wrong-token":
            return False
        if system == "biometric":
            return _equal(headers.get(API_KEY_HEADER, ""), self._college.credentials.biometric_key)
        if system == "lms":
            return self._is_live_token(_after_scheme(headers, "bearer"))
        return self.admits_rehearsal(headers)

    def admits_rehearsal(self, headers: Mapping[str, str]) -> bool:
        """Return whether the headers hold the ERP's token, whatever the ERP is rehearsing."""
        return _equal(_after_scheme(headers, "bearer"), self._college.credentials.erp_token)

    def admits_client(self, client_id: str, client_secret: str) -> bool:
        """Return whether this client may have an LMS token."""
        known = self._college.credentials
        id_right = _equal(client_id, known.lms_client_id)
        secret_right = _equal(client_secret, known.lms_client_secret)
        return id_right and secret_right and self._college.fault("lms") != "wrong-token"

    def issue_token(self) -> str:
        """Return a new LMS token; the oldest ends once there are more than 64."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._expiry_of_token[_digest(token)] = self._college.clock() + self._college.token_seconds
            while len(self._expiry_of_token) > _MOST_TOKENS:
                del self._expiry_of_token[next(iter(self._expiry_of_token))]
        return token

    def _is_live_token(self, token: str) -> bool:
        with self._lock:
            expiry = self._expiry_of_token.get(_digest(token))
        return expiry is not None and self._college.clock() < expiry


def basic_credentials(headers: Mapping[str, str]) -> tuple[str, str] | None:
    """Return client id and secret of a Basic header, None where there is none or it cannot be read.

    Both parts are form-encoded before they are joined (RFC 6749, section 2.3.1).
    """
    encoded = _after_scheme(headers, "basic")
    try:
        decoded = base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, ValueError):
        return None
    client_id, colon, client_secret = decoded.partition(":")
    return (unquote_plus(client_id), unquote_plus(client_secret)) if colon else None


def _after_scheme(headers: Mapping[str, str], scheme: str) -> str:
    """Return what follows the scheme in the Authorization header, the empty string for another scheme."""
    given, _, value = headers.get("Authorization", "").partition(" ")
    return value.strip() if given.lower() == scheme else ""


def _digest(token: str) -> bytes:
    # Looked up by digest, so that the time a look-up takes tells nothing about the token itself.
    return hashlib.sha256(token.encode()).digest()


def _equal(given: str, known: str) -> bool:
    return bool(known) and hmac.compare_digest(given.encode(), known.encode())
