"""Operations on holds: what the safety brake stopped, and what a person, or a program for one, decides."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field

from hub_desktop.core.brakes import HoldCause
from hub_desktop.hub.decisions import HoldView
from hub_desktop.hub.held_records import HeldPage
from hub_desktop.server.api import examples
from hub_desktop.server.api.operations import (
    PLAINLY,
    Call,
    Number,
    Operation,
    PageQuery,
    Query,
    Reply,
    Shape,
    part_of,
)
from hub_desktop.server.api.shapes import RunShape, run_of

_MOST_HELD = 500


class HoldsQuery(PageQuery):
    """Which holds are wanted."""

    integration_id: Annotated[Number | None, Field(description="Only of this integration.")] = None


class HoldQuery(Query):
    """Which records of a hold are wanted."""

    text: Annotated[str, Field(max_length=200, description="Only records in which this stands.")] = ""
    limit: Annotated[int, Field(ge=1, le=_MOST_HELD, description="How many records."), PLAINLY] = 50


class HoldShape(Shape):
    """What the safety brake stopped, and what waits for a person."""

    id: int
    run_id: int
    integration_id: int
    integration: str
    endpoint: str
    data_type: str
    cause: HoldCause
    known: Annotated[int, Field(description="Records there were.")]
    affected: int
    state: str
    message: str
    made_at: datetime
    decided_at: datetime | None
    decided_by: str | None


class HeldShape(Shape):
    """What a hold would do to one record; personal data that the token may not see is null."""

    operation: str
    key: dict[str, Any]
    name: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class OneHoldShape(HoldShape):
    """A hold with records it is about."""

    found: Annotated[int, Field(description="How many records there are, also those that are not listed.")]
    tally: Annotated[dict[str, int], Field(description="How many the whole hold would add, change and remove.")]
    records: list[HeldShape]


def holds(call: Call) -> Reply:
    """List what waits for a decision."""
    found = call.hub.decisions.waiting(call.actor, call.query.integration_id)
    rows, pagination = part_of(found, call.query)
    return Reply([HoldShape(**_hold(view)) for view in rows], pagination)


def hold(call: Call) -> Reply:
    """Show a hold with its records."""
    number = call.numbers["holdId"]
    view = call.hub.decisions.hold(call.actor, number)
    page = call.hub.decisions.held(call.actor, number, call.query.text, call.query.limit)
    return Reply(
        OneHoldShape(**_hold(view), found=page.found, tally=dict(page.tally), records=_held(page)),
    )


def accept(call: Call) -> Reply:
    """Do what was held."""
    return _decided(call, accepted=True)


def refuse(call: Call) -> Reply:
    """Keep the records as they are."""
    return _decided(call, accepted=False)


def _decided(call: Call, *, accepted: bool) -> Reply:
    number = call.numbers["holdId"]
    decide = call.hub.decisions.accept if accepted else call.hub.decisions.refuse
    return Reply(run_of(decide(call.actor, call.hub.decisions.hold(call.actor, number).hold.run_id, number)))


def _hold(view: HoldView) -> dict[str, Any]:
    kept = view.hold
    same = ("run_id", "integration_id", "endpoint", "data_type", "cause", "known", "affected", "state", "made_at")
    return {name: getattr(kept, name) for name in (*same, "decided_at", "decided_by")} | {
        "id": kept.hold_id,
        "integration": view.integration,
        "message": view.sentence,
    }


def _held(page: HeldPage) -> list[HeldShape]:
    names = page.data_type.field_names
    keys = tuple(field.name for field in page.data_type.key_fields)
    return [
        HeldShape(
            operation=row.operation,
            key=dict(zip(keys, row.key, strict=True)),
            name=row.name,
            before=None if row.before is None else dict(zip(names, row.before, strict=True)),
            after=None if row.after is None else dict(zip(names, row.after, strict=True)),
        )
        for row in page.rows
    ]


_HOLD_EXAMPLE: dict[str, Any] = {
    "id": 3,
    "runId": 41,
    "integrationId": 1,
    "integration": "College ERP",
    "endpoint": "students",
    "dataType": "students",
    "cause": "removals",
    "known": 400,
    "affected": 60,
    "state": "waiting",
    "message": "College ERP no longer has 60 of 400 students.",
    "madeAt": "2026-11-23T09:12:00Z",
    "decidedAt": None,
    "decidedBy": None,
}

OPERATIONS = (
    Operation(
        "GET",
        "/api/holds",
        "listHolds",
        "List what the safety brake holds until a person decides",
        holds,
        list[HoldShape],
        query=HoldsQuery,
        also={404: "There is no such integration."},
        example=[_HOLD_EXAMPLE],
    ),
    Operation(
        "GET",
        "/api/holds/{holdId}",
        "getHold",
        "Show a hold with the records it is about",
        hold,
        OneHoldShape,
        query=HoldQuery,
        example=_HOLD_EXAMPLE
        | {
            "found": 60,
            "tally": {"remove": 60},
            "records": [
                {
                    "operation": "remove",
                    "key": {"student_id": "CS2101"},
                    "name": "Asha Rao",
                    "before": {"student_id": "CS2101", "name": "Asha Rao"},
                    "after": None,
                }
            ],
        },
    ),
    Operation(
        "POST",
        "/api/holds/{holdId}/accept",
        "acceptHold",
        "Do what was held, this once",
        accept,
        RunShape,
        also={409: "The integration is being synced."},
        long=True,
        example=examples.RUN,
    ),
    Operation(
        "POST",
        "/api/holds/{holdId}/refuse",
        "refuseHold",
        "Keep the records as they are",
        refuse,
        RunShape,
        also={409: "The integration is being synced."},
        long=True,
        example=examples.RUN,
    ),
)
