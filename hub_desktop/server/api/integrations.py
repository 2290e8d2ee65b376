"""Operations on integrations: those of the seed, with its JSON."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from hub_desktop.core.errors import ChangedMeanwhileError
from hub_desktop.core.events import Event, Level, RunFinished, RunStarted
from hub_desktop.core.integration import read_integration
from hub_desktop.core.runs import Run
from hub_desktop.core.status import Light
from hub_desktop.hub.integrations import ShownIntegration
from hub_desktop.hub.overview import IntegrationView
from hub_desktop.server.api import examples
from hub_desktop.server.api.activity import LogShape, log_rows
from hub_desktop.server.api.operations import (
    PLAINLY,
    Call,
    Later,
    Number,
    Operation,
    PageQuery,
    Query,
    Reply,
    Shape,
    Switch,
    pages,
    part_of,
)
from hub_desktop.server.api.shapes import RunShape, is_due, run_of, status_of

SHOWN = "Integration"
"""The schema of an answered integration: the seed's keys and what the hub knows of it."""

GIVEN = "IntegrationInput"
"""The schema of an integration as it is sent."""

LONGEST_WAIT = 60
_PATH = "/api/integrations/{integrationId}"


class IntegrationsQuery(PageQuery):
    """Which integrations are wanted."""

    light: Annotated[Light | None, Field(description="Only those with this light.")] = None
    enabled: Annotated[Switch | None, Field(description="Only those that are switched on, or off.")] = None
    type: Annotated[str | None, Field(max_length=40, description="Only those of this type, such as lms.")] = None


class NewQuery(Query):
    """For whom an integration is made."""

    college_id: Annotated[Number | None, Field(description="Where the token is good for several colleges.")] = None


class ToggleBody(Shape):
    """Whether an integration is to be synced by the clock."""

    enabled: bool


class TestQuery(Query):
    """What is tested."""

    endpoint: Annotated[
        list[Annotated[str, Field(min_length=1, max_length=80)]],
        Field(max_length=100, description="Only this endpoint; may be repeated."),
    ] = Field(default_factory=list)


class SyncQuery(Query):
    """How long the answer may wait for the run."""

    wait: Annotated[
        int, Field(ge=0, le=LONGEST_WAIT, description="Seconds to wait for the run to end, 0 for not at all."), PLAINLY
    ] = 0


class LogsQuery(PageQuery):
    """Which log rows are wanted."""

    level: Annotated[Level, Field(description="At least so important.")] = Level.INFO
    text: Annotated[str, Field(max_length=200, description="In message or detail, without regard to case.")] = ""
    run_id: Annotated[Number | None, Field(description="Only of this run.")] = None
    before: Annotated[
        Number | None, Field(description="Only rows before this one, so that pages stand still while rows come in.")
    ] = None


class RequestedShape(Shape):
    """A sync that was asked for."""

    integration_id: int
    new: Annotated[bool, Field(description="False where one waited already; this request is part of it.")]
    run: Annotated[RunShape | None, Field(description="The run, where it ended while it was waited for.")]
    runs: Annotated[str, Field(description="Where the runs of the integration are listed.")]


class DeletedShape(Shape):
    """An integration that is gone."""

    id: int
    deleted: Literal[True] = True


class OfferShape(Shape):
    """A change that would mend what a test found."""

    label: str
    reason: str
    changes: dict[str, Any]


class CheckShape(Shape):
    """One step of a test."""

    name: str
    ok: Annotated[bool | None, Field(description="None where it could not be tried.")]
    mark: Literal["passed", "worth-knowing", "failed", "not-tried"]
    message: str
    detail: str
    remedy: str
    seconds: float
    endpoint: str | None
    notes: list[str]
    offer: OfferShape | None


class ReportShape(Shape):
    """What a test of the connection found."""

    integration: str
    ok: bool
    summary: str
    address: str
    checks: list[CheckShape]


def list_all(call: Call) -> Reply:
    """List integrations."""
    query: IntegrationsQuery = call.query
    views = {view.integration_id: view for view in call.hub.overview.all(call.actor)}
    shown = [one for one in call.hub.integrations.all_shown(call.actor) if one.stored.integration_id in views]
    wanted = [
        _shown(one, views[one.stored.integration_id])
        for one in shown
        if query.enabled in {None, one.stored.config.enabled}
        and query.type in {None, one.stored.config.type}
        and query.light in {None, views[one.stored.integration_id].status.light}
    ]
    rows, pagination = part_of(wanted, query)
    return Reply(list(rows), pagination)


def add(call: Call) -> Reply:
    """Add one."""
    stored = call.hub.integrations.add(
        call.actor, read_integration(call.body, strict=True), college_id=call.query.college_id
    )
    number = stored.integration_id
    return _answered(call, number, headers={"Location": f"/api/integrations/{number}"})


def show(call: Call) -> Reply:
    """Show one."""
    return _answered(call, call.numbers["integrationId"])


def replace(call: Call) -> Reply:
    """Replace its configuration."""
    number = call.numbers["integrationId"]
    call.hub.integrations.edit(call.actor, number, read_integration(call.body, strict=True), seen=_seen(call))
    return _answered(call, number)


def toggle(call: Call) -> Reply:
    """Switch it on or off."""
    number = call.numbers["integrationId"]
    call.hub.integrations.set_enabled(call.actor, number, call.body.enabled, seen=_seen(call))
    return _answered(call, number)


def delete(call: Call) -> Reply:
    """Delete it."""
    number = call.numbers["integrationId"]
    call.hub.integrations.delete(call.actor, number, seen=_seen(call))
    return Reply(DeletedShape(id=number))


def test(call: Call) -> Reply:
    """Test its connection."""
    from hub_desktop.upstream.report import report_json

    number = call.numbers["integrationId"]
    endpoints = call.query.endpoint or None
    name = call.hub.integrations.get(call.actor, number).name
    report = call.hub.tests.stored(call.actor, number, endpoints=endpoints, cancel=call.cancel)
    written = report_json(name, report)
    checks = [
        CheckShape(
            **{key: check[key] for key in CheckShape.model_fields if key != "offer"},
            offer=_offer(check["offer"]),
        )
        for check in written["checks"]
    ]
    return Reply(
        ReportShape(integration=name, ok=report.ok, summary=written["summary"], address=report.address, checks=checks)
    )


def sync(call: Call) -> Reply | Later:
    """Ask for a sync."""
    number, seconds = call.numbers["integrationId"], call.query.wait
    if not seconds:
        return _requested(number, call.hub.syncs.request(call.actor, number), None)

    async def wait() -> Reply:
        loop = asyncio.get_running_loop()
        awaited = _AwaitedRun(loop, number)
        # Before the request, so that no run is so quick that it is missed.
        unsubscribe = call.hub.events.subscribe(awaited.hear)
        try:
            new = await asyncio.to_thread(call.hub.syncs.request, call.actor, number)
            async with asyncio.timeout(seconds):
                while not awaited.ended.done() and not call.cancel.is_set():
                    await asyncio.wait([awaited.ended], timeout=0.5)
        except TimeoutError:
            pass
        finally:
            unsubscribe()
        return _requested(number, new, awaited.ended.result() if awaited.ended.done() else None)

    return Later(wait)


def logs(call: Call) -> Reply:
    """Read its log."""
    query: LogsQuery = call.query
    part = call.hub.activity.log(
        call.actor,
        call.numbers["integrationId"],
        run_id=query.run_id,
        level=query.level,
        text=query.text,
        before=query.before,
        limit=query.limit,
        offset=query.offset,
    )
    return Reply(log_rows(part.rows), pages(query, part.total))


class _AwaitedRun:
    """The first run of an integration that begins from now on; `ended` is it, once it has."""

    def __init__(self, loop: asyncio.AbstractEventLoop, integration_id: int) -> None:
        self.ended: asyncio.Future[Run] = loop.create_future()
        self._loop = loop
        self._integration_id = integration_id
        self._begun: set[int] = set()

    def hear(self, event: Event) -> None:
        """Take note of an event, on the thread of the run."""
        match event:
            case RunStarted(run) if run.integration_id == self._integration_id:
                self._begun.add(run.run_id)
            case RunFinished(run) if run.run_id in self._begun:
                self._loop.call_soon_threadsafe(self._set, run)
            case _:
                pass

    def _set(self, run: Run) -> None:
        if not self.ended.done():
            self.ended.set_result(run)


def _requested(number: int, new: bool, run: Run | None) -> Reply:
    runs = f"/api/runs?integrationId={number}"
    shape = RequestedShape(integration_id=number, new=new, run=None if run is None else run_of(run), runs=runs)
    if run is not None:
        return Reply(shape, status=200)
    return Reply(shape, headers={"Location": runs})


def _seen(call: Call) -> datetime | None:
    """Return when the integration was last changed, where the caller has seen it so; None where it does not say.

    Raises ChangedMeanwhileError when it is no longer what the caller saw.
    """
    if call.matches is None:
        return None
    stored = call.hub.integrations.get(call.actor, call.numbers["integrationId"])
    if "*" not in call.matches and _version(stored.updated_at) not in call.matches:
        raise ChangedMeanwhileError(
            "The integration was changed meanwhile. Get it once more, and make your change to that.",
            "If-Match names another version than the one that is stored",
        )
    return stored.updated_at


def _version(updated_at: datetime) -> str:
    return f"{int(updated_at.timestamp() * 1_000_000):x}"


def _answered(call: Call, number: int, headers: Mapping[str, str] | None = None) -> Reply:
    shown = call.hub.integrations.shown(call.actor, number)
    view = call.hub.overview.one(call.actor, number)
    return Reply(_shown(shown, view), version=_version(shown.stored.updated_at), headers=headers or {})


def _shown(shown: ShownIntegration, view: IntegrationView) -> dict[str, Any]:
    stored = shown.stored
    return shown.written | {
        "id": stored.integration_id,
        "collegeId": stored.college_id,
        "college": view.college,
        "createdAt": stored.created_at,
        "updatedAt": stored.updated_at,
        "status": status_of(view.status),
        "lastSuccess": view.last_success,
        "nextRun": None if is_due(view) else view.next_run,
        "nextWords": view.next_words,
        "due": is_due(view),
        "records": dict(view.records),
        "quarantined": view.quarantined,
    }


def _offer(written: Mapping[str, Any] | None) -> OfferShape | None:
    if written is None:
        return None
    return OfferShape(label=written["label"], reason=written["reason"], changes=dict(written["changes"]))


_CONDITION = (
    "With If-Match, which is optional, it is done only if the configuration is still the one of that entity tag."
)

OPERATIONS = (
    Operation(
        "GET",
        "/api/integrations",
        "listIntegrations",
        "List integrations",
        list_all,
        list[SHOWN],  # type: ignore[valid-type]
        query=IntegrationsQuery,
        example=[examples.SHOWN],
    ),
    Operation(
        "POST",
        "/api/integrations",
        "addIntegration",
        "Add an integration",
        add,
        SHOWN,
        about="Secrets are kept in the keyring and never come out again; an answer shows •••• in their place.",
        query=NewQuery,
        body=GIVEN,
        status=201,
        also={409: "There is one of this name already."},
        example=examples.SHOWN,
        body_example=examples.INTEGRATION,
    ),
    Operation("GET", _PATH, "getIntegration", "Show an integration", show, SHOWN, example=examples.SHOWN),
    Operation(
        "PUT",
        _PATH,
        "replaceIntegration",
        "Replace the configuration of an integration",
        replace,
        SHOWN,
        about=f"A secret that is left out, or given as ••••, stays as it is. {_CONDITION}",
        body=GIVEN,
        also={409: "There is one of this name already."},
        example=examples.SHOWN,
        body_example=examples.INTEGRATION | {"apiKey": "••••"},
        conditional=True,
    ),
    Operation(
        "DELETE",
        _PATH,
        "deleteIntegration",
        "Delete an integration and its secrets",
        delete,
        DeletedShape,
        about=f"The records it brought stay. {_CONDITION}",
        example={"id": 1, "deleted": True},
        conditional=True,
    ),
    Operation(
        "PATCH",
        f"{_PATH}/toggle",
        "toggleIntegration",
        "Switch an integration on or off",
        toggle,
        SHOWN,
        about=_CONDITION,
        body=ToggleBody,
        example=examples.SHOWN,
        body_example={"enabled": True},
        conditional=True,
    ),
    Operation(
        "POST",
        f"{_PATH}/test",
        "testIntegration",
        "Test the connection, step by step",
        test,
        ReportShape,
        about="Nothing is stored. It takes as long as the upstream does.",
        query=TestQuery,
        long=True,
        example={
            "integration": "BiometricAttendance",
            "ok": True,
            "summary": "Everything works.",
            "address": "https://attendance.example.com",
            "checks": [],
        },
    ),
    Operation(
        "POST",
        f"{_PATH}/sync",
        "syncIntegration",
        "Ask for a sync",
        sync,
        RequestedShape,
        about="Answers at once, with where to look. With `wait`, it answers 200 with the run once that has ended.",
        query=SyncQuery,
        status=202,
        also={200: "The run has ended."},
        example=examples.REQUESTED,
    ),
    Operation(
        "GET",
        f"{_PATH}/logs",
        "listLogsOfIntegration",
        "Read the log of an integration, newest first",
        logs,
        list[LogShape],
        query=LogsQuery,
        example=[examples.LOG_ROW],
    ),
)
