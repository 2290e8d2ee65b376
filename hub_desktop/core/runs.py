"""A sync run in words: its trigger, its counts and how it ended."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from hub_desktop.core.errors import ErrorKind, Problem


class Trigger(StrEnum):
    """Why a run was asked for."""

    MANUAL = "manual"
    SCHEDULE = "schedule"
    WEBHOOK = "webhook"
    CATCH_UP = "catch-up"
    RETRY = "retry"


class RunStatus(StrEnum):
    """How a run stands or ended."""

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    PARTIAL = "partial"
    FAILED = "failed"
    HELD = "held"
    CANCELLED = "cancelled"


class Counts(Struct, frozen=True):
    """What happened to the records of an endpoint, and what it took."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    quarantined: int = 0
    pages: int = 0
    requests: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.read + other.read,
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
            self.quarantined + other.quarantined,
            self.pages + other.pages,
            self.requests + other.requests,
        )


class EndpointOutcome(Struct, frozen=True):
    """What one endpoint brought in one run; `problem` is None when it succeeded."""

    counts: Counts = field(default_factory=Counts)
    problem: Problem | None = None
    warnings: int = 0
    """Values that were dropped because an optional field did not pass its check."""


class Run(Struct, frozen=True):
    """One pass over an integration's endpoints; times are aware UTC."""

    run_id: int
    integration_id: int
    integration: str
    trigger: Trigger
    status: RunStatus
    started_at: datetime
    finished_at: datetime | None = None
    endpoints: dict[str, EndpointOutcome] = field(default_factory=dict)
    problem: Problem | None = None
    asked_by: str = ""

    @property
    def total(self) -> Counts:
        """The counts of all endpoints together."""
        return sum((outcome.counts for outcome in self.endpoints.values()), Counts())

    @property
    def seconds(self) -> float:
        """How long it took; 0 while it runs, or when the clock was set back meanwhile."""
        return max((self.finished_at - self.started_at).total_seconds(), 0.0) if self.finished_at else 0.0

    def finished(self, at: datetime, problem: Problem | None = None) -> "Run":
        """Return this run as ended at `at`, its status drawn from its endpoints and `problem`."""
        first = problem or next((o.problem for o in self.endpoints.values() if o.problem), None)
        status = _status(self.endpoints.values(), problem)
        return replace(self, status=status, finished_at=at, problem=first)

    def summary(self) -> dict[str, object]:
        """Return the object that `sync --json` prints."""
        return {
            "run_id": self.run_id,
            "integration": self.integration,
            "status": str(self.status),
            "endpoints": {
                name: {
                    "read": o.counts.read,
                    "added": o.counts.added,
                    "changed": o.counts.changed,
                    "unchanged": o.counts.unchanged,
                    "removed": o.counts.removed,
                    "quarantined": o.counts.quarantined,
                    "pages": o.counts.pages,
                    "requests": o.counts.requests,
                    "error": o.problem.sentence if o.problem else None,
                }
                for name, o in self.endpoints.items()
            },
            "seconds": round(self.seconds, 3),
            "error": None
            if self.problem is None
            else {
                "kind": str(self.problem.kind),
                "message": self.problem.sentence,
                "detail": self.problem.detail,
                "remedy": str(self.problem.remedy),
            },
        }


def _status(outcomes: Iterable[EndpointOutcome], problem: Problem | None) -> RunStatus:
    problems = [outcome.problem for outcome in outcomes]
    kinds = {p.kind for p in [*problems, problem] if p is not None}
    if ErrorKind.CANCELLED in kinds:
        return RunStatus.CANCELLED
    if ErrorKind.HELD in kinds:
        return RunStatus.HELD
    if problem is not None or (problems and all(problems)):
        return RunStatus.FAILED
    return RunStatus.PARTIAL if any(problems) else RunStatus.SUCCEEDED
