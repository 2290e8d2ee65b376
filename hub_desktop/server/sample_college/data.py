"""The sample college's records, its rehearsal faults, and how it moves on a day."""

import gzip
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, Self, get_args

from hub_desktop.core.resources import resource_path
from hub_desktop.server.sample_college.next_day import Advance, Change, next_day

Record = Mapping[str, object]
System = Literal["erp", "biometric", "lms"]
Fault = Literal["none", "wrong-token", "down", "slow", "missing-key"]

SYSTEMS: Final[tuple[System, ...]] = get_args(System)
FAULTS: Final[tuple[Fault, ...]] = get_args(Fault)
FIRST_DAY: Final = date(2022, 5, 27)
"""The last day of the bundled school year, from which the rehearsal moves on."""


@dataclass(frozen=True)
class DataSet:
    """One list of the college: where it is served and what it can be filtered by."""

    name: str
    system: System
    path: str
    key: str
    """The field which the fault `missing-key` takes away."""
    date_field: str = ""
    has_department: bool = False


DATA_SETS: Final = (
    DataSet("students", "erp", "/erp/api/v1/students", "studentId"),
    DataSet("faculty", "erp", "/erp/api/v1/faculty", "staffId", has_department=True),
    DataSet("subjects", "erp", "/erp/api/v1/subjects", "courseCode", has_department=True),
    DataSet("timetable", "erp", "/erp/api/v1/timetable", "section"),
    DataSet("attendance", "biometric", "/biometric/api/attendance", "studentId", date_field="date"),
    DataSet("marks", "lms", "/lms/api/marks", "studentId", date_field="examDate"),
)


@dataclass(frozen=True)
class SampleCredentials:
    """What the three systems ask of a client; never shown in a representation."""

    erp_token: str = field(repr=False)
    biometric_key: str = field(repr=False)
    lms_client_id: str = field(repr=False)
    lms_client_secret: str = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """Return fresh random credentials."""
        return cls(
            erp_token=secrets.token_urlsafe(24),
            biometric_key=secrets.token_urlsafe(24),
            lms_client_id=f"sample-{secrets.token_urlsafe(6)}",
            lms_client_secret=secrets.token_urlsafe(24),
        )


class SampleCollege:
    """The records of the college as they stand now; every method may be called from any thread.

    `slow_seconds` is how long the fault `slow` delays an answer, `token_seconds` how long an LMS token lives,
    and `clock` gives the seconds by which that is measured.
    """

    def __init__(
        self,
        credentials: SampleCredentials,
        records: Mapping[str, Sequence[Record]],
        *,
        slow_seconds: float = 3.0,
        token_seconds: int = 3600,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.credentials = credentials
        self.slow_seconds = slow_seconds
        self.token_seconds = token_seconds
        self.clock = clock
        self._lock = threading.Lock()
        self._today = FIRST_DAY
        self._records = {name: tuple(rows) for name, rows in records.items()}
        self._faults: dict[str, Fault] = dict.fromkeys(SYSTEMS, "none")

    @classmethod
    def load(
        cls,
        *,
        erp_token: str,
        biometric_key: str,
        lms_client_id: str,
        lms_client_secret: str,
    ) -> Self:
        """Return the college with the bundled records; raise OSError where a bundled file is missing."""
        credentials = SampleCredentials(erp_token, biometric_key, lms_client_id, lms_client_secret)
        return cls(credentials, {data_set.name: _bundled(data_set.name) for data_set in DATA_SETS})

    @property
    def today(self) -> date:
        """The rehearsal's day."""
        with self._lock:
            return self._today

    def rows(self, name: str) -> tuple[Record, ...]:
        """Return a snapshot of one data set in its lasting order, new records last.

        Later changes replace records and alter none. Raise KeyError for an unknown data set.
        """
        with self._lock:
            return self._records[name]

    def fault(self, system: System) -> Fault:
        """Return the fault that a system is rehearsing."""
        with self._lock:
            return self._faults[system]

    def set_fault(self, system: str, fault: str) -> None:
        """Let a system rehearse a fault until `none` is set; raise ValueError for an unknown one of either."""
        known_system = next((known for known in SYSTEMS if known == system), None)
        known_fault = next((known for known in FAULTS if known == fault), None)
        if known_system is None:
            raise ValueError(f"{system!r} is none of the systems {', '.join(SYSTEMS)}")
        if known_fault is None:
            raise ValueError(f"{fault!r} is none of the faults {', '.join(FAULTS)}")
        with self._lock:
            self._faults[known_system] = known_fault

    def advance_day(self, seed: int | None = None) -> Advance:
        """Move on to the next weekday and return what changed.

        The same day, records and `seed` give the same changes.
        """
        with self._lock:
            advance, changes = next_day(self._today, self._records, seed)
            self._today = advance.day
            for name in {change.data_set for change in changes}:
                own = [change for change in changes if change.data_set == name]
                self._records[name] = _with_changes(self._records[name], own)
            return advance


def _with_changes(rows: Sequence[Record], changes: Sequence[Change]) -> tuple[Record, ...]:
    changed = list(rows)
    for change in changes:
        if change.index is None:
            changed.append(change.record)
        else:
            changed[change.index] = change.record
    return tuple(changed)


def _bundled(name: str) -> list[Record]:
    packed = resource_path("sample_college", f"{name}.json.gz").read_bytes()
    rows: list[Record] = json.loads(gzip.decompress(packed))
    return rows
