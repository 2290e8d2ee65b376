import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import StorageError
from hub_desktop.hub.hub import Hub
from hub_desktop.store.engine import find_driver, open_databases, restore_recovery_key
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


@pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")
def test_the_recovery_key_is_shown_to_a_principal_and_opens_the_folder(hub, folder):
    key = hub.storage.recovery_key(PRINCIPAL)
    assert key not in str(hub.audit.latest(PRINCIPAL))
    vault = MemoryVault()
    restore_recovery_key(folder, vault, key)
    Hub.open(folder, vault).close()


def test_that_it_was_saved_is_remembered(hub):
    assert not hub.storage.state().recovery_key_saved
    hub.storage.recovery_key_was_saved(PRINCIPAL)
    assert hub.storage.state().recovery_key_saved


def test_files_without_encryption_say_so_and_have_no_key(tmp_path, vault):
    import sqlite3

    from hub_desktop.store.engine import Driver
    from hub_desktop.store.folder import DataFolder

    folder = DataFolder(tmp_path / "plain").prepare()
    # The vault may hold the key of an earlier folder all the same.
    vault.set("database-key", "00" * 32)
    plain = Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
    hub = Hub(folder, open_databases(folder, vault, plain), vault)
    assert not hub.storage.state().encrypted
    with pytest.raises(StorageError, match="not encrypted"):
        hub.storage.recovery_key(PRINCIPAL)
    hub.close()


def test_a_setting_is_kept(hub):
    hub.storage.set_setting(PRINCIPAL, "colour", "dark")
    assert hub.storage.setting("colour") == "dark"
    assert hub.storage.setting("other", 5) == 5
