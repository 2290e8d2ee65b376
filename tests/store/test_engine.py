import base64
import os
import sqlite3
import stat
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.errors import CancelledError, StorageError, TransientError, UnreadableFilesError, VaultError
from hub_desktop.core.stopping import stoppable
from hub_desktop.store.engine import (
    DATABASE_KEY,
    Driver,
    find_driver,
    open_databases,
    recovery_key,
    restore_recovery_key,
    trouble_of,
    writing,
)
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.settings import SettingStore
from hub_desktop.store.vault import MemoryVault

PLAIN = Driver(sqlite3, sqlite3.sqlite_version_info, encrypts=False)
needs_encryption = pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")


def files_of(path: Path) -> list[Path]:
    return [file for file in path.rglob("*") if file.is_file()]


def test_what_was_kept_is_there_after_opening_again(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    assert databases.first_start
    SettingStore(databases.hub).set("language", {"code": "मराठी"})
    databases.close()
    again = open_databases(folder, vault, driver)
    assert not again.first_start
    assert SettingStore(again.hub).get("language") == {"code": "मराठी"}
    again.close()


@pytest.mark.parametrize("umask", [0o000, 0o022])
def test_nobody_else_on_the_computer_can_read_a_file(tmp_path, vault, driver, umask):
    before = os.umask(umask)
    try:
        folder = DataFolder(tmp_path / "d").prepare()
        folder.identity()
        with folder.run_lock(1), folder.only_instance():
            databases = open_databases(folder, vault, driver)
            SettingStore(databases.hub).set("a", 1)
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in files_of(folder.path)}
            databases.close()
    finally:
        os.umask(before)
    assert {name: oct(mode) for name, mode in modes.items() if mode & 0o077} == {}
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700


@needs_encryption
def test_the_files_are_encrypted(folder, vault):
    databases = open_databases(folder, vault)
    assert databases.encrypted
    SettingStore(databases.hub).set("a", "a word that must not be readable")
    databases.close()
    for file in (folder.hub_file, folder.records_file):
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert b"CREATE TABLE" not in content
        assert b"must not be readable" not in content


@needs_encryption
def test_another_key_opens_nothing_and_changes_nothing(folder, vault):
    open_databases(folder, vault).close()
    before = folder.hub_file.read_bytes()
    other = MemoryVault()
    other.set(DATABASE_KEY, "00" * 32)
    with pytest.raises(StorageError, match="recovery key"):
        open_databases(folder, other)
    assert folder.hub_file.read_bytes() == before


@needs_encryption
def test_a_lost_key_is_asked_for_and_never_replaced(folder, vault):
    open_databases(folder, vault).close()
    empty = MemoryVault()
    with pytest.raises(StorageError, match="recovery key"):
        open_databases(folder, empty)
    assert empty.get(DATABASE_KEY) is None


@needs_encryption
def test_encrypted_files_are_not_touched_by_an_installation_that_cannot_open_them(folder, vault):
    open_databases(folder, vault).close()
    before = folder.hub_file.read_bytes()
    with pytest.raises(StorageError, match="sqlcipher3"):
        open_databases(folder, vault, PLAIN)
    assert folder.hub_file.read_bytes() == before


@needs_encryption
def test_files_made_without_encryption_open_with_a_driver_that_could(folder, vault):
    open_databases(folder, vault, PLAIN).close()
    databases = open_databases(folder, vault)
    assert not databases.encrypted
    databases.close()


@needs_encryption
def test_the_recovery_key_opens_the_files_on_another_computer(folder, vault):
    databases = open_databases(folder, vault)
    SettingStore(databases.hub).set("a", 1)
    databases.close()
    written = recovery_key(vault)
    elsewhere = MemoryVault()
    restore_recovery_key(folder, elsewhere, f"  {written.lower().replace('-', ' ')}\n")
    again = open_databases(folder, elsewhere)
    assert SettingStore(again.hub).get("a") == 1
    again.close()


@needs_encryption
def test_the_recovery_key_of_another_folder_does_not_replace_the_right_one(folder, vault, tmp_path):
    open_databases(folder, vault).close()
    right = vault.get(DATABASE_KEY)
    stranger = MemoryVault()
    open_databases(DataFolder(tmp_path / "other").prepare(), stranger).close()
    with pytest.raises(StorageError, match="belongs to other files"):
        restore_recovery_key(folder, vault, recovery_key(stranger))
    assert vault.get(DATABASE_KEY) == right
    open_databases(folder, vault).close()


NOWHERE = DataFolder(Path("no-such-folder"))
"""A folder without files yet, in which any well-formed key is taken."""


@given(st.binary(min_size=32, max_size=32))
def test_every_recovery_key_survives_paper(raw):
    vault, other = MemoryVault(), MemoryVault()
    vault.set(DATABASE_KEY, raw.hex())
    restore_recovery_key(NOWHERE, other, recovery_key(vault))
    assert other.get(DATABASE_KEY) == raw.hex()


@given(st.binary(min_size=32, max_size=32), st.integers(0, 53), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_a_mistyped_recovery_key_is_noticed(raw, place, letter):
    vault, other = MemoryVault(), MemoryVault()
    vault.set(DATABASE_KEY, raw.hex())
    letters = list(recovery_key(vault).replace("-", ""))
    letters[place] = letter
    try:
        restore_recovery_key(NOWHERE, other, "".join(letters))
    except StorageError:
        assert other.get(DATABASE_KEY) is None
    else:
        # One in 1,024 mistakes passes the two letters of the check; most that pass change no bit of the key.
        typed = base64.b32decode("".join(letters[:-2]) + "====")
        assert other.get(DATABASE_KEY) == typed.hex()


@given(st.text(max_size=70))
def test_any_text_for_a_recovery_key_is_told_in_a_sentence(text):
    vault = MemoryVault()
    try:
        restore_recovery_key(NOWHERE, vault, text)
    except StorageError:
        assert vault.get(DATABASE_KEY) is None


def test_without_encryption_there_is_no_recovery_key(vault):
    with pytest.raises(StorageError):
        recovery_key(vault)


class _SilentVault(MemoryVault):
    """Takes every secret and keeps none, as some keyrings without a person do."""

    def set(self, name: str, value: str) -> None:
        pass


class _RefusingVault(MemoryVault):
    def set(self, name: str, value: str) -> None:
        raise VaultError("The keyring refused.")


@needs_encryption
@pytest.mark.parametrize("kind", [_SilentVault, _RefusingVault])
def test_no_file_is_made_whose_key_was_not_kept(folder, kind):
    with pytest.raises((StorageError, VaultError)):
        open_databases(folder, kind())
    assert not folder.hub_file.exists()
    assert not folder.records_file.exists()


def test_a_damaged_file_is_told_and_kept(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    for number in range(200):
        SettingStore(databases.hub).set(f"key {number}", "x" * 200)
    databases.close()
    content = bytearray(folder.hub_file.read_bytes())
    content[len(content) // 3 : 2 * len(content) // 3] = os.urandom(2 * len(content) // 3 - len(content) // 3)
    folder.hub_file.write_bytes(content)
    with pytest.raises(StorageError, match=r"hub\.db"):
        open_databases(folder, vault, driver)
    assert folder.hub_file.read_bytes() == content


def test_damage_that_is_met_while_the_program_runs_is_told_and_looked_for_at_the_next_start(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    settings = SettingStore(databases.hub)
    for number in range(200):
        settings.set(f"key {number}", "x" * 2_000)
    with databases.hub.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    databases.hub.dispose()
    content = folder.hub_file.read_bytes()
    damaged = content[: len(content) // 3] + os.urandom(len(content) // 3) + content[2 * (len(content) // 3) :]
    folder.hub_file.write_bytes(damaged)
    with pytest.raises(
        UnreadableFilesError, match=r"The file hub\.db is damaged\. Close Hub Desktop and start it again"
    ):
        _ = [settings.get(f"key {number}") for number in range(200)]
    assert (folder.path / "hub.db.sound").stat().st_mtime == 0
    databases.close()
    assert folder.hub_file.read_bytes() == damaged


def test_a_file_that_is_no_database_is_told(folder, vault):
    folder.hub_file.write_text("hello " * 100)
    with pytest.raises(StorageError):
        open_databases(folder, vault, PLAIN)


@pytest.mark.parametrize("name", ["hub_file", "records_file"])
def test_a_folder_in_the_place_of_a_file_is_told(folder, vault, driver, name):
    getattr(folder, name).mkdir()
    with pytest.raises(StorageError):
        open_databases(folder, vault, driver)


def test_every_connection_keeps_foreign_keys_and_waits_for_others(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    for engine, synchronous in ((databases.hub, 2), (databases.records, 1)):
        with engine.connect() as connection:
            pragma = {
                p: connection.exec_driver_sql(f"PRAGMA {p}").scalar()
                for p in ("foreign_keys", "synchronous", "busy_timeout")
            }
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar()
        assert pragma == {"foreign_keys": 1, "synchronous": synchronous, "busy_timeout": 15000}
        assert mode == ("wal" if driver.wal_is_safe else "truncate")
    databases.close()


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 1), True),
    ],
)
def test_the_wal_is_used_only_where_it_cannot_damage_a_file(version, safe):
    assert Driver(sqlite3, version, encrypts=False).wal_is_safe is safe


def test_a_transaction_that_fails_leaves_nothing(folder, vault, driver):
    databases = open_databases(folder, vault, driver)

    def half() -> None:
        with writing(databases.hub).begin() as connection:
            connection.exec_driver_sql("INSERT INTO settings VALUES ('a', '1')")
            connection.exec_driver_sql("CREATE TABLE half_done (a)")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert SettingStore(databases.hub).get("a") is None
    assert not sa.inspect(databases.hub).has_table("half_done")
    databases.close()


def test_two_that_read_before_they_write_wait_for_each_other(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    SettingStore(databases.hub).set("count", 0)

    def add_many() -> None:
        for _ in range(20):
            with writing(databases.hub).begin() as connection:
                value = int(connection.exec_driver_sql("SELECT value FROM settings WHERE key = 'count'").scalar())
                connection.exec_driver_sql("UPDATE settings SET value = ? WHERE key = 'count'", (str(value + 1),))

    threads = [threading.Thread(target=add_many) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert SettingStore(databases.hub).get("count") == 80
    databases.close()


def test_two_that_start_together_make_the_files_once(folder, vault):
    """A window and a command in a fresh folder: one key, one schema."""
    opened, failed = [], []

    def start() -> None:
        try:
            opened.append(open_databases(folder, vault))
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells it
            failed.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for databases in opened:
        databases.close()
    assert not failed
    open_databases(folder, vault).close()


def test_a_full_disk_is_told_in_words_and_loses_nothing(databases):
    settings = SettingStore(databases.hub)
    settings.set("kept", "before")
    with databases.hub.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        # The limit belongs to the connection, so the writing happens on this one.
        with pytest.raises(StorageError, match="disk of this computer is full"):
            connection.exec_driver_sql("INSERT INTO settings (key, value) VALUES ('large', ?)", ("x" * 500_000,))
        connection.rollback()
    assert settings.get("kept") == "before"
    assert settings.get("large") is None


def test_a_file_held_by_another_program_is_tried_again_rather_than_called_broken(databases, monkeypatch):
    monkeypatch.setattr("hub_desktop.store.engine._BUSY_SECONDS", 0.1)
    databases.hub.dispose()
    with writing(databases.hub).begin(), pytest.raises(TransientError, match="held the files"):
        SettingStore(databases.hub).set("late", 1)


def test_a_connection_opened_while_another_program_holds_the_file_says_so_too(databases, folder, monkeypatch):
    monkeypatch.setattr("hub_desktop.store.engine._BUSY_SECONDS", 0.1)
    with databases.hub.connect() as held:
        held.exec_driver_sql("PRAGMA locking_mode = EXCLUSIVE")
        held.exec_driver_sql("DELETE FROM settings")
        held.commit()
        with pytest.raises(TransientError, match="held the files"):
            SettingStore(databases.hub).get("any")
        held.invalidate()


def test_locks_held_beside_the_file_are_no_fault_of_ours():
    # SQLite says this only after ten seconds of trying.
    said = trouble_of(sqlite3.OperationalError("locking protocol"), "hub.db")
    assert isinstance(said, TransientError)
    assert "held the files" in said.sentence


def test_what_is_only_read_ends_once_nobody_waits_and_what_is_written_does_not(folder, vault, driver):
    databases = open_databases(folder, vault, driver)
    stop = threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    timer = threading.Timer(0.05, stop.set)
    with stoppable(stop.is_set):
        timer.start()
        with pytest.raises(CancelledError), databases.hub.connect() as connection:
            connection.exec_driver_sql(endless)
        timer.join()
        # Whoever stops waiting leaves nothing half written.
        SettingStore(databases.hub).set("a", list(range(20_000)))
        with writing(databases.hub).begin() as connection:
            counted = f"{endless.replace('FROM n) SELECT', 'FROM n WHERE i < 200000) SELECT')}"
            assert connection.exec_driver_sql(counted).scalar_one() == 200_000
    # The connection that was stopped reads on as any other.
    assert len(SettingStore(databases.hub).get("a")) == 20_000
    with databases.hub.connect() as connection:
        assert connection.exec_driver_sql(counted).scalar_one() == 200_000
    databases.close()
