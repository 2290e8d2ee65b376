import threading
import time
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.errors import CancelledError, Remedy
from hub_desktop.core.redaction import Redactor
from hub_desktop.upstream.doctor import Report, examine
from hub_desktop.upstream.reading import Patience
from hub_desktop.upstream.wire import Wire
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json, free_port
from tests.upstream.session import KEY, SECRETS, integration
from tests.upstream.test_authentication import TokenServer
from tests.upstream.test_wire import certificate

STUDENTS = [{"id": n, "name": f"Student {n}"} for n in range(1, 4)]


def report(of: Any, secrets: dict[str, str] = SECRETS, cancel: threading.Event | None = None) -> Report:
    found = examine(
        of, secrets, cancel=cancel or threading.Event(), redactor=Redactor(), patience=Patience(tries=1, deadline=5)
    )
    assert KEY not in str(found)
    return found


def outcomes(found: Report) -> dict[str, bool | None]:
    return {check.name: check.ok for check in found.checks}


def test_a_good_connection() -> None:
    body = {"data": STUDENTS, "pagination": {"page": 1, "limit": 3, "total": 412}}
    with HttpServer(lambda _: as_json(body)) as server:
        found = report(integration(server.url))
    assert outcomes(found) == {"Address": True, "Connection": True, "Sign-in": True, "students": True}
    assert found.ok
    assert found.checks[-1].sentence == "students: 3 records read of 412, all well."
    assert len(server.asked) == 1


def test_nothing_listens() -> None:
    found = report(integration(f"http://127.0.0.1:{free_port()}"))
    assert outcomes(found) == {"Address": True, "Connection": False, "Sign-in": None, "students": None}
    assert not found.ok
    assert "refuses connections" in found.checks[1].sentence
    assert found.checks[1].remedy is Remedy.EDIT


def test_a_wrong_host() -> None:
    found = report(integration("http://no-such-computer.invalid"))
    assert found.checks[0].ok is False
    assert "was not found" in found.checks[0].sentence
    assert all(check.ok is None for check in found.checks[1:])


def test_a_certificate_nobody_knows(tmp_path: Path) -> None:
    _, context = certificate(tmp_path)
    with HttpServer(lambda _: as_json(STUDENTS), context) as server:
        found = report(integration(server.url.replace("127.0.0.1", "localhost")))
    assert outcomes(found) == {
        "Address": True,
        "Connection": True,
        "Certificate": False,
        "Sign-in": None,
        "students": None,
    }
    assert "issuer" in found.checks[2].sentence


def test_a_good_certificate_names_its_issuer_and_its_end(tmp_path: Path) -> None:
    file, context = certificate(tmp_path)
    with HttpServer(lambda _: as_json(STUDENTS), context) as server, Wire("Moodle", ca_file=file) as wire:
        here = integration(server.url.replace("127.0.0.1", "localhost"))
        found = examine(here, SECRETS, cancel=threading.Event(), redactor=Redactor(), wire=wire)
    assert found.ok
    assert "issued by localhost, valid until" in found.checks[2].detail


@pytest.mark.parametrize(
    "reply",
    [
        as_json({"message": f"{KEY} is unknown"}, 401),
        as_json({"exception": "x", "errorcode": "invalidtoken", "message": "Invalid token"}),
    ],
)
def test_a_wrong_token(reply: Reply) -> None:
    endpoints = {"students": "/students", "faculty": "/faculty"}
    with HttpServer(lambda _: reply) as server:
        found = report(integration(server.url, endpoints=endpoints))
    assert outcomes(found) == {"Address": True, "Connection": True, "Sign-in": False, "students": None, "faculty": None}
    assert found.checks[2].remedy is Remedy.SIGN_IN_AGAIN
    assert "Moodle refused the token" in found.checks[2].sentence
    assert len(server.asked) == 1


def test_no_token_yet() -> None:
    with HttpServer(lambda _: as_json(STUDENTS)) as server:
        found = report(integration(server.url), {})
    assert "has no token yet" in found.checks[2].sentence
    assert not server.asked


def test_oauth_says_whether_a_token_was_given() -> None:
    oauth = {"tokenUrl": "", "clientId": "hub"}
    with HttpServer(TokenServer()) as server:
        oauth["tokenUrl"] = f"{server.url}/token"
        found = report(integration(server.url, authType="oauth", oauth=oauth))
        assert outcomes(found)["Sign-in"] is True
        assert "gave a token" in found.checks[2].sentence
        server.handler = TokenServer(lambda: as_json({"error": "invalid_client"}, 401))
        found = report(integration(server.url, authType="oauth", oauth=oauth))
        assert outcomes(found) == {"Address": True, "Connection": True, "Sign-in": False, "students": None}


def test_a_web_page_instead_of_data() -> None:
    page = Reply(b"<!doctype html><title>Welcome</title>", content_type="text/html")
    with HttpServer(lambda _: page) as server:
        found = report(integration(server.url))
    assert outcomes(found)["students"] is False
    assert outcomes(found)["Sign-in"] is None
    assert "a web page (“Welcome”)" in found.checks[-1].sentence
    assert found.checks[-1].remedy is Remedy.EDIT


def test_one_endpoint_does_not_stop_the_others() -> None:
    endpoints = {"faculty": "/faculty", "students": "/students"}

    def handler(asked: Asked) -> Reply:
        return as_json({}, 404) if asked.path == "/faculty" else as_json(STUDENTS)

    with HttpServer(handler) as server:
        found = report(integration(server.url, endpoints=endpoints))
    assert outcomes(found)["faculty"] is False
    assert outcomes(found)["students"] is True
    assert not found.ok


@pytest.mark.parametrize(
    ("rows", "ok", "words"),
    [
        ([], True, "empty list"),
        ([{"foo": 1}], False, "no field was found for “Student ID”"),
        ([{"id": None}], False, "none can be stored: Student ID is missing."),
        ([{"id": 1}, {"id": ""}], True, "1 of the first 2 would be refused: Student ID is missing."),
        (["a", "b"], False, "not a record but a single value"),
    ],
)
def test_the_mapping_is_tried_on_the_first_records(rows: list[Any], ok: bool, words: str) -> None:
    with HttpServer(lambda _: as_json(rows)) as server:
        found = report(integration(server.url))
    assert found.checks[-1].ok is ok
    assert words in found.checks[-1].sentence


def test_an_explicit_mapping_to_a_field_that_never_comes() -> None:
    endpoint = {"path": "/s", "mappings": {"user.number": "student_id"}}
    with HttpServer(lambda _: as_json(STUDENTS)) as server:
        found = report(integration(server.url, endpoints={"students": endpoint}))
    assert "“Student ID”" in found.checks[-1].sentence
    assert "fields seen: id, name" in found.checks[-1].detail


def test_custom_data_needs_its_key() -> None:
    endpoint = {"path": "/s", "dataType": "custom", "key": ["book"]}
    with HttpServer(lambda _: as_json([{"isbn": 1}])) as server:
        found = report(integration(server.url, endpoints={"library": endpoint}))
    assert "“book”" in found.checks[-1].sentence


def test_without_endpoints_it_says_so() -> None:
    with HttpServer(lambda _: as_json([])) as server:
        found = report(integration(server.url, endpoints={}))
    assert not found.ok
    assert "no endpoint" in found.checks[-1].sentence


def test_cancel_stops_the_test() -> None:
    cancel = threading.Event()
    silent = Reply(stream=lambda _, stopping: (stopping.wait(), None)[1], raw=True)
    with HttpServer(lambda _: silent) as server:
        threading.Timer(0.3, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(CancelledError):
            report(integration(server.url), cancel=cancel)
        assert time.monotonic() - began < 2
