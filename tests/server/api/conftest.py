import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server.api.desk import ApiDesk, Upstream, opened_desk, served_upstream


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def _served() -> Iterator[Upstream]:
    with served_upstream() as upstream:
        yield upstream


@pytest.fixture
def upstream(_served: Upstream) -> Upstream:
    """The upstream as on its first day."""
    _served.students = Upstream().students
    _served.open.set()
    return _served


@pytest.fixture
def desk(tmp_path: Path, upstream: Upstream) -> Iterator[ApiDesk]:
    with opened_desk(tmp_path / "data", upstream) as desk:
        yield desk


@pytest.fixture(scope="session")
def _door(tmp_path_factory: pytest.TempPathFactory, _served: Upstream) -> Iterator[ApiDesk]:
    with opened_desk(tmp_path_factory.mktemp("door") / "data", _served) as desk:
        desk.add()
        yield desk


@pytest.fixture
def door(_door: ApiDesk) -> Iterator[ApiDesk]:
    """A desk with one integration, for tests that change nothing there."""
    _door.hub.api_tokens._wrong._tries.clear()
    yield _door
    # Connections that are kept open count against the limit of the listener.
    _door.close()
