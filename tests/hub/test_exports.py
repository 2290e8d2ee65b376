"""Records written out: whole or not at all, guarded, by role, and back in again as they were."""

import csv
import io
import json
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import DATA_TYPES
from hub_desktop.core.errors import CancelledError, ConfigurationError, NotAllowedError
from hub_desktop.core.formulas import guarded
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.times import utc_now
from hub_desktop.hub.export_formats import CsvSheet, ExcelSheet, JsonSheet
from hub_desktop.hub.exports import ExportFormat
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.records import RecordSearch, RecordView
from hub_desktop.store.records import RecordStore, Target

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
VIEWER = Actor("Vera", Role.VIEWER, Face.WINDOW)
SUBJECTS = DATA_TYPES["subjects"]
ROWS = [
    {"id": "007", "name": "=HYPERLINK(1)", "phone": "+91 98", "department": "a\n-1"},
    {"id": "008", "name": "Zoë Müller", "phone": "", "department": 'O\'Brien, "x"'},
    {"id": "9", "name": "अंजलि", "phone": "12", "department": "http://x.example"},
]


@pytest.fixture
def college(hub: Hub, tmp_path: Path) -> Path:
    """A folder from which three students came."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "students.json").write_text(json.dumps(ROWS), "utf-8")
    written = {"name": "Office", "baseUrl": str(folder), "endpoints": {"students": "students.json"}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    assert hub.syncs.run(PRINCIPAL, number).total.added == 3
    return folder


def view(*values: str | float | None) -> RecordView:
    return RecordView("Office", values, 1, utc_now(), utc_now())


@pytest.mark.parametrize("form", list(ExportFormat))
def test_what_goes_out_comes_back_unchanged(hub: Hub, college: Path, tmp_path: Path, form: ExportFormat) -> None:
    file = tmp_path / f"out.{form}"
    exported = hub.exports.to_file(PRINCIPAL, RecordSearch("students"), file, form, marked=form is ExportFormat.CSV)
    assert exported.records == 3
    assert "Name" in exported.personal
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    back: dict[str, object] = {"path": f"out.{form}"}
    back |= {"params": {"sheet": "Students"}} if form is ExportFormat.XLSX else {}
    written = {"name": "Back", "baseUrl": str(tmp_path), "endpoints": {"students": back}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    assert hub.syncs.run(PRINCIPAL, number).total.added == 3
    ours = {s: [r.values for r in hub.records.find(PRINCIPAL, "students", source=s).rows] for s in ("Office", "Back")}
    assert ours["Office"] == ours["Back"]


def test_csv_is_guarded_and_json_is_not(hub: Hub, college: Path, tmp_path: Path) -> None:
    hub.exports.to_file(PRINCIPAL, RecordSearch("students"), tmp_path / "a.csv", ExportFormat.CSV)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as opened:
        first = next(csv.DictReader(opened))
    assert (first["name"], first["phone"], first["department"]) == ("'=HYPERLINK(1)", "'+91 98", "'a\n-1")
    hub.exports.to_file(PRINCIPAL, RecordSearch("students"), tmp_path / "a.json", ExportFormat.JSON)
    whole = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert (whole["type"], whole["total"]) == ("students", 3)
    assert whole["records"][0]["name"] == "=HYPERLINK(1)"


def test_a_workbook_says_what_it_is_and_holds_texts_as_texts(hub: Hub, college: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    hub.exports.to_file(PRINCIPAL, RecordSearch("students", (("student_id", "007"),)), file, ExportFormat.XLSX)
    with CalamineWorkbook.from_path(str(file)) as book:
        about = " ".join(str(row[0]) for row in book.get_sheet_by_name("About this file").to_python())
        rows = book.get_sheet_by_name("Students").to_python()
    assert "Students: 1 record" in about
    assert "personal data" in about
    assert "for Asha on" in about
    assert "Only records with student_id=007." in about
    assert rows[0][0] == "Student ID"
    assert rows[1][0] == "007"
    assert "'=HYPERLINK(1)" in rows[1]
    # As Excel itself sees it: no formula and no link anywhere.
    import zipfile

    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
            assert b"hyperlink" not in archive.read(name)


def test_a_viewer_gets_no_personal_column_and_no_search_in_one(hub: Hub, college: Path, tmp_path: Path) -> None:
    for form in ExportFormat:
        file = tmp_path / f"a.{form}"
        exported = hub.exports.to_file(VIEWER, RecordSearch("students"), file, form)
        assert (exported.records, exported.personal) == (3, ())
        assert b"HYPERLINK" not in file.read_bytes()
    assert (tmp_path / "a.csv").read_text().splitlines()[0].startswith("department,")
    file = tmp_path / "b.csv"
    with pytest.raises(NotAllowedError):
        hub.exports.to_file(VIEWER, RecordSearch("students", text="HYPER"), file, ExportFormat.CSV)
    assert not file.exists()


def test_every_export_is_audited_with_what_and_how_many(hub: Hub, college: Path, tmp_path: Path) -> None:
    search = RecordSearch("students", (("student_id", "007"),), "HYPER")
    hub.exports.to_file(PRINCIPAL, search, tmp_path / "a.csv", ExportFormat.CSV)
    row = next(row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "records.export")
    assert (row.actor, row.subject) == ("Asha", "students")
    who, text = (f"#{hub.privacy.digest(1, value)[:16]}" for value in ("007", "HYPER"))
    assert row.detail == f"student_id={who}, text={text} and 1 record"


@pytest.mark.parametrize("form", list(ExportFormat))
def test_an_export_that_is_stopped_leaves_the_old_file(
    hub: Hub, college: Path, tmp_path: Path, form: ExportFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = tmp_path / "waiting"
    waiting.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(waiting))
    file = tmp_path / "out" / f"a.{form}"
    file.parent.mkdir()
    file.write_text("the old one")
    cancel = threading.Event()
    heard: list[tuple[int, int]] = []

    def told(taken: int, total: int) -> None:
        heard.append((taken, total))
        cancel.set()

    with pytest.raises(CancelledError):
        hub.exports.to_file(PRINCIPAL, RecordSearch("students"), file, form, cancel=cancel, told=told)
    assert heard == [(0, 3)]
    assert file.read_text() == "the old one"
    assert list(file.parent.iterdir()) == [file]
    assert list(waiting.iterdir()) == []
    with pytest.raises(ConfigurationError, match="cannot be written"):
        hub.exports.to_file(PRINCIPAL, RecordSearch("students"), tmp_path / "no" / "a", form)


def test_a_workbook_goes_on_a_further_sheet_and_tells_what_it_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hub_desktop.hub.export_formats._LAST_ROW", 4)
    file = tmp_path / "a.xlsx"
    with file.open("wb") as out:
        sheet = ExcelSheet(out, SUBJECTS, SUBJECTS.fields[:2], ["About"])
        sheet.write([view(f"S{n}", "x" * 40_000 if n == 6 else None) for n in range(7)])
        sheet.close(7)
    assert sheet.notes()[0].startswith("1 value longer than 32,767 characters")
    with CalamineWorkbook.from_path(str(file)) as book:
        assert book.sheet_names == ["About this file", "Subjects", "Subjects 2", "Subjects 3"]
        found = [row[0] for name in book.sheet_names[1:] for row in book.get_sheet_by_name(name).to_python()[1:]]
    assert found == [f"S{n}" for n in range(7)]


cells = st.one_of(
    st.none(), st.floats(allow_nan=False, allow_infinity=False), st.text(st.characters(codec="utf-8"), max_size=20)
)


@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_csv_reads_back_as_it_was_guarded(rows: list[tuple[str | float | None, str | float | None]]) -> None:
    out = io.StringIO(newline="")
    sheet = CsvSheet(out, SUBJECTS.fields[:2])
    sheet.write([view(*row) for row in rows])
    read = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[1:]
    assert [row[:2] for row in read] == [[guarded(cell) for cell in row] for row in rows]
    for row in read:
        for cell in row[:2]:
            # No spreadsheet takes it for a formula, whatever stands before it.
            assert not any(line.lstrip().startswith(("=", "@", "＝")) for line in cell.splitlines()) or cell[0] == "'"


@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_json_reads_back_as_it_is_stored(rows: list[tuple[str | float | None, str | float | None]]) -> None:
    out = io.StringIO(newline="")
    sheet = JsonSheet(out, SUBJECTS, SUBJECTS.fields[:2])
    sheet.write([view(*row) for row in rows])
    sheet.close(len(rows))
    read = json.loads(out.getvalue())
    assert [(r["subject_code"], r["name"]) for r in read["records"]] == rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20), max_size=6))
def test_a_workbook_reads_back_as_it_was_guarded(tmp_path: Path, texts: list[str]) -> None:
    file = tmp_path / "a.xlsx"
    with file.open("wb") as out:
        sheet = ExcelSheet(out, SUBJECTS, SUBJECTS.fields[:2], ["About"])
        sheet.write([view(text, 1.0) for text in texts])
        sheet.close(len(texts))
    with CalamineWorkbook.from_path(str(file)) as book:
        assert [row[0] for row in book.get_sheet_by_name("Subjects").to_python()[1:]] == [guarded(t) for t in texts]


def test_memory_stays_flat_however_many_records_go_out(hub: Hub, tmp_path: Path) -> None:
    import tracemalloc

    written = {"name": "Office", "baseUrl": "https://erp.in", "endpoints": {"students": "/s"}}
    number = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id
    students = DATA_TYPES["students"]
    store = RecordStore(hub._databases.records)
    empty = [None] * (len(students.fields) - 2)
    peaks: list[int] = []
    for start, stop in ((0, 1_000), (1_000, 9_000)):
        for first in range(start, stop, 1_000):
            rows = [(f"S{n:07}", f"Student {n}", *empty) for n in range(first, first + 1_000)]
            store.write_page(Target(number, "students", students, 1), rows, [], 1, Redactor())
        for form in ExportFormat:
            tracemalloc.start()
            try:
                exported = hub.exports.to_file(PRINCIPAL, RecordSearch("students"), tmp_path / "out", form)
                peaks.append(tracemalloc.get_traced_memory()[1])
            finally:
                tracemalloc.stop()
            assert exported.records == stop
    for few, many in zip(peaks[:3], peaks[3:], strict=True):
        assert many < few + 1_000_000
