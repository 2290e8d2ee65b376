"""How deliveries are signed: four schemes, each verified over the raw bytes of the body.

`seed`      x-webhook-signature: hex(HMAC-SHA256(secret, body)), also with `sha256=` in front; no time and no id.
`standard`  Standard Webhooks 1.0.0: webhook-id, webhook-timestamp and webhook-signature, whose `v1,…` signs all three.
`github`    X-Hub-Signature-256: sha256=hex(HMAC-SHA256(secret, body)); the id in X-GitHub-Delivery is not signed.
`stripe`    Stripe-Signature: t=…,v1=…, which signs time and body; the id stands in the body.

A scheme is chosen for an integration and never guessed: a delivery signed by another one is refused.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct

MINIMUM_SECRET_LENGTH = 16
"""Characters, and bytes of the key that is drawn from them; shorter secrets are refused and never verify."""
TOLERANCE_SECONDS = 300
"""How far the time of a delivery may be from ours, either way, where its scheme signs one."""
SIGNATURE_HEADER = "x-webhook-signature"

_STANDARD_PREFIX = "whsec_"
_SECRET_BYTES = 32
_HEX_PREFIX = b"sha256="
_MOST_SIGNATURES = 16
_MOST_TIME_DIGITS = 12
# The full stop separates the parts that are signed, so that an id with one could be split in two ways.
_MESSAGE_ID = re.compile(rb"[!-\-/-~]{1,256}")
_DELIVERY_ID = re.compile(rb"[!-~]{1,256}")
_NO_KEY = hashlib.sha256(b"no secret is kept").digest()

Headers = Sequence[tuple[bytes, bytes]]
"""Names in lower case with their values, as they came, in their order."""


class Scheme(StrEnum):
    """How the deliveries of an integration are signed."""

    SEED = "seed"
    STANDARD = "standard"
    GITHUB = "github"
    STRIPE = "stripe"


SCHEME_LABELS: dict[Scheme, str] = {
    Scheme.SEED: "Plain signature (x-webhook-signature)",
    Scheme.STANDARD: "Standard Webhooks",
    Scheme.GITHUB: "GitHub (X-Hub-Signature-256)",
    Scheme.STRIPE: "Stripe (Stripe-Signature)",
}

SCHEME_HELP: dict[Scheme, str] = {
    Scheme.SEED: (
        "hex(HMAC-SHA256(secret, raw body)). It signs neither a time nor an id, so the same body within 24 hours "
        "counts as a repeat, even where a value was changed to and fro. Choose Standard Webhooks where the sender can."
    ),
    Scheme.STANDARD: (
        "v1,base64(HMAC-SHA256(secret, id.timestamp.raw body)). Time and id are signed: an old delivery cannot be sent "
        "again, and a repeat is told from news by its id. The best choice."
    ),
    Scheme.GITHUB: (
        "sha256=hex(HMAC-SHA256(secret, raw body)), as GitHub signs. Its id is not signed, so the same body within 24 "
        "hours counts as a repeat too."
    ),
    Scheme.STRIPE: (
        "t=timestamp,v1=hex(HMAC-SHA256(secret, timestamp.raw body)), as Stripe signs. The time is signed, and the id "
        "of the event stands in the body."
    ),
}

SIGNED_HEADERS: dict[Scheme, tuple[str, ...]] = {
    Scheme.SEED: (SIGNATURE_HEADER,),
    Scheme.STANDARD: ("webhook-id", "webhook-timestamp", "webhook-signature"),
    Scheme.GITHUB: ("x-hub-signature-256",),
    Scheme.STRIPE: ("stripe-signature",),
}
"""The headers a delivery must carry, each exactly once."""


class Verified(Struct, frozen=True):
    """A delivery that was signed right; `message_id` is what the sender calls it, empty where the scheme has none."""

    message_id: str = ""
    signed_id: bool = False
    """Whether the id is covered by the signature, so that nobody can give an old delivery a new one."""


# -- secrets -----------------------------------------------------------------------------------------------------------


def secret_from(scheme: Scheme, randomness: bytes) -> str:
    """Return a secret made of at least 32 random bytes, written as the scheme wants it."""
    if len(randomness) < _SECRET_BYTES:
        raise ValueError(f"a secret is made of at least {_SECRET_BYTES} random bytes")
    if scheme is Scheme.STANDARD:
        return _STANDARD_PREFIX + base64.b64encode(randomness).decode("ascii")
    return base64.urlsafe_b64encode(randomness).decode("ascii").rstrip("=")


def signing_key(scheme: Scheme, secret: str) -> bytes:
    """Return the key that a secret stands for; raise ValueError, as part of a sentence, where it is unusable."""
    if scheme is Scheme.STANDARD:
        try:
            key = base64.b64decode(secret.removeprefix(_STANDARD_PREFIX), validate=True)
        except (binascii.Error, ValueError):
            raise ValueError(
                f"a secret for Standard Webhooks is base64, usually after {_STANDARD_PREFIX}; this one is not"
            ) from None
    else:
        key = secret.encode("utf-8", "surrogatepass")
    if len(secret) < MINIMUM_SECRET_LENGTH or len(key) < MINIMUM_SECRET_LENGTH:
        raise ValueError(f"it is shorter than {MINIMUM_SECRET_LENGTH} characters")
    return key


def fits(scheme: Scheme, secret: str) -> bool:
    """Tell whether deliveries can be verified with this secret by this scheme."""
    try:
        signing_key(scheme, secret)
    except ValueError:
        return False
    return True


# -- signing, as senders do --------------------------------------------------------------------------------------------


def signed_headers(scheme: Scheme, secret: str, body: bytes, *, message_id: str, now: int) -> dict[str, str]:
    """Return the headers with which a sender delivers this body at `now` (Unix seconds)."""
    key = signing_key(scheme, secret)
    match scheme:
        case Scheme.STANDARD:
            made = base64.b64encode(_mac(key, f"{message_id}.{now}.".encode(), body)).decode("ascii")
            return {"webhook-id": message_id, "webhook-timestamp": str(now), "webhook-signature": f"v1,{made}"}
        case Scheme.GITHUB:
            return {"X-Hub-Signature-256": f"sha256={_mac(key, body).hex()}", "X-GitHub-Delivery": message_id}
        case Scheme.STRIPE:
            return {"Stripe-Signature": f"t={now},v1={_mac(key, f'{now}.'.encode(), body).hex()}"}
        case Scheme.SEED:
            return {SIGNATURE_HEADER: _mac(key, body).hex()}


# -- verifying ---------------------------------------------------------------------------------------------------------


def verify(scheme: Scheme, keys: Iterable[bytes], headers: Headers, body: bytes, now: float) -> Verified | None:
    """Return what is known of a delivery that is signed right with any of the keys, None for every other.

    `headers` hold names in lower case. `now` are Unix seconds. Every key is tried, and where there is none the work is
    done all the same, so that the time taken tells nothing of whether there is a secret.
    """
    tried = [key for key in keys if len(key) >= MINIMUM_SECRET_LENGTH]
    match scheme:
        case Scheme.STANDARD:
            return _verify_standard(tried, headers, body, now)
        case Scheme.STRIPE:
            return _verify_stripe(tried, headers, body, now)
        case Scheme.GITHUB:
            given = _hex_signature(_only(headers, b"x-hub-signature-256"), prefixed=True)
            return Verified(_unsigned_id(headers)) if _matches_hex(tried, (body,), (given,)) else None
        case Scheme.SEED:
            given = _hex_signature(_only(headers, b"x-webhook-signature"), prefixed=False)
            return Verified() if _matches_hex(tried, (body,), (given,)) else None


def _verify_standard(keys: list[bytes], headers: Headers, body: bytes, now: float) -> Verified | None:
    message_id, written = _only(headers, b"webhook-id"), _only(headers, b"webhook-timestamp")
    given = [
        part.removeprefix(b"v1,")
        for part in _only(headers, b"webhook-signature").split(b" ", _MOST_SIGNATURES)[:_MOST_SIGNATURES]
        if part.startswith(b"v1,")
    ]
    right = False
    for key in keys or (_NO_KEY,):
        made = base64.b64encode(_mac(key, message_id + b"." + written + b".", body))
        for signature in given or (b"",):
            # No way out on the first match: the time taken must not tell which one it was.
            right |= hmac.compare_digest(made, signature)
    if not (right and keys and given and _is_now(written, now) and _MESSAGE_ID.fullmatch(message_id)):
        return None
    return Verified(message_id.decode("ascii"), signed_id=True)


def _verify_stripe(keys: list[bytes], headers: Headers, body: bytes, now: float) -> Verified | None:
    times: list[bytes] = []
    given: list[bytes] = []
    for part in _only(headers, b"stripe-signature").split(b",", 2 * _MOST_SIGNATURES)[: 2 * _MOST_SIGNATURES]:
        name, _, value = part.strip().partition(b"=")
        if name == b"t":
            times.append(value)
        elif name == b"v1":
            given.append(value.lower())
    written = times[0] if len(times) == 1 else b""
    right = _matches_hex(keys, (written + b".", body), given[:_MOST_SIGNATURES])
    return Verified() if right and _is_now(written, now) else None


def _matches_hex(keys: list[bytes], content: Sequence[bytes], given: Sequence[bytes]) -> bool:
    right = False
    for key in keys or (_NO_KEY,):
        made = _mac(key, *content).hex().encode("ascii")
        for signature in given or (b"",):
            right |= hmac.compare_digest(made, signature)
    return right and bool(keys) and bool(given)


def _mac(key: bytes, *content: bytes) -> bytes:
    # One call in C, where the object of hmac.new would cost more than the hash of a small body.
    return hmac.digest(key, content[0] if len(content) == 1 else b"".join(content), "sha256")


def _hex_signature(given: bytes, *, prefixed: bool) -> bytes:
    lowered = given.strip().lower()
    if prefixed and not lowered.startswith(_HEX_PREFIX):
        return b""
    return lowered.removeprefix(_HEX_PREFIX)


def _only(headers: Headers, name: bytes) -> bytes:
    """Return the value of the one header of this name; empty where there is none or several."""
    found = [value for given, value in headers if given == name]
    return found[0] if len(found) == 1 else b""


def _unsigned_id(headers: Headers) -> str:
    found = _only(headers, b"x-github-delivery")
    return found.decode("ascii") if _DELIVERY_ID.fullmatch(found) else ""


def _is_now(written: bytes, now: float) -> bool:
    # Digits only: int() takes blanks, signs and underscores too. bytes.isdigit() knows none but those of ASCII.
    return written.isdigit() and len(written) <= _MOST_TIME_DIGITS and abs(int(written) - now) <= TOLERANCE_SECONDS
