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
