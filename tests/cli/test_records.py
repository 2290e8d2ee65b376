import csv
import io
import json
import re
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Campus, SmallProgram, Terminal
from tests.fakes.deliveries import deliver_signed


@pytest.fixture
def synced(connected: Terminal) -> Terminal:
    connected.run("sync", "Sample ERP")
    return connected


def test_json_holds_every_record_with_its_source(synced: Terminal) -> None:
    found = synced.json("records", "students")
    assert found["type"] == "students"
    assert found["total"] == len(found["records"]) == 321
    assert {record["source"] for record in found["records"]} == {"Sample ERP"}
    assert json.loads(synced.run("records", "students", "--format", "json").stdout) == found


def test_a_limit_is_kept_and_the_total_told(synced: Terminal) -> None:
    whole = synced.json("records", "students")["records"]
    some = synced.json("records", "students", "--limit", "200")
    assert (some["records"], some["total"]) == (whole[:200], 321)


def test_csv_to_the_screen_and_to_a_private_file(synced: Terminal, tmp_path: Path) -> None:
    screen = synced.run("records", "students", "--format", "csv").stdout
    file = tmp_path / "students.csv"
    file.write_text("old")
    file.chmod(0o644)
    assert synced.json("records", "students", "--output", str(file)) == {"file": str(file), "records": 321}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes().decode() == screen.replace("\n", "\r\n")
    rows = list(csv.DictReader(io.StringIO(screen)))
    assert len(rows) == 321
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_formula_from_upstream_is_defused_in_csv_alone(connected: Terminal, program: SmallProgram) -> None:
    deliver(connected, program, {"studentId": "S-1", "name": '=HYPERLINK("http://x","y")'})
    rows = list(csv.DictReader(io.StringIO(connected.run("records", "students", "--format", "csv").stdout)))
    assert rows[0]["name"] == '\'=HYPERLINK("http://x","y")'
    assert connected.json("records", "students")["records"][0]["name"] == '=HYPERLINK("http://x","y")'


def test_markup_and_escapes_from_upstream_stay_plain_text(connected: Terminal, program: SmallProgram) -> None:
    deliver(connected, program, {"studentId": "S-1", "name": "[red]A\x1b[31m\u202eB\x9bC"})
    for words in (
        ["records", "students"],
        ["records", "students", "--format", "csv"],
        ["quarantine", "list"],
        ["logs"],
    ):
        out = connected.run(*words).output
        assert not re.search("[\x1b\x9b]", out)
    deliver(connected, program, {"name": "\x1b]0;owned\x07\x9b31m"})
    for words in (["quarantine", "list"], ["quarantine", "list", "--json"]):
        out = connected.run(*words).output
        assert "owned" in out
        assert not re.search("[\x1b\x9b\x07]", out)


def test_a_table_shows_the_first_hundred_and_says_so(synced: Terminal) -> None:
    said = synced.run("records", "students").stdout.splitlines()
    assert len(said) == 102
    assert said[-1].startswith("100 of 321 records shown.")
    assert synced.run("records", "students", "--limit", "400").stdout.splitlines()[-1] == "321 records."
    assert "No attendance found." in synced.run("records", "attendance").stdout


def test_filters(synced: Terminal) -> None:
    first = synced.json("records", "faculty", "--limit", "1")["records"][0]
    by_key = synced.json("records", "faculty", "--where", f"faculty_id={first['faculty_id']}")
    assert by_key["total"] == 1
    assert synced.json("records", "faculty", "--text", first["name"])["total"] >= 1
    assert synced.json("records", "faculty", "--source", "Sample ERP")["total"] == 68


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["studnets"], 1, "Did you mean “students”?"),
        (["students", "--where", "nmae=x"], 1, "Did you mean “name”?"),
        (["students", "--where", "name"], 2, "FIELD=VALUE"),
        (["students", "--source", "Sample EPR"], 1, "Did you mean “Sample ERP”?"),
        (["students", "--format", "csv"], 2, "--format csv"),
        (["students", "--format", "table"], 2, "--format table"),
        (["students", "--format", "xlsx"], 2, "no text"),
        (["students", "--format", "json", "--bom"], 2, "--bom belongs"),
        (["students", "--output", "no-such-folder/x.csv"], 1, "cannot be written"),
    ],
)
def test_what_cannot_be_asked(synced: Terminal, words: list[str], code: int, told: str) -> None:
    assert told in synced.json("records", *words, code=code)["error"]["message"]


def test_an_existing_file_survives_an_export_that_fails(
    synced: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "students.csv"
    file.write_text("the old one")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hub_desktop.hub.exports.CsvSheet.write", fail)
    said = synced.run("records", "students", "--format", "csv", "--output", str(file), code=1).stderr
    assert "No space left on device" in said
    assert file.read_text() == "the old one"
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_device_is_written_to_and_not_replaced(synced: Terminal) -> None:
    synced.run("records", "students", "--format", "csv", "--output", "/dev/null")
    assert Path("/dev/null").is_char_device()


def deliver(terminal: Terminal, program: SmallProgram, record: dict[str, str]) -> None:
    """Bring a record in by a webhook, whose content a test can choose."""
    made = terminal.run("webhook", "rotate", "Sample ERP").stdout.strip()
    body = json.dumps({"endpoint": "students", "data": record}).encode()
    with program.open_hub(None) as hub:
        deliver_signed(hub, 1, made, body)
        ticket = hub.syncs.take(1)
        assert ticket is not None
        hub.syncs.run_ticket(ticket)


def test_the_sample_is_as_expected(campus: Campus) -> None:
    assert len(campus.college.rows("students")) == 321


def test_an_excel_workbook_and_csv_for_excel(synced: Terminal, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    file = tmp_path / "students.xlsx"
    said = synced.run("records", "students", "--output", str(file)).stdout
    assert said.startswith(f"321 records written to {file}. It holds personal data (")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with CalamineWorkbook.from_path(str(file)) as book:
        assert book.sheet_names == ["About this file", "Students"]
        assert len(book.get_sheet_by_name("Students").to_python()) == 322
    marked = tmp_path / "students.csv"
    synced.run("records", "students", "--bom", "--output", str(marked))
    assert marked.read_bytes().startswith(b"\xef\xbb\xbfstudent_id,")


def test_what_was_exported_is_in_the_audit(synced: Terminal, tmp_path: Path) -> None:
    synced.run("records", "faculty", "--where", "department=CSE", "--output", str(tmp_path / "faculty.csv"))
    row = synced.json("audit")[0]
    shown = json.dumps(row)
    assert "records.export" in shown
    assert "department=CSE" in shown
