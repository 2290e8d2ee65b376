"""`hub-desktop backup` and `hub-desktop restore`."""

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


def test_another_file_is_told(terminal, tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Ravi")
    assert "is no backup" in terminal.run("restore", str(tmp_path / "letter.txt"), "--yes", code=1).stderr
    assert "cannot be read" in terminal.run("restore", str(tmp_path / "nowhere"), "--yes", code=1).stderr
    assert isinstance(terminal.program.vault, MemoryVault)
