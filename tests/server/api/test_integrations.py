"""The seed's routes, as a program with a token uses them."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.actor import Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import MASK
from tests.server.api.desk import PRINCIPAL, SECRET, ApiDesk

SEED = sorted((Path(__file__).parents[2] / "data" / "seed_examples").glob("*.json"))


def test_an_integration_lives_from_post_to_delete(desk: ApiDesk) -> None:
    client = desk.client()
    made = client.post("/api/integrations", json=desk.written())
    assert made.status_code == 201
    assert made.headers["location"] == "/api/integrations/1"
    data = made.json()["data"]
    assert {key: data[key] for key in desk.written()} == desk.written() | {"apiKey": MASK}
    assert (data["id"], data["collegeId"], data["status"]["light"]) == (1, 1, "never-run")
    assert client.get("/api/integrations/1").json()["data"] == data
    changed = client.put("/api/integrations/1", json=data_for_put(data) | {"syncInterval": 30})
    assert changed.status_code == 200, changed.text
    assert changed.json()["data"]["syncInterval"] == 30
    toggled = client.patch("/api/integrations/1/toggle", json={"enabled": False})
    assert toggled.json()["data"]["enabled"] is False
    assert toggled.json()["data"]["status"]["light"] == "inactive"
    assert client.delete("/api/integrations/1").json() == {"success": True, "data": {"id": 1, "deleted": True}}
    assert client.get("/api/integrations/1").status_code == 404
    assert client.get("/api/integrations").json()["data"] == []


def data_for_put(data: dict[str, object]) -> dict[str, object]:
    """Return the keys of an answered integration that the seed's JSON has."""
    known = ("name", "type", "baseUrl", "authType", "apiKey", "endpoints", "syncInterval", "enabled")
    return {key: data[key] for key in known}


@pytest.mark.parametrize("file", SEED, ids=lambda file: file.stem)
def test_the_seed_s_examples_are_taken_as_they_stand(desk: ApiDesk, file: Path) -> None:
    written = json.loads(file.read_text("utf-8"))
    answer = desk.client().post("/api/integrations", json=written)
    assert answer.status_code == 201, answer.text
    data = answer.json()["data"]
    assert {key: data[key] for key in written} == written | {"apiKey": MASK}


def test_secrets_stay_in_the_vault_and_never_come_out(desk: ApiDesk) -> None:
    client = desk.client()
    client.post("/api/integrations", json=desk.written() | {"webhookSecret": "webhook-s3cret-of-it"})
    client.put("/api/integrations/1", json=desk.written() | {"apiKey": MASK, "name": "ERP 2"})
    client.post("/api/integrations/1/test")
    client.post("/api/integrations/1/sync?wait=10")
    said = [
        client.get(f"/api/{path}").text
        for path in (
            "integrations",
            "integrations/1",
            "integrations/1/logs",
            "runs",
            "audit",
            "overview",
            "deliveries?integrationId=1",
        )
    ]
    for secret in (SECRET, "webhook-s3cret-of-it"):
        assert not any(secret in text for text in said)
    assert desk.hub.integrations._secrets.get(1, "apiKey") == SECRET
    assert "webhookSecret" in said[1]


def test_a_list_is_filtered_and_paged(desk: ApiDesk) -> None:
    client = desk.client(Role.VIEWER)
    for number in range(1, 6):
        desk.add(f"System {number}", enabled=number > 2, type="lms" if number == 5 else "custom")
    answer = client.get("/api/integrations", params={"limit": 2, "page": 2}).json()
    assert answer["pagination"] == {"page": 2, "limit": 2, "total": 5}
    assert [one["name"] for one in answer["data"]] == ["System 3", "System 4"]
    assert client.get("/api/integrations?page=9").json()["data"] == []
    assert client.get("/api/integrations?enabled=false").json()["pagination"]["total"] == 2
    assert client.get("/api/integrations?light=inactive&type=custom").json()["pagination"]["total"] == 2
    assert [one["name"] for one in client.get("/api/integrations?type=lms").json()["data"]] == ["System 5"]


def test_if_match_keeps_one_change_from_undoing_another(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    seen = client.get("/api/integrations/1").headers["etag"]
    # A sync changes the state that is shown, and nothing of the configuration.
    assert client.post("/api/integrations/1/sync?wait=10").status_code == 200
    assert client.get("/api/integrations/1").headers["etag"] != seen
    first = client.put("/api/integrations/1", json=desk.written() | {"syncInterval": 20}, headers={"If-Match": seen})
    assert first.status_code == 200, first.text
    for answer in (
        client.put("/api/integrations/1", json=desk.written() | {"syncInterval": 10}, headers={"If-Match": seen}),
        client.patch("/api/integrations/1/toggle", json={"enabled": False}, headers={"If-Match": seen}),
        client.delete("/api/integrations/1", headers={"If-Match": seen}),
        client.delete("/api/integrations/1", headers={"If-Match": "nonsense"}),
    ):
        assert answer.status_code == 412
        assert answer.json()["error"]["code"] == "changed_meanwhile"
    assert client.get("/api/integrations/1").json()["data"]["syncInterval"] == 20
    now = first.headers["etag"]
    assert (
        client.patch(
            "/api/integrations/1/toggle", json={"enabled": True}, headers={"If-Match": f'"x", {now}'}
        ).status_code
        == 200
    )
    assert client.delete("/api/integrations/1", headers={"If-Match": "*"}).status_code == 200
    assert client.delete("/api/integrations/1", headers={"If-Match": "*"}).status_code == 404


def test_of_changes_at_the_same_moment_one_is_made(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    seen = client.get("/api/integrations/1").headers["etag"]
    statuses: list[int] = []

    def put(minutes: int) -> None:
        body = desk.written() | {"syncInterval": minutes}
        statuses.append(client.put("/api/integrations/1", json=body, headers={"If-Match": seen}).status_code)

    threads = [threading.Thread(target=put, args=(minutes,)) for minutes in range(10, 18)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200, *[412] * 7]


def test_what_is_still_the_same_is_not_sent_again(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    for path in ("/api/integrations", "/api/integrations/1", "/api/overview", "/metrics", "/openapi.json"):
        tag = client.get(path).headers["etag"]
        for given in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            again = client.get(path, headers={"If-None-Match": given})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    tag = client.get("/api/integrations/1").headers["etag"]
    desk.hub.integrations.set_enabled(PRINCIPAL, 1, False)
    assert client.get("/api/integrations/1", headers={"If-None-Match": tag}).status_code == 200


def test_a_sync_is_asked_for_and_awaited(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client(Role.IT_STAFF)
    desk.upstream.open.clear()
    asked = client.post("/api/integrations/1/sync")
    assert asked.status_code == 202
    assert asked.json()["data"] == {"integrationId": 1, "new": True, "run": None, "runs": "/api/runs?integrationId=1"}
    assert asked.headers["location"] == "/api/runs?integrationId=1"
    # It is not done while it is waited for, and then not lost.
    assert client.post("/api/integrations/1/sync?wait=1").status_code == 202
    desk.upstream.open.set()
    done = client.post("/api/integrations/1/sync?wait=20")
    assert done.status_code == 200, done.text
    run = done.json()["data"]["run"]
    assert (run["status"], run["trigger"], run["total"]["read"]) == ("succeeded", "manual", 5)
    assert client.get(f"/api/runs/{run['id']}").json()["data"] == run
    assert client.post("/api/integrations/9/sync").status_code == 404
    assert client.post("/api/integrations/9/sync?wait=5").status_code == 404


def test_the_connection_is_tested(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client(Role.IT_STAFF)
    report = client.post("/api/integrations/1/test").json()["data"]
    assert (report["integration"], report["ok"]) == ("ERP", True)
    assert report["checks"][-1]["ok"] is True
    desk.add("Nowhere", baseUrl="http://127.0.0.1:9/")
    report = client.post("/api/integrations/2/test?endpoint=students").json()["data"]
    assert report["ok"] is False
    assert client.post("/api/integrations/3/test").status_code == 404


def test_its_log_is_read(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client(Role.IT_STAFF)
    client.post("/api/integrations/1/sync?wait=20")
    answer = client.get("/api/integrations/1/logs?limit=1").json()
    (row,) = answer["data"]
    assert (row["integration"], row["level"]) == ("ERP", "info")
    assert answer["pagination"]["total"] >= 1
    assert (
        client.get(f"/api/integrations/1/logs?before={row['id']}").json()["pagination"]["total"]
        == answer["pagination"]["total"] - 1
    )
    assert client.get("/api/integrations/1/logs?level=error").json()["data"] == []
    assert client.get("/api/logs?text=nowhere").json()["data"] == []
    assert client.get("/api/logs").json()["pagination"]["total"] == answer["pagination"]["total"]


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"nam": "x"}, "nam", "Did you mean “name”?"),
        ({"syncInterval": 1}, "syncInterval", "shortest interval is 5 minutes"),
        ({"syncInterval": "30"}, "syncInterval", "valid integer"),
        ({"enabled": 0}, "enabled", "valid boolean"),
        ({"baseUrl": "ftp://x"}, "baseUrl", "baseUrl"),
        ({"webhookSecret": "short"}, "webhookSecret", "16"),
        ({"endpoints": {"student": "/s"}}, "", "Did you mean “students”?"),
    ],
)
def test_a_wrong_configuration_is_refused_by_name(
    desk: ApiDesk, change: dict[str, object], field: str, words: str
) -> None:
    answer = desk.client().post("/api/integrations", json=desk.written() | change)
    assert answer.status_code == 422
    error = answer.json()["error"]
    assert (error["code"], error.get("field", "")) == ("configuration", field)
    assert words in error["message"]
    assert desk.hub.overview.all(PRINCIPAL) == []


def test_a_moved_address_wants_its_key_again(desk: ApiDesk) -> None:
    desk.add()
    moved = {key: value for key, value in desk.written().items() if key != "apiKey"} | {
        "baseUrl": "https://elsewhere.example"
    }
    answer = desk.client().put("/api/integrations/1", json=moved)
    assert answer.status_code == 422
    assert "Enter the password or key again" in answer.json()["error"]["message"]


def test_a_name_there_is_already_is_a_conflict(desk: ApiDesk) -> None:
    desk.add()
    answer = desk.client().post("/api/integrations", json=desk.written("erp"))
    assert (answer.status_code, answer.json()["error"]["code"]) == (409, "taken")


def test_what_belongs_to_another_college_does_not_exist(desk: ApiDesk) -> None:
    desk.add("Mine")
    second = desk.hub.accounts.add_college(PRINCIPAL, "Second")
    desk.add("Theirs", second)
    client = desk.client(colleges=frozenset({second}))
    desk.client().post("/api/integrations/1/sync?wait=20")
    assert [one["name"] for one in client.get("/api/integrations").json()["data"]] == ["Theirs"]
    assert client.get("/api/runs").json()["data"] == []
    asked = [
        client.get("/api/integrations/{}"),
        client.put("/api/integrations/{}", json=desk.written("Mine")),
        client.delete("/api/integrations/{}"),
    ]
    for method, path, body in (
        ("GET", "/api/integrations/{}", None),
        ("PUT", "/api/integrations/{}", desk.written("Mine")),
        ("DELETE", "/api/integrations/{}", None),
        ("PATCH", "/api/integrations/{}/toggle", {"enabled": False}),
        ("POST", "/api/integrations/{}/test", None),
        ("POST", "/api/integrations/{}/sync", None),
        ("GET", "/api/integrations/{}/logs", None),
        ("GET", "/api/deliveries?integrationId={}", None),
        ("GET", "/api/holds?integrationId={}", None),
        ("GET", "/api/quarantine?integrationId={}", None),
        ("GET", "/api/runs?integrationId={}", None),
    ):
        theirs, never = (client.request(method, path.format(n), json=body) for n in (1, 999))
        assert theirs.status_code == never.status_code == 404
        assert theirs.text.replace("integration 1.", "integration 999.") == never.text
    assert {answer.status_code for answer in asked} == {404}
    assert client.get("/api/runs/1").status_code == 404
    assert client.post("/api/integrations?collegeId=1", json=desk.written()).status_code == 404
    assert desk.hub.integrations.get(PRINCIPAL, 1).config.enabled


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        (Role.VIEWER, {"add", "edit", "toggle", "delete", "test", "sync", "logs", "audit", "deliveries", "quarantine"}),
        (Role.IT_STAFF, {"add", "edit", "toggle", "delete", "audit"}),
        (Role.ADMIN, set()),
    ],
)
def test_a_token_may_what_its_role_may(desk: ApiDesk, role: Role, refused: set[str]) -> None:
    desk.add()
    client = desk.client(role)
    answers = {
        "show": client.get("/api/integrations/1"),
        "runs": client.get("/api/runs"),
        "records": client.get("/api/records/students"),
        "metrics": client.get("/metrics"),
        "logs": client.get("/api/integrations/1/logs"),
        "deliveries": client.get("/api/deliveries?integrationId=1"),
        "quarantine": client.get("/api/quarantine"),
        "audit": client.get("/api/audit"),
        "test": client.post("/api/integrations/1/test"),
        "sync": client.post("/api/integrations/1/sync"),
        "add": client.post("/api/integrations", json=desk.written("Other")),
        "edit": client.put("/api/integrations/1", json=desk.written() | {"syncInterval": 15}),
        "toggle": client.patch("/api/integrations/1/toggle", json={"enabled": False}),
        "delete": client.delete("/api/integrations/1"),
    }
    assert {name for name, answer in answers.items() if answer.status_code == 403} == refused
    assert {a.status_code for n, a in answers.items() if n not in refused} <= {200, 201, 202}
    for name in refused:
        assert answers[name].json()["error"]["code"] == "not_allowed"
        assert "Principal" in answers[name].json()["error"]["message"]


def test_everything_leaves_its_audit_row_with_the_token_s_name(desk: ApiDesk) -> None:
    client = desk.bare({"Authorization": f"Bearer {desk.token(name='nightly')}"})
    client.post("/api/integrations", json=desk.written())
    client.post("/api/integrations/1/sync?wait=20")
    client.put("/api/integrations/99", json=desk.written())
    deadline, by_api = time.monotonic() + 10, list[dict[str, Any]]()
    # The row of a run is written when all of it is over, which may be after its end was told.
    while time.monotonic() < deadline and len(by_api) < 4:
        by_api = [row for row in client.get("/api/audit").json()["data"] if row["face"] == "api"]
    assert sorted((row["useCase"], row["outcome"]) for row in by_api) == [
        ("integrations.add", "done"),
        ("integrations.edit", "refused"),
        ("syncs.run", "done"),
        ("syncs.run", "done"),
    ]
    assert {row["actor"] for row in by_api} == {"token “nightly”"}


def test_a_form_of_python_and_the_api_read_the_same(desk: ApiDesk) -> None:
    written = desk.written()
    desk.client().post("/api/integrations", json=written)
    assert desk.hub.integrations.get(PRINCIPAL, 1).config == read_integration(written).integration
