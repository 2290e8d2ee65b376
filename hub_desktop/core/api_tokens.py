"""API tokens: how they are written, told from a mistyped one, and turned into what is stored of them."""

import base64
import hashlib
import re
import zlib

PREFIX = "hub_"
"""By this people, and programs that search for leaked secrets, know one when they see it."""

RANDOM_BYTES = 32

_SHAPE = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}[0-9a-f]{{8}}", re.ASCII)


def token_of(random: bytes) -> str:
    """Return the token of these 32 random bytes: prefix, base64url of them, and a checksum of both."""
    if len(random) != RANDOM_BYTES:
        raise ValueError(f"a token is made of {RANDOM_BYTES} bytes")
    body = PREFIX + base64.urlsafe_b64encode(random).decode("ascii").rstrip("=")
    return body + _checksum(body)


def is_token(text: str) -> bool:
    """Tell whether the text is a token as a whole: a piece of one, or one with a wrong letter, is none."""
    return _SHAPE.fullmatch(text) is not None and text[-8:] == _checksum(text[:-8])


def digest_of(token: str) -> str:
    """Return what is stored of a token, 64 hexadecimal digits.

    A plain hash suffices here, unlike for passwords: 256 random bits cannot be guessed however fast guesses are, so
    that a slow hash would only slow the program down.
    """
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _checksum(body: str) -> str:
    return f"{zlib.crc32(body.encode('ascii')):08x}"
