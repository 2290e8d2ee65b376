"""The program as it is started: real processes, from the outside."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from python_calamine import CalamineWorkbook

from tests.fakes.deliveries import sign
from tests.fakes.oauth_server import OAuthServer, served, settings

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = [os.environ["TESTED_PROGRAM"]] if "TESTED_PROGRAM" in os.environ else [sys.executable, "-m", "hub_desktop"]
"""What is started: the package in Python, or a built program."""
PASSPHRASE = "several plain words"


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a process without a screen and without anybody's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HUB_DESKTOP", "QT_"))}
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return kept | {"HUB_DESKTOP_VAULT_PASSPHRASE": PASSPHRASE, "PYTHONPATH": str(ROOT)} | more


def hub_desktop(*arguments: str, given: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        env=environment(**more),
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@contextmanager
def serving(folder: Path, **more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `serve` on a port of its own; yield the process and its address."""
    process = subprocess.Popen(
        [*PROGRAM, "--data-dir", str(folder), "serve", "--port", "0"],
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            first = process.stdout.readline()
            assert "http://127.0.0.1:" in first, first
            yield process, first.strip().rstrip(".").rpartition(" ")[2]
        finally:
            if process.poll() is None:
                process.kill()


def test_the_demo_syncs_the_sample_college_and_ends() -> None:
    done = hub_desktop("demo", "--smoke", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    runs = {run["integration"]: run for run in json.loads(done.stdout)}
    assert set(runs) == {"Sample ERP", "Sample Biometric", "Sample LMS"}
    assert {run["status"] for run in runs.values()} == {"succeeded"}
    erp = runs["Sample ERP"]["endpoints"]
    assert {name: counts["added"] for name, counts in erp.items()} == {
        "students": 321,
        "faculty": 68,
        "subjects": 28,
        "timetable": 900,
    }
    assert runs["Sample Biometric"]["endpoints"]["attendance"]["quarantined"] == 1
    assert runs["Sample LMS"]["endpoints"]["marks"]["added"] == 250


@pytest.mark.skipif("TESTED_PROGRAM" in os.environ, reason="a built program takes no modules from elsewhere")
def test_the_demo_does_not_end_well_where_what_draws_the_reports_is_lacking(tmp_path: Path) -> None:
    (tmp_path / "pyqtgraph.py").write_text("raise ImportError('left out')\n")
    done = hub_desktop("demo", "--smoke", QT_QPA_PLATFORM="offscreen", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert done.returncode == 1
    assert "left out" in done.stderr


def test_the_demo_keeps_out_of_a_folder_with_a_real_college(tmp_path: Path) -> None:
    seed = ROOT / "tests" / "data" / "seed_examples" / "college_erp.json"
    assert hub_desktop("--data-dir", str(tmp_path), "integrations", "add", str(seed)).returncode == 0
    done = hub_desktop("--data-dir", str(tmp_path), "demo", "--smoke", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "holds the systems of a real college" in done.stderr
    listed = json.loads(hub_desktop("--data-dir", str(tmp_path), "integrations", "list", "--json").stdout)
    assert "Sample ERP" not in json.dumps(listed)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
def test_without_a_screen_the_window_says_so_and_names_the_ways_out(tmp_path: Path) -> None:
    done = hub_desktop("--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "There is no screen here" in done.stderr
    assert "hub-desktop serve" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_keyring_or_passphrase_nothing_is_stored(tmp_path: Path) -> None:
    done = hub_desktop(
        "--data-dir",
        str(tmp_path),
        "integrations",
        "list",
        HUB_DESKTOP_VAULT_PASSPHRASE="",
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    assert done.returncode == 1
    assert "HUB_DESKTOP_VAULT_PASSPHRASE" in done.stderr
    assert "Secret Service" in done.stderr
    assert not (tmp_path / "hub.db").exists()


def test_serve_takes_a_webhook_stores_its_records_and_ends_calmly(tmp_path: Path) -> None:
    seed = ROOT / "tests" / "data" / "seed_examples" / "biometric_attendance.json"
    data_dir = ("--data-dir", str(tmp_path))
    assert hub_desktop(*data_dir, "integrations", "add", str(seed)).returncode == 0
    assert hub_desktop(*data_dir, "integrations", "disable", "BiometricAttendance").returncode == 0
    secret = "a webhook secret of good length"
    kept = hub_desktop(*data_dir, "secret", "set", "BiometricAttendance", "webhookSecret", given=secret + "\n")
    assert kept.returncode == 0, kept.stderr
    body = b'{"data": [{"studentId": "CS2101", "attendance": "present", "date": "2024-01-15", "subject": "DS"}]}'
    with serving(tmp_path) as (process, address):
        assert httpx.get(f"{address}/health").json()["data"]["status"] == "ok"
        route, signed = f"{address}/api/webhooks/integrations/1", {"x-webhook-signature": sign(secret, body)}
        # Switched off, it takes nothing; switched on from another process, it takes what is signed.
        assert httpx.post(route, content=body, headers=signed).status_code == 401
        assert hub_desktop(*data_dir, "integrations", "enable", "BiometricAttendance").returncode == 0
        assert httpx.post(route, content=body + b" ", headers=signed).status_code == 401
        answer = httpx.post(route, content=body, headers=signed)
        assert answer.status_code == 202, answer.text
        deadline = time.monotonic() + 20
        rows: list[dict[str, object]] = []
        while not rows and time.monotonic() < deadline:
            found = hub_desktop(*data_dir, "records", "attendance", "--format", "json")
            rows = json.loads(found.stdout)["records"]
        assert [(row["student_id"], row["status"]) for row in rows] == [("CS2101", "present")]
        second = hub_desktop(*data_dir, "serve", "--port", "0")
        assert second.returncode == 1
        assert "already running" in second.stderr
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert secret not in (tmp_path / "hub-desktop.log").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no such sockets there")
def test_serve_goes_on_where_its_settings_cannot_be_listened_on_and_ends_where_a_flag_cannot(tmp_path: Path) -> None:
    data_dir = ("--data-dir", str(tmp_path))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    assert hub_desktop(*data_dir, "listener", "set", "--port", port).returncode == 0
    with (
        socket.create_server(("127.0.0.1", int(port))),
        socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager,
    ):
        manager.settimeout(30)
        manager.bind(str(tmp_path / "notify"))
        ended = hub_desktop(*data_dir, "serve", "--port", port)
        assert (ended.returncode, port in ended.stderr, "Traceback" in ended.stderr) == (1, True, False)
        with subprocess.Popen(
            [*PROGRAM, *data_dir, "serve"],
            env=environment(NOTIFY_SOCKET=str(tmp_path / "notify")),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            try:
                assert process.stdout is not None
                assert process.stderr is not None
                assert "It does not listen now, and tries again by itself." in process.stdout.readline()
                assert "Ctrl+C" in process.stdout.readline()
                assert port in process.stderr.readline()
                # Clock and lanes work all the same.
                assert manager.recv(100) == b"READY=1"
                process.send_signal(signal.SIGTERM)
                assert process.wait(20) == 0
            finally:
                if process.poll() is None:
                    process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="no such sockets there")
def test_a_service_manager_hears_when_it_is_ready_and_when_it_ends(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.settimeout(30)
        manager.bind(str(tmp_path / "notify"))
        with serving(tmp_path / "data", NOTIFY_SOCKET=str(tmp_path / "notify")) as (process, _):
            assert manager.recv(100) == b"READY=1"
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0
        assert manager.recv(100) == b"STOPPING=1"


def test_files_are_changed_by_javascript_and_written_as_a_workbook(tmp_path: Path) -> None:
    data_dir = ("--data-dir", str(tmp_path / "data"))
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "students.csv").write_text("Roll,Who\n7,Asha Rao\n8,Ravi Sen\n")
    javascript = "(record) => ({student_id: 'S' + record.Roll, name: record.Who})"
    written = {
        "name": "Office files",
        "baseUrl": str(tmp_path / "office"),
        "endpoints": {"students": {"path": "students.csv", "javascript": javascript}},
    }
    added = hub_desktop(*data_dir, "integrations", "add", "-", given=json.dumps(written))
    assert added.returncode == 0, added.stderr
    synced = hub_desktop(*data_dir, "sync", "Office files", "--json")
    assert json.loads(synced.stdout)["endpoints"]["students"]["added"] == 2, synced.stdout + synced.stderr
    workbook = tmp_path / "students.xlsx"
    exported = hub_desktop(*data_dir, "records", "students", "--output", str(workbook))
    assert exported.returncode == 0, exported.stderr
    opened = CalamineWorkbook.from_path(workbook)
    rows = [row for name in opened.sheet_names for row in opened.get_sheet_by_name(name).to_python()]
    known = {"S7", "Asha Rao", "S8", "Ravi Sen"}
    assert [cell for row in rows for cell in row if cell in known] == ["S7", "Asha Rao", "S8", "Ravi Sen"]
    preview = hub_desktop(*data_dir, "preview", "Office files", "--json")
    assert preview.returncode == 0, preview.stderr


def test_a_person_signs_in_through_the_loopback_and_a_test_is_told_in_words(tmp_path: Path) -> None:
    data_dir = ("--data-dir", str(tmp_path))
    with served(OAuthServer(confidential=False)) as listening:
        written = {
            "name": "Classroom",
            "baseUrl": listening.url,
            "authType": "oauth",
            "oauth": settings(listening.url, "authorization-code", clientAuth="none"),
            "endpoints": {"students": "/students"},
        }
        added = hub_desktop(*data_dir, "integrations", "add", "-", given=json.dumps(written))
        assert added.returncode == 0, added.stderr
        command = [*PROGRAM, *data_dir, "sign-in", "Classroom", "--no-browser"]
        with subprocess.Popen(
            command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            assert process.stderr is not None
            for line in process.stderr:
                if "/authorize" in line:
                    # As a browser does: the consent leads back to the listener of the program.
                    httpx.get(line.strip(), follow_redirects=True)
                    break
            said, failed = process.communicate(timeout=60)
        assert process.returncode == 0, failed
        assert "Classroom is signed in to" in said
        synced = hub_desktop(*data_dir, "sync", "Classroom", "--json")
        assert json.loads(synced.stdout)["status"] == "succeeded", synced.stdout


def test_the_first_start_of_an_installation_is_well(tmp_path: Path) -> None:
    found = hub_desktop("--data-dir", str(tmp_path), "doctor", "--json", QT_QPA_PLATFORM="offscreen")
    findings = {one["name"]: one for one in json.loads(found.stdout)["findings"]}
    assert findings["Encryption"]["ok"], findings
    assert findings["Window"]["ok"], findings
    config = tmp_path / "config"
    switched = hub_desktop("--data-dir", str(tmp_path), "autostart", "on", "--json", XDG_CONFIG_HOME=str(config))
    state = json.loads(switched.stdout)
    assert state["own"], state
    if sys.platform.startswith("linux"):
        program = Path(state["command"].split('"')[1])
        assert program.is_file()
        assert Path(state["where"]).is_relative_to(config)


RESTORING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hub_desktop.app import DesktopProgram
from hub_desktop.ui.qt_application import make_application
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.navigation import Page
from hub_desktop.ui.restore_dialog import RestoreDialog

app = make_application(sys.argv)
asked = []
looking = QTimer(app)

def look():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
    if not windows:
        return
    [window] = windows
    if not asked:
        asked.append(window)
        window.show_page(Page.SETTINGS).backups.on_backup_chosen(sys.argv[2])
        return
    for dialog in window.findChildren(RestoreDialog):
        if dialog.restore_button.isVisible():
            dialog.restore_button.click()
        return
    if window is not asked[0]:
        looking.stop()
        print(" ".join(window.messages.sentences), flush=True)
        app.exit(0)

looking.timeout.connect(look)
looking.start(50)
sys.exit(DesktopProgram().window(Path(sys.argv[1]), hidden=False))
"""


@pytest.mark.skipif("TESTED_PROGRAM" in os.environ, reason="it looks inside")
def test_a_window_closes_its_files_restores_a_backup_and_opens_again(tmp_path: Path) -> None:
    data_dir = ("--data-dir", str(tmp_path / "data"))
    seeds = ROOT / "tests" / "data" / "seed_examples"
    file = str(tmp_path / "x.hubbackup")
    assert hub_desktop(*data_dir, "integrations", "add", str(seeds / "college_erp.json")).returncode == 0
    assert hub_desktop(*data_dir, "listener", "set", "--listen", "off").returncode == 0
    made = hub_desktop(*data_dir, "backup", file)
    assert made.returncode == 0, made.stderr
    assert hub_desktop(*data_dir, "integrations", "add", str(seeds / "biometric_attendance.json")).returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", RESTORING, str(tmp_path / "data"), file],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "was restored. What was there before is kept in" in done.stdout, done.stdout + done.stderr
    listed = json.loads(hub_desktop(*data_dir, "integrations", "list", "--json").stdout)
    assert [one["name"] for one in listed] == ["College ERP"], listed


RESCUED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hub_desktop.app import DesktopProgram
from hub_desktop.ui.qt_application import make_application
from hub_desktop.ui.main_window import MainWindow
from hub_desktop.ui.rescue_dialog import RescueDialog

app = make_application(sys.argv)
asked = []
looking = QTimer(app)

def look():
    for shown in QApplication.topLevelWidgets():
        if isinstance(shown, RescueDialog) and shown.isVisible() and not asked:
            asked.append(shown)
            shown.restore_button.click()
        elif isinstance(shown, MainWindow) and shown.isVisible():
            looking.stop()
            print(" ".join(shown.messages.sentences), flush=True)
            app.exit(0)

looking.timeout.connect(look)
looking.start(50)
sys.exit(DesktopProgram().window(Path(sys.argv[1]), hidden=True))
"""


@pytest.mark.skipif("TESTED_PROGRAM" in os.environ, reason="it looks inside")
def test_a_window_whose_files_are_damaged_goes_back_to_the_last_nightly_backup(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data_dir = ("--data-dir", str(data))
    seeds = ROOT / "tests" / "data" / "seed_examples"
    assert hub_desktop(*data_dir, "integrations", "add", str(seeds / "college_erp.json")).returncode == 0
    assert hub_desktop(*data_dir, "listener", "set", "--listen", "off").returncode == 0
    making = (
        "import sys; from pathlib import Path; from hub_desktop.app import DesktopProgram\n"
        "with DesktopProgram().open_hub(Path(sys.argv[1])) as hub: hub.nightly.make_now()"
    )
    subprocess.run([sys.executable, "-c", making, str(data)], env=environment(), timeout=120, check=True)
    for name in ("hub.db-wal", "hub.db-shm"):
        (data / name).unlink(missing_ok=True)
    (data / "hub.db").write_bytes(b"\0" * 100_000)
    looked = hub_desktop(*data_dir, "doctor")
    assert looked.returncode == 1
    assert f"To go back to it: hub-desktop --data-dir {data} restore" in looked.stdout, looked.stdout
    done = subprocess.run(
        [sys.executable, "-c", RESCUED, str(data)],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "was restored. What was there before is kept in" in done.stdout, done.stdout + done.stderr
    listed = json.loads(hub_desktop(*data_dir, "integrations", "list", "--json").stdout)
    assert [one["name"] for one in listed] == ["College ERP"], listed


def test_files_that_are_gone_are_told_by_every_command_until_somebody_begins_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data_dir = ("--data-dir", str(data))
    seed = ROOT / "tests" / "data" / "seed_examples" / "college_erp.json"
    # Nothing is said of a folder that is new, also where a program looked at it before.
    assert "Data:" not in hub_desktop(*data_dir, "doctor").stdout
    assert hub_desktop(*data_dir, "integrations", "add", str(seed)).returncode == 0
    for name in ("hub.db", "hub.db-wal", "hub.db-shm"):
        (data / name).unlink(missing_ok=True)
    for words in (("serve", "--port", "0"), ("integrations", "list"), ("backup", "nightly", "show")):
        done = hub_desktop(*data_dir, *words)
        assert done.returncode == 1, words
        assert "The file with your integrations, accounts and settings is missing" in done.stderr
        assert f"hub-desktop --data-dir {data} begin-anew" in done.stderr
        assert not (data / "hub.db").exists()
    looked = hub_desktop(*data_dir, "doctor")
    assert looked.returncode == 1
    assert "begin-anew" in looked.stdout, looked.stdout
    assert hub_desktop(*data_dir, "begin-anew", "--yes").returncode == 0
    assert json.loads(hub_desktop(*data_dir, "integrations", "list", "--json").stdout) == []
    [kept] = data.glob("before-anew-*")
    assert (kept / "records.db").stat().st_size


ANEW = RESCUED.replace(
    "            shown.restore_button.click()\n",
    "            shown.anew_button.click()\n"
    "        elif isinstance(shown, Question) and shown.isVisible():\n"
    "            shown.yes.click()\n",
).replace(
    "from hub_desktop.ui.rescue_dialog",
    "from hub_desktop.ui.question import Question\nfrom hub_desktop.ui.rescue_dialog",
)


@pytest.mark.skipif("TESTED_PROGRAM" in os.environ, reason="it looks inside")
def test_a_window_whose_files_are_gone_begins_anew_where_a_person_wants_that(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data_dir = ("--data-dir", str(data))
    assert hub_desktop(*data_dir, "listener", "set", "--listen", "off").returncode == 0
    for name in ("hub.db", "hub.db-wal", "hub.db-shm"):
        (data / name).unlink(missing_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", ANEW, str(data)],
        env=environment(QT_QPA_PLATFORM="offscreen"),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Hub Desktop began anew. What was left is kept in" in done.stdout, done.stdout + done.stderr


@pytest.mark.skipif("TESTED_PROGRAM" in os.environ, reason="it looks inside")
def test_a_program_that_serves_ends_at_once_while_a_nightly_backup_is_made(tmp_path: Path) -> None:
    """It is held in the middle of one, which leaves nothing."""
    code = (
        "import sys\n"
        "from datetime import timedelta\n"
        "from hub_desktop.clock import ticker\n"
        "from hub_desktop.core import nightly\n"
        "from hub_desktop.hub import backup_making\n"
        "ticker.Clock.__init__.__defaults__ = (0.2,)\n"
        "nightly.SETTLED = timedelta(0)\n"
        "def held(*given, step, **more):\n"
        "    print('making', flush=True)\n"
        "    while True: step(1)\n"
        "backup_making.write_backup = held\n"
        "from hub_desktop.app import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    data = tmp_path / "data"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "--data-dir", str(data), "serve", "--port", "0"],
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            while (line := process.stdout.readline()) and "making" not in line:
                pass
            assert "making" in line
            process.send_signal(signal.SIGTERM)
            assert process.wait(30) == 0
        finally:
            process.kill()
    assert list((data / "backups").iterdir()) == []
    assert not (data / "backing-up").exists()
