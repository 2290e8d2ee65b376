"""A hub behind its real listener, an upstream it syncs from, a lane that works, and clients with tokens."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.server.hub_listener import HubListener
from hub_desktop.server.listening import ListeningThread
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Meera", Role.PRINCIPAL, Face.WINDOW)
SECRET = "upstream-k3y-of-the-college"


class Upstream:
    """A system with students, as a list that a test changes."""

    def __init__(self) -> None:
        self.students: list[dict[str, Any]] = [
            {"studentId": f"S-{n}", "name": f"Student {n}", "program": "BSc" if n % 2 else "MSc"} for n in range(1, 6)
        ]
        self.open = threading.Event()
        self.open.set()
        """Cleared, it answers only once a test sets it again."""
        self.address = ""

    def app(self) -> Starlette:
        def answer(_: Request) -> JSONResponse:
            self.open.wait(10)
            return JSONResponse(list(self.students))

        return Starlette(routes=[Route("/students", answer)])


class ApiDesk:
    """What a test of the API asks and looks at."""

    def __init__(self, hub: Hub, listener: HubListener, upstream: Upstream) -> None:
        self.hub = hub
        self.listener = listener
        self.upstream = upstream
        self._clients: list[httpx.Client] = []

    def token(self, role: Role = Role.PRINCIPAL, colleges: frozenset[int] | None = None, **more: Any) -> str:
        """Make a token; return it."""
        name = more.pop("name", f"{role} {len(self.hub.api_tokens.all(PRINCIPAL))}")
        return self.hub.api_tokens.make(PRINCIPAL, name, role, college_ids=colleges, **more).text

    def client(self, role: Role = Role.PRINCIPAL, colleges: frozenset[int] | None = None) -> httpx.Client:
        """Return a client that shows a token of this role."""
        return self.bare({"Authorization": f"Bearer {self.token(role, colleges)}"})

    def bare(self, headers: dict[str, str] | None = None) -> httpx.Client:
        """Return a client that shows what it is given."""
        client = httpx.Client(
            base_url=self.listener.address, headers=headers, timeout=20, verify=False, trust_env=False
        )
        self._clients.append(client)
        return client

    def add(self, name: str = "ERP", college_id: int | None = None, **more: Any) -> int:
        """Add an integration of the upstream; return its number."""
        written = self.written(name) | more
        return self.hub.integrations.add(PRINCIPAL, read_integration(written), college_id=college_id).integration_id

    def written(self, name: str = "ERP") -> dict[str, Any]:
        """Return the JSON of an integration of the upstream, with its secret."""
        return {
            "name": name,
            "type": "student-management",
            "baseUrl": self.upstream.address,
            "authType": "bearer",
            "apiKey": SECRET,
            "endpoints": {"students": "/students"},
            "syncInterval": 60,
            "enabled": True,
        }

    def close(self) -> None:
        while self._clients:
            self._clients.pop().close()


@contextmanager
def opened_desk(folder: Path, upstream: Upstream) -> Iterator[ApiDesk]:
    """Give a desk whose lane works until the end."""
    hub = fresh_hub(folder)
    listener = HubListener(hub, port=0)
    listener.start()
    desk = ApiDesk(hub, listener, upstream)

    def work() -> None:
        while not hub.syncs.closed:
            ticket = hub.syncs.take(0.2)
            if ticket is not None:
                hub.syncs.run_ticket(ticket)

    lane = threading.Thread(target=work, name="test-lane")
    lane.start()
    try:
        yield desk
    finally:
        upstream.open.set()
        desk.close()
        listener.stop()
        hub.syncs.close()
        lane.join(10)
        hub.close()


@contextmanager
def served_upstream() -> Iterator[Upstream]:
    """Give an upstream that is listened to."""
    upstream = Upstream()
    with ListeningThread(upstream.app(), name="test-upstream") as listening:
        upstream.address = listening.address
        yield upstream
