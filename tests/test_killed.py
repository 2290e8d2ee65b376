"""A serving program that is killed at any moment has every delivery it acknowledged, and works them off."""

import http.client
import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.core.signature import SIGNATURE_HEADER
from hub_desktop.hub.hub import Hub
from hub_desktop.store.deliveries import DeliveryState
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import PASSPHRASE_VARIABLE, open_vault
from tests.fakes.deliveries import sign

ASHA = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
SECRET = "a-secret-of-the-senders"
PATH = "/api/webhooks/integrations/1"
ROUNDS = int(os.environ.get("HUB_DESKTOP_KILL_ROUNDS", "2"))
SENDERS = 4


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "a passphrase of the test")
    return DataFolder(tmp_path / "data").prepare()


def opened(folder: DataFolder) -> Hub:
    return Hub.open(folder, open_vault(folder.identity(), folder.vault_file))


class Serving:
    """`hub-desktop serve` as a process of its own."""

    def __init__(self, folder: DataFolder) -> None:
        command = [sys.executable, "-m", "hub_desktop", "serve", "--port", "0", "--data-dir", str(folder.path)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert "http://" in line, line
        self.address = urlsplit(line.split("listens on ")[1].strip().rstrip("."))

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate(timeout=30)


def bodies(sender: int, round_number: int) -> Iterator[bytes]:
    for number in range(100_000):
        student = f"S{round_number}-{sender}-{number}"
        yield json.dumps({"data": {"studentId": student, "date": "2026-11-23", "attendance": "present"}}).encode()


def send(serving: Serving, sender: int, round_number: int, acknowledged: list[bytes], enough: threading.Event) -> None:
    connection = http.client.HTTPConnection(serving.address.hostname or "", serving.address.port, timeout=10)
    try:
        for body in bodies(sender, round_number):
            connection.request("POST", PATH, body, {SIGNATURE_HEADER: sign(SECRET, body)})
            response = connection.getresponse()
            response.read()
            if response.status == 202:
                acknowledged.append(body)
            if len(acknowledged) > 40:
                enough.set()
    except (OSError, http.client.HTTPException):
        return
    finally:
        connection.close()


def test_no_acknowledged_delivery_is_lost_by_a_kill_at_any_moment(folder: DataFolder) -> None:
    hub = opened(folder)
    written = {
        "name": "Biometric",
        "baseUrl": "http://127.0.0.1:9",
        "authType": "none",
        "webhookSecret": SECRET,
        "endpoints": {"attendance": {"path": "/never", "enabled": False}},
    }
    hub.integrations.add(ASHA, read_integration(written))
    hub.close()
    acknowledged: list[bytes] = []
    chance = random.Random()
    for round_number in range(ROUNDS):
        serving, enough = Serving(folder), threading.Event()
        senders = [
            threading.Thread(target=send, args=(serving, sender, round_number, acknowledged, enough))
            for sender in range(SENDERS)
        ]
        try:
            for sender in senders:
                sender.start()
            assert enough.wait(30)
            # Somewhere in a commit, in a run, or between the two.
            threading.Event().wait(chance.uniform(0, 0.5))
        finally:
            serving.kill()
            for sender in senders:
                sender.join(30)
    assert len(acknowledged) > 40
    hub = opened(folder)
    try:
        hub.syncs.recover()
        while (ticket := hub.syncs.take(0.2)) is not None:
            assert hub.syncs.run_ticket(ticket) is not None
        kept = hub.webhooks.deliveries(ASHA, 1, limit=1_000_000)
        assert {delivery.state for delivery in kept} == {DeliveryState.PROCESSED}
        on_disk = {hub.webhooks._deliveries.get(delivery.delivery_id).body for delivery in kept}
        assert set(acknowledged) <= on_disk
        students = {row.values[0] for row in hub.records.find(ASHA, "attendance", limit=1_000_000).rows}
        assert {json.loads(body)["data"]["studentId"] for body in acknowledged} <= students
    finally:
        hub.close()
