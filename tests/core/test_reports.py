"""The words and the arithmetic of the reports."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.report_tables import (
    MOST_SERIES,
    Attendance,
    Feed,
    MarkTally,
    RunTally,
    attendance_report,
    attendance_shown,
    departments_report,
    freshness_report,
    marks_report,
    records_report,
    success_report,
)
from hub_desktop.core.reports import (
    MOST_BARS,
    TITLES,
    UNITS,
    Column,
    Kind,
    ReportName,
    ReportQuery,
    Tally,
    heading_with_unit,
    length,
    plain_cell,
    said,
    short_day,
)

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def test_every_report_has_a_title_and_a_unit():
    assert set(TITLES) == set(UNITS) == set(ReportName)


@pytest.mark.parametrize(
    ("kind", "cell", "words"),
    [
        (Kind.COUNT, 1204, "1,204"),
        (Kind.SHARE, 0.93449, "93.4 %"),
        (Kind.SECONDS, 0.04, "0.04 s"),
        (Kind.SECONDS, 61.0, "1 min 1 s"),
        (Kind.MINUTES, 30, "30 min"),
        (Kind.MINUTES, 1440, "24 h"),
        (Kind.TIMES, 2.44, "2.4 ×"),
        (Kind.TEXT, "ERP", "ERP"),
        (Kind.COUNT, None, "–"),
    ],
)
def test_cells_are_said_as_people_read_them(kind, cell, words):
    assert said(kind, cell) == words


def test_a_file_has_numbers_and_says_their_unit_in_the_heading():
    assert plain_cell(Kind.SHARE, 0.93449) == 93.45
    assert plain_cell(Kind.SECONDS, 1.23456) == 1.235
    assert plain_cell(Kind.COUNT, 12) == 12
    assert heading_with_unit(Column("a", "Present", Kind.SHARE)) == "Present (%)"
    assert heading_with_unit(Column("a", "Entries", Kind.COUNT)) == "Entries"
    assert [length(s) for s in (3600, 86_400 * 12, 119.6)] == ["1 h", "12 days", "2 min"]
    assert short_day(date(2022, 5, 27)) == "27 May"


NAMES = [f"System {n}" for n in range(9)]
DAYS = st.integers(0, 40).map(lambda back: (TODAY - timedelta(days=back)).isoformat())


@given(st.dictionaries(st.tuples(DAYS, st.sampled_from(NAMES)), st.integers(1, 10**6), max_size=60))
def test_no_record_is_lost_however_many_systems_are_drawn_as_one(counts):
    report = records_report(counts, TODAY, ReportQuery(30), NOW)
    within = {key: number for key, number in counts.items() if key[0] > (TODAY - timedelta(days=30)).isoformat()}
    assert len(report.series()) <= MOST_SERIES
    assert len(report.rows) == (30 if within else 0)
    drawn = sum(sum(values) for _, values in report.series())
    assert drawn == sum(int(row[-1] or 0) for row in report.rows) == sum(within.values())
    for day, *_, every in report.rows:
        assert every == sum(number for (its, _), number in within.items() if its == day)
    assert len({column.name for column in report.columns}) == len(report.columns)


def test_a_system_called_as_a_column_is_has_a_column_of_its_own():
    report = records_report({(TODAY.isoformat(), "day"): 5}, TODAY, ReportQuery(1), NOW)
    assert [column.name for column in report.columns] == ["day", "day (2)", "all"]
    assert report.rows == ((TODAY.isoformat(), 5, 5),)


def test_the_worst_system_comes_first_and_what_never_ended_does_not_count():
    tallies = {"A": RunTally(9, 1), "B": RunTally(1, 0, 3), "C": RunTally()}
    report = success_report(tallies, ReportQuery(), NOW)
    assert [row[:3] for row in report.rows] == [("B", 0.25, 4), ("A", 0.9, 10)]
    assert report.summary == "10 of 14 syncs succeeded (71.4 %)."
    empty = success_report({}, ReportQuery(), NOW)
    assert empty.rows == ()
    assert "No sync ended during the last 30 days." in empty.empty


def test_a_plot_of_many_bars_says_that_it_shows_some_of_them():
    tallies = {f"S{n}": RunTally(n + 1) for n in range(MOST_BARS + 5)}
    assert success_report(tallies, ReportQuery(), NOW).told()[-1].startswith(f"The plot shows the first {MOST_BARS} of")
    assert len(success_report({"A": RunTally(1)}, ReportQuery(), NOW).told()) == 1


Cells = dict[str, dict[str, Tally]]
D1, D2 = "2026-11-23", "2026-11-24"


def attendance(entries: list[tuple[str, str, str, str]], *, restricted: bool = True) -> Attendance:
    """Return what is shown of entries: day, department, student and what is said of them."""
    cells: Cells = {}
    students: dict[str, set[tuple[int, str]]] = {}
    for day, department, student, status in entries:
        tally = cells.setdefault(day, {}).setdefault(department, Tally())
        tally.add([*(int(status == one) for one in ("present", "absent", "late", "excused")), 1])
        if status != "unknown":
            tally.students.add((1, student))
        students.setdefault(department, set()).add((1, student))
    return attendance_shown(cells, students, restricted=restricted)


def some(number: int, department: str, day: str = D1, status: str = "present") -> list[tuple[str, str, str, str]]:
    return [(day, department, f"{department} {n}", status) for n in range(number)]


def rows(found: Attendance) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the day, and the department with its students, each with its entries."""
    args = (TODAY, ReportQuery(), NOW, NOW)
    by_day, by_department = attendance_report(found, *args), departments_report(found, *args)
    return [(row[0], row[5]) for row in by_day.rows], [(row[0], row[5], row[6]) for row in by_department.rows]


def test_departments_of_few_students_are_counted_as_one_for_roles_that_see_no_personal_data():
    entries = [*some(9, "CSE"), *some(9, "CSE", status="absent"), *some(3, "Sanskrit")]
    assert rows(attendance(entries, restricted=False))[1] == [("CSE", 18, 9), ("Sanskrit", 3, 3)]
    together = ("Departments of fewer than 5 students", 5, 5)
    assert rows(attendance([*entries, *some(2, "Music")])) == ([(D1, 23)], [("CSE", 18, 9), together])
    # Alone it is left out of the days too, or one could be taken from the other.
    found = attendance(entries)
    assert rows(found) == ([(D1, 18)], [("CSE", 18, 9)])
    for report in (attendance_report, departments_report):
        assert "not shown to your role" in report(found, TODAY, ReportQuery(), NOW, NOW).notes[0]


def test_a_day_of_few_students_is_left_out_for_roles_that_see_no_personal_data():
    entries = [*some(9, "CSE"), *some(4, "CSE", D2, "absent")]
    assert rows(attendance(entries, restricted=False)) == ([(D1, 9), (D2, 4)], [("CSE", 13, 9)])
    # Of the department too, or the absent could be taken from it.
    assert rows(attendance(entries)) == ([(D1, 9)], [("CSE", 9, 9)])
    # Entries that nobody marked are of nobody.
    unmarked = [(D2, "CSE", "CSE 8", "unknown")]
    assert rows(attendance([*entries, *unmarked])) == ([(D1, 9)], [("CSE", 9, 9)])
    assert rows(attendance(some(4, "CSE"))) == ([], [])
    assert not attendance([*some(9, "CSE"), *unmarked]).left_out


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from([D1, D2]),
        st.sampled_from(["A", "B", "C"]),
        st.integers(0, 7).map(str),
        st.sampled_from(["present", "absent", "unknown"]),
    ),
    max_size=120,
).map(lambda found: [(day, name, f"{name}{student}", status) for day, name, student, status in found])


@given(ENTRIES)
def test_what_is_hidden_cannot_be_found_by_taking_one_report_from_the_other(entries):
    by_day, by_department = rows(attendance(entries))
    assert sum(int(str(row[1])) for row in by_day) == sum(int(str(row[1])) for row in by_department)
    for day, *_ in by_day:
        assert len({student for its, _, student, status in entries if its == day and status != "unknown"}) >= 5
    # What is shown of all departments without one is shown of that one, asked for alone, or of no one.
    for name in {entry[1] for entry in entries}:
        if sum(row[0] == name for row in by_department):
            alone = rows(attendance([entry for entry in entries if entry[1] == name]))[1]
            assert alone == [row for row in by_department if row[0] == name]


def test_freshness_tells_age_in_intervals_and_the_oldest_first():
    feeds = [
        Feed("Attendance", "Bio", NOW - timedelta(minutes=45), 30),
        Feed("Marks", "LMS", NOW - timedelta(hours=5), 60),
        Feed("Students", "ERP", None, 1440),
        Feed("Faculty", "Old", NOW - timedelta(days=9), 1440, enabled=False),
        Feed("Subjects", "Ahead", NOW + timedelta(hours=1), 1440),
    ]
    rows = freshness_report(feeds, ReportQuery(), NOW).rows
    assert [(row[0], row[3], row[5], row[6]) for row in rows] == [
        ("Students", None, None, "Never came in"),
        ("Faculty", 12_960.0, 9.0, "Switched off"),
        ("Marks", 300.0, 5.0, "Late"),
        ("Attendance", 45.0, 1.5, "Up to date"),
        ("Subjects", 0.0, 0.0, "Up to date"),
    ]


def test_freshness_says_that_all_is_well_only_of_what_is_switched_on():
    old = Feed("Faculty", "Old", NOW - timedelta(days=9), 1440, enabled=False)
    fresh = Feed("Marks", "LMS", NOW, 60)
    summaries = [freshness_report(feeds, ReportQuery(), NOW).summary for feeds in ([old], [fresh, old], [])]
    assert summaries == ["Everything here is switched off: no data comes in.", "All data is up to date.", ""]


def test_marks_outside_of_0_to_100_are_shown_where_there_are_some():
    assert len(marks_report(MarkTally([0, *[1] * 10, 0], 500.0), ReportQuery(), NOW, NOW).rows) == 10
    report = marks_report(MarkTally([2, *[1] * 10, 3], 600.0, 4), ReportQuery(), NOW, NOW)
    assert (report.rows[0][:2], report.rows[-1][:2]) == (("below 0 %", 2), ("over 100 %", 3))
    assert report.summary == "15 marks, 40.0 % on average."
    assert report.notes == ("4 marks without a number or a highest possible mark did not count.",)
