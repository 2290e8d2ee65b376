"""What an answer says when it is an error: whether it is one, its codes, and its words for people."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_MOST_SAID = 4
_LONGEST_CODE = 200
_DEEPEST = 4
_ERROR_KEYS = ("error", "errors", "exc", "fault")
_FLAG_KEYS = ("success", "ok", "succeeded", "issuccess")
_FAILURE_WORDS = frozenset({"error", "fail", "failed", "failure"})
_NO_ERROR = frozenset({"", "false", "none", "null", "0", "ok", "no", "success"})
_CONTENT_KEYS = ("data", "records", "results", "result", "items", "value", "rows")

_WORD_KEYS = (
    "title",
    "detail",
    "message",
    "error_description",
    "description",
    "imsx_description",
    "error",
    "errors",
    "msg",
    "faultstring",
    "reason",
)
# The name of an exception's class says little beside a message.
_LAST_WORD_KEYS = ("exception", "fault", "code", "errorcode")
_CODE_KEYS = (
    "errorcode",
    "error_code",
    "exc_type",
    "code",
    "error",
    "status",
    "type",
    "reason",
    "name",
    "exception",
    "imsx_codeminorfieldvalue",
    "statuscode",
    "status_code",
)
_INNER_KEYS = ("error", "errors", "data", "innererror", "details", "fault", "detail", "imsx_codeminor", "info")
_STATUS_KEYS = ("code", "status", "statuscode", "status_code", "errcode", "error_code", "errorcode")
_SAYING_KEYS = frozenset({"message", "msg", "error", "error_description", "detail", "description", "errmsg"})

_CLASS_NAME = re.compile(r"[A-Za-z_][\w.\\]*(?:Error|Exception|Denied|Expired)\b")
_BEFORE_POINT = re.compile(r" ([.,;:])")
_TAG = re.compile(r"<[^>]{0,500}>")


def is_error(body: Mapping[str, Any]) -> bool:
    """Tell whether an object says of itself that it is an error."""
    told = _folded(body)
    if any(told.get(key) is False for key in _FLAG_KEYS) or _says_no(told.get("success")):
        return True
    if told.get("exception") and (told.get("errorcode") or told.get("message")):
        return True
    if (
        str(told.get("status", "")).lower() in _FAILURE_WORDS
        or str(told.get("imsx_codemajor", "")).lower() == "failure"
    ):
        return True
    if any(_tells_error(told.get(key)) for key in _ERROR_KEYS):
        return True
    if _has_error_status(told):
        return True
    # The error stands where the records should, as in {"data": {"error": …}}.
    inner = told.get("data")
    if not isinstance(inner, Mapping) or any(isinstance(value, list) for value in inner.values()):
        return False
    return any(_tells_error(_folded(inner).get(key)) for key in ("error", "exception"))


def codes_of(body: Any) -> Iterator[str | int]:
    """Yield the codes of an error, texts and numbers, the outermost first; names of exception classes among them."""
    yield from _codes(body, 0)


def words_of(body: Any) -> str:
    """Return what an error says for people, plain and on one line, or the empty string.

    Knows RFC 9457 (title, detail), RFC 6749 (error_description), OneRoster (imsx_description), Google and Microsoft
    (error.message), Frappe (_server_messages) and Odoo (error.data.message), and the words many others use.
    """
    return plain(". ".join(_sayings(body, 0)))


def plain(text: str) -> str:
    """Return text without markup, on one line."""
    bare = html.unescape(_TAG.sub(" ", text[:4000]))
    flat = " ".join("".join(c if c.isprintable() else " " for c in bare).split())
    return _BEFORE_POINT.sub(r"\1", flat)


def _folded(body: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).lower(): value for key, value in body.items()}


def _says_no(flag: Any) -> bool:
    return (type(flag) is int and flag == 0) or (isinstance(flag, str) and flag.lower() == "false")


def _tells_error(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().lower() not in _NO_ERROR
    return bool(value)


def _has_error_status(told: Mapping[str, Any]) -> bool:
    """Tell whether an object repeats an HTTP status that is an error, with words, and holds nothing else."""
    if any(told.get(key) for key in _CONTENT_KEYS) or not _SAYING_KEYS & told.keys():
        return False
    if any(isinstance(value, list) and value for value in told.values()):
        return False
    return any(400 <= number < 600 for key in _STATUS_KEYS if (number := _status_number(told.get(key))))


def _status_number(value: Any) -> int:
    if isinstance(value, str) and len(value) == 3 and value.isdecimal():
        return int(value)
    return value if type(value) is int else 0


def _codes(body: Any, depth: int) -> Iterator[str | int]:
    if depth > _DEEPEST:
        return
    if isinstance(body, list):
        for item in body[:3]:
            yield from _codes(item, depth + 1)
    if not isinstance(body, Mapping):
        return
    told = _folded(body)
    for key in _CODE_KEYS:
        code = told.get(key)
        if isinstance(code, str):
            named = _CLASS_NAME.match(code[:_LONGEST_CODE])
            yield named[0] if named else code[:_LONGEST_CODE]
        elif isinstance(code, int) and not isinstance(code, bool):
            yield code
    if told.get("session_expired"):
        yield "session_expired"
    for key in _INNER_KEYS:
        yield from _codes(told.get(key), depth + 1)
    yield from _codes(told.get("imsx_codeminorfield"), depth + 1)


def _sayings(body: Any, depth: int) -> list[str]:
    if isinstance(body, str):
        return [body.strip().rstrip(".")] if body.strip() else []
    if depth > _DEEPEST:
        return []
    if isinstance(body, list):
        return [said for item in body[:3] for said in _sayings(item, depth + 1)]
    if not isinstance(body, Mapping):
        return []
    told = _folded(body)
    found = _server_messages(told.get("_server_messages"))
    if _is_json_rpc(told):
        # Odoo says “Odoo Server Error” outside and what happened inside.
        found += _sayings(told["data"], depth + 1)
    for key in () if found else _WORD_KEYS:
        found.extend(said for said in _sayings(told.get(key), depth + 1) if said not in found)
    if not found:
        found = _sayings(told["data"], depth + 1) if isinstance(told.get("data"), Mapping) else []
    for key in () if found else _LAST_WORD_KEYS:
        value = told.get(key)
        found.extend(_after_class(value) if isinstance(value, str) else _sayings(value, depth + 1))
    return found[:_MOST_SAID]


def _is_json_rpc(told: Mapping[str, Any]) -> bool:
    inner = told.get("data")
    return isinstance(inner, Mapping) and "debug" in inner and bool(inner.get("message"))


def _after_class(exception: str) -> list[str]:
    """Return the message behind the name of an exception's class, or the name where it says no more."""
    name, _, message = exception.partition(": ")
    return _sayings(message or name, 0)


def _server_messages(written: Any) -> list[str]:
    """Return the messages of Frappe: a JSON text of a list of JSON texts, each an object with a message."""
    if not isinstance(written, str):
        return []
    found: list[str] = []
    messages = _json(written)
    for one in messages[:3] if isinstance(messages, list) else ():
        inner = _json(one) if isinstance(one, str) else one
        message = inner.get("message") if isinstance(inner, Mapping) else one
        found += [said for said in _sayings(message, _DEEPEST) if said not in found]
    return found


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
