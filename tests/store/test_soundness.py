"""When a database file is read through as a whole, and that damage in it is found then."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hub_desktop.core.errors import StorageError
from hub_desktop.store.engine import open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.settings import SettingStore

DAY = 24 * 3600


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file counts as a large one."""
    monkeypatch.setattr("hub_desktop.store.soundness._SMALL_BYTES", 0)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """The computer was started so many seconds ago."""

    def set_ago(seconds: float) -> None:
        monkeypatch.setattr("hub_desktop.store.soundness._seconds_since_start", lambda: seconds)

    set_ago(100 * DAY)
    return set_ago


@pytest.fixture
def filled(folder: DataFolder, vault, driver, large, started) -> DataFolder:
    """A folder whose file of integrations was read through just now, and is damaged since."""
    databases = open_databases(folder, vault, driver)
    for number in range(200):
        SettingStore(databases.hub).set(f"key {number}", "x" * 1000)
    databases.close()
    content = bytearray(folder.hub_file.read_bytes())
    # Not the first pages, which are read at every opening.
    third = len(content) // 3
    content[2 * third :] = os.urandom(len(content) - 2 * third)
    folder.hub_file.write_bytes(content)
    return folder


def mark(folder: DataFolder) -> Path:
    return folder.path / "hub.db.sound"


def age(file: Path, seconds: float) -> None:
    at = time.time() - seconds
    os.utime(file, (at, at))


def opens(folder: DataFolder, vault, driver) -> bool:
    try:
        open_databases(folder, vault, driver).close()
    except StorageError:
        return False
    return True


def test_a_large_file_read_through_lately_is_not_read_again(filled, vault, driver):
    assert opens(filled, vault, driver)


def test_it_is_read_again_after_a_day(filled, vault, driver):
    age(mark(filled), DAY + 60)
    assert not opens(filled, vault, driver)
    assert not mark(filled).exists()


def test_it_is_read_again_after_the_computer_was_started(filled, vault, driver, started):
    age(mark(filled), 3600)
    started(60)
    assert not opens(filled, vault, driver)


def test_it_is_read_again_when_the_clock_was_put_back(filled, vault, driver):
    age(mark(filled), -3600)
    assert not opens(filled, vault, driver)


def test_a_small_file_is_read_every_time(filled, vault, driver, monkeypatch):
    monkeypatch.setattr("hub_desktop.store.soundness._SMALL_BYTES", 4 * 1024 * 1024)
    assert not opens(filled, vault, driver)


def test_a_damaged_file_is_told_every_time(filled, vault, driver):
    age(mark(filled), DAY + 60)
    assert [opens(filled, vault, driver) for _ in range(2)] == [False, False]


def test_what_remembers_it_is_readable_to_its_owner_only(filled):
    assert mark(filled).stat().st_mode & 0o077 == 0
