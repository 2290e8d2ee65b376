"""A sender of deliveries that hands them to the hub itself, without a listener in between."""

import hashlib
import hmac
import time
from collections.abc import Sequence

from hub_desktop.core.signature import SIGNATURE_HEADER, Scheme, fits, signed_headers, signing_key, verify
from hub_desktop.hub.hub import Hub
from hub_desktop.store.delivery_writer import Kept


def sign(secret: str, body: bytes) -> str:
    """Return the seed's signature of the raw body, in lower-case hex."""
    return hmac.new(secret.encode("utf-8"), body, hashlib.sha256).hexdigest()


def verified(secrets: list[str], body: bytes, given: str) -> bool:
    """Tell whether `given` is the seed's signature of the raw body with any of the secrets."""
    headers = ((b"x-webhook-signature", given.encode("utf-8", "replace")),)
    keys = [signing_key(Scheme.SEED, secret) for secret in secrets if fits(Scheme.SEED, secret)]
    return verify(Scheme.SEED, keys, headers, body, 0) is not None


def raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Return headers as the listener passes them on."""
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def deliver_signed(
    hub: Hub,
    number: int,
    secret: str,
    body: bytes,
    *,
    scheme: Scheme = Scheme.SEED,
    message_id: str = "msg_1",
    name: str = "",
    more: Sequence[tuple[bytes, bytes]] = (),
) -> Kept:
    """Sign a body and deliver it; return where it lies. A short secret can be tried with the seed's scheme alone."""
    headers = (
        {SIGNATURE_HEADER: sign(secret, body)}
        if scheme is Scheme.SEED
        else signed_headers(scheme, secret, body, message_id=message_id, now=int(time.time()))
    )
    return hub.reception.receive(number, [*raw(headers), *more], body, name=name, sender="192.0.2.7")
