"""Operations on what has happened: runs, logs and the audit."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

from pydantic import Field

from hub_desktop.core.events import Level, LogRow
from hub_desktop.core.runs import RunStatus
from hub_desktop.server.api import examples
from hub_desktop.server.api.operations import (
    Call,
    Number,
    Operation,
    PageQuery,
    Reply,
    Shape,
    pages,
)
from hub_desktop.server.api.shapes import RunShape, run_of

_OF = Field(description="Only of this integration.")


class LogShape(Shape):
    """One line of the log."""

    id: int
    at: datetime
    level: Level
    message: str
    detail: str
    integration_id: int | None
    integration: str
    run_id: int | None
    endpoint: str


class RunsQuery(PageQuery):
    """Which runs are wanted."""

    integration_id: Annotated[Number | None, _OF] = None
    status: Annotated[RunStatus | None, Field(description="Only those that ended so.")] = None


class AllLogsQuery(PageQuery):
    """Which log rows are wanted, of all integrations."""

    level: Annotated[Level, Field(description="At least so important.")] = Level.INFO
    text: Annotated[str, Field(max_length=200, description="In message or detail, without regard to case.")] = ""
    run_id: Annotated[Number | None, Field(description="Only of this run.")] = None
    before: Annotated[
        Number | None, Field(description="Only rows before this one, so that pages stand still while rows come in.")
    ] = None


class AuditQuery(PageQuery):
    """Which audit rows are wanted."""

    before: Annotated[
        Number | None, Field(description="Only rows before this one, so that pages stand still while rows come in.")
    ] = None


class AuditShape(Shape):
    """Who did what, and how it ended."""

    id: int
    at: datetime
    actor: str
    role: str
    face: str
    use_case: str
    subject: str
    college_id: int | None
    outcome: str
    detail: str


class CancelledShape(Shape):
    """A run that was told to end."""

    run: RunShape


class UndoShape(Shape):
    """What taking a run back does to the records of one data type."""

    data_type: str
    taken_out: Annotated[int, Field(description="Records that the run had added.")]
    put_back: Annotated[int, Field(description="Records that the run had changed or removed.")]
    left: Annotated[int, Field(description="Records that later runs have changed, which stay as they are.")]


class UndoPreviewShape(Shape):
    """What taking a run back would do now, or why it cannot be."""

    possible: bool
    reason: str
    parts: list[UndoShape]


def log_rows(rows: Iterable[LogRow]) -> list[LogShape]:
    """Return log rows as the API says them."""
    return [
        LogShape(
            id=row.row_id,
            at=row.at,
            level=row.level,
            message=row.message,
            detail=row.detail,
            integration_id=row.integration_id,
            integration=row.integration,
            run_id=row.run_id,
            endpoint=row.endpoint,
        )
        for row in rows
    ]


def runs(call: Call) -> Reply:
    """List runs."""
    query: RunsQuery = call.query
    part = call.hub.activity.runs(
        call.actor, query.integration_id, status=query.status, limit=query.limit, offset=query.offset
    )
    return Reply([run_of(run) for run in part.rows], pages(query, part.total))


def run(call: Call) -> Reply:
    """Show a run."""
    return Reply(run_of(call.hub.syncs.get(call.actor, call.numbers["runId"])))


def cancel(call: Call) -> Reply:
    """Cancel a run."""
    return Reply(CancelledShape(run=run_of(call.hub.syncs.cancel_run(call.actor, call.numbers["runId"]))))


def undoable(call: Call) -> Reply:
    """Show what taking a run back would do."""
    view = call.hub.decisions.undoable(call.actor, call.numbers["runId"])
    parts = [
        UndoShape(
            data_type=one.data_type,
            taken_out=one.added,
            put_back=one.changed + one.removed,
            left=len(one.later),
        )
        for one in view.parts
    ]
    return Reply(UndoPreviewShape(possible=not view.reason, reason=view.reason, parts=parts))


def undo(call: Call) -> Reply:
    """Take a run back."""
    undone = call.hub.decisions.undo(call.actor, call.numbers["runId"])
    return Reply(
        [
            UndoShape(data_type=one.data_type, taken_out=one.taken_out, put_back=one.put_back, left=len(one.later))
            for one in undone
        ]
    )


def logs(call: Call) -> Reply:
    """Read the log of all integrations."""
    query: AllLogsQuery = call.query
    part = call.hub.activity.log(
        call.actor,
        run_id=query.run_id,
        level=query.level,
        text=query.text,
        before=query.before,
        limit=query.limit,
        offset=query.offset,
    )
    return Reply(log_rows(part.rows), pages(query, part.total))


def audit(call: Call) -> Reply:
    """Read the audit."""
    query: AuditQuery = call.query
    part = call.hub.activity.audit(call.actor, before=query.before, limit=query.limit, offset=query.offset)
    rows = [
        AuditShape(id=row.row_id, **{name: getattr(row, name) for name in AuditShape.model_fields if name != "id"})
        for row in part.rows
    ]
    return Reply(rows, pages(query, part.total))


_UNDO_EXAMPLE = {"dataType": "students", "takenOut": 4, "putBack": 1, "left": 0}

OPERATIONS = (
    Operation(
        "GET",
        "/api/runs",
        "listRuns",
        "List sync runs, newest first",
        runs,
        list[RunShape],
        query=RunsQuery,
        example=[examples.RUN],
    ),
    Operation("GET", "/api/runs/{runId}", "getRun", "Show a sync run", run, RunShape, example=examples.RUN),
    Operation(
        "POST",
        "/api/runs/{runId}/cancel",
        "cancelRun",
        "Cancel a run that goes on",
        cancel,
        CancelledShape,
        about="What it has stored is kept. It ends within moments; look at it again.",
        status=202,
        also={409: "It has ended, or goes on in another program."},
        example={"run": examples.RUN | {"status": "running", "finishedAt": None}},
    ),
    Operation(
        "GET",
        "/api/runs/{runId}/undo",
        "previewUndo",
        "Show what taking a run back would do",
        undoable,
        UndoPreviewShape,
        example={"possible": True, "reason": "", "parts": [_UNDO_EXAMPLE]},
    ),
    Operation(
        "POST",
        "/api/runs/{runId}/undo",
        "undoRun",
        "Take a run back",
        undo,
        list[UndoShape],
        also={409: "It goes on, nothing of it is left, or its integration is being synced."},
        long=True,
        example=[_UNDO_EXAMPLE],
    ),
    Operation(
        "GET",
        "/api/logs",
        "listLogs",
        "Read the log of all integrations, newest first",
        logs,
        list[LogShape],
        query=AllLogsQuery,
        example=[examples.LOG_ROW],
    ),
    Operation(
        "GET",
        "/api/audit",
        "listAudit",
        "Read who did what, newest first",
        audit,
        list[AuditShape],
        query=AuditQuery,
        example=[
            {
                "id": 12,
                "at": "2026-11-23T09:12:00Z",
                "actor": "token “nightly report”",
                "role": "it-staff",
                "face": "api",
                "useCase": "syncs.run",
                "subject": "College ERP",
                "collegeId": 1,
                "outcome": "done",
                "detail": "requested (manual)",
            }
        ],
    ),
)
