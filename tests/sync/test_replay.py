"""Replay: what passes now is stored once and waits no more, what does not waits on, and nothing is ever in neither."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.datatypes import ATTENDANCE, STUDENTS
from hub_desktop.core.events import Event, Level, LogRow, RunProgress
from hub_desktop.core.integration import Integration, read_integration
from hub_desktop.core.keeping import Keeping
from hub_desktop.core.redaction import MASK, Redactor
from hub_desktop.core.runs import Run, RunStatus, Trigger
from hub_desktop.core.times import utc_now
from hub_desktop.core.validation import RecordChecker
from hub_desktop.store.engine import Databases, open_databases, writing
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.quarantine import QuarantineStore
from hub_desktop.store.records import RecordQuery, RecordStore, Target
from hub_desktop.store.shapes import ShapeStore
from hub_desktop.store.vault import MemoryVault
from hub_desktop.sync.replay import Replay, ReplayStores

GUESS: dict[str, Any] = {"path": "/attendance"}
SAID: dict[str, Any] = {
    "path": "/attendance",
    "mappings": [
        {"from": "studentId", "to": "student_id"},
        {"from": "date", "to": "date", "transformations": [{"date": "%d/%m/%Y"}]},
    ],
}


def integration(**endpoints: Any) -> Integration:
    written = {"name": "College ERP", "baseUrl": "https://erp.example.edu", "apiKey": "t0ken-of-it"}
    return read_integration({**written, "endpoints": endpoints or {"attendance": GUESS}}).integration


@dataclass
class Desk:
    """One source, its refused records, and what replays said."""

    databases: Databases
    secrets: tuple[str, ...] = ()
    told: list[Event] = field(default_factory=list)
    runs: int = 0

    def __post_init__(self) -> None:
        engine = self.databases.records
        self.records, self.quarantine = RecordStore(engine), QuarantineStore(engine)
        self.shapes = ShapeStore(engine)

    def run(self) -> Run:
        self.runs += 1
        return Run(self.runs, 1, "College ERP", Trigger.MANUAL, RunStatus.RUNNING, utc_now())

    def bring(self, config: Integration, *records: Any, name: str = "attendance") -> list[int]:
        """Let records come in as a page of a run; return the numbers of all refused ones, oldest first."""
        checker = RecordChecker(name, config.endpoints[name])
        checked = checker.check(records)
        target = Target(1, name, checker.data_type, self.run().run_id)
        self.records.write_page(target, checked.good, checked.refused, 1, Redactor(self.secrets))
        return sorted(one.row_id for one in self.quarantine.read())

    def replay(
        self,
        config: Integration,
        row_ids: list[int] | None = None,
        cancel: threading.Event | None = None,
        keeping: Keeping | None = None,
    ) -> Run:
        replay = Replay(
            self.run(),
            config,
            ReplayStores(self.records, self.quarantine, self.shapes),
            redactor=Redactor(self.secrets),
            tell=self.told.append,
            cancel=cancel or threading.Event(),
            keeping=keeping,
        )
        return replay.execute(self.quarantine.places(integration_ids={1}, row_ids=row_ids).get(1, {}))

    def stored(self, data_type: Any = ATTENDANCE) -> list[tuple[Any, ...]]:
        return [row.values for row in self.records.read(RecordQuery(data_type, limit=None))]

    def waiting(self) -> dict[int, tuple[str, tuple[str, ...]]]:
        return {one.row_id: (one.raw, one.reasons) for one in self.quarantine.read()}

    def empty(self) -> None:
        with writing(self.databases.records).begin() as connection:
            for table in ("attendance", "students", "quarantine", "history", "tallies", "cursors", "shapes"):
                connection.exec_driver_sql(f"DELETE FROM {table}")
        self.told.clear()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    databases = open_databases(DataFolder(tmp_path / "d").prepare(), MemoryVault())
    yield Desk(databases)
    databases.close()


def came(student: str = "S1", date: str = "31/01/2026", **more: Any) -> dict[str, Any]:
    return {"studentId": student, "date": date, "attendance": "present", **more}


def test_what_passes_with_the_mended_mapping_is_stored_and_waits_no_more(desk):
    desk.bring(integration(), came(), came("S2", "nonsense"), came("S3", "2026-02-01"))
    assert len(desk.waiting()) == 2
    run = desk.replay(integration(attendance=SAID))
    counts = run.endpoints["attendance"].counts
    assert (run.status, counts.read, counts.added, counts.quarantined) == (RunStatus.SUCCEEDED, 2, 1, 1)
    assert {row[:2] for row in desk.stored()} == {("S1", "2026-01-31"), ("S3", "2026-02-01")}
    ((raw, reasons),) = desk.waiting().values()
    assert "nonsense" in raw
    assert len(reasons) == 1
    assert "%d/%m/%Y" in reasons[0]
    rows = [event for event in desk.told if isinstance(event, LogRow)]
    assert rows[0].message == (
        "Attendance: 2 refused records checked again, 1 added, 0 changed, 0 unchanged, 1 still refused."
    )
    assert rows[0].endpoint == "attendance"
    assert {row.run_id for row in rows} == {run.run_id}
    assert any(isinstance(event, RunProgress) and event.total == 2 for event in desk.told)


def test_the_reasons_of_now_take_the_place_of_those_of_then(desk):
    desk.bring(integration(), {"date": "31/01/2026", "attendance": "?"})
    desk.replay(integration(attendance=SAID))
    ((_, reasons),) = desk.waiting().values()
    assert reasons == ("Student ID is missing.", "Status: “?” is none of present, absent, late, excused, unknown.")


def test_only_the_named_records_are_looked_at(desk):
    first, second = desk.bring(integration(), came("S1"), came("S2"))
    desk.replay(integration(attendance=SAID), [second])
    assert list(desk.waiting()) == [first]
    assert [row[0] for row in desk.stored()] == ["S2"]


def test_parents_and_outer_records_come_along(desk):
    written = {**SAID, "mappings": [*SAID["mappings"], {"from": "parent.code", "to": "subject_code"}]}
    desk.bring(integration(), came(parent={"code": "CS101"}))
    desk.replay(integration(attendance=written))
    assert desk.stored()[0][2] == "CS101"


def test_what_was_cut_or_masked_cannot_be_replayed_and_says_so(desk):
    desk.secrets = ("s3cret-of-the-college",)
    desk.bring(integration(), came("S1", remarks="x" * 70_000), came("S2", remarks="s3cret-of-the-college"))
    desk.replay(integration(attendance=SAID))
    desk.replay(integration(attendance=SAID))
    assert desk.stored() == []
    said = {raw[14:16]: reasons for raw, reasons in desk.waiting().values()}
    assert all("day first or month first" in reasons[0] for reasons in said.values())
    assert all(len(reasons) == 2 for reasons in said.values()), "said once, however often it is tried"
    assert "only its first 65,536 characters are kept" in said["S1"][1]
    assert f"holds “{MASK}”" in said["S2"][1]


def test_half_a_character_does_not_heal_in_quarantine(desk):
    desk.bring(integration(attendance=SAID), came("S1\ud800"))
    desk.replay(integration(attendance=SAID))
    assert desk.stored() == []
    ((raw, reasons),) = desk.waiting().values()
    assert "S1\\ud800" in raw
    assert reasons == ("Student ID: the text is damaged: it holds half of a character.",)


def test_an_older_record_does_not_overwrite_a_newer_one(desk):
    desk.bring(integration(), came(attendance="absent"))
    desk.bring(integration(), came(date="2026-01-31", attendance="late"))
    run = desk.replay(integration(attendance=SAID))
    assert run.total.quarantined == 1
    assert desk.stored()[0][4] == "late"
    ((_, reasons),) = desk.waiting().values()
    assert "newer record with the same key" in reasons[1]


def test_of_two_records_with_one_key_the_one_seen_last_is_kept(desk):
    for status in ("absent", "late"):
        desk.bring(integration(), came(attendance=status))
    run = desk.replay(integration(attendance=SAID))
    assert desk.waiting() == {}
    assert [row[4] for row in desk.stored()] == ["late"]
    assert run.total.read == 2
    assert any("had a key that another refused record has too" in row.message for row in logged(desk))


def logged(desk: Desk) -> list[LogRow]:
    return [event for event in desk.told if isinstance(event, LogRow)]


def test_what_the_filter_leaves_aside_now_waits_on(desk):
    desk.bring(integration(), came(role="student"), came("S2", role="staff"))
    desk.replay(integration(attendance=SAID | {"filter": "role == 'student'"}))
    assert [row[0] for row in desk.stored()] == ["S1"]
    ((_, reasons),) = desk.waiting().values()
    assert reasons[1] == "The filter of this endpoint leaves it aside now."


def test_records_of_an_endpoint_that_is_gone_wait_on(desk):
    desk.bring(integration(), came())
    run = desk.replay(integration(students={"path": "/students"}))
    assert run.endpoints == {}
    assert len(desk.waiting()) == 1
    assert "does not have any more, and waits on" in logged(desk)[0].message


def test_a_cancelled_replay_keeps_what_was_stored(desk, monkeypatch):
    monkeypatch.setattr("hub_desktop.sync.replay._RECORDS_A_PAGE", 2)
    desk.bring(integration(), *(came(f"S{n}") for n in range(5)))
    cancel = threading.Event()
    tell = desk.told.append

    def hear(event: Event) -> None:
        tell(event)
        if isinstance(event, RunProgress):
            cancel.set()

    desk.told = type("Heard", (list,), {"append": lambda _, event: hear(event)})()
    run = desk.replay(integration(attendance=SAID), cancel=cancel)
    assert run.status is RunStatus.CANCELLED
    assert (len(desk.stored()), len(desk.waiting())) == (2, 3)


# Which field names a record


MOODLE = {"path": "/users"}


def user(number: int, **more: Any) -> dict[str, Any]:
    return {"id": number, "fullname": f"Student {number}", **more}


def test_a_record_is_not_named_by_another_field_than_its_sync_would_take(desk):
    """A refused record that lacks the field that names the others must not be taken for somebody else."""
    config = integration(students=MOODLE)
    desk.bring(config, *(user(n, idnumber=f"S{n}") for n in range(3)), user(7), name="students")
    assert len(desk.waiting()) == 1
    desk.replay(config)
    assert len(desk.stored(STUDENTS)) == 3
    ((_, reasons),) = desk.waiting().values()
    assert reasons[-1] == "It is not known yet which field names these records. Sync once, then replay it."


def test_where_all_were_refused_what_waits_tells_which_field_names_a_record(desk):
    config = integration(students=MOODLE | {"mappings": [{"from": "fullname.x", "to": "student_id"}]})
    desk.bring(config, user(1, idnumber="S1"), user(2), name="students")
    assert len(desk.waiting()) == 2
    desk.replay(integration(students=MOODLE))
    assert [row[0] for row in desk.stored(STUDENTS)] == ["S1"]
    assert [reasons for _, reasons in desk.waiting().values()] == [("Student ID is missing.",)]


# Anything


RECORD = st.one_of(
    st.builds(
        came,
        st.sampled_from(["S1", "S2", "S3", "", "S\ud800", "x" * 100]),
        st.sampled_from(["31/01/2026", "01/02/2026", "2026-02-01", "nonsense", "", 5, float("nan"), "\x00"]),
        note=st.sampled_from([None, "y" * 66_000, MASK, [1, {"a": "\ud800"}], 10**30]),
    ),
    st.just({"studentId": "S9"}),
    st.just("no record"),
    st.just([1]),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory) -> Iterator[Desk]:
    databases = open_databases(DataFolder(tmp_path_factory.mktemp("d")).prepare(), MemoryVault())
    yield Desk(databases)
    databases.close()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages=st.lists(st.lists(RECORD, max_size=8), max_size=3), data=st.data())
def test_a_replay_of_anything_loses_and_doubles_nothing(shared, pages, data):
    desk = shared
    desk.empty()
    for page in pages:
        desk.bring(integration(), *page)
    before, kept = desk.waiting(), set(desk.stored())
    chosen = data.draw(st.lists(st.sampled_from(sorted(before)), unique=True)) if before else []
    full = data.draw(st.booleans())
    if full:
        # A disk that fails in the middle of the transaction.
        with writing(desk.databases.records).begin() as connection:
            connection.exec_driver_sql(
                "CREATE TRIGGER full BEFORE DELETE ON quarantine BEGIN SELECT RAISE(ABORT, 'disk full'); END"
            )
        try:
            passes = looked_at(before, chosen)[0]
            if passes:
                try:
                    desk.replay(integration(attendance=SAID), chosen)
                except sa.exc.IntegrityError:
                    assert desk.waiting() == before
                else:
                    # Nothing was to leave quarantine: what passes would overwrite what came in since.
                    assert passes <= overtaken(desk.waiting())
                assert set(desk.stored()) == kept
        finally:
            with writing(desk.databases.records).begin() as connection:
                connection.exec_driver_sql("DROP TRIGGER full")
    run = desk.replay(integration(attendance=SAID), chosen)
    passed, keys = looked_at(before, chosen)
    after = desk.waiting()
    assert set(before) - set(after) == passed - overtaken(after)
    assert set(after) <= set(before)
    assert {raw for raw, _ in after.values()} <= {raw for raw, _ in before.values()}
    assert all(after[row_id] == before[row_id] for row_id in before if row_id not in chosen)
    found = [row[:2] for row in desk.stored()]
    assert len(found) == len(set(found))
    assert set(found) == {row[:2] for row in kept} | {keys[row_id] for row_id in passed}
    assert run.total.read == len(chosen)
    assert run.total.read - run.total.quarantined == len(set(before) - set(after))
    if not overtaken(after):
        again = desk.replay(integration(attendance=SAID), [row_id for row_id in chosen if row_id in after])
        assert again.total.added + again.total.changed == 0
        assert set(desk.waiting()) == set(after)


def looked_at(before: dict[int, Any], chosen: list[int]) -> tuple[set[int], dict[int, tuple[str, str]]]:
    """Return which of the chosen records pass, by a reading of the rules of its own, and their keys."""
    days = {"31/01/2026": "2026-01-31", "01/02/2026": "2026-02-01"}
    keys: dict[int, tuple[str, str]] = {}
    for row_id in chosen:
        raw = before[row_id][0]
        for student in ("S1", "S2", "S3"):
            for written, day in days.items():
                start = f'{{"studentId":"{student}","date":"{written}",'
                if raw.startswith(start) and raw.endswith("}") and MASK not in raw and len(raw) < 65_536:
                    keys[row_id] = (student, day)
    return set(keys), keys


def overtaken(after: dict[int, Any]) -> set[int]:
    return {row_id for row_id, (_, reasons) in after.items() if any("newer record" in reason for reason in reasons)}


def test_levels_tell_whether_something_is_left(desk):
    desk.bring(integration(), came())
    desk.replay(integration(attendance=SAID))
    assert {row.level for row in logged(desk)} == {Level.INFO}


# Whole records transformed


def test_javascript_mended_lets_records_pass_and_what_it_leaves_out_waits_on(desk):
    function = "(r) => r.studentId === 'S2' ? null : {...r, date: r.date.split('/').reverse().join('-')}"
    mappings = [SAID["mappings"][0], {"from": "date", "to": "date"}]
    mended = integration(attendance={"path": "/attendance", "javascript": function, "mappings": mappings})
    desk.bring(integration(), came("S1"), came("S2"))
    run = desk.replay(mended)
    assert (run.total.added, run.total.quarantined) == (1, 1)
    assert [row[:2] for row in desk.stored()] == [("S1", "2026-01-31")]
    ((_, reasons),) = desk.waiting().values()
    assert reasons[1] == "The mapping of this endpoint leaves it aside now."


def test_a_person_who_is_not_to_be_kept_does_not_come_back_by_a_replay(desk):
    desk.bring(integration(), came(), came("S2"))
    run = desk.replay(
        integration(attendance=SAID), keeping=Keeping(lambda number: f"digest of {number}", frozenset({"digest of S2"}))
    )
    assert (run.total.added, run.total.quarantined) == (1, 1)
    assert [values[0] for values in desk.stored()] == ["S1"]
    ((_, reasons),) = desk.waiting().values()
    assert reasons[-1].startswith("Records of this person or of this age are not kept any more")
