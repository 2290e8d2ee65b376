"""The one table from an answer to what it means, also for the answers that are errors in spite of their 200."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from hub_desktop.core.errors import ConfigurationError, HubError, Remedy, SignInError, TransientError
from hub_desktop.core.integration import Integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import AuthType
from hub_desktop.upstream.decode import UnreadableError, decode, title_of
from hub_desktop.upstream.wire import Answer

MAX_WORDS = 300
"""Characters shown of what an upstream says."""

_LONGEST_RETRY_AFTER = 7 * 24 * 3600.0


class Outcome(StrEnum):
    """What an answer means for the run."""

    OK = "ok"
    RETRY = "retry"
    SIGN_IN = "sign-in"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    REFUSED = "refused"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer means; `words` is what the upstream said, plain text on one line, not yet redacted."""

    outcome: Outcome
    body: Any = None
    """The decoded answer; only of an OK one."""
    words: str = ""
    retry_after: float | None = None
    """Seconds the upstream asked to wait."""
    warnings: tuple[str, ...] = ()
    unreadable: UnreadableError | None = None


_BY_STATUS: dict[int, Outcome] = {
    401: Outcome.SIGN_IN,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    408: Outcome.RETRY,
    410: Outcome.NOT_FOUND,
    429: Outcome.RETRY,
    500: Outcome.RETRY,
    502: Outcome.RETRY,
    503: Outcome.RETRY,
    504: Outcome.RETRY,
}

_BY_CODE: dict[str, Outcome] = {
    # Moodle 5.1
    "invalidtoken": Outcome.SIGN_IN,
    "invalidlogin": Outcome.SIGN_IN,
    "wsaccessusersuspended": Outcome.SIGN_IN,
    "wsaccessuserexpired": Outcome.SIGN_IN,
    "wsaccessuserdeleted": Outcome.SIGN_IN,
    "accessexception": Outcome.FORBIDDEN,
    "requireloginerror": Outcome.FORBIDDEN,
    "nopermissions": Outcome.FORBIDDEN,
    "servicenotavailable": Outcome.FORBIDDEN,
    "sitemaintenance": Outcome.RETRY,
    "dbconnectionfailed": Outcome.RETRY,
    "invalidparameter": Outcome.REFUSED,
    "invalidrecordunknown": Outcome.NOT_FOUND,
    # Codes many systems share
    "expiredtoken": Outcome.SIGN_IN,
    "tokenexpired": Outcome.SIGN_IN,
    "unauthorized": Outcome.SIGN_IN,
    "unauthenticated": Outcome.SIGN_IN,
    "invalidapikey": Outcome.SIGN_IN,
    "invalidcredentials": Outcome.SIGN_IN,
    "permissiondenied": Outcome.FORBIDDEN,
    "forbidden": Outcome.FORBIDDEN,
    "accessdenied": Outcome.FORBIDDEN,
    "notfound": Outcome.NOT_FOUND,
    "resourceexhausted": Outcome.RETRY,
    "ratelimitexceeded": Outcome.RETRY,
    "toomanyrequests": Outcome.RETRY,
    "throttled": Outcome.RETRY,
    "unavailable": Outcome.RETRY,
    "serviceunavailable": Outcome.RETRY,
}

_BY_WORDS: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (re.compile(r"(?i)rate.?limit|too many requests|quota exceeded|throttl"), Outcome.RETRY),
    (
        re.compile(
            r"(?i)\b(invalid|expired|missing|wrong|bad|revoked)\b.{0,20}\b(token|api.?key|credentials?|session|password)"
            r"|\b(token|api.?key|session|password)\b.{0,20}\b(invalid|expired|missing|wrong|revoked)"
            r"|unauthori[sz]ed|not authenticated|(please|must) (log|sign) ?in"
        ),
        Outcome.SIGN_IN,
    ),
    (re.compile(r"(?i)permission|forbidden|not allowed|access denied"), Outcome.FORBIDDEN),
    (re.compile(r"(?i)maintenance|temporarily|try again later"), Outcome.RETRY),
)

_WORD_KEYS = (
    "title",
    "detail",
    "message",
    "error_description",
    "description",
    "imsx_description",
    "error",
    "errors",
    "exception",
    "exc",
    "msg",
    "reason",
)
_CODE_KEYS = ("errorcode", "code", "error", "status", "error_code", "type")
_BEFORE_POINT = re.compile(r" ([.,;:])")
_TAG = re.compile(r"<[^>]{0,500}>")


def judge(answer: Answer, now: datetime) -> Verdict:
    """Return what an answer means; `now` (aware UTC) turns a date in Retry-After into seconds."""
    retry_after = _retry_after(answer.headers.get("retry-after", ""), now)
    if 200 <= answer.status < 300:
        return _judge_content(answer, retry_after)
    outcome = _BY_STATUS.get(answer.status, Outcome.REFUSED)
    body = _tolerant(answer)
    words = _words_of(body) or _page_words(answer)
    # Canvas throttles with 403 “Rate Limit Exceeded”; others sign out with 400 and a code.
    if answer.status == 403 and _BY_WORDS[0][0].search(words):
        outcome = Outcome.RETRY
    elif outcome in {Outcome.REFUSED, Outcome.FORBIDDEN}:
        by_code = _by_code(body)
        if by_code is Outcome.SIGN_IN or (outcome is Outcome.FORBIDDEN and by_code is Outcome.RETRY):
            outcome = by_code
    return Verdict(outcome, words=words, retry_after=retry_after)


def error_of(verdict: Verdict, answer: Answer, integration: Integration, endpoint: str, redactor: Redactor) -> HubError:
    """Return the error for an answer that is not OK, in sentences that name the integration and the endpoint."""
    name = integration.name
    words = redactor.line(verdict.words, MAX_WORDS)
    said = f" It says: “{words}”" if words else ""
    detail = f"{endpoint}: {redactor.line(answer.url)} answered {_status_text(answer.status)}"
    detail += f": {words}" if words else ""
    evidence = {"status": str(answer.status), "address": redactor.line(answer.url)}
    match verdict.outcome:
        case Outcome.RETRY:
            return TransientError(_busy(name, answer.status, said), detail, evidence=evidence)
        case Outcome.SIGN_IN:
            what_to_do = (
                "Sign in to it again."
                if integration.signed_in_by_person()
                else "Enter a valid one and test the connection."
            )
            return SignInError(
                f"{name} refused {sign_in_words(integration)}. {what_to_do}{said}", detail, evidence=evidence
            )
        case Outcome.FORBIDDEN:
            return ConfigurationError(
                f"{name} does not allow this account to read {endpoint}. Ask the administrator of {name} for the "
                f"permission, and whether the key or account is still valid.{said}",
                detail,
                field=f"endpoints.{endpoint}",
                evidence=evidence,
            )
        case Outcome.NOT_FOUND:
            return ConfigurationError(
                f"{name} has nothing at the address of {endpoint}. Check the base URL and the path of this "
                f"endpoint.{said}",
                detail,
                field=f"endpoints.{endpoint}.path",
                evidence=evidence,
            )
        case Outcome.UNREADABLE if verdict.unreadable is not None:
            problem = verdict.unreadable
            return ConfigurationError(
                f"{name} answered with {redactor.line(problem.came, 120)} instead of the records of {endpoint}. "
                f"{problem.advice}",
                f"{detail}; {redactor.line(problem.detail)}",
                field=f"endpoints.{endpoint}.path",
                evidence=evidence,
            )
        case _:
            return ConfigurationError(
                f"{name} refused the request for {endpoint}. Check the path and the parameters of this endpoint.{said}",
                detail,
                field=f"endpoints.{endpoint}",
                evidence=evidence,
                remedy=Remedy.EDIT,
            )


def sign_in_words(integration: Integration) -> str:
    """Return what a person typed to sign in, as words for a sentence."""
    oauth = integration.oauth
    match integration.auth_type:
        case AuthType.API_KEY:
            return "the API key"
        case AuthType.BEARER:
            return "the token"
        case AuthType.BASIC | AuthType.SESSION:
            return "the user name or the password"
        case AuthType.OAUTH1:
            return "the consumer key or its secret"
        case AuthType.OAUTH if oauth is not None and oauth.interactive:
            return "the sign-in"
        case AuthType.OAUTH:
            return "the client id or the client secret"
        case _:
            return "a request without sign-in"


def _busy(name: str, status: int, said: str) -> str:
    match status:
        case 429 | 403:
            what = "asks us to slow down"
        case 408 | 504:
            what = "took too long to prepare its answer"
        case 502 | 503:
            what = "is overloaded or under maintenance"
        case 500:
            what = "reports a fault of its own"
        case _:
            what = "cannot answer at the moment"
    return f"{name} {what}. It is tried again by itself.{said}"


def _judge_content(answer: Answer, retry_after: float | None) -> Verdict:
    try:
        decoded = decode(answer.body, answer.headers.get("content-type", ""))
    except UnreadableError as error:
        return Verdict(Outcome.UNREADABLE, unreadable=error)
    body = decoded.value
    if isinstance(body, Mapping) and _is_error(body):
        words = _words_of(body)
        outcome = _by_code(body) or _by_words(words) or Outcome.REFUSED
        return Verdict(outcome, words=words, retry_after=retry_after)
    return Verdict(Outcome.OK, body, warnings=decoded.warnings)


def _is_error(body: Mapping[str, Any]) -> bool:
    """Tell whether an object says of itself that it is an error."""
    for key in ("success", "ok"):
        flag = body.get(key)
        if flag is False or (key == "success" and (flag == 0 or str(flag).lower() == "false")):
            return flag is not None
    if body.get("exception") and (body.get("errorcode") or body.get("message")):
        return True
    if str(body.get("status", "")).lower() in {"error", "fail", "failed", "failure"}:
        return True
    if str(body.get("imsx_codeMajor", "")).lower() == "failure":
        return True
    return any(_tells_error(body.get(key)) for key in ("error", "errors", "exc"))


def _tells_error(value: Any) -> bool:
    if isinstance(value, str):
        return value.strip().lower() not in {"", "false", "none", "null", "0", "ok"}
    return bool(value)


def _by_code(body: Any) -> Outcome | None:
    if not isinstance(body, Mapping):
        return None
    nested = body.get("error")
    first = body.get("errors")
    if isinstance(first, list) and first:
        first = first[0]
    for holder in (body, nested, first):
        if not isinstance(holder, Mapping):
            continue
        for key in _CODE_KEYS:
            code = holder.get(key)
            if isinstance(code, int) and not isinstance(code, bool) and code in _BY_STATUS:
                return _BY_STATUS[code]
            if isinstance(code, str):
                by_code = _BY_CODE.get("".join(c for c in code.lower() if c.isalnum()))
                if by_code is not None:
                    return by_code
                if code.isdecimal() and len(code) == 3 and int(code) in _BY_STATUS:
                    return _BY_STATUS[int(code)]
    return None


def _by_words(words: str) -> Outcome | None:
    return next((outcome for pattern, outcome in _BY_WORDS if pattern.search(words)), None)


def _tolerant(answer: Answer) -> Any:
    """Return the decoded body of an answer that is an error anyway, or None."""
    try:
        return decode(answer.body, answer.headers.get("content-type", "")).value
    except UnreadableError:
        return None


def _page_words(answer: Answer) -> str:
    if b"<" not in answer.body[:200]:
        return _plain(answer.body[:1000].decode("utf-8", "replace"))
    return title_of(answer.body)


def _words_of(body: Any) -> str:
    """Return what an error says: RFC 9457's title and detail, or the words under the usual keys."""
    return _plain(". ".join(_sayings(body, 0)))


def _sayings(body: Any, depth: int) -> list[str]:
    if isinstance(body, str):
        return [body.strip().rstrip(".")] if body.strip() else []
    if depth > 3:
        return []
    if isinstance(body, list):
        return [said for item in body[:3] for said in _sayings(item, depth + 1)]
    if not isinstance(body, Mapping):
        return []
    found: list[str] = []
    for key in _WORD_KEYS:
        # The name of an exception's class says little beside a message.
        if key in {"exception", "exc"} and found:
            continue
        found.extend(said for said in _sayings(body.get(key), depth + 1) if said not in found)
    return found[:4]


def _plain(text: str) -> str:
    """Return text without markup, on one line."""
    bare = html.unescape(_TAG.sub(" ", text[:4000]))
    flat = " ".join("".join(c if c.isprintable() else " " for c in bare).split())
    return _BEFORE_POINT.sub(r"\1", flat)


def _retry_after(written: str, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header (RFC 9110, section 10.2.3), None where it says nothing usable."""
    text = written.strip()
    if not text:
        return None
    if text.replace(".", "", 1).isdecimal():
        return min(float(text), _LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    wait = moment - now
    return max(min(wait, timedelta(seconds=_LONGEST_RETRY_AFTER)).total_seconds(), 0.0)


def _status_text(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"
