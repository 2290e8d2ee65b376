"""From a delivery to a record without polling; and the seed's own JavaScript as a sender."""

import json
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.events import DeliveryReceived, Event, RunFinished, RunProgress, RunStarted, SyncRequested
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import SIGNATURE_HEADER
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from tests.fakes.deliveries import sign
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)
SECRET = "webhook-secret-of-the-biometric"
PATH = "/api/webhooks/integrations/1"
BIOMETRIC = {
    "name": "Biometric",
    "baseUrl": "http://127.0.0.1:9/",
    "authType": "none",
    "webhookSecret": SECRET,
    "endpoints": {"attendance": {"path": "/never", "enabled": False}},
}
# As the seed's document gives it, with the address and the sending that it leaves out.
SNIPPET = """
const crypto = require('crypto');
const http = require('http');
const [webhookSecret, address, changed] = process.argv.slice(2);
const payload = {data: [{studentId: 'CS2101', name: 'Nisha Müller', date: '2026-11-23', attendance: 'present'}]};
const signature = crypto
  .createHmac('sha256', webhookSecret)
  .update(JSON.stringify(payload))
  .digest('hex');
let body = Buffer.from(JSON.stringify(payload));
if (changed) body[body.length - 5] ^= 1;
const request = http.request(address, {
  method: 'POST',
  headers: {'x-webhook-signature': signature, 'content-type': 'application/json', 'content-length': body.length}
}, response => { response.resume(); console.log(response.statusCode); });
request.end(body);
"""


class Working:
    """A hub as `serve` wires it: the listener, and a lane that waits for work."""

    def __init__(self, hub: Hub, listener: HubListener) -> None:
        self.hub = hub
        self.listener = listener
        self.events: list[Event] = []
        self.finished = threading.Semaphore(0)
        hub.events.subscribe(self.hear)

    def hear(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, RunFinished):
            self.finished.release()

    def lane(self) -> None:
        while not self.hub.syncs.closed:
            if (ticket := self.hub.syncs.take(0.5)) is not None:
                self.hub.syncs.run_ticket(ticket)

    def send(self, body: bytes) -> httpx.Response:
        headers = {SIGNATURE_HEADER: sign(SECRET, body)}
        return httpx.post(self.listener.address + PATH, content=body, headers=headers, verify=False)


@pytest.fixture
def working(tmp_path: Path) -> Iterator[Working]:
    hub = fresh_hub(tmp_path / "data")
    hub.integrations.add(PRINCIPAL, read_integration(BIOMETRIC))
    listener = HubListener(hub, port=0)
    listener.start()
    working = Working(hub, listener)
    lane = threading.Thread(target=working.lane)
    lane.start()
    try:
        yield working
    finally:
        listener.stop()
        hub.syncs.close()
        lane.join(10)
        hub.close()


def punch(number: int, status: str = "present") -> bytes:
    record = {"studentId": f"S-{number}", "date": "2026-11-23", "subject": "Maths", "attendance": status}
    return json.dumps({"data": [record]}).encode()


def kept(working: Working) -> dict[object, object]:
    page = working.hub.records.find(PRINCIPAL, "attendance", limit=1000)
    place = [page.data_type.field_names.index(name) for name in ("student_id", "status")]
    return {row.values[place[0]]: row.values[place[1]] for row in page.rows}


def test_a_delivery_is_a_record_the_moment_its_run_has_finished_and_nobody_asks_for_it(working: Working) -> None:
    for number, status in ((1, "present"), (2, "present"), (1, "absent")):
        working.events.clear()
        assert working.send(punch(number, status)).status_code == 202
        # No clock ticks here: what moves it is the delivery itself.
        assert working.finished.acquire(timeout=10)
        assert kept(working)[f"S-{number}"] == status
        kinds = [type(event) for event in working.events]
        wanted = [DeliveryReceived, SyncRequested, RunStarted, RunProgress, RunFinished]
        assert [kind for kind in kinds if kind in wanted] == wanted


def test_many_deliveries_share_runs_and_all_become_records(working: Working) -> None:
    with httpx.Client(base_url=working.listener.address, verify=False) as client:
        for number in range(60):
            body = punch(number)
            assert client.post(PATH, content=body, headers={SIGNATURE_HEADER: sign(SECRET, body)}).status_code == 202
    while len(kept(working)) < 60:
        assert working.finished.acquire(timeout=10)
    assert len(working.hub.syncs.history(PRINCIPAL, 1, 1000)) <= 60


@pytest.mark.skipif(shutil.which("node") is None, reason="there is no node on this computer")
def test_the_seeds_javascript_is_accepted_and_one_changed_byte_is_not(working: Working, tmp_path: Path) -> None:
    script = tmp_path / "send.js"
    script.write_text(SNIPPET, "utf-8")

    def status(*more: str) -> str:
        command = ["node", str(script), SECRET, working.listener.address + PATH, *more]
        return subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout.strip()

    assert status() == "202"
    assert working.finished.acquire(timeout=10)
    assert kept(working) == {"CS2101": "present"}
    assert status("changed") == "401"
    assert len(working.hub.webhooks.deliveries(PRINCIPAL, 1)) == 1
