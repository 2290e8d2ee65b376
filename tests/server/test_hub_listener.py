import http.client
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from hub_desktop import __version__
from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import PortTakenError
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import RunStatus, Trigger
from hub_desktop.core.signature import SIGNATURE_HEADER
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.store import delivery_writer
from hub_desktop.store.deliveries import DeliveryState, DeliveryStore
from tests.fakes.deliveries import sign
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-secret-of-the-biometric"
MAX_BYTES = 20_000
PATH = "/api/webhooks/integrations/1"


class Desk:
    """A hub with its listener, and a sender that knows the secret."""

    def __init__(self, hub: Hub, listener: HubListener, client: httpx.Client) -> None:
        self.hub = hub
        self.listener = listener
        self.client = client

    def send(self, body: bytes, signature: str | None = None, path: str = PATH) -> httpx.Response:
        headers = {SIGNATURE_HEADER: sign(SECRET, body) if signature is None else signature}
        return self.client.post(path, content=body, headers=headers)

    def kept(self) -> list[dict[str, object]]:
        """Return the attendance that lies on disk."""
        page = self.hub.records.find(PRINCIPAL, "attendance", limit=1000)
        return [dict(zip(page.data_type.field_names, row.values, strict=True)) for row in page.rows]

    def raw(self, head: str, body: bytes = b"") -> tuple[int, dict[str, object], dict[str, str]]:
        """Send a request whose head no client library would write; return status, content and headers."""
        address = urlsplit(self.listener.address)
        connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=5)
        try:
            connection.connect()
            connection.sock.sendall(head.replace("\n", "\r\n").encode("latin-1") + b"\r\n\r\n" + body)
            response = http.client.HTTPResponse(connection.sock)
            response.begin()
            return response.status, json.loads(response.read()), dict(response.getheaders())
        finally:
            connection.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    hub = fresh_hub(tmp_path / "data")
    biometric = {
        "name": "Biometric",
        "baseUrl": "http://127.0.0.1:9/",
        "authType": "api-key",
        "apiKey": "a-key-never-used",
        "webhookSecret": SECRET,
        "endpoints": {"attendance": "/api/attendance"},
    }
    hub.integrations.add(PRINCIPAL, read_integration(biometric))
    listener = HubListener(hub, port=0, max_bytes=MAX_BYTES)
    listener.start()
    try:
        with httpx.Client(base_url=listener.address, timeout=10, verify=False) as client:
            yield Desk(hub, listener, client)
    finally:
        listener.stop()
        hub.close()


def punch(number: int = 1, status: str = "present") -> bytes:
    record = {"studentId": f"S-{number}", "date": "2026-11-23", "subject": "Maths", "attendance": status}
    return json.dumps({"data": [record]}).encode()


def work_off(hub: Hub) -> None:
    """Do what a lane does, until nothing waits."""
    while (ticket := hub.syncs.take(0.2)) is not None:
        run = hub.syncs.run_ticket(ticket)
        assert run is not None
        assert (run.status, run.trigger) == (RunStatus.SUCCEEDED, Trigger.WEBHOOK)


def assert_refused(response: httpx.Response) -> None:
    assert response.status_code == 401
    content = response.json()
    assert content["success"] is False
    assert content["error"]["code"] == "invalid_signature"


def test_health_says_nothing_about_the_college(desk: Desk) -> None:
    response = desk.client.get("/health")
    assert response.status_code == 200
    assert response.json() == {"success": True, "data": {"status": "ok", "version": __version__}}
    assert "server" not in response.headers
    assert not any(name.startswith("access-control") for name in response.headers)


@pytest.mark.parametrize("prefix", ["", "sha256="])
def test_a_signed_delivery_is_on_disk_before_the_answer_and_becomes_records(desk: Desk, prefix: str) -> None:
    body = punch()
    response = desk.send(body, prefix + sign(SECRET, body))
    assert response.status_code == 202
    assert response.json() == {"success": True, "data": {"deliveryId": 1, "repeated": False}}
    # Read by a connection of its own, as after a crash.
    delivery = DeliveryStore(desk.hub._databases.hub).get(1)
    assert (delivery.body, delivery.state) == (body, DeliveryState.RECEIVED)
    ticket = desk.hub.syncs.take(1)
    assert ticket is not None
    run = desk.hub.syncs.run_ticket(ticket)
    assert run is not None
    assert run.total.added == 1
    assert [(row["student_id"], row["status"]) for row in desk.kept()] == [("S-1", "present")]
    assert desk.hub.webhooks.deliveries(PRINCIPAL, 1)[0].state is DeliveryState.PROCESSED


def test_a_delivery_outlives_the_program(desk: Desk) -> None:
    assert desk.send(punch()).status_code == 202
    desk.listener.stop()
    # The queue of a killed program is lost; the one that starts next finds the delivery on disk.
    next_hub = Hub(desk.hub.storage._folder, desk.hub._databases, desk.hub.storage._vault)
    next_hub.syncs.recover()
    work_off(next_hub)
    assert len(desk.kept()) == 1


def test_one_changed_byte_is_refused(desk: Desk) -> None:
    body = punch()
    for changed in (body[:-1] + b" ", body + b"\n", b" " + body, body.replace(b"present", b"absent")):
        assert_refused(desk.send(changed, sign(SECRET, body)))
    assert desk.hub.webhooks.deliveries(PRINCIPAL, 1) == []


def test_what_is_no_json_is_refused_by_its_signature_alone(desk: Desk) -> None:
    assert_refused(desk.send(b"\xff{[", "0" * 64))
    assert desk.send(b"\xff{[").status_code == 202


def test_a_repeat_is_acknowledged_and_stored_once(desk: Desk) -> None:
    first, again = desk.send(punch()), desk.send(punch())
    assert again.status_code == 202
    assert again.json()["data"] == {"deliveryId": first.json()["data"]["deliveryId"], "repeated": True}
    work_off(desk.hub)
    assert desk.send(punch()).json()["data"]["repeated"] is True
    assert len(desk.kept()) == 1
    [delivery] = desk.hub.webhooks.deliveries(PRINCIPAL, 1)
    assert delivery.repeats == 2


@pytest.mark.parametrize(
    "identity", ["2", "999999999999999999", "9" * 40, "0", "01", "-1", "1.0", "one", "%31%00", "١"]
)
def test_an_unknown_integration_answers_like_a_wrong_signature(desk: Desk, identity: str) -> None:
    wrong = desk.send(punch(), "0" * 64)
    unknown = desk.send(punch(), path=f"/api/webhooks/integrations/{identity}")
    assert_refused(unknown)
    assert (unknown.status_code, unknown.content) == (wrong.status_code, wrong.content)
    assert set(unknown.headers) == set(wrong.headers)


def test_without_a_secret_or_switched_off_nothing_is_taken(desk: Desk) -> None:
    config = {"name": "ERP", "baseUrl": "http://127.0.0.1:9/", "endpoints": {"students": "/students"}}
    number = desk.hub.integrations.add(PRINCIPAL, read_integration(config)).integration_id
    for signature in ("", sign("", punch()), sign(SECRET, punch())):
        assert_refused(desk.send(punch(), signature, f"/api/webhooks/integrations/{number}"))
    desk.hub.integrations.set_enabled(PRINCIPAL, 1, False)
    assert_refused(desk.send(punch()))


def test_none_or_two_signature_headers_are_refused(desk: Desk) -> None:
    body = punch()
    right = (SIGNATURE_HEADER, sign(SECRET, body))
    for headers in ([], [right, right], [right, (SIGNATURE_HEADER.upper(), "0" * 64)]):
        assert_refused(desk.client.post(PATH, content=body, headers=headers))
    assert_refused(desk.send(body, f"{right[1]}, {right[1]}"))
    assert desk.hub.webhooks.deliveries(PRINCIPAL, 1) == []


def test_a_signature_outside_ascii_is_refused_calmly(desk: Desk) -> None:
    body = punch()
    head = f"POST {PATH} HTTP/1.1\nHost: x\nContent-Length: {len(body)}\n{SIGNATURE_HEADER}: \xfc\xe9\xff{'0' * 61}"
    status, content, _ = desk.raw(head, body)
    assert (status, content["success"]) == (401, False)


def test_too_large_and_compressed_bodies_are_refused_unread(desk: Desk) -> None:
    large = desk.send(b"x" * (MAX_BYTES + 1))
    assert (large.status_code, large.json()["error"]["code"]) == (413, "body_too_large")
    compressed = desk.client.post(PATH, content=punch(), headers={"Content-Encoding": "gzip"})
    assert compressed.status_code == 415
    head = f"POST {PATH} HTTP/1.1\nHost: x\nContent-Length: 5\nTransfer-Encoding: chunked"
    status, content, _ = desk.raw(head, b"0\r\n\r\n")
    assert (status, content["success"]) == (400, False)
    assert desk.send(b"x" * MAX_BYTES).status_code == 202


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 404),
        ("GET", "/health/", 404),
        ("POST", "/api/webhooks/integrations/", 404),
        ("POST", PATH + "/", 404),
        ("GET", "/api/nothing", 404),
        ("GET", PATH, 405),
        ("OPTIONS", PATH, 405),
        ("POST", "/health", 405),
    ],
)
def test_other_paths_and_methods_answer_in_the_envelope(desk: Desk, method: str, path: str, status: int) -> None:
    response = desk.client.request(method, path, headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == status
    assert response.json()["success"] is False
    assert set(response.json()["error"]) == {"code", "message"}
    assert not any(name.startswith("access-control") for name in response.headers)


def test_many_at_once_are_all_kept_once(desk: Desk) -> None:
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda number: desk.send(punch(number % 20)), range(40)))
    assert {answer.status_code for answer in answers} == {202}
    assert sum(not answer.json()["data"]["repeated"] for answer in answers) == 20
    work_off(desk.hub)
    assert sorted(row["student_id"] for row in desk.kept()) == sorted(f"S-{number}" for number in range(20))
    assert {delivery.state for delivery in desk.hub.webhooks.deliveries(PRINCIPAL, 1)} == {DeliveryState.PROCESSED}


@pytest.mark.errors_logged
def test_a_disk_that_refuses_is_told_as_temporary(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, f"No space left on device: {SECRET}")

    monkeypatch.setattr(delivery_writer, "_store", full)
    response = desk.send(punch())
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) > 0
    assert response.json()["error"]["code"] == "not_stored"
    assert "space" not in response.text
    monkeypatch.undo()
    assert desk.send(punch()).json()["data"]["repeated"] is False


def test_the_listener_starts_again_and_names_a_taken_port(desk: Desk) -> None:
    before = threading.active_count()
    port = urlsplit(desk.listener.address).port
    assert port is not None
    second = HubListener(desk.hub, port=port)
    with pytest.raises(PortTakenError, match=str(port)):
        second.start()
    assert not second.running
    desk.listener.start()
    assert threading.active_count() == before
    desk.listener.stop()
    desk.listener.stop()
    assert (desk.listener.running, desk.listener.address) == (False, "")
    desk.listener.start()
    assert httpx.get(desk.listener.address + "/health", verify=False).status_code == 200
