"""Who is let in, what may be sent, and how every refusal looks."""

import http.client
import json
from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest

from hub_desktop.core.actor import Role
from hub_desktop.core.errors import (
    BusyError,
    CancelledError,
    HeldError,
    HubError,
    RecordError,
    SignInError,
    StorageError,
    TransientError,
    VaultError,
)
from hub_desktop.server.api.failures import of_hub
from tests.server.api.desk import PRINCIPAL, SECRET, ApiDesk

WRONG = "hub_" + "A" * 43 + "00000000"


def raw(
    desk: ApiDesk, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
) -> tuple[int, dict[str, object]]:
    """Send exactly these headers; return status and content."""
    address = urlsplit(desk.listener.address)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(body or None)
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        {"Authorization": "Basic aHViOmh1Yg=="},
        {"Authorization": f"Bearer {WRONG}"},
        {"Authorization": "Bearer hub_short"},
        {"Authorization": f"Bearer {WRONG} {WRONG}"},
        {"Cookie": f"token={WRONG}"},
        {"X-Api-Key": WRONG},
    ],
)
@pytest.mark.parametrize(
    "path", ["/api/integrations", "/metrics", "/api/events", "/api/integrations/1", "/api/runs?x=1"]
)
def test_without_a_valid_token_nothing_is_said(door: ApiDesk, given: dict[str, str], path: str) -> None:
    answer = door.bare(given).get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith('Bearer realm="Hub Desktop"')
    assert answer.json()["success"] is False
    assert "ERP" not in answer.text
    assert WRONG not in answer.text


def test_a_token_in_the_address_is_no_token(door: ApiDesk) -> None:
    assert door.bare().get("/api/integrations", params={"token": door.token()}).status_code == 401


def test_two_tokens_at_once_are_none(door: ApiDesk) -> None:
    token = f"Bearer {door.token()}"
    client = door.bare()
    answer = client.get("/api/integrations", headers=[("Authorization", token), ("Authorization", token)])
    assert answer.status_code == 401
    assert client.get("/api/integrations", headers={"Authorization": token.replace("Bearer", "bearer")}).is_success


def test_a_revoked_token_stops_at_once(desk: ApiDesk) -> None:
    client = desk.bare({"Authorization": f"Bearer {desk.token(name='nightly')}"})
    assert client.get("/api/integrations").status_code == 200
    desk.hub.api_tokens.revoke(PRINCIPAL, "nightly")
    assert client.get("/api/integrations").status_code == 401


def test_many_wrong_tokens_are_slowed_down_but_not_the_neighbour_s_right_one(desk: ApiDesk) -> None:
    right = desk.client()
    client = desk.bare({"Authorization": f"Bearer {WRONG}"})
    statuses = [client.get("/api/integrations").status_code for _ in range(14)]
    assert statuses[:10] == [401] * 10
    assert 429 in statuses
    slowed = client.get("/api/integrations")
    if slowed.status_code == 429:
        assert int(slowed.headers["retry-after"]) >= 1
        assert slowed.json()["error"]["code"] == "too_many_tries"
    assert right.get("/api/integrations").status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "[::2]",
        "0.0.0.0",
        "x y",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/api/integrations", "/openapi.json", "/metrics"])
def test_a_page_whose_name_leads_here_is_refused(door: ApiDesk, host: str, path: str) -> None:
    status, content = raw(door, "GET", path, {"Host": host, "Authorization": f"Bearer {door.token()}"})
    assert status == 421
    assert content["success"] is False


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:1", "localhost", "LOCALHOST:8765", "[::1]:8765", "localhost."]
)
def test_the_names_of_this_computer_are_let_in(door: ApiDesk, host: str) -> None:
    status, _ = raw(door, "GET", "/api/integrations", {"Host": host, "Authorization": f"Bearer {door.token()}"})
    assert status == 200


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=utf-16",
        "application/jsonx",
    ],
)
def test_what_a_form_of_a_page_can_send_is_refused(door: ApiDesk, content_type: str | None) -> None:
    headers = {} if content_type is None else {"Content-Type": content_type}
    answer = door.client().post("/api/integrations", content=json.dumps(door.written()), headers=headers)
    assert (answer.status_code, answer.json()["error"]["code"]) == (415, "json_needed")
    assert len(door.hub.overview.all(PRINCIPAL)) == 1


def test_no_other_site_may_read_what_is_answered(door: ApiDesk) -> None:
    client = door.client()
    for method in ("OPTIONS", "GET"):
        answer = client.request(
            method,
            "/api/integrations",
            headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
        )
        assert not any(name.startswith("access-control") or name == "set-cookie" for name in answer.headers)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "no-" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/integrations", "GET, POST"),
        ("PATCH", "/api/integrations/1", "DELETE, GET, PUT"),
        ("OPTIONS", "/api/runs", "GET"),
        ("TRACE", "/api/runs", "GET"),
        ("POST", "/openapi.json", "GET"),
        ("POST", "/metrics", "GET"),
        ("HEAD", "/api/events", "GET"),
        ("HEAD", "/api/integrations/1/sync", "POST"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(door: ApiDesk, method: str, path: str, allowed: str) -> None:
    answer = door.client().request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)


def test_head_is_get_without_its_body(door: ApiDesk) -> None:
    client = door.client()
    whole, head = client.get("/api/integrations/1"), client.head("/api/integrations/1")
    assert (head.status_code, head.content) == (200, b"")
    for name in ("etag", "content-type", "content-length"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/integration",
        "/api/integrations/",
        "/api/integrations/1/",
        "/api/integrations/1/x",
        "/api/integrations/x",
        "/api/integrations/0",
        "/api/integrations/01",
        "/api/integrations/1.0",
        "/api/integrations/%31%30/x",
        "/api/integrations/" + "9" * 30,
        "/api/integrations/١",
        "/api/runs/1",
        "/api/holds/1",
        "/api/records/nothing",
        "/api/webhooks/1",
        "//api/integrations",
    ],
)
def test_other_addresses_are_not_found_in_the_envelope(door: ApiDesk, path: str) -> None:
    answer = door.client().get(path)
    assert answer.status_code == 404
    assert answer.json()["success"] is False
    assert set(answer.json()["error"]) >= {"code", "message"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("limits=5", "Unknown parameter “limits”. Did you mean “limit”?"),
        ("limit=0", "limit: "),
        ("limit=501", "limit: "),
        ("limit=five", "write a whole number"),
        ("limit=1e1", "write a whole number"),
        ("limit=5.0", "write a whole number"),
        ("limit= 5", "write a whole number"),
        ("limit=5&limit=6", "given twice"),
        ("page=-1", "page: "),
        ("page=", "write a whole number"),
        ("enabled=1", "write true or false"),
        ("light=green", "light: "),
        ("page=99999999999999999999", "write a whole number"),
    ],
)
def test_a_wrong_query_is_refused_by_name(door: ApiDesk, query: str, words: str) -> None:
    answer = door.client().get(f"/api/integrations?{query}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_query")
    assert words in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        (b"{", 400, "not JSON"),
        (b"\xff{}", 400, "not JSON"),
        (b'{"enabled": NaN}', 400, "not JSON"),
        (b"{}{}", 400, "not JSON"),
        (b"[" * 2000, 400, "not JSON"),
        (b"[]", 422, "must be a JSON object"),
        (b"null", 422, "must be a JSON object"),
        (b"{}", 422, "“enabled” is missing"),
        (b'{"enable": true}', 422, "Did you mean “enabled”?"),
        (b'{"enabled": "true"}', 422, "enabled: "),
        (b'{"enabled": 1}', 422, "enabled: "),
        (b'{"enabled": true, "more": 1}', 422, "Unknown key “more”"),
    ],
)
def test_a_wrong_body_is_refused_by_name(door: ApiDesk, body: bytes, status: int, words: str) -> None:
    client = door.client()
    answer = client.patch("/api/integrations/1/toggle", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == status
    assert words in answer.json()["error"]["message"]


def test_a_body_where_none_is_taken_may_be_empty_or_an_empty_object(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    assert client.post("/api/integrations/1/sync").status_code == 202
    assert client.post("/api/integrations/1/sync", json={}).status_code == 202
    assert client.post("/api/integrations/1/sync", json={"full": True}).status_code == 422
    missing = client.patch("/api/integrations/1/toggle")
    assert missing.status_code == 415


def test_too_large_and_compressed_bodies_are_refused_before_the_token_is_looked_at(door: ApiDesk) -> None:
    client = door.bare()
    json_type = {"Content-Type": "application/json"}
    assert client.post("/api/integrations", content=b"x" * (1 << 20 | 1), headers=json_type).status_code == 413
    assert (
        client.post("/api/integrations", content=b"x", headers=json_type | {"Content-Encoding": "gzip"}).status_code
        == 415
    )


@pytest.mark.errors_logged
def test_a_bug_answers_in_the_envelope_and_says_nothing_of_itself(
    desk: ApiDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"with the secret {SECRET} inside")

    monkeypatch.setattr(desk.hub.overview, "all", broken)
    answer = desk.client().get("/api/overview")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal_error")
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text


def test_a_secret_in_the_words_of_an_error_is_masked(desk: ApiDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add()

    def broken(*_: object) -> None:
        raise StorageError(f"The file of {SECRET} is gone.", f"detail {SECRET}")

    monkeypatch.setattr(desk.hub.overview, "all", broken)
    answer = desk.client().get("/api/overview")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert SECRET not in answer.text
    assert "The file of •••• is gone." in answer.text


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (SignInError("x"), 409),
        (HeldError("x"), 409),
        (BusyError("x"), 409),
        (RecordError("x"), 422),
        (TransientError("x"), 503),
        (CancelledError("x"), 503),
        (VaultError("x"), 503),
        (StorageError("x"), 503),
        (HubError("x"), 500),
    ],
)
def test_each_kind_of_error_has_its_status(error: HubError, status: int) -> None:
    assert of_hub(error)[0] == status


def test_a_viewer_s_token_is_told_who_may(door: ApiDesk) -> None:
    answer = door.client(Role.VIEWER).get("/api/audit")
    assert answer.status_code == 403
    assert "Ask a colleague with the role Principal or Administrator" in answer.json()["error"]["message"]


def test_the_api_is_loaded_by_its_first_request_and_not_before(desk: ApiDesk) -> None:
    assert desk.listener._api._loaded is None
    assert desk.bare().get("/health").status_code == 200
    assert desk.listener._api._loaded is None
    assert desk.client().get("/api/overview").status_code == 200
    assert desk.listener._api._loaded is not None
