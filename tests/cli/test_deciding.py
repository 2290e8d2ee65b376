"""Preview, hold and undo at the terminal."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.cli.conftest import Terminal
from tests.fakes.http_server import Asked, HttpServer, Reply, as_json

SENTENCE = "20 of 40 students from ERP would disappear. They are kept until somebody decides."


class Students:
    """One list of students that can be changed."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = [{"studentId": f"S{n:02}", "name": "Asha"} for n in range(1, 41)]

    def __call__(self, asked: Asked) -> Reply:
        return as_json(self.rows)


@pytest.fixture
def students() -> Students:
    return Students()


@pytest.fixture
def synced(terminal: Terminal, students: Students) -> Iterator[Terminal]:
    """A terminal whose hub has read forty students."""
    with HttpServer(students) as server:
        endpoint = {"path": "/s", "completeList": True}
        written = {"name": "ERP", "baseUrl": server.url, "authType": "none", "endpoints": {"students": endpoint}}
        terminal.run("integrations", "add", "-", stdin=json.dumps(written))
        terminal.run("sync", "ERP")
        yield terminal


def total(terminal: Terminal) -> int:
    return int(terminal.json("records", "students")["total"])


def held(terminal: Terminal, students: Students) -> int:
    """Let half of the students disappear; return the run that was held."""
    del students.rows[:20]
    run = terminal.json("sync", "ERP", code=3)
    assert run["status"] == "held"
    return int(run["run_id"])


def test_a_preview_says_what_a_sync_would_do(synced: Terminal, students: Students) -> None:
    students.rows[0]["name"] = "Usha"
    students.rows[39] = {"studentId": "S99", "name": "New"}
    students.rows.append({"name": "No key"})
    result = synced.run("preview", "ERP")
    assert "students: would add 1, change 1, remove 0, refuse 1; 38 unchanged." in result.stdout
    assert "  + S99 · New" in result.stdout
    assert "  ~ S01: name: Asha → Usha" in result.stdout
    assert "  ! Student ID is missing." in result.stdout
    assert "Nothing was written." in result.stdout
    shown = synced.json("preview", "ERP")
    would = shown["would"]["students"]
    assert would["change"] == [{"key": ["S01"], "fields": {"name": ["Asha", "Usha"]}}]
    assert would["refuse"] == [{"reasons": ["Student ID is missing."]}]
    assert would["hold"] is None
    assert len(synced.json("runs", "ERP")) == 1
    assert total(synced) == 40


def test_a_preview_of_what_would_be_held_ends_as_the_sync_would(synced: Terminal, students: Students) -> None:
    del students.rows[:20]
    result = synced.run("preview", "ERP", code=3)
    assert SENTENCE in result.stdout
    assert "  - S01" in result.stdout
    would = synced.json("preview", "ERP", code=3)["would"]["students"]
    assert would["hold"] == {"cause": "removals", "affected": 20}
    assert len(would["remove"]) == 20
    assert synced.json("hold", "list") == []


def test_a_preview_of_one_endpoint_or_none_of_that_name(synced: Terminal) -> None:
    assert list(synced.json("preview", "ERP", "--endpoint", "students")["endpoints"]) == ["students"]
    error = synced.json("preview", "ERP", "--endpoint", "studnets", code=1)["error"]
    assert "students" in error["message"]


def test_holds_are_listed_and_shown_record_by_record(synced: Terminal, students: Students) -> None:
    assert "Nothing waits for a decision." in synced.run("hold", "list").stdout
    run_id = held(synced, students)
    listed = synced.run("hold", "list")
    assert SENTENCE in " ".join(listed.stdout.split())
    assert "hold show RUN_ID" in listed.stdout
    (one,) = synced.json("hold", "list", "ERP")
    assert (one["run_id"], one["cause"], one["affected"], one["state"]) == (run_id, "removals", 20, "waiting")
    shown = synced.run("hold", "show", str(run_id))
    assert f"{SENTENCE} (waiting)" in shown.stdout
    assert "  remove S20" in shown.stdout
    (whole,) = synced.json("hold", "show", str(run_id), "--limit", "3")
    assert whole["records"] == [{"key": [f"S0{n}"], "operation": "remove", "values": None} for n in (1, 2, 3)]
    assert "Nothing of run 1 was held." in synced.run("hold", "show", "1").stdout


def test_accepting_removes(synced: Terminal, students: Students) -> None:
    run_id = held(synced, students)
    result = synced.run("hold", "accept", str(run_id), "--yes")
    assert "Done: 0 added, 0 changed, 20 removed." in result.stdout
    assert total(synced) == 20
    assert synced.json("hold", "accept", str(run_id), "--yes", code=1)["error"]["kind"] == "not-found"


def test_refusing_keeps(synced: Terminal, students: Students) -> None:
    run_id = held(synced, students)
    assert "The old 20 records are kept." in synced.run("hold", "refuse", str(run_id), "--yes").stdout
    assert total(synced) == 40
    assert synced.json("sync", "ERP")["status"] == "succeeded"


@pytest.mark.usefixtures("seated")
def test_a_person_is_asked_before_anything_is_decided(synced: Terminal, students: Students) -> None:
    run_id = held(synced, students)
    assert (
        "Accept what was held for 20 records?" in synced.run("hold", "accept", str(run_id), stdin="n\n", code=1).output
    )
    assert total(synced) == 40
    synced.run("hold", "accept", str(run_id), stdin="y\n")
    assert total(synced) == 20


def test_undo_takes_a_run_back_once_and_names_what_stays(synced: Terminal, students: Students) -> None:
    students.rows[0]["name"] = students.rows[1]["name"] = "Usha"
    run_id = str(synced.json("sync", "ERP")["run_id"])
    students.rows[0]["name"] = "Meera"
    synced.run("sync", "ERP")
    result = synced.run("undo", run_id, "--yes")
    assert "students: 0 taken out, 1 put back as before." in result.stdout
    assert "1 record changed by later syncs stay as they are: S01" in result.stdout
    names = {row["student_id"]: row["name"] for row in synced.json("records", "students")["records"]}
    assert (names["S01"], names["S02"]) == ("Meera", "Asha")


def test_undo_as_json_and_a_second_time(synced: Terminal, students: Students) -> None:
    students.rows[0]["name"] = "Usha"
    run_id = str(synced.json("sync", "ERP")["run_id"])
    undone = synced.json("undo", run_id, "--yes")["undone"]
    assert undone == [{"data_type": "students", "taken_out": 0, "put_back": 1, "changed_later": []}]
    error = synced.json("undo", run_id, "--yes", code=1)["error"]
    assert "Nothing is left of run" in error["message"]
    assert synced.json("undo", "99", "--yes", code=1)["error"]["kind"] == "not-found"
