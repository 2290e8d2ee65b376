"""Reports in words and numbers: one table each, from which plot, table, file and terminal all show the same."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, field

from hub_desktop.core.words import count

DAYS = 30
"""What is looked at where nobody says otherwise."""
MOST_DAYS = 3660
SMALLEST_GROUP = 5
"""Students; fewer are not shown to whoever may not see personal data, for numbers of so few speak of each of them."""

MOST_BARS = 20
"""Bars of a plot; the table beside it has all rows."""

Cell = str | int | float | None


class ReportName(StrEnum):
    """The reports, in their order."""

    RECORDS = "records"
    SUCCESS = "success"
    DURATION = "duration"
    ATTENDANCE = "attendance"
    DEPARTMENTS = "departments"
    MARKS = "marks"
    FRESHNESS = "freshness"


TITLES: dict[ReportName, str] = {
    ReportName.RECORDS: "Records synced a day",
    ReportName.SUCCESS: "Syncs that succeeded, by system",
    ReportName.DURATION: "How long a sync takes, by system",
    ReportName.ATTENDANCE: "Attendance by day",
    ReportName.DEPARTMENTS: "Attendance by department",
    ReportName.MARKS: "Distribution of marks",
    ReportName.FRESHNESS: "Freshness by kind of data",
}
UNITS: dict[ReportName, str] = {
    ReportName.RECORDS: "records a day",
    ReportName.SUCCESS: "% of syncs",
    ReportName.DURATION: "seconds, typical sync (median)",
    ReportName.ATTENDANCE: "% of entries",
    ReportName.DEPARTMENTS: "% of entries",
    ReportName.MARKS: "number of marks by % of the highest possible",
    ReportName.FRESHNESS: "age, in recommended intervals",
}


class Shape(StrEnum):
    """How a report is drawn."""

    LINES = "lines"
    """One line a series over the days."""
    DAY_STACKS = "day stacks"
    """One column a day, stacked of the series."""
    BARS = "bars"
    """One bar a row."""
    STACKED_BARS = "stacked bars"
    """One bar a row, stacked of the series."""
    COLUMNS = "columns"
    """One column a row, side by side."""


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DAY = "day"
    """`YYYY-MM-DD`."""
    COUNT = "count"
    SHARE = "share"
    """0 to 1; shown, and written to CSV, in percent."""
    SECONDS = "seconds"
    MINUTES = "minutes"
    TIMES = "times"
    """How many times something."""
    MOMENT = "moment"
    """As `core.times.to_text` writes it."""


class Column(Struct, frozen=True):
    """A column of a report; what is `plotted` is a series of its plot, and what `names` the row stands beside it."""

    name: str
    """For programs; no other column of the report has it."""
    heading: str
    kind: Kind
    plotted: bool = False
    names: bool = False
    given: bool = False
    """Whether the heading is a name that somebody gave, and no word of ours."""


class Report(Struct, frozen=True):
    """One report: a table whose plotted columns are the plot."""

    name: ReportName
    shape: Shape
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    read_at: datetime
    as_of: datetime | None
    """When the data it counts last came in; None when it never did."""
    summary: str = ""
    """What it says, in a sentence."""
    notes: tuple[str, ...] = ()
    """What a person should know of the numbers, in sentences."""
    empty: str = ""
    """Where there are no rows: why, and what to do."""
    filtered: bool = False
    """Whether the filters may be why there are no rows."""
    mark: float | None = None
    """A value that is marked in the plot, because it is where well ends."""

    @property
    def title(self) -> str:
        """What it is called."""
        return TITLES[self.name]

    @property
    def unit(self) -> str:
        """What its plot counts."""
        return UNITS[self.name]

    def told(self) -> tuple[str, ...]:
        """Return the notes that stand below the plot: those of the numbers, and what the plot has no room for."""
        if self.shape not in {Shape.BARS, Shape.STACKED_BARS} or len(self.rows) <= MOST_BARS:
            return self.notes
        return (
            *self.notes,
            f"The plot shows the first {MOST_BARS} of {len(self.rows):,} rows; the table has them all.",
        )

    def labels(self) -> tuple[str, ...]:
        """Return what each row is about: its day, or its names side by side."""
        places = [place for place, column in enumerate(self.columns) if column.names]
        return tuple(" · ".join(str(row[place]) for place in places) for row in self.rows)

    def series(self) -> tuple[tuple[Column, tuple[float, ...]], ...]:
        """Return the plotted columns with their values, a value a row; what is not known counts as 0."""
        return tuple(
            (column, tuple(float(row[place] or 0) for row in self.rows))
            for place, column in enumerate(self.columns)
            if column.plotted
        )


class ReportQuery(Struct, frozen=True):
    """Which numbers are wanted: how many days back, and of what alone."""

    days: int = DAYS
    source: str | None = None
    department: str | None = None
    subject: str | None = None
    exam: str | None = None

    @property
    def filtered(self) -> bool:
        """Whether only part of what there is is wanted."""
        return (self.source, self.department, self.subject, self.exam) != (None, None, None, None)

    def words(self) -> str:
        """Return what is wanted, for the audit and for files."""
        parts = [f"the last {count(self.days, 'day')}"]
        if self.source is not None:
            parts.append(f"source “{self.source}”")
        if self.department is not None:
            parts.append(f"department “{self.department}”")
        if self.subject is not None:
            parts.append(f"subject “{self.subject}”")
        if self.exam is not None:
            parts.append(f"exam “{self.exam}”")
        return ", ".join(parts)


class Choices(Struct, frozen=True):
    """What the filters can be set to."""

    sources: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    exams: tuple[str, ...] = ()


class Counting(Struct, frozen=True):
    """How far a report that takes time has come."""

    name: ReportName
    done: int
    total: int


class Tally(Struct):
    """Entries of attendance by what they say; `unknown` is what nobody marked."""

    present: int = 0
    absent: int = 0
    late: int = 0
    excused: int = 0
    unknown: int = 0
    students: set[tuple[int, str]] = field(default_factory=set)
    """By college; only where they are counted."""

    def add(self, numbers: Sequence[int]) -> None:
        """Count more entries: present, absent, late, excused and all together."""
        present, absent, late, excused, every = numbers
        self.present += present
        self.absent += absent
        self.late += late
        self.excused += excused
        self.unknown += every - present - absent - late - excused

    def take(self, other: "Tally") -> None:
        """Count what another tally counted, its students too."""
        self.add((other.present, other.absent, other.late, other.excused, other.marked + other.unknown))
        self.students |= other.students

    @property
    def marked(self) -> int:
        """How many entries say something."""
        return self.present + self.absent + self.late + self.excused


def said(kind: Kind, cell: Cell, moment: Callable[[str], str] = str) -> str:
    """Return a cell as people read it; `moment` says points in time."""
    if cell is None:
        return "–"
    if isinstance(cell, str):
        return moment(cell) if kind is Kind.MOMENT else cell
    match kind:
        case Kind.SHARE:
            return f"{cell * 100:.1f} %"
        case Kind.SECONDS:
            return length(float(cell))
        case Kind.MINUTES:
            return length(float(cell) * 60)
        case Kind.TIMES:
            return f"{cell:,.1f} ×"
        case _:
            return f"{cell:,}"


def plain_cell(kind: Kind, cell: Cell) -> Cell:
    """Return a cell as a file carries it: numbers as such, shares in percent."""
    if not isinstance(cell, float):
        return cell
    return round(cell * 100, 2) if kind is Kind.SHARE else round(cell, 3)


def heading_with_unit(column: Column) -> str:
    """Return the heading of a column in a file, where no sign stands behind the numbers."""
    units = {Kind.SHARE: "%", Kind.SECONDS: "seconds", Kind.MINUTES: "minutes"}
    return f"{column.heading} ({units[column.kind]})" if column.kind in units else column.heading


def length(seconds: float) -> str:
    """Return a length of time in one or two units: `0.04 s`, `3 min 20 s`, `5 h 10 min`, `12 days`."""
    if 0 < seconds < 1:
        return f"{seconds:.2f} s"
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        minutes, rest = divmod(whole, 60)
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    if whole < 2 * 86_400:
        hours, rest = divmod(whole // 60, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return count(whole // 86_400, "day")


def share(part: float, whole: float) -> float:
    """Return what part of the whole it is; 0 of nothing."""
    return part / whole if whole else 0.0


def short_day(day: date) -> str:
    """Return a day as it stands below a plot: `27 May`."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def day_words(day: date) -> str:
    """Return a day as it stands in a sentence: `27 May 2022`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
