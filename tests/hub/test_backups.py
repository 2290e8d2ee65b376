"""Backups: made while the hub works, whole and checked, and brought back without ever leaving half of one."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.backups import RecoveryKeyNeededError, Restored
from hub_desktop.core.errors import (
    BusyError,
    CancelledError,
    ConfigurationError,
    NotAllowedError,
    NotFoundError,
    StorageError,
)
from hub_desktop.core.events import BackupsChanged
from hub_desktop.core.integration import read_integration
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.restoring import restore_file
from hub_desktop.store import copying, replacing
from hub_desktop.store.engine import DATABASE_KEY, find_driver
from hub_desktop.store.folder import AlreadyRunningError, DataFolder
from hub_desktop.store.leftovers import clear_leftovers
from hub_desktop.store.restoring import Restoration
from hub_desktop.store.secrets import item_name
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
IT = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
HERE = Path(__file__).resolve().parents[2]
encrypted_only = pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")


def restored(
    folder: DataFolder, vault: MemoryVault, file: Path, key: str = "", confirm: bool = True
) -> Restored | None:
    return restore_file(
        folder,
        vault,
        file,
        recovery_key=key,
        sign_in=lambda hub: hub.accounts.person_at_the_pc(Face.TERMINAL),
        confirm=lambda _: confirm,
    )


def names(folder: DataFolder, vault: MemoryVault) -> list[str]:
    hub = Hub.open(folder, vault)
    try:
        return sorted(view.name for view in hub.overview.all(PRINCIPAL))
    finally:
        hub.close()


@pytest.fixture
def backup(hub: Hub, add: Callable[..., int], tmp_path: Path) -> Path:
    """A backup with one integration, ERP; the hub has another one since."""
    add("ERP")
    file = tmp_path / "monday.hubbackup"
    hub.backups.make(PRINCIPAL, file)
    add("Library")
    return file


@pytest.fixture
def closed(hub: Hub, backup: Path) -> Path:
    """The same, with the hub closed."""
    hub.close()
    return backup


def test_a_backup_is_one_file_for_its_owner_and_says_what_it_is(hub, backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    with zipfile.ZipFile(backup) as archive:
        assert sorted(archive.namelist()) == ["hub.db", "manifest.json", "records.db"]
        manifest = json.loads(archive.read("manifest.json"))
        if find_driver().encrypts:
            assert not archive.read("hub.db").startswith(b"SQLite format 3")
    assert manifest["format"] == 1
    assert manifest["parts"]["hub.db"]["schema"].startswith("hub_")
    assert b"t0ken-of-the-college" not in backup.read_bytes()
    made = hub.backups.last()
    assert (made.file, made.bytes) == (str(backup), sum(part["bytes"] for part in manifest["parts"].values()))
    assert not list(backup.parent.glob("*.part"))
    [row] = [row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "backups.make"]
    assert (row.outcome, row.subject) == ("done", "monday.hubbackup")
    assert any("last backup was made today" in one.sentence for one in hub.health())


def test_who_may_not_manage_makes_and_restores_none(hub, backup, tmp_path):
    with pytest.raises(NotAllowedError):
        hub.backups.make(IT, tmp_path / "other.hubbackup")
    with pytest.raises(NotAllowedError):
        hub.backups.prepare_restore(IT, backup)
    of_one = Actor("Asha", Role.PRINCIPAL, Face.WINDOW, frozenset({1}))
    with pytest.raises(NotAllowedError, match="all colleges"):
        hub.backups.make(of_one, tmp_path / "other.hubbackup")


class Hesitating:
    """A connection of the driver that takes a breath after it has looked for the first time."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *others: Any) -> Any:
        result = self._connection.execute(statement, *others)
        if statement.startswith("SELECT"):
            time.sleep(0.02)
        return result


def test_both_copies_are_of_one_moment_while_others_write(hub, add, tmp_path, folder, vault, monkeypatch):
    """Every pair of commits goes to hub.db first and to records.db then; no backup may have the second alone."""
    add("ERP")
    own_connection = copying._own_connection

    @contextmanager
    def hesitating(engine: Any) -> Iterator[Any]:
        with own_connection(engine) as connection:
            yield Hesitating(connection)

    monkeypatch.setattr(copying, "_own_connection", hesitating)
    ended = threading.Event()

    def write() -> None:
        number = 0
        while not ended.is_set():
            number += 1
            for engine in engines:
                with engine.begin() as connection:
                    connection.exec_driver_sql("INSERT INTO told VALUES (?)", (number,))

    engines = (hub._databases.hub, hub._databases.records)
    for engine in engines:
        with engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE told (n INTEGER)")
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(6):
            hub.backups.make(PRINCIPAL, tmp_path / f"{number}.hubbackup")
    finally:
        ended.set()
        writer.join()
    hub.close()
    seen = []
    for number in range(6):
        assert restored(folder, vault, tmp_path / f"{number}.hubbackup") is not None
        again = Hub.open(folder, vault)
        highest = []
        for engine in (again._databases.hub, again._databases.records):
            with engine.connect() as connection:
                highest.append(connection.exec_driver_sql("SELECT max(n) FROM told").scalar() or 0)
        again.close()
        assert highest[0] - highest[1] in {0, 1}, highest
        seen.append(highest[0])
    assert seen == sorted(seen)
    assert seen[-1] > 0


def test_a_backup_replaces_another_one_and_nothing_else(hub, backup, tmp_path):
    hub.backups.make(PRINCIPAL, backup)
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ravi")
    with pytest.raises(StorageError, match="is no backup"):
        hub.backups.make(PRINCIPAL, letter)
    assert letter.read_text() == "Dear Ravi"


def test_another_archive_with_a_manifest_is_no_backup(hub, tmp_path):
    """As programs for browsers and phones have one."""
    other = tmp_path / "extension.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("manifest.json", "{}")
    before = other.read_bytes()
    with pytest.raises(StorageError, match="is no backup"):
        hub.backups.make(PRINCIPAL, other)
    assert other.read_bytes() == before


def flagged_as_locked(file: Path) -> None:
    """Set the bit in every header that says a password is needed."""
    content = bytearray(file.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + offset] |= 1
            at = content.find(sign, at + 1)
    file.write_bytes(bytes(content))


@pytest.mark.parametrize("manifest", ["[" * 60_000, None, "locked", "Infinity"])
def test_an_odd_file_is_told_in_words(hub, backup, manifest):
    if manifest == "locked":
        with zipfile.ZipFile(backup, "w") as archive:
            for name in ("hub.db", "records.db", "manifest.json"):
                archive.writestr(name, "{}")
        flagged_as_locked(backup)
    elif manifest == "Infinity":
        rewritten(backup, lambda written: written["parts"]["hub.db"].update(bytes=float("inf")))
    else:
        with zipfile.ZipFile(backup, "w") as archive:
            archive.writestr("manifest.json", manifest or "")
    with pytest.raises(StorageError, match="no backup"):
        hub.backups.prepare_restore(PRINCIPAL, backup)


def test_a_backup_never_lies_on_the_data_itself(hub, folder):
    with pytest.raises(ConfigurationError, match="another disk"):
        hub.backups.make(PRINCIPAL, folder.hub_file)
    with pytest.raises(StorageError, match="no folder"):
        hub.backups.make(PRINCIPAL, folder.path.parent / "nowhere" / "x.hubbackup")


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "is full"), (errno.EACCES, "Choose another folder")])
def test_a_disk_that_refuses_is_told_in_words_and_the_old_backup_stays(hub, backup, monkeypatch, number, said):
    before = backup.read_bytes()

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("hub_desktop.store.backup_file.os.fsync", refuse)
    with pytest.raises(StorageError, match=said):
        hub.backups.make(PRINCIPAL, backup)
    assert backup.read_bytes() == before
    assert not list(backup.parent.glob(".*part"))
    assert not (Path(hub.storage.state().folder) / "backing-up").exists()


def test_too_little_room_is_told_before_anything_is_written(hub, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    monkeypatch.setattr("hub_desktop.hub.backup_making.shutil.disk_usage", lambda _: usage)
    with pytest.raises(StorageError, match="has 1 MB free, and a backup needs"):
        hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")
    assert not (tmp_path / "x.hubbackup").exists()


def test_on_one_disk_there_must_be_room_for_two_copies_and_what_was_written_lately(
    hub, add, folder, tmp_path, monkeypatch
):
    """Less than that would be found out only when the disk is full."""
    monkeypatch.setattr("hub_desktop.hub.backup_making._SPARE_BYTES", 0)
    add("ERP")
    logs = [folder.path / f"{name}-wal" for name in ("hub.db", "records.db")]
    lying = sum(file.stat().st_size for file in (folder.hub_file, folder.records_file))
    late = sum(log.stat().st_size for log in logs if log.exists())
    assert late
    usage = shutil.disk_usage(tmp_path)._replace(free=2 * lying + late)
    monkeypatch.setattr("hub_desktop.hub.backup_making.shutil.disk_usage", lambda _: usage)
    with pytest.raises(StorageError, match="a backup needs"):
        hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")
    other = folder.path.stat()
    stat_of = Path.stat

    def elsewhere(self: Path, **more: Any) -> os.stat_result:
        found = stat_of(self, **more)
        return found if self != tmp_path else os.stat_result((*found[:2], other.st_dev + 1, *found[3:]))

    monkeypatch.setattr(Path, "stat", elsewhere)
    assert hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup").bytes


def test_it_is_stopped_and_leaves_nothing(hub, tmp_path):
    cancel = threading.Event()
    heard = []

    def hear(progress):
        heard.append(progress.percent)
        cancel.set()

    with pytest.raises(CancelledError):
        hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup", heard=hear, cancel=cancel)
    assert heard
    assert [file.name for file in tmp_path.iterdir()] == ["d"]


def test_two_are_not_made_at_once(hub, folder, tmp_path):
    with folder.backup_lock(), pytest.raises(BusyError, match="just being made"):
        hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")


def test_a_restore_brings_back_what_was_and_keeps_what_is(closed, folder, vault):
    told = restored(folder, vault, closed)
    assert names(folder, vault) == ["ERP"]
    kept = Path(told.kept)
    assert kept.parent == folder.path
    assert kept.name.startswith("before-restore-")
    assert str(kept) in told.sentence
    assert told.without_secrets == ()
    # What was kept is whole, and can be looked into as any data folder.
    assert names(DataFolder(kept).prepare(), vault) == ["ERP", "Library"]
    hub = Hub.open(folder, vault)
    assert hub.audit.verify(PRINCIPAL).whole
    assert hub.audit.latest(PRINCIPAL)[-1].use_case != ""
    assert any(row.use_case == "backups.restore" and row.outcome == "done" for row in hub.audit.latest(PRINCIPAL))
    # The number that Library has still stands for its secrets, so nobody else gets it.
    added = hub.integrations.add(PRINCIPAL, read_integration({"name": "Hostel", "baseUrl": "https://h.example.edu"}))
    assert added.integration_id == 3
    hub.close()
    assert vault.get(item_name(2, "apiKey")) == "t0ken-of-the-college"


def test_what_was_kept_is_told_and_removed(closed, folder, vault):
    told = restored(folder, vault, closed)
    (folder.path / "before-restore-2026-99-99-000000").mkdir()
    (folder.path / "before-restore-notes").mkdir()
    hub = Hub.open(folder, vault)
    [kept] = hub.backups.kept()
    assert (folder.path / kept.name, kept.at) == (Path(told.kept), told.at.replace(microsecond=0))
    assert kept.bytes > 100_000
    for name in ("before-restore-notes", "../x", "locks"):
        with pytest.raises(NotFoundError):
            hub.backups.remove_kept(PRINCIPAL, name)
    with pytest.raises(NotAllowedError):
        hub.backups.remove_kept(IT, kept.name)
    heard = []
    hub.events.subscribe(heard.append)
    assert hub.backups.remove_kept(PRINCIPAL, kept.name) == kept
    assert heard == [BackupsChanged()]
    assert hub.backups.kept() == []
    assert not (folder.path / kept.name).exists()
    assert (folder.path / "before-restore-notes").exists()
    row = hub.audit.latest(PRINCIPAL)[0]
    assert (row.use_case, row.subject, row.outcome) == ("backups.remove-kept", kept.name, "done")
    hub.close()


def test_what_was_kept_and_cannot_be_removed_is_told(closed, folder, vault, monkeypatch):
    restored(folder, vault, closed)
    hub = Hub.open(folder, vault)
    [kept] = hub.backups.kept()

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("hub_desktop.store.kept.shutil.rmtree", refuse)
        with pytest.raises(StorageError, match="could not be removed: Permission denied"):
            hub.backups.remove_kept(PRINCIPAL, kept.name)
    assert hub.backups.kept() == [kept]
    hub.close()


def test_an_integration_that_lost_its_secret_is_named(closed, folder, vault):
    vault.delete(item_name(1, "apiKey"))
    told = restored(folder, vault, closed)
    assert told.without_secrets == ("ERP",)
    assert "Enter those of ERP again" in told.sentence


def test_a_secret_meant_for_another_place_is_not_used(hub, backup, folder, vault):
    moved = {"name": "ERP", "baseUrl": "https://other.example.edu", "authType": "bearer", "apiKey": "another-t0ken"}
    hub.integrations.edit(PRINCIPAL, 1, read_integration(moved | {"endpoints": {"students": "/students"}}))
    hub.close()
    told = restored(folder, vault, backup)
    assert told.without_secrets == ("ERP",)
    assert vault.get(item_name(1, "apiKey")) is None


def test_unconfirmed_nothing_happens(closed, folder, vault):
    assert restored(folder, vault, closed, confirm=False) is None
    assert names(folder, vault) == ["ERP", "Library"]
    assert not replacing.waiting_rooms(folder)


def test_two_that_wait_do_not_touch_each_other(hub, backup, folder):
    first, second = (hub.backups.prepare_restore(PRINCIPAL, backup) for _ in range(2))
    hub.backups.give_up_restore(first)
    assert replacing.waiting_rooms(folder) == [second.waiting.room]
    assert stat.S_IMODE(second.waiting.room.stat().st_mode) == 0o700
    hub.backups.decide_restore(PRINCIPAL, second)
    with pytest.raises(StorageError, match="not there any more"):
        hub.backups.decide_restore(PRINCIPAL, first)
    hub.backups.give_up_restore(second)
    assert not replacing.waiting_rooms(folder)


@pytest.mark.parametrize("opened", [1, 2])
def test_one_that_is_stopped_while_nothing_is_counted_leaves_nothing(hub, backup, folder, monkeypatch, opened):
    cancel, before = threading.Event(), Restoration.opened
    times = []

    @contextmanager
    def slowly(self: Restoration, waiting: Any) -> Iterator[Any]:
        with before(self, waiting) as databases:
            times.append(1)
            if len(times) == opened:
                cancel.set()
            yield databases

    monkeypatch.setattr(Restoration, "opened", slowly)
    with pytest.raises(CancelledError):
        hub.backups.prepare_restore(PRINCIPAL, backup, cancel=cancel)
    assert len(times) == opened
    assert not replacing.waiting_rooms(folder)


def test_what_a_killed_program_left_is_cleared(closed, folder, vault):
    """Also the folder without a name of its own in which an older version let files wait."""
    left = [folder.path / name for name in ("restoring", "restoring-x1", "backing-up")]
    for room in left:
        room.mkdir()
        (room / "hub.db").write_bytes(b"a copy of everything")
    with folder.backup_lock():
        clear_leftovers(folder)
        assert [room.name for room in left if room.exists()] == ["backing-up"]
    clear_leftovers(folder)
    assert not any(room.exists() for room in left)
    left[1].mkdir()
    assert restored(folder, vault, closed, confirm=False) is None
    assert not left[1].exists()


def test_a_note_that_names_no_room_is_of_the_one_there_was(closed, folder, vault):
    hub = Hub.open(folder, vault)
    prepared = hub.backups.prepare_restore(PRINCIPAL, closed)
    decided = hub.backups.decide_restore(PRINCIPAL, prepared)
    hub.close()
    prepared.waiting.room.rename(folder.path / "restoring")
    folder.restore_note.write_text(json.dumps({"kept": decided.replacement.kept, "forgotten": []}))
    assert names(folder, vault) == ["ERP"]


def audited(folder: DataFolder, vault: MemoryVault) -> list[tuple[str, str]]:
    hub = Hub.open(folder, vault)
    try:
        rows = hub.audit.latest(PRINCIPAL)
        return [(row.outcome, row.detail) for row in rows if row.use_case == "backups.restore"]
    finally:
        hub.close()


@pytest.mark.errors_logged
def test_the_audit_of_what_stays_says_that_nothing_was_restored(closed, folder, vault, monkeypatch):
    def refuse(*_: Any) -> None:
        raise StorageError("It cannot be.", "the disk does not take the note")

    monkeypatch.setattr("hub_desktop.store.restoring.decide", refuse)
    with pytest.raises(StorageError, match="cannot be"):
        restored(folder, vault, closed)
    assert not replacing.waiting_rooms(folder)
    failed, decided, *_ = audited(folder, vault)
    assert failed == ("failed", "the disk does not take the note")
    assert decided[0] == "done"
    assert decided[1].startswith("decided: the backup made on")
    assert "was restored" not in decided[1]


def test_only_files_that_nobody_can_read_are_replaced_without_a_sign_in(closed, folder, vault, monkeypatch):
    """Who has no right to read them, or an older program, must not get by those who sign in."""
    asked = []

    def restore() -> None:
        restore_file(folder, vault, closed, recovery_key="", sign_in=asked.append, confirm=lambda _: True)

    def forbidden(*_: Any) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("hub_desktop.store.engine.os.open", forbidden)
        patched.setattr("hub_desktop.hub.restoring.clear_leftovers", lambda _: None)
        patched.setattr(DataFolder, "only_instance", lambda _: nullcontext())
        patched.setattr(DataFolder, "opening_lock", lambda _: nullcontext())
        with pytest.raises(StorageError, match="permission"):
            restore()
    changed = Hub.open(folder, vault)
    with changed._databases.hub.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'hub_9999'")
    changed.close()
    with pytest.raises(StorageError, match="written by a newer"):
        restore()
    assert not asked
    assert not list(folder.path.glob("before-restore-*"))


@encrypted_only
def test_files_whose_key_is_lost_are_replaced(closed, folder, vault):
    key, there = vault.get(DATABASE_KEY), MemoryVault()
    vault.delete(DATABASE_KEY)
    other = Hub.open(DataFolder(folder.path.parent / "other").prepare(), there)
    there.set(DATABASE_KEY, key)
    written = other.storage.recovery_key(PRINCIPAL)
    other.close()
    assert restored(folder, vault, closed, written) is not None
    assert names(folder, vault) == ["ERP"]


def test_a_lock_that_is_not_let_go_of_is_told_in_words(closed, folder, vault, monkeypatch):
    hub = Hub.open(folder, vault)
    decided = hub.backups.decide_restore(PRINCIPAL, hub.backups.prepare_restore(PRINCIPAL, closed))
    hub.close()
    monkeypatch.setattr("hub_desktop.store.folder._OPENING_SECONDS", 0.1)
    with folder.opening_lock(), pytest.raises(BusyError, match="does not finish"):
        Restoration(folder, vault).carry_out(decided.waiting, decided.replacement)


@pytest.mark.errors_logged
def test_files_that_cannot_be_opened_are_told_in_words(closed, folder, vault, monkeypatch):
    hub = Hub.open(folder, vault)
    decided = hub.backups.decide_restore(PRINCIPAL, hub.backups.prepare_restore(PRINCIPAL, closed))
    hub.close()
    folder.hub_file.rename(folder.hub_file.with_name("aside"))
    folder.hub_file.mkdir()
    monkeypatch.setattr(replacing, "is_plain", lambda _: True)
    with pytest.raises(StorageError, match="cannot be opened"):
        Restoration(folder, vault).carry_out(decided.waiting, decided.replacement)


def test_another_instance_keeps_it_out(closed, folder, vault):
    with folder.only_instance(), pytest.raises(AlreadyRunningError, match="Settings, Files"):
        restored(folder, vault, closed)


def test_another_command_at_work_keeps_it_out(backup, folder, vault):
    """The hub of the fixture is open, as that of a command in another terminal would be."""
    with pytest.raises(BusyError, match="still at work"):
        restored(folder, vault, backup)
    assert not folder.restore_note.exists()


def test_a_damaged_backup_is_refused(closed, folder, vault):
    whole = closed.read_bytes()
    for damage in (whole[: len(whole) // 2], whole[:5000] + b"\x55" * 64 + whole[5064:], b"no archive", b""):
        closed.write_bytes(damage)
        with pytest.raises(StorageError, match="damaged"):
            restored(folder, vault, closed)
        assert not replacing.waiting_rooms(folder)
    assert names(folder, vault) == ["ERP", "Library"]


def rewritten(file: Path, change: Callable[[dict[str, Any]], None], compress: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(parts["manifest.json"])
    change(manifest)
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(file, "w", compress) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_newer_format_is_refused(closed, folder, vault):
    rewritten(closed, lambda manifest: manifest.update(format=2))
    with pytest.raises(StorageError, match="newer Hub Desktop"):
        restored(folder, vault, closed)


def test_a_compressed_one_is_refused(closed, folder, vault):
    rewritten(closed, lambda manifest: None, zipfile.ZIP_DEFLATED)
    with pytest.raises(StorageError, match="no backup"):
        restored(folder, vault, closed)


def test_a_newer_schema_is_refused(hub, add, folder, vault, tmp_path):
    add("ERP")
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'hub_9999'")
    hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = 'hub_0005'")
    hub.close()
    with pytest.raises(StorageError, match="written by a newer Hub Desktop"):
        restored(folder, vault, tmp_path / "x.hubbackup")
    assert names(folder, vault) == ["ERP"]


@encrypted_only
def test_another_computer_needs_the_recovery_key_and_gets_a_key_of_its_own(hub, backup, tmp_path):
    key = hub.storage.recovery_key(PRINCIPAL)
    hub.storage.recovery_key_was_saved(PRINCIPAL)
    other, others = DataFolder(tmp_path / "other").prepare(), MemoryVault()
    Hub.open(other, others).close()
    before = others.get(DATABASE_KEY)
    with pytest.raises(RecoveryKeyNeededError, match="recovery key"):
        restored(other, others, backup)
    with pytest.raises(StorageError, match="mistyped"):
        restored(other, others, backup, "nonsense")
    stranger = DataFolder(tmp_path / "stranger").prepare()
    strange = Hub.open(stranger, MemoryVault())
    wrong = strange.storage.recovery_key(PRINCIPAL)
    strange.close()
    with pytest.raises(StorageError, match="does not open the backup"):
        restored(other, others, backup, wrong)
    through, left, sync, replace = set(), [], os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        through.add(os.fstat(descriptor).st_ino)
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        if self.suffix == ".changed" and self.stat().st_ino not in through:
            left.append(self.name)
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", synced)
        patched.setattr(Path, "replace", replaced)
        told = restored(other, others, backup, key)
    assert not left, "what takes the place of another file lies on the disk before"
    assert others.get(DATABASE_KEY) == before
    assert names(other, others) == ["ERP"]
    assert told.without_secrets == ("ERP",)
    again = Hub.open(other, others)
    assert not again.storage.state().recovery_key_saved
    again.close()


@encrypted_only
def test_a_fresh_folder_takes_on_the_recovery_key(hub, backup, tmp_path):
    key = hub.storage.recovery_key(PRINCIPAL)
    fresh, vault = DataFolder(tmp_path / "fresh").prepare(), MemoryVault()
    told = restored(fresh, vault, backup, key)
    assert (told.kept, told.new_key) == ("", False)
    again = Hub.open(fresh, vault)
    assert again.storage.recovery_key(PRINCIPAL) == key
    again.close()


@encrypted_only
def test_secrets_of_other_integrations_of_the_same_number_are_forgotten(hub, backup, tmp_path):
    key = hub.storage.recovery_key(PRINCIPAL)
    other, others = DataFolder(tmp_path / "other").prepare(), MemoryVault()
    there = Hub.open(other, others)
    written = {"name": "Moodle", "baseUrl": "https://m.example.edu", "authType": "bearer", "apiKey": "moodle-t0ken-1"}
    there.integrations.add(PRINCIPAL, read_integration(written | {"endpoints": {"students": "/s"}}))
    there.close()
    assert others.get(item_name(1, "apiKey")) == "moodle-t0ken-1"
    told = restored(other, others, backup, key)
    assert told.without_secrets == ("ERP",)
    assert others.get(item_name(1, "apiKey")) is None


def test_damaged_files_are_kept_and_replaced(closed, folder, vault):
    folder.hub_file.write_bytes(b"\x07" * 8192)
    for ending in ("-wal", "-shm"):
        folder.hub_file.with_name("hub.db" + ending).unlink(missing_ok=True)
    with pytest.raises(StorageError):
        Hub.open(folder, vault)
    told = restored(folder, vault, closed)
    assert names(folder, vault) == ["ERP"]
    assert (Path(told.kept) / "hub.db").read_bytes() == b"\x07" * 8192
    assert told.without_secrets == ()


LAST_CHANGE = 7
"""How often a restore changes what the folder holds; the one after that is none."""


class PowerCutError(BaseException):
    """Nothing after this happens, not even what a handler would do."""


def cut_at(monkeypatch: pytest.MonkeyPatch, number: int) -> list[int]:
    """Let the power fail at the change of the folder with this number; return the list that counts them."""
    done: list[int] = []
    replace, unlink = Path.replace, Path.unlink

    def counted(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(self: Path, *others: Any, **more: Any) -> Any:
            if "locks" in self.parts or self.suffix == ".part":
                return change(self, *others, **more)
            if len(done) == number:
                raise PowerCutError
            done.append(1)
            return change(self, *others, **more)

        return changed

    monkeypatch.setattr(Path, "replace", counted(replace))
    monkeypatch.setattr(Path, "unlink", counted(unlink))
    monkeypatch.setattr(replacing.shutil, "rmtree", lambda *_, **__: None)
    return done


@pytest.mark.parametrize("number", range(LAST_CHANGE + 1))
def test_a_power_failure_at_any_step_leaves_the_old_or_the_new(closed, folder, vault, number):
    with pytest.MonkeyPatch.context() as patched:
        done = cut_at(patched, number)
        try:
            assert restored(folder, vault, closed) is not None
            assert number == LAST_CHANGE, len(done)
        except PowerCutError:
            assert len(done) == number
    found = names(folder, vault)
    assert found in (["ERP"], ["ERP", "Library"]), found
    # Before the decision the old is there; after it the new, with the old kept.
    kept = list(folder.path.glob("before-restore-*"))
    assert (found == ["ERP"]) is bool(kept)
    if kept:
        assert names(DataFolder(kept[0]).prepare(), vault) == ["ERP", "Library"]
    assert not folder.restore_note.exists()
    # And it goes on as if nothing had been.
    assert restored(folder, vault, closed) is not None
    assert names(folder, vault) == ["ERP"]


KILLED = """
import os, sys
from pathlib import Path
from hub_desktop.core.actor import Face
from hub_desktop.hub.restoring import restore_file
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import FileVault
folder = DataFolder(Path(sys.argv[1])).prepare()
left = int(sys.argv[3])
replace = Path.replace
def counted(self, target):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    return replace(self, target)
Path.replace = counted
restore_file(folder, FileVault(folder.vault_file, "several plain words"), Path(sys.argv[2]), recovery_key="",
             sign_in=lambda hub: hub.accounts.person_at_the_pc(Face.TERMINAL), confirm=lambda _: True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_killed_in_the_middle_it_is_finished_at_the_next_opening(tmp_path, number):
    from hub_desktop.store.vault import FileVault

    folder = DataFolder(tmp_path / "d").prepare()
    vault = FileVault(folder.vault_file, "several plain words")
    hub = Hub.open(folder, vault)
    hub.integrations.add(PRINCIPAL, read_integration({"name": "ERP", "baseUrl": "https://h.example.edu"}))
    hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")
    hub.integrations.add(PRINCIPAL, read_integration({"name": "Library", "baseUrl": "https://l.example.edu"}))
    hub.close()
    words = [sys.executable, "-c", KILLED, str(folder.path), str(tmp_path / "x.hubbackup"), str(number)]
    ended = subprocess.run(words, env=os.environ | {"PYTHONPATH": str(HERE)}, capture_output=True, check=False)
    assert ended.returncode == -9, ended.stderr
    expected = ["ERP", "Library"] if number == 0 else ["ERP"]
    assert names(folder, vault) == expected
