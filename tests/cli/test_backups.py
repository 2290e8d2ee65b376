"""`hub-desktop backup` and `hub-desktop restore`."""

import shlex

import pytest

from hub_desktop.store.engine import find_driver
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault
from tests.cli.conftest import SmallProgram, Terminal

encrypted_only = pytest.mark.skipif(not find_driver().encrypts, reason="this platform has no sqlcipher3")


def listed(terminal: Terminal) -> list[str]:
    return [one["name"] for one in terminal.json("integrations", "list")]


def added(terminal: Terminal, name: str) -> None:
    terminal.run("integrations", "add", "-", stdin=f'{{"name": "{name}", "baseUrl": "https://{name}.example.edu"}}')


@pytest.fixture
def backed_up(terminal, tmp_path):
    added(terminal, "erp")
    terminal.run("backup", str(tmp_path / "x.hubbackup"))
    added(terminal, "library")
    return terminal


def test_a_backup_says_where_it_is_and_what_opens_it(terminal, tmp_path):
    result = terminal.run("backup", str(tmp_path / "x.hubbackup"))
    assert "It was read back and is whole." in result.stdout
    assert "The passwords of your systems are not part of it." in result.stdout
    if find_driver().encrypts:
        assert "hub-desktop recovery save FILE" in result.stderr
        terminal.run("recovery", "save", str(tmp_path / "key.txt"))
        assert "only with the recovery key you saved" in terminal.run("backup", str(tmp_path / "x.hubbackup")).stdout
    made = terminal.json("backup", str(tmp_path / "x.hubbackup"))
    assert made["file"] == str(tmp_path / "x.hubbackup")
    assert made["bytes"] > 0


def test_a_restore_asks_first_and_says_what_became_of_it(backed_up, tmp_path, program, seated):
    refused = backed_up.run("restore", str(tmp_path / "x.hubbackup"), stdin="n\n", code=1)
    assert "with 1 system, in the place of what is stored now?" in refused.stderr
    assert "Everything is as it was" in refused.stderr
    assert listed(backed_up) == ["erp", "library"]
    done = backed_up.run("restore", str(tmp_path / "x.hubbackup"), stdin="y\n")
    assert f"is kept in {program.folder / 'before-restore-'}" in done.stdout
    assert listed(backed_up) == ["erp"]


def test_a_script_restores_with_yes(backed_up, tmp_path):
    backed_up.run("restore", str(tmp_path / "x.hubbackup"), code=2)
    assert listed(backed_up) == ["erp", "library"]
    told = backed_up.json("restore", str(tmp_path / "x.hubbackup"), "--yes")
    assert told["without_secrets"] == []
    assert told["message"].startswith("The backup made on ")
    assert listed(backed_up) == ["erp"]


@encrypted_only
def test_the_recovery_key_comes_from_standard_input(backed_up, tmp_path):
    key = backed_up.json("recovery", "show")["recovery_key"]
    other = Terminal(SmallProgram(tmp_path / "other"))
    file = str(tmp_path / "x.hubbackup")
    refused = other.run("restore", file, "--yes", code=1)
    assert "Give it on standard input, with --recovery-key." in refused.stderr
    other.run("restore", file, "--yes", "--recovery-key", stdin=key + "\n")
    assert listed(other) == ["erp"]


@encrypted_only
def test_a_person_is_asked_for_the_recovery_key(backed_up, tmp_path, seated):
    key = backed_up.json("recovery", "show")["recovery_key"]
    other = Terminal(SmallProgram(tmp_path / "other"))
    asked = other.run("restore", str(tmp_path / "x.hubbackup"), "--yes", stdin=key + "\n")
    assert "was made on another computer" in asked.stderr
    assert listed(other) == ["erp"]


def test_an_account_is_needed_where_people_sign_in(backed_up, tmp_path):
    backed_up.run("accounts", "add", "Asha", "--role", "principal", stdin="five green bicycles\n")
    file = str(tmp_path / "x.hubbackup")
    assert "People sign in here" in backed_up.run("restore", file, "--yes", code=3).stderr
    backed_up.run("restore", file, "--yes", env=backed_up.signed_in("Asha"))


def test_a_running_window_keeps_it_out(backed_up, tmp_path, program):
    with DataFolder(program.folder).only_instance():
        refused = backed_up.run("restore", str(tmp_path / "x.hubbackup"), "--yes", code=1)
    assert "restore the backup in its window" in refused.stderr


def test_a_backup_is_still_named_by_its_file_alone(terminal, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    terminal.run("backup", "--account", "nobody", "x.hubbackup", code=1)
    terminal.run("backup", "x.hubbackup", "--json")
    terminal.run("backup", "to", "y.hubbackup")
    assert {file.name for file in tmp_path.glob("*.hubbackup")} == {"x.hubbackup", "y.hubbackup"}
    assert "nightly" in terminal.run("backup", "--help").stdout


def test_nightly_backups_are_shown_changed_and_listed(terminal, tmp_path, monkeypatch):
    shown = terminal.run("backup", "nightly", "show")
    assert "on, from 02:00 on" in shown.stdout
    assert "They lie on the disk of the data" in shown.stderr
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path)
    told = terminal.json("backup", "nightly", "set", "--keep", "14", "--at", "3:30", "--folder", "stick")
    assert told["settings"] == {"on": True, "folder": str(tmp_path / "stick"), "keep": 14, "at": "03:30"}
    assert told["place"] == str(tmp_path / "stick")
    assert terminal.json("backup", "nightly", "show")["settings"]["keep"] == 14
    assert terminal.json("backup", "nightly", "set", "--folder", "")["settings"]["folder"] == ""
    unknown = terminal.run("backup", "nightly", "set", "--folder", "~nobody-of-this-name/stick", code=1)
    assert "There is no folder" in unknown.stderr
    assert "There are no nightly backups" in terminal.run("backup", "nightly", "list").stdout
    with terminal.program.open_hub(None) as hub:
        hub.nightly.make_now()
    [one] = terminal.json("backup", "nightly", "list")
    assert one["file"].endswith(".hubbackup")
    assert one["file"] in terminal.run("backup", "nightly", "list").stdout
    assert "14, of which there are 1 now" in terminal.run("backup", "nightly", "show").stdout
    assert "Nightly backups  off" in terminal.run("backup", "nightly", "set", "--nightly", "off").stdout


def test_what_is_wrong_with_nightly_backups_is_told(terminal, tmp_path):
    assert "Say what to change" in terminal.run("backup", "nightly", "set", code=2).stderr
    assert "cannot be that" in terminal.run("backup", "nightly", "set", "--keep", "0", code=1).stderr
    nowhere = str(tmp_path / "nowhere")
    assert "There is no folder" in terminal.run("backup", "nightly", "set", "--folder", nowhere, code=1).stderr
    (tmp_path / "stick").mkdir()
    terminal.run("backup", "nightly", "set", "--folder", str(tmp_path / "stick"))
    (tmp_path / "stick").rmdir()
    with terminal.program.open_hub(None) as hub:
        hub.nightly.make_now()
    shown = terminal.run("backup", "nightly", "show").stderr
    assert "Plug in its disk or connect the share" in shown
    assert "tried again every hour" in shown


def test_files_that_cannot_be_opened_lead_to_the_last_nightly_backup(terminal, program, tmp_path):
    added(terminal, "erp")
    with terminal.program.open_hub(None) as hub:
        hub.nightly.make_now()
    added(terminal, "library")
    for name in ("hub.db-wal", "hub.db-shm"):
        (program.folder / name).unlink(missing_ok=True)
    (program.folder / "hub.db").write_bytes(b"\0" * 100_000)
    told = terminal.run("integrations", "list", code=1).stderr
    assert "it is damaged, or locked with another key" in told
    assert "The last nightly backup was made today" in told
    words = shlex.split(told.split("To go back to it: ")[1].splitlines()[0])
    assert words[:2] == ["hub-desktop", "restore"]
    terminal.run(*words[1:], "--yes")
    assert listed(terminal) == ["erp"]


def test_a_file_that_is_gone_is_told_with_all_backups_and_the_way_to_begin_anew(terminal, program, seated):
    added(terminal, "erp")
    for _ in range(2):
        with terminal.program.open_hub(None) as hub:
            hub.nightly.make_now()
            [*_, last] = hub.nightly.view().files
        last.path.rename(last.path.with_name(last.path.name.replace("-20", "-19", 1)))
    gone(program)
    told = terminal.run("integrations", "list", code=1).stderr
    assert "The file with your integrations, accounts and settings is missing" in told
    assert "To go back to it: hub-desktop restore" in told
    assert "To go back further, name another one of them:" in told
    assert "MB: " in told
    assert "To begin anew, with what is left kept: hub-desktop begin-anew" in told
    assert "is missing" in terminal.json("integrations", "list", code=1)["error"]["message"]
    assert "Nothing was changed" in terminal.run("begin-anew", stdin="n\n", code=1).stderr
    assert not (program.folder / "hub.db").exists()
    begun = terminal.run("begin-anew", stdin="y\n").stdout
    assert "Hub Desktop began anew. What was left is kept in" in begun
    assert listed(terminal) == []
    assert "No file is missing" in terminal.run("begin-anew", "--yes", code=1).stderr


def test_a_script_begins_anew_with_yes(terminal, program):
    added(terminal, "erp")
    gone(program)
    told = terminal.run("integrations", "list", code=1).stderr
    assert "To go back to a backup that you have: hub-desktop restore FILE" in told
    terminal.run("begin-anew", code=2)
    begun = terminal.json("begin-anew", "--yes")
    assert begun["records_only"] is False
    assert listed(terminal) == []


def gone(program: SmallProgram) -> None:
    for name in ("hub.db", "hub.db-wal", "hub.db-shm"):
        (program.folder / name).unlink(missing_ok=True)


@encrypted_only
def test_where_the_key_is_missing_no_backup_is_offered_for_it_is_locked_with_the_same(terminal, program):
    with terminal.program.open_hub(None) as hub:
        hub.nightly.make_now()
    program.vault = MemoryVault()
    told = terminal.run("integrations", "list", code=1).stderr
    assert "recovery restore" in told
    assert "nightly" not in told


def test_another_file_is_told(terminal, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    assert "is no backup" in terminal.run("restore", str(tmp_path / "letter.txt"), "--yes", code=1).stderr
    assert "cannot be read" in terminal.run("restore", str(tmp_path / "nowhere"), "--yes", code=1).stderr
    assert isinstance(terminal.program.vault, MemoryVault)
