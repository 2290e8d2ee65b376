"""The tokens of a person's sign-in to an upstream, as they are kept, and the places they may be sent to."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from hub_desktop.core.integration import Integration
from hub_desktop.core.sign_in import OAUTH_TOKENS


class TokenSet(Struct, frozen=True):
    """An OAuth 2.0 access token, what renews it, and until when it is used."""

    access: str
    refresh: str = ""
    """Empty where the upstream gave none; then a person signs in anew once the access token ends."""
    good_until: datetime | None = None
    """Aware UTC; None: until it is refused."""
    issued_for: str = ""
    """The `destination` for which a person signed in."""

    def __repr__(self) -> str:
        return "TokenSet(…)"

    def secrets(self) -> tuple[str, ...]:
        """Return the texts that must be masked."""
        return tuple(text for text in (self.access, self.refresh) if text)

    def to_text(self) -> str:
        """Return the JSON text that is kept."""
        kept = {"access": self.access, "refresh": self.refresh, "issuedFor": self.issued_for}
        return json.dumps(kept | {"goodUntil": self.good_until.timestamp() if self.good_until else None})

    @classmethod
    def from_text(cls, text: str) -> "TokenSet | None":
        """Return the tokens of a kept text, None for one that is damaged."""
        try:
            read = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if not isinstance(read, Mapping) or not isinstance(read.get("access"), str) or not read["access"]:
            return None
        refresh, issued_for = read.get("refresh"), read.get("issuedFor")
        return cls(
            read["access"],
            refresh if isinstance(refresh, str) else "",
            _moment(read.get("goodUntil")),
            issued_for if isinstance(issued_for, str) else "",
        )


def destination(config: Integration) -> str:
    """Return what stands for the places and the client a person's sign-in is for; another one needs a new sign-in."""
    oauth = config.oauth
    places = [oauth.token_url, oauth.authorize_url, oauth.device_url, oauth.client_id] if oauth else []
    # A digest, because what is kept beside tokens is masked wherever it shows, and addresses must stay readable.
    return hashlib.sha256(json.dumps([config.base_url, *places]).encode()).hexdigest()


def texts_to_mask(name: str, value: str) -> tuple[str, ...]:
    """Return the texts of a kept secret that must be masked: of kept tokens each one, of any other the whole."""
    tokens = TokenSet.from_text(value) if name == OAUTH_TOKENS else None
    return (value,) if tokens is None else tokens.secrets()


def _moment(written: Any) -> datetime | None:
    if isinstance(written, bool) or not isinstance(written, int | float):
        return None
    try:
        return datetime.fromtimestamp(written, UTC)
    except (ValueError, OverflowError, OSError):
        return None
