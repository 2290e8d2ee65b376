"""Files that are gone: which folders were in use, and what a first start that was broken off leaves."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import MissingFilesError, UnreadableFilesError
from hub_desktop.store.engine import open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.kept import kept_before
from hub_desktop.store.missing import put_aside
from hub_desktop.store.vault import MemoryVault
from tests.fresh_hub import fresh_hub

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)


def take_away(folder: DataFolder, *names: str) -> None:
    for name in names:
        for ending in ("", "-wal", "-shm"):
            (folder.path / f"{name}{ending}").unlink(missing_ok=True)


@pytest.fixture
def used(folder: DataFolder, vault: MemoryVault) -> DataFolder:
    """A folder whose files were opened once."""
    open_databases(folder, vault).close()
    return folder


@pytest.mark.parametrize("gone", [("hub.db",), ("hub.db", "records.db")])
def test_a_file_that_is_gone_is_told_and_nothing_is_made(used, vault, gone):
    take_away(used, *gone)
    before = sorted(one.name for one in used.path.iterdir())
    with pytest.raises(MissingFilesError, match=r"(is|are) missing") as told:
        open_databases(used, vault)
    assert not told.value.records_only
    assert str(used.path) in told.value.sentence
    assert sorted(one.name for one in used.path.iterdir()) == before


def test_an_empty_file_is_as_good_as_none(used, vault):
    take_away(used, "hub.db")
    used.hub_file.touch()
    with pytest.raises(MissingFilesError):
        open_databases(used, vault)


def test_a_link_that_leads_to_a_disk_that_is_not_there_is_told(folder, vault, tmp_path):
    folder.hub_file.symlink_to(tmp_path / "disk" / "hub.db")
    with pytest.raises(MissingFilesError):
        open_databases(folder, vault)
    assert not (tmp_path / "disk").exists()


@pytest.mark.parametrize("sign", ["alive", "nightly.json", "hub.db.sound", "backups/x.hubbackup"])
def test_what_lies_in_a_folder_tells_that_it_was_in_use(folder, vault, sign):
    (folder.path / sign).parent.mkdir(exist_ok=True)
    (folder.path / sign).touch()
    with pytest.raises(MissingFilesError):
        open_databases(folder, vault)


def test_what_a_program_makes_before_its_first_files_is_no_sign(folder, vault):
    folder.identity()
    for name in ("hub-desktop.log", "vault.json", "vault.lock", "hub.db", "hub.db-journal", "records.db"):
        (folder.path / name).touch()
    (folder.path / "backups").mkdir()
    open_databases(folder, vault).close()


def test_a_first_start_that_was_broken_off_anywhere_goes_on_without_a_question(folder, vault, monkeypatch):
    """Each of the steps that change the disk is the last one once."""
    from hub_desktop.store import engine, migration

    class _KilledError(BaseException):
        pass

    for place, name in ((engine, "_engine"), (engine, "_check"), (migration, "migrate")):
        for number in range(2):
            fresh = DataFolder(folder.path / f"{name}{number}").prepare()
            real, calls = getattr(place, name), iter(range(9))

            def killed(*given, real=real, calls=calls, number=number, **more):
                made = real(*given, **more)
                if next(calls) == number:
                    raise _KilledError
                return made

            with monkeypatch.context() as patched:
                patched.setattr(place, name, killed)
                with pytest.raises(_KilledError):
                    open_databases(fresh, vault)
            open_databases(fresh, vault).close()


def test_records_that_are_gone_are_told_once_something_was_synced(folder, vault):
    hub = fresh_hub(folder.path, vault)
    number = hub.integrations.add(PRINCIPAL, _integration()).integration_id
    hub.close()
    take_away(folder, "records.db")
    # Nothing was in it.
    open_databases(folder, vault).close()
    _note_a_run(folder, vault, number)
    take_away(folder, "records.db")
    with pytest.raises(MissingFilesError, match="The file with your records is missing") as told:
        open_databases(folder, vault)
    assert told.value.records_only
    assert not folder.records_file.exists()
    open_databases(folder, vault, anew=True).close()
    open_databases(folder, vault).close()


def test_a_damaged_file_is_told_before_one_that_is_gone(used, vault):
    take_away(used, "records.db")
    used.hub_file.write_bytes(b"\0" * 100_000)
    with pytest.raises(UnreadableFilesError) as told:
        open_databases(used, vault)
    assert not isinstance(told.value, MissingFilesError)


def test_what_is_left_is_put_aside_and_the_new_files_are_empty(used, vault):
    before = used.records_file.read_bytes()
    take_away(used, "hub.db")
    kept = put_aside(used, datetime(2026, 11, 24, 11, 4, tzinfo=UTC), records_only=False)
    assert Path(kept).name.startswith("before-anew-2026-11-2")
    [one] = kept_before(used)
    assert (used.path / one.name / "records.db").read_bytes() == before
    # Somebody was killed here: the next start asks again.
    with pytest.raises(MissingFilesError):
        open_databases(used, vault)
    open_databases(used, vault, anew=True).close()
    open_databases(used, vault).close()
    assert put_aside(DataFolder(used.path / "empty").prepare(), datetime.now(UTC), records_only=False) == ""


def _integration():
    from hub_desktop.core.integration import read_integration

    return read_integration({"name": "ERP", "baseUrl": "https://erp.example.edu"})


def _note_a_run(folder: DataFolder, vault: MemoryVault, integration_id: int) -> None:
    from hub_desktop.core.runs import Trigger
    from hub_desktop.store.runs import RunStore

    databases = open_databases(folder, vault)
    RunStore(databases.hub).begin(integration_id, "ERP", Trigger.MANUAL, "Asha")
    databases.close()
