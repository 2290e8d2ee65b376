from pathlib import Path

import pytest

from hub_desktop.core.errors import MissingFilesError
from hub_desktop.hub.diagnosis import diagnose
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import open_vault


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "a passphrase of the test")
    return DataFolder(tmp_path / "data").prepare()


def _used(folder: DataFolder) -> None:
    Hub.open(folder, open_vault(folder.identity(), folder.vault_file)).close()


def test_before_the_first_start_nothing_is_made(folder: DataFolder) -> None:
    found, error = diagnose(folder)
    assert [(one.name, one.ok) for one in found] == [("Data folder", True), ("Encryption", True), ("Passwords", True)]
    assert "an encrypted file" in found[-1].sentence
    assert error is None
    assert not folder.hub_file.exists()


def test_the_hub_says_how_it_is(folder: DataFolder) -> None:
    _used(folder)
    found, error = diagnose(folder)
    assert error is None
    assert "Listener" in [one.name for one in found]


def test_files_that_are_gone_have_ways_out(folder: DataFolder) -> None:
    _used(folder)
    folder.hub_file.unlink()
    found, error = diagnose(folder)
    assert isinstance(error, MissingFilesError)
    assert (found[-1].name, found[-1].ok, found[-1].sentence) == ("Data", False, error.sentence)


def test_a_vault_that_does_not_open_ends_it_there(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    _used(folder)
    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "another passphrase")
    found, error = diagnose(folder)
    assert (found[-1].name, found[-1].ok) == ("Passwords", False)
    assert error is None
