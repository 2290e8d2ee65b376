import time
from typing import Any

import httpx

from hub_desktop.core.actor import Role
from hub_desktop.core.signature import SIGNATURE_HEADER
from tests.fakes.deliveries import sign
from tests.server.api.desk import ApiDesk

WEBHOOK_SECRET = "webhook-s3cret-of-the-college"
STUDENT = b'{"endpoint": "students", "data": {"studentId": "S-77", "name": "Asha Rao"}}'
NOTHING_WE_KNOW = b'{"endpoint": "canteen", "data": {"meal": "S-78"}}'


def deliver(client: httpx.Client, body: bytes) -> int:
    headers = {SIGNATURE_HEADER: sign(WEBHOOK_SECRET, body)}
    answer = client.post("/api/webhooks/integrations/1", content=body, headers=headers)
    assert answer.status_code == 202
    return int(answer.json()["data"]["deliveryId"])


def settled(client: httpx.Client, number: int) -> dict[str, Any]:
    """Wait until a delivery was worked on; return how it is shown."""
    for _ in range(200):
        one: dict[str, Any] = client.get(f"/api/deliveries/{number}").json()["data"]
        if one["state"] != "received":
            return one
        time.sleep(0.05)
    raise AssertionError("nobody worked on the delivery")


def with_two_endpoints(desk: ApiDesk) -> None:
    desk.add(webhookSecret=WEBHOOK_SECRET, endpoints={"students": "/students", "faculty": "/students"})


def test_deliveries_are_listed_by_state_and_page_without_what_was_in_them(desk: ApiDesk) -> None:
    with_two_endpoints(desk)
    client = desk.client(Role.IT_STAFF)
    good, odd = deliver(client, STUDENT), deliver(client, NOTHING_WE_KNOW)
    assert settled(client, good)["state"] == "processed"
    assert settled(client, odd)["state"] == "refused"
    answer = client.get("/api/deliveries?integrationId=1")
    assert [(row["id"], row["state"]) for row in answer.json()["data"]] == [(odd, "refused"), (good, "processed")]
    assert answer.json()["data"][1]["bytes"] == len(STUDENT)
    assert answer.json()["data"][1]["endpoint"] == "students"
    assert "S-7" not in answer.text
    refused = client.get("/api/deliveries?integrationId=1&state=refused").json()["data"]
    assert [row["id"] for row in refused] == [odd]
    older = client.get(f"/api/deliveries?integrationId=1&before={odd}").json()["data"]
    assert [row["id"] for row in older] == [good]
    second = client.get("/api/deliveries?integrationId=1&limit=1&page=2").json()
    assert [row["id"] for row in second["data"]] == [good]
    assert second["pagination"] == {"page": 2, "limit": 1, "total": 2}
    for more, total in (("state=refused", 1), (f"before={odd}", 1), ("state=failed", 0), ("limit=500", 2)):
        answer = client.get(f"/api/deliveries?integrationId=1&{more}")
        assert answer.json()["pagination"]["total"] == total, more


def test_one_delivery_shows_its_body_and_is_replayed_once_its_rule_is_mended(desk: ApiDesk) -> None:
    with_two_endpoints(desk)
    client = desk.client()
    body = b'{"kind": "pupil", "data": {"studentId": "S-79", "name": "Ravi"}}'
    number = deliver(client, body)
    shown = settled(client, number)
    assert (shown["state"], shown["body"]) == ("refused", body.decode())
    assert "does not say what it holds" in shown["reason"]
    written = desk.written() | {"endpoints": {"students": "/students", "faculty": "/students"}}
    rule = {"by": "field", "name": "kind", "values": {"pupil": "students"}}
    assert client.put("/api/integrations/1", json=written | {"webhook": {"rule": rule}}).status_code == 200
    assert client.post(f"/api/deliveries/{number}/replay", json={}).json()["data"] == {"deliveries": 1}
    assert settled(client, number)["state"] == "processed"
    assert client.get("/api/records/students?text=S-79").json()["pagination"]["total"] == 1
    assert client.post("/api/integrations/1/webhook/replay", json={}).json()["data"] == {"deliveries": 0}
    assert client.post("/api/deliveries/999/replay", json={}).status_code == 404


def test_a_webhook_is_shown_without_its_secret_and_tests_itself(desk: ApiDesk) -> None:
    with_two_endpoints(desk)
    client = desk.client(Role.IT_STAFF)
    answer = client.get("/api/integrations/1/webhook")
    shown = answer.json()["data"]
    assert (shown["scheme"], shown["secretKept"], shown["advice"]) == ("seed", True, [])
    assert shown["addresses"] == [f"{desk.listener.address}/api/webhooks/integrations/1"]
    assert WEBHOOK_SECRET not in answer.text
    done = client.post("/api/integrations/1/webhook/test", json={}).json()["data"]
    assert (done["ok"], done["address"]) == (True, shown["addresses"][0])
    assert any("arrived and was kept" in one["sentence"] for one in done["findings"])
    forged = client.post("/api/webhooks/integrations/1", content=b"{}", headers={SIGNATURE_HEADER: "00" * 32})
    assert forged.status_code == 401
    assert client.get("/api/integrations/1/webhook").json()["data"]["refused"] == 1


def test_a_viewer_and_another_college_see_no_webhook(desk: ApiDesk) -> None:
    with_two_endpoints(desk)
    number = deliver(desk.bare(), STUDENT)
    viewer, stranger = desk.client(Role.VIEWER), desk.client(Role.PRINCIPAL, frozenset({_other(desk)}))
    for path in (f"/api/deliveries/{number}", "/api/integrations/1/webhook", "/api/deliveries?integrationId=1"):
        assert viewer.get(path).status_code == 403
        assert stranger.get(path).status_code == 404


def test_what_takes_no_body_needs_none_and_is_not_for_viewers(desk: ApiDesk) -> None:
    with_two_endpoints(desk)
    client, viewer = desk.client(), desk.client(Role.VIEWER)
    number = deliver(client, NOTHING_WE_KNOW)
    assert settled(client, number)["state"] == "refused"
    for path in (
        f"/api/deliveries/{number}/replay",
        "/api/integrations/1/webhook/test",
        "/api/integrations/1/webhook/replay",
    ):
        assert viewer.post(path).status_code == 403, path
        assert client.post(path).status_code == 200, path
        settled(client, number)


def _other(desk: ApiDesk) -> int:
    from tests.server.api.desk import PRINCIPAL

    return desk.hub.accounts.add_college(PRINCIPAL, "Another college")
