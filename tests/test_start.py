"""What a start must not load: libraries that are slow to import and wanted by few commands."""

import subprocess
import sys

import pytest

SLOW = frozenset(
    [
        "alembic",
        "apscheduler",
        "argon2",
        "certifi",
        "click",
        "httpcore",
        "httpx",
        "keyring",
        "numpy",
        "oauthlib",
        "pygments",
        "pyqtgraph",
        "rich",
        "starlette",
        "uvicorn",
        "PySide6",
        "hub_desktop.core.catalog",
        "hub_desktop.upstream.doctor",
        "hub_desktop.upstream.wire",
    ]
)


def loaded(statement: str) -> set[str]:
    """Return the slow modules that a statement loads in an interpreter of its own."""
    told = subprocess.run(
        [sys.executable, "-c", f"import sys\n{statement}\nprint(*(n for n, m in sys.modules.items() if m))"],
        check=True,
        capture_output=True,
        text=True,
    )
    return SLOW & set(told.stdout.split())


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        ("import hub_desktop.app", set()),
        ("import hub_desktop.cli.main", {"click"}),
        ("import hub_desktop.hub.hub", set()),
        ("import hub_desktop.upstream.reading", {"httpx", "hub_desktop.upstream.wire"}),
    ],
)
def test_a_start_loads_no_slow_library_that_it_does_not_need(statement, wanted):
    assert loaded(statement) == wanted


def test_few_classes_of_a_start_are_dataclasses_for_each_of_them_takes_half_a_millisecond():
    statement = (
        "import sys, dataclasses, hub_desktop.app, hub_desktop.cli.main\n"
        "import hub_desktop.hub.hub, hub_desktop.ui.main_window\n"
        "found = {one for name, module in list(sys.modules.items()) if name.startswith('hub_desktop.') "
        "for one in vars(module).values() if isinstance(one, type) and one.__module__ == name "
        "and dataclasses.is_dataclass(one)}\n"
        "print(*(one.__qualname__ for one in found if all(f.repr and f.compare for f in dataclasses.fields(one))))"
    )
    told = subprocess.run([sys.executable, "-c", statement], check=True, capture_output=True, text=True)
    # Beside those with fields that are not shown or compared, which a struct knows no word for.
    assert set(told.stdout.split()) <= {"EndpointValues"}


def test_httpx_works_without_its_command_line():
    statement = "import hub_desktop.upstream.reading, httpx; httpx.Client(http2=True).close(); import httpcore"
    assert {"rich", "pygments", "click"} & loaded(statement) == set()


@pytest.mark.parametrize("command", [["--version"], ["integrations", "list"]])
def test_the_command_as_a_process_of_its_own(command, tmp_path, monkeypatch):
    monkeypatch.setenv("HUB_DESKTOP_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("HUB_DESKTOP_VAULT_PASSPHRASE", "a passphrase for the tests")
    ended = subprocess.run([sys.executable, "-m", "hub_desktop", *command], check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout


def test_a_program_that_windows_gives_no_streams_still_ends_well():
    statement = (
        "import sys; sys.stdin = sys.stdout = sys.stderr = None; sys.argv = ['hub-desktop', '--version']; "
        "from hub_desktop.__main__ import main; raise SystemExit(main())"
    )
    ended = subprocess.run([sys.executable, "-c", statement], check=False, capture_output=True, text=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
