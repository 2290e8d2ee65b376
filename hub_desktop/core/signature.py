"""The seed's webhook signature: hex(HMAC-SHA256(secret, raw body)) in the header `x-webhook-signature`."""

import hashlib
import hmac

SIGNATURE_HEADER = "x-webhook-signature"
MINIMUM_SECRET_LENGTH = 16
_PREFIX = b"sha256="


def sign(secret: str, body: bytes) -> str:
    """Return the signature of the raw body in lower-case hex."""
    return hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()


def verified(secrets: list[str], body: bytes, given: str) -> bool:
    """Tell whether `given` signs the raw body with any of the secrets, in constant time for each.

    `given` may carry the prefix `sha256=`. Secrets shorter than 16 characters never verify.
    """
    # Bytes, because compare_digest raises on text outside ASCII, which a header may hold.
    signature = given.strip().encode("utf-8", "replace").lower().removeprefix(_PREFIX)
    matches = [
        hmac.compare_digest(sign(secret, body).encode("ascii"), signature)
        for secret in secrets
        if len(secret) >= MINIMUM_SECRET_LENGTH
    ]
    return any(matches)
