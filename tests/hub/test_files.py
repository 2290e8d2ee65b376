"""A folder of files is a system like any other: synced, remembered, quarantined, tested."""

import csv
import gzip
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.errors import ErrorKind
from hub_desktop.core.events import Level
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run, RunStatus
from hub_desktop.core.status import Light
from hub_desktop.hub.exports import ExportFormat
from hub_desktop.hub.hub import Hub
from hub_desktop.hub.records import RecordSearch
from hub_desktop.upstream.report import Mark, named, summary

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
OULAD = Path(__file__).parents[1] / "data" / "oulad"


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    folder = tmp_path / "Exports of the office"
    folder.mkdir()
    return folder


def connect(hub: Hub, folder: Path, **endpoints: Any) -> int:
    written = {"name": "Office files", "baseUrl": str(folder), "endpoints": endpoints}
    return hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id


def counts(run: Run) -> dict[str, tuple[int, int, int, int, int]]:
    return {
        name: (c.read, c.added, c.changed, c.unchanged, c.quarantined)
        for name, outcome in run.endpoints.items()
        if (c := outcome.counts)
    }


def said(hub: Hub, run: Run, level: Level = Level.WARNING) -> str:
    return " ".join(row.message for row in hub.syncs.log(PRINCIPAL, run_id=run.run_id, level=level))


def test_students_of_a_csv_file_arrive_are_remembered_and_follow_it(hub: Hub, exports: Path) -> None:
    number = connect(hub, exports, students="students*.csv")
    (exports / "students-1.csv").write_text("Roll No.;Name\n007;Asha Rao\n008;Ravi Sen\n")
    first = hub.syncs.run(PRINCIPAL, number)
    assert (first.status, counts(first)) == (RunStatus.SUCCEEDED, {"students": (2, 2, 0, 0, 0)})
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (2, 0, 0, 2, 0)}
    (exports / "students-2.csv").write_text("Roll No.;Name\n007;Asha Rao-Sen\n008;Ravi Sen\n009;Om\n")
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (3, 1, 1, 1, 0)}
    rows = hub.records.find(PRINCIPAL, "students").rows
    assert [row.values[:2] for row in rows] == [("007", "Asha Rao-Sen"), ("008", "Ravi Sen"), ("009", "Om")]
    assert {row.source for row in rows} == {"Office files"}


def test_ragged_rows_wait_in_quarantine_until_the_file_is_mended(hub: Hub, exports: Path) -> None:
    number = connect(hub, exports, students="students.csv")
    file = exports / "students.csv"
    # The bad row is on the first of two pages: the second must not make the file count as read without fault.
    more = "".join(f"s{n},Name\n" for n in range(1_500))
    file.write_text("id,name\n1\n" + more)
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (1_501, 1_500, 0, 0, 1)}
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (1_501, 0, 0, 1_500, 1)}
    (refused,) = hub.records.quarantined(PRINCIPAL)
    assert refused.record.reasons == ("Line 2 has 1 value, but the headings are 2.",)
    file.write_text("id,name\n1,a\n" + more)
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (1_501, 1, 0, 1_500, 0)}
    assert hub.records.quarantined(PRINCIPAL) == []
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (1_501, 0, 0, 1_501, 0)}


def test_daily_files_with_corrections_settle(hub: Hub, exports: Path) -> None:
    number = connect(hub, exports, attendance="att-*.csv")
    (exports / "att-1.csv").write_text("studentId,date,status\n7,2026-01-05,absent\n8,2026-01-05,present\n")
    hub.syncs.run(PRINCIPAL, number)
    (exports / "att-2.csv").write_text("studentId,date,status\n7,2026-01-05,present\n7,2026-01-06,present\n")
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"attendance": (3, 1, 1, 1, 0)}
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"attendance": (3, 0, 0, 3, 0)}


def test_a_folder_that_is_gone_is_tried_again_and_costs_nothing(hub: Hub, exports: Path) -> None:
    number = connect(hub, exports, students="students.csv")
    (exports / "students.csv").write_text("id,name\n1,a\n")
    hub.syncs.run(PRINCIPAL, number)
    exports.rename(exports.with_name("elsewhere"))
    run = hub.syncs.run(PRINCIPAL, number)
    assert run.status is RunStatus.FAILED
    (problem,) = [outcome.problem for outcome in run.endpoints.values()]
    assert problem is not None
    assert problem.kind is ErrorKind.TRANSIENT
    assert "is not there" in problem.sentence
    assert hub.overview.one(PRINCIPAL, number).status.light is Light.WAITING
    assert hub.records.find(PRINCIPAL, "students").total == 1
    exports.with_name("elsewhere").rename(exports)
    assert hub.syncs.run(PRINCIPAL, number).status is RunStatus.SUCCEEDED


def test_the_test_of_a_folder_says_what_it_found(hub: Hub, exports: Path) -> None:
    number = connect(
        hub, exports, students="students*.csv", marks={"path": "marks.xlsx", "params": {"sheet": "Term 1"}}
    )
    (exports / "students-1.csv").write_text("Roll No.,Name\n1,a\n")
    (exports / "students-2.csv").write_text("Roll No.,Name\n1,a\n2,b\n")
    heard: list[Any] = []
    report = hub.tests.stored(PRINCIPAL, number, told=heard.append)
    assert heard == list(report.checks)
    assert [check.name for check in report.checks] == ["Folder", "students", "marks"]
    folder, students, marks = report.checks
    assert (folder.mark, students.mark, marks.mark) == (Mark.PASSED, Mark.PASSED, Mark.FAILED)
    assert str(exports) in folder.sentence
    assert "2 records read, all well" in students.sentence
    assert any("File: students-2.csv" in note for note in students.notes)
    assert any("not students-1.csv" in note for note in students.notes)
    assert "Headings: Roll No., Name." in students.notes
    assert "Mapping: Student ID from “Roll No.” (by its name); Name from “Name” (by its name)." in students.notes
    assert "There is no file marks.xlsx" in marks.sentence
    assert "did not work" in summary(report)
    only = hub.tests.stored(PRINCIPAL, number, endpoints=["students"])
    assert only.ok
    (exports / "students-2.csv").write_text("Roll No.,Name\n")
    assert named(hub.tests.stored(PRINCIPAL, number).checks, "students").mark is Mark.NOTED
    gone = hub.tests.unsaved(
        PRINCIPAL,
        read_integration({"name": "X", "baseUrl": str(exports / "no"), "endpoints": {"students": "a.csv"}}).integration,
        {},
    )
    assert [check.mark for check in gone.checks] == [Mark.FAILED, Mark.NOT_TRIED]


def test_what_a_spreadsheet_did_to_a_file_is_in_the_log_of_every_run(hub: Hub, exports: Path) -> None:
    with gzip.open(OULAD / "studentInfo.excel-damaged.excerpt.csv.gz", "rb") as packed:
        (exports / "info.csv").write_bytes(packed.read())
    number = connect(
        hub,
        exports,
        enrolments={
            "path": "info.csv",
            "dataType": "custom",
            "key": ["code_module", "code_presentation", "id_student"],
        },
    )
    for added in (3_260, 0):
        run = hub.syncs.run(PRINCIPAL, number)
        assert run.status is RunStatus.SUCCEEDED
        assert run.total.added == added
        assert "“imd_band”: 349 of " in said(hub, run)


def test_a_real_college_s_marks_and_enrolments_arrive_without_loss(hub: Hub, exports: Path) -> None:
    """All of OULAD: 173,912 marks, 173 of them without a score, and 32,593 enrolments."""
    for name in ("studentAssessment", "studentInfo"):
        with gzip.open(OULAD / f"{name}.csv.gz", "rb") as packed:
            (exports / f"{name}.csv").write_bytes(packed.read())
    with gzip.open(OULAD / "assessments.csv.gz", "rt", encoding="utf-8", newline="") as packed:
        modules = {row["id_assessment"]: row["code_module"] for row in csv.DictReader(packed)}
    number = connect(
        hub,
        exports,
        marks={
            "path": "studentAssessment.csv",
            "mappings": [
                {"from": "id_student", "to": "student_id"},
                {"from": "id_assessment", "to": "exam"},
                {"from": "id_assessment", "to": "subject_code", "transformations": [{"table": modules}]},
                {"from": "score", "to": "marks_obtained"},
            ],
        },
        enrolments={
            "path": "studentInfo.csv",
            "dataType": "custom",
            "key": ["code_module", "code_presentation", "id_student"],
        },
    )
    first = hub.syncs.run(PRINCIPAL, number)
    assert counts(first) == {"marks": (173_912, 173_912, 0, 0, 0), "enrolments": (32_593, 32_593, 0, 0, 0)}
    assert said(hub, first) == ""
    file = exports / "out.csv"
    assert hub.exports.to_file(PRINCIPAL, RecordSearch("marks"), file, ExportFormat.CSV).records == 173_912
    with file.open(encoding="utf-8", newline="") as opened:
        marks = Counter(row["marks_obtained"] for row in csv.DictReader(opened))
    with (exports / "studentAssessment.csv").open(encoding="utf-8", newline="") as opened:
        came = Counter(row["score"] for row in csv.DictReader(opened))
    assert (marks.total(), marks[""], marks["0.0"]) == (173_912, 173, came["0"])
    assert {float(mark): times for mark, times in marks.items() if mark} == {
        float(score): times for score, times in came.items() if score
    }
    # As if the files had been written anew with the same content: read and compared, not told unchanged beforehand.
    hub.integrations.edit(PRINCIPAL, number, read_integration(_renamed(hub, number)))
    second = hub.syncs.run(PRINCIPAL, number)
    assert counts(second) == {"marks": (173_912, 0, 0, 173_912, 0), "enrolments": (32_593, 0, 0, 32_593, 0)}
    assert second.total.pages == 174 + 33
    third = hub.syncs.run(PRINCIPAL, number)
    assert counts(third) == counts(second)
    assert third.total.pages == 2


def _renamed(hub: Hub, number: int) -> dict[str, Any]:
    """Return the configuration with the same files under patterns, so that what was remembered of them is not good."""
    written = hub.integrations.get(PRINCIPAL, number).config.to_json()
    for endpoint in written["endpoints"].values():
        endpoint["path"] = endpoint["path"].replace("student", "s*t", 1)
    return written


def test_a_complete_list_removes_who_left_and_a_preview_says_so_before(hub: Hub, exports: Path) -> None:
    number = connect(hub, exports, students={"path": "students.csv", "completeList": True})
    everybody = [f"s{n},Name {n}\n" for n in range(30)]
    (exports / "students.csv").write_text("id,name\n" + "".join(everybody))
    hub.syncs.run(PRINCIPAL, number)
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (30, 0, 0, 30, 0)}
    (exports / "students.csv").write_text("id,name\n" + "".join(everybody[2:]))
    preview = hub.syncs.preview(PRINCIPAL, number)
    assert preview.run.total.removed == 2
    assert hub.records.find(PRINCIPAL, "students").total == 30
    assert hub.syncs.run(PRINCIPAL, number).total.removed == 2
    assert hub.records.find(PRINCIPAL, "students").total == 28


def test_a_mapping_is_made_from_the_records_of_a_file_and_a_function_sees_them(hub: Hub, exports: Path) -> None:
    (exports / "students.csv").write_text("Roll,Who\n007,Asha Rao\n008\n009,Om\n")
    endpoint = {
        "path": "students.csv",
        "javascript": "(record) => ({student_id: 'S' + record.Roll, name: record.Who})",
    }
    number = connect(hub, exports, students=endpoint)
    config = hub.integrations.get(PRINCIPAL, number).config
    sample = hub.samples.take(PRINCIPAL, config, {}, "students", integration_id=number)
    assert [dict(record) for record in sample.records] == [
        {"student_id": "S007", "name": "Asha Rao"},
        {"student_id": "S009", "name": "Om"},
    ]
    assert sample.notes == ("Line 3 has 1 value, but the headings are 2.",)
    check = named(hub.tests.stored(PRINCIPAL, number).checks, "students")
    assert check.ok
    assert "1 of the first 3 would be refused: Line 3" in check.sentence
    assert counts(hub.syncs.run(PRINCIPAL, number)) == {"students": (3, 2, 0, 0, 1)}
    assert [row.values[:2] for row in hub.records.find(PRINCIPAL, "students").rows] == [
        ("S007", "Asha Rao"),
        ("S009", "Om"),
    ]
    (refused,) = hub.records.quarantined(PRINCIPAL)
    assert refused.record.reasons == ("Line 3 has 1 value, but the headings are 2.",)
