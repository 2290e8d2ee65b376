"""Operations on records: looked for, one with its lineage, and those in quarantine."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from hub_desktop.core.filters import LAST_CHANGED, Filter, How, Search
from hub_desktop.core.validation import Value
from hub_desktop.hub.explorer import CurrentView, Found
from hub_desktop.hub.quarantine import WhichRefused
from hub_desktop.server.api import examples
from hub_desktop.server.api.failures import ApiError
from hub_desktop.server.api.operations import (
    Call,
    Number,
    Operation,
    PageQuery,
    Query,
    Reply,
    Shape,
    pages,
)
from hub_desktop.server.api.shapes import RunShape, run_of

_MOST_CONDITIONS = 20
_MOST_NAMED = 10_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def _moment(value: Any) -> Any:
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError("write a time with its zone, such as 2026-11-23T09:12:00Z")
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError("there is no such time") from None


Moment = Annotated[datetime, BeforeValidator(_moment)]
_Condition = Annotated[str, Field(min_length=2, max_length=300, pattern=r"^[a-z_]+=")]
_FieldName = Annotated[str, Field(min_length=1, max_length=80)]


class RecordsQuery(PageQuery):
    """Which records are wanted, and in which order; everything that is given must hold."""

    where: Annotated[
        list[_Condition], Field(max_length=_MOST_CONDITIONS, description="field=value; may be repeated.")
    ] = Field(default_factory=list)
    contains: Annotated[
        list[_Condition],
        Field(max_length=_MOST_CONDITIONS, description="field=text that stands in it; may be repeated."),
    ] = Field(default_factory=list)
    empty: Annotated[
        list[_FieldName], Field(max_length=_MOST_CONDITIONS, description="A field without a value; may be repeated.")
    ] = Field(default_factory=list)
    filled: Annotated[
        list[_FieldName], Field(max_length=_MOST_CONDITIONS, description="A field with a value; may be repeated.")
    ] = Field(default_factory=list)
    text: Annotated[str, Field(max_length=200, description="In any field, without regard to case.")] = ""
    source: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=80,
            description="Name or number of an integration: its records as it says them. Without, the current records.",
        ),
    ] = None
    changed_since: Annotated[Moment | None, Field(description="Only what changed since then.")] = None
    sort: Annotated[
        str,
        Field(
            max_length=80,
            description="A field, or last_changed; with a minus sign in front, from the last to the first. Without, "
            "by the key.",
        ),
    ] = ""


class LineageQuery(Query):
    """Which record is meant."""

    key: Annotated[
        list[Annotated[str, Field(max_length=300)]],
        Field(
            min_length=1,
            max_length=8,
            description="What names the record: each field of the key, in its order; a field that is empty too.",
        ),
    ]
    college_id: Annotated[Number | None, Field(description="Where the token is good for several colleges.")] = None


class QuarantineQuery(PageQuery):
    """Which refused records are wanted."""

    integration_id: Annotated[Number | None, Field(description="Only of this integration.")] = None
    endpoint: Annotated[str | None, Field(min_length=1, max_length=80, description="Only of this endpoint.")] = None


class RecordShape(Shape):
    """One record; personal data that the token may not see is null."""

    college_id: int
    values: dict[str, Value]
    sources: Annotated[list[str], Field(description="The systems that have it, the most trusted first.")]
    corrected: Annotated[list[str], Field(description="Fields that a person corrected.")]
    last_changed: datetime


class SaidShape(Shape):
    """What another source says of a field."""

    source: str
    value: Value


class FieldShape(Shape):
    """The current value of a field, and whence it is."""

    field: str
    value: Value
    source: Annotated[str, Field(description="The system, or the person who corrected it.")]
    corrected: bool
    run_id: int | None
    since: datetime | None
    replaced: Value
    others: list[SaidShape]


class ChangeShape(Shape):
    """One change of the record."""

    at: datetime
    operation: str
    field: Annotated[str, Field(description="Empty where the whole record is meant.")]
    before: Value
    after: Value
    by: str
    run_id: int | None


class LineageShape(Shape):
    """A record with everything that is known of how it came to be."""

    data_type: str
    college_id: int
    key: dict[str, Value]
    gone: Annotated[bool, Field(description="Whether no source has it any more.")]
    fields: list[FieldShape]
    changes: Annotated[list[ChangeShape], Field(description="The newest first.")]


class RefusedShape(Shape):
    """A refused record with all its reasons."""

    id: int
    integration_id: int
    integration: str
    endpoint: str
    data_type: str
    reasons: list[str]
    raw: Annotated[str, Field(description="The record as it came.")]
    run_id: int
    first_seen: datetime
    last_seen: datetime


_Numbers = Annotated[list[Annotated[int, Field(ge=1, le=10**18 - 1)]], Field(min_length=1, max_length=_MOST_NAMED)]


class ReplayBody(Shape):
    """Which refused records are checked once more: these very ones, or all of an integration or of its endpoint."""

    ids: _Numbers | None = None
    integration_id: Annotated[int | None, Field(ge=1, le=10**18 - 1)] = None
    endpoint: Annotated[str | None, Field(min_length=1, max_length=80)] = None


class DiscardBody(Shape):
    """Which refused records are taken out of quarantine for good."""

    ids: _Numbers


class DiscardedShape(Shape):
    """How many there were."""

    discarded: int


def find(call: Call) -> Reply:
    """Look for records."""
    query: RecordsQuery = call.query
    found = call.hub.explorer.look(call.actor, _search(call.words["dataType"], query), cancel=call.cancel)
    rows = call.hub.explorer.page(call.actor, found, query.offset, query.limit)
    return Reply([_record(found, row) for row in rows], pages(query, found.total))


def lineage(call: Call) -> Reply:
    """Show a record with its lineage."""
    query: LineageQuery = call.query
    found = call.hub.explorer.lineage(call.actor, call.words["dataType"], query.key, query.college_id)
    names = [field.name for field in found.data_type.key_fields]
    return Reply(
        LineageShape(
            data_type=found.data_type.name,
            college_id=found.college_id,
            key=dict(zip(names, found.key, strict=True)),
            gone=found.gone,
            fields=[
                FieldShape(
                    field=one.field,
                    value=one.value,
                    source=one.source,
                    corrected=one.corrected,
                    run_id=one.run_id,
                    since=one.since,
                    replaced=one.replaced,
                    others=[SaidShape(source=source, value=value) for source, value in one.others],
                )
                for one in found.fields
            ],
            changes=[
                ChangeShape(**{name: getattr(change, name) for name in ChangeShape.model_fields})
                for change in found.changes
            ],
        )
    )


def quarantine(call: Call) -> Reply:
    """List refused records."""
    query: QuarantineQuery = call.query
    part = call.hub.quarantine.page(
        call.actor, query.integration_id, query.endpoint, limit=query.limit, offset=query.offset
    )
    rows = [
        RefusedShape(
            id=view.record.row_id,
            integration_id=view.record.integration_id,
            integration=view.source,
            endpoint=view.record.endpoint,
            data_type=view.record.data_type,
            reasons=list(view.record.reasons),
            raw=view.record.raw,
            run_id=view.record.run_id,
            first_seen=view.record.first_seen,
            last_seen=view.record.last_seen,
        )
        for view in part.rows
    ]
    return Reply(rows, pages(query, part.total))


def replay(call: Call) -> Reply:
    """Check refused records once more."""
    body: ReplayBody = call.body
    if body.ids is None and body.integration_id is None:
        raise ApiError(422, "invalid_body", "Name the records in “ids”, or the integration in “integrationId”.")
    ids = None if body.ids is None else tuple(dict.fromkeys(body.ids))
    runs = call.hub.quarantine.replay(
        call.actor, WhichRefused(body.integration_id, body.endpoint, ids), cancel=call.cancel
    )
    return Reply([run_of(run) for run in runs])


def discard(call: Call) -> Reply:
    """Take refused records out for good."""
    ids = tuple(dict.fromkeys(call.body.ids))
    return Reply(DiscardedShape(discarded=call.hub.quarantine.discard(call.actor, WhichRefused(row_ids=ids))))


def _search(data_type: str, query: RecordsQuery) -> Search:
    conditions = [
        Filter(field, how, value)
        for how, given in ((How.EQUALS, query.where), (How.CONTAINS, query.contains))
        for field, _, value in (one.partition("=") for one in given)
    ]
    conditions += [Filter(field, How.EMPTY) for field in query.empty]
    conditions += [Filter(field, How.FILLED) for field in query.filled]
    return Search(
        data_type,
        tuple(conditions),
        query.text,
        query.source,
        query.changed_since,
        query.sort.removeprefix("-"),
        query.sort.startswith("-"),
    )


def _record(found: Found, row: CurrentView) -> RecordShape:
    return RecordShape(
        college_id=row.college_id,
        values=dict(zip(found.data_type.field_names, row.values, strict=True)),
        sources=list(row.sources),
        corrected=sorted(row.corrected),
        last_changed=row.last_changed,
    )


_REFUSED_EXAMPLE = {
    "id": 9,
    "integrationId": 1,
    "integration": "College ERP",
    "endpoint": "students",
    "dataType": "students",
    "reasons": ["Student ID is missing."],
    "raw": '{"name": "Asha Rao"}',
    "runId": 41,
    "firstSeen": "2026-11-23T09:12:00Z",
    "lastSeen": "2026-11-23T09:12:00Z",
}

OPERATIONS = (
    Operation(
        "GET",
        "/api/records/{dataType}",
        "findRecords",
        "Look for records of a data type",
        find,
        list[RecordShape],
        about=f"One record for each key, drawn from all systems; sorted by a field or by {LAST_CHANGED}. Fields of "
        "personal data are null, and cannot be searched, with a role that may not see them.",
        query=RecordsQuery,
        also={422: "There is no such field or source."},
        example=[examples.RECORD],
        searches=True,
    ),
    Operation(
        "GET",
        "/api/records/{dataType}/lineage",
        "getLineage",
        "Show a record: where each value comes from, and what it was before",
        lineage,
        LineageShape,
        query=LineageQuery,
        also={422: "The key does not fit the data type."},
        example={
            "dataType": "students",
            "collegeId": 1,
            "key": {"student_id": "CS2101"},
            "gone": False,
            "fields": [
                {
                    "field": "name",
                    "value": "Asha Rao",
                    "source": "College ERP",
                    "corrected": False,
                    "runId": 41,
                    "since": "2026-11-23T09:12:00Z",
                    "replaced": None,
                    "others": [{"source": "Moodle LMS", "value": "A. Rao"}],
                }
            ],
            "changes": [],
        },
    ),
    Operation(
        "GET",
        "/api/quarantine",
        "listQuarantine",
        "List refused records with their reasons, newest first",
        quarantine,
        list[RefusedShape],
        query=QuarantineQuery,
        also={404: "There is no such integration."},
        example=[_REFUSED_EXAMPLE],
    ),
    Operation(
        "POST",
        "/api/quarantine/replay",
        "replayQuarantine",
        "Check refused records once more, and store those that pass",
        replay,
        list[RunShape],
        about="Each integration gets a run of its own; the upstream is not asked.",
        body=ReplayBody,
        also={404: "One of the records is not there.", 409: "The integration is being synced."},
        long=True,
        example=[examples.RUN],
        body_example={"ids": [9]},
    ),
    Operation(
        "POST",
        "/api/quarantine/discard",
        "discardQuarantine",
        "Take refused records out of quarantine for good",
        discard,
        DiscardedShape,
        body=DiscardBody,
        also={404: "One of the records is not there; nothing was changed."},
        example={"discarded": 1},
        body_example={"ids": [9]},
    ),
)
