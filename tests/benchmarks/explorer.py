"""How long the explorer takes over a million records: first show, jump, filter, search, order.

    python -m tests.benchmarks.explorer --records 1000000

The records lie in an encrypted file, of one source or, with `--sources 2`, of two that have half of them in common.
For each question it tells after how many seconds the first page stood there, after how many all records were listed,
and how long a jump to the middle took; the median of the rounds, after a first one that finds nothing in memory.
Seconds of the processor stand beside those of the clock, for a machine that has other things to do.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from hub_desktop.core.current import SourceOrder
from hub_desktop.core.datatypes import STUDENTS
from hub_desktop.core.filters import Filter, How, Search
from hub_desktop.core.redaction import Redactor
from hub_desktop.store.corrections import CorrectionStore
from hub_desktop.store.current import CurrentStore, Listing
from hub_desktop.store.engine import open_databases
from hub_desktop.store.folder import DataFolder
from hub_desktop.store.records import RecordStore, Target
from hub_desktop.store.vault import MemoryVault

_NAMES = ("Asha", "Ravi", "Meena", "John", "Priya", "Kiran", "Deepa", "Arun")
_DEPARTMENTS = ("CSE", "ECE", "ME", "CE", "IT")
_PAGE = 200
_QUESTIONS = {
    "everything": Search("students"),
    "filter: department is CSE": Search("students", (Filter("department", How.EQUALS, "CSE"),)),
    "filter: name contains a rare text": Search("students", (Filter("name", How.CONTAINS, "99912"),)),
    "filter: phone is empty": Search("students", (Filter("phone", How.EMPTY),)),
    "search: a common text": Search("students", text="asha"),
    "search: a rare number": Search("students", text="99912"),
    "search: nothing found": Search("students", text="no such text"),
    "order: by name": Search("students", sort="name"),
    "order: by phone, descending": Search("students", sort="phone", descending=True),
}


def fill(store: RecordStore, records: int, sources: int) -> None:
    """Write the records; the second source begins in the middle of the first."""
    chosen = random.Random(5)
    for source in range(1, sources + 1):
        target = Target(source, "students", STUDENTS, source)
        begin = (source - 1) * records // 2
        for start in range(begin, begin + records, 10_000):
            rows = []
            for number in range(start, min(start + 10_000, begin + records)):
                given = {
                    "student_id": f"S{number:07}",
                    "name": f"{chosen.choice(_NAMES)} {chosen.choice(_NAMES)} {number}",
                    "email": f"student.{number}@college.edu",
                    "phone": f"98{chosen.randrange(10**8):08}",
                    "department": chosen.choice(_DEPARTMENTS),
                    "program": "B.Tech",
                    "semester": str(chosen.randrange(1, 9)),
                    "section": chosen.choice("ABCD"),
                    "date_of_birth": "2004-05-06",
                    "status": "active",
                }
                rows.append(tuple(given.get(name) for name in STUDENTS.field_names))
            store.write_page(target, rows, [], 1, Redactor())


def ask(current: CurrentStore, search: Search, orders: list[SourceOrder]) -> dict[str, float]:
    """Return the seconds that one question took."""
    began, worked, first = time.perf_counter(), time.process_time(), 0.0
    worked_first = 0.0

    def told(listing: Listing) -> None:
        nonlocal first, worked_first
        current.page(STUDENTS, listing, orders, 0, _PAGE)
        first, worked_first = time.perf_counter() - began, time.process_time() - worked

    listing = current.look(STUDENTS, search, orders, told=told)
    if not first:
        told(listing)
    whole, worked_whole = time.perf_counter() - began, time.process_time() - worked
    again = time.perf_counter()
    current.page(STUDENTS, listing, orders, listing.total // 2, _PAGE)
    return {
        "first": first,
        "first_cpu": worked_first,
        "whole": whole,
        "whole_cpu": worked_whole,
        "jump": time.perf_counter() - again,
        "found": listing.total,
    }


def main() -> int:
    """Run the benchmark; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=1_000_000)
    parser.add_argument("--sources", type=int, default=1, choices=(1, 2))
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as path:
        databases = open_databases(DataFolder(Path(path)).prepare(), MemoryVault())
        fill(RecordStore(databases.records), given.records, given.sources)
        current = CurrentStore(databases.records, CorrectionStore(databases.records))
        orders = [SourceOrder(1, tuple(range(1, given.sources + 1)))]
        for question, search in _QUESTIONS.items():
            cold = ask(current, search, orders)
            rounds = [ask(current, search, orders) for _ in range(given.rounds)]
            told = {name: round(statistics.median(one[name] for one in rounds), 3) for name in cold}
            print(json.dumps({"question": question, "cold_first": round(cold["first"], 3)} | told), flush=True)
        current.rest()
        databases.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
