"""From the bytes of an answer to JSON values, strictly: what is not JSON is named, never guessed."""

import codecs
import html
import json
import re
from dataclasses import dataclass
from typing import Any

import orjson

from hub_desktop.core.redaction import one_line

MAX_DEPTH = 100

_LARGEST = 2**63 - 1
_UTF8 = frozenset({"", "utf-8", "utf8", "us-ascii", "ascii"})
_CHARSET = re.compile(r"(?i);\s*charset\s*=\s*\"?([\w.:-]+)")
_HTML = re.compile(rb"(?i)\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.DOTALL)
_TITLE = re.compile(r"(?is)<title[^>]*>(.*?)</title>")
_NOT_A_NUMBER = re.compile(rb"(?<![\w\"])-?(NaN|Infinity)\b")
_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class UnreadableError(ValueError):
    """An answer is no JSON; `came` names what came instead, `advice` what to do about it."""

    def __init__(self, came: str, advice: str, detail: str = "") -> None:
        super().__init__(came)
        self.came = came
        self.advice = advice
        self.detail = detail or came


@dataclass(frozen=True, slots=True)
class Decoded:
    """The value of a JSON text, and what was odd about it."""

    value: Any
    warnings: tuple[str, ...] = ()


def decode(body: bytes, content_type: str = "") -> Decoded:
    """Return the JSON value of a body; raise UnreadableError naming what came instead.

    A byte order mark is dropped, a declared charset honoured, nesting past 100 and NaN or Infinity refused.
    Integers past 64 bits are kept exactly, for the check of each record to judge.
    """
    text, warnings = _utf8(body, content_type)
    if not text.strip():
        raise UnreadableError("an empty answer", "Check the path of the endpoint, or ask whoever runs the system.")
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        problem = _what_came(text, content_type, error.msg)
    else:
        if _is_suspicious(value):
            value = _exact(text)
        return Decoded(value, warnings)
    raise problem


def _utf8(body: bytes, content_type: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the body as UTF-8 without a byte order mark; valid UTF-8 is not checked here but by the parser."""
    if body.startswith(codecs.BOM_UTF8):
        return body[len(codecs.BOM_UTF8) :], ()
    declared = _CHARSET.search(content_type)
    charset = declared[1].lower() if declared else ""
    if body.startswith(_MARKS):
        charset = "utf-32" if body.startswith(_MARKS[:2]) else "utf-16"
    if charset in _UTF8 or body.isascii():
        return body, ()
    if _is_utf8(body) and not charset.startswith(("utf-16", "utf-32")):
        # Text in a one-byte charset is next to never valid UTF-8 by chance.
        return body, (f"The answer says its characters are {charset}, but they are UTF-8. It was read as UTF-8.",)
    try:
        return body.decode(charset).encode("utf-8"), ()
    except LookupError:
        came, why = "text in an unknown charset", f"charset {charset!r} is unknown"
    except UnicodeError:
        came, why = f"text that is not {charset}, as it claims to be", f"declared charset {charset}: bytes do not fit"
    raise UnreadableError(came, "Tell whoever runs the system; it should send UTF-8.", why)


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
    raise UnreadableError("a number with thousands of digits", "Tell whoever runs the system.")


def _what_came(text: bytes, content_type: str, message: str) -> UnreadableError:
    kind = content_type.partition(";")[0].strip().lower()
    detail = f"Content-Type {kind or 'not given'}; {message}"
    if _HTML.match(text[:4096]) or (kind == "text/html" and text.lstrip().startswith(b"<")):
        title = title_of(text)
        came = f"a web page (“{title}”)" if title else "a web page"
        return UnreadableError(
            came,
            "The address may lead to a sign-in page or to the wrong place. Check the base URL and the path.",
            detail,
        )
    if text.lstrip().startswith(b"<"):
        return UnreadableError(
            "XML",
            "Hub Desktop reads JSON. Look for a parameter that makes the system answer in JSON, and add it to the "
            "endpoint.",
            detail,
        )
    if "not valid UTF-8" in message or not _is_utf8(text):
        return UnreadableError(
            "text that is not UTF-8, as it claims to be", "Tell whoever runs the system; it should send UTF-8.", detail
        )
    if _NOT_A_NUMBER.search(text) or "infinity" in message:
        return UnreadableError(
            "a number that is none (NaN or Infinity)", "Tell whoever runs the system; that is not valid JSON.", detail
        )
    if "depth limit" in message:
        return UnreadableError("data nested too deeply", "Tell whoever runs the system.", detail)
    if "unexpected content" in message:
        return UnreadableError(
            "data with something else after its end", "Tell whoever runs the system; that is not valid JSON.", detail
        )
    if text.lstrip()[:1] in {b"{", b"["}:
        return UnreadableError(
            "damaged or incomplete data", "Try again; if it stays so, tell whoever runs the system.", detail
        )
    return UnreadableError(
        "plain text",
        "Check the base URL and the path of the endpoint.",
        f"{detail}; begins {one_line(text[:80].decode('utf-8', 'replace'))!r}",
    )


def title_of(page: bytes) -> str:
    """Return the title of a web page on one line, or the empty string."""
    found = _TITLE.search(page[:20_000].decode("utf-8", "replace"))
    return one_line(" ".join(html.unescape(found[1]).split()), 80) if found else ""
