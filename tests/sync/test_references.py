from typing import Any

import pytest

from hub_desktop.core.datatypes import ATTENDANCE, MARKS, STUDENTS, SUBJECTS
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.runs import Counts, EndpointOutcome, Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.store.references import ReferenceStore, UnknownStudents
from hub_desktop.sync.references import unknown_students

NOBODY = Redactor()


def bring(store: RecordStore, data_type: Any, *rows: tuple[Any, ...], source: int = 1, run: int = 1) -> None:
    whole = [(*row, *[None] * (len(data_type.fields) - len(row))) for row in rows]
    store.write_page(Target(source, data_type.name, data_type, run), whole, [], 1, NOBODY)


@pytest.fixture
def references(store: RecordStore) -> ReferenceStore:
    return ReferenceStore(store._engine)


def present(student: str, day: int = 1) -> tuple[Any, ...]:
    return (student, f"2026-01-{day:02}", "", "", "present")


def test_students_nobody_knows_are_counted_and_the_first_ten_named(store, references):
    bring(store, STUDENTS, ("S1", "Asha"), source=1)
    bring(store, ATTENDANCE, *(present(f"S{n}", day) for n in range(1, 30) for day in (1, 2)), source=2, run=5)
    found = references.unknown_students(ATTENDANCE, 2, 5, [1, 2])
    assert found == UnknownStudents(28, tuple(sorted(f"S{n}" for n in range(2, 30))[:10]))


def test_without_a_list_of_students_nothing_is_said(store, references):
    bring(store, ATTENDANCE, present("S1"), source=2)
    assert references.unknown_students(ATTENDANCE, 2, 1, [1, 2]) is None
    bring(store, STUDENTS, ("S1", "Asha"), source=9)
    assert references.unknown_students(ATTENDANCE, 2, 1, [1, 2]) is None, "another college's students are not ours"
    assert references.unknown_students(ATTENDANCE, 2, 1, [1, 2, 9]) == UnknownStudents(0, ())


def test_only_what_the_run_brought_counts(store, references):
    bring(store, STUDENTS, ("S1", "Asha"))
    bring(store, MARKS, ("S2", "CS1", "Mid"), source=2, run=4)
    bring(store, MARKS, ("S3", "CS1", "Mid"), source=2, run=5)
    assert references.unknown_students(MARKS, 2, 5, [1, 2]) == UnknownStudents(1, ("S3",))
    assert references.unknown_students(MARKS, 2, 6, [1, 2]) == UnknownStudents(0, ())


def test_a_student_that_left_is_known_still(store, references):
    bring(store, STUDENTS, ("S1", "Asha"), ("S2", "Ravi"))
    with writing(store._engine).begin() as connection:
        connection.exec_driver_sql(
            "UPDATE students SET removed_at = '2026-01-01T00:00:00.000000Z' WHERE student_id='S2'"
        )
    bring(store, ATTENDANCE, present("S2"), source=2)
    assert references.unknown_students(ATTENDANCE, 2, 1, [1]) == UnknownStudents(0, ())
    with pytest.raises(ValueError, match="names no student"):
        references.unknown_students(SUBJECTS, 2, 1, [1])


def test_the_log_says_it_once_for_each_kind_of_data(store, references):
    bring(store, STUDENTS, ("S1", "Asha"))
    bring(store, ATTENDANCE, present("S2"), source=2, run=5)
    written = {"name": "Biometric", "baseUrl": "https://b.example.edu", "apiKey": "t0ken-of-the-college"}
    config = read_integration({**written, "endpoints": {"attendance": "/a", "marks": "/m"}}).integration

    def rows(**counts: int) -> list[Any]:
        outcome = {"attendance": EndpointOutcome(Counts(**counts)), "gone": EndpointOutcome(Counts(added=1))}
        run = Run(5, 2, "Biometric", Trigger.MANUAL, RunStatus.SUCCEEDED, utc_now(), endpoints=outcome)
        return list(unknown_students(run, config, references, [1, 2], NOBODY))

    assert rows(unchanged=1) == []
    (row,) = rows(added=1)
    assert row.message == "Attendance came of 1 student whom no list of students knows. They are kept."
    assert row.detail == "Student ID S2"
    assert (row.run_id, row.integration_id, row.integration) == (5, 2, "Biometric")
