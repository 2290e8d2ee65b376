"""The one table from an answer to what it means, also for the answers that are errors in spite of their 200."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from hub_desktop.core.endpoint import ErrorRule
from hub_desktop.core.errors import ConfigurationError, HubError, Remedy, SignInError, TransientError, Trouble
from hub_desktop.core.integration import Integration
from hub_desktop.core.mapping import compile_path
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.sign_in import AuthType
from hub_desktop.upstream.complaints import codes_of, is_error, plain, words_of
from hub_desktop.upstream.decode import UnreadableError, decode, title_of
from hub_desktop.upstream.retry_after import retry_after, until_reset
from hub_desktop.upstream.wire import Answer

MAX_WORDS = 300
"""Characters shown of what an upstream says."""

_SEARCHED = 256 * 1024


class Outcome(StrEnum):
    """What an answer means for the run."""

    OK = "ok"
    IGNORE = "ignore"
    """There is nothing to read here, and that is no fault."""
    RETRY = "retry"
    RATE_LIMITED = "rate-limited"
    """As retry; the upstream asks us to slow down."""
    SIGN_IN = "sign-in"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not-found"
    REFUSED = "refused"
    UNREADABLE = "unreadable"

    @property
    def passes(self) -> bool:
        """Whether it passes by itself, so that the request is made again."""
        return self in {Outcome.RETRY, Outcome.RATE_LIMITED}


class Verdict(Struct, frozen=True):
    """What an answer means; `words` is what the upstream said, plain text on one line, not yet redacted."""

    outcome: Outcome
    body: Any = None
    """The decoded answer; only of an OK one."""
    words: str = ""
    retry_after: float | None = None
    """Seconds the upstream asked to wait."""
    warnings: tuple[str, ...] = ()
    unreadable: UnreadableError | None = None
    rule: ErrorRule | None = None
    """The rule of the endpoint that decided, where one did."""


_BY_STATUS: dict[int, Outcome] = {
    401: Outcome.SIGN_IN,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    408: Outcome.RETRY,
    410: Outcome.NOT_FOUND,
    429: Outcome.RATE_LIMITED,
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
    # OneRoster
    "unauthorisedrequest": Outcome.SIGN_IN,
    "unknownobject": Outcome.NOT_FOUND,
    "serverbusy": Outcome.RATE_LIMITED,
    # Google
    "resourceexhausted": Outcome.RATE_LIMITED,
    "userratelimitexceeded": Outcome.RATE_LIMITED,
    "quotaexceeded": Outcome.RATE_LIMITED,
    "dailylimitexceeded": Outcome.RATE_LIMITED,
    # Microsoft Graph
    "invalidauthenticationtoken": Outcome.SIGN_IN,
    "authorizationrequestdenied": Outcome.FORBIDDEN,
    "erroraccessdenied": Outcome.FORBIDDEN,
    "requestresourcenotfound": Outcome.NOT_FOUND,
    "resourcenotfound": Outcome.NOT_FOUND,
    "activitylimitreached": Outcome.RATE_LIMITED,
    "applicationthrottled": Outcome.RATE_LIMITED,
    # Frappe
    "authenticationerror": Outcome.SIGN_IN,
    "sessionexpired": Outcome.SIGN_IN,
    "invalidauthorizationheader": Outcome.SIGN_IN,
    "invalidauthorizationprefix": Outcome.SIGN_IN,
    "invalidauthorizationtoken": Outcome.SIGN_IN,
    "permissionerror": Outcome.FORBIDDEN,
    "doesnotexisterror": Outcome.NOT_FOUND,
    "pagedoesnotexisterror": Outcome.NOT_FOUND,
    "validationerror": Outcome.REFUSED,
    "toomanyrequestserror": Outcome.RATE_LIMITED,
    "ratelimitexceedederror": Outcome.RATE_LIMITED,
    "sessionstopped": Outcome.RETRY,
    "inreadonlymode": Outcome.RETRY,
    "querytimeouterror": Outcome.RETRY,
    "querydeadlockerror": Outcome.RETRY,
    # Odoo
    "sessionexpiredexception": Outcome.SIGN_IN,
    "odooexceptionsaccessdenied": Outcome.SIGN_IN,
    "accesserror": Outcome.FORBIDDEN,
    "missingerror": Outcome.NOT_FOUND,
    # Codes many systems share
    "expiredtoken": Outcome.SIGN_IN,
    "tokenexpired": Outcome.SIGN_IN,
    "unauthorized": Outcome.SIGN_IN,
    "unauthorised": Outcome.SIGN_IN,
    "unauthenticated": Outcome.SIGN_IN,
    "notauthenticated": Outcome.SIGN_IN,
    "authenticationfailed": Outcome.SIGN_IN,
    "invalidapikey": Outcome.SIGN_IN,
    "invalidaccesstoken": Outcome.SIGN_IN,
    "tokennotvalid": Outcome.SIGN_IN,
    "invalidcredentials": Outcome.SIGN_IN,
    "permissiondenied": Outcome.FORBIDDEN,
    "forbidden": Outcome.FORBIDDEN,
    "accessdenied": Outcome.FORBIDDEN,
    "insufficientscope": Outcome.FORBIDDEN,
    "notfound": Outcome.NOT_FOUND,
    "ratelimit": Outcome.RATE_LIMITED,
    "ratelimited": Outcome.RATE_LIMITED,
    "ratelimitexceeded": Outcome.RATE_LIMITED,
    "toomanyrequests": Outcome.RATE_LIMITED,
    "throttled": Outcome.RATE_LIMITED,
    "unavailable": Outcome.RETRY,
    "serviceunavailable": Outcome.RETRY,
}

_BY_THEN: dict[str, Outcome] = {
    "fail": Outcome.REFUSED,
    "retry": Outcome.RETRY,
    "ignore": Outcome.IGNORE,
    "sign-in": Outcome.SIGN_IN,
    "rate-limited": Outcome.RATE_LIMITED,
}

_TROUBLES: dict[Outcome, Trouble] = {
    Outcome.RETRY: Trouble.BUSY,
    Outcome.RATE_LIMITED: Trouble.BUSY,
    Outcome.SIGN_IN: Trouble.SIGN_IN,
    Outcome.FORBIDDEN: Trouble.PERMISSION,
    Outcome.UNREADABLE: Trouble.FORMAT,
}
"""On which part of the way an error lies; what is not named here lies with the address or its path."""

_LAST_PART = re.compile(r"[./\\:#]")
_LIMITED = re.compile(r"(?i)rate.?limit|too many requests|quota (was )?exceeded|throttl")

_BY_WORDS: tuple[tuple[re.Pattern[str], Outcome], ...] = (
    (_LIMITED, Outcome.RATE_LIMITED),
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


def judge(answer: Answer, now: datetime, rules: Sequence[ErrorRule] = ()) -> Verdict:
    """Return what an answer means; the first of the endpoint's `rules` that fits decides over everything else.

    `now` (aware UTC) turns the moments in Retry-After and the like into seconds.
    """
    verdict = _judge_content(answer) if 200 <= answer.status < 300 else _judge_status(answer)
    rule = _fitting(answer, verdict, rules) if rules else None
    if rule is not None:
        words = verdict.words or words_of(_tolerant(answer))
        verdict = Verdict(_BY_THEN[rule.then], words=words, warnings=verdict.warnings, rule=rule)
    asked = retry_after(answer.headers, now)
    if asked is None and verdict.outcome is Outcome.RATE_LIMITED:
        asked = until_reset(answer.headers, now)
    return replace(verdict, retry_after=asked) if verdict.outcome.passes else verdict


def error_of(verdict: Verdict, answer: Answer, integration: Integration, endpoint: str, redactor: Redactor) -> HubError:
    """Return the error for an answer that is not OK, in sentences that name the integration and the endpoint."""
    name = integration.name
    words = redactor.line(verdict.words, MAX_WORDS)
    own = redactor.line(verdict.rule.say, MAX_WORDS) if verdict.rule is not None else ""
    said = f" {_ended(own)}" if own else f" It says: “{words}”" if words else ""
    detail = f"{endpoint}: {redactor.line(answer.url)} answered {_status_text(answer.status)}"
    detail += f": {words}" if words else ""
    detail += f"; an error rule of the endpoint says {verdict.rule.then}" if verdict.rule is not None else ""
    trouble = _TROUBLES.get(verdict.outcome, Trouble.ADDRESS)
    evidence = {"status": str(answer.status), "address": redactor.line(answer.url), **trouble.evidence}
    match verdict.outcome:
        case Outcome.RETRY:
            return TransientError(_busy(name, answer.status, said), detail, evidence=evidence)
        case Outcome.RATE_LIMITED:
            return TransientError(
                f"{name} asks us to slow down. It is tried again by itself.{said}", detail, evidence=evidence
            )
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
                remedy=Remedy.RETRY if problem.may_pass else Remedy.EDIT,
            )
        case _:
            advice = said if own else f" {_refusal_advice(name, answer.status)}{said}"
            return ConfigurationError(
                f"{_refusal(name, answer.status, endpoint)}{advice}",
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
        case 408 | 504:
            what = f"{name} took too long to prepare its answer."
        case 502 | 503:
            what = f"{name} is overloaded or under maintenance."
        case 500:
            what = f"{name} reports a fault of its own."
        case _:
            what = f"{name} cannot answer at the moment."
    return f"{what} It is tried again by itself.{said}"


def _refusal(name: str, status: int, endpoint: str) -> str:
    if status == HTTPStatus.NOT_MODIFIED:
        return f"{name} says that nothing has changed, though that was not asked, when asked for {endpoint}."
    if 300 <= status < 400:
        return f"{name} sends us on without saying where, when asked for {endpoint}."
    return f"{name} refused the request for {endpoint}."


def _refusal_advice(name: str, status: int) -> str:
    if 300 <= status < 400:
        return f"Check the base URL and the path; if they are right, tell whoever runs {name}."
    return "Check the path and the parameters of this endpoint."


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "…")) else f"{sentence}."


def _judge_content(answer: Answer) -> Verdict:
    # 204 says in so many words that there is nothing; an empty 200 says nothing at all.
    if answer.status == HTTPStatus.NO_CONTENT:
        return Verdict(Outcome.IGNORE)
    try:
        decoded = decode(answer.body, answer.headers.get("content-type", ""), lenient=True)
    except UnreadableError as error:
        return Verdict(Outcome.UNREADABLE, unreadable=error)
    body = decoded.value
    if isinstance(body, Mapping) and is_error(body):
        words = words_of(body)
        outcome = _by_code(body) or _by_words(words) or Outcome.REFUSED
        return Verdict(outcome, words=words)
    return Verdict(Outcome.OK, body, warnings=decoded.warnings)


def _judge_status(answer: Answer) -> Verdict:
    outcome = _BY_STATUS.get(answer.status, Outcome.REFUSED)
    body = _tolerant(answer)
    words = words_of(body) or _page_words(answer)
    by_code = _by_code(body)
    # Canvas and Google throttle with 403; others say with 400 and a code that a sign-in has ended.
    if answer.status in {400, 403} and (by_code is Outcome.RATE_LIMITED or _LIMITED.search(words)):
        outcome = Outcome.RATE_LIMITED
    elif (outcome in {Outcome.REFUSED, Outcome.FORBIDDEN} and by_code is Outcome.SIGN_IN) or (
        outcome is Outcome.FORBIDDEN and by_code is Outcome.RETRY
    ):
        outcome = by_code
    return Verdict(outcome, words=words)


def _fitting(answer: Answer, verdict: Verdict, rules: Sequence[ErrorRule]) -> ErrorRule | None:
    """Return the first rule whose conditions are all met."""
    body = verdict.body if verdict.outcome is Outcome.OK else _tolerant(answer)
    searched = ""
    for rule in rules:
        if rule.status and answer.status not in rule.status:
            continue
        if rule.path and not _holds(rule.path, body):
            continue
        if rule.text:
            searched = searched or _searched(answer, body)
            if rule.text.casefold() not in searched:
                continue
        return rule
    return None


def _holds(path: str, body: Any) -> bool:
    """Tell whether there is something at a path other than null, false, zero or emptiness."""
    if not isinstance(body, Mapping | list):
        return False
    try:
        return bool(compile_path(path)(body))  # type: ignore[arg-type]  # an expression may start at a list
    except (ValueError, AttributeError):
        return False


def _searched(answer: Answer, body: Any) -> str:
    """Return the beginning of an answer for a search in any case, with what JSON writes as escapes in plain."""
    text = answer.body[:_SEARCHED].decode("utf-8", "replace")
    if "\\" in text and body is not None:
        text += " " + json.dumps(body, ensure_ascii=False)[:_SEARCHED]
    return text.casefold()


def _by_code(body: Any) -> Outcome | None:
    """Return what the codes of an error mean; that a limit is met counts first, then words before numbers."""
    by_text: Outcome | None = None
    by_number: Outcome | None = None
    for code in codes_of(body):
        if isinstance(code, str):
            outcome = _of_text(code)
            if outcome is Outcome.RATE_LIMITED:
                return outcome
            by_text = by_text or outcome
        if isinstance(code, int) or (code.isdecimal() and len(code) == 3):
            by_number = by_number or _BY_STATUS.get(int(code))
    return by_text or by_number


def _of_text(code: str) -> Outcome | None:
    # The whole first: odoo.exceptions.AccessDenied is another matter than the access_denied of others.
    for part in (code, _LAST_PART.split(code.rstrip("/"))[-1]):
        found = _BY_CODE.get("".join(c for c in part.lower() if c.isalnum()))
        if found is not None:
            return found
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
        return plain(answer.body[:1000].decode("utf-8", "replace"))
    return title_of(answer.body)


def _status_text(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"
