import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.store.engine import DATABASE_KEY, Databases, Driver, find_driver, open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault

PLAIN = Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
DRIVERS = {"sqlcipher3": find_driver(), "sqlite3": PLAIN} if find_driver().encrypts else {"sqlite3": PLAIN}


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "d").prepare()


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture(params=list(DRIVERS))
def driver(request: pytest.FixtureRequest) -> Driver:
    return DRIVERS[request.param]


@pytest.fixture(scope="session")
def empty_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, str]:
    """The two files of a fresh folder, made once, and their key; copying them is quicker than making them."""
    folder, vault = DataFolder(tmp_path_factory.mktemp("empty")).prepare(), MemoryVault()
    open_databases(folder, vault).close()
    return folder, vault.get(DATABASE_KEY) or ""


@pytest.fixture
def databases(folder: DataFolder, vault: MemoryVault, empty_files: tuple[DataFolder, str]) -> Iterator[Databases]:
    """Both files, opened as on this platform."""
    made, key = empty_files
    if key:
        vault.set(DATABASE_KEY, key)
    for file in (made.hub_file, made.records_file):
        shutil.copy(file, folder.path)
    opened = open_databases(folder, vault)
    yield opened
    opened.close()
