"""What a run notices about the fields of records, and when it says nothing."""

import threading
from typing import Any

import pytest

from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.events import Event, Level, LogRow
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import MASK, Redactor
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.store.records import RecordQuery, RecordStore
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.sync.execution import Execution

from .test_execution import Lists, Page

PHONE_GONE = "Students from College ERP no longer hold “phone”, which is mapped to Phone."


class Desk:
    def __init__(self, store: RecordStore) -> None:
        self.store = store
        self.shapes = ShapeStore(store._engine)
        self.runs = 0

    def sync(self, *pages: Page, students: Any = "/students") -> list[LogRow]:
        """Run once; return the rows of the log that are about none of counts, brake and end."""
        written = {"name": "College ERP", "baseUrl": "https://erp.example.edu", "apiKey": "t0ken-of-the-college"}
        config = read_integration({**written, "endpoints": {"students": students}}).integration
        told: list[Event] = []
        self.runs += 1
        Execution(
            Run(self.runs, 1, "College ERP", Trigger.MANUAL, RunStatus.RUNNING, utc_now()),
            config,
            self.store,
            redactor=Redactor(["t0ken-of-the-college"]),
            tell=told.append,
            cancel=threading.Event(),
            shapes=self.shapes,
        ).execute(Lists({"students": list(pages)}), ["students"])
        rows = [event for event in told if isinstance(event, LogRow)]
        return [row for row in rows if not row.message.startswith(("Sync ", "Students: ", "Nearly all "))]

    def standing(self) -> list[str]:
        return [c.sentence for found in self.shapes.standing().values() for m in found.values() for c in m.standing]


@pytest.fixture
def desk(store: RecordStore) -> Desk:
    return Desk(store)


def students(number: int = 30, *, gone: str | None = None, **more: Any) -> Page:
    rows = [{"studentId": f"S{n}", "name": "Asha", "phone": "98", **more} for n in range(number)]
    return Page([{key: value for key, value in row.items() if key != gone} for row in rows])


def test_a_field_that_vanished_is_told_once_in_words(desk):
    assert desk.sync(students()) == []
    (row,) = desk.sync(students(gone="phone"))
    assert (row.level, row.message, row.endpoint) == (Level.WARNING, PHONE_GONE, "students")
    assert desk.sync(students(gone="phone")) == []
    assert desk.standing() == [PHONE_GONE]
    (row,) = desk.sync(students())
    assert (row.level, row.message) == (Level.INFO, "Students from College ERP hold “phone” as before again.")
    assert desk.standing() == []


def test_pages_count_together(desk):
    desk.sync(students(10), students(10), students(10))
    assert [row.message for row in desk.sync(students(10, gone="phone"), students(20, gone="phone"))] == [PHONE_GONE]


@pytest.mark.parametrize(
    "change", [{"incomplete": True}, {"only_new": True}, {"not_modified": 5}], ids=["incomplete", "new", "not modified"]
)
def test_a_part_of_the_records_proves_nothing(desk, change):
    desk.sync(students())
    page = students(gone="phone")
    for name, value in change.items():
        setattr(page, name, value)
    assert [row for row in desk.sync(page) if "phone" in row.message] == []
    assert desk.standing() == []


def test_a_mapping_that_is_mended_ends_it(desk):
    desk.sync(students())
    desk.sync(students(gone="phone", mob="98"))
    assert desk.standing() == [PHONE_GONE]
    mended = {"path": "/students", "mappings": [{"from": "mob", "to": "phone"}]}
    assert desk.sync(students(gone="phone", mob="98"), students=mended) == []
    assert desk.standing() == []


def test_what_explains_why_all_were_refused_is_told_too(desk):
    desk.sync(students())
    rows = desk.sync(students(gone="studentId"))
    assert any("no longer hold “studentId”, which is mapped to Student ID" in row.message for row in rows)
    assert len(desk.standing()) == 1


def test_records_that_were_all_refused_are_no_measure(desk):
    desk.sync(students(gone="studentId"))
    assert desk.shapes.read(1, "students") is None


def test_few_records_are_no_measure_either(desk):
    desk.sync(students(19))
    assert desk.sync(students(19, gone="phone")) == []
    assert desk.shapes.read(1, "students").key_names == ("studentId",)


def test_a_secret_used_as_a_name_is_masked(desk):
    desk.sync(students())
    rows = desk.sync(students(**{"t0ken-of-the-college": 1}))
    assert [MASK in row.message for row in rows] == [True]
    assert "t0ken" not in str(desk.standing())


def test_any_name_can_be_remembered(desk):
    odd = {"\ud800": 1, "a\x00b": "x", "“": [1], "": {}}
    desk.sync(students(**odd))
    memory = desk.shapes.read(1, "students")
    assert set(odd) <= set(memory.shape.fields)
    assert len(desk.sync(students())) == 4


def test_records_of_deliveries_tell_which_field_names_them(desk):
    written = {"name": "College ERP", "baseUrl": "https://erp.example.edu", "apiKey": "t0ken-of-the-college"}
    config = read_integration({**written, "endpoints": {"students": "/students"}}).integration
    execution = Execution(
        Run(1, 1, "College ERP", Trigger.WEBHOOK, RunStatus.RUNNING, utc_now()),
        config,
        desk.store,
        redactor=Redactor(),
        tell=lambda event: None,
        cancel=threading.Event(),
        shapes=desk.shapes,
    )
    execution.store_page("students", students(1).records, 1)
    assert desk.shapes.read(1, "students").key_names == ("studentId",)


def users(*numbers: int, named: bool) -> Page:
    return Page([{"id": n, "fullname": "Asha"} | ({"idnumber": f"S{n}"} if named else {}) for n in numbers])


def test_a_page_that_came_as_the_last_time_still_tells_which_field_names_a_record(desk):
    first, second = users(*range(30), named=True), users(40, 41, named=False)
    desk.sync(first)
    first.same_as = 30
    desk.sync(first, second)
    kept = desk.store.read(RecordQuery(STUDENTS))
    assert {row.values[0] for row in kept} == {f"S{n}" for n in range(30)}, "nobody is named by the number of the row"
    assert len(desk.store.quarantined()) == 2
    assert set(desk.shapes.read(1, "students").key_names) == {"id", "idnumber"}


def test_what_came_as_before_counts_in_the_sample(desk):
    desk.sync(students(30), students(300))
    same = students(30)
    same.same_as = 30
    assert desk.sync(same, students(300, gone="phone")) == []
    assert [row.message for row in desk.sync(students(5), students(300, gone="phone"))] == [PHONE_GONE]


def test_pages_that_nobody_read_let_no_field_vanish(desk):
    desk.sync(students(30), students(300))
    same, unread = students(30), students(300)
    same.same_as, unread.same_as, unread.unread = 30, 300, True
    assert desk.sync(same, unread, students(400, gone="phone")) == []
    assert [row.message for row in desk.sync(students(30), students(300, gone="phone"))] == [PHONE_GONE]
