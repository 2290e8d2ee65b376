import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hub_desktop.cli.main import build
from hub_desktop.cli.program import Finding
from hub_desktop.core.actor import Face
from hub_desktop.core.backups import BegunAnew, Restored
from hub_desktop.core.errors import UnreadableFilesError
from hub_desktop.core.nightly import NightlyFile
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.rescue import backups_for, begin_anew
from hub_desktop.hub.restoring import restore_file
from hub_desktop.server.listening import ListeningThread
from hub_desktop.server.sample_college.api import create_app
from hub_desktop.server.sample_college.data import SYSTEMS, SampleCollege
from hub_desktop.store.engine import restore_recovery_key
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.vault import MemoryVault

ERP_TOKEN = "erp-t0ken-of-the-sample-college"
BIOMETRIC_KEY = "biometric-k3y-of-the-sample"
PASSWORD = "five green bicycles"


class SmallProgram:
    """A program over one folder, whose vault lives as long as the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = MemoryVault()
        self.calls: list[tuple[str, Any]] = []
        self.findings = [Finding("Keyring", True, "Passwords are kept in the keyring.")]

    @contextmanager
    def open_hub(self, data_dir: Path | None) -> Iterator[Hub]:
        self.calls.append(("open_hub", data_dir))
        hub = Hub.open(DataFolder(data_dir or self.folder).prepare(), self.vault)
        try:
            yield hub
        finally:
            hub.close()

    def window(self, data_dir: Path | None, *, hidden: bool) -> int:
        self.calls.append(("window", (data_dir, hidden)))
        return 0

    def demo(self, data_dir: Path | None, *, smoke: bool) -> int:
        self.calls.append(("demo", (data_dir, smoke)))
        return 0

    def serve(self, data_dir: Path | None, *, host: str | None, port: int | None) -> int:
        self.calls.append(("serve", (data_dir, host, port)))
        return 1

    def restore_recovery_key(self, data_dir: Path | None, key: str) -> None:
        restore_recovery_key(DataFolder(data_dir or self.folder), self.vault, key)

    def restore_backup(self, data_dir: Path | None, file: Path, **others: Any) -> Restored | None:
        return restore_file(DataFolder(data_dir or self.folder).prepare(), self.vault, file, **others)

    def rescue(self, data_dir: Path | None, error: UnreadableFilesError) -> list[NightlyFile]:
        return backups_for(DataFolder(data_dir or self.folder), error)

    def begin_anew(self, data_dir: Path | None) -> BegunAnew:
        return begin_anew(DataFolder(data_dir or self.folder).prepare(), self.vault, Face.TERMINAL)

    def diagnose(self, data_dir: Path | None) -> list[Finding]:
        return self.findings


@dataclass
class Terminal:
    """Runs command lines against a program and keeps everything they wrote."""

    program: SmallProgram
    written: list[str] = field(default_factory=list)

    def run(
        self, *words: str, stdin: str | bytes | None = None, code: int = 0, env: dict[str, str] | None = None
    ) -> Result:
        """Run one command line; fail when it ends with another code."""
        result = CliRunner().invoke(build(self.program), list(words), input=stdin, env=env)
        self.written.append(result.output)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        assert result.exit_code == code, f"{words} ended with {result.exit_code}: {result.output}"
        return result

    def json(self, *words: str, **others: Any) -> Any:
        """Run one command line with --json; return the one document on its standard output."""
        return json.loads(self.run(*words, "--json", **others).stdout)

    def signed_in(self, name: str, password: str = PASSWORD) -> dict[str, str]:
        """Return the environment in which a script signs in."""
        return {"HUB_DESKTOP_ACCOUNT": name, "HUB_DESKTOP_PASSWORD": password}


@dataclass
class Campus:
    """The sample college, served on the loopback."""

    college: SampleCollege
    address: str

    def erp(self, **changes: Any) -> str:
        """Return the configuration of its ERP as JSON, without its token."""
        plain: dict[str, Any] = {
            "name": "Sample ERP",
            "type": "student-management",
            "baseUrl": f"{self.address}/erp",
            "authType": "bearer",
            "endpoints": {"students": "/api/v1/students", "faculty": "/api/v1/faculty"},
            "syncInterval": 30,
            "enabled": True,
        }
        return json.dumps(plain | changes)


@pytest.fixture(scope="session")
def served_college() -> Iterator[Campus]:
    college = SampleCollege.load(
        erp_token=ERP_TOKEN, biometric_key=BIOMETRIC_KEY, lms_client_id="lms", lms_client_secret="lms-s3cret-of-it"
    )
    with ListeningThread(create_app(college), name="sample-college") as listener:
        yield Campus(college, listener.address)


@pytest.fixture
def campus(served_college: Campus) -> Iterator[Campus]:
    yield served_college
    for system in SYSTEMS:
        served_college.college.set_fault(system, "none")


@pytest.fixture
def program(tmp_path: Path) -> SmallProgram:
    return SmallProgram(tmp_path / "data")


@pytest.fixture
def terminal(program: SmallProgram) -> Terminal:
    return Terminal(program)


@pytest.fixture
def connected(terminal: Terminal, campus: Campus) -> Terminal:
    """A terminal whose hub has the sample ERP with its token."""
    terminal.run("integrations", "add", "-", stdin=campus.erp())
    terminal.run("secret", "set", "Sample ERP", stdin=ERP_TOKEN + "\n")
    return terminal


@pytest.fixture
def seated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a person sit at the terminal: what is standard input to a script is then typed, unseen where asked so."""
    monkeypatch.setattr("hub_desktop.cli.desk.is_terminal", lambda stream: True)
