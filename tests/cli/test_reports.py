import csv
import io
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal


@pytest.fixture
def synced(connected: Terminal) -> Terminal:
    connected.run("sync", "Sample ERP")
    return connected


def test_json_table_and_csv_tell_the_same(synced: Terminal) -> None:
    found = synced.json("report", "records", "--days", "2")
    assert (found["report"], found["unit"]) == ("records", "records a day")
    assert found["rows"][-1]["Sample ERP"] == found["rows"][-1]["all"] == 389
    assert len(found["rows"]) == 2
    lines = synced.run("report", "records", "--days", "2").stdout.splitlines()
    assert lines[0].startswith("Records synced a day (records a day), as of today ")
    assert lines[3].split() == [found["rows"][-1]["day"], "389", "389"]
    rows = list(csv.reader(io.StringIO(synced.run("report", "records", "--days", "2", "--csv").stdout)))
    assert rows == [
        ["Day", "Sample ERP", "All"],
        *([str(row["day"]), str(row["Sample ERP"]), str(row["all"])] for row in found["rows"]),
    ]


def test_a_share_is_in_percent_for_people_and_from_0_to_1_for_programs(synced: Terminal) -> None:
    assert synced.json("report", "success")["rows"][0]["succeeded_share"] == 1.0
    assert "100.0 %" in synced.run("report", "success").stdout
    rows = list(csv.DictReader(io.StringIO(synced.run("report", "success", "--csv").stdout)))
    assert rows[0]["Succeeded (%)"] == "100.0"


def test_a_file_is_private(synced: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "fresh.csv"
    assert synced.json("report", "freshness", "--output", str(file)) == {"file": str(file), "rows": 2}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [row["State"] for row in csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))] == ["Up to date"] * 2
    said = synced.run("report", "freshness", "--output", str(file)).stdout
    assert said == f"Freshness by kind of data written to {file}.\n"


def test_nothing_to_report_says_what_to_do(terminal: Terminal) -> None:
    assert "There is no attendance yet." in terminal.run("report", "attendance").stdout
    assert terminal.json("report", "attendance")["rows"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["report", "atendance"], 2, "is not one of"),
        (["report", "records", "--days", "0"], 2, "0 is not in the range"),
        (["report", "records", "--source", "Nobody"], 1, "There is no source called “Nobody”."),
        (["report", "marks", "--department", "Magic"], 1, "There is no department “Magic”."),
        (["report", "records", "--json", "--csv"], 2, "exclude each other"),
    ],
)
def test_what_cannot_be_reported(synced: Terminal, words: list[str], code: int, said: str) -> None:
    assert said in synced.run(*words, code=code).output
