"""Masking of secrets in everything that leaves the program's memory.

Every known secret is replaced in all the spellings in which it can turn up: as it is, escaped in part or in whole as
in addresses, JSON, HTML and Python, and in base64 at any place of a longer text. Where two of them overlap, both are
masked whole, so that no piece is left behind.
"""

import base64
import html
import re
import string
from collections.abc import Iterable, Mapping

MASK = "••••"
MAX_VALUE_LENGTH = 500
_SHORTEST_SECRET = 4

_SECRET_NAME = re.compile(
    r"(?i)(api[-_]?key|token|secret|passw(or)?d|passphrase|authorization|credential|cookie|signature"
    r"|(^|[-_])(pwd|auth)([-_]|$)|[-_]key$)"
)
_QUERY_SECRET = re.compile(
    r"(?i)([?&;](?:[\w.-]*(?:key|token|secret|password|passwd|pwd|signature)[\w.-]*)=)[^&#\s\"']+"
)
_CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160)) if code != ord("\t")}
_CONTROL |= {ord("\r"): "\\r", ord("\n"): "\\n", 0: "\\0", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_CONTROL |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

_ESCAPED = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
_NEVER_ESCAPED = frozenset(string.ascii_letters + string.digits)
_HARDLY_EVER_ESCAPED = frozenset("-_.~")
_HTML = frozenset("&<>\"'")


def is_secret_name(name: str) -> bool:
    """Tell whether a header or parameter of this name is expected to hold a secret."""
    return bool(_SECRET_NAME.search(name)) or name.lower() in {"key", "auth", "x-auth"}


def one_line(text: str, limit: int = MAX_VALUE_LENGTH) -> str:
    """Return `text` with line breaks and escapes made visible, cut to `limit` characters."""
    flat = text.translate(_CONTROL)
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


class Redactor:
    """Masks the secrets it was told of; immutable, so threads share it without a lock."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = frozenset(s for s in secrets if len(s) >= _SHORTEST_SECRET)
        self._pattern = _pattern_of(self._secrets)

    def with_secrets(self, secrets: Iterable[str]) -> "Redactor":
        """Return a redactor that knows these secrets too."""
        added = set(secrets) - self._secrets
        return Redactor(self._secrets | added) if added else self

    def text(self, text: str) -> str:
        """Return `text` with every known secret, and values of parameters named like one, masked."""
        masked = _masked(self._pattern, text) if self._pattern else text
        return _QUERY_SECRET.sub(rf"\1{MASK}", masked)

    def line(self, text: str, limit: int = MAX_VALUE_LENGTH) -> str:
        """Return `text` masked, on one line, cut to `limit` characters."""
        # Masked before it is cut: a cut through a secret would leave a piece that no pattern knows.
        return one_line(self.text(text), limit)

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Return headers fit to be shown: values of secret ones masked whole."""
        return {name: MASK if is_secret_name(name) else self.line(value) for name, value in headers.items()}


def _pattern_of(secrets: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds, at each place of a text, the longest secret that begins there."""
    ordered = sorted(secrets, key=lambda secret: (-len(secret), secret))
    if not ordered:
        return None
    spellings = [_spelled(secret) for secret in ordered]
    pieces = sorted({piece for secret in ordered for piece in _base64_pieces(secret)}, key=lambda p: (-len(p), p))
    # Tells most places of a text at once that no secret begins there.
    first = "".join(sorted({re.escape(s[0]) for s in (*ordered, *pieces)}))
    return re.compile(f"(?=[{first}%\\\\&+])(?=({'|'.join((*spellings, *map(re.escape, pieces)))}))")


def _masked(pattern: re.Pattern[str], text: str) -> str:
    parts: list[str] = []
    done = 0
    for found in pattern.finditer(text):
        start, end = found.span(1)
        if end <= done:
            continue
        if start >= done:
            parts += (text[done:start], MASK)
        # Else it overlaps the one before, and is covered by the same mask.
        done = end
    return "".join((*parts, text[done:])) if parts else text


def _spelled(secret: str) -> str:
    # Escaped once or twice, a row of n backslashes is at most 4n long. Repetition is bounded everywhere, because what
    # is searched may come from anybody.
    parts = re.split(r"(\\+)", secret)
    return "".join(
        rf"(?:\\{{{len(part)},{4 * len(part)}}}|(?:{_sign(part[0])}){{{len(part)}}})"
        if part.startswith("\\")
        else "".join(map(_sign, part))
        for part in parts
        if part
    )


def _sign(sign: str) -> str:
    """Return a pattern for one character of a secret in all its spellings."""
    if sign in _NEVER_ESCAPED:
        return sign
    if sign in _HARDLY_EVER_ESCAPED:
        return rf"(?:{re.escape(sign)}|%(?:25){{0,3}}(?i:{ord(sign):02x}))"
    raw = sign.encode("utf-8", "surrogatepass")
    # %25 is a percent sign itself, where an address was encoded twice.
    ways = {"".join(f"%(?:25){{0,3}}(?i:{byte:02x})" for byte in raw)}
    units = sign.encode("utf-16-be", "surrogatepass")
    ways.add("".join(rf"\\{{1,4}}u(?i:{units[i : i + 2].hex()})" for i in range(0, len(units), 2)))
    if ord(sign) < 256:
        ways.add(rf"\\{{1,4}}x(?i:{ord(sign):02x})")
    if sign in _ESCAPED:
        ways.add(rf"\\{{1,4}}{_ESCAPED[sign]}")
    if sign in "\"'/":
        ways.add(rf"\\{{0,4}}{re.escape(sign)}")
    else:
        ways.add(re.escape(sign))
    if sign == " ":
        ways.add(r"\+")
    if sign in _HTML:
        ways |= {re.escape(html.escape(sign)), rf"&#0{{0,4}}{ord(sign)};", rf"&#(?i:x0{{0,4}}{ord(sign):x});"}
    return f"(?:{'|'.join(sorted(ways, key=lambda way: (-len(way), way)))})"


def _base64_pieces(secret: str) -> set[str]:
    """Return what base64 makes of a secret wherever it begins in a longer text, without what its neighbours decide."""
    raw = secret.encode("utf-8", "surrogatepass")
    found: set[str] = set()
    for before in range(3):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            text = encode(b"\0" * before + raw).decode("ascii")
            # The first signs hold bits of what stands before, the last one bits of what follows.
            text = text[(before * 8 + 5) // 6 :].rstrip("=")
            if (before + len(raw)) % 3:
                text = text[:-1]
            if len(text) >= _SHORTEST_SECRET:
                found.add(text)
    return found
