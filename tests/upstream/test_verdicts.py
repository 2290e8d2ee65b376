from datetime import UTC, datetime
from pathlib import Path

import pytest

from hub_desktop.core.errors import ConfigurationError, HubError, SignInError, TransientError
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.verdicts import Outcome, error_of, judge
from hub_desktop.upstream.wire import Answer, Headers
from tests.upstream.session import KEY, integration

MOODLE = Path(__file__).parents[1] / "data" / "moodle"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def answer(body: bytes = b"[]", status: int = 200, content_type: str = "application/json", **more: str) -> Answer:
    headers = [("Content-Type", content_type), *((name.replace("_", "-"), value) for name, value in more.items())]
    return Answer(status, Headers(headers), body, f"https://erp.example/students?wstoken={KEY}", 0.1)


def error(given: Answer) -> HubError:
    return error_of(judge(given, NOW), given, integration("https://erp.example"), "students", Redactor([KEY]))


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.OK),
        (201, Outcome.OK),
        (400, Outcome.REFUSED),
        (401, Outcome.SIGN_IN),
        (403, Outcome.FORBIDDEN),
        (404, Outcome.NOT_FOUND),
        (408, Outcome.RETRY),
        (409, Outcome.REFUSED),
        (410, Outcome.NOT_FOUND),
        (418, Outcome.REFUSED),
        (422, Outcome.REFUSED),
        (429, Outcome.RETRY),
        (500, Outcome.RETRY),
        (501, Outcome.REFUSED),
        (502, Outcome.RETRY),
        (503, Outcome.RETRY),
        (504, Outcome.RETRY),
        (304, Outcome.REFUSED),
        (299, Outcome.OK),
    ],
)
def test_by_status(status: int, outcome: Outcome) -> None:
    assert judge(answer(status=status), NOW).outcome is outcome


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        (b'{"success": false, "message": "nope"}', Outcome.REFUSED),
        (b'{"success": "false"}', Outcome.REFUSED),
        (b'{"success": 0}', Outcome.REFUSED),
        (b'{"ok": false, "error": "invalid_token"}', Outcome.SIGN_IN),
        (b'{"error": "Session expired", "data": []}', Outcome.SIGN_IN),
        (b'{"error": "Your token has expired"}', Outcome.SIGN_IN),
        (b'{"error": {"code": 429, "message": "slow", "status": "RESOURCE_EXHAUSTED"}}', Outcome.RETRY),
        (b'{"errors": [{"code": "forbidden"}]}', Outcome.FORBIDDEN),
        (b'{"errors": ["Too many requests"]}', Outcome.RETRY),
        (b'{"status": "error", "message": "bad"}', Outcome.REFUSED),
        (b'{"imsx_codeMajor": "failure", "imsx_description": "no"}', Outcome.REFUSED),
        (b'{"success": true, "data": [], "error": null, "errors": []}', Outcome.OK),
        (b'{"error": false, "errors": {}, "data": []}', Outcome.OK),
        (b'{"error": "", "items": []}', Outcome.OK),
        (b'[{"error": "a record may have such a field"}]', Outcome.OK),
        (b"", Outcome.UNREADABLE),
        (b"<html><body>Hello", Outcome.UNREADABLE),
    ],
)
def test_a_200_can_be_an_error(body: bytes, outcome: Outcome) -> None:
    assert judge(answer(body), NOW).outcome is outcome


@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        ("10_courses_all.json", Outcome.OK),
        ("22_enrolled_users_paged.json", Outcome.OK),
        ("29_enrolled_users_past_the_end.json", Outcome.OK),
        ("03_users_one_by_idnumber.json", Outcome.OK),
        ("61_maintenance_mode_admin_setting.json", Outcome.RETRY),
        ("64_ws_user_suspended.json", Outcome.SIGN_IN),
        ("65_database_down.json", Outcome.RETRY),
        ("80_err_invalid_token.json", Outcome.SIGN_IN),
        ("82_err_expired_token.json", Outcome.FORBIDDEN),
        ("85_err_unknown_function.json", Outcome.NOT_FOUND),
        ("90_err_extra_parameter.json", Outcome.REFUSED),
        ("92_err_no_format_is_xml.xml", Outcome.UNREADABLE),
    ],
)
def test_what_moodle_answers_with_200(file: str, outcome: Outcome) -> None:
    assert judge(answer((MOODLE / file).read_bytes()), NOW).outcome is outcome


def test_moodle_under_maintenance() -> None:
    given = answer((MOODLE / "60_maintenance_mode.html").read_bytes(), 503, "text/html", Retry_After="300")
    verdict = judge(given, NOW)
    assert (verdict.outcome, verdict.retry_after) == (Outcome.RETRY, 300)
    assert "under maintenance" in error(given).sentence


def test_throttling_with_403_is_tried_again() -> None:
    assert judge(answer(b"403 Forbidden (Rate Limit Exceeded)", 403, "text/plain"), NOW).outcome is Outcome.RETRY


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("Mon, 23 Nov 2026 09:00:30 GMT", 30.0),
        ("Mon, 23 Nov 2026 08:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("9" * 400, 604800.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 604800.0),
    ],
)
def test_retry_after(written: str, seconds: float | None) -> None:
    assert judge(answer(status=429, Retry_After=written), NOW).retry_after == seconds


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (answer(status=401), SignInError),
        (answer(status=403), ConfigurationError),
        (answer(status=404), ConfigurationError),
        (answer(status=422), ConfigurationError),
        (answer(status=503), TransientError),
        (answer(b""), ConfigurationError),
    ],
)
def test_every_error_names_the_integration_and_says_what_to_do(given: Answer, kind: type[HubError]) -> None:
    found = error(given)
    assert type(found) is kind
    assert found.sentence.startswith("Moodle ")
    assert "!" not in found.sentence
    assert "HTTP" not in found.sentence
    assert "students" in found.detail


def test_what_the_upstream_says_is_shown_plain_and_redacted() -> None:
    body = b'{"title": "Wrong <b>filter</b>", "detail": "key %s\\nis &lt;odd&gt;"}' % KEY.encode()
    found = error(answer(body, 400, "application/problem+json"))
    assert "Wrong filter. key •••• is <odd>" in found.sentence
    assert KEY not in found.sentence + found.detail + str(found.evidence)
