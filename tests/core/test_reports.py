"""The words and the arithmetic of the reports."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub_desktop.core.report_tables import (
    MOST_SERIES,
    Feed,
    MarkTally,
    RunTally,
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


def tally(students: int, present: int, absent: int = 0, college: int = 1, prefix: str = "S") -> Tally:
    made = Tally(students={(college, f"{prefix}{n}") for n in range(students)})
    made.add((present, absent, 0, 0, present + absent))
    return made


def test_departments_of_few_students_are_counted_as_one_for_roles_that_see_no_personal_data():
    found = {"CSE": tally(9, 80, 20), "Sanskrit": tally(3, 3, prefix="T"), "Music": tally(2, 1, 1, prefix="U")}
    args = (TODAY, ReportQuery(), NOW, NOW)
    assert {row[0] for row in departments_report(found, *args, restricted=False).rows} == {"CSE", "Sanskrit", "Music"}
    shown = departments_report(dict(found), *args, restricted=True)
    assert [(row[0], row[5], row[6]) for row in shown.rows] == [
        ("CSE", 100, 9),
        ("Departments of fewer than 5 students", 5, 5),
    ]
    found.pop("Music")
    shown = departments_report(found, *args, restricted=True)
    assert [row[0] for row in shown.rows] == ["CSE"]
    assert "not shown to your role" in shown.notes[0]


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


def test_marks_outside_of_0_to_100_are_shown_where_there_are_some():
    assert len(marks_report(MarkTally([0, *[1] * 10, 0], 500.0), ReportQuery(), NOW, NOW).rows) == 10
    report = marks_report(MarkTally([2, *[1] * 10, 3], 600.0, 4), ReportQuery(), NOW, NOW)
    assert (report.rows[0][:2], report.rows[-1][:2]) == (("below 0 %", 2), ("over 100 %", 3))
    assert report.summary == "15 marks, 40.0 % on average."
    assert report.notes == ("4 marks without a number or a highest possible mark did not count.",)
