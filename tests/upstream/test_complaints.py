"""Errors in the shapes in which known systems write them."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.upstream.complaints import codes_of, is_error, words_of
from hub_desktop.upstream.verdicts import Outcome, judge
from hub_desktop.upstream.wire import Answer, Headers

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def odoo(name: str, message: str, code: int = 200, outer: str = "Odoo Server Error") -> dict[str, Any]:
    data = {"name": name, "debug": "Traceback (most recent call last)", "message": message, "arguments": [message]}
    return {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": outer, "data": data}}


def frappe(exc_type: str, message: str = "") -> dict[str, Any]:
    body: dict[str, Any] = {
        "exc_type": exc_type,
        "exception": f"frappe.exceptions.{exc_type}",
        "exc": json.dumps(["Traceback (most recent call last):\n  File …"]),
    }
    if message:
        body["_server_messages"] = json.dumps([json.dumps({"message": message, "title": "Message"})])
    return body


def google(code: int, status: str, reason: str = "", message: str = "Said by Google") -> dict[str, Any]:
    errors = [{"domain": "usageLimits", "reason": reason, "message": message}] if reason else []
    return {"error": {"code": code, "message": message, "status": status, "errors": errors}}


def oneroster(minor: str, words: str = "Said by the roster") -> dict[str, Any]:
    field = {"imsx_codeMinorFieldName": "TargetEndSystem", "imsx_codeMinorFieldValue": minor}
    return {
        "imsx_codeMajor": "failure",
        "imsx_severity": "error",
        "imsx_description": words,
        "imsx_CodeMinor": {"imsx_codeMinorField": [field]},
    }


@pytest.mark.parametrize(
    ("status", "body", "outcome", "words"),
    [
        (200, odoo("odoo.http.SessionExpiredException", "Session expired", 100), Outcome.SIGN_IN, "Session expired"),
        (200, odoo("odoo.exceptions.AccessDenied", "Access Denied"), Outcome.SIGN_IN, "Access Denied"),
        (200, odoo("odoo.exceptions.AccessError", "Not yours"), Outcome.FORBIDDEN, "Not yours"),
        (200, odoo("odoo.exceptions.MissingError", "Gone"), Outcome.NOT_FOUND, "Gone"),
        (200, odoo("odoo.exceptions.UserError", "Pick a year"), Outcome.REFUSED, "Pick a year"),
        (200, odoo("builtins.KeyError", "op.student"), Outcome.REFUSED, "op.student"),
        (401, frappe("AuthenticationError"), Outcome.SIGN_IN, "frappe.exceptions.AuthenticationError"),
        (403, frappe("PermissionError", "Not permitted"), Outcome.FORBIDDEN, "Not permitted"),
        (403, frappe("SessionExpired"), Outcome.SIGN_IN, ""),
        (404, frappe("DoesNotExistError", "DocType Pupil not found"), Outcome.NOT_FOUND, "DocType Pupil not found"),
        (417, frappe("ValidationError", "Field not allowed"), Outcome.REFUSED, "Field not allowed"),
        (429, frappe("TooManyRequestsError"), Outcome.RATE_LIMITED, ""),
        (503, frappe("SessionStopped"), Outcome.RETRY, ""),
        (200, frappe("PermissionError", "Not <b>permitted</b>"), Outcome.FORBIDDEN, "Not permitted"),
        (200, {"session_expired": 1, "exc": "[]"}, Outcome.SIGN_IN, ""),
        (200, google(429, "RESOURCE_EXHAUSTED"), Outcome.RATE_LIMITED, "Said by Google"),
        (403, google(403, "PERMISSION_DENIED", "userRateLimitExceeded"), Outcome.RATE_LIMITED, "Said by Google"),
        (403, google(403, "PERMISSION_DENIED", "insufficientPermissions"), Outcome.FORBIDDEN, "Said by Google"),
        (401, google(401, "UNAUTHENTICATED"), Outcome.SIGN_IN, "Said by Google"),
        (200, google(503, "UNAVAILABLE"), Outcome.RETRY, "Said by Google"),
        (400, google(400, "INVALID_ARGUMENT"), Outcome.REFUSED, "Said by Google"),
        (401, {"error": {"code": "InvalidAuthenticationToken", "message": "Empty"}}, Outcome.SIGN_IN, "Empty"),
        (403, {"error": {"code": "Authorization_RequestDenied", "message": "Few"}}, Outcome.FORBIDDEN, "Few"),
        (429, {"error": {"code": "activityLimitReached", "message": "Slow"}}, Outcome.RATE_LIMITED, "Slow"),
        (200, {"error": {"code": "Request_ResourceNotFound", "message": "Nil"}}, Outcome.NOT_FOUND, "Nil"),
        (200, oneroster("unauthorisedrequest"), Outcome.SIGN_IN, "Said by the roster"),
        (200, oneroster("server_busy"), Outcome.RATE_LIMITED, "Said by the roster"),
        (404, oneroster("unknownobject"), Outcome.NOT_FOUND, "Said by the roster"),
        (422, oneroster("invaliddata"), Outcome.REFUSED, "Said by the roster"),
        (400, {"title": "Bad filter", "detail": "No such field"}, Outcome.REFUSED, "Bad filter. No such field"),
        (400, {"error": "invalid_scope", "error_description": "Odd"}, Outcome.REFUSED, "Odd. invalid_scope"),
        (400, {"type": "https://x.example/probs/token-expired", "title": "Old"}, Outcome.SIGN_IN, "Old"),
        (409, {"error": {"status": "RESOURCE_EXHAUSTED"}}, Outcome.REFUSED, ""),
        (400, {"message": "API rate limit exceeded"}, Outcome.RATE_LIMITED, "API rate limit exceeded"),
        (401, {"Message": "Authorization has been denied."}, Outcome.SIGN_IN, "Authorization has been denied"),
        (200, {"errors": [{"message": "The year is closed"}]}, Outcome.REFUSED, "The year is closed"),
    ],
)
def test_what_known_systems_mean_and_say(status: int, body: Any, outcome: Outcome, words: str) -> None:
    headers = Headers([("Content-Type", "application/json")])
    verdict = judge(Answer(status, headers, json.dumps(body).encode(), "https://erp.example/x", 0.1), NOW)
    assert verdict.outcome is outcome
    assert words in verdict.words
    assert "Traceback" not in verdict.words
    assert "Odoo Server Error" not in verdict.words


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["error", "errors", "data", "message", "code", "status", "exc", "_server_messages", "success", "detail"]
            )
            | st.text(max_size=5),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_comes_has_words_and_codes_of_bounded_size(body: Any) -> None:
    said = words_of(body)
    assert "\n" not in said
    assert len(said) <= 4000
    assert all(isinstance(code, str | int) for code in codes_of(body))
    if isinstance(body, dict):
        assert is_error(body) in {True, False}


def test_an_error_nested_without_end_ends() -> None:
    body: Any = "deep"
    for _ in range(90):
        body = {"error": body, "errors": [body], "data": body}
    assert words_of(body) == ""
    assert list(codes_of(body)) == []
