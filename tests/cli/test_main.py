import importlib
import json
import pkgutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click
import pytest

from hub_desktop import cli
from hub_desktop.cli.advice import what_to_do
from hub_desktop.cli.desk import HubGroup
from hub_desktop.cli.main import build
from hub_desktop.cli.output import plain, when
from hub_desktop.cli.program import Finding
from hub_desktop.core.errors import Remedy, StorageError
from tests.cli.conftest import PASSWORD, SmallProgram, Terminal

ROOT = Path(__file__).resolve().parent.parent.parent


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], click.Command]]:
    found: list[tuple[tuple[str, ...], click.Command]] = []
    for name in group.list_commands(click.Context(group)):
        one = group.get_command(click.Context(group), name)
        assert one is not None
        if isinstance(one, click.Group):
            found += commands(one, (*path, name))
        else:
            found.append(((*path, name), one))
    return found


def test_no_command_opens_the_window(terminal: Terminal, program: SmallProgram, tmp_path: Path) -> None:
    terminal.run()
    terminal.run("--hidden", "--data-dir", str(tmp_path))
    assert program.calls == [("window", (None, False)), ("window", (tmp_path, True))]


def test_demo_and_serve_are_the_programs_own(terminal: Terminal, program: SmallProgram, tmp_path: Path) -> None:
    terminal.run("demo", "--smoke")
    terminal.run("serve", "--port", "0", "--data-dir", str(tmp_path), code=1)
    terminal.run("serve", "--port", "70000", code=2)
    assert program.calls == [("demo", (None, True)), ("serve", (tmp_path, None, 0))]


def test_the_commands_own_options_win(terminal: Terminal, program: SmallProgram, tmp_path: Path) -> None:
    terminal.run("--data-dir", str(tmp_path / "a"), "integrations", "list", "--data-dir", str(tmp_path / "b"))
    terminal.run("--data-dir", str(tmp_path / "a"), "integrations", "list")
    assert program.calls == [("open_hub", tmp_path / "b"), ("open_hub", tmp_path / "a")]
    assert json.loads(terminal.run("--json", "integrations", "list").stdout) == []
    assert json.loads(terminal.run("integrations", "--json", "list").stdout) == []


def test_every_command_takes_the_shared_options_and_has_a_sentence(program: SmallProgram) -> None:
    found = commands(build(program))
    assert len(found) > 25
    for path, one in found:
        options = {option for parameter in one.params for option in parameter.opts}
        assert {"--data-dir", "--json", "--account"} <= options, path
        assert (one.help or "").endswith("."), path


def test_usage_errors_end_with_2_in_words_or_json(terminal: Terminal) -> None:
    assert "Did you mean 'sync'" in terminal.run("snyc", code=2).stderr
    for words in (["snyc"], ["sync", "--bogus"], ["integrations"], ["runs", "X", "--limit", "none"]):
        result = terminal.run(*words, "--json", code=2)
        assert json.loads(result.stdout)["error"]["kind"] == "usage"
        assert result.stderr == ""


def test_help_and_version(terminal: Terminal) -> None:
    assert "Exit codes" in terminal.run("--help").stdout
    assert terminal.run("--version").stdout.startswith("Hub Desktop ")
    assert "Usage: hub-desktop secret set" in terminal.run("secret", "set", "--help").stdout


def test_a_hub_that_cannot_be_opened(terminal: Terminal, program: SmallProgram) -> None:
    def locked(_: Path | None) -> None:
        raise StorageError("The file hub.db is damaged. Restore a backup.", "DatabaseError: not a database")

    program.open_hub = locked  # type: ignore[method-assign,assignment]
    result = terminal.run("integrations", "list", code=1)
    assert result.stderr.splitlines() == [
        "The file hub.db is damaged. Restore a backup.",
        "DatabaseError: not a database",
    ]
    assert terminal.json("integrations", "list", code=1)["error"]["kind"] == "configuration"


@pytest.mark.errors_logged
def test_an_error_of_ours_is_calm(terminal: Terminal, program: SmallProgram) -> None:
    def broken(_: Path | None) -> None:
        raise ZeroDivisionError("by us")

    program.diagnose = broken  # type: ignore[method-assign,assignment]
    error = terminal.json("doctor", code=1)["error"]
    assert (error["kind"], error["detail"]) == ("bug", "ZeroDivisionError: by us")
    assert "Traceback" not in terminal.run("doctor", code=1).output


def test_an_interruption_is_calm(terminal: Terminal, program: SmallProgram) -> None:
    def interrupted(_: Path | None) -> None:
        raise KeyboardInterrupt

    program.diagnose = interrupted  # type: ignore[method-assign,assignment]
    assert "Stopped." in terminal.run("doctor", code=1).stderr
    assert terminal.json("doctor", code=1)["error"]["kind"] == "cancelled"


def test_doctor(terminal: Terminal, program: SmallProgram) -> None:
    assert "✓ Keyring" in terminal.run("doctor").stdout
    program.findings.append(Finding("Port", False, "Another program uses port 8765. Choose another with --port."))
    assert "✗ Port" in terminal.run("doctor", code=1).stdout
    found = terminal.json("doctor", code=1)
    assert [one["ok"] for one in found["findings"]] == [True, False]


def test_the_recovery_key_is_saved_once_shown_and_restored(
    terminal: Terminal, program: SmallProgram, tmp_path: Path
) -> None:
    file = tmp_path / "key.txt"
    terminal.run("recovery", "save", str(file))
    key = file.read_text("ascii").strip()
    assert file.stat().st_mode & 0o777 == 0o600
    assert terminal.run("recovery", "show").stdout.strip() == key
    assert "already" in terminal.run("recovery", "save", str(file), code=1).stderr
    assert "beside the data" in terminal.run("recovery", "save", str(program.folder / "key.txt"), code=1).stderr
    with program.open_hub(None) as hub:
        assert hub.storage.state().recovery_key_saved
    mistyped = key[:-1] + ("B" if key.endswith("A") else "A")
    program.vault.delete("database-key")
    assert "recovery restore" in terminal.run("integrations", "list", code=1).stderr
    assert "mistyped" in terminal.run("recovery", "restore", stdin=mistyped, code=1).stderr
    terminal.run("recovery", "restore", stdin=key + "\n")
    terminal.run("integrations", "list")


@pytest.mark.parametrize("remedy", list(Remedy))
def test_every_remedy_has_its_advice(remedy: Remedy) -> None:
    advice = what_to_do(remedy, "My ERP; rm -rf", Path("/a b"))
    assert bool(advice) is (remedy is not Remedy.NONE)
    if "hub-desktop" in advice:
        assert "--data-dir '/a b'" in advice
        assert "'My ERP; rm -rf'" in advice
        assert advice.split("hub-desktop")[-1].split()[2] == "b'"


def test_plain_text_obeys_nobody() -> None:
    assert plain("a\x1b[31mb\r\n\x9b\u202ec") == "a\\x1b[31mb\\r\\n\\x9b\\u202ec"
    assert plain("राजेश – ✓") == "राजेश – ✓"


def test_times_are_said_as_people_say_them() -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    assert when(None) == "–"
    assert when(now, now).startswith("today ")
    assert when(now - timedelta(days=1), now).startswith("yesterday ")
    assert when(now - timedelta(days=9), now).startswith("2026-11-14 ")


def test_groups_share_one_class(program: SmallProgram) -> None:
    root = build(program)
    found = [root.get_command(click.Context(root), name) for name in root.list_commands(click.Context(root))]
    assert all(isinstance(one, HubGroup) for one in found if isinstance(one, click.Group))


def test_every_command_of_the_room_is_on_the_command_line(program: SmallProgram) -> None:
    root = build(program)
    written = [one.name for file in pkgutil.iter_modules(cli.__path__) for one in declared(file.name)]
    assert sorted([*written, "demo", "serve"]) == root.list_commands(click.Context(root))


def declared(module: str) -> Sequence[click.Command]:
    return getattr(importlib.import_module(f"hub_desktop.cli.{module}"), "COMMANDS", ())


def test_only_the_command_that_was_typed_is_loaded() -> None:
    statement = (
        "import sys; from hub_desktop.app import run; run(['network', '--help']); "
        "print(*sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('hub_desktop.cli.')))"
    )
    told = subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True, text=True)
    loaded = told.stdout.splitlines()[-1].split()
    assert "network" in loaded
    assert {"integrations", "syncing", "webhooks"} & set(loaded) == set()


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(
        "from pathlib import Path\n"
        "from hub_desktop.cli.main import build\n"
        "from tests.cli.conftest import SmallProgram\n"
        f"build(SmallProgram(Path({str(tmp_path / 'data')!r})))()\n"
    )
    writer = subprocess.Popen(
        [sys.executable, str(script), "colleges", "list"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    told = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait(60) in {0, 1}
    assert told == b""


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    code = (
        "import sys, time; import hub_desktop.cli.main as m\n"
        "heavy = {'rich', 'pydantic', 'sqlalchemy', 'httpx', 'starlette', 'PySide6', 'argon2', 'keyring'}\n"
        "print(sorted(heavy & set(sys.modules)), time.process_time())"
    )
    seconds = []
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        loaded, _, spent = done.stdout.strip().rpartition(" ")
        assert loaded == "[]"
        seconds.append(float(spent))
        time.sleep(0)
    assert min(seconds) < 0.25


def test_no_password_is_ever_shown(terminal: Terminal) -> None:
    terminal.run("accounts", "add", "Meera", "--role", "principal", stdin=PASSWORD)
    terminal.json("accounts", "list", env=terminal.signed_in("Meera"))
    terminal.json("audit", env=terminal.signed_in("Meera"))
    assert not any(PASSWORD in text for text in terminal.written)
