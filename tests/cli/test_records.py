import csv
import io
import json
import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.cli.spreadsheet import CsvSheet, guarded
from tests.cli.conftest import Campus, SmallProgram, Terminal

TRIGGERS = "=+-@\t\r"
formulas = st.text(alphabet="=+-@\t\r\n abc1(), ;\"'＝\u00a0", max_size=12)


def is_dangerous(text: str) -> bool:
    """Say the rule in other words: some line, its blanks aside, begins with a trigger."""
    for line in re.split(r"[\r\n]", text):
        stripped = line.lstrip(" \u00a0")
        if stripped and stripped[0] in TRIGGERS + "＝＋－＠":
            return True
    return "\r" in text[: len(text) - len(text.lstrip())] or "\r\r" in text or "\n\r" in text


@given(formulas)
def test_a_dangerous_cell_gets_an_apostrophe_and_no_harmless_one(text: str) -> None:
    written = guarded(text)
    assert written in {text, f"'{text}"}
    if is_dangerous(text):
        assert written == f"'{text}"
    elif not re.search(r"[\r\n]\s*[\r\n\t]", text):
        assert written == text


@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_stay_numbers(number: float) -> None:
    assert type(number)(guarded(number)) == number


@given(
    st.lists(st.lists(st.one_of(st.none(), st.text(max_size=20), st.integers()), min_size=2, max_size=2), max_size=5)
)
def test_csv_reads_back_as_it_was_written(rows: list[list[str | int | None]]) -> None:
    out = io.StringIO(newline="")
    sheet = CsvSheet(out, ["a", "b"])
    sheet.write(rows)
    read = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert read == [["a", "b"], *([guarded(cell) for cell in row] for row in rows)]
    for row in read:
        for cell in row:
            assert not cell.lstrip(" ").startswith(tuple("=@\t\r")) or cell.startswith("'")


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


def test_pages_join_without_a_seam(synced: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = synced.json("records", "students")["records"]
    monkeypatch.setattr("hub_desktop.cli.records._PAGE", 107)
    assert synced.json("records", "students")["records"] == whole
    assert synced.json("records", "students", "--limit", "200")["records"] == whole[:200]
    monkeypatch.setattr("hub_desktop.cli.records._PAGE", 100)
    assert synced.json("records", "students")["records"] == whole


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

    monkeypatch.setattr("hub_desktop.cli.records._Csv.write", fail)
    said = synced.run("records", "students", "--format", "csv", "--output", str(file), code=1).stderr
    assert "No space left on device" in said
    assert file.read_text() == "the old one"
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_a_device_is_written_to_and_not_replaced(synced: Terminal) -> None:
    synced.run("records", "students", "--format", "csv", "--output", "/dev/null")
    assert Path("/dev/null").is_char_device()


def deliver(terminal: Terminal, program: SmallProgram, record: dict[str, str]) -> None:
    """Bring a record in by a webhook, whose content a test can choose."""
    from hub_desktop.core.signature import sign

    made = terminal.run("secret", "new-webhook", "Sample ERP").stdout.strip()
    body = json.dumps({"endpoint": "students", "data": record}).encode()
    with program.open_hub(None) as hub:
        hub.webhooks.receive(1, sign(made, body), body)
        ticket = hub.syncs.take(1)
        assert ticket is not None
        hub.syncs.run_ticket(ticket)


def test_the_sample_is_as_expected(campus: Campus) -> None:
    assert len(campus.college.rows("students")) == 321
