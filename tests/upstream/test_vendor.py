"""What is given away of a test holds no secret and no value of a record."""

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from hub_desktop import __version__
from hub_desktop.core.errors import Remedy
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.doctor import Check, Report, examine
from hub_desktop.upstream.reading import Patience
from hub_desktop.upstream.vendor import BODY_CHARACTERS, exchange_of, vendor_json, vendor_text
from hub_desktop.upstream.wire import Answer, Headers, Request
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json
from tests.upstream.session import KEY, SECRETS, integration

PEOPLE = [{"id": 471147114711, "name": "Asha Rao", "email": "asha@college.edu", "gpa": 3.141592653589}]


def report(handler: Callable[[Asked], Reply], **changes: Any) -> Report:
    with HttpServer(handler) as server:
        return examine(
            integration(server.url, **changes),
            SECRETS,
            cancel=threading.Event(),
            redactor=Redactor(),
            patience=Patience(tries=1, deadline=5),
        )


def given_away(found: Report) -> str:
    text = vendor_text("Moodle", found)
    return text + json.dumps(vendor_json("Moodle", found), ensure_ascii=False)


def test_a_report_says_when_what_and_with_which_program() -> None:
    found = Report(
        (
            Check("Address", True, "Found.", "10.0.0.1", seconds=0.1),
            Check("Sign-in", False, "ERP refused the token.", "HTTP 401", Remedy.SIGN_IN_AGAIN),
            Check("students", None, "Not tried.", endpoint="students"),
        ),
        "https://erp.college.edu",
        datetime(2026, 11, 24, 9, 0, tzinfo=UTC),
    )
    text = vendor_text("ERP", found)
    assert text.startswith("Connection test of ERP\n")
    assert "Address: https://erp.college.edu\n" in text
    assert "Time: 2026-11-24 " in text
    assert f"Program: Hub Desktop {__version__}\n" in text
    assert "System: " in text
    assert "1. [Passed] Address (0.10 s)\n   Found.\n   Detail: 10.0.0.1\n" in text
    assert "2. [Failed] Sign-in\n" in text
    assert "3. [Not tried] students\n" in text


def test_fields_are_told_by_name_and_kind_and_no_value_is() -> None:
    people = [{"id": 471147114711, "name": "Asha", "email": "asha@example.edu", "gpa": 3.141592653589}]
    text = given_away(report(lambda _: as_json(people)))
    assert "id (number), name (text), email (text), gpa (number)" in text
    for value in ("Asha", "471147114711", "asha@", "3.141592653589"):
        assert value not in text


def test_requests_are_shown_with_their_secrets_masked() -> None:
    placed = {"place": "query", "name": "wstoken"}
    endpoints = {"students": {"path": "/s?active=1", "params": {"term": "2026"}}}
    found = report(lambda _: as_json(PEOPLE), authType="api-key", apiKeyIn=placed, endpoints=endpoints)
    text = given_away(found)
    assert "Request: GET http://127.0.0.1:" in text
    assert "/s?active=1&term=2026&wstoken=••••" in text
    assert "Answer: HTTP 200 after" in text
    assert KEY not in text


def test_a_failing_answer_is_shown_with_headers_and_the_beginning_of_its_body() -> None:
    def handler(_: Asked) -> Reply:
        return as_json(
            {"error": f"{KEY} may not; ask jane.doe@college.edu", "code": 17, "student": PEOPLE[0], "list": PEOPLE},
            500,
            X_Request_Id="abc-1",
            Set_Cookie="session=s3cret",
        )

    text = given_away(report(handler))
    assert "x-request-id: abc-1" in text
    assert "set-cookie: ••••" in text
    assert "•••• may not; ask ••••@••••" in text
    assert "id: number, name: text" in text
    for value in (KEY, "jane", "s3cret", "Asha", "4711"):
        assert value not in text


@pytest.mark.parametrize(
    ("body", "kind", "kept", "lost"),
    [
        (
            b"<?xml version='1.0'?><R><KEY name='Asha'><VALUE>Asha</VALUE></KEY></R>",
            "application/xml",
            "<VALUE>",
            "Asha",
        ),
        (b"<html><title>Sign in</title><p>Dear Asha Rao</p></html>", "text/html", "Sign in", "Asha"),
        (b"4711;Asha Rao;3.5\n4712;Ravi;2\n", "text/csv", "9999;aaaa aaa;9.9", "Asha"),
        (b"Service is closed for today", "text/plain", "Service is closed for today", "Asha"),
    ],
)
def test_an_answer_that_is_no_json_loses_what_may_be_values(body: bytes, kind: str, kept: str, lost: str) -> None:
    found = report(lambda _: Reply(body, content_type=kind))
    text = given_away(found)
    assert kept in text
    assert lost not in text


def test_a_list_that_was_not_found_is_shown_by_its_shape() -> None:
    text = given_away(report(lambda _: as_json({"result": {"rows": PEOPLE}, "by_name": {"Asha Rao": {"a": 1}}})))
    assert "a list of 1: {id: number, name: text, email: text, gpa: number}" in text
    for value in ("Asha", "471147114711", "3.141592653589"):
        assert value not in text


def test_the_body_is_masked_before_it_is_cut() -> None:
    filler = "x" * (BODY_CHARACTERS - len(KEY) // 2 - 12)
    body = json.dumps({"message": f"{filler}{KEY}"}).encode()
    answer = Answer(500, Headers([("Content-Type", "application/json")]), body, "http://h/", 0.1)
    shown = exchange_of(Request("GET", "http://h/"), answer, Redactor([KEY]), failed=True).body
    assert len(shown) <= BODY_CHARACTERS
    assert KEY[:6] not in shown


def test_what_is_on_the_screen_alone_is_not_given_away() -> None:
    check = Check("students", True, "All well.", samples=("Record 1: Status: active",), endpoint="students")
    text = given_away(Report((check,)))
    assert "active" not in text
    assert "offer" not in text
