"""Reports over real files: each number against a plain model, each look with its role and its row in the audit."""

import csv
import json
import statistics
import threading
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import ATTENDANCE, MARKS, STUDENTS
from hub_desktop.core.errors import CancelledError, ConfigurationError, NotAllowedError
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.reports import Counting, ReportName, ReportQuery
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub.report_formats import document, pasted
from hub_desktop.store.records import Target

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.WINDOW)
VIEWER = Actor("Vera", Role.VIEWER, Face.WINDOW)
TODAY = date.today()  # noqa: DTZ011 - the day of this computer is what reports count by
STATUSES = ("present", "absent", "late", "excused", "unknown")
many = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None
)


def write(hub, source: int, kind, rows: list[dict[str, Any]], run: int = 1) -> None:
    values = [tuple(row.get(name, "" if name == "subject_code" else None) for name in kind.field_names) for row in rows]
    if values:
        hub.records._records.write_page(Target(source, kind.name, kind, run), values, [], 1, Redactor())


def wipe(hub) -> None:
    with hub._databases.records.begin() as connection:
        for table in ("students", "attendance", "marks", "tallies", "corrections", "history"):
            connection.exec_driver_sql(f"DELETE FROM {table}")


def one(hub, name: ReportName, actor: Actor = PRINCIPAL, **query: Any):
    return hub.reports.look(actor, ReportQuery(**query), [name]).reports[0]


def back(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.fixture
def two(hub, add):
    return add("ERP", endpoints={"students": "/s", "attendance": "/a", "marks": "/m"}), add("Biometric")


KEYS = st.tuples(st.sampled_from(["S1", "S2", "S3", "S4"]), st.integers(-2, 12), st.sampled_from(["", "1", "2"]))
ENTRIES = st.dictionaries(KEYS, st.sampled_from(STATUSES), max_size=25)
DEPARTMENTS = st.dictionaries(st.sampled_from(["S1", "S2", "S3"]), st.sampled_from(["CSE", "ME", None]), max_size=3)


@many
@given(first=ENTRIES, second=ENTRIES, erp=DEPARTMENTS, bio=DEPARTMENTS, wanted=st.sampled_from([None, "CSE"]))
def test_attendance_counts_each_current_record_once(hub, two, first, second, erp, bio, wanted):
    wipe(hub)
    for source, entries, departments in zip(two, (first, second), (erp, bio), strict=True):
        rows = [
            {"student_id": s, "date": back(d), "subject_code": "", "period": p, "status": status}
            for (s, d, p), status in entries.items()
        ]
        write(hub, source, ATTENDANCE, rows)
        write(hub, source, STUDENTS, [{"student_id": s, "name": s, "department": d} for s, d in departments.items()])
    # The first source is trusted more; for what it does not say the second counts.
    current = second | first
    of = {s: erp.get(s) or bio.get(s) for s in {*erp, *bio}}
    if wanted is not None and wanted not in of.values():
        with pytest.raises(ConfigurationError, match="There is no department"):
            one(hub, ReportName.ATTENDANCE, department=wanted)
        return
    past = [d for (_, d, _) in {**first, **second} if d >= 0]
    newest = min(past, default=0)
    days: dict[str, Counter[str]] = {}
    departments_: dict[str, Counter[str]] = {}
    students: dict[str, set[str]] = {}
    for (student, ago, _), status in current.items():
        name = of.get(student) or "No department known"
        if newest <= ago < newest + 5 and wanted in {None, name}:
            days.setdefault(back(ago), Counter())[status] += 1
            departments_.setdefault(name, Counter())[status] += 1
            students.setdefault(name, set()).add(student)

    def shares(counted: Counter[str]) -> list[float]:
        marked = counted.total() - counted["unknown"]
        return [*(counted[s] / marked for s in ("present", "late", "excused", "absent")), marked]

    looked = hub.reports.look(
        PRINCIPAL, ReportQuery(5, department=wanted), [ReportName.ATTENDANCE, ReportName.DEPARTMENTS]
    )
    by_day, by_department = looked.reports
    assert [list(row) for row in by_day.rows] == [
        [day, *shares(days[day])] for day in sorted(days) if days[day].total() > days[day]["unknown"]
    ]
    assert {row[0]: list(row[1:]) for row in by_department.rows} == {
        name: [*shares(counted), len(students[name])]
        for name, counted in departments_.items()
        if counted.total() > counted["unknown"]
    }
    assert looked.choices.departments == tuple(sorted({d for d in of.values() if d}))


SUBJECTS, EXAMS = st.sampled_from(["CS1", "CS2"]), st.sampled_from(["Mid", "End"])
NUMBERS = st.one_of(st.none(), st.integers(-5, 120).map(float), st.floats(0, 100, width=32))
SCORES = st.dictionaries(
    st.tuples(st.sampled_from(["S1", "S2", "S3"]), SUBJECTS, EXAMS),
    st.tuples(NUMBERS, st.sampled_from([None, 0.0, 50.0, 100.0, 7.0])),
    max_size=12,
)


@many
@given(first=SCORES, second=SCORES, subject=st.sampled_from([None, "CS1"]), exam=st.sampled_from([None, "End"]))
def test_marks_are_counted_by_their_tenth(hub, two, first, second, subject, exam):
    wipe(hub)
    for source, scores in zip(two, (first, second), strict=True):
        rows = [
            {"student_id": s, "subject_code": c, "exam": e, "marks_obtained": got, "max_marks": most}
            for (s, c, e), (got, most) in scores.items()
        ]
        write(hub, source, MARKS, rows)
    current = {
        key: tuple(
            next(
                (v for v in (first.get(key, (None, None))[n], second.get(key, (None, None))[n]) if v is not None), None
            )
            for n in (0, 1)
        )
        for key in {**first, **second}
    }
    if (subject and subject not in {c for _, c, _ in current}) or (exam and exam not in {e for *_, e in current}):
        with pytest.raises(ConfigurationError, match=r"There is no (subject|exam)"):
            one(hub, ReportName.MARKS, subject=subject, exam=exam)
        return
    bins = [0] * 12
    for (_, its_subject, its_exam), (got, most) in current.items():
        if subject in {None, its_subject} and exam in {None, its_exam} and got is not None and most:
            percent = 100.0 * got / most
            bins[0 if percent < 0 else 11 if percent > 100 else min(int(percent / 10), 9) + 1] += 1
    report = one(hub, ReportName.MARKS, subject=subject, exam=exam)
    shown = [number for place, number in enumerate(bins) if sum(bins) and (number or 0 < place < 11)]
    assert [row[1] for row in report.rows] == shown


RUNS = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.sampled_from(["succeeded", "partial", "failed", "held", "cancelled", "running"]),
        st.integers(0, 60 * 24 * 9),
        st.integers(-5, 4000),
        st.lists(st.integers(0, 500), max_size=3),
    ),
    max_size=25,
)


@many
@given(RUNS)
def test_runs_are_counted_by_day_and_by_how_they_ended(hub, two, made):
    now, rows, model = utc_now(), [], []
    for which, status, minutes, seconds, read in made:
        began = now - timedelta(minutes=minutes)
        ended = None if status == "running" else began + timedelta(seconds=seconds)
        endpoints = {f"e{n}": {"counts": {"read": number}, "problem": None} for n, number in enumerate(read)}
        rows.append((two[which], status, to_text(began), ended and to_text(ended), json.dumps(endpoints)))
        model.append((("ERP", "Biometric")[which], status, began.astimezone().date(), max(seconds, 0), sum(read)))
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql("DELETE FROM runs")
        if rows:
            connection.exec_driver_sql(
                'INSERT INTO runs (integration_id, status, started_at, finished_at, endpoints, "trigger", asked_by) '
                "VALUES (?, ?, ?, ?, ?, 'manual', 'Asha')",
                rows,
            )
    looked = hub.reports.look(PRINCIPAL, ReportQuery(7), [ReportName.RECORDS, ReportName.SUCCESS, ReportName.DURATION])
    records, success, duration = looked.reports
    recent = [one_ for one_ in model if one_[2] > TODAY - timedelta(days=7)]
    read_by_day = Counter[str]()
    for _, _, day, _, read_ in recent:
        read_by_day[day.isoformat()] += read_
    assert {row[0]: row[-1] for row in records.rows if row[-1]} == {d: n for d, n in read_by_day.items() if n}
    for name in ("ERP", "Biometric"):
        ended_ = [status for its, status, *_ in recent if its == name and status not in {"cancelled", "running"}]
        row = next((row for row in success.rows if row[0] == name), None)
        assert (row is None) == (not ended_)
        if row is not None:
            assert row[2:] == (len(ended_), *(ended_.count(s) for s in ("succeeded", "partial", "failed", "held")))
            assert row[1] == ended_.count("succeeded") / len(ended_)
        times = [s for its, status, _, s, _ in recent if its == name and status in {"succeeded", "partial"}]
        row = next((row for row in duration.rows if row[0] == name), None)
        assert (row is None) == (not times)
        if row is not None:
            assert row[1:3] == pytest.approx((statistics.median(times), max(times)), abs=0.01)


def test_a_source_is_counted_as_it_says_and_corrections_count_elsewhere(hub, two):
    entry = {"student_id": "S1", "date": back(0), "subject_code": "", "period": "1"}
    write(hub, two[0], ATTENDANCE, [entry | {"status": "absent"}])
    write(hub, two[1], ATTENDANCE, [entry | {"status": "late"}])
    hub.explorer.correct(PRINCIPAL, "attendance", ["S1", back(0), "", "1"], "status", "present")
    assert one(hub, ReportName.ATTENDANCE).rows == ((back(0), 1.0, 0.0, 0.0, 0.0, 1),)
    assert one(hub, ReportName.ATTENDANCE, source="ERP").rows == ((back(0), 0.0, 0.0, 0.0, 1.0, 1),)
    assert one(hub, ReportName.ATTENDANCE, source="biometric").rows == ((back(0), 0.0, 1.0, 0.0, 0.0, 1),)
    with pytest.raises(ConfigurationError, match="Did you mean “ERP”"):
        one(hub, ReportName.ATTENDANCE, source="ERPP")


def test_old_attendance_is_shown_where_nothing_newer_came(hub, two):
    write(hub, two[0], ATTENDANCE, [{"student_id": "S1", "date": "2022-05-27", "period": "1", "status": "present"}])
    report = one(hub, ReportName.ATTENDANCE, days=7)
    assert [row[0] for row in report.rows] == ["2022-05-27"]
    assert report.notes == ("The newest attendance is of 27 May 2022; the days end there.",)


def test_numbers_of_few_students_are_hidden_from_viewers(hub, two):
    def students(number: int) -> None:
        keys = [f"S{n}" for n in range(number)]
        write(hub, two[0], STUDENTS, [{"student_id": s, "name": s, "department": "CSE"} for s in keys])
        write(
            hub, two[0], ATTENDANCE, [{"student_id": s, "date": back(0), "period": "1", "status": "late"} for s in keys]
        )
        scores = [{"student_id": s, "exam": "End", "marks_obtained": 5.0, "max_marks": 10.0} for s in keys]
        write(hub, two[0], MARKS, [one_ | {"subject_code": "CS1"} for one_ in scores])

    names = [ReportName.ATTENDANCE, ReportName.DEPARTMENTS, ReportName.MARKS]
    students(4)
    hidden = hub.reports.look(VIEWER, ReportQuery(), names).reports
    assert [len(report.rows) for report in hidden] == [0, 0, 0]
    assert all("not shown to your role" in report.empty for report in hidden)
    assert all(report.rows for report in hub.reports.look(PRINCIPAL, ReportQuery(), names).reports)
    students(5)
    assert all(report.rows for report in hub.reports.look(VIEWER, ReportQuery(department="CSE"), names).reports)


def test_a_viewer_finds_no_few_students_by_day_or_by_subtraction(hub, two):
    of = {f"S{n}": "CSE" for n in range(8)} | {"M1": "Music", "M2": "Music"}
    write(hub, two[0], STUDENTS, [{"student_id": s, "name": s, "department": d} for s, d in of.items()])
    marked = [(s, 1, "present") for s in of] + [("S1", 0, "absent"), ("S2", 0, "late")]
    entries = [{"student_id": s, "date": back(ago), "period": "1", "status": status} for s, ago, status in marked]
    write(hub, two[0], ATTENDANCE, entries)
    names = [ReportName.ATTENDANCE, ReportName.DEPARTMENTS]

    def entries_of(actor: Actor, **query: Any) -> list[dict[Any, Any]]:
        looked = hub.reports.look(actor, ReportQuery(5, **query), names).reports
        return [{row[0]: row[5] for row in report.rows} for report in looked]

    assert entries_of(PRINCIPAL) == [{back(1): 10, back(0): 2}, {"CSE": 10, "Music": 2}]
    assert entries_of(VIEWER) == entries_of(VIEWER, department="CSE") == [{back(1): 8}, {"CSE": 8}]
    assert entries_of(VIEWER, department="Music") == [{}, {}]


def test_a_look_leaves_one_row_in_the_audit_and_another_college_does_not_exist(hub, two):
    hub.reports.look(PRINCIPAL, ReportQuery(90, source="ERP"))
    rows = [row for row in hub.audit.latest(PRINCIPAL) if row.use_case == "reports.view"]
    assert [(row.actor, row.outcome, row.detail) for row in rows] == [
        ("Asha", "done", "the last 90 days, source “ERP”")
    ]
    write(hub, two[0], ATTENDANCE, [{"student_id": "S1", "date": back(0), "period": "1", "status": "late"}])
    stranger = Actor("Otto", Role.PRINCIPAL, Face.WINDOW, frozenset({99}))
    looked = hub.reports.look(stranger)
    assert [len(report.rows) for report in looked.reports if report.name is not ReportName.MARKS] == [0] * 6
    assert looked.choices.sources == ()
    with pytest.raises(ConfigurationError):
        hub.reports.look(stranger, ReportQuery(source="ERP"))
    with pytest.raises(NotAllowedError):
        hub.reports.look(Actor("the clock", Role.SYSTEM, Face.CLOCK))
    for days in (0, 100_000):
        with pytest.raises(ConfigurationError, match="A report covers 1 to"):
            hub.reports.look(PRINCIPAL, ReportQuery(days))


def test_freshness_takes_the_oldest_endpoint_of_each_kind(hub, two):
    fresh = one(hub, ReportName.FRESHNESS)
    assert {(row[0], row[1], row[6]) for row in fresh.rows} == {
        (kind, source, "Never came in")
        for source, kinds in (("ERP", ("Students", "Attendance", "Marks")), ("Biometric", ("Students", "Attendance")))
        for kind in kinds
    }
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO endpoint_states (integration_id, endpoint, last_succeeded) VALUES (?, 'attendance', ?)",
            (two[1], to_text(hour_ago)),
        )
    row = next(row for row in one(hub, ReportName.FRESHNESS, source="Biometric").rows if row[0] == "Attendance")
    assert row[2] == to_text(hour_ago)
    assert row[4] == 30
    assert row[6] == "Late"
    assert one(hub, ReportName.ATTENDANCE).as_of == hour_ago


def test_counting_is_told_and_can_be_stopped(hub, two):
    write(
        hub,
        two[0],
        ATTENDANCE,
        [{"student_id": "S1", "date": back(n), "period": "1", "status": "late"} for n in range(20)],
    )
    told: list[Any] = []
    hub.reports.look(PRINCIPAL, ReportQuery(10), told=told.append)
    assert [news.done for news in told if isinstance(news, Counting)] == list(range(1, 11))
    assert [news.name for news in told if not isinstance(news, Counting)][-1] is ReportName.DEPARTMENTS
    cancel = threading.Event()
    heard: list[Counting] = []

    def hear(news: Any) -> None:
        if isinstance(news, Counting):
            heard.append(news)
            cancel.set()

    with pytest.raises(CancelledError):
        hub.reports.look(PRINCIPAL, ReportQuery(10), cancel=cancel, told=hear)
    assert len(heard) == 1
    # The connection that was stopped works on.
    assert len(one(hub, ReportName.ATTENDANCE, days=10).rows) == 10


def test_a_name_that_is_a_formula_is_guarded_in_csv_and_clipboard(hub, add, tmp_path):
    number = add('=HYPERLINK("x")')
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql(
            'INSERT INTO runs (integration_id, status, started_at, finished_at, endpoints, "trigger", asked_by) '
            "VALUES (?, 'succeeded', ?, ?, ?, 'manual', 'A')",
            (number, to_text(utc_now()), to_text(utc_now()), '{"e": {"counts": {"read": 7}}}'),
        )
    records, success = hub.reports.look(PRINCIPAL, ReportQuery(1), [ReportName.RECORDS, ReportName.SUCCESS]).reports
    for report in (records, success):
        file = hub.reports.save_csv(PRINCIPAL, report, ReportQuery(1), tmp_path / f"{report.name}.csv")
        assert file.stat().st_mode & 0o777 == 0o600
        cells = [cell for row in csv.reader(file.read_text("utf-8-sig").splitlines()) for cell in row]
        assert '\'=HYPERLINK("x")' in cells
        assert not any(cell.startswith("=") for cell in cells)
        assert "'=HYPERLINK" in pasted(report)
    assert document(success)["rows"][0]["succeeded_share"] == 1.0
    assert [row.detail for row in hub.audit.latest(PRINCIPAL) if row.use_case == "reports.export"] == [
        "CSV, the last 1 day"
    ] * 2
    with pytest.raises(ConfigurationError, match="cannot be written"):
        hub.reports.save_picture(PRINCIPAL, success, ReportQuery(1), b"", tmp_path / "no" / "such.png")
