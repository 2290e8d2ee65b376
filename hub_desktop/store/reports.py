"""The counts that reports are made of, read from both files; records are counted as the current view has them."""

import json
import threading
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from msgspec import Struct

from hub_desktop.core.current import SourceOrder
from hub_desktop.core.datatypes import ATTENDANCE, MARKS, STUDENTS, DataType
from hub_desktop.core.errors import CancelledError
from hub_desktop.core.filters import Search
from hub_desktop.core.report_tables import MarkTally, RunTally
from hub_desktop.core.reports import SMALLEST_GROUP, Tally
from hub_desktop.core.times import to_text
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current_sql import CurrentSql

_STEPS = 200_000
"""Steps of SQLite's machine between two looks at whether the answer is still wanted: some milliseconds."""
_STATUSES = ("present", "absent", "late", "excused")

# Begin and end of a run lie apart by this, or by nothing when the clock was set back meanwhile.
_SECONDS = "max((julianday(finished_at) - julianday(started_at)) * 86400.0, 0.0)"


class Scope(Struct, frozen=True):
    """Whose records count: those of these sources, as the current view has them; of one named source, as it says."""

    orders: tuple[SourceOrder, ...]
    source: str | None = None


class DayCounts(Struct, frozen=True):
    """Attendance of one day and college, by student."""

    day: str
    college_id: int
    students: tuple[tuple[str, tuple[int, int, int, int, int]], ...]
    """Present, absent, late, excused and all entries of each."""


class ReportStore:
    """Counts runs and current records. Each call reads over a connection of its own and can be stopped."""

    def __init__(self, hub: sa.Engine, records: sa.Engine, corrections: CorrectionStore) -> None:
        self._hub = hub
        self._records = records
        self._corrections = corrections

    def read_by_day(
        self, sources: Collection[int], since: datetime, cancel: threading.Event | None = None
    ) -> dict[tuple[str, int], int]:
        """Return the number of records read by local day (`YYYY-MM-DD`) and source, in the runs begun since then."""
        with _reading(self._hub, cancel) as connection:
            rows = connection.exec_driver_sql(
                "SELECT date(started_at, 'localtime') AS day, integration_id, "
                "sum((SELECT total(json_extract(e.value, '$.counts.read')) FROM json_each(runs.endpoints) e)) "
                "FROM runs WHERE started_at >= ? AND integration_id IN (SELECT value FROM json_each(?)) "
                "GROUP BY day, integration_id",
                (to_text(since), json.dumps(sorted(sources))),
            )
            return {(str(day), int(source)): int(number) for day, source, number in rows if number}

    def run_tallies(
        self, sources: Collection[int], since: datetime, cancel: threading.Event | None = None
    ) -> dict[int, RunTally]:
        """Return how the runs begun since then ended, by source."""
        given = (to_text(since), json.dumps(sorted(sources)))
        where = "started_at >= ? AND integration_id IN (SELECT value FROM json_each(?))"
        with _reading(self._hub, cancel) as connection:
            ended = connection.exec_driver_sql(
                f"SELECT integration_id, status, count(*) FROM runs WHERE {where} GROUP BY 1, 2",  # noqa: S608
                given,
            ).all()
            # The middle one, or the mean of the middle two.
            times = connection.exec_driver_sql(
                "SELECT integration_id, avg(seconds) FILTER (WHERE place IN ((n + 1) / 2, (n + 2) / 2)), max(seconds) "  # noqa: S608
                f"FROM (SELECT integration_id, {_SECONDS} AS seconds, "
                f"row_number() OVER (PARTITION BY integration_id ORDER BY {_SECONDS}) AS place, "
                f"count(*) OVER (PARTITION BY integration_id) AS n FROM runs WHERE {where} "
                "AND status IN ('succeeded', 'partial') AND finished_at IS NOT NULL) GROUP BY integration_id",
                given,
            ).all()
        by_status: dict[int, dict[str, int]] = {}
        for source, status, number in ended:
            by_status.setdefault(source, {})[status] = number
        taken: dict[int, tuple[float, float]] = {source: (median, longest) for source, median, longest in times}
        tallies: dict[int, RunTally] = {}
        for source, found in by_status.items():
            median, longest = taken.get(source, (None, None))
            tallies[source] = RunTally(
                succeeded=found.get("succeeded", 0),
                partial=found.get("partial", 0),
                failed=found.get("failed", 0),
                held=found.get("held", 0),
                median=median,
                longest=longest,
            )
        return tallies

    def departments(self, scope: Scope, cancel: threading.Event | None = None) -> dict[tuple[int, str], str]:
        """Return the department of each current student that has one, by college and student ID."""
        found: dict[tuple[int, str], str] = {}
        with _reading(self._records, cancel) as connection:
            for order, sql, place in self._legs(STUDENTS, scope):
                made = sql.values(("student_id", "department"), order, place)
                for student, department in connection.exec_driver_sql(made.text, tuple(made.parameters)):
                    if department:
                        found[order.college_id, str(student)] = str(department)
        return found

    def newest_day(self, scope: Scope, latest: date) -> date | None:
        """Return the newest day up to `latest` that has attendance, or None."""
        with _reading(self._records, None) as connection:
            days = [
                connection.exec_driver_sql(
                    "SELECT date FROM attendance WHERE integration_id = ? AND date <= ? AND removed_at IS NULL "
                    "ORDER BY date DESC LIMIT 1",
                    (source, latest.isoformat()),
                ).scalar()
                for order in scope.orders
                for source in order.sources
            ]
        return max((date.fromisoformat(day) for day in days if day), default=None)

    def attendance(
        self,
        scope: Scope,
        last_day: date,
        days: int,
        *,
        cancel: threading.Event | None = None,
        told: Callable[[int, int], None] | None = None,
    ) -> Generator[DayCounts, None, None]:
        """Yield the attendance of `days` days up to the last one, a day and college at a time.

        `told` hears how many days were counted, and of how many. Raises CancelledError when `cancel` is set meanwhile.
        Close it when it is not taken to its end: it holds a connection.
        """
        counted = "".join(f"sum(status = '{status}'), " for status in _STATUSES)
        statements: list[tuple[int, str, tuple[Any, ...]]] = []
        for order, sql, place in self._legs(ATTENDANCE, scope):
            made = sql.values(("student_id", "status"), order, place)
            # Filed by day and student, so a day is a short walk through the file, and needs no sorting.
            text = f"SELECT student_id, {counted}count(*) FROM ({made.text} AND r.date = ?) GROUP BY student_id"  # noqa: S608
            statements.append((order.college_id, text, tuple(made.parameters)))
        with _reading(self._records, cancel) as connection:
            for done in range(days):
                _unless_stopped(cancel)
                day = (last_day - timedelta(days=days - 1 - done)).isoformat()
                for college_id, text, parameters in statements:
                    rows = connection.exec_driver_sql(text, (*parameters, day)).all()
                    if rows:
                        yield DayCounts(day, college_id, tuple((str(row[0]), _five(row[1:])) for row in rows))
                if told is not None:
                    told(done + 1, days)

    def marks(
        self,
        scope: Scope,
        students: Callable[[int], Collection[str]] | None = None,
        *,
        cancel: threading.Event | None = None,
    ) -> dict[tuple[str, str], MarkTally]:
        """Return the current marks by subject and exam; `students` says which of a college alone count."""
        found: dict[tuple[str, str], MarkTally] = {}
        with _reading(self._records, cancel) as connection:
            for order, sql, place in self._legs(MARKS, scope):
                made = sql.values(("subject_code", "exam", "marks_obtained", "max_marks"), order, place)
                if students is not None:
                    made.add(" AND r.student_id IN (SELECT value FROM json_each(?))")
                    made.parameters.append(json.dumps(sorted(students(order.college_id))))
                rows = connection.exec_driver_sql(
                    "SELECT subject_code, exam, CASE WHEN p IS NULL THEN NULL WHEN p < 0 THEN 0 WHEN p > 100 THEN 11 "  # noqa: S608
                    "WHEN p = 100 THEN 10 ELSE CAST(p / 10 AS INTEGER) + 1 END AS bin, count(*), total(p) "
                    "FROM (SELECT subject_code, exam, CASE WHEN max_marks > 0 THEN 100.0 * marks_obtained / max_marks "
                    f"END AS p FROM ({made.text})) GROUP BY subject_code, exam, bin",
                    tuple(made.parameters),
                )
                for subject, exam, place_of, number, total in rows:
                    tally = found.setdefault((subject, exam), MarkTally())
                    if place_of is None:
                        tally.without += number
                    else:
                        tally.bins[place_of] += number
                        tally.total += total
        return found

    def students_with_marks(
        self,
        scope: Scope,
        students: Callable[[int], Collection[str]] | None,
        subject: str | None,
        exam: str | None,
        enough: int,
    ) -> int:
        """Return how many students have such marks, looking for `enough` of them and no more."""
        found: set[tuple[int, str]] = set()
        with _reading(self._records, None) as connection:
            for order, sql, place in self._legs(MARKS, scope):
                made = sql.values(("student_id",), order, place)
                for column, value in (("subject_code", subject), ("exam", exam)):
                    if value is not None:
                        made.add(f" AND r.{column} = ?", value)
                if students is not None:
                    made.add(" AND r.student_id IN (SELECT value FROM json_each(?))")
                    made.parameters.append(json.dumps(sorted(students(order.college_id))))
                rows = connection.exec_driver_sql(
                    f"SELECT DISTINCT student_id FROM ({made.text}) LIMIT ?",  # noqa: S608 - declared names
                    (*made.parameters, enough),
                )
                found.update((order.college_id, str(row[0])) for row in rows)
        return len(found)

    def _legs(self, kind: DataType, scope: Scope) -> Iterator[tuple[SourceOrder, CurrentSql, int]]:
        corrected = {order.college_id: self._corrections.fields(order.college_id, kind) for order in scope.orders}
        sql = CurrentSql(kind, Search(kind.name, source=scope.source), scope.orders, corrected)
        for order in scope.orders:
            for place in range(len(order.sources)):
                yield order, sql, place


def tally_by_department(
    counts: Iterable[DayCounts], departments: dict[tuple[int, str], str], without: str, wanted: str | None
) -> tuple[dict[str, dict[str, Tally]], dict[str, set[tuple[int, str]]]]:
    """Return attendance by day and department, and the students by department; of the wanted one alone where named.

    `without` is how those are called that have no department. Of the students of a day whose attendance is known, a
    tally holds as many as tell that they are not few.
    """
    by_day: dict[str, dict[str, Tally]] = {}
    students: dict[str, set[tuple[int, str]]] = {}
    for one in counts:
        of_day = by_day.setdefault(one.day, {})
        for student, numbers in one.students:
            key = one.college_id, student
            name = departments.get(key, without)
            if wanted is not None and name != wanted:
                continue
            tally = of_day.get(name)
            if tally is None:
                tally = of_day[name] = Tally()
            tally.add(numbers)
            if len(tally.students) < SMALLEST_GROUP and any(numbers[:4]):
                tally.students.add(key)
            students.setdefault(name, set()).add(key)
    return by_day, students


def _five(numbers: Sequence[Any]) -> tuple[int, int, int, int, int]:
    present, absent, late, excused, every = (int(number or 0) for number in numbers)
    return present, absent, late, excused, every


@contextmanager
def _reading(engine: sa.Engine, cancel: threading.Event | None) -> Iterator[sa.Connection]:
    """Give a connection whose statements stop when `cancel` is set, with CancelledError."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if cancel is not None:
            driver.set_progress_handler(cancel.is_set, _STEPS)
        try:
            yield connection
            _unless_stopped(cancel)
        except CancelledError:
            raise
        except Exception:
            # SQLAlchemy's error, or the driver's own.
            _unless_stopped(cancel)
            raise
        finally:
            driver.set_progress_handler(None, 0)


def _unless_stopped(cancel: threading.Event | None) -> None:
    if cancel is not None and cancel.is_set():
        raise CancelledError("The report was stopped.") from None
