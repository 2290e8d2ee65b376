"""What clients of the event stream hear, and when it ends."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from hub_desktop.core.actor import Role
from hub_desktop.core.events import DeliveryReceived, IntegrationsChanged, RunProgress, SyncRequested
from hub_desktop.core.runs import Counts, Trigger
from hub_desktop.server.api import events as events_module
from hub_desktop.server.api.events import MOST_STREAMS, MOST_WAITING
from tests.server.api.desk import PRINCIPAL, ApiDesk, Upstream, opened_desk

Heard = tuple[str, Any]


class Ear:
    """Reads a stream until it has what it wants."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        self.comments = 0
        self.ids: list[int] = []
        self._lines = response.iter_lines()

    def next(self) -> Heard:
        name = ""
        for line in self._lines:
            if line.startswith(":"):
                self.comments += 1
            elif line.startswith("id: "):
                self.ids.append(int(line.removeprefix("id: ")))
            elif line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                return name, json.loads(line.removeprefix("data: "))
        return "closed", None

    def until(self, name: str, wanted: Callable[[Any], bool] = lambda _: True) -> list[Heard]:
        """Return what is heard up to the event of this name."""
        heard: list[Heard] = []
        while True:
            heard.append(self.next())
            if heard[-1][0] == "closed" and name != "closed":
                raise AssertionError(f"the stream ended before {name}: {heard}")
            if heard[-1][0] == name and wanted(heard[-1][1]):
                return heard


@contextmanager
def listening(client: httpx.Client, **headers: str) -> Iterator[Ear]:
    with client.stream("GET", "/api/events", headers=headers) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        yield Ear(response)


def names(heard: list[Heard]) -> list[str]:
    return [name for name, _ in heard]


def test_a_stream_begins_with_the_whole_state_and_tells_of_a_sync(desk: ApiDesk) -> None:
    desk.add()
    with listening(desk.client(Role.VIEWER), **{"Last-Event-ID": "41"}) as ear:
        ((name, state),) = ear.until("state")
        assert state["integrations"][0]["name"] == "ERP"
        desk.client().post("/api/integrations/1/sync")
        heard = ear.until("run-finished")
        heard += ear.until("integration")
        told = dict(heard)
        assert names(heard)[0] == "run-requested"
        assert set(names(heard)) == {"run-requested", "run-started", "run-progress", "run-finished", "integration"}
        assert (
            names(heard).index("run-started") < names(heard).index("run-progress") < names(heard).index("run-finished")
        )
        assert told["run-progress"]["endpoint"] == "students"
        assert (told["run-finished"]["status"], told["run-finished"]["total"]["read"]) == ("succeeded", 5)
        assert told["integration"]["records"] == {"students": 5}
    assert name == "state"
    assert ear.ids == list(range(1, len(ear.ids) + 1))


def test_changes_of_integrations_are_told(desk: ApiDesk) -> None:
    client = desk.client()
    with listening(desk.client(Role.VIEWER)) as ear:
        ear.until("state")
        client.post("/api/integrations", json=desk.written())
        assert ear.until("integration")[-1][1]["name"] == "ERP"
        client.patch("/api/integrations/1/toggle", json={"enabled": False})
        ear.until("integration", lambda data: data["status"]["light"] == "inactive")
        client.delete("/api/integrations/1")
        assert ear.until("integration-removed")[-1][1] == {"id": 1}
        desk.hub.events.emit(IntegrationsChanged())
        assert ear.until("state")[-1][1]["integrations"] == []


def test_deliveries_are_for_those_who_may_see_them(desk: ApiDesk) -> None:
    desk.add()
    with listening(desk.client(Role.IT_STAFF)) as staff, listening(desk.client(Role.VIEWER)) as viewer:
        for ear in (staff, viewer):
            ear.until("state")
        desk.hub.events.emit(DeliveryReceived(1, 7))
        desk.hub.events.emit(IntegrationsChanged(1))
        assert names(staff.until("integration")) == ["deliveries-received", "integration"]
        assert names(viewer.until("integration")) == ["integration"]


def test_nothing_is_heard_of_another_college(desk: ApiDesk) -> None:
    desk.add("Mine")
    second = desk.hub.accounts.add_college(PRINCIPAL, "Second")
    theirs = desk.add("Theirs", second)
    with listening(desk.client(colleges=frozenset({second}))) as ear:
        state = ear.until("state")[-1][1]
        assert [one["name"] for one in state["integrations"]] == ["Theirs"]
        desk.client().post("/api/integrations/1/sync?wait=20")
        desk.hub.events.emit(DeliveryReceived(1, 7))
        desk.hub.integrations.set_enabled(PRINCIPAL, 1, False)
        desk.hub.integrations.delete(PRINCIPAL, 1)
        desk.hub.integrations.set_enabled(PRINCIPAL, theirs, False)
        heard = ear.until("integration")
        assert names(heard) == ["integration"]
        assert heard[0][1]["id"] == theirs


def test_a_revoked_token_ends_its_stream(desk: ApiDesk) -> None:
    client = desk.bare({"Authorization": f"Bearer {desk.token(name='nightly')}"})
    with listening(client) as ear, listening(desk.client()) as other:
        ear.until("state")
        desk.hub.api_tokens.revoke(PRINCIPAL, "nightly")
        assert "revoked" in ear.until("end")[-1][1]["reason"]
        assert ear.next() == ("closed", None)
        other.until("state")
        desk.hub.events.emit(IntegrationsChanged())
        other.until("state")


def test_a_token_that_another_process_revoked_ends_its_stream_too(
    desk: ApiDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events_module, "_LOOK_SECONDS", 0.05)
    client = desk.bare({"Authorization": f"Bearer {desk.token(name='nightly')}"})
    with listening(client) as ear:
        ear.until("state")
        store = desk.hub.api_tokens._tokens
        store.remove(store.all()[0].token_id)
        assert "revoked" in ear.until("end")[-1][1]["reason"]


def test_silence_is_broken_by_a_comment(desk: ApiDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "_LOOK_SECONDS", 0.02)
    monkeypatch.setattr(events_module, "_HEARTBEAT_SECONDS", 0.05)
    with listening(desk.client()) as ear:
        ear.until("state")
        time.sleep(0.5)
        desk.hub.events.emit(IntegrationsChanged())
        ear.until("state")
        assert ear.comments >= 1


def test_only_so_many_listen_at_once_and_a_place_is_free_again(desk: ApiDesk) -> None:
    client = desk.client()
    with ExitStack() as stack:
        ears = [stack.enter_context(listening(client)) for _ in range(MOST_STREAMS - 1)]
        with listening(client) as last:
            for ear in (*ears, last):
                ear.until("state")
            refused = client.get("/api/events")
            assert (refused.status_code, refused.json()["error"]["code"]) == (503, "too_many_streams")
            assert int(refused.headers["retry-after"]) > 0
        api = desk.listener._api._loaded
        assert api is not None
        while len(api._streams._open) == MOST_STREAMS:
            time.sleep(0.01)
        with listening(client) as ear:
            ear.until("state")


def test_who_leaves_is_not_told_any_more(desk: ApiDesk) -> None:
    before = len(desk.hub.events._listeners)
    with listening(desk.client()) as ear:
        ear.until("state")
        assert len(desk.hub.events._listeners) == before + 1
    while len(desk.hub.events._listeners) > before:
        time.sleep(0.01)


def test_the_end_of_the_listener_ends_every_stream(tmp_path: Path, upstream: Upstream) -> None:
    ended: list[Heard] = []
    with opened_desk(tmp_path / "data", upstream) as desk:
        ready = threading.Barrier(4)

        def listen(client: httpx.Client) -> None:
            with listening(client) as ear:
                ear.until("state")
                ready.wait(10)
                ended.extend(ear.until("end"))

        threads = [threading.Thread(target=listen, args=(desk.client(),)) for _ in range(3)]
        for thread in threads:
            thread.start()
        ready.wait(10)
        desk.listener.stop()
        for thread in threads:
            thread.join(10)
        assert not any(thread.is_alive() for thread in threads)
    assert ended == [("end", {"reason": "The listener is starting anew or ending. Connect once more."})] * 3


def test_who_reads_too_slowly_is_cut_off_and_takes_no_memory(desk: ApiDesk) -> None:
    desk.add()
    address = urlsplit(desk.listener.address)
    token = desk.token()
    with socket.create_connection((address.hostname or "", address.port or 0)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(
            f"GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n".encode()
        )
        first = connection.recv(1024)
        assert b"200 OK" in first
        api = desk.listener._api._loaded
        assert api is not None
        (stream,) = api._streams._open
        while not stream._stop:
            # Nobody reads: the buffers on the way fill up first, then the stream's own.
            desk.hub.events.emit(SyncRequested(1, Trigger.MANUAL))
            assert len(stream._waiting) <= MOST_WAITING
        for _ in range(1000):
            desk.hub.events.emit(SyncRequested(1, Trigger.MANUAL))
        assert len(stream._waiting) == 0
        connection.settimeout(10)
        tail = b""
        while piece := connection.recv(65_536):
            tail = (tail + piece)[-300:]
            if tail.endswith(b"0\r\n\r\n"):
                break
        assert b"event: end" in tail
        assert b"more slowly" in tail


def test_progress_that_nobody_has_read_yet_counts_once(desk: ApiDesk) -> None:
    desk.add()
    with listening(desk.client()) as ear:
        ear.until("state")
        for number in range(5_000):
            desk.hub.events.emit(RunProgress(1, 1, "students", Counts(read=number + 1), 5_000))
        heard = ear.until("run-progress", lambda data: data["read"] == 5_000)
        assert len(heard) < 5_000
        assert heard[-1][1]["total"] == 5_000


def test_many_deliveries_are_told_as_one(desk: ApiDesk) -> None:
    desk.add()
    with listening(desk.client()) as ear:
        ear.until("state")
        for number in range(1, 5_001):
            desk.hub.events.emit(DeliveryReceived(1, number))
        heard = ear.until("deliveries-received", lambda data: data["newest"] == 5_000)
        assert sum(data["deliveries"] for _, data in heard) == 5_000
        assert len(heard) < 5_000


def test_an_actor_of_no_college_hears_an_empty_state(desk: ApiDesk) -> None:
    desk.add()
    second = desk.hub.accounts.add_college(PRINCIPAL, "Second")
    with listening(desk.client(colleges=frozenset({second}))) as ear:
        assert ear.until("state")[-1][1]["sentence"] == "No system is connected yet."
