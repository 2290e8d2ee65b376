import os
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SampleCollege, SampleCredentials
from hub_desktop.server.sample_college.integrations import sample_integrations
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from hub_desktop.upstream.reading import Upstream
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
CREDENTIALS = SampleCredentials("erp-t0ken-of-the-college", "biometric-k3y-of-it", "lms-client", "lms-s3cret-of-it")


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries of the wire wait seconds; how long is tested with the wire."""
    quick = partial(Upstream, pause=lambda cancel, _seconds: cancel.is_set())
    monkeypatch.setattr("hub_desktop.hub.syncs.open_upstream", quick)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "d").prepare()


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def hub(folder: DataFolder, vault: MemoryVault) -> Iterator[Hub]:
    hub = fresh_hub(folder.path, vault)
    yield hub
    hub.close()


@pytest.fixture
def add(hub: Hub) -> Callable[..., int]:
    """Add an integration that needs no upstream; return its number."""

    def added(name: str = "ERP", actor: Actor = PRINCIPAL, college_id: int | None = None, **more: Any) -> int:
        written = {
            "name": name,
            "baseUrl": "https://erp.example.edu",
            "authType": "bearer",
            "apiKey": "t0ken-of-the-college",
            "webhookSecret": "webhook-s3cret-of-it",
            "endpoints": {"students": "/students", "attendance": "/attendance"},
        }
        return hub.integrations.add(actor, read_integration(written | more), college_id=college_id).integration_id

    return added


class Served:
    """An application whose college can be exchanged, so that one listener serves all tests."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


@pytest.fixture(scope="session")
def listener() -> Iterator[tuple[Served, str]]:
    served = Served()
    with ListeningThread(served) as listener:
        yield served, listener.address


@pytest.fixture
def college(listener: tuple[Served, str]) -> SampleCollege:
    """The sample college, as on its first day, behind the address of `sample`."""
    college = SampleCollege.load(**asdict(CREDENTIALS))
    listener[0].app = create_app(college)
    return college


@pytest.fixture
def sample(listener: tuple[Served, str], college: SampleCollege) -> Callable[..., dict[str, Any]]:
    """Return one of the sample integrations with its secret, changed as asked."""
    written = {str(one["name"]).removeprefix("Sample ").lower(): one for one in sample_integrations(listener[1])}
    written["erp"] |= {"apiKey": CREDENTIALS.erp_token}
    written["biometric"] |= {"apiKey": CREDENTIALS.biometric_key}
    written["lms"] |= {"clientSecret": CREDENTIALS.lms_client_secret}
    written["lms"]["oauth"] |= {"clientId": CREDENTIALS.lms_client_id}  # type: ignore[operator]
    return lambda name="erp", **more: written[name] | more
