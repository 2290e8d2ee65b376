"""From the bytes of an answer to JSON values, strictly: what is not JSON is named, never guessed."""

import codecs
import html
import json
import math
import re
from typing import Any

import orjson
from msgspec import Struct

from hub_desktop.core.redaction import one_line

MAX_DEPTH = 100

_LARGEST = 2**63 - 1
_UTF8 = frozenset({"", "utf-8", "utf8", "us-ascii", "ascii"})
# What a browser reads as Windows-1252, because most of those who claim Latin-1 write that.
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "iso8859-1"})
# No charsets of the web, but Python knows them: some take a time that grows with the square of the length.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"})
_CHARSET = re.compile(r"(?i);\s*charset\s*=\s*\"?([\w.:-]+)")
_NOT_A_NUMBER = re.compile(rb"(?<![\w\"])-?(NaN|Infinity)\b")
_PAGE = re.compile(rb"(?i)<(!doctype\s+html|html|head|body)\b")
_TITLE = re.compile(r"(?i)<title[^<>]*>")
_SEARCHED = 20_000
_DIGITS_ALIKE = bytes(ord("0") if chr(byte) in "0123456789" else ord(" ") for byte in range(256))
_NO_BRACKETS = bytes(set(range(256)) - set(b"{}[]"))
_DAMAGED = "damaged or incomplete data"
_TOO_DEEP = "data nested too deeply"
_TELL = "Tell whoever runs the system."

# By their first bytes; what they are, for a sentence.
_FILES = (
    (b"\x1f\x8b", "packed data (gzip inside what was unpacked already)"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF-", "a PDF document"),
)


class UnreadableError(ValueError):
    """An answer is no JSON; `came` names what came instead, `advice` what to do about it."""

    def __init__(self, came: str, advice: str, detail: str = "") -> None:
        super().__init__(came)
        self.came = came
        self.advice = advice
        self.detail = detail or came
        self.may_pass = came == _DAMAGED
        """Whether the next answer may well be whole."""


class Decoded(Struct, frozen=True):
    """The value of a JSON text, and what was odd about it."""

    value: Any
    warnings: tuple[str, ...] = ()


def decode(body: bytes, content_type: str = "", *, lenient: bool = False) -> Decoded:
    """Return the JSON value of a body; raise UnreadableError naming what came instead.

    A byte order mark is dropped, a declared charset honoured, nesting past 100 refused. Integers past 64 bits are kept
    exactly, for the check of each record to judge. With `lenient` so are NaN, Infinity and lone surrogates, with a
    warning, so that one bad record does not cost the others.
    """
    text, warnings = _utf8(body, content_type)
    if not text.strip():
        raise UnreadableError("an empty answer", "Check the path of the endpoint, or ask whoever runs the system.")
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        problem = _what_came(text, content_type, error.msg)
        if "infinity" in error.msg and (whole := _whole_numbers(text)) is not None:
            return Decoded(whole, warnings)
    else:
        if not _is_harmless(text) and _is_suspicious(value):
            value = _exact(text)
        return Decoded(value, warnings)
    if lenient:
        value, odd = _lenient(text, problem)
        return Decoded(value, (*warnings, odd))
    raise problem


def _utf8(body: bytes, content_type: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the body as UTF-8 without a byte order mark; valid UTF-8 is not checked here but by the parser."""
    if body.startswith(codecs.BOM_UTF8):
        # Pages put together from several files can carry several.
        return body.lstrip(codecs.BOM_UTF8), ()
    declared = _CHARSET.search(content_type)
    charset = declared[1].lower() if declared else ""
    # RFC 4627, section 3: the zeros among the first four bytes tell UTF-16 and UTF-32.
    found = json.detect_encoding(body[:4])
    if found != "utf-8" and not (found.endswith(("-le", "-be")) and charset.startswith(found[:6])):
        charset = found
    if charset in _UTF8 or (body.isascii() and not charset.startswith(("utf-16", "utf-32"))):
        return body, ()
    if _is_utf8(body) and not charset.startswith(("utf-16", "utf-32")):
        # Text in a one-byte charset is next to never valid UTF-8 by chance.
        return body, (f"The answer says its characters are {charset}, but they are UTF-8. It was read as UTF-8.",)
    try:
        return _decoded(body, charset).encode("utf-8"), ()
    except LookupError:
        came, why = "text in an unknown charset", f"charset {charset!r} is unknown"
    except UnicodeError:
        came, why = f"text that is not {charset}, as it claims to be", f"declared charset {charset}: bytes do not fit"
    raise UnreadableError(came, "Tell whoever runs the system; it should send UTF-8.", why)


def _decoded(body: bytes, charset: str) -> str:
    if charset in _LATIN:
        try:
            return body.decode("cp1252")
        except UnicodeDecodeError:
            return body.decode("latin-1")
    if codecs.lookup(charset).name.replace("-", "_") in {name.replace("-", "_") for name in _NO_CHARSETS}:
        raise LookupError(charset)
    return body.decode(charset)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_harmless(text: bytes) -> bool:
    """Tell by the bytes alone, which takes a third of the time, that a JSON text is not suspicious, where that is sure.

    An integer past 64 bits has 19 digits in a row, and four of them where only every fourth byte is looked at; with an
    exponent it is a float, of which nothing is lost. What is left of the brackets when innermost pairs are taken away
    again and again is nothing after as many rounds as the text is deep, unless some stand inside strings.
    """
    if b"0000" in text[::4].translate(_DIGITS_ALIKE):
        return False
    brackets = text.translate(None, delete=_NO_BRACKETS)
    for _ in range(MAX_DEPTH):
        if not brackets:
            return True
        left = brackets.replace(b"{}", b"").replace(b"[]", b"")
        if len(left) == len(brackets):
            return False
        brackets = left
    return not brackets


def _is_suspicious(value: Any) -> bool:
    """Tell whether a number may have lost digits; raise UnreadableError for nesting past 100."""
    level = [value] if isinstance(value, dict | list) else []
    suspicious = _is_large(value)
    for _ in range(MAX_DEPTH):
        if not level:
            return suspicious
        # One comprehension, as this looks at every value of every page.
        found = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if (kind := type(inner)) is not str
            and (
                kind is dict or kind is list or ((kind is int or kind is float) and not -_LARGEST <= inner <= _LARGEST)
            )
        ]
        level = [inner for inner in found if type(inner) is dict or type(inner) is list]
        suspicious = suspicious or len(level) < len(found)
    if not level:
        return suspicious
    raise UnreadableError(
        "data nested too deeply", "Tell whoever runs the system.", f"JSON nested more than {MAX_DEPTH} deep"
    )


def _is_large(value: Any) -> bool:
    return isinstance(value, int | float) and not -_LARGEST <= value <= _LARGEST


def _exact(text: bytes) -> Any:
    """Decode once more with every integer in full; the fast parser turns those past 64 bits into rounded numbers."""
    try:
        return json.loads(text)
    except ValueError:
        # Python refuses integers of more than 4,300 digits.
        pass
    raise UnreadableError("a number with thousands of digits", _TELL)


def _whole_numbers(text: bytes) -> Any:
    """Decode a text that holds integers past every float, or return None where another number is at fault."""
    try:
        value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    _is_suspicious(value)
    return value


def _refuse(written: str) -> float:
    raise ValueError(written)


def _finite(written: str) -> float:
    found = float(written)
    return found if math.isfinite(found) else _refuse(written)


def _lenient(text: bytes, problem: UnreadableError) -> tuple[Any, str]:
    """Return the value of a text that is JSON but for single values, and a warning; else raise the problem."""
    numbers: list[float] = []

    def number(written: str) -> float:
        found = float(written)
        if not math.isfinite(found):
            numbers.append(found)
        return found

    try:
        value = json.loads(text.decode("utf-8"), strict=False, parse_constant=number, parse_float=number)
    except (ValueError, RecursionError):
        value = problem
    if value is problem:
        raise problem
    _is_suspicious(value)
    if numbers:
        return value, "The answer holds numbers that are none (NaN or Infinity). They were refused."
    return value, "The answer holds text that JSON does not allow: broken characters or raw control signs."


def _what_came(text: bytes, content_type: str, message: str) -> UnreadableError:
    kind = content_type.partition(";")[0].strip().lower()
    detail = f"Content-Type {kind or 'not given'}; {message}"
    for recognise in (_as_file, _as_markup, _as_damaged):
        found = recognise(text, kind, message)
        if found is not None:
            return UnreadableError(*found, detail)
    return UnreadableError(
        "plain text",
        "Check the base URL and the path of the endpoint.",
        f"{detail}; begins {one_line(text[:80].decode('utf-8', 'replace'))!r}",
    )


def _as_file(text: bytes, _kind: str, _message: str) -> tuple[str, str] | None:
    for beginning, name in _FILES:
        if text.startswith(beginning):
            return name, "Check the path of the endpoint; if it is right, tell whoever runs the system."
    return None


def _as_markup(text: bytes, kind: str, _message: str) -> tuple[str, str] | None:
    bare = _without_comments(text[:_SEARCHED])
    if _PAGE.match(bare) or (kind == "text/html" and bare.startswith(b"<")):
        title = title_of(text)
        came = f"a web page (“{title}”)" if title else "a web page"
        advice = "The address may lead to a sign-in page or to the wrong place. Check the base URL and the path."
        return came, advice
    if bare.startswith(b"<"):
        return "XML", (
            "Hub Desktop reads JSON. Look for a parameter that makes the system answer in JSON, and add it to the "
            "endpoint."
        )
    return None


def _as_damaged(text: bytes, _kind: str, message: str) -> tuple[str, str] | None:
    if "not valid UTF-8" in message or not _is_utf8(text):
        return "text that is not UTF-8, as it claims to be", "Tell whoever runs the system; it should send UTF-8."
    if _NOT_A_NUMBER.search(text) or "infinity" in message:
        return "a number that is none (NaN or Infinity)", "Tell whoever runs the system; that is not valid JSON."
    if "depth limit" in message:
        return _TOO_DEEP, _TELL
    if "unexpected content" in message:
        return "data with something else after its end", "Tell whoever runs the system; that is not valid JSON."
    if text.lstrip()[:1] in {b"{", b"["}:
        return _DAMAGED, "Try again; if it stays so, tell whoever runs the system."
    return None


def _without_comments(page: bytes) -> bytes:
    """Return the beginning of a page from its first tag on, without blanks and comments before it."""
    bare = page.lstrip()
    while bare.startswith(b"<!--"):
        _, _, bare = bare.partition(b"-->")
        bare = bare.lstrip()
    return bare


def title_of(page: bytes) -> str:
    """Return the title of a web page on one line, or the empty string."""
    text = page[:_SEARCHED].decode("utf-8", "replace")
    opening = _TITLE.search(text)
    if opening is None:
        return ""
    title, closed, _ = text[opening.end() :].partition("</")
    return one_line(" ".join(html.unescape(title).split()), 80) if closed else ""
