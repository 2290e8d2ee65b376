from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.store.engine import open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.records import RecordStore
from hub_desktop.store.vault import MemoryVault


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    databases = open_databases(DataFolder(tmp_path / "d").prepare(), MemoryVault())
    yield RecordStore(databases.records)
    databases.close()
