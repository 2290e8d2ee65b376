"""The walls of the house: each contract holds, and each is broken once on purpose to see that it catches."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

BREACHES = [
    ("The rooms of the house", "core/words.py", "hub_desktop.store.folder"),
    ("The rooms of the house", "store/times.py", "hub_desktop.upstream.decode"),
    ("The rooms of the house", "cli/output.py", "hub_desktop.server.limits"),
    ("core is pure", "core/times.py", "sqlite3"),
    ("core is pure", "core/runs.py", "threading"),
    ("Qt lives only in ui and app", "hub/live.py", "PySide6"),
    ("One module names httpx", "upstream/paging.py", "httpx"),
    ("oauthlib lives only in upstream", "hub/sign_ins.py", "oauthlib"),
    ("SQLAlchemy, the database drivers and keyring", "hub/audit.py", "sqlalchemy"),
    ("SQLAlchemy, the database drivers and keyring", "hub/storage.py", "keyring"),
    ("APScheduler lives only in clock", "hub/records.py", "apscheduler"),
    ("Starlette and uvicorn live only in server", "hub/webhooks.py", "starlette"),
    ("The JavaScript engine lives only in sync", "hub/samples.py", "quickjs"),
    ("The Excel libraries live in one module each", "hub/catalog.py", "xlsxwriter"),
    ("The Excel libraries live in one module each", "upstream/decode.py", "python_calamine"),
    ("The terminal libraries live only in cli", "hub/accounts.py", "rich"),
    ("One module names pyqtgraph", "ui/reports_page.py", "pyqtgraph"),
    ("One module names pyqtgraph", "core/reports.py", "numpy"),
]


def lint(folder: Path) -> str:
    """Run import-linter over a copy of the house; return what it prints."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(
        command,
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)


def copy_house(target: Path) -> Path:
    """Copy the package and its contracts."""
    shutil.copytree(ROOT / "hub_desktop", target / "hub_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", target)
    return target


def test_the_walls_stand(tmp_path: Path) -> None:
    printed = lint(copy_house(tmp_path))
    assert re.search(r"Contracts: \d+ kept, 0 broken", printed), printed


@pytest.fixture(scope="module")
def breached(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a house with every breach at once."""
    house = copy_house(tmp_path_factory.mktemp("breached"))
    for _, module, imported in BREACHES:
        with (house / "hub_desktop" / module).open("a", encoding="utf-8") as source:
            source.write(f"\nimport {imported}\n")
    return lint(house)


@pytest.mark.parametrize(("contract", "module", "imported"), BREACHES)
def test_a_breach_is_caught(breached: str, contract: str, module: str, imported: str) -> None:
    assert re.search(rf"^{re.escape(contract)}.* BROKEN\b", breached, re.MULTILINE), breached
    breaching = "hub_desktop." + module.removesuffix(".py").replace("/", ".")
    assert re.search(rf"{re.escape(breaching)} (->|is not allowed to import) {re.escape(imported)}", breached), breached
