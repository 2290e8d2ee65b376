"""The arithmetic of the reports: from counts, as the disk gives them, to their tables."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.reports import (
    SMALLEST_GROUP,
    Cell,
    Column,
    Kind,
    Report,
    ReportName,
    ReportQuery,
    Shape,
    Tally,
    day_words,
    length,
    said,
    share,
)
from hub_desktop.core.schedule import CATCH_UP_AFTER
from hub_desktop.core.times import to_text
from hub_desktop.core.words import count

MOST_SERIES = 6
"""More lines than these nobody can tell apart; the smallest are then one together."""
NO_DEPARTMENT = "No department known"
_BINS = 10
_SYNC = "Choose Sync all on Home, or wait for the next run by timetable."


class RunTally(Struct, frozen=True):
    """How the runs of a system ended, and how long those that brought data took, in seconds."""

    succeeded: int = 0
    partial: int = 0
    failed: int = 0
    held: int = 0
    median: float | None = None
    longest: float | None = None

    @property
    def ended(self) -> int:
        """How many came to an end by themselves."""
        return self.succeeded + self.partial + self.failed + self.held


class MarkTally(Struct):
    """Marks by their percentage: below 0, ten steps of 10, above 100; `total` is the sum of the percentages."""

    bins: list[int] = field(default_factory=lambda: [0] * (_BINS + 2))
    total: float = 0.0
    without: int = 0
    """Marks with no number, or no highest possible one."""

    def take(self, other: "MarkTally") -> None:
        """Count what another tally counted."""
        self.bins = [one + two for one, two in zip(self.bins, other.bins, strict=True)]
        self.total += other.total
        self.without += other.without


class Feed(Struct, frozen=True):
    """One kind of data from one system: when it last came in, and how old it may be (minutes)."""

    data: str
    source: str
    last: datetime | None
    recommended: int
    enabled: bool = True


def records_report(counts: Mapping[tuple[str, str], int], last_day: date, query: ReportQuery, now: datetime) -> Report:
    """Return the records read by local day and system; `counts` by day (`YYYY-MM-DD`) and name."""
    days = [(last_day - timedelta(days=back)).isoformat() for back in range(query.days - 1, -1, -1)]
    sums: Counter[str] = Counter()
    for (day, name), number in counts.items():
        if days[0] <= day <= days[-1]:
            sums[name] += number
    ranked = [name for name, number in sorted(sums.items(), key=lambda one: (-one[1], one[0])) if number]
    alone = ranked if len(ranked) <= MOST_SERIES else ranked[: MOST_SERIES - 1]
    others = ranked[len(alone) :]
    columns = [Column("day", "Day", Kind.DAY, names=True)]
    columns += [Column(name, name, Kind.COUNT, plotted=True, given=True) for name in alone]
    if others:
        columns.append(Column("other systems", f"Other systems ({len(others)})", Kind.COUNT, plotted=True))
    columns.append(Column("all", "All", Kind.COUNT))
    rows: list[tuple[Cell, ...]] = []
    for day in days if ranked else ():
        each = [counts.get((day, name), 0) for name in alone]
        rest = sum(counts.get((day, name), 0) for name in others)
        rows.append((day, *each, *([rest] if others else []), sum(each) + rest))
    total = sum(sums.values())
    summary = f"{count(total, 'record')} in {count(query.days, 'day')}"
    if len(ranked) > 1:
        summary += f", most of them from {ranked[0]} ({sums[ranked[0]]:,})"
    return Report(
        ReportName.RECORDS,
        Shape.LINES,
        _unlike(columns),
        tuple(rows),
        now,
        now,
        f"{summary}.",
        ("Every record that was read counts, also one that had not changed.",),
        f"No records came in during the last {count(query.days, 'day')}. {_SYNC}",
        query.source is not None,
    )


def success_report(tallies: Mapping[str, RunTally], query: ReportQuery, now: datetime) -> Report:
    """Return what part of the runs of each system succeeded, the worst first."""
    found = {name: tally for name, tally in tallies.items() if tally.ended}
    ranked = sorted(found.items(), key=lambda one: (share(one[1].succeeded, one[1].ended), one[0]))
    succeeded, ended = sum(t.succeeded for t in found.values()), sum(t.ended for t in found.values())
    return Report(
        ReportName.SUCCESS,
        Shape.BARS,
        (
            Column("system", "System", Kind.TEXT, names=True),
            Column("succeeded_share", "Succeeded", Kind.SHARE, plotted=True),
            Column("syncs", "Syncs", Kind.COUNT),
            Column("succeeded", "Whole", Kind.COUNT),
            Column("partial", "In part", Kind.COUNT),
            Column("failed", "Failed", Kind.COUNT),
            Column("held", "Held", Kind.COUNT),
        ),
        tuple(
            (name, share(t.succeeded, t.ended), t.ended, t.succeeded, t.partial, t.failed, t.held) for name, t in ranked
        ),
        now,
        now,
        f"{succeeded:,} of {count(ended, 'sync', 'syncs')} succeeded ({said(Kind.SHARE, share(succeeded, ended))}).",
        ("A sync that somebody cancelled, or that still runs, does not count.",),
        f"No sync ended during the last {count(query.days, 'day')}. {_SYNC}",
        query.source is not None,
    )


def duration_report(tallies: Mapping[str, RunTally], query: ReportQuery, now: datetime) -> Report:
    """Return how long the runs of each system took, the longest first."""
    found = {name: (t.median, t.longest or 0.0, t) for name, t in tallies.items() if t.median is not None}
    ranked = sorted(found.items(), key=lambda one: (-one[1][0], one[0]))
    return Report(
        ReportName.DURATION,
        Shape.BARS,
        (
            Column("system", "System", Kind.TEXT, names=True),
            Column("typical_seconds", "Typical", Kind.SECONDS, plotted=True),
            Column("longest_seconds", "Longest", Kind.SECONDS),
            Column("syncs", "Syncs", Kind.COUNT),
        ),
        tuple((name, median, longest, t.succeeded + t.partial) for name, (median, longest, t) in ranked),
        now,
        now,
        f"The slowest is {ranked[0][0]}: typically {length(ranked[0][1][0])}." if ranked else "",
        ("Only syncs that brought data count. Half of them took less than the typical time.",),
        f"No sync brought data during the last {count(query.days, 'day')}. {_SYNC}",
        query.source is not None,
    )


class Attendance(Struct, frozen=True):
    """Attendance as it is shown, by day and by department: both of the same entries."""

    by_day: Mapping[str, Tally]
    by_department: Mapping[str, Tally]
    left_out: bool = False
    """Whether numbers of a few students were left out, which the role may not see."""


def attendance_shown(
    cells: Mapping[str, Mapping[str, Tally]], students: Mapping[str, set[tuple[int, str]]], *, restricted: bool
) -> Attendance:
    """Return what is shown of attendance by day and department.

    With `restricted`, departments of a few students are counted as one, and what one of them has of a few students on a
    day is left out of everything, so that no sum tells it either. A tally of `cells` needs only as many of its students
    as tell that they are not few; `students` are all of them by department.
    """
    small = {name for name, its in students.items() if restricted and len(its) < SMALLEST_GROUP}
    by_day: dict[str, Tally] = {}
    by_department: dict[str, Tally] = {}
    left_out = False
    for day, of_day in cells.items():
        groups: dict[str, Tally] = {}
        for name, tally in of_day.items():
            groups.setdefault(_FEW if name in small else name, Tally()).take(tally)
        for name, tally in groups.items():
            if restricted and len(tally.students) < SMALLEST_GROUP:
                left_out = left_out or bool(tally.marked)
                continue
            by_day.setdefault(day, Tally()).take(tally)
            by_department.setdefault(name, Tally()).take(tally)
    for name, tally in by_department.items():
        behind = small if name == _FEW else {name}
        tally.students = {student for one in behind for student in students[one]}
    return Attendance(by_day, by_department, left_out)


def attendance_report(
    found: Attendance, last_day: date, query: ReportQuery, now: datetime, as_of: datetime | None
) -> Report:
    """Return what part of the entries of each day says present, late, excused and absent; days without stay out."""
    total = _sum(found.by_day.values())
    days = sorted(day for day, tally in found.by_day.items() if tally.marked)
    notes = _hidden_notes(found)
    return Report(
        ReportName.ATTENDANCE,
        Shape.DAY_STACKS,
        (Column("day", "Day", Kind.DAY, names=True), *_ATTENDANCE_COLUMNS),
        tuple((day, *_shares(found.by_day[day])) for day in days),
        now,
        as_of,
        _attendance_words(total),
        (*notes, *_attendance_notes(total, last_day, now)),
        notes[0] if notes else _no_attendance(query),
        query.source is not None or query.department is not None,
    )


def departments_report(
    found: Attendance, last_day: date, query: ReportQuery, now: datetime, as_of: datetime | None
) -> Report:
    """Return the same by the department of the students, the lowest attendance first."""
    marked = {name: tally for name, tally in found.by_department.items() if tally.marked}
    ranked = sorted(marked.items(), key=lambda one: (share(one[1].present, one[1].marked), one[0]))
    total = _sum(marked.values())
    notes = _hidden_notes(found)
    return Report(
        ReportName.DEPARTMENTS,
        Shape.STACKED_BARS,
        (
            Column("department", "Department", Kind.TEXT, names=True),
            *_ATTENDANCE_COLUMNS,
            Column("students", "Students", Kind.COUNT),
        ),
        tuple((name, *_shares(tally), len(tally.students)) for name, tally in ranked),
        now,
        as_of,
        f"{_attendance_words(total)} Lowest attendance: {ranked[0][0]}."
        if len(ranked) > 1
        else _attendance_words(total),
        (*notes, *_attendance_notes(total, last_day, now)),
        notes[0] if notes else _no_attendance(query),
        query.source is not None or query.department is not None,
    )


def marks_report(tally: MarkTally, query: ReportQuery, now: datetime, as_of: datetime | None) -> Report:
    """Return how many marks lie in each tenth of the highest possible ones."""
    counted = sum(tally.bins)
    labels = ["below 0 %", *(f"{low}–{low + 9 if low < 90 else 100} %" for low in range(0, 100, 10)), "over 100 %"]
    rows = [
        (label, number, share(number, counted))
        for place, (label, number) in enumerate(zip(labels, tally.bins, strict=True))
        # What lies outside is told only where something does.
        if counted and (number or 0 < place <= _BINS)
    ]
    note = f"{count(tally.without, 'mark')} without a number or a highest possible mark did not count."
    return Report(
        ReportName.MARKS,
        Shape.COLUMNS,
        (
            Column("range", "Marks", Kind.TEXT, names=True),
            Column("marks", "Number", Kind.COUNT, plotted=True),
            Column("share", "Share", Kind.SHARE),
        ),
        tuple(rows),
        now,
        as_of,
        f"{count(counted, 'mark')}, {tally.total / counted:.1f} % on average." if counted else "",
        (note,) if tally.without else (),
        f"There are no marks to count. Connect a system that has them, such as the LMS. {note if tally.without else ''}"
        if not query.filtered
        else "No mark fits these filters.",
        query.filtered,
    )


def too_few(report: Report) -> Report:
    """Return a report without its numbers, for they are of so few students that they speak of each of them."""
    sentence = f"These are numbers of fewer than {SMALLEST_GROUP} students, which are not shown to your role."
    return replace(report, rows=(), summary="", notes=(), empty=sentence)


def freshness_report(feeds: Sequence[Feed], query: ReportQuery, now: datetime) -> Report:
    """Return how old each kind of data from each system is, the oldest for its kind first."""
    rows: list[tuple[Cell, ...]] = []
    for feed in feeds:
        # A clock that was set back makes no data younger than new.
        age = None if feed.last is None else max((now - feed.last).total_seconds() / 60, 0.0)
        times = None if age is None else age / feed.recommended
        last = None if feed.last is None else to_text(feed.last)
        rows.append((feed.data, feed.source, last, age, feed.recommended, times, _state(feed, times)))
    rows.sort(key=lambda row: (row[5] is not None, -float(row[5] or 0), str(row[0]), str(row[1])))
    late = sum(row[6] in {_LATE, _NEVER} for row in rows)
    summary = f"{late:,} of {count(len(rows), 'kind of data', 'kinds of data')} by system "
    return Report(
        ReportName.FRESHNESS,
        Shape.BARS,
        (
            Column("data", "Data", Kind.TEXT, names=True),
            Column("source", "System", Kind.TEXT, names=True),
            Column("last", "Last came in", Kind.MOMENT),
            Column("age_minutes", "Age", Kind.MINUTES),
            Column("recommended_minutes", "Recommended", Kind.MINUTES),
            Column("times", "Age in intervals", Kind.TIMES, plotted=True),
            Column("state", "State", Kind.TEXT),
        ),
        tuple(rows),
        now,
        now,
        f"{summary}{'is' if late == 1 else 'are'} older than they should be." if late else _all_fresh(feeds),
        (f"Data older than {CATCH_UP_AFTER} recommended intervals is late.",),
        "No system is connected yet. Connect your first system.",
        query.source is not None,
        mark=float(CATCH_UP_AFTER),
    )


_LATE, _NEVER = "Late", "Never came in"
_FEW = f"Departments of fewer than {SMALLEST_GROUP} students"

_ATTENDANCE_COLUMNS = (
    Column("present_share", "Present", Kind.SHARE, plotted=True),
    Column("late_share", "Late", Kind.SHARE, plotted=True),
    Column("excused_share", "Excused", Kind.SHARE, plotted=True),
    Column("absent_share", "Absent", Kind.SHARE, plotted=True),
    Column("entries", "Entries", Kind.COUNT),
)


def _state(feed: Feed, times: float | None) -> str:
    if not feed.enabled:
        return "Switched off"
    if times is None:
        return _NEVER
    return _LATE if times > CATCH_UP_AFTER else "Up to date"


def _all_fresh(feeds: Sequence[Feed]) -> str:
    """Return what is said where nothing is late; of what is switched off nobody can say how it is."""
    if any(feed.enabled for feed in feeds):
        return "All data is up to date."
    return "Everything here is switched off: no data comes in." if feeds else ""


def _unlike(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with a number behind a name that came before, as two colleges may name a system alike."""
    seen: Counter[str] = Counter()
    made: list[Column] = []
    for column in columns:
        seen[column.name] += 1
        name = column.name if seen[column.name] == 1 else f"{column.name} ({seen[column.name]})"
        made.append(replace(column, name=name))
    return tuple(made)


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.take(tally)
    return total


def _shares(tally: Tally) -> tuple[Cell, ...]:
    every = tally.marked
    parts = (tally.present, tally.late, tally.excused, tally.absent)
    return (*(share(part, every) for part in parts), every)


def _attendance_words(total: Tally) -> str:
    if not total.marked:
        return ""
    parts = (("present", total.present), ("late", total.late), ("excused", total.excused), ("absent", total.absent))
    told = ", ".join(f"{said(Kind.SHARE, share(part, total.marked))} {word}" for word, part in parts if part)
    return f"{told}, of {count(total.marked, 'entry', 'entries')}."


def _attendance_notes(total: Tally, last_day: date, now: datetime) -> tuple[str, ...]:
    notes: list[str] = []
    if total.unknown:
        notes.append(f"{count(total.unknown, 'entry', 'entries')} that nobody marked did not count.")
    if total.marked and last_day < now.astimezone().date():
        notes.append(f"The newest attendance is of {day_words(last_day)}; the days end there.")
    return tuple(notes)


def _hidden_notes(found: Attendance) -> tuple[str, ...]:
    sentence = f"Numbers of fewer than {SMALLEST_GROUP} students of a department on a day are not shown to your role."
    return (sentence,) if found.left_out else ()


def _no_attendance(query: ReportQuery) -> str:
    if query.source is not None or query.department is not None:
        return "No attendance fits these filters."
    return "There is no attendance yet. Connect a system that has it, such as the attendance machine, then choose Sync."
