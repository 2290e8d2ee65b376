import sys
import threading
from collections import Counter
from dataclasses import asdict
from datetime import date

import pytest

from hub_desktop.core.resources import resource_path
from hub_desktop.server.sample_college.data import FIRST_DAY, SampleCollege, SampleCredentials

COUNTS = {"students": 321, "faculty": 68, "subjects": 28, "timetable": 900, "attendance": 620, "marks": 250}
CREDENTIALS = SampleCredentials("erp-token", "biometric-key", "lms-client", "lms-secret")


@pytest.fixture
def college() -> SampleCollege:
    return SampleCollege.load(**asdict(CREDENTIALS))


def test_the_bundle_holds_what_it_says(college):
    assert {name: len(college.rows(name)) for name in COUNTS} == COUNTS


def test_records_refer_to_records_that_exist(college):
    def column(name: str, field: str) -> set:
        return {row[field] for row in college.rows(name)}

    assert column("attendance", "studentId") | column("marks", "studentId") <= column("students", "studentId")
    assert column("timetable", "staffId") <= column("faculty", "staffId")
    assert column("timetable", "courseCode") | column("marks", "courseCode") <= column("subjects", "courseCode")


def test_the_dirt_of_the_source_is_still_there(college):
    attendance = college.rows("attendance")
    assert Counter(row["attendance"] for row in attendance) == {"excused": 389, "absent": 230, "partial": 1}
    twice = Counter((row["studentId"], row["date"]) for row in attendance)
    assert [key for key, count in twice.items() if count > 1] == [("604822", "2021-12-15")]
    assert sum(row["marksObtained"] > row["maxMarks"] for row in college.rows("marks")) == 5
    assert sum("email" in row for row in college.rows("faculty")) == 18
    assert not any("email" in row for row in college.rows("students"))


def test_nothing_was_updated_before_it_happened_or_after_the_year(college):
    for name in COUNTS:
        for row in college.rows(name):
            assert "2022-04-15" <= row["updatedAt"] <= "2022-05-27T16:00:00Z"
            assert row["updatedAt"][:10] >= row.get("date", row.get("examDate", ""))


def test_the_bundle_is_small_and_carries_its_licence():
    folder = resource_path("sample_college")
    assert sum(file.stat().st_size for file in folder.iterdir()) < 400_000
    assert "Apache License" in (folder / "LICENSE").read_text()
    assert "Ed-Fi" in (folder / "NOTICES.md").read_text()
    for file in folder.glob("*.gz"):
        assert file.read_bytes()[4:8] == bytes(4), "the modification time of a gzip file would differ at every making"


def test_generated_credentials_are_all_different_and_never_shown():
    first, second = SampleCredentials.generate(), SampleCredentials.generate()
    values = [*asdict(first).values(), *asdict(second).values()]
    assert len(set(values)) == 8
    assert not any(value in repr(first) for value in values)


def changes_between(before: dict, college: SampleCollege, name: str) -> tuple[list[dict], list[dict]]:
    """Return the records that were changed and those that were added, in a data set whose order must hold."""
    now = college.rows(name)
    known = len(before[name])
    changed = [row for old, row in zip(before[name], now, strict=False) if row != old]
    return changed, list(now[known:])


def test_a_day_changes_exactly_what_it_says(college):
    added_students = 0
    for step in range(1, 31):
        before = {name: college.rows(name) for name in COUNTS}
        advance = college.advance_day(seed=step)
        assert college.today == advance.day
        assert advance.day.weekday() < 5
        for name in ("faculty", "subjects", "timetable"):
            assert college.rows(name) == before[name]
        corrected, new_students = changes_between(before, college, "students")
        assert (len(corrected), len(new_students)) == (advance.students_changed, advance.students_added)
        assert 1 <= len(corrected) <= 2
        raised, new_marks = changes_between(before, college, "marks")
        assert (len(raised), new_marks) == (advance.marks_changed, [])
        assert len(raised) == 1
        changed, events = changes_between(before, college, "attendance")
        assert (changed, len(events)) == ([], advance.attendance_added)
        assert 3 <= len(events) <= 6
        assert {event["date"] for event in events} == {advance.day.isoformat()}
        assert len({event["studentId"] for event in events}) == len(events)
        for row in [*corrected, *new_students, *raised, *events]:
            assert row["updatedAt"] == advance.updated_at
        for row in corrected:
            assert row["lastName"] in row["name"]
        assert raised[0]["marksObtained"] <= raised[0]["maxMarks"]
        added_students += len(new_students)
    assert 0 < added_students < 30
    ids = [row["studentId"] for row in college.rows("students")]
    assert len(set(ids)) == len(ids) == 321 + added_students


def test_the_next_day_after_a_friday_is_a_monday(college):
    assert FIRST_DAY.weekday() == 4
    assert college.advance_day().day == date(2022, 5, 30)
    assert college.advance_day().day == date(2022, 5, 31)


def test_a_corrected_student_really_differs(college):
    for step in range(60):
        before = {row["studentId"]: row for row in college.rows("students")}
        college.advance_day(seed=step)
        for row in college.rows("students"):
            old = before.get(row["studentId"])
            if old is not None and old != row:
                fields = {field for field in row if row[field] != old.get(field)} - {"updatedAt"}
                assert fields in ({"lastName", "name"}, {"email"})
                assert row.get("email", "@students.example").endswith("@students.example")


def test_a_seed_gives_the_same_day_and_another_seed_another(college):
    other, third = (SampleCollege.load(**asdict(CREDENTIALS)) for _ in range(2))
    assert college.advance_day(seed=5) == other.advance_day(seed=5)
    third.advance_day(seed=6)
    for name in COUNTS:
        assert college.rows(name) == other.rows(name)
    assert college.rows("attendance") != third.rows("attendance")


def test_days_advanced_from_many_threads_are_all_counted(college, often_switching_threads):
    counts = []

    def advance() -> None:
        counts.extend(college.advance_day().attendance_added for _ in range(5))

    threads = [threading.Thread(target=advance) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(college.rows("attendance")) == 620 + sum(counts)
    assert college.today == date(2022, 6, 24)


@pytest.fixture
def often_switching_threads():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)
