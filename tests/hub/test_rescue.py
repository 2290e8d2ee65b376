"""Files that are gone: the backups that are there, going back to one, and beginning anew."""

import threading

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.backups import Occasion
from hub_desktop.core.errors import ConfigurationError, MissingFilesError, StorageError
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.network import OWN_NUMBER, PROXY_PASSWORD
from hub_desktop.hub.rescue import backups_for, begin_anew, go_back, look_at, missing_in
from hub_desktop.store.folder import AlreadyRunningError, DataFolder
from hub_desktop.store.secrets import item_name
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


def names(hub: Hub) -> list[str]:
    return [view.name for view in hub.overview.all(PRINCIPAL)]


def added(hub: Hub, name: str) -> int:
    return hub.integrations.add(PRINCIPAL, read_integration({"name": name, "baseUrl": "https://x.edu"})).integration_id


def take_away(folder: DataFolder, *gone: str) -> None:
    for name in gone:
        for ending in ("", "-wal", "-shm"):
            (folder.path / f"{name}{ending}").unlink(missing_ok=True)


@pytest.fixture
def backed_up(hub: Hub, add, folder: DataFolder) -> DataFolder:
    """A folder of one integration with two nightly backups, closed."""
    add("ERP")
    hub.nightly.make_now()
    first = hub.nightly.view().files[0]
    first.path.rename(first.path.with_name(first.path.name.replace("-20", "-19", 1)))
    add("Library")
    hub.nightly.make_now()
    hub.close()
    return folder


@pytest.mark.parametrize("gone", [("hub.db",), ("hub.db", "records.db")])
def test_any_of_the_backups_is_gone_back_to_where_files_are_gone(backed_up, vault, gone):
    take_away(backed_up, *gone)
    with pytest.raises(MissingFilesError) as told:
        Hub.open(backed_up, vault)
    newest, older = backups_for(backed_up, told.value)
    assert newest.made_at > older.made_at
    assert look_at(older.path) == older
    restored = go_back(backed_up, vault, older, heard=lambda _: None, cancel=threading.Event())
    assert bool(restored.kept) == (len(gone) == 1)
    hub = Hub.open(backed_up, vault)
    assert names(hub) == ["ERP"]
    # The number of the one that is not in the backup, but in the vault, is given to nobody.
    assert added(hub, "X") > 2
    hub.close()


def test_a_file_that_is_no_backup_is_told(tmp_path):
    (tmp_path / "x.hubbackup").write_text("hello")
    with pytest.raises(StorageError, match="no backup of Hub Desktop"):
        look_at(tmp_path / "x.hubbackup")


def test_beginning_anew_keeps_what_is_left_and_gives_no_secret_to_others(backed_up, vault):
    records = backed_up.records_file.read_bytes()
    vault.set(item_name(1, "apiKey"), "s3cret-of-the-old-one")
    vault.set(item_name(OWN_NUMBER, PROXY_PASSWORD), "s3cret-of-the-proxy")
    take_away(backed_up, "hub.db")
    begun = begin_anew(backed_up, vault, Face.TERMINAL)
    assert not begun.records_only
    assert begun.kept in begun.sentence
    hub = Hub.open(backed_up, vault)
    assert names(hub) == []
    number = added(hub, "X")
    assert number > 2
    assert vault.get(item_name(number, "apiKey")) is None
    assert vault.get(item_name(1, "apiKey")) is not None, "a backup may be restored later"
    assert vault.get(item_name(OWN_NUMBER, PROXY_PASSWORD)) is None
    [kept] = hub.backups.kept()
    assert kept.occasion is Occasion.ANEW
    assert (backed_up.path / kept.name / "records.db").read_bytes() == records
    [row] = [row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "files.begin-anew"]
    assert (row.face, row.outcome) == ("terminal", "done")
    assert len(hub.nightly.view().files) == 2
    hub.close()


def test_without_records_the_integrations_stay(hub, add, folder, vault):
    number = add("ERP")
    hub.syncs._stores.runs.begin(number, "ERP", "manual", "Asha")
    hub.close()
    take_away(folder, "records.db")
    begun = begin_anew(folder, vault, Face.WINDOW)
    assert begun.records_only
    again = Hub.open(folder, vault)
    assert names(again) == ["ERP"]
    assert again.audit.latest(PRINCIPAL)[0].use_case == "files.begin-anew"
    again.close()


def test_nothing_begins_anew_where_no_file_is_gone(backed_up, vault, tmp_path):
    with pytest.raises(ConfigurationError, match="No file is missing"):
        begin_anew(backed_up, vault, Face.TERMINAL)
    new = DataFolder(tmp_path / "new").prepare()
    with pytest.raises(ConfigurationError, match="No file is missing"):
        begin_anew(new, MemoryVault(), Face.TERMINAL)
    assert not new.hub_file.exists()
    assert missing_in(new, MemoryVault()) is None
    take_away(backed_up, "hub.db")
    assert missing_in(backed_up, vault) is not None
    with backed_up.only_instance(), pytest.raises(AlreadyRunningError):
        begin_anew(DataFolder(backed_up.path), vault, Face.TERMINAL)


def test_backups_of_a_folder_that_lost_its_name_too_are_found(backed_up):
    take_away(backed_up, "hub.db", "records.db", "folder-id", "nightly.json")
    with pytest.raises(MissingFilesError) as told:
        Hub.open(backed_up, MemoryVault())
    assert len(backups_for(backed_up, told.value)) == 2
