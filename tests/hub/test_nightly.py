"""Nightly backups: made by the clock, a number of them kept, and said where they cannot be made."""

import errno
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock
from zoneinfo import ZoneInfo

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ConfigurationError, NotAllowedError, StorageError
from hub_desktop.core.events import BackupsChanged, Event, NightlyFailed, NightlyOver
from hub_desktop.core.nightly import NightlyLeft
from hub_desktop.core.times import utc_now
from hub_desktop.hub.autostart import REHEARSAL
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.restoring import restore_file
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.leftovers import copying_room
from hub_desktop.store.nightly_files import all_nightly, known_places, nightly_files
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
IT = Actor("Ravi", Role.IT_STAFF, Face.WINDOW)
HERE = Path(__file__).resolve().parents[2]
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class Wall:
    """A clock that a test moves on; both of its hands, since a computer that is on has a wall and a heart."""

    def __init__(self, hub: Hub) -> None:
        self.now = datetime(2026, 11, 24, 20, 31, tzinfo=UTC)  # 02:01 in Kolkata
        self.beats = 3_600.0
        nightly = hub.nightly
        nightly._now, nightly._beats, nightly._up_since = (lambda: self.now), (lambda: self.beats), 0.0
        nightly._zone = lambda: ZoneInfo("Asia/Kolkata")
        self._nightly = nightly

    def on(self, by: timedelta) -> None:
        self.now += by
        self.beats += by.total_seconds()

    def tick(self, *, syncing: bool = False) -> None:
        """Tick, and wait for what began."""
        self._nightly.tick(syncing=syncing)
        if self._nightly._thread is not None:
            self._nightly._thread.join(60)


def disks_with(usage: object) -> AbstractContextManager[object]:
    """Let every disk have this much room."""
    return mock.patch("hub_desktop.hub.backup_making.shutil.disk_usage", return_value=usage)


@pytest.fixture
def wall(hub: Hub) -> Wall:
    return Wall(hub)


@pytest.fixture
def heard(hub: Hub) -> list[Event]:
    found: list[Event] = []
    hub.events.subscribe(found.append)
    return found


def files(hub: Hub) -> list[Path]:
    return [one.path for one in hub.nightly.view().files]


def rows(hub: Hub) -> list[tuple[str, str]]:
    made = [row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "backups.make"]
    return [(row.actor, row.outcome) for row in made]


def test_the_clock_makes_one_a_night_that_can_be_restored(hub, add, wall, folder, vault, heard):
    add("ERP")
    wall.tick()
    [file] = files(hub)
    assert file.parent == folder.path / "backups"
    assert heard[-1] == BackupsChanged()
    assert rows(hub) == [("the clock", "done")]
    for _ in range(30):
        wall.on(20 * MINUTE)
        wall.tick()
    assert files(hub) == [file]
    wall.on(DAY)
    wall.tick()
    assert len(files(hub)) == 2
    assert any("The last one was made" in one.sentence for one in hub.health() if one.name == "Nightly backups")
    assert hub.backups.last() is None, "the last one made by hand"
    add("Library")
    hub.close()
    done = restore_file(
        folder,
        vault,
        file,
        recovery_key="",
        sign_in=lambda opened: opened.accounts.person_at_the_pc(Face.TERMINAL),
        confirm=lambda _: True,
    )
    assert done is not None
    assert file.exists()
    again = Hub.open(folder, vault)
    assert [view.name for view in again.overview.all(PRINCIPAL)] == ["ERP"]
    again.close()


def test_it_waits_for_the_start_and_for_syncs_but_not_for_ever(hub, wall):
    wall.beats = 60.0
    wall.tick()
    assert files(hub) == []
    wall.on(5 * MINUTE)
    wall.tick(syncing=True)
    assert files(hub) == []
    for _ in range(29):
        wall.on(MINUTE)
        wall.tick(syncing=True)
    assert files(hub) == []
    wall.on(MINUTE)
    wall.tick(syncing=True)
    assert len(files(hub)) == 1


def test_a_file_that_is_damaged_while_the_program_runs_is_told_though_it_takes_no_note(hub, wall, folder, heard):
    """All of it but the first page, so that neither the settings can be read nor the audit be written."""
    wall.tick()
    assert len(files(hub)) == 1
    wall.on(DAY)
    with hub._databases.hub.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    hub._databases.hub.dispose()
    content = folder.hub_file.read_bytes()
    folder.hub_file.write_bytes(content[:4_096] + os.urandom(len(content) - 4_096))
    wall.tick()
    told = [event for event in heard if isinstance(event, NightlyFailed)]
    assert len(told) == 1
    assert "hub.db" in told[0].sentence
    assert "damaged" in told[0].sentence
    assert hub.nightly.problem() == told[0].sentence
    wall.on(MINUTE)
    wall.tick()
    assert len([event for event in heard if isinstance(event, NightlyFailed)]) == 1
    # The one who is asked to make one at once hears it too.
    hub.nightly.make_now()
    assert isinstance(heard[-2], NightlyFailed)
    hub._databases.hub.dispose()
    folder.hub_file.write_bytes(content)
    wall.on(2 * DAY)
    wall.tick()
    assert NightlyOver(made=True) in heard
    assert hub.nightly.problem() == ""


@pytest.fixture
def share(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that backups lie in, and that answers nobody any more."""
    share = tmp_path / "share"
    share.mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(share)})
    back, real = threading.Event(), hub.nightly._looks.ask
    hub.nightly._looks._seconds = 0.05

    def ask(place: Path, work: Callable[[], object]) -> object:
        return real(place, (lambda: back.wait(60)) if place == share else work)

    monkeypatch.setattr(hub.nightly._looks, "ask", ask)
    yield share
    back.set()


def test_a_folder_that_does_not_answer_keeps_nobody_waiting_and_is_told(hub, wall, heard, share):
    view = hub.nightly.view()
    assert view.files == ()
    assert "does not answer" in view.silent
    assert hub.nightly.left() == NightlyLeft()
    wall.tick()
    assert any(isinstance(event, NightlyFailed) and "does not answer" in event.sentence for event in heard)
    assert any("does not answer" in one.sentence for one in hub.health() if one.name == "Nightly backups")
    with pytest.raises(ConfigurationError, match="does not answer") as told:
        hub.nightly._read_folder(str(share))
    assert told.value.field == "folder"
    assert hub.nightly.change(PRINCIPAL, {"folder": ""}).silent == ""


def test_what_a_killed_program_left_goes_when_another_folder_is_chosen(hub, wall, folder, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for place in (first, second):
        place.mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(first)})
    wall.tick()
    [made] = files(hub)
    left, foreign = first / f".{made.name}.x1.part", first / ".hub-desktop-nightly-2026-11-24-020000-another1.x.part"
    for file in (left, foreign):
        file.touch()
    with folder.backup_lock():
        hub.nightly.change(PRINCIPAL, {"folder": str(second)})
    assert left.exists(), "one is just being made"
    hub.nightly.change(PRINCIPAL, {"folder": ""})
    assert not left.exists()
    assert foreign.exists()
    assert made.exists()


@pytest.mark.errors_logged
def test_an_error_of_the_program_in_the_keeping_of_the_note_is_told_too(hub, wall, heard, monkeypatch):
    def refuse(*_: object) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(hub.nightly._settings, "set", refuse)
    wall.tick()
    assert any(isinstance(event, NightlyFailed) for event in heard)
    assert "went wrong inside Hub Desktop" in hub.nightly.problem()


def test_a_tick_in_between_reads_nothing(hub, wall, monkeypatch):
    wall.tick()
    wall.on(5 * MINUTE)
    wall.tick()
    with monkeypatch.context() as patched:
        patched.setattr(hub.nightly._settings, "get", lambda *_: pytest.fail("it looked"))
        wall.on(MINUTE)
        wall.tick()


def test_the_clock_of_the_program_asks_for_it(hub, wall):
    hub.tick()
    hub.nightly._thread.join(60)
    assert len(files(hub)) == 1


def test_what_fails_beside_it_keeps_none_from_being_made(hub, wall, monkeypatch):
    """Such as a damaged page that cleaning up meets again and again: the backup is what tells a person of it."""

    def fail() -> None:
        raise StorageError("The disk of this computer is full.")

    monkeypatch.setattr(hub.privacy, "apply_daily", fail)
    with pytest.raises(StorageError):
        hub.tick()
    hub.nightly._thread.join(60)
    assert len(files(hub)) == 1


def test_only_so_many_are_kept_and_nobody_else_s_files_are_touched(hub, wall, folder):
    hub.nightly.change(PRINCIPAL, {"keep": 2})
    wall.tick()
    place = folder.path / "backups"
    [first] = files(hub)
    # Made by hand and put there, a copy, a letter that is called as ours are, and one of another computer.
    by_hand = folder.path.parent / "by-hand.hubbackup"
    hub.backups.make(PRINCIPAL, by_hand)
    shutil.copy(by_hand, place / "monday.hubbackup")
    shutil.copy(first, place / f"Copy of {first.name}")
    letter = place / f"hub-desktop-nightly-2020-01-01-000000-{folder.identity()[:8]}.hubbackup"
    letter.write_text("Dear Ravi")
    stranger = Hub.open(DataFolder(folder.path.parent / "other").prepare(), MemoryVault())
    foreign = place / f"hub-desktop-nightly-2020-01-02-000000-{folder.identity()[:8]}.hubbackup"
    stranger.backups.make(PRINCIPAL, folder.path.parent / "x.hubbackup")
    (folder.path.parent / "x.hubbackup").rename(foreign)
    stranger.close()
    for _ in range(3):
        wall.on(DAY)
        wall.tick()
    assert len(files(hub)) == 2
    assert not first.exists()
    assert letter.read_text() == "Dear Ravi"
    assert foreign.exists()
    assert (place / "monday.hubbackup").exists()
    assert (place / f"Copy of {first.name}").exists()


def test_an_old_one_goes_only_when_the_new_one_is_whole(hub, wall, monkeypatch):
    hub.nightly.change(PRINCIPAL, {"keep": 1})
    wall.tick()
    [first] = files(hub)
    wall.on(DAY)
    with monkeypatch.context() as patched:
        patched.setattr(
            "hub_desktop.store.backup_file.OpenedBackup.check",
            lambda *_: (_ for _ in ()).throw(StorageError("It does not read as it was written.")),
        )
        wall.tick()
    assert files(hub) == [first]
    wall.on(timedelta(hours=1))
    wall.tick()
    assert len(files(hub)) == 1
    assert not first.exists()


@pytest.mark.parametrize(
    ("number", "said"), [(errno.ENOSPC, "is full"), (errno.EACCES, "Choose another folder"), (errno.EIO, "Input")]
)
def test_a_disk_that_refuses_is_told_and_it_is_tried_again_in_an_hour(hub, wall, heard, monkeypatch, number, said):
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("hub_desktop.store.backup_file.os.fsync", refuse)
        wall.tick()
        wall.on(30 * MINUTE)
        wall.tick()
        wall.on(31 * MINUTE)
        wall.tick()
    told = [event for event in heard if isinstance(event, NightlyFailed)]
    assert len(told) == 2, "one for each try"
    assert said in told[0].sentence
    assert files(hub) == []
    view = hub.nightly.view()
    assert said in view.state.problem
    assert view.state.since == wall.now - 61 * MINUTE
    assert rows(hub) == [("the clock", "failed")] * 2
    [finding] = [one for one in hub.health() if one.name == "Nightly backups"]
    assert not finding.ok
    assert said in finding.sentence
    assert "None could be made since" in finding.sentence
    wall.on(61 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 1
    assert heard[-2:] == [NightlyOver(made=True), BackupsChanged()]
    assert hub.nightly.view().state.problem == ""
    assert not any(path.name.endswith(".part") for path in files(hub)[0].parent.iterdir())


def test_too_little_room_is_told_before_anything_is_written(hub, wall, folder, monkeypatch):
    usage = shutil.disk_usage(folder.path)._replace(free=1_000_000)
    monkeypatch.setattr("hub_desktop.hub.backup_making.shutil.disk_usage", lambda _: usage)
    wall.tick()
    assert "has 1 MB free, and a backup needs" in hub.nightly.view().state.problem
    assert list((folder.path / "backups").iterdir()) == []


def test_a_disk_that_was_pulled_out_is_not_made_up_for(hub, wall, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    view = hub.nightly.change(PRINCIPAL, {"folder": str(stick)})
    assert view.same_disk is True
    wall.tick()
    assert [file.parent for file in files(hub)] == [stick]
    stick.rename(tmp_path / "elsewhere")
    wall.on(DAY)
    wall.tick()
    assert "Plug in its disk" in hub.nightly.view().state.problem
    assert not stick.exists()
    assert not (folder.path / "backups").exists()
    assert hub.nightly.view().same_disk is None
    (tmp_path / "elsewhere").rename(stick)
    wall.on(61 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 2


def test_a_full_disk_of_the_data_ends_neither_the_thread_nor_the_trying(hub, wall, heard, monkeypatch):
    """How it ended cannot be kept then either."""

    def full(*_: object) -> None:
        raise StorageError("The disk of this computer is full.")

    with monkeypatch.context() as patched:
        patched.setattr(hub.nightly._settings, "set", full)
        wall.tick()
        assert [event.sentence for event in heard if isinstance(event, NightlyFailed)] == [
            "The disk of this computer is full."
        ]
        wall.on(10 * MINUTE)
        wall.tick()
        assert len([event for event in heard if isinstance(event, NightlyFailed)]) == 1
        assert hub.nightly.view().state.problem == "The disk of this computer is full."
    wall.on(51 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 1


@pytest.mark.errors_logged
def test_an_error_of_the_program_is_told_too(hub, wall, heard, monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hub_desktop.hub.backup_making.copy_both", fail)
    wall.tick()
    assert "Something went wrong" in hub.nightly.view().state.problem
    assert isinstance(heard[0], NightlyFailed)


class Held:
    """Keeps the making of a backup between two steps until it is let go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from hub_desktop.hub import backup_making

        self.reached, self.go_on = threading.Event(), threading.Event()
        write = backup_making.write_backup
        self.first = True

        def held(*given: object, **more: object) -> object:
            if self.first:
                self.first = False
                self.reached.set()
                step = more["step"]
                while not self.go_on.wait(0.01):
                    step(1)  # type: ignore[operator]
            return write(*given, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(backup_making, "write_backup", held)


def test_it_gives_way_to_a_backup_that_a_person_makes(hub, wall, folder, tmp_path, monkeypatch, heard):
    held = Held(monkeypatch)
    hub.nightly._beats = time.monotonic
    hub.nightly._up_since = hub.nightly._beats() - 3_600
    hub.nightly.tick(syncing=False)
    assert held.reached.wait(30)
    assert hub.nightly.going
    made = hub.backups.make(PRINCIPAL, tmp_path / "x.hubbackup")
    assert Path(made.file).exists()
    hub.nightly._thread.join(30)
    assert files(hub) == []
    assert hub.nightly.view().state.problem == ""
    assert not [event for event in heard if isinstance(event, NightlyFailed)]
    assert sorted(rows(hub)) == [("Asha", "done"), ("the clock", "done")]
    assert not list((folder.path / "backups").glob(".*"))
    wall.on(61 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 1


def test_it_gives_way_while_sqlite_reads_its_copies_through(hub, wall, folder, monkeypatch, heard):
    """A step within SQLite cannot be left as any other is; a person would be told to look after the disk."""
    from hub_desktop.hub import backup_making

    check, wanted = backup_making.check_copy, folder.wanted_lock()

    def held(*given: object) -> str:
        monkeypatch.setattr("hub_desktop.store.copying._STEPS_A_LOOK", 1)
        wall.beats += 1
        wanted.acquire()
        return check(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(backup_making, "check_copy", held)
    wall.tick()
    wanted.release()
    assert hub.nightly.view().state.problem == ""
    assert not [event for event in heard if isinstance(event, NightlyFailed)]
    assert rows(hub) == [("the clock", "done")]
    assert files(hub) == []
    assert not copying_room(folder).exists()


def test_none_begins_while_a_person_makes_one(hub, wall, folder):
    with folder.backup_lock():
        wall.tick()
    assert files(hub) == []
    assert rows(hub) == []
    wall.on(6 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 1


def test_the_end_of_the_program_stops_it_and_the_next_one_need_not_wait(hub, wall, folder, vault, monkeypatch):
    held = Held(monkeypatch)
    hub.nightly.tick(syncing=False)
    assert held.reached.wait(30)
    hub.close()
    assert not hub.nightly.going
    assert not copying_room(folder).exists()
    assert list((folder.path / "backups").iterdir()) == []
    hub.nightly.tick(syncing=False)
    assert not hub.nightly.going
    again = Hub.open(folder, vault)
    assert again.nightly.view().state.tried is None
    again.close()


KILLED = """
import os, sys
from datetime import datetime, timezone
from pathlib import Path
from hub_desktop.hub.hub import Hub
from hub_desktop.store import backup_file
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import open_vault

folder = DataFolder(Path(sys.argv[1])).prepare()
hub = Hub.open(folder, open_vault(folder.identity(), folder.vault_file))
moment = sys.argv[2]
if moment == "writing":
    backup_file.os.fsync = lambda _: os.kill(os.getpid(), 9)
elif moment == "copying":
    from hub_desktop.hub import backup_making
    backup_making.check_copy = lambda *_: os.kill(os.getpid(), 9)
elif moment == "removing":
    from hub_desktop.hub import nightly
    nightly.beyond = lambda *_: os.kill(os.getpid(), 9)
hub.nightly.make_now()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it kills as Unix does")
@pytest.mark.parametrize(("moment", "whole"), [("copying", 1), ("writing", 1), ("removing", 2)])
def test_one_that_is_killed_at_any_moment_leaves_nothing_but_whole_ones(tmp_path, monkeypatch, moment, whole):
    from hub_desktop.store.vault import open_vault

    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "several plain words")
    folder = DataFolder(tmp_path / "data").prepare()
    vault = open_vault(folder.identity(), folder.vault_file)
    hub = Hub.open(folder, vault)
    hub.nightly.make_now()
    [first] = files(hub)
    hub.close()
    # Of another night, for the name of one made in the same second would be the same.
    first.rename(first.with_name(first.name.replace(first.name[20:30], "2020-01-01")))
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder.path), moment], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert done.returncode == -9, done.stderr
    assert len(nightly_files(folder.path / "backups", folder.identity())) == whole
    hub = Hub.open(folder, vault)
    assert hub.nightly.view().state.tried is not None, "so that it is not tried again at once"
    hub.nightly._now = lambda: utc_now() + DAY
    hub.nightly.make_now()
    assert len(files(hub)) == whole + 1
    hub.close()
    assert len(list((folder.path / "backups").iterdir())) == whole + 1
    assert not copying_room(folder).exists()


def test_who_may_make_backups_may_change_it_and_the_audit_says_what(hub, tmp_path):
    with pytest.raises(NotAllowedError):
        hub.nightly.change(IT, {"on": False})
    with pytest.raises(NotAllowedError, match="all colleges"):
        hub.nightly.change(Actor("Asha", Role.PRINCIPAL, Face.WINDOW, frozenset({1})), {"on": False})
    view = hub.nightly.change(PRINCIPAL, {"on": False, "keep": 30, "at": "4:15"})
    assert (view.settings.on, view.settings.keep, view.settings.at, view.next_at) == (False, 30, "04:15", None)
    row = hub.audit.latest(PRINCIPAL)[0]
    assert (row.use_case, row.subject) == ("settings.change", "nightly backups")
    assert row.detail == "on: False, keep: 30, at: 04:15"
    assert "switched off" in hub.nightly.findings()[0].sentence


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        ({"keep": 0}, "keep", "cannot be that"),
        ({"at": "two"}, "at", "09:15"),
        ({"folder": "backups"}, "folder", "whole path"),
        ({"folder": "{data}/locks"}, "folder", "must not lie among the data"),
        ({"folder": "{data}/../nowhere"}, "folder", "There is no folder"),
        ({"folder": "~nobody-of-this-name/backups"}, "folder", "whole path"),
        ({"folder": "{data}/../a\0b"}, "folder", "cannot be used"),
        ({"folder": "{data}/../circle"}, "folder", "cannot be used"),
        ({"nights": 3}, "nights", "has no setting"),
    ],
)
def test_what_cannot_be_is_told_in_words(hub, folder, written, field, said):
    circle = folder.path.parent / "circle"
    circle.symlink_to(circle)
    written = {n: v.replace("{data}", str(folder.path)) if isinstance(v, str) else v for n, v in written.items()}
    with pytest.raises(ConfigurationError, match=said) as told:
        hub.nightly.change(PRINCIPAL, written)
    assert told.value.field == field


def test_a_folder_that_takes_nothing_is_told_when_it_is_chosen(hub, tmp_path, monkeypatch):
    def refuse(**_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("hub_desktop.store.nightly_files.tempfile.TemporaryFile", refuse)
    with pytest.raises(ConfigurationError, match=r"Permission denied\. Choose another folder"):
        hub.nightly.change(PRINCIPAL, {"folder": str(tmp_path)})


def test_another_folder_ends_an_incident_and_it_is_tried_there_at_once(hub, wall, heard, tmp_path, monkeypatch):
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    with monkeypatch.context() as patched:
        patched.setattr("hub_desktop.hub.backup_making.shutil.disk_usage", lambda _: usage)
        wall.tick()
    stick = tmp_path / "stick"
    stick.mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(stick)})
    assert heard[-2:] == [NightlyOver(made=False), BackupsChanged()]
    wall.on(MINUTE)
    wall.tick()
    assert [file.parent for file in files(hub)] == [stick]


def test_one_that_fails_in_a_folder_that_was_left_meanwhile_is_no_incident(hub, wall, heard, tmp_path, monkeypatch):
    """A share that does not answer fails after minutes, when a person has long chosen another folder."""
    for name in ("share", "stick"):
        (tmp_path / name).mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(tmp_path / "share")})

    def late(*_: object, **__: object) -> None:
        hub.nightly.change(PRINCIPAL, {"folder": str(tmp_path / "stick")})
        raise StorageError("The share does not answer.")

    with monkeypatch.context() as patched:
        patched.setattr("hub_desktop.hub.backup_making.write_backup", late)
        wall.tick()
    assert hub.nightly.view().state.problem == ""
    assert not [event for event in heard if isinstance(event, NightlyFailed)]
    wall.on(6 * MINUTE)
    wall.tick()
    assert [file.parent for file in files(hub)] == [tmp_path / "stick"], "without waiting for an hour"


def test_a_rehearsal_has_none(hub, wall):
    hub.storage.set_setting(PRINCIPAL, REHEARSAL, True)
    wall.tick()
    assert files(hub) == []


def test_an_incident_that_another_program_ended_is_over_for_those_who_were_told(
    hub, wall, heard, vault, folder, tmp_path
):
    """As a command in a terminal does: what it tells of is heard in its own process only."""
    usage = shutil.disk_usage(tmp_path)._replace(free=1_000_000)
    with disks_with(usage):
        wall.tick()
    assert isinstance(heard[0], NightlyFailed)
    terminal = Hub.open(folder, vault)
    (tmp_path / "stick").mkdir()
    terminal.nightly.change(PRINCIPAL, {"folder": str(tmp_path / "stick")})
    terminal.close()
    heard.clear()
    wall.on(6 * MINUTE)
    wall.tick()
    assert len(files(hub)) == 1
    assert any(isinstance(event, NightlyOver) for event in heard)


def test_one_switched_off_by_another_program_is_told_of_no_more(hub, wall, heard, vault, folder):
    with disks_with(shutil.disk_usage(folder.path)._replace(free=1_000_000)):
        wall.tick()
    terminal = Hub.open(folder, vault)
    terminal.nightly.change(PRINCIPAL, {"on": False})
    terminal.close()
    heard.clear()
    for _ in range(3):
        wall.on(6 * MINUTE)
        wall.tick()
    assert heard == [NightlyOver(made=False), BackupsChanged()]


def test_where_they_lie_is_known_without_the_databases(hub, wall, folder, tmp_path):
    assert all_nightly(folder) == []
    wall.tick()
    stick = tmp_path / "stick"
    stick.mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(stick)})
    wall.on(DAY)
    wall.tick()
    assert known_places(folder) == [stick, folder.path / "backups"]
    assert all_nightly(folder)[0].path.parent == stick
    shutil.rmtree(stick)
    assert all_nightly(folder)[0].path.parent == folder.path / "backups"
    folder.nightly_note.write_text("[" * 20)
    assert all_nightly(folder)[0].path.parent == folder.path / "backups"


def test_one_of_a_clock_that_ran_ahead_is_not_taken_for_the_last(hub, wall, folder, monkeypatch):
    """Going back to it would lose the nights since."""
    wall.tick()
    [real] = files(hub)
    monkeypatch.setattr("hub_desktop.hub.backup_making.utc_now", lambda: utc_now() + 400 * DAY)
    wall.on(400 * DAY)
    wall.tick()
    assert len(files(hub)) == 2
    assert all_nightly(folder)[0].path == real
    real.unlink()
    assert all_nightly(folder) != [], "better than none"


def test_a_folder_that_lets_nobody_look_at_its_files_ends_nothing(hub, wall, folder, monkeypatch):
    wall.tick()
    assert all_nightly(folder) != []

    def refuse(file: Path) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied", str(file))

    monkeypatch.setattr("hub_desktop.store.nightly_files.Path.lstat", refuse)
    assert hub.nightly.view().files == ()
    assert hub.nightly.left() == NightlyLeft()
    assert all_nightly(folder) == []


def test_where_a_person_is_erased_the_nightly_ones_are_named_with_the_day_they_are_gone(hub, wall, folder, tmp_path):
    assert hub.nightly.left() == NightlyLeft()
    hub.nightly.change(PRINCIPAL, {"keep": 2})
    for _ in range(3):
        wall.on(DAY)
        wall.tick()
    left = hub.nightly.left()
    assert (left.number, left.places) == (2, (str(folder.path / "backups"),))
    assert left.until is not None
    newest = files(hub)[0]
    while left.until > wall.now:
        assert newest.exists()
        wall.tick()
        wall.on(6 * 60 * MINUTE)
    wall.tick()
    assert not newest.exists()
    (tmp_path / "stick").mkdir()
    hub.nightly.change(PRINCIPAL, {"folder": str(tmp_path / "stick")})
    assert hub.nightly.left().until is None, "those in the folder of before stay"
    wall.on(DAY)
    wall.tick()
    assert hub.nightly.left().number == 3
    assert hub.nightly.left().places == (str(tmp_path / "stick"), str(folder.path / "backups"))
