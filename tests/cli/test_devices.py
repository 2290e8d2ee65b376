"""Devices and the listener at the terminal."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from tests.cli.conftest import SmallProgram, Terminal
from tests.fakes.tls_files import made_files

GATE = {"name": "Gate", "baseUrl": "devices:", "endpoints": {"attendance": {"punches": {"rule": "first-in"}}}}


@pytest.fixture
def gate(terminal: Terminal) -> Terminal:
    """A terminal whose hub has an integration that devices feed, and device push switched on."""
    terminal.run("integrations", "add", "-", stdin=json.dumps(GATE))
    terminal.run("listener", "set", "--device-push", "on")
    return terminal


@pytest.fixture
def opened(program: SmallProgram, gate: Terminal) -> Iterator[Hub]:
    """The hub of the same folder, as the running program has it."""
    hub = Hub.open(DataFolder(program.folder).prepare(), program.vault)
    yield hub
    hub.close()


def test_nobody_may_push_until_a_person_says_so(gate: Terminal) -> None:
    assert "hub-desktop devices allow" in gate.run("devices", "list").output
    assert gate.json("devices", "list") == {"devices": [], "unknown": []}


def test_a_device_is_allowed_shown_and_blocked(gate: Terminal, opened: Hub) -> None:
    said = gate.run("devices", "allow", "gate-001", "--integration", "Gate", "--name", "Main gate", "--zone", "UTC")
    assert "Main gate (GATE-001) may push into Gate now." in said.output
    opened.devices.receive("GATE-001", "192.168.1.50", b"1\t2000-01-01 00:00:00\n")
    shown = gate.json("devices", "show", "GATE-001", code=3)
    assert (shown["name"], shown["zone"], shown["aside"], shown["uploads_today"]) == ("Main gate", "UTC", 1, 1)
    assert "power cut" in shown["aside_rows"][0]["reason"]
    output = gate.run("devices", "show", "GATE-001", code=3).output
    assert shown["state"] == "put-aside"
    assert "Rows put aside" in output
    assert "192.168.1.50" in output
    assert "was put aside" in output
    said = gate.run("integrations", "show", "Gate").output
    assert "1, last contact" in said
    assert "1 row of Main gate was put aside" in said
    (standing,) = [one["devices"] for one in gate.json("integrations", "list")]
    assert (standing["allowed"], len(standing["needs"])) == (1, 1)
    number = str(shown["aside_rows"][0]["no"])
    assert gate.json("devices", "show", "GATE-001", "--discard", number)["aside"] == 0
    assert gate.json("devices", "block", "GATE-001")["allowed"] is False
    (listed,) = gate.json("devices", "list")["devices"]
    assert (listed["serial"], listed["allowed"], listed["state"]) == ("GATE-001", False, "blocked")
    assert "Blocked" in gate.run("devices", "list").output


def test_an_unknown_device_is_listed_so_that_it_can_be_allowed(gate: Terminal, opened: Hub) -> None:
    with pytest.raises(Exception, match="not allowed"):
        opened.devices.contact("NEW-0001", "192.168.1.50")
    assert "NEW-0001 tried to connect from 192.168.1.50" in gate.run("devices", "list").output
    (one,) = gate.json("devices", "list")["unknown"]
    assert "forgotten" in gate.run("devices", "block", "new-0001").output
    assert gate.json("devices", "list")["unknown"] == []
    gate.run("devices", "allow", one["serial"], "--integration", "Gate")
    assert gate.json("devices", "list")["unknown"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("allow", "x", "--integration", "Gate"), "3 to 40 letters"),
        (("allow", "GATE-001", "--integration", "Gatt"), "Did you mean “Gate”"),
        (("allow", "GATE-001", "--integration", "Gate", "--zone", "Asia/Nowhere"), "no time zone"),
        (("allow", "GATE-001", "--integration", "Gate", "--look-back", "-1"), "from 0 to 3,650 days"),
        (("allow", "GATE-001", "--integration", "ERP"), "asks a server"),
        (("block", "GATE-009"), "no device with the serial number GATE-009"),
        (("show", "GATE-009"), "no device with the serial number GATE-009"),
    ],
)
def test_what_cannot_be_is_said(gate: Terminal, words: tuple[str, ...], said: str) -> None:
    erp = {"name": "ERP", "baseUrl": "https://erp.college.edu", "authType": "none", "endpoints": {"students": "/s"}}
    gate.run("integrations", "add", "-", stdin=json.dumps(erp))
    assert said in gate.run("devices", *words, code=1).stderr


def test_the_listener_is_shown_and_changed(terminal: Terminal, tmp_path: Path) -> None:
    shown = terminal.json("listener", "show")
    assert (shown["settings"]["host"], shown["settings"]["port"], shown["certificate"]) == ("127.0.0.1", 8765, None)
    files = made_files(tmp_path / "tls", "127.0.0.1", password="a long word")
    words = ("--certificate", files.certificate, "--key", files.key, "--port", "18765", "--device-port", "18766")
    assert "locked with a password" in terminal.run("listener", "set", *words, code=1).stderr
    changed = terminal.json("listener", "set", *words, "--device-push", "on", "--key-password", stdin="a long word\n")
    assert changed["certificate"]["names"] == ["127.0.0.1"]
    assert (changed["key_password_kept"], changed["settings"]["devicePort"]) == (True, 18_766)
    output = terminal.run("listener", "show").output
    assert "on, at 127.0.0.1, port 18766" in output
    assert "a long word" not in "".join(terminal.written)
    assert terminal.json("listener", "set", "--device-port", "0")["settings"]["devicePort"] is None
    assert terminal.json("listener", "set", "--listen", "off")["settings"]["on"] is False
    assert "127.0.0.1, an address of this computer" in terminal.run("listener", "set", "--host", "gate", code=1).stderr
    terminal.run("listener", "set", code=2)


def test_a_certificate_named_from_this_folder_is_found_from_any_other(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = made_files(tmp_path / "tls", "127.0.0.1")
    monkeypatch.chdir(tmp_path / "tls")
    names = (Path(files.certificate).name, Path(files.key).name)
    settings = terminal.json("listener", "set", "--certificate", names[0], "--key", names[1])["settings"]
    assert (settings["certificate"], settings["key"]) == (files.certificate, files.key)
    monkeypatch.chdir(tmp_path)
    assert terminal.json("listener", "show")["certificate"]["names"] == ["127.0.0.1"]
    assert terminal.json("listener", "set", "--certificate", "", "--key", "")["settings"]["certificate"] == ""
