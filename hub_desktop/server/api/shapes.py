"""What the API answers of integrations and runs; every subject speaks of them in these words."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from hub_desktop.core.actor import Actor
from hub_desktop.core.errors import ErrorKind, Problem, Remedy
from hub_desktop.core.roles import UseCase, allowed
from hub_desktop.core.runs import Counts, Run, RunStatus, Trigger
from hub_desktop.core.status import Light, Status
from hub_desktop.core.times import utc_now
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.server.api.operations import Shape


class ProgressShape(Shape):
    """How far a run has come, in records."""

    done: int
    total: Annotated[int | None, Field(description="Where the upstream announced it.")] = None


class StatusShape(Shape):
    """The one state of an integration, and what to do about it."""

    light: Light
    word: str
    reason: Annotated[str, Field(description="One sentence; empty when there is nothing to say.")] = ""
    detail: Annotated[str, Field(description="For IT staff.")] = ""
    remedy: Remedy = Remedy.NONE
    progress: ProgressShape | None = None
    retry_at: datetime | None = None


class ProblemShape(Shape):
    """What went wrong in a run."""

    kind: ErrorKind
    message: str
    detail: str
    remedy: Remedy


class CountsShape(Shape):
    """What happened to the records."""

    read: int
    added: int
    changed: int
    unchanged: int
    removed: int
    quarantined: int
    pages: int
    requests: int


class OutcomeShape(CountsShape):
    """What one endpoint brought in a run."""

    warnings: int
    problem: ProblemShape | None


class RunShape(Shape):
    """One sync run."""

    id: int
    integration_id: int
    integration: str
    trigger: Trigger
    status: RunStatus
    started_at: datetime
    finished_at: datetime | None
    seconds: float
    asked_by: str
    total: CountsShape
    endpoints: dict[str, OutcomeShape]
    problem: ProblemShape | None


class StateShape(Shape):
    """An integration as its card shows it."""

    id: int
    name: str
    college_id: int
    college: str
    enabled: bool
    status: StatusShape
    last_run: RunShape | None
    last_success: Annotated[datetime | None, Field(description="When data last came in.")]
    last_delivery: Annotated[
        datetime | None, Field(description="When a delivery to its webhook that was signed right last came.")
    ]
    next_run: Annotated[datetime | None, Field(description="By the clock; null where it is due, or not to run.")]
    next_words: Annotated[
        str, Field(description="When that is and why not earlier, by the clock of the college: Monday 07:30.")
    ]
    due: Annotated[bool, Field(description="Whether the clock asks for a run with its next tick.")]
    records: Annotated[dict[str, int], Field(description="Kept records by data type.")]
    quarantined: int


def status_of(status: Status) -> StatusShape:
    """Return a status as the API says it."""
    progress = (
        None if status.progress is None else ProgressShape(done=status.progress.done, total=status.progress.total)
    )
    return StatusShape(
        light=status.light,
        word=status.word,
        reason=status.reason,
        detail=status.detail,
        remedy=status.remedy,
        progress=progress,
        retry_at=status.retry_at,
    )


def problem_of(problem: Problem | None) -> ProblemShape | None:
    """Return a problem as the API says it."""
    if problem is None:
        return None
    return ProblemShape(kind=problem.kind, message=problem.sentence, detail=problem.detail, remedy=problem.remedy)


def run_of(run: Run) -> RunShape:
    """Return a run as the API says it."""
    return RunShape(
        id=run.run_id,
        integration_id=run.integration_id,
        integration=run.integration,
        trigger=run.trigger,
        status=run.status,
        started_at=run.started_at,
        finished_at=run.finished_at,
        seconds=round(run.seconds, 3),
        asked_by=run.asked_by,
        total=CountsShape(**counts_of(run.total)),
        endpoints={
            name: OutcomeShape(
                **counts_of(outcome.counts), warnings=outcome.warnings, problem=problem_of(outcome.problem)
            )
            for name, outcome in run.endpoints.items()
        },
        problem=problem_of(run.problem),
    )


def state_of(view: IntegrationView) -> StateShape:
    """Return an integration as its card shows it."""
    return StateShape(
        id=view.integration_id,
        name=view.name,
        college_id=view.college_id,
        college=view.college,
        enabled=view.config.enabled,
        status=status_of(view.status),
        last_run=None if view.last_run is None else run_of(view.last_run),
        last_success=view.last_success,
        last_delivery=view.last_delivery,
        next_run=None if is_due(view) else view.next_run,
        next_words=view.next_words,
        due=is_due(view),
        records=dict(view.records),
        quarantined=view.quarantined,
    )


def is_due(view: IntegrationView) -> bool:
    """Tell whether the next run is to be now; said so, because “now” would make every answer another one."""
    return view.next_run is not None and view.next_run <= utc_now()


def counts_of(counts: Counts) -> dict[str, Any]:
    """Return counts by their names."""
    return {name: getattr(counts, name) for name in CountsShape.model_fields}


def sees_deliveries(actor: Actor) -> bool:
    """Tell whether what is said of deliveries is for this actor."""
    return allowed(actor.role, UseCase.VIEW_DELIVERIES)
