"""How long the reports take to count over a million attendance records.

    python -m tests.benchmarks.reports --days 125

Each day has 8,000 attendance records of 1,000 students; beside them lie 200,000 marks and 20,000 runs, all in encrypted
files. For each range and report it tells the median seconds of the rounds, by the clock and of the processor.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hub_desktop.core.actor import Actor, Face, Role
from hub_desktop.core.datatypes import ATTENDANCE, MARKS, STUDENTS, DataType
from hub_desktop.core.integration import read_integration
from hub_desktop.core.redaction import Redactor
from hub_desktop.core.reports import ReportName, ReportQuery
from hub_desktop.core.times import to_text, utc_now
from hub_desktop.hub.hub import Hub
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.records import Target
from hub_desktop.store.vault import MemoryVault

PRINCIPAL = Actor("Asha", Role.PRINCIPAL, Face.TERMINAL)
_RANGES = (30, 90, 365)
_STATUSES, _WEIGHTS = ("present", "absent", "late", "excused", "unknown"), (88, 6, 3, 2, 1)


def fill(hub: Hub, days: int) -> None:
    """Write the records of one college, its students, attendance and marks from one system."""
    chosen, students = random.Random(5), [f"S{n:05}" for n in range(1_000)]
    written = {"name": "ERP", "baseUrl": "https://erp.example.edu", "endpoints": {"attendance": "/a"}}
    source = hub.integrations.add(PRINCIPAL, read_integration(written)).integration_id

    def write(kind: DataType, rows: Sequence[dict[str, Any]]) -> None:
        target = Target(source, kind.name, kind, 1)
        for start in range(0, len(rows), 10_000):
            values = [tuple(row.get(name) for name in kind.field_names) for row in rows[start : start + 10_000]]
            hub.records._records.write_page(target, values, [], 1, Redactor())

    write(STUDENTS, [{"student_id": s, "name": s, "department": chosen.choice(("CSE", "ECE", "ME"))} for s in students])
    for back in range(days):
        day = (date.today() - timedelta(days=back)).isoformat()  # noqa: DTZ011 - reports count by the local day
        entries = [
            {"student_id": s, "date": day, "subject_code": "", "period": str(period)}
            for s in students
            for period in range(8)
        ]
        statuses = chosen.choices(_STATUSES, _WEIGHTS, k=len(entries))
        write(ATTENDANCE, [entry | {"status": status} for entry, status in zip(entries, statuses, strict=True)])
    write(
        MARKS,
        [
            {"student_id": s, "subject_code": f"C{c}", "exam": f"E{e}", "marks_obtained": 9.0 * e, "max_marks": 100.0}
            for s in students
            for c in range(20)
            for e in range(10)
        ],
    )
    now = utc_now()
    runs = [
        (
            source,
            chosen.choice(("succeeded", "succeeded", "failed")),
            to_text(now - timedelta(minutes=6 * number)),
            to_text(now - timedelta(minutes=6 * number) + timedelta(seconds=chosen.random() * 60)),
            json.dumps({"attendance": {"counts": {"read": chosen.randrange(2_000)}}}),
        )
        for number in range(20_000)
    ]
    with hub._databases.hub.begin() as connection:
        connection.exec_driver_sql(
            'INSERT INTO runs (integration_id, status, started_at, finished_at, endpoints, "trigger", asked_by) '
            "VALUES (?, ?, ?, ?, ?, 'schedule', 'the clock')",
            runs,
        )


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--days", type=int, default=125)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        hub = Hub.open(DataFolder(Path(folder) / "data").prepare(), MemoryVault())
        fill(hub, given.days)
        for days in _RANGES:
            for names in ([[name] for name in ReportName], [list(ReportName)]):
                for wanted in names:
                    took: list[tuple[float, float]] = []
                    for _ in range(given.rounds):
                        began, worked = time.perf_counter(), time.process_time()
                        hub.reports.look(PRINCIPAL, ReportQuery(days), wanted)
                        took.append((time.perf_counter() - began, time.process_time() - worked))
                    clock, cpu = (statistics.median(one) for one in zip(*took, strict=True))
                    what = wanted[0] if len(wanted) == 1 else "all"
                    print(f"{days:4} days  {what:12} {clock:7.3f} s  {cpu:7.3f} s CPU")
        hub.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
