import json
import os
import signal
import sqlite3
from pathlib import Path

import pytest

from hub_desktop.core.events import RunProgress
from hub_desktop.hub.syncs import Syncs
from tests.cli.conftest import ERP_TOKEN, Campus, SmallProgram, Terminal
from tests.fakes.http_server import HttpServer, as_json

STUDENTS, FACULTY = 321, 68
COUNTS = {"added", "changed", "error", "pages", "quarantined", "read", "removed", "requests", "unchanged"}


def everything_kept(program: SmallProgram) -> bytes:
    return b"".join(file.read_bytes() for file in program.folder.rglob("*") if file.is_file())


def test_sync_brings_the_records_and_counts_them(connected: Terminal) -> None:
    run = connected.json("sync", "Sample ERP")
    assert run["status"] == "succeeded"
    assert run["integration"] == "Sample ERP"
    assert run["error"] is None
    assert set(run["endpoints"]["students"]) == COUNTS
    added = {name: (counts["read"], counts["added"]) for name, counts in run["endpoints"].items()}
    assert added == {"students": (STUDENTS, STUDENTS), "faculty": (FACULTY, FACULTY)}


def test_second_sync_finds_everything_unchanged(connected: Terminal) -> None:
    connected.run("sync", "sample erp")
    again = connected.json("sync", "Sample ERP")
    assert {name: counts["unchanged"] for name, counts in again["endpoints"].items()} == {
        "students": STUDENTS,
        "faculty": FACULTY,
    }
    assert all(not c["added"] and not c["changed"] for c in again["endpoints"].values())


def test_sync_in_a_pipe_shows_the_counts_as_plain_text(connected: Terminal) -> None:
    result = connected.run("sync", "Sample ERP")
    assert ["students", "321", "321", "0", "0", "0", "0"] in [line.split() for line in result.stdout.splitlines()]
    assert "Sample ERP: succeeded" in result.stdout
    assert "Students: 321 read" in result.stderr
    assert "\x1b" not in result.output


def test_json_is_all_that_is_written(connected: Terminal) -> None:
    result = connected.run("sync", "Sample ERP", "--json")
    assert result.output == result.stdout
    assert json.loads(result.stdout)["status"] == "succeeded"


def test_one_endpoint_alone(connected: Terminal) -> None:
    run = connected.json("sync", "Sample ERP", "--endpoint", "faculty")
    assert list(run["endpoints"]) == ["faculty"]


def test_unknown_endpoint_is_named_with_a_near_one(connected: Terminal) -> None:
    error = connected.json("sync", "Sample ERP", "--endpoint", "studnets", code=1)["error"]
    assert error["kind"] == "not-found"
    assert "students" in error["message"]


def test_a_wrong_token_fails_says_what_to_do_and_keeps_the_records(connected: Terminal, campus: Campus) -> None:
    connected.run("sync", "Sample ERP")
    campus.college.set_fault("erp", "wrong-token")
    result = connected.run("sync", "Sample ERP", code=1)
    assert "What to do: " in result.stderr
    assert "hub-desktop secret set 'Sample ERP'" in result.stderr
    run = connected.json("sync", "Sample ERP", code=1)
    assert (run["status"], run["error"]["kind"]) == ("failed", "sign-in")
    assert run["error"]["remedy"] == "sign-in-again"
    assert connected.json("records", "students")["total"] == STUDENTS
    assert connected.json("integrations", "list")[0]["status"] == "error"


def test_a_record_without_its_key_waits_in_quarantine_with_its_reason(connected: Terminal, campus: Campus) -> None:
    campus.college.set_fault("erp", "missing-key")
    run = connected.json("sync", "Sample ERP", "--endpoint", "students")
    refused = run["endpoints"]["students"]["quarantined"]
    assert refused >= 1
    assert run["endpoints"]["students"]["added"] == STUDENTS - refused
    waiting = connected.json("quarantine", "list", "Sample ERP")
    assert len(waiting) == refused
    assert all(one["reasons"] for one in waiting)
    assert isinstance(waiting[0]["record"], dict)
    assert "Sample ERP" in connected.run("quarantine", "list").stdout


def test_the_token_is_in_no_output_log_or_file(connected: Terminal, campus: Campus, program: SmallProgram) -> None:
    connected.run("test", "Sample ERP")
    connected.run("sync", "Sample ERP")
    campus.college.set_fault("erp", "wrong-token")
    connected.run("sync", "Sample ERP", code=1)
    connected.run("test", "Sample ERP", code=1)
    for words in (
        ["integrations", "list"],
        ["integrations", "show", "Sample ERP"],
        ["integrations", "export"],
        ["runs", "Sample ERP"],
        ["logs"],
        ["audit"],
        ["quarantine", "list"],
        ["webhook", "show", "Sample ERP"],
    ):
        connected.run(*words)
        connected.json(*words)
    assert ERP_TOKEN not in "".join(connected.written)
    assert ERP_TOKEN.encode() not in everything_kept(program)


def test_all_syncs_what_is_switched_on_and_ends_with_the_worst(connected: Terminal, campus: Campus) -> None:
    wrong = json.loads(campus.erp(name="Other ERP", endpoints={"subjects": "/api/v1/subjects"}, apiKey="not-the-token"))
    off = json.loads(campus.erp(name="Resting ERP", enabled=False))
    connected.run("integrations", "add", "-", stdin=json.dumps([wrong, off]))
    runs = connected.json("sync", "--all", code=1)
    assert {run["integration"]: run["status"] for run in runs} == {"Other ERP": "failed", "Sample ERP": "succeeded"}
    assert "Resting ERP" in connected.run("sync", "--all", code=1).stderr


def test_all_with_nothing_to_sync(terminal: Terminal) -> None:
    assert terminal.json("sync", "--all") == []
    assert "nothing to sync" in terminal.run("sync", "--all").stdout


def test_a_sync_of_another_process_is_not_disturbed(connected: Terminal, program: SmallProgram) -> None:
    from hub_desktop.store.folder import DataFolder

    with DataFolder(program.folder).run_lock(1):
        error = connected.json("sync", "Sample ERP", code=1)["error"]
        runs = connected.json("sync", "--all", code=1)
    assert error["kind"] == "transient"
    assert runs[0]["error"]["kind"] == "transient"


def test_ctrl_c_cancels_and_reports_honestly(connected: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Syncs._tell

    def interrupted(self: Syncs, event: object) -> None:
        original(self, event)
        if isinstance(event, RunProgress):
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Syncs, "_tell", interrupted)
    handler = signal.getsignal(signal.SIGINT)
    result = connected.run("sync", "Sample ERP", code=1)
    assert "cancelled; what had come in by then is kept" in result.stdout
    assert signal.getsignal(signal.SIGINT) is handler
    monkeypatch.undo()
    assert connected.json("runs", "Sample ERP")[0]["status"] == "cancelled"


def test_usage_of_sync(connected: Terminal) -> None:
    connected.run("sync", code=2)
    connected.run("sync", "Sample ERP", "--all", code=2)
    connected.run("sync", "--all", "--endpoint", "students", code=2)
    assert connected.json("sync", code=2)["error"]["kind"] == "usage"


def test_runs_and_logs_tell_what_happened(connected: Terminal, campus: Campus) -> None:
    assert "not been synced" in connected.run("runs", "Sample ERP").stdout
    run_id = connected.json("sync", "Sample ERP")["run_id"]
    campus.college.set_fault("erp", "wrong-token")
    connected.run("sync", "Sample ERP", code=1)
    runs = connected.json("runs", "Sample ERP")
    assert [run["status"] for run in runs] == ["failed", "succeeded"]
    told = connected.run("runs", "Sample ERP").stdout
    assert f"Run {runs[0]['run_id']}: {runs[0]['error']['message']}" in told
    assert runs[0]["asked_by"] == "the person at this PC"
    rows = connected.json("logs", "Sample ERP", "--run", str(run_id))
    assert rows
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
    assert {row["level"] for row in connected.json("logs", "--level", "error")} == {"error"}
    assert "Students: 321 read" in connected.run("logs").stdout


def test_the_database_is_not_readable_as_it_lies(connected: Terminal, program: SmallProgram) -> None:
    connected.run("sync", "Sample ERP")
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(Path(program.folder / "records.db")) as connection:
        connection.execute("SELECT * FROM students")
    connection.close()


def test_full_asks_for_everything_anew(terminal: Terminal) -> None:
    rows = [{"studentId": "S1", "name": "Asha", "modified": "2026-11-01T08:00:00Z"}]
    with HttpServer(lambda _: as_json(rows)) as server:
        endpoint = {"path": "/s", "incremental": {"field": "modified", "param": "since"}}
        written = {"name": "LMS", "baseUrl": server.url, "apiKey": ERP_TOKEN, "endpoints": {"students": endpoint}}
        terminal.run("integrations", "add", "-", stdin=json.dumps(written))
        for more in ([], [], ["--full"]):
            terminal.run("sync", "LMS", *more)
        assert [asked.param("since") for asked in server.asked] == ["", "2026-11-01T08:00:00Z", ""]
