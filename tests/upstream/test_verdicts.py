from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.endpoint import ErrorRule
from hub_desktop.core.errors import ConfigurationError, HubError, Remedy, SignInError, TransientError, Trouble
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
        (204, Outcome.IGNORE),
        (206, Outcome.OK),
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
        (429, Outcome.RATE_LIMITED),
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
        (b'{"error": {"code": 429, "message": "slow", "status": "RESOURCE_EXHAUSTED"}}', Outcome.RATE_LIMITED),
        (b'{"errors": [{"code": "forbidden"}]}', Outcome.FORBIDDEN),
        (b'{"errors": ["Too many requests"]}', Outcome.RATE_LIMITED),
        (b'{"status": "error", "message": "bad"}', Outcome.REFUSED),
        (b'{"imsx_codeMajor": "failure", "imsx_description": "no"}', Outcome.REFUSED),
        (b'{"code": 401, "msg": "who are you", "data": null}', Outcome.SIGN_IN),
        (b'{"status": "500", "message": "boom"}', Outcome.RETRY),
        (b'{"data": {"error": "invalid_token"}}', Outcome.SIGN_IN),
        (b'{"Success": false, "Message": "no"}', Outcome.REFUSED),
        (b'{"fault": {"faultstring": "x", "detail": {"errorcode": "oauth.InvalidAccessToken"}}}', Outcome.SIGN_IN),
        (b'{"code": 200, "msg": "fine", "data": []}', Outcome.OK),
        (b'{"code": 404, "name": "Room 404", "data": [1]}', Outcome.OK),
        (b'{"code": 500, "message": "five hundred", "pupils": [{"id": 1}]}', Outcome.OK),
        (b'{"data": {"students": [], "error": "one row was left out"}}', Outcome.OK),
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
    given = answer(b"403 Forbidden (Rate Limit Exceeded)", 403, "text/plain")
    assert judge(given, NOW).outcome is Outcome.RATE_LIMITED
    assert "asks us to slow down" in error(given).sentence


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
    ("header", "written", "seconds"),
    [
        ("X-RateLimit-Reset", "30", 30.0),
        ("RateLimit-Reset", "0", 0.0),
        ("X-Rate-Limit-Reset", str(int(NOW.timestamp()) + 90), 90.0),
        ("X-RateLimit-Reset", str(int(NOW.timestamp() - 5)), 0.0),
        ("X-RateLimit-Reset", str(int(NOW.timestamp() + 20) * 1000), 20.0),
        ("X-RateLimit-Reset", "tomorrow", None),
        ("X-RateLimit-Reset", "9" * 30, 604800.0),
    ],
)
def test_when_a_limit_is_lifted(header: str, written: str, seconds: float | None) -> None:
    assert judge(answer(status=429, **{header: written}), NOW).retry_after == seconds
    assert judge(answer(status=503, **{header: written}), NOW).retry_after is None
    assert judge(answer(status=429, Retry_After="7", **{header: written}), NOW).retry_after == 7


def test_an_answer_that_is_good_asks_for_no_wait() -> None:
    assert judge(answer(Retry_After="7"), NOW).retry_after is None


# -- rules of the endpoint -------------------------------------------------------------------------------------------


def rule(then: str, **conditions: Any) -> ErrorRule:
    return ErrorRule.model_validate({"then": then, **conditions})


@pytest.mark.parametrize(
    ("then", "outcome", "kind"),
    [
        ("fail", Outcome.REFUSED, ConfigurationError),
        ("retry", Outcome.RETRY, TransientError),
        ("rate-limited", Outcome.RATE_LIMITED, TransientError),
        ("sign-in", Outcome.SIGN_IN, SignInError),
    ],
)
@pytest.mark.parametrize("status", [200, 404, 503])
def test_a_rule_decides_over_every_status(then: str, outcome: Outcome, kind: type[HubError], status: int) -> None:
    given = answer(b'{"message": "The office is closed"}', status)
    verdict = judge(given, NOW, [rule(then, status=status)])
    assert verdict.outcome is outcome
    found = error_of(verdict, given, integration("https://erp.example"), "students", Redactor([KEY]))
    assert type(found) is kind
    assert "The office is closed" in found.sentence
    assert "an error rule" in found.detail


@pytest.mark.parametrize("status", [200, 404, 500])
def test_a_rule_can_say_that_there_is_nothing_to_read(status: int) -> None:
    verdict = judge(answer(b"<h1>No classes today</h1>", status, "text/html"), NOW, [rule("ignore", text="NO CLASSES")])
    assert (verdict.outcome, verdict.body) == (Outcome.IGNORE, None)
    assert not verdict.outcome.passes


@pytest.mark.parametrize(
    ("conditions", "body", "fits"),
    [
        ({"path": "result.code"}, b'{"result": {"code": 7}}', True),
        ({"path": "result.code"}, b'{"result": {"code": 0}}', False),
        ({"path": "result.code"}, b'{"result": "x"}', False),
        ({"path": "result.code"}, b'"text"', False),
        ({"path": "errorcode"}, b"[1]", False),
        ({"path": "[0].error"}, b'[{"error": "x"}]', True),
        ({"path": "contains(msg, 'full')"}, b'{"msg": "the queue is full"}', True),
        ({"path": "contains(msg, 'full')"}, b'{"msg": 5}', False),
        ({"path": "msg", "text": "quota"}, b'{"msg": "QUOTA used up"}', True),
        ({"path": "msg", "text": "quota"}, b'{"msg": "all well"}', False),
        ({"text": "caf\u00e9 ferm\u00e9"}, b'{"msg": "Caf\\u00c9 ferm\\u00e9"}', True),
        ({"text": "a/b"}, b'{"big": 99999999999999999999, "msg": "a\\/b"}', True),
        ({"status": [200, 500]}, b"[]", True),
        ({"status": 500}, b"[]", False),
        ({"status": 500, "text": "x"}, b"x", False),
        ({"text": "closed"}, b"", False),
    ],
)
def test_all_conditions_of_a_rule_must_be_met(conditions: dict[str, Any], body: bytes, fits: bool) -> None:
    verdict = judge(answer(body), NOW, [rule("rate-limited", **conditions)])
    assert (verdict.outcome is Outcome.RATE_LIMITED) is fits


def test_the_first_rule_that_fits_is_followed() -> None:
    rules = [rule("ignore", status=404), rule("retry", text="later"), rule("sign-in", status=409)]
    assert judge(answer(b"later", 409), NOW, rules).outcome is Outcome.RETRY
    assert judge(answer(b"never", 409), NOW, rules).outcome is Outcome.SIGN_IN
    assert judge(answer(b"never", 404), NOW, rules).outcome is Outcome.IGNORE
    assert judge(answer(b"never", 410), NOW, rules).outcome is Outcome.NOT_FOUND
    assert judge(answer(b"[]"), NOW, rules).outcome is Outcome.OK


@pytest.mark.parametrize("then", ["fail", "retry", "rate-limited", "sign-in"])
def test_the_sentence_of_a_rule_takes_the_place_of_what_the_upstream_says(then: str) -> None:
    given = answer(b'{"message": "ERR_77 plugin_missing %s"}' % KEY.encode(), 500)
    verdict = judge(given, NOW, [rule(then, status=500, say=f"The attendance plugin is missing {KEY}")])
    found = error_of(verdict, given, integration("https://erp.example"), "students", Redactor([KEY]))
    assert found.sentence.endswith("The attendance plugin is missing ••••.")
    assert "ERR_77" not in found.sentence
    assert "ERR_77 plugin_missing ••••" in found.detail


@pytest.mark.parametrize("status", [301, 304])
def test_answers_that_lead_nowhere_say_so(status: int) -> None:
    found = error(answer(b"", status))
    assert isinstance(found, ConfigurationError)
    assert "parameters" not in found.sentence
    assert ("without saying where" if status == 301 else "nothing has changed") in found.sentence


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


def test_damaged_data_is_worth_another_try_and_a_web_page_is_not() -> None:
    assert error(answer(b'[{"a": 1')).remedy is Remedy.RETRY
    assert error(answer(b"<html>")).remedy is Remedy.EDIT


@pytest.mark.parametrize(
    ("given", "trouble"),
    [
        (answer(status=401), Trouble.SIGN_IN),
        (answer(status=403), Trouble.PERMISSION),
        (answer(status=404), Trouble.ADDRESS),
        (answer(status=422), Trouble.ADDRESS),
        (answer(status=429), Trouble.BUSY),
        (answer(status=503), Trouble.BUSY),
        (answer(b"<html><title>Welcome</title></html>", content_type="text/html"), Trouble.FORMAT),
        (answer(b'{"error": "invalid_token"}'), Trouble.SIGN_IN),
    ],
)
def test_every_error_says_on_which_part_of_the_way_it_lies(given: Answer, trouble: Trouble) -> None:
    assert error(given).trouble is trouble
