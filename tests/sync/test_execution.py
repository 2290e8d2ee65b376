import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from hub_desktop.core.bookmarks import Validator
from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.errors import CancelledError, ConfigurationError, ErrorKind, SignInError, TransientError
from hub_desktop.core.events import Event, Level, LogRow, RunProgress
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import MASK, Redactor
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.store.engine import writing
from hub_desktop.store.records import RecordQuery, RecordStore
from hub_desktop.sync.execution import Execution

TOKEN = "t0ken-of-the-college"


@dataclass
class Page:
    records: list[Any]
    requests: int = 1
    total: int | None = None
    warnings: tuple[str, ...] = ()
    incomplete: bool = False
    only_new: bool = False
    passed_over: int = 0
    not_modified: int | None = None
    cursor: str | None = None
    validator: Validator | None = None
    same_as: int | None = None
    unread: bool = False


@dataclass
class Lists:
    """An upstream whose pages are at hand; an exception among them is raised in its turn."""

    endpoints: dict[str, list[Page | Exception | Callable[[], None]]]
    asked: list[str] = field(default_factory=list)
    unclaimed: int = 0

    def pages(self, endpoint: str) -> Iterator[Page]:
        self.asked.append(endpoint)
        for page in self.endpoints[endpoint]:
            if isinstance(page, Exception):
                raise page
            if isinstance(page, Page):
                yield page
            else:
                page()

    def claim(self) -> int:
        made, self.unclaimed = self.unclaimed, 0
        return made


class Desk:
    """One integration over a real store; each call is a run."""

    def __init__(self, store: RecordStore) -> None:
        self.store = store
        self.events: list[Event] = []
        self.cancel = threading.Event()
        self.runs = 0
        self.config = read_integration(
            {
                "name": "ERP",
                "baseUrl": "https://x.in",
                "endpoints": {
                    "students": "/s",
                    "attendance": "/a",
                    "marks": "/m",
                    "books": {"path": "/b", "dataType": "custom", "key": ["id"]},
                },
            }
        ).integration

    def execution(self) -> Execution:
        self.runs += 1
        run = Run(self.runs, 1, "ERP", Trigger.MANUAL, RunStatus.RUNNING, utc_now())
        return Execution(
            run, self.config, self.store, redactor=Redactor([TOKEN]), tell=self.events.append, cancel=self.cancel
        )

    def sync(self, **endpoints: list[Any]) -> Run:
        return self.execution().execute(Lists(endpoints), list(endpoints))

    def names(self) -> dict[str, str | None]:
        return {r.values[0]: r.values[1] for r in self.store.read(RecordQuery(STUDENTS))}

    def log(self, level: Level) -> list[str]:
        return [event.message for event in self.events if isinstance(event, LogRow) and event.level is level]


@pytest.fixture
def desk(store):
    return Desk(store)


def student(number: int, name: str = "Asha") -> dict[str, Any]:
    return {"studentId": f"S{number}", "name": name}


def test_pages_become_records_and_the_second_sync_changes_nothing(desk):
    pages = [Page([student(1), student(2)], total=3), Page([student(3)], requests=2)]
    first = desk.sync(students=pages).endpoints["students"].counts
    assert (first.read, first.added, first.unchanged, first.pages, first.requests) == (3, 3, 0, 2, 3)
    run = desk.sync(students=pages)
    second = run.endpoints["students"].counts
    assert (second.read, second.added, second.changed, second.unchanged) == (3, 0, 0, 3)
    assert run.status is RunStatus.SUCCEEDED
    assert desk.names() == {"S1": "Asha", "S2": "Asha", "S3": "Asha"}


def test_each_page_is_told_with_what_has_come_so_far(desk):
    desk.sync(students=[Page([student(1)], total=2), Page([student(2)], total=2)])
    told = [(e.counts.read, e.counts.pages, e.total) for e in desk.events if isinstance(e, RunProgress)]
    assert told == [(1, 1, 2), (2, 2, 2)]


def test_bad_records_wait_in_quarantine_until_they_are_mended(desk):
    run = desk.sync(students=[Page([student(1), {"name": "No key"}])])
    assert run.endpoints["students"].counts.quarantined == 1
    assert run.status is RunStatus.SUCCEEDED
    assert desk.store.quarantined()[0].reasons == ("Student ID is missing.",)
    assert any("refused" in message for message in desk.log(Level.WARNING))
    desk.sync(students=[Page([student(1), student(2)])])
    assert desk.store.quarantined() == []
    assert set(desk.names()) == {"S1", "S2"}


@pytest.mark.parametrize("ending", ["failure", "incomplete", "cancelled"])
def test_a_pass_that_is_not_whole_mends_nothing(desk, ending):
    desk.sync(students=[Page([student(1), {"name": "No key"}])])
    pages: list[Any] = [Page([student(1)], incomplete=ending == "incomplete")]
    if ending == "failure":
        pages.append(TransientError("Busy."))
    if ending == "cancelled":
        pages += [desk.cancel.set, Page([student(2)])]
    desk.sync(students=pages)
    assert len(desk.store.quarantined()) == 1


def test_nothing_but_bad_records_is_an_error_that_names_the_mapping(desk):
    run = desk.sync(students=[Page([{"name": "x"}, {"name": "y"}])])
    assert run.status is RunStatus.FAILED
    assert run.problem.kind is ErrorKind.RECORD
    assert "mapping" in run.problem.sentence
    assert "Student ID is missing" in run.problem.detail


def test_one_endpoint_that_fails_does_not_stop_the_others(desk):
    run = desk.sync(
        students=[Page([student(1)]), ConfigurationError("The path is wrong.", "404")],
        attendance=[Page([{"studentId": "S1", "date": "2026-01-31", "status": "P"}])],
    )
    assert run.status is RunStatus.PARTIAL
    assert run.endpoints["students"].problem.sentence == "The path is wrong."
    assert run.endpoints["students"].counts.added == 1
    assert run.endpoints["attendance"].counts.added == 1
    assert desk.names() == {"S1": "Asha"}


def test_requests_that_failed_are_counted_where_they_were_made(desk):
    source = Lists({"students": [Page([student(1)]), TransientError("Down.")], "marks": [Page([])]}, unclaimed=4)
    run = desk.execution().execute(source, ["students", "marks"])
    assert {name: outcome.counts.requests for name, outcome in run.endpoints.items()} == {"students": 5, "marks": 1}


def test_a_refused_sign_in_stops_the_run_for_the_endpoints_share_it(desk):
    source = Lists({"students": [SignInError("The token is wrong.")], "marks": [Page([])]})
    run = desk.execution().execute(source, ["students", "marks"])
    assert source.asked == ["students"]
    assert run.status is RunStatus.FAILED
    assert run.problem.kind is ErrorKind.SIGN_IN


@pytest.mark.errors_logged
def test_a_fault_of_ours_is_told_and_costs_only_its_own_endpoint(desk):
    run = desk.sync(students=[ZeroDivisionError(f"with {TOKEN}")], books=[Page([{"id": 1}])])
    assert run.endpoints["students"].problem.kind is ErrorKind.BUG
    assert run.endpoints["books"].counts.added == 1
    assert TOKEN not in str(run)


def test_cancelling_keeps_the_pages_that_were_stored(desk):
    run = desk.sync(students=[Page([student(1)]), desk.cancel.set, Page([student(2)])], marks=[Page([])])
    assert run.status is RunStatus.CANCELLED
    assert list(run.endpoints) == ["students"]
    assert desk.names() == {"S1": "Asha"}


def test_a_wait_that_was_cancelled_is_no_failure(desk):
    assert desk.sync(students=[CancelledError("Stopped.")]).status is RunStatus.CANCELLED


def test_an_empty_list_of_students_is_suspicious_when_there_were_some(desk):
    assert desk.sync(students=[Page([])]).status is RunStatus.SUCCEEDED
    desk.sync(students=[Page([student(1)])])
    run = desk.sync(students=[Page([])])
    assert run.status is RunStatus.FAILED
    assert "All of them are kept" in run.problem.sentence
    assert desk.names() == {"S1": "Asha"}
    run = desk.sync(students=[Page([], passed_over=3)])
    assert run.status is RunStatus.FAILED
    assert "The filter passed over all 3 records that ERP sent" in run.problem.sentence


def test_no_attendance_on_a_holiday_is_no_error(desk):
    record = {"studentId": "S1", "date": "2026-01-31", "status": "P"}
    desk.sync(attendance=[Page([record])])
    assert desk.sync(attendance=[Page([])]).status is RunStatus.SUCCEEDED


def test_two_records_with_one_key_are_told_to_it_staff(desk):
    run = desk.sync(students=[Page([student(1, "Asha"), student(1, "Ravi")]), Page([student(1, "Bela")])])
    assert run.status is RunStatus.SUCCEEDED
    assert any(message.startswith("2 records for students came with a key") for message in desk.log(Level.WARNING))


def test_warnings_of_a_page_and_values_left_out_are_in_the_log(desk):
    run = desk.sync(students=[Page([student(1) | {"email": "no address"}], warnings=("Odd page.",))])
    assert run.endpoints["students"].warnings == 1
    assert "Odd page." in desk.log(Level.WARNING)
    assert any("1 value left out" in message for message in desk.log(Level.WARNING))


def test_no_secret_reaches_run_log_or_quarantine(desk):
    run = desk.sync(
        students=[
            Page([student(1), {"name": TOKEN}], warnings=(f"echo {TOKEN}",)),
            TransientError(f"Said {TOKEN}.", f"detail {TOKEN}", evidence={"address": f"https://x.in/?k={TOKEN}"}),
        ],
        attendance=[Page([{"studentId": "S1", "date": TOKEN, "status": TOKEN}])],
    )
    assert TOKEN not in str(run)
    assert TOKEN not in str(desk.events)
    kept = desk.store.quarantined()
    assert TOKEN not in str(kept)
    assert MASK in str(kept)


def test_a_page_that_came_by_webhook_ends_in_the_same_records(desk):
    execution = desk.execution()
    execution.store_page("students", [student(1)], 1)
    execution.store_page("students", [student(2), {"name": "No key"}], 2)
    run = execution.execute(Lists({"students": [Page([student(1), student(2), student(3)])]}), ["students"])
    counts = run.endpoints["students"].counts
    assert (counts.read, counts.added, counts.unchanged, counts.quarantined) == (6, 3, 2, 1)
    assert run.status is RunStatus.SUCCEEDED


def test_good_deliveries_do_not_hide_an_upstream_whose_records_are_all_bad(desk):
    execution = desk.execution()
    execution.store_page("students", [student(1)], 1)
    run = execution.execute(Lists({"students": [Page([{"name": "x"}])]}), ["students"])
    assert run.problem.kind is ErrorKind.RECORD


@pytest.mark.errors_logged
def test_a_disk_that_fails_is_told_and_nothing_of_the_page_is_kept(desk):
    desk.sync(students=[Page([student(1)])])
    with writing(desk.store._engine).begin() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full BEFORE INSERT ON students BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    run = desk.sync(students=[Page([student(2)])])
    assert run.status is RunStatus.FAILED
    assert desk.names() == {"S1": "Asha"}


def test_javascript_rewrites_records_before_they_are_mapped(desk):
    students = desk.config.endpoints["students"]
    source = "(r) => r.left ? null : ({...r, studentId: r.code.trim()})"
    desk.config = desk.config.model_copy(
        update={"endpoints": desk.config.endpoints | {"students": students.model_copy(update={"javascript": source})}}
    )
    page = [{"code": " S1 ", "name": "Asha"}, {"code": "S2", "left": True}, {"code": 3, "name": "Ravi"}]
    run = desk.sync(students=[Page(page)])
    counts = run.endpoints["students"].counts
    assert (counts.read, counts.added, counts.quarantined) == (2, 1, 1)
    assert run.status is RunStatus.SUCCEEDED


def test_javascript_that_does_not_end_fails_its_endpoint_alone(desk):
    students = desk.config.endpoints["students"].model_copy(update={"javascript": "(r) => { while (true) {} }"})
    desk.config = desk.config.model_copy(update={"endpoints": desk.config.endpoints | {"students": students}})
    run = desk.sync(students=[Page([{"id": 1}])], marks=[])
    problem = run.endpoints["students"].problem
    assert problem is not None
    assert problem.kind is ErrorKind.CONFIGURATION
    assert "did not end" in problem.sentence
    assert run.endpoints["marks"].problem is None
