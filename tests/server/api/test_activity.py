"""Runs, holds, records, quarantine and figures, over the API."""

import re
import time

import httpx
import pytest

from hub_desktop import __version__
from hub_desktop.core.actor import Role
from hub_desktop.server.api import application
from tests.server.api.desk import PRINCIPAL, ApiDesk


def synced(client: httpx.Client, number: int = 1) -> dict[str, object]:
    """Sync an integration and return its run."""
    answer = client.post(f"/api/integrations/{number}/sync?wait=30")
    assert answer.status_code == 200, answer.text
    run: dict[str, object] = answer.json()["data"]["run"]
    return run


def test_a_run_is_cancelled_while_it_goes_on(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client(Role.IT_STAFF)
    desk.upstream.open.clear()
    client.post("/api/integrations/1/sync")
    while not (runs := client.get("/api/runs?status=running").json()["data"]):
        time.sleep(0.02)
    answer = client.post(f"/api/runs/{runs[0]['id']}/cancel")
    assert answer.status_code == 202, answer.text
    desk.upstream.open.set()
    while client.get(f"/api/runs/{runs[0]['id']}").json()["data"]["status"] == "running":
        time.sleep(0.02)
    again = client.post(f"/api/runs/{runs[0]['id']}/cancel")
    assert (again.status_code, again.json()["error"]["code"]) == (409, "too_late")


def test_a_run_is_taken_back(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    number = synced(client)["id"]
    would = client.get(f"/api/runs/{number}/undo").json()["data"]
    part = {"dataType": "students", "takenOut": 5, "putBack": 0, "left": 0}
    assert would == {"possible": True, "reason": "", "parts": [part]}
    assert client.post(f"/api/runs/{number}/undo").json()["data"] == [part]
    assert client.get("/api/records/students").json()["data"] == []
    again = client.post(f"/api/runs/{number}/undo")
    assert again.status_code == 409
    assert "Nothing is left" in again.json()["error"]["message"]
    assert client.get(f"/api/runs/{number}/undo").json()["data"]["possible"] is False


@pytest.mark.parametrize(("decision", "left"), [("accept", 10), ("refuse", 20)])
def test_what_the_brake_holds_is_decided(desk: ApiDesk, decision: str, left: int) -> None:
    desk.add(endpoints={"students": {"path": "/students", "completeList": True}})
    client = desk.client()
    desk.upstream.students = [{"studentId": f"S-{n}", "name": f"Student {n}"} for n in range(20)]
    synced(client)
    del desk.upstream.students[10:]
    assert synced(client)["status"] == "held"
    (hold,) = client.get("/api/holds").json()["data"]
    assert (hold["affected"], hold["known"], hold["state"]) == (10, 20, "waiting")
    shown = client.get(f"/api/holds/{hold['id']}?limit=3&text=S-1").json()["data"]
    assert (shown["found"], len(shown["records"])) == (10, 3)
    assert shown["records"][0]["operation"] == "remove"
    run = client.post(f"/api/holds/{hold['id']}/{decision}")
    assert run.status_code == 200, run.text
    assert client.get("/api/holds").json()["data"] == []
    assert client.get("/api/records/students").json()["pagination"]["total"] == left
    assert client.post(f"/api/holds/{hold['id']}/{decision}").status_code == 404


def test_records_are_found_sorted_and_paged(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client(Role.IT_STAFF)
    synced(client)
    answer = client.get("/api/records/students", params={"where": "program=BSc", "sort": "-name", "limit": 2}).json()
    assert answer["pagination"] == {"page": 1, "limit": 2, "total": 3}
    assert [row["values"]["name"] for row in answer["data"]] == ["Student 5", "Student 3"]
    assert answer["data"][0]["sources"] == ["ERP"]
    for query, total in (
        ("contains=name=dent 4", 1),
        ("text=student 4", 1),
        ("empty=email", 5),
        ("filled=email", 0),
        ("where=program=BSc&where=name=Student 1", 1),
        ("source=ERP", 5),
        ("changedSince=2001-01-01T00:00:00Z", 5),
        ("changedSince=2999-01-01T00:00:00%2B05:30", 0),
    ):
        assert client.get(f"/api/records/students?{query}").json()["pagination"]["total"] == total, query


def test_the_memory_of_a_search_is_given_back(desk: ApiDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add()
    client = desk.client()
    synced(client)
    monkeypatch.setattr(application, "_REST_SECONDS", 0.05)
    assert client.get("/api/records/students?text=Student").json()["pagination"]["total"] == 5
    while desk.hub.explorer._current._scanning is not None:
        time.sleep(0.01)
    assert client.get("/api/records/students?text=Student 1").json()["pagination"]["total"] == 1


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("where=programm=BSc", 422, "Did you mean “program”?"),
        ("sort=nam", 422, "Did you mean “name”?"),
        ("source=ERQ", 422, "Did you mean “ERP”?"),
        ("where=program", 400, "where.0"),
        ("changedSince=yesterday", 400, "2026-11-23T09:12:00Z"),
        ("changedSince=2026-02-31T00:00:00Z", 400, "no such time"),
        ("changedSince=0001-01-01T00:00:00%2B14:00", 400, "no such time"),
    ],
)
def test_a_wrong_search_is_refused_by_name(desk: ApiDesk, query: str, status: int, words: str) -> None:
    desk.add()
    answer = desk.client().get(f"/api/records/students?{query}")
    assert answer.status_code == status
    assert words in answer.json()["error"]["message"]


def test_a_viewer_gets_no_personal_data(desk: ApiDesk) -> None:
    desk.add()
    synced(desk.client())
    client = desk.client(Role.VIEWER)
    answer = client.get("/api/records/students")
    assert "Student 1" not in answer.text
    assert "S-1" not in answer.text
    assert answer.json()["data"][0]["values"]["name"] is None
    assert {row["values"]["program"] for row in answer.json()["data"]} == {"BSc", "MSc"}
    for path in ("students?text=Student", "students?where=name=Student 1", "students/lineage?key=S-1"):
        assert client.get(f"/api/records/{path}").status_code == 403


def test_a_record_tells_where_its_values_come_from(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    synced(client)
    desk.upstream.students[0]["name"] = "Asha Rao"
    second = synced(client)["id"]
    desk.hub.explorer.correct(PRINCIPAL, "students", ["S-1"], "program", "MBA")
    found = client.get("/api/records/students/lineage?key=S-1").json()["data"]
    fields = {one["field"]: one for one in found["fields"]}
    assert found["key"] == {"student_id": "S-1"}
    assert (fields["name"]["value"], fields["name"]["replaced"], fields["name"]["runId"]) == (
        "Asha Rao",
        "Student 1",
        second,
    )
    assert (fields["program"]["value"], fields["program"]["corrected"], fields["program"]["source"]) == (
        "MBA",
        True,
        "Meera",
    )
    assert client.get("/api/records/students/lineage?key=S-99").status_code == 404
    assert client.get("/api/records/students/lineage").status_code == 400
    assert client.get("/api/records/students/lineage?key=a&key=b").status_code == 422


def test_refused_records_are_replayed_and_discarded(desk: ApiDesk) -> None:
    desk.add()
    client = desk.client()
    desk.upstream.students += [{"name": "No key"}, {"name": "None either"}]
    synced(client)
    answer = client.get("/api/quarantine?limit=1").json()
    assert answer["pagination"]["total"] == 2
    (row,) = answer["data"]
    assert row["integration"] == "ERP"
    assert "None either" in row["raw"]
    assert row["reasons"]
    (run,) = client.post("/api/quarantine/replay", json={"ids": [row["id"]]}).json()["data"]
    assert run["total"]["quarantined"] == 1
    assert client.post("/api/quarantine/replay", json={"integrationId": 1}).json()["data"][0]["total"]["read"] == 2
    assert client.post("/api/quarantine/replay", json={}).status_code == 422
    assert client.post("/api/quarantine/discard", json={"ids": [row["id"], 999]}).status_code == 404
    assert client.post("/api/quarantine/discard", json={"ids": []}).status_code == 422
    assert client.post("/api/quarantine/discard", json={"ids": [row["id"]]}).json()["data"] == {"discarded": 1}
    assert client.get("/api/quarantine?endpoint=students").json()["pagination"]["total"] == 1


def test_the_overview_and_health_say_what_home_says(desk: ApiDesk) -> None:
    client = desk.client(Role.VIEWER)
    assert client.get("/api/overview").json()["data"]["sentence"] == "No system is connected yet."
    desk.add()
    synced(desk.client())
    data = client.get("/api/overview").json()["data"]
    assert data["sentence"] == "Your system is working."
    assert (data["light"], data["attention"]) == ("active", [])
    assert data["integrations"][0]["records"] == {"students": 5}
    assert data["integrations"][0]["lastRun"]["status"] == "succeeded"
    health = client.get("/api/health").json()["data"]
    assert (health["version"], health["colleges"]) == (__version__, {"1": "My college"})


def test_metrics_are_in_the_text_format_of_prometheus(desk: ApiDesk) -> None:
    desk.add('The "new" \\ ERP')
    client = desk.client(Role.VIEWER)
    synced(desk.client())
    answer = client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.text.endswith("\n")
    label = r'[a-z_]+="(?:[^"\\\n]|\\["\\n])*"'
    line = re.compile(rf"# (HELP|TYPE) hub_\w+ .+|hub_[a-z_]+\{{({label}(,{label})*)?\}} -?[0-9.e+]+")
    assert [one for one in answer.text.splitlines() if not line.fullmatch(one)] == []
    assert 'hub_records{id="1",integration="The \\"new\\" \\\\ ERP",data_type="students"} 5\n' in answer.text
    assert 'hub_integrations{light="active"} 1\n' in answer.text
    assert "hub_integration_last_success_timestamp_seconds{" in answer.text
    families = re.findall(r"# TYPE (\w+)", answer.text)
    assert len(families) == len(set(families))
